/* held: what a region could hold alone of that which a keep binds (XSL 1.1, 4.8): found out where one ends within it. */
#include "flow/fit_int.h"

/* One that is lower holds no more, one that is higher no less. */
enum flow_held_kind flow_held_by(const struct flow_item *item, bool column, len height)
{
	const struct flow_held *held = column ? &item->in_column : &item->on_page;
	bool other = height && (held->kind == FLOW_HELD ? height < held->height : height > held->height);
	return other ? FLOW_HELD_UNKNOWN : held->kind;
}

struct flow_room flow_next_room(const struct flow_room *room)
{
	struct flow_room next = *room;
	next.height = room->ending.next;
	next.paid = 0;
	next.capped = next.may_be_none = next.ending.started = false;
	next.ending.vain = (struct flow_vain_below){0};
	return next;
}

static bool is_within(const struct flow *flow, uint32_t index, uint32_t open)
{
	uint32_t around = flow->items[index].around;
	while (around > open + 1)
		around = flow->items[around - 1].around;
	return around == open + 1;
}

/* Whether a group that begins at the top of a region ends in it, or a row stands there whole. */
static bool is_held(struct flow *flow, uint32_t from, const struct flow_room *room)
{
	struct scan scan = scan_begin(flow, (struct flow_at){.index = from}, room);
	uint32_t index;
	enum scan_verdict verdict = scan_walk(&scan, (struct flow_at){.index = from}, &index);
	flow_walk_end(&scan.walk);
	if (scan.parted_by)
		return false;
	if (verdict == SCAN_ALL || verdict == SCAN_SPAN)
		return true;
	return flow->items[from].kind == FLOW_ROW ? index != from : !is_within(flow, index, from);
}

/* The groups with a keep around an item, and itself when it is a row, of which that is not known; the innermost first. What began on a page before
 * is parted already, and its contents may be closed. */
static GArray *doubtful(const struct scan *scan, uint32_t index, const struct flow_room *region)
{
	bool column = region->ending.column;
	struct flow_item *items = scan->flow->items;
	GArray *found = NULL;
	bool is_row = items[index].kind == FLOW_ROW && !scan_parts_row(scan, &items[index], scan_row(scan, index));
	for (uint32_t i = is_row ? index + 1 : items[index].around; i > scan->parted; i = items[i - 1].around) {
		enum flow_held_kind held = flow_held_by(&items[i - 1], column, region->height);
		if (held == FLOW_NOT_HELD)
			break;
		if (held == FLOW_HELD || !scan_counted_strength(scan, &items[i - 1], column))
			continue;
		uint32_t open = i - 1;
		found = found ? found : g_array_new(FALSE, FALSE, sizeof(uint32_t));
		g_array_append_val(found, open);
	}
	return found;
}

static void note(const struct scan *scan, const GArray *open, guint index, enum flow_held_kind kind,
				 const struct flow_room *region)
{
	struct flow_item *item = &scan->flow->items[g_array_index(open, uint32_t, index)];
	*(region->ending.column ? &item->in_column : &item->on_page) = (struct flow_held){kind, region->height};
}

/* Notes which of what goes on behind the item where the region ends a region would hold. True: it is news that one does not. */
static bool note_held_by(const struct scan *scan, uint32_t index, const struct flow_room *region)
{
	GArray *open = doubtful(scan, index, region);
	if (!open)
		return false;
	guint low = 0, high = open->len; /* what is around one that is not held is not held either */
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (is_held(scan->flow, g_array_index(open, uint32_t, middle), region))
			low = middle + 1;
		else
			high = middle;
	}
	for (guint i = 0; i < open->len; i++)
		note(scan, open, i, i < low ? FLOW_HELD : FLOW_NOT_HELD, region);
	bool news = low < open->len;
	g_array_free(open, TRUE);
	return news;
}

/* The same of the next region, and at a page's end of each of the columns there. */
bool scan_note_held(const struct scan *scan, uint32_t index)
{
	const struct flow_ending *ending = &scan->room->ending;
	struct flow_room next = flow_next_room(scan->room), column = next;
	next.apart = column.apart = false; /* of a row's cell, too: its footnotes stand in the next region */
	column.height = ending->each;
	column.ending.column = true;
	bool parted = !ending->column && ending->each > 0 && ending->each < ending->next && note_held_by(scan, index, &column);
	return note_held_by(scan, index, &next) || parted;
}
