/* Building the area tree: layout calls these as it places things. Nodes live in the document's arena and are never freed one by
 * one; children keep the order in which they are appended, which is the order of painting and of reading. */
#include "area/area.h"

struct area_structure area_artifact = {.role = "Artifact"};

struct area *area_new(struct arena *arena, enum area_kind kind, len x, len y, len width, len height)
{
	struct area *area = ARENA_NEW(arena, struct area);

	area->kind = kind;
	area->x = x;
	area->y = y;
	area->width = width;
	area->height = height;
	return area;
}

void area_append(struct area *parent, struct area *child)
{
	if (parent->last_child)
		parent->last_child->next = child;
	else
		parent->first_child = child;
	parent->last_child = child;
}

void area_insert(struct area *parent, struct area *after, struct area *child)
{
	struct area **at = after ? &after->next : &parent->first_child;
	child->next = *at;
	*at = child;
	if (!child->next)
		parent->last_child = child;
}

struct area *area_copy(struct arena *arena, const struct area *area, struct area_structure *tag)
{
	struct area *copy = ARENA_NEW(arena, struct area);
	*copy = *area;
	copy->tag = tag;
	copy->id = NULL;
	copy->first_child = copy->last_child = copy->next = NULL;
	for (const struct area *child = area->first_child; child; child = child->next)
		area_append(copy, area_copy(arena, child, tag));
	return copy;
}

void area_tree_append(struct area_tree *tree, struct area_page *page)
{
	tree->page_count++;
	if (tree->last_page)
		tree->last_page->next = page;
	else
		tree->first_page = page;
	tree->last_page = page;
}

static struct area **last_link(struct area_page *page)
{
	return page->before_last ? &page->before_last->next : &page->first_area;
}

void area_page_append(struct area_page *page, struct area *area)
{
	page->before_last = page->last_area;
	page->last_area = area;
	*last_link(page) = area;
}

void area_page_insert(struct area_page *page, struct area *area)
{
	if (!page->last_area || page->last_area->first_child) {
		area_page_append(page, area);
		return;
	}
	area->next = page->last_area;
	*last_link(page) = area;
	page->before_last = area;
}

/* Most children come in their order, others in rows that do: the search begins at the last one made. */
static void put_child(struct area_structure *parent, struct area_structure *child)
{
	struct area_structure *before = parent->latest;

	if (before && before->order > child->order)
		before = parent->first_child->order > child->order ? NULL : parent->first_child;
	while (before && before->next && before->next->order <= child->order)
		before = before->next;
	child->next = before ? before->next : parent->first_child;
	*(before ? &before->next : &parent->first_child) = child;
	if (!child->next)
		parent->last_child = child;
	parent->latest = child;
}

struct area_structure *area_structure_new_at(struct arena *arena, struct area_structure *parent, const char *role, uint32_t order)
{
	if (parent == &area_artifact) /* what stands in an artifact is one */
		return parent;
	struct area_structure *element = ARENA_NEW(arena, struct area_structure);

	element->role = role;
	element->parent = parent;
	element->order = order;
	if (parent)
		put_child(parent, element);
	return element;
}

struct area_structure *area_structure_new(struct arena *arena, struct area_structure *parent, const char *role)
{
	return area_structure_new_at(arena, parent, role, parent && parent->last_child ? parent->last_child->order : 0);
}

/* ---- copies laid out together ---- */

static bool is_divided(const struct area *area)
{
	for (; area; area = area->next)
		if (area->copy || is_divided(area->first_child))
			return true;
	return false;
}

bool area_page_is_divided(const struct area_page *page)
{
	return is_divided(page->first_area);
}

/* The areas of a list that a copy has; gives the last one. */
static struct area *areas_of_copy(struct arena *arena, const struct area *area, unsigned copy, struct area **first)
{
	struct area *last = NULL;

	for (; area; area = area->next) {
		if (area->copy && area->copy != copy)
			continue;
		struct area *part = ARENA_NEW(arena, struct area);

		*part = *area;
		part->copy = 0;
		part->next = NULL;
		part->first_child = NULL;
		part->last_child = areas_of_copy(arena, area->first_child, copy, &part->first_child);
		*(last ? &last->next : first) = part;
		last = part;
	}
	return last;
}

struct area_page *area_page_of_copy(struct arena *arena, const struct area_page *page, unsigned copy)
{
	struct area_page *part = ARENA_NEW(arena, struct area_page);

	*part = *page;
	part->next = NULL;
	part->first_area = NULL;
	part->last_area = areas_of_copy(arena, page->first_area, copy, &part->first_area);
	return part;
}
