/* Destination names and URIs that may stand in a PDF: src/pdf/navigation.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/pdf_int.h"

static struct arena *arena;

static int open_arena(void **state)
{
	(void)state;
	arena = arena_open();
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_close(arena);
	return 0;
}

static void test_plain_ids_stay(void **state)
{
	(void)state;
	assert_string_equal(pdf_destination_name(arena, "target-3_b"), "target-3_b");
	assert_string_equal(pdf_destination_name(arena, "X"), "X");
}

/* Other ids are mapped, each to a name of its own, always the same. */
static void test_other_ids_are_mapped(void **state)
{
	static const char *const ids[] = {"", "a b", "a_20b", "x--a_20b", "(a)", "第三", "a.b", "x--", "a'b", "a\\", ")>>/AA<<"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
		const char *name = pdf_destination_name(arena, ids[i]);

		assert_true(*name != '\0');
		assert_int_equal(strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), strlen(name));
		assert_string_equal(name, pdf_destination_name(arena, ids[i]));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(name, pdf_destination_name(arena, ids[j]));
	}
	assert_string_equal(pdf_destination_name(arena, "a b"), "x--a_20b");
}

static void test_uris(void **state)
{
	static const struct {
		const char *given, *expected;
	} cases[] = {
		{"https://www.example.org/a?b=1&c=%20#d", "https://www.example.org/a?b=1&c=%20#d"},
		{"http://x/(a)", "http://x/%28a%29"},
		{"http://x/'\\", "http://x/%27%5C"},
		{"http://x/a b\n<>", "http://x/a%20b%0A%3C%3E"},
		{"http://x/100%", "http://x/100%25"},
		{"http://x/%zz%4", "http://x/%25zz%254"},
		{"HTTP://x/潍", "HTTP://x/%E6%BD%8D"},
		{"mailto:a@example.org", "mailto:a@example.org"},
		{"javascript:alert(1)", NULL},
		{"file:///etc/passwd", NULL},
		{"httpsx://a", NULL},
		{" https://a", NULL},
		{"relative.html", NULL},
		{"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *uri = pdf_uri(arena, cases[i].given);

		if (cases[i].expected)
			assert_string_equal(uri, cases[i].expected);
		else
			assert_null(uri);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_ids_stay),
		cmocka_unit_test(test_other_ids_are_mapped),
		cmocka_unit_test(test_uris),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
