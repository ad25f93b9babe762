/* cut: a row in which a page ends: as much of it as fits, or what stands above a break inside one of its cells (XSL 1.1, 7.20). */
#include "flow/flow_int.h"

/* ---- breaks inside cells ---- */

static bool ends_page(const struct flow_item *item)
{
	return item->kind == FLOW_BREAK && item->break_kind != FO_KW_ODD && item->break_kind != FO_KW_EVEN;
}

enum fo_keyword flow_strongest_break(const struct flow *flow, uint32_t index)
{
	enum fo_keyword strongest = flow->items[index].break_kind;
	for (; index < flow->count && !flow_stands(&flow->items[index]); index++) {
		enum fo_keyword kind = ends_page(&flow->items[index]) ? flow->items[index].break_kind : FO_KW_COLUMN;
		if (strongest == FO_KW_COLUMN || (strongest == FO_KW_PAGE && kind != FO_KW_COLUMN))
			strongest = kind;
	}
	return strongest;
}

bool flow_breaks_at(const struct flow *flow, uint32_t index)
{
	bool ends = ends_page(&flow->items[index]);
	while (ends && ++index < flow->count)
		if (flow_stands(&flow->items[index]))
			return true;
	return false;
}

static bool asks_side(enum fo_keyword kind)
{
	return kind == FO_KW_ODD || kind == FO_KW_EVEN || kind == FO_KW_ODD_PAGE || kind == FO_KW_EVEN_PAGE;
}

/* A break before asks after that of what stands before; of breaks within one another the first counts. */
static void note_side(struct flow_page_sides *sides, const struct flow_item *item)
{
	if (!sides->first) {
		sides->first = item->break_kind;
		sides->after = item->after;
	} else if (sides->after && !sides->last && !item->after) {
		sides->last = item->break_kind;
	}
}

static struct flow_page_sides sides_of(struct flow *flow, struct flow_at at, bool nested);

/* What is left of a row begins with a break in one of its cells. */
static struct flow_page_sides sides_in(const struct flow_row *row)
{
	struct flow_page_sides sides = {.first = FO_KW_NONE_GIVEN, .last = FO_KW_NONE_GIVEN};
	for (unsigned i = 0; i < row->count && !sides.first; i++)
		sides = sides_of(row->cells[i].content, (struct flow_at){.index = row->cells[i].from, .cut = row->cells[i].cut}, true);
	return sides;
}

static struct flow_page_sides sides_of(struct flow *flow, struct flow_at at, bool nested)
{
	struct flow_page_sides sides = {.first = FO_KW_NONE_GIVEN, .last = FO_KW_NONE_GIVEN};
	for (uint32_t i = at.index; i < flow->count || flow_more(flow); i++) {
		const struct flow_item *item = &flow->items[i];
		if (item->kind == FLOW_ROW && i == at.index && at.cut)
			return sides_in(at.cut);
		if (item->kind == FLOW_BOX || item->kind == FLOW_ROW)
			break;
		if (item->kind == FLOW_BREAK && asks_side(item->break_kind) && (!nested || flow_breaks_at(flow, i)))
			note_side(&sides, item);
	}
	return sides;
}

struct flow_page_sides flow_page_sides(struct flow *flow, struct flow_at at)
{
	return sides_of(flow, at, false);
}

bool flow_cell_is_broken(const struct flow_cell *cell)
{
	bool any = false, ended = false;
	for (uint32_t i = cell->from; i < cell->content->count; i++) {
		const struct flow_item *item = &cell->content->items[i];
		const struct flow_row *row = item->kind != FLOW_ROW ? NULL : i == cell->from && cell->cut ? cell->cut : item->row;
		if ((row && (row->broken || row->spans_broken)) || (ended && flow_stands(item)))
			return true;
		any |= flow_stands(item);
		ended |= any && ends_page(item);
	}
	return flow_is_open(cell->content) && cell->content->parts;
}

void flow_note_breaks(struct flow_row *row)
{
	row->broken = false;
	for (unsigned i = 0; i < row->count; i++)
		*(row->cells[i].row_span > 1 ? &row->spans_broken : &row->broken) |= row->cells[i].broken;
}

/* One at an edge of a cell's content. */
static enum fo_keyword break_at_edge(const struct flow *flow, bool end)
{
	if (end && flow_is_open(flow))
		return flow->ends;
	for (uint32_t i = 0; i < flow->count; i++) {
		const struct flow_item *item = &flow->items[end ? flow->count - 1 - i : i];
		if (ends_page(item))
			return item->break_kind;
		if (flow_stands(item))
			break;
	}
	return FO_KW_AUTO;
}

enum fo_keyword flow_end_break(const struct flow *flow)
{
	return break_at_edge(flow, true);
}

enum fo_keyword flow_row_break(const struct flow_row *row, bool end)
{
	enum fo_keyword kind = FO_KW_AUTO;
	for (unsigned i = 0; i < row->count && kind == FO_KW_AUTO; i++)
		if (!end || row->cells[i].row_span == 1)
			kind = break_at_edge(row->cells[i].content, end);
	return kind;
}

/* ---- a part of a row ---- */

static struct flow_fit part_of(const struct flow_cell *cell, struct flow_room room)
{
	len height = room.height - cell->before - cell->kept_after;
	if (height <= 0)
		return (struct flow_fit){.overfull = true};
	room.height = height;
	room.page = cell->page;
	room.ending = flow_ending_in(cell, &room.ending);
	struct flow_fit fit = flow_fit_content(cell, &room);
	if (fit.overfull) /* floats above the break have no room */
		fit.forced = FO_KW_NONE_GIVEN;
	fit.height += cell->before + cell->kept_after;
	return fit;
}

int32_t flow_keep_of_part(const struct flow_cell *cell, const struct flow_fit *part, bool column)
{
	if (!part->all || part->end == cell->from)
		return part->keep;
	return MAX(part->keep, column ? cell->content->after.column : cell->content->after.page);
}

/* The first break that is reached says how high it is; what of the other cells is lower goes on with them. */
static void add_part(struct flow_fit *cut, const struct flow_cell *cell, const struct flow_fit *part)
{
	bool first = part->forced && (!cut->forced || part->height < cut->cut);
	if (first)
		cut->forced = part->forced;
	if (first || !(cut->forced || part->forced))
		cut->cut = first ? part->height : MAX(cut->cut, part->height);
	cut->keep = MAX(cut->keep, part->foot ? KEEP_LINES : flow_keep_of_part(cell, part, cut->ending.column));
	cut->notes = len_add(cut->notes, part->notes);
	cut->broken |= part->broken;
	cut->overfull |= part->overfull;
	cut->all &= part->all;
}

/* What stands in a height is nothing of the cell, or ends against a keep, its orphans and widows among them. */
static bool ends_badly(const struct flow_cell *cell, len height, const struct flow_ending *ending)
{
	struct flow_fit part = flow_cell_part(cell, height, false, ending);
	bool nothing = part.end == cell->from && !part.cut;
	return !part.all && !part.forced && (nothing || part.foot || part.keep > FO_KEEP_AUTO);
}

/* What ends well in a height does in a greater one, too: the last of the least harmful breaks is taken. */
len flow_lower_break(const struct flow_cell *cell, len above, len height, len most, const struct flow_ending *ending)
{
	if (!ends_badly(cell, len_add(above, height), ending) || ends_badly(cell, len_add(above, most), ending))
		return height;
	len low = height, high = most;
	while (high - low > 1) {
		len middle = low + (high - low) / 2;
		*(ends_badly(cell, len_add(above, middle), ending) ? &low : &high) = middle;
	}
	return high;
}

static len lower_break(const struct flow_row *row, const struct flow_room *room, len height)
{
	len lowest = height;
	for (unsigned i = 0; i < row->count; i++)
		if (row->cells[i].row_span == 1)
			lowest = MAX(lowest, flow_lower_break(&row->cells[i], 0, height, room->height, &room->ending));
	return lowest;
}

static struct flow_fit parts_of(const struct flow_row *row, const struct flow_room *room)
{
	struct flow_fit cut = {.all = true, .ending = room->ending};
	for (unsigned i = 0; i < row->count; i++) {
		if (row->cells[i].row_span > 1) /* it goes on in the rows below anyway */
			continue;
		struct flow_fit part = part_of(&row->cells[i], *room);
		add_part(&cut, &row->cells[i], &part);
	}
	return cut;
}

/* What a break parts within the cells; what they keep with the row's end is parted wherever the row begins. */
static int32_t parted_keep(const struct flow_row *row, const struct flow_room *room)
{
	int32_t keep = FO_KEEP_AUTO;
	for (unsigned i = 0; i < row->count; i++) {
		if (row->cells[i].row_span > 1)
			continue;
		struct flow_fit part = part_of(&row->cells[i], *room);
		if (!part.all)
			keep = MAX(keep, part.foot ? KEEP_LINES : part.keep);
	}
	return keep;
}

/* The page gets on all the same when what stands above takes no room, or what is beside it has none. */
struct flow_fit flow_row_above(const struct flow_row *row, const struct flow_room *room, len height, enum fo_keyword forced)
{
	struct flow_room above = *room;
	above.height = MAX(lower_break(row, room, height), 1);
	struct flow_fit cut = parts_of(row, &above);
	cut.keep = parted_keep(row, &above);
	cut.forced = forced;
	cut.cut = above.height;
	cut.overfull = false;
	return cut;
}

struct flow_fit flow_row_part(const struct flow_row *row, const struct flow_room *room)
{
	struct flow_fit cut = parts_of(row, room);
	if (cut.forced)
		return flow_row_above(row, room, cut.cut, cut.forced);
	return cut.overfull ? (struct flow_fit){0} : cut;
}
