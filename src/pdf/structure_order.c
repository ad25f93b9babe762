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

/* The kid of `parent` that is or holds what refers to a note; -1: none is in the file. */
static int find_reference(const struct tree *tree, const struct element *parent, const struct area_structure *reference)
{
	const struct element *around = g_hash_table_lookup(tree->elements, reference);

	while (around->parent != parent)
		around = around->parent;
	for (guint k = 0; k < parent->kids->len; k++)
		if (structure_kid(parent, k)->element == around)
			return (int)k;
	return -1;
}

/* The page has a note at its foot, the paragraph at its reference. Notes of one reference keep their order. */
static void move_notes(const struct tree *tree, struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++) {
		struct kid kid = *structure_kid(element, k);
		const struct area_structure *reference = kid.kind == KID_ELEMENT && !kid.element->made ? kid.element->tag->reference
																							   : NULL;
		struct element *parent = reference ? note_parent(tree, element, reference) : NULL;
		int at = parent ? find_reference(tree, parent, reference) : -1;

		if (at < 0)
			continue;
		g_array_remove_index(element->kids, k);
		at += parent != element || at < (int)k ? 1 : 0;
		g_array_insert_val(parent->kids, (guint)at, kid);
		kid.element->parent = parent;
		k -= parent != element ? 1 : 0;
	}
}

void structure_order(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];

		if (!has_own_content(element))
			take_document_order(tree, element);
	}
	for (guint i = 0; i < tree->order->len; i++)
		move_notes(tree, tree->order->pdata[i]);
}
