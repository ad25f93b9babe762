/* copies: the copies of a document, laid out together. Lines in which there is content of one copy only (gw:copy) are made for each copy; when they
 * take the same room, the first copy's line gets the areas of all, each marked with its copy, and nothing else of the document knows. */
#include <string.h>

#include "line/paragraph_int.h"

void copies_part(struct layout *layout)
{
	layout->areas->copies_differ = true;
}

/* Whether the content leaves nothing but areas in its line: no id, note, marker, nor structure element of its own. */
static bool is_plain(const struct fo_node *node)
{
	if (node->kind == FO_TEXT)
		return true;
	if (node->kind != FO_INLINE && node->kind != FO_WRAPPER && node->kind != FO_CHARACTER && node->kind != FO_LEADER)
		return false;
	if (node->id || node->style->role || node->style->source_document || node->style->language != node->parent->style->language ||
		node->style->script != node->parent->style->script || node->parent->kind == FO_FOOTNOTE)
		return false;
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (!is_plain(child))
			return false;
	return true;
}

bool copies_have(struct layout *layout, const struct fo_node *node)
{
	if (!layout->copies || !node->style->copy)
		return true;
	layout->divided++;
	if (!is_plain(node))
		copies_part(layout);
	return strcmp(layout->copies->names[layout->copy], node->style->copy) == 0;
}

static bool is_alike(const struct line *a, const struct line *b)
{
	return a->height == b->height && a->area->y == b->area->y && a->area->height == b->area->height &&
		   a->area->baseline == b->area->baseline && !a->anchors && !b->anchors;
}

static bool are_alike(const struct line *a, const struct line *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!is_alike(a, b))
			return false;
	return !a && !b;
}

static void join_line(struct area *line, const struct area *other, unsigned copy)
{
	for (struct area *child = line->first_child; child; child = child->next)
		child->copy = child->copy ? child->copy : 1;
	for (struct area *child = other->first_child, *next; child; child = next) {
		next = child->next;
		child->next = NULL;
		child->x += other->x - line->x;
		child->copy = copy + 1;
		area_append(line, child);
	}
}

bool copies_join(struct line *lines, const struct line *others, unsigned copy)
{
	if (!are_alike(lines, others))
		return false;
	for (; lines; lines = lines->next, others = others->next)
		join_line(lines->area, others->area, copy);
	return true;
}
