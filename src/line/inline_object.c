/* inline_object: what stands in a line and is no text: pictures and fo:inline-container; and how they and inlines are aligned
 * (XSL 1.1, 4.7, 7.14). */
#include "line/paragraph_int.h"

/* ---- baselines ---- */

/* Fonts here carry no baseline table; these are the places where Han and Latin faces have them. */
len inline_baseline(const struct text_font *font, enum fo_keyword baseline)
{
	struct text_metrics metrics = text_font_metrics(font);
	switch (baseline) {
	case FO_KW_BEFORE_EDGE:
	case FO_KW_TEXT_BEFORE_EDGE:
		return metrics.ascent;
	case FO_KW_AFTER_EDGE:
	case FO_KW_TEXT_AFTER_EDGE:
	case FO_KW_IDEOGRAPHIC:
		return -metrics.descent;
	case FO_KW_CENTRAL:
		return (metrics.ascent - metrics.descent) / 2;
	case FO_KW_MIDDLE:
		return text_font_x_height(font) / 2;
	case FO_KW_HANGING:
		return len_scale(metrics.ascent, 4, 5);
	case FO_KW_MATHEMATICAL:
		return metrics.ascent / 2;
	default:
		return 0;
	}
}

enum fo_keyword inline_alignment(const struct fo_node *node, enum fo_keyword dominant)
{
	enum fo_keyword baseline = node->style->alignment_baseline;
	return baseline == FO_KW_AUTO || baseline == FO_KW_BASELINE ? dominant : baseline;
}

/* Where an object without a baseline table has a baseline, from its foot up (7.14.1 leaves it open): as in FOP. */
static len object_baseline(enum fo_keyword baseline, len height)
{
	switch (baseline) {
	case FO_KW_BEFORE_EDGE:
	case FO_KW_TEXT_BEFORE_EDGE:
		return height;
	case FO_KW_HANGING:
		return len_scale(height, 4, 5);
	case FO_KW_MIDDLE:
	case FO_KW_CENTRAL:
	case FO_KW_MATHEMATICAL:
		return height / 2;
	default:
		return 0;
	}
}

/* The same of a fo:inline-container that alignment-adjust aligns. */
static len container_baseline(enum fo_keyword baseline, len height)
{
	if (baseline == FO_KW_ALPHABETIC)
		return len_scale(height, 2, 5);
	return baseline == FO_KW_IDEOGRAPHIC ? len_scale(height, 3, 10) : object_baseline(baseline, height);
}

/* The point of an object that lies on the baseline, from its foot up (7.14.1): by what the baseline is for, or, as a length, so far below
 * its own dominant one. */
static len own_point(const struct fo_node *node, enum fo_keyword baseline, len height)
{
	struct fo_length adjust = node->style->alignment_adjust;
	enum fo_keyword dominant = node->style->dominant_baseline;
	if (adjust.keyword == FO_KW_AUTO)
		return object_baseline(baseline, height);
	if (!adjust.keyword || adjust.keyword == FO_KW_BASELINE)
		baseline = dominant == FO_KW_AUTO ? FO_KW_ALPHABETIC : dominant;
	else
		baseline = adjust.keyword;
	bool picture = node->kind != FO_INLINE_CONTAINER;
	len point = picture ? object_baseline(baseline, height) : container_baseline(baseline, height);
	return adjust.keyword ? point : point - fo_resolve(adjust, picture ? height : node->style->line_height.fixed);
}

/* ---- objects ---- */

/* The content of a fo:inline-container goes to the page with its line: ids, notes and markers count there. A leader's pattern has none. */
static void make_container(struct paragraph *paragraph, struct inline_span *info, len *baseline)
{
	struct layout *layout = paragraph->layout;
	const struct layout_container *made = layout->make_container(layout, info->node, paragraph->measure,
																 inline_tag(paragraph, info->node), !paragraph->has_places);
	*baseline = made->baseline;
	info->object = made->area;
	info->held = made->held ? made : NULL;
}

/* *baseline: of a container, below its top. */
static void make_object(struct paragraph *paragraph, struct inline_span *info, len *baseline)
{
	const struct fo_node *node = info->node;
	if (node->kind == FO_INLINE_CONTAINER)
		make_container(paragraph, info, baseline);
	else
		info->object = layout_graphic(paragraph->layout, node, paragraph->measure, inline_tag(paragraph, node));
	if (node->style->line_stacking_strategy !=
		FO_KW_MAX_HEIGHT) /* the line does not grow with it: it may stand out of what holds the line */
		info->object->hold.name = fo_kind_name(node->kind);
}

struct area *inline_take_object(struct paragraph *paragraph, struct inline_span *info)
{
	len baseline;
	if (info->taken && info->plain)
		info->object = inline_ruby(paragraph, info->node, &baseline);
	else if (info->taken)
		make_object(paragraph, info, &baseline);
	info->taken = true;
	return info->object;
}

struct inline_span inline_object(struct paragraph *paragraph, const struct fo_node *node, const struct text_font *font,
								 enum fo_keyword dominant, len shift)
{
	const struct fo_style *style = node->style;
	struct inline_span info = {.node = node};
	len first = 0;
	make_object(paragraph, &info, &first);
	enum fo_keyword baseline = inline_alignment(node, dominant);
	info.hanging = style->alignment_adjust.keyword == FO_KW_AUTO ? inline_hang(paragraph, baseline) : NULL;
	/* a fo:inline-container has the baseline of its first line, as in FOP */
	bool by_line = node->kind == FO_INLINE_CONTAINER && style->alignment_adjust.keyword == FO_KW_AUTO &&
				   baseline == FO_KW_ALPHABETIC;
	info.shift = shift;
	info.object_height = info.object->height;
	info.above = shift + (info.hanging ? 0 : inline_baseline(font, baseline)) +
				 (by_line ? first : info.object_height - own_point(node, baseline, info.object_height));
	return info;
}
