/* baseline: relative-align="baseline" (XSL 1.1, 7.14.6): the first lines of a row's cells, or of an item's label and body, on one baseline. */
#include "flow/walk_int.h"

/* Of a cell's content, down to the baseline of its first line; -1: it does not begin with a line. */
static len first_baseline(const struct flow *content)
{
	struct flow_walk walk = {.at_start = true};
	len baseline = -1;
	uint32_t i = 0;
	for (; i < content->count && !flow_takes_room(&content->items[i]); i++)
		flow_walk_item(&walk, &content->items[i]);
	const struct flow_item *first = i < content->count ? &content->items[i] : NULL;
	if (first && first->kind == FLOW_BOX && first->box.area->kind == AREA_LINE)
		baseline = len_add(flow_walk_next(&walk), first->box.area->baseline);
	flow_walk_end(&walk);
	return baseline;
}

/* Where a cell's first baseline would be, or -1: it counts where display-align is auto, which says nothing of lists (7.14.4). */
static len baseline_of(const struct flow_cell *cell)
{
	const struct fo_style *style = cell->node->style;
	bool displaced = cell->kind == AREA_CELL && style->display_align != FO_KW_AUTO;
	if (style->relative_align != FO_KW_BASELINE || displaced)
		return -1;
	len baseline = first_baseline(cell->content);
	return baseline < 0 ? -1 : len_add(cell->before, baseline);
}

void flow_align_baselines(struct flow_row *row)
{
	len lowest = -1;
	for (unsigned i = 0; i < row->count; i++)
		lowest = MAX(lowest, baseline_of(&row->cells[i]));
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		len baseline = baseline_of(cell);
		if (baseline < 0)
			continue;
		cell->lowered = lowest - baseline;
		cell->before = len_add(cell->before, cell->lowered);
	}
}
