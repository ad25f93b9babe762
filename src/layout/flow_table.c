/* flow_table: fo:table → rows. Cells are laid out at once; a row is as tall as its tallest cell, and the last row of a span takes what is
 * missing (XSL 1.1, 6.7). */
#include "layout/table_int.h"

/* ---- a cell ---- */

/* Cells stand all along the edge below a cell, or at its end: they draw it. */
static bool is_followed(const struct table *table, const struct table_cell *cell, enum area_side side)
{
	int row = (int)(cell->row + cell->rows), column = (int)(cell->column + cell->columns);
	if (side == AREA_AFTER) {
		for (unsigned i = 0; i < cell->columns; i++)
			if (!table_at(table->grid, row, (int)(cell->column + i)))
				return false;
		return true;
	}
	for (unsigned i = 0; i < cell->rows; i++)
		if (!table_at(table->grid, (int)(cell->row + i), column))
			return false;
	return true;
}

/* Collapsed borders are drawn once: above and at the start of a cell, and where nothing follows below or at the end. */
static void set_box(const struct table *table, const struct table_cell *from, struct flow_cell *cell)
{
	struct arena *arena = table->builder->layout->arena;
	if (!table->collapse) {
		cell->box = flow_box_of(table->builder->layout, from->node);
		cell->bleed[AREA_START] = cell->bleed[AREA_END] = -(table->gap_inline / 2);
		cell->bleed[AREA_BEFORE] = cell->bleed[AREA_AFTER] = -(table->gap_block / 2);
		return;
	}
	struct area_box *box = ARENA_NEW(arena, struct area_box), *end_box = ARENA_NEW(arena, struct area_box);
	const struct area_box *own = flow_box_of(table->builder->layout, from->node);
	if (own)
		*box = (struct area_box){.background = own->background, .picture = own->picture};
	for (int side = 0; side < 4; side++) {
		box->border[side] = from->border[side];
		cell->bleed[side] = from->border[side].width - from->border[side].width / 2;
	}
	*end_box = *box;
	if (is_followed(table, from, AREA_AFTER))
		box->border[AREA_AFTER] = (struct area_border){0};
	if (is_followed(table, from, AREA_END))
		box->border[AREA_END] = end_box->border[AREA_END] = (struct area_border){0};
	cell->box = box;
	cell->end_box = end_box;
}

static struct area_structure *cell_tag(const struct table *table, const struct table_cell *from, const struct table_row *row,
									   struct area_structure *parent)
{
	struct area_structure *tag = flow_tag(table->builder->layout, from->node, parent, row->part == TABLE_HEADER ? "TH" : "TD");
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

/* What of border and padding stays where a page breaks the cell: a collapsed border is drawn at both sides. */
static len kept_inset(const struct table *table, const struct table_cell *from, enum area_side side)
{
	const struct fo_style *style = from->node->style;
	const struct fo_edge *padding = side == AREA_BEFORE ? &style->padding_before : &style->padding_after;
	if (!table->collapse)
		return flow_kept(style, side, table->width);
	return from->border[side].width / 2 + (padding->retain ? flow_padding(style, side, table->width) : 0);
}

static struct flow_cell make_cell(const struct table *table, const struct table_cell *from, const struct table_row *row,
								  struct area_structure *tag)
{
	struct layout *layout = table->builder->layout;
	len gap = table->gap_inline / 2, left = table_inset(table, from, AREA_START) + gap,
		right = table_inset(table, from, AREA_END) + gap;
	struct flow_cell cell = {
		.node = from->node, .kind = AREA_CELL, .align = from->node->style->display_align, .row_span = from->rows};
	cell.x = table->x + table->edges[from->column];
	cell.width = table->edges[from->column + from->columns] - table->edges[from->column];
	cell.content_x = left;
	cell.before = table_inset(table, from, AREA_BEFORE) + table->gap_block / 2;
	cell.after = table_inset(table, from, AREA_AFTER) + table->gap_block / 2;
	cell.kept_before = kept_inset(table, from, AREA_BEFORE);
	cell.kept_after = kept_inset(table, from, AREA_AFTER);
	cell.tag = cell_tag(table, from, row, tag);
	set_box(table, from, &cell);
	cell.content_width = MAX(cell.width - left - right, 0);
	cell.live = row->part != TABLE_BODY && table_is_live(from->node);
	cell.content = flow_build(layout, from->node, cell.content_width, 0, cell.tag);
	cell.content_height = cell.live ? table_live_height(table, &cell) : flow_height(cell.content);
	if (!table->collapse && from->node->style->empty_cells == FO_KW_HIDE && is_empty(cell.content))
		cell.box = NULL; /* neither borders nor background (7.28.8) */
	return cell;
}

/* ---- rows ---- */

static len least_height(const struct fo_node *node)
{
	const struct fo_range *range = &node->style->block_progression_dimension;
	len minimum = range->minimum.keyword ? 0 : fo_resolve(range->minimum, 0),
		optimum = range->optimum.keyword ? 0 : fo_resolve(range->optimum, 0);
	return MAX(minimum, optimum);
}

static len cell_height(const struct flow_cell *cell)
{
	return MAX(cell->content_height, least_height(cell->node)) + cell->before + cell->after;
}

static struct area_structure *section_tag(struct table *table, const struct table_row *row)
{
	static const char *const roles[] = {[TABLE_HEADER] = "THead", [TABLE_BODY] = "TBody", [TABLE_FOOTER] = "TFoot"};
	if (table->section != row->section) {
		table->section = row->section;
		table->section_tag = flow_tag(table->builder->layout, row->section, table->tag, roles[row->part]);
	}
	return table->section_tag;
}

/* Cells without a row have none to be found by. */
static struct area_structure *row_tag(struct table *table, const struct table_row *from)
{
	struct area_structure *parent = section_tag(table, from);
	if (from->node != from->section)
		return flow_tag(table->builder->layout, from->node, parent, "TR");
	return parent == &area_artifact ? parent : area_structure_new(table->builder->layout->pass_arena, parent, "TR");
}

static struct flow_under **add_under(const struct table *table, const struct fo_node *node, len from, len to,
									 struct flow_under **at)
{
	struct layout *layout = table->builder->layout;
	const struct area_box *box = node ? flow_background_of(layout, node) : NULL;
	if (!box)
		return at;
	*at = ARENA_NEW(layout->arena, struct flow_under);
	**at = (struct flow_under){.x = table->x + from, .width = to - from, .move = flow_row_move(node, table->width), .box = box};
	return &(*at)->next;
}

/* The backgrounds of columns, of the head, body or foot, and of the row. */
static struct flow_under *unders_of(const struct table *table, const struct table_row *row)
{
	struct flow_under *first = NULL, **at = &first;
	for (unsigned i = 0; i < table->grid->column_count; i++)
		at = add_under(table, table->grid->columns[i], table->edges[i], table->edges[i + 1], at);
	at = add_under(table, row->section, 0, table->width, at);
	if (row->node != row->section)
		add_under(table, row->node, 0, table->width, at);
	return first;
}

/* Of a cell's content, down to the baseline of its first line; -1: it does not begin with a line. */
static len first_baseline(const struct flow *content)
{
	len y = 0;
	for (uint32_t i = 0; i < content->count; i++) {
		const struct flow_item *item = &content->items[i];
		if (item->kind == FLOW_BOX && item->box.position == FLOW_STATIC)
			return item->box.area->kind == AREA_LINE ? len_add(y, item->box.area->baseline) : -1;
		if (item->kind == FLOW_ROW || (item->kind == FLOW_OPEN && item->group->header))
			return -1;
		if (item->kind == FLOW_OPEN)
			y = len_add(y, item->group->before);
		else if (item->kind == FLOW_CLOSE)
			y = len_add(y, item->group->after);
	}
	return -1;
}

/* Where a cell's first baseline would be, or -1: relative-align (7.14.6) counts where display-align is auto. */
static len baseline_of(const struct flow_cell *cell)
{
	const struct fo_style *style = cell->node->style;
	if (style->relative_align != FO_KW_BASELINE || style->display_align != FO_KW_AUTO)
		return -1;
	len baseline = first_baseline(cell->content);
	return baseline < 0 ? -1 : len_add(cell->before, baseline);
}

static void align_baselines(struct flow_row *row)
{
	len lowest = -1;
	for (unsigned i = 0; i < row->count; i++)
		lowest = MAX(lowest, baseline_of(&row->cells[i]));
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		len baseline = baseline_of(cell);
		if (baseline < 0)
			continue;
		cell->lowered = lowest - baseline;
		cell->before = len_add(cell->before, cell->lowered);
	}
}

static struct flow_row *make_row(struct table *table, const struct table_row *from)
{
	struct arena *arena = table->builder->layout->arena;
	struct flow_row *row = ARENA_NEW(arena, struct flow_row);
	*row = (struct flow_row){.node = from->node,
							 .kind = AREA_ROW,
							 .x = table->x,
							 .width = table->width,
							 .count = from->cell_count,
							 .whole = from->spanned,
							 .born = table->builder->layout->generation};
	row->tag = row_tag(table, from);
	row->keep = flow_keep(from->node->style->keep_together);
	row->under = unders_of(table, from); /* the cells show a row's borders */
	row->cells = ARENA_ARRAY(arena, struct flow_cell, from->cell_count);
	row->height = from->node != from->section ? least_height(from->node) : 0;
	struct layout_anchor **at = &row->anchors;
	for (unsigned i = 0; i < from->cell_count; i++) {
		row->cells[i] = make_cell(table, &g_array_index(table->grid->cells, struct table_cell, from->first_cell + i), from,
								  row->tag);
		*at = flow_notes(arena, row->cells[i].content, (struct flow_at){0});
		while (*at)
			at = &(*at)->next;
		row->live |= row->cells[i].live;
	}
	align_baselines(row);
	len content = 0;
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell->row_span > 1)
			continue;
		content = MAX(content, len_add(cell->content_height, cell->before + cell->after));
		row->height = MAX(row->height, cell_height(cell));
	}
	row->least = row->height;
	row->fixed = row->height > content;
	return row;
}

/* What a spanning cell needs beyond its rows goes to the last of them. */
static void stretch_spans(const struct table *table, guint from, guint end)
{
	for (guint r = from; r < end; r++) {
		for (unsigned i = 0; i < table->rows[r]->count; i++) {
			const struct flow_cell *cell = &table->rows[r]->cells[i];
			len height = 0;
			for (unsigned k = 0; k < cell->row_span; k++)
				height = len_add(height, table->rows[r + k]->height);
			if (cell->row_span > 1 && cell_height(cell) > height)
				table->rows[r + cell->row_span - 1]->height += cell_height(cell) - height;
		}
	}
}

static const struct table_row *row_at(const struct table *table, guint index)
{
	return &g_array_index(table->grid->rows, struct table_row, index);
}

/* The row after those that spans bind to `from`. */
static guint batch_end(const struct table *table, guint from)
{
	guint end = from + 1;
	for (guint r = from; r < end; r++)
		for (unsigned i = 0; i < row_at(table, r)->cell_count; i++)
			end = MAX(end, r + g_array_index(table->grid->cells, struct table_cell, row_at(table, r)->first_cell + i).rows);
	return MIN(end, table->grid->rows->len);
}

/* The first of the rows that spans bind to `row`. */
static guint batch_start(const struct table *table, guint row)
{
	guint start = row;
	for (guint r = row; r + 1 > start; r--)
		for (unsigned column = 0; column < table->grid->column_count; column++) {
			const struct table_cell *cell = table_at(table->grid, (int)r, (int)column);
			start = cell ? MIN(start, cell->row) : start;
		}
	return start;
}

static void make_rows(struct table *table, guint from, guint end)
{
	for (guint i = from; i < end; i++)
		table->rows[i] = make_row(table, row_at(table, i));
	stretch_spans(table, from, end);
}

/* ---- the table ---- */

/* The rows of the head or foot, which stand on every page. */
static bool is_live(const struct flow *rows)
{
	for (uint32_t i = 0; rows && i < rows->count; i++)
		if (rows->items[i].row->live)
			return true;
	return false;
}

static struct flow *fixed_rows(const struct table *table, enum table_part part, len *height)
{
	struct arena *arena = table->builder->layout->arena;
	struct flow *flow = ARENA_NEW(arena, struct flow);
	flow->items = ARENA_ARRAY(arena, struct flow_item, table->grid->rows->len);
	for (guint i = 0; i < table->grid->rows->len; i++) {
		if (g_array_index(table->grid->rows, struct table_row, i).part != part)
			continue;
		flow->items[flow->count++] = (struct flow_item){.kind = FLOW_ROW, .row = table->rows[i]};
		*height = len_add(*height, table->rows[i]->height);
	}
	return flow->count ? flow : NULL;
}

static struct flow_group *make_group(struct table *table, const struct fo_node *node)
{
	struct flow_group *group = flow_group_of(table->builder, node, table->tag);
	group->kind = AREA_TABLE;
	if (table->collapse) { /* the cells show the table's borders, and it has no padding */
		group->before = group->after = group->kept_before = group->kept_after = 0;
		group->box = flow_background_of(table->builder->layout, node);
		group->x = table->x;
		group->width = table->width;
	} else {
		group->x = table->x - flow_border(node->style, AREA_START) - flow_padding(node->style, AREA_START, table->builder->width);
		group->width = table->width + (table->x - group->x) + flow_border(node->style, AREA_END) +
					   flow_padding(node->style, AREA_END, table->builder->width);
	}
	group->header = fixed_rows(table, TABLE_HEADER, &group->header_height);
	group->footer = fixed_rows(table, TABLE_FOOTER, &group->footer_height);
	group->header_notes = group->header ? flow_notes(table->builder->layout->arena, group->header, (struct flow_at){0}) : NULL;
	group->footer_notes = group->footer ? flow_notes(table->builder->layout->arena, group->footer, (struct flow_at){0}) : NULL;
	group->live_header = is_live(group->header);
	group->omit_header = node->style->table_omit_header_at_break == FO_KW_TRUE;
	group->omit_footer = node->style->table_omit_footer_at_break == FO_KW_TRUE;
	return group;
}

/* A cell reaches from this row into the next one. */
static bool is_crossed(const struct table *table, int row)
{
	for (unsigned i = 0; row >= 0 && i < table->grid->column_count; i++) {
		const struct table_cell *cell = table_at(table->grid, row, (int)i);
		if (cell && cell == table_at(table->grid, row + 1, (int)i))
			return true;
	}
	return false;
}

/* Breaks before and after a fo:table-row have no effect where a cell spans both rows (7.20.1, 7.20.2). */
static void add_row(const struct table *table, guint index)
{
	const struct table_row *row = row_at(table, index);
	struct builder *builder = table->builder;
	bool own = row->node != row->section;
	if (own && !is_crossed(table, (int)index - 1))
		flow_add_break(builder, row->node->style->break_before);
	if (own)
		flow_keep_with_previous(builder, row->node);
	flow_add_row(builder, table->rows[index], row->node, index);
	if (own)
		flow_keep_with_next(builder, row->node);
	if (own && !is_crossed(table, (int)index))
		flow_add_break(builder, row->node->style->break_after);
}

bool flow_table_more(struct table *table)
{
	guint from = table->next;
	while (from < table->grid->rows->len && row_at(table, from)->part != TABLE_BODY)
		from++;
	if (from >= table->grid->rows->len)
		return false;
	table->next = batch_end(table, from);
	make_rows(table, from, table->next);
	for (guint i = from; i < table->next; i++)
		add_row(table, i);
	return true;
}

/* Sections have their elements in the order of the table, whatever is made first. Head and foot are made at once. */
static void make_fixed_rows(struct table *table)
{
	guint count = table->grid->rows->len;
	table->rows = g_new0(struct flow_row *, count + 1);
	for (guint i = 0; i < count; i++)
		section_tag(table, row_at(table, i));
	for (guint from = 0, end; from < count; from = end) {
		end = from + 1;
		if (row_at(table, from)->part == TABLE_BODY)
			continue;
		end = batch_end(table, from);
		make_rows(table, from, end);
	}
}

static struct table *table_open(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	struct table *table = g_new0(struct table, 1);
	table->builder = builder;
	table->grid = table_grid_new(node, builder->layout->sink);
	table->tag = flow_tag(builder->layout, node, tag, "Table");
	table->collapse = node->style->border_collapse != FO_KW_SEPARATE;
	if (table->collapse) {
		table_collapse(table->grid);
	} else {
		table->gap_inline = MAX(node->style->border_separation_inline, 0);
		table->gap_block = MAX(node->style->border_separation_block, 0);
	}
	table_set_columns(table);
	return table;
}

void flow_table_free(struct table *table)
{
	if (!table)
		return;
	table_grid_free(table->grid);
	g_free(table->edges);
	g_free(table->rows);
	g_free(table);
}

void flow_build_table(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	struct table *table = table_open(builder, node, tag);
	make_fixed_rows(table);
	const struct flow_group *group = make_group(table, node);
	flow_open(builder, group);
	if (builder->first == node) /* rows before are placed */
		table->next = batch_start(table, builder->part);
	builder->first = NULL;
	flow_push_table(builder, node, group, table);
}
