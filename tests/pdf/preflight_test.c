/* Apache PDFBox's preflight over finished files: it checks PDF/A-1b, glyph by glyph, widths and metadata included. What only PDF/A-1 forbids and
 * PDF/A-2 allows is waived by its code; nothing else may be found. One virtual machine for all files. */
#include <stdbool.h>

#include "support/command.h"

#define JAR "/usr/share/java/"

static const struct {
	const char *code, *why;
} waived[] = {
	{"1.4", "cross-reference streams (ISO 19005-2, 6.1.4)"},
	{"2.2.1", "transparency groups (6.2.10)"},
	{"2.2.2", "soft masks of pictures (6.2.10)"},
	{"3.1.11", "subsets without CIDSet (6.2.11.4.2)"},
	{"7.11.2", "the claim itself, part 2 (6.6.4)"},
};

static bool is_waived(const char *code)
{
	for (size_t i = 0; i < G_N_ELEMENTS(waived); i++)
		if (strcmp(waived[i].code, code) == 0)
			return true;
	return false;
}

static void make_files(void)
{
	static const char make[] = "set -e; mkdir \"$T\"/all; for fo in tests/pdf/read-back/*.fo "
#ifndef __SANITIZE_ADDRESS__ /* the same code, ten times slower */
							   "samples/fo/*.fo samples/typesetting/*.fo"
#endif
							   "; do $GONGWEN fo \"$fo\" -q -o \"$T\"/all/$(basename \"$fo\").pdf; done; "
#ifndef __SANITIZE_ADDRESS__
							   "$GONGWEN build samples/gbt9704/*.xml -q -o \"$T\"/gbt9704; "
							   "$GONGWEN build samples/minimal/year.xml -q -o \"$T\"/minimal; "
							   "for pdf in \"$T\"/gbt9704/*/*.pdf \"$T\"/minimal/*/*.pdf; do "
							   "mv \"$pdf\" \"$T\"/all/$(basename $(dirname \"$pdf\"))-$(basename \"$pdf\"); done"
#endif
		;
	struct run run = run_shell(make);

	if (run.status != 0)
		fail_msg("%s", run.err);
	run_free(&run);
}

/* Gives how many of its findings are not waived, and says them. */
static int count_faults(const char *report, const char *text)
{
	int faults = 0;

	for (const char *at = text; (at = strstr(at, "<code>")) != NULL;) {
		char *code;

		at += strlen("<code>");
		code = g_strndup(at, strcspn(at, "<"));

		if (!is_waived(code)) {
			print_error("%s: %.300s\n", report, at);
			faults++;
		}
		g_free(code);
	}
	return faults;
}

static void test_nothing_is_found(void **state)
{
	struct run run;
	char **names;
	int faults = 0, reports = 0;

	(void)state;
	make_files();
	run = run_shell("java -Xshare:auto -cp " JAR "preflight.jar:" JAR "pdfbox2.jar:" JAR "fontbox2.jar:" JAR "xmpbox.jar:" JAR
					"commons-logging.jar:" JAR "javax.activation.jar:" JAR
					"jaxb-api.jar org.apache.pdfbox.preflight.Validator_A1b xml batch \"$T\"/all >&2; cd \"$T\"/all && ls *.xml; "
					"test $(ls *.xml | wc -l) = $(ls *.pdf | wc -l)");
	if (run.status != 0)
		fail_msg("%s", run.err);
	names = g_strsplit(g_strchomp(run.out), "\n", -1);
	for (char **name = names; *name; name++, reports++) {
		char *path = g_build_filename(scratch, "all", *name, NULL), *text = NULL;

		assert_true(g_file_get_contents(path, &text, NULL, NULL));
		assert_non_null(strstr(text, "<isValid type=\"PDF/A1-b\">"));
		faults += count_faults(*name, text);
		g_free(text);
		g_free(path);
	}
	assert_true(reports > 1);
	assert_int_equal(faults, 0);
	g_strfreev(names);
	run_free(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_found),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
