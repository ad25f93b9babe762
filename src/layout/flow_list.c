/* flow_list: lists (XSL 1.1, 6.8). An item is a row of two cells, its label and its body, both in the list's own coordinates: body-start()
 * and label-end() are computed indents. */
#include "layout/flow_int.h"

static struct flow_cell part_of(struct builder *builder, const struct fo_node *part, struct area_structure *tag, const char *role)
{
	struct flow_cell cell = {
		.node = part, .kind = AREA_BLOCK, .x = builder->x, .width = builder->width, .row_span = 1, .align = FO_KW_BEFORE};
	cell.tag = flow_tag(builder->layout, part, tag, role);
	cell.content = flow_build(builder->layout, part, builder->width, 0, cell.tag);
	cell.content_height = flow_height(cell.content);
	return cell;
}

static struct flow_row *row_of(struct builder *builder, const struct fo_node *item, struct area_structure *tag)
{
	struct arena *arena = builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = item,
							 .kind = AREA_BLOCK,
							 .x = builder->x,
							 .width = builder->width,
							 .keep = flow_keep(item->style->keep_together),
							 .born = builder->layout->generation};
	row->tag = tag;
	row->cells = ARENA_ARRAY(arena, struct flow_cell, 2);
	struct layout_anchor **at = &row->anchors;
	for (const struct fo_node *part = item->first_child; part; part = part->next) {
		if (part->kind != FO_LIST_ITEM_LABEL && part->kind != FO_LIST_ITEM_BODY)
			continue;
		struct flow_cell *cell = &row->cells[row->count++];
		*cell = part_of(builder, part, tag, part->kind == FO_LIST_ITEM_LABEL ? "Lbl" : "LBody");
		row->height = MAX(row->height, cell->content_height);
		*at = flow_notes(builder->layout->arena, cell->content, 0);
		while (*at)
			at = &(*at)->next;
	}
	return row;
}

void flow_build_item(struct builder *builder, const struct fo_node *item, struct area_structure *tag)
{
	struct area_structure *item_tag = flow_tag(builder->layout, item, tag, "LI");
	const struct flow_group *group = flow_group_of(builder, item, item_tag);
	flow_open(builder, group);
	flow_add_row(builder, row_of(builder, item, item_tag), item, 0);
	flow_close(builder, group);
}
