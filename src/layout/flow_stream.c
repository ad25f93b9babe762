/* flow_stream: a flow that is built as pages ask for it, dropped where it is placed, and built anew where the measure changes. */
#include "layout/flow_build_int.h"

/* ---- more ---- */

/* The array may have moved. */
static void refresh(struct flow *flow)
{
	flow->items = (struct flow_item *)(void *)flow->source->items->data;
	flow->count = flow->source->items->len;
}

struct flow *flow_open_stream(struct layout *layout, const struct fo_node *node, len column_width, len region_width, len height,
							  struct area_structure *tag)
{
	struct flow *flow = ARENA_NEW(layout->pass_arena, struct flow);
	flow->source = builder_new(layout, column_width, height);
	flow->source->region_width = region_width;
	flow_push(flow->source, node, NULL, tag);
	refresh(flow);
	return flow;
}

void flow_close_stream(struct flow *flow)
{
	builder_free(flow->source);
	flow->source = NULL;
}

bool flow_more(struct flow *flow)
{
	uint32_t before = flow->count;
	while (flow->source && flow->count == before && builder_next(flow->source))
		refresh(flow);
	return flow->count > before;
}

/* ---- dropping what is placed ---- */

/* The groups open at an item, outermost first: indices of their FLOW_OPEN. */
static GArray *groups_around(const struct flow *flow, uint32_t index)
{
	GArray *opens = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	uint32_t around = index < flow->count ? flow->items[index].around : 0;
	for (; around; around = flow->items[around - 1].around) {
		uint32_t open = around - 1;
		g_array_prepend_val(opens, open);
	}
	return opens;
}

struct moved {
	uint32_t from, by; /* items from `from` on move towards the front by `by` */
	const GArray *opens;
};

static uint32_t moved_around(const struct moved *moved, uint32_t around)
{
	if (!around || around - 1 >= moved->from)
		return around ? around - moved->by : 0;
	guint low = 0, high = moved->opens->len; /* they are in order */
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(moved->opens, uint32_t, middle) < around - 1)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < moved->opens->len && g_array_index(moved->opens, uint32_t, low) == around - 1;
	return found ? low + 1 : 0;
}

/* What was decided of regions before goes. */
static void move_way(GArray *way, uint32_t by)
{
	guint kept = 0;
	for (guint i = 0; i < way->len; i++) {
		struct flow_decision decision = g_array_index(way, struct flow_decision, i);
		if (decision.from < by)
			continue;
		decision.from -= by;
		decision.end -= by;
		g_array_index(way, struct flow_decision, kept++) = decision;
	}
	g_array_set_size(way, kept);
}

struct flow_at flow_forget(struct flow *flow, struct flow_at at)
{
	/* only when it pays: every item is moved a few times at most */
	if (!flow->source || at.index >= flow->count || at.index < 64 || at.index < flow->count / 2)
		return at;
	flow_is_beside(flow->source); /* it has walked down to here */
	GArray *opens = groups_around(flow, at.index), *items = flow->source->items, *levels = flow->source->levels;
	struct moved moved = {at.index, at.index - opens->len, opens};
	if (moved.by < flow->count / 2) { /* deep in groups, which are still needed */
		g_array_free(opens, TRUE);
		return at;
	}
	for (guint i = 0; i < opens->len; i++) {
		struct flow_item open = flow->items[g_array_index(opens, uint32_t, i)];
		open.around = i;
		flow->items[i] = open;
	}
	for (uint32_t i = at.index; i < flow->count; i++) {
		struct flow_item item = flow->items[i];
		item.around = moved_around(&moved, item.around);
		flow->items[i - moved.by] = item;
	}
	flow->source->walked -= MIN(flow->source->walked, moved.by);
	for (guint i = 0; i < levels->len; i++) {
		struct flow_level *level = &g_array_index(levels, struct flow_level, i);
		level->open = moved_around(&moved, level->open);
	}
	move_way(flow->source->way, moved.by);
	g_array_set_size(items, flow->count - moved.by);
	g_array_free(opens, TRUE);
	refresh(flow);
	return (struct flow_at){at.index - moved.by, at.cut};
}

/* Items from `at` on, and the groups around them and around what is built next. */
void flow_keep_alive(struct layout *layout, struct flow *flow, struct flow_at at)
{
	const GArray *levels = flow->source->levels;
	while (at.index >= flow->count && flow_more(flow))
		;
	GArray *opens = groups_around(flow, at.index);
	for (guint i = 0; i < opens->len; i++) {
		uint32_t born = flow->items[g_array_index(opens, uint32_t, i)].born;
		layout_keep_range(layout, born, born);
	}
	g_array_free(opens, TRUE);
	for (guint i = 0; i < levels->len; i++) {
		uint32_t open = g_array_index(levels, struct flow_level, i).open;
		if (open)
			layout_keep_range(layout, flow->items[open - 1].born, flow->items[open - 1].born);
	}
	for (uint32_t i = at.index; i < flow->count; i++)
		layout_keep_range(layout, flow->items[i].born, flow->items[i].born);
	if (at.cut) /* it shares with those that it was cut from */
		layout_keep_since(layout, at.cut->born);
}

/* ---- building anew ---- */

/* The next item that stands for an object: building begins anew with it. */
static uint32_t next_object(const struct flow *flow, uint32_t index)
{
	while (index < flow->count && !flow->items[index].node)
		index++;
	return index;
}

/* Opens an object that began on an earlier page. */
static void open_again(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct flow_group *group = NULL;
	if (node->kind == FO_BLOCK_CONTAINER) {
		group = flow_container_group(builder, node, tag);
		tag = group->tag;
	} else {
		tag = node->kind == FO_LIST_BLOCK ? flow_list_tag(builder->layout, node, tag) : flow_tag_of_block(builder, node, tag);
		group = node->kind == FO_WRAPPER ? NULL : flow_group_of(builder, node, tag);
	}
	if (group)
		flow_open_again(builder, group);
	flow_push(builder, node, group, tag);
	if (node->kind == FO_BLOCK_CONTAINER)
		flow_enter_container(builder, node, group);
}

/* Opens the objects around `node`, the outermost first, each at the child that leads to it. */
static void enter(struct builder *builder, const struct fo_node *top, const struct fo_node *node)
{
	const struct fo_node *parent = node->parent;
	while (parent != top && flow_is_parted(builder->layout, parent))
		parent = parent->parent;
	if (parent != top) {
		enter(builder, top, parent);
		struct flow_frame *around = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
		around->next = NULL;
		around->last = parent;
		open_again(builder, parent, around->tag);
	}
	g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1).next = node;
}

/* The object that the flow's builder builds as one: a table for its rows, a list's item for its parts. */
static const struct fo_node *object_of(const struct flow_item *item)
{
	const struct fo_node *node = item->node;
	if (item->kind == FLOW_ROW && node->kind != FO_LIST_ITEM)
		while (node->kind != FO_TABLE)
			node = node->parent;
	return node;
}

/* Where in the new items the old place is. */
static struct flow_at place_of(struct flow *flow, uint32_t from, const struct flow_item *old)
{
	for (uint32_t i = from; old->kind == FLOW_ROW && (i < flow->count || flow_more(flow)); i++)
		if (flow->items[i].kind == FLOW_ROW && flow->items[i].node == old->node && flow->items[i].part == old->part)
			return (struct flow_at){i, NULL};
	return (struct flow_at){from, NULL};
}

/* Whether what is built next stands across all columns once what was built from `index` on is forgotten. */
static bool spans_at(const struct flow *flow, uint32_t index)
{
	bool spans = flow->source->spans;
	for (uint32_t i = flow->count; i > index; i--)
		if (flow->items[i - 1].kind == FLOW_SPAN)
			spans = !flow->items[i - 1].span;
	return spans;
}

/* As new, for a measure of that width. */
static void empty(struct builder *builder, len width, len height)
{
	g_array_set_size(builder->items, 0);
	g_array_set_size(builder->levels, 0);
	g_array_set_size(builder->way, 0);
	builder_drop_frames(builder);
	builder->x = 0;
	builder->width = width;
	builder->height = height;
	builder->pending = (struct fo_keep){0};
	builder->lowest = 0;
	builder->has_box = false;
	flow_drop_floats(builder);
	builder->walked = 0;
}

struct flow_at flow_rebuild(struct flow *flow, struct flow_at at, len column_width, len region_width, len height)
{
	struct builder *builder = flow->source;
	while (next_object(flow, at.index) >= flow->count && flow_more(flow))
		;
	uint32_t index = next_object(flow, at.index);
	struct flow_item old = index < flow->count ? flow->items[index] : (struct flow_item){0};
	struct flow_frame top = g_array_index(builder->frames, struct flow_frame, 0);
	builder->spans = spans_at(flow, index) && column_width != region_width;
	builder->column_width = column_width;
	builder->region_width = region_width;
	empty(builder, builder->spans ? region_width : column_width, height);
	builder->marks = old.marks;
	if (old.node) {
		flow_push(builder, top.node, NULL, top.tag);
		const struct fo_node *object = object_of(&old);
		builder->first = old.kind == FLOW_BOX || object->kind == FO_TABLE ? object : NULL;
		builder->part = old.part;
		enter(builder, top.node, object);
	}
	refresh(flow);
	struct flow_at now = place_of(flow, flow->count, &old);
	if (at.cut && now.index < flow->count)
		now.cut = at.cut;
	return now;
}

bool flow_spans(const struct flow *flow)
{
	return flow->source->spans;
}
