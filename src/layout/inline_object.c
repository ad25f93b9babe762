/* inline_object: what stands in a line and is no text: pictures and fo:inline-container; and how they and inlines are aligned
 * (XSL 1.1, 4.7, 7.14). */
#include "layout/flow_int.h"
#include "layout/line_int.h"

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

/* The point of an object that lies on the baseline, from its foot up (7.14.1): by what the baseline is for, or, as a length, so far below
 * its foot. */
static len own_point(const struct fo_style *style, enum fo_keyword baseline, len height)
{
	struct fo_length adjust = style->alignment_adjust;
	if (!adjust.keyword)
		return -fo_resolve(adjust, height);
	switch (adjust.keyword == FO_KW_AUTO ? baseline : adjust.keyword) {
	case FO_KW_BEFORE_EDGE:
	case FO_KW_TEXT_BEFORE_EDGE:
	case FO_KW_HANGING:
		return height;
	case FO_KW_MIDDLE:
	case FO_KW_CENTRAL:
	case FO_KW_MATHEMATICAL:
		return height / 2;
	default:
		return 0;
	}
}

/* ---- objects ---- */

/* From the area's top down to the baseline of its first line; its height when it has none. */
static len first_baseline(const struct area *area)
{
	for (const struct area *child = area->first_child; child; child = child->next) {
		len below = child->kind == AREA_LINE    ? child->baseline
					: child->kind == AREA_BLOCK ? first_baseline(child)
												: child->height;
		if (child->kind == AREA_LINE || below < child->height)
			return child->y + below;
	}
	return area->height;
}

/* Where that baseline will be when the content is placed; the foot of what is turned. */
static len baseline_of(struct layout *layout, const struct flow_box *box)
{
	if (box->content_area->kind == AREA_TURNED)
		return box->area->height;
	bool clipped = box->content_area != box->area;
	struct area *probe = area_new(layout->arena, AREA_BLOCK, 0, 0, box->area->width, box->area->height);
	flow_place_all(&(struct placer){.layout = layout, .repeat = true, .probes = true}, box->content, probe, 0,
				   box->content_y + (clipped ? box->content_area->y : 0));
	return first_baseline(probe);
}

/* The content of a fo:inline-container goes to the page with its line: ids, notes and markers count there. A leader's pattern has none. */
static void add_container(struct paragraph *paragraph, struct inline_span *info, len *baseline)
{
	struct layout *layout = paragraph->layout;
	struct flow_box *box = ARENA_NEW(layout->arena, struct flow_box);
	*box = flow_container_box(layout, info->node, paragraph->measure, inline_tag(paragraph, info->node));
	*baseline = baseline_of(layout, box);
	info->object = box->area;
	if (paragraph->has_places)
		info->held = box;
	else
		flow_place_all(&(struct placer){.layout = layout}, box->content, box->content_area, box->content_x, box->content_y);
}

struct inline_span inline_object(struct paragraph *paragraph, const struct fo_node *node, const struct text_font *font,
								 enum fo_keyword dominant, len shift)
{
	const struct fo_style *style = node->style;
	struct inline_span info = {.node = node};
	len first = 0;
	if (node->kind == FO_INLINE_CONTAINER)
		add_container(paragraph, &info, &first);
	else
		info.object = graphic_area(paragraph->layout, node, paragraph->measure, inline_tag(paragraph, node));
	enum fo_keyword baseline = inline_alignment(node, dominant);
	info.hanging = style->alignment_adjust.keyword == FO_KW_AUTO ? inline_hang(paragraph, baseline) : NULL;
	/* a fo:inline-container has the baseline of its first line, as in FOP */
	bool by_line = node->kind == FO_INLINE_CONTAINER && style->alignment_adjust.keyword == FO_KW_AUTO &&
				   baseline == FO_KW_ALPHABETIC;
	info.shift = shift;
	info.above = shift + (info.hanging ? 0 : inline_baseline(font, baseline)) +
				 (by_line ? first : info.object->height - own_point(style, baseline, info.object->height));
	return info;
}
