/* container: fo:block-container. One that is as tall as its content is a group; one of a height of its own, turned, or positioned is
 * a box with content of its own; one that is as tall as its content between limits is a row of one cell (XSL 1.1, 6.5.3). */
#include "flow/frame_int.h"

struct area *flow_turned_area(struct arena *arena, struct area *parent, struct rectangle place, int turn)
{
	struct rectangle inner = flow_turned(place, turn);
	struct area *turned = area_new(arena, AREA_TURNED, place.x, place.y, inner.width, inner.height);
	turned->turn = turn;
	if (turn == 180 || turn == 270)
		turned->x += place.width;
	if (turn == 90 || turn == 180)
		turned->y += place.height;
	area_append(parent, turned);
	return turned;
}

/* The spaces in a container of its own height shrink as far as they may, so that its content has room, as in FOP. */
static len squeezed_height(struct flow *content, len height, len room)
{
	if (height <= room + LAYOUT_TOLERANCE)
		return height;
	struct flow_room squeezed = {.height = room, .nested = true, .elastic = true};
	struct flow_fit fit = flow_fit(content, (struct flow_at){0}, &squeezed);
	len left = len_add(height, fit.give.by);
	if (!fit.all || left > room + LAYOUT_TOLERANCE)
		return height;
	content->give = fit.give;
	return left;
}

/* How long its lines are. */
static len measure_of(const struct frame *frame)
{
	if (!frame_is_across(frame))
		return frame->width;
	return frame->height == LEN_MIN ? frame_limited(frame->width, frame->height_in) : frame->height;
}

/* The sizes that hang on the content: it takes `height` of the block-progression-dimension. */
static void fit_frame(struct frame *frame, len height)
{
	bool across = frame_is_across(frame);
	if (frame->width == LEN_MIN)
		frame->width = frame_limited(height, frame->width_in);
	if (frame->height == LEN_MIN)
		frame->height = across ? measure_of(frame) : frame_limited(height, frame->height_in);
}

static struct flow_box box_around(struct layout *layout, const struct fo_node *node, struct frame frame, struct flow *content,
								  struct area_structure *tag)
{
	len content_height = flow_height(content);
	fit_frame(&frame, content_height);
	len height = frame.height, room = frame_is_across(&frame) ? frame.width : height;
	content_height = squeezed_height(content, content_height, room);
	struct area *area = area_new(layout->arena, AREA_BLOCK, 0, 0, frame.width + frame.left + frame.right,
								 height + frame.before + frame.after);
	area->box = layout_box_of(layout, node);
	area->id = node->id;
	area->place = node->place;
	area->tag = tag;
	area->hold = (struct area_hold){
		.holds = AREA_HOLDS_ALL, .x = frame.left, .width = frame.width, .name = fo_kind_name(node->kind)};
	if (content_height > room + LAYOUT_TOLERANCE)
		layout_say_overrun(layout, node->place, fo_kind_name(node->kind), content_height - room);
	struct flow_box box = {.height = area->height,
						   .area = area,
						   .content = content,
						   .content_area = area,
						   .anchors = flow_notes(layout->arena, content, (struct flow_at){0})};
	box.content_y = layout_align_down(node->style->display_align, room - content_height);
	struct rectangle viewport = {frame.left, frame.before, frame.width, height};
	if (layout_clips(node->style)) {
		box.content_area = area_new(layout->arena, AREA_CLIPPED, viewport.x, viewport.y, viewport.width, viewport.height);
		area_append(area, box.content_area);
		viewport.x = viewport.y = 0;
	}
	if (frame.turn) {
		box.content_area = flow_turned_area(layout->arena, box.content_area, viewport, frame.turn);
	} else {
		box.content_x = viewport.x;
		box.content_y += viewport.y;
	}
	return box;
}

static struct flow_box make_box(struct layout *layout, const struct fo_node *node, struct frame frame, struct area_structure *tag)
{
	len height = frame_is_across(&frame) ? frame.width : frame.height;
	int turn = layout_turn(layout, frame.turn);
	struct flow *content = flow_build(layout, node, measure_of(&frame), MAX(height, 0), tag);
	layout->turn = turn;
	return box_around(layout, node, frame, content, tag);
}

static len kept_space(const struct fo_space *space, len measure)
{
	return space->retain ? fo_resolve(space->optimum, measure) : 0;
}

/* One without a width fills its line, but for margins and spaces that stay beside it there. */
struct flow_box flow_container_box(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *tag)
{
	struct frame frame = frame_of(node, measure, 0, 0);
	len kept = len_add(kept_space(&node->style->space_start, measure), kept_space(&node->style->space_end, measure));
	if (frame.auto_width)
		frame.width = MAX(measure - frame.left - frame.right - kept, 0);
	frame_limit(&frame);
	struct flow_box box = make_box(layout, node, frame, tag);
	box.area->id = NULL;
	return box;
}

/* ---- positioned ---- */

static len distance(const struct fo_length *length, len base)
{
	return frame_is_auto(length) ? 0 : fo_resolve(*length, base);
}

/* top, left and their like are distances to the content rectangle (7.6, 7.2): borders and padding stand outside. */
static void build_positioned(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_style *style = node->style;
	struct layout *layout = builder->layout;
	bool fixed = style->absolute_position == FO_KW_FIXED;
	len width = fixed ? layout->page_width : builder->width, height = fixed ? layout->page_height : builder->height;
	len left = distance(&style->left, width), right = distance(&style->right, width);
	len top = distance(&style->top, height), bottom = distance(&style->bottom, height);
	struct frame frame = frame_of(node, width, height, 0);
	bool fills = !frame_is_across(&frame) || (!frame_is_auto(&style->left) && !frame_is_auto(&style->right));
	if (frame.auto_width)
		frame.width = fills ? MAX(width - left - right, 0) : LEN_MIN;
	if (frame.height == LEN_MIN && (frame_is_across(&frame) || (!frame_is_auto(&style->top) && !frame_is_auto(&style->bottom))))
		frame.height = MAX(height - top - bottom, 0);
	frame_limit(&frame);
	struct flow_box box = make_box(layout, node, frame, tag);
	box.position = fixed ? FLOW_FIXED : FLOW_ABSOLUTE;
	bool by_right = frame_is_auto(&style->left) && !frame_is_auto(&style->right),
		 by_bottom = frame_is_auto(&style->top) && !frame_is_auto(&style->bottom);
	box.area->x = by_right ? width - right - box.area->width + frame.right : left - frame.left;
	box.area->y = by_bottom ? height - bottom - box.area->height + frame.after : top - frame.before;
	box.height = 0;
	flow_add_box(builder, &box, flow_keep_by(FO_KEEP_AUTO), node, 0);
}

/* ---- in the flow ---- */

static len width_between_indents(const struct builder *builder, const struct fo_node *node)
{
	struct layout_indents indents = layout_indents(builder->layout, node, builder->width);
	return MAX(builder->width - indents.start - indents.end, 0);
}

const struct flow_group *flow_container_group(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	tag = layout_own_tag(builder->layout, node, tag);
	struct frame frame = frame_of(node, builder->width, builder->height, width_between_indents(builder, node));
	struct flow_group *group = flow_group_of(builder, node, tag);
	group->width = frame.width + frame.left + frame.right;
	group->reference = true;
	flow_hold_across(group, frame.left, frame.width);
	return group;
}

/* The children count from the container's content rectangle. */
void flow_enter_container(struct builder *builder, const struct fo_node *node, const struct flow_group *group)
{
	struct frame frame = frame_of(node, builder->width, builder->height, width_between_indents(builder, node));
	builder->x = group->x + frame.left;
	builder->width = frame.width;
	builder->home = (struct flow_home){builder->x, builder->width, LEN_MAX};
	builder->height = 0;
	builder->hidden = builder->sides ? builder->sides->len : 0;
}

static void build_open(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct flow_group *group = flow_container_group(builder, node, tag);
	flow_open(builder, group);
	flow_push(builder, node, group, group->tag);
	flow_enter_container(builder, node, group);
}

/* The group only carries spaces, breaks and keeps: the box draws itself. */
static void build_closed(struct builder *builder, const struct fo_node *node, const struct frame *frame, struct flow_box *box,
						 struct area_structure *tag)
{
	box->area->x = builder->x + layout_indents(builder->layout, node, builder->width).start - frame->left;
	struct flow_group *group = ARENA_NEW(builder->layout->arena, struct flow_group);
	*group = (struct flow_group){.node = node,
								 .kind = AREA_BLOCK,
								 .tag = tag,
								 .move = layout_move_of(node, builder->width),
								 .hold = flow_hold_of(builder, node),
								 .x = box->area->x,
								 .width = box->area->width};
	flow_open(builder, group);
	flow_add_box(builder, box, flow_keep_by(FO_KEEP_AUTO), node, 0);
	flow_close(builder, group);
}

/* ---- as high as its content, between a minimum and a maximum ---- */

/* The one cell of its row, which has what the container holds; border, padding and background are its group's. */
static struct flow_row *row_of(struct builder *builder, const struct flow_group *group, const struct frame *frame,
							   struct flow *content, const struct flow_row *rest)
{
	struct arena *arena = builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = group->node,
							 .kind = AREA_BLOCK,
							 .tag = group->tag,
							 .x = group->x + frame->left,
							 .width = frame->width,
							 .keep = flow_keep(group->node->style->keep_together),
							 .count = 1,
							 .cut = rest != NULL,
							 .born = builder->layout->generation};
	struct flow_cell *cell = row->cells = ARENA_NEW(arena, struct flow_cell);
	*cell = (struct flow_cell){.node = group->node,
							   .kind = AREA_BLOCK,
							   .tag = group->tag,
							   .x = row->x,
							   .width = row->width,
							   .content_width = row->width,
							   .align = group->node->style->display_align,
							   .row_span = 1,
							   .content = content};
	if (rest) {
		flow_go_on(builder, row, cell, &rest->cells[0], row->width);
	} else {
		cell->content_height = flow_height(content);
		cell->broken = flow_cell_is_broken(cell);
	}
	flow_note_row(arena, row);
	row->due = rest ? rest->due : 0;
	row->height = MAX(cell->content_height, rest ? rest->due : frame->height_in.least);
	row->least = row->height;
	row->fixed = row->height > cell->content_height;
	return row;
}

/* A row, which breaks over pages as those of tables do; what is higher than its maximum has that height of its own. */
static void build_between(struct builder *builder, const struct fo_node *node, const struct frame *frame,
						  struct area_structure *tag)
{
	const struct flow_group *group = flow_container_group(builder, node, tag);
	struct flow_row *row = flow_take_rest(builder, node);
	struct flow *content = row ? NULL : flow_build(builder->layout, node, frame->width, 0, group->tag);
	if (content && flow_height(content) > len_add(frame->height_in.most, LAYOUT_TOLERANCE)) {
		struct flow_box box = box_around(builder->layout, node, *frame, content, tag);
		build_closed(builder, node, frame, &box, tag);
		return;
	}
	flow_open(builder, group);
	if (!row || flow_is_set_anew(builder, row, group->x + frame->left, frame->width))
		row = row_of(builder, group, frame, content, row);
	flow_add_row(builder, row, node, 0);
	flow_close(builder, group);
}

void flow_build_container(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_style *style = node->style;
	tag = layout_own_tag(builder->layout, node, tag);
	if (style->absolute_position != FO_KW_AUTO) {
		build_positioned(builder, node, tag);
		return;
	}
	struct frame frame = frame_of(node, builder->width, builder->height, width_between_indents(builder, node));
	if (frame.height == LEN_MIN && frame.turn == 0) {
		if (frame.height_in.least > 0 || frame.height_in.most < LEN_MAX)
			build_between(builder, node, &frame, tag);
		else
			build_open(builder, node, tag);
		return;
	}
	struct flow_box box = make_box(builder->layout, node, frame, tag);
	build_closed(builder, node, &frame, &box, tag);
}
