/* stream: a flow that is built as pages ask for it, and dropped where it is placed. */
#include "flow/build_int.h"

/* ---- more ---- */

void flow_refresh(struct flow *flow)
{
	flow->items = (struct flow_item *)(void *)flow->source->items->data;
	flow->count = flow->source->items->len;
}

struct flow *flow_open_stream(struct layout *layout, const struct fo_node *node, len column_width, len region_width, len height,
							  struct area_structure *tag)
{
	struct flow *flow = flow_new(layout, layout->pass_arena, node, tag, column_width, height);
	flow->source = builder_new(layout, column_width, height);
	flow->source->region_width = region_width;
	flow->source->postpones = true;
	flow_push_first(flow->source, node, tag);
	flow_refresh(flow);
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
		flow_refresh(flow);
	return flow->count > before;
}

bool flow_has(struct flow *flow, uint32_t index)
{
	while (index >= flow->count && flow_more(flow))
		;
	return index < flow->count;
}

bool flow_is_open(const struct flow *flow)
{
	return flow->source && !builder_is_done(flow->source);
}

bool flow_spans(const struct flow *flow)
{
	return flow->source->spans;
}

/* ---- ahead ---- */

/* How many items are built beyond the one that is looked at: a block may bind lines before it (gw:lines-before). */
#define AHEAD 64

/* No region ends below it. */
static bool is_endless(const struct flow_item *item)
{
	return item->kind == FLOW_ROW && item->row->height >= FLOW_ENDLESS;
}

/* Rows that are built beyond an item fill a page: what is below them binds nothing. */
static bool has_page_beyond(const struct flow *flow, uint32_t index)
{
	len most = flow->source->layout->most_room, height = 0;
	for (uint32_t i = index + 1; i < flow->count && height < most; i++)
		if (flow->items[i].kind == FLOW_ROW)
			height = len_add(height, flow->items[i].row->height);
	return most > 0 && height >= most;
}

static bool looks_on(const struct flow *flow, uint32_t index)
{
	return flow->count < index + AHEAD && flow_is_open(flow) && !is_endless(&flow->items[index]) && !has_page_beyond(flow, index);
}

bool flow_look_ahead(struct flow *flow, uint32_t index)
{
	if (!flow_has(flow, index))
		return false;
	while (looks_on(flow, index) && flow_more(flow))
		;
	return true;
}

/* ---- cells whose content is built as it is asked for ---- */

/* Twice what any page holds: keeps ask for what stands on one and on the next. */
len flow_most_asked(const struct layout *layout)
{
	len most = layout->most_room;
	return most ? MIN(len_add(most, most), FLOW_ENDLESS) : FLOW_ENDLESS;
}

len flow_open_limit(const struct flow *flow)
{
	return flow_most_asked(flow->source->layout);
}

void flow_open_content(struct layout *layout, struct flow *content)
{
	g_ptr_array_add(layout->contents, content);
}

/* What is left of rows stands first, behind floats at most. */
static const struct flow_row *first_row(const struct flow *flow, struct flow_at at)
{
	uint32_t i = at.index;
	while (i < flow->count && flow->items[i].kind == FLOW_FLOAT)
		i++;
	return at.cut ? at.cut : i < flow->count && flow->items[i].kind == FLOW_ROW ? flow->items[i].row : NULL;
}

const struct flow *flow_open_within(const struct flow *flow, struct flow_at at)
{
	if (flow_is_open(flow))
		return flow;
	const struct flow_row *row = first_row(flow, at);
	const struct flow *open = NULL;
	for (unsigned i = 0; row && i < row->count && !open; i++)
		if (row->cells[i].begun)
			open = flow_open_within(row->cells[i].content, flow_cell_at(&row->cells[i]));
	return open;
}

static void add_contents_from(GHashTable *needed, const struct flow *flow, struct flow_at at);

static void add_contents_of(GHashTable *needed, const struct flow_row *row)
{
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell->content->source)
			g_hash_table_add(needed, cell->content);
		if (cell->begun)
			add_contents_from(needed, cell->content, flow_cell_at(cell));
	}
}

/* A float that goes on may be open, too. */
static void add_content_of(GHashTable *needed, const struct flow_float *floated)
{
	if (floated->content->source)
		g_hash_table_add(needed, floated->content);
	if (floated->continued)
		add_contents_from(needed, floated->content, floated->at);
}

static void add_contents_from(GHashTable *needed, const struct flow *flow, struct flow_at at)
{
	for (const struct flow_float *floated = at.sides; floated; floated = floated->next)
		add_content_of(needed, floated);
	for (uint32_t i = at.index; i < flow->count && flow->items[i].kind == FLOW_FLOAT; i++)
		add_content_of(needed, flow->items[i].floated);
	const struct flow_row *row = first_row(flow, at);
	if (row)
		add_contents_of(needed, row);
}

void flow_close_contents(struct layout *layout, const struct flow_going *places, unsigned count)
{
	if (!count)
		flow_drop_table(layout);
	if (!layout->contents->len)
		return;
	GHashTable *needed = g_hash_table_new(NULL, NULL);
	for (unsigned i = 0; i < count; i++)
		add_contents_from(needed, places[i].flow, places[i].at);
	for (guint i = layout->contents->len; i-- > 0;) {
		struct flow *content = layout->contents->pdata[i];
		if (g_hash_table_contains(needed, content))
			continue;
		flow_close_stream(content);
		g_ptr_array_remove_index_fast(layout->contents, i);
	}
	g_hash_table_destroy(needed);
}

/* ---- dropping what is placed ---- */

/* The groups open at an item, outermost first: their FLOW_OPEN, + 1. */
static GArray *groups_at(const struct flow *flow, uint32_t index)
{
	return flow_groups_around(flow->items, index < flow->count ? flow->items[index].around : 0);
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
		if (g_array_index(moved->opens, uint32_t, middle) < around)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < moved->opens->len && g_array_index(moved->opens, uint32_t, low) == around;
	return found ? low + 1 : 0;
}

/* What was decided of regions before goes. */
static void move_way(struct builder *builder, uint32_t by)
{
	GArray *way = builder->way;
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
	builder->ended.from -= MIN(builder->ended.from, by);
	builder->ended.end -= MIN(builder->ended.end, by);
}

struct flow_at flow_forget(struct flow *flow, struct flow_at at)
{
	/* only when it pays: every item is moved a few times at most */
	if (!flow->source || at.index >= flow->count || at.index < 64 || at.index < flow->count / 2)
		return at;
	flow_is_beside(flow->source); /* it has walked down to here */
	GArray *opens = groups_at(flow, at.index), *items = flow->source->items, *levels = flow->source->levels;
	struct moved moved = {at.index, at.index - opens->len, opens};
	if (moved.by < flow->count / 2) { /* deep in groups, which are still needed */
		g_array_free(opens, TRUE);
		return at;
	}
	for (guint i = 0; i < opens->len; i++) {
		struct flow_item open = flow->items[g_array_index(opens, uint32_t, i) - 1];
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
	move_way(flow->source, moved.by);
	if (flow->bound->end != UINT32_MAX)
		flow->bound->end -= MIN(flow->bound->end, moved.by);
	g_array_set_size(items, flow->count - moved.by);
	g_array_free(opens, TRUE);
	flow_refresh(flow);
	return (struct flow_at){.index = at.index - moved.by, .cut = at.cut};
}

static void keep_notes(const struct flow_item *item)
{
	for (const struct line_anchor *anchor = item->kind == FLOW_BOX ? item->box.anchors : NULL; anchor; anchor = anchor->next)
		if (anchor->note)
			flow_note_keep_alive(anchor->note);
}

/* Items from `at` on, and the groups around them and around what is built next. */
void flow_keep_alive(struct layout *layout, struct flow *flow, struct flow_at at)
{
	const GArray *levels = flow->source->levels;
	while (at.index >= flow->count && flow_more(flow))
		;
	GArray *opens = groups_at(flow, at.index);
	for (guint i = 0; i < opens->len; i++) {
		uint32_t born = flow->items[g_array_index(opens, uint32_t, i) - 1].born;
		layout_keep_range(layout, born, born);
	}
	g_array_free(opens, TRUE);
	for (guint i = 0; i < levels->len; i++) {
		uint32_t open = g_array_index(levels, struct flow_level, i).open;
		if (open)
			layout_keep_range(layout, flow->items[open - 1].born, flow->items[open - 1].born);
	}
	for (uint32_t i = at.index; i < flow->count; i++) {
		const struct flow_item *item = &flow->items[i];
		uint32_t born = item->kind == FLOW_FLOAT ? item->floated->born : item->born;
		layout_keep_range(layout, born, item->born);
		keep_notes(item);
		if (item->kind == FLOW_ROW && (item->rest || item->row->born < item->born))
			layout_keep_since(layout, item->row->born);
	}
	if (at.cut) /* it shares with those that it was cut from */
		layout_keep_since(layout, at.cut->born);
}

void flow_keep_waiting(struct layout *layout, struct flow *flow, struct flow_at at, bool begun)
{
	if (flow->source) {
		flow_keep_alive(layout, flow, at);
		return;
	}
	layout_keep_range(layout, flow->born, begun ? layout->generation : flow->born);
	if (at.cut)
		layout_keep_since(layout, at.cut->born);
}
