/* names: names in a stylesheet that meet no other: an attribute set that no part declares, a mode that is applied and no template has, a mode
 * of the stylesheet's own templates that nothing applies. libxslt passes over them without a word, and looks or text are missing on the page. */
#include <string.h>

#include "base/base.h"
#include "xslt/xslt_int.h"

/* `own`: asked of the stylesheet's own part only; parts that several share may have more than one of them asks for. */
static const struct {
	bool own;
	const char *en, *zh;
} kinds[] = {
	{false, "there is no attribute set ", "没有属性集"},
	{false, "no template has the mode ", "没有模板的mode为"},
	{true, "nothing applies templates in the mode ", "没有任何apply-templates用到的mode："},
};
enum kind { ATTRIBUTE_SET, MODE_APPLIED, MODE_MATCHED, KINDS };

struct use {
	enum kind kind;
	char *name;
	struct place place;
};

struct names {
	GHashTable *known[KINDS];
	GArray *uses;
};

static void drop_use(gpointer use)
{
	g_free(((struct use *)use)->name);
}

struct names *names_open(void)
{
	struct names *names = g_new(struct names, 1);
	for (unsigned kind = 0; kind < KINDS; kind++)
		names->known[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	names->uses = g_array_new(FALSE, FALSE, sizeof(struct use));
	g_array_set_clear_func(names->uses, drop_use);
	return names;
}

void names_close(struct names *names)
{
	for (unsigned kind = 0; kind < KINDS; kind++)
		g_hash_table_destroy(names->known[kind]);
	g_array_free(names->uses, TRUE);
	g_free(names);
}

/* ---- what is declared and used ---- */

static void note_use(struct names *names, enum kind kind, const char *name, struct place place)
{
	struct use use = {kind, g_strdup(name), place};
	g_array_append_val(names->uses, use);
}

static void note_sets(struct names *names, const xmlNode *element, struct place place)
{
	for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
		if (!xmlStrEqual(attribute->name, BAD_CAST "use-attribute-sets") || !attribute->children)
			continue;
		char **each = g_strsplit_set((const char *)attribute->children->content, " \t\r\n", -1);
		for (char **name = each; *name; name++)
			if (**name)
				note_use(names, ATTRIBUTE_SET, *name, place);
		g_strfreev(each);
	}
}

/* attribute-set, template and apply-templates: the name that each makes known, and the one that it asks for. */
static void note_instruction(struct names *names, const xmlNode *element, struct place place, bool own)
{
	static const struct {
		const char *element, *attribute;
		enum kind knows, asks;
	} rows[] = {
		{"attribute-set", "name", ATTRIBUTE_SET, KINDS},
		{"template", "mode", MODE_APPLIED, MODE_MATCHED},
		{"apply-templates", "mode", MODE_MATCHED, MODE_APPLIED},
	};
	if (!element->ns || !xmlStrEqual(element->ns->href, XSLT_NAMESPACE))
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (!xmlStrEqual(element->name, BAD_CAST rows[i].element))
			continue;
		xmlChar *name = xmlGetNoNsProp(element, BAD_CAST rows[i].attribute);
		if (name) {
			g_hash_table_add(names->known[rows[i].knows], g_strdup((const char *)name));
			if (rows[i].asks != KINDS && (own || !kinds[rows[i].asks].own))
				note_use(names, rows[i].asks, (const char *)name, place);
		}
		xmlFree(name);
	}
}

void names_note(struct names *names, const xmlDoc *part, const char *file, bool own)
{
	const xmlNode *root = part ? xmlDocGetRootElement(part) : NULL, *node = root;
	while (node) {
		if (node->type == XML_ELEMENT_NODE) {
			struct place place = {file, (int)xmlGetLineNo(node), 1};
			note_instruction(names, node, place, own);
			note_sets(names, node, place);
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

/* ---- what does not meet ---- */

static void report_unknown(const struct use *use, const struct nearest *nearest, struct diag_sink *sink)
{
	bool found = nearest->best;
	char *en = g_strdup_printf("%s%s%s%s%s", kinds[use->kind].en, use->name, found ? "; did you mean " : "",
							   found ? nearest->best : "", found ? "?" : "");
	char *zh = g_strdup_printf("%s%s%s%s%s", kinds[use->kind].zh, use->name, found ? "；是否应为" : "",
							   found ? nearest->best : "", found ? "？" : "");
	diag_report_both(sink, DIAG_TEMPLATE, use->place, en, zh);
	g_free(en);
	g_free(zh);
}

unsigned names_check(const struct names *names, struct diag_sink *sink)
{
	unsigned unknown = 0;
	for (guint i = 0; i < names->uses->len; i++) {
		const struct use *use = &g_array_index(names->uses, struct use, i);
		if (g_hash_table_contains(names->known[use->kind], use->name))
			continue;
		struct nearest nearest = nearest_to(use->name);
		GHashTableIter iterator;
		gpointer key;
		g_hash_table_iter_init(&iterator, names->known[use->kind]);
		while (g_hash_table_iter_next(&iterator, &key, NULL))
			nearest_try(&nearest, key);
		report_unknown(use, &nearest, sink);
		unknown++;
	}
	return unknown;
}
