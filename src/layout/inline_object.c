/* inline_object: what stands in a line and is no text: pictures and fo:inline-container; and how they and the boxes of inlines are aligned
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

/* The point of an object that lies on the baseline, from its foot up (7.14.1): by what the baseline is for. */
static len own_point(const struct fo_style *style, enum fo_keyword baseline, len height)
{
	struct fo_length adjust = style->alignment_adjust;
	if (!adjust.keyword)
		return fo_resolve(adjust, height);
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

static struct area *container_area(struct paragraph *paragraph, const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	struct layout *layout = paragraph->layout;
	const struct fo_length *across = &style->inline_progression_dimension.optimum,
						   *down = &style->block_progression_dimension.optimum;
	len edge[4];
	for (int side = 0; side < 4; side++)
		edge[side] = flow_border(style, (enum area_side)side) + flow_padding(style, (enum area_side)side, paragraph->measure);
	len width = across->keyword ? MAX(paragraph->measure - edge[AREA_START] - edge[AREA_END], 0)
								: fo_resolve(*across, paragraph->measure);
	struct flow *flow = flow_build(layout, node, width, 0, inline_tag(paragraph, node));
	len content = flow_height(flow), height = down->keyword ? content : fo_resolve(*down, 0);
	struct area *area = area_new(layout->arena, AREA_BLOCK, 0, 0, edge[AREA_START] + width + edge[AREA_END],
								 edge[AREA_BEFORE] + height + edge[AREA_AFTER]);
	area->box = flow_box_of(layout, node);
	area->place = node->place;
	if (content > height + LEN_PT / 20)
		diag_report(layout->sink, DIAG_OVERFULL_BLOCK, node->place, "%s: %.2f mm", fo_kind_name(node->kind),
					len_to_mm(content - height));
	struct placer placer = {.layout = layout};
	flow_place_all(&placer, flow, area, edge[AREA_START], edge[AREA_BEFORE]);
	return area;
}

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

/* A fo:inline-container has the baseline of its first line, as in FOP. */
static len point_of(const struct inline_span *info, enum fo_keyword baseline)
{
	const struct fo_style *style = info->node->style;
	bool by_line = info->node->kind == FO_INLINE_CONTAINER && style->alignment_adjust.keyword == FO_KW_AUTO &&
				   baseline == FO_KW_ALPHABETIC;
	return by_line ? info->object->height - first_baseline(info->object) : own_point(style, baseline, info->object->height);
}

struct inline_span inline_object(struct paragraph *paragraph, const struct fo_node *node, const struct text_font *font,
								 enum fo_keyword dominant, len shift)
{
	const struct fo_style *style = node->style;
	struct inline_span info = {.node = node};
	info.object = node->kind == FO_INLINE_CONTAINER
					  ? container_area(paragraph, node)
					  : graphic_area(paragraph->layout, node, paragraph->measure, inline_tag(paragraph, node));
	info.object_space = fo_resolve(style->space_start.optimum, paragraph->measure);
	enum fo_keyword baseline = inline_alignment(node, dominant);
	info.edge = style->alignment_adjust.keyword == FO_KW_AUTO && (baseline == FO_KW_BEFORE_EDGE || baseline == FO_KW_AFTER_EDGE)
					? baseline
					: FO_KW_NONE_GIVEN;
	info.shift = shift;
	info.above = shift + inline_baseline(font, baseline) + info.object->height - point_of(&info, baseline);
	return info;
}

/* ---- boxes of inlines ---- */

bool inline_has_box(struct paragraph *paragraph, const struct fo_node *node, struct inline_box *box)
{
	const struct fo_style *style = node->style;
	len edge[4];
	for (int side = 0; side < 4; side++)
		edge[side] = flow_border(style, (enum area_side)side) + flow_padding(style, (enum area_side)side, paragraph->measure);
	box->box = flow_box_of(paragraph->layout, node);
	box->lead = edge[AREA_START];
	box->trail = edge[AREA_END];
	box->before = edge[AREA_BEFORE];
	box->after = edge[AREA_AFTER];
	return box->box || box->lead || box->trail || style->space_start.optimum.fixed || style->space_start.optimum.percent ||
		   style->space_end.optimum.fixed || style->space_end.optimum.percent;
}
