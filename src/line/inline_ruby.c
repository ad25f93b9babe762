/* inline_ruby: gw:ruby (Z-73): an inline with its reading above it (or under it: gw:ruby-position), half as large. The two are set as lines of
 * their own and become one object, which is never broken, behaves like a Han character, and does not change the pitch of the line it stands
 * in. */
#include <string.h>

#include "line/line_int.h"

static void open_part(struct paragraph *part, const struct paragraph *outer, const struct fo_node *inline_node,
					  struct area_structure *tag)
{
	*part = (struct paragraph){.layout = outer->layout, .block = inline_node, .tag = tag, .measure = outer->measure};
	inline_open(part);
}

/* The collected spans as one line, as an AREA_INLINE whose y is that of its baseline's ascent; NULL when there is nothing. */
static struct area *set_part(struct paragraph *part, len *baseline)
{
	struct layout *layout = part->layout;
	struct area *area = NULL;
	struct model *model = line_model_new(part, layout->arena);
	if (model && model->count) {
		struct spot *spots = g_new0(struct spot, model->count + 1);
		struct line_content content = {.model = model, .spots = spots, .end = model->count, .stretch = 1000};
		line_measure(model, 0, model->count, true, LEN_MAX, &content.measure);
		content.length = line_set(part, model, &content.measure, LEN_MAX, LINE_RAGGED, true, spots);
		if (part->shaped->runs_left)
			line_reorder(&content, spots);
		len height;
		area = line_area_new(part, &content, &height);
		*baseline = area->baseline;
		area->kind = AREA_INLINE;
		g_free(spots);
	}
	line_model_free(model);
	inline_close(part);
	return area;
}

static struct area_structure *part_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent,
									   const char *role)
{
	return layout->artifact ? &area_artifact : area_structure_new_at(layout->pass_arena, parent, role, node->order);
}

static struct area *set_base(const struct paragraph *outer, const struct fo_node *node, struct area_structure *tag, len *baseline)
{
	struct paragraph part;
	open_part(&part, outer, node, part_tag(outer->layout, node, tag, "RB"));
	inline_collect_undecorated(&part, node);
	return set_part(&part, baseline);
}

static struct area *set_reading(const struct paragraph *outer, const struct fo_node *node, struct area_structure *tag,
								len *baseline)
{
	struct paragraph part;
	struct layout *layout = outer->layout;
	const struct fo_style *from = node->style;
	const struct text_style *base = inline_style(layout, node);
	struct text_style *style = ARENA_NEW(layout->arena, struct text_style);
	open_part(&part, outer, node, part_tag(layout, node, tag, "RT"));
	*style = *base;
	style->letter = style->word = (struct text_spacing){0};
	style->font = inline_font(layout, node, from->font_size / 2);
	struct text_span span = {.text = from->ruby, .size = strlen(from->ruby), .style = style, .place = node->place};
	struct inline_span info = {.node = node, .plain = true};
	g_array_append_val(part.spans, span);
	g_array_append_val(part.infos, info);
	return set_part(&part, baseline);
}

struct area *inline_ruby(const struct paragraph *paragraph, const struct fo_node *node, len *baseline)
{
	const struct text_style *style = inline_style(paragraph->layout, node);
	if (!style)
		return NULL;
	len base_line = 0, reading_line = 0;
	struct area_structure *tag = part_tag(paragraph->layout, node, inline_tag(paragraph, node), "Ruby");
	struct area *base = set_base(paragraph, node, tag, &base_line), *reading = set_reading(paragraph, node, tag, &reading_line);
	if (!base || !reading)
		return base ? (*baseline = base_line, base) : NULL;
	struct text_metrics metrics = text_font_metrics(style->font);
	len half = node->style->font_size / 2, width = MAX(base->width, reading->width), height = metrics.ascent + metrics.descent;
	bool under = node->style->ruby_position == FO_KW_UNDER;
	struct area *area = area_new(paragraph->layout->arena, AREA_INLINE, 0, 0, width, half + height);
	*baseline = (under ? 0 : half) + metrics.ascent;
	base->x = (width - base->width) / 2;
	base->y = *baseline - base_line;
	reading->x = (width - reading->width) / 2;
	reading->y = (under ? height : 0) + half - len_scale(half, metrics.descent, height) - reading_line;
	area_append(area, base);
	area_append(area, reading);
	return area;
}
