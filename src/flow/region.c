/* region: how much of a flow a region takes. Where it ends against a keep it is asked what the next region would do, and looked at once more when that
 * changes which keeps count (keep.c, held.c), or a break behind is as good. */
#include "flow/fit_int.h"

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
	struct flow_room next = flow_next_room(room);
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
		news = !pass && full && scan_note_held(&scan, index);
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
	pass->news = verdict == SCAN_FULL && room->ending.next > 0 && scan_note_held(&scan, index);
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
