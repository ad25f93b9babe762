/* flow_row: a row → areas. Cells are as tall as their row, or as the rows they span on this page; what a page end cuts off goes on in a row
 * made for the next page. */
#include "layout/flow_int.h"

/* The rows of a span that stand on this page, from `index` on: their height, and how many. */
struct reach {
	len height;
	unsigned rows;
	uint32_t last; /* item of the last of them */
};

static struct reach reach_of(const struct row_place *place, unsigned span)
{
	struct reach reach = {.height = place->cut ? place->cut : place->row->height, .rows = 1, .last = place->index};
	const struct flow_item *items = place->flow->items;
	for (uint32_t i = place->index + 1; i < place->end && reach.rows < span && items[i].kind == FLOW_ROW; i++) {
		reach.height = len_add(reach.height, items[i].row->height);
		reach.rows++;
		reach.last = i;
	}
	return reach;
}

/* No row of this table stands below on this page. */
static bool ends_page(const struct row_place *place, uint32_t last)
{
	bool more = last + 1 < place->flow->count && place->flow->items[last + 1].kind == FLOW_ROW;
	return place->cut || (more && last + 1 >= place->end);
}

static struct area *cell_area(struct row_place *place, const struct flow_cell *cell, const struct reach *reach)
{
	const len *bleed = cell->bleed;
	struct area *area = area_new(place->placer->layout->arena, cell->kind, cell->x - bleed[AREA_START] - place->row->x,
								 -bleed[AREA_BEFORE], cell->width + bleed[AREA_START] + bleed[AREA_END],
								 reach->height + bleed[AREA_BEFORE] + bleed[AREA_AFTER]);
	area->box = cell->end_box && ends_page(place, reach->last) ? cell->end_box : cell->box;
	area->tag = place->placer->repeat ? &area_artifact : cell->tag;
	area->place = cell->node->place;
	area->id = place->placer->repeat ? NULL : cell->node->id;
	if (area->id)
		layout_ref_set(place->placer->layout, area->id, place->placer->label);
	return area;
}

static len align_offset(enum fo_keyword align, len slack)
{
	if (slack <= 0)
		return 0;
	return align == FO_KW_CENTER ? slack / 2 : align == FO_KW_AFTER ? slack : 0;
}

/* What a cell has left after its part on this page. */
static struct flow_cell rest_of(const struct flow_cell *cell, struct flow_at next)
{
	struct flow_cell rest = *cell;
	rest.from = next.index;
	rest.cut = next.cut;
	rest.content_height = next.index < cell->content->count ? flow_rest_height(cell->content, next) : 0;
	return rest;
}

static struct flow_cell place_cell(struct row_place *place, const struct flow_cell *cell, const struct reach *reach, bool whole)
{
	struct area *area = cell_area(place, cell, reach);
	struct flow_at at = {cell->from, cell->cut};
	len room = reach->height - cell->before - cell->after;
	struct flow_fit fit = {.end = cell->content->count, .height = cell->content_height, .all = true};
	if (!whole && room > 0)
		fit = flow_fit(cell->content, at, &(struct flow_room){.height = room, .nested = true});
	if (!whole && (fit.overfull || room <= 0))
		fit = (struct flow_fit){.end = at.index};
	len y = cell->before + cell->bleed[AREA_BEFORE] + (whole ? align_offset(cell->align, room - fit.height) : 0);
	struct flow_at next = flow_place(place->placer, cell->content, at, &fit, area, cell->content_x + cell->bleed[AREA_START], y);
	area_append(place->area, area);
	return rest_of(cell, next);
}

static void carry_cell(struct row_place *place, struct flow_cell rest, unsigned rows_left)
{
	if (!place->carry)
		place->carry = g_array_new(FALSE, FALSE, sizeof(struct flow_cell));
	rest.row_span = rows_left;
	g_array_append_val(place->carry, rest);
}

static struct flow_row *new_rest(const struct row_place *place)
{
	struct arena *arena = place->placer->layout->arena;
	struct flow_row *rest = ARENA_NEW(arena, struct flow_row);
	*rest = *place->row;
	rest->height = 0;
	rest->cells = ARENA_ARRAY(arena, struct flow_cell, rest->count);
	rest->anchors = NULL;
	return rest;
}

static void set_rest(const struct row_place *place, struct flow_row *rest, unsigned i, struct flow_cell cell)
{
	rest->cells[i] = cell;
	rest->height = MAX(rest->height, cell.content_height + cell.before + cell.after);
	struct layout_anchor **at = &rest->anchors;
	while (*at)
		at = &(*at)->next;
	*at = flow_notes(place->placer->layout->arena, cell.content, cell.from);
}

struct flow_row *flow_place_row(struct row_place *place)
{
	const struct flow_row *row = place->row;
	struct flow_row *rest = place->cut ? new_rest(place) : NULL;
	place->area = area_new(place->placer->layout->arena, row->kind, row->x, 0, row->width, place->cut ? place->cut : row->height);
	place->area->box = row->box;
	place->area->tag = place->placer->repeat ? &area_artifact : row->tag;
	place->area->place = row->node->place;
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		struct reach reach = reach_of(place, cell->row_span);
		bool goes_on = reach.rows < cell->row_span;
		struct flow_cell left = place_cell(place, cell, &reach, !place->cut && !goes_on);
		if (rest)
			set_rest(place, rest, i, left);
		else if (goes_on)
			carry_cell(place, left, cell->row_span - reach.rows);
	}
	return rest;
}

/* The last of the rows left to a cell grows when they are too low for what is left in it. */
static void make_room(const struct flow *flow, uint32_t index, const struct flow_cell *cell)
{
	len height = 0;
	struct flow_row *last = flow->items[index].row;
	for (unsigned n = 0; n < cell->row_span && index + n < flow->count && flow->items[index + n].kind == FLOW_ROW; n++) {
		last = flow->items[index + n].row;
		height = len_add(height, last->height);
	}
	len needed = cell->content_height + cell->before + cell->after;
	if (needed > height)
		last->height += needed - height;
}

struct flow_row *flow_carry_row(struct layout *layout, const struct flow *flow, uint32_t index, GArray *carry)
{
	const struct flow_row *from = flow->items[index].row;
	for (guint i = 0; i < carry->len; i++)
		make_room(flow, index, &g_array_index(carry, struct flow_cell, i));
	struct flow_row *row = ARENA_NEW(layout->arena, struct flow_row);
	*row = *from;
	row->count = from->count + carry->len;
	row->cells = ARENA_ARRAY(layout->arena, struct flow_cell, row->count);
	for (guint i = 0; i < carry->len; i++)
		row->cells[i] = g_array_index(carry, struct flow_cell, i);
	for (unsigned i = 0; i < from->count; i++)
		row->cells[carry->len + i] = from->cells[i];
	return row;
}
