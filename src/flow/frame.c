/* frame: how wide and high a fo:block-container or fo:inline-container is, before its content is known (XSL 1.1, 6.5.3, 7.15). */
#include "flow/frame_int.h"

/* reference-orientation counts from that of what is around, and is inherited (7.21.3): a container in a turned one turns once more unless it says 0.
 * Regions turn with their page master, not again, as in FOP. */
int flow_turn(const struct fo_node *node)
{
	int turn = node->style->reference_orientation;
	if (node->parent && node->parent->kind == FO_SIMPLE_PAGE_MASTER && node->parent->style->reference_orientation == turn)
		turn = 0;
	return (turn % 360 + 360) % 360;
}

struct rectangle flow_turned(struct rectangle place, int turn)
{
	bool across = turn % 180 != 0;
	return (struct rectangle){0, 0, across ? place.height : place.width, across ? place.width : place.height};
}

bool frame_is_across(const struct frame *frame)
{
	return frame->turn % 180 != 0;
}

/* A part of a height that is not known counts as auto (7.15.6), as no minimum, as no maximum (7.15.7, 7.15.8). */
static bool is_given(const struct fo_length *length, len base)
{
	return !frame_is_auto(length) && (!fo_is_relative(length) || base > 0);
}

static len extent(const struct fo_length *length, len base, len otherwise)
{
	return is_given(length, base) ? MAX(fo_resolve(*length, base), 0) : otherwise;
}

/* A minimum above the optimum, or a maximum below it, counts as the optimum (5.11). */
struct limits frame_limits(const struct fo_range *range, len base)
{
	if (is_given(&range->optimum, base))
		return (struct limits){0, LEN_MAX};
	return (struct limits){extent(&range->minimum, base, 0), extent(&range->maximum, base, LEN_MAX)};
}

len frame_limited(len size, struct limits limits)
{
	return MAX(MIN(size, limits.most), limits.least);
}

void frame_limit(struct frame *frame)
{
	if (frame->width != LEN_MIN)
		frame->width = frame_limited(frame->width, frame->width_in);
	if (frame->height != LEN_MIN)
		frame->height = frame_limited(frame->height, frame->height_in);
}

/* What is turned across has lines as long as its place is wide, unless its inline-progression-dimension says otherwise (6.5.3). */
struct frame frame_of(const struct fo_node *node, len width, len height, len auto_width)
{
	const struct fo_style *style = node->style;
	const struct fo_range *along = &style->inline_progression_dimension, *down = &style->block_progression_dimension;
	struct frame frame = {
		.left = layout_edge(style, AREA_START, width),
		.right = layout_edge(style, AREA_END, width),
		.before = layout_edge(style, AREA_BEFORE, width),
		.after = layout_edge(style, AREA_AFTER, width),
		.turn = flow_turn(node),
	};
	bool across = frame_is_across(&frame);
	len along_base = width, down_base = height;
	frame.auto_width = across ? !is_given(&down->optimum, down_base) : frame_is_auto(&along->optimum);
	frame.width = across ? extent(&down->optimum, down_base, auto_width) : extent(&along->optimum, along_base, auto_width);
	frame.height = across ? extent(&along->optimum, along_base, LEN_MIN) : extent(&down->optimum, down_base, LEN_MIN);
	frame.width_in = across ? frame_limits(down, down_base) : frame_limits(along, along_base);
	frame.height_in = across ? frame_limits(along, along_base) : frame_limits(down, down_base);
	frame_limit(&frame);
	return frame;
}
