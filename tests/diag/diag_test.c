/* Every message has an input that provokes it. A case is a file of tests/diag or tests/rules; its comments say what must be reported:
 *   expect: CODE severity LINE     (LINE 0: of no line)        expect: none
 * and nothing else may be. x.xml is checked, x.fo formatted, x.sh run by the shell ($GONGWEN, $T a fresh folder).
 * When an error is expected, no PDF may have been written below $T. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "base/base.h"
#include "run.h"

#define DIAG_FOLDER  "tests/diag"
#define RULES_FOLDER "tests/rules"

/* Rows that no input of a test can provoke, and why. */
static const char *const unprovoked[] = {
	"G701", /* Cairo out of memory */
};

/* ---- what is expected, what was said: lines "CODE severity LINE", sorted ---- */

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *joined(GPtrArray *lines)
{
	g_ptr_array_sort(lines, by_name);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(text, "%s\n", (const char *)lines->pdata[i]);
	g_ptr_array_free(lines, TRUE);
	return g_string_free(text, FALSE);
}

static char *expected_of(const char *source, const char *path)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	unsigned found = 0;
	for (const char *at = source; (at = strstr(at, "expect: ")); at++, found++) {
		const char *line = at + strlen("expect: ");
		char *text = g_strstrip(g_strndup(line, strcspn(line, "\n")));
		if (g_str_has_suffix(text, "-->"))
			text[strlen(text) - 3] = '\0';
		if (!g_str_has_prefix(text, "none"))
			g_ptr_array_add(lines, g_strdup(g_strstrip(text)));
		g_free(text);
	}
	if (!found)
		fail_msg("%s expects nothing", path);
	return joined(lines);
}

/* "file:12:5: error G101: …" → "G101 error 12" */
static char *said_in(const char *messages)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	GRegex *form = g_regex_new("^(?:(?:[^:\n]+?)(?::(\\d+))?(?::\\d+)?: )?(error|warning|note) ([A-Z]\\d+): ", G_REGEX_MULTILINE,
							   0, NULL);
	GMatchInfo *match;
	g_regex_match(form, messages, 0, &match);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
		char *line = g_match_info_fetch(match, 1), *severity = g_match_info_fetch(match, 2), *code = g_match_info_fetch(match, 3);
		g_ptr_array_add(lines, g_strdup_printf("%s %s %s", code, severity, *line ? line : "0"));
		g_free(line);
		g_free(severity);
		g_free(code);
	}
	g_match_info_free(match);
	g_regex_unref(form);
	return joined(lines);
}

/* ---- one case ---- */

static char *command_for(const char *path)
{
	if (g_str_has_suffix(path, ".xml"))
		return g_strdup_printf("\"$GONGWEN\" check -v --lang en '%s'", path);
	if (g_str_has_suffix(path, ".fo"))
		return g_strdup_printf("\"$GONGWEN\" fo -v --lang en '%s' -o \"$T\"/out.pdf", path);
	return g_strdup_printf(". '%s'", path);
}

/* Whether there is a PDF in the folder or below it. */
static bool has_pdf(const char *folder)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	bool found = false;
	if (!dir)
		return false;
	for (const char *name; !found && (name = g_dir_read_name(dir));) {
		char *path = g_build_filename(folder, name, NULL);
		found = g_str_has_suffix(name, ".pdf") || (!g_file_test(path, G_FILE_TEST_IS_SYMLINK) && has_pdf(path));
		g_free(path);
	}
	g_dir_close(dir);
	return found;
}

static void remove_folder(const char *folder)
{
	char *command = g_strdup_printf("chmod -R u+w '%s'; rm -rf '%s'", folder, folder);
	struct run run = run_shell(command);
	run_free(&run);
	g_free(command);
}

/* 3: the system failed; 1: the input was refused. */
static int status_for(const char *expected)
{
	static const char *const failures[] = {
#define DIAG(symbol, code, severity, en, zh) DIAG_##severity == DIAG_FAILURE ? code " error" : NULL,
#include "base/diag.def"
#undef DIAG
	};
	for (size_t i = 0; i < G_N_ELEMENTS(failures); i++)
		if (failures[i] && strstr(expected, failures[i]))
			return 3;
	return strstr(expected, " error ") ? 1 : 0;
}

static unsigned run_case(const char *path)
{
	char *source, *folder = g_dir_make_tmp("gongwen-diag-XXXXXX", NULL);
	unsigned failures = 0;
	assert_true(g_file_get_contents(path, &source, NULL, NULL));
	g_setenv("T", folder, TRUE);
	char *command = command_for(path), *expected = expected_of(source, path);
	struct run run = run_shell(command);
	char *said = said_in(run.err);
	if (strcmp(expected, said) != 0 || run.status != status_for(expected)) {
		print_error("%s\n  expected:\n%s  said (exit %d):\n%s%s", path, expected, run.status, said, run.err);
		failures++;
	}
	if (status_for(expected) != 0 && has_pdf(folder)) {
		print_error("%s: a PDF was written\n", path);
		failures++;
	}
	remove_folder(folder);
	run_free(&run);
	g_free(said);
	g_free(expected);
	g_free(command);
	g_free(source);
	g_free(folder);
	return failures;
}

/* ---- all cases ---- */

static GPtrArray *list(const char *folder)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GDir *dir = g_dir_open(folder, 0, NULL);
	assert_non_null(dir);
	for (const char *name; (name = g_dir_read_name(dir));)
		if (g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".fo") || g_str_has_suffix(name, ".sh"))
			g_ptr_array_add(names, g_build_filename(folder, name, NULL));
	g_dir_close(dir);
	g_ptr_array_sort(names, by_name);
	return names;
}

static void run_folder(const char *folder)
{
	GPtrArray *cases = list(folder);
	unsigned failures = 0;
	assert_true(cases->len > 0);
	for (guint i = 0; i < cases->len; i++)
		failures += run_case(cases->pdata[i]);
	g_ptr_array_free(cases, TRUE);
	assert_int_equal(failures, 0);
}

static void test_diagnostics(void **state)
{
	(void)state;
	run_folder(DIAG_FOLDER);
}

static void test_rules(void **state)
{
	(void)state;
	run_folder(RULES_FOLDER);
}

/* Chinese is asked for: no two English words follow each other in what is said of a file. */
static void test_chinese(void **state)
{
	GRegex *words = g_regex_new("(?:error|warning|note) [A-Z]\\d+: .*[a-z]{2}[,;]? [a-z]{2,}+(?![a-z-]*=)", 0, 0, NULL);
	GPtrArray *cases = list(DIAG_FOLDER);
	unsigned failures = 0;
	(void)state;
	for (guint i = 0; i < cases->len; i++) {
		const char *path = cases->pdata[i];
		if (g_str_has_suffix(path, ".sh"))
			continue;
		const char *command = g_str_has_suffix(path, ".xml") ? "check" : "fo -o -";
		char *line = g_strdup_printf("\"$GONGWEN\" %s -v --lang zh '%s' > /dev/null", command, path);
		struct run run = run_shell(line);
		if (!*run.err || g_regex_match(words, run.err, 0, NULL)) {
			print_error("%s", *run.err ? run.err : path);
			failures++;
		}
		run_free(&run);
		g_free(line);
	}
	g_regex_unref(words);
	g_ptr_array_free(cases, TRUE);
	assert_int_equal(failures, 0);
}

/* All that the cases of a folder expect. */
static void add_expected(GString *all, const char *folder)
{
	GPtrArray *cases = list(folder);
	for (guint i = 0; i < cases->len; i++) {
		char *source;
		assert_true(g_file_get_contents(cases->pdata[i], &source, NULL, NULL));
		char *expected = expected_of(source, cases->pdata[i]);
		g_string_append(all, expected);
		g_free(expected);
		g_free(source);
	}
	g_ptr_array_free(cases, TRUE);
}

static void test_every_message_has_a_case(void **state)
{
	static const char *const codes[] = {
#define DIAG(symbol, code, severity, en, zh) code,
#include "base/diag.def"
#undef DIAG
	};
	GString *all = g_string_new(NULL);
	(void)state;
	add_expected(all, DIAG_FOLDER);
	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		bool excused = false;
		for (size_t k = 0; k < G_N_ELEMENTS(unprovoked); k++)
			excused |= strcmp(unprovoked[k], codes[i]) == 0;
		if (!excused && !strstr(all->str, codes[i]))
			fail_msg("no case provokes %s", codes[i]);
	}
	g_string_free(all, TRUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_diagnostics),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_chinese),
		cmocka_unit_test(test_every_message_has_a_case),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
