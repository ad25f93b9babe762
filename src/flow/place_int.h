/* Inside flow_place: where placing is. place.c puts rows, floats and marks, place_box.c boxes,
 * place_group.c the groups around them. */
#ifndef GONGWEN_FLOW_PLACE_INT_H
#define GONGWEN_FLOW_PLACE_INT_H

#include "flow/walk_int.h"

/* A group that is open, with its area on this page once there is something in it. */
struct open_area {
	const struct flow_group *group;
	struct area *area;              /* NULL: not yet */
	len x, y;                       /* of area, from the origin of the area that takes all: its place, */
	struct layout_move move;        /* beside which it stands so far, together with what is around (relative-position) */
	struct area *under;             /* the last of its children that are backgrounds of rows; or NULL */
	struct under_strip *strips;     /* of them, those that may go on down the rows (under.c), */
	struct under_picture *pictures; /* and the pictures in them */
	unsigned spaces;                /* so many of those that meet where it begins come before it */
	unsigned marks;                 /* the page's areas with markers before it */
	bool header_waits;              /* the table's head is set when the rows below it stand; room for it is kept */
	bool header_repeats;
	len header_y;
	len floor[2]; /* of a reference area: how far its floats reach: enum flow_float_side */
	bool continued;
	bool through; /* it needs no area: `area` is that of what is around */
};

struct placing {
	struct placer *placer;
	const struct flow *flow;
	GArray *open; /* struct open_area; [0]: the area that takes all */
	struct meeting meeting;
	struct met *met;   /* its spaces, each for itself, and what begins and ends among them (place_space.c); or NULL */
	struct flow_at at; /* where the region begins in the flow */
	len x, top;        /* of the flow's origin in that area */
	len y;             /* where the next area goes, in the same */
	len floor[2];      /* how far floats reach: enum flow_float_side; those of a reference area: open_area.floor */
	GPtrArray *floats; /* struct area: in front of what they stand on */
	len foot;          /* of the region: flow_fit.foot */
	bool parted;       /* a float went beyond it */
	bool at_start;
	struct flow_seams ends;     /* of the flow: as struct row_place's */
	const struct flow_row *row; /* the last one that stands here; before any does, that which the region begins with; or NULL */
	bool hollow;                /* as struct flow_walk's */
	struct flow_give give;
	int64_t given; /* stretch, or shrink, of the spaces down to y */
};

/* The innermost open group; the area that takes all, when none is. */
static inline struct open_area *placing_top(const struct placing *placing)
{
	return &g_array_index(placing->open, struct open_area, placing->open->len - 1);
}

static inline len placing_floor(const struct placing *placing)
{
	return MAX(placing->floor[FLOW_FLOAT_START], placing->floor[FLOW_FLOAT_END]);
}

/* The same, with an area: what is open without one gets it here, at the present y. */
struct open_area *placing_innermost(struct placing *placing);
/* Puts an area, `x` from the flow's origin, at the present y. */
void placing_put(struct placing *placing, struct area *area, len x);
/* under.c: the backgrounds under the cells of a row, which is placed and stands here; the table ends on this page. */
void placing_put_under(struct placing *placing, const struct row_place *row);
void placing_end_under(struct open_area *table);
/* A row, which is item `index`, or what is left of it. */
void placing_put_row(struct placing *placing, uint32_t index, const struct flow_row *row, const struct flow_fit *fit);

/* ---- place_space.c ---- */

void placing_meet(struct placing *placing, const struct flow_space *space);
/* How many meet so far. */
unsigned placing_count_spaces(const struct placing *placing);
/* The spaces that met come to an end: something is about to stand here; the reference area or page ends; they are gone. */
void placing_settle(struct placing *placing);
void placing_end_spaces(struct placing *placing);
void placing_drop_spaces(struct placing *placing);
void placing_free_spaces(struct placing *placing);
/* Where a group's area begins that begins here: among the spaces that met. */
len placing_begin_y(const struct placing *placing, const struct open_area *open);
/* A group's area ends here: those of the spaces that meet here which come before its end are within it. */
void placing_end_area(struct placing *placing, struct area *area, const struct flow_group *group);

/* ---- place_box.c ---- */

/* A line, or what no break divides; what is positioned takes no room. */
void placing_put_box(struct placing *placing, const struct flow_box *box);

/* ---- place_group.c ---- */

/* A group begins; the groups around an item go on from an earlier page, the outermost first. */
void placing_open(struct placing *placing, const struct flow_group *group);
void placing_reopen(struct placing *placing, uint32_t around);
/* The innermost group ends; the page ends, and what is open goes on on the next one. */
void placing_close(struct placing *placing, const struct flow_group *group);
void placing_break(struct placing *placing);

#endif
