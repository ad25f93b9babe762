/* The template library's sources: lengths of the standard stand in metrics.xsl and nowhere else; the rules O01–O09 of a single document. */
#include "gbt9704/official.h"

#include <glob.h>

/* ---- no millimetre and no point but in metrics.xsl ---- */

/* A length in mm or pt other than zero, in text or attributes; comments may speak of them. */
static void check_literals(const char *path)
{
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	GPtrArray *nodes;

	assert_non_null(doc);
	nodes = year_find(xmlDocGetRootElement(doc), "//text() | //@*");
	for (guint i = 0; i < nodes->len; i++)
		if (g_regex_match_simple("(?<![\\w.$-])[0-9]*\\.?[0-9]*[1-9][0-9]*(mm|pt)\\b", year_string(nodes->pdata[i]), 0, 0))
			fail_msg("%s: a length of its own: %s", path, year_string(nodes->pdata[i]));
	g_ptr_array_unref(nodes);
	xmlFreeDoc(doc);
}

static void test_lengths_stand_in_metrics(void **state)
{
	static const char *const patterns[] = {"templates/gbt9704/*.xsl", "templates/formats/*.xsl", "templates/official/*.xsl",
										   "templates/kinds/*/*.xsl"};
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
		glob_t found;

		assert_int_equal(glob(patterns[i], 0, NULL, &found), 0);
		for (size_t k = 0; k < found.gl_pathc; k++) {
			seen++;
			if (!g_str_has_suffix(found.gl_pathv[k], "/metrics.xsl"))
				check_literals(found.gl_pathv[k]);
		}
		globfree(&found);
	}
	assert_true(seen > 20);
}

/* ---- the rules O01–O09 ---- */

/* A sample with a change (sed) is complained about under this rule at this severity, and the sample itself is not. */
static void check_rule(const char *sample, const char *change, const char *message)
{
	struct run run = run_shell(
		year_print("sed '%s' samples/gbt9704/%s.xml > \"$T\"/changed.xml && ! cmp -s \"$T\"/changed.xml samples/gbt9704/%s.xml "
				   "&& $GONGWEN check --lang en \"$T\"/changed.xml",
				   change, sample, sample));

	if (!strstr(run.err, message))
		fail_msg("%s, %s: not said: %s\n%s", sample, change, message, run.err);
	run_free(&run);
}

static void test_rules(void **state)
{
	(void)state;
	check_rule("attachments", "s/<item>行政执法检查办法/<item>检查办法/", "error O01");
	check_rule("attachments", "/<item>行政执法部门名录/d", "error O01");
	check_rule("joint-two", "/seal-personnel/d", "warning O02");
	check_rule("upward", "s/<signer>.*/&&/", "warning O03");
	check_rule("order", "/<document-number>/d", "error O04");
	check_rule("brief", "/<issuer>/d", "error O04");
	check_rule("document", "/<issuer-mark/d", "error O04");
	check_rule("document", "/^  <title>/d", "error O04");
	check_rule("order", "s/ form=\"stamp\"//", "warning O05");
	check_rule("minutes", "s/  <date>/<signature><organ>某某市人民政府<\\/organ><\\/signature>&/", "warning O05");
	check_rule("document", "s/〔2026〕10号/〔2025〕10号/", "warning O06");
	check_rule("document", "s/printed-by date=\"2026-02-09\"/printed-by date=\"2026-02-01\"/", "warning O07");
	check_rule("document", "s/<p>依据执法职权/<section><heading>第五级<\\/heading><\\/section>&/", "error O08");
	check_rule("document", "s/<body>/&<article><title>文章<\\/title><p>文字。<\\/p><\\/article>/", "error O09");
	check_rule("document", "s/<body>/&<form><row head=\"案由\">文字<\\/row><\\/form>/", "error O09");
}

/* What the schema refuses: zeros before a number, other brackets, a copy number of five digits, a part out of order. */
static void test_schema(void **state)
{
	(void)state;
	check_rule("document", "s/〔2026〕10号/〔2026〕010号/", "error G201");
	check_rule("document", "s/〔2026〕10号/[2026]10号/", "error G201");
	check_rule("document", "s/000001/00001/", "error G201");
	check_rule("document", "s/<document-number>.*/&&/", "error G201");
	check_rule("document", "s/format=\"document\"/format=\"memo\"/", "error G201");
}

static void test_samples_are_without_complaint(void **state)
{
	(void)state;
	year_run("for xml in samples/gbt9704/*.xml; do $GONGWEN check --strict $xml || exit 1; done");
}

/* What one copy alone says brings no element of structure, id or note with it: else each copy of an agreement would be laid out by itself
 * (tests/pdf/copies_test.c), which takes three times as long and shows nowhere else. */
static void test_copies_are_laid_out_together(void **state)
{
	char **documents = g_strsplit(year_run("$GONGWEN build samples/minimal/year.xml --kind agreement --dump=fo -q"), "<?xml ",
								  -1);
	(void)state;
	assert_non_null(documents[0]);
	assert_non_null(documents[1]);
	for (char **document = documents + 1; *document; document++) {
		char *text = year_print("<?xml %s", *document);
		xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "dump", NULL, XML_PARSE_NONET);
		assert_non_null(doc);
		GPtrArray *of_copies = year_find(xmlDocGetRootElement(doc), "//*[@*[name() = 'gw:copy']]");
		for (guint i = 0; i < of_copies->len; i++)
			assert_string_equal(year_value(of_copies->pdata[i],
										   "boolean(descendant-or-self::*[@role or @id or @xml:lang or @language or "
										   "local-name() = 'footnote' or local-name() = 'basic-link'])"),
								"false");
		g_ptr_array_unref(of_copies);
		xmlFreeDoc(doc);
	}
	g_strfreev(documents);
}

/* The guide's example (docs/templates.md): a letter for each department with a demand, in an installed copy of the template set. */
static void test_the_new_kind_works(void **state)
{
	char *letters;

	(void)state;
	year_run("samples/new-kind/install.sh \"$T\"/set");
	year_run("$GONGWEN build samples/weifang-2005/year.xml --templates \"$T\"/set --kind reminder -o \"$T\"/new -q");
	letters = year_run("pdftotext -enc UTF-8 \"$T\"/new/reminder/half-year-planning.pdf - | tr -d ' \\n'");
	assert_non_null(strstr(letters, "整改要求："));
	assert_non_null(strstr(letters, "关于做好半年检查问题整改工作的函"));
}

/* A kind that forgets its date is told so, at the author's place; no page without one is made. */
static void test_a_kind_without_date_is_refused(void **state)
{
	char *words;

	(void)state;
	year_run("sed -i 's| date=.{../@date}.||' \"$T\"/set/kinds/reminder/plan.xsl");
	words = year_run("! $GONGWEN build samples/weifang-2005/year.xml --templates \"$T\"/set --kind reminder -o \"$T\"/none 2>&1");
	assert_non_null(strstr(words, "G202"));
	assert_non_null(strstr(words, "a signature needs a date (samples/weifang-2005/inspections/"));
	year_run("! test -e \"$T\"/none/reminder");
}

/* The samples' roles fit each other: readers are told what the templates say. */
static void test_roles_fit(void **state)
{
	(void)state;
	char *words = year_run(
		"for f in samples/gbt9704/*.xml; do $GONGWEN build --lang en \"$f\" -o \"$T\"/roles 2>&1 || exit; done");
	if (strstr(words, "G707"))
		fail_msg("%s", words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lengths_stand_in_metrics),
		cmocka_unit_test(test_roles_fit),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_schema),
		cmocka_unit_test(test_samples_are_without_complaint),
		cmocka_unit_test(test_copies_are_laid_out_together),
		cmocka_unit_test(test_the_new_kind_works),
		cmocka_unit_test(test_a_kind_without_date_is_refused),
	};

	return cmocka_run_group_tests(tests, official_open, year_close);
}
