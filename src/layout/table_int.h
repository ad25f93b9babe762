/* Inside layout: a table between its FO and its rows. table_grid.c says which cell stands where; table_border.c resolves collapsed borders;
 * table_columns.c how wide its columns are; table_row.c lays out its rows, flow_table.c puts them into a flow. */
#ifndef GONGWEN_TABLE_INT_H
#define GONGWEN_TABLE_INT_H

#include "layout/flow_build_int.h"

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
/* visibility="collapse" (7.30.17): rows and columns that have it, and cells that stand in them alone, are taken out of the grid. */
void table_leave_out(struct table_grid *grid);
void table_grid_free(struct table_grid *grid);
/* The cell at a place, or NULL. */
const struct table_cell *table_at(const struct table_grid *grid, int row, int column);

/* border-collapse="collapse": of all borders that meet at an edge the strongest holds, for both sides (CSS 2.1, 17.6.2.1). */
void table_collapse(struct table_grid *grid);

/* A table being built. */
struct table {
	struct builder *builder;
	struct table_grid *grid;
	struct area_structure *tag;
	bool collapse;
	len gap_inline,
		gap_block; /* border-separation: half of it lies at each side of a cell, within its column and row, as in FOP */
	len x, width;
	len *edges;             /* column_count + 1: where columns begin, from x */
	struct flow_row **rows; /* by grid row; of the body: those that were made last */
	guint next;             /* the grid row that is made next */
	bool once[3];           /* enum table_part: a head or foot that is not repeated, its rows are the flow's */
	struct area_structure *section_tag;
	const struct fo_node *section;
};

/* What of a cell's width and height is not its content's at that side: padding, and half of a collapsed border or all of a separate one. */
len table_inset(const struct table *table, const struct table_cell *cell, enum area_side side);
/* ---- table_row.c ---- */

/* A row with its cells, as high as those need that do not span rows. */
struct flow_row *table_make_row(struct table *table, const struct table_row *from);
/* What a cell takes of its row, or rows. */
len table_cell_height(const struct flow_cell *cell);
/* The element of the head, body or foot that a row stands in; they come in the order in which they are asked for. */
struct area_structure *table_section_tag(struct table *table, const struct table_row *row);

/* ---- table_live.c ---- */

/* Whether something below a head's or foot's cell is other on every page. */
bool table_is_live(const struct fo_node *cell);
/* How tall the cell's content becomes: with the first markers of the table, each in turn. */
len table_live_height(const struct table *table, const struct flow_cell *cell);

/* Sets x, width and edges: table_columns.c. */
void table_set_columns(struct table *table);

#endif
