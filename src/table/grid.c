/* grid: fo:table → which cell stands where (XSL 1.1, 6.7; column-number, starts-row, spans). */
#include "table/table_int.h"

/* ---- columns ---- */

#define COLUMNS_MAX 1000

/* Once a table: thousands of rows may have such cells. */
static void say_too_many(struct table_grid *grid, const struct fo_node *node, struct diag_sink *sink)
{
	if (!grid->too_many)
		diag_report_words(sink, DIAG_XML_LIMIT, node->place, "%s: > %d columns", "%s：多于 %d 列", fo_kind_name(node->kind),
						  COLUMNS_MAX);
	grid->too_many = true;
}

/* The place of a column: what is taken is given up for the next free one, as a cell's is. */
static guint place_column(const GPtrArray *columns, const struct fo_node *column, guint next, struct diag_sink *sink)
{
	guint number = column->style->column_number > 0 ? (guint)column->style->column_number - 1 : next, wanted = number;
	while (number < columns->len && columns->pdata[number])
		number++;
	if (number != wanted && column->style->column_number > 0)
		diag_report_words(sink, DIAG_TABLE_SHAPE, column->place, "column-number=\"%u\": taken by another column",
						  "column-number=\"%u\"：已被另一列占用", wanted + 1);
	return number;
}

/* Gives the number that follows: the initial value of the next column's (7.28.8). */
static guint set_columns(struct table_grid *grid, GPtrArray *columns, const struct fo_node *column, guint next,
						 struct diag_sink *sink)
{
	const struct fo_style *style = column->style;
	guint number = place_column(columns, column, next, sink);
	if (style->number_columns_repeated > COLUMNS_MAX || number + (guint)MAX(style->number_columns_repeated, 1) > COLUMNS_MAX)
		say_too_many(grid, column, sink);
	for (int32_t i = 0; i < MAX(style->number_columns_repeated, 1) && number < COLUMNS_MAX; i++, number++) {
		if (number >= columns->len)
			g_ptr_array_set_size(columns, (gint)number + 1);
		columns->pdata[number] = (gpointer)(uintptr_t)column;
	}
	grid->column_count = columns->len;
	return number;
}

/* ---- rows and cells ---- */

struct reader {
	struct table_grid *grid;
	struct diag_sink *sink;
	GArray *occupied;  /* unsigned by column: how many rows below the present one are taken */
	unsigned next;     /* the column after the cell before, in its row: the initial column-number, if it is free (7.28.8) */
	unsigned declared; /* columns by fo:table-column; 0: none */
};

static unsigned *occupied(const struct reader *reader, unsigned column)
{
	if (column >= reader->occupied->len)
		g_array_set_size(reader->occupied, column + 1);
	return &g_array_index(reader->occupied, unsigned, column);
}

static bool is_free(const struct reader *reader, unsigned column, unsigned columns)
{
	for (unsigned i = column; i < column + columns; i++)
		if (*occupied(reader, i))
			return false;
	return true;
}

static void begin_row(struct reader *reader, const struct fo_node *node, const struct fo_node *section, enum table_part part)
{
	struct table_row row = {.node = node, .section = section, .part = part, .first_cell = reader->grid->cells->len};
	g_array_append_val(reader->grid->rows, row);
	reader->next = 0;
}

static void end_row(struct reader *reader)
{
	for (guint i = 0; i < reader->occupied->len; i++)
		*occupied(reader, i) -= *occupied(reader, i) > 0;
}

/* A place that is taken is given up for the next free one. */
static unsigned free_column(struct reader *reader, const struct fo_node *node, unsigned columns)
{
	unsigned column = reader->next;
	if (node->style->column_number > 0) {
		unsigned wanted = (unsigned)node->style->column_number - 1;
		if (wanted >= COLUMNS_MAX || is_free(reader, wanted, columns))
			return wanted;
		diag_report_words(reader->sink, DIAG_TABLE_SHAPE, node->place, "column-number=\"%u\": taken by another cell",
						  "column-number=\"%u\"：已被另一单元格占用", wanted + 1);
	}
	while (column < COLUMNS_MAX && !is_free(reader, column, 1))
		column++;
	return column;
}

/* A span ends with the last fo:table-column, and before a cell that reaches down from above. */
static unsigned free_columns(struct reader *reader, const struct fo_node *node, unsigned column, unsigned columns)
{
	unsigned declared = reader->declared, taken = 1;
	if (declared && column < declared && columns > declared - column) {
		diag_report_words(reader->sink, DIAG_TABLE_SHAPE, node->place,
						  "number-columns-spanned=\"%u\" from column %u: columns of the table: %u",
						  "number-columns-spanned=\"%u\"，起于第 %u 列：表格共 %u 列", columns, column + 1, declared);
		columns = declared - column;
	}
	while (taken < columns && is_free(reader, column + taken, 1))
		taken++;
	if (taken < columns)
		diag_report_words(reader->sink, DIAG_TABLE_SHAPE, node->place,
						  "number-columns-spanned=\"%u\" from column %u: column %u is taken by another cell",
						  "number-columns-spanned=\"%u\"，起于第 %u 列：第 %u 列已被另一单元格占用", columns, column + 1,
						  column + taken + 1);
	return taken;
}

static void read_cell(struct reader *reader, const struct fo_node *node)
{
	struct table_grid *grid = reader->grid;
	struct table_row *row = &g_array_index(grid->rows, struct table_row, grid->rows->len - 1);
	unsigned columns = (unsigned)MAX(node->style->number_columns_spanned, 1),
			 rows = (unsigned)MAX(node->style->number_rows_spanned, 1);
	unsigned column = columns > COLUMNS_MAX ? COLUMNS_MAX : free_column(reader, node, columns);
	if (column + columns > COLUMNS_MAX) {
		say_too_many(grid, node, reader->sink);
		return;
	}
	if (reader->declared && column >= reader->declared)
		diag_report_words(reader->sink, DIAG_TABLE_SHAPE, node->place, "in column %u; columns of the table: %u",
						  "在第 %u 列，而表格共 %u 列", column + 1, reader->declared);
	columns = free_columns(reader, node, column, columns);
	for (unsigned i = column; i < column + columns; i++)
		*occupied(reader, i) = rows;
	reader->next = column + columns;
	struct table_cell cell = {.node = node, .row = grid->rows->len - 1, .column = column, .rows = rows, .columns = columns};
	g_array_append_val(grid->cells, cell);
	row->cell_count++;
}

static void read_row(struct reader *reader, const struct fo_node *row, const struct fo_node *section, enum table_part part)
{
	begin_row(reader, row, section, part);
	for (const struct fo_node *cell = row->first_child; cell; cell = cell->next)
		if (cell->kind == FO_TABLE_CELL)
			read_cell(reader, cell);
	end_row(reader);
}

/* Cells without rows: starts-row and ends-row part them. */
static void read_loose_cell(struct reader *reader, const struct fo_node *cell, const struct fo_node *section,
							enum table_part part, bool *open)
{
	if (*open && cell->style->starts_row == FO_KW_TRUE) {
		end_row(reader);
		*open = false;
	}
	if (!*open)
		begin_row(reader, section, section, part);
	*open = true;
	read_cell(reader, cell);
	if (cell->style->ends_row == FO_KW_TRUE) {
		end_row(reader);
		*open = false;
	}
}

/* A span that reaches beyond its section ends with it, and is said. */
static void cut_spans(struct reader *reader, guint first_cell)
{
	struct table_grid *grid = reader->grid;
	for (guint i = first_cell; i < grid->cells->len; i++) {
		struct table_cell *cell = &g_array_index(grid->cells, struct table_cell, i);
		if (cell->row + cell->rows <= grid->rows->len)
			continue;
		diag_report_words(reader->sink, DIAG_TABLE_SHAPE, cell->node->place, "number-rows-spanned=\"%u\"; rows left: %u",
						  "number-rows-spanned=\"%u\"：只剩 %u 行", cell->rows, grid->rows->len - cell->row);
		cell->rows = grid->rows->len - cell->row;
	}
}

static void read_section(struct reader *reader, const struct fo_node *section, enum table_part part)
{
	guint first_cell = reader->grid->cells->len;
	bool open = false;
	for (const struct fo_node *child = section->first_child; child; child = child->next) {
		if (child->kind == FO_TABLE_ROW)
			read_row(reader, child, section, part);
		else if (child->kind == FO_TABLE_CELL)
			read_loose_cell(reader, child, section, part, &open);
	}
	if (open)
		end_row(reader);
	cut_spans(reader, first_cell);
	g_array_set_size(reader->occupied, 0);
}

static void read_sections(struct reader *reader, enum fo_kind kind, enum table_part part)
{
	for (const struct fo_node *child = reader->grid->table->first_child; child; child = child->next)
		if (child->kind == kind)
			read_section(reader, child, part);
}

/* ---- the grid ---- */

static void fill_slots(struct table_grid *grid)
{
	size_t count = (size_t)grid->rows->len * grid->column_count;
	grid->slots = g_new(int, count + 1);
	for (size_t i = 0; i < count; i++)
		grid->slots[i] = -1;
	for (guint i = 0; i < grid->cells->len; i++) {
		const struct table_cell *cell = &g_array_index(grid->cells, struct table_cell, i);
		for (unsigned r = cell->row; r < cell->row + cell->rows; r++) {
			g_array_index(grid->rows, struct table_row, r).spanned |= cell->rows > 1;
			for (unsigned c = cell->column; c < cell->column + cell->columns; c++)
				grid->slots[(size_t)r * grid->column_count + c] = (int)i;
		}
	}
}

static void copy_borders(struct table_grid *grid)
{
	for (guint i = 0; i < grid->cells->len; i++) {
		struct table_cell *cell = &g_array_index(grid->cells, struct table_cell, i);
		for (int side = 0; side < 4; side++)
			cell->border[side] = layout_border_of(cell->node->style, (enum area_side)side);
	}
}

struct table_grid *table_grid_new(const struct fo_node *table, struct diag_sink *sink)
{
	struct table_grid *grid = g_new0(struct table_grid, 1);
	grid->table = table;
	grid->rows = g_array_new(FALSE, TRUE, sizeof(struct table_row));
	grid->cells = g_array_new(FALSE, TRUE, sizeof(struct table_cell));
	GPtrArray *columns = g_ptr_array_new();
	guint next = 0;
	for (const struct fo_node *child = table->first_child; child; child = child->next)
		if (child->kind == FO_TABLE_COLUMN)
			next = set_columns(grid, columns, child, next, sink);
	struct reader reader = {
		.grid = grid, .sink = sink, .declared = grid->column_count, .occupied = g_array_new(FALSE, TRUE, sizeof(unsigned))};
	read_sections(&reader, FO_TABLE_HEADER, TABLE_HEADER);
	read_sections(&reader, FO_TABLE_BODY, TABLE_BODY);
	read_sections(&reader, FO_TABLE_FOOTER, TABLE_FOOTER);
	g_array_free(reader.occupied, TRUE);
	for (guint i = 0; i < grid->cells->len; i++) {
		const struct table_cell *cell = &g_array_index(grid->cells, struct table_cell, i);
		grid->column_count = MAX(grid->column_count, cell->column + cell->columns);
	}
	g_ptr_array_set_size(columns, (gint)grid->column_count);
	grid->columns = (const struct fo_node **)g_ptr_array_free(columns, FALSE);
	table_leave_out(grid);
	fill_slots(grid);
	copy_borders(grid);
	return grid;
}

void table_grid_free(struct table_grid *grid)
{
	for (guint i = 0; i < grid->cells->len; i++) {
		g_free(g_array_index(grid->cells, struct table_cell, i).above);
		g_free(g_array_index(grid->cells, struct table_cell, i).beside);
	}
	g_array_free(grid->rows, TRUE);
	g_array_free(grid->cells, TRUE);
	g_free(grid->columns);
	g_ptr_array_free(grid->gone, TRUE);
	g_free(grid->slots);
	g_free(grid);
}

const struct table_cell *table_at(const struct table_grid *grid, int row, int column)
{
	if (row < 0 || column < 0 || (guint)row >= grid->rows->len || (unsigned)column >= grid->column_count)
		return NULL;
	int slot = grid->slots[(size_t)row * grid->column_count + (size_t)column];
	return slot < 0 ? NULL : &g_array_index(grid->cells, struct table_cell, (guint)slot);
}
