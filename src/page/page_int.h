/* Inside page: document.c makes the passes over a document, sequence.c goes from page to page of a page sequence, page.c makes one. master.c chooses its
 * master, geometry.c says where the regions of that lie; plan.c plans what it takes of the flow (plan_int.h), float.c what floats to its top, body.c
 * places that, note.c its footnotes, static.c what stands around; overrun.c says what of that overruns its place, say.c what its end breaks, no_room.c
 * what its master leaves no place; still.c sees to it that pages come to an end. */
#ifndef GONGWEN_PAGE_INT_H
#define GONGWEN_PAGE_INT_H

#include "flow/flow.h"
#include "page/page.h"

/* ---- master.c: which page master a page has ---- */

struct page_kind {  /* what conditions ask of a page (XSL 6.4.11) */
	unsigned index; /* from 0 in its sequence */
	bool last, blank, after_blank;
	int number;
};
/* The simple-page-master for a page of a sequence. NULL when masters are used up (said). */
const struct fo_node *page_master(struct layout *layout, const struct fo_node *sequence, const struct page_kind *kind);
/* The same of a page that may come; nothing is said. */
const struct fo_node *page_master_ahead(struct layout *layout, const struct fo_node *sequence, const struct page_kind *kind);
/* The master that a page-position of "only" calls for, when number `number` is to be the sequence's only page; or NULL. */
const struct fo_node *page_master_only(struct layout *layout, const struct fo_node *sequence, int number);
/* Whether the flow goes to the body of that master: their names are the same. */
bool page_master_takes(const struct fo_node *master, const struct fo_node *flow);
/* Whether one of the masters of the sequence takes it. */
bool page_masters_take(struct layout *layout, const struct fo_node *sequence, const struct fo_node *flow);

/* ---- geometry.c: where the regions of a master lie ---- */

struct page_region {
	const struct fo_node *node; /* fo:region-…, or NULL */
	const char *name;
	struct rectangle place;   /* of its content, on the page */
	int turn;                 /* reference-orientation of the region: of its content in that place; */
	struct rectangle content; /* flow_turned(): the place as the content counts */
	int turned;               /* of its content on the page, with that of the master */
	len edge[4];              /* border and padding around that: XSL wants none (6.4.14 …), FOP takes them */
};
enum page_regions { PAGE_BODY, PAGE_BEFORE, PAGE_AFTER, PAGE_START, PAGE_END, PAGE_REGIONS };
struct page_geometry {
	len width, height;
	int turn;                /* reference-orientation of the master */
	struct rectangle within; /* of the page, what its margins leave; it is what turns */
	struct rectangle
		inner; /* what regions and fixed positions count from: the page, or (0, 0) and the measures of what is turned */
	struct page_region region[PAGE_REGIONS];
};
struct page_geometry page_geometry(const struct fo_node *master);

/* What positions that are fixed count from in what is built next. */
void page_enter(struct layout *layout, const struct page_geometry *geometry);

/* ---- label.c ---- */

/* The page number in the format of fo:page-sequence: 1, 01 (in groups), a, A, i, I, 一 (十二), 〇 (一二). */
const char *page_label(struct arena *arena, const struct fo_style *style, int number);

/* ---- a page sequence on its way ---- */

/* A footnote that goes on on the next page. */
struct page_note {
	const struct fo_node *body; /* fo:footnote-body */
	bool repeat;                /* of a table's head or foot that stands on an earlier or later page, too */
	bool continued;             /* a part of it stands on an earlier page */
	struct flow *flow;
	struct flow_at at;
};

/* What goes on to the next page, and on how many pages before it nothing of it was said (still.c). */
struct page_still {
	const struct fo_node *item, *floated, *note;
	len due;
	unsigned pages;
};

struct sequence {
	struct layout *layout;
	const struct fo_node *node, *flow_node;
	const struct fo_node *next; /* the sequence after this one, or NULL */
	struct area_structure *tag;
	struct flow *flow;
	GPtrArray *flows; /* struct flow: all that are open: those that a page is planned with */
	struct flow_at at;
	bool spans;             /* at `at`, blocks stand across all columns */
	GArray *notes;          /* struct page_note: what earlier pages left */
	int number;             /* of the next page */
	unsigned index;         /* the same, from 0 in this sequence */
	enum fo_keyword forced; /* the break before the next page */
	bool after_blank;       /* the page before the next is blank */
	bool mapped;            /* the flow goes only to bodies of its name */
	unsigned passed;        /* so many pages before the next have none */
	struct page_still still;
	bool begun;          /* something of the flow is placed */
	bool lacks_last;     /* the flow is at its end, but no page with the master of last ones is made */
	bool forces;         /* the next page is the blank one that force-page-count adds */
	len separator;       /* height of xsl-footnote-separator */
	len float_separator; /* of xsl-before-float-separator */
	GPtrArray *floats;   /* const struct flow_float: for the top of a later page */
	len column_width, region_width;
};

/* ---- sequence.c ---- */

/* Lays a fo:page-sequence out, from page number `number` on; `next`: the sequence after it, or NULL. Returns the number after its last page. */
int page_sequence(struct layout *layout, const struct fo_node *sequence, const struct fo_node *next, int number,
				  struct area_structure *parent);

/* force-page-count: whether a blank page is missing after so many pages, the last of them with that number (7.27.4). */
bool page_is_missing(const struct sequence *sequence, unsigned count, int last);

/* ---- page.c ---- */

/* The next page, or a blank one before it. False: there is no master for it (said). */
bool page_make(struct sequence *sequence, bool blank);

/* ---- what a page takes of the flow ---- */

/* The content of a region-body, in its own orientation. */
struct page_body {
	const struct page_region *region;
	len width, height, gap, column_width;
	int columns;
};

/* What a page takes: columns, in the order of the flow. */
struct page_column {
	struct flow *flow;
	struct flow_at at;
	struct flow_fit fit;
	len x, y, room;
	len width; /* of the body where the stretch spans its columns */
};
struct page_plan {
	GArray *columns;   /* struct page_column */
	len notes;         /* what footnotes take at the foot of the body */
	GPtrArray *floats; /* const struct flow_float: at the top of the body */
	guint fresh;       /* how many of them have their places on this page */
	len top;           /* what they take, with their separator */
	struct flow *flow; /* goes on at */
	struct flow_at next;
	bool spans;             /* there */
	enum fo_keyword forced; /* the break that ended the page, or FO_KW_NONE_GIVEN */
	bool all;               /* nothing is left */
};

/* ---- plan.c ---- */

/* What a page takes below floats that take so much; its floats are still to be filled in. */
struct page_plan page_plan_below(struct sequence *sequence, const struct page_body *body, len top);

/* ---- body.c ---- */

struct page_body page_body_of(const struct page_region *region);
/* The most that all columns of any page of the document hold. */
len page_most_room(struct layout *layout);
/* What is built next is for that body: the width of footnotes, its height, how it is turned. */
void page_enter_body(struct layout *layout, const struct page_body *body);
/* The same, and the flow is set to its measure, from where it goes on. */
void page_set_measure(struct sequence *sequence, const struct page_body *body);
/* What goes on at *at in a flow of its own, set anew for the body; *at is then the place in that. */
struct flow *page_open_anew(struct sequence *sequence, const struct page_body *body, struct flow *flow, struct flow_at *at);
/* Closes all flows but the one that goes on. */
void page_drop_flows(struct sequence *sequence);
/* Places what is planned into the body's region area, and moves on. */
void page_place_body(struct sequence *sequence, struct placer *placer, const struct page_body *body, const struct page_plan *plan,
					 struct area *region);

/* ---- still.c ---- */

/* After a page with that body. */
void page_note_still(struct sequence *sequence, const struct area *body);
/* What goes on is to be taken whole: else pages would not end. */
bool page_stands_still(const struct sequence *sequence);

/* ---- no_room.c ---- */

/* Says once a document what the page master leaves neither width nor height: itself, the body that the flow goes to (or NULL), the regions with content. */
void page_say_no_room(const struct sequence *sequence, const struct fo_node *master, const struct page_geometry *geometry,
					  const struct page_body *body);

/* ---- overrun.c ---- */

/* What a part of the page's content is to keep to, in the coordinates of the area that it stands in. */
struct page_bounds {
	len left, right, top, bottom; /* bottom LEN_MAX: what is below was said elsewhere */
};
/* Says what of the children of `around` after `last` (NULL: of all) stands outside, beside, above or below: of what is in cells and containers, outside of
 * those. Nobody that places things needs to look for it. */
void page_say_overruns(struct layout *layout, const struct area *around, const struct area *last, struct page_bounds bounds);

/* ---- say.c ---- */

/* A keep that the end of what a region takes breaks. */
void page_say_keep(struct layout *layout, const struct flow *flow, const struct flow_fit *fit);
/* White that is retained at the foot of what a region takes (4.3.1), and higher than all of it: it is said of what it comes after. */
void page_say_white(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit, len height);

/* ---- float.c ---- */

/* What a page takes, with the floats at its top. To be freed. */
struct page_plan page_plan(struct sequence *sequence, const struct page_body *body);
void page_plan_free(struct page_plan *plan);
/* Places the plan's floats at the top of the area; the others wait for the next page. */
void page_place_floats(struct sequence *sequence, struct placer *placer, const struct page_plan *plan, struct area *area);

/* ---- note.c ---- */

/* What the footnotes left by earlier pages would take, with the separator, at most `limit`: thousands may wait; what stands of them in so much of a page. */
len page_notes_left(const struct sequence *sequence, len limit);
len page_notes_within(const struct sequence *sequence, len height);
/* The separator of that name set as wide as the body, or NULL. */
struct flow *page_separator(const struct sequence *sequence, const char *label, const char *name);
/* How high both separators are in the body's width. */
void page_measure_separators(struct sequence *sequence);
/* Places footnotes left and new ones into `height` at the foot of the area; what has no room is left to the next page. */
void page_place_notes(struct sequence *sequence, struct placer *placer, struct area *area, len height);

/* ---- static.c ---- */

struct area *page_region_area(const struct sequence *sequence, const struct page_region *region);
/* The area of a region is that of a fo:flow or fo:static-content. */
void page_mark_region(const struct placer *placer, const struct fo_node *content, struct area *area);
/* What the content of the region counts from: its area, or what is turned in that. */
struct area *page_content_area(struct arena *arena, const struct page_region *region, struct area *area);
/* Fills the areas of the regions around the body. */
void page_place_static(const struct sequence *sequence, struct placer *placer, const struct page_region *region,
					   struct area *area);
/* Static content as wide as that; its height, with its footnotes (6.12.3), which have no place of their own; puts both into the area. */
struct flow *page_build_content(struct layout *layout, const char *label, const struct fo_node *content, len width, len height);
len page_static_height(struct layout *layout, struct flow *flow);
void page_place_content(struct placer *placer, struct flow *flow, struct area *area, len y);
const struct fo_node *page_static_content(const struct sequence *sequence, const char *region);

#endif
