/* The name that was perhaps meant: src/base/nearest.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "base/base.h"

static const char *meant(const char *name)
{
	static const char *const names[] = {"agreement", "award", "water", "waste", "kind", "keep-going", "a", "ab"};
	struct nearest nearest = nearest_to(name);

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		nearest_try(&nearest, names[i]);
	return nearest.best ? nearest.best : "";
}

static void test_one_letter(void **state)
{
	(void)state;
	assert_string_equal(meant("agrement"), "agreement");   /* left out */
	assert_string_equal(meant("agreementt"), "agreement"); /* too many */
	assert_string_equal(meant("agreemant"), "agreement");  /* another */
	assert_string_equal(meant("kidn"), "kind");            /* two that changed places */
	assert_string_equal(meant("Agreement"), "agreement");  /* capitals are no difference */
	assert_string_equal(meant("keepgoing"), "keep-going");
}

static void test_how_far(void **state)
{
	(void)state;
	assert_string_equal(meant("agremant"), "agreement"); /* two letters of a long name */
	assert_string_equal(meant("agrimant"), "");
	assert_string_equal(meant("knid"), "kind");
	assert_string_equal(meant("bind"), "kind");
	assert_string_equal(meant("bond"), ""); /* one letter of a short one */
	assert_string_equal(meant("b"), "");
	assert_string_equal(meant(""), "");
	assert_string_equal(meant("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"), "");
}

static void test_of_several_the_nearest_then_the_first(void **state)
{
	(void)state;
	assert_string_equal(meant("watre"), "water"); /* waste is two letters away */
	assert_string_equal(meant("wate"), "waste");  /* each one letter away */
	assert_string_equal(meant("wase"), "waste");
}

static void test_the_name_itself_is_not_meant(void **state)
{
	(void)state;
	assert_string_equal(meant("kind"), "");
}

static const char *said(enum diag_language language, const char *name)
{
	static char *printed;
	struct diag_sink *sink = diag_open(language);
	struct nearest nearest = nearest_to(name);

	nearest_try(&nearest, "block");
	diag_report_nearest(sink, DIAG_FO_UNKNOWN, (struct place){"a.fo", 1, 2}, "fo:", &nearest);
	g_free(printed);
	printed = diag_print(sink, DIAG_TEXT, DIAG_NOTE);
	diag_close(sink);
	return printed;
}

static void test_messages(void **state)
{
	(void)state;
	assert_string_equal(said(DIAG_ENGLISH, "blok"),
						"a.fo:1:2: error G302: unknown formatting object: fo:blok; did you mean fo:block?\n");
	assert_string_equal(said(DIAG_CHINESE, "blok"), "a.fo:1:2: error G302: 未知的格式化对象：fo:blok；是否应为fo:block？\n");
	assert_string_equal(said(DIAG_ENGLISH, "row"), "a.fo:1:2: error G302: unknown formatting object: fo:row\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_letter),
		cmocka_unit_test(test_how_far),
		cmocka_unit_test(test_of_several_the_nearest_then_the_first),
		cmocka_unit_test(test_the_name_itself_is_not_meant),
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
