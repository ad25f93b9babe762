/* collapsed: what hangs on collapsed borders where a page begins or ends with a row, or breaks it (XSL 1.1, 7.8.31: conditionality): the row's height, and
 * what its cells draw. */
#include <string.h>

#include "flow/flow_int.h"

/* ---- heights ---- */

static len given_height(const struct flow_row *row)
{
	return row->cut || row->node->kind != FO_TABLE_ROW ? row->due : flow_given_height(row->node);
}

/* How much more than among rows lies above or below the content. */
static len seam_extra(const struct flow_cell *cell, enum area_side side, enum flow_seam seam)
{
	const struct flow_border *borders = cell->collapsed ? cell->collapsed->border[side] : NULL;
	return borders ? borders[seam].widest.width / 2 - borders[FLOW_SEAM_CELLS].widest.width / 2 : 0;
}

static bool is_other(const struct flow_border *a, const struct flow_border *b)
{
	return a->pieces || b->pieces || a->widest.width != b->widest.width || a->widest.style != b->widest.style ||
		   a->widest.color != b->widest.color;
}

void flow_note_seams(struct flow_row *row)
{
	len at_foot = given_height(row);
	row->at_top = false;
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell->collapsed && !cell->continued && cell->top == FLOW_SEAM_CELLS)
			row->at_top |= is_other(&cell->collapsed->border[AREA_BEFORE][FLOW_SEAM_CELLS],
									&cell->collapsed->border[AREA_BEFORE][FLOW_SEAM_PAGE]);
		if (cell->row_span == 1)
			at_foot = MAX(at_foot, flow_cell_height(cell) + seam_extra(cell, AREA_AFTER, FLOW_SEAM_PAGE));
	}
	row->at_foot = at_foot - row->least;
}

void flow_measure_row(struct flow_row *row)
{
	len content = 0;
	row->height = given_height(row);
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell->row_span > 1)
			continue;
		content = MAX(content, len_add(cell->content_height, cell->before + cell->after));
		row->height = MAX(row->height, flow_cell_height(cell));
	}
	row->least = row->height;
	row->fixed = row->height > content;
	flow_note_seams(row);
}

len flow_more_below(const struct flow_row *row, len beyond)
{
	len spare = row->height - row->least, more = row->at_foot;
	more = more > 0 ? MAX(more - spare, 0) : spare > 0 || row->whole ? 0 : more; /* cells that span it are as high as they were */
	return beyond > 0 ? MAX(beyond, more) : more;
}

/* ---- where a page begins with a row ---- */

void flow_cell_at_top(struct flow_cell *cell)
{
	if (!cell->collapsed || cell->continued)
		return;
	cell->top = FLOW_SEAM_PAGE;
	cell->before += seam_extra(cell, AREA_BEFORE, FLOW_SEAM_PAGE);
	cell->bleed[AREA_BEFORE] = flow_border_bleed(&cell->collapsed->border[AREA_BEFORE][FLOW_SEAM_PAGE]);
}

void flow_row_at_top(struct flow_row *row)
{
	if (!row->at_top)
		return;
	for (unsigned i = 0; i < row->count; i++)
		flow_cell_at_top(&row->cells[i]);
	flow_measure_row(row);
}

/* ---- what a cell draws ---- */

static const struct flow_border *border_at(const struct flow_collapsed *collapsed, enum area_side side, struct flow_seams seams)
{
	enum flow_seam seam = side == AREA_BEFORE ? seams.above : side == AREA_AFTER ? seams.below : FLOW_SEAM_CELLS;
	for (unsigned i = 0; seam == FLOW_SEAM_BROKEN && i < collapsed->row_count; i++)
		if (collapsed->in_rows[i].row == seams.rows[side])
			return &collapsed->in_rows[i].border[side];
	return &collapsed->border[side][seam];
}

bool flow_draws_piece(const struct flow_piece *piece, struct flow_seams seams)
{
	bool before = piece->side == AREA_BEFORE;
	return piece->seam == (before ? seams.above : seams.below) && (!piece->row || piece->row == seams.rows[piece->side]);
}

void flow_part_bleed(const struct flow_cell *cell, struct flow_seams seams, len bleed[4])
{
	memcpy(bleed, cell->bleed, sizeof(cell->bleed));
	if (cell->collapsed) {
		bleed[AREA_BEFORE] = flow_border_bleed(border_at(cell->collapsed, AREA_BEFORE, seams));
		bleed[AREA_AFTER] = flow_border_bleed(border_at(cell->collapsed, AREA_AFTER, seams));
		return;
	}
	if (seams.above == FLOW_SEAM_BROKEN)
		bleed[AREA_BEFORE] = cell->kept_bleed[AREA_BEFORE];
	if (seams.below == FLOW_SEAM_BROKEN)
		bleed[AREA_AFTER] = cell->kept_bleed[AREA_AFTER];
}

/* The background ends where the cell does, under a border that another cell draws, or that is in pieces. */
const struct area_box *flow_collapsed_box(struct arena *arena, const struct flow_collapsed *collapsed, struct flow_seams seams)
{
	struct area_box *box = ARENA_NEW(arena, struct area_box);
	*box = (struct area_box){.background = collapsed->background, .picture = collapsed->picture};
	for (enum area_side side = AREA_BEFORE; side <= AREA_END; side++) {
		const struct flow_border *border = border_at(collapsed, side, seams);
		if (border->pieces || border->beyond || !border->widest.width)
			box->beyond[side] = flow_border_bleed(border);
		else
			box->border[side] = border->widest;
	}
	return box;
}
