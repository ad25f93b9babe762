/* Headers of tables (ISO 32000-1, table 349; PDF/UA-1, 7.5). Every header cell has a scope. Where scopes do not say which headers a cell has (a
 * header that spans several cells, several rows of headers, a header after data in its row) each cell names them too: those above it
 * in the table's head and in the last row of headers in the body, and the run of header cells nearest before it in its row. */
#include <string.h>

#include "pdf/structure_int.h"

#define MOST_HEAD_ROWS 16 /* a head of more rows is data: its cells have scopes only */

struct grid {
	struct tree *tree;
	int columns, head_rows; /* of the table's head; one more is kept for the body's */
	bool needs_names;
	int row;                 /* of the head, while names are given */
	struct element **above;  /* by row of headers and column: the header there */
	struct element **covers; /* by column: the cell of the present row, or of one above that reaches into it */
	int *reach;              /* by column: in how many rows from here on */
	GPtrArray *found;
};

static struct element *element_at(const struct element *element, guint index)
{
	return g_array_index(element->kids, struct kid, index).element;
}

static bool is_head(const struct element *cell)
{
	return cell->scope != NULL;
}

static void each_row(struct grid *grid, const struct element *part, void (*visit)(struct grid *, struct element *))
{
	for (guint k = 0; k < part->kids->len; k++) {
		struct element *row = element_at(part, k);

		if (structure_is(row, "TR"))
			visit(grid, row);
		else if (!structure_is(row, "Caption"))
			each_row(grid, row, visit);
	}
	if (grid->reach) /* no cell reaches out of its part of the table */
		memset(grid->reach, 0, (size_t)grid->columns * sizeof(int));
}

/* ---- scopes ---- */

/* Rows of header cells alone tell of columns wherever they stand; a single header cell tells of what is beside it. */
static bool is_head_row(const struct element *row)
{
	for (guint k = 0; k < row->kids->len; k++)
		if (!structure_is(element_at(row, k), "TH") && !element_at(row, k)->made)
			return false;
	return structure_is(row->parent, "THead") || row->kids->len > 1;
}

static int columns_of(const struct element *cell)
{
	return MAX(cell->tag->column_span, 1);
}

/* A cell of a table has its column; what is a cell by its role alone comes after the one before. */
static int column_of(const struct element *cell, int next)
{
	return cell->tag->column_span > 0 ? cell->tag->column : next;
}

static int rows_of(const struct element *cell)
{
	return MAX(cell->tag->row_span, 1);
}

static void set_scopes(struct grid *grid, struct element *row)
{
	bool heads = is_head_row(row), data_before = false;
	int next = 0;

	for (guint k = 0; k < row->kids->len; k++) {
		struct element *cell = element_at(row, k);

		next = column_of(cell, next) + columns_of(cell);
		grid->columns = MAX(grid->columns, next);
		if (!structure_is(cell, "TH")) {
			data_before = true;
			continue;
		}
		cell->scope = heads ? "Column" : "Row";
		grid->needs_names = grid->needs_names || data_before || cell->tag->column_span > 1 || cell->tag->row_span > 1;
	}
	grid->head_rows += structure_is(row->parent, "THead");
}

/* ---- regular rows (PDF/UA-1, 7.2): places without a cell get an empty one ---- */

static void cover(struct grid *grid, struct element *cell, int column, int end)
{
	for (; column < end; column++) {
		grid->covers[column] = cell;
		grid->reach[column] = rows_of(cell);
	}
}

/* From a column up to another. */
static void fill_until(struct grid *grid, struct element *row, int column, int end)
{
	for (; column < end; column++)
		if (grid->reach[column] == 0) {
			grid->covers[column] = structure_make(grid->tree, row, "TD", row->kids);
			grid->reach[column] = 1;
		}
}

static void end_cover(struct grid *grid, const struct element *cell)
{
	for (int column = 0; column < grid->columns; column++)
		if (grid->covers[column] == cell)
			grid->reach[column] = 0;
}

/* A row that is none to readers was crossed by cells all the same: where one would reach into a cell of this row, it ends above. */
static void end_crossed(struct grid *grid, const GArray *cells)
{
	int column = 0;

	for (guint k = 0; k < cells->len; k++) {
		const struct element *cell = g_array_index(cells, struct kid, k).element;

		column = column_of(cell, column);
		for (int end = column + columns_of(cell); column < end; column++)
			if (grid->reach[column] > 0)
				end_cover(grid, grid->covers[column]);
	}
}

/* Each cell that reaches through the row has one row more. */
static void end_row(struct grid *grid)
{
	for (int column = 0; column < grid->columns; column++) {
		grid->covers[column]->rows += column == 0 || grid->covers[column - 1] != grid->covers[column];
		grid->reach[column]--;
	}
}

static void fill_row(struct grid *grid, struct element *row)
{
	GArray *cells = row->kids;
	int column = 0;

	end_crossed(grid, cells);
	row->kids = g_array_sized_new(FALSE, FALSE, sizeof(struct kid), cells->len);
	for (guint k = 0; k < cells->len; k++) {
		struct element *cell = g_array_index(cells, struct kid, k).element;

		fill_until(grid, row, column, column_of(cell, column));
		g_array_append_val(row->kids, g_array_index(cells, struct kid, k));
		column = column_of(cell, column);
		cover(grid, cell, column, column + columns_of(cell));
		column += columns_of(cell);
	}
	fill_until(grid, row, column, grid->columns);
	g_array_free(cells, TRUE);
	end_row(grid);
}

/* ---- names ---- */

static void add_head(struct grid *grid, struct element *head)
{
	if (!head || !head->has_content || g_ptr_array_find(grid->found, head, NULL))
		return;
	head->has_id = true;
	g_ptr_array_add(grid->found, head);
}

static void find_above(struct grid *grid, int column, int end)
{
	for (int row = 0; row <= grid->head_rows; row++)
		for (int at = column; at < end; at++)
			add_head(grid, grid->above[row * grid->columns + at]);
}

static void find_before(struct grid *grid, int column)
{
	int end = column, first;

	while (end > 0 && !is_head(grid->covers[end - 1]))
		end--;
	for (first = end; first > 0 && is_head(grid->covers[first - 1]);)
		first--;
	for (; first < end; first++)
		if (g_str_equal(grid->covers[first]->scope, "Row"))
			add_head(grid, grid->covers[first]);
}

static void name_heads(struct grid *grid, struct element *cell, int column, int end)
{
	const struct element **heads;

	g_ptr_array_set_size(grid->found, 0);
	find_above(grid, column, end);
	if (!is_head(cell))
		find_before(grid, column);
	heads = ARENA_ARRAY(grid->tree->arena, const struct element *, grid->found->len + 1);
	for (guint i = 0; i < grid->found->len; i++)
		heads[i] = grid->found->pdata[i];
	cell->heads = heads;
	cell->head_count = grid->found->len;
}

/* Where the row's headers are kept: the body has one row of them at a time. */
static struct element **open_heads(const struct grid *grid, const struct element *row)
{
	bool in_head = structure_is(row->parent, "THead");
	struct element **heads = grid->above + (in_head ? grid->row : grid->head_rows) * grid->columns;

	if (!in_head)
		memset(heads, 0, (size_t)grid->columns * sizeof(struct element *));
	return heads;
}

static void name_row(struct grid *grid, struct element *row)
{
	struct element **heads = is_head_row(row) ? open_heads(grid, row) : NULL;
	int column = 0;

	for (guint k = 0; k < row->kids->len; k++) {
		struct element *cell = element_at(row, k);
		int end;

		while (column < grid->columns && grid->reach[column] > 0)
			column++;
		end = MIN(column + columns_of(cell), grid->columns);
		name_heads(grid, cell, column, end);
		for (; column < end; column++) {
			grid->covers[column] = cell;
			grid->reach[column] = cell->rows;
		}
	}
	for (column = 0; column < grid->columns; column++) {
		if (heads && grid->reach[column] > 0 && is_head(grid->covers[column]))
			heads[column] = grid->covers[column];
		grid->reach[column] -= grid->reach[column] > 0;
	}
	grid->row += structure_is(row->parent, "THead");
}

static void name_cells(struct grid *grid, const struct element *table)
{
	size_t columns = (size_t)grid->columns;

	grid->above = g_new0(struct element *, columns * ((size_t)grid->head_rows + 1));
	grid->found = g_ptr_array_new();
	each_row(grid, table, name_row);
	g_ptr_array_free(grid->found, TRUE);
	g_free(grid->above);
}

static void settle(struct tree *tree, const struct element *table)
{
	struct grid grid = {.tree = tree};

	each_row(&grid, table, set_scopes);
	grid.reach = g_new0(int, (size_t)grid.columns);
	grid.covers = g_new0(struct element *, (size_t)grid.columns);
	each_row(&grid, table, fill_row);
	if ((grid.needs_names || grid.head_rows > 1) && grid.head_rows <= MOST_HEAD_ROWS)
		name_cells(&grid, table);
	g_free(grid.covers);
	g_free(grid.reach);
}

void structure_cells(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];

		if (structure_is(element, "Table") && element->has_content)
			settle(tree, element);
		else if (structure_is(element, "Note"))
			element->has_id = true; /* PDF/UA-1, 7.9 */
	}
}
