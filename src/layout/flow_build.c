/* flow_build: blocks → items, a child at a time: what is being built is a stack of open objects, so that depth costs no recursion, a page
 * asks only for what it can take, and building can be taken up again at any place when the measure changes. */
#include "layout/flow_build_int.h"

/* ---- what stands where ---- */

/* Objects that take no part in the flow by themselves. */
static bool is_nothing(const struct fo_node *node)
{
	return node->kind == FO_MARKER;
}

static bool holds_blocks(struct layout *layout, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (flow_is_block_level(layout, child))
			return true;
	return false;
}

/* An inline with blocks in it parts the paragraph: it is built like a block. */
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
	case FO_INLINE:
	case FO_BASIC_LINK:
		return holds_blocks(layout, node);
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER: {
		const struct fo_node *content = layout_retrieve(layout, node);
		return content && flow_is_block_level(layout, content);
	}
	default:
		return false;
	}
}

/* The first child that is content of the block itself. */
static const struct fo_node *first_content(const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && (is_nothing(child) || child->kind == FO_FLOAT))
		child = child->next;
	return child;
}

/* A fo:wrapper with nothing in it is but a place. */
static bool is_place(const struct fo_node *node)
{
	return node->kind == FO_WRAPPER && (!node->first_child || (is_nothing(node->first_child) && !node->first_child->next));
}

static bool has_inline(struct layout *layout, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (!flow_is_block_level(layout, child) && !is_nothing(child) && !is_place(child) && child->kind != FO_FLOAT)
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

/* A block of blocks is no element of its own unless its author says so. */
struct area_structure *flow_tag_of_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	if (block->kind == FO_WRAPPER)
		return flow_own_tag(builder->layout, block, tag);
	if (block->kind == FO_TABLE_CAPTION)
		return flow_tag(builder->layout, block, tag_of_captioned(builder, block, tag), "Caption");
	if (block->kind == FO_BASIC_LINK)
		return flow_tag(builder->layout, block, tag, "Link");
	if (has_inline(builder->layout, block))
		return flow_tag(builder->layout, block, tag, "P");
	return flow_own_tag(builder->layout, block, tag);
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

/* The inline content of a block, being made into lines. */
struct run {
	const struct fo_node *block, *first, *end;
	struct area_structure *tag;
	len start, last; /* indents */
	len height;      /* of the line before, or about that of the first */
	uint32_t from;   /* the cluster that the next line begins with */
	int count;       /* lines made */
};

static struct layout_line *set_lines(struct builder *builder, const struct run *run, const struct flow_intrusion *met)
{
	len measure = builder->width - run->start - run->last - met->start - met->end;
	return layout_lines(builder->layout, run->block, run->first, run->end, MAX(measure, 0),
						run->first == first_content(run->block), run->from, run->tag);
}

static void add_line(struct builder *builder, struct run *run, struct layout_line *line, const struct flow_intrusion *met,
					 int left)
{
	lay_notes(builder, line->anchors, run->tag);
	line->area->x += builder->x + run->start + met->start;
	struct flow_box box = {
		.height = line->height, .leading = line->leading, .area = line->area, .verso = line->verso, .anchors = line->anchors};
	flow_add_box(builder, &box, line_keep(run->block->style, run->count, left), run->first, line->start);
	run->count++;
	run->height = line->height;
	run->from = line->next ? line->next->start : UINT32_MAX;
}

/* The first float of a line that has no place yet. */
static const struct fo_node *float_in(struct builder *builder, const struct layout_line *line)
{
	for (const struct layout_anchor *anchor = line->anchors; anchor; anchor = anchor->next)
		if (anchor->floated && !(builder->floated && g_hash_table_contains(builder->floated, anchor->floated)))
			return anchor->floated;
	return NULL;
}

static void note_float(struct builder *builder, const struct fo_node *node)
{
	if (!builder->floated)
		builder->floated = g_hash_table_new(NULL, NULL);
	g_hash_table_add(builder->floated, (gpointer)(uintptr_t)node);
}

/* Whether a float's line still holds its place when the float stands beside it. */
static bool holds_beside(struct builder *builder, const struct run *run, const struct flow_intrusion *met,
						 const struct flow_float *made)
{
	struct flow_intrusion less = *met;
	less.end += made->width;
	for (const struct layout_line *line = set_lines(builder, run, &less); line; line = NULL)
		for (const struct layout_anchor *anchor = line->anchors; anchor; anchor = anchor->next)
			if (anchor->floated == made->node)
				return true;
	return false;
}

/* Floats of one paragraph: each sets what is left of it again. More stand after it, as blocks. */
#define FLOATS_MAX 64

/* Floats of a line stand beside it when their places stay in it, else below. True: the line is to be set again. */
static bool put_floats(struct builder *builder, const struct run *run, const struct layout_line *line,
					   const struct flow_intrusion *met, GPtrArray *below)
{
	for (const struct fo_node *node; (node = float_in(builder, line));) {
		note_float(builder, node);
		if (!flow_is_floating(builder, node) || g_hash_table_size(builder->floated) > FLOATS_MAX) {
			if (!builder->unfloated)
				builder->unfloated = g_ptr_array_new();
			g_ptr_array_add(builder->unfloated, (gpointer)(uintptr_t)node);
			continue;
		}
		struct flow_float *made = flow_make_float(builder, node, run->tag);
		if (made->side != FLOW_FLOAT_BEFORE && !holds_beside(builder, run, met, made)) {
			g_ptr_array_add(below, made);
			continue;
		}
		flow_put_float(builder, made);
		if (made->side != FLOW_FLOAT_BEFORE)
			return true;
	}
	return false;
}

/* Lines down to where the measure changes. */
static void add_band(struct builder *builder, struct run *run)
{
	struct flow_intrusion met = flow_line_intrusion(builder, run->block, run->start, run->last, run->height);
	len measure = builder->width - run->start - run->last;
	if (met.start + met.end > 0 && met.start + met.end >= measure) { /* no room at all beside the floats */
		flow_add_clear(builder, FO_KW_BOTH);
		met = (struct flow_intrusion){.height = LEN_MAX};
	}
	struct layout_line *lines = set_lines(builder, run, &met);
	int left = 0;
	for (const struct layout_line *line = lines; line; line = line->next)
		left++;
	GPtrArray *below = g_ptr_array_new();
	len used = 0;
	run->from = lines ? run->from : UINT32_MAX;
	for (struct layout_line *line = lines; line && used < met.height && !below->len; line = line->next, left--) {
		if (put_floats(builder, run, line, &met, below))
			break;
		add_line(builder, run, line, &met, left);
		used = len_add(used, line->height);
	}
	for (guint i = 0; i < below->len; i++)
		flow_put_float(builder, below->pdata[i]);
	g_ptr_array_free(below, TRUE);
}

/* float="none" within a paragraph: its blocks come after the lines. */
static void push_unfloated(struct builder *builder, struct area_structure *tag)
{
	for (guint i = builder->unfloated ? builder->unfloated->len : 0; i-- > 0;)
		flow_push(builder, builder->unfloated->pdata[i], NULL, tag);
	if (builder->unfloated)
		g_ptr_array_set_size(builder->unfloated, 0);
}

static void add_lines(struct builder *builder, const struct fo_node *block, const struct fo_node *first,
					  const struct fo_node *end, struct area_structure *tag)
{
	const struct fo_style *style = block->style;
	struct run run = {block,
					  first,
					  end,
					  tag,
					  fo_resolve(style->start_indent, builder->width),
					  fo_resolve(style->end_indent, builder->width),
					  style->font_size,
					  builder->first == first ? builder->part : 0,
					  0};
	builder->first = NULL;
	while (run.from != UINT32_MAX)
		add_band(builder, &run);
	if (builder->floated)
		g_hash_table_remove_all(builder->floated);
	push_unfloated(builder, tag);
}

/* ---- the stack of open objects ---- */

void flow_push(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct area_structure *tag)
{
	const struct flow_frame *around = builder->frames->len
										  ? &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1)
										  : NULL;
	struct flow_frame frame = {.node = node,
							   .next = node->first_child,
							   .link = node->kind == FO_BASIC_LINK ? node
									   : around                    ? around->link
																   : builder->layout->link,
							   .group = group,
							   .tag = tag,
							   .x = builder->x,
							   .width = builder->width,
							   .height = builder->height,
							   .hidden = builder->hidden};
	g_array_append_val(builder->frames, frame);
}

void flow_push_table(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct table *table)
{
	flow_push(builder, node, group, group->tag);
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
	frame->next = NULL;
	frame->table = table;
}

void builder_drop_frames(struct builder *builder)
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
		if (flow_is_floating(builder, node))
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
	guint depth = builder->frames->len;
	flow_displace(builder, node);
	build_block_level(builder, node, tag);
	if (builder->frames->len == depth) {
		builder->x = x;
		builder->width = width;
		return;
	}
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, depth);
	frame->x = x;
	frame->width = width;
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

/* Inline content from `first` on: lines, unless there is nothing but places between blocks. */
static void build_inline(struct builder *builder, const struct flow_frame *frame, const struct fo_node *first,
						 const struct fo_node *end)
{
	const struct fo_node *child = first;
	while (child != end && is_place(child))
		child = child->next;
	if (child != end) {
		add_lines(builder, frame->node, first, end, frame->tag);
		return;
	}
	for (child = first; child != end; child = child->next)
		flow_begin_mark(builder, child);
}

/* A child of the innermost object, with the inline content that goes on from it. */
static void build_child(struct builder *builder, struct flow_frame *frame)
{
	const struct fo_node *child = frame->next, *end = child->next;
	bool block = flow_is_block_level(builder->layout, child) || child->kind == FO_LIST_ITEM || child->kind == FO_FLOAT;
	while (!block && !is_nothing(child) && end && !flow_is_block_level(builder->layout, end) && !is_nothing(end))
		end = end->next;
	frame->next = end;
	if (block && !layout_is_shown(builder->layout, child))
		return;
	turn_span(builder, child);
	if (block)
		build_among_floats(builder, child, frame->tag);
	else if (!is_nothing(child))
		build_inline(builder, frame, child, end);
}

bool builder_next(struct builder *builder)
{
	if (!builder->frames->len)
		return false;
	struct flow_frame *frame = &g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1);
	const struct fo_node *link = builder->layout->link; /* of what is around this flow */
	builder->layout->link = frame->link;
	if (frame->next)
		build_child(builder, frame);
	else if (!frame->table || !flow_table_more(frame->table))
		pop(builder);
	builder->layout->link = link;
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
	builder_drop_frames(builder);
	g_array_free(builder->frames, TRUE);
	g_free(builder);
}

struct flow *flow_build(struct layout *layout, const struct fo_node *node, len width, len height, struct area_structure *tag)
{
	struct builder *builder = builder_new(layout, width, height);
	flow_push(builder, node, NULL, tag);
	while (builder_next(builder))
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
