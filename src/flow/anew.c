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
	if (!flow_displace(builder, node))
		flow_resume_below(resumed);
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

/* The object that the flow's builder builds as one: a table for its rows, a list's item, or a table with its caption beside it, for their parts. */
static const struct fo_node *object_of(const struct flow_item *item)
{
	const struct fo_node *node = item->node;
	if (item->kind == FLOW_ROW && item->row->kind == AREA_ROW)
		while (node->kind != FO_TABLE)
			node = node->parent;
	return node;
}

/* Where a flow is taken up: before the first item from there on that stands for an object, or at the end of one that closes before that. */
struct start {
	uint32_t index;
	struct flow_item item;       /* or without a node: nothing is left */
	const struct fo_node *ended; /* or NULL; a table of which the foot is left */
};

/* Whether the end of a group stands for itself where nothing else of it is left. */
static bool has_end(const struct flow_group *group)
{
	if (group->node->kind == FO_TABLE)
		return group->footer != NULL;
	return (group->node->kind == FO_BLOCK || group->node->kind == FO_BLOCK_CONTAINER) && group->node->first_child;
}

static struct start start_at(struct flow *flow, struct flow_at at)
{
	while (next_object(flow, at.index) >= flow->count && flow_more(flow))
		;
	struct start start = {.index = next_object(flow, at.index)};
	if (start.index < flow->count)
		start.item = flow->items[start.index];
	const struct flow_group *ended = NULL;
	for (uint32_t i = at.index; i < start.index && !ended; i++)
		if (flow->items[i].kind == FLOW_CLOSE)
			ended = flow->items[i].group;
	if (ended && has_end(ended))
		start.ended = ended->node;
	return start;
}

static bool is_table(const struct fo_node *node)
{
	return node && node->kind == FO_TABLE;
}

static bool closes(const struct flow_item *item, const struct fo_node *node)
{
	return item->kind == FLOW_CLOSE && item->group->node == node;
}

/* Where in the new items the old place is. */
static struct flow_at place_of(struct flow *flow, uint32_t from, const struct start *start)
{
	const struct flow_item *old = &start->item;
	for (uint32_t i = from; is_table(start->ended) && (i < flow->count || flow_more(flow)); i++)
		if (flow->items[i].kind == FLOW_ROW || closes(&flow->items[i], start->ended))
			return (struct flow_at){.index = i};
	for (uint32_t i = from; !start->ended && old->kind == FLOW_ROW && (i < flow->count || flow_more(flow)); i++)
		if (flow->items[i].kind == FLOW_ROW && flow->items[i].node == old->node && flow->items[i].part == old->part)
			return (struct flow_at){.index = i};
	return (struct flow_at){.index = from};
}

/* What an earlier region left of the row that the flow goes on with, or NULL. */
static struct flow_row *rest_at(struct flow_at at, const struct start *start)
{
	return at.cut ? at.cut : start->item.rest ? start->item.row : NULL;
}

/* It goes on in the row that was built in its place, be it behind floats. */
static void take_rest(struct flow *flow, struct flow_at *at)
{
	uint32_t row = at->index;
	while (row < flow->count && flow->items[row].kind == FLOW_FLOAT)
		row++;
	if (row >= flow->count || flow->items[row].kind != FLOW_ROW)
		return;
	flow->items[row].rest = true;
	flow->items[row].marks = NULL;
	at->cut = row == at->index ? flow->items[row].row : NULL;
}

/* What a builder has before the first item that is new: the objects around it, open. */
static void take_up(struct builder *builder, const struct flow *old_flow, const struct start *start, struct resumed *resumed)
{
	const struct flow_item *old = &start->item;
	flow_resume_within(resumed, builder, NULL);
	if (is_table(start->ended)) {
		flow_push_first(builder, old_flow->node, old_flow->tag);
		builder->first = start->ended;
		builder->part = FLOW_FOOT_ALONE;
		enter(builder, old_flow->node, start->ended, resumed);
	} else if (start->ended) {
		flow_push_first(builder, old_flow->node, old_flow->tag);
		enter_end(builder, old_flow->node, start->ended, resumed);
	} else if (old->node) {
		flow_push_first(builder, old_flow->node, old_flow->tag);
		const struct fo_node *object = object_of(old);
		builder->marks = old->marks;
		bool within = old->kind == FLOW_BOX || (old->kind == FLOW_ROW && object->kind == FO_TABLE);
		builder->first = within ? object : NULL;
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

/* Builds down to the place where the old flow goes on. */
static void go_on(struct layout *layout, struct flow *flow, struct flow_at *at, struct flow *anew, bool widths_differ)
{
	struct start start = start_at(flow, *at);
	struct resumed *resumed = flow_resume(layout, flow, *at, start.index);
	anew->source->rest = start.ended ? NULL : rest_at(*at, &start);
	anew->source->rest_anew = widths_differ;
	bool rest = anew->source->rest != NULL;
	struct layout_around around = layout->around;
	layout->around = anew->around;
	take_up(anew->source, flow, &start, resumed);
	layout->around = around;
	flow_refresh(anew);
	struct flow_at now = place_of(anew, anew->count, &start);
	flow_resume_at(resumed, anew->source, anew, now.index);
	flow_refresh(anew);
	if (rest)
		take_rest(anew, &now);
	*at = now;
}

struct flow *flow_open_anew(struct layout *layout, struct flow *flow, struct flow_at *at, len column_width, len region_width,
							len height)
{
	struct flow *anew = flow_new(layout, layout->pass_arena, flow->node, flow->tag, flow->width, height);
	anew->around = flow->around;
	start_at(flow, *at); /* is built */
	bool spans = spans_at(flow, next_object(flow, at->index)) && column_width != region_width;
	anew->source = builder_new(layout, spans ? region_width : column_width, height);
	anew->source->spans = spans;
	anew->source->column_width = column_width;
	anew->source->region_width = region_width;
	anew->source->postpones = true;
	bool widths_differ = flow->source->column_width != column_width || flow->source->region_width != region_width;
	go_on(layout, flow, at, anew, widths_differ);
	return anew;
}

/* ---- floats that stayed behind ---- */

/* What is left of a row, set anew with the floats in it, says nothing of what those moved behind it. */
bool flow_is_narrowed(struct flow *flow, struct flow_at at)
{
	for (; at.index < flow->count || flow_more(flow); at.index++) {
		const struct flow_item *item = &flow->items[at.index];
		bool stands = item->kind == FLOW_BOX || item->kind == FLOW_ROW || item->kind == FLOW_FLOAT;
		if (item->below || (stands && item->narrowed))
			return true;
		if (stands && !(at.cut && at.index + 1 < flow->count))
			return false;
		at.cut = NULL;
	}
	return false;
}

static struct flow *new_in(struct layout *layout, struct arena *arena, const struct flow *flow, len width, struct builder *source)
{
	struct flow *anew = flow_new(layout, arena, flow->node, flow->tag, width, flow->height);
	anew->around = flow->around;
	anew->source = source;
	return anew;
}

static struct flow *begin_anew(struct layout *layout, struct arena *arena, const struct flow *flow, len width)
{
	return new_in(layout, arena, flow, width, builder_new(layout, width, flow->height));
}

/* A cell's content is built as it is asked for: what its row asks of its end is known of the old one. */
static void leave_open(struct layout *layout, const struct flow *flow, struct flow *anew)
{
	flow_open_content(layout, anew);
	anew->after = flow->after;
	anew->ends = flow_end_break(flow);
	anew->parts = true;
}

struct flow *flow_content_in(struct builder *part, struct flow *flow, struct flow_at *at, len width)
{
	struct layout *layout = part->layout;
	struct flow *anew = new_in(layout, layout->arena, flow, width, part);
	anew->around = layout->around; /* other heads may be repeated than before */
	anew->home = part->home;
	go_on(layout, flow, at, anew, width != flow->width);
	leave_open(layout, flow, anew);
	return anew;
}

struct flow *flow_content_anew(struct builder *around, struct flow *flow, struct flow_at *at, len width,
							   const struct fo_node *item)
{
	struct builder *part = builder_new(around->layout, width, flow->height);
	if (item)
		flow_enter_part(part, around, item);
	return flow_content_in(part, flow, at, width);
}

/* The same where floats go on, too. */
static bool is_narrowed_at(struct flow *flow, struct flow_at at)
{
	return at.sides || flow_is_narrowed(flow, at);
}

struct flow *flow_widened(struct layout *layout, struct flow *flow, struct flow_at *at)
{
	if (!is_narrowed_at(flow, *at))
		return flow;
	struct flow *anew = begin_anew(layout, layout->arena, flow, flow->width);
	anew->home = anew->source->home = flow->home;
	go_on(layout, flow, at, anew, false);
	leave_open(layout, flow, anew);
	return anew;
}

/* ---- what waits, or goes on by itself: footnotes, floats before ---- */

struct flow *flow_begin_waiting(struct layout *layout, const struct flow *flow)
{
	struct layout_around around = layout->around;
	layout->around = flow->around;
	struct flow *begun = begin_anew(layout, layout->pass_arena, flow, flow->width);
	flow_push_first(begun->source, flow->node, flow->tag);
	layout->around = around;
	flow_refresh(begun);
	return begun;
}

struct flow *flow_measured(struct layout *layout, struct flow *flow, len width)
{
	if (flow->width == width && !flow_faces_away(layout, flow))
		return flow;
	struct layout_around around = layout->around;
	layout->around = flow->around;
	struct flow *anew = flow_build_beginning(layout, flow->node, width, flow->tag);
	layout->around = around;
	return anew;
}

struct flow *flow_rest_measured(struct layout *layout, struct flow *flow, struct flow_at *at, len width)
{
	if (flow->width == width && !flow_faces_away(layout, flow) && !is_narrowed_at(flow, *at))
		return flow;
	struct flow *anew = begin_anew(layout, layout->pass_arena, flow, width);
	go_on(layout, flow, at, anew, width != flow->width);
	flow_end_waiting(flow);
	return anew;
}

void flow_end_waiting(struct flow *flow)
{
	if (flow->source)
		flow_close_stream(flow);
}
