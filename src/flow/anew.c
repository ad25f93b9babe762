/* anew: what is left of a flow, built once more from the place where a page ended: the pages that follow are of another width, or floats that
 * made its lines short stayed behind. The old flow stays as it is: a page is planned several times. */
#include "flow/build_int.h"

static struct flow_frame *innermost(const struct builder *builder)
{
	return &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
}

/* ---- where building begins ---- */

/* The next item that stands for an object: building begins anew with it. */
static uint32_t next_object(const struct flow *flow, uint32_t index)
{
	while (index < flow->count && !flow->items[index].node)
		index++;
	return index;
}

/* Opens an object that began on an earlier page, in its measure. */
static void open_in(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct flow_group *group = NULL;
	if (node->kind == FO_BLOCK_CONTAINER) {
		group = flow_container_group(builder, node, tag);
		tag = group->tag;
	} else {
		tag = node->kind == FO_LIST_BLOCK ? flow_list_tag(builder->layout, node, tag) : flow_tag_of_block(builder, node, tag);
		group = node->kind == FO_WRAPPER || node->kind == FO_FLOAT ? NULL : flow_group_of(builder, node, tag);
	}
	if (group)
		flow_open_again(builder, group);
	flow_push(builder, node, group, tag);
	if (node->kind == FO_BLOCK_CONTAINER)
		flow_enter_container(builder, node, group);
}

/* The same, among the floats that go on beside it. */
static void open_again(struct builder *builder, const struct fo_node *node, struct area_structure *tag, struct resumed *resumed)
{
	len x = builder->x, width = builder->width;
	bool narrowed = builder->narrowed;
	flow_displace(builder, node);
	builder->clears = FO_KW_NONE;
	open_in(builder, node, tag);
	struct flow_frame *frame = innermost(builder);
	frame->x = x;
	frame->width = width;
	frame->narrowed = narrowed;
	if (node->kind == FO_BLOCK_CONTAINER)
		flow_resume_within(resumed, builder, node);
}

/* Opens the objects around `node`, the outermost first, each at the child that leads to it. */
static void enter(struct builder *builder, const struct fo_node *top, const struct fo_node *node, struct resumed *resumed)
{
	const struct fo_node *parent = node->parent;
	while (parent != top && flow_is_parted(builder->layout, parent))
		parent = parent->parent;
	if (parent != top) {
		enter(builder, top, parent, resumed);
		struct flow_frame *around = innermost(builder);
		around->next = NULL;
		around->last = parent;
		open_again(builder, parent, around->tag, resumed);
	}
	innermost(builder)->next = node;
}

/* The same where nothing of `node` is left but its end. */
static void enter_end(struct builder *builder, const struct fo_node *top, const struct fo_node *node, struct resumed *resumed)
{
	enter(builder, top, node->first_child, resumed);
	innermost(builder)->next = NULL;
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

/* Where a flow is taken up: before the first item from there on that stands for an object, or at the end of one that closes before that. */
struct start {
	uint32_t index;
	struct flow_item item;       /* or without a node: nothing is left */
	const struct fo_node *ended; /* or NULL */
};

static struct start start_at(struct flow *flow, struct flow_at at)
{
	while (next_object(flow, at.index) >= flow->count && flow_more(flow))
		;
	struct start start = {.index = next_object(flow, at.index)};
	if (start.index < flow->count)
		start.item = flow->items[start.index];
	for (uint32_t i = at.index; i < start.index && !start.ended; i++)
		if (flow->items[i].kind == FLOW_CLOSE)
			start.ended = flow->items[i].group->node;
	const struct fo_node *ended = start.ended;
	if (ended && ((ended->kind != FO_BLOCK && ended->kind != FO_BLOCK_CONTAINER) || !ended->first_child))
		start.ended = NULL;
	return start;
}

/* Where in the new items the old place is. */
static struct flow_at place_of(struct flow *flow, uint32_t from, const struct start *start)
{
	const struct flow_item *old = &start->item;
	for (uint32_t i = from; !start->ended && old->kind == FLOW_ROW && (i < flow->count || flow_more(flow)); i++)
		if (flow->items[i].kind == FLOW_ROW && flow->items[i].node == old->node && flow->items[i].part == old->part)
			return (struct flow_at){.index = i};
	return (struct flow_at){.index = from};
}

/* ---- a row that was cut ---- */

static struct flow *content_anew(struct layout *layout, struct flow *flow, struct flow_at *at, len width);

/* like: the cell as it is built now. */
static void set_cell_anew(struct layout *layout, const struct flow_cell *like, struct flow_cell *cell)
{
	struct flow_at at = {.index = cell->from, .cut = cell->cut};
	cell->x = like->x;
	cell->width = like->width;
	if (cell->from >= cell->content->count || cell->content->width == like->content->width)
		return;
	cell->content = content_anew(layout, cell->content, &at, like->content->width);
	cell->from = at.index;
	cell->cut = at.cut;
	cell->content_height = flow_rest_height(cell->content, at);
}

/* What is left of a list's item, in the measure of the item as it is built now. Rows of tables end as they began, as in FOP. */
static struct flow_row *row_anew(struct layout *layout, const struct flow_row *like, struct flow_row *rest)
{
	if (rest->node->kind != FO_LIST_ITEM)
		return rest;
	struct flow_row *row = ARENA_NEW(layout->arena, struct flow_row);
	*row = *rest;
	row->x = like->x;
	row->width = like->width;
	row->cells = ARENA_ARRAY(layout->arena, struct flow_cell, rest->count);
	row->height = 0;
	for (unsigned i = 0; i < rest->count; i++) {
		row->cells[i] = rest->cells[i];
		set_cell_anew(layout, &like->cells[i], &row->cells[i]);
		row->height = MAX(row->height, row->cells[i].content_height);
	}
	row->least = row->height;
	flow_note_row(layout->arena, row);
	row->broken = rest->broken && flow_row_is_broken(row);
	return row;
}

/* What an earlier region left of the row goes on in its place. */
static void take_rest(struct layout *layout, struct flow *flow, struct flow_at *at, struct flow_row *rest, bool widths_differ)
{
	uint32_t row = at->index;
	while (rest && row < flow->count && flow->items[row].kind == FLOW_FLOAT)
		row++;
	if (!rest || row >= flow->count || flow->items[row].kind != FLOW_ROW)
		return;
	if (widths_differ)
		rest = row_anew(layout, flow->items[row].row, rest);
	if (row == at->index) {
		at->cut = rest;
		return;
	}
	flow->items[row].row = rest;
	flow->items[row].rest = true;
	flow->items[row].marks = NULL;
}

/* What a builder has before the first item that is new: the objects around it, open. */
static void take_up(struct builder *builder, const struct flow *old_flow, const struct start *start, struct resumed *resumed)
{
	const struct flow_item *old = &start->item;
	flow_resume_within(resumed, builder, NULL);
	if (start->ended) {
		flow_push_first(builder, old_flow->node, old_flow->tag);
		enter_end(builder, old_flow->node, start->ended, resumed);
	} else if (old->node) {
		flow_push_first(builder, old_flow->node, old_flow->tag);
		const struct fo_node *object = object_of(old);
		builder->marks = old->marks;
		builder->first = old->kind == FLOW_BOX || object->kind == FO_TABLE ? object : NULL;
		builder->part = old->part;
		enter(builder, old_flow->node, object, resumed);
	} else {
		builder->marks = old->marks;
	}
	flow_resume_all(resumed, builder);
}

/* ---- a page sequence's ---- */

/* Whether what is built next stands across all columns once what was built from `index` on is forgotten. */
static bool spans_at(const struct flow *flow, uint32_t index)
{
	bool spans = flow->source->spans;
	for (uint32_t i = flow->count; i > index; i--)
		if (flow->items[i - 1].kind == FLOW_SPAN)
			spans = !flow->items[i - 1].span;
	return spans;
}

struct flow *flow_open_anew(struct layout *layout, struct flow *flow, struct flow_at *at, len column_width, len region_width,
							len height)
{
	struct start start = start_at(flow, *at);
	struct resumed *resumed = flow_resume(layout, flow, *at, start.index);
	struct flow *anew = flow_new(layout, layout->pass_arena, flow->node, flow->tag, flow->width, height);
	bool spans = spans_at(flow, next_object(flow, at->index)) && column_width != region_width;
	anew->source = builder_new(layout, spans ? region_width : column_width, height);
	anew->source->spans = spans;
	anew->source->column_width = column_width;
	anew->source->region_width = region_width;
	take_up(anew->source, flow, &start, resumed);
	flow_refresh(anew);
	struct flow_at now = place_of(anew, anew->count, &start);
	flow_resume_at(resumed, anew->source, anew, now.index);
	flow_refresh(anew);
	bool widths_differ = flow->source->column_width != column_width || flow->source->region_width != region_width;
	take_rest(layout, anew, &now, at->cut ? at->cut : start.item.rest ? start.item.row : NULL, widths_differ);
	*at = now;
	return anew;
}

bool flow_spans(const struct flow *flow)
{
	return flow->source->spans;
}

/* ---- floats that stayed behind ---- */

bool flow_is_narrowed(struct flow *flow, struct flow_at at)
{
	if (at.cut && at.cut->node->kind != FO_LIST_ITEM) /* the columns of a table stand below one another */
		return false;
	for (; at.index < flow->count || flow_more(flow); at.index++) {
		const struct flow_item *item = &flow->items[at.index];
		if (item->kind == FLOW_BOX || item->kind == FLOW_ROW || item->kind == FLOW_FLOAT)
			return item->narrowed;
	}
	return false;
}

static struct flow *content_anew(struct layout *layout, struct flow *flow, struct flow_at *at, len width)
{
	struct start start = start_at(flow, *at);
	struct resumed *resumed = flow_resume(layout, flow, *at, start.index);
	struct builder *builder = builder_new(layout, width, flow->height);
	const struct fo_node *link = layout->link;
	layout->link = flow->link;
	take_up(builder, flow, &start, resumed);
	layout->link = link;
	struct flow *anew = flow_new(layout, layout->arena, flow->node, flow->tag, width, flow->height);
	anew->link = flow->link;
	uint32_t from = builder->items->len;
	while (builder_next(builder))
		;
	anew->items = (struct flow_item *)(void *)builder->items->data;
	anew->count = builder->items->len;
	struct flow_at now = place_of(anew, from, &start);
	flow_resume_at(resumed, builder, anew, now.index);
	builder_finish(builder, anew);
	take_rest(layout, anew, &now, at->cut ? at->cut : start.item.rest ? start.item.row : NULL, width != flow->width);
	*at = now;
	return anew;
}

struct flow *flow_widened(struct layout *layout, struct flow *flow, struct flow_at *at)
{
	if (!at->sides && (at->cut || !flow_is_narrowed(flow, *at)))
		return flow;
	return content_anew(layout, flow, at, flow->width);
}
