/* Where runs end: at another span, face, level or script, and, when they grow long, at a blank, or without one at twice that. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/text_int.h"

#define COUNT 100000

static const struct text_choice face, other;

static struct text_char *letters(void)
{
	struct text_char *chars = g_new0(struct text_char, COUNT);
	for (uint32_t i = 0; i < COUNT; i++)
		chars[i] = (struct text_char){.c = 'a', .choice = &face};
	return chars;
}

static uint32_t end_of(const struct text_char *chars)
{
	GUnicodeScript script;
	return text_run_end(chars, 0, COUNT, &script);
}

static void test_what_differs(void **state)
{
	(void)state;
	struct text_char *chars = letters();
	chars[50].choice = &other;
	assert_int_equal(end_of(chars), 50);
	chars[40].span = 1;
	assert_int_equal(end_of(chars), 40);
	chars[30].level = 1;
	assert_int_equal(end_of(chars), 30);
	chars[20].c = 0x0E01; /* Thai */
	assert_int_equal(end_of(chars), 20);
	chars[20].joins = true;
	assert_int_equal(end_of(chars), 30);
	g_free(chars);
}

static void test_long(void **state)
{
	(void)state;
	struct text_char *chars = letters();
	assert_int_equal(end_of(chars), 65536);
	chars[65536].joins = true; /* a mark stays with its letter */
	assert_int_equal(end_of(chars), 65537);
	chars[100].c = chars[40000].c = ' ';
	assert_int_equal(end_of(chars), 40000);
	g_free(chars);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_differs), cmocka_unit_test(test_long)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
