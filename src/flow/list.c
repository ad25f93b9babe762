/* list: the structure of lists (XSL 1.1, 6.8): how one says that it counts. Its items: list_item.c. */
#include <string.h>

#include "flow/build_int.h"

/* The first text that is no blank in a subtree, or NULL. */
static const char *first_text(const struct fo_node *node)
{
	if (node->kind == FO_TEXT) {
		const char *text = node->text;
		for (; *text && g_unichar_isspace(g_utf8_get_char(text)); text = g_utf8_next_char(text)) {
		}
		return *text ? text : NULL;
	}
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		const char *text = first_text(child);
		if (text)
			return text;
	}
	return NULL;
}

/* How a list says that it counts (ISO 32000-1, table 347), by what a label begins with inside brackets. Han numerals count in tens. */
static const char *numbering_of(const char *label)
{
	static const struct {
		const char *characters, *name;
	} kinds[] = {
		{"0123456789０１２３４５６７８９〇一二三四五六七八九十①⑴⒈㈠", "Decimal"},
		{"IVX", "UpperRoman"},
		{"ivx", "LowerRoman"},
		{"•●", "Disc"},
		{"◦○", "Circle"},
		{"▪■□", "Square"},
	};
	while (label && *label && strchr("([", *label))
		label++;
	if (label && (g_str_has_prefix(label, "（") || g_str_has_prefix(label, "〔") || g_str_has_prefix(label, "第")))
		label = g_utf8_next_char(label);
	if (!label || !*label)
		return "None";
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_utf8_strchr(kinds[i].characters, -1, g_utf8_get_char(label)))
			return kinds[i].name;
	return g_ascii_isupper(*label) ? "UpperAlpha" : g_ascii_islower(*label) ? "LowerAlpha" : "None";
}

static const struct fo_node *first_item(const struct fo_node *node)
{
	while (node && node->kind != FO_LIST_ITEM)
		node = node->next;
	return node;
}

/* What the first label does not say the second one does: the first may have words of the whole list before its number (附件：1.). */
static const char *list_numbering(const struct fo_node *list)
{
	const struct fo_node *first = first_item(list->first_child), *second = first ? first_item(first->next) : NULL;
	const char *numbering = first ? numbering_of(first_text(first->first_child)) : NULL;

	return second && strcmp(numbering, "None") == 0 ? numbering_of(first_text(second->first_child)) : numbering;
}

struct area_structure *flow_list_tag(struct layout *layout, const struct fo_node *list, struct area_structure *parent)
{
	struct area_structure *tag = layout_tag(layout, list, parent, "L");

	if (tag != &area_artifact && !tag->numbering && strcmp(tag->role, "L") == 0)
		tag->numbering = list_numbering(list);
	return tag;
}
