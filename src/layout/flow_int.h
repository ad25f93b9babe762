/* Inside layout: a flow between building and pages. flow_build.c, flow_list.c and flow_table.c turn blocks into a flat list of items, a child
 * at a time, as pages ask for them; flow_fit.c chooses how much of it a region takes, flow_rest.c says where it goes on, flow_place.c turns
 * that much into areas. */
#ifndef GONGWEN_FLOW_INT_H
#define GONGWEN_FLOW_INT_H

#include <glib.h>

#include "layout/layout_int.h"

/* Strength of orphans and widows among the keeps' integers: breaks only when nothing else is possible. */
#define KEEP_LINES 1000000

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
	const struct area_box *box;   /* or NULL */
	len before, after;            /* border + padding */
	len kept_before, kept_after;  /* of them, what stays where a page breaks it (conditionality) */
	bool reference;               /* a reference area: spaces do not combine across its edges */
	struct flow *header, *footer; /* of tables: rows repeated on every page; or NULL */
	len header_height, footer_height;
	struct layout_anchor *header_notes, *footer_notes; /* footnotes of the head and foot that count: the first, the last */
	bool omit_header, omit_footer;                     /* table-omit-…-at-break */
	bool live_header;                                  /* hangs on what of the table stands on the page */
	len step;                                          /* gw:block-step-size: it takes a whole number of these; 0: none */
};

/* ---- rows ---- */

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
	bool repeated;               /* content is what a page before said, once more (gw:repeat-at-break) */
	len lowered;                 /* of before: so that baselines of the row agree (relative-align) */
	const struct area_box *box;
	const struct area_box *end_box; /* instead of box when the page ends below (collapsed borders); or NULL */
	len bleed[4];          /* enum area_side: how far the border rectangle reaches beyond the cell's (collapsed borders) */
	enum fo_keyword align; /* display-align */
	unsigned row_span;
	struct flow *content;
	len content_height;   /* of what is still to be placed */
	uint32_t from;        /* first item of content still to be placed */
	struct flow_row *cut; /* a row of a table inside this cell, of which a page took a part: stands for content item `from` */
};

/* A background under the cells of a row, in the order of painting (XSL 6.7: columns, parts, rows). */
struct flow_under {
	len x, width; /* in the flow's coordinates */
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
	struct layout_anchor *anchors; /* of all cells */
	bool live;                     /* a cell of it is */
	bool whole;                    /* takes part in a row span: never cut inside */
	bool broken;                   /* a cell of it has a break inside (flow_cut.c) */
	uint32_t born;                 /* the oldest generation that holds something of it (keep.c) */
};

/* ---- floats ---- */

enum flow_float_side { FLOW_FLOAT_START, FLOW_FLOAT_END, FLOW_FLOAT_BEFORE };

/* A fo:float (XSL 1.1, 6.12.2). At a side it stands beside what follows, which was built around it; before: at the top of a page. */
struct flow_float {
	const struct fo_node *node;
	enum flow_float_side side;
	struct area_structure *tag;
	len x, width, height; /* x: in the flow's coordinates */
	len drop;             /* how far below the place of its item: beneath other floats */
	struct flow *content;
	uint32_t born; /* the generation that holds it (keep.c) */
};

/* ---- items ---- */

enum flow_position { FLOW_STATIC, FLOW_ABSOLUTE, FLOW_FIXED };

struct flow_box {
	len height;
	len leading; /* of the height: white at its foot that may stand beyond the page's end (gw:last-leading) */
	struct area *area;
	len verso; /* of a line: layout_line.verso */
	len x;     /* of area, from the flow's origin; its y is the flow's own, or (positioned) from the origin too */
	enum flow_position
		position; /* absolute: area counts from the reference area around; fixed: from the page; both take no room */
	struct layout_anchor *anchors;
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

struct flow_item {
	enum flow_kind kind;
	const struct flow_mark *marks; /* with it; or NULL */
	struct fo_keep keep;           /* box, row: strength against a break before it */
	bool bound;                    /* box, row: a line that gw:lines-before binds to the one before it */
	uint32_t around;               /* the FLOW_OPEN of the group around, + 1; 0: none */
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
	const struct fo_node *node; /* box, row, open: what it was built from; of lines, the paragraph's first inline */
	uint32_t part;              /* of node: the line's first cluster, the table row's number */
	uint32_t born;              /* the generation that holds it (keep.c) */
};

struct builder;
struct table; /* table_int.h */

struct flow {
	struct flow_item *items;
	uint32_t count;
	struct builder *source; /* makes more items; NULL: these are all */
	uint32_t born;          /* the generation that holds it; of a flow that is built as it is asked for, each item says so */
};

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

/* ---- flow_walk.c: down the items ---- */

struct flow_walk {
	struct meeting meeting;
	len y;
	len reserve;         /* what open groups need below, if the page ends here */
	len shrink, stretch; /* by how much the spaces down to y may be less or more */
	len floor[2];        /* how far the floats at each side reach: enum flow_float_side */
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
/* Where the next box would begin; by how much the spaces down to there may be less or more. */
len flow_walk_next(const struct flow_walk *walk);
len flow_walk_shrink(const struct flow_walk *walk);
len flow_walk_stretch(const struct flow_walk *walk);
/* How far floats reach; where a reference area would end. */
len flow_walk_floor(const struct flow_walk *walk);
len flow_walk_bottom(const struct flow_walk *walk);
/* The floor that `clear` counts. */
len flow_clear_floor(const len floor[2], enum fo_keyword clear);
void flow_walk_end(struct flow_walk *walk);

/* ---- flow_items.c: items with their keeps ---- */

struct flow_level {
	struct fo_keep keep;      /* keep-together of this block and those around it */
	struct fo_keep keep_next; /* keep-with-next, when it closes */
	uint32_t open;            /* its FLOW_OPEN, + 1 */
};

/* An object whose children are being built. */
struct flow_frame {
	const struct fo_node *node, *next; /* next: the child to be built next; NULL: it closes */
	struct table *table;               /* of a table, whose rows are built instead; or NULL */
	const struct flow_group *group;    /* to be closed; or NULL */
	struct area_structure *tag;
	const struct fo_node *link; /* fo:basic-link that it stands in, or NULL */
	len x, width, height;       /* of the builder, around it */
	guint hidden;               /* the same */
};

struct builder {
	struct layout *layout;
	GArray *items;                  /* struct flow_item */
	GArray *levels;                 /* struct flow_level, open blocks */
	GArray *frames;                 /* struct flow_frame; [0]: the object that was asked for */
	len x, width, height;           /* of the reference area; height 0: not known */
	len column_width, region_width; /* of a page's body; the same when nothing spans */
	bool spans;                     /* what is built now stands across all columns */
	GArray *sides;                  /* struct flow_side: floats that what is built now may stand beside (flow_float.c) */
	len least_start, least_end;     /* the least indents beside them (intrusion-displace="indent") */
	enum fo_keyword clears;         /* of the object that is about to be opened */
	guint hidden;                   /* of them, those outside the reference area that is being built */
	struct flow_walk walk;          /* while there are any: down to item `walked` */
	uint32_t walked;
	GArray *way;                 /* struct flow_decision */
	GPtrArray *unfloated;        /* struct fo_node: floats of the paragraph that stand in the flow after it */
	GHashTable *floated;         /* struct fo_node: floats of the paragraph being built that have their place */
	const struct fo_node *first; /* where building was taken up again: nothing before it is built; or NULL */
	uint32_t part;
	const struct flow_mark *marks; /* that go with the next box, row or end of a group; the last first */
	/* since the last box or row: */
	struct fo_keep pending; /* strongest keep-with-next and keep-with-previous met */
	guint lowest;           /* outermost level reached */
	bool has_box;
};

/* Where a region ends that is still to come (flow_ahead.c). */
struct flow_decision {
	uint32_t from; /* the item that it begins with; */
	bool from_cut; /* with what is left of that row */
	len height;    /* of the region */
	uint32_t end;  /* as in flow_fit */
	len cut;
};

/* Where a flow goes on: at an item, or at what is left of a row. */
struct flow_at {
	uint32_t index;
	struct flow_row *cut; /* stands for items[index]; or NULL */
};

/* An item of its kind, the rest of which is still to be filled in. */
struct flow_item *flow_add_item(struct builder *builder, enum flow_kind kind);
void flow_add_box(struct builder *builder, const struct flow_box *box, struct fo_keep keep, const struct fo_node *node,
				  uint32_t part);
void flow_add_row(struct builder *builder, struct flow_row *row, const struct fo_node *node, uint32_t part);
void flow_add_span(struct builder *builder, bool span);
/* An object with an id begins with what is built next; ends with what was built last; nothing is built after all. */
void flow_begin_mark(struct builder *builder, const struct fo_node *node);
void flow_end_mark(struct builder *builder, const struct fo_node *node);
void flow_last_marks(struct builder *builder);
/* The break, space and keeps before a block-level object, and its group; flow_close likewise after it. */
void flow_open(struct builder *builder, const struct flow_group *group);
void flow_close(struct builder *builder, const struct flow_group *group);
/* A group that began on an earlier page. */
void flow_open_again(struct builder *builder, const struct flow_group *group);
/* A keep or break that a row brings, without a group of its own. */
void flow_keep_with_previous(struct builder *builder, const struct fo_node *node);
void flow_keep_with_next(struct builder *builder, const struct fo_node *node);

/* ---- flow_float.c ---- */

/* Whether a fo:float is one; else its content stands in the flow. */
bool flow_is_floating(const struct builder *builder, const struct fo_node *node);
/* A float whose place is here: after what is built, before what comes. */
void flow_build_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* The same in two steps. */
struct flow_float *flow_make_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
void flow_put_float(struct builder *builder, struct flow_float *made);
void flow_add_clear(struct builder *builder, enum fo_keyword clear);
/* Whether side floats stand beside what comes next. */
bool flow_is_beside(struct builder *builder);
/* By how much they stand into the measure at its edges. */
struct flow_intrusion {
	len start, end;
	len height; /* down to where that changes; LEN_MAX: it does not */
};
/* How far a line of about that height moves in from its block's own edges (intrusion-displace). */
struct flow_intrusion flow_line_intrusion(struct builder *builder, const struct fo_node *block, len start, len end, len height);
/* Before a block-level object is built: reference areas, and blocks with intrusion-displace="block", move between floats as a whole (the
 * builder's measure is narrowed). */
void flow_displace(struct builder *builder, const struct fo_node *node);
/* Between its space-before and itself: it moves below floats. */
void flow_clear(struct builder *builder);
/* A reference area ends: its floats do not stand out of it. hidden: what was hidden in the one around. */
void flow_end_floats(struct builder *builder, guint hidden);
/* Floats are left behind on an earlier page. */
void flow_drop_floats(struct builder *builder);

/* ---- flow_build.c ---- */

struct builder *builder_new(struct layout *layout, len width, len height);
void builder_free(struct builder *builder);
void builder_drop_frames(struct builder *builder);
/* One child of the innermost object, or its end. False: all are closed. */
bool builder_next(struct builder *builder);
/* The element of a block, or that around it. */
struct area_structure *flow_tag_of_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag);

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
/* Builds what comes from `at` on anew, for pages of another width. A row that a page cut is finished as it is. */
struct flow_at flow_rebuild(struct flow *flow, struct flow_at at, len column_width, len region_width, len height);
/* Builds the children of a block-level object, in a group of its own (or NULL). */
void flow_push(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct area_structure *tag);

/* Whether an object takes part in the flow as a block. */
bool flow_is_block_level(struct layout *layout, const struct fo_node *node);

/* ---- flow_widths.c ---- */

/* How wide the content of a reference area must be at least, and need be at most. */
struct flow_widths flow_content_widths(struct layout *layout, const struct fo_node *node);

/* Builds a table's rows in its group. The frame owns the table. */
void flow_push_table(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct table *table);

/* ---- flow_style.c: what a style says of a box ---- */

/* The block's group: between the indents of its reference area, with its borders and padding outside them. */
struct flow_group *flow_group_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* The anchors of the footnotes of a flow's items from `from` on, in order, in a list of its own. */
struct layout_anchor *flow_notes(struct arena *arena, const struct flow *flow, uint32_t from);
/* The background alone, or NULL. */
const struct area_box *flow_background_of(struct layout *layout, const struct fo_node *node);
/* Borders and background as the style says, or NULL. Widths of style none are 0. */
const struct area_box *flow_box_of(struct layout *layout, const struct fo_node *node);
struct area_border flow_border_of(const struct fo_style *style, enum area_side side);
len flow_border(const struct fo_style *style, enum area_side side);
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
void flow_build_container(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* The group of a container that is as tall as its content, and what its children count from. */
const struct flow_group *flow_container_group(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
void flow_enter_container(struct builder *builder, const struct fo_node *node, const struct flow_group *group);

/* ---- flow_list.c, flow_table.c ---- */
void flow_build_list(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
void flow_build_table(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* Adds the table's next rows: one, or those that spans bind together. False: there are no more. */
bool flow_table_more(struct table *table);
void flow_table_free(struct table *table); /* NULL is allowed */
/* flow_caption.c: a fo:table-and-caption whose caption stands at a side of the table. */
bool flow_caption_is_beside(const struct fo_node *node);
void flow_build_beside(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* The item of a list, from its label and body. */
void flow_build_item(struct builder *builder, const struct fo_node *item, struct area_structure *tag);
/* The list's element, which says how it counts. */
struct area_structure *flow_list_tag(struct layout *layout, const struct fo_node *list, struct area_structure *parent);

/* ---- flow_fit.c ---- */

struct flow_room {
	len height;
	len separator;    /* what a region's first footnote costs extra */
	len paid;         /* for footnotes, already taken from height */
	bool nested;      /* in a cell or footnote: breaks are not forced */
	bool breaks;      /* but these are, of a cell in the flow: those with something on either side of them */
	bool odd;         /* the page's number is (gw:page-side) */
	bool started;     /* something stands on the page before this */
	bool may_be_none; /* nothing is taken rather than too much */
	bool column;      /* another column of the same page follows: keeps within a page do not count */
	bool elastic;     /* spaces stretch and shrink so that the page is well filled */
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
	bool all;               /* nothing is left */
	bool none;              /* nothing fits, and nothing is taken */
	bool span;              /* ended before a FLOW_SPAN */
	bool overfull;          /* the first box alone is taller than the room */
	bool early;             /* more would fit, but a block must not part from its gw:lines-before */
	enum fo_keyword forced; /* the break that ended it, or FO_KW_NONE_GIVEN */
	struct flow_give give;
};

/* The side (odd, even) that gw:page-side asks of the page whose first box comes next, or FO_KW_NONE_GIVEN. */
enum fo_keyword flow_side(struct flow *flow, struct flow_at at);
/* Chooses the last and least harmful break within the room. At least one box is taken, unless the room says otherwise. */
struct flow_fit flow_fit(struct flow *flow, struct flow_at at, const struct flow_room *room);

struct flow_option {
	struct flow_fit fit;
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

/* The region after `nth` - 1 others, in the order of the flow. False: it is not known, or of another width. */
typedef bool flow_room_ahead(const void *data, unsigned nth, struct flow_room *room);
/* flow_ahead.c: chooses the break that is best for this region and those after it, down to a forced break. */
struct flow_fit flow_fit_ahead(struct layout *layout, struct flow *flow, struct flow_at at, const struct flow_room *room,
							   flow_room_ahead *ahead, const void *data);
/* The whole height on an endless page, footnotes not counted. */
len flow_height(struct flow *flow);
/* The same from `at` on, as a continuation. */
len flow_rest_height(struct flow *flow, struct flow_at at);

/* Less is rounding: 0.05 pt. */
#define FLOW_TOLERANCE (LEN_PT / 20)

#define FLOW_BADNESS_FULL  100000    /* spaces stretch or shrink as far as they may */
#define FLOW_BADNESS_LOOSE INT64_MAX /* nothing stretches, or far too little */
#define FLOW_BADNESS_MAX   2000000   /* 20 times as far: above it is loose */

/* How spaces give way on a page with so much left (or, negative, missing). Shrink must be enough; stretch may not be. */
struct flow_give flow_give_of(int64_t left, len shrink, len stretch);
/* How far that strains them: up to FLOW_BADNESS_FULL it can be done. */
int64_t flow_badness(int64_t left, struct flow_give give);
/* What a page costs whose spaces are strained so far, as in FOP: (1 + 100 r³)², in 1/1000². */
int64_t flow_cost(int64_t badness);

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

/* ---- flow_cut.c ---- */

/* Of the breaks from that one on, before anything takes room: a side of the sheet, else a page, else a column. */
enum fo_keyword flow_strongest_break(const struct flow *flow, uint32_t index);
/* Whether a break in a cell has something below it. */
bool flow_breaks_at(const struct flow *flow, uint32_t index);
/* Whether a cell of the row, or of a row inside one, has a break between two things. */
bool flow_row_is_broken(const struct flow_row *row);
/* The break before (or after) all that stands in a cell of it, which is one of the row; or FO_KW_AUTO. */
enum fo_keyword flow_row_break(const struct flow_row *row, bool end);
/* How much of a row the room takes: `cut` of it, 0: nothing, because a cell does not get on; `forced` when a break inside ends it. */
struct flow_fit flow_row_part(const struct flow_row *row, const struct flow_room *room);

/* ---- flow_rest.c ---- */

/* The rows of a span that stand on this page, from `index` on and before `end`: their height, and how many. */
struct row_reach {
	len height;
	unsigned rows;
	uint32_t last; /* item of the last of them */
};
/* cut: > 0: so much of the row `end` stands on this page, too (it may be `index` itself). */
struct row_reach flow_row_reach(const struct flow *flow, uint32_t index, uint32_t end, const struct flow_row *row, len cut,
								unsigned span);
/* How much of a cell's content stands in a part of it that is `height` high. whole: all that is left does. */
struct flow_fit flow_cell_part(const struct flow_cell *cell, len height, bool whole);
/* Where a flow goes on after the fit. */
struct flow_at flow_next(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit);

/* ---- flow_place.c, flow_row.c ---- */

struct placer {
	struct layout *layout;
	struct area_page *page; /* takes fixed areas */
	const char *label;      /* of the page */
	GPtrArray *notes;       /* const struct layout_anchor with a note, in order of their places */
	bool repeat;            /* table heads again: copies, artifacts, no ids */
};

/* Puts items from `at` up to the fit's end into `area`, counting from (x, y) of it. */
void flow_place(struct placer *placer, const struct flow *flow, struct flow_at at, const struct flow_fit *fit, struct area *area,
				len x, len y);
/* All of it. */
void flow_place_all(struct placer *placer, const struct flow *flow, struct area *area, len x, len y);

/* The row of a head or foot with the content that it has on this page, from number `from` of the page's areas with markers on (table_live.c). */
const struct flow_row *flow_live_row(struct placer *placer, const struct flow_row *row, const struct fo_node *table,
									 unsigned from);

/* A float's area with what is in it. */
struct area *flow_float_area(struct placer *placer, const struct flow_float *floated, len x, len y);

/* The node's id, at a place in an area. */
void flow_put_mark(struct placer *placer, const struct fo_node *node, struct area *around, len x, len y);

struct row_place {
	struct placer *placer;
	const struct flow *flow;
	uint32_t index, end; /* of the row; of the items placed on this page */
	const struct flow_row *row;
	len cut;           /* > 0: so much of the row `end`, which may be this one */
	struct area *area; /* made by flow_place_row */
};
/* Makes the row's area with its cells. */
void flow_place_row(struct row_place *place);

#endif
