/* What a flow is made of. Items, and what they hold: groups, rows with their cells, floats, boxes, marks; the place where a
 * flow goes on. Who makes and reads them stands in flow.h, which includes this. */
#ifndef GONGWEN_FLOW_MODEL_H
#define GONGWEN_FLOW_MODEL_H

#include <glib.h>

#include "line/line.h"

/* Strength of orphans and widows among the keeps' integers: breaks only when nothing else is possible. */
#define KEEP_LINES FO_KEEP_OF(1000000)
/* Of lines that stand beside a float: at its page, as long as no orphans or widows are left by that. */
#define KEEP_BESIDE (KEEP_LINES - 1)

enum flow_kind {
	FLOW_BOX,   /* what no break divides: a line, a container of fixed height */
	FLOW_ROW,   /* cells side by side (table row, list item): may be divided */
	FLOW_OPEN,  /* a block begins */
	FLOW_CLOSE, /* and ends */
	FLOW_SPACE,
	FLOW_BREAK,
	FLOW_FLOAT, /* a fo:float's place */
	FLOW_CLEAR, /* what follows stands below floats */
	FLOW_SPAN   /* from here on blocks stand across all columns (span="all"), or in columns again */
};

struct flow_space {
	len minimum, optimum, maximum;
	int32_t precedence;
	bool retain;
	bool after; /* of the object before it: it stays on that one's page */
};

/* ---- groups: blocks, containers, lists, tables ---- */

struct flow_group {
	const struct fo_node *node;
	enum area_kind kind; /* AREA_BLOCK, AREA_TABLE */
	struct area_structure *tag;
	len x, width;                 /* border rectangle, in the flow's coordinates */
	struct layout_move move;      /* its area and all in it stand so far beside that */
	const struct area_box *box;   /* or NULL */
	struct area_hold hold;        /* of its area */
	len before, after;            /* border + padding */
	len kept_before, kept_after;  /* of them, what stays where a page breaks it (conditionality) */
	bool bare;                    /* a list's label or body, which its row's cell shows: it is there for its keep alone */
	bool reference;               /* a reference area: spaces do not combine across its edges */
	struct flow *header, *footer; /* of tables: rows repeated on every page; or NULL */
	len header_height, footer_height;
	struct line_anchor *header_notes, *footer_notes; /* footnotes of the head and foot */
	bool omit_header, omit_footer;                   /* table-omit-…-at-break */
	bool live_header;                                /* hangs on what of the table stands on the page */
	len step;                                        /* gw:block-step-size: it takes a whole number of these; 0: none */
};

/* ---- rows ---- */

/* What a table's cell meets above or below, where borders are collapsed. */
enum flow_seam {
	FLOW_SEAM_CELLS,  /* other rows, or the end of the table */
	FLOW_SEAM_PAGE,   /* the page begins or ends with the cell: what else stands there is the table's head or foot, if any */
	FLOW_SEAM_BROKEN, /* the page breaks the cell */
	FLOW_SEAM_DRAWN,  /* of a repeated head or foot: the row of the page that it meets draws what holds there */
	FLOW_SEAMS
};

/* A part of a spanning cell's collapsed border: what meets there differs from column to column, from row to row. */
struct flow_piece {
	enum area_side side; /* AREA_BEFORE, AREA_AFTER: along the cell from `from` to `to`, from its x; AREA_START: beside a row */
	enum flow_seam seam; /* that it is drawn at */
	len from, to;
	const struct fo_node *row; /* at FLOW_SEAM_BROKEN: of a cell that spans rows, the one in which the page breaks it */
	struct area_border border;
	const struct flow_piece *next;
};

/* Of one side: the widest of its columns or rows. */
struct flow_border {
	struct area_border widest;
	bool pieces; /* they differ */
	bool beyond; /* the cells beyond draw it */
};

/* What holds at FLOW_SEAM_BROKEN where a page breaks a cell that spans rows in one of them. */
struct flow_row_border {
	const struct fo_node *row;
	struct flow_border border[2]; /* AREA_BEFORE, AREA_AFTER */
};

/* The collapsed borders of a cell. */
struct flow_collapsed {
	struct flow_border border[4][FLOW_SEAMS]; /* enum area_side; at the start and end FLOW_SEAM_CELLS alone */
	const struct flow_row_border
		*in_rows; /* of each row that the cell spans, when there are several; at FLOW_SEAM_BROKEN border has the widest of them */
	unsigned row_count;
	const struct flow_piece *pieces;
	area_color background;
	const struct area_background *picture;
};

struct flow_cell {
	const struct fo_node *node;
	enum area_kind kind; /* AREA_CELL, AREA_BLOCK */
	struct area_structure *tag;
	len x, width;  /* cell rectangle, in the flow's coordinates (collapsing: between grid lines) */
	len content_x; /* from x */
	len content_width;
	bool
		live; /* its content hangs on the page: page numbers and retrieved markers in the heads and feet of tables (table_live.c) */
	len before, after;           /* border + padding above and below the content */
	len kept_before, kept_after; /* of them, what stays where a page breaks it */
	bool continued;              /* it began on a page before */
	bool begun;                  /* so did its content */
	len notes;                   /* of one that spans rows: what the footnotes in it take, of what is still to be placed */
	bool broken;                 /* what is left of it has a break inside, or may have (cut.c) */
	bool repeated;               /* content is what a page before said, once more (gw:repeat-at-break) */
	len lowered;                 /* of before: so that baselines of the row agree (relative-align) */
	const struct area_box *box;
	const struct flow_collapsed *collapsed; /* instead of box; or NULL */
	enum flow_seam top;                     /* what it begins with, on its first page */
	len bleed[4];      /* enum area_side: how far the border rectangle reaches beyond the cell's; separate borders: less than 0 */
	len kept_bleed[2]; /* AREA_BEFORE, AREA_AFTER: the same where a page breaks it; of separate borders */
	enum fo_keyword align; /* display-align */
	unsigned row_span;
	struct flow *content;
	len content_height;   /* of what is still to be placed */
	uint32_t from;        /* first item of content still to be placed */
	struct flow_row *cut; /* a row of a table inside this cell, of which a page took a part: stands for content item `from` */
	uint32_t page;        /* the item of content that the page began with: `from` but in a later column of it */
};

/* A background under the cells of a row, in the order of painting (XSL 6.7: columns, parts, rows). */
struct flow_under {
	const struct fo_node *node; /* that it is the background of, */
	const struct fo_node *part; /* through all rows of this head, body or foot on a page; NULL: of the row alone */
	len x, width;               /* in the flow's coordinates */
	struct layout_move move;
	const struct area_box *box;
	struct flow_under *next;
};

struct flow_row {
	const struct fo_node *node;
	enum area_kind kind; /* AREA_ROW, AREA_BLOCK */
	struct area_structure *tag;
	const struct area_box *box;
	const struct flow_under *under; /* painted before all rows, because cells may span them */
	len x, width, height;
	struct fo_keep keep; /* keep-together: strength against a cut */
	struct flow_cell *cells;
	unsigned count;
	struct line_anchor *anchors; /* of the cells that do not span rows: those of the others come row by row (note_row.c) */
	bool live;                   /* a cell of it is */
	len reach;                   /* floats hang out of it down to there (a list's item); else 0 */
	len least;                   /* of height: what it needs without the cells that span rows; */
	len at_foot;                 /* so much more, or less, where a page ends below (collapsed borders) */
	bool at_top;                 /* other borders hold in it where a page begins with it */
	bool fixed;                  /* its height is given, and more than what is in it needs */
	bool whole;                  /* takes part in a row span */
	enum fo_keyword
		spans_break; /* after the last thing in a cell that began above and ends here, or FO_KW_NONE_GIVEN, FO_KW_AUTO */
	struct fo_keep spans_keep; /* of what ends here, or above, in such a cell, with what comes after its rows */
	bool broken;               /* a cell of it has a break inside (cut.c); */
	bool spans_broken;         /* one that spans rows, of which this may be a later one */
	bool cut;                  /* it is what a page's end left of one */
	bool parted;               /* a page's own end, not that of a column before others */
	bool moved;                /* of which something stands above that */
	len due;                   /* what is left to it of the height that was given to all its parts */
	unsigned rest;             /* where a region begins: no other rest has that number; else 0 */
	uint32_t born;             /* the oldest generation that holds something of it (keep.c) */
};

/* Where a flow goes on: at an item, or at what is left of a row. */
struct flow_at {
	uint32_t index;
	struct flow_row *cut;           /* stands for items[index]; or NULL */
	const struct flow_float *sides; /* side floats that go on there, for a flow that is built anew; or NULL */
};

/* ---- floats ---- */

enum flow_float_side { FLOW_FLOAT_START, FLOW_FLOAT_END, FLOW_FLOAT_BEFORE };

/* A fo:float (XSL 1.1, 6.12.2). At a side it stands beside what follows, which was built around it; before: at the top of a page. */
struct flow_float {
	const struct fo_node *node;
	enum flow_float_side side;
	struct area_structure *tag;
	len x, width, height;    /* x: in the flow's coordinates */
	len content_x;           /* from x: borders of its blocks stand out of its content (at a side) */
	len around;              /* at a side: the width of its reference area, for which it was set; */
	struct line_widths asks; /* how wide its content must be at least, and need be at most */
	len inset;               /* from its edge of the measure that it was set in */
	len drop;                /* how far below the place of its item: beneath other floats */
	struct flow *content;
	struct flow_at at; /* what earlier pages left of one that is taller than a page */
	bool continued;    /* they did */
	unsigned outward;  /* of one that goes on within reference areas that it does not stand in: so many */
	uint32_t hangs;    /* > 0: it only stands for one that hangs out of a list item: of the row so many items above */
	bool pending;      /* its place in the text is above its item: what is built anew from there does not make it once more */
	const struct flow_float *next; /* that goes on at the same place (struct flow_at) */
	uint32_t born;                 /* the generation that holds it (keep.c) */
};

/* ---- items ---- */

enum flow_position { FLOW_STATIC, FLOW_ABSOLUTE, FLOW_FIXED };

struct flow_box {
	len height;
	len leading; /* of the height: white at its foot that may stand beyond the page's end (gw:last-leading) */
	struct area *area;
	len verso;  /* of a line: line.verso */
	bool sided; /* of a line: line.sided */
	len x;      /* of area, from the flow's origin; its y is the flow's own, or (positioned) from the origin too */
	enum flow_position
		position; /* absolute: area counts from the reference area around; fixed: from the page; both take no room */
	struct line_anchor *anchors;
	struct flow *content;      /* of a container: placed with it, at (content_x, content_y) of content_area; or NULL */
	struct area *content_area; /* area itself, or what is turned in it */
	len content_x, content_y;
};

/* Where an object without an area of its own begins, or ends: a fo:wrapper around blocks, or an empty one between them. */
struct flow_mark {
	const struct fo_node *node; /* with an id */
	guint level;                /* how many groups are open around it */
	bool ends;
	const struct flow_mark *next;
};

/* Whether a region of that height could hold all that a keep-together binds, alone: found out when a page ends in it (held.c). */
enum flow_held_kind { FLOW_HELD_UNKNOWN, FLOW_HELD, FLOW_NOT_HELD };
struct flow_held {
	enum flow_held_kind kind;
	len height;
};

struct flow_item {
	enum flow_kind kind;
	struct flow_held in_column, on_page; /* of a group or row: by a column, by all columns of a page */
	const struct flow_mark *marks;       /* with it; or NULL */
	struct fo_keep keep;                 /* box, row: strength against a break before it */
	struct fo_keep edge;                 /* of it: without the keep-together of the blocks around */
	guint inner;                         /* how many of the groups around do not hold the box before, too */
	bool bound;                          /* box, row: a line that gw:lines-before binds to the one before it */
	uint32_t around;                     /* the FLOW_OPEN of the group around, + 1; 0: none */
	union {
		struct flow_box box;
		struct flow_row *row;
		const struct flow_group *group;
		struct flow_space space;
		enum fo_keyword break_kind;
		const struct flow_float *floated;
		enum fo_keyword clear; /* START, END, BOTH */
		bool span;             /* across all columns */
	};
	const struct fo_node *node; /* box, row, open, span: what it was built from; of lines, the paragraph's first inline */
	uint32_t part;              /* of node: the line's first cluster, the table row's number */
	uint32_t born;              /* the generation that holds it (keep.c) */
	bool rest;                  /* the row is what an earlier region left of one: floats that go on stand before it */
	len below;                  /* clear: of floats of the flow around, so far below the top of this one; else 0 */
	bool wide;                  /* clear: floats around its reference area count, too */
	bool narrowed;              /* floats stand beside it, or beside what it stands in */
	bool after;                 /* break: of what stands before it */
	bool verso;                 /* it was built for an even page */
};

/* The reference area that a flow is built in, whose floats stand at its edges; in the flow's coordinates. */
struct flow_home {
	len x, width;
	len item_start; /* the least start-indent of the list items around: beside floats their labels and bodies keep their distances from it; or LEN_MAX */
};

struct flow_placed {
	const struct fo_node *node;
	const struct flow_placed *next;
};

struct builder; /* build_int.h */

/* How spaces give way on a page: their shares of `by`, which is more (or, negative, less) than their optima, in proportion to what each of
 * them can stretch (or shrink); `of` is the sum of that. of 0: all have their optima. */
struct flow_give {
	len by, of;
};

/* Rows that cells span have the heights that they have in a region which begins with that rest of a row (0: before such cells), those before item `end`. */
struct flow_bound {
	unsigned rest;
	uint32_t end;
};

struct flow {
	struct flow_item *items;
	uint32_t count;
	struct flow_bound *bound; /* its own, whatever holds the flow: heights follow what is asked for; or NULL */
	struct fo_keep before,
		after;              /* keeps of what it begins and ends with, with what is around: a row takes them from its cells */
	struct builder *source; /* makes more items; NULL: these are all */
	bool parts;             /* while it does: a break may come between two things; */
	enum fo_keyword ends;   /* and after the last of them this one comes, or FO_KW_AUTO */
	GHashTable *answers;    /* layout->answers: what of it stands in a room (cell_part.c) */
	/* what it was built from: */
	const struct fo_node *node; /* its children */
	struct area_structure *tag;
	struct layout_around around;
	len width, height;
	bool verso; /* for an even page; of a page sequence's flow, each item says so */
	struct flow_home home;
	const struct flow_placed *placed; /* floats of its first line that stand in an earlier region */
	struct flow_give give;            /* when all of it is placed */
	uint32_t born; /* the generation that holds it; of a flow that is built as it is asked for, each item says so */
	len reach;     /* > 0: its items are no more than its beginning, which is taller than that, and no region is taller; else 0 */
};

#endif
