/* Which way characters run within lines that run from left to right, UAX 9 (src/text/bidi.c). Expected levels are made by the rules, by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "text/text_int.h"

/* A text of one span; levels: a digit a character, NULL: none runs to the left. */
static void assert_levels(const char *text, const char *levels)
{
	struct text_span span = {.text = text, .size = strlen(text)};
	struct text_char chars[64] = {{0}};
	uint32_t count = 0;
	for (const char *at = text; *at; at = g_utf8_next_char(at))
		chars[count++].c = g_utf8_get_char(at);
	bool left = text_find_levels(&span, chars, count);
	assert_int_equal(left, levels != NULL);
	for (uint32_t i = 0; i < count; i++)
		if (chars[i].level != (levels ? levels[i] - '0' : 0))
			fail_msg("%s: character %u has level %u", text, i, chars[i].level);
}

static void test_text_from_left_to_right(void **state)
{
	(void)state;
	assert_levels("", NULL);
	assert_levels("abc 12 (d)", NULL);
	assert_levels("汉字，2005年", NULL);
}

static void test_hebrew_and_arabic(void **state)
{
	(void)state;
	assert_levels("a \u05D0\u05D1 b", "001100");
	/* figures after Hebrew run to the right within it; brackets go with what stands in and before them (N0) */
	assert_levels("a \u05D0 12 (\u05D1) x", "001122111100");
	/* a space at the end of what runs to the left is the line's */
	assert_levels("\u05D0\u05D1 a", "1100");
	assert_levels("\u0645\u0631 \u0628, x", "1111000");
	/* beyond the first plane: a Phoenician letter, two units of UTF-16 */
	assert_levels("a\U00010900\U00010901b", "0110");
}

/* An anchor with a control holds from its place on; one without takes no part. */
static void test_controls(void **state)
{
	(void)state;
	struct text_span spans[] = {{.text = "a", .size = 1}, {.anchor = true, .direction = 0x202E}, {.text = "bc", .size = 2},
								{.anchor = true},         {.anchor = true, .direction = 0x202C}, {.text = "d", .size = 1}};
	struct text_char chars[] = {
		{.c = 'a', .span = 0}, {.c = 0xFFFC, .span = 1, .cls = TEXT_ANCHOR}, {.c = 'b', .span = 2},
		{.c = 'c', .span = 2}, {.c = 0xFFFC, .span = 3, .cls = TEXT_ANCHOR}, {.c = 0xFFFC, .span = 4, .cls = TEXT_ANCHOR},
		{.c = 'd', .span = 5}};
	assert_true(text_find_levels(spans, chars, G_N_ELEMENTS(chars)));
	assert_int_equal(chars[0].level, 0);
	assert_int_equal(chars[2].level, 1);
	assert_int_equal(chars[3].level, 1);
	assert_int_equal(chars[6].level, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_text_from_left_to_right), cmocka_unit_test(test_hebrew_and_arabic),
									   cmocka_unit_test(test_controls)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
