/* Inside flow: a container's measures (frame.c), for what builds it (container.c); limits of dimensions, for tables, too. */
#ifndef GONGWEN_FLOW_FRAME_INT_H
#define GONGWEN_FLOW_FRAME_INT_H

#include "flow/build_int.h"

/* What a dimension that is auto may come to: between its minimum and its maximum (7.15.3, 7.15.7). */
struct limits {
	len least, most; /* 0, LEN_MAX: not given */
};

/* A container's measures, as it lies in what is around it. */
struct frame {
	len width, height; /* of the content rectangle; LEN_MIN: as the content (the width of what is turned across) */
	struct limits width_in, height_in;
	len left, right, before, after; /* border + padding */
	int turn;                       /* flow_turn(); 90, 270: the inline-progression-dimension is the height */
	bool auto_width;
};

/* Within a place of that size, a height of 0 is not known; what has no width of its own has auto_width. */
struct frame frame_of(const struct fo_node *node, len width, len height, len auto_width);
bool frame_is_across(const struct frame *frame);
static inline bool frame_is_auto(const struct fo_length *length)
{
	return length->keyword != FO_KW_NONE_GIVEN;
}
/* Of a dimension that counts from that base (0: not known). */
struct limits frame_limits(const struct fo_range *range, len base);
/* Between the limits, the minimum before the maximum. */
len frame_limited(len size, struct limits limits);
/* The sizes that are known. */
void frame_limit(struct frame *frame);

#endif
