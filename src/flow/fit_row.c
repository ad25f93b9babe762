/* fit_row: a row in which a region may end: how much of it stands there, with cells that span into it from rows above (XSL 1.1, 6.7.10: the
 * cells of a row may be broken, each in its own content). */
#include "flow/fit_int.h"

/* ---- cells that span rows ---- */

/* The first break inside of them that is reached in a row: so far down, from the row's top. forced FO_KW_NONE_GIVEN: there is none. */
struct span_break {
	len height; /* of the row, or the room for it */
	struct flow_ending ending;
	enum fo_keyword forced;
	len at;
	bool goes_on; /* in rows below */
};

static void find_break(void *data, const struct scan_span *span)
{
	struct span_break *first = data;
	const struct flow_cell *cell = span->cell;
	struct flow_fit fit = flow_cell_part(cell, len_add(span->above, first->height), false, &first->ending);
	len at = len_add(fit.height, cell->before + cell->kept_after) - span->above;
	if (!fit.forced || at <= 0 || (first->forced && first->at <= at))
		return;
	first->forced = fit.forced;
	first->at = at;
	first->goes_on = !span->ends;
}

/* A row is as high on this page as the cells need that reach into it. */
struct span_cut {
	struct flow_fit *cut;
	len height; /* of the part of the row */
};

/* What a cell that goes on in later rows has in it. */
static void add_span(void *data, const struct scan_span *span)
{
	const struct span_cut *spans = data;
	const struct flow_cell *cell = span->cell;
	struct flow_fit *cut = spans->cut, fit = flow_cell_part(cell, len_add(span->above, spans->height), false, &cut->ending);
	bool nothing = fit.end == cell->from && !fit.cut;
	cut->all &= fit.all;
	cut->keep = MAX(cut->keep, nothing ? FO_KEEP_AUTO : flow_keep_of_part(cell, &fit, cut->ending.column));
	cut->broken |= !nothing && fit.broken;
	if (!nothing)
		cut->cut = MAX(cut->cut, len_add(fit.height, cell->before + cell->kept_after) - span->above);
}

/* ---- cuts ---- */

/* Cuts of one row that are weighed. */
#define CUTS_MAX 256

static struct span_break break_of_spans(const struct scan *scan, uint32_t index, const struct flow_row *row,
										const struct flow_room *room)
{
	struct span_break first = {.height = MIN(room->height, row->height), .ending = room->ending};
	if (row->spans_broken && room->breaks)
		scan_each_span(scan, index, row, find_break, &first);
	return first;
}

/* Where all else that the row says stands above the break, it ends with the row. */
static void end_with_break(struct flow_fit *cut, const struct flow_row *row, len height, bool goes_on)
{
	cut->all &= goes_on && row->height <= len_add(height, LAYOUT_TOLERANCE);
	if (cut->all)
		cut->cut = row->height;
}

/* What is left of the region for a row when spaces have their optima: floats that stand beside it take nothing from it. */
static len left_for_row(const struct scan *scan)
{
	len floor = scan_floor(scan), below = (len)MIN(scan_needed(scan, 0, 0), LEN_MAX / 2);
	bool holds_floats = below <= len_add(scan->room->height, LAYOUT_TOLERANCE);
	return scan->room->height - below + (holds_floats ? MAX(floor - flow_walk_next(&scan->walk), 0) : 0);
}

/* A row that goes on for its given height alone fills each page, where no more of what it says could come in by that. */
static void fill_region(const struct scan *scan, const struct flow_row *row, len height, struct flow_fit *cut)
{
	bool more = !cut->all && (cut->cut <= 0 || row->whole || row->anchors);
	if (more || cut->forced || !row->fixed)
		return;
	len left = left_for_row(scan) - (cut->notes - scan->notes);
	if (left >= LEN_PT) /* less would make pages without end */
		cut->cut = MAX(cut->cut, MIN(MIN(left, height), row->height));
}

struct lower_break {
	len height, most; /* of the part of the row */
	const struct flow_ending *ending;
};

static void lower_break(void *data, const struct scan_span *span)
{
	struct lower_break *lower = data;
	lower->height = MAX(lower->height, flow_lower_break(span->cell, span->above, lower->height, lower->most, lower->ending));
}

/* Cells that span rows end well beside a break, too. */
static struct flow_fit below_spans(const struct scan *scan, uint32_t index, const struct flow_row *row,
								   const struct flow_room *room, struct flow_fit cut)
{
	struct lower_break lower = {cut.cut, room->height, &room->ending};
	scan_each_span(scan, index, row, lower_break, &lower);
	return lower.height > cut.cut ? flow_row_above(row, room, lower.height, cut.forced) : cut;
}

/* A part of an item that a region holds with the floats that hang out of it: these have as much room below it as they take of the whole item. */
static len room_to_hang(const struct scan *scan, const struct flow_row *row, len height)
{
	bool holds = row->reach > height && row->reach <= len_add(left_for_row(scan), scan->room->ending.hangs);
	return holds ? row->reach - height : 0;
}

len scan_held_by(const struct flow_fit *cut)
{
	return len_add(cut->cut, cut->ending.hangs);
}

/* As much of a row as stands in a height, or down to a break inside it. cut 0: nothing; all: the row, though a break may end it. */
static struct flow_fit cut_row(const struct scan *scan, uint32_t index, const struct flow_row *row, len height,
							   const struct cutting *cutting)
{
	const struct flow_room *around = scan->room;
	struct flow_room room = {.height = height,
							 .paid = len_add(around->paid, scan->notes),
							 .apart = true,
							 .nested = true,
							 .breaks = scan_honours_breaks(scan),
							 .ending = cutting->ending};
	room.ending.hangs = room_to_hang(scan, row, height);
	struct span_break spans = break_of_spans(scan, index, row, &room);
	struct flow_fit cut = flow_row_part(row, &room);
	if (spans.forced && !(cut.forced && cut.cut <= spans.at))
		cut = flow_row_above(row, &room, spans.at, spans.forced);
	if (cut.forced && row->whole)
		cut = below_spans(scan, index, row, &room, cut);
	if (row->whole && (cut.cut > 0 || cut.all) && !cut.forced)
		scan_each_span(scan, index, row, add_span, &(struct span_cut){&cut, height});
	cut.keep = MAX(cut.keep, cutting->keep);
	cut.broken |= cutting->broken;
	if (spans.forced)
		end_with_break(&cut, row, height, spans.goes_on);
	if (cut.cut > 0)
		cut.notes = len_add(cut.notes, scan_span_notes(scan, index, row, cut.cut));
	len separator = cut.notes && !scan->notes ? around->separator : 0;
	cut.notes = len_add(cut.notes, len_add(scan->notes, separator));
	fill_region(scan, row, height, &cut);
	if (cut.ending.hangs > 0)
		cut.ending.hangs = MAX(row->reach - cut.cut, 0);
	cut.end = index;
	cut.height = MAX(len_add(flow_walk_next(&scan->walk), scan_held_by(&cut)), scan_floor(scan));
	return cut;
}

/* Of a cell that stands above the row already. */
static void add_from_above(void *data, const struct scan_span *span)
{
	if (!span->own)
		add_span(data, span);
}

static struct flow_fit beside_gap(const struct scan *scan, uint32_t index, const struct flow_row *row, len height)
{
	struct flow_fit beside = {.ending = scan_ending_within(scan, index)};
	scan_each_span(scan, index, row, add_from_above, &(struct span_cut){&beside, height});
	if (beside.cut > 0)
		beside.notes = scan_notes_height(scan, &(struct noted){.height = scan_notes_beside(scan, index, row, beside.cut)});
	return beside;
}

/* The last row above the gap is no taller than its maximum, as in FOP. */
static len left_beside(const struct scan *scan)
{
	const struct flow_item *last = &scan->flow->items[scan->gap - 1];
	bool rest = scan->gap - 1 == scan->start && scan->cut;
	bool limited = last->kind == FLOW_ROW && last->row->node->kind == FO_TABLE_ROW && !rest;
	len grows = limited ? flow_most_height(last->row->node) - last->row->height : LEN_MAX;
	return MAX(MIN(left_for_row(scan), grows), 0);
}

/* Where less goes on against no keep, no more does. */
struct flow_fit scan_beside_gap(const struct scan *scan, uint32_t index, const struct flow_row *row, bool tight)
{
	if (!row || !row->whole || !(tight || scan_keeps_next(scan, index)))
		return (struct flow_fit){0};
	int64_t room = (int64_t)scan->room->height + LAYOUT_TOLERANCE;
	struct flow_fit most = beside_gap(scan, index, row, left_beside(scan));
	while (most.notes && (scan->split || scan_needed(scan, most.cut, most.notes) > room)) { /* its footnotes have no room */
		struct flow_fit less = beside_gap(scan, index, row, MAX(most.cut - LAYOUT_TOLERANCE - 1, 0));
		most = less.cut < most.cut ? less : (struct flow_fit){.ending = less.ending};
	}
	struct flow_fit none = most.keep > FO_KEEP_AUTO ? beside_gap(scan, index, row, 0) : most;
	return none.keep < most.keep ? none : most;
}

/* All that a row says would stand above, and its edges alone, or its given height, go on: where there is no other break. Columns do not level by that. */
static void spare_edges(struct scan *scan, const struct flow_row *row, struct flow_fit cut)
{
	bool levels = row->fixed && !cut.ending.next && cut.ending.whole;
	if (!scan->spare.cut && cut.cut > 0 && !levels)
		scan->spare = cut;
}

static bool force(struct scan *scan, struct flow_fit cut, int64_t left)
{
	if (cut.all) {
		cut.end++;
		cut.cut = 0;
	}
	cut.all = false;
	scan_force_cut(scan, cut, left);
	return true;
}

/* Its footnotes have no room, even when spaces shrink. */
static bool lacks_room(const struct scan *scan, const struct flow_fit *cut, int64_t left)
{
	return cut->cut > 0 && cut->notes > scan->notes && left + flow_walk_shrink(&scan->walk) < -LAYOUT_TOLERANCE;
}

bool scan_ends_in_span(struct scan *scan, uint32_t index, const struct flow_row *row)
{
	struct cutting cutting = scan_cutting(scan, index, row);
	len height = len_add(left_for_row(scan), flow_walk_shrink(&scan->walk));
	struct flow_fit cut = cut_row(scan, index, row, height, &cutting);
	int64_t left = (int64_t)scan->room->height - scan_needed(scan, scan_held_by(&cut), cut.notes - scan->notes);
	return cut.forced && cut.cut > 0 && !lacks_room(scan, &cut, left) && force(scan, cut, left);
}

/* A break within it that parts what is kept beside it, for which there is no room, leaves the row to the next page. */
bool scan_visit_cuts(struct scan *scan, uint32_t index, const struct flow_row *row)
{
	len optimum = left_for_row(scan), shrink = flow_walk_shrink(&scan->walk);
	len height = len_add(optimum, shrink);
	struct cutting cutting = scan_cutting(scan, index, row);
	for (int i = 0; i < CUTS_MAX; i++) {
		struct flow_fit cut = cut_row(scan, index, row, height, &cutting);
		int64_t left = (int64_t)scan->room->height - scan_needed(scan, scan_held_by(&cut), cut.notes - scan->notes);
		if (lacks_room(scan, &cut, left)) {
			scan_spare_cut(scan, row, cut);
			height = MIN(height, cut.cut) - LAYOUT_TOLERANCE - 1;
			continue;
		}
		if (cut.forced)
			return !(cut.keep > cutting.keep && scan_has_better(scan, &cut)) && force(scan, cut, left);
		bool all = cut.all, whole = all && row->height <= height + LAYOUT_TOLERANCE;
		cut.all = false;
		if (!whole && (row->fixed ? flow_is_fixed(row, &cutting.ending) : all))
			spare_edges(scan, row, cut);
		else if (!whole)
			scan_consider_cut(scan, cut, left);
		if (cut.cut <= optimum && (!all || row->fixed))
			break;
		len lower = cut.cut - LAYOUT_TOLERANCE - 1;
		if (lower >= height) /* it gets no lower: the same cut again */
			break;
		height = lower;
	}
	return false;
}

void scan_visit_inner_cut(struct scan *scan, uint32_t index, const struct flow_row *row)
{
	struct cutting cutting = scan_cutting(scan, index, row);
	struct flow_fit cut = cut_row(scan, index, row, row->height - LAYOUT_TOLERANCE - 1, &cutting);
	if (cut.all && cut.cut > 0) /* its edges alone would go on */
		cut = cut_row(scan, index, row, cut.cut - LAYOUT_TOLERANCE - 1, &cutting);
	if (!cut.forced && !cut.all && cut.cut > 0 && !row->fixed)
		scan_consider_cut(scan, cut,
						  (int64_t)scan->room->height - scan_needed(scan, scan_held_by(&cut), cut.notes - scan->notes));
}

/* As much as stands in a height, what can be divided above the region's end. False: nothing does. */
static bool takes_at(const struct scan *scan, uint32_t index, const struct flow_row *row, len height, struct flow_fit *fit)
{
	struct cutting cutting = scan_cutting(scan, index, row);
	cutting.ending.limit = MAX(left_for_row(scan), 0);
	struct flow_fit cut = cut_row(scan, index, row, height, &cutting);
	if (cut.cut <= 0)
		return false;
	*fit = (struct flow_fit){
		.end = index, .cut = cut.cut, .height = cut.height, .ending = cut.ending, .all = cut.all, .overfull = true};
	return true;
}

static bool leaves_edges(const struct flow_row *row, const struct flow_fit *cut);

/* Of a cell's content: behind that part come ends of blocks, and nothing that is seen beside them; no float goes on. */
static bool leaves_ends(const struct flow_cell *cell, const struct flow_fit *part)
{
	struct flow *content = cell->content;
	if (part->foot > 0 || (part->cut > 0 && !leaves_edges(flow_cell_row(cell, part->end), part)))
		return false;
	for (uint32_t i = part->end + (part->cut > 0); flow_has(content, i); i++) {
		const struct flow_item *item = &content->items[i];
		if (flow_stands(item) || (item->kind == FLOW_OPEN && (item->group->before || item->group->after)))
			return false;
	}
	return true;
}

/* All that a row says stands in that part of it: borders and padding alone would go on. */
static bool leaves_edges(const struct flow_row *row, const struct flow_fit *cut)
{
	bool edges = !row->whole && !row->fixed;
	for (unsigned i = 0; i < row->count && edges; i++) {
		struct flow_fit part = flow_cell_part(&row->cells[i], cut->cut, false, &cut->ending);
		edges = leaves_ends(&row->cells[i], &part);
	}
	return edges;
}

bool scan_least_cut(const struct scan *scan, uint32_t index, struct flow_fit *fit)
{
	const struct flow_row *row = scan_row(scan, index);
	len low = MAX(scan->room->height, LEN_PT), high = low;
	struct flow_fit least;
	struct flow_ending ending = scan_ending_within(scan, index);
	if (scan->room->nested || (!row->cut && flow_is_fixed(row, &ending)))
		return false;
	do {
		low = high;
		high = MIN(len_add(high, high), row->height);
		if (high <= low)
			return false;
	} while (!takes_at(scan, index, row, high, &least));
	while (high - low > LEN_PT) {
		len middle = low + (high - low) / 2;
		if (takes_at(scan, index, row, middle, &least))
			high = MIN(middle, least.cut);
		else
			low = middle;
	}
	if (least.all || leaves_edges(row, &least))
		return false;
	*fit = least;
	return true;
}
