/* float: fo:float (XSL 1.1, 6.12.2, 4.3.2), as wide as it needs, put where it stands: at the edges of its reference area, beside others or below them.
 * What comes after it is built around it (side.c). A page that ends among that is avoided as the end of a paragraph's orphans is (fit.c). */
#include "flow/build_int.h"

/* ---- a float ---- */

bool flow_is_floating(const struct layout *layout, const struct fo_node *node)
{
	enum fo_keyword side = node->style->floats;
	return side == FO_KW_BEFORE ? layout->note_width > 0 && !layout->artifact : side != FO_KW_NONE;
}

/* As narrow as its content, but no wider than what is around. */
static len side_width(const struct builder *builder, const struct flow_float *floated)
{
	return MAX(MIN(MAX(floated->asks.least, builder->home.width), floated->asks.most), 0);
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
	len width = side_width(builder, made), around = builder->home.width;
	made->content = flow_build(builder->layout, made->node, width, 0, made->tag);
	struct overhang overhang = overhang_of(made->content);
	len both = overhang.start + overhang.end, least = made->asks.least;
	if (both > 0 && width + both > around && width > least) {
		width = MAX(around - both, least);
		made->content = flow_build(builder->layout, made->node, width, 0, made->tag);
	}
	made->content_x = overhang.start;
	made->width = width + both;
	made->around = around;
	if (made->width > around + LAYOUT_TOLERANCE)
		layout_say_overrun(builder->layout, made->node->place, "fo:float", made->width - around);
}

struct flow_float *flow_make_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	struct layout *layout = builder->layout;
	enum fo_keyword keyword = flow_side_of(layout, node->style->floats);
	struct flow_float *made = ARENA_NEW(layout->arena, struct flow_float);
	*made = (struct flow_float){.node = node, .tag = layout_own_tag(layout, node, tag), .born = layout->generation};
	made->side = keyword == FO_KW_BEFORE ? FLOW_FLOAT_BEFORE : keyword == FO_KW_END ? FLOW_FLOAT_END : FLOW_FLOAT_START;
	layout->floats_before |= made->side == FLOW_FLOAT_BEFORE;
	made->width = layout->note_width;
	if (made->side == FLOW_FLOAT_BEFORE) {
		made->content = flow_build_beginning(layout, node, made->width, made->tag);
	} else {
		made->asks = flow_content_widths(layout, node);
		build_beside(builder, made);
	}
	made->height = flow_height(made->content);
	return made;
}

const struct flow_float *flow_float_begun(struct layout *layout, const struct flow_float *floated)
{
	if (!floated->content->reach)
		return floated;
	struct flow_float *begun = ARENA_NEW(layout->arena, struct flow_float);
	*begun = *floated;
	begun->content = flow_begin_waiting(layout, floated->content);
	return begun;
}

const struct flow_float *flow_float_measured(struct layout *layout, const struct flow_float *floated, len width)
{
	if (floated->width == width && !flow_faces_away(layout, floated->content))
		return floated;
	struct flow_float *made = ARENA_NEW(layout->arena, struct flow_float);
	*made = *floated;
	made->width = width;
	made->born = layout->generation;
	if (floated->continued) {
		made->content = flow_rest_measured(layout, floated->content, &made->at, width);
		made->height = flow_rest_height(made->content, made->at);
	} else {
		made->content = flow_measured(layout, floated->content, width);
		made->height = flow_height(made->content);
	}
	return made;
}

/* The next place further down where something changes beside. */
static bool step_down(const struct builder *builder, len *y)
{
	struct flow_intrusion met = flow_float_intrusion(builder, *y, 1);
	if (met.height == LEN_MAX)
		return false;
	*y = len_add(*y, met.height);
	return true;
}

/* No float stands higher than one before it. */
static len highest(const struct builder *builder, len y)
{
	for (guint i = builder->hidden; i < builder->sides->len; i++) {
		const struct flow_side *side = &g_array_index(builder->sides, struct flow_side, i);
		y = side->later ? y : MAX(y, side->top);
	}
	return y;
}

void flow_set_x(const struct flow_home *home, struct flow_float *floated)
{
	len start = home->x, end = start + home->width;
	floated->x = floated->side == FLOW_FLOAT_START ? start + floated->inset : end - floated->inset - floated->width;
}

len flow_float_edge(const struct flow_float *floated)
{
	return floated->x + (floated->side == FLOW_FLOAT_START ? floated->width : 0);
}

/* Beside the floats that are there when it fits, else below them. */
static void put_beside(struct builder *builder, struct flow_float *made)
{
	flow_begin_sides(builder);
	len from = flow_next_y(builder, 0), y = highest(builder, from);
	enum fo_keyword clear = flow_side_of(builder->layout, made->node->style->clear);
	if (clear != FO_KW_NONE)
		y = MAX(y, flow_clear_floor(builder->walk.own, clear));
	struct flow_intrusion met = flow_float_intrusion(builder, y, made->height);
	while (met.start + met.end > 0 && made->width > builder->home.width - met.start - met.end && step_down(builder, &y))
		met = flow_float_intrusion(builder, y, made->height);
	made->drop = y - from;
	made->inset = made->side == FLOW_FLOAT_START ? met.start : met.end;
	flow_set_x(&builder->home, made);
	flow_put_side(builder, &(struct flow_side){
							   .side = made->side, .edge = flow_float_edge(made), .top = y, .bottom = len_add(y, made->height)});
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
	flow_begin_sides(builder);
	len y = flow_next_y(builder, 0);
	flow_put_side(builder,
				  &(struct flow_side){.side = hung->side, .edge = flow_float_edge(hung), .top = y, .bottom = len_add(y, height)});
	flow_add_item(builder, FLOW_FLOAT)->floated = hung;
}

/* ---- one that goes on ---- */

/* What is left of it, as narrow as it needs to be there, with what stands out of its content. */
static void set_rest(struct builder *builder, struct flow_float *floated)
{
	len beyond = floated->width - floated->content->width;
	len width = MAX(MIN(side_width(builder, floated), builder->home.width - beyond), floated->asks.least);
	floated->around = builder->home.width;
	if (width == floated->content->width)
		return;
	floated->content = flow_content_in(builder_new(builder->layout, width, 0), floated->content, &floated->at, width);
	floated->width = width + beyond;
	floated->height = flow_rest_height(floated->content, floated->at);
}

/* In a reference area of another width than before: where those that it stood beside leave it no room there, it comes below them. */
static void set_anew(struct builder *builder, struct flow_float *floated)
{
	struct layout_around around = builder->layout->around;
	builder->layout->around = floated->content->around;
	if (floated->continued) {
		set_rest(builder, floated);
	} else {
		build_beside(builder, floated);
		floated->height = flow_height(floated->content);
	}
	builder->layout->around = around;
	if (len_add(floated->inset, floated->width) > builder->home.width)
		floated->inset = 0;
}

guint flow_add_side(struct builder *builder, struct flow_float *floated)
{
	enum fo_keyword keyword = flow_side_of(builder->layout, floated->node->style->floats);
	flow_begin_sides(builder);
	if (floated->around != builder->home.width)
		set_anew(builder, floated);
	floated->side = keyword == FO_KW_END ? FLOW_FLOAT_END : FLOW_FLOAT_START;
	flow_set_x(&builder->home, floated);
	len y = flow_next_y(builder, 0);
	flow_put_side(
		builder, &(struct flow_side){
					 .side = floated->side, .edge = flow_float_edge(floated), .top = y, .bottom = floated->height ? LEN_MAX : y});
	return builder->sides->len - 1;
}

void flow_set_side(struct builder *builder, guint number, const struct flow_float *floated, len drop)
{
	struct flow_side *side = &g_array_index(builder->sides, struct flow_side, number);
	side->edge = flow_float_edge(floated);
	side->top = len_add(flow_next_y(builder, 0), drop);
	side->bottom = len_add(side->top, floated->height);
}
