/* flow_fit_row: a row in which a region may end: how much of it stands there, with cells that span into it from rows above (XSL 1.1, 6.7.10: the
 * cells of a row may be broken, each in its own content). */
#include "layout/flow_fit_int.h"

/* ---- cells that span rows ---- */

/* What a cell that goes on in later rows has in the part of the row that is `height` high; `above` of it stands in rows above. */
static void add_span(struct flow_fit *cut, const struct flow_cell *cell, len above, len height, const struct flow_ending *ending)
{
	struct flow_fit fit = flow_cell_part(cell, len_add(above, height), false, ending);
	bool nothing = fit.end == cell->from && !fit.cut;
	cut->all &= fit.all;
	cut->keep = MAX(cut->keep, nothing ? FO_KEEP_AUTO : fit.keep);
	cut->broken |= !nothing && fit.broken;
	if (!nothing)
		cut->cut = MAX(cut->cut, len_add(fit.height, cell->before + cell->kept_after) - above);
}

static void add_spans_of(struct flow_fit *cut, const struct scan *scan, uint32_t from, uint32_t index, const struct flow_row *row,
						 len height)
{
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell->row_span <= 1)
			continue;
		if (from == index) {
			add_span(cut, cell, 0, height, &cut->ending);
			continue;
		}
		struct row_reach reach = flow_row_reach(scan->flow, from, index, row, 0, cell->row_span);
		if (reach.rows < cell->row_span && flow_next_row(scan->flow, reach.last) == index)
			add_span(cut, cell, reach.height, height, &cut->ending);
	}
}

/* A row is as high on this page as the cells need that reach into it. The footnotes of those from above are counted where they begin. */
static void add_spans(struct flow_fit *cut, const struct scan *scan, uint32_t index, const struct flow_row *row, len height)
{
	const struct flow_item *items = scan->flow->items;
	add_spans_of(cut, scan, index, index, row, height);
	for (uint32_t i = index; i-- > scan->start;) {
		if (items[i].kind == FLOW_BREAK)
			continue;
		if (items[i].kind != FLOW_ROW || !items[i].row->whole)
			break;
		add_spans_of(cut, scan, i, index, i == scan->start && scan->cut ? scan->cut : items[i].row, height);
	}
	for (unsigned i = 0; i < row->count; i++)
		if (row->cells[i].row_span > 1)
			cut->notes = len_add(cut->notes, flow_cell_part(&row->cells[i], cut->cut, false, &cut->ending).notes);
}

/* ---- cuts ---- */

/* Cuts of one row that are weighed. */
#define CUTS_MAX 256

/* As much of a row as stands in a height, or down to a break inside it. cut 0: nothing. */
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
	struct flow_fit cut = flow_row_part(row, &room);
	if (row->whole && (cut.cut > 0 || cut.all) && !cut.forced)
		add_spans(&cut, scan, index, row, height);
	cut.keep = MAX(cut.keep, cutting->keep);
	cut.broken |= cutting->broken;
	cut.end = index;
	cut.height = MAX(len_add(flow_walk_next(&scan->walk), cut.cut), flow_walk_floor(&scan->walk));
	len separator = cut.notes && !scan->notes ? around->separator : 0;
	cut.notes = len_add(cut.notes, len_add(scan->notes, separator));
	return cut;
}

/* A row whose given height is more than what is in it needs is not broken, as in FOP, unless the next region is lower. */
static bool is_fixed(const struct flow_row *row, const struct cutting *cutting)
{
	return row->fixed && (!cutting->ending.next || row->height <= cutting->ending.next);
}

/* All that a row says would stand above, and its edges alone go on: where there is no other break. */
static void spare_edges(struct scan *scan, struct flow_fit cut)
{
	if (!scan->spare.cut && cut.cut > 0)
		scan->spare = cut;
}

bool scan_visit_cuts(struct scan *scan, uint32_t index, const struct flow_row *row)
{
	len optimum = scan->room->height - (len)MIN(scan_needed(scan, 0, 0), LEN_MAX / 2), shrink = flow_walk_shrink(&scan->walk);
	len height = len_add(optimum, shrink);
	struct cutting cutting = scan_cutting(scan, index, row);
	for (int i = 0; i < CUTS_MAX; i++) {
		struct flow_fit cut = cut_row(scan, index, row, height, &cutting);
		int64_t left = (int64_t)scan->room->height - scan_needed(scan, cut.cut, cut.notes - scan->notes);
		if (cut.cut > 0 && cut.notes > scan->notes && left + shrink < -FLOW_TOLERANCE) {
			scan_spare_cut(scan, row, cut);
			height = MIN(height, cut.cut) - FLOW_TOLERANCE - 1;
			continue;
		}
		bool all = cut.all, whole = all && row->height <= height + FLOW_TOLERANCE;
		cut.all = false;
		if (cut.forced) {
			scan_force_cut(scan, cut, left);
			return true;
		}
		if (!whole && (row->fixed ? is_fixed(row, &cutting) : all))
			spare_edges(scan, cut);
		else if (!whole)
			scan_consider_cut(scan, cut, left);
		if (cut.cut <= optimum && (!all || row->fixed))
			break;
		len lower = cut.cut - FLOW_TOLERANCE - 1;
		if (lower >= height) /* it gets no lower: the same cut again */
			break;
		height = lower;
	}
	return false;
}

void scan_visit_inner_cut(struct scan *scan, uint32_t index, const struct flow_row *row)
{
	struct cutting cutting = scan_cutting(scan, index, row);
	struct flow_fit cut = cut_row(scan, index, row, row->height - FLOW_TOLERANCE - 1, &cutting);
	if (cut.all && cut.cut > 0) /* its edges alone would go on */
		cut = cut_row(scan, index, row, cut.cut - FLOW_TOLERANCE - 1, &cutting);
	if (!cut.forced && !cut.all && cut.cut > 0 && !row->fixed)
		scan_consider_cut(scan, cut, (int64_t)scan->room->height - scan_needed(scan, cut.cut, cut.notes - scan->notes));
}
