/* choice: which of the breaks that a page could end at is taken. The keep that it goes against counts first, then how far spaces are strained. */
#include "flow/fit_int.h"

/* ---- what is left of the page's height ---- */

len scan_overhang(const struct scan *scan)
{
	bool below = scan->notes || scan->room->paid || scan->walk.reserve || flow_walk_floor(&scan->walk) > 0;
	return (scan->walk.y == scan->foot && !below ? scan->leading : 0) + scan->back;
}

static int64_t less_overhang(int64_t left, len leading)
{
	return left < 0 ? MIN(left + leading, 0) : left;
}

/* How much more the row above the last gap takes when the page ends there. */
static len more_at_gap(const struct scan *scan, len beyond)
{
	uint32_t above = scan->gap - 1;
	if (scan->gap <= scan->start || scan->flow->items[above].kind != FLOW_ROW ||
		flow_next_row(scan->flow, above) >= scan->flow->count)
		return beyond;
	return flow_more_below(scan_row(scan, above), beyond);
}

len scan_foot_of_gap(const struct scan *scan, len beyond)
{
	return len_add(scan->gap_y, more_at_gap(scan, beyond));
}

/* What of a page's height is left when it ends at the last gap, or so far below it. */
static int64_t left_at_gap(const struct scan *scan, const struct flow_fit *beside)
{
	int64_t left = (int64_t)scan->room->height - MAX(scan_foot_of_gap(scan, beside->cut), scan->gap_floor) - scan->gap_reserve;
	left -= scan_unpaid(scan, len_add(scan->gap_notes, beside->notes));
	return less_overhang(left, scan->gap_leading);
}

/* The page is not cut short: its spaces shrink when they must. */
static struct flow_give give_whole(const struct scan *scan, len height)
{
	int64_t left = (int64_t)scan->room->height - height - scan->walk.reserve - scan_unpaid(scan, scan->notes);
	left = less_overhang(left, scan_overhang(scan));
	return left < 0 ? flow_give_of(left, scan->walk.shrink, 0) : (struct flow_give){0};
}

/* ---- breaks ---- */

/* What takes no room stays with what is before it. */
static bool is_same_end(const struct flow_fit *a, const struct flow_fit *b)
{
	return !a->cut && !b->cut && a->height - a->give.by == b->height - b->give.by && a->notes == b->notes;
}

/* A row is rather begun than left to the next page, when that fills this one no better. */
static bool is_begun(const struct flow_option *before, const struct flow_option *cut)
{
	return before->fit.beyond && cut->fit.cut && before->fit.end == cut->fit.end && cut->badness <= before->badness;
}

static void drop_options(struct flow_options *options)
{
	g_array_set_size(options->filling, 0);
	options->has_loose = false;
}

/* A break that fills the page as far as spaces can may be weighed with the pages after it. */
static void note_option(struct scan *scan, const struct flow_option *option)
{
	struct flow_options *options = scan->options;
	if (!options)
		return;
	if (scan->has_best && option->rank < scan->best.rank)
		drop_options(options);
	guint count = options->filling->len;
	const struct flow_option *last = count ? &g_array_index(options->filling, struct flow_option, count - 1) : NULL;
	if (last && (is_same_end(&last->fit, &option->fit) || is_begun(last, option)))
		g_array_set_size(options->filling, count - 1);
	if (option->badness <= FLOW_BADNESS_FULL)
		g_array_append_val(options->filling, *option);
	else if (option->badness <= FLOW_BADNESS_MAX && !(options->has_loose && option->badness > options->loose.badness)) {
		options->loose = *option;
		options->has_loose = true;
	}
}

/* Behind what would go on in vain keeps count no more than before it. */
static int32_t rank_of(const struct scan *scan, const struct flow_fit *fit)
{
	const struct flow_vain *vain = &scan->vain;
	const struct flow_vain_below *around = &scan->room->ending.vain;
	bool behind = fit->end > vain->from || (fit->end == vain->from && fit->cut > vain->cut), below = fit->height > around->above;
	int32_t rank = behind && fit->keep <= vain->keep ? MIN(fit->keep, vain->as) : fit->keep;
	return below && fit->keep <= around->keep ? MIN(rank, around->as) : rank;
}

/* Of breaks against the same keep the one that strains spaces least; the later one when they need not, or cannot, fill the page. */
static void consider(struct scan *scan, struct flow_fit fit, int64_t left)
{
	struct flow_option option = {.fit = fit, .rank = rank_of(scan, &fit), .badness = flow_badness(left, fit.give)};
	const struct flow_option *best = &scan->best;
	if (scan->has_best && option.rank > best->rank)
		return;
	note_option(scan, &option);
	if (scan->has_best && option.rank == best->rank && option.badness > best->badness)
		return;
	scan->best = option;
	scan->has_best = true;
}

bool scan_has_better(const struct scan *scan, const struct flow_fit *fit)
{
	return scan->has_best && scan->best.rank < rank_of(scan, fit);
}

/* A break at the last gap, before an item. */
static struct flow_fit gap_fit(const struct scan *scan, uint32_t index, int32_t keep, const struct flow_fit *beside)
{
	struct flow_give give = flow_give_of(left_at_gap(scan, beside), scan->gap_shrink, scan->gap_stretch);
	struct flow_fit fit = {
		.end = scan->gap,
		.beyond = beside->cut,
		.height = len_add(MAX(len_add(scan->gap_y, len_add(give.by, more_at_gap(scan, beside->cut))), scan->gap_floor),
						  scan->gap_reserve),
		.notes = len_add(scan->gap_notes, beside->notes),
		.keep = keep,
		.overfull = scan->over,
		.split = scan->split,
		.give = give};
	if (scan->flow->items[index].kind == FLOW_ROW)
		fit.ending = scan_ending_within(scan, index);
	return fit;
}

/* Lines were set as short as they are because a float stands beside them: they stay on its page if they can. */
void scan_consider_gap(struct scan *scan, uint32_t index, struct flow_fit beside)
{
	if (scan_part_runs_over(scan))
		return;
	int32_t keep = MAX(scan_keep_before(scan, index), beside.keep);
	if (scan->gap_y < scan->gap_floor)
		keep = MAX(keep, KEEP_BESIDE);
	struct flow_fit fit = gap_fit(scan, index, keep, &beside);
	int64_t left = left_at_gap(scan, &beside);
	bool full = left + scan->gap_shrink < -LAYOUT_TOLERANCE; /* the last row needs more room there than among others */
	if (full || rank_of(scan, &fit) == FO_KEEP_ALWAYS)       /* only when there is no other */
		return;
	fit.broken = beside.broken || scan_is_broken(scan, index);
	consider(scan, fit, left);
}

void scan_consider_cut(struct scan *scan, struct flow_fit cut, int64_t left)
{
	if (cut.cut <= (cut.end == scan->start ? scan->above : 0))
		return;
	cut.give = flow_give_of(left, flow_walk_shrink(&scan->walk), flow_walk_stretch(&scan->walk));
	cut.height = len_add(cut.height, len_add(cut.give.by, scan->walk.reserve));
	consider(scan, cut, left);
}

void scan_force_cut(struct scan *scan, struct flow_fit cut, int64_t left)
{
	cut.give = flow_give_of(MIN(left, 0), flow_walk_shrink(&scan->walk), 0);
	cut.height = len_add(cut.height, len_add(cut.give.by, scan->walk.reserve));
	scan->forced = cut;
	if (!scan->options)
		return;
	drop_options(scan->options);
	note_option(scan, &(struct flow_option){cut, cut.keep, flow_badness(0, cut.give)});
}

/* ---- the page is full ---- */

struct flow_fit flow_fit_whole(struct flow *flow, uint32_t index)
{
	flow_look_ahead(flow, index + 1);
	struct flow_fit fit = {.end = MIN(index + 1, flow->count), .overfull = true};
	while (fit.end < flow->count && flow->items[fit.end].kind == FLOW_CLOSE)
		fit.end++;
	fit.all = fit.end == flow->count;
	return fit;
}

/* Nothing fits and nothing may be broken: the first box is taken all the same; of a row as much as can be. */
static struct flow_fit take_overfull(struct scan *scan, uint32_t index)
{
	const struct flow_item *items = scan->flow->items;
	while (index < scan->flow->count && items[index].kind != FLOW_BOX && items[index].kind != FLOW_ROW)
		index++;
	struct flow_fit fit;
	if (index < scan->flow->count && items[index].kind == FLOW_ROW && scan_least_cut(scan, index, &fit))
		return fit;
	fit = flow_fit_whole(scan->flow, index);
	fit.height = scan->walk.y;
	return fit;
}

bool scan_floats_run_over(const struct scan *scan)
{
	int64_t floor = (int64_t)scan_floor(scan) + scan->walk.reserve + scan_unpaid(scan, scan->notes);
	return floor > (int64_t)scan->room->height + LAYOUT_TOLERANCE;
}

struct flow_fit scan_end_at_gap(const struct scan *scan)
{
	return (struct flow_fit){.end = scan->gap,
							 .height = len_add(MAX(scan_foot_of_gap(scan, 0), scan->gap_floor), scan->gap_reserve),
							 .notes = scan->gap_notes,
							 .split = scan->split};
}

bool scan_has_floats_alone(const struct scan *scan)
{
	return !scan->any && flow_walk_floor(&scan->walk) > 0 && scan->lead > scan->start && !scan_floats_run_over(scan);
}

struct flow_fit scan_take_floats(const struct scan *scan)
{
	return (struct flow_fit){.end = scan->lead, .height = len_add(scan_floor(scan), scan->walk.reserve), .notes = scan->notes};
}

/* Whether gw:lines-before binds the item to what is above it: one of those lines, or what stands in the block itself. */
static bool is_bound(const struct flow *flow, uint32_t index)
{
	if (flow->items[index].bound)
		return true;
	for (uint32_t around = flow->items[index].around; around; around = flow->items[around - 1].around)
		if (flow->items[around - 1].group->node->style->lines_before > 0)
			return true;
	return false;
}

static void note_early(struct scan *scan, uint32_t index)
{
	bool bound = is_bound(scan->flow, index);
	scan->best.fit.early = bound && scan->best.fit.end < scan->gap;
	for (guint i = 0; scan->options && i < scan->options->filling->len; i++) {
		struct flow_fit *fit = &g_array_index(scan->options->filling, struct flow_option, i).fit;
		fit->early = bound && fit->end < scan->gap;
	}
}

/* Rather nothing than too much, or than what goes against a keep: of notes that go on some begin all the same. */
static bool stays_empty(const struct scan *scan)
{
	return scan->room->may_be_none && (!scan->has_best || (!scan->room->nested && scan->best.rank > FO_KEEP_AUTO));
}

bool scan_holds_end(const struct scan *scan, const struct flow_group *group)
{
	return group->after <= MAX(scan->room->height, scan->room->ending.whole);
}

/* Whether the region's end at the last gap goes against a keep, or parts what ends behind it from its foot or edges. */
static bool gap_is_broken(const struct scan *scan)
{
	const struct flow *flow = scan->flow;
	uint32_t next = scan->gap;
	for (; next < flow->count && !flow_takes_room(&flow->items[next]); next++)
		if (flow->items[next].kind == FLOW_CLOSE && flow_has_end(flow->items[next].group))
			return scan_holds_end(scan, flow->items[next].group);
	return next < flow->count && scan_is_broken(scan, next);
}

/* The part of a list's item has no room below floats of the item or around it: it waits for the next region, though the other part may begin here. */
static bool waits_below(const struct scan *scan)
{
	return scan->room->nested && scan->below && !scan->any;
}

/* Against keep="always" only when no other break is left on the page. */
struct flow_fit scan_choose(struct scan *scan, uint32_t index)
{
	if (stays_empty(scan)) {
		if (scan->options)
			drop_options(scan->options);
		return (struct flow_fit){.end = scan->start, .none = true};
	}
	if (scan->has_best) {
		note_early(scan, index);
		return scan->best.fit;
	}
	if (scan->any && scan->gap_y > 0 && !scan_part_runs_over(scan)) {
		struct flow_fit fit = gap_fit(scan, index, FO_KEEP_ALWAYS, &(struct flow_fit){0});
		fit.broken = !scan->over && gap_is_broken(scan);
		return fit;
	}
	if (scan->spare.cut > 0)
		return scan->spare;
	if (waits_below(scan))
		return (struct flow_fit){.end = scan->start, .none = true, .keep = KEEP_LINES};
	bool row = index < scan->flow->count && scan->flow->items[index].kind == FLOW_ROW; /* beside them is no room for any of it */
	bool below = scan_has_floats_alone(scan) && (row || flow_walk_next(&scan->walk) >= flow_walk_floor(&scan->walk));
	return below ? scan_take_floats(scan) : take_overfull(scan, index);
}

struct flow_fit scan_whole(struct scan *scan, len height, struct flow_fit fit)
{
	fit.give = give_whole(scan, height);
	fit.overfull = scan->over;
	fit.split = scan->split;
	fit.height = len_add(height, fit.give.by);
	note_option(scan, &(struct flow_option){fit, 0, flow_badness(0, fit.give)});
	return fit;
}
