/* note: what the footnotes of a flow take from the height of a region, and how much of one stands in what is left (XSL 1.1, 4.10.3: it may go
 * on on the next page). */
#include "flow/fit_int.h"

/* ---- whole ---- */

int64_t scan_unpaid(const struct scan *scan, len notes)
{
	int64_t unpaid = MAX((int64_t)notes - scan->room->paid, 0);
	if (scan->room->apart)
		return 0;
	return unpaid && scan->room->capped ? LEN_MAX : unpaid;
}

len scan_notes_height(const struct scan *scan, const struct noted *notes)
{
	return notes->height && !scan->notes ? len_add(notes->height, scan->room->separator) : notes->height;
}

/* ---- in part ---- */

/* What is left for footnotes more when what is next takes that height. */
static len free_for_notes(const struct scan *scan, len height)
{
	const struct flow_room *room = scan->room;
	len bottom = MAX(len_add(flow_walk_next(&scan->walk), height), scan_floor(scan));
	len free = room->height - bottom - scan->walk.reserve + room->paid - scan->notes;
	return room->capped ? MIN(free, room->paid - scan->notes) : free;
}

/* How much of a footnote stands in that height: whole lines. kept: as many as its orphans and widows ask for. 0: nothing does. */
static len note_part(const struct line_anchor *anchor, len height, bool kept)
{
	struct flow_room room = {.height = height, .nested = true, .may_be_none = true};
	struct flow_fit part = height > 0 ? flow_fit(flow_note_content(anchor->note), (struct flow_at){0}, &room)
									  : (struct flow_fit){.none = true};
	bool nothing = part.none || part.overfull || (kept && part.keep >= KEEP_LINES);
	return nothing ? 0 : MIN(part.height, height); /* more: of white that no region holds */
}

void scan_spare_cut(struct scan *scan, const struct flow_row *row, struct flow_fit cut)
{
	const struct line_anchor *first = scan_first_note(row);
	len free = free_for_notes(scan, scan_held_by(&cut));
	if (!first || note_part(first, free - (scan->notes ? 0 : scan->room->separator), true) <= 0)
		return;
	cut.notes = len_add(scan->notes, free);
	cut.split = true;
	scan->spare = cut;
}

/* What stands with a box because it is kept with it takes so much below it; *last: the last of that. Footnotes of its own end it. */
static len kept_below(const struct scan *scan, uint32_t index, uint32_t *last)
{
	const struct flow *flow = scan->flow;
	struct flow_walk walk = {0};
	len height = 0;
	*last = index;
	for (uint32_t i = index + 1; i < flow->count && height < scan->room->height; i++) {
		const struct flow_item *item = &flow->items[i];
		bool box = item->kind == FLOW_BOX && item->box.position == FLOW_STATIC;
		if (item->kind == FLOW_ROW || (box && (item->box.anchors || scan_keep_before(scan, i) == FO_KEEP_AUTO)))
			break;
		flow_walk_item(&walk, item);
		height = box ? walk.y : height;
		*last = box ? i : *last;
	}
	flow_walk_end(&walk);
	return height;
}

len scan_closing(const struct flow *flow, uint32_t index)
{
	len height = 0, retained = 0;
	while (++index < flow->count && (flow->items[index].kind == FLOW_CLOSE || flow_is_left_behind(&flow->items[index]))) {
		const struct flow_group *group = flow->items[index].group;
		const struct flow_space *space = &flow->items[index].space;
		if (flow->items[index].kind == FLOW_CLOSE)
			height = len_add(height, group->after - group->kept_after + (group->omit_footer ? group->footer_height : 0));
		else if (space->after && space->retain)
			retained = MAX(retained, space->optimum);
	}
	return len_add(height, retained);
}

/* What of the last footnote there is room for. before: what those before it take. */
static len part_below(const struct scan *scan, uint32_t index, len height, const struct line_anchor *last, len before)
{
	len part = note_part(last, free_for_notes(scan, height) - scan_closing(scan->flow, index) - before, true);
	return part > 0 ? len_add(before, part) : 0;
}

len scan_notes_that_fit(const struct scan *scan, uint32_t index, len height, const struct line_anchor *anchors, bool kept)
{
	len free = free_for_notes(scan, height) - scan_closing(scan->flow, index),
		separator = scan->notes ? 0 : scan->room->separator;
	len taken = 0;
	bool whole = true;
	for (; anchors && whole; anchors = anchors->next) {
		if (!anchors->note)
			continue;
		len part = note_part(anchors, free - separator - taken, kept);
		taken = len_add(taken, part);
		whole = part >= flow_anchored_height(anchors);
	}
	return taken ? len_add(taken, separator) : 0;
}

/* Where no part of a line's last footnote has room: those before it, as far as they have. */
static len first_notes(const struct scan *scan, uint32_t index, len height)
{
	const struct flow_item *item = &scan->flow->items[index];
	return item->kind == FLOW_BOX ? scan_notes_that_fit(scan, index, height, item->box.anchors, true) : 0;
}

len scan_part_of_notes(const struct scan *scan, uint32_t *index, len height, const struct noted *notes)
{
	const struct line_anchor *last = notes->last;
	len before = scan_notes_height(scan, notes) - (last ? flow_anchored_height(last) : 0);
	if (!last || scan->room->nested || scan->split)
		return 0;
	uint32_t with;
	len part = part_below(scan, *index, height, last, before), below = kept_below(scan, *index, &with);
	len kept = below ? part_below(scan, with, len_add(height, below), last, before) : 0;
	*index = kept ? with : *index;
	return kept ? kept : part ? part : first_notes(scan, *index, height);
}

/* ---- beside what is left of others ---- */

static len least_of_row(const struct flow_row *row)
{
	len height = 0;
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		len least = flow_has(cell->content, cell->from) ? flow_least_height(cell->content, flow_cell_at(cell)) : 0;
		height = MAX(height, len_add(least, cell->before + cell->kept_after));
	}
	return MIN(height, row->height);
}

len flow_least_height(struct flow *flow, struct flow_at at)
{
	len height = 0;
	bool found = false;
	flow_has(flow, at.index); /* is built */
	struct flow_walk walk = flow_walk_from(flow, at);
	for (uint32_t i = at.index; !found && flow_has(flow, i); i++) {
		const struct flow_item *item = &flow->items[i];
		found = flow_takes_room(item);
		if (found)
			height = item->kind == FLOW_BOX ? item->box.height : least_of_row(flow_row_at(flow, at, i));
		else
			flow_walk_item(&walk, item);
	}
	height = len_add(height, len_add(flow_walk_next(&walk), walk.reserve));
	flow_walk_end(&walk);
	return height;
}
