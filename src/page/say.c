/* say: what is said of the place where a region ends: G606, a keep that is broken; G603, white that has no room. */
#include "page/page_int.h"

static const struct place *place_of_item(const struct flow_item *item)
{
	switch (item->kind) {
	case FLOW_BOX:
		return &item->box.area->place;
	case FLOW_ROW:
		return &item->row->node->place;
	case FLOW_OPEN:
	case FLOW_CLOSE:
		return &item->group->node->place;
	default:
		return NULL;
	}
}

/* What stands first in the next region: what ends there counts if it has something below it, or nothing else comes. */
static struct place place_at(const struct flow *flow, uint32_t index)
{
	for (; index < flow->count; index++) {
		const struct flow_item *item = &flow->items[index];
		bool ends = item->kind == FLOW_CLOSE && (flow_has_end(item->group) || index + 1 == flow->count);
		if (item->kind == FLOW_BOX || item->kind == FLOW_ROW || ends)
			return *place_of_item(item);
	}
	return (struct place){0};
}

void page_say_keep(struct layout *layout, const struct flow *flow, const struct flow_fit *fit)
{
	if (fit->broken && !fit->overfull)
		diag_say(layout->sink, DIAG_KEEP_BROKEN, place_at(flow, fit->end));
}

void page_say_white(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit, len height)
{
	len white = 0;
	for (uint32_t i = fit->cut > 0 ? 0 : fit->end; i > at.index; i--) {
		const struct flow_item *item = &flow->items[i - 1];
		const struct place *place = place_of_item(item);
		if (item->kind == FLOW_SPACE && item->space.after && item->space.retain)
			white = MAX(white, item->space.minimum);
		if (place && white > height) {
			layout_say_beyond(layout, *place);
			return;
		}
		if (place && item->kind != FLOW_CLOSE)
			return;
	}
}
