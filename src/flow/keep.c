/* keep: which keeps count where a region ends (XSL 1.1, 4.8). Of those that cannot all be met as many are as can be: what no region could hold
 * alone is not kept together, but all within it that one could hold is; and what cannot stay together on the next region either does not go there for
 * it, but fills what is left of this one. */
#include "flow/fit_int.h"

/* ---- strengths ---- */

static int32_t strength(const struct scan *scan, struct fo_keep keep)
{
	return scan->room->ending.column ? keep.column : keep.page;
}

/* What is known of a region of that height: one that is lower holds no more, one that is higher no less. 0: of whatever height was asked for. */
static enum flow_held_kind held_by(const struct flow_item *item, bool column, len height)
{
	const struct flow_held *held = column ? &item->in_column : &item->on_page;
	bool other = height && (held->kind == FLOW_HELD ? height < held->height : height > held->height);
	return other ? FLOW_HELD_UNKNOWN : held->kind;
}

/* Of the regions that come next: a column, or all columns of a page. */
static enum flow_held_kind held_in(const struct scan *scan, const struct flow_item *item, bool column)
{
	const struct flow_ending *ending = &scan->room->ending;
	len height = column && !ending->column ? ending->each : ending->next;
	return held_by(item, column, column && !height ? ending->whole : height);
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
static int32_t counted_strength(const struct scan *scan, const struct flow_item *item, bool column)
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
		met = MAX(met, counted_strength(scan, &items[around - 1], scan->room->ending.column));
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
		if (counted_strength(&scan, &flow->items[around - 1], false) < fit->keep)
			continue;
		*open = around - 1;
		found = true;
	}
	return found;
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

/* Whether a row, or what is left of it, does not begin in the column, or on the page, that ends. */
static bool is_parted(const struct scan *scan, const struct flow_item *item, const struct flow_row *row)
{
	const struct flow_ending *ending = &scan->room->ending;
	return item->rest || (row != item->row && (ending->column || !ending->started || row->parted));
}

struct cutting scan_cutting(const struct scan *scan, uint32_t index, const struct flow_row *row)
{
	const struct flow_item *item = &scan->flow->items[index];
	bool parted = is_parted(scan, item, row);
	int32_t own = parted ? FO_KEEP_AUTO : own_strength(scan, item);
	int32_t met = parted || held_of(scan, index) == FLOW_NOT_HELD ? FO_KEEP_AUTO
																  : counted_strength(scan, item, scan->room->ending.column);
	struct cutting cutting = {.keep = keep_around(scan, item->around, met, FO_KEEP_ALWAYS),
							  .ending = scan_ending_within(scan, index)};
	cutting.broken = MAX(own, cutting.keep) == FO_KEEP_ALWAYS;
	cutting.ending.vain = vain_within(scan, index, row);
	return cutting;
}

/* The next column, or the columns of the next page as one. */
static struct flow_room next_room(const struct flow_room *room)
{
	struct flow_room next = *room;
	next.height = room->ending.next;
	next.paid = 0;
	next.capped = next.may_be_none = next.ending.started = false;
	next.ending.vain = (struct flow_vain_below){0};
	return next;
}

/* ---- what no region holds ---- */

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
	const struct flow_row *row = scan->cut && index == scan->start ? scan->cut : items[index].row;
	bool is_row = items[index].kind == FLOW_ROW && !is_parted(scan, &items[index], row);
	for (uint32_t i = is_row ? index + 1 : items[index].around; i > scan->parted; i = items[i - 1].around) {
		enum flow_held_kind held = held_by(&items[i - 1], column, region->height);
		if (held == FLOW_NOT_HELD)
			break;
		if (held == FLOW_HELD || !counted_strength(scan, &items[i - 1], column))
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
static bool note_held(const struct scan *scan, uint32_t index)
{
	const struct flow_ending *ending = &scan->room->ending;
	struct flow_room next = next_room(scan->room), column = next;
	next.apart = column.apart = false; /* of a row's cell, too: its footnotes stand in the next region */
	column.height = ending->each;
	column.ending.column = true;
	bool parted = !ending->column && ending->each > 0 && ending->each < ending->next && note_held_by(scan, index, &column);
	return note_held_by(scan, index, &next) || parted;
}

/* ---- what goes on in vain ---- */

/* Whether something that has room goes on to the next region. */
static bool leaves_hole(const struct flow *flow, const struct flow_fit *fit)
{
	for (uint32_t i = fit->end; i < fit->full; i++)
		if (flow_takes_room(&flow->items[i]))
			return true;
	return flow->items[fit->full].kind == FLOW_ROW;
}

/* The keep that the next region ends against when it begins there, if that is stronger than `as`; else FO_KEEP_AUTO. above: of a row that begins it,
 * what stands on this one: it has so much more. */
static int32_t keep_of_next(struct flow *flow, struct flow_at at, len above, const struct flow_room *room, int32_t as)
{
	struct flow_room next = next_room(room);
	next.height = len_add(next.height, above);
	uint32_t index;
	enum scan_verdict verdict;
	struct scan scan;
	bool news = true, full = true;
	for (int pass = 0; news; pass++) {
		scan = scan_begin(flow, at, &next);
		scan.sought = as;
		scan.above = above;
		verdict = scan_walk(&scan, at, &index);
		flow_walk_end(&scan.walk);
		full = verdict == SCAN_FULL && (scan.any || scan.has_best);
		news = !pass && full && note_held(&scan, index);
	}
	if (!full || (scan.has_best && scan.best.rank <= as))
		return FO_KEEP_AUTO;
	return scan.has_best ? scan.best.fit.keep : FO_KEEP_ALWAYS;
}

static struct flow_vain find_vain(struct flow *flow, struct flow_at at, const struct flow_room *room, const struct flow_fit *fit)
{
	struct flow_vain vain = {.from = fit->end, .cut = fit->cut, .as = fit->none ? FO_KEEP_AUTO : fit->keep};
	if (vain.as == FO_KEEP_ALWAYS || fit->overfull || !leaves_hole(flow, fit))
		return vain;
	struct flow_at from = {.index = fit->end, .cut = fit->end == at.index ? at.cut : NULL};
	vain.keep = keep_of_next(flow, from, fit->cut, room, vain.as);
	return vain;
}

/* ---- a region ---- */

struct pass {
	struct flow_options *options; /* or NULL */
	struct flow_vain vain;
	struct flow_fit fit;
	bool news; /* about what no region holds */
};

/* Floats reach beyond the region's foot, which ends below all of them: no break goes before one. Or it is a part of a cell, which has
 * no room for a retained space at its end. */
static bool runs_over(const struct scan *scan, enum scan_verdict verdict, const struct flow_fit *fit)
{
	bool ends = verdict == SCAN_ALL || verdict == SCAN_SPAN || verdict == SCAN_FORCED || verdict == SCAN_PARTED;
	bool floats_over = !scan->any && scan_floats_run_over(scan);
	return fit->overfull || (ends && !fit->none && (floats_over || scan_part_runs_over(scan)));
}

/* True: it runs over. */
static bool try_pass(struct pass *pass, struct flow *flow, struct flow_at at, const struct flow_room *room)
{
	flow_bind_rows(flow, at);
	struct scan scan = scan_begin(flow, at, room);
	scan.vain = pass->vain;
	scan.options = pass->options;
	if (pass->options) {
		g_array_set_size(pass->options->filling, 0);
		pass->options->has_loose = false;
	}
	uint32_t index;
	enum scan_verdict verdict = scan_walk(&scan, at, &index);
	pass->fit = scan_result(&scan, verdict, index);
	scan_end_parts(&scan, at, &pass->fit);
	if (room->nested && verdict == SCAN_FULL && scan.has_best) /* what is in vain here is so for the row around, too */
		pass->fit.keep = scan.best.rank;
	pass->news = verdict == SCAN_FULL && room->ending.next > 0 && note_held(&scan, index);
	pass->fit.overfull = runs_over(&scan, verdict, &pass->fit);
	flow_walk_end(&scan.walk);
	return pass->fit.overfull;
}

/* What would run over is divided, be it a float that a page could hold. */
static void run_pass(struct pass *pass, struct flow *flow, struct flow_at at, const struct flow_room *room)
{
	if (!try_pass(pass, flow, at, room) || room->nested || room->may_be_none)
		return;
	struct flow_room divided = *room;
	divided.ending.divides = true;
	if (try_pass(pass, flow, at, &divided))
		try_pass(pass, flow, at, room);
}

struct flow_fit flow_fit_options(struct flow *flow, struct flow_at at, const struct flow_room *room, struct flow_options *options)
{
	struct pass pass = {.options = options};
	struct flow_room alone = *room;
	alone.ending.next = 0;
	run_pass(&pass, flow, at, &alone);
	return pass.fit;
}

struct flow_fit flow_fit_kept(struct flow *flow, struct flow_at at, const struct flow_room *room, struct flow_options *options)
{
	struct pass pass = {.options = options};
	run_pass(&pass, flow, at, room);
	if (pass.news)
		run_pass(&pass, flow, at, room);
	if (!room->ending.next || !pass.fit.full)
		return pass.fit;
	pass.vain = find_vain(flow, at, room, &pass.fit);
	if (pass.vain.keep > pass.vain.as)
		run_pass(&pass, flow, at, room);
	return pass.fit;
}

struct flow_fit flow_fit(struct flow *flow, struct flow_at at, const struct flow_room *room)
{
	return flow_fit_kept(flow, at, room, NULL);
}
