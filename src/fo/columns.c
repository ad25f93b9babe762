/* columns: in which column of its table a cell begins, while the tree is being built (5.10.4: from-table-column()). What the rows above reach
 * down to is carried along from cell to cell, so that a table of any length is walked once. */
#include "fo/fo_int.h"

#define COLUMNS_MAX 1000 /* as many as layout allows */

/* How far the cells of a fo:table-body, -header or -footer were counted. */
struct counting {
	const struct fo_node *row, *cell; /* the last ones counted; NULL: none */
	GArray *taken;                    /* int32_t by column: how many rows of it, from the present one, are taken */
	guint next;                       /* the column after the last cell of this row */
};

static int32_t *taken(struct counting *counting, guint column)
{
	if (column >= counting->taken->len)
		g_array_set_size(counting->taken, column + 1);
	return &g_array_index(counting->taken, int32_t, column);
}

static void end_row(struct counting *counting)
{
	for (guint i = 0; i < counting->taken->len; i++)
		*taken(counting, i) -= *taken(counting, i) > 0;
	counting->next = 0;
}

/* From 0. */
static guint column_of(struct counting *counting, const struct fo_style *style)
{
	guint column = counting->next;
	if (style->column_number > 0)
		return MIN((guint)style->column_number - 1, COLUMNS_MAX);
	while (column < COLUMNS_MAX && *taken(counting, column))
		column++;
	return column;
}

static void take_cell(struct counting *counting, const struct fo_node *cell)
{
	const struct fo_style *style = cell->style;
	bool loose = cell->parent->kind != FO_TABLE_ROW;
	if (loose && style->starts_row == FO_KW_TRUE && counting->cell && counting->cell->style->ends_row != FO_KW_TRUE)
		end_row(counting);
	guint column = column_of(counting, style), count = (guint)CLAMP(style->number_columns_spanned, 1, COLUMNS_MAX);
	for (guint i = column; i < column + count; i++)
		*taken(counting, i) = MAX(style->number_rows_spanned, 1);
	counting->next = column + count;
	if (loose && style->ends_row == FO_KW_TRUE)
		end_row(counting);
	counting->cell = cell;
}

static void take_cells(struct counting *counting, const struct fo_node *holder)
{
	const struct fo_node *cell = counting->cell ? counting->cell->next : holder->first_child;
	for (; cell; cell = cell->next)
		if (cell->kind == FO_TABLE_CELL)
			take_cell(counting, cell);
}

/* The rows above `row`, which is not among its section's children yet. */
static void take_rows(struct counting *counting, const struct fo_node *row)
{
	while (counting->row != row) {
		const struct fo_node *next = row->parent->first_child;
		if (counting->row) {
			take_cells(counting, counting->row);
			end_row(counting);
			next = counting->row->next;
		}
		while (next && next->kind != FO_TABLE_ROW)
			next = next->next;
		counting->row = next ? next : row;
		counting->cell = NULL;
	}
}

static void free_counting(gpointer data)
{
	struct counting *counting = data;
	g_array_free(counting->taken, TRUE);
	g_free(counting);
}

static struct counting *counting_of(struct fo_builder *builder, const struct fo_node *section)
{
	if (!builder->counted)
		builder->counted = g_hash_table_new_full(NULL, NULL, NULL, free_counting);
	struct counting *counting = g_hash_table_lookup(builder->counted, section);
	if (!counting) {
		counting = g_new0(struct counting, 1);
		counting->taken = g_array_new(FALSE, TRUE, sizeof(int32_t));
		g_hash_table_insert(builder->counted, (gpointer)(uintptr_t)section, counting);
	}
	return counting;
}

/* From 1; 0: what is being styled is no cell. */
static int32_t cell_column(const struct fo_styling *styling)
{
	const struct fo_node *parent = styling->parent;
	if (styling->kind != FO_TABLE_CELL || !parent)
		return 0;
	bool in_row = parent->kind == FO_TABLE_ROW;
	struct counting *counting = counting_of(styling->builder, in_row ? parent->parent : parent);
	if (in_row)
		take_rows(counting, parent);
	take_cells(counting, parent);
	bool starts = !in_row && styling->style->starts_row == FO_KW_TRUE && counting->cell &&
				  counting->cell->style->ends_row != FO_KW_TRUE;
	if (starts) { /* the row before ends here; the cell itself is counted when it is there */
		guint column = 0;
		while (column<counting->taken->len && * taken(counting, column)> 1)
			column++;
		return styling->style->column_number > 0 ? styling->style->column_number : (int32_t)column + 1;
	}
	return (int32_t)column_of(counting, styling->style) + 1;
}

const struct fo_style *fo_column_style(const struct fo_styling *styling)
{
	const struct fo_node *table = styling->parent;
	while (table && table->kind != FO_TABLE)
		table = table->parent;
	int32_t wanted = cell_column(styling), next = 1;
	for (const struct fo_node *child = table ? table->first_child : NULL; child && wanted > 0; child = child->next) {
		if (child->kind != FO_TABLE_COLUMN)
			continue;
		int32_t first = child->style->column_number > 0 ? child->style->column_number : next;
		int32_t repeated = MAX(child->style->number_columns_repeated, 1);
		if (wanted >= first && wanted - first < repeated * MAX(child->style->number_columns_spanned, 1))
			return child->style;
		next = first + repeated;
	}
	return NULL;
}
