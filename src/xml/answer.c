/* answer: what a stylesheet gave back, read: elements, attributes, words, places. */
#include <glib.h>

#include "xml/xml_int.h"

bool xml_is_element(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

const char *xml_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	const char *copy = value ? arena_string(arena, (const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

const char *xml_child_text(struct arena *arena, const xmlNode *node, const char *name)
{
	for (xmlNode *child = node->children; child; child = child->next)
		if (xml_is_element(child, name)) {
			xmlChar *words = xmlNodeGetContent(child);
			const char *copy = arena_string(arena, g_strstrip((char *)words));
			xmlFree(words);
			return copy;
		}
	return NULL;
}

struct place xml_place_said(struct arena *arena, const xmlNode *node)
{
	struct place place = {0};
	const char *said = xml_attribute(arena, node, "place");
	if (said)
		xml_place_parse(arena, said, &place);
	return place;
}
