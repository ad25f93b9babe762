/* caption: a caption at the start or end of its table (XSL 1.1, 6.7.2, 7.28.7): a row of two cells. The caption has its own width; else what a
 * table with a width leaves; else what its text asks for, up to a third of the measure. */
#include "flow/build_int.h"

#define SHARE 3

/* The caption or table in a wrapper. */
static const struct fo_node *held(const struct fo_node *wrapper)
{
	return wrapper->first_child;
}

static bool own_width(const struct fo_node *node, len measure, len *width)
{
	const struct fo_length *given = &node->style->inline_progression_dimension.optimum;
	if (given->keyword)
		return false;
	*width = fo_resolve(*given, measure);
	return true;
}

static len caption_width(struct layout *layout, const struct fo_node *caption, const struct fo_node *table, len measure)
{
	len width;
	if (own_width(held(caption), measure, &width))
		return CLAMP(width, 0, measure);
	if (own_width(held(table), measure, &width) && width < measure)
		return measure - MAX(width, 0);
	return MIN(flow_content_widths(layout, caption).most, measure / SHARE);
}

static struct flow_cell make_cell(struct builder *builder, const struct fo_node *wrapper, len x, len width,
								  struct area_structure *tag)
{
	struct flow_cell cell = {.node = wrapper, .kind = AREA_BLOCK, .x = x, .width = width, .row_span = 1, .tag = tag};
	cell.align = held(wrapper)->kind == FO_TABLE_CAPTION ? held(wrapper)->style->display_align : FO_KW_BEFORE;
	cell.content = flow_build(builder->layout, wrapper, width, 0, tag);
	cell.content_height = flow_height(cell.content);
	return cell;
}

static struct flow_row *make_row(struct builder *builder, const struct fo_node *node, const struct flow_group *group)
{
	struct arena *arena = builder->layout->arena;
	const struct fo_node *first = node->first_child;
	while (first->kind != FO_WRAPPER)
		first = first->next;
	bool starts = fo_caption_side(node) == FO_CAPTION_START;
	len beside = starts ? caption_width(builder->layout, first, first->next, group->width)
						: caption_width(builder->layout, first->next, first, group->width);
	len parts[] = {starts ? beside : group->width - beside, starts ? group->width - beside : beside};
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){
		.node = node, .kind = AREA_BLOCK, .x = group->x, .width = group->width, .count = 2, .tag = group->tag};
	row->keep = flow_keep(node->style->keep_together);
	row->born = builder->layout->generation;
	row->cells = ARENA_ARRAY(arena, struct flow_cell, 2);
	for (unsigned i = 0; i < 2; i++) {
		row->cells[i] = make_cell(builder, i ? first->next : first, i ? group->x + parts[0] : group->x, parts[i], group->tag);
		row->height = MAX(row->height, row->cells[i].content_height);
	}
	flow_note_row(arena, row);
	return row;
}

bool flow_caption_is_beside(const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && child->kind != FO_WRAPPER)
		child = child->next;
	return child && fo_caption_side(node) >= FO_CAPTION_START;
}

void flow_build_beside(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct flow_group *group = flow_group_of(builder, node, layout_own_tag(builder->layout, node, tag));
	flow_open(builder, group);
	flow_add_row(builder, make_row(builder, node, group), node, 0);
	flow_close(builder, group);
}
