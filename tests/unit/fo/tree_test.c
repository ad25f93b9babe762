/* From FO XML to a typed tree: kinds, places, ids, description, and all that is refused: src/fo/tree.c, src/fo/dump.c. */
#include "support/fo_sample.h"

/* Kinds below the node, in order: "block(#text inline(#text))". */
static char *kinds(const struct fo_node *node)
{
	GString *text = g_string_new(node->kind == FO_TEXT ? "#text" : fo_elements[node->kind].name);
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		char *below = kinds(child);
		assert_ptr_equal(child->parent, node);
		g_string_append_printf(text, "%s%s", child == node->first_child ? "(" : " ", below);
		g_free(below);
	}
	return g_string_free(g_string_append(text, node->first_child ? ")" : ""), FALSE);
}

static void assert_kinds(const char *id, const char *expected)
{
	char *found = kinds(sample_node(id));
	assert_string_equal(found, expected);
	g_free(found);
}

/* What is said of this content of a flow. */
static const char *said_of(const char *content)
{
	sample_flow(content);
	return sample_said();
}

#define assert_said(content, expected) assert_string_equal(said_of(content), expected)

/* ---- what is built ---- */

static void test_nodes_in_order(void **state)
{
	(void)state;
	sample_flow("<fo:block id='b'>甲<fo:inline>乙</fo:inline>丙<fo:page-number/></fo:block>");
	assert_kinds("b", "block(#text inline(#text) #text page-number)");
	assert_string_equal(sample_node("b")->first_child->text, "甲");
	assert_int_equal(sample_node("b")->first_child->text_size, strlen("甲"));
	assert_int_equal(sample.tree->root->kind, FO_ROOT);
	assert_null(sample.tree->root->parent);
	assert_int_equal(sample.tree->layout_master_set->kind, FO_LAYOUT_MASTER_SET);
}

static void test_white_space_between_objects_is_nothing(void **state)
{
	(void)state;
	sample_flow("<fo:table id='t'>\n <fo:table-body>\n<fo:table-row> <fo:table-cell>\t<fo:block/> </fo:table-cell></fo:table-row>"
				"</fo:table-body></fo:table>");
	assert_string_equal(sample_said(), "");
	assert_kinds("t", "table(table-body(table-row(table-cell(block))))");
}

static void test_cdata_and_character_are_text(void **state)
{
	(void)state;
	sample_flow("<fo:block id='b'><![CDATA[<甲>]]><fo:character id='c' character='乙'/></fo:block>");
	assert_string_equal(sample_node("b")->first_child->text, "<甲>");
	assert_kinds("c", "character(#text)");
	assert_string_equal(sample_node("c")->first_child->text, "乙");
}

static void test_comments_and_other_namespaces_are_ignored(void **state)
{
	(void)state;
	sample_flow("<fo:block id='b' xmlns:x='urn:x' x:color='nonsense'>甲<!-- --><x:y>no</x:y><?pi?>乙</fo:block>");
	assert_string_equal(sample_said(), "G303:2"); /* its text is not on the page */
	assert_kinds("b", "block(#text #text)");
}

static void test_masters_are_found_by_name(void **state)
{
	(void)state;
	sample_flow("<fo:block/>");
	assert_int_equal(fo_find_master(sample.tree, "m")->kind, FO_SIMPLE_PAGE_MASTER);
	assert_null(fo_find_master(sample.tree, "n"));
}

#define SEQUENCE "<fo:page-sequence master-reference='m'><fo:flow flow-name='f'><fo:block/></fo:flow></fo:page-sequence>"

static void test_description(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS
				"<fo:declarations><gw:info title='责任书' author='市政府' date='2005-03-31' subject=''/>"
				"</fo:declarations>" SEQUENCE "</fo:root>");
	assert_string_equal(sample_said(), "");
	assert_string_equal(sample.tree->info.title, "责任书");
	assert_string_equal(sample.tree->info.author, "市政府");
	assert_string_equal(sample.tree->info.date, "2005-03-31");
	assert_null(sample.tree->info.subject);
	assert_null(sample.tree->info.kind);
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS
				"<fo:declarations><gw:info date='2005-02-29' duplex='both'/></fo:declarations>" SEQUENCE "</fo:root>");
	assert_string_equal(sample_said(), "G403:1 G403:1");
	assert_null(sample.tree->info.duplex);
}

#define TITLED(title)                                                                                                            \
	"<fo:page-sequence master-reference='m'><fo:title>" title                                                                    \
	"</fo:title><fo:flow flow-name='f'><fo:block/></fo:flow></fo:page-sequence>"

/* 6.4.20: the first one, the words of its inlines, too, where the description has none. */
static void test_title_of_a_sequence(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS TITLED("") TITLED("责任<fo:inline>书</fo:inline>") TITLED("方案") "</fo:root>");
	assert_string_equal(sample.tree->info.title, "责任书");
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS
				"<fo:declarations><gw:info title='总表'/></fo:declarations>" TITLED("方案") "</fo:root>");
	assert_string_equal(sample.tree->info.title, "总表");
}

static const char *said_of_variants(const char *least)
{
	char *xml = g_strdup_printf(SAMPLE_ROOT SAMPLE_MASTERS "<fo:declarations><gw:variants names='-5 -10' least-last-page='%s'/>"
														   "</fo:declarations>" SEQUENCE "</fo:root>",
								least);

	sample_read(xml);
	g_free(xml);
	return sample_said();
}

static void test_variants(void **state)
{
	static const char *const wrong[] = {"60", "101%", "-1%", "6.5%", "many", "%", "99999999999999999999999%"};

	(void)state;
	assert_string_equal(said_of_variants("60%"), "");
	assert_string_equal(sample.tree->variants, "-5 -10");
	assert_int_equal(sample.tree->least_last_page, 60);
	assert_string_equal(said_of_variants(""), "");
	assert_int_equal(sample.tree->least_last_page, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		assert_non_null(strstr(said_of_variants(wrong[i]), "G403"));
		assert_int_equal(sample.tree->least_last_page, 0);
	}
}

/* ---- places ---- */

static void test_places_of_the_file(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a'>\n  <fo:inline id='b'>字</fo:inline></fo:block>");
	assert_string_equal(sample_node("b")->place.file, "t.fo");
	assert_int_equal(sample_node("a")->place.line, 2);
	assert_int_equal(sample_node("a")->place.col, 1);
	assert_int_equal(sample_node("b")->place.line, 3);
	assert_int_equal(sample_node("b")->place.col, 3);
	assert_int_equal(sample_node("b")->first_child->place.line, 3);
}

static void test_places_of_the_author(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a' gw:place='year.xml:12:5'><fo:inline id='b'>字</fo:inline></fo:block>"
				"<fo:block id='c' gw:place='not a place'/>");
	assert_string_equal(sample_node("a")->place.file, "year.xml");
	assert_int_equal(sample_node("a")->place.line, 12);
	assert_int_equal(sample_node("a")->place.col, 5);
	assert_int_equal(sample_node("a")->first_child->place.line, 2); /* an object of the file has its own place */
	assert_string_equal(sample_node("c")->place.file, "t.fo");
}

/* What a transform made is in no file: it has its parent's place. */
static void test_places_of_what_was_transformed(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a' gw:place='year.xml:12:5'><fo:inline id='b' wrap-option='never'>字</fo:inline></fo:block>");
	xmlNode *root = xmlCopyNode(xmlDocGetRootElement(sample.doc), 1);
	xmlDoc *made = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(made, root);
	diag_close(sample.sink);
	sample.sink = diag_open(DIAG_ENGLISH);
	assert_non_null(fo_build(made, sample.arena, sample.sink));
	assert_int_equal(diag_size(sample.sink), 1);
	assert_string_equal(diag_get(sample.sink, 0)->place.file, "year.xml");
	assert_int_equal(diag_get(sample.sink, 0)->place.line, 12);
	xmlFreeDoc(made);
}

/* A wrong attribute is at its own place, and said at each of its places. */
static void test_places_of_wrong_values(void **state)
{
	(void)state;
	assert_said("<fo:block\n wrap-option='never'/>\n<fo:block wrap-option='never'/>", "G403:3 G403:4");
	assert_int_equal(diag_get(sample.sink, 0)->place.col, 2);
}

/* ---- what is refused ---- */

static void test_no_fo(void **state)
{
	(void)state;
	sample_read("<html/>");
	assert_string_equal(sample_said(), "G301:1");
	assert_null(sample.tree);
	sample_read("<root/>");
	assert_string_equal(sample_said(), "G301:1");
	sample_read("<fo:block xmlns:fo='" FO_NAMESPACE "'/>");
	assert_string_equal(sample_said(), "G301:1");
}

static void test_unknown_objects(void **state)
{
	(void)state;
	assert_said("<fo:blok/>", "G302:2");
	assert_said("<fo:block/>\n<fo:blok><fo:also-unknown/></fo:blok>\n<fo:blok/>", "G302:3 G302:4");
	assert_null(sample.tree);
}

static void test_misplaced_objects(void **state)
{
	(void)state;
	assert_said("<fo:inline/>", "G304:2");
	assert_said("<fo:table-cell><fo:block/></fo:table-cell>", "G304:2");
	assert_said("<fo:list-item/>", "G304:2");
	assert_said("<fo:block><fo:flow/></fo:block>", "G304:2");
	assert_said("<fo:block-container><fo:inline/></fo:block-container>", "G304:2");
	assert_said("<fo:block><fo:page-number><fo:block/></fo:page-number></fo:block>", "G304:2");
	assert_said(
		"<fo:block><fo:footnote><fo:inline/><fo:block/><fo:footnote-body><fo:block/></fo:footnote-body></fo:footnote></fo:block>",
		"G304:2");
	assert_said("<fo:block><fo:leader><fo:block/></fo:leader></fo:block>", "G304:2");
	assert_null(sample.tree);
}

/* A wrapper takes what its parent takes (6.11.2). */
static void test_wrappers(void **state)
{
	(void)state;
	assert_said("<fo:wrapper><fo:block>字</fo:block></fo:wrapper>", "");
	assert_said("<fo:block><fo:wrapper><fo:wrapper>字<fo:inline/></fo:wrapper></fo:wrapper></fo:block>", "");
	assert_said("<fo:wrapper><fo:inline/></fo:wrapper>", "G304:2");
	assert_said("<fo:wrapper>字</fo:wrapper>", "G308:2");
}

/* They stand anywhere below a flow (6.13.2), and are refused by name. */
static void test_change_bars(void **state)
{
	(void)state;
	assert_said("<fo:list-block><fo:change-bar-begin "
				"change-bar-class=\"a\"/><fo:list-item><fo:list-item-label><fo:block/></fo:list-item-label>"
				"<fo:list-item-body><fo:block/></fo:list-item-body></fo:list-item></fo:list-block>",
				"G303:2");
	assert_said("<fo:table><fo:table-body><fo:table-row><fo:change-bar-end "
				"change-bar-class=\"a\"/><fo:table-cell><fo:block/></fo:table-cell>"
				"</fo:table-row></fo:table-body></fo:table>",
				"G303:2");
}

static void test_text_where_none_may_stand(void **state)
{
	(void)state;
	assert_said("字", "G308:1");
	assert_said("<fo:block-container>字</fo:block-container>", "G308:2");
	assert_said("<fo:block><fo:page-number>1</fo:page-number></fo:block>", "G308:2");
	assert_said("<fo:block-container>&#xA0;</fo:block-container>", "G308:2"); /* no white space of XML */
}

#define CELL "<fo:table-cell><fo:block/></fo:table-cell>"

static void test_missing_objects(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS "</fo:root>");
	assert_string_equal(sample_said(), "G305:1");
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS "\n<fo:page-sequence master-reference='m'/></fo:root>");
	assert_string_equal(sample_said(), "G305:2");
	sample_read(SAMPLE_ROOT "<fo:layout-master-set>\n<fo:simple-page-master master-name='m'/></fo:layout-master-set>" SEQUENCE
							"</fo:root>");
	assert_string_equal(sample_said(), "G305:2");
	assert_said("<fo:table/>", "G305:2");
	assert_said("<fo:table><fo:table-body><fo:table-row/></fo:table-body></fo:table>", "G305:2");
	assert_said("<fo:list-block/>", "G305:2");
	assert_said("<fo:list-block><fo:list-item/></fo:list-block>", "G305:2 G305:2");
	assert_said("<fo:block><fo:footnote/></fo:block>", "G305:2 G305:2");
	assert_said("<fo:table><fo:table-body><fo:table-row>" CELL "</fo:table-row></fo:table-body></fo:table>", "");
	assert_said("<fo:table><fo:table-body>" CELL "</fo:table-body></fo:table>", "");
}

static void test_missing_master_set(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SEQUENCE "</fo:root>");
	assert_string_equal(sample_said(), "G305:1 G306:1");
}

/* ---- names and references ---- */

static void test_ids_stand_once(void **state)
{
	(void)state;
	assert_said("<fo:block id='a'/>\n<fo:block id='a'/>\n<fo:block id=''/><fo:block id=''/>", "G311:3");
	assert_said("<fo:block id='a'/><fo:block id='A'/>", "");
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS "<fo:page-sequence master-reference='m' id='a'><fo:flow flow-name='f'>\n"
										   "<fo:block id='a'/>\n<fo:block id='b'/></fo:flow></fo:page-sequence>\n"
										   "<fo:page-sequence master-reference='m' id='b'><fo:flow flow-name='f'>\n"
										   "<fo:block id='a'/></fo:flow></fo:page-sequence></fo:root>");
	assert_string_equal(sample_said(), "G311:2 G311:4 G311:5");
}

static void test_references_to_ids(void **state)
{
	(void)state;
	assert_said("<fo:block><fo:page-number-citation ref-id='z'/></fo:block><fo:block id='z'/>", ""); /* forwards */
	assert_said("<fo:block>\n<fo:page-number-citation ref-id='z'/></fo:block>", "G310:3");
	assert_said("<fo:block>\n<fo:page-number-citation-last ref-id='z'/></fo:block>", "G310:3");
	assert_said("<fo:block><fo:page-number-citation/></fo:block>", "G404:2");
	assert_said("<fo:block><fo:basic-link internal-destination='z'>字</fo:basic-link></fo:block>", "G310:2");
	assert_said("<fo:block><fo:basic-link external-destination='url(z)'>字</fo:basic-link></fo:block>", "");
	assert_said("<fo:block><fo:basic-link>字</fo:basic-link></fo:block>", "G404:2");
}

static void test_bookmarks(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS "<fo:bookmark-tree>\n<fo:bookmark internal-destination='z' id='k'>"
										   "<fo:bookmark-title>题</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>" SEQUENCE
										   "</fo:root>");
	assert_string_equal(sample_said(), "G310:2");
}

/* The masters of a document whose page sequence refers to "m". */
static const char *said_of_masters(const char *masters)
{
	char *xml = g_strdup_printf(SAMPLE_ROOT "<fo:layout-master-set>\n%s</fo:layout-master-set>\n" SEQUENCE "</fo:root>", masters);
	sample_read(xml);
	g_free(xml);
	return sample_said();
}

#define PAGE(name) "<fo:simple-page-master master-name='" name "'><fo:region-body/></fo:simple-page-master>"
#define PAGES(name, to)                                                                                                          \
	"<fo:page-sequence-master master-name='" name "'><fo:repeatable-page-master-reference master-reference='" to                 \
	"'/></fo:page-sequence-master>"

static void test_masters(void **state)
{
	(void)state;
	assert_string_equal(said_of_masters(PAGE("m")), "");
	assert_string_equal(said_of_masters(PAGE("p") PAGES("m", "p")), "");
	assert_string_equal(said_of_masters(PAGE("n")), "G306:3");
	assert_string_equal(said_of_masters(PAGE("m") "\n" PAGE("m")), "G307:3");
	assert_string_equal(said_of_masters(PAGE("m") "\n" PAGES("m", "m")), "G307:3");
	assert_string_equal(said_of_masters(PAGE("p") PAGES("m", "q")), "G306:2");
	assert_string_equal(said_of_masters(PAGE("p") PAGES("m", "m")), "G306:2"); /* its own part: pages without end */
	assert_string_equal(said_of_masters(PAGE("m") "<fo:simple-page-master><fo:region-body/></fo:simple-page-master>"), "G404:2");
	assert_string_equal(said_of_masters(PAGE("m") "<fo:page-sequence-master/>"), "G404:2");
}

static void test_flows_have_names(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS
				"\n<fo:page-sequence master-reference='m'><fo:static-content><fo:block/></fo:static-content>\n"
				"<fo:flow><fo:block/></fo:flow></fo:page-sequence></fo:root>");
	assert_string_equal(sample_said(), "G404:2 G404:3");
}

/* ---- what is not supported, and unknown properties: said once, not refused ---- */

static void test_unsupported_objects(void **state)
{
	(void)state;
	assert_said("<fo:block>甲<fo:change-bar-end/>乙</fo:block>\n<fo:block><fo:change-bar-end/></fo:block>", "G303:2");
	assert_non_null(sample.tree);
	sample_flow("<fo:block id='b'><fo:multi-toggle>字</fo:multi-toggle></fo:block>");
	assert_kinds("b", "block(wrapper(#text))"); /* its content stays */
}

static void test_unknown_and_unsupported_properties(void **state)
{
	(void)state;
	assert_said("<fo:block colour='red'/>\n<fo:block colour='blue'/><fo:block Color='red'/>", "G401:2 G401:3 G401:3");
	assert_said("<fo:block height.minimum='3pt'/>", "G401:2");
	assert_string_equal(diag_get(sample.sink, 0)->text, "unknown property: height.minimum"); /* height there is */
	assert_said("<fo:block border-before-width.length.x='3pt'/>", "G401:2");
	assert_string_equal(diag_get(sample.sink, 0)->text, "unknown property: border-before-width.length.x");
	assert_said("<fo:block spcae-before.optimum='3pt'/>", "G401:2");
	assert_string_equal(diag_get(sample.sink, 0)->text, "unknown property: spcae-before; did you mean space-before?");
	assert_said("<fo:block space-before.optimun='3pt'/>", "G401:2");
	assert_string_equal(diag_get(sample.sink, 0)->text,
						"unknown property: space-before.optimun; did you mean space-before.optimum?");
	assert_said("<fo:block padding-left.lenght='3pt'/>", "G401:2");
	assert_string_equal(diag_get(sample.sink, 0)->text,
						"unknown property: padding-left.lenght; did you mean padding-left.length?");
	assert_said("<fo:block border-separation.inline-progression-directon='3pt'/>", "G401:2");
	assert_string_equal(diag_get(sample.sink, 0)->text,
						"unknown property: border-separation.inline-progression-directon; did you mean "
						"border-separation.inline-progression-direction?");
	assert_said("<fo:block gw:text-fitt='condense'/>", "G401:2");
	assert_said("<fo:block writing-mode='tb-rl'/>\n<fo:block writing-mode='rl-tb'/>", "G402:2");
	assert_said("<fo:block writing-mode='lr-tb'/>", ""); /* what changes nothing needs no support */
	assert_non_null(sample.tree);
}

static void test_all_errors_are_said_at_once(void **state)
{
	(void)state;
	assert_said("<fo:blok/>\n<fo:inline/>\n<fo:block wrap-option='never'/>\n<fo:block><fo:page-number-citation/></fo:block>",
				"G302:2 G304:3 G403:4 G404:5");
}

/* ---- bounds ---- */

/* What templates make may nest deeper than any file. */
static void test_depth_is_bounded(void **state)
{
	(void)state;
	sample_flow("<fo:block id='b'/>");
	xmlNode *node = xmlDocGetRootElement(sample.doc)->last->children->children->next; /* the block, after a line feed */
	assert_string_equal((const char *)node->name, "block");
	xmlUnsetProp(node, BAD_CAST "id");
	for (int i = 0; i < FO_DEPTH_MAX + 100; i++)
		node = xmlNewChild(node, node->ns, BAD_CAST "block", NULL);
	assert_null(fo_build(sample.doc, sample.arena, sample.sink));
	assert_string_equal(sample_said(), "G309:2");
}

/* What is cut off is not said to be missing. */
static void test_cut_off(void **state)
{
	static const char *const names[] = {"table", "table-body", "table-row", "table-cell"};
	(void)state;
	sample_flow("<fo:block/>");
	xmlNode *node = xmlDocGetRootElement(sample.doc)->last->children; /* the flow */
	for (unsigned i = 0; i < 400; i++)
		node = xmlNewChild(node, node->ns, BAD_CAST names[i % G_N_ELEMENTS(names)], NULL);
	assert_null(fo_build(sample.doc, sample.arena, sample.sink));
	assert_string_equal(sample_said(), "G309:1");
}

static void test_many_attributes_and_values(void **state)
{
	char *value = g_strnfill(100000, 'x');
	char *attributes = g_strdup_printf("role='%s' font-family='%s'", value, value);
	(void)state;
	assert_int_equal(strlen(sample_block(attributes)->role), 100000);
	g_free(attributes);
	attributes = g_strdup_printf("%.1000s='1pt'", value);
	assert_string_equal(sample_verdict(attributes), "G401:2");
	g_free(attributes);
	g_free(value);
}

/* ---- the dump ---- */

static void test_dump(void **state)
{
	(void)state;
	sample_flow(
		"<fo:block id='b' text-align='center' space-before='6pt' border-top='solid' keep-with-next='always' line-height='20pt'"
		" color='red' orphans='3'>字<fo:inline font-size='50%'/></fo:block>");
	char *dump = fo_dump(sample.tree);
	const char *block = strstr(dump, "fo:block id=b @t.fo:2:1");
	assert_non_null(block);
	const char *const parts[] = {" text-align=center",
								 " space-before=6.000pt",
								 " border-before-style=solid",
								 " color=#ff0000ff",
								 " line-height=20.000pt",
								 " orphans=3",
								 " keep-with-next=always/always/always",
								 "\"字\"\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (!strstr(block, parts[i]))
			fail_msg("%s is not in %s", parts[i], block);
	assert_null(strstr(dump, "widows"));
	assert_non_null(strstr(block, "fo:inline @t.fo:2:"));
	assert_non_null(strstr(block, " font-size=6.000pt"));
	free(dump);
}

/* A plain node shows no property at all. */
static void test_dump_leaves_out_what_is_inherited_or_initial(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a' text-indent='2em'><fo:block id='b'/></fo:block>");
	char *dump = fo_dump(sample.tree);
	const char *line = strstr(dump, "fo:block id=b");
	assert_non_null(line);
	assert_null(memchr(strchr(line, '@'), '=', strcspn(strchr(line, '@'), "\n")));
	free(dump);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nodes_in_order),
		cmocka_unit_test(test_white_space_between_objects_is_nothing),
		cmocka_unit_test(test_cdata_and_character_are_text),
		cmocka_unit_test(test_comments_and_other_namespaces_are_ignored),
		cmocka_unit_test(test_masters_are_found_by_name),
		cmocka_unit_test(test_description),
		cmocka_unit_test(test_title_of_a_sequence),
		cmocka_unit_test(test_variants),
		cmocka_unit_test(test_places_of_the_file),
		cmocka_unit_test(test_places_of_the_author),
		cmocka_unit_test(test_places_of_what_was_transformed),
		cmocka_unit_test(test_places_of_wrong_values),
		cmocka_unit_test(test_no_fo),
		cmocka_unit_test(test_unknown_objects),
		cmocka_unit_test(test_misplaced_objects),
		cmocka_unit_test(test_wrappers),
		cmocka_unit_test(test_change_bars),
		cmocka_unit_test(test_text_where_none_may_stand),
		cmocka_unit_test(test_missing_objects),
		cmocka_unit_test(test_missing_master_set),
		cmocka_unit_test(test_ids_stand_once),
		cmocka_unit_test(test_references_to_ids),
		cmocka_unit_test(test_bookmarks),
		cmocka_unit_test(test_masters),
		cmocka_unit_test(test_flows_have_names),
		cmocka_unit_test(test_unsupported_objects),
		cmocka_unit_test(test_unknown_and_unsupported_properties),
		cmocka_unit_test(test_all_errors_are_said_at_once),
		cmocka_unit_test(test_depth_is_bounded),
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_many_attributes_and_values),
		cmocka_unit_test(test_dump),
		cmocka_unit_test(test_dump_leaves_out_what_is_inherited_or_initial),
	};
	return sample_run(tests);
}
