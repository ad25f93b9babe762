/* docs/support.md is what the tables say, and says all of it: src/fo/support.c. */
#include "support/fo_sample.h"

/* The line of the page that begins with "| `name` |". */
static char *line_of(const char *page, const char *name)
{
	char *start = g_strdup_printf("\n| `%s` |", name);
	const char *line = strstr(page, start);
	if (!line)
		fail_msg("%s is not on the page", name);
	assert_null(strstr(line + 1, start));
	g_free(start);
	return g_strndup(line + 1, strcspn(line + 1, "\n"));
}

static void assert_support(const char *line, bool supported)
{
	bool yes = g_str_has_suffix(line, "| yes |"), no = g_str_has_suffix(line, "| no, said by name |");
	if (yes == no || yes != supported)
		fail_msg("%s", line);
}

static void test_every_object_has_its_line(void **state)
{
	char *page = fo_support_page();
	(void)state;
	for (unsigned i = FO_TEXT + 1; i < FO_KIND_COUNT; i++) {
		char *line = line_of(page, fo_kind_name((enum fo_kind)i));
		assert_support(line, fo_elements[i].supported);
		g_free(line);
	}
	assert_null(strstr(page, "#text"));
	free(page);
}

static void test_every_property_has_its_line(void **state)
{
	char *page = fo_support_page();
	(void)state;
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++) {
		char *line = line_of(page, fo_rows[i].name);
		char *start = g_strdup_printf("| `%s` | %s | %s | %s |", fo_rows[i].name, fo_rows[i].inherited ? "yes" : "no",
									  fo_rows[i].initial, fo_rows[i].keywords);
		assert_support(line, fo_rows[i].supported);
		assert_true(g_str_has_prefix(line, start));
		g_free(start);
		g_free(line);
	}
	free(page);
}

/* Every shorthand has its line, is known, and what it is of is so, too. */
static void test_every_shorthand_has_its_line(void **state)
{
	char *page = fo_support_page();
	(void)state;
	for (const struct fo_shorthand *shorthand = fo_shorthands; shorthand->name; shorthand++) {
		char *line = line_of(page, shorthand->name), *wrong = g_strdup_printf("%s='?'", shorthand->name);
		char **parts = g_strsplit(shorthand->parts, " ", -1);
		assert_true(g_str_has_suffix(line, "|"));
		assert_string_equal(sample_verdict(wrong), "G403:2");
		for (char **part = parts; *part; part++)
			if (!fo_is_row(*part))
				fail_msg("%s: no property %s", shorthand->name, *part);
		g_strfreev(parts);
		g_free(wrong);
		g_free(line);
	}
	free(page);
}

/* What the page calls unsupported is said by name when a document uses it. */
static void test_what_is_not_supported_is_said(void **state)
{
	(void)state;
	assert_string_equal(sample_verdict("writing-mode='tb-rl'"), "G402:2");
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "writing-mode"));
	assert_string_equal(sample_verdict("writing-mode='tb-lr'"), "G402:2");
	assert_string_equal(sample_verdict("intrinsic-scale-value='50%'"), "G402:2");
	assert_string_equal(sample_verdict("text-align='.'"), "G402:2");
	assert_string_equal(sample_verdict("text-align='x'"), "G403:2");
	assert_string_equal(sample_verdict("reference-orientation='from-page-master-region()'"), "G402:2");
	assert_string_equal(sample_verdict("text-shadow='1pt 1pt red' text-shadow.x='1'"), "G402:2 G401:2");
	assert_string_equal(sample_verdict("font-selection-strategy='character-by-character'"), "");
	assert_string_equal(sample_verdict("font-selection-strategy='3'"), "G402:2");
	assert_string_equal(
		sample_verdict("line-height.optimum='9pt' line-height.minimum='8pt' line-height.conditionality='discard'"),
		"G402:2 G402:2");
	assert_string_equal(sample_verdict("line-height.conditionality='retain' line-height.precedence='force'"), "");
	assert_string_equal(sample_verdict("letter-spacing.conditionality='retain' word-spacing.precedence='3'"), "G402:2 G402:2");
	assert_string_equal(sample_verdict("letter-spacing.precedence='force' word-spacing.conditionality='discard'"), "");
	assert_string_equal(sample_verdict("font-size.optimum='9pt'"), "G401:2");
	assert_string_equal(sample_verdict("score-spaces='true' show-destination='replace' font-size-adjust='none'"), "");
	/* of FOP's extensions, what would change pages */
	assert_string_equal(
		sample_verdict(
			"xmlns:x='http://xmlgraphics.apache.org/fop/extensions' x:transform='rotate(9)' x:alt-text='a' x:header='true'"),
		"G402:2");
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "fox:transform"));
	assert_string_equal(sample_verdict("xmlns:x='http://xmlgraphics.apache.org/fop/extensions' x:background-image-width='9pt'"),
						"G402:2");
	sample_flow("<fo:block><x:external-document xmlns:x='http://xmlgraphics.apache.org/fop/extensions' src='a.pdf'/></fo:block>");
	assert_string_equal(sample_said(), "G303:2");
	sample_flow("<fo:block><x:action xmlns:x='http://xmlgraphics.apache.org/fop/extensions/pdf' type='uri'/></fo:block>");
	assert_string_equal(sample_said(), "G303:2");
	/* elements of others with something on the page in them, or without a namespace; not what only tells a formatter something */
	sample_flow("<y:meta xmlns:y='y' value='a'/><fo:block><y:section xmlns:y='y'> <y:a/> "
				"<y:b><fo:block>字</fo:block></y:b></y:section></fo:block>");
	assert_string_equal(sample_said(), "G303:2");
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "y:section"));
	sample_flow("<fo:block><y:pinpoint xmlns:y='y'> <y:z/> </y:pinpoint></fo:block>\n<block/>\n<y:p xmlns:y='y'> 字 </y:p>");
	assert_string_equal(sample_said(), "G303:3 G303:4");
	sample_flow("<fo:block><fo:multi-toggle>字</fo:multi-toggle></fo:block>");
	assert_string_equal(sample_said(), "G303:2");
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "fo:multi-toggle"));
}

/* ---- every row has a case ---- */

static void append_files(GString *all, const char *folder)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	assert_non_null(dir);
	for (const char *name; (name = g_dir_read_name(dir));) {
		char *path = g_build_filename(folder, name, NULL), *text;
		if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
			append_files(all, path);
		} else if ((g_str_has_suffix(name, ".fo") || g_str_has_suffix(name, "_test.c")) &&
				   g_file_get_contents(path, &text, NULL, NULL)) {
			g_string_append(all, text);
			g_free(text);
		}
		g_free(path);
	}
	g_dir_close(dir);
}

/* `name="…"`, `name.component="…"` or `<name` followed by what ends it. */
static bool is_used(const char *text, const char *before, const char *name, const char *after)
{
	size_t size = strlen(name);
	for (const char *at = text; (at = strstr(at, name)) != NULL; at += size)
		if (at > text && strchr(before, at[-1]) && strchr(after, at[size]))
			return true;
	return false;
}

/* Composition (gw:) has its cases in tests/typesetting, too. */
static void test_what_is_supported_has_a_layout_case(void **state)
{
	GString *all = g_string_new("");
	(void)state;
	append_files(all, "tests/layout");
	append_files(all, "tests/typesetting");
	for (unsigned i = FO_TEXT + 1; i < FO_KIND_COUNT; i++)
		if (fo_elements[i].supported && !is_used(all->str, "<", fo_kind_name((enum fo_kind)i), " />\n"))
			fail_msg("no case for %s", fo_kind_name((enum fo_kind)i));
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++)
		if (fo_rows[i].supported && !is_used(all->str, " \n\"'", fo_rows[i].name, "=."))
			fail_msg("no case for %s", fo_rows[i].name);
	for (const struct fo_shorthand *shorthand = fo_shorthands; shorthand->name; shorthand++)
		if (!is_used(all->str, " \n\"'", shorthand->name, "="))
			fail_msg("no case for %s", shorthand->name);
	g_string_free(all, TRUE);
}

static void test_the_page_of_the_documents_is_this_one(void **state)
{
	char *page = fo_support_page(), *kept;
	(void)state;
	assert_true(g_file_get_contents("docs/support.md", &kept, NULL, NULL));
	assert_string_equal(kept, page);
	g_free(kept);
	free(page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_object_has_its_line),           cmocka_unit_test(test_every_property_has_its_line),
		cmocka_unit_test(test_every_shorthand_has_its_line),        cmocka_unit_test(test_what_is_not_supported_is_said),
		cmocka_unit_test(test_what_is_supported_has_a_layout_case), cmocka_unit_test(test_the_page_of_the_documents_is_this_one),
	};
	return sample_run(tests);
}
