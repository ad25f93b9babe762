/* config: fonts.xml, the roles that family names stand for: which faces, in which order, and whether they may be emboldened. */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define CONFIG_SIZE_MAX ((size_t)1024 * 1024)

void text_free_role(gpointer data)
{
	struct text_role *role = data;
	g_ptr_array_unref(role->families);
	g_free(role->hint);
	g_free(role);
}

static char *attribute(const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	char *copy = value ? g_strdup((const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

static char *role_key(const char *name, bool western)
{
	char *folded = g_utf8_casefold(name, -1), *key = g_strconcat(western ? "\001" : "", folded, NULL);
	g_free(folded);
	return key;
}

struct text_role *text_role_find(struct text_engine *engine, const char *name, bool western)
{
	char *key = role_key(name, true);
	struct text_role *role = western ? g_hash_table_lookup(engine->roles, key) : NULL;
	if (!role)
		role = g_hash_table_lookup(engine->roles, key + 1);
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

/* A file of fonts.xml being read. */
struct reading {
	struct text_engine *engine;
	const char *path;
	struct diag_sink *sink;
	bool good;
};

static void refuse(struct reading *reading, const xmlNode *node, const char *en, const char *zh)
{
	char *name = attribute(node, "name");
	char *shown = g_strdup_printf("<%s%s%s%s>: ", (const char *)node->name, name ? " name=\"" : "", name ? name : "",
								  name ? "\"" : "");
	char *in_english = g_strconcat(shown, en, NULL), *in_chinese = g_strconcat(shown, zh, NULL);
	diag_report_both(reading->sink, DIAG_FONT_CONFIG, (struct place){reading->path, (int)xmlGetLineNo(node), 1}, in_english,
					 in_chinese);
	g_free(shown);
	g_free(in_english);
	g_free(in_chinese);
	g_free(name);
	reading->good = false;
}

/* text="western": the name stands for this where the text's language is not Chinese. */
static void keep_role(struct reading *reading, const xmlNode *node, const char *name, struct text_role *role)
{
	char *text = attribute(node, "text");
	if (text && strcmp(text, "western") != 0)
		refuse(reading, node, "its text can be \"western\" alone", "text 只能是 \"western\"");
	role->western = text != NULL;
	g_hash_table_insert(reading->engine->roles, role_key(name, role->western), role);
	g_free(text);
}

/* In 1/1000 em; 0: not given. */
static int metric(struct reading *reading, const xmlNode *node, const char *name)
{
	char *text = attribute(node, name);
	gint64 value = 0;
	if (text && !g_ascii_string_to_signed(text, 10, 1, 5000, &value, NULL))
		refuse(reading, node, "ascent and descent are whole numbers from 1 to 5000", "ascent 和 descent 须为 1 至 5000 的整数");
	g_free(text);
	return (int)value;
}

static void add_role(struct reading *reading, const xmlNode *node, const char *name)
{
	struct text_role *role = g_new0(struct text_role, 1);
	role->keeps_weight = keeps_weight(node, false);
	role->families = g_ptr_array_new_with_free_func(g_free);
	for (const xmlNode *face = node->children; face; face = face->next) {
		if (face->type != XML_ELEMENT_NODE)
			continue;
		char *family = xmlStrEqual(face->name, BAD_CAST "face") ? attribute(face, "family") : NULL;
		if (family)
			g_ptr_array_add(role->families, family);
		else
			refuse(reading, face, "<face family=\"…\"/> is expected", "此处应为 <face family=\"…\"/>");
	}
	role->hint = attribute(node, "hint");
	role->ascent = metric(reading, node, "ascent");
	role->descent = metric(reading, node, "descent");
	keep_role(reading, node, name, role);
}

static void add_alias(struct reading *reading, const xmlNode *node, const char *name)
{
	char *target = attribute(node, "role");
	bool western = xmlHasProp(node, BAD_CAST "text") != NULL;
	const struct text_role *of = target ? text_role_find(reading->engine, target, western) : NULL;
	g_free(target);
	if (!of) {
		refuse(reading, node, "its role must be that of a <role> above", "role 须是前面某个 <role> 的名称");
		return;
	}
	struct text_role *role = g_new0(struct text_role, 1);
	role->families = g_ptr_array_ref(of->families);
	role->keeps_weight = keeps_weight(node, of->keeps_weight);
	role->hint = g_strdup(of->hint);
	role->ascent = of->ascent;
	role->descent = of->descent;
	keep_role(reading, node, name, role);
}

static void read_element(struct reading *reading, const xmlNode *node)
{
	char *name = attribute(node, "name");
	if (name && xmlStrEqual(node->name, BAD_CAST "role"))
		add_role(reading, node, name);
	else if (name && xmlStrEqual(node->name, BAD_CAST "alias"))
		add_alias(reading, node, name);
	else
		refuse(reading, node, "<role name=\"…\"> or <alias name=\"…\" role=\"…\"/> is expected",
			   "此处应为 <role name=\"…\"> 或 <alias name=\"…\" role=\"…\"/>");
	g_free(name);
}

static void read_root(struct reading *reading, const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)(uintptr_t)doc);
	if (doc->intSubset || !xmlStrEqual(root->name, BAD_CAST "fonts")) {
		refuse(reading, root, "<fonts> without a DOCTYPE is expected", "此处应为不带 DOCTYPE 的 <fonts>");
		return;
	}
	for (const xmlNode *node = root->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			read_element(reading, node);
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
	struct reading reading = {engine, path, sink, true};
	read_root(&reading, doc);
	xmlFreeDoc(doc);
	return reading.good;
}
