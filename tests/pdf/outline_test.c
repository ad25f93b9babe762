/* The outline of a file without bookmarks is that of its headings: src/pdf/outline.c. */
#include "support/pdf_reader.h"

#include "support/command.h"

#define HEAD                                                                                                                     \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo' xml:lang='zh-CN'><fo:layout-master-set>"    \
	"<fo:simple-page-master master-name='m' page-width='90mm' page-height='90mm'><fo:region-body margin='9mm'/>"                 \
	"</fo:simple-page-master></fo:layout-master-set>"
#define FLOW "<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>"
#define END  "</fo:flow></fo:page-sequence></fo:root>"

/* Each item: its depth in points, title, page. */
static void say_items(PopplerDocument *document, PopplerIndexIter *items, const char *depth, GString *said)
{
	do {
		PopplerAction *action = poppler_index_iter_get_action(items);
		PopplerIndexIter *below = poppler_index_iter_get_child(items);
		char *deeper = g_strconcat(depth, ".", NULL);
		const PopplerDest *dest = action->goto_dest.dest;
		PopplerDest *named = dest->type == POPPLER_DEST_NAMED ? poppler_document_find_dest(document, dest->named_dest) : NULL;

		g_string_append_printf(said, "%s%s %d\n", depth, action->any.title, named ? named->page_num : dest->page_num);
		if (below) {
			say_items(document, below, deeper, said);
			poppler_index_iter_free(below);
		}
		if (named)
			poppler_dest_free(named);
		g_free(deeper);
		poppler_action_free(action);
	} while (poppler_index_iter_next(items));
}

static void check_outline(const char *fo, const char *wanted)
{
	char *path = g_build_filename(scratch, "a.fo", NULL), *pdf = g_build_filename(scratch, "a.pdf", NULL), *data = NULL;
	PopplerDocument *document;
	PopplerIndexIter *items;
	GString *said = g_string_new(NULL);
	gsize size;

	assert_true(g_file_set_contents(path, fo, -1, NULL));
	expect("$GONGWEN fo -q \"$T\"/a.fo && qpdf --check \"$T\"/a.pdf", 0, NULL, NULL);
	assert_true(g_file_get_contents(pdf, &data, &size, NULL));
	document = reader_open(data, size);
	items = poppler_index_iter_new(document);
	if (items) {
		say_items(document, items, "", said);
		poppler_index_iter_free(items);
	}
	assert_string_equal(said->str, wanted);
	g_object_unref(document);
	g_string_free(said, TRUE);
	g_free(data);
	g_free(pdf);
	g_free(path);
}

/* By level, over lines, parts of lines and pages; notes, readings and furniture have no say. */
static void test_headings(void **state)
{
	(void)state;
	check_outline(
		HEAD
		"<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>"
		"<fo:block role='H1'>一、总<fo:inline color='red'>则</fo:inline></fo:block><fo:block>文</fo:block>"
		"<fo:block role='H2' break-before='page'>（一）目的<fo:footnote><fo:inline>①</fo:inline><fo:footnote-body><fo:block>注"
		"</fo:block></fo:footnote-body></fo:footnote></fo:block>"
		"<fo:block role='H3' xml:lang='en'>The quick brown fox jumps over the extraordinary lazy dog</fo:block>"
		"<fo:block role='H1'>二、附则</fo:block>" END,
		"一、总则 1\n.（一）目的 2\n..The quick brown fox jumps over the extraordinary lazy dog 2\n二、附则 2\n");
}

/* A title alone needs none; bookmarks are the author's word. */
static void test_no_outline_of_headings(void **state)
{
	(void)state;
	check_outline(HEAD FLOW "<fo:block role='H1'>一</fo:block><fo:block>文</fo:block>" END, "");
	check_outline(
		HEAD "<fo:bookmark-tree><fo:bookmark internal-destination='b'><fo:bookmark-title>乙</fo:bookmark-title></fo:bookmark>"
			 "</fo:bookmark-tree>" FLOW "<fo:block role='H1'>一</fo:block><fo:block role='H1' id='b'>二</fo:block>" END,
		"乙 1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_no_outline_of_headings),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
