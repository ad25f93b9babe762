/* 版记 and page numbers (G-50 … G-64, B-03). Measured on the documents of the sample year. */
#ifndef GONGWEN_TESTS_RECORD_CHECKS_H
#define GONGWEN_TESTS_RECORD_CHECKS_H

#include "gbt9704/geometry.h"

/* ---- 版记 (G-50 … G-56, B-03) ---- */

static void check_record_rules(const struct sheets *sheets, xmlNode *frame)
{
	int page = sheets->pages - 1;

	assert_int_equal(year_number(frame, "count(ancestor::page/following-sibling::page)"), 0);
	assert_mm(sheets, page, "first separator, thickness", border_mm(frame, "border-before"), 0.35, 0.01);
	assert_mm(sheets, page, "last separator, thickness", border_mm(frame, "border-after"), 0.35, 0.01);
	assert_mm(sheets, page, "separators, left", areas_mm(frame, "x"), LEFT, 0.01);
	assert_mm(sheets, page, "separators, width", areas_mm(frame, "width"), 156, 0.01);
	assert_mm(sheets, page, "last separator, lower edge", areas_mm(frame, "y") + areas_mm(frame, "height"), BOTTOM, 0.05);
}

/* 抄送：, 报：, 发：: one character in on both sides, turn-overs under the first name, 。 at the end. */
static void check_record_list(const struct sheets *sheets, const char *label)
{
	guint i = line_find(sheets, 0, label);
	const struct line *line = line_at(sheets, i);
	double names = line->left + (double)g_utf8_strlen(label, -1) * EM_4;

	assert_mm(sheets, line->page, label, line->left, LEFT + EM_4, 0.1);
	check_face(sheets, line, "GwFangSong", "14.000");
	for (; !line_at(sheets, i)->last; i++) {
		assert_mm(sheets, line->page, "版记, right edge", line_at(sheets, i)->right, RIGHT - EM_4, EM_4);
		assert_true(line_at(sheets, i)->right <= RIGHT - EM_4 + 0.1);
		assert_mm(sheets, line->page, "版记, turn-over", line_at(sheets, i + 1)->left, names, 0.1);
	}
	assert_true(g_str_has_suffix(line_at(sheets, i)->words, "。"));
}

static void check_printed_by(const struct sheets *sheets, xmlNode *frame, const char *words)
{
	GPtrArray *inner = year_find(frame, ".//block[@border-before]");
	const struct line *line = line_at(sheets, line_find(sheets, 0, words));

	assert_string_equal(line->words, words);
	assert_int_equal(inner->len, 1);
	assert_mm(sheets, line->page, "middle separator, thickness", border_mm(inner->pdata[0], "border-before"), 0.25, 0.01);
	assert_mm(sheets, line->page, "middle separator, left", areas_mm(inner->pdata[0], "x"), LEFT, 0.01);
	assert_mm(sheets, line->page, "middle separator, width", areas_mm(inner->pdata[0], "width"), 156, 0.01);
	check_face(sheets, line, "GwFangSong", "14.000");
	assert_mm(sheets, line->page, "印发机关, left", line->left, LEFT + EM_4, 0.1);
	assert_mm(sheets, line->page, "印发日期, right", line->right, RIGHT - EM_4, 0.1);
	g_ptr_array_unref(inner);
}

/* The separators as ink: black, the last on the lower edge of the type area. */
static void check_record_ink(const struct sheets *sheets)
{
	struct reader_box ink = ink_of(sheets->name, sheets->pages - 1, INK_BLACK,
								   (struct reader_box){0, BOTTOM - 1, 210, BOTTOM + 3});

	assert_mm(sheets, sheets->pages - 1, "ink of the last separator, lower edge", ink.bottom, BOTTOM, 0.15);
	assert_mm(sheets, sheets->pages - 1, "ink of the last separator, left", ink.left, LEFT, 0.15);
	assert_mm(sheets, sheets->pages - 1, "ink of the last separator, right", ink.right, RIGHT, 0.15);
}

static void check_record(const char *name, const char *const *labels, const char *printed_by)
{
	struct sheets sheets = sheets_open(name);
	xmlNode *frame = record_frame(&sheets);

	check_record_rules(&sheets, frame);
	check_record_ink(&sheets);
	for (; *labels; labels++)
		check_record_list(&sheets, *labels);
	check_printed_by(&sheets, frame, printed_by);
	sheets_close(&sheets);
}

static void test_records(void **state)
{
	static const char *const circular[] = {"报：", "发：", NULL}, *const notice[] = {"抄送：", NULL};

	(void)state;
	check_record("circular/3.pdf", circular, "潍坊市贯彻《纲要》领导小组办公室2006年1月16日印发");
	for (int i = 1; i <= 6; i++)
		check_record(year_print("notice/%d.pdf", i), notice, year_print("潍坊市人民政府法制局%s印发", notice_date(i)));
}

/* G-56: on the last page, which is even. */
static void test_records_stand_on_even_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++)
		if ((is(year.files[i].kind, "notice") || is(year.files[i].kind, "circular")) && year.files[i].pages % 2 != 0)
			fail_msg("%s: the 版记 stands on page %d", year.files[i].name, year.files[i].pages);
}

/* ---- page numbers (G-60 … G-64) ---- */

static void check_page_number(const struct sheets *sheets, xmlNode *line, int page)
{
	bool odd = page % 2 == 0;
	double left = areas_mm(line, "x"), right = left + areas_mm(line, "width");
	struct reader_box area = odd ? (struct reader_box){right - EM_4, BOTTOM + 1, right, 290}
								 : (struct reader_box){left, BOTTOM + 1, left + EM_4, 290};
	struct reader_box dash = ink_of(sheets->name, page, INK_BLACK, area);

	assert_string_equal(year_string(line), year_print("— %d —", page + 1));
	assert_string_equal(areas_get(line->children, "font"), "GwSong");
	assert_string_equal(areas_get(line->children, "size"), "14.000");
	assert_mm(sheets, page, "page number, outer edge", odd ? right : left, odd ? RIGHT - EM_4 : LEFT + EM_4, 0.1);
	assert_mm(sheets, page, "dash of the page number", (dash.top + dash.bottom) / 2, BOTTOM + 7, 0.3);
}

static void test_page_numbers(void **state)
{
	static const char *const names[] = {"circular/3.pdf", "agreement/finance-1.pdf", "brief/2.pdf", "notice/1.pdf"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		struct sheets sheets = sheets_open(names[i]);
		GPtrArray *lines = year_find(xmlDocGetRootElement(sheets.doc), "page/region[@name != 'xsl-region-body']//line");

		assert_int_equal(lines->len, sheets.pages);
		for (guint page = 0; page < lines->len; page++)
			check_page_number(&sheets, lines->pdata[page], (int)page);
		g_ptr_array_unref(lines);
		sheets_close(&sheets);
	}
}

static const struct CMUnitTest record_checks[] = {
	cmocka_unit_test(test_records),
	cmocka_unit_test(test_records_stand_on_even_pages),
	cmocka_unit_test(test_page_numbers),
};

#endif
