/* flow_build: blocks → a flat list of items, with the strength of every keep at every place where a page could end (XSL 1.1, 4.8). */
#include "layout/flow_int.h"

/* ---- what a style says of a box ---- */

static enum area_line_style line_style_of(enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_NONE:
	case FO_KW_HIDDEN:
		return AREA_LINE_NONE;
	case FO_KW_DOTTED:
		return AREA_LINE_DOTTED;
	case FO_KW_DASHED:
		return AREA_LINE_DASHED;
	case FO_KW_DOUBLE:
		return AREA_LINE_DOUBLE;
	case FO_KW_GROOVE:
		return AREA_LINE_GROOVE;
	case FO_KW_RIDGE:
		return AREA_LINE_RIDGE;
	case FO_KW_INSET:
		return AREA_LINE_INSET;
	case FO_KW_OUTSET:
		return AREA_LINE_OUTSET;
	default:
		return AREA_LINE_SOLID;
	}
}

struct area_border flow_border_of(const struct fo_style *style, enum area_side side)
{
	const enum fo_keyword styles[] = {style->border_before_style, style->border_after_style, style->border_start_style,
									  style->border_end_style};
	const struct fo_edge *widths[] = {&style->border_before_width, &style->border_after_width, &style->border_start_width,
									  &style->border_end_width};
	const fo_color colors[] = {style->border_before_color, style->border_after_color, style->border_start_color,
							   style->border_end_color};
	struct area_border border = {line_style_of(styles[side]), 0, colors[side]};
	if (border.style != AREA_LINE_NONE)
		border.width = fo_resolve(widths[side]->length, 0);
	return border;
}

len flow_border(const struct fo_style *style, enum area_side side)
{
	return flow_border_of(style, side).width;
}

len flow_padding(const struct fo_style *style, enum area_side side, len base)
{
	const struct fo_edge *edges[] = {&style->padding_before, &style->padding_after, &style->padding_start, &style->padding_end};
	return fo_resolve(edges[side]->length, base);
}

const struct area_box *flow_box_of(struct layout *layout, const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	if (style->visibility != FO_KW_VISIBLE)
		return NULL;
	struct area_box box = {.background = style->background_color, .picture = graphic_background(layout, node)};
	bool drawn = (style->background_color & 0xFF) != 0 || box.picture;
	for (int side = 0; side < 4; side++) {
		box.border[side] = flow_border_of(style, (enum area_side)side);
		drawn |= box.border[side].width > 0;
	}
	if (!drawn)
		return NULL;
	struct area_box *kept = ARENA_NEW(layout->arena, struct area_box);
	*kept = box;
	return kept;
}

int32_t flow_keep(struct fo_keep keep)
{
	return MAX(keep.page, keep.column);
}

/* ---- structure ---- */

struct area_structure *flow_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent,
								const char *role)
{
	if (layout->artifact || (node->style->role && g_str_equal(node->style->role, "artifact")))
		return &area_artifact;
	struct area_structure *tag = area_structure_new(layout->arena, parent, node->style->role ? node->style->role : role);
	tag->id = node->id;
	if (node->parent && node->parent->style->language != node->style->language)
		tag->language = node->style->language;
	return tag;
}

/* ---- items ---- */

static struct flow_item *add_item(struct builder *builder, enum flow_kind kind)
{
	guint depth = builder->levels->len;
	struct flow_item item = {.kind = kind,
							 .around = depth ? g_array_index(builder->levels, struct flow_level, depth - 1).open : 0};
	g_array_append_val(builder->items, item);
	return &g_array_index(builder->items, struct flow_item, builder->items->len - 1);
}

/* The strength against a break here, between the box before and the one that comes now. */
static int32_t take_keep(struct builder *builder, int32_t own)
{
	int32_t around = builder->lowest ? g_array_index(builder->levels, struct flow_level, builder->lowest - 1).keep : 0;
	int32_t keep = builder->has_box ? MAX(MAX(builder->pending, around), own) : 0;
	builder->pending = 0;
	builder->lowest = builder->levels->len;
	builder->has_box = true;
	return keep;
}

void flow_add_box(struct builder *builder, const struct flow_box *box, int32_t keep)
{
	/* what takes no room must not draw a keep to itself */
	keep = box->position == FLOW_STATIC ? take_keep(builder, keep) : FO_KEEP_ALWAYS;
	struct flow_item *item = add_item(builder, FLOW_BOX);
	item->keep = keep;
	item->box = *box;
	item->box.x = box->area->x;
}

void flow_add_row(struct builder *builder, struct flow_row *row)
{
	int32_t keep = take_keep(builder, 0);
	struct flow_item *item = add_item(builder, FLOW_ROW);
	item->keep = keep;
	item->row = row;
}

static void add_space(struct builder *builder, const struct fo_space *space)
{
	struct flow_space resolved = {fo_resolve(space->minimum, builder->width), fo_resolve(space->optimum, builder->width),
								  fo_resolve(space->maximum, builder->width), space->precedence, space->retain};
	if (resolved.optimum || resolved.minimum || resolved.maximum || resolved.precedence)
		add_item(builder, FLOW_SPACE)->space = resolved;
}

static void add_break(struct builder *builder, enum fo_keyword kind)
{
	if (kind != FO_KW_AUTO)
		add_item(builder, FLOW_BREAK)->break_kind = kind;
}

/* gw:lines-before: the last lines of what comes before stay together as strongly as they stay with this block. Rows and forced breaks
 * end them. */
static void keep_lines_before(struct builder *builder, const struct fo_style *style)
{
	int32_t left = style->lines_before - 1;
	for (guint i = builder->items->len; i-- > 0 && left > 0;) {
		struct flow_item *item = &g_array_index(builder->items, struct flow_item, i);
		if (item->kind == FLOW_ROW || item->kind == FLOW_BREAK)
			break;
		if (item->kind != FLOW_BOX || item->box.position != FLOW_STATIC)
			continue;
		item->keep = MAX(item->keep, flow_keep(style->keep_with_previous));
		left--;
	}
}

void flow_open(struct builder *builder, const struct flow_group *group)
{
	const struct fo_style *style = group->node->style;
	keep_lines_before(builder, style);
	add_break(builder, style->break_before);
	add_break(builder, style->page_side == FO_KW_ANY ? FO_KW_AUTO : style->page_side);
	add_space(builder, &style->space_before);
	builder->pending = MAX(builder->pending, flow_keep(style->keep_with_previous));
	guint depth = builder->levels->len;
	int32_t around = depth ? g_array_index(builder->levels, struct flow_level, depth - 1).keep : 0;
	add_item(builder, FLOW_OPEN)->group = group;
	struct flow_level level = {MAX(around, flow_keep(style->keep_together)), flow_keep(style->keep_with_next),
							   builder->items->len};
	g_array_append_val(builder->levels, level);
}

void flow_close(struct builder *builder, const struct flow_group *group)
{
	const struct fo_style *style = group->node->style;
	add_item(builder, FLOW_CLOSE)->group = group;
	builder->pending = MAX(builder->pending,
						   g_array_index(builder->levels, struct flow_level, builder->levels->len - 1).keep_next);
	g_array_set_size(builder->levels, builder->levels->len - 1);
	builder->lowest = MIN(builder->lowest, builder->levels->len);
	add_space(builder, &style->space_after);
	add_break(builder, style->break_after);
}

void flow_keep_with_previous(struct builder *builder, const struct fo_node *node)
{
	add_break(builder, node->style->break_before);
	builder->pending = MAX(builder->pending, flow_keep(node->style->keep_with_previous));
}

void flow_keep_with_next(struct builder *builder, const struct fo_node *node)
{
	builder->pending = MAX(builder->pending, flow_keep(node->style->keep_with_next));
	add_break(builder, node->style->break_after);
}

/* ---- blocks ---- */

static bool is_block_level(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_LIST_BLOCK:
	case FO_TABLE:
		return true;
	case FO_WRAPPER:
		return node->first_child && is_block_level(node->first_child);
	default:
		return false;
	}
}

static void lay_notes(struct builder *builder, struct layout_anchor *anchors, struct area_structure *tag)
{
	for (struct layout_anchor *anchor = anchors; anchor; anchor = anchor->next) {
		if (!anchor->footnote)
			continue;
		anchor->note = flow_build(builder->layout, anchor->footnote, builder->width, 0, tag);
		anchor->note_height = flow_height(anchor->note);
	}
}

/* Orphans before, widows after (XSL 7.20.6, 7.20.7). */
static int32_t line_keep(const struct fo_style *style, int before, int after)
{
	return before > 0 && (before < style->orphans || after < style->widows) ? KEEP_LINES : 0;
}

static void add_lines(struct builder *builder, const struct fo_node *block, const struct fo_node *first,
					  const struct fo_node *end, struct area_structure *tag)
{
	const struct fo_style *style = block->style;
	len start = fo_resolve(style->start_indent, builder->width), last = fo_resolve(style->end_indent, builder->width);
	struct layout_line *lines = layout_lines(builder->layout, block, first, end, MAX(builder->width - start - last, 0),
											 first == block->first_child, 0, tag);
	int count = 0, at = 0;
	for (const struct layout_line *line = lines; line; line = line->next)
		count++;
	for (struct layout_line *line = lines; line; line = line->next, at++) {
		lay_notes(builder, line->anchors, tag);
		line->area->x += builder->x + start;
		struct flow_box box = {.height = line->height, .area = line->area, .anchors = line->anchors};
		flow_add_box(builder, &box, line_keep(style, at, count - at));
	}
}

struct flow_group *flow_group_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_style *style = node->style;
	struct flow_group *group = ARENA_NEW(builder->layout->arena, struct flow_group);
	len left = flow_border(style, AREA_START) + flow_padding(style, AREA_START, builder->width);
	len right = flow_border(style, AREA_END) + flow_padding(style, AREA_END, builder->width);
	len start = fo_resolve(style->start_indent, builder->width), end = fo_resolve(style->end_indent, builder->width);
	*group = (struct flow_group){.node = node,
								 .kind = AREA_BLOCK,
								 .tag = tag,
								 .x = builder->x + start - left,
								 .width = MAX(builder->width - start - end, 0) + left + right,
								 .box = flow_box_of(builder->layout, node),
								 .before = flow_border(style, AREA_BEFORE) + flow_padding(style, AREA_BEFORE, builder->width),
								 .after = flow_border(style, AREA_AFTER) + flow_padding(style, AREA_AFTER, builder->width),
								 .step = style->block_step_size,
								 .retain_before = style->border_before_width.retain || style->padding_before.retain,
								 .retain_after = style->border_after_width.retain || style->padding_after.retain};
	return group;
}

static bool has_inline(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (!is_block_level(child))
			return true;
	return false;
}

/* A block of blocks is no element of its own unless its role says so. */
static struct area_structure *tag_of_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	if (has_inline(block))
		return flow_tag(builder->layout, block, tag, "P");
	return block->style->role ? flow_tag(builder->layout, block, tag, "Div") : tag;
}

static void build_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag)
{
	tag = tag_of_block(builder, block, tag);
	const struct flow_group *group = flow_group_of(builder, block, tag);
	flow_open(builder, group);
	flow_build_children(builder, block, tag);
	flow_close(builder, group);
}

static void build_block_level(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	switch (node->kind) {
	case FO_BLOCK_CONTAINER:
		flow_build_container(builder, node, tag);
		break;
	case FO_LIST_BLOCK:
		flow_build_list(builder, node, tag);
		break;
	case FO_TABLE:
		flow_build_table(builder, node, tag);
		break;
	case FO_WRAPPER:
		flow_build_children(builder, node, tag);
		break;
	default:
		build_block(builder, node, tag);
		break;
	}
}

void flow_build_children(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_node *next;
	for (const struct fo_node *child = node->first_child; child; child = next) {
		next = child->next;
		if (is_block_level(child)) {
			build_block_level(builder, child, tag);
			continue;
		}
		while (next && !is_block_level(next))
			next = next->next;
		add_lines(builder, node, child, next, tag);
	}
}

struct flow *flow_build(struct layout *layout, const struct fo_node *node, len width, len height, struct area_structure *tag)
{
	struct builder builder = {.layout = layout, .width = width, .height = height};
	builder.items = g_array_new(FALSE, FALSE, sizeof(struct flow_item));
	builder.levels = g_array_new(FALSE, FALSE, sizeof(struct flow_level));
	flow_build_children(&builder, node, tag);
	struct flow *flow = ARENA_NEW(layout->arena, struct flow);
	flow->count = builder.items->len;
	flow->items = ARENA_ARRAY(layout->arena, struct flow_item, flow->count);
	for (uint32_t i = 0; i < flow->count; i++)
		flow->items[i] = g_array_index(builder.items, struct flow_item, i);
	g_array_free(builder.items, TRUE);
	g_array_free(builder.levels, TRUE);
	return flow;
}

static struct layout_anchor **add_notes(struct arena *arena, const struct layout_anchor *from, struct layout_anchor **at)
{
	for (; from; from = from->next) {
		if (!from->note)
			continue;
		*at = ARENA_NEW(arena, struct layout_anchor);
		**at = *from;
		(*at)->next = NULL;
		at = &(*at)->next;
	}
	return at;
}

struct layout_anchor *flow_notes(struct arena *arena, const struct flow *flow, uint32_t from)
{
	struct layout_anchor *first = NULL, **at = &first;
	for (uint32_t i = from; i < flow->count; i++) {
		if (flow->items[i].kind == FLOW_BOX)
			at = add_notes(arena, flow->items[i].box.anchors, at);
		else if (flow->items[i].kind == FLOW_ROW)
			at = add_notes(arena, flow->items[i].row->anchors, at);
	}
	return first;
}
