/* The shape of the tree (ISO 32000-1, 14.8.4; PDF/UA-1, 7.1 and 7.4.2). Roles given by authors may not fit each other: a
 * list item outside of a list, blocks in a paragraph. Those are what roles.def says they are otherwise. */
#include <string.h>

#include "pdf/structure_int.h"

/* ---- roles that fit ---- */

/* Whether a name stands in a list of names between blanks; an empty list has all. */
static bool is_listed(const char *list, const char *name)
{
	size_t size = strlen(name);

	for (const char *at = list; *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == size && strncmp(at, name, size) == 0)
			return true;
	return !*list;
}

static bool is_block(const struct kid *kid)
{
	return kid->kind == KID_ELEMENT && (kid->element->role->level == ROLE_BLOCK || kid->element->role->level == ROLE_TEXT);
}

static bool has_blocks(const struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++)
		if (is_block(structure_kid(element, k)))
			return true;
	return false;
}

/* A Link or Annot without an annotation (its target was not allowed, or it was never a link) is text, or blocks, like any other. */
static void settle_link(const struct tree *tree, struct element *element)
{
	if (!structure_is(element, "Link") && !structure_is(element, "Annot"))
		return;
	for (guint k = 0; k < element->kids->len; k++)
		if (structure_kid(element, k)->kind == KID_LINK)
			return;
	structure_set_role(tree, element, has_blocks(element) ? "Div" : "Span");
}

/* Tables and lists: parts of their own, which no text can hold. */
static bool has_parts(const struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++)
		if (is_block(structure_kid(element, k)) && *structure_kid(element, k)->element->role->children)
			return true;
	return false;
}

static bool is_text_only(const struct element *element)
{
	return element->role->level == ROLE_TEXT || element->role->level == ROLE_INLINE;
}

/* From the leaves up: a table whose parts are something else is none. */
static void mend_parents(const struct tree *tree, struct element *element)
{
	bool fits = true;

	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = structure_kid(element, k);

		if (kid->kind == KID_ELEMENT)
			mend_parents(tree, kid->element);
		fits = fits && is_listed(element->role->children, kid->kind == KID_ELEMENT ? kid->element->role->name : "P");
	}
	if (!fits)
		structure_set_role(tree, element, element->role->otherwise);
	settle_link(tree, element);
	if (is_text_only(element) && !structure_is(element, "P") && has_parts(element))
		structure_set_role(tree, element, "Div");
}

/* A paragraph with blocks in it is a division; text beside the blocks stands in paragraphs. */
static void divide(struct tree *tree, struct element *element)
{
	GArray *kids = element->kids;
	struct element *paragraph = NULL;

	structure_set_role(tree, element, "Div");
	element->kids = g_array_new(FALSE, FALSE, sizeof(struct kid));
	for (guint k = 0; k < kids->len; k++) {
		struct kid kid = g_array_index(kids, struct kid, k);

		if (is_block(&kid)) {
			paragraph = NULL;
			g_array_append_val(element->kids, kid);
			continue;
		}
		if (!paragraph) {
			paragraph = structure_make(tree, element, "P", element->kids);
			paragraph->has_content = true;
		}
		if (kid.kind == KID_ELEMENT)
			kid.element->parent = paragraph;
		g_array_append_val(paragraph->kids, kid);
	}
	g_array_free(kids, TRUE);
}

static void mend_child(const struct tree *tree, const struct element *parent, struct element *child)
{
	if (!is_listed(child->role->parents, parent->role->name))
		structure_set_role(tree, child, child->role->otherwise);
	if (is_text_only(parent) && (child->role->level == ROLE_TEXT || child->role->level == ROLE_BLOCK))
		structure_set_role(tree, child, "Span");
}

/* From the root down. */
static void mend_children(struct tree *tree, struct element *element)
{
	if (structure_is(element, "P") && has_blocks(element))
		divide(tree, element);
	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = structure_kid(element, k);

		if (kid->kind != KID_ELEMENT)
			continue;
		mend_child(tree, element, kid->element);
		mend_children(tree, kid->element);
	}
}

/* ---- what is left empty ---- */

/* An empty cell whose role says that it is none keeps nothing in shape. */
static void drop_empty(struct element *element)
{
	guint kept = 0;

	for (guint k = 0; k < element->kids->len; k++) {
		struct kid kid = *structure_kid(element, k);

		if (kid.kind == KID_ELEMENT) {
			drop_empty(kid.element);
			if (!kid.element->kids->len && !structure_stays_empty(kid.element))
				continue;
		}
		*structure_kid(element, kept++) = kid;
	}
	g_array_set_size(element->kids, kept);
}

/* ---- headings ---- */

/* '1' to '6'; 0: no heading. H counts the sections around it: beside H1 to H6 it may not stand (PDF/UA-1, 7.4.4). */
static char heading_number(const struct element *element)
{
	const char *role = element->role->name;
	char number = '1';

	if (role[0] != 'H' || (role[1] && (role[1] > '6' || role[2])))
		return 0;
	for (const struct element *around = element->parent; around && !role[1] && number < '6'; around = around->parent)
		number = (char)(number + (structure_is(around, "Sect") || structure_is(around, "Art") || structure_is(around, "Part")));
	return role[1] ? role[1] : number;
}

/* Headings begin with H1 and skip no level. What stands below a heading is one level lower, whatever its number. */
static void level_headings(const struct tree *tree)
{
	static const char *const names[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
	char open[G_N_ELEMENTS(names)]; /* the numbers given to the headings around */
	size_t depth = 0;

	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];
		char number = heading_number(element);

		if (!element->has_content || !number)
			continue;
		while (depth && open[depth - 1] >= number)
			depth--;
		open[depth++] = number;
		structure_set_role(tree, element, names[depth - 1]);
	}
}

/* ---- links of another role ---- */

/* A basic-link with a role of its own got its Link beside its content (structure.c): it shall be around it. */
static void gather_link(struct element *element)
{
	struct element *link = NULL;
	GArray *content = g_array_new(FALSE, FALSE, sizeof(struct kid)), *parts = g_array_new(FALSE, FALSE, sizeof(struct kid));

	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = structure_kid(element, k);
		bool own = kid->kind == KID_ELEMENT && kid->element->made && structure_is(kid->element, "Link");

		if (own)
			g_array_append_vals(parts, kid->element->kids->data, kid->element->kids->len);
		else
			g_array_append_val(content, *kid);
		link = own && !link ? kid->element : link;
	}
	if (link && content->len) {
		g_array_append_vals(content, parts->data, parts->len);
		g_array_set_size(link->kids, 0);
		g_array_append_vals(link->kids, content->data, content->len);
		g_array_set_size(element->kids, 0);
		g_array_append_val(element->kids, ((struct kid){KID_ELEMENT, link, 0, 0}));
		for (guint k = 0; k < link->kids->len; k++)
			if (structure_kid(link, k)->kind == KID_ELEMENT)
				structure_kid(link, k)->element->parent = link;
	}
	g_array_free(content, TRUE);
	g_array_free(parts, TRUE);
}

static void gather_links(const struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];

		if (element->is_link)
			gather_link(element);
	}
}

void structure_shape(struct tree *tree)
{
	structure_order(tree);
	gather_links(tree);
	mend_parents(tree, tree->order->pdata[0]);
	mend_children(tree, tree->order->pdata[0]);
	drop_empty(tree->order->pdata[0]);
	structure_parts(tree);
	level_headings(tree);
}
