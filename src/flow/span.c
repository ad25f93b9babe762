/* span: cells that span rows while the rows below them come, one after the other: the last of its rows takes what is missing to such a cell's height
 * (XSL 1.1, 6.7.10), and each has what of the cell ends or breaks in it. */
#include "flow/flow_int.h"

len flow_given_height(const struct fo_node *node)
{
	const struct fo_range *range = &node->style->block_progression_dimension;
	len minimum = range->minimum.keyword ? 0 : fo_resolve(range->minimum, 0),
		optimum = range->optimum.keyword ? 0 : fo_resolve(range->optimum, 0);
	return MAX(minimum, optimum);
}

len flow_most_height(const struct fo_node *node)
{
	struct fo_length most = node->style->block_progression_dimension.maximum;
	len height = most.keyword ? 0 : fo_resolve(most, 0);
	return height > 0 ? height : LEN_MAX;
}

len flow_cell_height(const struct flow_cell *cell)
{
	return MAX(cell->content_height, cell->continued ? 0 : flow_given_height(cell->node)) + cell->before + cell->after;
}

GArray *flow_spans_new(void)
{
	return g_array_new(FALSE, FALSE, sizeof(struct flow_span));
}

static void begin_spans(GArray *spans, const struct flow_row *row)
{
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		struct flow_span span = {.needed = flow_cell_height(cell),
								 .said = len_add(cell->content_height, cell->before + cell->kept_after),
								 .rows = cell->row_span,
								 .keep = cell->content->after,
								 .ends = flow_end_break(cell->content),
								 .broken = cell->broken};
		if (cell->row_span > 1)
			g_array_append_val(spans, span);
	}
}

/* From the row on in which all that it says ends a cell is kept with what follows its rows. */
static void note_span(const struct flow_span *span, struct flow_row *row)
{
	row->spans_broken |= span->broken;
	if (span->height >= span->said || span->rows == 0)
		row->spans_keep = flow_stronger(row->spans_keep, span->keep);
	if (span->rows == 0 && (row->spans_break == FO_KW_NONE_GIVEN || row->spans_break == FO_KW_AUTO))
		row->spans_break = span->ends;
}

void flow_span_row(GArray *spans, struct flow_row *row)
{
	begin_spans(spans, row);
	for (guint i = 0; i < spans->len; i++) {
		const struct flow_span *span = &g_array_index(spans, struct flow_span, i);
		if (span->rows == 1)
			row->height = MAX(row->height, span->needed - span->height);
	}
	guint kept = 0;
	for (guint i = 0; i < spans->len; i++) {
		struct flow_span span = g_array_index(spans, struct flow_span, i);
		span.height = len_add(span.height, row->height);
		span.rows--;
		note_span(&span, row);
		if (span.rows)
			g_array_index(spans, struct flow_span, kept++) = span;
	}
	g_array_set_size(spans, kept);
}

/* ---- behind a page's end ---- */

/* Of the spans some hang on rows that are of another height now. */
static bool has_moved(GArray *spans, bool moved)
{
	bool any = false;
	for (guint i = 0; i < spans->len; i++) {
		struct flow_span *span = &g_array_index(spans, struct flow_span, i);
		span->moved |= moved;
		any |= span->moved;
	}
	return any;
}

/* A cell whose other rows stand above is one of this row now. */
static len height_of_ends(const struct flow_row *row)
{
	len height = row->least;
	for (unsigned i = 0; i < row->count; i++)
		if (row->cells[i].row_span == 1)
			height = MAX(height, flow_cell_height(&row->cells[i]));
	return height;
}

void flow_make_room(struct flow_row *row)
{
	GArray *spans = flow_spans_new();
	row->height = height_of_ends(row);
	flow_span_row(spans, row);
	g_array_free(spans, TRUE);
}

/* Rows down to the end of those of other heights. begun: stands for the first of them; or NULL. */
static uint32_t span_rows(const struct flow *flow, struct flow_at at, struct flow_row *begun, GArray *spans)
{
	bool moved = false;
	uint32_t i = at.index;
	for (; i < flow->count && (i == at.index || moved || i < flow->bound->end); i++) {
		bool first = begun && i == at.index;
		struct flow_row *row = first ? begun : flow->items[i].kind == FLOW_ROW ? flow->items[i].row : NULL;
		if (!row || !row->whole)
			continue;
		len before = row->height;
		row->height = first ? height_of_ends(row) : row->least;
		flow_span_row(spans, row);
		moved = has_moved(spans, first || row->height != before);
	}
	return i;
}

void flow_bind_rows(const struct flow *flow, struct flow_at at)
{
	struct flow_bound *bound = flow->bound;
	struct flow_row *begun = at.cut && at.cut->whole ? at.cut : NULL;
	if (!bound || (begun ? begun->rest && begun->rest == bound->rest : at.index >= bound->end))
		return;
	GArray *spans = flow_spans_new();
	uint32_t end = span_rows(flow, at, begun, spans);
	bool open = end == flow->count && spans->len > 0 && flow->source;
	*bound = (struct flow_bound){begun ? begun->rest : 0, !begun ? at.index : open ? UINT32_MAX : end};
	if (open)
		flow_go_on_spanned(flow->source, spans);
	else
		g_array_free(spans, TRUE);
}
