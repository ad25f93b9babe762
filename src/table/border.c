/* border: collapsed borders (CSS 2.1, 17.6.2; XSL 1.1, 6.7.10): for every edge the strongest of the borders that
 * meet there; under collapse-with-precedence the one of the highest precedence. */
#include <string.h>

#include "table/table_int.h"

/* What one object says of an edge. */
struct claim {
	struct area_border border;
	bool hidden;        /* border-style="hidden": nothing is drawn here, whatever else meets (CSS 2.1, 17.6.2.1) */
	int32_t precedence; /* 7.8.1 …: counts first under collapse-with-precedence, else 0 */
};

static int style_rank(enum area_line_style style)
{
	static const int ranks[] = {
		[AREA_LINE_NONE] = 0,  [AREA_LINE_WAVY] = 0,   [AREA_LINE_INSET] = 1,  [AREA_LINE_GROOVE] = 2, [AREA_LINE_OUTSET] = 3,
		[AREA_LINE_RIDGE] = 4, [AREA_LINE_DOTTED] = 5, [AREA_LINE_DASHED] = 6, [AREA_LINE_SOLID] = 7,  [AREA_LINE_DOUBLE] = 8};
	return ranks[style];
}

/* `other` comes later in the order cell, row, section, column, table, and at the left or above before right and below: it wins only when it is
 * stronger. */
static struct claim stronger(struct claim claim, struct claim other)
{
	if (other.precedence != claim.precedence)
		return other.precedence > claim.precedence ? other : claim;
	if (other.hidden != claim.hidden)
		return other.hidden ? other : claim;
	if (other.border.width != claim.border.width)
		return other.border.width > claim.border.width ? other : claim;
	return style_rank(other.border.style) > style_rank(claim.border.style) ? other : claim;
}

static int32_t precedence_of(const struct fo_style *style, enum area_side side)
{
	const int32_t precedences[] = {[AREA_BEFORE] = style->border_before_precedence,
								   [AREA_AFTER] = style->border_after_precedence,
								   [AREA_START] = style->border_start_precedence,
								   [AREA_END] = style->border_end_precedence};
	return precedences[side] < 0 ? FO_FORCE : precedences[side];
}

static bool is_hidden(const struct fo_style *style, enum area_side side)
{
	const enum fo_keyword styles[] = {[AREA_BEFORE] = style->border_before_style,
									  [AREA_AFTER] = style->border_after_style,
									  [AREA_START] = style->border_start_style,
									  [AREA_END] = style->border_end_style};
	return styles[side] == FO_KW_HIDDEN;
}

/* No object at all is weaker than any border. */
static const struct claim nothing = {.precedence = -1};

static struct claim with(const struct table_grid *grid, struct claim claim, const struct fo_node *node, enum area_side side)
{
	if (!node)
		return claim;
	bool ranked = grid->table->style->border_collapse == FO_KW_COLLAPSE_WITH_PRECEDENCE;
	return stronger(claim, (struct claim){.border = layout_border_of(node->style, side),
										  .hidden = is_hidden(node->style, side),
										  .precedence = ranked ? precedence_of(node->style, side) : 0});
}

/* broken: a page breaks the object there: it counts only if it is to be retained (7.8.31: conditionality). */
static struct claim with_verge(const struct table_grid *grid, struct claim claim, const struct fo_node *node, enum area_side side,
							   bool broken)
{
	return node && broken && !layout_retains_border(node->style, side) ? claim : with(grid, claim, node, side);
}

static const struct table_row *row_at(const struct table_grid *grid, int row)
{
	return row < 0 || (guint)row >= grid->rows->len ? NULL : &g_array_index(grid->rows, struct table_row, row);
}

/* What stands at one side of an edge. */
struct verge {
	int row;     /* of the grid; TABLE_END: none, the table ends there; TABLE_NOTHING: nothing counts */
	bool broken; /* by a page */
};

static bool is_section_end(const struct table_grid *grid, int row, int next)
{
	const struct table_row *own = row_at(grid, row), *other = row_at(grid, next);
	return own && (!other || other->section != own->section);
}

static const struct fo_node *node_at(const struct table_grid *grid, int row, int column)
{
	const struct table_cell *cell = table_at(grid, row, column);
	return cell ? cell->node : NULL;
}

/* The edge between what is over and under it, in a column. */
static struct claim edge_between(const struct table_grid *grid, struct verge over, struct verge under, int column)
{
	const struct table_row *above = row_at(grid, over.row), *below = row_at(grid, under.row);
	struct claim edge = nothing;
	edge = with_verge(grid, edge, node_at(grid, over.row, column), AREA_AFTER, over.broken);
	edge = with_verge(grid, edge, node_at(grid, under.row, column), AREA_BEFORE, under.broken);
	edge = with_verge(grid, edge, above ? above->node : NULL, AREA_AFTER, over.broken);
	edge = with_verge(grid, edge, below ? below->node : NULL, AREA_BEFORE, under.broken);
	if (is_section_end(grid, over.row, over.row + 1))
		edge = with_verge(grid, edge, above->section, AREA_AFTER, over.broken);
	if (is_section_end(grid, under.row, under.row - 1))
		edge = with_verge(grid, edge, below->section, AREA_BEFORE, under.broken);
	for (int i = 0; i < 2; i++) {
		const struct verge *verge = i ? &under : &over;
		enum area_side side = i ? AREA_AFTER : AREA_BEFORE;
		if (verge->row != TABLE_END)
			continue;
		edge = with_verge(grid, edge, grid->columns[column], side, verge->broken);
		edge = with_verge(grid, edge, grid->table, side, verge->broken);
	}
	return edge;
}

/* The edge above grid row `row` in column `column`. */
static struct claim edge_above(const struct table_grid *grid, int row, int column)
{
	struct verge over = {.row = row > 0 ? row - 1 : TABLE_END}, under = {.row = row_at(grid, row) ? row : TABLE_END};
	return edge_between(grid, over, under, column);
}

/* The edge at the start of grid column `column` in row `row`. */
static struct claim edge_left(const struct table_grid *grid, int row, int column)
{
	const struct table_cell *right = table_at(grid, row, column), *left = table_at(grid, row, column - 1);
	const struct table_row *own = row_at(grid, row);
	bool first = column == 0, last = (unsigned)column == grid->column_count;
	struct claim edge = nothing;
	edge = with(grid, edge, left ? left->node : NULL, AREA_END);
	edge = with(grid, edge, right ? right->node : NULL, AREA_START);
	if (first || last) {
		enum area_side side = first ? AREA_START : AREA_END;
		edge = with(grid, edge, own->node, side);
		edge = with(grid, edge, own->section, side);
	}
	edge = with(grid, edge, first ? NULL : grid->columns[column - 1], AREA_END);
	edge = with(grid, edge, last ? NULL : grid->columns[column], AREA_START);
	if (first || last)
		edge = with(grid, edge, grid->table, first ? AREA_START : AREA_END);
	return edge;
}

bool table_is_same(struct area_border a, struct area_border b)
{
	return a.width == b.width && (!a.width || (a.style == b.style && a.color == b.color));
}

/* Notes the borders of a side, of which there are so many, when they are not all one. */
static struct area_border *differing(const struct area_border *borders, unsigned count)
{
	for (unsigned i = 1; i < count; i++)
		if (!table_is_same(borders[i], borders[0]))
			return g_memdup2(borders, sizeof *borders * count);
	return NULL;
}

static struct area_border wider(struct area_border a, struct area_border b)
{
	return b.width > a.width ? b : a;
}

static void collapse_above(const struct table_grid *grid, struct table_cell *cell, struct area_border *above,
						   struct area_border *below)
{
	struct area_border *borders = g_new(struct area_border, cell->columns);
	for (unsigned i = 0; i < cell->columns; i++) {
		int column = (int)(cell->column + i);
		struct claim edge = edge_above(grid, (int)cell->row, column);
		borders[i] = edge.border;
		*above = wider(*above, edge.border);
		*below = wider(*below, edge_above(grid, (int)(cell->row + cell->rows), column).border);
	}
	cell->above = differing(borders, cell->columns);
	g_free(borders);
}

static void collapse_beside(const struct table_grid *grid, struct table_cell *cell, struct area_border *left,
							struct area_border *right)
{
	struct area_border *borders = g_new(struct area_border, cell->rows);
	for (unsigned i = 0; i < cell->rows; i++) {
		int row = (int)(cell->row + i);
		struct claim edge = edge_left(grid, row, (int)cell->column);
		borders[i] = edge.border;
		*left = wider(*left, edge.border);
		*right = wider(*right, edge_left(grid, row, (int)(cell->column + cell->columns)).border);
	}
	cell->beside = differing(borders, cell->rows);
	g_free(borders);
}

/* A cell has room for the widest border at its side. */
static void collapse_cell(const struct table_grid *grid, struct table_cell *cell)
{
	struct area_border *border = cell->border;
	memset(border, 0, sizeof cell->border);
	collapse_above(grid, cell, &border[AREA_BEFORE], &border[AREA_AFTER]);
	collapse_beside(grid, cell, &border[AREA_START], &border[AREA_END]);
}

void table_collapse(struct table_grid *grid)
{
	for (guint i = 0; i < grid->cells->len; i++)
		collapse_cell(grid, &g_array_index(grid->cells, struct table_cell, i));
}

struct area_border table_page_border(const struct table_grid *grid, const struct table_cell *cell, enum area_side side,
									 unsigned row, bool broken, int across, struct area_border *borders)
{
	bool before = side == AREA_BEFORE;
	struct verge own = {.row = (int)row, .broken = broken}, other = {.row = across, .broken = across == TABLE_END};
	struct area_border widest = {0};
	for (unsigned i = 0; i < cell->columns; i++) {
		int column = (int)(cell->column + i);
		borders[i] = (before ? edge_between(grid, other, own, column) : edge_between(grid, own, other, column)).border;
		widest = wider(widest, borders[i]);
	}
	return widest;
}
