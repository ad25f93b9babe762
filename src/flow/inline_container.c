/* inline_container: a fo:inline-container for the line that asks for it, and the baseline of its content (XSL 1.1, 6.6.8). */
#include "flow/flow_int.h"

/* From the area's top down to the baseline of its first line; its height when it has none. */
static len first_baseline(const struct area *area)
{
	for (const struct area *child = area->first_child; child; child = child->next) {
		len below = child->kind == AREA_LINE    ? child->baseline
					: child->kind == AREA_BLOCK ? first_baseline(child)
												: child->height;
		if (child->kind == AREA_LINE || below < child->height)
			return child->y + below;
	}
	return area->height;
}

/* Where that baseline will be when the content is placed; the foot of what is turned. */
static len baseline_of(struct layout *layout, const struct flow_box *box)
{
	if (box->content_area->kind == AREA_TURNED)
		return box->area->height;
	bool clipped = box->content_area != box->area;
	struct area *probe = area_new(layout->arena, AREA_BLOCK, 0, 0, box->area->width, box->area->height);
	flow_place_all(&(struct placer){.layout = layout, .repeat = true, .probes = true}, box->content, probe, 0,
				   box->content_y + (clipped ? box->content_area->y : 0));
	return first_baseline(probe);
}

struct layout_container *flow_make_container(struct layout *layout, const struct fo_node *node, len measure,
											 struct area_structure *tag, bool placed)
{
	struct flow_box *box = ARENA_NEW(layout->arena, struct flow_box);
	*box = flow_container_box(layout, node, measure, tag);
	struct layout_container *made = ARENA_NEW(layout->arena, struct layout_container);
	*made = (struct layout_container){.area = box->area, .baseline = baseline_of(layout, box)};
	if (placed) {
		flow_place_all(&(struct placer){.layout = layout}, box->content, box->content_area, box->content_x, box->content_y);
		return made;
	}
	made->held = box;
	made->notes = box->anchors;
	return made;
}
