/* space: room between areas. Spaces that meet (XSL 1.1, 4.3.1): forced ones add up; else the highest precedence holds,
 * of equals the greatest optimum, and of equals again the narrowest range. */
#include "flow/fit_int.h"

static struct flow_space combine(struct flow_space a, struct flow_space b)
{
	if (a.precedence == FO_FORCE && b.precedence == FO_FORCE)
		return (struct flow_space){.minimum = len_add(a.minimum, b.minimum),
								   .optimum = len_add(a.optimum, b.optimum),
								   .maximum = len_add(a.maximum, b.maximum),
								   .precedence = FO_FORCE,
								   .retain = true};
	if (a.precedence != b.precedence)
		return a.precedence > b.precedence ? a : b;
	if (a.optimum != b.optimum)
		return a.optimum > b.optimum ? a : b;
	struct flow_space narrowest = a;
	narrowest.minimum = MAX(a.minimum, b.minimum);
	narrowest.maximum = MIN(a.maximum, b.maximum);
	return narrowest;
}

void flow_meet(struct meeting *meeting, const struct flow_space *space, bool at_start)
{
	if (at_start && !space->retain && !meeting->any)
		return;
	meeting->all = meeting->any ? combine(meeting->all, *space) : *space;
	meeting->any = true;
	if (!space->retain)
		return;
	meeting->retained = meeting->all; /* of those at an end only what comes after the last retained one is discarded */
	meeting->any_retained = true;
}

len flow_met(const struct meeting *meeting)
{
	return meeting->any ? meeting->all.optimum : 0;
}

len flow_met_shrink(const struct meeting *meeting)
{
	return meeting->any ? MAX(meeting->all.optimum - meeting->all.minimum, 0) : 0;
}

len flow_met_stretch(const struct meeting *meeting)
{
	return meeting->any ? MAX(meeting->all.maximum - meeting->all.optimum, 0) : 0;
}

len flow_met_retained(const struct meeting *meeting)
{
	return meeting->any_retained ? meeting->retained.optimum : 0;
}

struct flow_give flow_give_of(int64_t left, len shrink, len stretch)
{
	if (left < -LAYOUT_TOLERANCE && shrink > 0)
		return (struct flow_give){(len)MAX(left, -(int64_t)shrink), shrink};
	if (left > 0 && stretch > 0)
		return (struct flow_give){(len)MIN(left, stretch), stretch};
	return (struct flow_give){0};
}

int64_t flow_badness(int64_t left, struct flow_give give)
{
	if (!give.of)
		return left > LAYOUT_TOLERANCE ? FLOW_BADNESS_LOOSE : 0;
	int64_t badness = MAX(left, ABS((int64_t)give.by)) * FLOW_BADNESS_FULL / give.of;
	return badness > FLOW_BADNESS_MAX ? FLOW_BADNESS_LOOSE : badness;
}

int64_t flow_cost(int64_t badness)
{
	int64_t cost = 1000 + badness * badness / FLOW_BADNESS_FULL * badness / FLOW_BADNESS_FULL;
	return cost * cost;
}

len flow_step_rest(const struct flow_group *group, len height)
{
	if (group->step <= 0 || height <= 0)
		return 0;
	len over = height % group->step;
	return over <= LAYOUT_TOLERANCE ? -over : group->step - over;
}
