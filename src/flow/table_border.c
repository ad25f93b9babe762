/* table_border: the borders of a table's cells, separate (6.7.10) or collapsed (CSS 2.1, 17.6.2): what each draws, how much of them lies in the cell, and
 * what is left of that where a page begins, ends, or breaks the cell. */
#include "flow/table_int.h"

/* ---- separate ---- */

/* Half of what separates cells lies before a border; where a page breaks the cell, so it does before one that is retained, and else not, as in FOP. */
static len kept_gap(const struct table *table, const struct table_cell *from, enum area_side side)
{
	return layout_keeps_border(from->node->style, side) ? table->gap_block / 2 : 0;
}

static void set_separate(const struct table *table, const struct table_cell *from, struct flow_cell *cell)
{
	const struct fo_style *style = from->node->style;
	cell->box = layout_box_of(table->builder->layout, from->node);
	cell->bleed[AREA_START] = cell->bleed[AREA_END] = -(table->gap_inline / 2);
	for (int side = AREA_BEFORE; side <= AREA_AFTER; side++) {
		cell->bleed[side] = -(table->gap_block / 2);
		cell->kept_bleed[side] = -kept_gap(table, from, (enum area_side)side);
	}
	cell->kept_before = layout_kept(style, AREA_BEFORE, table->width) - cell->kept_bleed[AREA_BEFORE];
	cell->kept_after = layout_kept(style, AREA_AFTER, table->width) - cell->kept_bleed[AREA_AFTER];
}

/* ---- collapsed ---- */

/* Cells stand all along the edge below a cell, or at its end: they draw it. */
static bool is_followed(const struct table *table, const struct table_cell *cell, enum area_side side)
{
	int row = (int)(cell->row + cell->rows), column = (int)(cell->column + cell->columns);
	if (side == AREA_AFTER) {
		for (unsigned i = 0; i < cell->columns; i++)
			if (!table_at(table->grid, row, (int)(cell->column + i)))
				return false;
		return true;
	}
	for (unsigned i = 0; i < cell->rows; i++)
		if (!table_at(table->grid, (int)(cell->row + i), column))
			return false;
	return true;
}

static void add_piece(const struct table *table, struct flow_collapsed *collapsed, const struct flow_piece *made)
{
	struct flow_piece *piece = ARENA_NEW(table->builder->layout->arena, struct flow_piece);
	*piece = *made;
	piece->next = collapsed->pieces;
	collapsed->pieces = piece;
}

/* The borders of its columns at a side, when they are not all one. */
static void add_pieces_along(const struct table *table, const struct table_cell *from, const struct flow_piece *along,
							 const struct area_border *borders, struct flow_collapsed *collapsed)
{
	const len *edges = table->edges + from->column;
	for (unsigned i = 0; i < from->columns; i++) {
		struct flow_piece piece = *along;
		piece.from = edges[i] - edges[0];
		piece.to = edges[i + 1] - edges[0];
		piece.border = borders[i];
		add_piece(table, collapsed, &piece);
	}
}

static void add_pieces_beside(const struct table *table, const struct table_cell *from, struct flow_collapsed *collapsed)
{
	for (unsigned i = 0; i < from->rows; i++)
		add_piece(table, collapsed,
				  &(struct flow_piece){.side = AREA_START,
									   .row = g_array_index(table->grid->rows, struct table_row, from->row + i).node,
									   .border = from->beside[i]});
	collapsed->border[AREA_START][FLOW_SEAM_CELLS].pieces = true;
}

/* Where other cells meet it, or the table ends. Borders are drawn once: above and at the start of a cell, and where nothing follows below or at the end. */
static void set_among_cells(const struct table *table, const struct table_cell *from, struct flow_collapsed *collapsed)
{
	for (int side = 0; side < 4; side++)
		collapsed->border[side][FLOW_SEAM_CELLS].widest = from->border[side];
	collapsed->border[AREA_AFTER][FLOW_SEAM_CELLS].beyond = is_followed(table, from, AREA_AFTER);
	collapsed->border[AREA_END][FLOW_SEAM_CELLS].beyond = is_followed(table, from, AREA_END);
	if (from->above) {
		add_pieces_along(table, from, &(struct flow_piece){.side = AREA_BEFORE, .seam = FLOW_SEAM_CELLS}, from->above, collapsed);
		collapsed->border[AREA_BEFORE][FLOW_SEAM_CELLS].pieces = true;
	}
	if (from->beside)
		add_pieces_beside(table, from, collapsed);
}

static bool is_repeated(const struct table *table, enum table_part part)
{
	const struct fo_style *style = table->grid->table->style;
	bool header = part == TABLE_HEADER;
	bool any = header ? table->shared->body > 0 : table->shared->foot < table->grid->rows->len;
	return any && !table->once[part] &&
		   (header ? style->table_omit_header_at_break : style->table_omit_footer_at_break) != FO_KW_TRUE;
}

/* What a cell of the part meets where a page begins or ends with it, or breaks it (table.h). */
static int across_of(const struct table *table, enum table_part part, enum area_side side)
{
	if (part != TABLE_BODY && !table->once[part])
		return TABLE_NOTHING; /* its table's rows have what meets there (flow_apart) */
	enum table_part other = side == AREA_BEFORE ? TABLE_HEADER : TABLE_FOOTER;
	if (part == other || !is_repeated(table, other))
		return TABLE_END;
	return side == AREA_BEFORE ? (int)table->shared->body - 1 : (int)table->shared->foot;
}

static const struct fo_node *row_node(const struct table *table, unsigned row)
{
	return g_array_index(table->grid->rows, struct table_row, row).node;
}

/* at: the side and seam; with a row for cells that span several. */
static struct flow_border border_at(const struct table *table, const struct table_cell *from, const struct flow_piece *at,
									unsigned row, int across, struct flow_collapsed *collapsed)
{
	struct area_border one, *borders = from->columns > 1 ? g_new(struct area_border, from->columns) : &one;
	struct flow_border border = {0};
	border.widest = table_page_border(table->grid, from, at->side, row, at->seam == FLOW_SEAM_BROKEN, across, borders);
	for (unsigned i = 1; i < from->columns && !border.pieces; i++)
		border.pieces = !table_is_same(borders[i], borders[0]);
	if (border.pieces)
		add_pieces_along(table, from, at, borders, collapsed);
	if (borders != &one)
		g_free(borders);
	return border;
}

static void set_at_seam(const struct table *table, const struct table_cell *from, enum area_side side, enum flow_seam seam,
						int across, struct flow_collapsed *collapsed)
{
	unsigned row = side == AREA_BEFORE ? from->row : from->row + from->rows - 1;
	struct flow_piece at = {.side = side, .seam = seam};
	collapsed->border[side][seam] = border_at(table, from, &at, row, across, collapsed);
}

/* Where a page breaks a cell that spans rows in one of these. */
static void set_broken_in_rows(const struct table *table, const struct table_cell *from, const int *across,
							   struct flow_collapsed *collapsed)
{
	struct flow_row_border *in_rows = ARENA_ARRAY(table->builder->layout->arena, struct flow_row_border, from->rows);
	for (unsigned i = 0; i < from->rows; i++) {
		in_rows[i].row = row_node(table, from->row + i);
		for (enum area_side side = AREA_BEFORE; side <= AREA_AFTER; side++) {
			struct flow_piece at = {.side = side, .seam = FLOW_SEAM_BROKEN, .row = in_rows[i].row};
			struct flow_border *widest = &collapsed->border[side][FLOW_SEAM_BROKEN];
			in_rows[i].border[side] = border_at(table, from, &at, from->row + i, across[side], collapsed);
			if (!i || in_rows[i].border[side].widest.width > widest->widest.width)
				*widest = in_rows[i].border[side];
		}
	}
	collapsed->in_rows = in_rows;
	collapsed->row_count = from->rows;
}

static void set_collapsed(const struct table *table, const struct table_cell *from, enum table_part part, struct flow_cell *cell)
{
	struct layout *layout = table->builder->layout;
	struct flow_collapsed *collapsed = ARENA_NEW(layout->arena, struct flow_collapsed);
	const struct area_box *own = layout_box_of(layout, from->node);
	*collapsed = (struct flow_collapsed){.background = own ? own->background : 0, .picture = own ? own->picture : NULL};
	set_among_cells(table, from, collapsed);
	const int across[] = {across_of(table, part, AREA_BEFORE), across_of(table, part, AREA_AFTER)};
	for (enum area_side side = AREA_BEFORE; side <= AREA_AFTER; side++)
		for (enum flow_seam seam = FLOW_SEAM_PAGE; seam <= (from->rows > 1 ? FLOW_SEAM_PAGE : FLOW_SEAM_BROKEN); seam++)
			set_at_seam(table, from, side, seam, across[side], collapsed);
	if (from->rows > 1)
		set_broken_in_rows(table, from, across, collapsed);
	for (int side = AREA_BEFORE; side <= AREA_AFTER; side++)
		collapsed->border[side][FLOW_SEAM_DRAWN] = (struct flow_border){.widest = collapsed->border[side][FLOW_SEAM_PAGE].widest,
																		.beyond = true};
	cell->collapsed = collapsed;
	for (int side = 0; side < 4; side++)
		cell->bleed[side] = flow_border_bleed(&collapsed->border[side][FLOW_SEAM_CELLS]);
	const struct fo_style *style = from->node->style;
	cell->kept_before = collapsed->border[AREA_BEFORE][FLOW_SEAM_BROKEN].widest.width / 2 +
						(style->padding_before.retain ? layout_padding(style, AREA_BEFORE, table->width) : 0);
	cell->kept_after = collapsed->border[AREA_AFTER][FLOW_SEAM_BROKEN].widest.width / 2 +
					   (style->padding_after.retain ? layout_padding(style, AREA_AFTER, table->width) : 0);
}

void table_set_borders(const struct table *table, const struct table_cell *from, enum table_part part, struct flow_cell *cell)
{
	if (table->collapse)
		set_collapsed(table, from, part, cell);
	else
		set_separate(table, from, cell);
}
