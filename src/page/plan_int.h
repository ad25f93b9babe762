/* Inside the planning of a page: plan.c plans it with its footnotes, stretches.c what stands one below the other,
 * column.c fills the columns. */
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
	len limit;  /* > 0: the next stretch is no taller, with spaces at their optima */
};

/* All stretches that stand on the page. */
void page_plan_stretches(struct planner *planner, struct page_plan *plan);
/* One stretch: what stands in the same columns. False when the page ends with it. */
bool page_plan_stretch(struct planner *planner, struct page_plan *plan);
/* Whether one begins there. */
bool page_at_span(struct flow *flow, struct flow_at at);
/* What the next page has for the flow, in so many columns. */
len page_height_ahead(const struct planner *planner, int columns);

#endif
