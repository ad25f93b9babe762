/* where: objects that XSL does not let stand where they are, in their model's order or in what is around. They are formatted all the same (G312),
 * but for what would retrieve itself. */
#include <string.h>

#include "fo/fo_int.h"

#define IN      "%s in %s", "%s 在 %s 内"
#define AFTER   "%s after %s", "%s 在 %s 之后"
#define OUTSIDE "%s outside %s", "%s 在 %s 之外"

static const struct fo_node *around(const struct fo_node *node, enum fo_kind kind)
{
	while (node && node->kind != kind)
		node = node->parent;
	return node;
}

/* ---- order among siblings ---- */

/* The part of a content model in which a name stands, counted from 1: what stands in one pair of brackets comes in any order. 0: in none,
 * or in any. */
static unsigned part_of(const char *model, const char *name)
{
	size_t size = strlen(name);
	unsigned part = 1;
	bool bracket = false;
	if (fo_model_has(model, "#PCDATA"))
		return 0;
	for (const char *at = model; *at; at++) {
		bracket = *at == '(' || (bracket && *at != ')');
		part += *at == ' ' && !bracket;
		bool starts = at == model || at[-1] == ' ' || at[-1] == '(' || at[-1] == '|';
		if (starts && strncmp(at, name, size) == 0 && !g_ascii_isalnum(at[size]) && at[size] != '-')
			return part;
	}
	return 0;
}

static const xmlNode *object_before(const xmlNode *element)
{
	const xmlNode *before = element->prev;
	while (before && !(before->type == XML_ELEMENT_NODE && before->ns && xmlStrEqual(before->ns->href, BAD_CAST FO_NAMESPACE)))
		before = before->prev;
	return before;
}

/* (table-row+|table-cell+): one or the other. */
static bool is_mixed(enum fo_kind kind, enum fo_kind before)
{
	return (kind == FO_TABLE_ROW && before == FO_TABLE_CELL) || (kind == FO_TABLE_CELL && before == FO_TABLE_ROW);
}

static void check_order(struct fo_builder *builder, const xmlNode *element, enum fo_kind kind, struct place place)
{
	const xmlNode *before = object_before(element);
	enum fo_kind last = before ? fo_kind_find((const char *)before->name) : FO_TEXT;
	if (last == FO_TEXT || kind == FO_MARKER)
		return;
	const char *model = fo_elements[fo_model_holder(element->parent)].content;
	unsigned part = part_of(model, fo_elements[kind].name);
	if (part && (part < part_of(model, fo_elements[last].name) || is_mixed(kind, last)))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, AFTER, fo_kind_name(kind), fo_kind_name(last));
}

/* ---- markers (6.13.5 to 6.13.7) ---- */

/* What stands before it: the object's name, or "" for text that is not blank; NULL: markers alone, if anything. */
static const char *content_before(const xmlNode *marker)
{
	for (const xmlNode *before = marker->prev; before; before = before->prev) {
		const char *text = before->type == XML_ELEMENT_NODE ? NULL : (const char *)before->content;
		if (before->type == XML_TEXT_NODE && text && text[strspn(text, " \t\r\n")])
			return "";
		enum fo_kind kind = before->type == XML_ELEMENT_NODE ? fo_kind_find((const char *)before->name) : FO_TEXT;
		if (kind != FO_TEXT)
			return kind == FO_MARKER ? NULL : fo_kind_name(kind);
	}
	return NULL;
}

static bool is_marker(const xmlNode *node)
{
	return node && fo_kind_find((const char *)node->name) == FO_MARKER;
}

/* Whether a sibling before has the same name. */
static bool name_is_taken(struct fo_builder *builder, const xmlNode *marker)
{
	if (!is_marker(xmlNextElementSibling((xmlNode *)(uintptr_t)marker)) && !is_marker(object_before(marker)))
		return false;
	xmlChar *name = xmlGetNoNsProp(marker, BAD_CAST "marker-class-name");
	char *key = g_strdup_printf("%p %s", (const void *)marker->parent, name ? (const char *)name : "");
	bool taken = name && !fo_say_once(builder, key);
	g_free(key);
	xmlFree(name);
	return taken;
}

static void check_marker(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent, struct place place)
{
	const char *marker = fo_kind_name(FO_MARKER), *before = content_before(element);
	static const enum fo_kind without[] = {FO_MARKER, FO_FOOTNOTE_BODY, FO_FLOAT, FO_LEADER};
	if (parent->kind == FO_TABLE_ROW) /* elements.def has it, as FOP */
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, IN, marker, fo_kind_name(parent->kind));
	if (!around(parent, FO_FLOW))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, OUTSIDE, marker, fo_kind_name(FO_FLOW));
	if (before && *before)
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, AFTER, marker, before);
	else if (before)
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, "%s after text", "%s 在文字之后", marker);
	if (name_is_taken(builder, element))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, "%s after another of the same marker-class-name",
						  "%s 与之前的 marker-class-name 相同", marker);
	for (size_t i = 0; i < G_N_ELEMENTS(without); i++)
		if (around(parent, without[i]))
			diag_report_words(builder->sink, DIAG_FO_WHERE, place, IN, marker, fo_kind_name(without[i]));
}

/* Only in what stays on its page; and none in what it retrieves, which may be itself. */
static bool check_retrieving(struct fo_builder *builder, const struct fo_node *parent, enum fo_kind kind, struct place place)
{
	bool within = builder->again || around(parent, FO_MARKER);
	if (within)
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, IN, fo_kind_name(kind), fo_kind_name(FO_MARKER));
	else if (kind == FO_RETRIEVE_MARKER && !around(parent, FO_STATIC_CONTENT))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, OUTSIDE, fo_kind_name(kind), fo_kind_name(FO_STATIC_CONTENT));
	return !within;
}

/* ---- what stands out of line, or in a line of its own (6.6.9, 6.12.3) ---- */

static const struct fo_node *positioned_around(const struct fo_node *node)
{
	while (node && !(node->kind == FO_BLOCK_CONTAINER && node->style->absolute_position != FO_KW_AUTO))
		node = node->parent;
	return node;
}

static void check_footnote(struct fo_builder *builder, const struct fo_node *parent, struct place place)
{
	const char *note = fo_kind_name(FO_FOOTNOTE);
	if (!around(parent, FO_FLOW))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, OUTSIDE, note, fo_kind_name(FO_FLOW));
	else if (around(parent, FO_MARKER))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, IN, note, fo_kind_name(FO_MARKER));
	else if (positioned_around(parent))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, "%s in what has an absolute-position",
						  "%s 在有 absolute-position 的对象内", note);
}

static void check_in_leader(struct fo_builder *builder, const struct fo_node *parent, enum fo_kind kind, struct place place)
{
	if (around(parent, FO_LEADER))
		diag_report_words(builder->sink, DIAG_FO_WHERE, place, IN, fo_kind_name(kind), fo_kind_name(FO_LEADER));
}

/* ---- the whole ---- */

bool fo_check_where(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent, enum fo_kind kind)
{
	struct place place = fo_place_of(builder, element, parent);
	check_order(builder, element, kind, place);
	switch (kind) {
	case FO_MARKER:
		check_marker(builder, element, parent, place);
		return true;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		return check_retrieving(builder, parent, kind, place);
	case FO_FOOTNOTE:
		check_footnote(builder, parent, place);
		return true;
	case FO_LEADER:
	case FO_INLINE_CONTAINER:
		check_in_leader(builder, parent, kind, place);
		return true;
	default:
		return true;
	}
}
