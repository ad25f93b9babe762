/* list_item: an item of a list (XSL 1.1, 6.8), a row of two cells, its label and its body, both in the list's own coordinates: body-start() and
 * label-end() are computed indents. Neither is a reference area: each stands beside the floats of the other (6.12.2), on each page what is left of
 * it beside what is left of those. */
#include "flow/build_int.h"

enum { LABEL, BODY };

struct item {
	struct layout *layout;
	struct builder *builder; /* of what is around, whose floats stand beside it; NULL: none goes on with what is left of it */
	struct flow_row *row;
};

static bool is_label(const struct flow_cell *cell)
{
	return cell->node->kind == FO_LIST_ITEM_LABEL;
}

static struct flow_cell part_of(struct builder *builder, const struct fo_node *part, struct area_structure *tag, const char *role)
{
	struct flow_cell cell = {
		.node = part, .kind = AREA_BLOCK, .x = builder->x, .width = builder->width, .row_span = 1, .align = FO_KW_BEFORE};
	cell.tag = layout_tag(builder->layout, part, tag, role);
	return cell;
}

/* ---- down what is left of a part ---- */

/* Where its first line stands when it had no room beside floats; else 0. */
static len sent_down(const struct flow_cell *cell)
{
	const struct flow *content = cell->content;
	struct flow_walk walk = flow_walk_from(content, flow_cell_at(cell));
	uint32_t i = cell->from;
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
static bool reaches_before(const struct flow_cell *body, len x, len edge, len foot)
{
	const struct flow *content = body->content;
	struct flow_walk walk = flow_walk_from(content, flow_cell_at(body));
	bool reaches = false;
	for (uint32_t i = body->from; i < content->count && !reaches && flow_walk_next(&walk) < foot; i++) {
		const struct flow_item *item = &content->items[i];
		const struct flow_row *row = item->kind == FLOW_ROW ? flow_cell_row(body, i) : NULL;
		len left = foot - flow_walk_next(&walk);
		if (item->kind == FLOW_BOX && item->box.position == FLOW_STATIC)
			reaches = len_add(x, item->box.x) < edge - LAYOUT_TOLERANCE;
		for (unsigned k = 0; row && row->kind == AREA_BLOCK && k < row->count; k++)
			reaches |= reaches_before(&row->cells[k], len_add(x, row->cells[k].x), edge, left);
		flow_walk_on(&walk, content, flow_cell_at(body), i);
	}
	flow_walk_end(&walk);
	return reaches;
}

/* ---- a part beside floats ---- */

/* A label moves in as a whole beside floats, where that does not push it out of the item, nor over the body's text, which may begin
 * below them or end beside them; else it finds no room there and stands below. body: or NULL. */
static len shift_of(struct builder *part, const struct flow_row *row, const struct flow_cell *label, const struct flow_cell *body,
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

/* Beside floats that stand around the item, and those of the other part, or NULL. down: where a label begins. */
static struct builder *begin_part(const struct item *item, const struct flow_cell *cell, const struct flow_cell *other, len down)
{
	struct builder *part = builder_new(item->layout, cell->width, 0);
	if (item->builder)
		flow_enter_part(part, item->builder, item->row->node);
	else
		part->home = cell->content->home;
	if (other)
		flow_take_sides(part, other, is_label(cell));
	if (is_label(cell))
		part->x = shift_of(part, item->row, cell, other, down);
	part->narrowed = part->x > 0;
	return part;
}

/* All of it. */
static void build_whole(const struct item *item, struct flow_cell *cell, struct builder *part)
{
	struct flow *content = flow_new(item->layout, item->layout->arena, cell->node, cell->tag, cell->width, 0);
	content->home = part->home;
	flow_push_first(part, cell->node, cell->tag);
	builder_finish(part, content);
	cell->content = content;
	cell->from = cell->page = 0;
	cell->cut = NULL;
}

static void build_content(const struct item *item, struct flow_cell *cell, const struct flow_cell *other, len down)
{
	struct builder *part = begin_part(item, cell, other, down);
	if (!cell->begun) {
		build_whole(item, cell, part);
		return;
	}
	struct flow_at at = flow_cell_at(cell);
	cell->content = flow_content_in(part, cell->content, &at, cell->width);
	cell->from = cell->page = at.index;
	cell->cut = at.cut;
}

/* Once more where a label has no room at the top. */
static void build_part(const struct item *item, struct flow_cell *cell, const struct flow_cell *other)
{
	build_content(item, cell, other, 0);
	len down = is_label(cell) ? sent_down(cell) : 0;
	if (down > 0)
		build_content(item, cell, other, down);
}

/* Its floats may hang out of it, and lines of what comes after the item stand beside them. How far down they reach. */
static len measure_part(struct flow_cell *cell)
{
	struct flow_walk walk = {.at_start = true};
	cell->broken = flow_cell_is_broken(cell);
	for (uint32_t i = 0; i < cell->content->count; i++)
		flow_walk_item(&walk, &cell->content->items[i]);
	cell->content_height = len_add(walk.y, flow_met_retained(&walk.meeting));
	len reach = flow_walk_bottom(&walk);
	flow_walk_end(&walk);
	return reach;
}

/* ---- both parts ---- */

/* The label, where it stands beside floats, once more when it is known how high it is, and what floats the body has. */
static void build_parts(const struct item *item)
{
	struct flow_row *row = item->row;
	len reach[2] = {0};
	for (unsigned i = 0; i < row->count; i++) {
		build_part(item, &row->cells[i], i ? &row->cells[LABEL] : NULL);
		reach[i] = measure_part(&row->cells[i]);
	}
	if (row->count > 1 && (flow_is_beside(item->builder) || flow_reaches_out(item->layout, &row->cells[BODY]))) {
		build_part(item, &row->cells[LABEL], &row->cells[BODY]);
		reach[LABEL] = measure_part(&row->cells[LABEL]);
	}
	row->reach = MAX(reach[LABEL], reach[BODY]);
}

/* What is left of a part is as high as its floats, too. */
static void build_rest(const struct item *item, struct flow_cell *cell, const struct flow_cell *other)
{
	struct layout_around around = item->layout->around;
	item->layout->around = cell->content->around;
	build_part(item, cell, other);
	item->layout->around = around;
	cell->content_height = flow_rest_height(cell->content, flow_cell_at(cell));
}

static bool has_rest(const struct flow_cell *cell)
{
	return flow_has(cell->content, cell->from);
}

/* Of an item of which both parts go on: each beside the floats that the other one goes on with. */
static void build_rests(const struct item *item)
{
	struct flow_row *row = item->row;
	if (row->count < 2 || !has_rest(&row->cells[LABEL]) || !has_rest(&row->cells[BODY]))
		return;
	if (flow_reaches_out(item->layout, &row->cells[LABEL]))
		build_rest(item, &row->cells[BODY], &row->cells[LABEL]);
	if (flow_reaches_out(item->layout, &row->cells[BODY]))
		build_rest(item, &row->cells[LABEL], &row->cells[BODY]);
}

void flow_rest_of_item(struct layout *layout, struct flow_row *rest)
{
	if (rest->node->kind == FO_LIST_ITEM)
		build_rests(&(struct item){layout, NULL, rest});
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
		floats = flow_reaches_out(builder->layout, &row->cells[i]);
	return floats;
}

/* ---- the item ---- */

/* rest: what an earlier page left of the item, or NULL. */
static struct flow_row *row_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag,
							   const struct flow_row *rest)
{
	struct arena *arena = builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = node,
							 .kind = AREA_BLOCK,
							 .x = builder->x,
							 .width = builder->width,
							 .keep = flow_keep(node->style->keep_together),
							 .cut = rest != NULL,
							 .born = builder->layout->generation};
	row->tag = tag;
	row->cells = ARENA_ARRAY(arena, struct flow_cell, 2);
	for (const struct fo_node *part = node->first_child; part; part = part->next) {
		if (part->kind != FO_LIST_ITEM_LABEL && part->kind != FO_LIST_ITEM_BODY)
			continue;
		struct flow_cell *cell = &row->cells[row->count++];
		*cell = part_of(builder, part, tag, part->kind == FO_LIST_ITEM_LABEL ? "Lbl" : "LBody");
		if (rest)
			flow_go_on(builder, row, cell, &rest->cells[row->count - 1], cell->width);
	}
	struct item item = {builder->layout, builder, row};
	if (rest)
		build_rests(&item);
	else
		build_parts(&item);
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
	bool changes = flow_is_set_anew(builder, rest, builder->x, builder->width) || flow_is_beside(builder);
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
