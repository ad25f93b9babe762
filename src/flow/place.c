/* place: items → areas, for one page or reference area. Follows flow_fit step by step: the same spaces, edges and heads. */
#include "flow/place_int.h"

/* ---- areas ---- */

static struct area *new_group_area(struct placing *placing, const struct open_area *open, const struct open_area *parent)
{
	const struct flow_group *group = open->group;
	struct layout *layout = placing->placer->layout;
	struct area *area = area_new(layout->arena, group->kind, open->x - parent->x + open->move.right - parent->move.right,
								 open->y - parent->y + open->move.down - parent->move.down, group->width, 0);
	area->box = group->box;
	area->hold = group->hold;
	area->tag = placing->placer->repeat ? &area_artifact : group->tag;
	area->place = group->node->place;
	if (!placing->placer->repeat)
		area->id = open->continued ? NULL : group->node->id;
	area_append(parent->area, area);
	return area;
}

/* A block that goes on from an earlier page and draws nothing: so pages cost nothing for the depth of what they stand in. */
static bool needs_no_area(const struct open_area *open)
{
	const struct flow_group *group = open->group;
	bool plain = open->continued && group->kind == AREA_BLOCK && !group->box && !group->step && !group->reference;
	return group->bare || (plain && group->node->kind == FO_BLOCK && !group->move.right && !group->move.down);
}

struct open_area *placing_innermost(struct placing *placing)
{
	for (guint i = 1; i < placing->open->len; i++) {
		struct open_area *open = &g_array_index(placing->open, struct open_area, i);
		if (open->area)
			continue;
		const struct open_area *parent = open - 1;
		const char *id = open->group->node->id;
		if (id && !placing->placer->repeat && !open->group->bare)
			layout_ref_set(placing->placer->layout, id, placing->placer->label);
		open->through = needs_no_area(open);
		if (open->through) {
			open->area = parent->area;
			open->x = parent->x;
			open->y = parent->y;
			open->move = parent->move;
			continue;
		}
		open->x = placing->x + open->group->x;
		open->y = placing_begin_y(placing, open);
		open->move = layout_moves(parent->move, open->group->move);
		open->area = new_group_area(placing, open, parent);
	}
	return placing_top(placing);
}

void placing_put(struct placing *placing, struct area *area, len x)
{
	const struct open_area *parent = placing_innermost(placing);
	area->x = placing->x + x - parent->x;
	area->y = placing->y - parent->y;
	area_append(parent->area, area);
}

/* ---- marks ---- */

void flow_put_mark(struct placer *placer, const struct fo_node *node, struct area *around, len x, len y)
{
	if (!node->id || placer->repeat)
		return;
	struct area *area = area_new(placer->layout->arena, AREA_BLOCK, x, y, 0, 0);
	area->id = node->id;
	area->place = node->place;
	area->tag = &area_artifact;
	area_append(around, area);
	layout_ref_set(placer->layout, node->id, placer->label);
}

/* Where the first group within begins; that stands here, like all groups that are open. */
static void put_mark(struct placing *placing, const struct flow_mark *mark)
{
	placing_innermost(placing);
	const struct open_area *around = &g_array_index(placing->open, struct open_area, MIN(mark->level, placing->open->len - 1));
	const struct open_area *first = mark->level + 1 < placing->open->len ? around + 1 : NULL;
	len x = first ? first->x + first->move.right - around->move.right : placing->x,
		y = first ? first->y + first->move.down - around->move.down : placing->y;
	flow_put_mark(placing->placer, mark->node, around->area, x - around->x, y - around->y);
}

/* starts, ends: whether the item is not the rest of one on an earlier page, and leaves none. */
static void put_marks(struct placing *placing, const struct flow_item *item, bool starts, bool ends)
{
	if (!item->marks || placing->placer->repeat)
		return;
	if (item->kind == FLOW_BOX || item->kind == FLOW_ROW || (item->kind == FLOW_CLOSE && placing->hollow))
		placing_settle(placing); /* spaces end before what the mark stands in begins */
	for (const struct flow_mark *mark = item->marks; mark; mark = mark->next)
		if (mark->ends && ends)
			layout_ref_set(placing->placer->layout, mark->node->id, placing->placer->label);
		else if (!mark->ends && starts)
			put_mark(placing, mark);
}

/* ---- rows ---- */

void placing_put_row(struct placing *placing, uint32_t index, const struct flow_row *row, const struct flow_fit *fit)
{
	placing_settle(placing);
	struct row_place place = {
		.placer = placing->placer, .flow = placing->flow, .index = index, .row = row, .fit = fit, .ends = placing->ends};
	flow_place_row(&place);
	placing_put(placing, place.area, row->x);
	struct layout_move move = flow_row_move(row->node, row->width);
	place.area->x += move.right;
	place.area->y += move.down;
	place.area->hold.free_across = place.area->hold.free_down = move.right || move.down;
	placing_put_under(placing, &place);
	placing->y = len_add(placing->y, place.area->height);
	placing->row = row;
}

/* ---- floats ---- */

/* The innermost open reference area, so many of them left out. */
static struct open_area *reference_area(const struct placing *placing, unsigned outward)
{
	guint i = placing->open->len - 1;
	for (; i > 0; i--) {
		bool reference = g_array_index(placing->open, struct open_area, i).group->reference;
		if (reference && !outward)
			break;
		outward -= reference;
	}
	return &g_array_index(placing->open, struct open_area, i);
}

/* A float stands there, down to y. */
static void reach(struct placing *placing, const struct flow_float *floated, len y)
{
	len *all = &placing->floor[floated->side], *own = &reference_area(placing, floated->outward)->floor[floated->side];
	*all = MAX(*all, y);
	*own = MAX(*own, y);
}

static void place_float(struct placing *placing, const struct flow_float *floated)
{
	struct placer *placer = placing->placer;
	if (floated->side == FLOW_FLOAT_BEFORE) /* the page places it */
		return;
	len y = placing->y + flow_met(&placing->meeting) + floated->drop;
	struct flow_fit fit = flow_float_all(floated);
	if (floated->hangs) {
		reach(placing, floated, len_add(y, fit.height));
		return;
	}
	if (flow_goes_beyond(floated, y - placing->top, placing->foot)) {
		bool below = placing->parted || flow_is_below(floated, placing_floor(placing) - placing->top);
		fit = flow_float_part(floated, placing->foot - (y - placing->top), below);
		placing->parted = true;
	}
	if (fit.none)
		return;
	struct area *area = flow_float_area(placer, floated, &fit, placing->x + floated->x, y);
	if (!placing->floats)
		placing->floats = g_ptr_array_new();
	g_ptr_array_add(placing->floats, area);
	reach(placing, floated, len_add(y, fit.height));
}

static void append_floats(struct placing *placing, struct area *area)
{
	if (!placing->floats)
		return;
	for (guint i = 0; i < placing->floats->len; i++)
		area_append(area, placing->floats->pdata[i]);
	g_ptr_array_free(placing->floats, TRUE);
}

static void place_clear(struct placing *placing, const struct flow_item *item)
{
	const len *floors = item->wide ? placing->floor : reference_area(placing, 0)->floor;
	len floor = MAX(flow_clear_floor(floors, item->clear), item->below ? len_add(placing->top, item->below) : 0);
	if (floor <= placing->y + flow_met(&placing->meeting))
		return;
	if (placing_top(placing)->continued && placing_top(placing)->group->reference)
		placing_innermost(placing); /* it holds the rest of a float, if nothing else */
	placing->y = floor;
	placing_drop_spaces(placing);
	placing->at_start = false;
}

/* ---- all ---- */

struct flow_fit flow_float_all(const struct flow_float *floated)
{
	return (struct flow_fit){.end = floated->content->count, .height = floated->height, .all = true};
}

/* What has no room all the same is as high as it is. */
static len height_of_overfull(const struct area *area)
{
	len height = area->height;
	for (const struct area *child = area->first_child; child; child = child->next)
		height = MAX(height, len_add(child->y, child->height));
	return height;
}

struct area *flow_float_area(struct placer *placer, const struct flow_float *floated, const struct flow_fit *fit, len x, len y)
{
	struct area *area = area_new(placer->layout->arena, AREA_BLOCK, x, y, floated->width, fit->height);
	area->tag = placer->repeat ? &area_artifact : floated->tag;
	area->place = floated->node->place;
	area->hold = (struct area_hold){.holds = AREA_HOLDS_ALL,
									.x = floated->content_x,
									.width = floated->content->width,
									.name = fo_kind_name(floated->node->kind)};
	if (floated->node->id && !placer->repeat) {
		area->id = floated->continued ? NULL : floated->node->id;
		layout_ref_set(placer->layout, floated->node->id, placer->label);
	}
	flow_place(placer, floated->content, floated->at, fit, area, floated->content_x, 0);
	if (fit->overfull)
		area->height = height_of_overfull(area);
	return area;
}

static void put_whole_row(struct placing *placing, uint32_t index, struct flow_row *row, const struct flow_fit *fit)
{
	flow_measure_whole(row, placing->flow, index, fit);
	placing_put_row(placing, index, row, fit);
}

static void place_item(struct placing *placing, uint32_t index, struct flow_row *cut, const struct flow_fit *fit)
{
	const struct flow_item *item = &placing->flow->items[index];
	put_marks(placing, item, !cut, true);
	switch (item->kind) {
	case FLOW_BOX:
		placing_put_box(placing, &item->box);
		break;
	case FLOW_ROW:
		put_whole_row(placing, index, cut ? cut : item->row, fit);
		break;
	case FLOW_OPEN:
		placing_open(placing, item->group);
		break;
	case FLOW_CLOSE:
		placing_close(placing, item->group);
		break;
	case FLOW_SPACE:
		placing_meet(placing, &item->space);
		break;
	case FLOW_FLOAT:
		if (!flow_hangs_no_more(placing->flow, placing->at.index, placing->at.cut, index))
			place_float(placing, item->floated);
		break;
	case FLOW_CLEAR:
		place_clear(placing, item);
		break;
	case FLOW_BREAK:
	case FLOW_SPAN:
		break;
	}
}

void flow_place(struct placer *placer, const struct flow *flow, struct flow_at at, const struct flow_fit *fit, struct area *area,
				len x, len y)
{
	struct placing placing = {
		.placer = placer, .flow = flow, .x = x, .top = y, .y = y, .at_start = true, .foot = fit->foot, .give = fit->give};
	placing.open = g_array_new(FALSE, FALSE, sizeof(struct open_area));
	struct open_area whole = {.area = area};
	g_array_append_val(placing.open, whole);
	flow_bind_rows(flow, at);
	if (at.index < flow->count) {
		placing.row = at.cut ? at.cut : flow->items[at.index].kind == FLOW_ROW ? flow->items[at.index].row : NULL;
		placing_reopen(&placing, flow->items[at.index].around);
	}
	for (; at.index < fit->end && flow_is_left_behind(&flow->items[at.index]); at.index++)
		;
	placing.at = at;
	for (uint32_t i = at.index; i < fit->end; i++)
		place_item(&placing, i, i == at.index ? at.cut : NULL, fit);
	if (fit->cut) {
		bool starts = fit->end != at.index || !at.cut;
		put_marks(&placing, &flow->items[fit->end], starts, false);
		placing_put_row(&placing, fit->end, starts ? flow->items[fit->end].row : at.cut, fit);
	}
	placing_break(&placing);
	append_floats(&placing, area);
	placing_free_spaces(&placing);
	g_array_free(placing.open, TRUE);
}

void flow_place_all(struct placer *placer, const struct flow *flow, struct area *area, len x, len y)
{
	struct flow_fit all = {.end = flow->count, .all = true, .give = flow->give};
	flow_place(placer, flow, (struct flow_at){0}, &all, area, x, y);
}
