/* place_space: the spaces between areas, and where among them the areas around begin and end (XSL 1.1, 4.3.1). Of spaces that meet one holds, the last of
 * those that are equal, or all that are forced: what it belongs to begins after it, or ends before it; what is around that has the space within it. */
#include "flow/place_int.h"

struct met {
	GArray *spaces; /* struct met_space */
	GArray *ended;  /* struct ended */
	bool settled;
	len top, height; /* then: where they begin, and what they came to */
};

struct met_space {
	struct flow_space space;
	len upto; /* of all, with those before it; once they are settled */
};

/* The area of a group that ended while spaces met. */
struct ended {
	struct area *area;
	unsigned spaces; /* so many before its end */
};

/* ---- what they come to ---- */

/* Groups with steps stand on a grid, and lines beside floats where they were set: their spaces do not give way (as flow_fit counts). */
static bool is_elastic(const struct placing *placing)
{
	for (guint i = 1; placing->give.of && i < placing->open->len; i++)
		if (g_array_index(placing->open, struct open_area, i).group->step)
			return false;
	return placing->give.of != 0 && placing->y >= placing_floor(placing);
}

/* By how much the spaces that meet here are more or less than their optimum. */
static len give_way(struct placing *placing)
{
	if (!is_elastic(placing))
		return 0;
	const struct flow_give *give = &placing->give;
	int64_t before = placing->given;
	placing->given += give->by < 0 ? flow_met_shrink(&placing->meeting) : flow_met_stretch(&placing->meeting);
	return (len)(len_part(give->by, placing->given, give->of) - len_part(give->by, before, give->of));
}

/* The one that holds, where none is forced. */
static guint holding(const GArray *spaces)
{
	guint best = 0;
	for (guint i = 1; i < spaces->len; i++) {
		const struct flow_space *a = &g_array_index(spaces, struct met_space, best).space,
								*b = &g_array_index(spaces, struct met_space, i).space;
		if (b->precedence > a->precedence || (b->precedence == a->precedence && b->optimum >= a->optimum))
			best = i;
	}
	return best;
}

/* What they came to, each its part. */
static void share_out(const struct met *met)
{
	if (!met->spaces->len)
		return;
	guint best = holding(met->spaces);
	int64_t all = 0, upto = 0;
	bool forced = g_array_index(met->spaces, struct met_space, best).space.precedence == FO_FORCE;
	for (guint i = 0; forced && i < met->spaces->len; i++) {
		const struct flow_space *space = &g_array_index(met->spaces, struct met_space, i).space;
		all += space->precedence == FO_FORCE ? space->optimum : 0;
	}
	for (guint i = 0; i < met->spaces->len; i++) {
		struct met_space *one = &g_array_index(met->spaces, struct met_space, i);
		upto += forced && one->space.precedence == FO_FORCE ? one->space.optimum : 0;
		if (forced)
			one->upto = all ? (len)(upto * met->height / all) : 0;
		else
			one->upto = i >= best ? met->height : 0;
	}
}

static len share(const struct met *met, unsigned spaces)
{
	unsigned last = MIN(spaces, met->spaces->len); /* spaces at an end may be discarded */
	return last ? g_array_index(met->spaces, struct met_space, last - 1).upto : 0;
}

/* ---- their course ---- */

void placing_drop_spaces(struct placing *placing)
{
	placing->meeting = (struct meeting){0};
	if (!placing->met)
		return;
	g_array_set_size(placing->met->spaces, 0);
	g_array_set_size(placing->met->ended, 0);
	placing->met->settled = false;
}

void placing_free_spaces(struct placing *placing)
{
	if (!placing->met)
		return;
	g_array_free(placing->met->spaces, TRUE);
	g_array_free(placing->met->ended, TRUE);
	g_free(placing->met);
}

void placing_meet(struct placing *placing, const struct flow_space *space)
{
	if (placing->met && placing->met->settled)
		placing_drop_spaces(placing);
	bool any = placing->meeting.any;
	flow_meet(&placing->meeting, space, placing->at_start);
	if (!any && !placing->meeting.any) /* discarded */
		return;
	if (!placing->met) {
		placing->met = g_new0(struct met, 1);
		placing->met->spaces = g_array_new(FALSE, FALSE, sizeof(struct met_space));
		placing->met->ended = g_array_new(FALSE, FALSE, sizeof(struct ended));
	}
	struct met_space one = {.space = *space};
	g_array_append_val(placing->met->spaces, one);
}

unsigned placing_count_spaces(const struct placing *placing)
{
	return placing->met ? placing->met->spaces->len : 0;
}

static void come_to(struct placing *placing, len height)
{
	struct met *met = placing->met;
	placing->meeting = (struct meeting){0};
	if (met && !met->settled) {
		met->settled = true;
		met->top = placing->y;
		met->height = height;
		share_out(met);
		for (guint i = 0; i < met->ended->len; i++) {
			const struct ended *ended = &g_array_index(met->ended, struct ended, i);
			ended->area->height = len_add(ended->area->height, share(met, ended->spaces));
		}
		g_array_set_size(met->ended, 0);
	}
	placing->y = len_add(placing->y, height);
}

void placing_settle(struct placing *placing)
{
	come_to(placing, flow_met(&placing->meeting) + give_way(placing));
	placing->at_start = false;
	placing->hollow = false;
}

void placing_end_spaces(struct placing *placing)
{
	struct met *met = placing->met;
	while (met && !met->settled && met->spaces->len &&
		   !g_array_index(met->spaces, struct met_space, met->spaces->len - 1).space.retain)
		g_array_set_size(met->spaces, met->spaces->len - 1);
	come_to(placing, flow_met_retained(&placing->meeting));
}

/* ---- what is around ---- */

len placing_begin_y(const struct placing *placing, const struct open_area *open)
{
	const struct met *met = placing->met;
	if (!met || !met->settled || open->group->step || placing->y != met->top + met->height)
		return placing->y;
	return len_add(met->top, share(met, open->spaces));
}

void placing_end_area(struct placing *placing, struct area *area, const struct flow_group *group)
{
	struct met *met = placing->met;
	if (!met || met->settled || !met->spaces->len || group->step)
		return;
	struct ended ended = {area, met->spaces->len};
	g_array_append_val(met->ended, ended);
}
