/* Names in titles (G-31): those that the data gives are kept whole, whatever a dictionary would make of them. Through the program: from an
 * author's document and a year to the lines of the finished pages. */
#include "run.h"
#include "support/pdf_reader.h"

#define FOLDER "build/tests/names-out"
#define TITLE  "某某市人民政府关于撤销某某市北海道路桥梁管理处的决定"

static char *lines_of(const char *attributes)
{
	char *document = g_strdup_printf(
		"<official-document format='document'%s><issuer-mark organ='某某市人民政府'>某某市人民政府文件</issuer-mark>"
		"<document-number>某政发〔2026〕3号</document-number><title>%s</title><main-recipients>各县、区人民政府</main-recipients>"
		"<body><p>自即日起撤销。</p></body><signature><organ>某某市人民政府</organ></signature><date>2026-11-26</date></"
		"official-document>",
		attributes, TITLE);
	struct run run;

	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	assert_true(g_file_set_contents(FOLDER "/in.xml", document, -1, NULL));
	g_free(document);
	run = run_shell("\"$GONGWEN\" build --dump=areas -o " FOLDER " " FOLDER
					"/in.xml | sed 's/<[/]line>/|/g; s/<[^>]*>//g' | tr -d '\\n '");
	if (run.status != 0)
		fail_msg("exit status %d: %s", run.status, run.err);
	char *words = g_strdup(run.out);
	run_free(&run);
	return words;
}

/* A name across the place where the line would else end goes over to one of them. */
static void test_names_of_an_author(void **state)
{
	char *plain = lines_of(""), *named = lines_of(" names='某某市北海道路桥梁管理处'");

	(void)state;
	assert_non_null(strstr(plain, "某某市|北海道路桥梁管理处"));
	assert_non_null(strstr(named, "撤销|某某市北海道路桥梁管理处"));
	g_free(plain);
	g_free(named);
}

/* The organs and persons of a year's document are among its names. */
static void test_names_of_a_year(void **state)
{
	struct run run = run_shell(
		"\"$GONGWEN\" build --dump=fo --kind agreement --department agriculture samples/weifang-2005/year.xml");
	static const char *const names[] = {"潍坊市农业局", "市农业局", "潍坊市人民政府", "丁某某"};

	(void)state;
	const char *terms = strstr(run.out, "gw:terms=\"");
	assert_non_null(terms);
	char **given = g_strsplit_set(terms, "\"", 3), **list = g_strsplit(given[1], " ", -1);
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (!g_strv_contains((const char *const *)list, names[i]))
			fail_msg("%s is not among the names: %s", names[i], given[1]);
	g_strfreev(list);
	g_strfreev(given);
	run_free(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_of_an_author),
		cmocka_unit_test(test_names_of_a_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
