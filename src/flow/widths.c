/* widths: how narrow and how wide the content of a reference area may be set, before it is (CSS 2.1, 17.5.2.2). Percentages count as 0. */
#include "flow/frame_int.h"
#include "table/table.h"

static struct line_widths wider(struct line_widths a, struct line_widths b)
{
	return (struct line_widths){MAX(a.least, b.least), MAX(a.most, b.most)};
}

static struct line_widths with(struct line_widths widths, len more)
{
	return (struct line_widths){MAX(len_add(widths.least, more), 0), MAX(len_add(widths.most, more), 0)};
}

static len indents(const struct fo_style *style)
{
	return len_add(fo_resolve(style->start_indent, 0), fo_resolve(style->end_indent, 0));
}

/* What has none of its own, by min-width and max-width. */
static struct line_widths within(const struct fo_node *node, struct line_widths widths)
{
	struct limits limits = frame_limits(&node->style->inline_progression_dimension, 0);
	return (struct line_widths){frame_limited(widths.least, limits), frame_limited(widths.most, limits)};
}

/* What has a width of its own. */
static bool own_width(const struct fo_node *node, struct line_widths *widths)
{
	const struct fo_length *width = &node->style->inline_progression_dimension.optimum;
	if (width->keyword || fo_is_relative(width))
		return false;
	*widths = with((struct line_widths){width->fixed, width->fixed}, indents(node->style));
	return true;
}

/* Labels end where their bodies begin: their end-indents hang on the width that is looked for. */
static struct line_widths item_widths(struct layout *layout, const struct fo_node *item)
{
	struct line_widths widths = {0};
	for (const struct fo_node *part = item->first_child; part; part = part->next)
		if (part->kind == FO_LIST_ITEM_BODY)
			widths = flow_content_widths(layout, part);
	return widths;
}

static struct line_widths cell_widths(struct layout *layout, const struct fo_node *cell)
{
	len edges = 0;
	for (enum area_side side = AREA_START; side <= AREA_END; side++)
		edges = len_add(edges, layout_edge(cell->style, side, 0));
	return with(flow_content_widths(layout, cell), edges);
}

/* In fixed layout columns of which nothing is said, nor by the cells of the first row, are equally wide. */
static bool has_equal_columns(const struct table_grid *grid)
{
	bool equal = grid->table->style->table_layout == FO_KW_FIXED;
	for (unsigned i = 0; i < grid->column_count && equal; i++)
		equal = !grid->columns[i];
	unsigned first = equal && grid->rows->len ? g_array_index(grid->rows, struct table_row, 0).cell_count : 0;
	for (unsigned i = 0; i < first && equal; i++)
		equal = g_array_index(grid->cells, struct table_cell, i).node->style->inline_progression_dimension.optimum.keyword;
	return equal;
}

/* The cells of a row side by side; where columns are equal, each is as wide as the widest cell asks for. */
static struct line_widths row_widths(struct layout *layout, const struct table_grid *grid, const struct table_row *row,
									 bool equal)
{
	struct line_widths sum = {0}, widest = {0};
	for (unsigned i = 0; i < row->cell_count; i++) {
		const struct table_cell *cell = &g_array_index(grid->cells, struct table_cell, row->first_cell + i);
		struct line_widths one = cell_widths(layout, cell->node);
		sum = (struct line_widths){len_add(sum.least, one.least), len_add(sum.most, one.most)};
		widest = wider(widest, (struct line_widths){one.least / (len)cell->columns, one.most / (len)cell->columns});
	}
	int64_t count = equal ? grid->column_count : 0;
	return wider(sum, (struct line_widths){len_scale(widest.least, count, 1), len_scale(widest.most, count, 1)});
}

/* As its widest row asks for. What there is to say of its grid is said when it is set. */
static struct line_widths table_widths(struct layout *layout, const struct fo_node *table)
{
	struct layout_hush before = layout_hush(layout);
	struct table_grid *grid = table_grid_new(table, layout->sink);
	layout_speak(layout, before);
	bool equal = has_equal_columns(grid);
	struct line_widths widest = {0};
	for (guint i = 0; i < grid->rows->len; i++)
		widest = wider(widest, row_widths(layout, grid, &g_array_index(grid->rows, struct table_row, i), equal));
	table_grid_free(grid);
	return with(within(table, widest), indents(table->style));
}

struct line_widths flow_object_widths(struct layout *layout, const struct fo_node *node)
{
	struct line_widths widths = {0};
	switch (node->kind) {
	case FO_BLOCK_CONTAINER:
		if (node->style->absolute_position != FO_KW_AUTO || own_width(node, &widths))
			return widths;
		return with(within(node, flow_content_widths(layout, node)), indents(node->style));
	case FO_TABLE:
		return own_width(node, &widths) ? widths : table_widths(layout, node);
	case FO_LIST_BLOCK:
		for (const struct fo_node *item = node->first_child; item; item = item->next)
			widths = wider(widths, item_widths(layout, item));
		return widths;
	default: /* indents within blocks count from the reference area, too */
		return flow_content_widths(layout, node);
	}
}

/* Side floats of inline content: each must have room, all may stand beside one another and the lines. */
static struct line_widths add_floats(struct layout *layout, const struct fo_node *node, struct line_widths widths)
{
	if (node->kind == FO_FLOAT && flow_is_floating(layout, node) && node->style->floats != FO_KW_BEFORE) {
		struct line_widths one = flow_content_widths(layout, node);
		return (struct line_widths){MAX(widths.least, one.least), len_add(widths.most, one.most)};
	}
	bool holds = fo_kind_is_phrase(node->kind) || node->kind == FO_WRAPPER;
	for (const struct fo_node *child = holds ? node->first_child : NULL; child; child = child->next)
		if (!flow_is_block_level(layout, child))
			widths = add_floats(layout, child, widths);
	return widths;
}

struct line_widths flow_content_widths(struct layout *layout, const struct fo_node *node)
{
	struct line_widths widths = {0};
	for (const struct fo_node *child = node->first_child, *end; child; child = end) {
		end = flow_after(node, child);
		if (child->kind == FO_MARKER)
			continue;
		if (flow_is_block_level(layout, child)) {
			widths = wider(widths, flow_object_widths(layout, child));
			continue;
		}
		end = flow_run_end(layout, node, child);
		struct line_widths lines = line_widths_of(layout, node, child, end, child == node->first_child);
		lines = with(lines, lines.most ? indents(node->style) : 0);
		for (; child != end; child = flow_is_parted(layout, child) ? child->first_child : flow_after(node, child))
			lines = add_floats(layout, child, lines);
		widths = wider(widths, lines);
	}
	return widths;
}
