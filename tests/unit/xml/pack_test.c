/* A tree packed and taken out again is the same tree: src/xml/pack.c. */
#include "unit/xml/loading.h"

#include <libxml/c14n.h>

static char *canonical(xmlDoc *doc)
{
	xmlChar *text = NULL;
	assert_true(xmlC14NDocDumpMemory(doc, NULL, XML_C14N_1_0, NULL, 1, &text) > 0);
	return (char *)text;
}

/* The root's first child element goes through the pack. */
static void assert_same(struct folder *folder, const char *element)
{
	char *text = g_strdup_printf("<plan xmlns:p='urn:p'>%s</plan>", element);
	xmlDoc *doc = xml_load_memory(text, strlen(text), "plan.xml", NULL, folder->arena, folder->sink);
	assert_silent(folder->sink);
	xmlNode *child = xmlFirstElementChild(xmlDocGetRootElement(doc));
	xmlDoc *out = xml_unpack(xml_pack(child, folder->arena)), *alone = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(alone, xmlDocCopyNode(child, alone, 1));
	char *expected = canonical(alone), *found = canonical(out);
	assert_string_equal(found, expected);
	xmlFree(expected);
	xmlFree(found);
	xmlFreeDoc(alone);
	xmlFreeDoc(out);
	xmlFreeDoc(doc);
	g_free(text);
}

static void test_same(void **state)
{
	static const char *const elements[] = {
		"<document/>",
		"<document title='甲&amp;“乙”&lt;&#9;&#10;&#13; '>  文 \n<p> </p>&#13;\n\t<p>&#x20000;</p></document>",
		"<document p:a='1'><p:b xmlns='urn:q'><c/></p:b></document>",
		"<document><!-- remark --><?target data?><![CDATA[<raw>]]></document>",
	};
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		assert_same(*state, elements[i]);
}

/* Elements put into another tree, after what it has: as they were, and the tree's encoding is none of theirs. */
static void test_into_a_tree(void **state)
{
	struct folder *folder = *state;
	static const char text[] =
		"<model xmlns:p='urn:p'><a p:b='1'>甲</a><c>a longer text than lies within a node<d e='乙'/></c></model>";
	xmlDoc *doc = xml_load_memory(text, strlen(text), "model.xml", NULL, folder->arena, folder->sink);
	xmlDoc *out = xmlNewDoc(BAD_CAST "1.0");
	out->encoding = xmlStrdup(BAD_CAST "GB18030");
	xmlDocSetRootElement(out, xmlDocCopyNode(xmlDocGetRootElement(doc), out, 2));
	for (xmlNode *child = xmlFirstElementChild(xmlDocGetRootElement(doc)); child; child = xmlNextElementSibling(child))
		xml_unpack_into(xml_pack(child, folder->arena), xmlDocGetRootElement(out));
	char *expected = canonical(doc), *found = canonical(out);
	assert_string_equal(found, expected);
	assert_string_equal((const char *)out->encoding, "GB18030");
	xmlFree(expected);
	xmlFree(found);
	xmlFreeDoc(out);
	xmlFreeDoc(doc);
}

/* Longer and deeper than a file of an author's may be: a plan may put an element around what he wrote. */
static void test_beyond_the_limits_of_files(void **state)
{
	struct folder *folder = *state;
	enum { DEPTH = 400, TEXT = 11000000 };
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST "document", NULL), *root = node;
	xmlDocSetRootElement(doc, root);
	for (int i = 0; i < DEPTH; i++)
		node = xmlNewChild(node, NULL, BAD_CAST "section", NULL);
	char *text = g_strnfill(TEXT, 'x');
	xmlNodeAddContentLen(node, BAD_CAST text, TEXT);
	const struct xml_packed *packed = xml_pack(root, folder->arena);
	assert_true(arena_used(folder->arena) < TEXT / 50);
	xmlDoc *out = xml_unpack(packed);
	assert_non_null(out);
	xmlChar *found = xmlNodeGetContent(xmlDocGetRootElement(out));
	assert_string_equal((const char *)found, text);
	xmlFree(found);
	xmlFreeDoc(out);
	xmlFreeDoc(doc);
	g_free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_same),
		TEST(test_into_a_tree),
		TEST(test_beyond_the_limits_of_files),
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
