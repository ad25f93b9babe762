/* The order of the tree (PDF/UA-1, 7.1: the logical order). Where an element holds content of its own, its children stand in the order of the
 * content; else in the order of the document. A note stands right after what refers to it. Elements without content are left out, but for
 * cells and list parts, which keep their table or list in shape. */
#include "pdf/structure_int.h"

static bool has_own_content(const struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = structure_kid(element, k);

		if (kid->kind != KID_ELEMENT || kid->element->made)
			return true;
	}
	return element->made;
}

static void take_document_order(const struct tree *tree, struct element *element)
{
	g_array_set_size(element->kids, 0);
	for (const struct area_structure *tag = element->tag->first_child; tag; tag = tag->next) {
		struct kid kid = {KID_ELEMENT, g_hash_table_lookup(tree->elements, tag), 0, 0};

		if (kid.element->has_content || structure_stays_empty(kid.element))
			g_array_append_val(element->kids, kid);
	}
}

/* The element among whose kids a note stands: `element`, or the phrase within it that holds what refers to the note, but never a link: the
 * note is not its words. NULL: nothing in `element` refers to it. */
static struct element *note_parent(const struct tree *tree, struct element *element, const struct area_structure *reference)
{
	const struct element *at = reference ? g_hash_table_lookup(tree->elements, reference) : NULL;
	struct element *parent = at ? at->parent : NULL;

	for (struct element *around = parent; around && around != element; around = around->parent)
		if (around->is_link || structure_is(around, "Link"))
			parent = around->parent;
	while (at && at != element)
		at = at->parent;
	return at ? parent : NULL;
}

static void mark_listed(const struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++)
		if (structure_kid(element, k)->kind == KID_ELEMENT)
			structure_kid(element, k)->element->listed = true;
}

/* The child of `parent` that is or holds what refers to a note. */
static struct element *child_around(const struct tree *tree, const struct element *parent, const struct area_structure *reference)
{
	struct element *around = g_hash_table_lookup(tree->elements, reference);

	while (around->parent != parent)
		around = around->parent;
	return around;
}

/* Of a note, and of what it goes after: most elements are neither. */
struct element_notes {
	struct element *first, *last; /* the notes that go after the element */
	struct element *next;         /* after the same one */
};

static struct element_notes *notes_of(const struct tree *tree, struct element *element)
{
	if (!element->notes)
		element->notes = ARENA_NEW(tree->arena, struct element_notes);
	return element->notes;
}

static void follow(const struct tree *tree, struct element *before, struct element *note)
{
	struct element_notes *notes = notes_of(tree, before);

	*(notes->last ? &notes_of(tree, notes->last)->next : &notes->first) = note;
	notes->last = note;
	note->follows = true;
}

/* The notes among the children of `element` are told which elements they come after. */
static void find_references(const struct tree *tree, struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++) {
		struct element *note = structure_kid(element, k)->kind == KID_ELEMENT ? structure_kid(element, k)->element : NULL;
		const struct area_structure *reference = note && !note->made ? note->tag->reference : NULL;
		struct element *parent = reference ? note_parent(tree, element, reference) : NULL;
		struct element *around = parent ? child_around(tree, parent, reference) : NULL;

		if (!around || !around->listed)
			continue;
		follow(tree, around, note);
		note->parent = parent;
	}
}

static void put_with_notes(GArray *kids, struct kid kid)
{
	g_array_append_val(kids, kid);
	const struct element_notes *notes = kid.kind == KID_ELEMENT ? kid.element->notes : NULL;
	for (struct element *note = notes ? notes->first : NULL; note; note = note->notes ? note->notes->next : NULL)
		put_with_notes(kids, (struct kid){KID_ELEMENT, note, 0, 0});
}

/* The page has a note at its foot, the paragraph at its reference. Notes of references in one element keep their order. */
static void move_notes(struct element *element)
{
	bool moves = false;
	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = structure_kid(element, k);
		moves |= kid->kind == KID_ELEMENT && (kid->element->follows || kid->element->notes);
	}
	if (!moves)
		return;
	GArray *kids = element->kids;
	element->kids = g_array_sized_new(FALSE, FALSE, sizeof(struct kid), kids->len);
	for (guint k = 0; k < kids->len; k++) {
		struct kid kid = g_array_index(kids, struct kid, k);
		if (kid.kind != KID_ELEMENT || !kid.element->follows)
			put_with_notes(element->kids, kid);
	}
	g_array_free(kids, TRUE);
}

void structure_order(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];

		if (!has_own_content(element))
			take_document_order(tree, element);
	}
	for (guint i = 0; i < tree->order->len; i++)
		mark_listed(tree->order->pdata[i]);
	for (guint i = 0; i < tree->order->len; i++)
		find_references(tree, tree->order->pdata[i]);
	for (guint i = 0; i < tree->order->len; i++)
		move_notes(tree->order->pdata[i]);
}
