/* Capitals and small letters by language, XSL 1.1, 7.17.6 and Unicode's SpecialCasing (src/text/cases.c); which languages set full-width marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "text/text.h"

static void assert_becomes(const char *text, enum text_case to, const char *language, bool in_word, const char *expected)
{
	char *made = text_in_case(text, strlen(text), to, language, in_word);
	assert_string_equal(made, expected);
	g_free(made);
}

static void test_languages(void **state)
{
	(void)state;
	assert_becomes("istanbul", TEXT_UPPER, "tr", false, "İSTANBUL");
	assert_becomes("istanbul", TEXT_UPPER, NULL, false, "ISTANBUL");
	assert_becomes("ISPARTA", TEXT_LOWER, "tr", false, "ısparta");
	assert_becomes("ijs", TEXT_CAPITALIZED, "nl", false, "IJs");
	assert_becomes("ijs", TEXT_CAPITALIZED, "en", false, "Ijs");
	assert_becomes("ΟΔΟΣ", TEXT_LOWER, "el", false, "οδος");
	assert_becomes("άλφα", TEXT_UPPER, "el", false, "ΑΛΦΑ");
	assert_becomes("straße", TEXT_UPPER, "de", false, "STRASSE");
	assert_becomes("公文 a", TEXT_UPPER, "zh", false, "公文 A");
}

static void test_words(void **state)
{
	(void)state;
	assert_becomes("one two-three (four) o'neil 3rd", TEXT_CAPITALIZED, "en", false, "One Two-three (Four) O'neil 3rd");
	assert_becomes("rd WORD", TEXT_CAPITALIZED, "en", true, "rd WORD");
	assert_becomes("a\u3000b", TEXT_CAPITALIZED, "zh", false, "A\u3000B");
	assert_becomes("", TEXT_CAPITALIZED, "en", false, "");
}

static void test_where_a_word_goes_on(void **state)
{
	(void)state;
	assert_true(text_ends_in_word("one", 3, false));
	assert_true(text_ends_in_word("one-", 4, false));
	assert_false(text_ends_in_word("one ", 4, true));
	assert_false(text_ends_in_word("one (", 5, true));
	assert_true(text_ends_in_word("", 0, true));
}

/* A tag's first part says the language; others begin with the same letters: Konkani, Javanese, Chibcha. */
static void test_wide_languages(void **state)
{
	(void)state;
	static const char *const wide[] = {"zh", "ZH-Hans-CN", "zh_CN", "zho", "chi", "ja-JP", "jpn", "ko", "kor-KR"};
	static const char *const others[] = {"kok", "jav", "chb", "z", "en", "", "zha"};
	for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
		assert_true(text_is_chinese(wide[i]));
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		assert_false(text_is_chinese(others[i]));
	assert_false(text_is_chinese(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_languages), cmocka_unit_test(test_words),
									   cmocka_unit_test(test_where_a_word_goes_on), cmocka_unit_test(test_wide_languages)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
