/* fit: how much of a flow a region takes. Walks down the items until one does not fit; choice.c weighs the breaks on the way. */
#include "flow/fit_int.h"

bool scan_honours_breaks(const struct scan *scan)
{
	return !scan->room->nested || scan->room->breaks;
}

/* ---- breaks ---- */

void scan_mark_gap(struct scan *scan, uint32_t next)
{
	scan->gap = scan->lead = next;
	scan->gap_y = len_add(scan->walk.y, flow_met_retained(&scan->walk.meeting));
	scan->gap_floor = scan_floor(scan);
	scan->gap_notes = scan->notes;
	scan->gap_reserve = scan->walk.reserve;
	scan->gap_shrink = scan->walk.shrink;
	scan->gap_stretch = scan->walk.stretch;
	scan->gap_leading = scan_overhang(scan);
}

static void take_notes(struct scan *scan, const struct line_anchor *anchors)
{
	struct noted notes = scan_notes_of(anchors);
	scan->notes = len_add(scan->notes, scan_notes_height(scan, &notes));
}

/* Heads and feet that are repeated bring their footnotes to each page; a foot does so at once, wherever the page may end. */
static bool repeats_foot_notes(const struct flow_group *group)
{
	return !group->omit_footer;
}

/* The groups around the place where a page goes on: their heads, and edges that are retained. */
static void reopen_groups(struct scan *scan, uint32_t around)
{
	if (!around)
		return;
	const struct flow_item *open = &scan->flow->items[around - 1];
	reopen_groups(scan, open->around);
	flow_walk_reopen(&scan->walk, open->group);
	if (!open->group->omit_header)
		take_notes(scan, open->group->header_notes);
	if (repeats_foot_notes(open->group))
		take_notes(scan, open->group->footer_notes);
}

/* ---- the scan ---- */

/* gw:page-side: this page is on that side already. */
static bool is_met(const struct scan *scan, enum fo_keyword side)
{
	return (side == FO_KW_ODD && scan->room->odd) || (side == FO_KW_EVEN && !scan->room->odd);
}

/* A break before anything stands in the column, or on the page, is there already. */
static bool is_forced(const struct scan *scan, uint32_t index)
{
	enum fo_keyword kind = scan->flow->items[index].break_kind;
	if (scan->room->nested)
		return scan->room->breaks && (scan->any || scan->positioned) && flow_breaks_at(scan->flow, index);
	if (is_met(scan, kind))
		return false;
	return scan->any || scan->positioned || (scan->room->ending.started && kind != FO_KW_COLUMN);
}

/* It stands where it is met. */
static enum scan_verdict visit_positioned(struct scan *scan, uint32_t index, const struct flow_box *box)
{
	scan->lead = index + 1;
	scan->positioned = true;
	take_notes(scan, box->anchors);
	return SCAN_GO_ON;
}

/* Whether the region may end before a float: it is not of one line with what stands there. */
static bool begins_line(const struct scan *scan, uint32_t index)
{
	const struct flow_item *items = scan->flow->items;
	uint32_t before = index;
	while (before > scan->start && items[before - 1].kind == FLOW_CLEAR)
		before--;
	bool other = before > scan->start && items[before - 1].kind == FLOW_FLOAT && !items[before - 1].floated->pending;
	return items[index].node || !other;
}

/* One that has no room below others goes to the next region with its line; else it stands where it was set, or is divided. */
static enum scan_verdict visit_float(struct scan *scan, uint32_t index, const struct flow_item *item)
{
	const struct flow_float *floated = item->floated;
	if (flow_hangs_no_more(scan->flow, scan->start, scan->cut, index))
		return SCAN_GO_ON;
	bool comes = flow_comes_here(floated);
	bool alone = comes && !scan->parted_by && scan_has_floats_alone(scan) && begins_line(scan, index);
	if (alone && scan_needed(scan, len_add(floated->drop, floated->height), 0) > scan->room->height)
		return SCAN_FLOATS;
	if (scan_leaves_float(scan, floated))
		return SCAN_FULL;
	if (!scan_part_float(scan, index, floated))
		flow_walk_item(&scan->walk, item);
	scan->positioned |= comes;
	scan->lead = index + 1;
	return SCAN_GO_ON;
}

/* At the last gap ends a space that is retained and has no room. */
static bool gap_runs_over(const struct scan *scan)
{
	int64_t least = (int64_t)scan_foot_of_gap(scan, 0) - scan->gap_shrink - scan->gap_leading + scan->gap_reserve;
	return least + scan_unpaid(scan, scan->gap_notes) > (int64_t)scan->room->height + LAYOUT_TOLERANCE;
}

bool scan_part_runs_over(const struct scan *scan)
{
	return scan->room->apart && scan->any && gap_runs_over(scan);
}

/* A space-after that is retained belongs to the page of what it comes after: that goes to the next page when there is no room for both. */
static enum scan_verdict visit_space(struct scan *scan, uint32_t index, const struct flow_item *item)
{
	const struct flow_space *space = &item->space;
	if (index == scan->start && flow_is_left_behind(item)) {
		scan->start++;
		return SCAN_GO_ON;
	}
	flow_meet(&scan->walk.meeting, space, scan->walk.at_start);
	if (!space->after || !space->retain || !scan->any)
		return SCAN_GO_ON;
	scan->back = 0;
	scan_mark_gap(scan, index + 1);
	return scan->has_best && gap_runs_over(scan) ? SCAN_FULL : SCAN_GO_ON;
}

/* Whether what is closed still stands on the page. A space at its end does not count unless it is retained, and another break has room for it: nothing
 * need come after it here. */
static bool has_closed(const struct scan *scan)
{
	const struct flow_walk *walk = &scan->walk;
	len retained = scan->has_best ? flow_met_retained(&walk->meeting) : 0;
	len bottom = MAX(len_add(walk->y, retained), scan_floor(scan));
	int64_t held = (int64_t)bottom + walk->reserve + scan_unpaid(scan, scan->notes);
	return held - walk->shrink - scan_overhang(scan) <= (int64_t)scan->room->height + LAYOUT_TOLERANCE;
}

/* An empty block, just closed, that is seen: its borders or padding reach below all floats, which may go on in the next region. */
static bool is_drawn(const struct scan *scan, const struct flow_group *group)
{
	return (group->before || group->after) && flow_walk_floor(&scan->walk) <= scan->walk.y;
}

/* No region has room for the edges below it, or what it ends with overruns this one already: they stand where it ends, if there is no better break. */
static bool ends_in_vain(const struct scan *scan, const struct flow_group *group)
{
	bool other = scan->has_best || scan->room->may_be_none || scan->room->ending.depth > 0;
	return !other && (scan->over || !scan_holds_end(scan, group));
}

/* What closes must fit, too. An empty block, which takes no room, stays with what is before it; one that is seen may begin the next page. */
static enum scan_verdict visit_close(struct scan *scan, uint32_t index, const struct flow_item *item)
{
	bool hollow = scan->walk.hollow;
	len y = scan->walk.y;
	flow_walk_item(&scan->walk, item);
	bool drawn = is_drawn(scan, item->group);
	if (!repeats_foot_notes(item->group))
		take_notes(scan, item->group->footer_notes);
	bool over = !has_closed(scan);
	if (scan->any && over && (hollow || !ends_in_vain(scan, item->group))) {
		if (hollow && drawn)
			scan_consider_gap(scan, index, (struct flow_fit){0});
		if (!hollow || drawn)
			return SCAN_FULL;
		if (scan_floats_run_over(scan)) /* its floats do not: they go on with what comes next */
			return SCAN_GO_ON;
		scan->walk.y = y;
		over = false;
	}
	scan->over |= over && drawn;
	scan->any |= drawn; /* be it the foot alone of what goes on */
	scan_mark_gap(scan, index + 1);
	return SCAN_GO_ON;
}

/* What comes next stands below floats; where these go on in the next region, be it that they stand around the list whose item this flow is in, so
 * does that. */
static enum scan_verdict visit_clear(struct scan *scan, uint32_t index, const struct flow_item *item)
{
	if (scan_is_beside_part(scan, item))
		return SCAN_PARTED;
	scan->below |= item->below > 0;
	if (item->below > len_add(scan->room->height, LAYOUT_TOLERANCE))
		return scan->any ? SCAN_PARTED : SCAN_FULL;
	flow_walk_item(&scan->walk, item);
	scan->lead = index + 1;
	return SCAN_GO_ON;
}

/* A break before the first thing in a group is one before the group; one after the last is after it. */
static enum scan_verdict visit_break(struct scan *scan, uint32_t index)
{
	if (!scan->ended && is_forced(scan, index))
		scan->ended = index + 1;
	return SCAN_GO_ON;
}

static bool goes_on(const struct flow_item *item)
{
	return item->kind == FLOW_CLOSE || item->kind == FLOW_BREAK || flow_is_left_behind(item);
}

static enum scan_verdict visit(struct scan *scan, uint32_t index, struct flow_row *cut)
{
	const struct flow_item *item = &scan->flow->items[index];
	if (scan->ended && !goes_on(item))
		return SCAN_FORCED;
	switch (item->kind) {
	case FLOW_BOX:
		if (item->box.position != FLOW_STATIC)
			return visit_positioned(scan, index, &item->box);
		return scan_visit_box(scan, index, item->box.height, scan_notes_of(item->box.anchors), NULL);
	case FLOW_ROW:
		cut = cut ? cut : item->row;
		return scan_visit_box(scan, index, cut->height, scan_row_notes(scan, index, cut), cut);
	case FLOW_CLOSE:
		return visit_close(scan, index, item);
	case FLOW_SPACE:
		return visit_space(scan, index, item);
	case FLOW_OPEN:
		take_notes(scan, item->group->header_notes);
		if (repeats_foot_notes(item->group))
			take_notes(scan, item->group->footer_notes);
		flow_walk_item(&scan->walk, item);
		return SCAN_GO_ON;
	case FLOW_FLOAT:
		return visit_float(scan, index, item);
	case FLOW_CLEAR:
		return visit_clear(scan, index, item);
	case FLOW_BREAK:
		return visit_break(scan, index);
	case FLOW_SPAN:
		return SCAN_SPAN;
	}
	return SCAN_GO_ON;
}

static struct flow_fit forced_fit(struct scan *scan)
{
	struct flow_fit fit = {.end = scan->lead, .notes = scan->notes, .forced = flow_strongest_break(scan->flow, scan->ended - 1)};
	if (fit.end < scan->flow->count)
		fit.ending = scan_ending_within(scan, fit.end);
	fit = scan_whole(scan, MAX(scan_foot_of_gap(scan, 0), scan_floor(scan)), fit);
	fit.height = len_add(fit.height, scan->gap_reserve);
	return fit;
}

/* What spans columns may end above where it begins, by spaces below 0; a cell takes no less than nothing. */
static len bottom_of(const struct scan *scan)
{
	len bottom = len_add(scan->walk.y, flow_met_retained(&scan->walk.meeting));
	bool floats = flow_walk_floor(&scan->walk) > 0;
	return scan->room->nested || floats ? MAX(bottom, scan_floor(scan)) : bottom;
}

struct scan scan_begin(struct flow *flow, struct flow_at at, const struct flow_room *room)
{
	uint32_t page = room->ending.started ? room->page : at.index;
	return (struct scan){.flow = flow,
						 .room = room,
						 .walk = {.at_start = true, .elastic = room->elastic},
						 .parted = room->ending.column ? at.index : page,
						 .sought = -1,
						 .start = at.index,
						 .cut = at.cut,
						 .gap = at.index,
						 .lead = at.index};
}

enum scan_verdict scan_walk(struct scan *scan, struct flow_at at, uint32_t *index)
{
	struct flow *flow = scan->flow;
	if (flow_look_ahead(flow, at.index))
		reopen_groups(scan, flow->items[at.index].around);
	for (*index = at.index; flow_look_ahead(flow, *index); (*index)++) {
		enum scan_verdict verdict = visit(scan, *index, *index == at.index ? at.cut : NULL);
		if (verdict != SCAN_GO_ON)
			return verdict;
	}
	return SCAN_ALL;
}

struct flow_fit scan_result(struct scan *scan, enum scan_verdict verdict, uint32_t index)
{
	if (verdict == SCAN_FULL) {
		struct flow_fit fit = scan_choose(scan, index);
		fit.full = index;
		return fit;
	}
	if (verdict == SCAN_CUT)
		return scan->forced;
	if (verdict == SCAN_FLOATS)
		return scan_take_floats(scan);
	if (scan_floats_run_over(scan) && scan->any)
		return scan_end_at_gap(scan);
	if (scan_floats_run_over(scan) && scan->room->may_be_none)
		return (struct flow_fit){.end = scan->start, .none = true};
	if (verdict == SCAN_PARTED)
		return scan_parted(scan);
	if (verdict == SCAN_FORCED)
		return forced_fit(scan);
	struct flow_fit fit = {.end = index, .notes = scan->notes, .span = verdict == SCAN_SPAN, .all = verdict == SCAN_ALL};
	return scan_whole(scan, bottom_of(scan), fit);
}

/* Footnotes not counted. What is taller than the limit counts as `taller`. */
static len height_within(struct flow *flow, struct flow_at at, len limit, len taller)
{
	struct flow_fit fit = flow_fit(flow, at, &(struct flow_room){.height = limit, .nested = true, .apart = true});
	return fit.all && !fit.overfull ? fit.height : taller;
}

len flow_rest_height(struct flow *flow, struct flow_at at)
{
	const struct flow *open = flow_open_within(flow, at);
	len limit = open ? flow_open_limit(open) : flow->reach ? flow->reach : FLOW_ENDLESS;
	return height_within(flow, at, limit, FLOW_ENDLESS);
}

len flow_height(struct flow *flow)
{
	if (flow->reach)
		return len_add(flow->reach, LEN_PT);
	return height_within(flow, (struct flow_at){0}, LEN_MAX, LEN_MAX);
}
