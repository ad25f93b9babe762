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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_epoch_comes_first),         cmocka_unit_test(test_epoch_that_is_none_is_passed_over),
		cmocka_unit_test(test_then_the_document),         cmocka_unit_test(test_then_no_date),
		cmocka_unit_test(test_time_zone_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
