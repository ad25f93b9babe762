/* fit_box: whether a line, another box or a row stands in a region, with its footnotes or a part of them (XSL 1.1, 4.10.3), or the region ends before
 * or in it. */
#include "flow/fit_int.h"

len scan_floor(const struct scan *scan)
{
	len floor = flow_walk_floor(&scan->walk), hangs = scan->room->ending.hangs;
	return hangs > 0 && floor <= len_add(scan->room->height, hangs) ? 0 : floor;
}

int64_t scan_needed(const struct scan *scan, len height, len notes)
{
	len bottom = MAX(len_add(flow_walk_next(&scan->walk), height), scan_floor(scan));
	return (int64_t)bottom + scan->walk.reserve + scan_unpaid(scan, len_add(scan->notes, notes));
}

/* By how much retained spaces below 0 after an item let it reach beyond the region's foot. */
static len taken_back(const struct flow *flow, uint32_t index)
{
	struct meeting meeting = {0};
	while (++index < flow->count && (flow->items[index].kind == FLOW_CLOSE || flow_is_left_behind(&flow->items[index])))
		if (flow->items[index].kind == FLOW_SPACE)
			flow_meet(&meeting, &flow->items[index].space, false);
	return MAX(-flow_met_retained(&meeting), 0);
}

/* leading: white at the foot of what is asked for. */
static bool fits(const struct scan *scan, uint32_t index, len height, len leading, len notes)
{
	bool below = notes || scan->notes || scan->room->paid || scan->walk.reserve || flow_walk_floor(&scan->walk) > 0;
	len saved = flow_walk_shrink(&scan->walk) + (below ? 0 : leading) + taken_back(scan->flow, index);
	return (!scan->split || index <= scan->split_to) &&
		   scan_needed(scan, height, notes) - saved <= (int64_t)scan->room->height + LAYOUT_TOLERANCE;
}

static void take(struct scan *scan, uint32_t index, len height, len notes)
{
	flow_walk_take(&scan->walk, height);
	scan->notes = len_add(scan->notes, notes);
	scan->any = true;
	scan_mark_gap(scan, index + 1);
}

/* What stands with a part of its last footnote, and what is kept with it if there is room for all of that. held: its height, with floats that hang
 * out of it; whole: it has room with all of its footnotes. */
static bool take_with_part(struct scan *scan, uint32_t index, len height, len held, const struct noted *noted, bool whole)
{
	if (scan_needed(scan, held, 0) > scan->room->height)
		return false;
	uint32_t to = index;
	len part = scan_part_of_notes(scan, &to, held, noted);
	if (part <= 0 || (whole && (to == index || part >= scan_notes_height(scan, noted))))
		return false;
	take(scan, index, height, part);
	scan->split = true;
	scan->split_to = to;
	return true;
}

/* What fits on a page alone, though not with its footnotes, and cannot be divided: they, or the last of them, follow on the next page. It cannot
 * wait for room, so a footnote rather begins there against its orphans and widows (4.10.3). */
static bool take_before_notes(struct scan *scan, uint32_t index, len height, len held, const struct line_anchor *anchors)
{
	bool other = scan->any || scan->has_best || scan->spare.cut > 0 || scan->split;
	if (other || scan->room->nested || scan->room->may_be_none || scan_needed(scan, held, 0) > scan->room->height)
		return false;
	take(scan, index, height, scan_notes_that_fit(scan, index, held, anchors, false));
	scan->split = true;
	scan->split_to = index;
	return true;
}

/* A row that is lower where a page ends below it (collapsed borders) may be the last one. */
static bool fits_at_foot(const struct scan *scan, uint32_t index, len held, const struct flow_row *row, len notes)
{
	len more = flow_more_below(row, 0);
	return more < 0 && flow_next_row(scan->flow, index) < scan->flow->count && fits(scan, index, held + more, 0, notes);
}

enum scan_verdict scan_visit_box(struct scan *scan, uint32_t index, len height, struct noted noted, const struct flow_row *row)
{
	const struct flow_item *item = &scan->flow->items[index];
	len notes = scan_notes_height(scan, &noted), held = row ? MAX(height, row->reach) : height;
	/* a row that fits only when spaces shrink may be cut where they need not */
	bool tight = scan_needed(scan, held, notes) > (int64_t)scan->room->height + LAYOUT_TOLERANCE;
	if (scan->any)
		scan_consider_gap(scan, index, scan_beside_gap(scan, index, row, tight));
	if (scan->has_best && scan->best.fit.keep <= scan->sought)
		return SCAN_SOUGHT;
	bool broken = row && row->broken && scan_honours_breaks(scan);
	if (row && row->spans_broken && scan_honours_breaks(scan) && scan_ends_in_span(scan, index, row))
		return SCAN_CUT;
	if (row && (broken || tight) && scan_visit_cuts(scan, index, row))
		return SCAN_CUT;
	len leading = !height ? scan_overhang(scan) : item->kind == FLOW_BOX ? item->box.leading : 0;
	if (broken)
		return SCAN_FULL;
	bool whole = fits(scan, index, held, leading, notes) || (row && fits_at_foot(scan, index, held, row, notes));
	if (notes && take_with_part(scan, index, height, held, &noted, whole))
		return SCAN_GO_ON;
	if (!whole)
		return notes && take_before_notes(scan, index, height, held, row ? row->anchors : item->box.anchors) ? SCAN_GO_ON
																											 : SCAN_FULL;
	if (row &&
		(scan_keeps_next(scan, index) || !fits(scan, index, len_add(held, scan_closing(scan->flow, index)), leading, notes)))
		scan_visit_inner_cut(scan, index, row);
	take(scan, index, height, notes);
	scan->leading = leading;
	scan->foot = scan->walk.y;
	scan->back = taken_back(scan->flow, index);
	scan_mark_gap(scan, index + 1);
	return SCAN_GO_ON;
}
