/* build: blocks → items, a child at a time: what is being built is a stack of open objects, so that depth costs no recursion, a page
 * asks only for what it can take, and building can be taken up again at any place when the measure changes. */
#include "flow/build_int.h"

/* ---- what stands where ---- */

/* A caption belongs to its table. */
static struct area_structure *tag_of_captioned(struct builder *builder, const struct fo_node *caption, struct area_structure *tag)
{
	const struct fo_node *both = caption->parent;
	while (both->kind != FO_TABLE_AND_CAPTION)
		both = both->parent;
	const struct fo_node *table = both->first_child;
	while (table && table->kind != FO_TABLE)
		table = table->kind == FO_WRAPPER && table->first_child->kind == FO_TABLE ? table->first_child : table->next;
	return table ? layout_tag(builder->layout, table, tag, "Table") : tag;
}

/* A block of blocks is no element of its own unless its author says so. */
struct area_structure *flow_tag_of_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	if (block->kind == FO_WRAPPER)
		return layout_own_tag(builder->layout, block, tag);
	if (block->kind == FO_TABLE_CAPTION)
		return layout_tag(builder->layout, block, tag_of_captioned(builder, block, tag), "Caption");
	if (flow_has_inline(builder->layout, block))
		return layout_tag(builder->layout, block, tag, "P");
	return layout_own_tag(builder->layout, block, tag);
}

/* ---- the stack of open objects ---- */

/* The fo:basic-link that an object stands in. */
static const struct fo_node *link_around(const struct flow_frame *frame, const struct fo_node *node)
{
	for (; node && node != frame->node; node = node->parent)
		if (node->kind == FO_BASIC_LINK)
			return node;
	return frame->within.link;
}

static struct layout_around around_child(const struct flow_frame *frame, const struct fo_node *node)
{
	return (struct layout_around){.link = link_around(frame, node), .taken = frame->within.taken};
}

/* On the first page of several, or on the last. */
static len taken_by(const struct flow_group *group)
{
	len edges = MAX(len_add(group->before, group->kept_after), len_add(group->kept_before, group->after));
	return len_add(edges, len_add(group->header_height, group->footer_height));
}

void flow_push(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct area_structure *tag)
{
	const struct flow_frame *around = builder->frames->len
										  ? &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1)
										  : NULL;
	struct flow_frame frame = {.node = node,
							   .next = node->first_child,
							   .within = around ? around_child(around, node) : builder->layout->around,
							   .group = group,
							   .tag = tag,
							   .x = builder->x,
							   .width = builder->width,
							   .height = builder->height,
							   .home = builder->home,
							   .narrowed = builder->narrowed,
							   .hidden = builder->hidden};
	if (group)
		frame.within.taken = len_add(frame.within.taken, taken_by(group));
	g_array_append_val(builder->frames, frame);
}

void flow_push_first(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	bool part = node->kind == FO_LIST_ITEM_LABEL || node->kind == FO_LIST_ITEM_BODY;
	struct flow_group *group = NULL;
	if (part && flow_keep(node->style->keep_together).page > FO_KEEP_AUTO) {
		group = ARENA_NEW(builder->layout->arena, struct flow_group);
		*group = (struct flow_group){.node = node, .kind = AREA_BLOCK, .tag = tag, .bare = true};
		flow_open_again(builder, group);
	}
	flow_push(builder, node, group, tag);
}

void flow_push_table(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct table *table)
{
	flow_push(builder, node, group, group->tag);
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
	frame->next = NULL;
	frame->table = table;
}

static void drop_frames(struct builder *builder)
{
	for (guint i = 0; i < builder->frames->len; i++)
		flow_table_free(g_array_index(builder->frames, struct flow_frame, i).table);
	g_array_set_size(builder->frames, 0);
}

static void pop(struct builder *builder)
{
	struct flow_frame frame = g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
	g_array_set_size(builder->frames, builder->frames->len - 1);
	builder->x = frame.x;
	builder->width = frame.width;
	builder->height = frame.height;
	builder->home = frame.home;
	builder->narrowed = frame.narrowed;
	if (frame.group && frame.group->reference)
		flow_end_floats(builder, frame.hidden);
	if (frame.group)
		flow_close(builder, frame.group);
	else if (frame.node->kind == FO_WRAPPER)
		flow_end_mark(builder, frame.node);
	if (!builder->frames->len)
		flow_last_marks(builder);
	flow_table_free(frame.table);
}

static void build_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	tag = flow_tag_of_block(builder, block, tag);
	const struct flow_group *group = flow_group_of(builder, block, tag);
	flow_open(builder, group);
	flow_push(builder, block, group, tag);
}

static void build_list(struct builder *builder, const struct fo_node *list, struct area_structure *tag)
{
	tag = flow_list_tag(builder->layout, list, tag);
	const struct flow_group *group = flow_group_of(builder, list, tag);
	flow_open(builder, group);
	flow_push(builder, list, group, tag);
}

static void push_retrieved(struct builder *builder, const struct fo_node *retrieve, struct area_structure *tag)
{
	const struct fo_node *content = layout_retrieve(builder->layout, retrieve);
	if (content)
		flow_push(builder, content, NULL, tag);
}

static void build_block_level(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	switch (node->kind) {
	case FO_BLOCK_CONTAINER:
		flow_build_container(builder, node, tag);
		break;
	case FO_LIST_BLOCK:
		build_list(builder, node, tag);
		break;
	case FO_LIST_ITEM:
		flow_build_item(builder, node, tag);
		break;
	case FO_TABLE:
		flow_build_table(builder, node, tag);
		break;
	case FO_TABLE_AND_CAPTION:
		if (flow_caption_is_beside(node))
			flow_build_beside(builder, node, tag);
		else
			build_block(builder, node, tag);
		break;
	case FO_WRAPPER:
		flow_begin_mark(builder, node);
		flow_push(builder, node, NULL, flow_tag_of_block(builder, node, tag));
		break;
	case FO_FLOAT:
		if (flow_is_floating(builder->layout, node))
			flow_build_float(builder, node, tag);
		else
			flow_push(builder, node, NULL, tag);
		break;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		push_retrieved(builder, node, tag);
		break;
	default:
		build_block(builder, node, tag);
		break;
	}
}

/* Between floats, where it moves as a whole; what is pushed gives the measure back when it is done. */
static void build_among_floats(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	len x = builder->x, width = builder->width;
	bool narrowed = builder->narrowed;
	guint depth = builder->frames->len;
	flow_displace(builder, node);
	build_block_level(builder, node, tag);
	if (builder->frames->len == depth) {
		builder->x = x;
		builder->width = width;
		builder->narrowed = narrowed;
		return;
	}
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, depth);
	frame->x = x;
	frame->width = width;
	frame->narrowed = narrowed;
}

/* span="all" counts on the children of the flow (XSL 7.21.4). */
static void turn_span(struct builder *builder, const struct fo_node *node)
{
	bool spans = node->style->span == FO_KW_ALL;
	if (builder->frames->len > 1 || spans == builder->spans || builder->column_width == builder->region_width)
		return;
	builder->spans = spans;
	builder->width = builder->home.width = spans ? builder->region_width : builder->column_width;
	flow_add_span(builder, node, spans);
}

/* An inline that is not shown hides the blocks in it. */
static bool is_shown(struct layout *layout, const struct flow_frame *frame, const struct fo_node *node)
{
	for (; node && node != frame->node; node = node->parent)
		if (!layout_is_shown(layout, node))
			return false;
	return true;
}

static void build_object(struct builder *builder, const struct flow_frame *frame, const struct fo_node *node)
{
	struct layout *layout = builder->layout;
	if (!is_shown(layout, frame, node))
		return;
	turn_span(builder, node);
	layout->around = around_child(frame, node);
	build_among_floats(builder, node, line_tag_within(layout, frame->node, frame->tag, node->parent));
}

/* A child of the innermost object, or one in its inlines, with the inline content that goes on from it. */
static void build_child(struct builder *builder, struct flow_frame *frame)
{
	const struct fo_node *child = frame->next;
	frame->next = NULL;
	if (flow_is_nothing(child)) {
		frame->last = child;
	} else if (flow_is_block_level(builder->layout, child) || child->kind == FO_LIST_ITEM || child->kind == FO_FLOAT) {
		frame->last = child;
		build_object(builder, frame, child);
	} else {
		frame->next = flow_run_end(builder->layout, frame->node, child);
		turn_span(builder, child);
		flow_build_run(builder, frame, child, frame->next);
	}
}

bool builder_is_done(const struct builder *builder)
{
	return !builder->frames->len;
}

bool builder_next(struct builder *builder)
{
	if (!builder->frames->len)
		return false;
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
	struct layout_around around = builder->layout->around; /* this flow */
	builder->layout->around = frame->within;
	if (frame->last)
		frame->next = flow_leave(builder, frame->node, frame->last);
	frame->last = NULL;
	if (builder->run)
		flow_more_lines(builder);
	else if (frame->next)
		build_child(builder, frame);
	else if (!frame->table || !flow_table_more(frame->table))
		pop(builder);
	builder->layout->around = around;
	return true;
}

/* ---- flows ---- */

struct builder *builder_new(struct layout *layout, len width, len height)
{
	struct builder *builder = g_new0(struct builder, 1);
	builder->layout = layout;
	builder->clears = FO_KW_NONE;
	builder->width = builder->column_width = builder->region_width = width;
	builder->height = height;
	builder->home = flow_whole_home(width);
	builder->items = g_array_new(FALSE, FALSE, sizeof(struct flow_item));
	builder->levels = g_array_new(FALSE, FALSE, sizeof(struct flow_level));
	builder->frames = g_array_new(FALSE, FALSE, sizeof(struct flow_frame));
	builder->way = g_array_new(FALSE, FALSE, sizeof(struct flow_decision));
	return builder;
}

void builder_free(struct builder *builder)
{
	g_array_free(builder->items, TRUE);
	g_array_free(builder->levels, TRUE);
	g_array_free(builder->way, TRUE);
	if (builder->sides)
		g_array_free(builder->sides, TRUE);
	if (builder->floated)
		g_hash_table_destroy(builder->floated);
	if (builder->unfloated)
		g_ptr_array_free(builder->unfloated, TRUE);
	flow_walk_end(&builder->walk);
	drop_frames(builder);
	flow_drop_lines(builder);
	g_array_free(builder->frames, TRUE);
	g_free(builder);
}

struct flow *flow_new(struct layout *layout, struct arena *arena, const struct fo_node *node, struct area_structure *tag,
					  len width, len height)
{
	struct flow *flow = ARENA_NEW(arena, struct flow);
	*flow = (struct flow){.bound = ARENA_NEW(arena, struct flow_bound),
						  .answers = layout->answers,
						  .node = node,
						  .tag = tag,
						  .around = layout->around,
						  .width = width,
						  .height = height,
						  .verso = layout->verso,
						  .home = flow_whole_home(width),
						  .born = layout->generation};
	return flow;
}

/* What is built stays in the flow. */
static void leave_items(struct builder *builder, struct flow *flow)
{
	flow->before = builder->before;
	flow->after = builder->pending;
	flow->count = builder->items->len;
	flow->items = ARENA_ARRAY(builder->layout->arena, struct flow_item, flow->count);
	for (uint32_t i = 0; i < flow->count; i++)
		flow->items[i] = g_array_index(builder->items, struct flow_item, i);
	builder_free(builder);
}

void builder_finish(struct builder *builder, struct flow *flow)
{
	while (builder_next(builder))
		;
	leave_items(builder, flow);
}

struct flow *flow_build(struct layout *layout, const struct fo_node *node, len width, len height, struct area_structure *tag)
{
	struct builder *builder = builder_new(layout, width, height);
	flow_push_first(builder, node, tag);
	struct flow *flow = flow_new(layout, layout->arena, node, tag, width, height);
	builder_finish(builder, flow);
	return flow;
}

struct flow *flow_build_beginning(struct layout *layout, const struct fo_node *node, len width, struct area_structure *tag)
{
	struct layout_around around = layout->around;
	layout->around.taken = 0; /* it stands by itself */
	struct flow *flow = flow_new(layout, layout->arena, node, tag, width, 0);
	flow->source = builder_new(layout, width, 0);
	flow_push_first(flow->source, node, tag);
	layout->around = around;
	flow_refresh(flow);
	len reach = flow_open_limit(flow);
	if (flow_rest_height(flow, (struct flow_at){0}) > reach && flow_is_open(flow))
		flow->reach = reach;
	struct builder *builder = flow->source;
	flow->source = NULL;
	if (flow->reach)
		leave_items(builder, flow);
	else
		builder_finish(builder, flow);
	return flow;
}
