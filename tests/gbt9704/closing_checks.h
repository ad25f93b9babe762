/* 附件说明, 署名, 成文日期 (G-38 … G-49). Measured on the documents of the sample year. */
#ifndef GONGWEN_TESTS_CLOSING_CHECKS_H
#define GONGWEN_TESTS_CLOSING_CHECKS_H

#include "gbt9704/geometry.h"

/* ---- 附件说明 (G-38) ---- */

/* The first line of the item after the label, and its turn-overs, begin at one place; gives that place. */
static double item_left(const struct sheets *sheets, guint i)
{
	const struct line *label = line_at(sheets, i), *name = line_at(sheets, i + 1);

	assert_mm(sheets, label->page, "附件说明, name beside its label", name->baseline, label->baseline, 0.01);
	for (guint k = i + 1; !line_at(sheets, k)->last; k++)
		assert_mm(sheets, label->page, "附件说明, turn-over", line_at(sheets, k + 1)->left, name->left, 0.01);
	return name->left;
}

static void check_attachment_note(const char *name)
{
	struct sheets sheets = sheets_open(name);
	guint i = line_find(&sheets, 0, "附件：");
	const struct line *first = line_at(&sheets, i), *body = line_at(&sheets, i - 1);
	double left = item_left(&sheets, i);

	assert_mm(&sheets, first->page, "附件说明, left", first->left, LEFT + 2 * CHARACTER, 0.01);
	if (first->page == body->page)
		assert_mm(&sheets, first->page, "one empty line above 附件说明", first->baseline - body->baseline, 2 * pitch_of(&sheets),
				  0.02);
	for (guint k = i + 1; k < sheets.lines->len; k++) {
		const struct line *line = line_at(&sheets, k);

		if (!g_regex_match_simple("^[2-9]\\.$", line->words, 0, 0))
			continue;
		assert_mm(&sheets, line->page, "附件说明, names below one another", item_left(&sheets, k), left, 0.01);
		assert_mm(&sheets, line->page, "附件说明, numerals below one another", line->left, first->left + 3 * CHARACTER, 0.5);
	}
	sheets_close(&sheets);
}

static void test_attachment_notes(void **state)
{
	(void)state;
	check_attachment_note("circular/3.pdf");
	for (int i = 1; i <= 6; i++)
		check_attachment_note(year_print("transfer/%d.pdf", i));
}

/* ---- 署名, 成文日期 (G-40 … G-49) ---- */

static void check_signature(const char *name, const char *office, const char *date_words, bool fits)
{
	struct sheets sheets = sheets_open(name);
	guint at = sheets.lines->len - 1;
	const struct line *date, *sign, *text;
	double below;

	while (!is(line_at(&sheets, at)->words, date_words))
		at--;
	date = line_at(&sheets, at);
	sign = line_at(&sheets, at - 1);
	text = line_at(&sheets, at - 2);
	below = sign->page == text->page ? sign->baseline - text->baseline : 3 * pitch_of(&sheets);
	assert_string_equal(sign->words, office);
	assert_true(fabs(date->size - 16) < 0.01);
	if (fits)
		assert_mm(&sheets, date->page, "date, right", date->right, RIGHT - 4 * CHARACTER, 0.3);
	else
		assert_true(date->right <= RIGHT - 4 * CHARACTER + 0.3);
	assert_true(sign->right <= RIGHT + 0.1);
	assert_mm(&sheets, date->page, "署名 centred on the date", (sign->left + sign->right) / 2, (date->left + date->right) / 2, 1);
	assert_mm(&sheets, date->page, "署名 on the line above", date->baseline - sign->baseline, pitch_of(&sheets), 0.02);
	assert_mm(&sheets, date->page, "two empty lines above the 署名 for a seal of 42 or 45 mm", below, 3 * pitch_of(&sheets),
			  0.02);
	if (text->page != sign->page)
		fail_msg("%s, page %d: a signature without text on its page", name, sign->page + 1);
	sheets_close(&sheets);
}

static void test_signatures(void **state)
{
	(void)state;
	check_signature("circular/3.pdf", "潍坊市贯彻《纲要》领导小组办公室", "2006年1月16日", false);
	for (int i = 1; i <= 6; i++) {
		check_signature(year_print("notice/%d.pdf", i), "潍坊市人民政府法制局", notice_date(i), true);
		check_signature(year_print("transfer/%d.pdf", i), "潍坊市人民政府法制局", notice_date(i), true);
	}
}

/* G-49: a page on which a signature stands has two lines of text at least. */
static void test_signatures_have_two_lines_above(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;
		int page;

		if (!is(year.files[i].kind, "notice") && !is(year.files[i].kind, "transfer"))
			continue;
		sheets = sheets_open(year.files[i].name);
		page = line_at(&sheets, line_find(&sheets, line_tagged(&sheets, "H1"), "潍坊市人民政府法制局"))->page;
		if (content(&sheets, page).body < 2)
			fail_msg("%s, page %d: %d line of text above the signature", sheets.name, page + 1, content(&sheets, page).body);
		sheets_close(&sheets);
	}
}

static const struct CMUnitTest closing_checks[] = {
	cmocka_unit_test(test_signatures_have_two_lines_above),
	cmocka_unit_test(test_attachment_notes),
	cmocka_unit_test(test_signatures),
};

#endif
