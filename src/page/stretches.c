/* stretches: those of a page, one below the other: in columns, and across them. What spans the columns and is kept with what comes below it goes on to the
 * next page with that (XSL 1.1, 4.8). */
#include "page/plan_int.h"

/* Where a stretch began. */
struct begun {
	struct planner planner;
	struct page_plan plan;
	guint columns; /* of the stretches above */
	bool spans;
};

static const struct flow_fit *last_fit(const struct page_plan *plan)
{
	return &g_array_index(plan->columns, struct page_column, plan->columns->len - 1).fit;
}

/* What would stand above it on the next page is so high. */
static bool is_held_below(const struct planner *planner, const struct page_plan *plan, len above)
{
	struct flow_at at = plan->next;
	while (page_at_span(plan->flow, at))
		at.index++;
	struct flow_room room = {
		.height = page_height_ahead(planner, 1) - above, .separator = planner->sequence->separator, .may_be_none = true};
	return room.height > 0 && !flow_fit(plan->flow, at, &room).none;
}

/* The stretch across the columns, with which the page ends, ends above what is kept with what comes next, or has nothing. */
static void end_above(const struct begun *begun, struct planner *planner, struct page_plan *plan)
{
	int32_t keep = plan->all || plan->forced ? FO_KEEP_AUTO : flow_keep_across(plan->flow, plan->next);
	len height = planner->y - begun->planner.y;
	if (keep <= FO_KEEP_AUTO || height <= 2 * LAYOUT_TOLERANCE)
		return;
	struct planner whole = *planner;
	struct page_plan planned = *plan;
	planned.columns = g_array_copy(plan->columns);
	*planner = begun->planner;
	*plan = begun->plan;
	g_array_set_size(plan->columns, begun->columns);
	planner->limit = height - 2 * LAYOUT_TOLERANCE;
	page_plan_stretch(planner, plan);
	planner->limit = 0;
	const struct flow_fit *fit = last_fit(plan);
	bool better = !fit->span && (fit->none || (fit->keep < keep && !fit->overfull && !fit->broken));
	if (better && is_held_below(&whole, &planned, whole.y - planner->y)) {
		g_array_free(planned.columns, TRUE);
		return;
	}
	g_array_free(plan->columns, TRUE);
	*planner = whole;
	*plan = planned;
}

void page_plan_stretches(struct planner *planner, struct page_plan *plan)
{
	struct begun last = {.spans = false}, begun;
	bool more = true;
	while (more) {
		begun = (struct begun){.planner = *planner, .plan = *plan, .columns = plan->columns->len};
		more = page_plan_stretch(planner, plan);
		begun.spans = plan->spans;
		if (!last_fit(plan)->none)
			last = begun;
	}
	if (last.spans)
		end_above(&last, planner, plan);
}
