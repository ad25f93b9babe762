/* Inside the flow: how far down the items one is, and what spaces come to where they meet. */
#ifndef GONGWEN_FLOW_WALK_INT_H
#define GONGWEN_FLOW_WALK_INT_H

#include "flow/flow_int.h"

/* ---- space.c ---- */

/* Spaces that meet (XSL 4.3.1). */
struct meeting {
	struct flow_space all, retained;
	bool any, any_retained;
};
void flow_meet(struct meeting *meeting, const struct flow_space *space, bool at_start);
len flow_met(const struct meeting *meeting);        /* what they come to between two areas */
len flow_met_shrink(const struct meeting *meeting); /* and by how much that may be less or more */
len flow_met_stretch(const struct meeting *meeting);
len flow_met_retained(const struct meeting *meeting); /* at the end of a reference area */

/* Spaces before it and spaces within do not meet. */
static inline bool flow_is_fence(const struct flow_group *group)
{
	return group->before || group->reference || group->header_height || group->step;
}

/* The same after it. */
static inline bool flow_is_fence_after(const struct flow_group *group)
{
	return group->after || group->footer_height || group->step;
}

/* A space-after at the top of a page: it was left to the page before. */
static inline bool flow_is_left_behind(const struct flow_item *item)
{
	return item->kind == FLOW_SPACE && item->space.after;
}

/* What a group of that height lacks to a whole number of its steps; rounding counts as none. */
len flow_step_rest(const struct flow_group *group, len height);

/* ---- walk.c: down the items ---- */

/* How far floats at each side reach: enum flow_float_side. */
struct flow_reached {
	len floor[2];
};

struct flow_walk {
	struct meeting meeting;
	len y;
	len reserve;         /* what open groups need below, if the page ends here */
	len shrink, stretch; /* by how much the spaces down to y may be less or more */
	len floor[2];        /* how far the floats at each side reach: enum flow_float_side; */
	len own[2];          /* those of the innermost reference area, which alone `clear` counts (7.18.1) */
	GArray *areas;       /* struct flow_reached: the same of those around it, the outermost first; NULL: there is none */
	bool at_start;       /* of the page or of a reference area: spaces are discarded */
	bool hollow;         /* nothing stands in the innermost group yet */
	bool elastic;        /* spaces give way */
	GArray *steps;       /* len: where the open groups with a step begin; NULL: there is none */
};
/* One item, as it stands when no page ends in it. */
void flow_walk_item(struct flow_walk *walk, const struct flow_item *item);
/* What takes room. */
void flow_walk_take(struct flow_walk *walk, len height);
/* A group that goes on from an earlier page: its head, and edges that are retained. */
void flow_walk_reopen(struct flow_walk *walk, const struct flow_group *group);
/* At the place where a flow goes on, whose item is built if there is one; to be ended. Item `index` from there on: of a row that is cut what is left. */
struct flow_walk flow_walk_from(const struct flow *flow, struct flow_at at);
void flow_walk_on(struct flow_walk *walk, const struct flow *flow, struct flow_at at, uint32_t index);
/* Where the next box would begin; by how much the spaces down to there may be less or more. */
len flow_walk_next(const struct flow_walk *walk);
len flow_walk_shrink(const struct flow_walk *walk);
len flow_walk_stretch(const struct flow_walk *walk);
/* How far floats reach; where a reference area would end. */
len flow_walk_floor(const struct flow_walk *walk);
len flow_walk_bottom(const struct flow_walk *walk);
/* How many reference areas are open. */
static inline guint flow_walk_depth(const struct flow_walk *walk)
{
	return walk->areas ? walk->areas->len : 0;
}
/* A float stands there, down to y; or no farther down than that. */
void flow_walk_reach(struct flow_walk *walk, const struct flow_float *floated, len y);
/* The floor that `clear` counts, of floors at each side. */
len flow_clear_floor(const len floor[2], enum fo_keyword clear);
void flow_walk_end(struct flow_walk *walk);

#endif
