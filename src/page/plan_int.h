/* Inside the planning of a page: plan.c plans it with its footnotes, stretches.c what stands one below the other,
 * column.c fills the columns, level.c makes them level. */
#ifndef GONGWEN_PAGE_PLAN_INT_H
#define GONGWEN_PAGE_PLAN_INT_H

#include "page/page_int.h"

/* A page being planned, down to where the next stretch of the flow begins. */
struct planner {
	struct sequence *sequence;
	const struct page_body *body;
	len paid;    /* for footnotes, of the whole page */
	bool capped; /* they have no more */
	len y;       /* where the stretch begins, below floats */
	len notes;
	bool started;
	bool split; /* a footnote goes on on the next page: no other one begins */
};

/* A stretch of the flow with the same columns: a span-reference-area. */
struct plan_stretch {
	GArray *columns;   /* struct page_column */
	struct flow *flow; /* goes on at */
	struct flow_at next;
	struct flow_fit last;         /* how its last column ended */
	const struct fo_node *across; /* what spans the columns below, or NULL */
	len height, notes;
	int32_t keep; /* the strongest that one of its breaks goes against */
	bool overfull, split, parted;
};
static inline struct page_column *plan_column(const struct plan_stretch *stretch, guint index)
{
	return &g_array_index(stretch->columns, struct page_column, index);
}

/* How tall columns may be: those before `fixed` as they were chosen, the others as tall as each other, but those from `upto` on, if that is not 0, and
 * those that begin where column `tall` did, or behind. */
struct plan_limits {
	const len *chosen;
	guint fixed, upto;
	struct page_column tall;
	len height, beyond;
	bool elastic;
	int last; /* so many columns, if it is not 0: the page ends with them */
};

/* ---- stretches.c ---- */

/* All stretches that stand on the page. */
void page_plan_stretches(struct planner *planner, struct page_plan *plan);

/* ---- column.c ---- */

/* The columns of the stretch that begins there; spans: it stands across all of them. */
struct plan_stretch page_fill(const struct planner *planner, struct flow *flow, struct flow_at at, bool spans,
							  const struct plan_limits *limits);
/* What a column of it has, of so many. */
struct flow_room page_column_room(const struct planner *planner, const struct plan_stretch *stretch,
								  const struct plan_limits *limits, int column, int columns);
/* Whether a stretch begins there: one that spans columns, or stands in them again. */
bool page_at_span(struct flow *flow, struct flow_at at);
void page_pass_span(struct page_plan *plan);
/* One stretch: what stands in the same columns. elastic: spaces stretch and shrink. To be taken, or its columns freed. */
struct plan_stretch page_stretch(const struct planner *planner, const struct page_plan *plan, bool elastic);
/* It is made, and taken. False when the page ends with it. */
bool page_plan_stretch(struct planner *planner, struct page_plan *plan);
/* It is part of the page; frees its columns. */
void page_take_stretch(struct planner *planner, struct page_plan *plan, const struct plan_stretch *stretch);
/* This one, as high as on the next page, where that is known now. */
struct page_body page_next_body(const struct planner *planner);

/* ---- level.c ---- */

/* The columns of a stretch that were as tall as there is room, level; frees those. Where the body moves its content down, they move together. */
struct plan_stretch page_balance(const struct planner *planner, struct flow *flow, struct flow_at at, struct plan_stretch full);

#endif
