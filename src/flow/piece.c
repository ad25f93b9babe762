/* piece: the collapsed border of a cell that spans columns or rows, piece by piece (CSS 2.1, 17.6.2): each of its grid's columns and rows has
 * a border of its own there. */
#include "flow/flow_int.h"

/* A border of one side, drawn along the area that it fills. */
static void add_piece(const struct row_place *place, const struct flow_cell *cell, const struct flow_piece *piece,
					  struct area *area, struct area at)
{
	struct arena *arena = place->placer->layout->arena;
	struct area_box *box = ARENA_NEW(arena, struct area_box);
	struct area *line = area_new(arena, AREA_BLOCK, at.x, at.y, at.width, at.height);
	box->border[piece->side] = piece->border;
	line->box = box;
	line->tag = &area_artifact;
	line->place = cell->node->place;
	area_append(area, line);
}

/* Along the cell's top or foot; the first and last one end with the borders at its sides. */
static void add_along(const struct row_place *place, const struct flow_cell *cell, const struct flow_piece *piece,
					  struct area *area)
{
	len width = piece->border.width, left = cell->bleed[AREA_START];
	len from = piece->from ? left + piece->from : 0, to = piece->to < cell->width ? left + piece->to : area->width;
	len y = piece->side == AREA_BEFORE ? width / 2 - width : area->height - width / 2;
	add_piece(place, cell, piece, area, (struct area){.x = from, .y = y, .width = to - from, .height = width});
}

/* Beside one of the rows that the cell spans, if it stands on this page. */
static void add_beside(const struct row_place *place, const struct flow_cell *cell, const struct flow_piece *piece, len top_bleed,
					   struct area *area)
{
	const struct flow_item *items = place->flow->items;
	const struct flow_fit *fit = place->fit;
	const struct flow_row *row = place->row;
	len y = top_bleed, width = piece->border.width;
	uint32_t at = place->index;
	for (unsigned i = 0; i < cell->row_span; i++) {
		bool cut = fit->cut && at == fit->end;
		len height = flow_height_of_row(place->flow, row, at, fit);
		if (row->node == piece->row) {
			bool last = i + 1 == cell->row_span;
			len top = i ? y : 0, foot = last ? area->height : y + height;
			add_piece(place, cell, piece, area,
					  (struct area){.x = width / 2 - width, .y = top, .width = width, .height = foot - top});
			return;
		}
		y = len_add(y, height);
		at = flow_next_row(place->flow, at);
		if (cut || at >= place->flow->count || (at >= fit->end && !(fit->cut && at == fit->end)))
			return;
		row = items[at].row;
	}
}

void flow_add_pieces(const struct row_place *place, const struct flow_cell *cell, struct flow_seams seams, len top_bleed,
					 struct area *area)
{
	for (const struct flow_piece *piece = cell->collapsed ? cell->collapsed->pieces : NULL; piece; piece = piece->next) {
		if (!piece->border.width)
			continue;
		if (piece->side == AREA_START)
			add_beside(place, cell, piece, top_bleed, area);
		else if (flow_draws_piece(piece, seams))
			add_along(place, cell, piece, area);
	}
}
