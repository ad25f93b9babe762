/* flow: blocks, lists and tables → a flat list of items (model.h), made as pages ask for them, of which each region takes as much as fits, and
 * areas of that. Lines come from line/, what stands where in a table from table/. */
#ifndef GONGWEN_FLOW_H
#define GONGWEN_FLOW_H

#include "flow/model.h"

/* ---- what items hold (model.h) ---- */

/* A foot, or edges, with which a group ends. */
static inline bool flow_has_end(const struct flow_group *group)
{
	return group->after > 0 || group->footer_height > 0;
}
/* The row that is item `index` of a flow which goes on at `at`: what is left of it, if it is the one that is cut. */
static inline struct flow_row *flow_row_at(const struct flow *flow, struct flow_at at, uint32_t index)
{
	return index == at.index && at.cut ? at.cut : flow->items[index].row;
}
/* Where a cell's content goes on; a row of that. */
static inline struct flow_at flow_cell_at(const struct flow_cell *cell)
{
	return (struct flow_at){.index = cell->from, .cut = cell->cut};
}
static inline struct flow_row *flow_cell_row(const struct flow_cell *cell, uint32_t index)
{
	return flow_row_at(cell->content, flow_cell_at(cell), index);
}

/* ---- build.c ---- */

/* The content of a reference area: the children of `node`. height: what percentages and `bottom` count from; 0: not known. */
struct flow *flow_build(struct layout *layout, const struct fo_node *node, len width, len height, struct area_structure *tag);
/* A footnote or a float before while it waits for its page: no more than any page could take of it (flow.reach). */
struct flow *flow_build_beginning(struct layout *layout, const struct fo_node *node, len width, struct area_structure *tag);

/* ---- stream.c ---- */

/* As flow_build(), but built as it is asked for. To be closed. */
struct flow *flow_open_stream(struct layout *layout, const struct fo_node *node, len column_width, len region_width, len height,
							  struct area_structure *tag);
void flow_close_stream(struct flow *flow);
/* Builds the next child. False: there are no more items. */
bool flow_more(struct flow *flow);
/* Whether there is an item of that number, built or not. */
bool flow_has(struct flow *flow, uint32_t index);
/* The same, and builds items beyond that one, as many as it may hang on. */
bool flow_look_ahead(struct flow *flow, uint32_t index);
/* Not all items are built. */
bool flow_is_open(const struct flow *flow);
/* It, or else what of it goes on at `at` in a row that an earlier region began, at any depth: a flow that is open; NULL: all is built. */
const struct flow *flow_open_within(const struct flow *flow, struct flow_at at);
/* Down to there an open flow, and what it stands in, is measured. */
len flow_open_limit(const struct flow *flow);
/* Content of a cell that is built as it is asked for; closes those that none of the places needs where flows go on, or (count 0) all. */
struct flow_going {
	const struct flow *flow;
	struct flow_at at;
};
void flow_open_content(struct layout *layout, struct flow *content);
void flow_close_contents(struct layout *layout, const struct flow_going *places, unsigned count);
/* Drops the items before `at` that nothing needs any more. */
struct flow_at flow_forget(struct flow *flow, struct flow_at at);
/* Marks what a stream needs from `at` on as alive; what a flow does that waits, or (begun) goes on by itself. */
void flow_keep_alive(struct layout *layout, struct flow *flow, struct flow_at at);
void flow_keep_waiting(struct layout *layout, struct flow *flow, struct flow_at at, bool begun);
/* Whether what is built next stands across all columns. */
bool flow_spans(const struct flow *flow);

/* ---- anew.c ---- */

/* A stream of what comes from *at on, built anew for regions of that width; *at is then the place in it. A row that a page cut is finished as it is.
 * The old one stays open. */
struct flow *flow_open_anew(struct layout *layout, struct flow *flow, struct flow_at *at, len column_width, len region_width,
							len height);
/* Whether what goes on at a place, in a region that begins there, was set beside floats that stand in the region before. */
bool flow_is_narrowed(struct flow *flow, struct flow_at at);
/* The content of a cell from *at on, where it is narrowed set anew as it is asked for; *at is then the place in it. Else the flow itself. */
struct flow *flow_widened(struct layout *layout, struct flow *flow, struct flow_at *at);
/* A footnote or float of which nothing stands yet, in a measure of that width; where that is its own, the flow itself. */
struct flow *flow_measured(struct layout *layout, struct flow *flow, len width);
/* One that is about to be divided, of which only the beginning is built: a stream of all of it. To be closed (flow_end_waiting). */
struct flow *flow_begin_waiting(struct layout *layout, const struct flow *flow);
/* What is left from *at on, which was set beside floats or in another measure: a stream, to be closed; *at is then the place in it. The old one is
 * closed if it was such a stream. Else the flow itself. */
struct flow *flow_rest_measured(struct layout *layout, struct flow *flow, struct flow_at *at, len width);
/* It is placed: closes it if it is a stream. */
void flow_end_waiting(struct flow *flow);

/* ---- footnote.c ---- */

/* The anchors of the footnotes of a flow's items from `from` on, in order, in a list of its own; no more than any page could take. */
struct line_anchor *flow_notes(struct arena *arena, const struct flow *flow, struct flow_at from);
/* The body of a footnote laid out, and its height. */
struct flow *flow_note_content(struct flow_note *note);
len flow_note_height(struct flow_note *note);
/* What an anchor's note takes. */
static inline len flow_anchored_height(const struct line_anchor *anchor)
{
	return anchor->note ? flow_note_height(anchor->note) : 0;
}

/* ---- float.c ---- */

/* A float before, or what is left of one, in the measure of a body of that width. */
const struct flow_float *flow_float_measured(struct layout *layout, const struct flow_float *floated, len width);
/* One that is about to be divided. */
const struct flow_float *flow_float_begun(struct layout *layout, const struct flow_float *floated);

/* ---- container.c, inline_container.c ---- */

/* What lines ask for (layout.make_container): a block container of its own height, whose id is its line's matter. */
struct layout_container *flow_make_container(struct layout *layout, const struct fo_node *node, len measure,
											 struct area_structure *tag, bool placed);
/* What is turned by reference-orientation inside a rectangle of `parent`: its content counts from the area that is made. */
struct area *flow_turned_area(struct arena *arena, struct area *parent, struct rectangle place, int turn);

/* ---- frame.c ---- */

/* 0, 90, 180, 270: by how much an object turns relative to what is around. */
int flow_turn(const struct fo_node *node);
/* A rectangle as what is turned in it counts: from its own corner, at 90 and 270 as wide as the rectangle is high. */
struct rectangle flow_turned(struct rectangle place, int turn);

/* ---- region.c, ahead.c: how much a region takes ---- */

/* In a row that is cut: what goes on from so far below its top goes against a keep in the next region, too, which may lie outside the row. Breaks
 * further down against no stronger keep count as `as`. keep 0: nothing is in vain. */
struct flow_vain_below {
	len above;
	int32_t keep, as;
};

/* Where a page or column ends: what keeps there depends on, in rows that are cut, too. (cell_part.c compares all of it.) */
struct flow_ending {
	bool column;  /* another column of the same page follows: keeps within a page do not count */
	bool started; /* something stands on the page before the flow's part */
	len next;  /* what the next column has for the flow (or row), after the last one all columns of the next page; 0: not known */
	len each;  /* the same of one of those columns */
	len whole; /* where that is not known: how tall columns are that need not be level; 0: not known either */
	unsigned depth; /* how many rows it is within */
	bool waits;     /* of a row: its region may take nothing of it, and a later one then has more room */
	bool divides;   /* there is no other way: side floats that have no room are divided, however tall they are */
	len limit; /* > 0: of a row that reaches below its region because a box in it is too tall: down to there what can be divided stands */
	len hangs; /* of an item of a list: floats that hang out of it have so much room below its part */
	struct flow_vain_below vain;
};

/* (cell_part.c compares all of it.) */
struct flow_room {
	len height;
	len separator;    /* what a region's first footnote costs extra */
	len paid;         /* for footnotes, already taken from height */
	bool capped;      /* they have no more than that */
	bool apart;       /* of a row's cell: its footnotes take from the height that is left below the row */
	bool nested;      /* in a cell or footnote: breaks are not forced */
	bool breaks;      /* but these are, of a cell in the flow: those with something on either side of them */
	bool odd;         /* the page's number is (gw:page-side) */
	bool may_be_none; /* nothing is taken rather than too much */
	bool elastic;     /* spaces stretch and shrink so that the page is well filled */
	struct flow_ending ending;
	uint32_t page; /* the item that the page began with, when it is `started` */
};

struct flow_fit {
	uint32_t end;           /* items before it are taken whole */
	len cut;                /* > 0: of row `end`, this height too */
	len beyond;             /* > 0: the row before `end` is so much taller: beside it a cell goes on that spans row `end`, too */
	len height, notes;      /* what is taken, and what the footnotes of it take */
	int32_t keep;           /* strength of the keep that this break goes against */
	uint32_t full;          /* the item that had no room; 0: there was none */
	bool all;               /* nothing is left */
	bool none;              /* nothing fits, and nothing is taken */
	bool span;              /* ended before a FLOW_SPAN */
	bool split;             /* of the last footnote a part is left to the next page */
	bool overfull;          /* the first box alone is taller than the room */
	bool broken;            /* this break goes against keep="always" */
	bool early;             /* more would fit, but a block must not part from its gw:lines-before */
	enum fo_keyword forced; /* the break that ended it, or FO_KW_NONE_GIVEN */
	struct flow_give give;
	struct flow_ending ending; /* of the row that is cut, or of those that cells span */
	len foot;                  /* > 0: side floats go down to there, and on in the next region (part.c) */
};

/* Chooses the last and least harmful break within the room. At least one box is taken, unless the room says otherwise. */
struct flow_fit flow_fit(struct flow *flow, struct flow_at at, const struct flow_room *room);

/* The region after `nth` - 1 others, in the order of the flow. False: it is not known, or of another width. */
typedef bool flow_room_ahead(const void *data, unsigned nth, struct flow_room *room);
/* Chooses the break that is best for this region and those after it, down to a forced break. */
struct flow_fit flow_fit_ahead(struct layout *layout, struct flow *flow, struct flow_at at, const struct flow_room *room,
							   flow_room_ahead *ahead, const void *data);

/* ---- choice.c ---- */

/* Item `index`, and what closes after it, though it has no room: where nothing else gets on. */
struct flow_fit flow_fit_whole(struct flow *flow, uint32_t index);

/* ---- break.c ---- */

/* The sides that the page of the next box is asked for, each FO_KW_NONE_GIVEN or a keyword of gw:page-side (odd, even) or of a break. */
struct flow_page_sides {
	enum fo_keyword first, last; /* of the break after what is before; then of the break before what comes */
	bool after;                  /* the first is of what is before */
};
struct flow_page_sides flow_page_sides(struct flow *flow, struct flow_at at);

/* ---- keep.c ---- */

/* Of what begins at a place where columns and what spans them meet: the keep with what is above, against the end of a page. Else FO_KEEP_AUTO. */
int32_t flow_keep_across(struct flow *flow, struct flow_at at);
/* Whether a page that begins at item `page` ends within something that is kept on it, and that the next one could hold: which begins at item *open. */
bool flow_parts_kept(struct flow *flow, uint32_t page, const struct flow_fit *fit, struct flow_ending ending, uint32_t *open);

/* ---- fit.c ---- */

/* Taller than any page: what goes on beyond it is not looked at on each of its pages. */
#define FLOW_ENDLESS (LEN_PT * 20000)
/* The whole height on an endless page, footnotes not counted; where only the beginning is built, more than any page has. */
len flow_height(struct flow *flow);
/* The same from `at` on, as a continuation; what is taller than FLOW_ENDLESS, or is not all built and taller than any page, counts as that. */
len flow_rest_height(struct flow *flow, struct flow_at at);

/* ---- facing.c ---- */

/* Whether content was built for a page of the other side than the one that is planned, and hangs on that. */
bool flow_faces_away(const struct layout *layout, const struct flow *flow);
/* The same of what is left in a row; of what a page takes. */
bool flow_row_faces_away(const struct layout *layout, const struct flow_row *row);
bool flow_part_faces_away(const struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit);

/* ---- note.c ---- */

/* The least that a region takes from `at` on: down to the first line, or a line in each cell of the first row. */
len flow_least_height(struct flow *flow, struct flow_at at);

/* ---- part.c ---- */

/* What that leaves of it; what the fit leaves of its side floats. */
struct flow_float *flow_float_rest(struct layout *layout, const struct flow_float *floated, const struct flow_fit *fit);
const struct flow_float *flow_float_rests(struct layout *layout, const struct flow *flow, struct flow_at at,
										  const struct flow_fit *fit);

/* ---- cell_part.c ---- */

/* What was answered of cells (layout->answers); forgotten when a page is done. */
GHashTable *flow_answers_new(void);
/* How much of a cell's content stands in a part of it that is `height` high. whole: all that is left does. */
struct flow_fit flow_cell_part(const struct flow_cell *cell, len height, bool whole, const struct flow_ending *ending);

/* ---- span.c ---- */

/* Rows are made high enough for whole cells; where a region begins within cells that span rows, those below are as high as what is left of
 * these needs. Before anything is asked of what a region takes from `at` on, be it a trial. */
void flow_bind_rows(const struct flow *flow, struct flow_at at);

/* ---- rest.c ---- */

/* The rows of a span that stand on this page, from `index` on and before the fit's end: their height, and how many. */
struct row_reach {
	len height;
	unsigned rows;
	uint32_t last; /* item of the last of them */
};
/* `end` may be `index` itself, when only a part of that row stands there. */
struct row_reach flow_row_reach(const struct flow *flow, uint32_t index, const struct flow_row *row, const struct flow_fit *fit,
								unsigned span);
/* Those above row `end`, which stands below them on this page. */
struct row_reach flow_reach_to(const struct flow *flow, uint32_t index, const struct flow_row *row, uint32_t end, unsigned span);
/* The region ends below a row, though others of its table follow. */
bool flow_ends_region(const struct flow *flow, uint32_t index, const struct flow_fit *fit);
/* How much of a row stands on its page. */
len flow_height_of_row(const struct flow *flow, const struct flow_row *row, uint32_t index, const struct flow_fit *fit);
/* Whether of the rest of a row, with which the region begins, nothing would stand in it: the next region would be like this one, for ever. */
bool flow_stands_still(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit);
/* As flow_fit(), but a row that would stand still is taken whole, whatever room there is. */
struct flow_fit flow_fit_onward(struct layout *layout, struct flow *flow, struct flow_at at, const struct flow_room *room);
/* Where a flow goes on after the fit. */
struct flow_at flow_next(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit);

/* ---- place.c ---- */

struct placer {
	struct layout *layout;
	struct area_page *page; /* takes fixed areas */
	const char *label;      /* of the page */
	GPtrArray *notes;       /* const struct line_anchor with a note, in order of their places */
	bool repeat;            /* table heads again: copies, artifacts, no ids */
	bool repeats_notes;     /* with their footnotes and markers */
	bool probes;            /* to see where lines come to stand: boxes with content of their own stay empty */
};

/* Puts items from `at` up to the fit's end into `area`, counting from (x, y) of it. */
void flow_place(struct placer *placer, const struct flow *flow, struct flow_at at, const struct flow_fit *fit, struct area *area,
				len x, len y);
/* All of it. */
void flow_place_all(struct placer *placer, const struct flow *flow, struct area *area, len x, len y);

/* A float's area with what is in it, or so much of it. */
struct area *flow_float_area(struct placer *placer, const struct flow_float *floated, const struct flow_fit *fit, len x, len y);
/* All that is left of it. */
struct flow_fit flow_float_all(const struct flow_float *floated);

/* The node's id, at a place in an area. */
void flow_put_mark(struct placer *placer, const struct fo_node *node, struct area *around, len x, len y);

#endif
