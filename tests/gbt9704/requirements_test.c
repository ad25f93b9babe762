/* Every requirement of sections 8 and 9 of docs/typesetting.md is measured in a finished PDF: by a row of the audit, which every sample and
 * its spoiled page goes through, or by the test that docs/audit.md names for it. */
#include <stdbool.h>

#include "support/command.h"

static void read_text(const char *path, char **text)
{
	if (!g_file_get_contents(path, text, NULL, NULL))
		fail_msg("no %s", path);
}

static bool has_row(const char *number)
{
	static const char *const numbers[] = {
#define CLAUSE(function, requirement, section, formats, unit, least, most, en, zh, required_en, required_zh) requirement,
#include "audit/clauses.def"
#undef CLAUSE
	};
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (strcmp(numbers[i], number) == 0)
			return true;
	return false;
}

/* "| G-04 | tests/a_test.c | test_b |": the file has the function. */
static bool has_test(const char *page, const char *number)
{
	char *pattern = g_strdup_printf("^\\| %s \\| [^|]+ \\| `([^`|]+)` `([^`|]+)` \\|$", number);
	GRegex *regex = g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
	GMatchInfo *match;
	bool found = g_regex_match(regex, page, 0, &match);
	if (found) {
		char *path = g_match_info_fetch(match, 1), *name = g_match_info_fetch(match, 2), *text;
		read_text(path, &text);
		char *head = g_strdup_printf("static void %s(", name);
		found = strstr(text, head) != NULL;
		g_free(head);
		g_free(text);
		g_free(name);
		g_free(path);
	}
	g_match_info_unref(match);
	g_regex_unref(regex);
	g_free(pattern);
	return found;
}

static void test_every_requirement_is_measured(void **state)
{
	char *typesetting, *audit;
	read_text("docs/typesetting.md", &typesetting);
	read_text("docs/audit.md", &audit);
	char *from = strstr(typesetting, "\n## 8. "), *to = strstr(typesetting, "\n## 10. ");
	GRegex *regex = g_regex_new("\\*\\*([GB]-\\d+[a-z]?)", 0, 0, NULL);
	GMatchInfo *match;
	unsigned count = 0, missing = 0;
	(void)state;
	assert_true(from && to && from < to);
	*to = '\0';
	for (g_regex_match(regex, from, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL), count++) {
		char *number = g_match_info_fetch(match, 1);
		if (!has_row(number) && !has_test(audit, number)) {
			print_error("%s: neither a row of clauses.def nor a test in docs/audit.md\n", number);
			missing++;
		}
		g_free(number);
	}
	assert_true(count > 70);
	assert_int_equal(missing, 0);
	g_match_info_unref(match);
	g_regex_unref(regex);
	g_free(audit);
	g_free(typesetting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_requirement_is_measured),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
