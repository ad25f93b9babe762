/* flow_list: lists (XSL 1.1, 6.8). An item is a row of two cells, its label and its body, both in the list's own coordinates: body-start()
 * and label-end() are computed indents. */
#include <string.h>

#include "layout/flow_build_int.h"

/* ---- structure ---- */

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
	struct area_structure *tag = flow_tag(layout, list, parent, "L");

	if (tag != &area_artifact && !tag->numbering && strcmp(tag->role, "L") == 0)
		tag->numbering = list_numbering(list);
	return tag;
}

/* ---- items ---- */

static struct flow_cell part_of(struct builder *builder, const struct fo_node *part, struct area_structure *tag, const char *role)
{
	struct flow_cell cell = {
		.node = part, .kind = AREA_BLOCK, .x = builder->x, .width = builder->width, .row_span = 1, .align = FO_KW_BEFORE};
	cell.tag = flow_tag(builder->layout, part, tag, role);
	cell.content = flow_build(builder->layout, part, builder->width, 0, cell.tag);
	cell.content_height = flow_height(cell.content);
	return cell;
}

static struct flow_row *row_of(struct builder *builder, const struct fo_node *item, struct area_structure *tag)
{
	struct arena *arena = builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = item,
							 .kind = AREA_BLOCK,
							 .x = builder->x,
							 .width = builder->width,
							 .keep = flow_keep(item->style->keep_together),
							 .born = builder->layout->generation};
	row->tag = tag;
	row->cells = ARENA_ARRAY(arena, struct flow_cell, 2);
	for (const struct fo_node *part = item->first_child; part; part = part->next) {
		if (part->kind != FO_LIST_ITEM_LABEL && part->kind != FO_LIST_ITEM_BODY)
			continue;
		struct flow_cell *cell = &row->cells[row->count++];
		*cell = part_of(builder, part, tag, part->kind == FO_LIST_ITEM_LABEL ? "Lbl" : "LBody");
		row->height = MAX(row->height, cell->content_height);
	}
	flow_note_row(arena, row);
	return row;
}

void flow_build_item(struct builder *builder, const struct fo_node *item, struct area_structure *tag)
{
	struct area_structure *item_tag = flow_tag(builder->layout, item, tag, "LI");
	const struct flow_group *group = flow_group_of(builder, item, item_tag);
	flow_open(builder, group);
	flow_add_row(builder, row_of(builder, item, item_tag), item, 0);
	flow_close(builder, group);
}
