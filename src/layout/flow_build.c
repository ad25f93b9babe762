/* flow_build: blocks → items, a child at a time: what is being built is a stack of open objects, so that depth costs no recursion, a page
 * asks only for what it can take, and building can be taken up again at any place when the measure changes. */
#include <string.h>

#include "layout/flow_int.h"

/* ---- structure ---- */

/* PDF/UA-1, 7.3: a figure says in words what it shows; none are made up. A picture without is an ornament to readers, other content is read as
 * it stands. NULL: no element. */
static const char *role_with_words(struct layout *layout, const struct fo_node *node, const char *role)
{
	const char *alt = node->style->alt;

	if (!role || (strcmp(role, "Figure") != 0 && strcmp(role, "Formula") != 0) || (alt && *alt))
		return role;
	diag_report(layout->sink, DIAG_ALT_MISSING, node->place, "%s", fo_kind_name(node->kind));
	return node->kind == FO_EXTERNAL_GRAPHIC || node->kind == FO_INSTREAM_FOREIGN_OBJECT ? NULL : "Div";
}

/* What is built a second time for another measure has its element already. */
/* "en-GB" where an object's language or country differs from those around it, "en" where the country is that around; else NULL. */
static const char *other_language(struct layout *layout, const struct fo_node *node)
{
	const struct fo_style *own = node->style, *around = node->parent ? node->parent->style : own;
	if (!own->language || (own->language == around->language && own->country == around->country))
		return NULL;
	bool other = own->country && own->country != around->country;
	return other ? arena_printf(layout->pass_arena, "%s-%s", own->language, own->country) : own->language;
}

struct area_structure *flow_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent,
								const char *role)
{
	if (layout->artifact || parent == &area_artifact || (node->style->role && g_str_equal(node->style->role, "artifact")))
		return &area_artifact;
	struct area_structure *tag = g_hash_table_lookup(layout->tags, node);
	if (tag)
		return tag;
	role = role_with_words(layout, node, node->style->role ? node->style->role : role);
	tag = role ? area_structure_new(layout->pass_arena, parent, role) : &area_artifact;
	g_hash_table_insert(layout->tags, (gpointer)(uintptr_t)node, tag);
	if (!role)
		return tag;
	tag->id = node->id;
	tag->alt = node->style->alt && *node->style->alt ? node->style->alt : NULL;
	tag->language = other_language(layout, node);
	return tag;
}

void flow_tie_note(struct layout *layout, const struct fo_node *footnote)
{
	struct area_structure *note = NULL, *reference = NULL;

	for (const struct fo_node *child = footnote->first_child; child; child = child->next)
		*(child->kind == FO_FOOTNOTE_BODY ? &note : &reference) = g_hash_table_lookup(layout->tags, child);
	if (note && note != &area_artifact)
		note->reference = reference;
}

/* ---- what stands where ---- */

/* Objects that take no part in the flow by themselves. */
static bool is_nothing(const struct fo_node *node)
{
	return node->kind == FO_MARKER;
}

bool flow_is_block_level(struct layout *layout, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_LIST_BLOCK:
	case FO_TABLE:
	case FO_TABLE_AND_CAPTION:
	case FO_TABLE_CAPTION:
		return true;
	case FO_WRAPPER:
		return node->first_child && flow_is_block_level(layout, node->first_child);
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER: {
		const struct fo_node *content = layout_retrieve(layout, node);
		return content && flow_is_block_level(layout, content);
	}
	default:
		return false;
	}
}

/* The first child that is content. */
static const struct fo_node *first_content(const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && is_nothing(child))
		child = child->next;
	return child;
}

static bool has_inline(struct layout *layout, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (!flow_is_block_level(layout, child) && !is_nothing(child))
			return true;
	return false;
}

/* A caption belongs to its table. */
static struct area_structure *tag_of_captioned(struct builder *builder, const struct fo_node *caption, struct area_structure *tag)
{
	const struct fo_node *both = caption->parent;
	while (both->kind != FO_TABLE_AND_CAPTION)
		both = both->parent;
	const struct fo_node *table = both->first_child;
	while (table && table->kind != FO_TABLE)
		table = table->kind == FO_WRAPPER && table->first_child->kind == FO_TABLE ? table->first_child : table->next;
	return table ? flow_tag(builder->layout, table, tag, "Table") : tag;
}

/* A block of blocks is no element of its own unless its role says so. */
static struct area_structure *tag_of_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	if (block->kind == FO_TABLE_CAPTION)
		return flow_tag(builder->layout, block, tag_of_captioned(builder, block, tag), "Caption");
	if (has_inline(builder->layout, block))
		return flow_tag(builder->layout, block, tag, "P");
	return block->style->role ? flow_tag(builder->layout, block, tag, "Div") : tag;
}

/* ---- lines ---- */

/* A footnote is as wide as the body of the page, wherever its reference stands (XSL 6.12.3). */
static void lay_notes(struct builder *builder, struct layout_anchor *anchors, struct area_structure *tag)
{
	struct layout *layout = builder->layout;
	for (struct layout_anchor *anchor = anchors; anchor; anchor = anchor->next) {
		if (!anchor->footnote)
			continue;
		anchor->note = flow_build(layout, anchor->footnote, layout->note_width ? layout->note_width : builder->width, 0,
								  flow_tag(layout, anchor->footnote, tag, "Note"));
		flow_tie_note(layout, anchor->footnote->parent);
		anchor->note_height = flow_height(anchor->note);
	}
}

/* Orphans before, widows after (XSL 7.20.6, 7.20.7). */
static struct fo_keep line_keep(const struct fo_style *style, int before, int after)
{
	return flow_keep_by(before > 0 && (before < style->orphans || after < style->widows) ? KEEP_LINES : FO_KEEP_AUTO);
}

static void add_lines(struct builder *builder, const struct fo_node *block, const struct fo_node *first,
					  const struct fo_node *end, struct area_structure *tag)
{
	const struct fo_style *style = block->style;
	len start = fo_resolve(style->start_indent, builder->width), last = fo_resolve(style->end_indent, builder->width);
	uint32_t from = builder->first == first ? builder->part : 0;
	builder->first = NULL;
	struct layout_line *lines = layout_lines(builder->layout, block, first, end, MAX(builder->width - start - last, 0),
											 first == first_content(block), from, tag);
	int count = 0, at = 0;
	for (const struct layout_line *line = lines; line; line = line->next)
		count++;
	for (struct layout_line *line = lines; line; line = line->next, at++) {
		lay_notes(builder, line->anchors, tag);
		line->area->x += builder->x + start;
		struct flow_box box = {.height = line->height, .area = line->area, .anchors = line->anchors};
		flow_add_box(builder, &box, line_keep(style, at, count - at), first, line->start);
	}
}

/* ---- the stack of open objects ---- */

void flow_push(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct area_structure *tag)
{
	struct flow_frame frame = {.node = node,
							   .next = node->first_child,
							   .group = group,
							   .tag = tag,
							   .x = builder->x,
							   .width = builder->width,
							   .height = builder->height};
	g_array_append_val(builder->frames, frame);
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
	if (frame.group)
		flow_close(builder, frame.group);
	flow_table_free(frame.table);
}

static void build_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	tag = tag_of_block(builder, block, tag);
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

/* span="all" counts on the children of the flow (XSL 7.21.4). */
static void turn_span(struct builder *builder, const struct fo_node *node)
{
	bool spans = node->style->span == FO_KW_ALL;
	if (builder->frames->len > 1 || spans == builder->spans || builder->column_width == builder->region_width)
		return;
	builder->spans = spans;
	builder->width = spans ? builder->region_width : builder->column_width;
	flow_add_span(builder, spans);
}

/* One child of the innermost object, or its end. False: all are closed. */
static bool build_next(struct builder *builder)
{
	if (!builder->frames->len)
		return false;
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
	const struct fo_node *node = frame->node, *child = frame->next, *end = child ? child->next : NULL;
	struct area_structure *tag = frame->tag;
	if (!child) {
		if (!frame->table || !flow_table_more(frame->table))
			pop(builder);
		return true;
	}
	bool block = flow_is_block_level(builder->layout, child) || child->kind == FO_LIST_ITEM;
	while (!block && !is_nothing(child) && end && !flow_is_block_level(builder->layout, end) && !is_nothing(end))
		end = end->next;
	frame->next = end;
	turn_span(builder, child);
	if (block)
		build_block_level(builder, child, tag);
	else if (!is_nothing(child))
		add_lines(builder, node, child, end, tag);
	return true;
}

/* ---- flows ---- */

static struct builder *builder_new(struct layout *layout, len width, len height)
{
	struct builder *builder = g_new0(struct builder, 1);
	builder->layout = layout;
	builder->width = builder->column_width = builder->region_width = width;
	builder->height = height;
	builder->items = g_array_new(FALSE, FALSE, sizeof(struct flow_item));
	builder->levels = g_array_new(FALSE, FALSE, sizeof(struct flow_level));
	builder->frames = g_array_new(FALSE, FALSE, sizeof(struct flow_frame));
	return builder;
}

static void builder_free(struct builder *builder)
{
	g_array_free(builder->items, TRUE);
	g_array_free(builder->levels, TRUE);
	drop_frames(builder);
	g_array_free(builder->frames, TRUE);
	g_free(builder);
}

struct flow *flow_build(struct layout *layout, const struct fo_node *node, len width, len height, struct area_structure *tag)
{
	struct builder *builder = builder_new(layout, width, height);
	flow_push(builder, node, NULL, tag);
	while (build_next(builder))
		;
	struct flow *flow = ARENA_NEW(layout->arena, struct flow);
	flow->born = layout->generation;
	flow->count = builder->items->len;
	flow->items = ARENA_ARRAY(layout->arena, struct flow_item, flow->count);
	for (uint32_t i = 0; i < flow->count; i++)
		flow->items[i] = g_array_index(builder->items, struct flow_item, i);
	builder_free(builder);
	return flow;
}

/* ---- flows built as they are asked for ---- */

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
	while (flow->source && flow->count == before && build_next(flow->source))
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
	for (guint i = 0; i < moved->opens->len; i++)
		if (g_array_index(moved->opens, uint32_t, i) == around - 1)
			return i + 1;
	return 0;
}

struct flow_at flow_forget(struct flow *flow, struct flow_at at)
{
	/* only when it pays: every item is moved a few times at most */
	if (!flow->source || at.index >= flow->count || at.index < 64 || at.index < flow->count / 2)
		return at;
	GArray *opens = groups_around(flow, at.index), *items = flow->source->items, *levels = flow->source->levels;
	struct moved moved = {at.index, at.index - opens->len, opens};
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
	for (guint i = 0; i < levels->len; i++) {
		struct flow_level *level = &g_array_index(levels, struct flow_level, i);
		level->open = moved_around(&moved, level->open);
	}
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

/* Opens the objects around `node`, the outermost first, each at the child that leads to it. */
static void enter(struct builder *builder, const struct fo_node *top, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_node *parent = node->parent;
	if (parent != top) {
		enter(builder, top, parent, tag);
		struct flow_frame *around = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
		around->next = parent->next;
		tag = around->tag;
		const struct flow_group *group = NULL;
		struct area_structure *own = tag;
		if (parent->kind == FO_BLOCK_CONTAINER) {
			group = flow_container_group(builder, parent, tag);
			own = group->tag;
		} else if (parent->kind != FO_WRAPPER) {
			own = parent->kind == FO_LIST_BLOCK ? flow_list_tag(builder->layout, parent, tag)
												: tag_of_block(builder, parent, tag);
			group = flow_group_of(builder, parent, own);
		}
		if (group)
			flow_open_again(builder, group);
		flow_push(builder, parent, group, own);
		if (parent->kind == FO_BLOCK_CONTAINER)
			flow_enter_container(builder, parent, group);
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

struct flow_at flow_rebuild(struct flow *flow, struct flow_at at, len column_width, len region_width, len height)
{
	struct builder *builder = flow->source;
	while (next_object(flow, at.index) >= flow->count && flow_more(flow))
		;
	uint32_t index = next_object(flow, at.index);
	bool spans = builder->spans;
	for (uint32_t i = flow->count; i > index; i--) /* what was built ahead is forgotten */
		if (flow->items[i - 1].kind == FLOW_SPAN)
			spans = !flow->items[i - 1].span;
	struct flow_item old = index < flow->count ? flow->items[index] : (struct flow_item){0};
	struct flow_frame top = g_array_index(builder->frames, struct flow_frame, 0);
	g_array_set_size(builder->items, 0);
	g_array_set_size(builder->levels, 0);
	drop_frames(builder);
	builder->column_width = column_width;
	builder->region_width = region_width;
	builder->spans = spans && column_width != region_width;
	builder->x = 0;
	builder->width = builder->spans ? region_width : column_width;
	builder->height = height;
	builder->pending = (struct fo_keep){0};
	builder->lowest = 0;
	builder->has_box = false;
	if (old.node) {
		flow_push(builder, top.node, NULL, top.tag);
		const struct fo_node *object = object_of(&old);
		builder->first = old.kind == FLOW_BOX || object->kind == FO_TABLE ? object : NULL;
		builder->part = old.part;
		enter(builder, top.node, object, top.tag);
	}
	refresh(flow);
	uint32_t from = flow->count;
	struct flow_at now = place_of(flow, from, &old);
	if (at.cut && now.index < flow->count)
		now.cut = at.cut;
	return now;
}
