/* plan: how much of the flow a page takes: footnotes take from the height of all columns (XSL 1.1, 4.10). A page is planned before it is made,
 * because its master may depend on whether it is the last. */
#include "page/plan_int.h"

/* What is known before a page is planned. */
struct start {
	struct sequence *sequence;
	const struct page_body *body;
	len left; /* for what pages before left of their footnotes */
	len top;
};

static struct page_plan plan_with(const struct start *start, len paid, bool capped)
{
	struct sequence *sequence = start->sequence;
	struct page_plan plan = {.columns = g_array_new(FALSE, FALSE, sizeof(struct page_column)),
							 .flow = sequence->flow,
							 .next = sequence->at,
							 .spans = sequence->spans,
							 .top = start->top};
	struct planner planner = {.sequence = sequence,
							  .body = start->body,
							  .paid = paid,
							  .capped = capped,
							  .notes = start->left,
							  .y = start->top,
							  .started = start->left > 0};
	page_plan_stretches(&planner, &plan);
	plan.notes = MIN(planner.notes, MAX(start->body->height, 0));
	return plan;
}

static void plan_again(struct page_plan *plan, const struct start *start, len paid, bool capped)
{
	g_array_free(plan->columns, TRUE);
	*plan = plan_with(start, paid, capped);
}

/* Room for footnotes pushes lines off the page, and their footnotes with them. The less room, the more is asked for: halfway between too little and
 * enough is tried a few times. At last the page takes what it can with the room that is asked for then. */
#define HALVINGS 6

static void settle_notes(struct page_plan *plan, const struct start *start, len enough)
{
	len low = start->left, used = plan->notes;
	for (int i = 0; i < HALVINGS && enough - low > LEN_PT; i++) {
		len middle = low + (enough - low) / 2;
		plan_again(plan, start, middle, false);
		if (plan->notes > middle) {
			low = middle;
		} else {
			enough = middle;
			used = plan->notes;
		}
	}
	plan_again(plan, start, used, true);
}

/* ---- beside what earlier pages left of footnotes ---- */

static bool takes_nothing(const struct page_plan *plan, const struct sequence *sequence)
{
	return plan->next.index == sequence->at.index && plan->next.cut == sequence->at.cut;
}

static bool keeps_all(const struct page_plan *plan)
{
	for (guint i = 0; i < plan->columns->len; i++)
		if (g_array_index(plan->columns, struct page_column, i).fit.keep > FO_KEEP_AUTO)
			return false;
	return true;
}

/* So many lines: orphans are two or three. */
#define LINES_MAX 3

/* Footnotes that would fill the page leave room for a line of the flow, as in FOP, or for those that stay together. */
static void spare_lines(struct page_plan *plan, struct start *start)
{
	const struct sequence *sequence = start->sequence;
	len line = flow_least_height(sequence->flow, sequence->at), all = start->left;
	for (int n = 1; n <= LINES_MAX && takes_nothing(plan, sequence); n++) {
		int64_t left = (int64_t)start->body->height - start->top - (int64_t)n * line;
		if (left <= (int64_t)sequence->separator + line)
			return;
		start->left = page_notes_within(sequence, (len)left);
		plan_again(plan, start, start->left, true);
		if (!takes_nothing(plan, sequence) && keeps_all(plan))
			return;
		start->left = all;
		plan_again(plan, start, all, false);
	}
}

/* Footnotes take from the height of all columns, so those of the last may move the first. */
static struct page_plan plan_below(struct sequence *sequence, const struct page_body *body, len top)
{
	struct start start = {sequence, body, page_notes_within(sequence, body->height), top};
	struct page_plan plan = plan_with(&start, start.left, false);
	if (start.left && takes_nothing(&plan, sequence))
		spare_lines(&plan, &start);
	len paid = plan.notes;
	if (plan.columns->len == 1 || paid == start.left)
		return plan;
	plan_again(&plan, &start, paid, false);
	if (plan.notes != paid)
		settle_notes(&plan, &start, paid);
	return plan;
}

/* ---- the page's side ---- */

/* Whether something was built for a page on the other side. */
static bool faces_away(const struct layout *layout, const struct page_plan *plan)
{
	for (guint i = 0; layout->sided && i < plan->columns->len; i++) {
		const struct page_column *column = &g_array_index(plan->columns, struct page_column, i);
		if (flow_part_faces_away(layout, column->flow, column->at, &column->fit))
			return true;
	}
	return false;
}

struct page_plan page_plan_below(struct sequence *sequence, const struct page_body *body, len top)
{
	struct page_plan plan = plan_below(sequence, body, top);
	if (!faces_away(sequence->layout, &plan))
		return plan;
	g_array_free(plan.columns, TRUE);
	sequence->flow = page_open_anew(sequence, body, sequence->flow, &sequence->at);
	return plan_below(sequence, body, top);
}
