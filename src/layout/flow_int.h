/* Inside layout: a flow between building and pages. flow_build.c, flow_lines.c, flow_list.c and flow_table.c turn blocks into a flat list of
 * items (flow_model_int.h), a child at a time, as pages ask for them (flow_build_int.h); flow_fit.c and flow_keep.c choose how much of it a
 * region takes (flow_fit_int.h), flow_rest.c says where it goes on, flow_place.c and flow_place_box.c turn that much into areas
 * (flow_place_int.h). */
#ifndef GONGWEN_FLOW_INT_H
#define GONGWEN_FLOW_INT_H

#include "layout/flow_model_int.h"

/* ---- flow_build.c, flow_stream.c ---- */

/* The content of a reference area: the children of `node`. height: what percentages and `bottom` count from; 0: not known. */
struct flow *flow_build(struct layout *layout, const struct fo_node *node, len width, len height, struct area_structure *tag);
/* The same, built as it is asked for. To be closed. */
struct flow *flow_open_stream(struct layout *layout, const struct fo_node *node, len column_width, len region_width, len height,
							  struct area_structure *tag);
void flow_close_stream(struct flow *flow);
/* Builds the next child. False: there are no more items. */
bool flow_more(struct flow *flow);
/* Drops the items before `at` that nothing needs any more. */
struct flow_at flow_forget(struct flow *flow, struct flow_at at);
/* Marks what a flow needs from `at` on as alive. */
void flow_keep_alive(struct layout *layout, struct flow *flow, struct flow_at at);
/* Whether what is built next stands across all columns. */
bool flow_spans(const struct flow *flow);
/* Whether an object takes part in the flow as a block. */
bool flow_is_block_level(struct layout *layout, const struct fo_node *node);
/* What comes after a node in a block, its own content left out: its next sibling, or that of an inline around it; NULL: nothing. */
const struct fo_node *flow_after(const struct fo_node *block, const struct fo_node *node);
/* Where inline content ends that begins with `first`, in a block or its inlines: what comes next, or NULL. */
const struct fo_node *flow_run_end(struct layout *layout, const struct fo_node *block, const struct fo_node *first);

/* ---- flow_anew.c ---- */

/* A stream of what comes from *at on, built anew for regions of that width; *at is then the place in it. A row that a page cut is finished as it is.
 * The old one stays open. */
struct flow *flow_open_anew(struct layout *layout, struct flow *flow, struct flow_at *at, len column_width, len region_width,
							len height);
/* Whether what goes on at a place, in a region that begins there, was set beside floats that stand in the region before. */
bool flow_is_narrowed(struct flow *flow, struct flow_at at);
/* The content of a cell or footnote from *at on, set anew where it is narrowed; *at is then the place in it. Else the flow itself. */
struct flow *flow_widened(struct layout *layout, struct flow *flow, struct flow_at *at);

/* ---- flow_container.c ---- */

/* A fo:inline-container in a line of that measure, as a block container of its own height is made; its id is its line's matter. */
struct flow_box flow_container_box(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *tag);

/* ---- flow_widths.c ---- */

/* How wide the content of a reference area must be at least, and need be at most. */
struct flow_widths flow_content_widths(struct layout *layout, const struct fo_node *node);

/* ---- flow_style.c: what a style says of a box ---- */

/* The anchors of the footnotes of a flow's items from `from` on, in order, in a list of its own; no more than any page could take. */
struct layout_anchor *flow_notes(struct arena *arena, const struct flow *flow, struct flow_at from);
/* Notes in a row which footnotes stand in its cells. */
void flow_note_row(struct arena *arena, struct flow_row *row);
/* The background alone, or NULL. */
const struct area_box *flow_background_of(struct layout *layout, const struct fo_node *node);
/* Borders and background as the style says, or NULL. Widths of style none are 0. */
const struct area_box *flow_box_of(struct layout *layout, const struct fo_node *node);
enum area_line_style flow_line_style(enum fo_keyword keyword);
struct area_border flow_border_of(const struct fo_style *style, enum area_side side);
len flow_border(const struct fo_style *style, enum area_side side);
/* The indents of an object in a reference area so wide. What it inherits in percent is what it was further up (XSL 5.1.2). */
struct flow_indents {
	len start, end;
};
struct flow_indents flow_indents(struct layout *layout, const struct fo_node *node, len width);
/* The indent at that offset of struct fo_style, once the object's flow_indents() were asked for; else its percentage counts from `width`. */
len flow_indent(const struct layout *layout, const struct fo_node *node, size_t offset, len width);
len flow_padding(const struct fo_style *style, enum area_side side, len base);
/* Border and padding, as much of them as stays where a page breaks the object (conditionality). */
len flow_kept(const struct fo_style *style, enum area_side side, len base);
/* The box of a part: without the borders that a page break takes away. */
const struct area_box *flow_part_box(struct layout *layout, const struct fo_node *node, const struct area_box *box,
									 bool continued, bool goes_on);
/* Strengths against the end of a column and of a page (4.8): what keeps in a column keeps on a page. `line` is not used. */
struct fo_keep flow_keep(struct fo_keep keep);
struct fo_keep flow_stronger(struct fo_keep a, struct fo_keep b);
/* The same against both. */
static inline struct fo_keep flow_keep_by(int32_t strength)
{
	return (struct fo_keep){.column = strength, .page = strength};
}

/* ---- flow_container.c ---- */

/* What is turned by reference-orientation inside a rectangle of `parent`: its content counts from the area that is made. */
struct area *flow_turned_area(struct arena *arena, struct area *parent, struct rectangle place, int turn);
/* 0, 90, 180, 270: by how much an object turns relative to what is around. */
int flow_turn(const struct fo_node *node);

/* ---- flow_fit.c ---- */

/* In a row that is cut: what goes on from so far below its top goes against a keep in the next region, too, which may lie outside the row. Breaks
 * further down against no stronger keep count as `as`. keep 0: nothing is in vain. */
struct flow_vain_below {
	len above;
	int32_t keep, as;
};

/* Where a page or column ends: what keeps there depends on, in rows that are cut, too. */
struct flow_ending {
	bool column;  /* another column of the same page follows: keeps within a page do not count */
	bool started; /* something stands on the page before the flow's part */
	len next; /* what the next column has for the flow (or row), after the last one all columns of the next page; 0: not known */
	len each; /* the same of one of those columns */
	unsigned depth; /* how many rows it is within */
	struct flow_vain_below vain;
};

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

/* How spaces give way on a page: their shares of `by`, which is more (or, negative, less) than their optima, in proportion to what each of
 * them can stretch (or shrink); `of` is the sum of that. of 0: all have their optima. */
struct flow_give {
	len by, of;
};

struct flow_fit {
	uint32_t end;           /* items before it are taken whole */
	len cut;                /* > 0: of row `end`, this height too */
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
	len foot;                  /* > 0: side floats go down to there, and on in the next region (flow_part.c) */
};

/* The side that gw:page-side (odd, even) or a break before (odd-page, even-page) asks of the page whose first box comes next, or FO_KW_NONE_GIVEN. */
enum fo_keyword flow_side(struct flow *flow, struct flow_at at);
/* Chooses the last and least harmful break within the room. At least one box is taken, unless the room says otherwise. */
struct flow_fit flow_fit(struct flow *flow, struct flow_at at, const struct flow_room *room);

/* The region after `nth` - 1 others, in the order of the flow. False: it is not known, or of another width. */
typedef bool flow_room_ahead(const void *data, unsigned nth, struct flow_room *room);
/* flow_ahead.c: chooses the break that is best for this region and those after it, down to a forced break. */
struct flow_fit flow_fit_ahead(struct layout *layout, struct flow *flow, struct flow_at at, const struct flow_room *room,
							   flow_room_ahead *ahead, const void *data);
/* Taller than any page: what goes on beyond it is not looked at on each of its pages. */
#define FLOW_ENDLESS (LEN_PT * 20000)
/* The whole height on an endless page, footnotes not counted. */
len flow_height(struct flow *flow);
/* The same from `at` on, as a continuation; what is taller than FLOW_ENDLESS counts as that. */
len flow_rest_height(struct flow *flow, struct flow_at at);

/* ---- flow_note.c ---- */

/* The least that a region takes from `at` on: down to the first line, or a line in each cell of the first row. */
len flow_least_height(struct flow *flow, struct flow_at at);

/* Less is rounding: 0.05 pt. */
#define FLOW_TOLERANCE (LEN_PT / 20)

/* ---- flow_part.c ---- */

/* Whether a side float that stands at y goes on below the foot of its region (flow_fit.foot). */
static inline bool flow_goes_beyond(const struct flow_float *floated, len y, len foot)
{
	return foot > 0 && floated->side != FLOW_FLOAT_BEFORE && len_add(y, floated->height) > len_add(foot, FLOW_TOLERANCE);
}
/* Whether a float item hangs out of a row of which an earlier region took a part: what is left is as high as its floats, so that one counts for
 * nothing. cut: the item `first`, with which this region begins, is such a row. */
static inline bool flow_hangs_no_more(const struct flow *flow, uint32_t first, bool cut, uint32_t index)
{
	uint32_t row = index - flow->items[index].floated->hangs;
	return row < index && ((cut && row == first) || flow->items[row].rest);
}
/* As much of a float as stands in a height; may_be_none: rather nothing than too much. */
struct flow_fit flow_float_part(const struct flow_float *floated, len height, bool may_be_none);
/* What that leaves of it; what the fit leaves of its side floats. */
struct flow_float *flow_float_rest(struct layout *layout, const struct flow_float *floated, const struct flow_fit *fit);
const struct flow_float *flow_float_rests(struct layout *layout, const struct flow *flow, struct flow_at at,
										  const struct flow_fit *fit);

/* ---- flow_cut.c ---- */

/* Of the breaks from that one on, before anything takes room: a side of the sheet, else a page, else a column. */
enum fo_keyword flow_strongest_break(const struct flow *flow, uint32_t index);
/* Whether a break in a cell has something below it. */
bool flow_breaks_at(const struct flow *flow, uint32_t index);
/* Whether a cell of the row, or of a row inside one, has a break between two things. */
bool flow_row_is_broken(const struct flow_row *row);
/* The break before (or after) all that stands in a cell of it, which is one of the row; or FO_KW_AUTO. After cells that span rows: spans_break. */
enum fo_keyword flow_row_break(const struct flow_row *row, bool end);
/* Notes the breaks after what stands in the first row's cells that span rows in the last row of each. */
void flow_note_span_breaks(struct flow_row *const *rows);
/* How much of a row the room takes: `cut` of it, 0: nothing, because a cell does not get on; `forced` when a break inside ends it. `keep` is
 * the strongest inside: that of the row itself is not counted. */
struct flow_fit flow_row_part(const struct flow_row *row, const struct flow_room *room);

/* ---- flow_rest.c ---- */

/* The rows of a span that stand on this page, from `index` on and before `end`: their height, and how many. */
struct row_reach {
	len height;
	unsigned rows;
	uint32_t last; /* item of the last of them */
};
/* The row after item `index` in the same part of a table; flow->count: there is none. Breaks may stand between them. */
uint32_t flow_next_row(const struct flow *flow, uint32_t index);
/* cut: > 0: so much of the row `end` stands on this page, too (it may be `index` itself). */
struct row_reach flow_row_reach(const struct flow *flow, uint32_t index, uint32_t end, const struct flow_row *row, len cut,
								unsigned span);
/* How much of a cell's content stands in a part of it that is `height` high. whole: all that is left does. */
struct flow_fit flow_cell_part(const struct flow_cell *cell, len height, bool whole, const struct flow_ending *ending);
/* What it begins with is on an earlier page. */
static inline bool flow_has_begun(const struct flow_cell *cell)
{
	return cell->from > 0 || cell->cut;
}
static inline struct flow_at flow_cell_at(const struct flow_cell *cell)
{
	return (struct flow_at){.index = cell->from, .cut = cell->cut};
}
/* Of the row → of a cell in it. */
struct flow_ending flow_ending_in(const struct flow_cell *cell, const struct flow_ending *row);
/* Where a flow goes on after the fit. */
struct flow_at flow_next(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit);

/* ---- flow_place.c, flow_row.c ---- */

struct placer {
	struct layout *layout;
	struct area_page *page; /* takes fixed areas */
	const char *label;      /* of the page */
	GPtrArray *notes;       /* const struct layout_anchor with a note, in order of their places */
	bool repeat;            /* table heads again: copies, artifacts, no ids */
	bool repeats_notes;     /* with their footnotes and markers */
	bool probes;            /* to see where lines come to stand: boxes with content of their own stay empty */
};

/* Puts items from `at` up to the fit's end into `area`, counting from (x, y) of it. */
void flow_place(struct placer *placer, const struct flow *flow, struct flow_at at, const struct flow_fit *fit, struct area *area,
				len x, len y);
/* All of it. */
void flow_place_all(struct placer *placer, const struct flow *flow, struct area *area, len x, len y);

/* The row of a head or foot with the content that it has on this page, from number `from` of the page's areas with markers on (table_live.c). */
const struct flow_row *flow_live_row(struct placer *placer, const struct flow_row *row, const struct fo_node *table,
									 unsigned from);

/* A float's area with what is in it, or so much of it. */
struct area *flow_float_area(struct placer *placer, const struct flow_float *floated, const struct flow_fit *fit, len x, len y);
/* All that is left of it. */
struct flow_fit flow_float_all(const struct flow_float *floated);

/* The node's id, at a place in an area. */
void flow_put_mark(struct placer *placer, const struct fo_node *node, struct area *around, len x, len y);

/* The node's markers where an area of it begins, its first one or not; and where its last one ends. */
void flow_note_markers(const struct placer *placer, const struct fo_node *node, bool starts);
void flow_end_markers(const struct placer *placer, const struct fo_node *node);

struct row_place {
	struct placer *placer;
	const struct flow *flow;
	uint32_t index, end; /* of the row; of the items placed on this page */
	const struct flow_row *row;
	len cut; /* > 0: so much of the row `end`, which may be this one */
	struct flow_ending ending;
	struct area *area; /* made by flow_place_row */
};
/* flow_piece.c: the pieces of a cell's border, in its area. */
void flow_add_pieces(const struct row_place *place, const struct flow_cell *cell, struct area *area);
/* Makes the row's area with its cells. */
void flow_place_row(struct row_place *place);
/* relative-position of a table's row or part: rows move with their part. Of a list item, whose group moves: nothing. */
struct layout_move flow_row_move(const struct fo_node *node, len width);

#endif
