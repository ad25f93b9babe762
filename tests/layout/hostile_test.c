/* Bad input to tree and layout: every object in every place, objects left out and doubled, deep nesting, circles. Each is set or refused with
 * an error at a place, in bounded time. Values of properties: hostile_values_test.c. */
#include <libxml/parserInternals.h>

#include "support/hostile.h"

static void test_the_document_is_good(void **state)
{
	(void)state;
	char *xml = hostile_fill(hostile_document, UINT_MAX, "");
	bool set = hostile_try(xml, "the document");
	g_free(xml);
	if (!set)
		fail_msg("%s", diag_get(hostile.sink, diag_size(hostile.sink) - 1)->text);
}

/* ---- objects ---- */

static void test_every_object_everywhere(void **state)
{
	(void)state;
	unsigned slots = hostile_slots();
	for (unsigned slot = 0; slot < slots; slot++)
		for (unsigned kind = FO_TEXT + 1 + slot % SPARING; kind < FO_KIND_COUNT; kind += SPARING) {
			char *element = g_strdup_printf("<fo:%s>字<fo:block/></fo:%s>", fo_elements[kind].name, fo_elements[kind].name);
			char *bare = g_strdup_printf("<fo:%s/>", fo_elements[kind].name);
			char *xml = hostile_fill(hostile_document, slot, element), *empty = hostile_fill(hostile_document, slot, bare);
			hostile_try(xml, "fo:%s at slot %u", fo_elements[kind].name, slot);
			hostile_try(empty, "empty fo:%s at slot %u", fo_elements[kind].name, slot);
			g_free(element);
			g_free(bare);
			g_free(xml);
			g_free(empty);
		}
	assert_true(hostile.set > 100);
}

static void test_text_everywhere(void **state)
{
	(void)state;
	for (unsigned slot = 0; slot < hostile_slots(); slot++) {
		char *xml = hostile_fill(hostile_document, slot, "文字&#x200B;&#xFEFF;&#x202E;text&#x301;&#xA0;");
		hostile_try(xml, "text at slot %u", slot);
		g_free(xml);
	}
}

enum harm { HARM_LEAVE_OUT, HARM_EMPTY, HARM_DOUBLE, HARM_BARE };

static xmlNode *element_number(xmlNode *node, int *number)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if ((*number)-- == 0)
			return node;
		xmlNode *found = element_number(node->children, number);
		if (found)
			return found;
	}
	return NULL;
}

static void do_harm(xmlNode *element, enum harm harm)
{
	if (harm == HARM_DOUBLE)
		xmlAddNextSibling(element, xmlCopyNode(element, 1));
	while (harm == HARM_BARE && element->properties)
		xmlRemoveProp(element->properties);
	while (harm == HARM_EMPTY && element->children) {
		xmlNode *child = element->children;
		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
	if (harm == HARM_LEAVE_OUT) {
		xmlUnlinkNode(element);
		xmlFreeNode(element);
	}
}

/* The document with its n-th element harmed; false: there is no such element. */
static bool try_harm(int n, enum harm harm)
{
	char *whole = hostile_fill(hostile_document, UINT_MAX, "");
	xmlDoc *doc = xmlReadMemory(whole, (int)strlen(whole), "t.fo", NULL, XML_PARSE_NONET);
	g_free(whole);
	int number = n;
	xmlNode *element = element_number(xmlDocGetRootElement(doc)->children, &number);
	if (element) {
		char *name = g_strdup((const char *)element->name);
		do_harm(element, harm);
		xmlChar *text;
		int size;
		xmlDocDumpMemoryEnc(doc, &text, &size, "UTF-8");
		hostile_try((const char *)text, "harm %d to element %d, %s", (int)harm, n, name);
		xmlFree(text);
		g_free(name);
	}
	xmlFreeDoc(doc);
	return element != NULL;
}

static void test_objects_left_out_emptied_doubled_bare(void **state)
{
	(void)state;
	int count = 0;
	for (int n = 0; try_harm(n, HARM_LEAVE_OUT); n++, count++)
		for (int harm = HARM_EMPTY; harm <= HARM_BARE; harm++)
			try_harm(n, (enum harm)harm);
	assert_true(count > 50);
}

/* ---- nesting and circles ---- */

static void try_nested(const char *open, const char *inner, const char *close, int depth)
{
	GString *content = g_string_new("");
	for (int i = 0; i < depth; i++)
		g_string_append(content, open);
	g_string_append(content, inner);
	for (int i = 0; i < depth; i++)
		g_string_append(content, close);
	char *xml = g_strdup_printf("<fo:root xmlns:fo='" FO_NAMESPACE "' font-family='仿宋' >\n<fo:layout-master-set>"
								"<fo:simple-page-master master-name='m'><fo:region-body/></fo:simple-page-master>"
								"</fo:layout-master-set><fo:page-sequence master-reference='m'>"
								"<fo:flow flow-name='xsl-region-body'>%s</fo:flow></fo:page-sequence></fo:root>",
								content->str);
	hostile_try(xml, "%d times %.100s", depth, open);
	g_free(xml);
	g_string_free(content, TRUE);
}

static void test_deep_nesting(void **state)
{
	(void)state;
	static const struct {
		const char *open, *inner, *close;
	} shapes[] = {
		{"<fo:block margin='1pt' border='1pt solid'>", "字", "</fo:block>"},
		{"<fo:block-container height='90%' reference-orientation='90'>", "<fo:block>字</fo:block>", "</fo:block-container>"},
		{"<fo:wrapper>", "<fo:block>字</fo:block>", "</fo:wrapper>"},
		{"<fo:block><fo:inline font-size='110%'>", "字", "</fo:inline></fo:block>"},
		{"<fo:block><fo:inline-container>", "<fo:block>字</fo:block>", "</fo:inline-container></fo:block>"},
		{"<fo:block>字<fo:footnote><fo:inline>注</fo:inline><fo:footnote-body>", "<fo:block>字</fo:block>",
		 "</fo:footnote-body></fo:footnote></fo:block>"},
		{"<fo:list-block><fo:list-item><fo:list-item-label><fo:block/></fo:list-item-label><fo:list-item-body "
		 "start-indent='body-start()'>",
		 "<fo:block>字</fo:block>", "</fo:list-item-body></fo:list-item></fo:list-block>"},
		{"<fo:table table-layout='fixed'><fo:table-body><fo:table-row><fo:table-cell border='1pt solid'>",
		 "<fo:block>字</fo:block>", "</fo:table-cell></fo:table-row></fo:table-body></fo:table>"},
		{"<fo:block><fo:leader leader-pattern='use-content' leader-length='99pt'>", "字", "</fo:leader></fo:block>"},
		{"<fo:block relative-position='relative' left='30000pt' bottom='30000pt'><fo:inline relative-position='relative' "
		 "left='30000pt' top='-30000pt'>",
		 "字", "</fo:inline></fo:block>"},
		{"<fo:block keep-together='always' keep-with-next='always' keep-with-previous='always' span='all'>", "字", "</fo:block>"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
		for (int depth = 10; depth <= 10240; depth *= 4)
			try_nested(shapes[i].open, shapes[i].inner, shapes[i].close, depth);
}

/* As deep as gongwen fo allows: set, and refused where it is deeper. */
static void test_ten_thousand_blocks(void **state)
{
	(void)state;
	assert_true(stack_allow((size_t)64 << 20) == (size_t)64 << 20);
	unsigned most = xmlParserMaxDepth;
	xmlParserMaxDepth = 20000;
	try_nested("<fo:block>", "字", "</fo:block>", 10000);
	assert_int_equal(diag_size(hostile.sink), 0);
	try_nested("<fo:block>字", "", "</fo:block>", 10000);
	assert_int_equal(diag_size(hostile.sink), 0);
	try_nested("<fo:block>", "字", "</fo:block>", 10300);
	assert_string_equal(diag_get(hostile.sink, 0)->code, "G309");
	try_nested("<fo:block><fo:inline>", "字", "</fo:inline></fo:block>", 300);
	assert_string_equal(diag_get(hostile.sink, 0)->code, "G309");
	xmlParserMaxDepth = most;
}

/* Each of a thousand rows has a cell too far out: said once a table. */
static void test_too_many_columns(void **state)
{
	(void)state;
	GString *rows = g_string_new("");
	for (int i = 0; i < 1000; i++)
		g_string_append(rows, "<fo:table-row><fo:table-cell column-number='1001'><fo:block/></fo:table-cell></fo:table-row>");
	try_nested("<fo:table table-layout='fixed' width='9pt'><fo:table-body>", rows->str, "</fo:table-body></fo:table>", 1);
	unsigned said = 0;
	for (unsigned i = 0; i < diag_size(hostile.sink); i++)
		said += strcmp(diag_get(hostile.sink, i)->code, "G104") == 0;
	assert_int_equal(said, 1);
	g_string_free(rows, TRUE);
}

/* A line longer than lengths can say: it is wider than its place, and said to be. */
static void test_endless_word(void **state)
{
	(void)state;
	char *word = g_strnfill(50000, 'a');
	try_nested("<fo:block font-family='Helvetica' language='en' font-size='100pt'>", word, "</fo:block>", 1);
	assert_string_equal(diag_get(hostile.sink, 0)->code, "G601");
	g_free(word);
}

/* What runs over pages of two widths by turns is not set to its end on each of them: this would take hours. */
static void test_measures_by_turns(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"<fo:list-block><fo:list-item><fo:list-item-label><fo:block>1</fo:block></fo:list-item-label>"
		"<fo:list-item-body start-indent='9pt'>%s</fo:list-item-body></fo:list-item></fo:list-block>",
		"<fo:table "
		"table-layout='fixed'><fo:table-body><fo:table-row><fo:table-cell>%s</fo:table-cell></fo:table-row></fo:table-body></"
		"fo:table>",
		"<fo:table table-layout='fixed'><fo:table-body><fo:table-row><fo:table-cell><fo:table "
		"table-layout='fixed'><fo:table-body><fo:table-row><fo:table-cell>%s"
		"</fo:table-cell></fo:table-row></fo:table-body></fo:table></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	};
	GString *blocks = g_string_new("");
	for (int i = 0; i < 20000; i++)
		g_string_append(blocks, "<fo:block>text</fo:block>");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		char **parts = g_strsplit(rows[i], "%s", 2);
		char *xml = g_strconcat(
			"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-size='10pt' line-height='12pt'><fo:layout-master-set>"
			"<fo:simple-page-master master-name='a' page-width='100pt' "
			"page-height='120pt'><fo:region-body/></fo:simple-page-master>"
			"<fo:simple-page-master master-name='b' page-width='200pt' "
			"page-height='120pt'><fo:region-body/></fo:simple-page-master>"
			"<fo:page-sequence-master master-name='m'><fo:repeatable-page-master-alternatives>"
			"<fo:conditional-page-master-reference odd-or-even='odd' master-reference='a'/>"
			"<fo:conditional-page-master-reference odd-or-even='even' master-reference='b'/>"
			"</fo:repeatable-page-master-alternatives></fo:page-sequence-master></fo:layout-master-set>"
			"<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>",
			parts[0], blocks->str, parts[1], "</fo:flow></fo:page-sequence></fo:root>", NULL);
		assert_true(hostile_try(xml, "measures by turns: %s", rows[i]));
		g_free(xml);
		g_strfreev(parts);
	}
	g_string_free(blocks, TRUE);
}

static void test_circles(void **state)
{
	(void)state;
	static const char *const contents[] = {
		"<fo:block><fo:marker marker-class-name='c'><fo:retrieve-marker retrieve-class-name='c'/></fo:marker></fo:block>",
		"<fo:block id='i'><fo:basic-link internal-destination='i'><fo:basic-link internal-destination='i'>字</fo:basic-link>"
		"</fo:basic-link></fo:block>",
		"<fo:block id='i'/><fo:block id='i'/>",
		"<fo:block width='from-parent(width) + from-parent(height)' font-size='from-parent(font-size) * 2'>字</fo:block>",
		"<fo:block font-size='1em'><fo:inline font-size='inherit'>字</fo:inline></fo:block>",
		"<fo:table><fo:table-column column-width='from-table-column(column-width)'/><fo:table-body><fo:table-cell "
		"column-number='from-table-column(column-number)'><fo:block/></fo:table-cell></fo:table-body></fo:table>",
		"<fo:table table-layout='fixed'><fo:table-body><fo:table-cell number-columns-spanned='1000000' "
		"number-rows-spanned='1000000'><fo:block/>"
		"</fo:table-cell></fo:table-body></fo:table>",
		"<fo:table><fo:table-column number-columns-repeated='1000000000'/><fo:table-body><fo:table-cell><fo:block/>"
		"</fo:table-cell></fo:table-body></fo:table>",
		"<fo:table table-layout='fixed'><fo:table-body><fo:table-cell "
		"column-number='2000000000'><fo:block/></fo:table-cell></fo:table-body></fo:table>",
		"<fo:block orphans='1000000' widows='1000000'>字<fo:block/>字</fo:block>",
		"<fo:block><fo:leader leader-length='1000000pt' leader-pattern='dots' leader-pattern-width='0.001pt'/></fo:block>",
		"<fo:block><fo:leader leader-length='1000000pt' leader-pattern='use-content'>.</fo:leader></fo:block>",
		"<fo:block font-size='0pt'>字字字</fo:block><fo:block line-height='0pt'>字字字</fo:block>",
		"<fo:block start-indent='10000pt' end-indent='10000pt'>字字字</fo:block>",
		"<fo:block><fo:external-graphic src='url(data:image/png;base64,AAAA)'/></fo:block>",
		"<fo:block><fo:external-graphic src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAIAAAAAAAAA'/></fo:block>",
		"<fo:block><fo:external-graphic src='data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ=='/></fo:block>",
		"<fo:block><fo:external-graphic src='data:,x' content-width='1000000pt' content-height='0pt'/></fo:block>",
		"<fo:block background-image='none.png' background-repeat='repeat'>字</fo:block>",
		"<fo:block><fo:external-graphic src='../../../../etc/passwd'/></fo:block>",
		"<fo:block><fo:instream-foreign-object><svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' "
		"width='9' height='9'><g id='a'><use x:href='#a'/></g></svg></fo:instream-foreign-object></fo:block>",
		"<fo:block><fo:instream-foreign-object><svg xmlns='http://www.w3.org/2000/svg' width='1e30' height='-5' viewBox='0 0 0 "
		"0'/>"
		"</fo:instream-foreign-object></fo:block>",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(contents); i++)
		try_nested("", contents[i], "", 1);
	for (unsigned slot = 0; slot < hostile_slots(); slot++) { /* masters that name each other */
		char *xml = hostile_fill(hostile_document, slot,
								 "<fo:page-sequence-master master-name='s2'><fo:repeatable-page-master-reference "
								 "master-reference='s'/><fo:single-page-master-reference master-reference='s2'/>"
								 "</fo:page-sequence-master>");
		hostile_try(xml, "circular masters at slot %u", slot);
		g_free(xml);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_document_is_good), cmocka_unit_test(test_every_object_everywhere),
		cmocka_unit_test(test_text_everywhere),      cmocka_unit_test(test_objects_left_out_emptied_doubled_bare),
		cmocka_unit_test(test_deep_nesting),         cmocka_unit_test(test_ten_thousand_blocks),
		cmocka_unit_test(test_too_many_columns),     cmocka_unit_test(test_endless_word),
		cmocka_unit_test(test_measures_by_turns),    cmocka_unit_test(test_circles),
	};
	return hostile_run(tests);
}
