/* Tags of languages: src/base/language.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

#include "base/base.h"

static void test_tags(void **state)
{
	static const char *const tags[] = {"zh", "zh-CN", "zh-Hant-HK", "de-1996", "x-klingon", "abcdefgh-12345678", "i-mingo"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
		if (!language_is_tag(tags[i]))
			fail_msg("%s", tags[i]);
}

static void test_what_is_none(void **state)
{
	static const char *const others[] = {"",    "-",  "zh-",       "-zh",          "zh--CN", "zh_CN", "zh CN",
										 "1zh", "z2", "abcdefghi", "zh-123456789", "中文",   "en)"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		if (language_is_tag(others[i]))
			fail_msg("%s", others[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_tags), cmocka_unit_test(test_what_is_none)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
