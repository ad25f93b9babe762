/* height: how high a line is and where its baseline lies, by line-stacking-strategy (XSL 1.1, 4.5, 7.16.6). */
#include "line/area_int.h"

/* The font's height centred in the line-height: half-leading above and below. */
static struct extent nominal_extent(const struct text_font *font, len line_height, len shift)
{
	struct text_metrics metrics = text_font_metrics(font);
	len half = (line_height - metrics.ascent - metrics.descent) / 2;
	return (struct extent){half + metrics.ascent + shift, line_height - half - metrics.ascent - shift};
}

static void enclose(struct extent *extent, struct extent inner)
{
	extent->above = MAX(extent->above, inner.above);
	extent->below = MAX(extent->below, inner.below);
}

/* What text asks for: the font's height, or its line-height around that; without its shift where shifts are disregarded (7.16.5). */
static struct extent text_extent(const struct text_font *font, const struct inline_span *info, const struct fo_style *block,
								 bool by_font)
{
	struct text_metrics metrics = text_font_metrics(font);
	len shift = block->line_height_shift_adjustment == FO_KW_DISREGARD_SHIFTS ? 0 : info->shift;
	if (by_font)
		return (struct extent){metrics.ascent + shift, metrics.descent - shift};
	return nominal_extent(font, info->node->style->line_height.fixed, shift);
}

/* A leader's rule stands on the baseline, as high as it is thick; in Chinese text it lies below the characters and counts as they do. */
static bool is_upright_rule(const struct inline_span *info)
{
	return info->leader && info->leader->style->leader_pattern == FO_KW_RULE && !text_is_chinese(info->leader->style->language);
}

/* What an atom asks for, from the baseline of the line or of what it is part of. */
static struct extent atom_extent(const struct paragraph *paragraph, const struct atom *atom, bool by_font)
{
	const struct inline_span *info = line_atom_info(paragraph, atom);
	if (info->object && !info->plain) /* a reading stands in the space between lines */
		return (struct extent){info->above, info->object_height - info->above};
	if (is_upright_rule(info)) {
		len shift = paragraph->block->style->line_height_shift_adjustment == FO_KW_DISREGARD_SHIFTS ? 0 : info->shift;
		return (struct extent){info->leader->style->rule_thickness + shift, -shift};
	}
	return text_extent(line_atom_style(paragraph, atom)->font, info, paragraph->block->style, by_font);
}

/* All in the line but what hangs, and each of those by itself. */
static void enclose_atoms(const struct paragraph *paragraph, const struct line_content *content, bool by_font,
						  struct extent *extent)
{
	uint32_t seen = UINT32_MAX;
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct atom *atom = &content->model->atoms[i];
		struct hanging *hanging = line_atom_info(paragraph, atom)->hanging;
		if (atom->cluster->span == seen || atom->cluster->cls == TEXT_ANCHOR)
			continue;
		seen = atom->cluster->span;
		struct extent inner = atom_extent(paragraph, atom, by_font);
		if (hanging) {
			struct extent all = {hanging->above, hanging->below};
			enclose(&all, inner);
			hanging->above = all.above;
			hanging->below = all.below;
		} else if (extent) {
			enclose(extent, inner);
		}
	}
}

/* What hangs has nothing in the line yet. */
static void begin_hanging(const struct paragraph *paragraph, const struct line_content *content)
{
	for (uint32_t i = content->first; i < content->end && paragraph->has_hanging; i++) {
		struct hanging *hanging = line_atom_info(paragraph, &content->model->atoms[i])->hanging;
		if (hanging)
			hanging->above = hanging->below = -LEN_MAX / 4;
	}
}

/* Where it is taller than the line, this grows downwards (7.14 leaves it open; as FOP). */
static void set_hanging(const struct paragraph *paragraph, const struct line_content *content, struct extent *extent, bool grows)
{
	for (int pass = 0; pass < 2 && paragraph->has_hanging; pass++)
		for (uint32_t i = content->first; i < content->end; i++) {
			struct hanging *hanging = line_atom_info(paragraph, &content->model->atoms[i])->hanging;
			if (!hanging || hanging->above + hanging->below < 0)
				continue;
			if (!pass && grows)
				extent->below = MAX(extent->below, hanging->above + hanging->below - extent->above);
			hanging->shift = hanging->edge == FO_KW_BEFORE_EDGE ? extent->above - hanging->above : hanging->below - extent->below;
		}
}

struct extent line_extent(const struct paragraph *paragraph, const struct line_content *content)
{
	const struct fo_style *block = paragraph->block->style;
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	const struct text_style *strut = own ? own : line_atom_style(paragraph, &content->model->atoms[content->first]);
	struct text_metrics metrics = text_font_metrics(strut->font);
	struct extent nominal = nominal_extent(strut->font, block->line_height.fixed, 0), font = {metrics.ascent, metrics.descent};
	len before = nominal.above - font.above, after = nominal.below - font.below;
	bool fixed = block->line_stacking_strategy == FO_KW_FONT_HEIGHT,
		 by_font = fixed || block->line_stacking_strategy == FO_KW_MAX_HEIGHT;
	struct extent extent = by_font ? font : nominal;
	begin_hanging(paragraph, content);
	if (!fixed || paragraph->has_hanging)
		enclose_atoms(paragraph, content, by_font, fixed ? NULL : &extent);
	set_hanging(paragraph, content, &extent, !fixed);
	return by_font ? (struct extent){extent.above + before, extent.below + after} : extent;
}

len line_area_leading(const struct paragraph *paragraph, const struct line_content *content, const struct area *line)
{
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	len deepest = own ? text_font_metrics(own->font).descent : 0;
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct inline_span *info = line_atom_info(paragraph, &content->model->atoms[i]);
		len depth = info->object ? info->object_height - line_shift(info->above, info->hanging)
								 : text_font_metrics(line_atom_style(paragraph, &content->model->atoms[i])->font).descent -
									   line_shift(info->shift, info->hanging);
		deepest = MAX(deepest, depth);
	}
	return MAX(line->height - line->baseline - deepest, 0);
}
