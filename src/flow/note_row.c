/* note_row: what footnotes a row brings to its page. Those of a cell that spans rows stand on the pages of their lines (XSL 1.1, 6.12.3): each
 * row brings those of as much of the cell as stands beside it. */
#include "flow/fit_int.h"

/* ---- the first or last of them ---- */

static const struct line_anchor *edge_of(const struct line_anchor *anchors, bool last)
{
	const struct line_anchor *edge = NULL;
	for (; anchors && (last || !edge); anchors = anchors->next)
		edge = anchors->note ? anchors : edge;
	return edge;
}

static const struct line_anchor *edge_in(const struct flow *flow, struct flow_at at, uint32_t end, bool last);

static const struct line_anchor *edge_in_row(const struct flow_row *row, bool last)
{
	const struct line_anchor *edge = NULL;
	for (unsigned i = 0; i < row->count && !edge; i++) {
		const struct flow_cell *cell = &row->cells[last ? row->count - 1 - i : i];
		edge = edge_in(cell->content, flow_cell_at(cell), cell->content->count, last);
	}
	return edge;
}

static const struct line_anchor *edge_in(const struct flow *flow, struct flow_at at, uint32_t end, bool last)
{
	const struct line_anchor *edge = NULL;
	for (uint32_t n = at.index; n < end && !edge; n++) {
		uint32_t i = last ? end - 1 - (n - at.index) : n;
		const struct flow_item *item = &flow->items[i];
		if (item->kind == FLOW_BOX)
			edge = edge_of(item->box.anchors, last);
		else if (item->kind == FLOW_ROW)
			edge = edge_in_row(flow_row_at(flow, at, i), last);
		else if (item->kind == FLOW_OPEN)
			edge = edge_of(item->group->header_notes, last);
		else if (item->kind == FLOW_CLOSE)
			edge = edge_of(item->group->footer_notes, last);
	}
	return edge;
}

const struct line_anchor *scan_first_note(const struct flow_row *row)
{
	return edge_in_row(row, false);
}

/* ---- cells that span rows ---- */

void scan_each_span(const struct scan *scan, uint32_t index, const struct flow_row *row, scan_take_span *take, void *data)
{
	const struct flow_item *items = scan->flow->items;
	for (uint32_t i = index + 1; i-- > scan->start;) {
		if (items[i].kind == FLOW_BREAK)
			continue;
		if (items[i].kind != FLOW_ROW || !items[i].row->whole)
			break;
		const struct flow_row *from = i == index ? row : scan_row(scan, i);
		for (unsigned k = 0; k < from->count; k++) {
			const struct flow_cell *cell = &from->cells[k];
			struct row_reach above = {0};
			if (i < index && cell->row_span > 1)
				above = flow_reach_to(scan->flow, i, from, index, cell->row_span);
			bool reaches = i == index || flow_next_row(scan->flow, above.last) == index;
			if (cell->row_span > 1 && above.rows < cell->row_span && reaches)
				take(data, &(struct scan_span){cell, i == index, above.height, above.rows + 1 == cell->row_span});
		}
	}
}

/* ---- a row ---- */

struct span_notes {
	struct flow_ending ending;
	len height; /* of the row, or what is taken of it */
	bool whole;
	bool from_above; /* those that begin in it do not count */
	len notes;
	const struct flow_cell *own, *above;             /* the last that begins here, and one from above, with footnotes; or NULL */
	const struct line_anchor *last_own, *last_above; /* the last of those, if it is known */
};

/* What stands of a cell beside the row, less what stands above. */
static void add_span(void *data, const struct scan_span *span)
{
	struct span_notes *notes = data;
	const struct flow_cell *cell = span->cell;
	if (!cell->notes || (notes->from_above && span->own))
		return;
	struct flow_at at = flow_cell_at(cell);
	struct flow_fit above = {0}, here = {.end = cell->content->count, .notes = cell->notes};
	if (!span->own) {
		above = flow_cell_part(cell, span->above, false, &notes->ending);
		at = (struct flow_at){.index = above.end};
	}
	if (!notes->whole || !span->ends)
		here = flow_cell_part(cell, len_add(span->above, notes->height), false, &notes->ending);
	if (here.notes <= above.notes)
		return;
	notes->notes = len_add(notes->notes, here.notes - above.notes);
	const struct line_anchor *last = here.cut ? NULL : edge_in(cell->content, at, here.end, true);
	*(span->own ? &notes->last_own : &notes->last_above) = !span->own && notes->above ? NULL : last;
	*(span->own ? &notes->own : &notes->above) = cell;
}

/* On an endless page they all count where their cells begin. */
static void add_endless(struct span_notes *notes, const struct flow_row *row)
{
	for (unsigned i = 0; i < row->count; i++)
		if (row->cells[i].row_span > 1)
			notes->notes = len_add(notes->notes, row->cells[i].notes);
}

static struct span_notes notes_of_spans(const struct scan *scan, uint32_t index, const struct flow_row *row, len cut)
{
	struct span_notes notes = {.ending = scan_ending_within(scan, index), .height = cut ? cut : row->height, .whole = !cut};
	if (scan->room->height >= FLOW_ENDLESS)
		add_endless(&notes, row);
	else
		scan_each_span(scan, index, row, add_span, &notes);
	return notes;
}

len scan_span_notes(const struct scan *scan, uint32_t index, const struct flow_row *row, len cut)
{
	return row->whole ? notes_of_spans(scan, index, row, cut).notes : 0;
}

len scan_notes_beside(const struct scan *scan, uint32_t index, const struct flow_row *row, len height)
{
	struct span_notes notes = {.ending = scan_ending_within(scan, index), .height = height, .from_above = true};
	scan_each_span(scan, index, row, add_span, &notes);
	return notes.notes;
}

/* They are placed cell by cell, those of a cell that spans rows with its first row. */
static const struct line_anchor *last_of_row(const struct scan *scan, const struct flow_row *row, const struct span_notes *spans)
{
	for (unsigned i = row->count; i-- > 0;) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell == spans->own)
			return spans->last_own;
		const struct line_anchor *last = cell->row_span == 1
											 ? edge_in(cell->content, flow_cell_at(cell), cell->content->count, true)
											 : NULL;
		if (last)
			return last;
	}
	return scan->notes ? NULL : spans->last_above;
}

struct noted scan_row_notes(const struct scan *scan, uint32_t index, const struct flow_row *row)
{
	struct noted notes = scan_notes_of(row->anchors);
	if (!row->whole)
		return notes;
	struct span_notes spans = notes_of_spans(scan, index, row, 0);
	notes.height = len_add(notes.height, spans.notes);
	notes.last = spans.notes ? last_of_row(scan, row, &spans) : notes.last;
	return notes;
}

struct noted scan_notes_of(const struct line_anchor *anchors)
{
	struct noted notes = {.last = edge_of(anchors, true)};
	for (; anchors; anchors = anchors->next)
		notes.height = len_add(notes.height, flow_anchored_height(anchors));
	return notes;
}
