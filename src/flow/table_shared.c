/* table_shared: what the parts of a table have in common that are built for pages of other widths: its grid, and what its columns ask for at each
 * width. It lasts as long as one of them is being built, and, since the last row may go on for many pages, until another table has been. */
#include "flow/table_int.h"

/* Widths that alternate; of more than these the oldest is measured again. */
#define WIDTHS_MAX 4

struct measured {
	len width;
	struct line_widths *columns;
};

/* ---- the grid ---- */

static void find_sections(struct table_shared *shared)
{
	const GArray *rows = shared->grid->rows;
	const struct fo_node *section = NULL;
	shared->body = shared->foot = rows->len;
	for (guint i = rows->len; i-- > 0;) {
		enum table_part part = g_array_index(rows, struct table_row, i).part;
		shared->foot = part == TABLE_FOOTER ? i : shared->foot;
		shared->body = part == TABLE_HEADER ? shared->body : i;
	}
	for (guint i = 0; i < rows->len; i++) {
		if (section == g_array_index(rows, struct table_row, i).section)
			continue;
		section = g_array_index(rows, struct table_row, i).section;
		g_array_append_val(shared->sections, i);
	}
}

static void clear_measured(gpointer data)
{
	struct measured *measured = data;
	g_free(measured->columns);
}

struct table_shared *table_share(struct layout *layout, const struct fo_node *node)
{
	struct table_shared *shared = g_hash_table_lookup(layout->tables, node);
	if (!shared) {
		shared = g_new0(struct table_shared, 1);
		shared->grid = table_grid_new(node, layout->sink);
		if (node->style->border_collapse != FO_KW_SEPARATE)
			table_collapse(shared->grid);
		shared->sections = g_array_new(FALSE, FALSE, sizeof(guint));
		shared->measured = g_array_new(FALSE, FALSE, sizeof(struct measured));
		g_array_set_clear_func(shared->measured, clear_measured);
		find_sections(shared);
		shared->cell_edges = -1;
		g_hash_table_insert(layout->tables, (gpointer)(uintptr_t)node, shared);
	}
	shared->users++;
	return shared;
}

static void free_shared(struct table_shared *shared)
{
	g_array_free(shared->sections, TRUE);
	g_array_free(shared->measured, TRUE);
	table_grid_free(shared->grid);
	g_free(shared);
}

void flow_drop_table(struct layout *layout)
{
	struct table_shared *last = layout->last_table;
	layout->last_table = NULL;
	if (!last || last->users)
		return;
	g_hash_table_remove(layout->tables, last->grid->table);
	free_shared(last);
}

static bool is_within(const struct fo_node *node, const struct fo_node *around)
{
	while (node && node != around)
		node = node->parent;
	return node == around;
}

void table_unshare(struct layout *layout, struct table_shared *shared)
{
	if (--shared->users || layout->last_table == shared)
		return;
	if (layout->last_table && is_within(shared->grid->table, layout->last_table->grid->table)) { /* in a cell of that */
		g_hash_table_remove(layout->tables, shared->grid->table);
		free_shared(shared);
		return;
	}
	flow_drop_table(layout);
	layout->last_table = shared;
}

/* ---- edges ---- */

static len edges_of(const struct table *table, const struct table_cell *cell)
{
	const struct fo_style *style = cell->node->style;
	len before = table_inset(table, cell, AREA_BEFORE), kept_before = layout_kept(style, AREA_BEFORE, table->width),
		after = table_inset(table, cell, AREA_AFTER), kept_after = layout_kept(style, AREA_AFTER, table->width);
	return len_add(table->gap_block, MAX(len_add(before, kept_after), len_add(kept_before, after)));
}

static len most_edges(const struct table *table)
{
	const struct table_shared *shared = table->shared;
	const GArray *rows = shared->grid->rows, *cells = shared->grid->cells;
	len most = 0;
	guint first = shared->body < rows->len ? g_array_index(rows, struct table_row, shared->body).first_cell : cells->len,
		  end = shared->foot < rows->len ? g_array_index(rows, struct table_row, shared->foot).first_cell : cells->len;
	for (guint i = first; i < end; i++)
		most = MAX(most, edges_of(table, &g_array_index(cells, struct table_cell, i)));
	return most;
}

len table_cell_edges(const struct table *table)
{
	if (table->shared->cell_edges < 0)
		table->shared->cell_edges = most_edges(table);
	return table->shared->cell_edges;
}

/* ---- widths ---- */

const struct line_widths *table_known_widths(const struct table_shared *shared, len width)
{
	for (guint i = 0; i < shared->measured->len; i++)
		if (g_array_index(shared->measured, struct measured, i).width == width)
			return g_array_index(shared->measured, struct measured, i).columns;
	return NULL;
}

void table_note_widths(struct table_shared *shared, len width, struct line_widths *columns)
{
	struct measured measured = {width, columns};
	if (shared->measured->len == WIDTHS_MAX)
		g_array_remove_index(shared->measured, 0);
	g_array_append_val(shared->measured, measured);
}
