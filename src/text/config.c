/* config: fonts.xml, the roles that family names stand for: which faces, in which order, and whether they may be emboldened. */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define CONFIG_SIZE_MAX ((size_t)1024 * 1024)

void text_free_role(gpointer data)
{
	struct text_role *role = data;
	g_ptr_array_free(role->families, TRUE);
	g_free(role);
}

static char *attribute(const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	char *copy = value ? g_strdup((const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

struct text_role *text_role_find(struct text_engine *engine, const char *name)
{
	char *key = g_utf8_casefold(name, -1);
	struct text_role *role = g_hash_table_lookup(engine->roles, key);
	g_free(key);
	return role;
}

/* embolden="no": bold type is never drawn from the plain faces (Z-76). */
static bool keeps_weight(const xmlNode *node, bool otherwise)
{
	char *embolden = attribute(node, "embolden");
	bool keeps = embolden ? strcmp(embolden, "no") == 0 : otherwise;
	g_free(embolden);
	return keeps;
}

static void add_role(struct text_engine *engine, const xmlNode *node, char *name)
{
	struct text_role *role = g_new(struct text_role, 1);
	role->keeps_weight = keeps_weight(node, false);
	role->families = g_ptr_array_new_with_free_func(g_free);
	for (const xmlNode *face = node->children; face; face = face->next) {
		char *family = face->type == XML_ELEMENT_NODE ? attribute(face, "family") : NULL;
		if (family)
			g_ptr_array_add(role->families, family);
	}
	g_hash_table_insert(engine->roles, g_utf8_casefold(name, -1), role);
}

static bool add_alias(struct text_engine *engine, const xmlNode *node, const char *name)
{
	char *target = attribute(node, "role");
	struct text_role *of = target ? text_role_find(engine, target) : NULL;
	g_free(target);
	if (!of)
		return false;
	struct text_role *role = g_new(struct text_role, 1);
	role->families = g_ptr_array_ref(of->families);
	role->keeps_weight = keeps_weight(node, of->keeps_weight);
	g_hash_table_insert(engine->roles, g_utf8_casefold(name, -1), role);
	return true;
}

bool text_read_config(struct text_engine *engine, const char *path, struct diag_sink *sink)
{
	struct bytes bytes;
	if (!file_read(path, CONFIG_SIZE_MAX, &bytes, sink))
		return false;
	xmlDoc *doc = xmlReadMemory(bytes.data, (int)bytes.size, path, NULL,
								XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	free(bytes.data);
	if (!doc) {
		const xmlError *error = xmlGetLastError();
		diag_report(sink, DIAG_FONT_CONFIG, (struct place){path, error ? error->line : 1, 1}, "%s", error ? error->message : "");
		return false;
	}
	bool good = true;
	for (const xmlNode *node = xmlDocGetRootElement(doc)->children; node; node = node->next) {
		char *name = node->type == XML_ELEMENT_NODE ? attribute(node, "name") : NULL;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		bool is_role = xmlStrEqual(node->name, BAD_CAST "role");
		if (name && is_role)
			add_role(engine, node, name);
		else if (!name || !xmlStrEqual(node->name, BAD_CAST "alias") || !add_alias(engine, node, name)) {
			diag_report(sink, DIAG_FONT_CONFIG, (struct place){path, (int)xmlGetLineNo(node), 1}, "<%s name=\"%s\">",
						(const char *)node->name, name ? name : "");
			good = false;
		}
		g_free(name);
	}
	xmlFreeDoc(doc);
	return good;
}
