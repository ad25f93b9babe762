/* The dates of a PDF: src/pdf/info.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "pdf/pdf_int.h"

static void check(const char *epoch, const char *date, const char *expected)
{
	struct arena *arena = arena_open();

	assert_string_equal(pdf_date(arena, epoch, date), expected);
	arena_close(arena);
}

static void test_epoch_comes_first(void **state)
{
	(void)state;
	check("0", "2005-03-31", "1970-01-01T00:00:00Z");
	check("1112227199", NULL, "2005-03-30T23:59:59Z");
	check("253402300799", NULL, "9999-12-31T23:59:59Z");
}

static void test_epoch_that_is_none_is_passed_over(void **state)
{
	static const char *const wrong[] = {"", "-1", " 1", "1x", "0x10", "253402300800", "99999999999999999999", "now"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		check(wrong[i], "2005-03-31", "2005-03-31");
}

static void test_then_the_document(void **state)
{
	(void)state;
	check(NULL, "2004-02-29", "2004-02-29");
}

static void test_then_no_date(void **state)
{
	(void)state;
	check(NULL, NULL, "1970-01-01");
	check(NULL, "2005-02-29", "1970-01-01");
	check(NULL, "soon", "1970-01-01");
}

static void test_time_zone_does_not_matter(void **state)
{
	(void)state;
	setenv("TZ", "America/Los_Angeles", 1);
	tzset();
	check("1112227199", NULL, "2005-03-30T23:59:59Z");
	check(NULL, "2005-03-31", "2005-03-31");
}

/* ---- what is said of a document ---- */

static struct pdf_info describe(struct arena *arena, const struct area_info *info, struct area_outline *outline,
								const char *words)
{
	struct area_tree *tree = ARENA_NEW(arena, struct area_tree);
	struct pdf_order order = {.tree = tree};
	struct pdf_copy copy = {.order = &order, .first_words = words};

	*tree = (struct area_tree){.info = *info, .outline = outline};
	return pdf_describe(arena, &copy);
}

/* PDF/UA-1, 7.1: a title that is none gives way to the next. */
static void test_titles(void **state)
{
	struct arena *arena = arena_open();
	struct area_outline outline = {.title = "目录"}, blank = {.title = "\xC2\xA0"};

	(void)state;
	assert_string_equal(describe(arena, &(struct area_info){.title = "通知"}, &outline, "文").title, "通知");
	assert_string_equal(describe(arena, &(struct area_info){.title = " \t　"}, &outline, "文").title, "目录");
	assert_string_equal(describe(arena, &(struct area_info){.title = ""}, &blank, "文").title, "文");
	assert_string_equal(describe(arena, &(struct area_info){.title = "\u202E\u200B"}, NULL, "文").title, "文");
	assert_string_equal(describe(arena, &(struct area_info){0}, NULL, NULL).title, "—");
	arena_close(arena);
}

/* What XML allows in an attribute and a line of metadata does not. */
static void test_one_line(void **state)
{
	struct arena *arena = arena_open();
	struct pdf_info info = describe(
		arena, &(struct area_info){.title = "\n关于\r\n\t 王　某 的\x01通知\n", .author = "  ", .subject = "甲 乙"}, NULL, NULL);

	(void)state;
	assert_string_equal(info.title, "关于 王　某 的 通知");
	assert_null(info.author);
	assert_string_equal(info.subject, "甲 乙");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_epoch_comes_first),
		cmocka_unit_test(test_epoch_that_is_none_is_passed_over),
		cmocka_unit_test(test_then_the_document),
		cmocka_unit_test(test_then_no_date),
		cmocka_unit_test(test_time_zone_does_not_matter),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
