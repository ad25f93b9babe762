/* side: the side floats that what is built stands beside (XSL 1.1, 6.12.2, 4.3.2): how far down building is, which floats reach there, how much of a
 * line's measure they take, and what moves as a whole between them or below them. */
#include "flow/build_int.h"

/* ---- where building is ---- */

/* From the last box on, below all floats so far, those of the flow around, too. Spaces that it left over count. */
static void begin_walk(struct builder *builder)
{
	guint from = builder->items->len;
	for (; from > 0; from--) {
		enum flow_kind kind = g_array_index(builder->items, struct flow_item, from - 1).kind;
		if (kind == FLOW_BOX || kind == FLOW_ROW)
			break;
	}
	builder->walk = (struct flow_walk){.at_start = from == 0};
	builder->walked = from;
	builder->outer = 0;
	builder->outer_floor[FLOW_FLOAT_START] = builder->outer_floor[FLOW_FLOAT_END] = 0;
	builder->later_floor[FLOW_FLOAT_START] = builder->later_floor[FLOW_FLOAT_END] = 0;
}

len flow_next_y(struct builder *builder, len space)
{
	while (builder->walked < builder->items->len)
		flow_walk_item(&builder->walk, &g_array_index(builder->items, struct flow_item, builder->walked++));
	return MAX(flow_walk_next(&builder->walk), len_add(builder->walk.y, space));
}

bool flow_is_beside(struct builder *builder)
{
	if (!builder->sides || builder->sides->len <= builder->hidden)
		return false;
	len y = flow_next_y(builder, 0);
	for (guint i = builder->hidden; i < builder->sides->len; i++)
		if (g_array_index(builder->sides, struct flow_side, i).bottom > y)
			return true;
	g_array_set_size(builder->sides, builder->hidden);
	return false;
}

bool flow_is_narrow(struct builder *builder)
{
	if (builder->narrowed || !builder->sides || builder->sides->len <= builder->hidden)
		return builder->narrowed;
	flow_next_y(builder, 0);
	for (guint i = builder->hidden; i < builder->sides->len; i++)
		if (g_array_index(builder->sides, struct flow_side, i).bottom > builder->walk.y)
			return true;
	return false;
}

/* Of the sides from number `from` on, up to `end`; later: of those that come later, too. */
static struct flow_intrusion intrusion_of(const struct builder *builder, guint from, guint end, const struct flow_home *place,
										  len y, len height, bool later)
{
	struct flow_intrusion intrusion = {.height = LEN_MAX, .free = LEN_MAX};
	for (guint i = from; i < end; i++) {
		const struct flow_side *side = &g_array_index(builder->sides, struct flow_side, i);
		if (side->bottom <= y || (side->later && !later))
			continue;
		if (side->top >= len_add(y, MAX(height, 1))) {
			intrusion.free = MIN(intrusion.free, side->top - y);
			intrusion.height = MIN(intrusion.height, side->top - y);
			continue;
		}
		intrusion.height = MIN(intrusion.height, side->bottom - y);
		if (side->side == FLOW_FLOAT_START)
			intrusion.start = MAX(intrusion.start, side->edge - place->x);
		else
			intrusion.end = MAX(intrusion.end, place->x + place->width - side->edge);
	}
	return intrusion;
}

struct flow_intrusion flow_intrusion_at(const struct builder *builder, len x, len width, len y, len height)
{
	return intrusion_of(builder, builder->hidden, builder->sides->len, &(struct flow_home){.x = x, .width = width}, y, height,
						true);
}

struct flow_intrusion flow_float_intrusion(const struct builder *builder, len y, len height)
{
	return intrusion_of(builder, builder->hidden, builder->sides->len, &builder->home, y, height, false);
}

/* ---- lines ---- */

struct flow_intrusion flow_line_intrusion(struct builder *builder, const struct fo_node *block, len start, len end, len height)
{
	enum fo_keyword displace = block->style->intrusion_displace;
	if (displace == FO_KW_NONE || !flow_is_beside(builder))
		return (struct flow_intrusion){.height = LEN_MAX, .free = LEN_MAX};
	struct flow_intrusion met = flow_intrusion_at(builder, builder->x, builder->width, flow_next_y(builder, 0), height);
	if (displace == FO_KW_INDENT) { /* lines keep their offsets from the one that is indented least */
		builder->least_start = MIN(builder->least_start, start);
		builder->least_end = MIN(builder->least_end, end);
		start = builder->least_start;
		end = builder->least_end;
	}
	start = MIN(start, builder->home.item_start);
	met.start = MAX(met.start - start, 0);
	met.end = MAX(met.end - end, 0);
	return met;
}

len flow_label_shift(struct builder *builder, const struct fo_node *item, len y, len height)
{
	if (item->style->intrusion_displace == FO_KW_NONE || !flow_is_beside(builder))
		return 0;
	return MAX(flow_intrusion_at(builder, builder->x, builder->width, y, height).start - builder->home.item_start, 0);
}

enum fo_keyword flow_nearer_side(const struct builder *builder, const struct flow_intrusion *met)
{
	len floor[2];
	for (int i = 0; i < 2; i++)
		floor[i] = MAX(builder->walk.own[i], builder->hidden ? 0 : builder->later_floor[i]);
	bool start = !met->end || (met->start && floor[FLOW_FLOAT_START] < floor[FLOW_FLOAT_END]);
	return start ? FO_KW_START : FO_KW_END;
}

/* ---- sides ---- */

void flow_begin_sides(struct builder *builder)
{
	if (!builder->sides)
		builder->sides = g_array_new(FALSE, FALSE, sizeof(struct flow_side));
	if (flow_is_beside(builder))
		return;
	if (builder->sides->len == 0) {
		flow_walk_end(&builder->walk);
		begin_walk(builder);
	}
	builder->least_start = builder->least_end = LEN_MAX;
}

void flow_put_side(struct builder *builder, const struct flow_side *side)
{
	g_array_append_val(builder->sides, *side);
}

/* ---- floats around what is built as a flow of its own: a part of a list's item ---- */

/* In the coordinates of the flow that begins here. */
static void put_outer(struct builder *builder, struct flow_side side)
{
	flow_begin_sides(builder);
	flow_put_side(builder, &side);
	builder->outer = builder->sides->len;
	builder->later_floor[side.side] = MAX(builder->later_floor[side.side], side.bottom);
	if (side.later)
		return;
	builder->outer_floor[side.side] = MAX(builder->outer_floor[side.side], side.bottom);
	builder->walk.floor[side.side] = MAX(builder->walk.floor[side.side], side.bottom);
	builder->walk.own[side.side] = MAX(builder->walk.own[side.side], side.bottom);
}

static len below(len y, len from)
{
	return y == LEN_MAX ? y : y - from;
}

static void inherit_sides(struct builder *builder, struct builder *around)
{
	if (!flow_is_beside(around))
		return;
	len y = flow_next_y(around, 0);
	for (guint i = around->hidden; i < around->sides->len; i++) {
		const struct flow_side *side = &g_array_index(around->sides, struct flow_side, i);
		if (side->bottom > y)
			put_outer(builder,
					  (struct flow_side){side->side, side->edge - around->x, side->top - y, below(side->bottom, y), side->later});
	}
}

void flow_enter_part(struct builder *builder, struct builder *around, const struct fo_node *item)
{
	len start = layout_indents(around->layout, item, around->width).start;
	builder->home = (struct flow_home){around->home.x - around->x, around->home.width, MIN(start, around->home.item_start)};
	inherit_sides(builder, around);
}

/* Not in a reference area within the flow. */
static bool is_outermost(const struct flow *flow, const struct flow_item *item)
{
	for (uint32_t around = item->around; around; around = flow->items[around - 1].around)
		if (flow->items[around - 1].group->reference)
			return false;
	return true;
}

/* Of a cell, or a list's item within it: where its side floats are put. */
struct sides {
	struct builder *builder; /* or NULL: it is only asked whether there are any */
	bool later, any;
	len limit; /* no farther down than that */
};

static void add_side(struct sides *sides, const struct flow_float *floated, len x, len y)
{
	sides->any = true;
	len top = len_add(y, floated->drop);
	if (sides->builder)
		put_outer(sides->builder, (struct flow_side){floated->side, x + flow_float_edge(floated), top,
													 len_add(top, floated->height), sides->later});
}

/* The side floats of its own reference area, with those in the items of its lists, in what is still to be placed of it, which stands (x, y) from the
 * origin. */
static void add_sides(struct sides *sides, const struct flow_cell *cell, len x, len y)
{
	struct flow *flow = cell->content;
	flow_has(flow, cell->from); /* is built */
	struct flow_walk walk = flow_walk_from(flow, flow_cell_at(cell));
	for (uint32_t i = cell->from; len_add(y, walk.y) <= sides->limit && flow_has(flow, i); i++) {
		const struct flow_item *item = &flow->items[i];
		bool outermost = is_outermost(flow, item);
		const struct flow_row *row = item->kind == FLOW_ROW ? flow_cell_row(cell, i) : NULL;
		len top = len_add(y, flow_walk_next(&walk));
		for (unsigned k = 0; row && outermost && row->kind == AREA_BLOCK && k < row->count; k++)
			add_sides(sides, &row->cells[k], x + row->x, top);
		if (item->kind == FLOW_FLOAT && outermost && item->floated->side != FLOW_FLOAT_BEFORE && !item->floated->hangs)
			add_side(sides, item->floated, x, top);
		flow_walk_on(&walk, flow, flow_cell_at(cell), i);
	}
	flow_walk_end(&walk);
}

/* What is left of a cell is set anew on each page: farther than keeps ask is not looked. */
static len limit_of(const struct flow_cell *cell, const struct layout *layout)
{
	return cell->continued ? flow_most_asked(layout) : LEN_MAX;
}

bool flow_reaches_out(const struct layout *layout, const struct flow_cell *other)
{
	struct sides sides = {.limit = limit_of(other, layout)};
	add_sides(&sides, other, 0, 0);
	return sides.any;
}

void flow_take_sides(struct builder *builder, const struct flow_cell *other, bool later)
{
	struct sides sides = {builder, .later = later, .limit = limit_of(other, builder->layout)};
	add_sides(&sides, other, 0, 0);
}

void flow_avoid_outer(struct builder *builder, const struct flow_home *home, struct flow_float *floated, len *y)
{
	guint end = MIN(builder->outer, builder->sides->len);
	struct flow_intrusion met = intrusion_of(builder, 0, end, home, *y, floated->height, false);
	while (met.start + met.end > 0 && floated->width > home->width - met.start - met.end && met.height < LEN_MAX) {
		*y = len_add(*y, met.height);
		met = intrusion_of(builder, 0, end, home, *y, floated->height, false);
	}
	floated->inset = MAX(floated->inset, floated->side == FLOW_FLOAT_START ? met.start : met.end);
	flow_set_x(home, floated);
}

/* ---- blocks ---- */

enum fo_keyword flow_side_of(struct layout *layout, enum fo_keyword keyword)
{
	keyword = layout_by_binding(layout, keyword);
	return keyword == FO_KW_LEFT ? FO_KW_START : keyword == FO_KW_RIGHT ? FO_KW_END : keyword;
}

/* What moves as a whole goes beside a float when its width has room there, or, where it has none of its own, all of its words and floats; else below. */
static bool is_wider(const struct builder *builder, const struct fo_node *node, len width)
{
	const struct fo_length *own = &node->style->inline_progression_dimension.optimum;
	if (node->kind != FO_BLOCK && !own->keyword && !fo_is_relative(own))
		return own->fixed > width;
	bool across = node->kind == FO_BLOCK_CONTAINER && flow_turn(node) % 180 != 0; /* its words stand upright */
	return !across && flow_object_widths(builder->layout, node).least > width;
}

static bool moves_whole(const struct fo_node *node)
{
	enum fo_keyword displace = node->style->intrusion_displace;
	if (displace == FO_KW_NONE || node->style->absolute_position == FO_KW_ABSOLUTE ||
		node->style->absolute_position == FO_KW_FIXED)
		return false;
	return displace == FO_KW_BLOCK || node->kind == FO_BLOCK_CONTAINER || node->kind == FO_TABLE;
}

bool flow_displace(struct builder *builder, const struct fo_node *node)
{
	builder->clears = flow_side_of(builder->layout, node->style->clear);
	builder->gives_way = false;
	if (!moves_whole(node) || !flow_is_beside(builder))
		return true;
	len y = flow_next_y(builder, fo_resolve(node->style->space_before.optimum, builder->width));
	if (builder->clears != FO_KW_NONE)
		y = MAX(y, flow_clear_floor(builder->walk.own, builder->clears));
	struct flow_intrusion met = flow_intrusion_at(builder, builder->x, builder->width, y,
												  LEN_MAX); /* how far down it goes is not known: beside all of them */
	if (is_wider(builder, node, builder->width - met.start - met.end) || met.start + met.end >= builder->width) {
		builder->clears = FO_KW_BOTH;
		builder->gives_way = true;
		return false;
	}
	builder->x += met.start;
	builder->width -= met.start + met.end;
	builder->narrowed |= met.start + met.end > 0;
	return true;
}

/* A reference area within the flow has nothing to do with the floats around that. */
static len outer_floor(const struct builder *builder, enum fo_keyword clear, bool later)
{
	return builder->hidden ? 0 : flow_clear_floor(later ? builder->later_floor : builder->outer_floor, clear);
}

static void add_clear(struct builder *builder, enum fo_keyword clear, bool later)
{
	struct flow_item *item = flow_add_item(builder, FLOW_CLEAR);
	item->clear = clear;
	item->below = outer_floor(builder, clear, later);
}

void flow_give_way(struct builder *builder, enum fo_keyword side)
{
	add_clear(builder, side, true);
}

void flow_clear(struct builder *builder)
{
	enum fo_keyword clear = builder->clears;
	builder->clears = FO_KW_NONE;
	if (clear == FO_KW_NONE || !flow_is_beside(builder))
		return;
	len floor = MAX(flow_clear_floor(builder->walk.own, clear), outer_floor(builder, clear, builder->gives_way));
	if (floor > flow_next_y(builder, 0))
		add_clear(builder, clear, builder->gives_way);
}

void flow_end_floats(struct builder *builder, guint hidden)
{
	if (flow_is_beside(builder))
		add_clear(builder, FO_KW_BOTH, false);
	if (builder->sides)
		g_array_set_size(builder->sides, MIN(builder->sides->len, builder->hidden));
	builder->hidden = MIN(hidden, builder->sides ? builder->sides->len : 0);
}

void flow_drop_floats(struct builder *builder)
{
	bool own = builder->sides && builder->sides->len > builder->outer;
	if (!builder->has_box && (builder->resumed || !own)) /* no break is before what nothing stands above */
		return;
	if (builder->sides)
		g_array_set_size(builder->sides, 0);
	builder->hidden = 0;
}
