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

/* All but its content. */
static struct flow_cell make_cell(const struct fo_node *wrapper, len x, len width, struct area_structure *tag)
{
	struct flow_cell cell = {.node = wrapper, .kind = AREA_BLOCK, .x = x, .width = width, .row_span = 1, .tag = tag};
	cell.align = held(wrapper)->kind == FO_TABLE_CAPTION ? held(wrapper)->style->display_align : FO_KW_BEFORE;
	return cell;
}

/* rest: what an earlier page left of it, or NULL. */
static struct flow_row *make_row(struct builder *builder, const struct fo_node *node, const struct flow_group *group,
								 const struct flow_row *rest)
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
	row->cut = rest != NULL;
	row->cells = ARENA_ARRAY(arena, struct flow_cell, 2);
	for (unsigned i = 0; i < 2; i++) {
		struct flow_cell *cell = &row->cells[i];
		*cell = make_cell(i ? first->next : first, i ? group->x + parts[0] : group->x, parts[i], group->tag);
		if (rest) {
			flow_go_on(builder, row, cell, &rest->cells[i], parts[i]);
		} else {
			cell->content = flow_build(builder->layout, cell->node, parts[i], 0, group->tag);
			cell->broken = flow_cell_is_broken(cell);
			cell->content_height = flow_height(cell->content);
		}
		row->height = MAX(row->height, cell->content_height);
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
	struct flow_row *rest = flow_take_rest(builder, node);
	bool as_before = rest && !flow_is_set_anew(builder, rest, group->x, group->width);
	flow_add_row(builder, as_before ? rest : make_row(builder, node, group, rest), node, 0);
	flow_close(builder, group);
}
