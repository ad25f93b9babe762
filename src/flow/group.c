/* group: the group of a block-level object, from its style: its border rectangle and box; the strengths of its keeps. */
#include "flow/build_int.h"

const struct area_box *flow_part_box(struct layout *layout, const struct fo_node *node, const struct area_box *box,
									 bool continued, bool goes_on)
{
	const struct fo_style *style = node->style;
	bool no_before = continued && !style->border_before_width.retain, no_after = goes_on && !style->border_after_width.retain;
	if (!box || (!no_before && !no_after))
		return box;
	struct area_box *part = ARENA_NEW(layout->arena, struct area_box);
	*part = *box;
	if (no_before)
		part->border[AREA_BEFORE] = (struct area_border){0};
	if (no_after)
		part->border[AREA_AFTER] = (struct area_border){0};
	return part;
}

struct fo_keep flow_keep(struct fo_keep keep)
{
	return (struct fo_keep){.column = keep.column, .page = MAX(keep.page, keep.column)};
}

struct fo_keep flow_stronger(struct fo_keep a, struct fo_keep b)
{
	return (struct fo_keep){.column = MAX(a.column, b.column), .page = MAX(a.page, b.page)};
}

static bool is_negative(const struct fo_space *space, len width)
{
	return fo_resolve(space->minimum, width) < 0 || fo_resolve(space->optimum, width) < 0;
}

struct area_hold flow_hold_of(struct builder *builder, const struct fo_node *node)
{
	struct layout_indents indents = layout_indents(builder->layout, node, builder->width);
	struct layout_move move = layout_move_of(node, builder->width);
	bool moved = move.right || move.down;
	const struct fo_style *style = node->style;
	return (struct area_hold){.free_across = moved || indents.start < 0 || indents.end < 0,
							  .free_down = moved || is_negative(&style->space_before, builder->width) ||
										   is_negative(&style->space_after, builder->width)};
}

void flow_hold_across(struct flow_group *group, len x, len width)
{
	group->hold.holds = AREA_HOLDS_ACROSS;
	group->hold.x = x;
	group->hold.width = width;
	group->hold.name = fo_kind_name(group->node->kind);
}

struct flow_group *flow_group_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_style *style = node->style;
	struct flow_group *group = ARENA_NEW(builder->layout->arena, struct flow_group);
	len left = layout_edge(style, AREA_START, builder->width);
	len right = layout_edge(style, AREA_END, builder->width);
	struct layout_indents indents = layout_indents(builder->layout, node, builder->width);
	*group = (struct flow_group){.node = node,
								 .kind = AREA_BLOCK,
								 .tag = tag,
								 .move = layout_move_of(node, builder->width),
								 .x = builder->x + indents.start - left,
								 .width = MAX(builder->width - indents.start - indents.end, 0) + left + right,
								 .box = layout_box_of(builder->layout, node),
								 .hold = flow_hold_of(builder, node),
								 .before = layout_edge(style, AREA_BEFORE, builder->width),
								 .after = layout_edge(style, AREA_AFTER, builder->width),
								 .step = style->block_step_size,
								 .kept_before = layout_kept(style, AREA_BEFORE, builder->width),
								 .kept_after = layout_kept(style, AREA_AFTER, builder->width)};
	return group;
}
