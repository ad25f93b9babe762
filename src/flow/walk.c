/* walk: down a flow item by item: how far it is down at each, which spaces meet there, what gives way, and what side floats reach. */
#include "flow/walk_int.h"

/* ---- spaces ---- */

/* On the grid of a group with steps, and beside floats, everything stands where it is. */
static bool is_elastic(const struct flow_walk *walk)
{
	return walk->elastic && !(walk->steps && walk->steps->len) && walk->y >= flow_walk_floor(walk);
}

static void settle(struct flow_walk *walk)
{
	if (is_elastic(walk)) {
		walk->shrink = len_add(walk->shrink, flow_met_shrink(&walk->meeting));
		walk->stretch = len_add(walk->stretch, flow_met_stretch(&walk->meeting));
	}
	walk->y = len_add(walk->y, flow_met(&walk->meeting));
	walk->meeting = (struct meeting){0};
	walk->at_start = false;
	walk->hollow = false;
}

void flow_walk_take(struct flow_walk *walk, len height)
{
	settle(walk);
	walk->y = len_add(walk->y, height);
}

len flow_walk_next(const struct flow_walk *walk)
{
	return len_add(walk->y, flow_met(&walk->meeting));
}

len flow_walk_shrink(const struct flow_walk *walk)
{
	return len_add(walk->shrink, is_elastic(walk) ? flow_met_shrink(&walk->meeting) : 0);
}

len flow_walk_stretch(const struct flow_walk *walk)
{
	return len_add(walk->stretch, is_elastic(walk) ? flow_met_stretch(&walk->meeting) : 0);
}

/* ---- groups ---- */

static len reserve_of(const struct flow_group *group)
{
	return group->kept_after + (group->omit_footer ? 0 : group->footer_height);
}

static void begin_step(struct flow_walk *walk, const struct flow_group *group)
{
	if (!group->step)
		return;
	if (!walk->steps)
		walk->steps = g_array_new(FALSE, FALSE, sizeof(len));
	g_array_append_val(walk->steps, walk->y);
}

static void end_step(struct flow_walk *walk, const struct flow_group *group)
{
	if (!group->step || !walk->steps || !walk->steps->len)
		return;
	guint last = walk->steps->len - 1;
	walk->y = len_add(walk->y, flow_step_rest(group, walk->y - g_array_index(walk->steps, len, last)));
	g_array_set_size(walk->steps, last);
}

/* A reference area begins, whose floats are its own. */
static void begin_area(struct flow_walk *walk, const struct flow_group *group)
{
	if (!group->reference)
		return;
	if (!walk->areas)
		walk->areas = g_array_new(FALSE, FALSE, sizeof(struct flow_reached));
	struct flow_reached around = {{walk->own[0], walk->own[1]}};
	g_array_append_val(walk->areas, around);
	walk->own[0] = walk->own[1] = 0;
}

/* It may have begun before the walk did: then no floats stand around it. */
static void end_area(struct flow_walk *walk, const struct flow_group *group)
{
	if (!group->reference)
		return;
	struct flow_reached around = {{0, 0}};
	if (walk->areas && walk->areas->len) {
		around = g_array_index(walk->areas, struct flow_reached, walk->areas->len - 1);
		g_array_set_size(walk->areas, walk->areas->len - 1);
	}
	walk->own[0] = around.floor[0];
	walk->own[1] = around.floor[1];
}

static void open_group(struct flow_walk *walk, const struct flow_group *group)
{
	walk->reserve = len_add(walk->reserve, reserve_of(group));
	if (flow_is_fence(group))
		settle(walk);
	begin_step(walk, group);
	begin_area(walk, group);
	walk->y = len_add(walk->y, group->before + group->header_height);
	walk->at_start |= group->reference;
	walk->hollow = true;
}

/* An empty block is an area without height: spaces before and after it do not meet. */
static void close_group(struct flow_walk *walk, const struct flow_group *group)
{
	walk->reserve -= reserve_of(group);
	if (walk->hollow)
		settle(walk);
	if (group->reference) {
		walk->y = len_add(walk->y, flow_met_retained(&walk->meeting));
		walk->meeting = (struct meeting){0};
	} else if (flow_is_fence_after(group)) {
		settle(walk);
	}
	walk->y = len_add(walk->y, group->after + group->footer_height);
	end_step(walk, group);
	end_area(walk, group);
	walk->at_start &= !group->reference;
}

void flow_walk_reopen(struct flow_walk *walk, const struct flow_group *group)
{
	walk->reserve = len_add(walk->reserve, reserve_of(group));
	begin_step(walk, group);
	begin_area(walk, group);
	walk->y = len_add(walk->y, group->kept_before + (group->omit_header ? 0 : group->header_height));
	walk->at_start = group->reference ||
					 (walk->at_start && !group->kept_before); /* what is retained parts spaces from the page's edge */
}

/* The groups around an item, the outermost first. */
static void reopen_all(struct flow_walk *walk, const struct flow *flow, uint32_t around)
{
	if (!around)
		return;
	reopen_all(walk, flow, flow->items[around - 1].around);
	flow_walk_reopen(walk, flow->items[around - 1].group);
}

struct flow_walk flow_walk_from(const struct flow *flow, struct flow_at at)
{
	struct flow_walk walk = {.at_start = true};
	if (at.index < flow->count)
		reopen_all(&walk, flow, flow->items[at.index].around);
	return walk;
}

/* ---- floats ---- */

len flow_walk_floor(const struct flow_walk *walk)
{
	return MAX(walk->floor[FLOW_FLOAT_START], walk->floor[FLOW_FLOAT_END]);
}

len flow_walk_bottom(const struct flow_walk *walk)
{
	return MAX(len_add(walk->y, flow_met_retained(&walk->meeting)), flow_walk_floor(walk));
}

void flow_walk_reach(struct flow_walk *walk, const struct flow_float *floated, len y)
{
	guint areas = flow_walk_depth(walk);
	len *own = walk->own, *all = &walk->floor[floated->side];
	if (floated->outward && floated->outward <= areas)
		own = g_array_index(walk->areas, struct flow_reached, areas - floated->outward).floor;
	own[floated->side] = MAX(own[floated->side], y);
	*all = MAX(*all, y);
}

static void pass_float(struct flow_walk *walk, const struct flow_float *floated)
{
	if (floated->side != FLOW_FLOAT_BEFORE)
		flow_walk_reach(walk, floated, len_add(flow_walk_next(walk), floated->drop + floated->height));
}

len flow_clear_floor(const len floor[2], enum fo_keyword clear)
{
	len start = clear == FO_KW_END ? 0 : floor[FLOW_FLOAT_START], end = clear == FO_KW_START ? 0 : floor[FLOW_FLOAT_END];
	return MAX(start, end);
}

static void pass_clear(struct flow_walk *walk, const struct flow_item *item)
{
	len floor = MAX(flow_clear_floor(item->wide ? walk->floor : walk->own, item->clear), item->below);
	if (floor <= flow_walk_next(walk))
		return;
	walk->y = floor;
	walk->meeting = (struct meeting){0};
	walk->at_start = false;
}

/* ---- items ---- */

void flow_walk_item(struct flow_walk *walk, const struct flow_item *item)
{
	switch (item->kind) {
	case FLOW_BOX:
		if (item->box.position == FLOW_STATIC)
			flow_walk_take(walk, item->box.height);
		break;
	case FLOW_ROW:
		flow_walk_take(walk, item->row->height);
		break;
	case FLOW_OPEN:
		open_group(walk, item->group);
		break;
	case FLOW_CLOSE:
		close_group(walk, item->group);
		break;
	case FLOW_SPACE:
		flow_meet(&walk->meeting, &item->space, walk->at_start);
		break;
	case FLOW_FLOAT:
		pass_float(walk, item->floated);
		break;
	case FLOW_CLEAR:
		pass_clear(walk, item);
		break;
	case FLOW_BREAK:
	case FLOW_SPAN:
		break;
	}
}

void flow_walk_on(struct flow_walk *walk, const struct flow *flow, struct flow_at at, uint32_t index)
{
	if (index == at.index && at.cut)
		flow_walk_take(walk, at.cut->height);
	else
		flow_walk_item(walk, &flow->items[index]);
}

void flow_walk_end(struct flow_walk *walk)
{
	if (walk->steps)
		g_array_free(walk->steps, TRUE);
	if (walk->areas)
		g_array_free(walk->areas, TRUE);
	*walk = (struct flow_walk){0};
}
