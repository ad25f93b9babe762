/* leader: the repeated content of fo:leader (XSL 1.1, 6.6.9, 7.22): dots, which are content too, and use-content. One pattern is laid out, then
 * set again and again, leader-pattern-width apart; what is left over of the leader's length lies in front of the first. */
#include <string.h>

#include "line/paragraph_int.h"

/* What nobody could see is not set: patterns closer than a tenth of a point, and leaders longer than the largest page. */
#define PITCH_LEAST (LEN_PT / 10)
#define WIDTH_MOST  (14400 * LEN_PT)

/* The pattern as a line of its own, without indents and justification. */
static const struct area *pattern_line(struct paragraph *paragraph, const struct fo_node *leader)
{
	struct layout *layout = paragraph->layout;
	struct fo_style *style = ARENA_NEW(layout->arena, struct fo_style);
	struct fo_node *block = ARENA_NEW(layout->arena, struct fo_node);
	*style = *leader->style;
	style->text_align = FO_KW_START;
	style->text_align_last = FO_KW_START;
	style->text_indent = (struct fo_length){0};
	style->last_line_end_indent = (struct fo_length){0};
	*block = *leader;
	block->style = style;
	block->id = NULL;
	/* its text is the leader's; what is known of a style that does not last must not either */
	g_hash_table_insert(layout->styles, style, (gpointer)(uintptr_t)inline_style(layout, leader));
	const struct line *line = line_make(layout, block, leader->first_child, NULL, LEN_MAX / 4, false, &area_artifact);
	g_hash_table_remove(layout->styles, style);
	return line ? line->area : NULL;
}

/* One run of glyphs in place of many areas of one. */
static struct area *repeated_text(struct arena *arena, const struct area *pattern, len pitch, uint32_t count)
{
	const struct area_text *one = pattern->text;
	struct area_text *text = ARENA_NEW(arena, struct area_text);
	struct text_glyph *glyphs = ARENA_ARRAY(arena, struct text_glyph, one->glyph_count * count);
	struct area_cluster *clusters = ARENA_ARRAY(arena, struct area_cluster, one->cluster_count * count);
	char *characters = arena_alloc(arena, (size_t)one->text_size * count + 1);
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t g = 0; g < one->glyph_count; g++) {
			glyphs[i * one->glyph_count + g] = one->glyphs[g];
			glyphs[i * one->glyph_count + g].x += (len)i * pitch;
		}
		memcpy(clusters + i * one->cluster_count, one->clusters, sizeof *clusters * one->cluster_count);
		memcpy(characters + (size_t)i * one->text_size, one->text, one->text_size);
	}
	*text = *one;
	text->text = characters;
	text->text_size = one->text_size * count;
	text->glyphs = glyphs;
	text->glyph_count = one->glyph_count * count;
	text->clusters = clusters;
	text->cluster_count = one->cluster_count * count;
	struct area *area = area_copy(arena, pattern, &area_artifact);
	area->text = text;
	area->width = pattern->width + (len)(count - 1) * pitch;
	return area;
}

/* Where the first pattern stands in the leader: 7.22.1 counts patterns from the reference area's start; else, in Chinese, they end flush with
 * the leader, so that lines that end alike have their dots in columns, and begin flush with it in other text, as in FOP. */
static len first_offset(const struct paragraph *paragraph, const struct fo_node *leader, len x, len width, len pitch)
{
	if (leader->style->leader_alignment == FO_KW_NONE)
		return text_is_chinese(leader->style->language) ? width % pitch : 0;
	len from = len_add(x, paragraph->indent + fo_resolve(paragraph->block->style->start_indent, 0));
	return (pitch - from % pitch) % pitch;
}

/* Whole cycles, the white that follows a pattern with it (7.22.3); in columns, the last one ends with what is to be seen. */
static uint32_t cycles(const struct fo_node *leader, const struct area *pattern, len pitch, len room)
{
	len last = leader->style->leader_alignment == FO_KW_NONE ? pitch : pattern->width;
	return room >= last ? (uint32_t)((room - last) / pitch) + 1 : 0;
}

len leader_rule_foot(const struct fo_style *style)
{
	return text_is_chinese(style->language) ? style->font_size / 8 + style->rule_thickness : 0;
}

void leader_fill(struct paragraph *paragraph, struct area *line, const struct inline_span *info, len x, len width)
{
	const struct fo_node *leader = info->leader;
	const struct area *pattern = pattern_line(paragraph, leader);
	struct fo_length wanted = leader->style->leader_pattern_width;
	len pitch = pattern ? MAX(pattern->width, wanted.keyword ? 0 : fo_resolve(wanted, paragraph->measure)) : 0;
	if (pitch <= 0)
		return;
	pitch = MAX(pitch, PITCH_LEAST);
	width = MIN(width, WIDTH_MOST);
	len offset = first_offset(paragraph, leader, x, width, pitch);
	uint32_t count = cycles(leader, pattern, pitch, width - offset);
	struct arena *arena = paragraph->layout->arena;
	for (const struct area *child = pattern->first_child; child && count; child = child->next) {
		for (uint32_t i = 0; i < (child->kind == AREA_TEXT ? 1 : count); i++) {
			struct area *copy = child->kind == AREA_TEXT ? repeated_text(arena, child, pitch, count)
														 : area_copy(arena, child, &area_artifact);
			copy->x += x + offset + (len)i * pitch;
			copy->y += line->baseline - line_shift(info->shift, info->hanging) - pattern->baseline + info->move.down;
			area_append(line, copy);
		}
	}
}
