/* table: fo:table → rows. Cells are laid out at once; a row is as tall as its tallest cell, and the last row of a span takes what is
 * missing (XSL 1.1, 6.7). */
#include "flow/table_int.h"

/* ---- rows ---- */

static const struct table_row *row_at(const struct table *table, guint index)
{
	return &g_array_index(table->grid->rows, struct table_row, index);
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

/* What an earlier page left of it stands as it is, if it is not set anew. */
static struct flow_row *make_row(struct table *table, guint index, GArray *spans)
{
	struct flow_row *rest = table->rest;
	table->rest = NULL;
	struct flow_row *row = rest && !table->rest_anew ? rest : table_make_row(table, index, rest);
	flow_span_row(spans, row);
	return row;
}

/* The rows of the head or foot. */
struct part_rows {
	guint from, end;        /* in the grid */
	struct flow_row **rows; /* the first of them */
};

static struct part_rows rows_of(const struct table *table, enum table_part part)
{
	const struct table_shared *shared = table->shared;
	if (part == TABLE_HEADER)
		return (struct part_rows){0, shared->body, table->fixed};
	return (struct part_rows){shared->foot, shared->grid->rows->len, table->fixed + shared->body};
}

/* ---- the table ---- */

static bool is_live(const struct flow *rows)
{
	for (uint32_t i = 0; rows && i < rows->count; i++)
		if (rows->items[i].row->live)
			return true;
	return false;
}

/* The rows of the head or foot, which stand on every page. */
static struct flow *fixed_rows(const struct table *table, enum table_part part, len *height)
{
	struct arena *arena = table->builder->layout->arena;
	struct part_rows from = rows_of(table, part);
	struct flow *flow = ARENA_NEW(arena, struct flow);
	flow->items = ARENA_ARRAY(arena, struct flow_item, from.end - from.from);
	for (guint i = from.from; i < from.end && !table->once[part]; i++) {
		struct flow_row *row = from.rows[i - from.from];
		flow->items[flow->count++] = (struct flow_item){.kind = FLOW_ROW, .row = row};
		*height = len_add(*height, row->height);
	}
	return flow->count ? flow : NULL;
}

static struct flow_group *make_group(struct table *table, const struct fo_node *node)
{
	struct flow_group *group = flow_group_of(table->builder, node, table->tag);
	group->kind = AREA_TABLE;
	if (table->collapse) { /* the cells show the table's borders, and it has no padding */
		group->before = group->after = group->kept_before = group->kept_after = 0;
		group->box = layout_background_of(table->builder->layout, node);
		group->x = table->x;
		group->width = table->box_width;
	} else {
		group->x = table->x - layout_edge(node->style, AREA_START, table->builder->width);
		group->width = table->box_width + (table->x - group->x) + layout_edge(node->style, AREA_END, table->builder->width);
	}
	flow_hold_across(group, table->x - group->x, table->width);
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
static void add_row(const struct table *table, guint index, struct flow_row *made)
{
	const struct table_row *row = row_at(table, index);
	struct builder *builder = table->builder;
	bool own = row->node != row->section;
	if (own && !is_crossed(table, (int)index - 1))
		flow_add_break(builder, row->node->style->break_before, false);
	if (own)
		flow_keep_with_previous(builder, row->node);
	flow_add_row(builder, made, row->node, index);
	if (own)
		flow_keep_with_next(builder, row->node);
	if (own && !is_crossed(table, (int)index))
		flow_add_break(builder, row->node->style->break_after, true);
}

/* What is not repeated hangs on no page. */
static struct flow_row *not_live(struct flow_row *row)
{
	row->live = false;
	for (unsigned i = 0; i < row->count; i++)
		row->cells[i].live = false;
	return row;
}

/* The first row from there on that is the flow's: those of heads and feet that are repeated are not. */
static guint next_in_flow(const struct table *table, guint row)
{
	const struct table_shared *shared = table->shared;
	if (row < shared->body && !table->once[TABLE_HEADER])
		row = shared->body;
	return row >= shared->foot && !table->once[TABLE_FOOTER] ? shared->grid->rows->len : row;
}

bool flow_table_more(struct table *table)
{
	guint index = next_in_flow(table, table->next);
	if (index >= table->grid->rows->len)
		return false;
	table->next = index + 1;
	enum table_part part = row_at(table, index)->part;
	struct part_rows fixed = rows_of(table, part);
	if (part != TABLE_BODY && table->rest) /* of a head or foot that is set once */
		fixed.rows[index - fixed.from] = not_live(make_row(table, index, table->spans));
	add_row(table, index, part == TABLE_BODY ? make_row(table, index, table->spans) : fixed.rows[index - fixed.from]);
	return true;
}

void flow_go_on_spanned(struct builder *builder, GArray *spans)
{
	struct table *table = builder->frames->len ? g_array_index(builder->frames, struct flow_frame, builder->frames->len - 1).table
											   : NULL;
	if (!table) {
		g_array_free(spans, TRUE);
		return;
	}
	g_array_free(table->spans, TRUE);
	table->spans = spans;
}

/* Sections have their elements in the order of the table, whatever is made first. Head and foot are made at once. */
static void make_fixed_rows(struct table *table)
{
	const struct table_shared *shared = table->shared;
	for (guint i = 0; i < shared->sections->len; i++)
		table_section_tag(table, row_at(table, g_array_index(shared->sections, guint, i)));
	table->fixed = g_new0(struct flow_row *, shared->body + (shared->grid->rows->len - shared->foot) + 1);
	for (enum table_part part = TABLE_HEADER; part <= TABLE_FOOTER; part += TABLE_FOOTER - TABLE_HEADER) {
		struct part_rows rows = rows_of(table, part);
		for (guint i = rows.from; i < rows.end; i++)
			rows.rows[i - rows.from] = make_row(table, i, table->spans);
	}
}

/* ---- heads and feet that leave no room ---- */

static len height_of(const struct table *table, enum table_part part)
{
	struct part_rows rows = rows_of(table, part);
	len height = 0;
	for (guint i = rows.from; i < rows.end; i++)
		height = len_add(height, rows.rows[i - rows.from]->height);
	return height;
}

static void set_once(struct table *table, enum table_part part)
{
	struct part_rows rows = rows_of(table, part);
	if (rows.from == rows.end) /* a page may be lower than a line though there is no head */
		return;
	const struct fo_node *section = row_at(table, rows.from)->section;
	table->once[part] = true;
	for (guint i = rows.from; i < rows.end; i++)
		not_live(rows.rows[i - rows.from]);
	diag_report(table->builder->layout->sink, DIAG_TABLE_REPEAT, section->place,
				section->kind == FO_TABLE_HEADER ? "fo:table-header" : "fo:table-footer");
}

/* What is set once meets others where a page begins or ends. */
static void reset_once(struct table *table)
{
	for (enum table_part part = TABLE_HEADER; part <= TABLE_FOOTER; part += TABLE_FOOTER - TABLE_HEADER) {
		struct part_rows rows = rows_of(table, part);
		for (guint i = rows.from; i < rows.end && table->once[part]; i++)
			table_reset_borders(table, i, rows.rows[i - rows.from]);
	}
}

/* Where building is taken up within a head or foot, that was set like rows of the body so far. */
static void go_on_once(struct table *table, guint row)
{
	enum table_part part = row_at(table, row)->part;
	if (part != TABLE_BODY)
		set_once(table, part);
}

/* What a page has between what is around, for a head, a foot, or both. */
static len room_of(const struct table *table)
{
	const struct layout *layout = table->builder->layout;
	return layout->body_height - layout->around.taken - table_cell_edges(table);
}

/* A foot that is not repeated may stand alone on the last page. */
static len line_beside(const struct fo_style *style, len foot)
{
	return foot > 0 && style->table_omit_footer_at_break == FO_KW_TRUE ? 0 : style->line_height.fixed;
}

/* Where no line has room on a page between head and foot, and what is around, the taller of them is set but once, like rows of the body; both, if
 * need be. */
static void choose_repeated(struct table *table)
{
	len head = height_of(table, TABLE_HEADER), foot = height_of(table, TABLE_FOOTER), both = len_add(head, foot);
	if (!table->builder->layout->body_height || !both)
		return;
	len room = room_of(table) - line_beside(table->grid->table->style, foot);
	if (both <= room)
		return;
	set_once(table, head >= foot ? TABLE_HEADER : TABLE_FOOTER);
	if (MIN(head, foot) > room)
		set_once(table, head >= foot ? TABLE_FOOTER : TABLE_HEADER);
}

static struct table *table_open(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	struct table *table = g_new0(struct table, 1);
	table->builder = builder;
	table->shared = table_share(builder->layout, node);
	table->grid = table->shared->grid;
	table->spans = flow_spans_new();
	table->tag = layout_tag(builder->layout, node, tag, "Table");
	table->collapse = node->style->border_collapse != FO_KW_SEPARATE;
	if (!table->collapse) {
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
	table_unshare(table->builder->layout, table->shared);
	g_array_free(table->spans, TRUE);
	g_free(table->edges);
	g_free(table->fixed);
	g_free(table);
}

/* Rows before are placed. */
static void begin_within(struct table *table, guint row)
{
	struct builder *builder = table->builder;
	if (row == FLOW_FOOT_ALONE) {
		table->next = table->shared->foot;
		return;
	}
	table->rest = flow_take_rest(builder, row_at(table, row)->node);
	table->rest_anew = table->rest && flow_is_set_anew(builder, table->rest, table->x, table->width);
	table->next = table->rest ? row : batch_start(table, row);
}

void flow_build_table(struct builder *builder, const struct fo_node *node, struct area_structure *tag)
{
	struct table *table = table_open(builder, node, tag);
	make_fixed_rows(table);
	choose_repeated(table);
	if (builder->first == node && builder->part != FLOW_FOOT_ALONE)
		go_on_once(table, builder->part);
	reset_once(table);
	const struct flow_group *group = make_group(table, node);
	flow_open(builder, group);
	if (builder->first == node)
		begin_within(table, builder->part);
	builder->first = NULL;
	flow_push_table(builder, node, group, table);
}
