/* static: what stands around the body of a page: fo:static-content in its region (XSL 1.1, 6.4.20). */
#include <string.h>

#include "page/page_int.h"

const struct fo_node *page_static_content(const struct sequence *sequence, const char *region)
{
	for (const struct fo_node *child = sequence->node->first_child; child; child = child->next)
		if (child->kind == FO_STATIC_CONTENT && child->style->flow_name && strcmp(child->style->flow_name, region) == 0)
			return child;
	return NULL;
}

static enum area_region_kind kind_of_region(const struct fo_node *region)
{
	switch (region->kind) {
	case FO_REGION_BEFORE:
		return AREA_REGION_BEFORE;
	case FO_REGION_AFTER:
		return AREA_REGION_AFTER;
	case FO_REGION_START:
		return AREA_REGION_START;
	case FO_REGION_END:
		return AREA_REGION_END;
	default:
		return AREA_REGION_BODY;
	}
}

struct area *page_region_area(const struct sequence *sequence, const struct page_region *region)
{
	struct arena *arena = sequence->layout->arena;
	struct area *area = area_new(arena, AREA_REGION, region->place.x, region->place.y, region->place.width, region->place.height);
	area->region.name = region->name;
	area->region.kind = kind_of_region(region->node);
	area->place = region->node->place;
	const struct area_box *box = layout_box_of(sequence->layout, region->node);
	const len *edge = region->edge;
	if (box && (edge[AREA_BEFORE] || edge[AREA_AFTER] || edge[AREA_START] || edge[AREA_END])) {
		struct area *frame = area_new(arena, AREA_BLOCK, -edge[AREA_START], -edge[AREA_BEFORE],
									  len_add(area->width, edge[AREA_START] + edge[AREA_END]),
									  len_add(area->height, edge[AREA_BEFORE] + edge[AREA_AFTER]));
		frame->box = box;
		frame->tag = &area_artifact;
		area_append(area, frame);
	} else {
		area->box = box;
	}
	return area;
}

struct area *page_content_area(struct arena *arena, const struct page_region *region, struct area *area)
{
	struct rectangle place = {0, 0, region->place.width, region->place.height};
	return region->turn ? flow_turned_area(arena, area, place, region->turn) : area;
}

void page_mark_region(const struct placer *placer, const struct fo_node *content, struct area *area)
{
	area->id = content->id;
	if (content->id)
		layout_ref_set(placer->layout, content->id, placer->label);
}

/* ---- footnotes, which have no place of their own there (6.12.3): they stand below what the region has ---- */

static len notes_height(struct layout *layout, const struct flow *flow)
{
	len height = 0;
	for (const struct line_anchor *anchor = flow_notes(layout->arena, flow, (struct flow_at){0}); anchor; anchor = anchor->next)
		height = len_add(height, flow_anchored_height(anchor));
	return height;
}

len page_static_height(struct layout *layout, struct flow *flow)
{
	return len_add(flow_height(flow), notes_height(layout, flow));
}

void page_place_content(struct placer *placer, struct flow *flow, struct area *area, len y)
{
	GPtrArray *around = placer->notes, *notes = g_ptr_array_new();
	placer->notes = notes;
	flow_place_all(placer, flow, area, 0, y);
	placer->notes = NULL;
	y = len_add(y, flow_height(flow));
	for (guint i = 0; i < notes->len; i++) {
		const struct line_anchor *anchor = notes->pdata[i];
		flow_put_mark(placer, anchor->footnote, area, 0, y);
		flow_place_all(placer, flow_note_content(anchor->note), area, 0, y);
		y = len_add(y, flow_anchored_height(anchor));
	}
	g_ptr_array_free(notes, TRUE);
	placer->notes = around;
}

struct flow *page_build_content(struct layout *layout, const char *label, const struct fo_node *content, len width, len height)
{
	len note_width = layout->note_width;
	layout->artifact = true;
	layout->page_label = label;
	layout->note_width = width;
	struct flow *flow = flow_build(layout, content, width, height, &area_artifact);
	layout->artifact = false;
	layout->page_label = NULL;
	layout->note_width = note_width;
	return flow;
}

/* Furniture of the page: outside the structure. */
void page_place_static(const struct sequence *sequence, struct placer *placer, const struct page_region *region,
					   struct area *area)
{
	struct layout *layout = sequence->layout;
	const struct fo_node *content = page_static_content(sequence, region->name);
	area->tag = &area_artifact;
	if (!content)
		return;
	page_mark_region(placer, content, area);
	len width = region->content.width, height = region->content.height;
	area = page_content_area(layout->arena, region, area);
	int body_turn = layout->turn;
	layout->turn = region->turned;
	struct flow *flow = page_build_content(layout, placer->label, content, width, height);
	layout->turn = body_turn;
	len slack = height - page_static_height(layout, flow);
	if (slack < -LAYOUT_TOLERANCE)
		layout_say_overrun(layout, content->place, region->name, -slack);
	const struct area *last = area->last_child;
	len y = layout_align_down(region->node->style->display_align, slack);
	page_place_content(placer, flow, area, y);
	page_say_overruns(layout, area, last, (struct page_bounds){.right = width, .bottom = LEN_MAX});
}
