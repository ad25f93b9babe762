/* table_row: a row of a table with its cells, laid out: their boxes, their content, and how high all that is (XSL 1.1, 6.7.9, 6.7.10). */
#include "flow/table_int.h"

/* ---- a cell ---- */

static struct area_structure *cell_tag(const struct table *table, const struct table_cell *from, const struct table_row *row,
									   struct area_structure *parent)
{
	struct area_structure *tag = layout_tag(table->builder->layout, from->node, parent, row->part == TABLE_HEADER ? "TH" : "TD");
	if (tag == &area_artifact)
		return tag;
	tag->column = (int)from->column;
	tag->column_span = (int)from->columns;
	tag->row_span = (int)from->rows;
	return tag;
}

/* Nothing is to be seen in it. */
static bool is_empty(const struct flow *content)
{
	for (uint32_t i = 0; i < content->count; i++)
		if (content->items[i].kind == FLOW_BOX || content->items[i].kind == FLOW_ROW)
			return false;
	return true;
}

/* All but its content. */
static struct flow_cell make_cell(const struct table *table, const struct table_cell *from, const struct table_row *row,
								  struct area_structure *tag)
{
	len gap = table->gap_inline / 2, left = table_inset(table, from, AREA_START) + gap,
		right = table_inset(table, from, AREA_END) + gap;
	struct flow_cell cell = {
		.node = from->node, .kind = AREA_CELL, .align = from->node->style->display_align, .row_span = from->rows};
	cell.x = table->x + table->edges[from->column];
	cell.width = table->edges[from->column + from->columns] - table->edges[from->column];
	cell.content_x = left;
	cell.before = table_inset(table, from, AREA_BEFORE) + table->gap_block / 2;
	cell.after = table_inset(table, from, AREA_AFTER) + table->gap_block / 2;
	cell.tag = cell_tag(table, from, row, tag);
	table_set_borders(table, from, row->part, &cell);
	cell.content_width = MAX(cell.width - left - right, 0);
	cell.live = row->part != TABLE_BODY && table_is_live(from->node);
	return cell;
}

/* What is in a cell has so much less room, on the first page of several or on the last. */
static len taken_by(const struct flow_cell *cell)
{
	return MAX(len_add(cell->before, cell->kept_after), len_add(cell->kept_before, cell->after));
}

static void fill_cell(const struct table *table, struct flow_cell *cell)
{
	cell->content = flow_build(table->builder->layout, cell->node, cell->content_width, 0, cell->tag);
	cell->broken = flow_cell_is_broken(cell);
	cell->content_height = cell->live ? table_live_height(table, cell) : flow_height(cell->content);
	if (!table->collapse && cell->node->style->empty_cells == FO_KW_HIDE && is_empty(cell->content))
		cell->box = NULL; /* neither borders nor background (7.28.8) */
}

/* Cell number `i` of those that begin in a row, or of those that are left in it. */
static const struct table_cell *cell_at(const struct table *table, guint index, unsigned i, const struct flow_row *rest)
{
	const struct table_row *row = &g_array_index(table->grid->rows, struct table_row, index);
	for (unsigned column = 0; rest && column < table->grid->column_count; column++) {
		const struct table_cell *cell = table_at(table->grid, (int)index, (int)column);
		if (cell && cell->node == rest->cells[i].node)
			return cell;
	}
	return &g_array_index(table->grid->cells, struct table_cell, row->first_cell + i);
}

static void go_on_in(const struct table *table, struct flow_row *row, struct flow_cell *cell, const struct flow_cell *rest)
{
	flow_go_on(table->builder, row, cell, rest, cell->content_width);
	if (!rest->box)
		cell->box = NULL;
}

/* ---- rows ---- */

struct area_structure *table_section_tag(struct table *table, const struct table_row *row)
{
	static const char *const roles[] = {[TABLE_HEADER] = "THead", [TABLE_BODY] = "TBody", [TABLE_FOOTER] = "TFoot"};
	if (table->section != row->section) {
		table->section = row->section;
		table->section_tag = layout_tag(table->builder->layout, row->section, table->tag, roles[row->part]);
	}
	return table->section_tag;
}

/* Cells without a row have none to be found by. */
static struct area_structure *row_tag(struct table *table, const struct table_row *from)
{
	struct area_structure *parent = table_section_tag(table, from);
	if (from->node != from->section)
		return layout_tag(table->builder->layout, from->node, parent, "TR");
	return parent == &area_artifact ? parent : area_structure_new(table->builder->layout->pass_arena, parent, "TR");
}

static struct flow_under **add_under(const struct table *table, const struct fo_node *node, const struct fo_node *part, len from,
									 len to, struct flow_under **at)
{
	struct layout *layout = table->builder->layout;
	const struct area_box *box = node ? layout_background_of(layout, node) : NULL;
	if (!box)
		return at;
	*at = ARENA_NEW(layout->arena, struct flow_under);
	**at = (struct flow_under){.node = node,
							   .part = part,
							   .x = table->x + from,
							   .width = to - from,
							   .move = flow_row_move(node, table->width),
							   .box = box};
	return &(*at)->next;
}

/* The backgrounds of columns, of the head, body or foot, and of the row. */
static struct flow_under *unders_of(const struct table *table, const struct table_row *row)
{
	struct flow_under *first = NULL, **at = &first;
	for (unsigned i = 0; i < table->grid->column_count; i++)
		at = add_under(table, table->grid->columns[i], row->section, table->edges[i], table->edges[i + 1], at);
	at = add_under(table, row->section, row->section, 0, table->width, at);
	if (row->node != row->section)
		add_under(table, row->node, NULL, 0, table->width, at);
	return first;
}

/* Its cells are still to be made. */
static struct flow_row *new_row(struct table *table, const struct table_row *from, const struct flow_row *rest)
{
	struct arena *arena = table->builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = from->node,
							 .kind = AREA_ROW,
							 .x = table->x,
							 .width = table->width,
							 .keep = flow_keep(from->node->style->keep_together),
							 .count = rest ? rest->count : from->cell_count,
							 .whole = from->spanned,
							 .cut = rest && rest->cut,
							 .due = rest ? rest->due : 0,
							 .rest = rest ? rest->rest : 0,
							 .born = table->builder->layout->generation};
	row->tag = row_tag(table, from);
	row->under = unders_of(table, from); /* the cells show a row's borders */
	row->cells = ARENA_ARRAY(arena, struct flow_cell, row->count);
	return row;
}

void table_reset_borders(const struct table *table, guint index, struct flow_row *row)
{
	const struct table_row *from = &g_array_index(table->grid->rows, struct table_row, index);
	for (unsigned i = 0; i < row->count; i++)
		if (row->cells[i].collapsed)
			table_set_borders(table, cell_at(table, index, i, NULL), from->part, &row->cells[i]);
	flow_note_seams(row);
}

struct flow_row *table_make_row(struct table *table, guint index, const struct flow_row *rest)
{
	const struct table_row *from = &g_array_index(table->grid->rows, struct table_row, index);
	struct layout *layout = table->builder->layout;
	struct layout_around around = layout->around;
	struct flow_row *row = new_row(table, from, rest);
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		*cell = make_cell(table, cell_at(table, index, i, rest), from, row->tag);
		layout->around.taken = len_add(around.taken, taken_by(cell));
		if (rest && rest->cells[i].continued)
			go_on_in(table, row, cell, &rest->cells[i]);
		else
			fill_cell(table, cell);
		layout->around = around;
		if (rest && rest->cells[i].top == FLOW_SEAM_PAGE)
			flow_cell_at_top(cell);
		row->live |= cell->live;
	}
	flow_note_row(layout->arena, row);
	if (!row->cut)
		flow_align_baselines(row);
	flow_measure_row(row);
	return row;
}
