/* Lines, faces, headings (G-03, G-13, G-35 … G-37, Z-02, Z-03, Z-50, Z-63). Measured on the documents of the sample year. */
#ifndef GONGWEN_TESTS_TEXT_CHECKS_H
#define GONGWEN_TESTS_TEXT_CHECKS_H

#include "gbt9704/geometry.h"

/* ---- lines (Z-02, Z-03, Z-50, Z-63, G-13, G-35) ---- */

static int full_lines;

/* A line of a 附注, which may stand beside a seal (G-71): its block is in （ ） from end to end. */
static bool is_note(const struct sheets *sheets, guint i)
{
	guint first = i, last = i;

	while (!line_at(sheets, first)->first)
		first--;
	while (!line_at(sheets, last)->last)
		last++;
	return g_str_has_prefix(line_at(sheets, first)->words, "（") && g_str_has_suffix(line_at(sheets, last)->words, "）");
}

static void check_edges(const struct sheets *sheets)
{
	for (guint i = is(sheets->kind, "receipt") ? sheets->lines->len : line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (!is_paragraph(line) || line->last || is_note(sheets, i))
			continue;
		assert_mm(sheets, line->page, line->words, line->right, RIGHT, 0.1);
		full_lines++;
	}
}

static void test_full_lines_are_flush(void **state)
{
	(void)state;
	full_lines = 0;
	sheets_each(check_edges);
	assert_true(full_lines > 1000 / SPARING);
}

static bool is_one_of(gunichar c, const char *set)
{
	return g_utf8_strchr(set, -1, c) != NULL;
}

static void check_line_ends(const struct sheets *sheets)
{
	for (guint i = 0; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		const char *end = line->words + strlen(line->words);

		if (is_one_of(g_utf8_get_char(line->words), "”’）》〉」』〕】〗］｝，。、；：．？！·～／%‰℃") || (*line->words == '/'))
			fail_msg("%s, page %d: a line begins with “%s”", sheets->name, line->page + 1, line->words);
		if (is_one_of(g_utf8_get_char(g_utf8_prev_char(end)), "“‘（《〈「『〔【〖［｛／/"))
			fail_msg("%s, page %d: a line ends with “%s”", sheets->name, line->page + 1, line->words);
	}
}

static void test_no_line_begins_or_ends_badly(void **state)
{
	(void)state;
	sheets_each(check_line_ends);
}

/* Z-63: no last line of a paragraph is one character, with or without marks. */
static void check_last_lines(const struct sheets *sheets)
{
	for (guint i = is(sheets->kind, "receipt") ? sheets->lines->len : line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		int letters = 0;

		for (const char *at = line->words; *at; at = g_utf8_next_char(at))
			letters += g_unichar_isalnum(g_utf8_get_char(at));
		if (is_text(line) && is(line->tag, "P") && line->last && !line->first && letters < 2)
			fail_msg("%s, page %d: the last line is “%s”", sheets->name, line->page + 1, line->words);
	}
}

static void test_no_last_line_is_one_character(void **state)
{
	(void)state;
	sheets_each(check_last_lines);
}

/* Every paragraph of the author begins two characters in, its turn-overs at the edge. */
static void check_paragraph(const struct sheets *sheets, guint *at, const char *words)
{
	char *head = year_print("%.*s", (int)(g_utf8_offset_to_pointer(words, 8) - words), words);
	guint i = line_find(sheets, *at, head);

	while (!line_at(sheets, i)->first)
		i = line_find(sheets, i + 1, head);
	assert_mm(sheets, line_at(sheets, i)->page, head, line_at(sheets, i)->left, LEFT + 2 * CHARACTER, 0.01);
	while (!line_at(sheets, i)->last) {
		i++;
		assert_mm(sheets, line_at(sheets, i)->page, line_at(sheets, i)->words, line_at(sheets, i)->left, LEFT, 0.01);
	}
	*at = i;
}

static void check_paragraphs(const char *name, const char *expression)
{
	struct sheets sheets = sheets_open(name);
	GPtrArray *paragraphs = year_find(NULL, expression);
	guint at = 0;

	for (guint i = 0; i < paragraphs->len; i++)
		check_paragraph(&sheets, &at, year_squeeze(year_string(paragraphs->pdata[i])));
	g_ptr_array_unref(paragraphs);
	sheets_close(&sheets);
}

static void test_paragraphs_are_indented(void **state)
{
	(void)state;
	check_paragraphs("circular/3.pdf", "//circular//p");
	for (int i = 1; i <= 3; i++)
		check_paragraphs(year_print("brief/%d.pdf", i),
						 year_print("//bulletin[@number = %d]/p | //bulletin[@number = %d]/section/p", i, i));
	for (int i = 1; i <= 6; i++)
		check_paragraphs(year_print("notice/%d.pdf", i), year_print("//case[@number = %d]/*[self::facts or self::finding]/p", i));
	for (int i = 1; i <= 6; i++)
		check_paragraphs(year_print("transfer/%d.pdf", i), year_print("//case[@number = %d]/finding/p", i));
}

/* 1. … of the measures in an agreement (G-37): those of common targets come first. */
static void test_numbered_paragraphs_are_indented(void **state)
{
	struct sheets sheets = sheets_open("agreement/finance-1.pdf");
	GPtrArray *titles = year_find(NULL,
								  "(//common-targets | //specific-targets[@department = 'finance'])/target[measures]/title");
	guint at = 0;

	(void)state;
	for (guint i = 0; i < titles->len; i++)
		check_paragraph(&sheets, &at, year_print("%u.%s。", i + 1, year_string(titles->pdata[i])));
	g_ptr_array_unref(titles);
	sheets_close(&sheets);
}

/* ---- faces and sizes (G-03, G-31, G-36, G-37) ---- */

static bool has_han(const struct line *line)
{
	return g_regex_match_simple(AREAS_HAN, line->words, 0, 0);
}

static void check_body_faces(const struct sheets *sheets, const struct line *line)
{
	GPtrArray *runs = line_runs(line);

	for (guint i = 0; i < runs->len; i++) {
		const char *font = areas_get(runs->pdata[i], "font"), *words = year_string(runs->pdata[i]);

		if (!g_regex_match_simple(AREAS_HAN, words, 0, 0))
			continue;
		if (!is(font, "GwFangSong") && !is(font, "GwFangExt") && !is(font, "GwKai")) /* 楷体: a run-in （一） */
			fail_msg("%s, page %d: “%s” is in %s", sheets->name, line->page + 1, words, font);
		if (!is(areas_get(runs->pdata[i], "size"), "16.000") || !is(areas_get(runs->pdata[i], "color"), "#000000ff"))
			fail_msg("%s, page %d: “%s” is not in black 16 pt", sheets->name, line->page + 1, words);
	}
	g_ptr_array_unref(runs);
}

static void check_faces(const struct sheets *sheets)
{
	for (guint i = line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (!is_text(line) || !has_han(line))
			continue;
		if (is(line->tag, "H1"))
			check_face(sheets, line, "GwBiaoSong", "22.000");
		else if (is(line->tag, "H2"))
			check_face(sheets, line, "GwHei", "16.000");
		else if (is(line->tag, "H3"))
			check_face(sheets, line, "GwKai", "16.000");
		else if (is_paragraph(line) && !g_str_has_prefix(line->words, "附件"))
			check_body_faces(sheets, line);
	}
}

static void test_faces(void **state)
{
	(void)state;
	sheets_each(check_faces);
}

/* 一、 two characters in; a heading is followed by text on its page (Z-65). */
static void check_headings(const struct sheets *sheets)
{
	for (guint i = 0; i + 1 < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		bool first = is(line->tag, "H2");

		if (!first && !is(line->tag, "H3"))
			continue;
		if (line->first &&
			!g_regex_match_simple(first ? "^[一二三四五六七八九十]+、" : "^（[一二三四五六七八九十]+）", line->words, 0, 0))
			fail_msg("%s, page %d: heading “%s”", sheets->name, line->page + 1, line->words);
		assert_mm(sheets, line->page, line->words, line->left, LEFT + (line->first ? 2 * CHARACTER : 0), 0.01);
		if (line_at(sheets, i + 1)->page != line->page)
			fail_msg("%s, page %d ends with the heading “%s”", sheets->name, line->page + 1, line->words);
	}
}

static void test_headings(void **state)
{
	struct sheets circular = sheets_open("circular/3.pdf");

	(void)state;
	assert_true(line_tagged(&circular, "H2") > 0);
	sheets_close(&circular);
	sheets_each(check_headings);
}

/* The same faces in the PDF. */
static void test_faces_in_the_pdf(void **state)
{
	static const struct {
		const char *words, *font;
		double size;
		guint16 red;
	} wanted[] = {
		{"办公室文件", "GwBiaoSong", 36.03, 65535},
		{"年度行政执法目", "GwBiaoSong", 22, 0},
		{"是我市全面贯彻国务院", "GwFangSong", 16, 0},
	};
	PopplerDocument *document = year_pdf("circular/3.pdf");
	PopplerPage *page = poppler_document_get_page(document, 0);
	char *text = poppler_page_get_text(page);
	GList *attributes = poppler_page_get_text_attributes(page);

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
		glong at = g_utf8_pointer_to_offset(text, strstr(text, wanted[i].words));
		GList *item = attributes;

		while (item && ((PopplerTextAttributes *)item->data)->end_index < at)
			item = item->next;
		assert_non_null(item);
		assert_non_null(strstr(((PopplerTextAttributes *)item->data)->font_name, wanted[i].font));
		assert_true(fabs(((PopplerTextAttributes *)item->data)->font_size - wanted[i].size) < 0.05);
		assert_int_equal(((PopplerTextAttributes *)item->data)->color.red, wanted[i].red);
	}
	poppler_page_free_text_attributes(attributes);
	g_free(text);
	g_object_unref(page);
	g_object_unref(document);
}

static const struct CMUnitTest text_checks[] = {
	cmocka_unit_test(test_full_lines_are_flush),
	cmocka_unit_test(test_no_line_begins_or_ends_badly),
	cmocka_unit_test(test_no_last_line_is_one_character),
	cmocka_unit_test(test_paragraphs_are_indented),
	cmocka_unit_test(test_numbered_paragraphs_are_indented),
	cmocka_unit_test(test_faces),
	cmocka_unit_test(test_headings),
	cmocka_unit_test(test_faces_in_the_pdf),
};

#endif
