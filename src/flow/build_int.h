/* Inside the building of flows: what is being built is a stack of open objects; items come out with their spaces, keeps, breaks and marks. */
#ifndef GONGWEN_FLOW_BUILD_INT_H
#define GONGWEN_FLOW_BUILD_INT_H

#include "flow/walk_int.h"

struct table; /* table_int.h */

/* ---- items.c: items with their keeps ---- */

struct flow_level {
	struct fo_keep keep;      /* keep-together of this block and those around it */
	struct fo_keep keep_next; /* keep-with-next, when it closes */
	uint32_t open;            /* its FLOW_OPEN, + 1 */
};

/* An object whose children are being built. */
struct flow_frame {
	const struct fo_node *node, *next; /* next: the child, or what stands in its inlines, to be built next; NULL: it closes */
	const struct fo_node *last;        /* what was built last, and `next` comes after; or NULL */
	struct table *table;               /* of a table, whose rows are built instead; or NULL */
	const struct flow_group *group;    /* to be closed; or NULL */
	struct area_structure *tag;
	struct layout_around within; /* what is around its children */
	len x, width, height;        /* of the builder, around it */
	struct flow_home home;       /* the same */
	bool narrowed;               /* the same */
	guint hidden;                /* the same */
};

/* A side float among what is built. */
struct flow_side {
	enum flow_float_side side;
	len edge; /* its inner one, in the builder's coordinates */
	len top, bottom;
	bool later; /* it comes later in the document: what is built neither clears it nor, a float, stands beside it */
};

/* How loosely a region is filled: tight ones and wide ones do not stand side by side, if that can be. */
enum flow_fitness { FLOW_FAIR, FLOW_TIGHT, FLOW_WIDE };

/* A region whose end is chosen: where it begins, after what kind of region, and where the next one begins. */
struct flow_ended {
	uint32_t from, end; /* items; */
	bool from_cut, cut; /* with what is left of that row */
	enum flow_fitness before, fitness;
};

/* In place of the number of a table's row: none of them is left, its foot is. */
#define FLOW_FOOT_ALONE UINT32_MAX

struct builder {
	struct layout *layout;
	GArray *items;                  /* struct flow_item */
	GArray *levels;                 /* struct flow_level, open blocks */
	GArray *frames;                 /* struct flow_frame; [0]: the object that was asked for */
	len x, width, height;           /* of what is built now, which may have moved between floats; height 0: not known */
	struct flow_home home;          /* of the reference area */
	len column_width, region_width; /* of a page's body; the same when nothing spans */
	bool spans;                     /* what is built now stands across all columns */
	bool postpones;                 /* of a page sequence's flow: footnotes are laid out when a region asks for them */
	bool narrowed;                  /* what is built now moved between floats as a whole */
	GArray *sides;                  /* struct flow_side: floats that what is built now may stand beside (side.c) */
	guint outer;                    /* so many of them, the first ones, stand in the flow around this one: */
	len outer_floor[2];             /* enum flow_float_side: how far down those reach; */
	len later_floor[2];             /* the same with those that come later */
	len least_start, least_end;     /* the least indents beside them (intrusion-displace="indent") */
	enum fo_keyword clears;         /* of the object that is about to be opened; */
	bool gives_way;                 /* it stands below floats for want of room beside them */
	guint hidden;                   /* of them, those outside the reference area that is being built */
	struct run *run;                /* a paragraph that is being made into lines (lines.c), or NULL */
	struct flow_walk walk;          /* while there are any: down to item `walked` */
	uint32_t walked;
	GArray *way;             /* struct flow_decision */
	struct flow_ended ended; /* of the region that was chosen last */
	GPtrArray *unfloated;    /* struct fo_node: floats of the paragraph that stand in the flow after it */
	GHashTable *floated;     /* struct fo_node: floats of the paragraph being built that have their place */
	bool resumed;            /* side floats go on from the region before: nothing leaves them behind until something is built */
	const struct fo_node *first; /* where building was taken up again: nothing before it is built; or NULL */
	uint32_t part;
	struct flow_row *rest;         /* what is left of the row that is built first; or NULL */
	bool rest_anew;                /* its cells are set anew, too */
	const struct flow_mark *marks; /* that go with the next box, row or end of a group; the last first */
	/* since the last box or row: */
	struct fo_keep pending; /* strongest keep-with-next and keep-with-previous met */
	struct fo_keep before;  /* the same before the first of all */
	guint lowest;           /* outermost level reached */
	bool has_box;
};

/* Where a region ends that is still to come (ahead.c). */
struct flow_decision {
	uint32_t from; /* the item that it begins with; */
	bool from_cut; /* with what is left of that row */
	len height;    /* of the region */
	uint32_t end;  /* as in flow_fit */
	len cut;
};

/* That of a flow of its own. */
static inline struct flow_home flow_whole_home(len width)
{
	return (struct flow_home){.width = width, .item_start = LEN_MAX};
}

/* An item of its kind, the rest of which is still to be filled in. */
struct flow_item *flow_add_item(struct builder *builder, enum flow_kind kind);
void flow_add_box(struct builder *builder, const struct flow_box *box, struct fo_keep keep, const struct fo_node *node,
				  uint32_t part);
void flow_add_row(struct builder *builder, struct flow_row *row, const struct fo_node *node, uint32_t part);
/* The same in two steps: the row, and the break after it. */
void flow_begin_row(struct builder *builder, struct flow_row *row, const struct fo_node *node, uint32_t part);
void flow_end_row(struct builder *builder, const struct flow_row *row);
void flow_add_span(struct builder *builder, const struct fo_node *node, bool span);
/* An object with an id begins with what is built next; ends with what was built last; nothing is built after all. */
void flow_begin_mark(struct builder *builder, const struct fo_node *node);
void flow_end_mark(struct builder *builder, const struct fo_node *node);
void flow_last_marks(struct builder *builder);
/* The break, space and keeps before a block-level object, and its group; flow_close likewise after it. */
void flow_open(struct builder *builder, const struct flow_group *group);
void flow_close(struct builder *builder, const struct flow_group *group);
/* A group that began on an earlier page. */
void flow_open_again(struct builder *builder, const struct flow_group *group);
/* A break of this kind here, auto: none. */
void flow_add_break(struct builder *builder, enum fo_keyword kind, bool after);
/* A keep that a row brings, without a group of its own. */
void flow_keep_with_previous(struct builder *builder, const struct fo_node *node);
void flow_keep_with_next(struct builder *builder, const struct fo_node *node);

/* ---- footnote.c ---- */

/* The body of a footnote in what is built, which stands in an element; it is laid out at once, unless the builder postpones that. */
struct flow_note *flow_note_new(struct builder *builder, const struct fo_node *body, struct area_structure *tag);
/* What is laid out of it is needed (keep.c). */
void flow_note_keep_alive(const struct flow_note *note);

/* ---- float.c ---- */

/* Whether a fo:float is one; else its content stands in the flow. */
bool flow_is_floating(const struct layout *layout, const struct fo_node *node);
/* A float whose place is here: after what is built, before what comes. */
void flow_build_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* The same in two steps. */
struct flow_float *flow_make_float(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
void flow_put_float(struct builder *builder, struct flow_float *made);
/* A side float of the list item that is the row `row` hangs so far out of it; its x counts from the item's edge. */
void flow_hang_out(struct builder *builder, uint32_t row, const struct flow_float *floated, len x, len height);
/* So far in from its edge of the reference area as it says. */
void flow_set_x(const struct flow_home *home, struct flow_float *floated);
/* The edge that faces what stands beside it. */
len flow_float_edge(const struct flow_float *floated);
/* A float that goes on beside what is built next, as far down as that may come; its number. Then how far it stands below
 * what comes next. */
guint flow_add_side(struct builder *builder, struct flow_float *floated);
void flow_set_side(struct builder *builder, guint side, const struct flow_float *floated, len drop);

/* ---- side.c ---- */

/* Odd pages are bound at the left, even ones at the right. The page that is planned decides; what comes to another is built anew (page/plan.c). */
enum fo_keyword flow_side_of(struct layout *layout, enum fo_keyword keyword);
/* Whether side floats stand beside what comes next. */
bool flow_is_beside(struct builder *builder);
/* Whether they make what is built now narrower than its place on another page. */
bool flow_is_narrow(struct builder *builder);
/* How far down what comes next is, or what it would push away with a space of that size. */
len flow_next_y(struct builder *builder, len space);
/* By how much they stand into the measure at its edges. */
struct flow_intrusion {
	len start, end;
	len height; /* down to where that changes; LEN_MAX: it does not */
	len free;   /* down to the top of a float that is to stand there; likewise */
};
struct flow_intrusion flow_intrusion_at(const struct builder *builder, len x, len width, len y, len height);
/* The same into the reference area, of floats beside which another one of that height stands at y: those that come before it. */
struct flow_intrusion flow_float_intrusion(const struct builder *builder, len y, len height);
/* How far a line of about that height moves in from its block's own edges (intrusion-displace). */
struct flow_intrusion flow_line_intrusion(struct builder *builder, const struct fo_node *block, len start, len end, len height);
/* How far the label of a list's item moves in, which begins so far down and is so high. */
len flow_label_shift(struct builder *builder, const struct fo_node *item, len y, len height);
/* The side whose floats end first of those that stand into the measure. */
enum fo_keyword flow_nearer_side(const struct builder *builder, const struct flow_intrusion *met);
/* Before a block-level object is built: reference areas, and blocks with intrusion-displace="block", move between floats as a whole (the
 * builder's measure is narrowed). False: it has no room there and stands below them. */
bool flow_displace(struct builder *builder, const struct fo_node *node);
/* Between its space-before and itself: it moves below floats. */
void flow_clear(struct builder *builder);
/* A reference area ends: its floats do not stand out of it. hidden: what was hidden in the one around. */
void flow_end_floats(struct builder *builder, guint hidden);
/* Floats are left behind on an earlier page. */
void flow_drop_floats(struct builder *builder);
/* What comes next has no room beside floats at that side, or both, and stands below them. */
void flow_give_way(struct builder *builder, enum fo_keyword side);
/* Before a float is put beside what comes next. */
void flow_begin_sides(struct builder *builder);
void flow_put_side(struct builder *builder, const struct flow_side *side);
/* A float that goes on, so far down, in the flow's own reference area, stands beside or below those of the flow around. */
void flow_avoid_outer(struct builder *builder, const struct flow_home *home, struct flow_float *floated, len *y);
/* A part of a list's item, which is no reference area, is a flow of its own: it stands beside the floats of that around it, at the place that comes next
 * there; beside those of other content that stands beside it at the same height. */
void flow_enter_part(struct builder *builder, struct builder *around, const struct fo_node *item);
bool flow_reaches_out(const struct layout *layout,
					  const struct flow_cell *other); /* whether there are such in what is to be placed of it */
/* later: it comes later in the document. */
void flow_take_sides(struct builder *builder, const struct flow_cell *other, bool later);

/* ---- resume.c: side floats that go on in a flow that is built anew ---- */

struct resumed;
/* What goes on at a place of a flow, whose next object is the item `next`. */
struct resumed *flow_resume(struct layout *layout, const struct flow *flow, struct flow_at at, uint32_t next);
/* Those of the reference area that is being built: `area`, or NULL for that of the flow. */
void flow_resume_within(struct resumed *resumed, struct builder *builder, const struct fo_node *area);
/* What is opened again has no room beside them: it goes on below. */
void flow_resume_below(struct resumed *resumed);
/* What is around is open: how far down they reach. */
void flow_resume_all(struct resumed *resumed, struct builder *builder);
/* Puts their items where the flow goes on. Frees `resumed`. */
void flow_resume_at(struct resumed *resumed, struct builder *builder, struct flow *flow, uint32_t index);

/* ---- anew_row.c: a row that a page cut goes on in a row that is built anew ---- */

/* What is left of the row that is built first, if it is that of the node; it is asked for once. */
struct flow_row *flow_take_rest(struct builder *builder, const struct fo_node *node);
/* Its cells do not go on as they are: in another measure, or on the other side of the sheet; or the row itself, which begins at x and is so wide. */
bool flow_is_set_anew(const struct builder *builder, const struct flow_row *rest, len x, len width);
/* The cell, of which all but the content is made, goes on with what is left of it, in its own measure. */
void flow_go_on(struct builder *builder, struct flow_row *row, struct flow_cell *cell, const struct flow_cell *rest, len measure);

/* ---- anew.c ---- */

/* A cell's content from *at on, in that measure, built as it is asked for; *at is then the place in it. item: of a part of this list's item. */
struct flow *flow_content_anew(struct builder *around, struct flow *flow, struct flow_at *at, len width,
							   const struct fo_node *item);
/* The same in a builder that is made for it and has nothing yet. */
struct flow *flow_content_in(struct builder *part, struct flow *flow, struct flow_at *at, len width);

/* ---- stream.c ---- */

/* The builder has made more items: its array may have moved. */
void flow_refresh(struct flow *flow);
/* No region asks for more of what goes on. */
len flow_most_asked(const struct layout *layout);

/* ---- build.c ---- */

struct builder *builder_new(struct layout *layout, len width, len height);
void builder_free(struct builder *builder);
/* Builds all that is left into the flow. Frees the builder. */
void builder_finish(struct builder *builder, struct flow *flow);
/* One without items yet. */
struct flow *flow_new(struct layout *layout, struct arena *arena, const struct fo_node *node, struct area_structure *tag,
					  len width, len height);
/* One child of the innermost object, or its end. False: all are closed. */
bool builder_next(struct builder *builder);
bool builder_is_done(const struct builder *builder);
/* The element of a block, or that around it. */
struct area_structure *flow_tag_of_block(struct builder *builder, const struct fo_node *block, struct area_structure *tag);
/* Builds the children of a block-level object, in a group of its own (or NULL). */
void flow_push(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct area_structure *tag);
/* What is asked for: the content of a reference area, or of a part of a list's item, which may have a keep of its own. */
void flow_push_first(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* Builds a table's rows in its group. The frame owns the table. */
void flow_push_table(struct builder *builder, const struct fo_node *node, const struct flow_group *group, struct table *table);

/* Objects that take no part in the flow by themselves. */
static inline bool flow_is_nothing(const struct fo_node *node)
{
	return node->kind == FO_MARKER;
}

/* ---- run.c ---- */

/* An inline-level object with blocks in it: its inline content goes on with what stands around it. */
bool flow_is_parted(struct layout *layout, const struct fo_node *node);
bool flow_has_inline(struct layout *layout, const struct fo_node *node);
/* What comes after a node in a block; the inlines that end there are marked. */
const struct fo_node *flow_leave(struct builder *builder, const struct fo_node *block, const struct fo_node *node);
/* Inline content of the frame's object: lines, unless there is nothing but places between blocks. */
void flow_build_run(struct builder *builder, const struct flow_frame *frame, const struct fo_node *first,
					const struct fo_node *end);

/* ---- lines.c ---- */

/* Begins the lines of a block's inline content from `first` on, up to `end` (NULL: to the last): all of them, or, beside floats, so many that more
 * follow before anything else is built. */
void flow_add_lines(struct builder *builder, const struct fo_node *block, const struct fo_node *first, const struct fo_node *end,
					struct area_structure *tag);
void flow_more_lines(struct builder *builder);
void flow_drop_lines(struct builder *builder);
/* A float has its place: its line, if it stands in one, does not make it once more. */
void flow_note_placed(struct builder *builder, const struct fo_node *node);

/* ---- group.c ---- */

/* What an object's own area keeps to (area.h); that it holds its content between these sides, from the group's x. */
struct area_hold flow_hold_of(struct builder *builder, const struct fo_node *node);
void flow_hold_across(struct flow_group *group, len x, len width);
/* The block's group: between the indents of its reference area, with its borders and padding outside them. */
struct flow_group *flow_group_of(struct builder *builder, const struct fo_node *node, struct area_structure *tag);

/* ---- container.c ---- */

void flow_build_container(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* The group of a container that is as tall as its content, and what its children count from. */
const struct flow_group *flow_container_group(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
void flow_enter_container(struct builder *builder, const struct fo_node *node, const struct flow_group *group);

/* ---- table.c ---- */

void flow_build_table(struct builder *builder, const struct fo_node *node, struct area_structure *tag);
/* Adds the table's next rows: one, or those that spans bind together. False: there are no more. */
bool flow_table_more(struct table *table);
void flow_table_free(struct table *table); /* NULL is allowed */

/* ---- table_shared.c ---- */

/* What the last table built to its end leaves for those that go on from it. */
void flow_drop_table(struct layout *layout);

/* ---- caption.c ---- */

/* A fo:table-and-caption whose caption stands at a side of the table. */
bool flow_caption_is_beside(const struct fo_node *node);
void flow_build_beside(struct builder *builder, const struct fo_node *node, struct area_structure *tag);

/* ---- list_item.c ---- */

/* The item of a list, from its label and body. */
void flow_build_item(struct builder *builder, const struct fo_node *item, struct area_structure *tag);

/* ---- list.c ---- */

/* The list's element, which says how it counts. */
struct area_structure *flow_list_tag(struct layout *layout, const struct fo_node *list, struct area_structure *parent);

#endif
