/* fold: parts of a tree that are put aside until somebody reads them. In their place stands a processing instruction with the part's
 * number, <?folded N?>, which no path of element names meets and every copy takes along: a copy unfolds to what the tree does. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "xml/xml_int.h"

#define FOLDED "folded"

struct xml_folds {
	struct xml_shelf *parts; /* by number: each in an element around it */
};

struct xml_folds *xml_folds_open(void)
{
	struct xml_folds *folds = g_new(struct xml_folds, 1);
	*folds = (struct xml_folds){xml_shelf_open()};
	return folds;
}

void xml_folds_close(struct xml_folds *folds)
{
	if (!folds)
		return;
	xml_shelf_close(folds->parts);
	g_free(folds);
}

void xml_fold(struct xml_folds *folds, xmlNode *element)
{
	char number[16];
	if (!element->children)
		return;
	xmlNode *around = xmlNewDocNode(element->doc, NULL, BAD_CAST FOLDED, NULL);
	around->children = element->children;
	around->last = element->last;
	for (xmlNode *child = around->children; child; child = child->next)
		child->parent = around;
	element->children = element->last = NULL;
	snprintf(number, sizeof number, "%u", xml_shelf_put(folds->parts, around));
	xmlAddChild(element, xmlNewDocPI(element->doc, BAD_CAST FOLDED, BAD_CAST number));
}

/* ---- and back ---- */

/* The nodes first to last stand where `mark` stood. */
struct unfolded {
	xmlNode *mark, *first, *last;
};

struct xml_unfolding {
	GArray *places; /* struct unfolded, in the order of unfolding */
};

static bool is_mark(const struct xml_folds *folds, const xmlNode *node, unsigned *number)
{
	if (node->type != XML_PI_NODE || !xmlStrEqual(node->name, BAD_CAST FOLDED) || !node->content)
		return false;
	guint64 named = g_ascii_strtoull((const char *)node->content, NULL, 10);
	*number = (unsigned)named;
	return named < xml_shelf_count(folds->parts);
}

/* The nodes first to last, which stand nowhere, take the place of first_out to last_out, which stand nowhere then. */
static void exchange(xmlNode *first_out, xmlNode *last_out, xmlNode *first, xmlNode *last)
{
	xmlNode *parent = first_out->parent, *before = first_out->prev, *after = last_out->next;
	for (xmlNode *node = first; node; node = node->next)
		node->parent = parent;
	first->prev = before;
	last->next = after;
	*(before ? &before->next : &parent->children) = first;
	*(after ? &after->prev : &parent->last) = last;
	first_out->prev = last_out->next = NULL;
	for (xmlNode *node = first_out; node; node = node->next)
		node->parent = NULL;
}

static struct unfolded unfold_mark(const struct xml_folds *folds, xmlNode *mark, unsigned number)
{
	xmlNode *around = xmlNewDocNode(mark->doc, NULL, BAD_CAST FOLDED, NULL);
	xml_shelf_copy(folds->parts, number, around);
	xmlNode *whole = around->children;
	struct unfolded place = {mark, whole->children, whole->last};
	whole->children = whole->last = NULL;
	xmlFreeNode(around);
	exchange(mark, mark, place.first, place.last);
	return place;
}

static void unfold_below(const struct xml_folds *folds, xmlNode *node, GArray *places)
{
	for (xmlNode *child = node->children, *next; child; child = next) {
		next = child->next;
		unsigned number;
		if (is_mark(folds, child, &number)) {
			struct unfolded place = unfold_mark(folds, child, number);
			g_array_append_val(places, place);
			next = place.first; /* there may be folded parts in it */
		} else if (child->type == XML_ELEMENT_NODE) {
			unfold_below(folds, child, places);
		}
	}
}

struct xml_unfolding *xml_unfold_begin(const struct xml_folds *folds, xmlNode *const *nodes, unsigned count)
{
	struct xml_unfolding *unfolding = g_new(struct xml_unfolding, 1);
	unfolding->places = g_array_new(FALSE, FALSE, sizeof(struct unfolded));
	for (unsigned i = 0; i < count; i++)
		if (nodes[i]->type == XML_ELEMENT_NODE)
			unfold_below(folds, nodes[i], unfolding->places);
	return unfolding;
}

void xml_unfold_end(struct xml_unfolding *unfolding)
{
	for (guint i = unfolding->places->len; i-- > 0;) {
		const struct unfolded *place = &g_array_index(unfolding->places, struct unfolded, i);
		exchange(place->first, place->last, place->mark, place->mark);
		xmlFreeNodeList(place->first);
	}
	g_array_free(unfolding->places, TRUE);
	g_free(unfolding);
}

void xml_unfold(const struct xml_folds *folds, xmlNode *element)
{
	struct xml_unfolding *unfolding = xml_unfold_begin(folds, &element, 1);
	for (guint i = 0; i < unfolding->places->len; i++)
		xmlFreeNode(g_array_index(unfolding->places, struct unfolded, i).mark);
	g_array_free(unfolding->places, TRUE);
	g_free(unfolding);
}
