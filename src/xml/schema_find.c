/* schema_find: where a schema declares an element or attribute, what may stand there, and the words that it has for it. The schema is the
 * kind that the templates hold: no target namespace, types and groups by name. */
#include <string.h>

#include "xml/schema_int.h"

static bool is_xs(const xmlNode *node, const char *tag)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, tag) == 0;
}

const char *schema_property(const xmlNode *node, const char *name)
{
	const xmlAttr *attribute = node ? xmlHasProp(node, BAD_CAST name) : NULL;
	return attribute && attribute->children ? (const char *)attribute->children->content : NULL;
}

/* The top-level xs:tag of that name, or NULL. */
static const xmlNode *named(const xmlDoc *schema, const char *tag, const char *name)
{
	const xmlNode *root = xmlDocGetRootElement(schema);
	for (const xmlNode *node = root ? root->children : NULL; name && node; node = node->next)
		if (is_xs(node, tag) && g_strcmp0(schema_property(node, "name"), name) == 0)
			return node;
	return NULL;
}

/* ---- content of a type: its xs:element or xs:attribute, groups and bases looked up ---- */

static void collect(const xmlNode *from, const char *tag, GPtrArray *found);

static void collect_named(const xmlNode *from, const char *tag, const char *kind, const char *reference, GPtrArray *found)
{
	const xmlNode *target = named(from->doc, kind, schema_property(from, reference));
	if (target)
		collect(target, tag, found);
}

static void collect(const xmlNode *from, const char *tag, GPtrArray *found)
{
	for (const xmlNode *node = from->children; node; node = node->next) {
		if (is_xs(node, tag))
			g_ptr_array_add(found, (gpointer)node);
		else if (is_xs(node, "group") || is_xs(node, "attributeGroup"))
			collect_named(node, tag, (const char *)node->name, "ref", found);
		else if (node->type == XML_ELEMENT_NODE && !is_xs(node, "element") && !is_xs(node, "attribute")) {
			if (is_xs(node, "extension"))
				collect_named(node, tag, "complexType", "base", found);
			collect(node, tag, found);
		}
	}
}

static const xmlNode *child_of(const xmlNode *node, const char *tag)
{
	for (const xmlNode *child = node ? node->children : NULL; child; child = child->next)
		if (is_xs(child, tag))
			return child;
	return NULL;
}

static const xmlNode *complex_type(const xmlNode *declaration)
{
	const xmlNode *type = child_of(declaration, "complexType");
	return type ? type : named(declaration->doc, "complexType", schema_property(declaration, "type"));
}

GPtrArray *schema_members(const xmlNode *declaration, const char *tag)
{
	GPtrArray *found = g_ptr_array_new();
	const xmlNode *type = declaration ? complex_type(declaration) : NULL;
	if (type)
		collect(type, tag, found);
	return found;
}

const xmlNode *schema_member(const xmlNode *declaration, const char *tag, const char *name)
{
	GPtrArray *members = schema_members(declaration, tag);
	const xmlNode *found = NULL;
	for (guint i = 0; i < members->len && !found; i++)
		if (g_strcmp0(schema_property(members->pdata[i], "name"), name) == 0)
			found = members->pdata[i];
	g_ptr_array_free(members, TRUE);
	return found;
}

const xmlNode *schema_declaration(const xmlDoc *schema, const xmlNode *element)
{
	if (!element || element->type != XML_ELEMENT_NODE)
		return NULL;
	if (!element->parent || element->parent->type != XML_ELEMENT_NODE)
		return named(schema, "element", (const char *)element->name);
	const xmlNode *parent = schema_declaration(schema, element->parent);
	return parent ? schema_member(parent, "element", (const char *)element->name) : NULL;
}

/* ---- simple types ---- */

const xmlNode *schema_value_type(const xmlNode *declaration, const char **builtin)
{
	const char *name = declaration ? schema_property(declaration, "type") : NULL;
	const xmlNode *type = child_of(declaration, "simpleType");
	const xmlNode *complex = declaration ? complex_type(declaration) : NULL;
	if (complex)
		name = schema_property(child_of(child_of(complex, "simpleContent"), "extension"), "base");
	*builtin = name && strchr(name, ':') ? strchr(name, ':') + 1 : NULL;
	if (type || !name)
		return type;
	return named(declaration->doc, "simpleType", name);
}

const xmlNode *schema_restriction(const xmlNode *type)
{
	return child_of(type, "restriction");
}

char *schema_documentation(const xmlNode *node, enum diag_language language)
{
	const char *wanted = language == DIAG_CHINESE ? "zh" : "en";
	const xmlNode *annotation = child_of(node, "annotation");
	for (const xmlNode *child = annotation ? annotation->children : NULL; child; child = child->next) {
		if (!is_xs(child, "documentation") || g_strcmp0(schema_property(child, "lang"), wanted) != 0)
			continue;
		xmlChar *content = xmlNodeGetContent(child);
		char *words = g_strstrip(g_strdup((const char *)content));
		xmlFree(content);
		if (g_str_has_suffix(words, "。"))
			words[strlen(words) - strlen("。")] = '\0';
		else if (g_str_has_suffix(words, "."))
			words[strlen(words) - 1] = '\0';
		return words;
	}
	return NULL;
}
