/* cut: a row in which a page ends: as much of it as fits, or what stands above a break inside one of its cells (XSL 1.1, 7.20). */
#include "flow/flow_int.h"

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
