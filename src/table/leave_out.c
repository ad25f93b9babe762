/* leave_out: rows and columns that take no room (XSL 1.1, 7.30.17: visibility="collapse"). The others stand as if they were there, but for
 * the room that they leave; cells that span them lose so many rows or columns. */
#include "table/table_int.h"

static bool is_gone(const struct fo_node *node)
{
	return node && node->style->visibility == FO_KW_COLLAPSE;
}

/* For each row or column, and behind the last one: how many that stay come before it. */
static unsigned *places(unsigned count, bool (*gone)(const struct table_grid *, unsigned), const struct table_grid *grid)
{
	unsigned *place = g_new(unsigned, count + 1);
	unsigned next = 0;
	for (unsigned i = 0; i < count; i++) {
		place[i] = next;
		next += !gone(grid, i);
	}
	place[count] = next;
	return place;
}

static bool row_gone(const struct table_grid *grid, unsigned row)
{
	return is_gone(g_array_index(grid->rows, struct table_row, row).node);
}

static bool column_gone(const struct table_grid *grid, unsigned column)
{
	return is_gone(grid->columns[column]);
}

static void span_less(unsigned *start, unsigned *length, const unsigned *place)
{
	unsigned end = place[*start + *length];
	*start = place[*start];
	*length = end - *start;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
	const struct table_cell *one = a, *other = b;
	if (one->row != other->row)
		return one->row < other->row ? -1 : 1;
	return one->column < other->column ? -1 : one->column > other->column;
}

static void take_cells(struct table_grid *grid, const unsigned *rows, const unsigned *columns)
{
	guint kept = 0;
	for (guint i = 0; i < grid->cells->len; i++) {
		struct table_cell cell = g_array_index(grid->cells, struct table_cell, i);
		span_less(&cell.row, &cell.rows, rows);
		span_less(&cell.column, &cell.columns, columns);
		if (cell.rows && cell.columns)
			g_array_index(grid->cells, struct table_cell, kept++) = cell;
	}
	g_array_set_size(grid->cells, kept);
	g_array_sort(grid->cells, by_place); /* those that began in a row that is gone begin in the next one */
}

static void take_rows(struct table_grid *grid)
{
	guint kept = 0, cell = 0;
	for (guint i = 0; i < grid->rows->len; i++)
		if (!row_gone(grid, i))
			g_array_index(grid->rows, struct table_row, kept++) = g_array_index(grid->rows, struct table_row, i);
	g_array_set_size(grid->rows, kept);
	for (guint i = 0; i < kept; i++) {
		struct table_row *row = &g_array_index(grid->rows, struct table_row, i);
		row->first_cell = cell;
		while (cell < grid->cells->len && g_array_index(grid->cells, struct table_cell, cell).row == i)
			cell++;
		row->cell_count = cell - row->first_cell;
	}
}

static void take_columns(struct table_grid *grid)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < grid->column_count; i++)
		if (column_gone(grid, i))
			g_ptr_array_add(grid->gone, (gpointer)(uintptr_t)grid->columns[i]);
		else
			grid->columns[kept++] = grid->columns[i];
	grid->column_count = kept;
}

void table_leave_out(struct table_grid *grid)
{
	unsigned *rows = places(grid->rows->len, row_gone, grid), *columns = places(grid->column_count, column_gone, grid);
	grid->gone = g_ptr_array_new();
	if (rows[grid->rows->len] < grid->rows->len || columns[grid->column_count] < grid->column_count) {
		take_cells(grid, rows, columns);
		take_rows(grid);
		take_columns(grid);
	}
	g_free(rows);
	g_free(columns);
}
