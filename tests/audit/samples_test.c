/* Every sample that is a document of the standard passes the audit; what others make is measured without a wrong word, and what cannot
 * be read is refused. */
#include "support/command.h"

/* ---- samples ---- */

/* Kinds of the sample year that are documents of the standard, and as which. */
static const struct {
	const char *kind, *format;
} kinds[] = {
	{"circular", "document"}, {"notice", "document"},   {"transfer", "letter"}, {"brief", "brief"},
	{"award", "document"},    {"recovery", "document"}, {"meeting", "letter"},  {"veto", "letter"},
};

static void test_the_sample_year(void **state)
{
	GString *build = g_string_new("\"$GONGWEN\" build -q samples/weifang-2005/year.xml -o \"$T\"/year");
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		g_string_append_printf(build, " --kind %s", kinds[i].kind);
	expect(build->str, 0, NULL, NULL);
	g_string_free(build, TRUE);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		char *command = g_strdup_printf("\"$GONGWEN\" audit --lang en --format %s \"$T\"/year/%s/*.pdf", kinds[i].format,
										kinds[i].kind);
		expect(command, 0, " 0 fail", NULL);
		g_free(command);
	}
}

/* A brief of short paragraphs: but one line of its text begins at the left edge. */
static void test_few_lines_at_the_edge(void **state)
{
	(void)state;
	expect("sed 's/对市水利局目标进展情况进行了抽查，//' samples/minimal/year.xml > \"$T\"/short.xml && "
		   "\"$GONGWEN\" build -q \"$T\"/short.xml -o \"$T\"/short --kind brief",
		   0, NULL, NULL);
	expect("\"$GONGWEN\" audit --lang en --format brief \"$T\"/short/brief/1.pdf", 0, " 0 fail", NULL);
}

/* Each file of samples/gbt9704 is guessed to be what its folder says, and passes; a receipt is a form, which the standard does not know. */
static void test_the_samples_of_the_standard(void **state)
{
	static const char *const formats[] = {"document", "letter", "order", "minutes", "brief"};

	(void)state;
	expect("\"$GONGWEN\" build -q samples/gbt9704/*.xml -o \"$T\"/gbt9704", 0, NULL, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
		char *command = g_strdup_printf(
			"\"$GONGWEN\" audit --lang en \"$T\"/gbt9704/%s/*.pdf > \"$T\"/report || { echo $?; grep FAIL \"$T\"/report; }; "
			"grep '2012, ' \"$T\"/report | grep -v '2012, %s '",
			formats[i], formats[i]);
		struct run run = run_shell(command);
		assert_string_equal(run.out, "");
		run_free(&run);
		g_free(command);
		expect("grep -c '2012, ' \"$T\"/report", 0, NULL, NULL);
	}
}

/* Several files are audited in one go, and one that cannot be read takes nothing from the others. */
static void test_several_files(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" audit --report=json --lang en \"$T\"/gbt9704/letter/letter.pdf \"$T\"/gbt9704/order/order.pdf | tr -d "
		   "'\\n' | "
		   "grep -c '^\\[{.*\"letter\",  \"guessed\": true.*},{.*\"order\",  \"guessed\": true.*}\\]$'",
		   0, "1", NULL);
	expect("\"$GONGWEN\" audit --lang en \"$T\"/none.pdf \"$T\"/gbt9704/order/order.pdf", 3, "2012, order", "G001");
}

/* ---- the report ---- */

static void test_reports(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" fo -q tests/audit/document.fo -o \"$T\"/good.pdf", 0, NULL, NULL);
	expect("\"$GONGWEN\" audit \"$T\"/good.pdf --format document --lang en | tee \"$T\"/report", 0, "separator below the number",
		   NULL);
	expect("cat \"$T\"/report", 0, " 0 fail", NULL);
	expect("\"$GONGWEN\" audit \"$T\"/good.pdf --format document --lang zh", 0, "发文机关标志上边缘至版心上边缘", NULL);
	expect("\"$GONGWEN\" audit \"$T\"/good.pdf --format document --report=json", 0, "\"fail\": 0,", NULL);
	expect(
		"\"$GONGWEN\" audit \"$T\"/good.pdf --format document --report=json --lang en", 0,
		"{\"requirement\": \"G-28\", \"clause\": \"7.2.7\", \"what\": \"width of the separator\", \"required\": \"156 ± 1 mm\", "
		"\"measured\": \"156.00 mm\", \"page\": 1, \"verdict\": \"pass\"}",
		NULL);
	expect("\"$GONGWEN\" audit \"$T\"/good.pdf --format letter --lang en", 1, "FAIL", NULL);
}

static void test_usage(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" audit", 2, NULL, "input file is missing");
	expect("\"$GONGWEN\" audit x.pdf --format memo", 2, NULL, "does not take this value: memo");
	expect("\"$GONGWEN\" audit --format letter", 2, NULL, "input file is missing");
	expect("\"$GONGWEN\" audit x.pdf --format letter --report=xml", 2, NULL, "does not take this value: xml");
	expect("\"$GONGWEN\" audit \"$T\"/none.pdf --format letter", 3, NULL, "G001");
}

/* docs/audit.md has a line for each row of the table. */
static void test_every_requirement_is_documented(void **state)
{
	static const struct {
		const char *number, *en, *zh;
	} rows[] = {
#define CLAUSE(function, requirement, section, formats, unit, least, most, en, zh, required_en, required_zh)                     \
	{requirement, en, zh},
#include "audit/clauses.def"
#undef CLAUSE
	};
	char *page;
	(void)state;
	assert_true(g_file_get_contents("docs/audit.md", &page, NULL, NULL));
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		char *words = g_strdup_printf("| %s | %s |", rows[i].en, rows[i].zh);
		if (!strstr(page, words))
			fail_msg("docs/audit.md lacks %s %s", rows[i].number, words);
		g_free(words);
	}
	g_free(page);
}

/* ---- what cannot be measured ---- */

static void test_unreadable(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" fo -q tests/audit/document.fo -o \"$T\"/good.pdf", 0, NULL, NULL);
	expect(": > \"$T\"/empty.pdf; \"$GONGWEN\" audit \"$T\"/empty.pdf --format document", 3, NULL, "G801");
	expect("echo hello > \"$T\"/text.pdf; \"$GONGWEN\" audit \"$T\"/text.pdf --format document", 3, NULL, "G801");
	expect("qpdf --encrypt user owner 256 -- \"$T\"/good.pdf \"$T\"/locked.pdf; "
		   "\"$GONGWEN\" audit \"$T\"/locked.pdf --format document",
		   3, NULL, "G802");
	/* protected against change only: anyone may read it */
	expect("qpdf --encrypt '' owner 256 -- \"$T\"/good.pdf \"$T\"/open.pdf; "
		   "\"$GONGWEN\" audit \"$T\"/open.pdf --format document --lang en",
		   0, " 0 fail", NULL);
}

/* Cut anywhere, it is read or refused; nothing else. */
static void test_cut_files(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" fo -q tests/audit/order.fo -o \"$T\"/good.pdf; size=$(stat -c %s \"$T\"/good.pdf); "
		   "for part in 1 2 3 4 5 6 7; do head -c $((size * part / 8)) \"$T\"/good.pdf > \"$T\"/cut.pdf; "
		   "\"$GONGWEN\" audit \"$T\"/cut.pdf --format order > /dev/null 2>&1; "
		   "case $? in 0|1|3) ;; *) echo part $part; exit 1 ;; esac; done",
		   0, NULL, NULL);
}

/* A scan has no text: that is said, and nothing is found. */
static void test_pictures_only(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" fo -q tests/audit/document.fo -o \"$T\"/good.pdf && pdftoppm -r 60 -png -f 1 -l 1 -singlefile "
		   "\"$T\"/good.pdf "
		   "\"$T\"/scan && printf '%s' '<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\"><fo:layout-master-set>"
		   "<fo:simple-page-master master-name=\"p\" page-width=\"210mm\" "
		   "page-height=\"297mm\"><fo:region-body/></fo:simple-page-master>"
		   "</fo:layout-master-set><fo:page-sequence master-reference=\"p\"><fo:flow flow-name=\"xsl-region-body\"><fo:block "
		   "line-height=\"0pt\" font-size=\"0pt\"><fo:external-graphic src=\"scan.png\" content-width=\"200mm\" "
		   "content-height=\"280mm\"/>"
		   "</fo:block></fo:flow></fo:page-sequence></fo:root>' > \"$T\"/scan.fo && \"$GONGWEN\" fo -q \"$T\"/scan.fo",
		   0, NULL, NULL);
	expect("\"$GONGWEN\" audit \"$T\"/scan.pdf --format document", 1, NULL, "G803");
}

/* ---- other makers ---- */

/* The same pages written anew by Cairo through poppler, other fonts, other operators: measured alike. */
static void test_another_writer(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" fo -q tests/audit/document.fo -o \"$T\"/good.pdf && pdftocairo -pdf -noshrink \"$T\"/good.pdf "
		   "\"$T\"/other.pdf && "
		   "\"$GONGWEN\" audit \"$T\"/other.pdf --format document --lang en",
		   0, " 0 fail", NULL);
}

/* A mark that is a picture or outlines is not found: no word, no measure, and nothing else is taken for it. */
static void test_a_mark_without_text(void **state)
{
	static const char *const marks[] = {
		"<fo:external-graphic src=\"mark.png\" content-width=\"120mm\" content-height=\"14mm\" scaling=\"non-uniform\"/>",
		"<fo:instream-foreign-object><svg:svg width=\"120mm\" height=\"14mm\" viewBox=\"0 0 120 14\"><svg:path fill=\"#FF0000\" "
		"d=\"M0 0L10 14L20 0L30 14L40 2C50 0 60 14 70 7L120 0L60 13Z\"/></svg:svg></fo:instream-foreign-object>",
	};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		char *good, *path = g_build_filename(g_getenv("T"), "mark.fo", NULL);
		assert_true(g_file_get_contents("tests/audit/document.fo", &good, NULL, NULL));
		char **parts = g_strsplit(good, "某某市人民政府文件", 2), *fo = g_strjoinv(marks[i], parts);
		assert_true(g_file_set_contents(path, fo, -1, NULL));
		expect("cp tests/audit/stamp.png \"$T\"/mark.png && \"$GONGWEN\" fo -q \"$T\"/mark.fo", 0, NULL, NULL);
		expect("\"$GONGWEN\" audit \"$T\"/mark.pdf --format document --lang en | grep -c '^G-2[123] .*mark.* not found$'", 0, "4",
			   NULL);
		expect("\"$GONGWEN\" audit \"$T\"/mark.pdf --format document --lang en", 0, " 0 fail", NULL);
		g_free(fo);
		g_strfreev(parts);
		g_free(good);
		g_free(path);
	}
}

/* A page that is no official document: hardly anything is found, and nothing is made up. */
static void test_a_foreign_page(void **state)
{
	(void)state;
	expect(
		"\"$GONGWEN\" fo -q tests/cli/hello.fo -o \"$T\"/hello.pdf; "
		"\"$GONGWEN\" audit \"$T\"/hello.pdf --format document --lang en | grep -E '^G-(2[0-9]|3[01237]|4[0-8]|5[0-9])' | grep "
		"-E 'pass|FAIL'",
		1, "", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_sample_year),
		cmocka_unit_test(test_few_lines_at_the_edge),
		cmocka_unit_test(test_the_samples_of_the_standard),
		cmocka_unit_test(test_several_files),
		cmocka_unit_test(test_reports),
		cmocka_unit_test(test_usage),
		cmocka_unit_test(test_every_requirement_is_documented),
		cmocka_unit_test(test_unreadable),
		cmocka_unit_test(test_cut_files),
		cmocka_unit_test(test_pictures_only),
		cmocka_unit_test(test_another_writer),
		cmocka_unit_test(test_a_mark_without_text),
		cmocka_unit_test(test_a_foreign_page),
	};
	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
