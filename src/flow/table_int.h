/* Inside the building of flows: a table between its grid (table/) and its rows. table_columns.c says how wide its columns are, table_row.c
 * lays out its rows, table.c puts them into a flow. */
#ifndef GONGWEN_FLOW_TABLE_INT_H
#define GONGWEN_FLOW_TABLE_INT_H

#include "flow/build_int.h"
#include "table/table.h"

/* What all parts of a table share. */
struct table_shared {
	struct table_grid *grid;
	guint body, foot; /* the first grid row of the bodies, and of the foot */
	GArray *sections; /* guint: the first row of each head, body and foot */
	GArray *measured; /* by table_shared.c */
	len cell_edges;   /* table_cell_edges(); -1: not asked for yet */
	unsigned users;
};

/* A table being built. */
struct table {
	struct builder *builder;
	struct table_shared *shared;
	const struct table_grid *grid; /* of that */
	struct area_structure *tag;
	bool collapse;
	len gap_inline,
		gap_block;           /* border-separation: half of it lies at each side of a cell, within its column and row, as in FOP */
	len x, width;            /* of its columns; */
	len box_width;           /* the width it is given, if that is more */
	len *edges;              /* column_count + 1: where columns begin, from x */
	struct flow_row **fixed; /* the rows of the head, then those of the foot */
	GArray *spans;           /* struct flow_span: cells that reach into */
	guint next;              /* the grid row that is made next; */
	struct flow_row *rest;   /* of which an earlier page left this; or NULL */
	bool rest_anew;          /* to be set anew */
	bool once[3];            /* enum table_part: a head or foot that is not repeated, its rows are the flow's */
	struct area_structure *section_tag;
	const struct fo_node *section;
};

/* ---- table_shared.c ---- */

struct table_shared *table_share(struct layout *layout, const struct fo_node *node);
void table_unshare(struct layout *layout, struct table_shared *shared);
/* What each column's content asks for in a table of that width, or NULL; takes it. */
const struct line_widths *table_known_widths(const struct table_shared *shared, len width);
/* How much of a page the edges of a cell of the body take at most, on the first page of several or on the last. */
len table_cell_edges(const struct table *table);
void table_note_widths(struct table_shared *shared, len width, struct line_widths *columns);

/* ---- table_border.c ---- */

/* What a cell draws and keeps of its borders: box or collapsed, bleed, kept_before, kept_after. */
void table_set_borders(const struct table *table, const struct table_cell *from, enum table_part part, struct flow_cell *cell);

/* ---- table_columns.c ---- */

/* Sets x, width and edges. */
void table_set_columns(struct table *table);
/* What of a cell's width and height is not its content's at that side: padding, and half of a collapsed border or all of a separate one. */
len table_inset(const struct table *table, const struct table_cell *cell, enum area_side side);

/* ---- table_row.c ---- */

/* The grid's row with its cells, as high as those need that do not span rows. rest: what an earlier page left of it, and of cells that reach into
 * it; or NULL. */
struct flow_row *table_make_row(struct table *table, guint index, const struct flow_row *rest);
/* The row of a head or foot is set once, like one of the body: its borders meet others where a page ends. */
void table_reset_borders(const struct table *table, guint index, struct flow_row *row);
/* The element of the head, body or foot that a row stands in; they come in the order in which they are asked for. */
struct area_structure *table_section_tag(struct table *table, const struct table_row *row);

/* ---- table_live.c ---- */

/* Whether something below a head's or foot's cell is other on every page. */
bool table_is_live(const struct fo_node *cell);
/* How tall the cell's content becomes: with the first markers of the table, each in turn. */
len table_live_height(const struct table *table, const struct flow_cell *cell);

#endif
