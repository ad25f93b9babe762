/* Inside flow_fit: flow_fit.c walks down the items of a page, flow_choice.c weighs the breaks that it passes. */
#ifndef GONGWEN_FLOW_FIT_INT_H
#define GONGWEN_FLOW_FIT_INT_H

#include "layout/flow_int.h"

struct scan {
	struct flow *flow;
	const struct flow_room *room;
	struct flow_walk walk;
	len notes;         /* what footnotes take so far */
	len leading, foot; /* the white at the foot of the last box, and where that is; what follows it must fit */
	bool any;          /* a box is taken */
	bool split;        /* the last footnote goes on on the next page: nothing more fits */
	uint32_t start;    /* the item that the page begins with */
	uint32_t
		lead; /* behind that, floats and what is placed absolutely: a break here parts nothing that opens from what is in it */
	uint32_t ended; /* the break after something, that waits for what else closes, + 1; 0: none */
	/* behind the last box and what closes after it: where a break would be */
	uint32_t gap;
	len gap_y, gap_floor, gap_notes, gap_reserve, gap_shrink, gap_stretch, gap_leading;
	struct flow_fit forced; /* at a break inside a row */
	struct flow_option best;
	bool has_best;
	struct flow_options *options; /* NULL: not asked for */
};

/* ---- flow_choice.c ---- */

/* What of the page's content need not fit: white under a last line, when there is nothing below it (gw:last-leading). */
len scan_overhang(const struct scan *scan);
/* A break at the last gap, against a keep of that strength. */
void scan_consider_gap(struct scan *scan, int32_t keep);
/* A break within a row, with so much left of the page's height; a forced one, which ends the page. */
void scan_consider_cut(struct scan *scan, struct flow_fit cut, int64_t left);
void scan_force_cut(struct scan *scan, struct flow_fit cut, int64_t left);
/* The page is full at item `index`: the best of the breaks. */
struct flow_fit scan_choose(struct scan *scan, uint32_t index);
/* All down to `height` stands on the page, unless two pages are better. */
struct flow_fit scan_whole(struct scan *scan, len height, struct flow_fit fit);

#endif
