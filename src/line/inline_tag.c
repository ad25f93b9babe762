/* inline_tag: which structure element a piece of a paragraph belongs to: the paragraph's, or one of its own for a link, the reference of a
 * footnote, an inline with a role, or words in another language (ISO 32000-1, 14.8.4.4; PDF/UA-1, 7.2). */
#include <string.h>

#include "line/paragraph_int.h"

static bool is_inline(enum fo_kind kind)
{
	return fo_kind_is_phrase(kind) || kind == FO_WRAPPER || kind == FO_FOOTNOTE || kind == FO_CHARACTER || kind == FO_LEADER ||
		   kind == FO_PAGE_NUMBER || kind == FO_PAGE_NUMBER_CITATION || kind == FO_PAGE_NUMBER_CITATION_LAST ||
		   kind == FO_INLINE_CONTAINER || kind == FO_EXTERNAL_GRAPHIC || kind == FO_INSTREAM_FOREIGN_OBJECT;
}

static bool is_picture(enum fo_kind kind)
{
	return kind == FO_EXTERNAL_GRAPHIC || kind == FO_INSTREAM_FOREIGN_OBJECT;
}

/* The role of an inline's own element; NULL: it has none. A picture's is graphic.c's matter. */
static const char *own_role(const struct fo_node *node)
{
	if (is_picture(node->kind))
		return NULL;
	if (node->style->role)
		return node->style->role;
	if (node->kind == FO_BASIC_LINK)
		return "Link";
	if (node->kind == FO_INLINE && node->parent->kind == FO_FOOTNOTE)
		return "Reference";
	const struct fo_style *own = node->style, *around = node->parent->style;
	return own->source_document || own->language != around->language || own->script != around->script ? "Span" : NULL;
}

const struct fo_node *inline_element(const struct paragraph *paragraph, const struct fo_node *node)
{
	for (; node && node != paragraph->block && is_inline(node->kind); node = node->parent)
		if (own_role(node))
			return node;
	return NULL;
}

struct area_structure *inline_tag(const struct paragraph *paragraph, const struct fo_node *node)
{
	const struct fo_node *element = inline_element(paragraph, node);
	struct area_structure *tag;

	if (!element || paragraph->tag == &area_artifact)
		return paragraph->tag;
	tag = layout_tag(paragraph->layout, element, inline_tag(paragraph, element->parent), own_role(element));
	if (element->parent->kind == FO_FOOTNOTE)
		layout_tie_note(paragraph->layout, element->parent);
	return tag;
}

struct area_structure *inline_drawn_tag(const struct paragraph *paragraph, const struct fo_node *node)
{
	struct area_structure *tag = inline_tag(paragraph, node);

	while (tag && strcmp(tag->role, "Figure") != 0)
		tag = tag->parent;
	return tag ? tag : &area_artifact;
}

struct area_structure *line_tag_within(struct layout *layout, const struct fo_node *block, struct area_structure *tag,
									   const struct fo_node *node)
{
	return inline_tag(&(struct paragraph){.layout = layout, .block = block, .tag = tag}, node);
}
