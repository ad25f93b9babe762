/* sequence: fo:page-sequence → pages, one by one, with blank ones where sides of the sheet or counts ask for them (XSL 1.1, 6.4.5). */
#include "page/page_int.h"

/* ---- how many pages there are to be ---- */

/* initial-page-number: a number, or −keyword. */
static int first_number(const struct fo_node *sequence, int number)
{
	int32_t initial = sequence->style->initial_page_number;
	bool odd = number % 2 != 0;
	if (initial == -(int32_t)FO_KW_AUTO_ODD)
		return odd ? number : number + 1;
	if (initial == -(int32_t)FO_KW_AUTO_EVEN)
		return odd ? number + 1 : number;
	return initial > 0 ? initial : number;
}

bool page_is_missing(const struct sequence *sequence, unsigned count, int last)
{
	const struct fo_node *next = sequence->next;
	bool last_is_odd = last % 2 != 0, count_is_odd = count % 2 != 0;
	switch (sequence->node->style->force_page_count) {
	case FO_KW_EVEN:
		return count_is_odd;
	case FO_KW_ODD:
		return !count_is_odd;
	case FO_KW_END_ON_EVEN:
		return last_is_odd;
	case FO_KW_END_ON_ODD:
		return !last_is_odd;
	case FO_KW_AUTO: /* so that the next sequence begins on its side */
		return next && next->style->initial_page_number != -(int32_t)FO_KW_AUTO &&
			   (first_number(next, last + 1) - last - 1) % 2 != 0;
	default:
		return false;
	}
}

/* ---- blank pages for sides of the sheet ---- */

/* Whether the next page is on that side of the sheet, if it is one. */
static bool is_on(const struct sequence *sequence, enum fo_keyword side)
{
	bool odd = sequence->number % 2 != 0;
	return odd ? side != FO_KW_EVEN_PAGE && side != FO_KW_EVEN : side != FO_KW_ODD_PAGE && side != FO_KW_ODD;
}

/* A break to an odd or even page, which may be the first thing in the flow, or a block that belongs on one (gw:page-side), may need a blank one; of
 * two that meet and contradict each other each has its page, as in FOP. */
static bool make_blanks(struct sequence *sequence)
{
	struct flow_page_sides sides = flow_page_sides(sequence->flow, sequence->at);
	bool made = is_on(sequence, sequence->forced) && is_on(sequence, sides.first) ? true : page_make(sequence, true);
	return made && (is_on(sequence, sides.last) || page_make(sequence, true));
}

/* ---- the sequence ---- */

static const struct fo_node *flow_of(const struct fo_node *sequence)
{
	for (const struct fo_node *child = sequence->first_child; child; child = child->next)
		if (child->kind == FO_FLOW)
			return child;
	return NULL;
}

static bool open_sequence(struct sequence *sequence)
{
	struct page_kind kind = {.number = sequence->number};
	const struct fo_node *master = page_master(sequence->layout, sequence->node, &kind), *flow = flow_of(sequence->node);
	if (!master || !flow)
		return false;
	struct page_geometry geometry = page_geometry(master);
	if (!geometry.region[PAGE_BODY].node)
		return false;
	struct page_body body = page_body_of(&geometry.region[PAGE_BODY]);
	page_enter(sequence->layout, &geometry);
	page_enter_body(sequence->layout, &body);
	sequence->layout->most_room = page_most_room(sequence->layout);
	sequence->layout->contents = g_ptr_array_new();
	sequence->layout->sided = false;
	sequence->column_width = body.column_width;
	sequence->region_width = body.width;
	sequence->flow_node = flow;
	sequence->mapped = page_masters_take(sequence->layout, sequence->node, flow);
	if (!sequence->mapped)
		diag_report(sequence->layout->sink, DIAG_FLOW_UNMAPPED, flow->place, "flow-name=\"%s\"", flow->style->flow_name);
	layout_markers_begin_sequence(sequence->layout->markers);
	sequence->flow = flow_open_stream(sequence->layout, flow, body.column_width, body.width, body.height,
									  layout_own_tag(sequence->layout, flow, sequence->tag));
	sequence->flows = g_ptr_array_new();
	g_ptr_array_add(sequence->flows, sequence->flow);
	sequence->notes = g_array_new(FALSE, FALSE, sizeof(struct page_note));
	sequence->floats = g_ptr_array_new();
	page_measure_separators(sequence);
	return true;
}

static void close_sequence(struct sequence *sequence)
{
	page_drop_flows(sequence);
	flow_close_stream(sequence->flow);
	g_ptr_array_free(sequence->flows, TRUE);
	for (guint i = 0; i < sequence->notes->len; i++)
		flow_end_waiting(g_array_index(sequence->notes, struct page_note, i).flow);
	for (guint i = 0; i < sequence->floats->len; i++)
		flow_end_waiting(((const struct flow_float *)sequence->floats->pdata[i])->content);
	g_array_free(sequence->notes, TRUE);
	g_ptr_array_free(sequence->floats, TRUE);
	sequence->layout->note_width = sequence->layout->body_height = sequence->layout->most_room = 0;
	flow_close_contents(sequence->layout, NULL, 0);
	g_ptr_array_free(sequence->layout->contents, TRUE);
}

static bool at_end(struct sequence *sequence)
{
	return sequence->at.index >= sequence->flow->count && !flow_more(sequence->flow) && !sequence->notes->len &&
		   !sequence->floats->len;
}

int page_sequence(struct layout *layout, const struct fo_node *node, const struct fo_node *next, int number,
				  struct area_structure *parent)
{
	struct sequence sequence = {.layout = layout, .node = node, .next = next, .number = first_number(node, number)};
	layout->tags = g_hash_table_new(NULL, NULL);
	sequence.tag = layout_tag(layout, node, parent, "Sect");
	bool going = open_sequence(&sequence);
	if (going) {
		do {
			going = make_blanks(&sequence) && page_make(&sequence, false);
		} while (going && (!at_end(&sequence) || sequence.lacks_last));
		sequence.forces = going && page_is_missing(&sequence, sequence.index, sequence.number - 1);
		if (sequence.forces)
			page_make(&sequence, true);
		close_sequence(&sequence);
	}
	g_hash_table_destroy(layout->tags);
	return sequence.number;
}
