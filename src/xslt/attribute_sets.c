/* attribute_sets: names of attribute sets that no part of a stylesheet declares. libxslt passes over them without a word, and the looks that
 * they were to give are missing on the page. */
#include <string.h>

#include "base/base.h"
#include "xslt/xslt_int.h"

struct use {
	char *name;
	struct place place;
};

struct attribute_sets {
	GHashTable *declared;
	GArray *uses;
};

static void drop_use(gpointer use)
{
	g_free(((struct use *)use)->name);
}

struct attribute_sets *attribute_sets_open(void)
{
	struct attribute_sets *sets = g_new(struct attribute_sets, 1);
	sets->declared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	sets->uses = g_array_new(FALSE, FALSE, sizeof(struct use));
	g_array_set_clear_func(sets->uses, drop_use);
	return sets;
}

void attribute_sets_close(struct attribute_sets *sets)
{
	g_hash_table_destroy(sets->declared);
	g_array_free(sets->uses, TRUE);
	g_free(sets);
}

static void note_uses(struct attribute_sets *sets, const xmlNode *element, const char *file)
{
	for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
		if (!xmlStrEqual(attribute->name, BAD_CAST "use-attribute-sets") || !attribute->children)
			continue;
		char **names = g_strsplit_set((const char *)attribute->children->content, " \t\r\n", -1);
		for (char **name = names; *name; name++) {
			struct use use = {g_strdup(*name), {file, (int)xmlGetLineNo(element), 1}};
			g_array_append_val(sets->uses, use);
		}
		g_strfreev(names);
	}
}

static void note_declared(struct attribute_sets *sets, const xmlNode *element)
{
	if (!element->ns || !xmlStrEqual(element->ns->href, XSLT_NAMESPACE) || !xmlStrEqual(element->name, BAD_CAST "attribute-set"))
		return;
	xmlChar *name = xmlGetNoNsProp(element, BAD_CAST "name");
	if (name)
		g_hash_table_add(sets->declared, g_strdup((const char *)name));
	xmlFree(name);
}

void attribute_sets_note(struct attribute_sets *sets, const xmlDoc *part, const char *file)
{
	const xmlNode *root = part ? xmlDocGetRootElement(part) : NULL, *node = root;
	while (node) {
		if (node->type == XML_ELEMENT_NODE) {
			note_declared(sets, node);
			note_uses(sets, node, file);
		}
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node && node != root && !node->next)
			node = node->parent;
		node = node && node != root ? node->next : NULL;
	}
}

static void report_missing(const struct use *use, const struct nearest *nearest, struct diag_sink *sink)
{
	bool found = nearest->best;
	char *en = g_strdup_printf("there is no attribute set %s%s%s%s", use->name, found ? "; did you mean " : "",
							   found ? nearest->best : "", found ? "?" : "");
	char *zh = g_strdup_printf("没有属性集%s%s%s%s", use->name, found ? "；是否应为" : "", found ? nearest->best : "",
							   found ? "？" : "");
	diag_report_both(sink, DIAG_TEMPLATE, use->place, en, zh);
	g_free(en);
	g_free(zh);
}

unsigned attribute_sets_check(const struct attribute_sets *sets, struct diag_sink *sink)
{
	unsigned missing = 0;
	for (guint i = 0; i < sets->uses->len; i++) {
		const struct use *use = &g_array_index(sets->uses, struct use, i);
		if (!*use->name || g_hash_table_contains(sets->declared, use->name))
			continue;
		struct nearest nearest = nearest_to(use->name);
		GHashTableIter iterator;
		gpointer key;
		g_hash_table_iter_init(&iterator, sets->declared);
		while (g_hash_table_iter_next(&iterator, &key, NULL))
			nearest_try(&nearest, key);
		report_missing(use, &nearest, sink);
		missing++;
	}
	return missing;
}
