/* f:portion: what it makes is given away at once, in order, and nothing of it stays: src/xslt/portion.c. */
#include "unit/xslt/sheet.h"

#define PORTIONS                                                                                                                 \
	"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:gongwen:xslt'"                  \
	" extension-element-prefixes='f'><xsl:template match='/'><plan><first/><xsl:for-each select='//a'>"                          \
	"<xsl:variable name='n' select='position()'/><f:portion><part n='{$n}'><xsl:copy-of select='.'/></part></f:portion>"         \
	"<left n='{$n}'/></xsl:for-each></plan></xsl:template></xsl:stylesheet>"

static const char year[] = "<year><a>甲</a><a>乙</a><a/></year>";

/* The elements' names and numbers, and their texts, as one string. */
static void note(void *data, xmlNode *first)
{
	GString *seen = data;
	for (const xmlNode *node = first; node; node = node->next) {
		xmlChar *n = xmlGetNoNsProp(node, BAD_CAST "n"), *text = xmlNodeGetContent(node);
		g_string_append_printf(seen, "%s%s%s ", (const char *)node->name, n ? (const char *)n : "", (const char *)text);
		xmlFree(n);
		xmlFree(text);
	}
	g_string_append(seen, "| ");
}

static xmlDoc *apply(struct folder *folder, const char *sheet, xslt_take take, GString *seen)
{
	folder_text(folder, "t/test.xsl", sheet);
	struct xslt_set *set = xslt_open(folder_path(folder, "t"), folder->sink);
	xmlDoc *doc = xml_load_memory(year, strlen(year), "year.xml", NULL, folder->arena, folder->sink);
	xmlDoc *result = xslt_apply_with(set, "test.xsl", &(struct xslt_use){.take = take, .data = seen}, doc, folder->sink);
	xmlFreeDoc(doc);
	xslt_close(set);
	return result;
}

static void test_given_away(void **state)
{
	struct folder *folder = *state;
	GString *seen = g_string_new(NULL);
	xmlDoc *result = apply(folder, PORTIONS, note, seen);
	assert_silent(folder->sink);
	note(seen, xmlDocGetRootElement(result)->children);
	assert_string_equal(seen->str, "part1甲 | part2乙 | part3 | first left1 left2 left3 | ");
	xmlFreeDoc(result);
	g_string_free(seen, TRUE);
}

static void test_stays_when_nobody_takes_it(void **state)
{
	struct folder *folder = *state;
	GString *seen = g_string_new(NULL);
	xmlDoc *result = apply(folder, PORTIONS, NULL, NULL);
	assert_silent(folder->sink);
	note(seen, xmlDocGetRootElement(result)->children);
	assert_string_equal(seen->str, "first part1甲 left1 part2乙 left2 part3 left3 | ");
	xmlFreeDoc(result);
	g_string_free(seen, TRUE);
}

/* A portion that ends the transform is given to nobody. */
static void test_broken_portion(void **state)
{
	struct folder *folder = *state;
	GString *seen = g_string_new(NULL);
	assert_null(apply(folder,
					  "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:gongwen:xslt'"
					  " extension-element-prefixes='f'><xsl:template match='/'><plan><f:portion><part/>"
					  "<xsl:message terminate='yes'>no more</xsl:message></f:portion></plan></xsl:template></xsl:stylesheet>",
					  note, seen));
	assert_string_equal(seen->str, "");
	assert_int_equal(diag_count(folder->sink, DIAG_ERROR), 1);
	g_string_free(seen, TRUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_given_away),
		TEST(test_stays_when_nobody_takes_it),
		TEST(test_broken_portion),
	};
	return cmocka_run_group_tests(tests, sheet_init, NULL);
}
