/* What --pdf-profile=a3a has go along with a document: the author's files byte for byte, each by its own name; of a year, which holds other
 * departments' affairs too, the document's own data. */
#include "support/command.h"

/* The files that "$T"/$1 names in its list, one a line. */
#define LIST(pdf) "pdfdetach -enc UTF-8 -list \"$T\"/" pdf " | sed -n 's/^[0-9]*: //p'"

/* As an XSL-FO file: its own name, its bytes. */
static void test_fo(void **state)
{
	(void)state;
	expect("printf '\\357\\273\\277' > \"$T\"/一.fo && sed 's/$/\\r/' tests/pdf/read-back/everything.fo >> \"$T\"/一.fo && "
		   "$GONGWEN fo \"$T\"/一.fo --pdf-profile a3a -q -o \"$T\"/fo.pdf && pdfdetach -save 1 -o \"$T\"/back \"$T\"/fo.pdf && "
		   "cmp \"$T\"/back \"$T\"/一.fo && " LIST("fo.pdf"),
		   0, "一.fo\n", NULL);
}

static void test_standard_input(void **state)
{
	(void)state;
	expect(
		"$GONGWEN fo - --pdf-profile a3a -q -o \"$T\"/in.pdf < tests/pdf/read-back/everything.fo && "
		"pdfdetach -save 1 -o \"$T\"/back \"$T\"/in.pdf && cmp \"$T\"/back tests/pdf/read-back/everything.fo && " LIST("in.pdf"),
		0, "document.fo\n", NULL);
}

/* An official document in parts: its text in GB 18030 in a folder below, a paragraph's words in a folder elsewhere, both by names that are
 * there already; one of them is included twice. */
#define INCLUDE "<i:include xmlns:i=\"http:\\/\\/www.w3.org\\/2001\\/XInclude\" href=\"%s\"%s\\/>"

static void write_parts(void)
{
	static const char letter[] = "samples/gbt9704/letter.xml", as_text[] = " parse=\"text\"";
	char *words = g_strdup_printf(INCLUDE INCLUDE, "words.txt", as_text, "words.txt", as_text),
		 *body = g_strdup_printf(INCLUDE, "parts\\/letter.xml", "");
	char *command = g_strdup_printf(
		"mkdir -p \"$T\"/in/parts \"$T\"/res && printf '请予函复。' > \"$T\"/res/words.txt && "
		"{ echo '<?xml version=\"1.0\" encoding=\"GB18030\"?>' && sed -n "
		"'/<body>/,/<.body>/s/特此函商，请予函复。/%s/;/<body>/,/<.body>/p' "
		"%s; } | iconv -t GB18030 > \"$T\"/in/parts/letter.xml && "
		"sed 's/ seal=\"[^\"]*\"//;s/<body>/%s<!--/;s/<.body>/-->/' %s > \"$T\"/in/letter.xml && "
		"$GONGWEN build \"$T\"/in/letter.xml --resource-dir \"$T\"/res --pdf-profile a3a -q -o \"$T\"/out",
		words, letter, body, letter);

	expect(command, 0, NULL, "");
	g_free(command);
	g_free(words);
	g_free(body);
}

static void test_parts(void **state)
{
	(void)state;
	write_parts();
	expect(LIST("out/letter/letter.pdf"), 0, "letter.xml\n2-letter.xml\nwords.txt\n", NULL);
	expect("for i in 1 2 3; do pdfdetach -save $i -o \"$T\"/back$i \"$T\"/out/letter/letter.pdf || exit; done && "
		   "cmp \"$T\"/back1 \"$T\"/in/letter.xml && cmp \"$T\"/back2 \"$T\"/in/parts/letter.xml && "
		   "cmp \"$T\"/back3 \"$T\"/res/words.txt && pdftotext \"$T\"/out/letter/letter.pdf - | grep 请予函复。请予函复。",
		   0, NULL, NULL);
}

/* What is said of a file: type, size, digest, date (ISO 32000-1, tables 44 to 46; ISO 19005-3, 6.8). Folders of the machine are not. */
static void test_description(void **state)
{
	(void)state;
	write_parts();
	expect("qpdf --qdf --object-streams=disable \"$T\"/out/letter/letter.pdf \"$T\"/plain.pdf && "
		   "grep -ac '/AFRelationship /Source' \"$T\"/plain.pdf",
		   0, "3\n", NULL);
	expect("grep -ac 'Subtype /application#2fxml' \"$T\"/plain.pdf", 0, "2\n", NULL);
	expect("grep -ac 'Subtype /text#2fplain' \"$T\"/plain.pdf", 0, "1\n", NULL);
	expect("grep -ac 'ModDate (D:20260310)' \"$T\"/plain.pdf", 0, "4\n", NULL);
	expect("for f in in/letter.xml in/parts/letter.xml res/words.txt; do "
		   "grep -aqi \"CheckSum <$(md5sum < \"$T\"/$f | cut -c1-32)>\" \"$T\"/plain.pdf && "
		   "grep -aq \"/Size $(wc -c < \"$T\"/$f)$\" \"$T\"/plain.pdf && echo $f; done",
		   0, "in/letter.xml\nin/parts/letter.xml\nres/words.txt\n", NULL);
	expect("grep -a '/Desc' \"$T\"/plain.pdf", 0, "(parts/letter.xml)", NULL);
	expect("grep -ac \"$(basename \"$T\")\" \"$T\"/plain.pdf", 1, "0\n", NULL);
}

static void test_year(void **state)
{
	(void)state;
	expect("$GONGWEN build samples/minimal/year.xml --kind circular --pdf-profile a3a -q -o \"$T\"/year && " LIST(
			   "year/circular/*.pdf"),
		   0, "document.xml\n", NULL);
	expect("pdfdetach -save 1 -o \"$T\"/back \"$T\"/year/circular/*.pdf && grep -c ' place=' \"$T\"/back", 1, "0\n", NULL);
	expect("xmllint --noout \"$T\"/back && head -c 200 \"$T\"/back", 0, "<document kind=\"circular\"", NULL);
}

/* Nothing goes along with a file that does not say so. */
static void test_other_profiles(void **state)
{
	(void)state;
	for (const char *const *profile = (const char *const[]){"a2a+ua1", "a2b", "none", NULL}; *profile; profile++) {
		char *command = g_strdup_printf("$GONGWEN fo tests/pdf/read-back/everything.fo --pdf-profile %s -q -o \"$T\"/p.pdf && "
										"pdfdetach -list \"$T\"/p.pdf",
										*profile);
		expect(command, 0, "0 embedded files", NULL);
		g_free(command);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fo),          cmocka_unit_test(test_standard_input), cmocka_unit_test(test_parts),
		cmocka_unit_test(test_description), cmocka_unit_test(test_year),           cmocka_unit_test(test_other_profiles),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
