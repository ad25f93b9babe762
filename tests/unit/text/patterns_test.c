/* Patterns of a large file are given to libhyphen word by word: it finds in each word what it finds with the whole file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <hyphen.h>

#include "text/text_int.h"

#define GERMAN "/usr/share/hyphen/hyph_de_DE.dic"

/* Compounds of these, which have parts at which words end and begin, in the file's encoding (ISO 8859-1). */
static const char *const words[] = {"donau",
									"dampf",
									"schifffahrts",
									"gesellschaft",
									"rechts",
									"schutz",
									"versicherung",
									"geschwindigkeits",
									"begrenzung",
									"haus",
									"t\xFCr",
									"schl\xFCssel",
									"urlaubs",
									"anspr\xFC"
									"che",
									"stra\xDF"
									"en",
									"bahn",
									"erd\xF6l",
									"raffinerie",
									"silben",
									"trennung"};

/* What libhyphen says with all patterns. A place where the spelling would change counts as none. */
static char *expected(HyphenDict *whole, const char *word)
{
	size_t size = strlen(word);
	char *points = g_malloc0(size + 6), **replaced = NULL;
	int *at = NULL, *cut = NULL;
	assert_int_equal(hnj_hyphen_hyphenate2(whole, word, (int)size, points, NULL, &replaced, &at, &cut), 0);
	for (size_t i = 0; i < size; i++) {
		points[i] = (points[i] & 1) && !(replaced && replaced[i]) ? '1' : '0';
		if (replaced)
			free(replaced[i]);
	}
	free(replaced);
	free(at);
	free(cut);
	return points;
}

static unsigned count_parted(HyphenDict *whole, struct text_patterns *patterns, const char *word)
{
	unsigned parted = 0;
	char *points = expected(whole, word);
	const char *found = text_patterns_points(patterns, word);
	assert_non_null(found);
	for (size_t i = 0; i < strlen(word); i++) {
		if ((points[i] & 1) != (found[i] & 1))
			fail_msg("%s at %zu: %c, not %c", word, i, found[i], points[i]);
		parted += points[i] & 1;
	}
	g_free(points);
	return parted;
}

static void test_same_as_whole(void **state)
{
	(void)state;
	HyphenDict *whole = hnj_hyphen_load(GERMAN);
	struct text_patterns *patterns = text_patterns_open(GERMAN);
	assert_non_null(whole);
	assert_non_null(patterns);
	whole->lhmin = whole->rhmin = 1; /* the style's counts hold, not the file's */
	assert_string_equal(text_patterns_encoding(patterns), "ISO8859-1");
	unsigned parted = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		parted += count_parted(whole, patterns, words[i]);
		for (size_t k = 0; k < G_N_ELEMENTS(words); k++) {
			char *compound = g_strconcat(words[i], words[k], words[(i + k) % G_N_ELEMENTS(words)], NULL);
			parted += count_parted(whole, patterns, compound);
			g_free(compound);
		}
	}
	assert_true(parted > 1000);
	text_patterns_close(patterns);
	hnj_hyphen_free(whole);
}

static void test_none(void **state)
{
	(void)state;
	assert_null(text_patterns_open("/usr/share/hyphen/hyph_xx.dic"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_as_whole), cmocka_unit_test(test_none)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
