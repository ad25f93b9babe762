/* Inside flow: what its steps share. build.c, lines.c, list_item.c and table.c turn blocks into items, a child at a time, as pages ask for them
 * (build_int.h); fit.c and region.c choose how much of them a region takes (fit_int.h), rest.c says where it goes on, place.c and place_box.c
 * turn that much into areas (place_int.h). */
#ifndef GONGWEN_FLOW_INT_H
#define GONGWEN_FLOW_INT_H

#include "flow/flow.h"

/* ---- run.c ---- */

/* Whether an object takes part in the flow as a block. */
bool flow_is_block_level(struct layout *layout, const struct fo_node *node);
/* What comes after a node in a block, its own content left out: its next sibling, or that of an inline around it; NULL: nothing. */
const struct fo_node *flow_after(const struct fo_node *block, const struct fo_node *node);
/* Where inline content ends that begins with `first`, in a block or its inlines: what comes next, or NULL. */
const struct fo_node *flow_run_end(struct layout *layout, const struct fo_node *block, const struct fo_node *first);

/* ---- widths.c ---- */

/* How wide the content of a reference area must be at least, and need be at most. */
struct line_widths flow_content_widths(struct layout *layout, const struct fo_node *node);
/* The same of a block-level object as a whole, with its indents. */
struct line_widths flow_object_widths(struct layout *layout, const struct fo_node *node);

/* ---- items.c ---- */

/* The FLOW_OPEN + 1 of the groups that `around` of an item stands for; the outermost first. To be freed. */
GArray *flow_groups_around(const struct flow_item *items, uint32_t around);

/* A row, or a box that stands in the flow. */
static inline bool flow_takes_room(const struct flow_item *item)
{
	return item->kind == FLOW_ROW || (item->kind == FLOW_BOX && item->box.position == FLOW_STATIC);
}

/* A float at a side whose place is here. */
static inline bool flow_comes_here(const struct flow_float *floated)
{
	return floated->side != FLOW_FLOAT_BEFORE && !floated->pending && !floated->hangs;
}
/* What a break may come before or after: what takes room, such a float, or a box that is placed absolutely. */
static inline bool flow_stands(const struct flow_item *item)
{
	return item->kind == FLOW_BOX || item->kind == FLOW_ROW || (item->kind == FLOW_FLOAT && flow_comes_here(item->floated));
}

/* ---- footnote.c ---- */

/* Notes in a row which footnotes stand in its cells. */
void flow_note_row(struct arena *arena, struct flow_row *row);

/* ---- group.c ---- */

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

/* ---- container.c ---- */

/* The box of a fo:inline-container in a line of that measure, as a block container of its own height. */
struct flow_box flow_container_box(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *tag);

/* ---- break.c ---- */

/* Of the breaks from that one on, before anything takes room: a side of the sheet, else a page, else a column. */
enum fo_keyword flow_strongest_break(const struct flow *flow, uint32_t index);
/* Whether a break in a cell has something below it. */
bool flow_breaks_at(const struct flow *flow, uint32_t index);
/* Whether there is a break between two things in what is left of a cell, or in a row inside it. */
bool flow_cell_is_broken(const struct flow_cell *cell);
/* Notes whether a cell of the row has one. */
void flow_note_breaks(struct flow_row *row);
/* The break before (or after) all that stands in a cell of it, which is one of the row; or FO_KW_AUTO. After cells that span rows: spans_break. */
enum fo_keyword flow_row_break(const struct flow_row *row, bool end);
/* After the last thing in a cell. */
enum fo_keyword flow_end_break(const struct flow *flow);

/* ---- cut.c ---- */

/* The keep that a break goes against which leaves that much of a cell above it: when that is all, its keep with what follows the row, too. */
int32_t flow_keep_of_part(const struct flow_cell *cell, const struct flow_fit *part, bool column);
/* How much of a row the room takes: `cut` of it, 0: nothing, because a cell does not get on; `forced` when a break inside ends it (else
 * FO_KW_NONE_GIVEN). `keep` is the strongest inside: that of the row itself is not counted. */
struct flow_fit flow_row_part(const struct flow_row *row, const struct flow_room *room);
/* The same when a break ends it so far down, or farther, where the room has it, so that what stands beside the break ends well. */
struct flow_fit flow_row_above(const struct flow_row *row, const struct flow_room *room, len height, enum fo_keyword forced);
/* So high a break beside it makes a row that is `height` high above it and can be `most`, so that a cell ends against no keep (orphans, widows), and with
 * something in it, as in FOP; `height` when none does. above: what rows above have of the cell. */
len flow_lower_break(const struct flow_cell *cell, len above, len height, len most, const struct flow_ending *ending);

/* ---- cell_part.c ---- */

/* Of the row → of a cell in it. */
struct flow_ending flow_ending_in(const struct flow_cell *cell, const struct flow_ending *row);
/* As much of a cell's content as stands in a room; above the limit of its row, if it can be divided there. */
struct flow_fit flow_fit_content(const struct flow_cell *cell, const struct flow_room *room);

/* ---- list_item.c ---- */

/* What a page's end left of a list's item: label and body go on beside each other's floats. Other rows stay as they are. */
void flow_rest_of_item(struct layout *layout, struct flow_row *rest);

/* ---- span.c ---- */

/* A cell that spans rows, of which some are still to come. */
struct flow_span {
	len height;           /* of the rows above, on this page; */
	len needed, said;     /* what it takes of all its rows; down to where all that it says stands */
	unsigned rows;        /* to come */
	struct fo_keep keep;  /* with what comes after them, */
	enum fo_keyword ends; /* and the break there */
	bool broken;          /* as the cell's */
	bool moved;           /* rows above are of another height than when those below were made */
};
/* The height that is given for a row or cell, and the most that it may have; what a cell takes of its row, or rows. */
len flow_given_height(const struct fo_node *node);
len flow_most_height(const struct fo_node *node);
len flow_cell_height(const struct flow_cell *cell);
/* struct flow_span, of no row yet. */
GArray *flow_spans_new(void);
/* A row comes: it is as high as spans ask for that end with it, and has their breaks and keeps. */
void flow_span_row(GArray *spans, struct flow_row *row);
/* What is left of a row has room for what ends in it. */
void flow_make_room(struct flow_row *row);

/* ---- baseline.c ---- */

/* relative-align: lowers what is in the cells of a new row, so that their first baselines agree. */
void flow_align_baselines(struct flow_row *row);

/* ---- table.c ---- */

/* What rows that are still to be made have room for. Takes `spans`. */
void flow_go_on_spanned(struct builder *builder, GArray *spans);

/* ---- whole.c ---- */

/* What is left of a row is taken whole: where its height, or that of a row in it, counts as FLOW_ENDLESS, it is measured, but for cells that go
 * on in rows beyond the region's end. */
void flow_measure_whole(struct flow_row *row, const struct flow *flow, uint32_t index, const struct flow_fit *fit);

/* ---- rest.c ---- */

/* The row after item `index` in the same part of a table; flow->count: there is none. Breaks may stand between them. */
uint32_t flow_next_row(const struct flow *flow, uint32_t index);
/* Whether its given height, more than what it says needs, is not broken, as in FOP: the next region, or one that is not to be level, could hold it. */
bool flow_is_fixed(const struct flow_row *row, const struct flow_ending *ending);

/* ---- part.c ---- */

/* Whether a side float that stands at y goes on below the foot of its region (flow_fit.foot). */
static inline bool flow_goes_beyond(const struct flow_float *floated, len y, len foot)
{
	return foot > 0 && floated->side != FLOW_FLOAT_BEFORE && len_add(y, floated->height) > len_add(foot, LAYOUT_TOLERANCE);
}
/* Whether others stand above a float in its region: so far down in this flow, or in that around it. */
static inline bool flow_is_below(const struct flow_float *floated, len floor)
{
	return floor > 0 || floated->drop > 0;
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

/* ---- table_live.c ---- */

/* The row of a head or foot with the content that it has on this page, from number `from` of the page's areas with markers on. */
const struct flow_row *flow_live_row(struct placer *placer, const struct flow_row *row, const struct fo_node *table,
									 unsigned from);

/* ---- collapsed.c ---- */

/* Of a part of a cell on a page. */
struct flow_seams {
	enum flow_seam above, below;
	const struct fo_node *rows
		[2]; /* AREA_BEFORE, AREA_AFTER: the row in which it begins, or ends; of a cell that spans several, where the page breaks it */
};
static inline len flow_border_bleed(const struct flow_border *border)
{
	return border->pieces ? 0 : border->widest.width - border->widest.width / 2;
}
/* Sets height, least, fixed, and what flow_note_seams() does: a table's row is as high as its cells need that do not span rows, at least as is given; one
 * that is cut as what is left needs, or as what is left of its given height. */
void flow_measure_row(struct flow_row *row);
/* Sets at_top and at_foot; least is set. */
void flow_note_seams(struct flow_row *row);
/* How much higher, or lower, a row is where a page ends below it; beyond: a cell that spans the next one, too, goes on so far below it. */
len flow_more_below(const struct flow_row *row, len beyond);
/* A page begins with it. */
void flow_cell_at_top(struct flow_cell *cell);
void flow_row_at_top(struct flow_row *row);
/* A cell's bleed (model.h) of its part on a page. */
void flow_part_bleed(const struct flow_cell *cell, struct flow_seams seams, len bleed[4]);
/* Of the pieces of a cell's border: whether this one is drawn there. */
bool flow_draws_piece(const struct flow_piece *piece, struct flow_seams seams);
const struct area_box *flow_collapsed_box(struct arena *arena, const struct flow_collapsed *collapsed, struct flow_seams seams);

/* ---- place_box.c ---- */

/* The node's markers where an area of it begins, its first one or not; and where its last one ends. */
void flow_note_markers(const struct placer *placer, const struct fo_node *node, bool starts);
void flow_end_markers(const struct placer *placer, const struct fo_node *node);

/* ---- row.c ---- */

struct row_place {
	struct placer *placer;
	const struct flow *flow;
	uint32_t index; /* of the row */
	const struct flow_row *row;
	const struct flow_fit *fit; /* of the page; this row may be the one that it cuts */
	struct flow_seams ends;     /* what the first row of the flow meets, and the last one */
	struct area *area;          /* made by flow_place_row */
};
/* Makes the row's area with its cells. */
void flow_place_row(struct row_place *place);
/* relative-position of a table's row or part: rows move with their part. Of a list item, whose group moves: nothing. */
struct layout_move flow_row_move(const struct fo_node *node, len width);

/* ---- piece.c ---- */

/* The pieces of a cell's border, in its area, which begins so far above its row. */
void flow_add_pieces(const struct row_place *place, const struct flow_cell *cell, struct flow_seams seams, len top_bleed,
					 struct area *area);

#endif
