/* shelf: elements that have to wait. A year of some hundred departments has room for them as they are; when they are more than that, all of
 * them are packed, and those to come: a long year then takes no more memory than if there had been no room at all. */
#include <glib.h>

#include "xml/xml_int.h"

enum { NODES_MAX = 40000 }; /* elements, attributes and texts: some 5 MB */

/* One of the two. */
struct kept {
	xmlNode *tree;
	const struct xml_packed *packed;
};

struct xml_shelf {
	struct arena *arena;
	GArray *kept; /* struct kept, by number */
	xmlDoc *doc;  /* of the trees, which have no place in it; its dictionary is theirs */
	size_t nodes;
	bool full;
};

struct xml_shelf *xml_shelf_open(void)
{
	struct xml_shelf *shelf = g_new0(struct xml_shelf, 1);
	shelf->arena = arena_open();
	shelf->kept = g_array_new(FALSE, FALSE, sizeof(struct kept));
	return shelf;
}

void xml_shelf_close(struct xml_shelf *shelf)
{
	for (guint i = 0; i < shelf->kept->len; i++)
		xmlFreeNode(g_array_index(shelf->kept, struct kept, i).tree);
	g_array_free(shelf->kept, TRUE);
	xmlFreeDoc(shelf->doc);
	arena_close(shelf->arena);
	g_free(shelf);
}

static size_t count_nodes(const xmlNode *element)
{
	size_t count = 1;
	for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
		count += 2;
	for (const xmlNode *child = element->children; child; child = child->next)
		count += child->type == XML_ELEMENT_NODE ? count_nodes(child) : 1;
	return count;
}

static void pack(struct xml_shelf *shelf, struct kept *kept)
{
	kept->packed = xml_pack(kept->tree, shelf->arena);
	xmlFreeNode(kept->tree);
	kept->tree = NULL;
}

static void fill(struct xml_shelf *shelf)
{
	shelf->full = true;
	for (guint i = 0; i < shelf->kept->len; i++)
		pack(shelf, &g_array_index(shelf->kept, struct kept, i));
}

/* The element comes from where it is: what it shares with the tree there becomes its own. */
static void take_along(struct xml_shelf *shelf, xmlNode *element)
{
	if (!shelf->doc) {
		shelf->doc = xmlNewDoc(BAD_CAST "1.0");
		shelf->doc->dict = element->doc->dict;
		if (shelf->doc->dict)
			xmlDictReference(shelf->doc->dict);
	}
	xmlUnlinkNode(element);
	xmlReconciliateNs(element->doc, element);
	xmlSetTreeDoc(element, shelf->doc);
}

unsigned xml_shelf_put(struct xml_shelf *shelf, xmlNode *element)
{
	shelf->nodes += count_nodes(element);
	if (!shelf->full && shelf->nodes > NODES_MAX)
		fill(shelf);
	take_along(shelf, element);
	struct kept kept = {.tree = element};
	if (shelf->full)
		pack(shelf, &kept);
	g_array_append_val(shelf->kept, kept);
	return shelf->kept->len - 1;
}

unsigned xml_shelf_count(const struct xml_shelf *shelf)
{
	return shelf->kept->len;
}

void xml_shelf_copy(const struct xml_shelf *shelf, unsigned number, xmlNode *parent)
{
	const struct kept *kept = &g_array_index(shelf->kept, struct kept, number);
	if (kept->packed)
		xml_unpack_into(kept->packed, parent);
	else
		xmlAddChild(parent, xmlDocCopyNode(kept->tree, parent->doc, 1));
}

void xml_shelf_empty(struct xml_shelf *shelf, xmlNode *parent)
{
	for (guint i = 0; i < shelf->kept->len; i++) {
		struct kept *kept = &g_array_index(shelf->kept, struct kept, i);
		if (kept->packed)
			xml_unpack_into(kept->packed, parent);
		else
			xmlAddChild(parent, kept->tree);
	}
	g_array_set_size(shelf->kept, 0);
}
