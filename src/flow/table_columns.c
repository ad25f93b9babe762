/* table_columns: how wide a table and its columns are (XSL 1.1, 6.7.3, 7.28; CSS 2.1, 17.5.2). Columns have a width of their own, or a share of
 * what is left (proportional-column-width; fixed layout: all others, too), or, in automatic layout, what their cells' content asks for. */
#include "flow/frame_int.h"
#include "flow/table_int.h"

struct column {
	struct line_widths content; /* of automatic ones */
	len own;                    /* width given, or its fixed part beside a share, which may be less than 0 */
	int32_t share;              /* 1/1000 of what is left; 0: none */
	bool automatic;
	len width; /* in the end */
};

/* ---- what is said of columns ---- */

static bool has_width(const struct fo_node *column)
{
	return column && column->style->column_width.keyword == FO_KW_NONE_GIVEN;
}

/* In fixed layout a cell of the first row says how wide its column is, where that does not (CSS 2.1, 17.5.2.1). As in FOP it is the width of the
 * column, edges and all. 0: it says nothing. */
static len width_by_cell(const struct table *table, unsigned number)
{
	const struct table_cell *cell = table->grid->rows->len ? table_at(table->grid, 0, (int)number) : NULL;
	if (!cell || cell->columns > 1 || table->grid->table->style->table_layout == FO_KW_AUTO)
		return 0;
	const struct fo_length *width = &cell->node->style->inline_progression_dimension.optimum;
	return width->keyword ? 0 : MAX(fo_resolve(*width, table->width), 0);
}

/* With those that are collapsed, which come last. */
static unsigned count_columns(const struct table_grid *grid)
{
	return grid->column_count + grid->gone->len;
}

static struct column column_of(const struct table *table, unsigned number)
{
	const struct table_grid *grid = table->grid;
	const struct fo_node *node = number < grid->column_count ? grid->columns[number]
															 : grid->gone->pdata[number - grid->column_count];
	len by_cell = has_width(node) ? 0 : width_by_cell(table, number);
	if (by_cell)
		return (struct column){.own = by_cell};
	struct column column = {0};
	if (!has_width(node))
		column.automatic = grid->table->style->table_layout == FO_KW_AUTO;
	else {
		column.share = MAX(node->style->column_width.proportion, 0);
		column.own = fo_resolve(node->style->column_width, table->width);
	}
	if (!has_width(node) && !column.automatic)
		column.share = 1000; /* like proportional-column-width(1) */
	if (column.share)        /* proportional-column-width(1) - 5pt */
		return column;
	if (column.own < 0 || (has_width(node) && !column.own))
		diag_report(table->builder->layout->sink, DIAG_SIZE, node->place, "fo:table-column: column-width");
	column.own = MAX(column.own, 0);
	return column;
}

/* ---- content ---- */

static struct line_widths cell_widths(const struct table *table, const struct table_cell *cell)
{
	const struct fo_range *range = &cell->node->style->inline_progression_dimension;
	struct limits limits = frame_limits(range, 0);
	struct line_widths widths = flow_content_widths(table->builder->layout, cell->node);
	len best = range->optimum.keyword ? 0 : fo_resolve(range->optimum, 0);
	widths.least = MAX(widths.least, MAX(limits.least, best));
	widths.most = MAX(best > 0 ? best : MIN(widths.most, limits.most), widths.least);
	len edges = table_inset(table, cell, AREA_START) + table_inset(table, cell, AREA_END) + table->gap_inline;
	return (struct line_widths){len_add(widths.least, edges), len_add(widths.most, edges)};
}

/* What a cell over several columns asks for beyond them goes to the automatic ones: at most, in equal parts; at least, as they have room to grow. */
static void spread(struct column *columns, const struct table_cell *cell, struct line_widths widths)
{
	int64_t least = widths.least, most = widths.most, count = 0, range = 0, seen = 0;
	unsigned end = cell->column + cell->columns;
	for (unsigned i = cell->column; i < end; i++) {
		least -= columns[i].own + columns[i].content.least;
		most -= columns[i].own + columns[i].content.most;
		count += columns[i].automatic;
	}
	for (unsigned i = cell->column; i < end; i++) {
		if (columns[i].automatic)
			columns[i].content.most += (len)(MAX(most, 0) / count);
		range += columns[i].content.most - columns[i].content.least;
	}
	for (unsigned i = cell->column; i < end && least > 0 && range > 0; i++) {
		int64_t before = seen;
		seen += columns[i].content.most - columns[i].content.least;
		columns[i].content.least += (len)(len_part(least, seen, range) - len_part(least, before, range));
	}
}

static bool meets_automatic(const struct column *columns, const struct table_cell *cell)
{
	for (unsigned i = cell->column; i < cell->column + cell->columns; i++)
		if (columns[i].automatic)
			return true;
	return false;
}

static void measure_cells(const struct table *table, struct column *columns)
{
	const GArray *cells = table->grid->cells;
	for (int spanning = 0; spanning < 2; spanning++) {
		for (guint i = 0; i < cells->len; i++) {
			const struct table_cell *cell = &g_array_index(cells, struct table_cell, i);
			if ((cell->columns > 1) != spanning || !meets_automatic(columns, cell))
				continue;
			struct line_widths widths = cell_widths(table, cell), *content = &columns[cell->column].content;
			if (spanning)
				spread(columns, cell, widths);
			else
				*content = (struct line_widths){MAX(content->least, widths.least), MAX(content->most, widths.most)};
		}
	}
}

/* Nothing of this stands in the document: the cells are set in earnest later, and what there is to say is said then. */
static void measure_content(struct table *table, struct column *columns)
{
	struct layout *layout = table->builder->layout;
	const struct line_widths *known = table_known_widths(table->shared, table->width);
	for (unsigned i = 0; known && i < table->grid->column_count; i++)
		columns[i].content = known[i];
	if (known)
		return;
	struct layout_hush before = layout_hush(layout);
	measure_cells(table, columns);
	layout_speak(layout, before);
	struct line_widths *measured = g_new0(struct line_widths, table->grid->column_count + 1);
	for (unsigned i = 0; i < table->grid->column_count; i++)
		measured[i] = columns[i].content;
	table_note_widths(table->shared, table->width, measured);
}

/* ---- sharing ---- */

struct totals {
	int64_t own, least, most, shares;
};

static struct totals totals_of(const struct column *columns, unsigned count)
{
	struct totals totals = {0};
	for (unsigned i = 0; i < count; i++) {
		totals.own += columns[i].own;
		totals.least += columns[i].content.least;
		totals.most += columns[i].content.most;
		totals.shares += columns[i].share;
	}
	return totals;
}

/* Automatic columns: between the least and the most that their content asks for. More than that only when the table has a width of its own and
 * no column takes what is left. */
static int64_t set_automatic(const struct table *table, struct column *columns, const struct totals *totals, bool fills)
{
	int64_t free = MAX(table->width - totals->own, totals->least), range = totals->most - totals->least, sum = 0, seen = 0;
	for (unsigned i = 0; i < count_columns(table->grid); i++) {
		struct column *column = &columns[i];
		if (!column->automatic)
			continue;
		int64_t least = column->content.least, most = column->content.most, before = seen;
		if (free >= totals->most) {
			seen += most;
			column->width =
				(len)(fills && totals->most ? len_part(free, seen, totals->most) - len_part(free, before, totals->most) : most);
		} else {
			seen += most - least;
			int64_t more = free - totals->least;
			column->width = (len)(least + len_part(more, seen, range) - len_part(more, before, range));
		}
		sum += column->width;
	}
	return sum;
}

static void set_shares(const struct table *table, struct column *columns, const struct totals *totals, int64_t free)
{
	int64_t seen = 0;
	free = MAX(free, 0);
	for (unsigned i = 0; i < count_columns(table->grid); i++) {
		if (!columns[i].share)
			continue;
		int64_t next = seen + columns[i].share;
		int64_t share = len_part(free, next, totals->shares) - len_part(free, seen, totals->shares);
		columns[i].width = MAX(columns[i].own + (len)share, 0);
		seen = next;
	}
}

/* ---- the table ---- */

static void set_edges(struct table *table, const struct column *columns)
{
	int64_t x = 0;
	for (unsigned i = 0; i < table->grid->column_count; i++) {
		table->edges[i] = (len)MIN(x, LEN_MAX / 2);
		x += columns[i].width;
	}
	table->width = table->edges[table->grid->column_count] = (len)MIN(x, LEN_MAX / 2);
}

len table_inset(const struct table *table, const struct table_cell *cell, enum area_side side)
{
	len border = cell->border[side].width;
	return (table->collapse ? border / 2 : border) + layout_padding(cell->node->style, side, table->width);
}

/* Where fo:table-and-caption aligns a table that is narrower than its place (6.7.2: text-align). */
static len aligned(struct layout *layout, const struct fo_node *table, len room)
{
	const struct fo_node *around = table->parent;
	while (around && around->kind == FO_WRAPPER)
		around = around->parent;
	if (room <= 0 || !around || around->kind != FO_TABLE_AND_CAPTION)
		return 0;
	switch (layout_by_binding(layout, around->style->text_align)) {
	case FO_KW_CENTER:
		return room / 2;
	case FO_KW_END:
	case FO_KW_RIGHT:
		return room;
	default:
		return 0;
	}
}

/* Automatic columns fill the width that the table has, or its minimum when their content asks for less. */
static void share_out(struct table *table, struct column *columns, unsigned count, len least)
{
	bool fills = !table->grid->table->style->inline_progression_dimension.optimum.keyword;
	struct totals totals = totals_of(columns, count);
	int64_t taken = totals.own + set_automatic(table, columns, &totals, fills && !totals.shares);
	if (!fills && !totals.shares && taken < least) {
		table->width = least;
		taken = totals.own + set_automatic(table, columns, &totals, true);
	}
	set_shares(table, columns, &totals, table->width - taken);
}

void table_set_columns(struct table *table)
{
	const struct builder *builder = table->builder;
	const struct fo_node *node = table->grid->table;
	unsigned count = count_columns(table->grid);
	struct layout_indents indents = layout_indents(builder->layout, node, builder->width);
	const struct fo_range *width = &node->style->inline_progression_dimension;
	struct limits limits = frame_limits(width, builder->width);
	len place = MAX(builder->width - indents.start - indents.end, 0);
	table->x = builder->x + indents.start;
	len given = frame_limited(width->optimum.keyword ? place : MAX(fo_resolve(width->optimum, builder->width), 0), limits);
	table->width = given;
	table->edges = g_new0(len, count + 1);
	struct column *columns = g_new(struct column, count + 1);
	for (unsigned i = 0; i < count; i++) {
		columns[i] = column_of(table, i);
		columns[i].width = columns[i].own;
	}
	measure_content(table, columns);
	share_out(table, columns, count, limits.least);
	set_edges(table, columns);
	g_free(columns);
	table->box_width = width->optimum.keyword ? table->width : MAX(given, table->width);
	table->x += aligned(builder->layout, node, place - table->box_width);
	if (table->box_width > place + LAYOUT_TOLERANCE)
		layout_say_overrun(builder->layout, node->place, "fo:table", table->box_width - place);
}
