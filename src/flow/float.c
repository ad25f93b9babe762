/* float: fo:float (XSL 1.1, 6.12.2, 4.3.2). What comes after a side float is built around it: while a flow is built, this file knows how far
 * down it is and which floats reach there. A page that ends among them is avoided as the end of a paragraph's orphans is (fit.c). */
#include "flow/build_int.h"

/* A side float among what is built. */
struct flow_side {
	enum flow_float_side side;
	len edge; /* its inner one, in the builder's coordinates */
	len top, bottom;
};

void flow_add_clear(struct builder *builder, enum fo_keyword clear)
{
	flow_add_item(builder, FLOW_CLEAR)->clear = clear;
}

/* ---- where building is ---- */

/* Spaces that the last box left over count, too. */
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
}

/* How far down what comes next is, or what it would push away with a space of that size. */
static len next_y(struct builder *builder, len space)
{
	while (builder->walked < builder->items->len)
		flow_walk_item(&builder->walk, &g_array_index(builder->items, struct flow_item, builder->walked++));
	return MAX(flow_walk_next(&builder->walk), len_add(builder->walk.y, space));
}

bool flow_is_beside(struct builder *builder)
{
	if (!builder->sides || builder->sides->len <= builder->hidden)
		return false;
	len y = next_y(builder, 0);
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
	next_y(builder, 0);
	for (guint i = builder->hidden; i < builder->sides->len; i++)
		if (g_array_index(builder->sides, struct flow_side, i).bottom > builder->walk.y)
			return true;
	return false;
}

static struct flow_intrusion intrusion_at(const struct builder *builder, len y, len height)
{
	struct flow_intrusion intrusion = {.height = LEN_MAX, .free = LEN_MAX};
	for (guint i = builder->hidden; i < builder->sides->len; i++) {
		const struct flow_side *side = &g_array_index(builder->sides, struct flow_side, i);
		if (side->bottom <= y)
			continue;
		if (side->top >= len_add(y, MAX(height, 1))) {
			intrusion.free = MIN(intrusion.free, side->top - y);
			intrusion.height = MIN(intrusion.height, side->top - y);
			continue;
		}
		intrusion.height = MIN(intrusion.height, side->bottom - y);
		if (side->side == FLOW_FLOAT_START)
			intrusion.start = MAX(intrusion.start, side->edge - builder->x);
		else
			intrusion.end = MAX(intrusion.end, builder->x + builder->width - side->edge);
	}
	return intrusion;
}

/* ---- lines ---- */

struct flow_intrusion flow_line_intrusion(struct builder *builder, const struct fo_node *block, len start, len end, len height)
{
	enum fo_keyword displace = block->style->intrusion_displace;
	if (displace == FO_KW_NONE || !flow_is_beside(builder))
		return (struct flow_intrusion){.height = LEN_MAX, .free = LEN_MAX};
	struct flow_intrusion met = intrusion_at(builder, next_y(builder, 0), height);
	if (displace == FO_KW_INDENT) { /* lines keep their offsets from the one that is indented least */
		builder->least_start = MIN(builder->least_start, start);
		builder->least_end = MIN(builder->least_end, end);
		start = builder->least_start;
		end = builder->least_end;
	}
	met.start = MAX(met.start - start, 0);
	met.end = MAX(met.end - end, 0);
	return met;
}

enum fo_keyword flow_nearer_side(const struct builder *builder, const struct flow_intrusion *met)
{
	const len *floor = builder->walk.floor;
	bool start = !met->end || (met->start && floor[FLOW_FLOAT_START] < floor[FLOW_FLOAT_END]);
	return start ? FO_KW_START : FO_KW_END;
}

/* ---- blocks ---- */

/* Odd pages are bound at the left, even ones at the right. The page that is planned decides; what comes to another is built anew (page/plan.c). */
static enum fo_keyword side_of(struct layout *layout, enum fo_keyword keyword)
{
	bool sided = keyword == FO_KW_INSIDE || keyword == FO_KW_OUTSIDE;
	layout->sided += sided;
	if (sided)
		return (keyword == FO_KW_INSIDE) == layout->verso ? FO_KW_END : FO_KW_START;
	return keyword == FO_KW_LEFT ? FO_KW_START : keyword == FO_KW_RIGHT ? FO_KW_END : keyword;
}

/* A table or container narrower than its place goes beside a float when it fits there, else below. */
static bool is_wider(const struct fo_node *node, len width)
{
	const struct fo_length *own = &node->style->inline_progression_dimension.optimum;
	return !own->keyword && !own->percent && own->fixed > width;
}

static bool moves_whole(const struct fo_node *node)
{
	enum fo_keyword displace = node->style->intrusion_displace;
	if (displace == FO_KW_NONE || node->style->absolute_position == FO_KW_ABSOLUTE ||
		node->style->absolute_position == FO_KW_FIXED)
		return false;
	return displace == FO_KW_BLOCK || node->kind == FO_BLOCK_CONTAINER || node->kind == FO_TABLE || node->kind == FO_LIST_ITEM;
}

void flow_displace(struct builder *builder, const struct fo_node *node)
{
	builder->clears = side_of(builder->layout, node->style->clear);
	if (!moves_whole(node) || !flow_is_beside(builder))
		return;
	len y = next_y(builder, fo_resolve(node->style->space_before.optimum, builder->width));
	if (builder->clears != FO_KW_NONE)
		y = MAX(y, flow_clear_floor(builder->walk.floor, builder->clears));
	struct flow_intrusion met = intrusion_at(builder, y, LEN_MAX); /* how far down it goes is not known: beside all of them */
	if (is_wider(node, builder->width - met.start - met.end) || met.start + met.end >= builder->width) {
		builder->clears = FO_KW_BOTH;
		return;
	}
	builder->x += met.start;
	builder->width -= met.start + met.end;
	builder->narrowed |= met.start + met.end > 0;
}

void flow_clear(struct builder *builder)
{
	enum fo_keyword clear = builder->clears;
	builder->clears = FO_KW_NONE;
	if (clear == FO_KW_NONE || !flow_is_beside(builder))
		return;
	if (flow_clear_floor(builder->walk.floor, clear) > next_y(builder, 0))
		flow_add_clear(builder, clear);
}

void flow_end_floats(struct builder *builder, guint hidden)
{
	if (flow_is_beside(builder))
		flow_add_clear(builder, FO_KW_BOTH);
	if (builder->sides)
		g_array_set_size(builder->sides, MIN(builder->sides->len, builder->hidden));
	builder->hidden = MIN(hidden, builder->sides ? builder->sides->len : 0);
}

void flow_drop_floats(struct builder *builder)
{
	if (builder->resumed && !builder->has_box)
		return;
	if (builder->sides)
		g_array_set_size(builder->sides, 0);
	builder->hidden = 0;
}

/* ---- a float ---- */

bool flow_is_floating(const struct layout *layout, const struct fo_node *node)
{
	enum fo_keyword side = node->style->floats;
	return side == FO_KW_BEFORE ? layout->note_width > 0 && !layout->artifact : side != FO_KW_NONE;
}

/* A float within a paragraph is no part of its element. */
static struct area_structure *tag_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	bool in_paragraph = tag->parent && g_str_equal(tag->role, "P");
	return layout_own_tag(builder->layout, node, in_paragraph ? tag->parent : tag);
}

/* As narrow as its content, but no wider than what is around. */
static len side_width(struct builder *builder, const struct fo_node *node)
{
	struct line_widths widths = flow_content_widths(builder->layout, node);
	return MAX(MIN(MAX(widths.least, builder->width), widths.most), 0);
}

/* Borders and padding of its blocks stand outside their content, and so beyond that of the float: it is so much wider. */
struct overhang {
	len start, end;
};

static struct overhang overhang_of(const struct flow *content)
{
	struct overhang overhang = {0};
	for (uint32_t i = 0; i < content->count; i++) {
		const struct flow_group *group = content->items[i].kind == FLOW_OPEN ? content->items[i].group : NULL;
		if (!group || group->bare)
			continue;
		const struct fo_style *style = group->node->style;
		len start = MIN(layout_edge(style, AREA_START, content->width), -group->x);
		len end = MIN(layout_edge(style, AREA_END, content->width), group->x + group->width - content->width);
		overhang.start = MAX(overhang.start, start);
		overhang.end = MAX(overhang.end, end);
	}
	return overhang;
}

/* With all that stands out of it no wider than what is around, if its content can be as narrow. */
static void build_beside(struct builder *builder, struct flow_float *made)
{
	len width = side_width(builder, made->node), around = builder->width;
	made->content = flow_build(builder->layout, made->node, width, 0, made->tag);
	struct overhang overhang = overhang_of(made->content);
	len both = overhang.start + overhang.end, least = flow_content_widths(builder->layout, made->node).least;
	if (both > 0 && width + both > around && width > least) {
		width = MAX(around - both, least);
		made->content = flow_build(builder->layout, made->node, width, 0, made->tag);
	}
	made->content_x = overhang.start;
	made->width = width + both;
	if (made->width > around + LAYOUT_TOLERANCE)
		diag_report(builder->layout->sink, DIAG_OVERFULL_BLOCK, made->node->place, "fo:float: %.2f mm",
					len_to_mm(made->width - around));
}

struct flow_float *flow_make_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	struct layout *layout = builder->layout;
	enum fo_keyword keyword = side_of(layout, node->style->floats);
	struct flow_float *made = ARENA_NEW(layout->arena, struct flow_float);
	*made = (struct flow_float){.node = node, .tag = tag_of(builder, node, tag), .born = layout->generation};
	made->side = keyword == FO_KW_BEFORE ? FLOW_FLOAT_BEFORE : keyword == FO_KW_END ? FLOW_FLOAT_END : FLOW_FLOAT_START;
	layout->floats_before |= made->side == FLOW_FLOAT_BEFORE;
	made->width = layout->note_width;
	if (made->side == FLOW_FLOAT_BEFORE)
		made->content = flow_build(layout, node, made->width, 0, made->tag);
	else
		build_beside(builder, made);
	made->height = flow_height(made->content);
	return made;
}

/* The next place further down where something changes beside. */
static bool step_down(const struct builder *builder, len *y)
{
	struct flow_intrusion met = intrusion_at(builder, *y, 1);
	if (met.height == LEN_MAX)
		return false;
	*y = len_add(*y, met.height);
	return true;
}

/* No float stands higher than one before it. */
static len highest(const struct builder *builder, len y)
{
	for (guint i = builder->hidden; i < builder->sides->len; i++)
		y = MAX(y, g_array_index(builder->sides, struct flow_side, i).top);
	return y;
}

static void set_x(const struct builder *builder, struct flow_float *floated)
{
	len end = builder->x + builder->width;
	floated->x = floated->side == FLOW_FLOAT_START ? builder->x + floated->inset : end - floated->inset - floated->width;
}

static void begin_sides(struct builder *builder)
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

/* Beside the floats that are there when it fits, else below them. */
static void put_beside(struct builder *builder, struct flow_float *made)
{
	begin_sides(builder);
	len from = next_y(builder, 0), y = highest(builder, from);
	enum fo_keyword clear = side_of(builder->layout, made->node->style->clear);
	if (clear != FO_KW_NONE)
		y = MAX(y, flow_clear_floor(builder->walk.floor, clear));
	struct flow_intrusion met = intrusion_at(builder, y, made->height);
	while (met.start + met.end > 0 && made->width > builder->width - met.start - met.end && step_down(builder, &y))
		met = intrusion_at(builder, y, made->height);
	made->drop = y - from;
	made->inset = made->side == FLOW_FLOAT_START ? met.start : met.end;
	set_x(builder, made);
	struct flow_side side = {made->side, made->x + (made->side == FLOW_FLOAT_START ? made->width : 0), y,
							 len_add(y, made->height)};
	g_array_append_val(builder->sides, side);
}

void flow_put_float(struct builder *builder, struct flow_float *made)
{
	if (made->side != FLOW_FLOAT_BEFORE)
		put_beside(builder, made);
	flow_add_item(builder, FLOW_FLOAT)->floated = made;
}

void flow_build_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	flow_put_float(builder, flow_make_float(builder, node, tag));
	g_array_index(builder->items, struct flow_item, builder->items->len - 1).node = node;
}

void flow_hang_out(struct builder *builder, uint32_t row, const struct flow_float *floated, len x, len height)
{
	struct flow_float *hung = ARENA_NEW(builder->layout->arena, struct flow_float);
	*hung = *floated;
	hung->hangs = builder->items->len - row;
	hung->x = len_add(x, floated->x);
	hung->drop = 0;
	hung->height = height;
	begin_sides(builder);
	len y = next_y(builder, 0), edge = hung->x + (hung->side == FLOW_FLOAT_START ? hung->width : 0);
	struct flow_side side = {hung->side, edge, y, len_add(y, height)};
	g_array_append_val(builder->sides, side);
	flow_add_item(builder, FLOW_FLOAT)->floated = hung;
}

/* ---- one that goes on ---- */

guint flow_add_side(struct builder *builder, struct flow_float *floated, bool stays)
{
	enum fo_keyword keyword = side_of(builder->layout, floated->node->style->floats);
	begin_sides(builder);
	if (!stays) {
		floated->side = keyword == FO_KW_END ? FLOW_FLOAT_END : FLOW_FLOAT_START;
		set_x(builder, floated);
	}
	len edge = floated->x + (floated->side == FLOW_FLOAT_START ? floated->width : 0);
	struct flow_side side = {floated->side, edge, next_y(builder, 0), LEN_MAX};
	g_array_append_val(builder->sides, side);
	return builder->sides->len - 1;
}

void flow_set_side(struct builder *builder, guint number, len drop, len height)
{
	struct flow_side *side = &g_array_index(builder->sides, struct flow_side, number);
	side->top = len_add(next_y(builder, 0), drop);
	side->bottom = len_add(side->top, height);
}
