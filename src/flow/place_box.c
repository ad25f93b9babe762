/* place_box: a box → its area, with the footnotes, markers and containers that its line holds. In a repeated head or foot it is a copy. */
#include "flow/place_int.h"

/* ---- what a line holds ---- */

void flow_note_markers(const struct placer *placer, const struct fo_node *node, bool starts)
{
	if (!placer->repeat || placer->repeats_notes)
		layout_markers_note(placer->layout->markers, node, starts && !placer->repeat);
}

void flow_end_markers(const struct placer *placer, const struct fo_node *node)
{
	if (!placer->repeat)
		layout_markers_end(placer->layout->markers, node);
}

static void note_anchors(struct placing *placing, const struct line_anchor *anchors)
{
	for (; anchors; anchors = anchors->next) {
		if (anchors->id)
			layout_ref_set(placing->placer->layout, anchors->id, placing->placer->label);
		if (anchors->marked) {
			flow_note_markers(placing->placer, anchors->marked, anchors->begins);
			if (anchors->ends)
				flow_end_markers(placing->placer, anchors->marked);
		}
		const struct flow_box *held = anchors->held;
		if (held && !held->content_area->first_child)
			flow_place_all(placing->placer, held->content, held->content_area, held->content_x, held->content_y);
		if (anchors->note && !anchors->is_held && placing->placer->notes)
			g_ptr_array_add(placing->placer->notes, (gpointer)(uintptr_t)anchors);
	}
}

/* The footnotes and markers of what is repeated. */
static void repeat_notes(struct placing *placing, const struct line_anchor *anchors)
{
	for (; anchors; anchors = anchors->next) {
		if (anchors->marked)
			flow_note_markers(placing->placer, anchors->marked, false);
		if (!anchors->note || anchors->is_held || !placing->placer->notes)
			continue;
		struct line_anchor *again = ARENA_NEW(placing->placer->layout->arena, struct line_anchor);
		*again = *anchors;
		again->again = true;
		g_ptr_array_add(placing->placer->notes, again);
	}
}

/* ---- copies ---- */

/* The children of containers while they are elsewhere. */
struct children {
	struct area *first, *last;
};

static struct children take_children(struct area *area)
{
	struct children children = {area->first_child, area->last_child};
	area->first_child = area->last_child = NULL;
	return children;
}

static void give_children(struct area *area, struct children children)
{
	area->first_child = children.first;
	area->last_child = children.last;
}

/* The containers within the line that begin with these anchors are placed, one within the other's list, then the area is copied. */
static struct area *copy_with(struct placing *placing, const struct flow_box *box, const struct line_anchor *anchors)
{
	while (anchors && !anchors->held)
		anchors = anchors->next;
	if (!anchors)
		return area_copy(placing->placer->layout->arena, box->area, &area_artifact);
	const struct flow_box *held = anchors->held;
	struct children before = take_children(held->content_area);
	flow_place_all(placing->placer, held->content, held->content_area, held->content_x, held->content_y);
	struct area *copy = copy_with(placing, box, anchors->next);
	give_children(held->content_area, before);
	return copy;
}

/* A box of a row that is repeated, as furniture. What its containers were given on the page of the first row is in a generation of that page
 * (keep.c), and may be gone: they are filled anew. */
static struct area *repeated_area(struct placing *placing, const struct flow_box *box)
{
	if (!box->content || placing->placer->probes)
		return copy_with(placing, box, placing->placer->probes ? NULL : box->anchors);
	struct children before = take_children(box->content_area);
	flow_place_all(placing->placer, box->content, box->content_area, box->content_x, box->content_y);
	struct area *copy = area_copy(placing->placer->layout->arena, box->area, &area_artifact);
	give_children(box->content_area, before);
	return copy;
}

/* ---- the box ---- */

static void put_positioned(struct placing *placing, const struct flow_box *box, struct area *area)
{
	if (box->position == FLOW_FIXED && placing->placer->page) {
		area_page_insert(placing->placer->page, area);
		return;
	}
	area->x = placing->x + box->x;
	area->y += placing->top;
	area->hold.free_across = area->hold.free_down = true;
	area_append(g_array_index(placing->open, struct open_area, 0).area, area);
}

static void place_static(struct placing *placing, const struct flow_box *box, struct area *area)
{
	placing_settle(placing);
	bool verso = placing->placer->page && placing->placer->page->number % 2 == 0;
	placing_put(placing, area, box->x + (verso ? box->verso : 0));
	placing->y = len_add(placing->y, box->height);
}

void placing_put_box(struct placing *placing, const struct flow_box *box)
{
	struct placer *placer = placing->placer;
	struct area *area = placer->repeat ? repeated_area(placing, box) : box->area;
	if (box->content && !placer->repeat && !box->content_area->first_child)
		flow_place_all(placer, box->content, box->content_area, box->content_x, box->content_y);
	if (!box->content && !placer->repeat)
		note_anchors(placing, box->anchors);
	else if (!box->content && placer->repeats_notes)
		repeat_notes(placing, box->anchors);
	if (box->area->id && !placer->repeat)
		layout_ref_set(placer->layout, box->area->id, placer->label);
	if (box->position == FLOW_STATIC)
		place_static(placing, box, area);
	else
		put_positioned(placing, box, area);
}
