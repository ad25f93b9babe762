/* Good documents (x.fo) pass the audit; each spoiled in one place (x.spoils) fails on the right requirement and on no other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "audit/audit.h"
#include "reader/reader.h"
#include "run.h"
#include "support/sparing.h"

static char *folder;

static int make_folder(void **state)
{
	(void)state;
	folder = g_dir_make_tmp("gongwen-audit-XXXXXX", NULL);
	char *command = g_strdup_printf("cp tests/audit/stamp.png '%s'", folder ? folder : "");
	struct run run = run_shell(command);
	int status = run.status;
	run_free(&run);
	g_free(command);
	return status;
}

static int remove_folder(void **state)
{
	char *command = g_strdup_printf("rm -rf '%s'", folder);
	struct run run = run_shell(command);
	(void)state;
	run_free(&run);
	g_free(command);
	g_free(folder);
	return 0;
}

/* ---- from FO to what fails ---- */

/* "G-01: left margin\nG-24: document number\n" */
static char *failures_of(const char *path, enum audit_format format)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	const struct reader_document *document = reader_open(path, arena, sink);
	assert_non_null(document);
	const struct audit_report *report = audit_run(document, format, DIAG_ENGLISH, arena);
	GString *failures = g_string_new(NULL);
	for (unsigned i = 0; i < report->count; i++)
		if (report->rows[i].verdict == AUDIT_FAIL)
			g_string_append_printf(failures, "%s: %s\n", report->rows[i].number, report->rows[i].what);
	diag_close(sink);
	arena_close(arena);
	return g_string_free(failures, FALSE);
}

/* Without a profile: its colours cost poppler as much as half a page. */
static char *audit_fo(const char *fo, enum audit_format format)
{
	char *source = g_build_filename(folder, "page.fo", NULL), *pdf = g_build_filename(folder, "page.pdf", NULL);
	char *command = g_strdup_printf("\"$GONGWEN\" fo -q --pdf-profile none '%s' -o '%s'", source, pdf);
	assert_true(g_file_set_contents(source, fo, -1, NULL));
	struct run run = run_shell(command);
	if (run.status != 0)
		fail_msg("%s", run.err);
	char *failures = failures_of(pdf, format);
	run_free(&run);
	g_free(command);
	g_free(pdf);
	g_free(source);
	return failures;
}

/* ---- one case ---- */

static char *replaced(char *text, const char *from, const char *to)
{
	char **parts = g_strsplit(text, from, -1);
	if (g_strv_length(parts) < 2)
		fail_msg("the document does not have “%s”", from);
	char *result = g_strjoinv(to, parts);
	g_strfreev(parts);
	g_free(text);
	return result;
}

static bool is_case(const char *paragraph)
{
	return strstr(paragraph, "\n+") != NULL;
}

/* A paragraph of "-", "+" and "=" lines. */
static void run_case(const char *paragraph, const char *good, enum audit_format format, unsigned *wrong)
{
	char **lines = g_strsplit(paragraph, "\n", -1), *fo = g_strdup(good);
	const char *from = NULL;
	GString *expected = g_string_new(NULL);
	for (char **line = lines; *line; line++) {
		if (g_str_has_prefix(*line, "- ")) {
			from = *line + 2;
		} else if (**line == '+') {
			assert_non_null(from);
			fo = replaced(fo, from, (*line)[1] ? *line + 2 : "");
		} else if (g_str_has_prefix(*line, "= ")) {
			g_string_append_printf(expected, "%s\n", *line + 2);
		}
	}
	char *failures = audit_fo(fo, format);
	if (!expected->len || strcmp(failures, expected->str) != 0) {
		print_error("%s\nbut these failed:\n%s\n", paragraph, failures);
		++*wrong;
	}
	g_free(failures);
	g_free(fo);
	g_strfreev(lines);
	g_string_free(expected, TRUE);
}

static void run_file(const char *name, enum audit_format format)
{
	char *fo = g_strdup_printf("tests/audit/%s.fo", name), *spoils = g_strdup_printf("tests/audit/%s.spoils", name);
	char *good, *text;
	unsigned cases = 0, wrong = 0;
	assert_true(g_file_get_contents(fo, &good, NULL, NULL));
	assert_true(g_file_get_contents(spoils, &text, NULL, NULL));
	char *failures = audit_fo(good, format), **paragraphs = g_strsplit(text, "\n\n", -1);
	assert_string_equal(failures, "");
	for (char **paragraph = paragraphs; *paragraph; paragraph++)
		if (is_case(*paragraph) && cases++ % SPARING == 0)
			run_case(*paragraph, good, format, &wrong);
	assert_true(cases > 3);
	assert_int_equal(wrong, 0);
	g_strfreev(paragraphs);
	g_free(failures);
	g_free(text);
	g_free(good);
	g_free(spoils);
	g_free(fo);
}

static void test_documents(void **state)
{
	(void)state;
	run_file("document", AUDIT_DOCUMENT);
}

static void test_joint_documents(void **state)
{
	(void)state;
	run_file("joint", AUDIT_DOCUMENT);
}

static void test_briefs(void **state)
{
	(void)state;
	run_file("brief", AUDIT_BRIEF);
}

static void test_letters(void **state)
{
	(void)state;
	run_file("letter", AUDIT_LETTER);
}

static void test_orders(void **state)
{
	(void)state;
	run_file("order", AUDIT_ORDER);
}

static void test_stamps(void **state)
{
	(void)state;
	run_file("stamps", AUDIT_ORDER);
}

static void test_upward_documents(void **state)
{
	(void)state;
	run_file("upward", AUDIT_DOCUMENT);
}

static void test_minutes(void **state)
{
	(void)state;
	run_file("minutes", AUDIT_MINUTES);
}

/* Each row of the table is among what the spoiled pages fail on. */
static void test_every_row_has_its_spoiled_page(void **state)
{
	static const char *const files[] = {"brief", "document", "joint", "letter", "minutes", "order", "stamps", "upward"};
	static const char *const rows[] = {
#define CLAUSE(function, requirement, section, formats, unit, least, most, en, zh, required_en, required_zh)                     \
	"\n= " requirement ": " en "\n",
#include "audit/clauses.def"
#undef CLAUSE
	};
	GString *all = g_string_new("\n");
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		char *path = g_strdup_printf("tests/audit/%s.spoils", files[i]), *text;
		assert_true(g_file_get_contents(path, &text, NULL, NULL));
		g_string_append_printf(all, "%s\n", text);
		g_free(text);
		g_free(path);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (!strstr(all->str, rows[i]))
			fail_msg("no spoiled page fails on%s", rows[i]);
	g_string_free(all, TRUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_joint_documents),
		cmocka_unit_test(test_briefs),
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_orders),
		cmocka_unit_test(test_minutes),
		cmocka_unit_test(test_stamps),
		cmocka_unit_test(test_upward_documents),
		cmocka_unit_test(test_every_row_has_its_spoiled_page),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
