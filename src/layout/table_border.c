/* table_border: collapsed borders (CSS 2.1, 17.6.2; XSL 1.1, 6.7.10): for every edge the strongest of the borders that meet there. */
#include "layout/table_int.h"

static int style_rank(enum area_line_style style)
{
	static const int ranks[] = {
		[AREA_LINE_NONE] = 0,  [AREA_LINE_WAVY] = 0,   [AREA_LINE_INSET] = 1,  [AREA_LINE_GROOVE] = 2, [AREA_LINE_OUTSET] = 3,
		[AREA_LINE_RIDGE] = 4, [AREA_LINE_DOTTED] = 5, [AREA_LINE_DASHED] = 6, [AREA_LINE_SOLID] = 7,  [AREA_LINE_DOUBLE] = 8};
	return ranks[style];
}

/* `other` comes later in the order cell, row, section, column, table: it wins only when it is stronger. */
static struct area_border stronger(struct area_border border, struct area_border other)
{
	if (other.width != border.width)
		return other.width > border.width ? other : border;
	return style_rank(other.style) > style_rank(border.style) ? other : border;
}

static struct area_border with(struct area_border border, const struct fo_node *node, enum area_side side)
{
	return node ? stronger(border, flow_border_of(node->style, side)) : border;
}

static const struct table_row *row_at(const struct table_grid *grid, int row)
{
	return row < 0 || (guint)row >= grid->rows->len ? NULL : &g_array_index(grid->rows, struct table_row, row);
}

/* The edge above grid row `row` in column `column`. */
static struct area_border edge_above(const struct table_grid *grid, int row, int column)
{
	const struct table_cell *below = table_at(grid, row, column), *above = table_at(grid, row - 1, column);
	const struct table_row *under = row_at(grid, row), *over = row_at(grid, row - 1);
	struct area_border border = {0};
	border = with(border, below ? below->node : NULL, AREA_BEFORE);
	border = with(border, above ? above->node : NULL, AREA_AFTER);
	border = with(border, under ? under->node : NULL, AREA_BEFORE);
	border = with(border, over ? over->node : NULL, AREA_AFTER);
	if (!under || !over || under->section != over->section) {
		border = with(border, under ? under->section : NULL, AREA_BEFORE);
		border = with(border, over ? over->section : NULL, AREA_AFTER);
	}
	if (!over) {
		border = with(border, grid->columns[column], AREA_BEFORE);
		border = with(border, grid->table, AREA_BEFORE);
	}
	if (!under) {
		border = with(border, grid->columns[column], AREA_AFTER);
		border = with(border, grid->table, AREA_AFTER);
	}
	return border;
}

/* The edge at the start of grid column `column` in row `row`. */
static struct area_border edge_left(const struct table_grid *grid, int row, int column)
{
	const struct table_cell *right = table_at(grid, row, column), *left = table_at(grid, row, column - 1);
	const struct table_row *own = row_at(grid, row);
	bool first = column == 0, last = (unsigned)column == grid->column_count;
	struct area_border border = {0};
	border = with(border, right ? right->node : NULL, AREA_START);
	border = with(border, left ? left->node : NULL, AREA_END);
	if (first || last) {
		enum area_side side = first ? AREA_START : AREA_END;
		border = with(border, own->node, side);
		border = with(border, own->section, side);
	}
	border = with(border, last ? NULL : grid->columns[column], AREA_START);
	border = with(border, first ? NULL : grid->columns[column - 1], AREA_END);
	if (first || last)
		border = with(border, grid->table, first ? AREA_START : AREA_END);
	return border;
}

static void collapse_cell(const struct table_grid *grid, struct table_cell *cell)
{
	int row = (int)cell->row, column = (int)cell->column, below = row + (int)cell->rows, right = column + (int)cell->columns;
	for (int c = column; c < right; c++) {
		cell->border[AREA_BEFORE] = stronger(cell->border[AREA_BEFORE], edge_above(grid, row, c));
		cell->border[AREA_AFTER] = stronger(cell->border[AREA_AFTER], edge_above(grid, below, c));
	}
	for (int r = row; r < below; r++) {
		cell->border[AREA_START] = stronger(cell->border[AREA_START], edge_left(grid, r, column));
		cell->border[AREA_END] = stronger(cell->border[AREA_END], edge_left(grid, r, right));
	}
}

void table_collapse(struct table_grid *grid)
{
	for (guint i = 0; i < grid->cells->len; i++)
		collapse_cell(grid, &g_array_index(grid->cells, struct table_cell, i));
}
