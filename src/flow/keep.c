/* keep: which keeps count where a region ends (XSL 1.1, 4.8). Of those that cannot all be met as many are as can be: what no region could hold
 * alone is not kept together, but all within it that one could hold is; and what cannot stay together on the next region either does not go there for
 * it, but fills what is left of this one. */
#include "flow/fit_int.h"

/* ---- strengths ---- */

static int32_t strength(const struct scan *scan, struct fo_keep keep)
{
	return scan->room->ending.column ? keep.column : keep.page;
}

/* Of the regions that come next: a column, or all columns of a page. */
static enum flow_held_kind held_in(const struct scan *scan, const struct flow_item *item, bool column)
{
	const struct flow_ending *ending = &scan->room->ending;
	len height = column && !ending->column ? ending->each : ending->next;
	return flow_held_by(item, column, column && !height ? ending->whole : height);
}

static enum flow_held_kind held_of(const struct scan *scan, uint32_t index)
{
	return held_in(scan, &scan->flow->items[index], scan->room->ending.column);
}

/* The keep-together of a group or row against the end of a column or page. */
static int32_t strength_at(const struct flow_item *item, bool column)
{
	struct fo_keep keep = item->kind == FLOW_ROW ? item->row->keep : flow_keep(item->group->node->style->keep_together);
	return column ? keep.column : keep.page;
}

static int32_t own_strength(const struct scan *scan, const struct flow_item *item)
{
	return strength_at(item, scan->room->ending.column);
}

/* As much of it as counts: at a page's end, what is kept within a column only if a column holds it, though all those of a page together hold more. */
int32_t scan_counted_strength(const struct scan *scan, const struct flow_item *item, bool column)
{
	int32_t met = strength_at(item, column);
	if (column || held_in(scan, item, true) != FLOW_NOT_HELD)
		return met;
	const struct fo_node *node = item->kind == FLOW_ROW ? item->row->node : item->group->node;
	return MIN(met, node->style->keep_together.page);
}

/* The keep-together of groups, as far as they count: one that is parted already, or that no region holds, does not, nor do those around it. */
static int32_t keep_around(const struct scan *scan, uint32_t around, int32_t met, int32_t enough)
{
	const struct flow_item *items = scan->flow->items;
	for (; around > scan->parted && met < enough; around = items[around - 1].around) {
		if (held_of(scan, around - 1) == FLOW_NOT_HELD)
			break;
		met = MAX(met, scan_counted_strength(scan, &items[around - 1], scan->room->ending.column));
	}
	return met;
}

/* The innermost of the groups around an item that hold what is before it, too. */
static uint32_t common_group(const struct flow *flow, uint32_t index)
{
	uint32_t around = flow->items[index].around;
	for (guint i = 0; i < flow->items[index].inner && around; i++)
		around = flow->items[around - 1].around;
	return around;
}

bool flow_parts_kept(struct flow *flow, uint32_t page, const struct flow_fit *fit, struct flow_ending ending, uint32_t *open)
{
	if (fit->end >= flow->count || fit->keep <= FO_KEEP_AUTO)
		return false;
	struct flow_room room = {.ending = ending};
	struct scan scan = {.flow = flow, .room = &room};
	bool found = false;
	uint32_t around = fit->cut > 0 ? flow->items[fit->end].around : common_group(flow, fit->end);
	for (; around > page && held_of(&scan, around - 1) != FLOW_NOT_HELD; around = flow->items[around - 1].around) {
		if (scan_counted_strength(&scan, &flow->items[around - 1], false) < fit->keep)
			continue;
		*open = around - 1;
		found = true;
	}
	return found;
}

int32_t flow_keep_across(struct flow *flow, struct flow_at at)
{
	bool met = at.index && flow->items[at.index - 1].kind == FLOW_SPAN;
	for (uint32_t i = at.index; !at.cut && (i < flow->count || flow_more(flow)); i++) {
		const struct flow_item *item = &flow->items[i];
		if (item->kind == FLOW_BREAK || (!met && item->kind != FLOW_SPAN))
			break;
		if (flow_takes_room(item))
			return item->keep.page;
		met = true;
	}
	return FO_KEEP_AUTO;
}

/* Before an empty block, which ends at an item: keeps go on across it, to the next box; what is kept together may end with it. */
static int32_t keep_before_empty(const struct scan *scan, uint32_t index)
{
	const struct flow *flow = scan->flow;
	uint32_t next = index + 1, around = flow->items[index].around;
	while (next < flow->count && !flow_takes_room(&flow->items[next]))
		next++;
	while (around > scan->gap) /* it begins behind the break */
		around = flow->items[around - 1].around;
	return keep_around(scan, around, next < flow->count ? scan_keep_before(scan, next) : FO_KEEP_AUTO, FO_KEEP_ALWAYS);
}

int32_t scan_keep_before(const struct scan *scan, uint32_t index)
{
	const struct flow_item *item = &scan->flow->items[index];
	if (item->kind == FLOW_CLOSE)
		return keep_before_empty(scan, index);
	int32_t all = strength(scan, item->keep);
	return all ? keep_around(scan, common_group(scan->flow, index), strength(scan, item->edge), all) : all;
}

bool scan_keeps_next(const struct scan *scan, uint32_t index)
{
	const struct flow *flow = scan->flow;
	while (++index < flow->count && !flow_takes_room(&flow->items[index]))
		;
	return index < flow->count && strength(scan, flow->items[index].keep) > FO_KEEP_AUTO;
}

bool scan_is_broken(const struct scan *scan, uint32_t index)
{
	const struct flow_item *items = scan->flow->items;
	if (strength(scan, items[index].keep) < FO_KEEP_ALWAYS)
		return false;
	int32_t met = strength(scan, items[index].edge);
	uint32_t around = common_group(scan->flow, index);
	for (; around > scan->parted && met < FO_KEEP_ALWAYS; around = items[around - 1].around)
		met = MAX(met, own_strength(scan, &items[around - 1]));
	return met == FO_KEEP_ALWAYS;
}

/* ---- the next region ---- */

/* Rows within rows within rows: what is farther in does not ask what the next region holds. */
#define DEPTH_MAX 3

struct flow_ending scan_ending_within(const struct scan *scan, uint32_t index)
{
	struct flow_ending ending = scan->room->ending;
	ending.vain = (struct flow_vain_below){0};
	ending.waits |= scan->room->may_be_none;
	ending.depth++;
	if (ending.depth > DEPTH_MAX)
		ending.next = 0;
	if (ending.limit > 0)
		ending.limit = MAX(ending.limit - flow_walk_next(&scan->walk) - scan->walk.reserve, 1);
	for (uint32_t around = scan->flow->items[index].around; around && (ending.each > 0 || ending.whole > 0);) {
		const struct flow_item *open = &scan->flow->items[around - 1];
		const struct flow_group *group = open->group;
		len head = group->omit_header ? 0 : group->header_height, foot = group->omit_footer ? 0 : group->footer_height;
		len edges = group->kept_before + head + foot + group->kept_after;
		ending.next = MAX(ending.next - edges, 0);
		ending.each = MAX(ending.each - edges, 0);
		ending.whole = MAX(ending.whole - edges, 0);
		around = open->around;
	}
	return ending;
}

/* What goes on in vain within a row that comes next: from what this flow begins with, or what is around it. Cells that span rows are as they are. */
static struct flow_vain_below vain_within(const struct scan *scan, uint32_t index, const struct flow_row *row)
{
	const struct flow_vain *vain = &scan->vain;
	struct flow_vain_below around = scan->room->ending.vain;
	around.above = MAX(around.above - flow_walk_next(&scan->walk), 0);
	if (vain->keep > around.keep && index >= vain->from)
		around = (struct flow_vain_below){index == vain->from ? vain->cut : 0, vain->keep, vain->as};
	return row->whole ? (struct flow_vain_below){0} : around;
}

bool scan_parts_row(const struct scan *scan, const struct flow_item *item, const struct flow_row *row)
{
	const struct flow_ending *ending = &scan->room->ending;
	return item->rest || (row != item->row && (ending->column || !ending->started || row->parted));
}

struct cutting scan_cutting(const struct scan *scan, uint32_t index, const struct flow_row *row)
{
	const struct flow_item *item = &scan->flow->items[index];
	bool parted = scan_parts_row(scan, item, row);
	int32_t own = parted ? FO_KEEP_AUTO : own_strength(scan, item);
	int32_t met = parted || held_of(scan, index) == FLOW_NOT_HELD ? FO_KEEP_AUTO
																  : scan_counted_strength(scan, item, scan->room->ending.column);
	struct cutting cutting = {.keep = keep_around(scan, item->around, met, FO_KEEP_ALWAYS),
							  .ending = scan_ending_within(scan, index)};
	cutting.broken = MAX(own, cutting.keep) == FO_KEEP_ALWAYS;
	cutting.ending.vain = vain_within(scan, index, row);
	return cutting;
}
