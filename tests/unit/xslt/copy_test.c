/* f:copy: an element as the author wrote it, with places: src/xslt/copy.c. */
#include "unit/xslt/sheet.h"

#define COPIES(match)                                                                                                            \
	"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:gongwen:xslt'"                  \
	" extension-element-prefixes='f'><xsl:template match='/'><model><xsl:apply-templates select='" match "'/></model>"           \
	"</xsl:template><xsl:template match='a'>甲<f:copy unplaced='person post'/>乙</xsl:template></xsl:stylesheet>"

static void assert_copy(struct folder *folder, const char *document, const char *expected)
{
	xmlDoc *result = sheet_apply(folder, COPIES("//a"), document);
	assert_silent(folder->sink);
	xmlBuffer *text = xmlBufferCreate();
	xmlNodeDump(text, result, xmlDocGetRootElement(result), 0, 0);
	assert_string_equal((const char *)xmlBufferContent(text), expected);
	xmlBufferFree(text);
	xmlFreeDoc(result);
}

static void test_places(void **state)
{
	assert_copy(*state, "<year>\n <a n='1'><person x='2'>某<b/></person><persons/></a></year>",
				"<model>甲<a place=\"year.xml:2:2\" n=\"1\"><person x=\"2\">某<b place=\"year.xml:2:26\"/></person>"
				"<persons place=\"year.xml:2:39\"/></a>乙</model>");
}

/* Blanks between elements stay behind, those that are all an element holds do not; what stands around a comment is one text. */
static void test_text(void **state)
{
	assert_copy(*state, "<a>\n <post> </post> x<!-- y -->z<![CDATA[<]]></a>",
				"<model>甲<a place=\"year.xml:1:1\"><post> </post> xz&lt;</a>乙</model>");
}

/* An attribute of that name is what the author wrote. */
static void test_attribute_named_place(void **state)
{
	assert_copy(*state, "<a place='room' b='&lt;&quot;'/>", "<model>甲<a place=\"room\" b=\"&lt;&quot;\"/>乙</model>");
}

static void test_namespaces(void **state)
{
	assert_copy(*state, "<a xmlns:n='urn:n' n:q='1'><n:b/></a>",
				"<model>甲<a place=\"year.xml:1:1\"><n:b xmlns:n=\"urn:n\" place=\"year.xml:1:28\"/></a>乙</model>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_places),
		TEST(test_text),
		TEST(test_attribute_named_place),
		TEST(test_namespaces),
	};
	return cmocka_run_group_tests(tests, sheet_init, NULL);
}
