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

static void require(struct fo_builder *builder, const struct fo_node *node, enum fo_kind kind)
{
	if (!child_of(node, kind))
		diag_report(builder->sink, DIAG_FO_MISSING, node->place, "%s in %s", fo_kind_name(kind), fo_kind_name(node->kind));
}

static void require_reference(struct fo_builder *builder, const struct fo_node *node, const char *name, const char *value,
							  bool found)
{
	if (!value)
		diag_report(builder->sink, DIAG_PROP_MISSING, node->place, "%s: %s", fo_kind_name(node->kind), name);
	else if (!found)
		diag_report(builder->sink, DIAG_FO_REFERENCE, node->place, "%s: %s=\"%s\"", fo_kind_name(node->kind), name, value);
}

/* A master has a name, and no other has the same (7.27.8). */
static void check_master_name(struct fo_builder *builder, const struct fo_node *node)
{
	const char *name = node->style->master_name;
	require_reference(builder, node, "master-name", name, true);
	if (name && fo_find_master(builder->tree, name) != node)
		diag_report(builder->sink, DIAG_FO_DUPLICATE, node->place, "master-name=\"%s\"", name);
}

/* A page sequence may name any master, a part of a page-sequence-master only pages. */
static void check_master_reference(struct fo_builder *builder, const struct fo_node *node)
{
	const char *name = node->style->master_reference;
	const struct fo_node *master = name ? fo_find_master(builder->tree, name) : NULL;
	bool found = master && (node->kind == FO_PAGE_SEQUENCE || master->kind == FO_SIMPLE_PAGE_MASTER);
	require_reference(builder, node, "master-reference", name, found);
}

/* 6.13.7: it stands within a head or foot of a table. */
static void check_in_table_edge(struct fo_builder *builder, const struct fo_node *node)
{
	const struct fo_node *around = node->parent;
	while (around && around->kind != FO_TABLE_HEADER && around->kind != FO_TABLE_FOOTER)
		around = around->parent;
	if (!around)
		diag_report(builder->sink, DIAG_FO_MISPLACED, node->place, "%s; allowed: in %s, %s", fo_kind_name(node->kind),
					fo_kind_name(FO_TABLE_HEADER), fo_kind_name(FO_TABLE_FOOTER));
}

static void check_node(struct fo_builder *builder, const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	switch (node->kind) {
	case FO_ROOT:
		require(builder, node, FO_LAYOUT_MASTER_SET);
		require(builder, node, FO_PAGE_SEQUENCE);
		break;
	case FO_SIMPLE_PAGE_MASTER:
		require(builder, node, FO_REGION_BODY);
		check_master_name(builder, node);
		break;
	case FO_PAGE_SEQUENCE_MASTER:
		check_master_name(builder, node);
		break;
	case FO_PAGE_SEQUENCE:
		require(builder, node, FO_FLOW);
		/* fall through */
	case FO_SINGLE_PAGE_MASTER_REFERENCE:
	case FO_REPEATABLE_PAGE_MASTER_REFERENCE:
	case FO_CONDITIONAL_PAGE_MASTER_REFERENCE:
		check_master_reference(builder, node);
		break;
	case FO_TABLE_AND_CAPTION:
		if (fo_caption_side(node) < FO_CAPTION_START || !child_of(node, FO_WRAPPER))
			require(builder, node, FO_TABLE);
		break;
	case FO_EXTERNAL_GRAPHIC:
		require_reference(builder, node, "src", style->src, true);
		break;
	case FO_FLOW:
	case FO_STATIC_CONTENT:
		require_reference(builder, node, "flow-name", style->flow_name, true);
		break;
	case FO_MARKER:
		require_reference(builder, node, "marker-class-name", style->marker_class_name, true);
		break;
	case FO_RETRIEVE_TABLE_MARKER:
		check_in_table_edge(builder, node);
		/* fall through */
	case FO_RETRIEVE_MARKER:
		require_reference(builder, node, "retrieve-class-name", style->retrieve_class_name, true);
		break;
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		require_reference(builder, node, "ref-id", style->ref_id,
						  style->ref_id && g_hash_table_contains(builder->ids, style->ref_id));
		break;
	case FO_BOOKMARK:
	case FO_BASIC_LINK:
		if (style->internal_destination || !style->external_destination)
			require_reference(builder, node, "internal-destination", style->internal_destination,
							  style->internal_destination && g_hash_table_contains(builder->ids, style->internal_destination));
		break;
	case FO_TABLE:
		require(builder, node, FO_TABLE_BODY);
		break;
	case FO_LIST_BLOCK:
		require(builder, node, FO_LIST_ITEM);
		break;
	case FO_FOOTNOTE:
		require(builder, node, FO_INLINE);
		require(builder, node, FO_FOOTNOTE_BODY);
		break;
	case FO_TABLE_ROW:
		require(builder, node, FO_TABLE_CELL);
		break;
	case FO_LIST_ITEM:
		require(builder, node, FO_LIST_ITEM_LABEL);
		require(builder, node, FO_LIST_ITEM_BODY);
		break;
	default:
		break;
	}
}

void fo_check_tree(struct fo_builder *builder, struct fo_node *node)
{
	check_node(builder, node);
	if (fo_kind_is_block(node->kind) || node->kind == FO_LEADER || node->kind == FO_TITLE || node->kind == FO_BOOKMARK_TITLE)
		fo_whitespace(builder, node);
	for (struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT)
			fo_check_tree(builder, child);
}
