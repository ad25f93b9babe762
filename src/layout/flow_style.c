/* flow_style: what a style says of a box: borders, padding, background, the border rectangle of a block. */
#include "layout/flow_build_int.h"

enum area_line_style flow_line_style(enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_NONE:
	case FO_KW_HIDDEN:
		return AREA_LINE_NONE;
	case FO_KW_DOTTED:
		return AREA_LINE_DOTTED;
	case FO_KW_DASHED:
		return AREA_LINE_DASHED;
	case FO_KW_DOUBLE:
		return AREA_LINE_DOUBLE;
	case FO_KW_GROOVE:
		return AREA_LINE_GROOVE;
	case FO_KW_RIDGE:
		return AREA_LINE_RIDGE;
	case FO_KW_INSET:
		return AREA_LINE_INSET;
	case FO_KW_OUTSET:
		return AREA_LINE_OUTSET;
	default:
		return AREA_LINE_SOLID;
	}
}

static const struct fo_edge *border_edge(const struct fo_style *style, enum area_side side)
{
	const struct fo_edge *widths[] = {&style->border_before_width, &style->border_after_width, &style->border_start_width,
									  &style->border_end_width};
	return widths[side];
}

static const struct fo_edge *padding_edge(const struct fo_style *style, enum area_side side)
{
	const struct fo_edge *edges[] = {&style->padding_before, &style->padding_after, &style->padding_start, &style->padding_end};
	return edges[side];
}

struct area_border flow_border_of(const struct fo_style *style, enum area_side side)
{
	const enum fo_keyword styles[] = {style->border_before_style, style->border_after_style, style->border_start_style,
									  style->border_end_style};
	const fo_color colors[] = {style->border_before_color, style->border_after_color, style->border_start_color,
							   style->border_end_color};
	struct area_border border = {flow_line_style(styles[side]), 0, colors[side]};
	if (border.style != AREA_LINE_NONE)
		border.width = fo_resolve(border_edge(style, side)->length, 0);
	return border;
}

len flow_border(const struct fo_style *style, enum area_side side)
{
	return flow_border_of(style, side).width;
}

len flow_padding(const struct fo_style *style, enum area_side side, len base)
{
	return MAX(fo_resolve(padding_edge(style, side)->length, base), 0);
}

const struct area_box *flow_background_of(struct layout *layout, const struct fo_node *node)
{
	const struct area_box *box = flow_box_of(layout, node);
	if (!box || (!(box->background & 0xFF) && !box->picture))
		return NULL;
	struct area_box *own = ARENA_NEW(layout->arena, struct area_box);
	*own = (struct area_box){.background = box->background, .picture = box->picture};
	return own;
}

const struct area_box *flow_box_of(struct layout *layout, const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	if (style->visibility != FO_KW_VISIBLE)
		return NULL;
	struct area_box box = {.background = style->background_color, .picture = graphic_background(layout, node)};
	bool drawn = (style->background_color & 0xFF) != 0 || box.picture;
	for (int side = 0; side < 4; side++) {
		box.border[side] = flow_border_of(style, (enum area_side)side);
		drawn |= box.border[side].width > 0;
	}
	if (!drawn)
		return NULL;
	struct area_box *kept = ARENA_NEW(layout->arena, struct area_box);
	*kept = box;
	return kept;
}

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

/* ---- relative-position ---- */

/* Of opposite sides left and top count (CSS 2, 9.4.3). */
static len moved_by(const struct fo_length *from, const struct fo_length *otherwise, len base)
{
	if (!from->keyword)
		return fo_resolve(*from, base);
	return otherwise->keyword ? 0 : -fo_resolve(*otherwise, base);
}

struct layout_move layout_move_of(const struct fo_node *node, len width)
{
	const struct fo_style *style = node->style;
	if (style->relative_position != FO_KW_RELATIVE || style->absolute_position != FO_KW_AUTO)
		return (struct layout_move){0};
	struct layout_move move = {moved_by(&style->left, &style->right, width), moved_by(&style->top, &style->bottom, 0)};
	return layout_moves((struct layout_move){0}, move);
}

/* ---- indents ---- */

static const struct fo_length *length_at(const struct fo_node *node, size_t offset)
{
	return (const void *)((const char *)node->style + offset);
}

len flow_indent(const struct layout *layout, const struct fo_node *node, size_t offset, len width)
{
	const struct fo_length *indent = length_at(node, offset);
	gpointer base;
	while (node && length_at(node, offset)->inherited)
		node = node->parent;
	bool known = node && indent->percent && g_hash_table_lookup_extended(layout->indent_bases, node, NULL, &base);
	return fo_resolve(*indent, known ? GPOINTER_TO_INT(base) : width);
}

static bool has_percent(const struct fo_style *style)
{
	const struct fo_length *indents[] = {&style->start_indent, &style->end_indent, &style->text_indent,
										 &style->last_line_end_indent};
	for (size_t i = 0; i < G_N_ELEMENTS(indents); i++)
		if (indents[i]->percent && !indents[i]->inherited)
			return true;
	return false;
}

struct flow_indents flow_indents(struct layout *layout, const struct fo_node *node, len width)
{
	if (has_percent(node->style))
		g_hash_table_insert(layout->indent_bases, (gpointer)(uintptr_t)node, GINT_TO_POINTER(width));
	return (struct flow_indents){flow_indent(layout, node, offsetof(struct fo_style, start_indent), width),
								 flow_indent(layout, node, offsetof(struct fo_style, end_indent), width)};
}

/* ---- groups ---- */

/* Borders and padding are retained or discarded each for itself (7.8.33, 7.8.32). */
len flow_kept(const struct fo_style *style, enum area_side side, len base)
{
	return (border_edge(style, side)->retain ? flow_border(style, side) : 0) +
		   (padding_edge(style, side)->retain ? flow_padding(style, side, base) : 0);
}

struct flow_group *flow_group_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_style *style = node->style;
	struct flow_group *group = ARENA_NEW(builder->layout->arena, struct flow_group);
	len left = flow_border(style, AREA_START) + flow_padding(style, AREA_START, builder->width);
	len right = flow_border(style, AREA_END) + flow_padding(style, AREA_END, builder->width);
	struct flow_indents indents = flow_indents(builder->layout, node, builder->width);
	*group = (struct flow_group){.node = node,
								 .kind = AREA_BLOCK,
								 .tag = tag,
								 .move = layout_move_of(node, builder->width),
								 .x = builder->x + indents.start - left,
								 .width = MAX(builder->width - indents.start - indents.end, 0) + left + right,
								 .box = flow_box_of(builder->layout, node),
								 .before = flow_border(style, AREA_BEFORE) + flow_padding(style, AREA_BEFORE, builder->width),
								 .after = flow_border(style, AREA_AFTER) + flow_padding(style, AREA_AFTER, builder->width),
								 .step = style->block_step_size,
								 .kept_before = flow_kept(style, AREA_BEFORE, builder->width),
								 .kept_after = flow_kept(style, AREA_AFTER, builder->width)};
	return group;
}
