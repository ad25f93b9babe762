/* inline_shift: how far an inline lies from where text around it does: baseline-shift and the alignment of baselines (XSL 1.1, 7.14), and
 * relative-position. */
#include "line/inline_int.h"

len inline_shift_of(const struct paragraph *paragraph, const struct fo_node *node, const struct fo_node *around)
{
	struct fo_length shift = node->style->baseline_shift;
	if (!shift.keyword)
		return fo_resolve(shift, around->style->line_height.fixed);
	if (shift.keyword != FO_KW_SUPER && shift.keyword != FO_KW_SUB)
		return 0;
	bool above = shift.keyword == FO_KW_SUPER;
	len size = node->style->font_size;
	if (text_is_chinese(node->style->language))
		return above ? size / 2 : -size / 4;
	const struct text_style *of = inline_style(paragraph->layout, above ? around : node);
	len height = of ? text_font_x_height(of->font) : 0;
	return above ? height : -height / 2;
}

struct hanging *inline_hang(struct paragraph *paragraph, enum fo_keyword baseline)
{
	if (baseline != FO_KW_BEFORE_EDGE && baseline != FO_KW_AFTER_EDGE)
		return NULL;
	struct hanging *hanging = ARENA_NEW(paragraph->layout->arena, struct hanging);
	hanging->edge = baseline;
	paragraph->has_hanging = true;
	return hanging;
}

/* How far the point of an inline that is aligned lies above its own baseline (7.14.1): where the baseline is that the inline is aligned by; as a
 * length, so far below (a percentage is of the line-height). */
static len own_point(const struct fo_style *style, const struct text_font *font, enum fo_keyword baseline)
{
	struct fo_length adjust = style->alignment_adjust;
	if (!adjust.keyword)
		return -fo_resolve(adjust, style->line_height.fixed);
	return inline_baseline(font, adjust.keyword == FO_KW_AUTO ? baseline : adjust.keyword);
}

/* dominant-baseline="auto": an inline that is not raised leaves the baselines as they are, its own size notwithstanding. */
static void hand_down(struct inherited *own, len raised, bool hangs)
{
	enum fo_keyword dominant = own->node->style->dominant_baseline;
	if (dominant == FO_KW_NO_CHANGE)
		own->table_shift = hangs ? own->shift : own->table_shift + raised; /* those around, as they are, where the inline is */
	if (dominant == FO_KW_NO_CHANGE || (dominant == FO_KW_AUTO && !raised && !hangs))
		return;
	own->table = own->node;
	own->table_shift = own->shift;
	if (dominant != FO_KW_AUTO && dominant != FO_KW_RESET_SIZE)
		own->dominant = dominant;
}

void inline_shift(struct paragraph *paragraph, const struct inherited *around, struct inherited *own)
{
	const struct text_style *outer = inline_style(paragraph->layout, around->table),
							*inner = inline_style(paragraph->layout, own->node);
	enum fo_keyword baseline = inline_alignment(own->node, around->dominant);
	struct hanging *hanging = inline_hang(paragraph, baseline);
	len shift = inline_shift_of(paragraph, own->node, around->node);
	own->shift = shift;
	if (hanging)
		own->hanging = hanging;
	else
		own->shift += around->table_shift;
	if (!hanging && outer && inner)
		own->shift += inline_baseline(outer->font, baseline) - own_point(own->node->style, inner->font, baseline);
	hand_down(own, shift, hanging);
}

struct layout_move inline_move_in(const struct paragraph *paragraph, const struct fo_node *node, const struct inherited *around)
{
	return layout_moves(around->move, layout_move_of(node, paragraph->measure));
}
