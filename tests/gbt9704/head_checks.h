/* 版头, 标题, 主送机关 (G-21 … G-34). Measured on the documents of the sample year. */
#ifndef GONGWEN_TESTS_HEAD_CHECKS_H
#define GONGWEN_TESTS_HEAD_CHECKS_H

#include "gbt9704/geometry.h"

/* ---- 版头 (G-21 … G-30) ---- */

static void check_mark(const struct sheets *sheets, const char *words, double ink_top)
{
	guint i = line_find(sheets, 0, words);
	const struct line *mark = line_at(sheets, i);
	struct reader_box ink = ink_of(sheets->name, 0, INK_RED, (struct reader_box){0, 0, 210, mark->bottom + 1});

	assert_string_equal(mark->words, words); /* on one line */
	assert_string_equal(line_han(sheets, mark, "font"), "GwBiaoSong");
	assert_string_equal(line_han(sheets, mark, "color"), "#ff0000ff");
	assert_mm(sheets, 0, "mark, upper edge of its ink", ink.top, ink_top, 1);
	assert_mm(sheets, 0, "mark, middle", (ink.left + ink.right) / 2, CENTRE, 1);
	assert_mm(sheets, 0, "mark, middle of its line", (mark->left + mark->right) / 2, CENTRE, 0.1);
	assert_true(ink.right - ink.left <= 156.1);
}

static void check_head(const char *name, const char *mark_words, const char *number_words)
{
	struct sheets sheets = sheets_open(name);
	const struct line *mark = line_at(&sheets, line_find(&sheets, 0, mark_words));
	const struct line *number = line_at(&sheets, line_find(&sheets, 0, number_words));
	const struct line *title = line_at(&sheets, line_tagged(&sheets, "H1"));
	xmlNode *rule = red_rule(&sheets);
	double top = areas_mm(rule, "y"), thick = border_mm(rule, "border-before");
	struct reader_box ink = ink_of(name, 0, INK_RED, (struct reader_box){0, mark->bottom + 1, 210, BOTTOM});

	check_mark(&sheets, mark_words, TOP + 35);
	assert_true(g_regex_match_simple("^" AREAS_HAN "+〔[0-9]{4}〕[1-9][0-9]*号$", number->words, 0, 0));
	check_face(&sheets, number, "GwFangSong", "16.000");
	assert_mm(&sheets, 0, "number, middle", (number->left + number->right) / 2, CENTRE, 0.1);
	assert_mm(&sheets, 0, "two empty lines between mark and number", number->em_top - mark->em_bottom, 2 * PITCH, PITCH / 2);
	assert_mm(&sheets, 0, "red rule below the number", top - number->em_bottom, 4, 0.1);
	assert_mm(&sheets, 0, "red rule, left", areas_mm(rule, "x"), LEFT, 0.01);
	assert_mm(&sheets, 0, "red rule, width", areas_mm(rule, "width"), 156, 0.01);
	assert_mm(&sheets, 0, "red rule, thickness", thick, 0.425, 0.08);
	assert_mm(&sheets, 0, "two empty lines between red rule and title", title->em_top - top - thick, 2 * PITCH, PITCH / 2);
	assert_mm(&sheets, 0, "ink of the red rule, left", ink.left, LEFT, 0.15);
	assert_mm(&sheets, 0, "ink of the red rule, right", ink.right, RIGHT, 0.15);
	assert_mm(&sheets, 0, "ink of the red rule, top", ink.top, top, 0.15);
	sheets_close(&sheets);
}

static void test_red_heads(void **state)
{
	(void)state;
	check_head("circular/3.pdf", "潍坊市贯彻《纲要》领导小组办公室文件", "潍依法办发〔2006〕3号");
	for (int i = 1; i <= 6; i++)
		check_head(year_print("notice/%d.pdf", i), "潍坊市人民政府法制局", year_print("潍政法错改〔2005〕%d号", i));
}

/* ---- 标题 (G-31) ---- */

/* Centred; of several lines each is longer or shorter than the next by a character, and no word is broken. */
static void check_title(const struct sheets *sheets)
{
	static const char *const words[] = {"目标", "责任", "责任制", "行政", "执法", "考核", "情况",   "通报", "年度", "错案",
										"移送", "抽查", "检查",   "半年", "排名", "得分", "通知书", "改进", "局"};
	guint at = line_tagged(sheets, "H1");

	for (guint i = at; i < sheets->lines->len && is(line_at(sheets, i)->tag, "H1"); i++) {
		const struct line *line = line_at(sheets, i), *next = line->last ? NULL : line_at(sheets, i + 1);

		assert_mm(sheets, line->page, "title, middle", (line->left + line->right) / 2, CENTRE, 0.1);
		assert_true(line->right - line->left <= 156);
		for (size_t k = 0; next && k < G_N_ELEMENTS(words); k++)
			for (const char *cut = g_utf8_next_char(words[k]); *cut; cut = g_utf8_next_char(cut))
				if (g_str_has_suffix(line->words, year_print("%.*s", (int)(cut - words[k]), words[k])) &&
					g_str_has_prefix(next->words, cut))
					fail_msg("%s, page %d: the title breaks %s: %s/%s", sheets->name, line->page + 1, words[k], line->words,
							 next->words);
		if (next && fabs((next->right - next->left) - (line->right - line->left)) < line->size * MM_PER_PT * 0.99)
			fail_msg("%s: the title's lines %s/%s differ by less than a character", sheets->name, line->words, next->words);
	}
}

static void test_titles_are_centred(void **state)
{
	(void)state;
	sheets_each(check_title);
}

/* The title of an attachment follows the same rules (G-70). */
static void test_attachment_has_its_head(void **state)
{
	struct sheets sheets = sheets_open("circular/3.pdf");
	guint i = line_find(&sheets, line_find(&sheets, 0, "附件：") + 1, "附件");
	const struct line *label = line_at(&sheets, i), *title = line_at(&sheets, i + 1), *next = line_at(&sheets, i + 2);

	(void)state;
	assert_string_equal(label->words, "附件");
	check_face(&sheets, label, "GwHei", "16.000");
	assert_mm(&sheets, label->page, "附件, left", label->left, LEFT, 0.01);
	assert_mm(&sheets, label->page, "附件, on line 1", label->top, TOP, 0.02);
	check_face(&sheets, title, "GwBiaoSong", "22.000");
	assert_mm(&sheets, label->page, "title of 附件, on line 3", title->top, TOP + 2 * PITCH, 0.02);
	assert_mm(&sheets, label->page, "title of 附件, middle", (title->left + title->right) / 2, CENTRE, 0.1);
	if (!title->last)
		assert_string_equal(year_print("%s%s", title->words, next->words), "2005年度行政执法目标责任制考核得分排名表");
	if (g_str_has_suffix(title->words, "目") && g_str_has_prefix(next->words, "标"))
		fail_msg("%s: the title of 附件 breaks 目标", sheets.name);
	sheets_close(&sheets);
}

/* ---- 主送机关, 正文 on page 1 (G-32 … G-34) ---- */

static void check_addressee(const struct sheets *sheets)
{
	guint i = line_tagged(sheets, "H1");
	const struct line *title, *addressee, *body;

	while (is(line_at(sheets, i)->tag, "H1"))
		i++;
	title = line_at(sheets, i - 1);
	addressee = line_at(sheets, i);
	body = line_at(sheets, i + 1);
	assert_true(g_str_has_suffix(addressee->words, "："));
	check_face(sheets, addressee, "GwFangSong", "16.000");
	assert_mm(sheets, 0, "addressee, left", addressee->left, LEFT, 0.01);
	assert_mm(sheets, 0, "one empty line between title and addressee", addressee->baseline - title->baseline,
			  2 * pitch_of(sheets), 1);
	assert_mm(sheets, 0, "body on the line below the addressee", body->baseline - addressee->baseline, pitch_of(sheets), 0.02);
	assert_int_equal(body->page, 0);
}

static void test_addressees(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;

		if (!is(year.files[i].kind, "circular") && !is(year.files[i].kind, "notice") && !is(year.files[i].kind, "transfer"))
			continue;
		sheets = sheets_open(year.files[i].name);
		check_addressee(&sheets);
		sheets_close(&sheets);
	}
}

static void check_body_on_page_1(const struct sheets *sheets)
{
	static const char *const tables[] = {"receipt",     "feedback",      "proposal",          "half-year",
										 "score-sheet", "case-register", "document-register", "directory"};
	int lines = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
		if (is(sheets->kind, tables[i])) /* no official documents: tables with a title */
			return;
	for (guint i = line_tagged(sheets, "H1"); i < sheets->lines->len; i++)
		lines += line_at(sheets, i)->page == 0 && is_paragraph(line_at(sheets, i));
	if (lines < 2)
		fail_msg("%s: no body text on page 1", sheets->name);
}

static void test_page_1_shows_body_text(void **state)
{
	(void)state;
	sheets_each(check_body_on_page_1);
}

static const struct CMUnitTest head_checks[] = {
	cmocka_unit_test(test_red_heads),
	cmocka_unit_test(test_titles_are_centred),
	cmocka_unit_test(test_attachment_has_its_head),
	cmocka_unit_test(test_addressees),
	cmocka_unit_test(test_page_1_shows_body_text),
};

#endif
