/* check: what must be there: objects that another needs, references that lead somewhere. Also white space, once a block is whole. */
#include <string.h>

#include "fo/fo_int.h"

static const struct fo_node *child_of(const struct fo_node *node, enum fo_kind kind)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind == kind)
			return child;
	return NULL;
}

/* Nested too deep, which is said (G309): that it is empty is no fault of its own. */
static bool is_cut(const struct fo_node *node)
{
	unsigned nested = 0;
	for (; node; node = node->parent)
		nested += node->kind != FO_BLOCK;
	return nested >= FO_NESTED_MAX;
}

static void require(struct fo_builder *builder, const struct fo_node *node, enum fo_kind kind)
{
	if (!child_of(node, kind) && !is_cut(node))
		diag_report_words(builder->sink, DIAG_FO_MISSING, node->place, "%s in %s", "%s，应在 %s 内", fo_kind_name(kind),
						  fo_kind_name(node->kind));
}

static void require_reference(struct fo_builder *builder, const struct fo_node *node, const char *name, const char *value,
							  bool found)
{
	if (!value)
		diag_report(builder->sink, DIAG_PROP_MISSING, node->place, "%s: %s", fo_kind_name(node->kind), name);
	else if (!found)
		diag_report(builder->sink, DIAG_FO_REFERENCE, node->place, "%s: %s=\"%s\"", fo_kind_name(node->kind), name, value);
}

static void note_reference(struct fo_builder *builder, const struct fo_node *node, const char *name, const char *id)
{
	struct fo_reference *reference = ARENA_NEW(builder->arena, struct fo_reference);
	*reference = (struct fo_reference){node, name, id, builder->tree->references};
	builder->tree->references = reference;
}

/* An id that no object has costs its page number or link, not the document (as in FOP). */
static void require_id(struct fo_builder *builder, const struct fo_node *node, const char *name, const char *id)
{
	require_reference(builder, node, name, id, true);
	if (!id || builder->again)
		return;
	if (g_hash_table_contains(builder->ids, id))
		note_reference(builder, node, name, id);
	else
		diag_report(builder->sink, DIAG_FO_ID, node->place, "%s: %s=\"%s\"", fo_kind_name(node->kind), name, id);
}

/* A master has a name, and no other has the same (7.27.8). */
static void check_master_name(struct fo_builder *builder, const struct fo_node *node)
{
	const char *name = node->style->master_name;
	require_reference(builder, node, "master-name", name, true);
	if (name && fo_find_master(builder->tree, name) != node)
		diag_report(builder->sink, DIAG_FO_DUPLICATE, node->place, "master-name=\"%s\"", name);
}

/* What goes by a name goes one way only: of two regions of a page, or parts of a page sequence, the second would be lost (6.4.5, 7.27.17). */
static void check_names(struct fo_builder *builder, const struct fo_node *holder, const char *name, size_t field)
{
	GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);
	for (const struct fo_node *child = holder->first_child; child; child = child->next) {
		const char *value = *(const char *const *)((const char *)child->style + field);
		if (value && !g_hash_table_add(met, (gpointer)(uintptr_t)value))
			diag_report(builder->sink, DIAG_FO_DUPLICATE, child->place, "%s=\"%s\"", name, value);
	}
	g_hash_table_destroy(met);
}

/* A page sequence may name any master, a part of a page-sequence-master only pages. */
static void check_master_reference(struct fo_builder *builder, const struct fo_node *node)
{
	const char *name = node->style->master_reference;
	const struct fo_node *master = name ? fo_find_master(builder->tree, name) : NULL;
	bool found = master && (node->kind == FO_PAGE_SEQUENCE || master->kind == FO_SIMPLE_PAGE_MASTER);
	require_reference(builder, node, "master-reference", name, found);
}

/* Static content goes to the regions of its name, or between the flow and its floats or footnotes (6.4.5). */
static void check_static_name(struct fo_builder *builder, const struct fo_node *node)
{
	const char *name = node->style->flow_name;
	bool separates = name && (strcmp(name, "xsl-before-float-separator") == 0 || strcmp(name, "xsl-footnote-separator") == 0);
	if (name && !separates && !fo_is_region(builder, name))
		diag_report(builder->sink, DIAG_STATIC_UNMAPPED, node->place, "flow-name=\"%s\"", name);
}

/* 6.13.7: it stands within a head or foot of a table. */
static void check_in_table_edge(struct fo_builder *builder, const struct fo_node *node)
{
	const struct fo_node *around = node->parent;
	while (around && around->kind != FO_TABLE_HEADER && around->kind != FO_TABLE_FOOTER)
		around = around->parent;
	if (!around)
		diag_report_words(builder->sink, DIAG_FO_MISPLACED, node->place, "%s; allowed: in %s, %s", "%s，可用于 %s、%s 内",
						  fo_kind_name(node->kind), fo_kind_name(FO_TABLE_HEADER), fo_kind_name(FO_TABLE_FOOTER));
}

/* A link leads somewhere: within the document, unless it leads outside (6.9.2, 6.11.3). */
static void check_destination(struct fo_builder *builder, const struct fo_node *node)
{
	const char *id = node->style->internal_destination;
	if (id || !node->style->external_destination)
		require_id(builder, node, "internal-destination", id);
}

static bool is_blank(const char *text, size_t size)
{
	for (const char *at = text; at < text + size; at = g_utf8_next_char(at))
		if (!g_unichar_isspace(g_utf8_get_char(at)))
			return false;
	return true;
}

/* Blank titles too: in a list of bookmarks they are nothing to point at. */
static void check_bookmark(struct fo_builder *builder, const struct fo_node *node)
{
	const struct fo_node *title = child_of(node, FO_BOOKMARK_TITLE);
	const struct fo_node *text = title ? title->first_child : NULL;
	if (!text || is_blank(text->text, text->text_size))
		diag_say(builder->sink, DIAG_BOOKMARK_TITLE, node->place);
	check_destination(builder, node);
}

/* Objects that an object needs (the rest of its content model may be empty: a table without rows is none). */
static const struct {
	enum fo_kind kind, child;
} required_children[] = {
	{FO_ROOT, FO_LAYOUT_MASTER_SET}, {FO_ROOT, FO_PAGE_SEQUENCE},        {FO_SIMPLE_PAGE_MASTER, FO_REGION_BODY},
	{FO_PAGE_SEQUENCE, FO_FLOW},     {FO_TABLE, FO_TABLE_BODY},          {FO_TABLE_ROW, FO_TABLE_CELL},
	{FO_LIST_BLOCK, FO_LIST_ITEM},   {FO_LIST_ITEM, FO_LIST_ITEM_LABEL}, {FO_LIST_ITEM, FO_LIST_ITEM_BODY},
	{FO_FOOTNOTE, FO_INLINE},        {FO_FOOTNOTE, FO_FOOTNOTE_BODY},
};

/* Properties without which an object means nothing; an id is one of the document's. */
static const struct {
	enum fo_kind kind;
	const char *name;
	size_t field;
	bool is_id;
} required_names[] = {
#define NAME(kind, name, field)                                                                                                  \
	{                                                                                                                            \
		FO_##kind, name, offsetof(struct fo_style, field), false                                                                 \
	}
#define ID(kind, name, field)                                                                                                    \
	{                                                                                                                            \
		FO_##kind, name, offsetof(struct fo_style, field), true                                                                  \
	}
	NAME(FLOW, "flow-name", flow_name),
	NAME(STATIC_CONTENT, "flow-name", flow_name),
	NAME(MARKER, "marker-class-name", marker_class_name),
	NAME(RETRIEVE_MARKER, "retrieve-class-name", retrieve_class_name),
	NAME(RETRIEVE_TABLE_MARKER, "retrieve-class-name", retrieve_class_name),
	ID(PAGE_NUMBER_CITATION, "ref-id", ref_id),
	ID(PAGE_NUMBER_CITATION_LAST, "ref-id", ref_id),
#undef NAME
#undef ID
};

static void check_required(struct fo_builder *builder, const struct fo_node *node)
{
	for (size_t i = 0; i < G_N_ELEMENTS(required_children); i++)
		if (required_children[i].kind == node->kind)
			require(builder, node, required_children[i].child);
	for (size_t i = 0; i < G_N_ELEMENTS(required_names); i++)
		if (required_names[i].kind == node->kind) {
			const char *value = *(const char *const *)((const char *)node->style + required_names[i].field);
			if (required_names[i].is_id)
				require_id(builder, node, required_names[i].name, value);
			else
				require_reference(builder, node, required_names[i].name, value, true);
		}
}

static void check_node(struct fo_builder *builder, const struct fo_node *node)
{
	check_required(builder, node);
	switch (node->kind) {
	case FO_SIMPLE_PAGE_MASTER:
		check_names(builder, node, "region-name", offsetof(struct fo_style, region_name));
		check_master_name(builder, node);
		break;
	case FO_PAGE_SEQUENCE_MASTER:
		check_master_name(builder, node);
		break;
	case FO_PAGE_SEQUENCE:
		check_names(builder, node, "flow-name", offsetof(struct fo_style, flow_name));
		check_master_reference(builder, node);
		break;
	case FO_STATIC_CONTENT:
		check_static_name(builder, node);
		break;
	case FO_SINGLE_PAGE_MASTER_REFERENCE:
	case FO_REPEATABLE_PAGE_MASTER_REFERENCE:
	case FO_CONDITIONAL_PAGE_MASTER_REFERENCE:
		check_master_reference(builder, node);
		break;
	case FO_TABLE_AND_CAPTION:
		if (fo_caption_side(node) < FO_CAPTION_START || !child_of(node, FO_WRAPPER))
			require(builder, node, FO_TABLE);
		break;
	case FO_RETRIEVE_TABLE_MARKER:
		check_in_table_edge(builder, node);
		break;
	case FO_BOOKMARK:
		check_bookmark(builder, node);
		break;
	case FO_BASIC_LINK:
		check_destination(builder, node);
		break;
	default:
		break;
	}
}

void fo_check_length(struct fo_builder *builder, struct place place, const char *name, const char *text)
{
	const char *end = text ? limit_string_end(text) : NULL;
	if (end && *end)
		diag_report_words(builder->sink, DIAG_TOO_LONG, place, "%s: %d characters (at most %d)", "%s：%d 个字符（最多 %d 个）",
						  name, (int)g_utf8_strlen(text, -1), LIMIT_STRING);
}

/* Words and roles that the PDF holds beside the text. */
static void check_lengths(struct fo_builder *builder, const struct fo_node *node)
{
	const char *role = node->style->role;
	fo_check_length(builder, node->place, "gw:alt", node->style->alt);
	fo_check_length(builder, node->place, "source-document", node->style->source_document);
	if (role && *limit_name_end(role))
		diag_report_words(builder->sink, DIAG_TOO_LONG, node->place, "role: %d bytes (at most %d)", "role：%d 字节（最多 %d）",
						  (int)strlen(role), LIMIT_NAME);
	if (node->kind == FO_BOOKMARK_TITLE && node->first_child && node->first_child->text_size > LIMIT_STRING) {
		char *title = g_strndup(node->first_child->text, node->first_child->text_size);
		fo_check_length(builder, node->place, fo_kind_name(node->kind), title);
		g_free(title);
	}
}

void fo_check_tree(struct fo_builder *builder, struct fo_node *node)
{
	check_node(builder, node);
	check_lengths(builder, node);
	if (fo_kind_is_block(node->kind) || node->kind == FO_LEADER || node->kind == FO_TITLE || node->kind == FO_BOOKMARK_TITLE)
		fo_whitespace(builder, node);
	for (struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT)
			fo_check_tree(builder, child);
	if (node->kind == FO_TITLE)
		fo_take_title(builder, node);
}
