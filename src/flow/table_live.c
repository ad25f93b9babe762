/* table_live: heads and feet of tables whose content hangs on the page they stand on: fo:retrieve-table-marker (XSL 1.1, 6.13.7), page
 * numbers, and what gw:shown-in adds where they are repeated. Their height is found once, before any page is made, because every page keeps
 * room for them; their content is set for each page when the rows of the table on that page stand. */
#include "flow/table_int.h"

bool table_is_live(const struct fo_node *node)
{
	if (node->kind == FO_RETRIEVE_TABLE_MARKER || node->kind == FO_PAGE_NUMBER || node->style->shown_in != FO_KW_ALL)
		return true;
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT && table_is_live(child))
			return true;
	return false;
}

/* ---- height ---- */

#define MEASURED_MAX 8 /* markers: those of a table are mostly alike, and it may have thousands */

struct measuring {
	struct layout *layout;
	const struct fo_node *table;
	const struct flow_cell *cell;
	unsigned count;
	len height;
};

/* Nothing of what is built here is seen: it is said and told of later. marker: what is retrieved; NULL: nothing. */
static void measure(struct measuring *measuring, const struct fo_node *marker, bool repeating)
{
	struct layout *layout = measuring->layout;
	const struct table_marks marks = {.table = measuring->table, .marker = marker}, *around = layout->table_marks;
	struct layout_hush before = layout_hush(layout);
	layout->repeating = repeating;
	layout->table_marks = marker ? &marks : around;
	struct flow *flow = flow_build(layout, measuring->cell->node, measuring->cell->content_width, 0, &area_artifact);
	measuring->height = MAX(measuring->height, flow_height(flow));
	layout->table_marks = around;
	layout->repeating = false;
	layout_speak(layout, before);
}

static void measure_markers(struct measuring *measuring, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child && measuring->count < MEASURED_MAX; child = child->next)
		if (child->kind == FO_MARKER) {
			measure(measuring, child, false);
			measure(measuring, child, true);
			measuring->count++;
		} else if (child->kind != FO_TEXT) {
			measure_markers(measuring, child);
		}
}

len table_live_height(const struct table *table, const struct flow_cell *cell)
{
	struct measuring measuring = {
		.layout = table->builder->layout, .table = table->grid->table, .cell = cell, .height = flow_height(cell->content)};
	measure(&measuring, NULL, true);
	for (const struct fo_node *part = table->grid->table->first_child; part; part = part->next)
		if (part->kind == FO_TABLE_BODY)
			measure_markers(&measuring, part);
	return measuring.height;
}

/* ---- content ---- */

static void fill(struct placer *placer, struct flow_cell *cell)
{
	struct layout *layout = placer->layout;
	len room = cell->content_height;
	cell->content = flow_build(layout, cell->node, cell->content_width, 0, placer->repeat ? &area_artifact : cell->tag);
	cell->content_height = flow_height(cell->content);
	if (cell->content_height > len_add(room, LAYOUT_TOLERANCE))
		layout_say_overrun(layout, cell->node->place, fo_kind_name(cell->node->kind), cell->content_height - room);
}

const struct flow_row *flow_live_row(struct placer *placer, const struct flow_row *row, const struct fo_node *table,
									 unsigned from)
{
	struct layout *layout = placer->layout;
	const struct table_marks marks = {.table = table, .from = from}, *around = layout->table_marks;
	const char *label = layout->page_label;
	bool artifact = layout->artifact, repeating = layout->repeating;
	struct flow_row *live = ARENA_NEW(layout->arena, struct flow_row);
	*live = *row;
	live->cells = ARENA_ARRAY(layout->arena, struct flow_cell, row->count);
	for (unsigned i = 0; i < row->count; i++)
		live->cells[i] = row->cells[i];
	layout->table_marks = &marks;
	layout->page_label = placer->label;
	layout->artifact |= placer->repeat;
	layout->repeating = placer->repeat;
	for (unsigned i = 0; i < row->count; i++)
		if (row->cells[i].live)
			fill(placer, &live->cells[i]);
	layout->artifact = artifact;
	layout->repeating = repeating;
	layout->page_label = label;
	layout->table_marks = around;
	return live;
}
