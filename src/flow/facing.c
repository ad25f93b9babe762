/* facing: what hangs on the side of its page (inside, outside: fo_node.sided), and was built for one on the other side. What a page takes was built ahead, for
 * the page on which it was asked for first: where that is another one, it is built anew (page/plan.c). */
#include "flow/flow_int.h"

bool flow_faces_away(const struct layout *layout, const struct flow *flow)
{
	return flow->node->sided && flow->verso != layout->verso;
}

bool flow_row_faces_away(const struct layout *layout, const struct flow_row *row)
{
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (!cell->repeated && flow_faces_away(layout, cell->content) && flow_has(cell->content, cell->from))
			return true;
	}
	return false;
}

static bool rows_face_away(const struct layout *layout, const struct flow *rows)
{
	for (uint32_t i = 0; rows && i < rows->count; i++)
		if (flow_row_faces_away(layout, rows->items[i].row))
			return true;
	return false;
}

/* What stands on each page that a group has a part on: the head and foot of a table; and where a table stands that is aligned. */
static bool group_faces_away(const struct layout *layout, const struct flow_item *open)
{
	const struct flow_group *group = open->group;
	bool aligned = group->node->kind == FO_TABLE_AND_CAPTION && fo_is_sided(group->node);
	return (aligned && open->verso != layout->verso) || rows_face_away(layout, group->header) ||
		   rows_face_away(layout, group->footer);
}

static bool item_faces_away(const struct layout *layout, const struct flow_item *item)
{
	bool other = item->verso != layout->verso;
	switch (item->kind) {
	case FLOW_BOX:
		return item->box.content ? flow_faces_away(layout, item->box.content) : item->box.sided && other;
	case FLOW_ROW:
		return flow_row_faces_away(layout, item->row);
	case FLOW_OPEN:
		return (fo_is_sided(item->group->node) && other) || group_faces_away(layout, item);
	case FLOW_FLOAT:
		return fo_is_sided(item->floated->node) && other;
	default:
		return false;
	}
}

bool flow_part_faces_away(const struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit)
{
	uint32_t end = fit->end + (fit->cut > 0);
	uint32_t around = at.index < flow->count ? flow->items[at.index].around : 0;
	for (; around; around = flow->items[around - 1].around)
		if (group_faces_away(layout, &flow->items[around - 1]))
			return true;
	for (uint32_t i = at.index; i < end; i++) {
		bool faces_away = i == at.index && at.cut ? flow_row_faces_away(layout, at.cut)
												  : item_faces_away(layout, &flow->items[i]);
		if (faces_away)
			return true;
	}
	return false;
}
