/* Each object and each property that is said to be supported has a layout case, and so has each keyword of a property of XSL's own, but for
 * its initial value. What a new row or keyword of the tables lacks is named here. (That a property changes pages at all: support_test.c.) */
#include <libxml/parser.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#define FOLDER "tests/layout"

struct row {
	const char *name, *initial, *keywords, *support;
};

static const struct row properties[] = {
#define PROPERTY(field, name, type, inherited, initial, keywords, support) {name, initial, keywords, #support},
#include "../../src/fo/properties.def"
#undef PROPERTY
};

static const struct row elements[] = {
#define ELEMENT(symbol, name, content, support) {name, "", "", #support},
#include "../../src/fo/elements.def"
#undef ELEMENT
};

/* ---- what the cases have: "<name", "name" and "name=value" ---- */

static GHashTable *seen;

static void see_attribute(const xmlAttr *attribute)
{
	const char *prefix = attribute->ns ? (const char *)attribute->ns->prefix : NULL;
	char *name = g_strconcat(prefix ? prefix : "", prefix ? ":" : "", (const char *)attribute->name, NULL);
	g_hash_table_add(seen, g_strdup(name)); /* border-separation's parts are properties of their own */
	char *component = strchr(name, '.');
	if (component)
		*component = '\0';
	char **words = g_strsplit((const char *)attribute->children->content, " ", -1);
	for (char **word = words; *word; word++)
		g_hash_table_add(seen, g_strconcat(name, "=", *word, NULL));
	g_strfreev(words);
	g_hash_table_add(seen, name);
}

static void see_element(const xmlNode *node)
{
	g_hash_table_add(seen, g_strconcat("<", (const char *)node->name, NULL));
	for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
		if (attribute->children)
			see_attribute(attribute);
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			see_element(child);
}

static void see_folder(const char *folder)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		char *path = g_build_filename(folder, name, NULL);
		xmlDoc *doc = g_str_has_suffix(name, ".fo") ? xmlReadFile(path, NULL, XML_PARSE_NONET) : NULL;
		if (doc)
			see_element(xmlDocGetRootElement(doc));
		xmlFreeDoc(doc);
		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			see_folder(path);
		g_free(path);
	}
	if (dir)
		g_dir_close(dir);
}

static int see_cases(void **state)
{
	(void)state;
	seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	see_folder(FOLDER);
	return 0;
}

static int forget_cases(void **state)
{
	(void)state;
	g_hash_table_destroy(seen);
	return 0;
}

/* 1 when no case has it, and says so. */
static unsigned lacks(const char *a, const char *b, const char *c)
{
	char *key = g_strconcat(a, b, c, NULL);
	unsigned lacking = !g_hash_table_contains(seen, key);
	if (lacking)
		print_error("no layout case: %s\n", key);
	g_free(key);
	return lacking;
}

/* ---- what they should have ---- */

static void test_objects(void **state)
{
	(void)state;
	unsigned lacking = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
		if (!strcmp(elements[i].support, "YES"))
			lacking += lacks("<", elements[i].name, "");
	assert_int_equal(lacking, 0);
}

static void test_properties(void **state)
{
	(void)state;
	unsigned lacking = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (!strcmp(properties[i].support, "YES"))
			lacking += lacks(properties[i].name, "", "");
	assert_int_equal(lacking, 0);
}

static unsigned lacking_keywords(const struct row *row)
{
	unsigned lacking = 0;
	char **keywords = g_strsplit(row->keywords, " ", -1);
	for (char **keyword = keywords; *keyword; keyword++)
		if (**keyword && strcmp(*keyword, row->initial) != 0) {
			char *value = g_strconcat("=", *keyword, NULL);
			lacking += lacks(row->name, value, "");
			g_free(value);
		}
	g_strfreev(keywords);
	return lacking;
}

static void test_keywords(void **state)
{
	(void)state;
	unsigned lacking = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (!strcmp(properties[i].support, "YES") && !strchr(properties[i].name, ':'))
			lacking += lacking_keywords(&properties[i]);
	assert_int_equal(lacking, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_objects),
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_keywords),
	};
	return cmocka_run_group_tests(tests, see_cases, forget_cases);
}
