/* The places of nodes, in the author's file and as a string: src/xml/place.c, load.c. */
#include "unit/xml/loading.h"

static const char places[] = "<?xml version=\"1.0\"?>\n"
							 "<!-- <x> -->\n"
							 "<year  一='a>b'\n"
							 "\tab = \"'a='\" xml:id=\"i\"\n"
							 "  a=\"1\">文字<![CDATA[<x>]]><b\n"
							 "/>\r\n"
							 "部门<p:c xmlns:p=\"urn:p\" p:a=\"2\" a=\"3\">&lt;&#x20BB7;</p:c><?pi?><d/></year>\n";

static void test_places_of_elements(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places));
	xmlNode *year = root_of(doc), *b = xmlFirstElementChild(year), *c = xmlNextElementSibling(b), *d = xmlNextElementSibling(c);
	assert_place(xml_place(year), "year.xml", 3, 1);
	assert_place(xml_place(b), "year.xml", 5, 26);
	assert_place(xml_place(c), "year.xml", 7, 3);
	assert_place(xml_place(d), "year.xml", 7, 63);
	assert_place(xml_place(year->children), "year.xml", 3, 1); /* text: that of its parent */
	assert_place(xml_place(c->children), "year.xml", 7, 3);
	xmlFreeDoc(doc);
}

static const xmlNode *attribute(xmlNode *element, const char *name, const char *uri)
{
	return (const xmlNode *)xmlHasNsProp(element, BAD_CAST name, BAD_CAST uri);
}

static void test_places_of_attributes(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places));
	xmlNode *year = root_of(doc), *c = xmlNextElementSibling(xmlFirstElementChild(year));
	assert_place(xml_place(attribute(year, "一", NULL)), "year.xml", 3, 8);
	assert_place(xml_place(attribute(year, "ab", NULL)), "year.xml", 4, 2);
	assert_place(xml_place(attribute(year, "id", (const char *)XML_XML_NAMESPACE)), "year.xml", 4, 14);
	assert_place(xml_place(attribute(year, "a", NULL)), "year.xml", 5, 3);
	assert_place(xml_place(attribute(c, "a", "urn:p")), "year.xml", 7, 24);
	assert_place(xml_place(attribute(c, "a", NULL)), "year.xml", 7, 32);
	xmlFreeDoc(doc);
}

/* Elements know where they stood, whichever file they came from; the texts have gone. */
static void test_places_without_texts(void **state)
{
	struct folder *folder = *state;
	GString *long_part = g_string_new("<part>\n  <e/>\n");
	while (long_part->len < 100000)
		g_string_append(long_part, "<!-- 注 -->\n");
	g_string_append(long_part, "  <e a='1'/></part>");
	folder_text(folder, "part.xml", long_part->str);
	const char *path = folder_text(
		folder, "year.xml",
		"<year xmlns:xi='http://www.w3.org/2001/XInclude'>\n文字<b/><xi:include href='part.xml'/><c/></year>");
	struct gate *gate = gate_open(path, (const char *const[]){NULL});
	xmlDoc *doc = xml_load(path, gate, folder->arena, folder->sink);
	assert_silent(folder->sink);
	size_t before = arena_used(folder->arena);
	xml_drop_texts(doc);
	assert_true(before - arena_used(folder->arena) > long_part->len);
	xmlNode *b = xmlFirstElementChild(root_of(doc)), *part = xmlNextElementSibling(b), *c = xmlNextElementSibling(part),
			*last = xmlLastElementChild(part);
	assert_place(xml_place(root_of(doc)), path, 1, 1);
	assert_place(xml_place(b), path, 2, 3);
	assert_place(xml_place(part), folder_path(folder, "part.xml"), 1, 1);
	assert_place(xml_place(xmlFirstElementChild(part)), folder_path(folder, "part.xml"), 2, 3);
	assert_int_equal(xml_place(last).line, xml_place((const xmlNode *)last->properties).line);
	assert_int_equal(xml_place((const xmlNode *)last->properties).col, 3);
	assert_place(xml_place(c), path, 2, 36);
	gate_close(gate);
	xmlFreeDoc(doc);
	g_string_free(long_part, TRUE);
}

/* Columns are counted from the place asked for before, on its line, to either side. */
static void test_places_in_any_order(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places));
	xmlNode *year = root_of(doc), *b = xmlFirstElementChild(year), *c = xmlNextElementSibling(b), *d = xmlNextElementSibling(c);
	assert_place(xml_place(d), "year.xml", 7, 63);
	assert_place(xml_place(attribute(c, "a", NULL)), "year.xml", 7, 32);
	assert_place(xml_place(attribute(c, "a", "urn:p")), "year.xml", 7, 24);
	assert_place(xml_place(b), "year.xml", 5, 26);
	assert_place(xml_place(attribute(year, "a", NULL)), "year.xml", 5, 3);
	assert_place(xml_place(d), "year.xml", 7, 63);
	assert_place(xml_place(c), "year.xml", 7, 3);
	xmlFreeDoc(doc);
}

static void test_places_of_nothing(void **state)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST "made", NULL);
	(void)state;
	xmlDocSetRootElement(doc, node);
	xmlNewProp(node, BAD_CAST "a", BAD_CAST "1");
	assert_null(xml_place(node).file);
	assert_int_equal(xml_place(node).line, 0);
	assert_null(xml_place((xmlNode *)node->properties).file);
	assert_null(xml_place((xmlNode *)doc).file);
	xmlFreeDoc(doc);
}

/* A copy knows the places of the original, and outlives it. */
static void test_places_of_copies(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places)), *copy = xml_copy(doc);
	xmlFreeDoc(doc);
	xmlNode *year = root_of(copy), *c = xmlNextElementSibling(xmlFirstElementChild(year));
	assert_place(xml_place(year), "year.xml", 3, 1);
	assert_place(xml_place(c), "year.xml", 7, 3);
	assert_place(xml_place(c->children), "year.xml", 7, 3);
	assert_place(xml_place(attribute(c, "a", "urn:p")), "year.xml", 7, 24);
	xmlFreeDoc(copy);
}

/* Far into a long file: line and column are as exact. */
static void test_places_in_long_files(void **state)
{
	struct folder *folder = *state;
	GString *text = g_string_new("<year>");
	for (int i = 0; i < 70000; i++)
		g_string_append(text, i % 3 ? "\r\n" : "年\n");
	g_string_append(text, "年年<b c=''/></year>");
	xmlDoc *doc = load_good(folder, text->str, text->len);
	xmlNode *b = xmlFirstElementChild(root_of(doc));
	assert_place(xml_place(b), "year.xml", 70001, 3);
	assert_place(xml_place((xmlNode *)b->properties), "year.xml", 70001, 6);
	xmlFreeDoc(doc);
	g_string_free(text, TRUE);
}

static void test_place_strings(void **state)
{
	struct folder *folder = *state;
	static const struct place good[] = {{"year.xml", 12, 5}, {"年 度:1.xml", 1, 1}, {"C:/a.xml", 3, 99999}, {"/a/b.xml", 7, 0}};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct place place = {0};
		char *text = xml_place_string(folder->arena, good[i]);
		assert_true(xml_place_parse(folder->arena, text, &place));
		assert_place(place, good[i].file, good[i].line, good[i].col);
	}
	assert_string_equal(xml_place_string(folder->arena, good[0]), "year.xml:12:5");
	assert_string_equal(xml_place_string(folder->arena, (struct place){0}), "");
}

static void test_no_place_strings(void **state)
{
	static const char *const bad[] = {"",
									  "year.xml",
									  "year.xml:1",
									  "year.xml::1",
									  "year.xml:1:",
									  ":1:2",
									  "::",
									  "year.xml:a:1",
									  "a:1:b",
									  "a:-1:2",
									  "a:1:-2",
									  "a: 1:2",
									  "a:1:2 ",
									  "a:+1:2",
									  "a:1.5:2",
									  "1:2",
									  "a:1:99999999999999999999",
									  "a:99999999999:1"};
	struct folder *folder = *state;
	struct place place = {"kept", 1, 2};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (xml_place_parse(folder->arena, bad[i], &place))
			fail_msg("%s", bad[i]);
	assert_string_equal(place.file, "kept");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_places_of_elements),   TEST(test_places_of_attributes), TEST(test_places_of_nothing),
		TEST(test_places_in_any_order),  TEST(test_places_without_texts), TEST(test_places_of_copies),
		TEST(test_places_in_long_files), TEST(test_place_strings),        TEST(test_no_place_strings),
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
