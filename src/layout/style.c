/* style: what a style says of an object: borders, padding, background, indents, how far it stands beside its place. */
#include "layout/layout.h"

enum area_line_style layout_line_style(enum fo_keyword keyword)
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
	case FO_KW_WAVY:
		return AREA_LINE_WAVY;
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

struct area_border layout_border_of(const struct fo_style *style, enum area_side side)
{
	const enum fo_keyword styles[] = {style->border_before_style, style->border_after_style, style->border_start_style,
									  style->border_end_style};
	const fo_color colors[] = {style->border_before_color, style->border_after_color, style->border_start_color,
							   style->border_end_color};
	struct area_border border = {layout_line_style(styles[side]), 0, colors[side]};
	if (border.style != AREA_LINE_NONE)
		border.width = fo_resolve(border_edge(style, side)->length, 0);
	return border;
}

static len border_width(const struct fo_style *style, enum area_side side)
{
	return layout_border_of(style, side).width;
}

len layout_padding(const struct fo_style *style, enum area_side side, len base)
{
	return MAX(fo_resolve(padding_edge(style, side)->length, base), 0);
}

len layout_edge(const struct fo_style *style, enum area_side side, len base)
{
	return border_width(style, side) + layout_padding(style, side, base);
}

const struct area_box *layout_background_of(struct layout *layout, const struct fo_node *node)
{
	const struct area_box *box = layout_box_of(layout, node);
	if (!box || (!(box->background & 0xFF) && !box->picture))
		return NULL;
	struct area_box *own = ARENA_NEW(layout->arena, struct area_box);
	*own = (struct area_box){.background = box->background, .picture = box->picture};
	return own;
}

const struct area_box *layout_box_of(struct layout *layout, const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	if (style->visibility != FO_KW_VISIBLE)
		return NULL;
	struct area_box box = {.background = style->background_color, .picture = layout_background_picture(layout, node)};
	bool drawn = (style->background_color & 0xFF) != 0 || box.picture;
	for (int side = 0; side < 4; side++) {
		box.border[side] = layout_border_of(style, (enum area_side)side);
		drawn |= box.border[side].width > 0;
	}
	if (!drawn)
		return NULL;
	struct area_box *kept = ARENA_NEW(layout->arena, struct area_box);
	*kept = box;
	return kept;
}

len layout_align_down(enum fo_keyword align, len slack)
{
	if (slack <= 0)
		return 0;
	return align == FO_KW_CENTER ? slack / 2 : align == FO_KW_AFTER ? slack : 0;
}

bool layout_clips(const struct fo_style *style)
{
	return style->overflow == FO_KW_HIDDEN || style->overflow == FO_KW_SCROLL || style->overflow == FO_KW_ERROR_IF_OVERFLOW;
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
	if (style->relative_position != FO_KW_RELATIVE || style->absolute_position != FO_KW_AUTO || node->kind == FO_WRAPPER)
		return (struct layout_move){0};
	struct layout_move move = {moved_by(&style->left, &style->right, width), moved_by(&style->top, &style->bottom, 0)};
	return layout_moves((struct layout_move){0}, move);
}

/* ---- indents ---- */

static const struct fo_length *length_at(const struct fo_node *node, size_t offset)
{
	return (const void *)((const char *)node->style + offset);
}

len layout_indent(const struct layout *layout, const struct fo_node *node, size_t offset, len width)
{
	const struct fo_length *indent = length_at(node, offset);
	gpointer base;
	while (node && length_at(node, offset)->inherited)
		node = node->parent;
	bool known = node && fo_is_relative(indent) && g_hash_table_lookup_extended(layout->indent_bases, node, NULL, &base);
	return fo_resolve(*indent, known ? GPOINTER_TO_INT(base) : width);
}

static bool has_percent(const struct fo_style *style)
{
	const struct fo_length *indents[] = {&style->start_indent, &style->end_indent, &style->text_indent,
										 &style->last_line_end_indent};
	for (size_t i = 0; i < G_N_ELEMENTS(indents); i++)
		if (fo_is_relative(indents[i]) && !indents[i]->inherited)
			return true;
	return false;
}

struct layout_indents layout_indents(struct layout *layout, const struct fo_node *node, len width)
{
	if (has_percent(node->style))
		g_hash_table_insert(layout->indent_bases, (gpointer)(uintptr_t)node, GINT_TO_POINTER(width));
	return (struct layout_indents){layout_indent(layout, node, offsetof(struct fo_style, start_indent), width),
								   layout_indent(layout, node, offsetof(struct fo_style, end_indent), width)};
}

bool layout_retains_border(const struct fo_style *style, enum area_side side)
{
	return border_edge(style, side)->retain;
}

bool layout_keeps_border(const struct fo_style *style, enum area_side side)
{
	return layout_retains_border(style, side) && border_width(style, side) > 0;
}

/* Borders and padding are retained or discarded each for itself (7.8.33, 7.8.32). */
len layout_kept(const struct fo_style *style, enum area_side side, len base)
{
	return (border_edge(style, side)->retain ? border_width(style, side) : 0) +
		   (padding_edge(style, side)->retain ? layout_padding(style, side, base) : 0);
}
