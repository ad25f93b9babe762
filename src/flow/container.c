/* container: fo:block-container. One that is as tall as its content is a group; one of a height of its own, turned, or positioned is
 * a box with content of its own (XSL 1.1, 6.5.3). */
#include "flow/build_int.h"

static bool is_auto(const struct fo_length *length)
{
	return length->keyword != FO_KW_NONE_GIVEN;
}

/* A container's measures, as it lies in what is around it. */
struct frame {
	len width, height;              /* of the content rectangle; LEN_MIN: as the content (the width of what is turned across) */
	len left, right, before, after; /* border + padding */
	int turn;                       /* flow_turn(); 90, 270: the inline-progression-dimension is the height */
	bool auto_width;
};

static len definite(const struct fo_length *length, len base, len otherwise)
{
	return is_auto(length) ? otherwise : fo_resolve(*length, base);
}

/* reference-orientation counts from that of what is around, and is inherited (7.21.3): a container in a turned one turns once more unless it says 0.
 * Regions turn with their page master, not again, as in FOP. */
int flow_turn(const struct fo_node *node)
{
	int turn = node->style->reference_orientation;
	if (node->parent && node->parent->kind == FO_SIMPLE_PAGE_MASTER && node->parent->style->reference_orientation == turn)
		turn = 0;
	return (turn % 360 + 360) % 360;
}

struct area *flow_turned_area(struct arena *arena, struct area *parent, struct rectangle place, int turn)
{
	bool across = turn % 180 != 0;
	struct area *turned = area_new(arena, AREA_TURNED, place.x, place.y, across ? place.height : place.width,
								   across ? place.width : place.height);
	turned->turn = turn;
	if (turn == 180 || turn == 270)
		turned->x += place.width;
	if (turn == 90 || turn == 180)
		turned->y += place.height;
	area_append(parent, turned);
	return turned;
}

static bool is_across(const struct frame *frame)
{
	return frame->turn % 180 != 0;
}

static len extent(const struct fo_length *length, len base, len otherwise)
{
	return is_auto(length) ? otherwise : MAX(fo_resolve(*length, base), 0);
}

/* Between the minimum and the maximum that are given, the minimum before the maximum (7.15.3, 7.15.7). */
static len limited(len size, const struct fo_range *range, len base)
{
	size = MIN(size, definite(&range->maximum, base, LEN_MAX));
	return MAX(size, definite(&range->minimum, base, size));
}

/* What is as the content has no limits, as in FOP: the content goes on over pages. */
static void limit(struct frame *frame, const struct fo_style *style, len width, len height)
{
	const struct fo_range *along = &style->inline_progression_dimension, *down = &style->block_progression_dimension;
	bool across = is_across(frame);
	if (frame->width != LEN_MIN)
		frame->width = across ? limited(frame->width, down, height) : limited(frame->width, along, width);
	if (frame->height != LEN_MIN)
		frame->height = across ? limited(frame->height, along, width) : limited(frame->height, down, height);
}

/* What is turned across has lines as long as its place is wide, unless its inline-progression-dimension says otherwise (6.5.3). */
static struct frame frame_of(const struct fo_node *node, len width, len height, len auto_width)
{
	const struct fo_style *style = node->style;
	const struct fo_length *along = &style->inline_progression_dimension.optimum,
						   *down = &style->block_progression_dimension.optimum;
	struct frame frame = {
		.left = layout_edge(style, AREA_START, width),
		.right = layout_edge(style, AREA_END, width),
		.before = layout_edge(style, AREA_BEFORE, width),
		.after = layout_edge(style, AREA_AFTER, width),
		.turn = flow_turn(node),
	};
	bool across = is_across(&frame);
	frame.auto_width = is_auto(across ? down : along);
	frame.width = across ? extent(down, height, auto_width) : extent(along, width, auto_width);
	frame.height = across ? extent(along, width, LEN_MIN) : extent(down, height, LEN_MIN);
	limit(&frame, style, width, height);
	return frame;
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

static struct flow_box make_box(struct layout *layout, const struct fo_node *node, struct frame frame, struct area_structure *tag)
{
	bool across = is_across(&frame);
	len measure = across ? (frame.height == LEN_MIN ? frame.width : frame.height) : frame.width;
	struct flow *content = flow_build(layout, node, measure, MAX(across ? frame.width : frame.height, 0), tag);
	len content_height = flow_height(content);
	frame.width = frame.width == LEN_MIN ? content_height : frame.width;
	len height = frame.height != LEN_MIN ? frame.height : across ? measure : content_height;
	len room = across ? frame.width : height;
	content_height = squeezed_height(content, content_height, room);
	struct area *area = area_new(layout->arena, AREA_BLOCK, 0, 0, frame.width + frame.left + frame.right,
								 height + frame.before + frame.after);
	area->box = layout_box_of(layout, node);
	area->id = node->id;
	area->place = node->place;
	area->tag = tag;
	if (content_height > room + LAYOUT_TOLERANCE)
		diag_report(layout->sink, DIAG_OVERFULL_BLOCK, node->place, "%s: %.2f mm", fo_kind_name(node->kind),
					len_to_mm(content_height - room));
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

struct flow_box flow_container_box(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *tag)
{
	struct frame frame = frame_of(node, measure, 0, 0);
	if (frame.auto_width)
		frame.width = MAX(measure - frame.left - frame.right, 0);
	limit(&frame, node->style, measure, 0);
	struct flow_box box = make_box(layout, node, frame, tag);
	box.area->id = NULL;
	return box;
}

/* ---- positioned ---- */

/* top, left and their like are distances to the content rectangle (7.6, 7.2): borders and padding stand outside. */
static void build_positioned(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	const struct fo_style *style = node->style;
	struct layout *layout = builder->layout;
	bool fixed = style->absolute_position == FO_KW_FIXED;
	len width = fixed ? layout->page_width : builder->width, height = fixed ? layout->page_height : builder->height;
	len left = definite(&style->left, width, 0), right = definite(&style->right, width, 0);
	len top = definite(&style->top, height, 0), bottom = definite(&style->bottom, height, 0);
	struct frame frame = frame_of(node, width, height, 0);
	bool fills = !is_across(&frame) || (!is_auto(&style->left) && !is_auto(&style->right));
	if (frame.auto_width)
		frame.width = fills ? MAX(width - left - right, 0) : LEN_MIN;
	if (frame.height == LEN_MIN && (is_across(&frame) || (!is_auto(&style->top) && !is_auto(&style->bottom))))
		frame.height = MAX(height - top - bottom, 0);
	limit(&frame, style, width, height);
	struct flow_box box = make_box(layout, node, frame, tag);
	box.position = fixed ? FLOW_FIXED : FLOW_ABSOLUTE;
	bool by_right = is_auto(&style->left) && !is_auto(&style->right),
		 by_bottom = is_auto(&style->top) && !is_auto(&style->bottom);
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
static void build_closed(struct builder *builder, const struct fo_node *node, struct flow_box *box, struct area_structure *tag)
{
	struct flow_group *group = ARENA_NEW(builder->layout->arena, struct flow_group);
	*group = (struct flow_group){.node = node,
								 .kind = AREA_BLOCK,
								 .tag = tag,
								 .move = layout_move_of(node, builder->width),
								 .x = box->area->x,
								 .width = box->area->width};
	flow_open(builder, group);
	flow_add_box(builder, box, flow_keep_by(FO_KEEP_AUTO), node, 0);
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
	len start = layout_indents(builder->layout, node, builder->width).start;
	struct frame frame = frame_of(node, builder->width, builder->height, width_between_indents(builder, node));
	if (frame.height == LEN_MIN && frame.turn == 0) {
		build_open(builder, node, tag);
		return;
	}
	struct flow_box box = make_box(builder->layout, node, frame, tag);
	box.area->x = builder->x + start - frame.left;
	build_closed(builder, node, &box, tag);
}
