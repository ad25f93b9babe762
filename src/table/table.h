/* table: which cell of a table stands where, and which of the borders that meet holds; nothing of it is laid out yet (XSL 1.1, 6.7). */
#ifndef GONGWEN_TABLE_H
#define GONGWEN_TABLE_H

#include "layout/layout.h"

struct table_cell {
	const struct fo_node *node;
	unsigned row, column, rows, columns; /* its place in the grid, from 0; what it spans */
	struct area_border border[4];        /* enum area_side: resolved */
	struct area_border *above, *beside;  /* collapsed, of each of its columns and rows, where these differ; or NULL */
};

enum table_part { TABLE_HEADER, TABLE_BODY, TABLE_FOOTER };

struct table_row {
	const struct fo_node *node, *section; /* fo:table-row, or the section when its cells have no rows; fo:table-body, … */
	enum table_part part;
	unsigned first_cell, cell_count; /* of the cells that begin here */
	bool spanned;                    /* a cell above reaches into it, or one of its own out of it */
};

struct table_grid {
	const struct fo_node *table;
	unsigned column_count;
	const struct fo_node **columns; /* fo:table-column by column, or NULL */
	GArray *rows;                   /* struct table_row: header, bodies, footer */
	GArray *cells;                  /* struct table_cell, by row and column */
	int *slots;                     /* rows × columns: index of the cell, or −1 */
	GPtrArray *gone;                /* struct fo_node: columns that are collapsed, which others leave their room */
	bool too_many;                  /* columns: said */
};

/* Cells that overlap are moved to the next free column, spans that leave the grid are cut, columns that no fo:table-column declares are added: each
 * is said (G605). */
struct table_grid *table_grid_new(const struct fo_node *table, struct diag_sink *sink);
void table_grid_free(struct table_grid *grid);
/* The cell at a place, or NULL. */
const struct table_cell *table_at(const struct table_grid *grid, int row, int column);

/* border-collapse="collapse": of all borders that meet at an edge the strongest holds, for both sides (CSS 2.1, 17.6.2.1). */
void table_collapse(struct table_grid *grid);

/* What a cell may meet where a page begins or ends, in place of a grid's row. */
enum { TABLE_END = -1 /* the edges of the table and its columns */, TABLE_NOTHING = -2 };
/* The borders that hold then, at a side (AREA_BEFORE, AREA_AFTER) of a cell, in each of its columns, for which `borders` has room. across: the row of a
 * repeated head or foot that the cell meets there, or one of those above; row: of those of the cell the one that stands there; broken: the page breaks the
 * cell in it. Gives the widest. Of what a page breaks, be it the table, only borders that are to be retained count (7.8.31). */
struct area_border table_page_border(const struct table_grid *grid, const struct table_cell *cell, enum area_side side,
									 unsigned row, bool broken, int across, struct area_border *borders);
bool table_is_same(struct area_border a, struct area_border b);

#endif
