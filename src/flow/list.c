/* list: lists (XSL 1.1, 6.8). An item is a row of two cells, its label and its body, both in the list's own coordinates: body-start()
 * and label-end() are computed indents. */
#include <string.h>

#include "flow/build_int.h"

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
	struct area_structure *tag = layout_tag(layout, list, parent, "L");

	if (tag != &area_artifact && !tag->numbering && strcmp(tag->role, "L") == 0)
		tag->numbering = list_numbering(list);
	return tag;
}

/* ---- items ---- */

static struct flow_cell part_of(struct builder *builder, const struct fo_node *part, struct area_structure *tag, const char *role)
{
	struct flow_cell cell = {
		.node = part, .kind = AREA_BLOCK, .x = builder->x, .width = builder->width, .row_span = 1, .align = FO_KW_BEFORE};
	cell.tag = layout_tag(builder->layout, part, tag, role);
	return cell;
}

/* Where its first line stands when it had no room beside floats; else 0. */
static len sent_down(const struct flow *content)
{
	struct flow_walk walk = {.at_start = true};
	uint32_t i = 0;
	bool sent = false;
	for (; i < content->count && !flow_takes_room(&content->items[i]); i++) {
		sent |= content->items[i].kind == FLOW_CLEAR;
		flow_walk_item(&walk, &content->items[i]);
	}
	len y = sent && i < content->count ? flow_walk_next(&walk) : 0;
	flow_walk_end(&walk);
	return y;
}

/* Whether something that a body says above `foot` begins before `edge`; x: where the body's flow begins. */
static bool reaches_before(const struct flow *body, len x, len edge, len foot)
{
	struct flow_walk walk = {.at_start = true};
	bool reaches = false;
	for (uint32_t i = 0; i < body->count && !reaches && flow_walk_next(&walk) < foot; i++) {
		const struct flow_item *item = &body->items[i];
		len left = foot - flow_walk_next(&walk);
		if (item->kind == FLOW_BOX && item->box.position == FLOW_STATIC)
			reaches = len_add(x, item->box.x) < edge - LAYOUT_TOLERANCE;
		for (unsigned k = 0; item->kind == FLOW_ROW && item->row->kind == AREA_BLOCK && k < item->row->count; k++)
			reaches |= reaches_before(item->row->cells[k].content, len_add(x, item->row->cells[k].x), edge, left);
		flow_walk_item(&walk, item);
	}
	flow_walk_end(&walk);
	return reaches;
}

/* A label moves in as a whole beside floats, where that does not push it out of the item, nor over the body's text, which may begin
 * below them or end beside them; else it finds no room there and stands below. body: or NULL. */
static len shift_of(struct builder *part, const struct flow_row *row, const struct flow_cell *label, const struct flow *body,
					len down)
{
	len height = MAX(label->content_height, row->node->style->font_size), foot = len_add(down, height);
	len below = body ? sent_down(body) : 0;
	if (below > 0 && below < foot)
		return 0;
	len shift = flow_label_shift(part, row->node, down, height);
	len after = layout_indent(part->layout, label->node, offsetof(struct fo_style, end_indent), label->width);
	bool fits = shift <= after && !(body && shift > 0 && reaches_before(body, 0, label->width - after + shift, foot));
	return fits ? shift : 0;
}

/* builder: of what is around the item, whose floats stand beside the part; or NULL: none goes on with what is left of the item. */
static struct builder *begin_part(struct layout *layout, struct builder *builder, const struct flow_row *row,
								  const struct flow_cell *cell)
{
	struct builder *part = builder_new(layout, cell->width, 0);
	if (builder)
		flow_enter_part(part, builder, row->node);
	else
		part->home = cell->content->home;
	return part;
}

/* What is in a part, with floats that stand beside it: those around the item, and those of the other part. down: where a label begins. */
static struct flow *content_of(struct layout *layout, struct builder *builder, const struct flow_row *row,
							   const struct flow_cell *cell, const struct flow *other, len down)
{
	struct builder *part = begin_part(layout, builder, row, cell);
	if (other)
		flow_take_sides(part, other);
	if (cell->node->kind == FO_LIST_ITEM_LABEL)
		part->x = shift_of(part, row, cell, other, down);
	struct flow *content = flow_new(layout, layout->arena, cell->node, cell->tag, cell->width, 0);
	content->home = part->home;
	flow_push_first(part, cell->node, cell->tag);
	builder_finish(part, content);
	return content;
}

/* A part is no reference area: its floats may hang out of it, and lines of what comes after the item stand beside them. How far down they reach. */
static len build_part(struct layout *layout, struct builder *builder, const struct flow_row *row, struct flow_cell *cell,
					  const struct flow *other)
{
	struct flow_walk walk = {.at_start = true};
	cell->content = content_of(layout, builder, row, cell, other, 0);
	len down = cell->node->kind == FO_LIST_ITEM_LABEL ? sent_down(cell->content) : 0;
	if (down > 0)
		cell->content = content_of(layout, builder, row, cell, other, down);
	cell->broken = flow_cell_is_broken(cell);
	for (uint32_t i = 0; i < cell->content->count; i++)
		flow_walk_item(&walk, &cell->content->items[i]);
	cell->content_height = len_add(walk.y, flow_met_retained(&walk.meeting));
	len reach = flow_walk_bottom(&walk);
	flow_walk_end(&walk);
	return reach;
}

/* The label, where it stands beside floats, once more when it is known how high it is, and what floats the body has. */
static void build_parts(struct builder *builder, struct flow_row *row)
{
	len reach[2] = {0};
	for (unsigned i = 0; i < row->count; i++)
		reach[i] = build_part(builder->layout, builder, row, &row->cells[i], i ? row->cells[0].content : NULL);
	if (row->count > 1 && (flow_is_beside(builder) || flow_reaches_out(row->cells[1].content)))
		reach[0] = build_part(builder->layout, builder, row, &row->cells[0], row->cells[1].content);
	row->reach = MAX(reach[0], reach[1]);
}

static bool is_unsaid_label(const struct flow_cell *cell)
{
	return cell->node->kind == FO_LIST_ITEM_LABEL && !cell->begun && flow_has(cell->content, cell->from);
}

/* builder: or NULL, as for begin_part(). */
static void set_label_again(struct layout *layout, struct builder *builder, struct flow_row *rest, const struct flow *left)
{
	bool label = rest->count > 1 && is_unsaid_label(&rest->cells[0]);
	if (!label || rest->cells[1].content == left || !flow_reaches_out(rest->cells[1].content))
		return;
	const struct fo_node *link = layout->link;
	layout->link = rest->cells[0].content->link;
	build_part(layout, builder, rest, &rest->cells[0], rest->cells[1].content);
	layout->link = link;
	rest->cells[0].from = rest->cells[0].page = 0;
	rest->cells[0].cut = NULL;
}

void flow_rest_of_item(struct layout *layout, const struct flow_row *row, struct flow_row *rest)
{
	if (row->node->kind == FO_LIST_ITEM)
		set_label_again(layout, NULL, rest, row->count > 1 ? row->cells[1].content : NULL);
}

/* What hangs out of the item stands beside what comes next. */
static void hang_out(struct builder *builder, uint32_t index, const struct flow_row *row, const struct flow_cell *cell)
{
	struct flow_walk walk = {.at_start = true};
	for (uint32_t i = 0; i < cell->content->count; i++) {
		const struct flow_item *item = &cell->content->items[i];
		const struct flow_float *floated = item->kind == FLOW_FLOAT ? item->floated : NULL;
		len bottom = floated ? len_add(flow_walk_next(&walk), len_add(floated->drop, floated->height)) : 0;
		if (bottom > row->height && floated->side != FLOW_FLOAT_BEFORE)
			flow_hang_out(builder, index, floated, row->x, bottom - row->height);
		flow_walk_item(&walk, item);
	}
	flow_walk_end(&walk);
}

/* Lines beside floats are set for where they stand: nothing moves there. */
static bool has_floats(struct builder *builder, const struct flow_row *row)
{
	bool floats = flow_is_beside(builder);
	for (unsigned i = 0; i < row->count && !floats; i++)
		floats = flow_reaches_out(row->cells[i].content);
	return floats;
}

/* rest: what an earlier page left of the item, or NULL. */
static struct flow_row *row_of(struct builder *builder, const struct fo_node *item, struct area_structure *tag,
							   const struct flow_row *rest)
{
	struct arena *arena = builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = item,
							 .kind = AREA_BLOCK,
							 .x = builder->x,
							 .width = builder->width,
							 .keep = flow_keep(item->style->keep_together),
							 .cut = rest != NULL,
							 .born = builder->layout->generation};
	row->tag = tag;
	row->cells = ARENA_ARRAY(arena, struct flow_cell, 2);
	for (const struct fo_node *part = item->first_child; part; part = part->next) {
		if (part->kind != FO_LIST_ITEM_LABEL && part->kind != FO_LIST_ITEM_BODY)
			continue;
		struct flow_cell *cell = &row->cells[row->count++];
		*cell = part_of(builder, part, tag, part->kind == FO_LIST_ITEM_LABEL ? "Lbl" : "LBody");
		if (rest)
			flow_go_on(builder, row, cell, &rest->cells[row->count - 1], cell->width);
	}
	if (rest)
		set_label_again(builder->layout, builder, row, row->count > 1 ? rest->cells[1].content : NULL);
	else
		build_parts(builder, row);
	if (!rest && !has_floats(builder, row))
		flow_align_baselines(row);
	for (unsigned i = 0; i < row->count; i++)
		row->height = MAX(row->height, len_add(row->cells[i].before, row->cells[i].content_height));
	flow_note_row(arena, row);
	return row;
}

/* What is left of an item was set beside floats, comes to stand beside some, or elsewhere beside those that its list moves with as a whole. */
static bool changes(struct builder *builder, const struct flow_row *rest)
{
	bool moves = rest->x != builder->x || rest->width != builder->width;
	bool changes = flow_is_set_anew(builder, rest) || moves || flow_is_beside(builder);
	for (unsigned i = 0; i < rest->count && !changes; i++)
		changes = flow_is_narrowed(rest->cells[i].content, flow_cell_at(&rest->cells[i]));
	return changes;
}

void flow_build_item(struct builder *builder, const struct fo_node *item, struct area_structure *tag)
{
	struct area_structure *item_tag = layout_tag(builder->layout, item, tag, "LI");
	const struct flow_group *group = flow_group_of(builder, item, item_tag);
	flow_open(builder, group);
	struct flow_row *rest = flow_take_rest(builder, item);
	struct flow_row *row = !rest || changes(builder, rest) ? row_of(builder, item, item_tag, rest) : rest;
	enum fo_keyword kind = rest ? FO_KW_AUTO : flow_row_break(row, false);
	if (kind != FO_KW_AUTO && flow_is_beside(builder)) { /* it leaves the floats behind */
		flow_add_break(builder, kind, false);
		row = row_of(builder, item, item_tag, NULL);
	}
	flow_begin_row(builder, row, item, 0);
	uint32_t index = builder->items->len - 1;
	for (unsigned i = 0; i < row->count && row->reach > row->height; i++)
		hang_out(builder, index, row, &row->cells[i]);
	flow_end_row(builder, row);
	flow_close(builder, group);
}
