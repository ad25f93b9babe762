/* part: side floats that are taller than a region: its end divides them, as far as they can be broken, and what is left goes on at the top of the
 * next one, with lines beside it (XSL 1.1, 6.12.2, leaves it open). Those that come after such a one go on with it when they have no room. */
#include "flow/fit_int.h"

struct flow_fit flow_float_part(const struct flow_float *floated, len height, bool may_be_none)
{
	if (may_be_none && height <= 0)
		return (struct flow_fit){.none = true};
	return flow_fit(floated->content, floated->at,
					&(struct flow_room){.height = MAX(height, 1), .nested = true, .may_be_none = may_be_none});
}

/* ---- while a region is looked at ---- */

/* What the region has for what can be divided. */
static len height_of(const struct flow_room *room)
{
	return room->ending.limit > 0 ? MIN(room->height, room->ending.limit) : room->height;
}

/* Down to where floats may stand in it, above what groups need below and footnotes. */
static int64_t foot_of(const struct scan *scan, len reserve, len notes)
{
	return (int64_t)height_of(scan->room) - reserve - scan_unpaid(scan, notes);
}

/* Neither this region nor the next could hold it; or it stands at the top of one already, or went on there, below others; or nothing else is left. */
static bool is_too_tall(const struct scan *scan, const struct flow_float *floated)
{
	const struct flow_room *room = scan->room;
	if (room->ending.divides || (floated->continued && room->may_be_none))
		return true;
	bool alone = !room->nested && !scan->any && !room->may_be_none;
	len height = height_of(room), most = alone ? height : MAX(height, room->ending.each);
	return floated->height > len_add(most, LAYOUT_TOLERANCE);
}

/* From here on spaces do not give way: lines and floats stand where they were set. floated: NULL: nothing of it stands here, below others. */
static void begin_parting(struct scan *scan, uint32_t index, const struct flow_float *floated, len y)
{
	if (floated) {
		len least = flow_least_height(floated->content, floated->at), foot = height_of(scan->room) - scan->walk.reserve;
		flow_walk_reach(&scan->walk, floated, MIN(len_add(y, least), foot));
	}
	scan->parted_by = index + 1;
	scan->walk.elastic = false;
	scan->walk.shrink = scan->walk.stretch = 0;
}

static void note_part(struct scan *scan, const struct flow_float *floated)
{
	guint deep = flow_walk_depth(&scan->walk), *part = &scan->parts[floated->side];
	*part = MAX(*part, deep - MIN(deep, floated->outward) + 1);
}

bool scan_part_float(struct scan *scan, uint32_t index, const struct flow_float *floated)
{
	bool first = !scan->parted_by;
	len y = len_add(flow_walk_next(&scan->walk), floated->drop);
	int64_t foot = foot_of(scan, scan->walk.reserve, scan->notes);
	if (floated->side == FLOW_FLOAT_BEFORE || floated->hangs || (first && !is_too_tall(scan, floated)) ||
		(int64_t)y + floated->height <= foot + scan->room->ending.hangs + LAYOUT_TOLERANCE)
		return false;
	bool below = flow_is_below(floated, flow_walk_floor(&scan->walk));
	struct flow_fit part = flow_float_part(floated, (len)MAX(foot - y, 0), !first || scan->any || below);
	if (first && scan->any && part.none)
		return false;
	if (first)
		begin_parting(scan, index, part.none && flow_walk_floor(&scan->walk) > 0 ? NULL : floated, y);
	scan->part_reserve = MAX(scan->part_reserve, scan->walk.reserve);
	if (!part.all)
		note_part(scan, floated);
	return true;
}

bool scan_leaves_float(const struct scan *scan, const struct flow_float *floated)
{
	const struct flow_room *room = scan->room;
	int64_t foot = foot_of(scan, scan->walk.reserve, scan->notes);
	len left = (len)MAX(foot - flow_walk_next(&scan->walk) - floated->drop, 0);
	bool goes_on = floated->side != FLOW_FLOAT_BEFORE && !floated->hangs &&
				   floated->height > len_add(left, LAYOUT_TOLERANCE + room->ending.hangs);
	bool may_leave = (room->may_be_none || scan->below) && !scan->any && !scan->parted_by && goes_on;
	return may_leave && flow_float_part(floated, left, true).none;
}

bool scan_is_beside_part(const struct scan *scan, const struct flow_item *clear)
{
	guint from = clear->wide ? 1 : flow_walk_depth(&scan->walk) + 1;
	return (scan->parts[FLOW_FLOAT_START] >= from && clear->clear != FO_KW_END) ||
		   (scan->parts[FLOW_FLOAT_END] >= from && clear->clear != FO_KW_START);
}

struct flow_fit scan_parted(const struct scan *scan)
{
	return (struct flow_fit){
		.end = scan->lead, .height = len_add(MAX(scan->gap_y, scan->gap_floor), scan->gap_reserve), .notes = scan->notes};
}

/* ---- when it is decided where it ends ---- */

/* A float of which a part stands in the region, or nothing. */
typedef void flow_take_part(void *data, const struct flow_float *floated, const struct flow_fit *part);

/* How far down all floats stand that the region takes, whole or not. */
static len each_part(const struct flow *flow, struct flow_at at, const struct flow_fit *fit, flow_take_part *take, void *data)
{
	struct flow_walk walk = flow_walk_from(flow, at);
	bool first = true;
	for (; at.index < fit->end && flow_is_left_behind(&flow->items[at.index]); at.index++)
		;
	for (uint32_t i = at.index; i < fit->end; i++) {
		const struct flow_float *floated = flow->items[i].kind == FLOW_FLOAT ? flow->items[i].floated : NULL;
		if (floated && flow_hangs_no_more(flow, at.index, at.cut, i))
			continue;
		len y = floated ? len_add(flow_walk_next(&walk), floated->drop) : 0;
		if (!floated || floated->hangs || !flow_goes_beyond(floated, y, fit->foot)) {
			flow_walk_on(&walk, flow, at, i);
			continue;
		}
		struct flow_fit part = flow_float_part(floated, fit->foot - y, !first || flow_is_below(floated, flow_walk_floor(&walk)));
		flow_walk_reach(&walk, floated, part.none ? 0 : len_add(y, part.height));
		take(data, floated, &part);
		first = false;
	}
	len bottom = flow_walk_floor(&walk);
	flow_walk_end(&walk);
	return bottom;
}

/* Whether one reaches below the foot all the same. */
static void note_overfull(void *data, const struct flow_float *floated, const struct flow_fit *part)
{
	bool *overfull = data;
	(void)floated;
	*overfull |= part->overfull;
}

/* What is in a cell goes to the next region as a whole, where that has more room. */
static bool may_go_on(const struct flow_room *room)
{
	const struct flow_ending *ending = &room->ending;
	return room->nested && (ending->waits || !ending->next || ending->next > len_add(room->height, LAYOUT_TOLERANCE));
}

void scan_end_parts(struct scan *scan, struct flow_at at, struct flow_fit *fit)
{
	if (!scan->parted_by || fit->end < scan->parted_by)
		return;
	int64_t foot = foot_of(scan, scan->part_reserve, fit->notes);
	fit->foot = (len)MAX(foot, 1);
	bool overfull = false;
	fit->give = (struct flow_give){0};
	fit->all &= !scan->parts[FLOW_FLOAT_START] && !scan->parts[FLOW_FLOAT_END];
	len bottom = each_part(scan->flow, at, fit, note_overfull, &overfull);
	fit->overfull |= overfull && may_go_on(scan->room);
	fit->height = MAX(fit->height, len_add(MIN(bottom, fit->foot), scan->part_reserve));
	if (scan->options) { /* what the next region has is not known */
		g_array_set_size(scan->options->filling, 0);
		scan->options->has_loose = false;
	}
}

/* ---- what is left ---- */

struct flow_float *flow_float_rest(struct layout *layout, const struct flow_float *floated, const struct flow_fit *fit)
{
	struct flow_float *rest = ARENA_NEW(layout->arena, struct flow_float);
	*rest = *floated;
	rest->pending = true;
	rest->next = NULL;
	if (fit->none)
		return rest;
	rest->continued = true;
	rest->at = flow_next(layout, floated->content, floated->at, fit);
	if (floated->side == FLOW_FLOAT_BEFORE) {
		rest->content = flow_rest_measured(layout, floated->content, &rest->at, floated->width);
		rest->born = layout->generation; /* its content is kept by itself */
	}
	rest->height = flow_rest_height(rest->content, rest->at);
	return rest;
}

struct rests {
	struct layout *layout;
	const struct flow_float *first;
	struct flow_float *last;
};

static void leave_rest(void *data, const struct flow_float *floated, const struct flow_fit *part)
{
	struct rests *rests = data;
	if (!part->none && part->all)
		return;
	struct flow_float *rest = flow_float_rest(rests->layout, floated, part);
	if (rests->last)
		rests->last->next = rest;
	else
		rests->first = rest;
	rests->last = rest;
}

const struct flow_float *flow_float_rests(struct layout *layout, const struct flow *flow, struct flow_at at,
										  const struct flow_fit *fit)
{
	struct rests rests = {.layout = layout};
	if (fit->foot)
		each_part(flow, at, fit, leave_rest, &rests);
	return rests.first;
}
