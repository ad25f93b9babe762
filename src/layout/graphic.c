/* graphic: pictures (XSL 1.1, 6.6.5, 6.6.6, 7.15): a picture's own size, content-width, content-height and scaling → the size it is drawn at;
 * width, height → its viewport; text-align, display-align → where it lies in that. And pictures behind areas (7.8). */
#include "layout/layout.h"

static const struct image *image_of(struct layout *layout, const struct fo_node *node)
{
	if (node->kind == FO_INSTREAM_FOREIGN_OBJECT)
		return node->text ? image_find_svg(layout->images, node->text, node->text_size, node->place, layout->sink) : NULL;
	if (node->style->src)
		return image_find(layout->images, node->style->src, node->place, layout->sink);
	diag_report_both(layout->sink, DIAG_IMAGE_MISSING, node->place, "it has no src", "没有 src");
	return NULL;
}

/* ---- sizes ---- */

#define NOT_GIVEN LEN_MIN

static len definite(const struct fo_length *length, len base)
{
	return length->keyword ? NOT_GIVEN : MAX(fo_resolve(*length, base), 0);
}

/* A percentage of a height that is not known is auto (7.15.6). */
static len definite_down(const struct fo_length *length)
{
	return fo_is_relative(length) ? NOT_GIVEN : definite(length, 0);
}

/* content-width or content-height alone: `own` is the picture's, `viewport` may not be given. */
static len content_size(const struct fo_length *content, len own, len viewport)
{
	bool smaller = viewport != NOT_GIVEN && viewport < own, larger = viewport != NOT_GIVEN && viewport > own;
	switch (content->keyword) {
	case FO_KW_NONE_GIVEN:
		return MAX(fo_resolve(*content, own), 0);
	case FO_KW_SCALE_TO_FIT:
		return viewport;
	case FO_KW_SCALE_DOWN_TO_FIT:
		return smaller ? viewport : NOT_GIVEN;
	case FO_KW_SCALE_UP_TO_FIT:
		return larger ? viewport : NOT_GIVEN;
	default:
		return NOT_GIVEN;
	}
}

struct size {
	len width, height;
};

/* 7.15.12: uniform keeps the proportion; of two sizes that do not agree the smaller scale counts. */
static struct size scaled(struct size own, struct size wanted, bool uniform)
{
	if (wanted.width == NOT_GIVEN && wanted.height == NOT_GIVEN)
		return own;
	if (!uniform || own.width <= 0 || own.height <= 0)
		return (struct size){wanted.width == NOT_GIVEN ? own.width : wanted.width,
							 wanted.height == NOT_GIVEN ? own.height : wanted.height};
	bool by_width = wanted.height == NOT_GIVEN ||
					(wanted.width != NOT_GIVEN && (int64_t)wanted.width * own.height <= (int64_t)wanted.height * own.width);
	if (by_width)
		return (struct size){wanted.width, len_scale(own.height, wanted.width, own.width)};
	return (struct size){len_scale(own.width, wanted.height, own.height), wanted.height};
}

/* base: of percentages; 0: it is not known, and they count as not given. */
static len within(const struct fo_range *range, len size, len base)
{
	len least = base ? definite(&range->minimum, base) : definite_down(&range->minimum),
		most = base ? definite(&range->maximum, base) : definite_down(&range->maximum);
	if (most != NOT_GIVEN && size > most)
		size = most;
	return least != NOT_GIVEN && size < least ? least : size;
}

/* A dimension that is not given is the content's, within its minimum and maximum. */
static len viewport_size(const struct fo_range *range, len given, len content, len base)
{
	return given != NOT_GIVEN ? given : within(range, content, base);
}

/* What a picture that is scaled to fit has to fit into: the viewport, or where that has no size of its own, its minimum and maximum. */
static len room_for(const struct fo_range *range, len given, len own, len base)
{
	len allowed = within(range, own, base);
	return given != NOT_GIVEN ? given : allowed != own ? allowed : NOT_GIVEN;
}

/* ---- its place in the viewport ---- */

static len align_across(struct layout *layout, enum fo_keyword align, len slack)
{
	if (!slack)
		return 0;
	align = layout_by_binding(layout, align);
	return align == FO_KW_CENTER ? slack / 2 : align == FO_KW_END || align == FO_KW_RIGHT ? slack : 0;
}

static len align_down(enum fo_keyword align, len slack)
{
	return align == FO_KW_CENTER ? slack / 2 : align == FO_KW_AFTER ? slack : 0;
}

static void say_overflow(struct layout *layout, const struct fo_node *node, struct size content, struct size viewport)
{
	len over = MAX(content.width - viewport.width, content.height - viewport.height);
	if (node->style->overflow == FO_KW_ERROR_IF_OVERFLOW && over > LAYOUT_TOLERANCE)
		layout_say_overrun(layout, node->place, fo_kind_name(node->kind), over);
}

static const struct area_picture *picture_of(struct layout *layout, const struct fo_node *node, const struct image *image,
											 struct size content, struct size viewport)
{
	const struct fo_style *style = node->style;
	struct area_picture *picture = ARENA_NEW(layout->arena, struct area_picture);
	*picture = (struct area_picture){.image = image,
									 .x = align_across(layout, style->text_align, viewport.width - content.width),
									 .y = align_down(style->display_align, viewport.height - content.height),
									 .width = content.width,
									 .height = content.height,
									 .clip = layout_clips(style),
									 .smooth = style->scaling_method != FO_KW_INTEGER_PIXELS};
	say_overflow(layout, node, content, viewport);
	return picture;
}

/* ---- the area ---- */

static struct area *framed(struct layout *layout, const struct fo_node *node, struct area *image, len measure)
{
	const struct fo_style *style = node->style;
	len edge[4];
	for (int side = 0; side < 4; side++)
		edge[side] = layout_edge(style, (enum area_side)side, measure);
	struct area *frame = area_new(layout->arena, AREA_INLINE, 0, 0, edge[AREA_START] + image->width + edge[AREA_END],
								  edge[AREA_BEFORE] + image->height + edge[AREA_AFTER]);
	image->x = edge[AREA_START];
	image->y = edge[AREA_BEFORE];
	frame->box = layout_box_of(layout, node);
	frame->tag = image->tag;
	frame->place = node->place;
	area_append(frame, image);
	return frame;
}

struct area *layout_graphic(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *parent)
{
	const struct fo_style *style = node->style;
	const struct image *image = image_of(layout, node);
	struct size own = image ? (struct size){image->width, image->height} : (struct size){0};
	struct size given = {definite(&style->inline_progression_dimension.optimum, measure),
						 definite_down(&style->block_progression_dimension.optimum)};
	struct size room = {room_for(&style->inline_progression_dimension, given.width, own.width, measure),
						room_for(&style->block_progression_dimension, given.height, own.height, 0)};
	struct size wanted = {content_size(&style->content_width, own.width, room.width),
						  content_size(&style->content_height, own.height, room.height)};
	struct size content = scaled(own, wanted, style->scaling == FO_KW_UNIFORM);
	struct size viewport = {viewport_size(&style->inline_progression_dimension, given.width, content.width, measure),
							viewport_size(&style->block_progression_dimension, given.height, content.height, 0)};
	struct area *area = area_new(layout->arena, AREA_IMAGE, 0, 0, viewport.width, viewport.height);
	area->picture = picture_of(layout, node, style->visibility == FO_KW_VISIBLE ? image : NULL, content, viewport);
	area->tag = image ? layout_tag(layout, node, parent, "Figure") : &area_artifact;
	area->place = node->place;
	return framed(layout, node, area, measure);
}

/* ---- backgrounds ---- */

static struct fo_length position(struct fo_length given)
{
	switch (given.keyword) {
	case FO_KW_CENTER:
		return (struct fo_length){.percent = 50000};
	case FO_KW_RIGHT:
	case FO_KW_BOTTOM:
		return (struct fo_length){.percent = 100000};
	case FO_KW_NONE_GIVEN:
		return given;
	default:
		return (struct fo_length){0};
	}
}

const struct area_background *layout_background_picture(struct layout *layout, const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	const struct image *image = style->background_image
									? image_find(layout->images, style->background_image, node->place, layout->sink)
									: NULL;
	if (!image)
		return NULL;
	struct fo_length x = position(style->background_position_horizontal), y = position(style->background_position_vertical);
	struct area_background *background = ARENA_NEW(layout->arena, struct area_background);
	*background = (struct area_background){
		.image = image,
		.x = x.fixed,
		.y = y.fixed,
		.x_percent = x.percent,
		.y_percent = y.percent,
		.repeat_x = style->background_repeat == FO_KW_REPEAT || style->background_repeat == FO_KW_REPEAT_X,
		.repeat_y = style->background_repeat == FO_KW_REPEAT || style->background_repeat == FO_KW_REPEAT_Y};
	return background;
}
