/* whole: a row that a page takes whole though it was to go on over many. As long as it may be divided, what is left of a cell counts as FLOW_ENDLESS
 * where it is more than pages ask for (flow_rest_height), and so do the rows around it: the height of what stands is found here. */
#include "flow/flow_int.h"

/* Where a row stands: an item of a flow, in a region that ends there. */
struct stand {
	const struct flow *flow;
	uint32_t index;
	const struct flow_fit *fit;
};

static void measure_row(struct flow_row *row, const struct stand *stand);

static void measure_cell(struct flow_cell *cell)
{
	while (flow_more(cell->content))
		;
	for (uint32_t i = cell->from; i < cell->content->count; i++) {
		if (cell->content->items[i].kind == FLOW_ROW)
			measure_row(flow_cell_row(cell, i), NULL);
	}
	cell->content_height = flow_rest_height(cell->content, flow_cell_at(cell));
}

/* Of a cell that spans rows only a part stands here: it is divided like one in a row that is cut. */
static bool goes_on(const struct stand *stand, const struct flow_row *row, const struct flow_cell *cell)
{
	return cell->row_span > 1 && flow_row_reach(stand->flow, stand->index, row, stand->fit, cell->row_span).rows < cell->row_span;
}

/* stand: where it stands; NULL: in a cell that is taken whole. */
static void measure_row(struct flow_row *row, const struct stand *stand)
{
	bool unknown = false;
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		if (!cell->continued || cell->content_height != FLOW_ENDLESS || (stand && goes_on(stand, row, cell)))
			continue;
		measure_cell(cell);
		unknown = true;
	}
	if (!unknown)
		return;
	row->least = row->cut ? row->due : flow_given_height(row->node);
	flow_make_room(row);
}

void flow_measure_whole(struct flow_row *row, const struct flow *flow, uint32_t index, const struct flow_fit *fit)
{
	measure_row(row, &(struct stand){flow, index, fit});
}
