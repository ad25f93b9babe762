/* 信函, 简报, 送达回证 (G-80 … G-87, B-01 … B-04). Measured on the documents of the sample year. */
#ifndef GONGWEN_TESTS_FORMATS_CHECKS_H
#define GONGWEN_TESTS_FORMATS_CHECKS_H

#include "gbt9704/record_checks.h"

/* ---- 信函 (G-80 … G-87) ---- */

struct pair {
	double left, width, top, bottom, first, second; /* the pair of rules: place and thicknesses, the upper first */
};

static struct pair red_pair(const struct sheets *sheets, int which)
{
	GPtrArray *found = year_find(xmlDocGetRootElement(sheets->doc), "page[1]//block[contains(@border-before, '#ff0000ff')]");
	xmlNode *node;
	struct pair pair;

	assert_int_equal(found->len, 2);
	node = found->pdata[which];
	assert_non_null(strstr(areas_get(node, "border-after"), "#ff0000ff"));
	pair = (struct pair){areas_mm(node, "x"),
						 areas_mm(node, "width"),
						 areas_mm(node, "y"),
						 areas_mm(node, "y") + areas_mm(node, "height"),
						 border_mm(node, "border-before"),
						 border_mm(node, "border-after")};
	g_ptr_array_unref(found);
	return pair;
}

static void check_pair(const struct sheets *sheets, struct pair pair, bool thick_first)
{
	double thick = (thick_first ? pair.first : pair.second) / MM_PER_PT,
		   thin = (thick_first ? pair.second : pair.first) / MM_PER_PT;
	struct reader_box ink = ink_of(sheets->name, 0, INK_RED, (struct reader_box){0, pair.top - 0.5, 210, pair.top + 2});

	assert_mm(sheets, 0, "red pair, left", pair.left, 20, 0.01);
	assert_mm(sheets, 0, "red pair, width", pair.width, 170, 0.01);
	assert_true(thick >= 1.49 && thick <= 2.01 && thin >= 0.49 && thin <= 0.76);
	assert_mm(sheets, 0, "ink of the red pair, left", ink.left, 20, 0.15);
	assert_mm(sheets, 0, "ink of the red pair, right", ink.right, 190, 0.15);
}

static void check_letter(const char *name)
{
	struct sheets sheets = sheets_open(name);
	struct pair upper = red_pair(&sheets, 0), lower = red_pair(&sheets, 1);
	const struct line *mark = line_at(&sheets, line_find(&sheets, 0, "潍坊市人民政府法制局"));
	const struct line *title = line_at(&sheets, line_tagged(&sheets, "H1"));
	struct reader_box ink;

	for (guint i = 0; i < sheets.lines->len; i++)
		if (is(line_han(&sheets, line_at(&sheets, i), "color"), "#ff0000ff"))
			mark = line_at(&sheets, i);
	assert_string_equal(mark->words, "潍坊市人民政府法制局");
	ink = ink_of(name, 0, INK_RED, (struct reader_box){0, 0, 210, upper.top - 1});
	assert_mm(&sheets, 0, "mark of the letter, upper edge", ink.top, 30, 1);
	assert_mm(&sheets, 0, "mark of the letter, middle", (ink.left + ink.right) / 2, 105, 1.5); /* of the page or the type area */
	assert_mm(&sheets, 0, "upper red pair below the mark", upper.top - ink.bottom, 4, 0.5);
	assert_mm(&sheets, 0, "lower red pair, from the lower edge", 297 - lower.bottom, 20, 1);
	check_pair(&sheets, upper, true);
	check_pair(&sheets, lower, false);
	assert_mm(&sheets, 0, "title two lines below", title->em_top - upper.top, 2 * PITCH, PITCH / 2 + 0.1);
	for (guint i = 0; i < sheets.lines->len; i++)
		assert_true(line_at(&sheets, i)->page > 0 || line_at(&sheets, i)->bottom <= lower.top - 4.9);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(page[1]/region[@name != 'xsl-region-body']//line)"), 0);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(//block[@tag = 'Div' and @border-after])"), 0);
	sheets_close(&sheets);
}

static void test_letters(void **state)
{
	(void)state;
	for (int i = 1; i <= 6; i++)
		check_letter(year_print("transfer/%d.pdf", i));
}

/* ---- 简报 (B-01 … B-03) ---- */

static void check_brief_head(const struct sheets *sheets, const char *issue_words)
{
	const struct line *mark = line_at(sheets, line_find(sheets, 0, "依法行政简报"));
	guint at = line_find(sheets, 0, issue_words);
	const struct line *issue = line_at(sheets, at), *office = line_at(sheets, at + 1);
	xmlNode *rule = red_rule(sheets);
	double thick = border_mm(rule, "border-before");

	assert_string_equal(line_han(sheets, mark, "color"), "#ff0000ff");
	assert_mm(sheets, 0, "name, middle", (mark->left + mark->right) / 2, CENTRE, 0.1);
	assert_true(mark->top >= TOP && mark->bottom <= 297.0 / 3);
	assert_string_equal(issue->words, issue_words);
	assert_mm(sheets, 0, "第n期, middle", (issue->left + issue->right) / 2, CENTRE, 0.1);
	check_face(sheets, issue, "GwFangSong", "16.000");
	assert_true(g_str_has_prefix(office->words, "潍坊市贯彻《纲要》领导小组办公室2005年"));
	assert_mm(sheets, 0, "编发机关, left", office->left, LEFT + CHARACTER, 0.1);
	assert_mm(sheets, 0, "date, right", office->right, RIGHT - CHARACTER, 0.1);
	assert_mm(sheets, 0, "red rule, left", areas_mm(rule, "x"), LEFT, 0.01);
	assert_mm(sheets, 0, "red rule, width", areas_mm(rule, "width"), 156, 0.01);
	assert_true(areas_mm(rule, "y") >= office->em_bottom);
	assert_mm(sheets, 0, "red rule, thickness", thick, 0.75, 0.25);
}

static void check_brief_foot(const struct sheets *sheets, const char *copies)
{
	const struct line *line = line_at(sheets, line_find(sheets, 0, "（共印"));

	check_record_rules(sheets, record_frame(sheets));
	check_record_ink(sheets);
	check_record_list(sheets, "报：");
	check_record_list(sheets, "发：");
	assert_string_equal(line->words, copies);
	assert_mm(sheets, line->page, "（共印n份）, right", line->right, RIGHT - EM_4, EM_4 / 2); /* its ） may keep half */
}

static void test_briefs(void **state)
{
	(void)state;
	for (int i = 1; i <= 3; i++) {
		struct sheets sheets = sheets_open(year_print("brief/%d.pdf", i));

		check_brief_head(&sheets, year_print("第%d期", i));
		check_brief_foot(&sheets, year_print("（共印%s份）", year_value(NULL, year_print("//bulletin[@number = %d]/copies", i))));
		sheets_close(&sheets);
	}
}

/* ---- 送达回证 (B-04) ---- */

/* The head of a row: its characters spread over the column, the first flush left, the last flush right (Z-56). */
static void check_row_head(const struct sheets *sheets, const char *words, double *left, double *right)
{
	const struct line *line = line_at(sheets, line_find(sheets, 0, words));

	if (*right == 0) {
		*left = line->left;
		*right = line->right;
	}
	assert_true(line->table);
	assert_mm(sheets, 0, words, line->left, *left, 0.1);
	assert_mm(sheets, 0, words, line->right, *right, 0.1);
}

static void check_receipt(const char *name)
{
	static const char *const heads[] = {"案由", "案号", "名称和件数", "受送达人", "送达地点", "签名或盖章", "代收理由", "备注"};
	struct sheets sheets = sheets_open(name);
	const struct line *office = line_at(&sheets, 0), *title = line_at(&sheets, 1);
	double left = 0, right = 0;

	assert_int_equal(sheets.pages, 1);
	assert_string_equal(office->words, "潍坊市人民政府法制局");
	assert_string_equal(title->words, "送达回证");
	check_face(&sheets, title, "GwBiaoSong", "22.000");
	assert_mm(&sheets, 0, "office, middle", (office->left + office->right) / 2, CENTRE, 0.1);
	assert_mm(&sheets, 0, "title, middle", (title->left + title->right) / 2, CENTRE, 0.1);
	assert_true(title->top >= office->bottom - 0.01);
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		check_row_head(&sheets, heads[i], &left, &right);
	sheets_close(&sheets);
}

static void test_receipts(void **state)
{
	(void)state;
	for (int i = 1; i <= 6; i++)
		check_receipt(year_print("receipt/%d.pdf", i));
}

static const struct CMUnitTest formats_checks[] = {
	cmocka_unit_test(test_letters),
	cmocka_unit_test(test_briefs),
	cmocka_unit_test(test_receipts),
};

#endif
