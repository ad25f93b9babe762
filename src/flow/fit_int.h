/* Inside flow_fit: fit.c walks down the items of a page, fit_box.c takes those with a height, fit_row.c walks into rows, choice.c weighs the breaks
 * that it passes, keep.c says which keeps count, held.c what a region could hold, region.c how much it takes, ahead.c weighs the breaks of several
 * pages together. */
#ifndef GONGWEN_FLOW_FIT_INT_H
#define GONGWEN_FLOW_FIT_INT_H

#include "flow/walk_int.h"

/* ---- space.c: how spaces are strained ---- */

#define FLOW_BADNESS_FULL  100000    /* spaces stretch or shrink as far as they may */
#define FLOW_BADNESS_LOOSE INT64_MAX /* nothing stretches, or far too little */
#define FLOW_BADNESS_MAX   2000000   /* 20 times as far: above it is loose */

/* How spaces give way on a page with so much left (or, negative, missing). Shrink must be enough; stretch may not be. */
struct flow_give flow_give_of(int64_t left, len shrink, len stretch);
/* How far that strains them: up to FLOW_BADNESS_FULL it can be done. */
int64_t flow_badness(int64_t left, struct flow_give give);
/* What a page costs whose spaces are strained so far, as in FOP: (1 + 100 r³)², in 1/1000². */
int64_t flow_cost(int64_t badness);

/* ---- region.c ---- */

struct flow_option {
	struct flow_fit fit;
	int32_t rank;    /* the keep that it goes against, unless that is in vain (struct flow_vain) */
	int64_t badness; /* how far it strains spaces */
};
/* All breaks against no stronger keep that fill the room as far as spaces can, and the best of those whose spaces would have to stretch more. */
struct flow_options {
	GArray *filling; /* struct flow_option */
	struct flow_option loose;
	bool has_loose;
};
struct flow_fit flow_fit_options(struct flow *flow, struct flow_at at, const struct flow_room *room,
								 struct flow_options *options);
/* The same with the keeps alone that can be met. */
struct flow_fit flow_fit_kept(struct flow *flow, struct flow_at at, const struct flow_room *room, struct flow_options *options);

/* ---- fit.c ---- */

/* What would go on to the next region from an item on goes against a keep there, too: breaks behind it against no stronger keep are as good as
 * the break before it. keep 0: nothing is in vain. */
struct flow_vain {
	uint32_t from;
	len cut;          /* > 0: so much of that row stands above */
	int32_t keep, as; /* as: what the break before it goes against */
};

/* Footnotes: what they take, and the last of them, which a page's end may divide; NULL: none of them may be. */
struct noted {
	len height;
	const struct line_anchor *last;
};

struct scan {
	struct flow *flow;
	const struct flow_room *room;
	struct flow_walk walk;
	len notes;         /* what footnotes take so far */
	len leading, foot; /* the white at the foot of the last box, and where that is; what follows it must fit */
	len back;          /* retained spaces below 0 that come after that */
	bool any;          /* a box is taken */
	bool positioned;   /* so is one that is placed absolutely */
	bool over;         /* edges that no region holds are taken, and overrun it */
	bool below;        /* what is next waited for floats around the flow */
	bool split;        /* the last footnote goes on on the next page: nothing fits behind the item split_to */
	uint32_t split_to;
	uint32_t parted; /* groups that open before that item are parted already */
	struct flow_vain vain;
	len above;                  /* what a region takes already of the row that it begins with: no break in it counts */
	int32_t sought;             /* it ends where a break against no stronger keep is found; -1: as ever */
	uint32_t start;             /* the item that the page begins with */
	const struct flow_row *cut; /* what an earlier page left of it; or NULL */
	uint32_t
		lead; /* behind that, floats and what is placed absolutely: a break here parts nothing that opens from what is in it */
	uint32_t ended; /* the break after something, that waits for what else closes, + 1; 0: none */
	/* behind the last box and what closes after it: where a break would be */
	uint32_t gap;
	len gap_y, gap_floor, gap_notes, gap_reserve, gap_shrink, gap_stretch, gap_leading;
	uint32_t parted_by; /* the side float that the region's end divides, + 1; 0: there is none */
	guint
		parts[2]; /* of such ones that go on, at each side: so deep in reference areas the innermost stands, + 1; 0: none does */
	len part_reserve;       /* what the groups around them need below */
	struct flow_fit forced; /* at a break inside a row */
	struct flow_fit spare;  /* a part of a row whose footnotes do not fit; cut 0: there is none */
	struct flow_option best;
	bool has_best;
	struct flow_options *options; /* NULL: not asked for */
};

/* The row that is an item of it, or what is left of that. */
static inline const struct flow_row *scan_row(const struct scan *scan, uint32_t index)
{
	return index == scan->start && scan->cut ? scan->cut : scan->flow->items[index].row;
}

enum scan_verdict { SCAN_GO_ON, SCAN_FULL, SCAN_FORCED, SCAN_CUT, SCAN_SPAN, SCAN_PARTED, SCAN_FLOATS, SCAN_ALL, SCAN_SOUGHT };

struct scan scan_begin(struct flow *flow, struct flow_at at, const struct flow_room *room);
/* Down to where the region ends, which is at item `index`. To be followed by flow_walk_end(). */
enum scan_verdict scan_walk(struct scan *scan, struct flow_at at, uint32_t *index);
/* What the region takes then. */
struct flow_fit scan_result(struct scan *scan, enum scan_verdict verdict, uint32_t index);

bool scan_honours_breaks(const struct scan *scan);
/* A part of a cell would end at the last gap, but has no room for a space that is retained there: the row has another break. */
bool scan_part_runs_over(const struct scan *scan);

/* What stands so far may be the last before the item `next`. */
void scan_mark_gap(struct scan *scan, uint32_t next);

/* ---- fit_box.c ---- */

/* How far down floats reach that count; those that hang out of what stands there do not, while they have room. */
len scan_floor(const struct scan *scan);
/* What the region holds with a box more, all spaces at their optima. */
int64_t scan_needed(const struct scan *scan, len height, len notes);
/* A box or row that comes next, with its footnotes. row: of a row item, what is left of it. */
enum scan_verdict scan_visit_box(struct scan *scan, uint32_t index, len height, struct noted noted, const struct flow_row *row);

/* ---- fit_row.c ---- */

/* Breaks within a row that does not fit when all spaces have their optima: from the lowest that they can shrink to, up to the first that needs no
 * shrinking. True: one of them is forced, which ends the page. */
bool scan_visit_cuts(struct scan *scan, uint32_t index, const struct flow_row *row);
/* Whether a break inside a cell that spans rows ends the page in, or right after, a row. */
bool scan_ends_in_span(struct scan *scan, uint32_t index, const struct flow_row *row);
/* Where a page may well end before a row, which has no room (tight) or is kept with what may have none: how far below the last row above it (cut)
 * cells that span both go on there, with which footnotes, and the keep that this goes against. row: NULL: it is none. */
struct flow_fit scan_beside_gap(const struct scan *scan, uint32_t index, const struct flow_row *row, bool tight);
/* A row that fits, but is kept with what comes next, which may not: it ends a page in itself at least. */
void scan_visit_inner_cut(struct scan *scan, uint32_t index, const struct flow_row *row);
/* What the part of a row takes, with the room for floats that hang out of it. */
len scan_held_by(const struct flow_fit *cut);
/* As little as can be of a row that has no cut within the region, whose first line or box is taller than it: what is behind that goes on.
 * False: that would be edges alone. */
bool scan_least_cut(const struct scan *scan, uint32_t index, struct flow_fit *fit);

/* ---- keep.c ---- */

/* Of the keeps against the end of this column or page before a box or row, or an empty block (its FLOW_CLOSE). */
int32_t scan_keep_before(const struct scan *scan, uint32_t index);
/* Whether something keeps a box or row with the next one. */
bool scan_keeps_next(const struct scan *scan, uint32_t index);
/* Whether the break before an item goes against keep="always", met or not. */
bool scan_is_broken(const struct scan *scan, uint32_t index);
/* What the cuts of a row have in common. */
struct cutting {
	int32_t keep; /* of the row itself, and of what is around it */
	bool broken;  /* that is "always", met or not */
	struct flow_ending ending;
};
/* row: the item's, or what an earlier page left of it. */
struct cutting scan_cutting(const struct scan *scan, uint32_t index, const struct flow_row *row);
/* What ends in a row is the same as what ends around it. */
struct flow_ending scan_ending_within(const struct scan *scan, uint32_t index);
/* As much of the keep-together of a group or row as counts against the end of a column or page. */
int32_t scan_counted_strength(const struct scan *scan, const struct flow_item *item, bool column);
/* Whether a row, or what is left of it, does not begin in the column, or on the page, that ends. */
bool scan_parts_row(const struct scan *scan, const struct flow_item *item, const struct flow_row *row);

/* ---- held.c ---- */

/* What is known of a region of that height. 0: of whatever height was asked for. */
enum flow_held_kind flow_held_by(const struct flow_item *item, bool column, len height);
/* The next column, or the columns of the next page as one. */
struct flow_room flow_next_room(const struct flow_room *room);
/* Finds out of what goes on behind an item, with which the region is full, whether the next one could hold it. True: it is news that it could not. */
bool scan_note_held(const struct scan *scan, uint32_t index);

/* ---- note.c ---- */

/* What footnotes take from the region's height beyond what is paid for. */
int64_t scan_unpaid(const struct scan *scan, len notes);
/* What the footnotes of the next item take, with the separator if they are the first. */
len scan_notes_height(const struct scan *scan, const struct noted *notes);
/* The same when only a part of the last of them has room below item `*index`, or what must stand with that, the last of which it becomes; 0: that is
 * nothing. */
len scan_part_of_notes(const struct scan *scan, uint32_t *index, len height, const struct noted *notes);
/* What of an item's footnotes stands below it, be it nothing: the first ones whole, and a part of the next. kept: as its orphans and widows ask for. */
len scan_notes_that_fit(const struct scan *scan, uint32_t index, len height, const struct line_anchor *anchors, bool kept);
/* What groups that end right after an item take there, beyond what they take where a page ends in them, with a space-after that is retained. */
len scan_closing(const struct flow *flow, uint32_t index);
/* Notes a part of a row whose footnotes do not fit: where there is no other break, the last of them goes on on the next page. */
void scan_spare_cut(struct scan *scan, const struct flow_row *row, struct flow_fit cut);

/* ---- note_row.c ---- */

struct noted scan_notes_of(const struct line_anchor *anchors);
/* The first of a row's footnotes, or NULL. */
const struct line_anchor *scan_first_note(const struct flow_row *row);
/* What a row brings, which stands on the page whole. */
struct noted scan_row_notes(const struct scan *scan, uint32_t index, const struct flow_row *row);
/* What cells that span rows bring beside it, or so much of it. */
len scan_span_notes(const struct scan *scan, uint32_t index, const struct flow_row *row, len cut);

/* What cells that go on so far below the rows above it bring there, while it begins in the next region. */
len scan_notes_beside(const struct scan *scan, uint32_t index, const struct flow_row *row, len height);

/* A cell that spans rows, where it stands in one of them. */
struct scan_span {
	const struct flow_cell *cell;
	bool own;  /* it begins in this one */
	len above; /* of it: what stands in rows above on this page */
	bool ends; /* with this row */
};
typedef void scan_take_span(void *data, const struct scan_span *span);
/* Those that begin in a row first, then those from above. */
void scan_each_span(const struct scan *scan, uint32_t index, const struct flow_row *row, scan_take_span *take, void *data);

/* ---- part.c ---- */

/* Whether a side float that the region begins with goes on to the next one as it is: nothing of it has room, and it need not have any. */
bool scan_leaves_float(const struct scan *scan, const struct flow_float *floated);
/* Whether the region's end divides a side float, or it goes on to the next one with one that is divided. */
bool scan_part_float(struct scan *scan, uint32_t index, const struct flow_float *floated);
/* Whether what `clear` waits for is such a one: it comes in the next region; this one ends then. */
bool scan_is_beside_part(const struct scan *scan, const struct flow_item *clear);
struct flow_fit scan_parted(const struct scan *scan);
/* Notes how far down they stand where the region ends. */
void scan_end_parts(struct scan *scan, struct flow_at at, struct flow_fit *fit);

/* ---- choice.c ---- */

/* What of the page's content need not fit: white under a last line, when there is nothing below it (gw:last-leading), and what spaces below 0 that come
 * at once take back. */
len scan_overhang(const struct scan *scan);
/* Whether a region has room for the edges below a group. */
bool scan_holds_end(const struct scan *scan, const struct flow_group *group);
/* How far down the page's boxes reach when it ends at the last gap; beyond: so far below it cells go on beside it. */
len scan_foot_of_gap(const struct scan *scan, len beyond);
/* A break at the last gap, before an item. beside: of cells that go on down to there beside it (scan_beside_gap). */
void scan_consider_gap(struct scan *scan, uint32_t index, struct flow_fit beside);
/* A break within a row, with so much left of the page's height; a forced one, which ends the page. */
void scan_consider_cut(struct scan *scan, struct flow_fit cut, int64_t left);
void scan_force_cut(struct scan *scan, struct flow_fit cut, int64_t left);
/* Whether a break against a weaker keep came before this one. */
bool scan_has_better(const struct scan *scan, const struct flow_fit *fit);
/* The page is full at item `index`: the best of the breaks. */
struct flow_fit scan_choose(struct scan *scan, uint32_t index);
/* Floats reach beyond the region's foot. */
bool scan_floats_run_over(const struct scan *scan);
/* It ends behind the last box, before such floats. */
struct flow_fit scan_end_at_gap(const struct scan *scan);
/* Nothing but floats stands in the region so far, and all of them have room. */
bool scan_has_floats_alone(const struct scan *scan);
/* It ends below them. */
struct flow_fit scan_take_floats(const struct scan *scan);
/* All down to `height` stands on the page, unless two pages are better. */
struct flow_fit scan_whole(struct scan *scan, len height, struct flow_fit fit);

#endif
