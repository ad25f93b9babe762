/* model: where an object may stand: the content models of elements.def, read as the words they are. */
#include <string.h>

#include "fo/fo_int.h"

bool fo_kind_is_block(enum fo_kind kind)
{
	return kind == FO_BLOCK || kind == FO_BLOCK_CONTAINER || kind == FO_LIST_BLOCK || kind == FO_LIST_ITEM || kind == FO_TABLE ||
		   kind == FO_TABLE_AND_CAPTION;
}

bool fo_kind_is_inline(enum fo_kind kind)
{
	switch (kind) {
	case FO_INLINE:
	case FO_CHARACTER:
	case FO_LEADER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_BASIC_LINK:
	case FO_FOOTNOTE:
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_INLINE_CONTAINER:
	case FO_BIDI_OVERRIDE:
	case FO_SCALING_VALUE_CITATION:
	case FO_INDEX_PAGE_CITATION_LIST:
		return true;
	default:
		return false;
	}
}

bool fo_kind_is_phrase(enum fo_kind kind)
{
	return kind == FO_INLINE || kind == FO_BASIC_LINK || kind == FO_BIDI_OVERRIDE;
}

const struct fo_node *fo_containing_block(const struct fo_node *node)
{
	while (node && (node->kind == FO_WRAPPER || (fo_kind_is_inline(node->kind) && node->kind != FO_INLINE_CONTAINER)))
		node = node->parent;
	bool part = node && (node->kind == FO_LIST_ITEM_LABEL || node->kind == FO_LIST_ITEM_BODY);
	bool reference = node && (node->kind == FO_BLOCK_CONTAINER || node->kind == FO_TABLE);
	return part || (node && fo_kind_is_block(node->kind) && !reference) ? node : NULL;
}

enum fo_caption_side fo_caption_side(const struct fo_node *captioned)
{
	switch (captioned->style->caption_side) {
	case FO_KW_AFTER:
	case FO_KW_BOTTOM:
		return FO_CAPTION_AFTER;
	case FO_KW_START:
	case FO_KW_LEFT:
		return FO_CAPTION_START;
	case FO_KW_END:
	case FO_KW_RIGHT:
		return FO_CAPTION_END;
	default:
		return FO_CAPTION_BEFORE;
	}
}

/* Objects that may stand wherever blocks or inlines may (XSL 6.2, "out-of-line" and neutral ones). */
static bool is_neutral(enum fo_kind kind)
{
	switch (kind) {
	case FO_WRAPPER:
	case FO_MARKER:
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
	case FO_FLOAT:
	case FO_MULTI_SWITCH:
	case FO_MULTI_PROPERTIES:
	case FO_MULTI_TOGGLE:
	case FO_CHANGE_BAR_BEGIN:
	case FO_CHANGE_BAR_END:
	case FO_INDEX_RANGE_BEGIN:
	case FO_INDEX_RANGE_END:
	case FO_INITIAL_PROPERTY_SET:
		return true;
	default:
		return false;
	}
}

/* ---- content models: the words of elements.def ---- */

bool fo_model_has(const char *model, const char *word)
{
	size_t size = strlen(word);
	for (const char *at = model; (at = strstr(at, word)) != NULL; at += size) {
		bool starts = at == model || (!g_ascii_isalnum(at[-1]) && at[-1] != '-');
		bool ends = !g_ascii_isalnum(at[size]) && at[size] != '-';
		if (starts && ends)
			return true;
	}
	return false;
}

/* Whether a model lets an object named in it come more than once: "marker*", "(table-row+|table-cell+)", but not "flow". The names of the
 * parameter entities are objects', too: what they allow repeats. */
bool fo_model_repeats(const char *model, enum fo_kind kind)
{
	const char *name = fo_elements[kind].name;
	size_t size = strlen(name);
	if (kind == FO_INLINE || kind == FO_BLOCK || !fo_model_has(model, name))
		return true;
	for (const char *at = model; (at = strstr(at, name)) != NULL; at += size) {
		bool starts = at == model || (!g_ascii_isalnum(at[-1]) && at[-1] != '-');
		if (starts && !g_ascii_isalnum(at[size]) && at[size] != '-')
			return at[size] == '*' || at[size] == '+' || at[size] == '|' || at[size] == ')';
	}
	return true;
}

bool fo_model_comes_again(const xmlNode *element)
{
	for (const xmlNode *before = element->prev; before; before = before->prev)
		if (before->type == XML_ELEMENT_NODE && before->ns && xmlStrEqual(before->ns->href, BAD_CAST FO_NAMESPACE) &&
			xmlStrEqual(before->name, element->name))
			return true;
	return false;
}

static bool hands_down(enum fo_kind kind, bool within)
{
	return kind == FO_WRAPPER || kind == FO_MULTI_CASE || kind == FO_MULTI_TOGGLE ||
		   (within && (kind == FO_MULTI_SWITCH || kind == FO_MULTI_PROPERTIES));
}

/* The object whose model the content of `element` follows: a wrapper's is that of what it stands in. Asked of the XML, because what
 * is not supported has another kind in the tree. */
enum fo_kind fo_model_holder(const xmlNode *element)
{
	enum fo_kind kind = fo_kind_find((const char *)element->name);
	for (bool within = false; hands_down(kind, within) && element->parent->type == XML_ELEMENT_NODE; within = true) {
		element = element->parent;
		kind = fo_kind_find((const char *)element->name);
	}
	return kind;
}

/* Change bars begin and end anywhere below a flow (6.13.2): between rows and list items, too. */
static bool is_bar_within(enum fo_kind kind, const char *model)
{
	return (kind == FO_CHANGE_BAR_BEGIN || kind == FO_CHANGE_BAR_END) &&
		   (fo_model_has(model, "marker") || fo_model_has(model, "table-cell"));
}

bool fo_model_allows(enum fo_kind holder, enum fo_kind kind)
{
	const char *model = fo_elements[holder].content;
	if (fo_model_has(model, "any") || fo_model_has(model, fo_elements[kind].name) || is_bar_within(kind, model))
		return true;
	bool takes_inline = fo_model_has(model, "inline"), takes_block = fo_model_has(model, "block");
	return (takes_inline && fo_kind_is_inline(kind)) || (takes_block && fo_kind_is_block(kind) && kind != FO_LIST_ITEM) ||
		   ((takes_inline || takes_block) && is_neutral(kind));
}
