/* tag: the structure element of an object: its role, its words, its language. */
#include <string.h>

#include "layout/layout.h"

/* PDF/UA-1, 7.3: a figure says in words what it shows; none are made up. A picture without is an ornament to readers, other content is read as
 * it stands. NULL: no element. */
static const char *role_with_words(struct layout *layout, const struct fo_node *node, const char *role)
{
	const char *alt = node->style->alt;

	if (!role || (strcmp(role, "Figure") != 0 && strcmp(role, "Formula") != 0) || (alt && *alt))
		return role;
	diag_report(layout->sink, DIAG_ALT_MISSING, node->place, "%s", fo_kind_name(node->kind));
	return node->kind == FO_EXTERNAL_GRAPHIC || node->kind == FO_INSTREAM_FOREIGN_OBJECT ? NULL : "Div";
}

const char *layout_language(struct arena *arena, const struct fo_style *own, const struct fo_style *around)
{
	const char *tag = own->language, *parts[] = {own->script, own->country},
			   *others[] = {around ? around->script : NULL, around ? around->country : NULL};
	for (size_t i = 0; tag && i < G_N_ELEMENTS(parts); i++)
		if (parts[i] && parts[i] != others[i])
			tag = arena_printf(arena, "%s-%s", tag, parts[i]);
	return tag;
}

static bool is_in_other_language(const struct fo_node *node)
{
	const struct fo_style *own = node->style, *around = node->parent ? node->parent->style : own;
	return own->language != around->language || own->country != around->country || own->script != around->script;
}

/* NULL where an object's language is that around it. */
static const char *other_language(struct layout *layout, const struct fo_node *node)
{
	return is_in_other_language(node) ? layout_language(layout->pass_arena, node->style, node->parent->style) : NULL;
}

struct area_structure *layout_own_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent)
{
	bool has_own = node->style->role || node->style->source_document || is_in_other_language(node);
	return has_own ? layout_tag(layout, node, parent, "Div") : parent;
}

/* Where an object's element stands among others. The foot of a table is read after its bodies, before which it stands. */
static uint32_t order_of(const struct fo_node *node)
{
	return node->kind == FO_TABLE_FOOTER ? UINT32_MAX : node->order;
}

/* What is built a second time for another measure has its element already. */
struct area_structure *layout_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent,
								  const char *role)
{
	if (layout->artifact || parent == &area_artifact || (node->style->role && g_str_equal(node->style->role, "artifact")))
		return &area_artifact;
	struct area_structure *tag = g_hash_table_lookup(layout->tags, node);
	if (tag)
		return tag;
	role = role_with_words(layout, node, node->style->role ? node->style->role : role);
	tag = role ? area_structure_new_at(layout->pass_arena, parent, role, order_of(node)) : &area_artifact;
	g_hash_table_insert(layout->tags, (gpointer)(uintptr_t)node, tag);
	if (!role)
		return tag;
	tag->id = node->id;
	tag->alt = node->style->alt && *node->style->alt ? node->style->alt : NULL;
	tag->role_place = node->style->role ? &node->place : NULL;
	tag->source = node->style->source_document;
	tag->language = other_language(layout, node);
	return tag;
}

void layout_tie_note(struct layout *layout, const struct fo_node *footnote)
{
	struct area_structure *note = NULL, *reference = NULL;

	for (const struct fo_node *child = footnote->first_child; child; child = child->next)
		*(child->kind == FO_FOOTNOTE_BODY ? &note : &reference) = g_hash_table_lookup(layout->tags, child);
	if (note && note != &area_artifact)
		note->reference = reference;
}
