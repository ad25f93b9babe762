/* Inside table: grid.c places cells, leave_out.c takes out what is collapsed, border.c resolves borders. */
#ifndef GONGWEN_TABLE_INT_H
#define GONGWEN_TABLE_INT_H

#include "table/table.h"

/* visibility="collapse" (7.30.17): rows and columns that have it, and cells that stand in them alone, are taken out of the grid. */
void table_leave_out(struct table_grid *grid);

#endif
