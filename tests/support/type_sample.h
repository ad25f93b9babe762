/* Text set in this process, for tests of line composition: a paragraph → its lines, each a list of placed characters.
 * The type is 10 pt unless the attributes say otherwise; lengths of the answers are in len. */
#ifndef GONGWEN_TESTS_TYPE_SAMPLE_H
#define GONGWEN_TESTS_TYPE_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "area/area.h"
#include "fo/fo.h"
#include "page/page.h"
#include "xml/xml.h"

#define EM (10 * LEN_PT)

/* A character, or a unit of several (——), as placed. */
struct glyph_spot {
	char text[32];
	len x; /* of its glyph's origin, from the line's start edge */
	len y; /* of its baseline, from the page's top */
	len size;
	const char *face;
};

struct set_line {
	GString *text;
	GArray *spots;                     /* struct glyph_spot */
	len x, y, width, height, baseline; /* x, y on the page */
	unsigned page;
};

static struct {
	struct text_engine *engine;
	struct diag_sink *sink;
	struct arena *arena;
	GPtrArray *lines; /* struct set_line *, in reading order */
	unsigned pages;
} type;

/* ---- reading the areas ---- */

static inline void type_free_line(gpointer data)
{
	struct set_line *line = data;
	g_string_free(line->text, TRUE);
	g_array_free(line->spots, TRUE);
	g_free(line);
}

static inline void type_take_text(struct set_line *line, const struct area *area, len x, len y)
{
	const struct area_text *text = area->text;
	const char *at = text->text;
	uint32_t glyph = 0;
	for (uint32_t i = 0; i < text->cluster_count; i++) {
		struct glyph_spot spot = {.x = x, .y = y + text->baseline, .size = text->size, .face = text_face_name(text->face)};
		if (text->clusters[i].glyph_count) {
			spot.x = x + text->glyphs[glyph].x;
			spot.y += text->glyphs[glyph].y;
		}
		g_strlcpy(spot.text, at, MIN(sizeof spot.text, (size_t)text->clusters[i].text_size + 1));
		g_array_append_val(line->spots, spot);
		at += text->clusters[i].text_size;
		glyph += text->clusters[i].glyph_count;
	}
	g_string_append_len(line->text, text->text, text->text_size);
}

static inline void type_take_line(struct set_line *line, const struct area *area, len x, len y)
{
	for (const struct area *child = area->first_child; child; child = child->next) {
		if (child->kind == AREA_TEXT)
			type_take_text(line, child, x + child->x, y + child->y);
		else
			type_take_line(line, child, x + child->x, y + child->y);
	}
}

static inline void type_walk(const struct area *area, len x, len y, unsigned page)
{
	x += area->x;
	y += area->y;
	if (area->kind != AREA_LINE) {
		for (const struct area *child = area->first_child; child; child = child->next)
			type_walk(child, x, y, page);
		return;
	}
	struct set_line *line = g_new0(struct set_line, 1);
	*line = (struct set_line){g_string_new(""),
							  g_array_new(FALSE, FALSE, sizeof(struct glyph_spot)),
							  x,
							  y,
							  area->width,
							  area->height,
							  y + area->baseline,
							  page};
	type_take_line(line, area, 0, y);
	g_ptr_array_add(type.lines, line);
}

/* ---- setting ---- */

static inline int type_open(void **state)
{
	(void)state;
	const struct text_options options = {.config = "fonts/fonts.xml"};
	xml_init();
	type.sink = diag_open(DIAG_ENGLISH);
	type.engine = text_open(&options, type.sink);
	return type.engine ? 0 : -1;
}

static inline void type_drop(void)
{
	if (type.lines)
		g_ptr_array_free(type.lines, TRUE);
	if (type.arena)
		arena_close(type.arena);
	if (type.sink)
		diag_close(type.sink);
	type.lines = NULL;
	type.arena = NULL;
	type.sink = NULL;
}

static inline int type_close(void **state)
{
	(void)state;
	text_close(type.engine);
	type_drop();
	return 0;
}

/* Lays a whole document out, in place of the one before. */
static inline void type_set_document(const char *xml)
{
	type_drop();
	type.sink = diag_open(DIAG_ENGLISH);
	type.arena = arena_open();
	type.lines = g_ptr_array_new_with_free_func(type_free_line);
	xmlDoc *doc = xml_load_memory(xml, strlen(xml), "t.fo", NULL, type.arena, type.sink);
	const struct fo_tree *tree = doc ? fo_build(doc, type.arena, type.sink) : NULL;
	const struct area_tree *areas = tree ? page_lay_out_tree(tree, type.engine, NULL, type.arena, type.sink) : NULL;
	if (!areas)
		fail_msg("not set: %s: %s", diag_size(type.sink) ? diag_get(type.sink, 0)->text : "", xml);
	type.pages = areas->page_count;
	for (const struct area_page *page = areas->first_page; page; page = page->next)
		for (const struct area *area = page->first_area; area; area = area->next)
			type_walk(area, 0, 0, page->index);
	xmlFreeDoc(doc);
}

/* Blocks (XML) on pages of this size in pt, without margins. */
static inline void type_set_page(const char *width, const char *height, const char *attributes, const char *blocks)
{
	char *xml = g_strdup_printf(
		"<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:gw='" FO_GW_NAMESPACE "' xml:lang='zh-CN' font-family='仿宋' "
		"font-size='10pt' line-height='15pt' line-stacking-strategy='font-height' text-align='justify'>"
		"<fo:layout-master-set><fo:simple-page-master master-name='m' page-width='%s' page-height='%s'><fo:region-body/>"
		"</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='m' %s>"
		"<fo:flow flow-name='xsl-region-body'>%s</fo:flow></fo:page-sequence></fo:root>",
		width, height, attributes, blocks);
	type_set_document(xml);
	g_free(xml);
}

/* One block of inline content (XML) in a measure of so many hundredths of an em. */
static inline void type_set(int hundredths, const char *attributes, const char *content)
{
	char *block = g_strdup_printf("<fo:block %s>%s</fo:block>", attributes, content);
	char *width = g_strdup_printf("%d.%dpt", hundredths / 10, hundredths % 10);
	type_set_page(width, "20000pt", "", block);
	g_free(width);
	g_free(block);
}

/* ---- asking ---- */

static inline const struct set_line *type_line(guint i)
{
	if (i >= type.lines->len)
		fail_msg("there are %u lines only", type.lines->len);
	return type.lines->pdata[i];
}

static inline const char *type_words(guint i)
{
	return type_line(i)->text->str;
}

/* All lines' words, parted by |. */
static inline const char *type_broken(void)
{
	GString *all = g_string_new("");
	for (guint i = 0; i < type.lines->len; i++)
		g_string_append_printf(all, "%s%s", i ? "|" : "", type_words(i));
	char *kept = arena_string(type.arena, all->str);
	g_string_free(all, TRUE);
	return kept;
}

static inline const struct glyph_spot *type_spot(guint line, guint i)
{
	const struct set_line *set = type_line(line);
	if (i >= set->spots->len)
		fail_msg("“%s” has %u characters only", set->text->str, set->spots->len);
	return &g_array_index(set->spots, struct glyph_spot, i);
}

/* Where the first `text` stands in line `line`. */
static inline const struct glyph_spot *type_find(guint line, const char *text)
{
	const struct set_line *set = type_line(line);
	for (guint i = 0; i < set->spots->len; i++)
		if (strcmp(g_array_index(set->spots, struct glyph_spot, i).text, text) == 0)
			return &g_array_index(set->spots, struct glyph_spot, i);
	fail_msg("“%s” has no %s", set->text->str, text);
	return NULL;
}

/* From the origin of one character to that of another, both in the first line. */
static inline len type_distance(const char *from, const char *to)
{
	return type_find(0, to)->x - type_find(0, from)->x;
}

/* The codes of what was said, parted by blanks. */
static inline const char *type_said(void)
{
	char *text = arena_string(type.arena, "");
	for (unsigned i = 0; i < diag_size(type.sink); i++)
		text = arena_printf(type.arena, "%s%s%s", text, i ? " " : "", diag_get(type.sink, i)->code);
	return text;
}

/* So many Han characters. */
static inline char *type_han(unsigned count)
{
	GString *text = g_string_new("");
	static const char *const han[] = {"天", "地", "玄", "黄", "宇", "宙", "洪", "荒", "日", "月"};
	for (unsigned i = 0; i < count; i++)
		g_string_append(text, han[i % G_N_ELEMENTS(han)]);
	return g_string_free(text, FALSE);
}

#define type_run(tests) cmocka_run_group_tests(tests, type_open, type_close)

/* Within 0.02 em. */
#define assert_em(found, hundredths)                                                                                             \
	do {                                                                                                                         \
		long found_len = (found), wanted_len = (long)EM * (hundredths) / 100;                                                    \
		if (labs(found_len - wanted_len) > EM / 50)                                                                              \
			fail_msg("%s: %.3f em, not %.3f em (“%s”)", #found, (double)found_len / EM, (double)(hundredths) / 100,              \
					 type_broken());                                                                                             \
	} while (0)

#endif
