/* stretches: those of a page, one below the other: in columns, and across them. What ends the last of them and is kept with what comes below it goes on to
 * the next page with that (XSL 1.1, 4.8). */
#include "page/plan_int.h"

/* Where a stretch began, and which columns of the plan are its own. */
struct begun {
	struct planner planner;
	struct page_plan plan;
	guint from, count;
};

static const struct flow_fit *last_fit(const struct page_plan *plan)
{
	return &g_array_index(plan->columns, struct page_column, plan->columns->len - 1).fit;
}

/* The stretch with so many of its columns; lower: the last of them has less room than it takes. */
static struct plan_stretch fill_less(const struct begun *begun, const len *heights, guint count, bool lower)
{
	struct plan_limits limits = {.chosen = heights,
								 .fixed = count - 1,
								 .height = MAX(heights[count - 1] - (lower ? 2 * LAYOUT_TOLERANCE : 0), 0),
								 .last = (int)count};
	return page_fill(&begun->planner, begun->plan.flow, begun->plan.next, begun->plan.spans, &limits);
}

static bool ends_well(const struct plan_stretch *stretch, int32_t keep)
{
	const struct flow_fit *last = &stretch->last;
	bool nothing = last->none && stretch->columns->len == 1;
	return !last->span && !last->all && (nothing || (last->keep < keep && !stretch->overfull && !last->broken));
}

/* The most of the stretch that ends against a weaker keep. False: there is none. */
static bool shorten(const struct begun *begun, const len *heights, int32_t keep, struct plan_stretch *shorter)
{
	for (guint less = 1; less < 2 * begun->count; less++) {
		*shorter = fill_less(begun, heights, begun->count - less / 2, less % 2 != 0);
		if (ends_well(shorter, keep))
			return true;
		g_array_free(shorter->columns, TRUE);
	}
	return false;
}

/* Whether the next page holds what is left of the stretch, and below that some of what it is kept with, which comes at `below`. */
static bool is_held_below(const struct begun *begun, const struct plan_stretch *shorter, struct flow *flow, struct flow_at below)
{
	struct page_body body = page_next_body(&begun->planner);
	struct planner next = {.sequence = begun->planner.sequence, .body = &body};
	struct page_plan left = {.flow = shorter->flow, .next = shorter->next, .spans = begun->plan.spans};
	struct plan_stretch rest = page_stretch(&next, &left, false);
	g_array_free(rest.columns, TRUE);
	struct flow_room room = {.height = body.height - rest.height, .separator = next.sequence->separator, .may_be_none = true};
	while (page_at_span(flow, below))
		below.index++;
	return rest.last.span && room.height > 0 && !flow_fit(flow, below, &room).none;
}

/* The stretch, with which the page ends, ends above what is kept with what comes next, or has nothing. */
static void end_above(const struct begun *begun, struct planner *planner, struct page_plan *plan)
{
	int32_t keep = plan->all || plan->forced ? FO_KEEP_AUTO : flow_keep_across(plan->flow, plan->next);
	if (keep <= FO_KEEP_AUTO)
		return;
	struct page_column *last = &g_array_index(plan->columns, struct page_column, begun->from + begun->count - 1);
	len *heights = g_new0(len, begun->count);
	for (guint i = 0; i < begun->count; i++)
		heights[i] = g_array_index(plan->columns, struct page_column, begun->from + i).fit.height;
	struct plan_stretch shorter;
	bool found = shorten(begun, heights, keep, &shorter);
	g_free(heights);
	if (found && is_held_below(begun, &shorter, plan->flow, plan->next)) {
		*planner = begun->planner;
		*plan = begun->plan;
		g_array_set_size(plan->columns, begun->from);
		page_take_stretch(planner, plan, &shorter);
		return;
	}
	if (found)
		g_array_free(shorter.columns, TRUE);
	last->fit.broken |= keep == FO_KEEP_ALWAYS;
}

void page_plan_stretches(struct planner *planner, struct page_plan *plan)
{
	struct begun last = {.count = 0}, begun;
	bool more = true;
	while (more) {
		page_pass_span(plan);
		begun = (struct begun){.planner = *planner, .plan = *plan, .from = plan->columns->len};
		more = page_plan_stretch(planner, plan);
		begun.count = plan->columns->len - begun.from;
		if (!last_fit(plan)->none)
			last = begun;
	}
	if (last.count)
		end_above(&last, planner, plan);
}
