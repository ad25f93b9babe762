/* What a PDF's strings and names hold: 16,382 units of UTF-16 beside the mark, 127 bytes; never half a character (ISO 19005-2, 6.1.13). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "base/base.h"

static char *repeat(const char *character, unsigned count)
{
	GString *text = g_string_new(NULL);
	while (count--)
		g_string_append(text, character);
	return g_string_free(text, FALSE);
}

static size_t fits(const char *character, unsigned count, const char *(*end)(const char *))
{
	char *text = repeat(character, count);
	size_t bytes = (size_t)(end(text) - text);
	g_free(text);
	return bytes;
}

static void test_strings(void **state)
{
	(void)state;
	assert_int_equal(fits("a", 0, limit_string_end), 0);
	assert_int_equal(fits("字", 16382, limit_string_end), 16382 * 3);
	assert_int_equal(fits("字", 16383, limit_string_end), 16382 * 3);
	assert_int_equal(fits("𠮷", 8191, limit_string_end), 8191 * 4); /* two units each */
	assert_int_equal(fits("𠮷", 8192, limit_string_end), 8191 * 4);
}

static void test_names(void **state)
{
	(void)state;
	assert_int_equal(fits("R", 127, limit_name_end), 127);
	assert_int_equal(fits("R", 128, limit_name_end), 127);
	assert_int_equal(fits("表", 43, limit_name_end), 126); /* 129 bytes */
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_strings), cmocka_unit_test(test_names)};
	return cmocka_run_group_tests_name("limit", tests, NULL, NULL);
}
