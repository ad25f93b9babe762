/* gongwen compare: copies of one document differ in copy mark and holder only, and every other difference is seen. */
#include "support/command.h"

#define COMPARE "\"$GONGWEN\" compare --lang en \"$T\"/a.pdf \"$T\"/b.pdf "
#define ALLOW   "--allow copy-mark"

/* Without a profile: its colours cost poppler 30 ms a page. */
#define FO "\"$GONGWEN\" fo -q --pdf-profile none --resource-dir tests/layout/graphic "

/* a.pdf from the FO as it is, b.pdf with sed's edits. */
static void make_pair(const char *edits)
{
	char *command = g_strdup_printf(
		FO "tests/compare/copy.fo -o \"$T\"/a.pdf && "
		   "sed '%s' tests/compare/copy.fo > \"$T\"/b.fo && ! cmp -s tests/compare/copy.fo \"$T\"/b.fo && " FO "\"$T\"/b.fo",
		edits);
	expect(command, 0, NULL, NULL);
	g_free(command);
}

#define COPY_2 "s/第一份（市财政局执）/第二份（领导小组办公室执）/"

static void test_the_same_file(void **state)
{
	(void)state;
	make_pair(COPY_2);
	expect("\"$GONGWEN\" compare --lang en \"$T\"/a.pdf \"$T\"/a.pdf", 0, "same", NULL);
	expect("\"$GONGWEN\" compare --lang zh \"$T\"/a.pdf \"$T\"/a.pdf", 0, "相同", NULL);
}

static void test_copies(void **state)
{
	(void)state;
	make_pair(COPY_2);
	expect(COMPARE, 1, "page 1  text", NULL);
	expect(COMPARE, 1, "page 2  text", NULL);
	expect(COMPARE ALLOW, 0, "第一份（市财政局执） → 第二份（领导小组办公室执）  (allowed)", NULL);
	expect(COMPARE ALLOW, 0, "differences: 0; allowed: 2", NULL);
	expect("\"$GONGWEN\" compare --lang zh \"$T\"/a.pdf \"$T\"/b.pdf " ALLOW, 0, "不同 0 处，允许的不同 2 处", NULL);
	expect(COMPARE ALLOW " --report=json", 0, "\"differences\": 0,\n  \"allowed\": 2,", NULL);
}

/* The three copies of an agreement of the sample year. */
static void test_copies_of_an_agreement(void **state)
{
	(void)state;
	expect("\"$GONGWEN\" build -q samples/weifang-2005/year.xml -o \"$T\"/year --kind agreement --department finance", 0, NULL,
		   NULL);
	for (int i = 2; i <= 3; i++) {
		char *command = g_strdup_printf(
			"\"$GONGWEN\" compare \"$T\"/year/agreement/finance-1.pdf \"$T\"/year/agreement/finance-%d.pdf", i);
		char *allowed = g_strdup_printf("%s " ALLOW, command);
		expect(command, 1, NULL, NULL);
		expect(allowed, 0, NULL, NULL);
		g_free(allowed);
		g_free(command);
	}
	expect("\"$GONGWEN\" build -q samples/weifang-2005/year.xml -o \"$T\"/year --kind agreement --department justice", 0, NULL,
		   NULL);
	expect("\"$GONGWEN\" compare \"$T\"/year/agreement/finance-1.pdf \"$T\"/year/agreement/justice-2.pdf " ALLOW, 1, NULL, NULL);
}

/* What --allow copy-mark does not allow: the edits of a second copy, and what is said. */
static void test_spoiled_copies(void **state)
{
	static const struct {
		const char *edits, *said;
	} spoiled[] = {
		{COPY_2 ";s/12项/13项/", "page 1  text"},
		{COPY_2 ";s/98%/89%/", "page 1  text"},
		{COPY_2 ";s/编号：005/编号：006/", "page 1  text"},
		{COPY_2 ";s/二、本责任书/二、 本责任书/", "page 1  moved"},
		{COPY_2 ";s/space-before=\"29pt\">签/space-before=\"30pt\">签/", "page 2  moved"},
		{COPY_2 ";s/<fo:block space-before=\"29pt\">一/<fo:block space-before=\"29pt\" font-family=\"楷体\">一/", "page 1  look"},
		{COPY_2 ";s/<fo:block space-before=\"29pt\">签/<fo:block space-before=\"29pt\" color=\"#FF0000\">签/", "page 2  look"},
		{COPY_2 ";s/<fo:block space-before=\"29pt\">签/<fo:block space-before=\"29pt\" start-indent=\"0.2mm\">签/",
		 "签字：年月日 → +0.20, +0.00 mm\n"},
		{COPY_2 ";s/<fo:block space-before=\"29pt\">签/<fo:block space-before=\"29pt\" font-size=\"16.5pt\">签/", "page 2  "},
		{COPY_2 ";s/0.5pt solid/0.8pt solid/", "page 1  graphic  (28.00"},
		{COPY_2 ";s/0.5pt solid/0.8pt solid/", "rule 156.00 × 0.18 mm #000000 → rule 156.00 × 0.28 mm #000000\n"},
		{COPY_2 ";s/a.example/b.example/", "page 2  link  (28.00, "},
		{COPY_2 ";s/a.example/b.example/", "https://a.example/ → https://b.example/"},
		{COPY_2 ";s/#C00000/#0000C0/", "page 2  graphic  ("},
		{COPY_2 ";s/M0 0h9v9H0z/M0 0h9v9H1z/", "page 2  graphic  ("},
		{COPY_2 ";s/deep.png/plain.png/", "page 2  graphic  ("},
		{COPY_2 ";s/ border-top=\"0.5pt solid #000000\"/ border-top=\"0.5pt solid #FFFFFF\"/", "page 1  graphic"},
		{COPY_2 ";s/break-before=\"page\"//", "document  pages  2 → 1"},
		{COPY_2 ";s/text-align-last=\"justify\">编号/text-align-last=\"end\">编号/", "page 1  text"},
		{COPY_2 ";s/text-align-last=\"justify\">编号/text-align-last=\"justify\" font-size=\"15pt\">编号/", "page 1  text"},
		{COPY_2 ";s/page-width=\"210mm\"/page-width=\"211mm\"/", "page 1  pages  210.00"},
	};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(spoiled); i++) {
		make_pair(spoiled[i].edits);
		expect(COMPARE ALLOW, 1, spoiled[i].said, NULL);
	}
}

static void test_unreadable_and_usage(void **state)
{
	(void)state;
	make_pair(COPY_2);
	expect("\"$GONGWEN\" compare \"$T\"/a.pdf", 2, NULL, "input file is missing");
	expect("\"$GONGWEN\" compare \"$T\"/a.pdf \"$T\"/b.pdf --allow anything", 2, NULL, "does not take this value: anything");
	expect("\"$GONGWEN\" compare \"$T\"/a.pdf \"$T\"/none.pdf", 3, NULL, "G001");
	expect("\"$GONGWEN\" compare \"$T\"/a.pdf tests/compare/copy.fo", 3, NULL, "G801");
}

/* Files of other makers and broken ones. */
static void test_strange_files(void **state)
{
	(void)state;
	make_pair(COPY_2);
	expect("qpdf --qdf --object-streams=disable \"$T\"/a.pdf \"$T\"/q.pdf; \"$GONGWEN\" compare --lang en \"$T\"/a.pdf "
		   "\"$T\"/q.pdf",
		   0, "same", NULL);
	expect("qpdf --encrypt '' owner 256 -- \"$T\"/a.pdf \"$T\"/open.pdf; \"$GONGWEN\" compare --lang en \"$T\"/a.pdf "
		   "\"$T\"/open.pdf",
		   0, "same", NULL);
	expect("qpdf --encrypt user owner 256 -- \"$T\"/a.pdf \"$T\"/shut.pdf; \"$GONGWEN\" compare \"$T\"/a.pdf \"$T\"/shut.pdf", 3,
		   NULL, "G802");
	expect("qpdf --empty \"$T\"/none.pdf; \"$GONGWEN\" compare \"$T\"/none.pdf \"$T\"/a.pdf", 3, NULL, "G801");
	expect(": > \"$T\"/empty.pdf; \"$GONGWEN\" compare \"$T\"/empty.pdf \"$T\"/a.pdf", 3, NULL, "G801");
	expect("head -c 3000 \"$T\"/a.pdf > \"$T\"/half.pdf; \"$GONGWEN\" compare \"$T\"/a.pdf \"$T\"/half.pdf", 3, NULL, "G801");
	expect("\"$GONGWEN\" compare \"$T\"/a.pdf \"$T\"", 3, NULL, "G001");
	expect("\"$GONGWEN\" compare \"$T\"/a.pdf \"$T\"/a.pdf > /dev/full", 3, NULL, "G002");
	expect("\"$GONGWEN\" compare --lang en \"$T\"/a.pdf - < \"$T\"/a.pdf", 0, "same", NULL);
}

/* What lies on the page counts, not the order in which the file has it. */
static void test_another_order(void **state)
{
	static const char
		head[] =
			"<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\"><fo:layout-master-set><fo:simple-page-master "
			"master-name=\"p\">"
			"<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference=\"p\"><fo:flow "
			"flow-name=\"xsl-region-body\">",
		one[] = "<fo:block-container absolute-position=\"absolute\" top=\"9mm\"><fo:block>甲甲</fo:block></fo:block-container>",
		two[] = "<fo:block-container absolute-position=\"absolute\" top=\"29mm\"><fo:block>乙乙</fo:block></fo:block-container>",
		end[] = "</fo:flow></fo:page-sequence></fo:root>";
	static const char *const files[] = {"a.fo", "b.fo"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *fo = g_strconcat(head, i ? two : one, i ? one : two, end, NULL), *path = g_build_filename(scratch, files[i], NULL);

		assert_true(g_file_set_contents(path, fo, -1, NULL));
		g_free(path);
		g_free(fo);
	}
	expect("\"$GONGWEN\" fo -q \"$T\"/a.fo && \"$GONGWEN\" fo -q \"$T\"/b.fo && ! cmp -s \"$T\"/a.pdf \"$T\"/b.pdf", 0, NULL,
		   NULL);
	expect(COMPARE, 0, "same", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_same_file),          cmocka_unit_test(test_copies),
		cmocka_unit_test(test_copies_of_an_agreement), cmocka_unit_test(test_spoiled_copies),
		cmocka_unit_test(test_unreadable_and_usage),   cmocka_unit_test(test_strange_files),
		cmocka_unit_test(test_another_order),
	};
	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
