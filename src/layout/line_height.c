/* line_height: how high a line is and where its baseline lies, by line-stacking-strategy (XSL 1.1, 4.5, 7.16.6). */
#include "layout/line_area_int.h"

/* The font's height centred in the line-height: half-leading above and below. */
static struct extent nominal_extent(const struct text_font *font, len line_height, len shift)
{
	struct text_metrics metrics = text_font_metrics(font);
	len half = (line_height - metrics.ascent - metrics.descent) / 2;
	return (struct extent){half + metrics.ascent + shift, line_height - half - metrics.ascent - shift};
}

struct hanging { /* heights of what is aligned with the line's own edges */
	len from_top, from_foot;
};

static void include_object(struct extent *extent, const struct inline_span *info, struct hanging *hanging)
{
	len height = info->object->height;
	if (info->edge == FO_KW_BEFORE_EDGE) {
		hanging->from_top = MAX(hanging->from_top, height);
	} else if (info->edge == FO_KW_AFTER_EDGE) {
		hanging->from_foot = MAX(hanging->from_foot, height);
	} else {
		extent->above = MAX(extent->above, info->above);
		extent->below = MAX(extent->below, height - info->above);
	}
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

struct extent line_extent(const struct paragraph *paragraph, const struct line_content *content)
{
	const struct fo_style *block = paragraph->block->style;
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	const struct text_style *strut = own ? own : line_atom_style(paragraph, &content->model->atoms[content->first]);
	struct extent extent = nominal_extent(strut->font, block->line_height.fixed, 0);
	if (block->line_stacking_strategy == FO_KW_FONT_HEIGHT)
		return extent;
	struct text_metrics metrics = text_font_metrics(strut->font);
	len before = extent.above - metrics.ascent, after = extent.below - metrics.descent;
	bool by_font = block->line_stacking_strategy == FO_KW_MAX_HEIGHT;
	if (by_font)
		extent = (struct extent){metrics.ascent, metrics.descent};
	uint32_t seen = UINT32_MAX;
	struct hanging hanging = {0};
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct atom *atom = &content->model->atoms[i];
		if (atom->cluster->span == seen || atom->cluster->cls == TEXT_ANCHOR)
			continue;
		seen = atom->cluster->span;
		const struct inline_span *info = line_atom_info(paragraph, atom);
		if (info->object && !info->plain) { /* a reading stands in the space between lines */
			include_object(&extent, info, &hanging);
			continue;
		}
		struct extent inner = text_extent(line_atom_style(paragraph, atom)->font, info, block, by_font);
		extent.above = MAX(extent.above, inner.above);
		extent.below = MAX(extent.below, inner.below);
	}
	/* what is aligned with the edges makes the line grow downwards (7.14 leaves it open; as FOP) */
	extent.below = MAX(extent.below, MAX(hanging.from_top, hanging.from_foot) - extent.above);
	return by_font ? (struct extent){extent.above + before, extent.below + after} : extent;
}

len line_area_leading(const struct paragraph *paragraph, const struct line_content *content, const struct area *line)
{
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	len deepest = own ? text_font_metrics(own->font).descent : 0;
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct inline_span *info = line_atom_info(paragraph, &content->model->atoms[i]);
		len depth = info->object
						? info->object->height - info->above
						: text_font_metrics(line_atom_style(paragraph, &content->model->atoms[i])->font).descent - info->shift;
		deepest = MAX(deepest, depth);
	}
	return MAX(line->height - line->baseline - deepest, 0);
}
