/* PDFs of other makers (tests/audit/foreign, see its README): each NAME.rows says what the audit must find in NAME.pdf: the format that
 * page 1 looks like, how many requirements hold, and every one that fails or is not found. */
#include "audit/audit.h"
#include "reader/reader.h"
#include "support/command.h"

#define FOLDER "tests/audit/foreign/"

/* "letter\n47 pass\nfail G-13: width of full lines\nnot found G-11: lines of a full page\n" */
static char *rows_of(const char *path)
{
	static const char *const verdicts[] = {[AUDIT_FAIL] = "fail", [AUDIT_NOT_FOUND] = "not found"};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	const struct reader_document *document = reader_open(path, arena, sink);
	assert_non_null(document);
	const struct audit_report *report = audit_run(document, AUDIT_FORMAT_COUNT, DIAG_ENGLISH, arena);
	GString *rows = g_string_new(NULL);
	g_string_append_printf(rows, "%s\n%u pass\n", audit_formats[report->format], report->verdicts[AUDIT_PASS]);
	for (unsigned i = 0; i < report->count; i++)
		if (report->rows[i].verdict == AUDIT_FAIL || report->rows[i].verdict == AUDIT_NOT_FOUND)
			g_string_append_printf(rows, "%s %s: %s\n", verdicts[report->rows[i].verdict], report->rows[i].number,
								   report->rows[i].what);
	diag_close(sink);
	arena_close(arena);
	return g_string_free(rows, FALSE);
}

static void expect_rows(const char *pdf, const char *rows_path)
{
	char *expected, *found = rows_of(pdf);
	assert_true(g_file_get_contents(rows_path, &expected, NULL, NULL));
	if (strcmp(found, expected) != 0)
		fail_msg("%s gives\n%s\ninstead of %s\n%s", pdf, found, rows_path, expected);
	g_free(expected);
	g_free(found);
}

static void test_other_makers(void **state)
{
	static const char *const names[] = {"libreoffice", "word-format", "xelatex", "weasyprint", "chromium", "chromium-type3"};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		char *pdf = g_strdup_printf(FOLDER "%s.pdf", names[i]), *rows = g_strdup_printf(FOLDER "%s.rows", names[i]);
		expect_rows(pdf, rows);
		g_free(rows);
		g_free(pdf);
	}
}

/* What fails is that and no more. */
static void expect_only(const char *rows, const char *fails)
{
	char **lines = g_strsplit(rows, "\n", -1);
	GString *found = g_string_new(NULL);
	for (char **line = lines; *line; line++)
		if (g_str_has_prefix(*line, "fail "))
			g_string_append_printf(found, "%s\n", *line);
	assert_string_equal(found->str, fails);
	g_string_free(found, TRUE);
	g_strfreev(lines);
}

static char *scratch_file(const char *name)
{
	return g_build_filename(g_getenv("T"), name, NULL);
}

/* Turned twice, in its content and back by the page, it looks the same and measures the same. Only turned by the page it lies on its
 * side: a page of the wrong shape without an upright line, and nothing is made up. */
static void test_turned_pages(void **state)
{
	(void)state;
	expect("qpdf --rotate=+90 " FOLDER
		   "libreoffice.pdf \"$T\"/side.pdf && qpdf --flatten-rotation \"$T\"/side.pdf \"$T\"/flat.pdf && "
		   "qpdf --rotate=-90 \"$T\"/flat.pdf \"$T\"/same.pdf",
		   0, NULL, NULL);
	char *same = scratch_file("same.pdf"), *side = scratch_file("side.pdf");
	expect_rows(same, FOLDER "libreoffice.rows");
	char *found = rows_of(side);
	expect_only(found, "fail G-01: width of the page\nfail G-01: height of the page\nfail G-02: ink beyond the type area\n");
	g_free(found);
	g_free(side);
	g_free(same);
}

/* A visible part of a larger sheet is measured from its own corner. */
static void test_cropped_pages(void **state)
{
	(void)state;
	expect("qpdf --qdf --object-streams=disable " FOLDER
		   "weasyprint.pdf - | sed 's,/MediaBox \\[,/CropBox [ 0 0 595.2756 841.8898 ] "
		   "/MediaBox [ -100 -100 900 1000 ] /Was [,;s,^  /MediaBox \\[$,  /CropBox [ 0 0 595.2756 841.8898 ] /MediaBox [ -100 "
		   "-100 900 1000 ] "
		   "/Was [,' > \"$T\"/raw.pdf; fix-qdf \"$T\"/raw.pdf > \"$T\"/cropped.pdf; grep -ac 'CropBox' \"$T\"/cropped.pdf",
		   0, "1", NULL);
	char *cropped = scratch_file("cropped.pdf");
	expect_rows(cropped, FOLDER "weasyprint.rows");
	g_free(cropped);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_makers),
		cmocka_unit_test(test_turned_pages),
		cmocka_unit_test(test_cropped_pages),
	};
	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
