/* still: pages on which nothing gets on. What goes on from page to page says something on each, or ends; where it does not, a head or edges that are kept
 * leave no room for it, on bodies of whatever sizes take turns. So many pages are let pass, then what is left is taken whole, and said to overrun: pages
 * end, whatever is asked for. */
#include "page/page_int.h"

/* More than the tallest row without a word has on pages of paper. */
#define STILL_MAX 128

static bool has_line(const struct area *area)
{
	if (area->kind == AREA_LINE)
		return area->tag != &area_artifact;
	for (const struct area *child = area->first_child; child; child = child->next)
		if (has_line(child))
			return true;
	return false;
}

/* Where the sequence goes on: the row of which something is left, else the item; the float and the footnote that go on, but for one that is repeated. */
static struct page_still here(const struct sequence *sequence)
{
	const struct flow_row *cut = sequence->at.cut;
	const struct flow *flow = sequence->flow;
	const struct flow_item *item = sequence->at.index < flow->count ? &flow->items[sequence->at.index] : NULL;
	const struct flow_float *floated = sequence->floats->len ? sequence->floats->pdata[0] : NULL;
	const struct page_note *note = sequence->notes->len ? &g_array_index(sequence->notes, struct page_note, 0) : NULL;
	return (struct page_still){.item = cut    ? cut->node
									   : item ? item->node
											  : NULL,
							   .due = cut ? cut->due : 0,
							   .floated = floated ? floated->node : NULL,
							   .note = note && !note->repeat ? note->body : NULL};
}

static bool is_same(const struct page_still *a, const struct page_still *b)
{
	return a->item == b->item && a->due == b->due && a->floated == b->floated && a->note == b->note;
}

void page_note_still(struct sequence *sequence, const struct area *body)
{
	struct page_still now = here(sequence);
	bool still = is_same(&now, &sequence->still) && !has_line(body);
	now.pages = still ? sequence->still.pages + 1 : 0;
	sequence->still = now;
}

bool page_stands_still(const struct sequence *sequence)
{
	return sequence->still.pages >= STILL_MAX;
}
