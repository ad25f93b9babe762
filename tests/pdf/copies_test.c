/* Copies laid out together are the same files, byte for byte, as copies laid out one by one; where their content differs in more than what
 * stands in a line, layout says so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "fo/fo.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "xml/xml.h"

enum { COPIES = 3 };
static const char *const names[COPIES] = {"1", "2", "3"};

static struct {
	struct diag_sink *sink;
	struct text_engine *text;
	struct pdf_engine *pdf;
} process;

static int open_process(void **state)
{
	const struct text_options options = {.config = "fonts/fonts.xml"};

	(void)state;
	xml_init();
	process.sink = diag_open(DIAG_ENGLISH);
	process.text = text_open(&options, process.sink);
	process.pdf = pdf_open("fonts/sRGB.icc", process.sink);
	return process.text && process.pdf ? 0 : -1;
}

static int close_process(void **state)
{
	(void)state;
	pdf_close(process.pdf);
	text_close(process.text);
	diag_close(process.sink);
	return 0;
}

/* A document of several pages: `content` stands between pages of text that is the same in all copies. */
static char *make_fo(const char *content, const char *foot)
{
	GString *out = g_string_new(NULL);

	g_string_append_printf(out,
						   "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo' xml:lang='zh-CN' "
						   "font-family='GwFangSong' font-size='12pt'><fo:layout-master-set><fo:simple-page-master "
						   "master-name='p' page-width='120mm' page-height='80mm'><fo:region-body margin='10mm'/>"
						   "<fo:region-after extent='8mm'/></fo:simple-page-master></fo:layout-master-set>"
						   "<fo:page-sequence master-reference='p'><fo:static-content flow-name='xsl-region-after'>"
						   "<fo:block>%s</fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'>",
						   foot);
	for (unsigned i = 0; i < 30; i++)
		g_string_append_printf(out,
							   "%s<fo:block id='b%u'>第%u段。年度目标分共性目标和部门专业目标两部分，实行百分制。</fo:block>",
							   i == 14 ? content : "", i, i);
	g_string_append(out, "</fo:flow></fo:page-sequence></fo:root>");
	return g_string_free(out, FALSE);
}

struct document {
	struct arena *arena;
	xmlDoc *doc;
	const struct fo_tree *tree;
};

/* copy: the one that stays; NULL: all. */
static struct document document_open(const char *content, const char *foot, const char *copy)
{
	struct document document = {.arena = arena_open()};
	char *fo = make_fo(content, foot);

	document.doc = xml_load_memory(fo, strlen(fo), "copies.fo", NULL, document.arena, process.sink);
	if (document.doc && copy)
		fo_keep_copy(document.doc, copy);
	document.tree = document.doc ? fo_build(document.doc, document.arena, process.sink) : NULL;
	assert_non_null(document.tree);
	g_free(fo);
	return document;
}

static void document_close(struct document *document)
{
	assert_int_equal(diag_count(process.sink, DIAG_ERROR), 0);
	xmlFreeDoc(document->doc);
	arena_close(document->arena);
}

static const struct area_tree *lay_out(const struct document *document, const struct layout_copies *copies,
									   const struct area_sink *pages)
{
	const struct area_tree *areas = page_lay_out(document->tree, copies, process.text, NULL, document->arena, pages,
												 process.sink);

	assert_non_null(areas);
	return areas;
}

/* Fills the orders' bytes; gives whether the copies can be laid out together. */
static bool write_together(const struct document *document, struct pdf_order orders[COPIES])
{
	struct pdf_writer *writer = pdf_begin(process.pdf, orders, COPIES);
	struct area_sink pages = pdf_pages_of_all(writer);
	const struct area_tree *areas = lay_out(document, &(struct layout_copies){names, COPIES}, &pages);

	for (unsigned i = 0; i < COPIES; i++)
		orders[i].tree = areas;
	assert_int_equal(pdf_end(writer, !areas->copies_differ), !areas->copies_differ);
	return !areas->copies_differ;
}

static void write_one_by_one(const char *content, const char *foot, struct pdf_order orders[COPIES])
{
	struct pdf_writer *writer = pdf_begin(process.pdf, orders, COPIES);
	struct document documents[COPIES];

	for (unsigned i = 0; i < COPIES; i++) {
		struct area_sink pages = pdf_pages(writer, i);

		documents[i] = document_open(content, foot, names[i]);
		orders[i].tree = lay_out(&documents[i], NULL, &pages);
		assert_false(orders[i].tree->copies_differ);
	}
	assert_true(pdf_end(writer, true));
	for (unsigned i = 0; i < COPIES; i++)
		document_close(&documents[i]);
}

static void open_orders(struct pdf_order orders[COPIES])
{
	for (unsigned i = 0; i < COPIES; i++)
		orders[i] = (struct pdf_order){.profile = PDF_A2A_UA1, .sink = process.sink};
}

static void assert_same_files(const char *content, const char *foot)
{
	struct document document = document_open(content, foot, NULL);
	struct pdf_order together[COPIES], apart[COPIES];

	open_orders(together);
	open_orders(apart);
	assert_true(write_together(&document, together));
	write_one_by_one(content, foot, apart);
	for (unsigned i = 0; i < COPIES; i++) {
		assert_int_equal(together[i].bytes.size, apart[i].bytes.size);
		assert_memory_equal(together[i].bytes.data, apart[i].bytes.data, apart[i].bytes.size);
	}
	assert_true(together[0].bytes.size != together[1].bytes.size ||
				memcmp(together[0].bytes.data, together[1].bytes.data, together[0].bytes.size) != 0);
	for (unsigned i = 0; i < COPIES; i++) {
		free(together[i].bytes.data);
		free(apart[i].bytes.data);
	}
	document_close(&document);
}

static void assert_differ(const char *content)
{
	struct document document = document_open(content, "", NULL);
	struct pdf_order orders[COPIES];

	open_orders(orders);
	assert_false(write_together(&document, orders));
	for (unsigned i = 0; i < COPIES; i++)
		assert_null(orders[i].bytes.data);
	document_close(&document);
}

/* ---- the cases ---- */

#define IN(copy, text) "<fo:inline gw:copy='" copy "'>" text "</fo:inline>"
#define MARKS          IN("1", "第一份（甲执）") IN("2", "第二份（某某局执）") IN("3", "第三份")

static void copies_that_differ_in_a_line_are_the_same_together(void **state)
{
	(void)state;
	assert_same_files("<fo:block>" MARKS "</fo:block>", "");
	assert_same_files("<fo:block text-align-last='justify'>编号：01<fo:leader/>" MARKS "</fo:block>", "");
	assert_same_files("<fo:block text-align='center'>" MARKS "</fo:block>", "");
	assert_same_files("<fo:block text-align='end' border='1pt solid black'><fo:inline text-decoration='underline'>" MARKS
					  "</fo:inline></fo:block>",
					  "");
	assert_same_files("<fo:block><fo:wrapper gw:copy='2'>只在第二份</fo:wrapper>都有</fo:block>", "");
	assert_same_files("<fo:block language='en'>all <fo:inline language='zh'>都</fo:inline>" MARKS "</fo:block>", "");
	assert_same_files("<fo:table table-layout='fixed' width='100%'><fo:table-body><fo:table-row><fo:table-cell><fo:block>" MARKS
					  "</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
					  "");
	assert_same_files("<fo:block>都有<fo:leader leader-pattern='use-content' leader-length='30mm'>" IN("1", "甲") IN("2", "乙")
						  IN("3", "丙") "</fo:leader></fo:block>",
					  "");
}

static void the_same_on_every_page(void **state)
{
	(void)state;
	assert_same_files("", MARKS "，第<fo:page-number/>页");
	/* a page of one copy that looks like a later page of the copies before it */
	assert_same_files("<fo:block break-before='page'>" IN("1", "甲") IN("2", "乙")
						  IN("3", "甲") "</fo:block>"
										"<fo:block break-before='page'>" IN("1", "乙") IN("2", "甲")
											IN("3", "乙") "</fo:block>"
														  "<fo:block break-before='page'>后</fo:block>",
					  "");
}

static void passes_for_citations_do_not_matter(void **state)
{
	(void)state;
	assert_same_files("<fo:block>见第<fo:page-number-citation ref-id='b29'/>页</fo:block><fo:block>" MARKS "</fo:block>", "");
}

static void other_differences_are_told(void **state)
{
	(void)state;
	/* another number of lines, higher lines, a line more */
	assert_differ("<fo:block>" IN("1", "甲")
					  IN("2", "第二份由某某市人民政府法制局和某某市监察局以及某某市财政局的有关人员共同执有"
							  "并保存到下一年度结束") "</fo:block>");
	assert_differ("<fo:block>都有<fo:inline gw:copy='2' font-size='30pt'>大</fo:inline></fo:block>");
	assert_differ("<fo:block>" IN("3", "丙") "</fo:block>");
	/* what the document as a whole knows of: ids, notes, structure */
	assert_differ("<fo:block>都有<fo:inline gw:copy='1' id='x'>甲</fo:inline></fo:block>");
	assert_differ("<fo:block>都有<fo:inline gw:copy='1'><fo:basic-link internal-destination='b3'>甲</fo:basic-link></fo:inline>"
				  "</fo:block>");
	assert_differ("<fo:block>都有<fo:inline gw:copy='1'><fo:footnote><fo:inline>*</fo:inline><fo:footnote-body><fo:block>注"
				  "</fo:block></fo:footnote-body></fo:footnote></fo:inline></fo:block>");
	assert_differ("<fo:block>都有<fo:inline gw:copy='1' language='en'>A</fo:inline></fo:block>");
	assert_differ(
		"<fo:block>都有<fo:footnote><fo:inline>*</fo:inline><fo:footnote-body><fo:block>注</fo:block></fo:footnote-body>"
		"</fo:footnote>" MARKS "</fo:block>");
	/* columns as wide as their content */
	assert_differ(
		"<fo:table table-layout='auto'><fo:table-body><fo:table-row><fo:table-cell><fo:block>" MARKS
		"</fo:block></fo:table-cell><fo:table-cell><fo:block>二</fo:block></fo:table-cell></fo:table-row></fo:table-body>"
		"</fo:table>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(copies_that_differ_in_a_line_are_the_same_together),
		cmocka_unit_test(the_same_on_every_page),
		cmocka_unit_test(passes_for_citations_do_not_matter),
		cmocka_unit_test(other_differences_are_told),
	};
	return cmocka_run_group_tests_name("copies", tests, open_process, close_process);
}
