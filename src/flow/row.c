/* row: a row → areas. Cells are as tall as their row, or as the rows they span on this page. */
#include "flow/flow_int.h"

static bool is_part(const struct fo_node *node)
{
	return node->kind == FO_TABLE_BODY || node->kind == FO_TABLE_HEADER || node->kind == FO_TABLE_FOOTER;
}

struct layout_move flow_row_move(const struct fo_node *node, len width)
{
	if (node->kind == FO_TABLE_ROW)
		return layout_moves(layout_move_of(node, width), layout_move_of(node->parent, width));
	return is_part(node) ? layout_move_of(node, width) : (struct layout_move){0};
}

/* The page takes a part of this row only. */
static bool is_cut(const struct row_place *place)
{
	return place->fit->cut && place->index == place->fit->end;
}

static struct flow_seams seams_of(const struct row_place *place, const struct flow_cell *cell, uint32_t last, bool whole)
{
	struct flow_seams seams = {cell->top, FLOW_SEAM_CELLS, {place->row->node, place->flow->items[last].row->node}};
	if (place->index == 0 && place->ends.above)
		seams.above = place->ends.above;
	if (last + 1 == place->flow->count)
		seams.below = place->ends.below;
	if (flow_ends_region(place->flow, last, place->fit))
		seams.below = FLOW_SEAM_PAGE;
	if (cell->continued)
		seams.above = FLOW_SEAM_BROKEN;
	if (!whole)
		seams.below = FLOW_SEAM_BROKEN;
	return seams;
}

static const struct area_box *cell_box(const struct row_place *place, const struct flow_cell *cell, struct flow_seams seams)
{
	struct layout *layout = place->placer->layout;
	if (cell->collapsed)
		return flow_collapsed_box(layout->arena, cell->collapsed, seams);
	return flow_part_box(layout, cell->node, cell->box, seams.above == FLOW_SEAM_BROKEN, seams.below == FLOW_SEAM_BROKEN);
}

/* The one cell of a container, whose group has its id and markers. */
static bool is_of_container(const struct row_place *place, const struct flow_cell *cell)
{
	return cell->node == place->row->node;
}

static struct area *cell_area(struct row_place *place, const struct flow_cell *cell, len height, struct flow_seams seams,
							  const len bleed[4])
{
	struct layout_move move = cell->kind == AREA_CELL ? layout_move_of(cell->node, place->row->width) : (struct layout_move){0};
	struct area *area = area_new(place->placer->layout->arena, cell->kind,
								 cell->x - bleed[AREA_START] - place->row->x + move.right, move.down - bleed[AREA_BEFORE],
								 cell->width + bleed[AREA_START] + bleed[AREA_END],
								 height + bleed[AREA_BEFORE] + bleed[AREA_AFTER]);
	/* floats may hang out of a list's item */
	area->hold = (struct area_hold){.holds = place->row->node->kind == FO_LIST_ITEM ? AREA_HOLDS_ACROSS : AREA_HOLDS_ALL,
									.free_across = move.right || move.down,
									.free_down = move.right || move.down,
									.x = cell->content_x + bleed[AREA_START],
									.width = cell->content->width,
									.name = fo_kind_name(cell->node->kind)};
	area->box = cell_box(place, cell, seams);
	area->tag = place->placer->repeat ? &area_artifact : cell->tag;
	area->place = cell->node->place;
	area->id = place->placer->repeat || is_of_container(place, cell) ? NULL : cell->node->id;
	if (area->id)
		layout_ref_set(place->placer->layout, area->id, place->placer->label);
	return area;
}

/* Something of it stands on an earlier page. */
static bool has_begun(const struct flow_cell *cell)
{
	return cell->begun || cell->repeated;
}

/* All that the cell says stands in this part of it. */
static bool says_all(const struct flow_cell *cell, const struct flow_fit *fit)
{
	return !cell->begun && !flow_has(cell->content, fit->end);
}

static void place_content(const struct row_place *place, const struct flow_cell *cell, const struct flow_fit *fit,
						  struct area *area, len y)
{
	struct placer placer = *place->placer;
	placer.repeat |= cell->repeated;
	placer.repeats_notes &= !cell->repeated;
	flow_place(&placer, cell->content, flow_cell_at(cell), fit, area, cell->content_x + cell->bleed[AREA_START], y);
}

static void note_cell(const struct row_place *place, const struct flow_cell *cell, bool whole)
{
	if (is_of_container(place, cell))
		return;
	flow_note_markers(place->placer, cell->node, !has_begun(cell));
	if (whole)
		flow_end_markers(place->placer, cell->node);
}

static void place_cell(struct row_place *place, const struct flow_cell *cell)
{
	struct row_reach reach = flow_row_reach(place->flow, place->index, place->row, place->fit, cell->row_span);
	bool whole = !is_cut(place) && reach.rows == cell->row_span;
	struct flow_seams seams = seams_of(place, cell, reach.last, whole);
	len bleed[4];
	flow_part_bleed(cell, seams, bleed);
	struct area *area = cell_area(place, cell, reach.height, seams, bleed);
	flow_add_pieces(place, cell, seams, bleed[AREA_BEFORE], area);
	struct flow_fit fit = flow_cell_part(cell, reach.height, whole, &place->fit->ending);
	note_cell(place, cell, whole);
	len slack = reach.height - cell->before - (whole ? cell->after : cell->kept_after) - fit.height;
	bool aligned = whole || says_all(cell, &fit);
	len down = aligned ? layout_align_down(cell->align, slack) : 0;
	place_content(place, cell, &fit, area, cell->before + bleed[AREA_BEFORE] + down);
	area_append(place->area, area);
}

/* Markers of a table's body, head or foot: its first and last row on the page bring them; those of a row itself (where FOP takes them, too). */
static void note_markers(const struct row_place *place)
{
	const struct flow_row *row = place->row;
	const struct fo_node *section = row->node->kind == FO_TABLE_ROW ? row->node->parent : row->node;
	if (!is_part(section) || !row->count)
		return;
	bool own_row = row->node != section, begun = false;
	const struct fo_node *first = own_row ? row->node : row->cells[0].node,
						 *last = own_row ? row->node : row->cells[row->count - 1].node;
	const struct fo_node *before = section->first_child;
	while (before->kind != first->kind)
		before = before->next;
	for (unsigned i = 0; i < row->count; i++)
		begun |= has_begun(&row->cells[i]);
	flow_note_markers(place->placer, section, before == first && !begun);
	if (own_row)
		flow_note_markers(place->placer, row->node, !row->cut);
	if (own_row && !is_cut(place))
		flow_end_markers(place->placer, row->node);
	if (!last->next && !is_cut(place))
		flow_end_markers(place->placer, section);
}

static bool is_first_row(const struct fo_node *row)
{
	const struct fo_node *before = row->parent->first_child;
	while (before->kind != FO_TABLE_ROW)
		before = before->next;
	return before == row;
}

/* A row, and the part of the table that it stands in, are on this page. */
static void note_ids(const struct row_place *place)
{
	const struct fo_node *node = place->row->node;
	if (place->placer->repeat || place->row->kind != AREA_ROW)
		return;
	place->area->id = node->id;
	if (node->id)
		layout_ref_set(place->placer->layout, node->id, place->placer->label);
	if (node->kind != FO_TABLE_ROW)
		return;
	if (is_first_row(node))
		flow_put_mark(place->placer, node->parent, place->area, 0, 0);
	else if (node->parent->id)
		layout_ref_set(place->placer->layout, node->parent->id, place->placer->label);
}

void flow_place_row(struct row_place *place)
{
	const struct flow_row *row = place->row;
	place->area = area_new(place->placer->layout->arena, row->kind, row->x, 0, row->width,
						   flow_height_of_row(place->flow, row, place->index, place->fit));
	place->area->box = row->box;
	place->area->tag = place->placer->repeat ? &area_artifact : row->tag;
	place->area->place = row->node->place;
	place->area->hold.row = true;
	note_ids(place);
	note_markers(place);
	for (unsigned i = 0; i < row->count; i++)
		place_cell(place, &row->cells[i]);
}
