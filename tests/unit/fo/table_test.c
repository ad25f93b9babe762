/* The tables of properties, formatting objects and keywords, and the look-up in them: src/fo/table.c. */
#include "support/fo_sample.h"

static void test_names_are_found(void **state)
{
	(void)state;
	assert_int_equal(fo_property_find("font-size"), FO_PROP_font_size);
	assert_int_equal(fo_property_find("gw:text-fit"), FO_PROP_text_fit);
	assert_int_equal(fo_property_find("font"), FO_PROPERTY_COUNT); /* a shorthand has no row */
	assert_int_equal(fo_property_find("Font-Size"), FO_PROPERTY_COUNT);
	assert_int_equal(fo_kind_find("table-cell"), FO_TABLE_CELL);
	assert_int_equal(fo_kind_find("fo:table-cell"), FO_TEXT);
	assert_int_equal(fo_kind_find("tabel-cell"), FO_TEXT);
	assert_int_equal(fo_keyword_find("always"), FO_KW_ALWAYS);
	assert_int_equal(fo_keyword_find("sometimes"), FO_KW_NONE_GIVEN);
	assert_string_equal(fo_kind_name(FO_TABLE_CELL), "fo:table-cell");
	assert_string_equal(fo_keyword_name(FO_KW_ALWAYS), "always");
}

/* Each name stands once: looking it up gives its own row. */
static void test_no_name_stands_twice(void **state)
{
	(void)state;
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++)
		assert_int_equal(fo_property_find(fo_rows[i].name), i);
	for (unsigned i = FO_TEXT + 1; i < FO_KIND_COUNT; i++)
		assert_int_equal(fo_kind_find(fo_elements[i].name), i);
	for (unsigned i = FO_KW_NONE_GIVEN + 1; i < FO_KEYWORD_COUNT; i++)
		assert_int_equal(fo_keyword_find(fo_keyword_name((enum fo_keyword)i)), i);
}

/* Weights and sizes are numbers once computed; their words need no keyword. */
static bool is_number_word(const struct fo_row *row)
{
	return strcmp(row->name, "font-weight") == 0 || strcmp(row->name, "font-size") == 0 || row->type == FO_T_EDGE;
}

static void test_keywords_of_rows_exist(void **state)
{
	(void)state;
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++) {
		char **words = g_strsplit(fo_rows[i].keywords, " ", -1);
		for (char **word = words; *word; word++)
			if (**word && !is_number_word(&fo_rows[i]) && fo_keyword_find(*word) == FO_KW_NONE_GIVEN)
				fail_msg("%s: %s is no keyword", fo_rows[i].name, *word);
		g_strfreev(words);
	}
}

static void test_keywords_are_allowed_as_whole_words(void **state)
{
	const struct fo_row *row = &fo_rows[FO_PROP_break_before]; /* auto column page even-page odd-page */
	(void)state;
	assert_true(fo_row_allows(row, "auto"));
	assert_true(fo_row_allows(row, "page"));
	assert_true(fo_row_allows(row, "odd-page"));
	assert_false(fo_row_allows(row, "odd"));
	assert_false(fo_row_allows(row, "even-"));
	assert_false(fo_row_allows(row, "pag"));
	assert_false(fo_row_allows(row, ""));
	assert_false(fo_row_allows(&fo_rows[FO_PROP_text_indent], "auto"));
}

/* Content models are made of names of objects and of the entities of XSL 6.2. */
static void test_content_models_name_what_exists(void **state)
{
	(void)state;
	for (unsigned i = FO_TEXT + 1; i < FO_KIND_COUNT; i++) {
		char **words = g_strsplit_set(fo_elements[i].content, " ()|?*+", -1);
		for (char **word = words; *word; word++) {
			bool entity = !**word || strcmp(*word, "any") == 0 || strcmp(*word, "#PCDATA") == 0;
			if (!entity && fo_kind_find(*word) == FO_TEXT)
				fail_msg("fo:%s: %s", fo_elements[i].name, *word);
		}
		g_strfreev(words);
	}
}

static void test_percentages_resolve_against_a_base(void **state)
{
	(void)state;
	assert_int_equal(fo_resolve((struct fo_length){.fixed = 100}, 5000), 100);
	assert_int_equal(fo_resolve((struct fo_length){.fixed = -50, .percent = 50000}, 1000), 450);
	assert_int_equal(fo_resolve((struct fo_length){.percent = 33333}, 3000), 1000); /* to nearest */
	assert_int_equal(fo_resolve((struct fo_length){.percent = -10000}, 1000), -100);
	assert_int_equal(fo_resolve((struct fo_length){.fixed = LEN_MAX, .percent = 100000}, LEN_MAX),
					 FO_LENGTH_MOST); /* saturates */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_are_found),
		cmocka_unit_test(test_no_name_stands_twice),
		cmocka_unit_test(test_keywords_of_rows_exist),
		cmocka_unit_test(test_keywords_are_allowed_as_whole_words),
		cmocka_unit_test(test_content_models_name_what_exists),
		cmocka_unit_test(test_percentages_resolve_against_a_base),
	};
	return sample_run(tests);
}
