/* whole: a row that a page takes whole though it was to go on over many. As long as it may be divided, what is left of a cell counts as FLOW_ENDLESS
 * where it is more than pages ask for (flow_rest_height), and so do the rows around it: the height of what stands is found here. */
#include "flow/flow_int.h"

static void measure_cell(struct flow_cell *cell)
{
	while (flow_more(cell->content))
		;
	for (uint32_t i = cell->from; i < cell->content->count; i++) {
		const struct flow_item *item = &cell->content->items[i];
		if (item->kind == FLOW_ROW)
			flow_measure_whole(i == cell->from && cell->cut ? cell->cut : item->row);
	}
	cell->content_height = flow_rest_height(cell->content, flow_cell_at(cell));
}

void flow_measure_whole(struct flow_row *row)
{
	bool unknown = false;
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		if (!cell->continued || cell->content_height != FLOW_ENDLESS)
			continue;
		measure_cell(cell);
		unknown = true;
	}
	if (!unknown)
		return;
	row->least = row->cut ? row->due : flow_given_height(row->node);
	flow_make_room(row);
}
