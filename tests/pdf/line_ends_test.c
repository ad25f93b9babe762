/* Words that stand on two lines stay two words to readers: the blank that a line's end drops is in the file (ISO 32000-1, 14.8.2.5), as is one
 * between inlines, and none where none was written: src/line/area.c, src/pdf/text.c. */
#include "support/command.h"

#define HEAD                                                                                                                     \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo'><fo:layout-master-set>"                     \
	"<fo:simple-page-master master-name='m' page-width='60mm' page-height='90mm'><fo:region-body/></fo:simple-page-master>"      \
	"</fo:layout-master-set><fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>"
#define END "</fo:flow></fo:page-sequence></fo:root>"

/* What the structure says of the content, line ends and all. */
static void check_said(const char *content, const char *said)
{
	char *path = g_build_filename(scratch, "a.fo", NULL), *fo = g_strconcat(HEAD, content, END, NULL);

	assert_true(g_file_set_contents(path, fo, -1, NULL));
	expect("$GONGWEN fo -q \"$T\"/a.fo && pdfinfo -struct-text \"$T\"/a.pdf | sed -n 's/^ *\"\\(.*\\)\"$/\\1/p' | tr -d '\\n'", 0,
		   said, NULL);
	expect("qpdf --check \"$T\"/a.pdf", 0, NULL, NULL);
	g_free(fo);
	g_free(path);
}

#define FOX "The quick brown fox jumps over the extraordinary lazy dog"

static void test_blanks_at_line_ends(void **state)
{
	(void)state;
	check_said("<fo:block xml:lang='en'>" FOX "</fo:block>", FOX);
	check_said("<fo:block xml:lang='en' text-align='justify'>" FOX "</fo:block>", FOX);
	check_said("<fo:block xml:lang='en' font-family='仿宋'>" FOX "</fo:block>", FOX);
	check_said("<fo:block xml:lang='en'><fo:inline font-weight='bold'>" FOX "</fo:inline> " FOX "</fo:block>", FOX " " FOX);
	check_said("<fo:block-container reference-orientation='90' width='50mm'><fo:block xml:lang='en'>" FOX
			   "</fo:block></fo:block-container>",
			   FOX);
	check_said("<fo:block-container overflow='hidden' width='50mm'><fo:block xml:lang='en'>" FOX
			   "</fo:block></fo:block-container>",
			   FOX);
}

static void test_no_blank_where_there_was_none(void **state)
{
	(void)state;
	check_said("<fo:block xml:lang='zh-CN' font-family='仿宋'>各县、区人民政府，市政府各部门、各直属机构，各有关单位</fo:block>",
			   "各县、区人民政府，市政府各部门、各直属机构，各有关单位");
	check_said("<fo:block xml:lang='en'>self-contained-and-well-known-to-everybody</fo:block>",
			   "self-contained-and-well-known-to-everybody");
}

/* A blank that is a run of its own, between inlines of other looks: Cairo draws none. */
static void test_lone_blanks(void **state)
{
	(void)state;
	check_said("<fo:block xml:lang='en'><fo:inline color='red'>red</fo:inline> <fo:inline color='blue' id='b'>blue</fo:inline>s"
			   "<fo:inline font-size='8pt'> small</fo:inline></fo:block>",
			   "red blues small");
	check_said("<fo:block xml:lang='en' font-size='9pt'><fo:character font-size='24pt' character='A'/> "
			   "<fo:inline font-size='24pt'><fo:inline color='red'>g</fo:inline></fo:inline></fo:block>",
			   "A g");
	check_said("<fo:block>甲<fo:inline color='red'>乙</fo:inline> <fo:inline color='blue'>丙</fo:inline></fo:block>", "甲乙 丙");
}

/* What is read out for a link is its words. */
static void test_words_of_links(void **state)
{
	char *path = g_build_filename(scratch, "b.fo", NULL);

	(void)state;
	assert_true(g_file_set_contents(path,
									HEAD "<fo:block xml:lang='en'><fo:basic-link external-destination='url(https://e.org/)'>" FOX
										 "</fo:basic-link></fo:block>" END,
									-1, NULL));
	expect("$GONGWEN fo -q \"$T\"/b.fo && qpdf --qdf --object-streams=disable \"$T\"/b.pdf - | grep -a '/Contents (" FOX ")'", 0,
		   FOX, NULL);
	g_free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blanks_at_line_ends),
		cmocka_unit_test(test_lone_blanks),
		cmocka_unit_test(test_no_blank_where_there_was_none),
		cmocka_unit_test(test_words_of_links),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
