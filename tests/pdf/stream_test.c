/* Pages given out one by one: in order, each once after the last start, and the same PDF as from a tree that holds them all. */
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

/* ---- a document ---- */

/* Blocks that cite later ones, notes that go on, a list, a table with a head and cells that span rows: what memory holds on to across pages. */
static char *make_fo(unsigned count, bool cites)
{
	GString *out = g_string_new(
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='zh-CN' font-family='GwFangSong' "
		"font-size='12pt'><fo:layout-master-set><fo:simple-page-master master-name='p' page-width='120mm' "
		"page-height='100mm'><fo:region-body margin='10mm'/><fo:region-after extent='8mm'/>"
		"</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='p'>"
		"<fo:static-content flow-name='xsl-region-after'><fo:block><fo:retrieve-marker "
		"retrieve-class-name='m'/></fo:block></fo:static-content>"
		"<fo:flow flow-name='xsl-region-body'><fo:block border='1pt solid black'>");
	for (unsigned i = 0; i < count; i++) {
		g_string_append_printf(out, "<fo:block id='b%u'><fo:marker marker-class-name='m'>第%u段</fo:marker>", i, i);
		for (unsigned k = 0; k < 30 + i % 7 * 20; k++)
			g_string_append(out, "目标责任");
		if (cites)
			g_string_append_printf(out, "<fo:page-number-citation ref-id='b%u'/>", count - 1 - i);
		if (i % 5 == 0)
			g_string_append_printf(
				out,
				"<fo:footnote><fo:inline>*</fo:inline><fo:footnote-body><fo:block>注%u 一二三四五六七八九十"
				"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十</fo:block></fo:footnote-body></fo:footnote>",
				i);
		g_string_append(out, "</fo:block>");
	}
	g_string_append(out,
					"</fo:block><fo:table border-collapse='collapse'><fo:table-header><fo:table-row><fo:table-cell><fo:block>甲"
					"</fo:block></fo:table-cell><fo:table-cell><fo:block>乙</fo:block></fo:table-cell></fo:table-row>"
					"</fo:table-header><fo:table-body>");
	for (unsigned i = 0; i < count; i++)
		g_string_append_printf(
			out,
			"<fo:table-row><fo:table-cell border='1pt solid black' number-rows-spanned='2'><fo:block>%u 年度目标</fo:block>"
			"<fo:block>二</fo:block><fo:block>三</fo:block></fo:table-cell><fo:table-cell border='1pt solid "
			"black'><fo:block>一</fo:block>"
			"</fo:table-cell></fo:table-row><fo:table-row><fo:table-cell border='1pt solid "
			"black'><fo:block>二</fo:block></fo:table-cell>"
			"</fo:table-row>",
			i);
	g_string_append(out, "</fo:table-body></fo:table></fo:flow></fo:page-sequence></fo:root>");
	return g_string_free(out, FALSE);
}

struct sample {
	struct arena *arena;
	struct diag_sink *sink;
	struct text_engine *text;
	struct pdf_engine *pdf;
	xmlDoc *doc;
	const struct fo_tree *tree;
};

static void sample_open(struct sample *sample, unsigned count, bool cites)
{
	const struct text_options options = {.config = "fonts/fonts.xml"};
	char *fo = make_fo(count, cites);

	xml_init();
	*sample = (struct sample){.arena = arena_open(), .sink = diag_open(DIAG_ENGLISH)};
	sample->text = text_open(&options, sample->sink);
	sample->pdf = pdf_open("fonts/sRGB.icc", sample->sink);
	sample->doc = xml_load_memory(fo, strlen(fo), "sample.fo", NULL, sample->arena, sample->sink);
	sample->tree = sample->doc ? fo_build(sample->doc, sample->arena, sample->sink) : NULL;
	assert_non_null(sample->tree);
	g_free(fo);
}

static void sample_close(struct sample *sample)
{
	assert_int_equal(diag_count(sample->sink, DIAG_ERROR), 0);
	xmlFreeDoc(sample->doc);
	pdf_close(sample->pdf);
	text_close(sample->text);
	diag_close(sample->sink);
	arena_close(sample->arena);
}

/* ---- order ---- */

struct listing {
	unsigned count, starts;
};

static void list_page(void *data, const struct area_page *page)
{
	struct listing *listing = data;
	char label[16];

	assert_int_equal(page->index, listing->count++);
	assert_int_equal(page->number, listing->count);
	snprintf(label, sizeof label, "%u", listing->count);
	assert_string_equal(page->label, label);
	assert_non_null(page->first_area);
	assert_null(page->next);
}

static void list_again(void *data)
{
	struct listing *listing = data;

	listing->count = 0;
	listing->starts++;
}

static struct listing list_pages(unsigned count, bool cites, unsigned *page_count)
{
	struct listing listing = {0};
	struct area_sink pages = {&listing, list_page, list_again};
	struct sample sample;
	const struct area_tree *tree;

	sample_open(&sample, count, cites);
	tree = page_lay_out(sample.tree, NULL, sample.text, NULL, sample.arena, &pages, sample.sink);
	assert_non_null(tree);
	assert_null(tree->first_page);
	*page_count = tree->page_count;
	sample_close(&sample);
	return listing;
}

static void test_pages_come_in_order(void **state)
{
	unsigned page_count;
	struct listing listing = list_pages(20, false, &page_count);

	(void)state;
	assert_true(listing.count > 10);
	assert_int_equal(listing.count, page_count);
	assert_int_equal(listing.starts, 0);
}

/* What cites later pages is right only in a second pass. */
static void test_pages_come_again_when_references_move(void **state)
{
	unsigned page_count;
	struct listing listing = list_pages(20, true, &page_count);

	(void)state;
	assert_int_equal(listing.count, page_count);
	assert_true(listing.starts >= 1);
}

/* ---- the same bytes ---- */

static struct bytes write_streamed(struct sample *sample)
{
	struct pdf_order order = {.profile = PDF_A2A_UA1, .sink = sample->sink};
	struct pdf_writer *writer = pdf_begin(sample->pdf, &order, 1);
	struct area_sink pages = pdf_pages(writer, 0);

	order.tree = page_lay_out(sample->tree, NULL, sample->text, NULL, sample->arena, &pages, sample->sink);
	assert_non_null(order.tree);
	assert_true(pdf_end(writer, true));
	return order.bytes;
}

static void compare(unsigned count, bool cites)
{
	struct sample sample;
	struct bytes streamed, collected;
	const struct area_tree *tree;

	sample_open(&sample, count, cites);
	tree = page_lay_out_tree(sample.tree, sample.text, NULL, sample.arena, sample.sink);
	assert_non_null(tree);
	assert_true(pdf_write(sample.pdf, tree, &collected, sample.sink));
	streamed = write_streamed(&sample);
	assert_int_equal(streamed.size, collected.size);
	assert_memory_equal(streamed.data, collected.data, streamed.size);
	free(streamed.data);
	free(collected.data);
	sample_close(&sample);
}

static void test_streamed_is_collected(void **state)
{
	(void)state;
	compare(3, false);
	compare(120, true);
}

/* Dropped: nothing is written, nothing is left. */
static void test_writer_may_be_dropped(void **state)
{
	struct sample sample;
	struct pdf_order order = {.profile = PDF_A2A_UA1};
	struct pdf_writer *writer;
	struct area_sink pages;

	(void)state;
	sample_open(&sample, 3, false);
	order.sink = sample.sink;
	writer = pdf_begin(sample.pdf, &order, 1);
	pages = pdf_pages(writer, 0);
	assert_non_null(page_lay_out(sample.tree, NULL, sample.text, NULL, sample.arena, &pages, sample.sink));
	assert_false(pdf_end(writer, false));
	assert_null(order.bytes.data);
	sample_close(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages_come_in_order),
		cmocka_unit_test(test_pages_come_again_when_references_move),
		cmocka_unit_test(test_streamed_is_collected),
		cmocka_unit_test(test_writer_may_be_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
