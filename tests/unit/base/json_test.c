/* Strings as RFC 8259 has them: quotation mark, reverse solidus and controls are escaped, all is UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"

static void assert_json(const char *text, const char *expected)
{
	GString *out = g_string_new(NULL);

	json_append_string(out, text);
	assert_string_equal(out->str, expected);
	g_string_free(out, TRUE);
}

static void test_strings(void **state)
{
	(void)state;
	assert_json("", "\"\"");
	assert_json("公文 a/b", "\"公文 a/b\"");
	assert_json("\"C:\\dir\"", "\"\\\"C:\\\\dir\\\"\"");
	assert_json("a\tb\nc\x01", "\"a\\u0009b\\u000ac\\u0001\"");
	assert_json("a\xFF", "\"a\xEF\xBF\xBD\"");
}

static void test_members(void **state)
{
	GString *out = g_string_new("{");

	(void)state;
	json_append_member(out, "file", "a\"b");
	assert_string_equal(out->str, "{\"file\": \"a\\\"b\"");
	g_string_free(out, TRUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_strings), cmocka_unit_test(test_members)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
