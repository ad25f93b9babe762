/* rest: where a flow goes on after what a region took of it. What a page's end cuts off a row goes on in a row made for the next page,
 * and so do cells that span rows on both sides of it. Nothing is placed here: pages are planned before they are made. */
#include "flow/flow_int.h"

/* ---- a cell ---- */

uint32_t flow_next_row(const struct flow *flow, uint32_t index)
{
	do
		index++;
	while (index < flow->count && flow->items[index].kind == FLOW_BREAK);
	return index < flow->count && flow->items[index].kind == FLOW_ROW ? index : flow->count;
}

bool flow_ends_region(const struct flow *flow, uint32_t index, const struct flow_fit *fit)
{
	uint32_t next = flow_next_row(flow, index);
	return next < flow->count && (next > fit->end || (next == fit->end && !fit->cut));
}

len flow_height_of_row(const struct flow *flow, const struct flow_row *row, uint32_t index, const struct flow_fit *fit)
{
	if (fit->cut && index == fit->end)
		return fit->cut;
	len beyond = index + 1 == fit->end ? fit->beyond : 0;
	return flow_ends_region(flow, index, fit) ? len_add(row->height, flow_more_below(row, beyond)) : row->height;
}

struct row_reach flow_row_reach(const struct flow *flow, uint32_t index, const struct flow_row *row, const struct flow_fit *fit,
								unsigned span)
{
	struct row_reach reach = {.height = flow_height_of_row(flow, row, index, fit), .rows = 1, .last = index};
	const struct flow_item *items = flow->items;
	for (uint32_t i = flow_next_row(flow, index); i < fit->end && reach.rows < span; i = flow_next_row(flow, i)) {
		reach.height = len_add(reach.height, flow_height_of_row(flow, items[i].row, i, fit));
		reach.rows++;
		reach.last = i;
	}
	if (fit->cut && reach.rows < span && flow_next_row(flow, reach.last) == fit->end)
		reach.height = len_add(reach.height, fit->cut);
	return reach;
}

struct row_reach flow_reach_to(const struct flow *flow, uint32_t index, const struct flow_row *row, uint32_t end, unsigned span)
{
	struct row_reach reach = {.height = row->height, .rows = 1, .last = index};
	for (uint32_t i = flow_next_row(flow, index); i < end && reach.rows < span; i = flow_next_row(flow, i)) {
		reach.height = len_add(reach.height, flow->items[i].row->height);
		reach.rows++;
		reach.last = i;
	}
	return reach;
}

/* What a cell said, for the next page: no part of the document's content, and with what gw:shown-in adds. */
static struct flow *build_again(struct layout *layout, const struct flow_cell *cell)
{
	bool artifact = layout->artifact, repeating = layout->repeating;
	layout->artifact = layout->repeating = true;
	struct flow *content = flow_build(layout, cell->node, cell->content_width, 0, &area_artifact);
	layout->artifact = artifact;
	layout->repeating = repeating;
	return content;
}

/* gw:repeat-at-break: what stood whole on a page is repeated, so that it has room on the next one; what is cut there ends. */
static void repeat(struct layout *layout, const struct flow_cell *cell, struct flow_cell *rest)
{
	bool whole = !cell->begun && cell->content->count && !flow_has(cell->content, rest->from);
	if (whole && !cell->repeated)
		rest->content = build_again(layout, cell);
	rest->repeated = true;
	rest->begun = !whole;
	rest->cut = NULL;
	rest->from = whole ? 0 : rest->content->count;
	rest->content_height = whole ? flow_height(rest->content) : 0;
}

static bool is_repeating(const struct flow_cell *cell, const struct flow_cell *rest)
{
	return cell->repeated ||
		   (cell->kind == AREA_CELL && cell->node->style->repeat_at_break == FO_KW_TRUE && !flow_has(cell->content, rest->from));
}

/* The item that the page begins with, of what is left of a cell: in the column that follows the one that it began with here, or on the next page. */
static uint32_t page_of_rest(const struct flow_cell *cell, const struct flow_cell *rest, const struct flow_ending *ending)
{
	if (!ending->column || rest->content != cell->content)
		return rest->from;
	return ending->started && cell->begun ? cell->page : cell->from;
}

/* What a cell has left when its part on this page is that high. */
static struct flow_cell rest_of(struct layout *layout, const struct flow_cell *cell, len height, const struct flow_ending *ending)
{
	struct flow_fit fit = flow_cell_part(cell, height, false, ending);
	struct flow_at next = flow_next(layout, cell->content, flow_cell_at(cell), &fit);
	struct flow_cell rest = *cell;
	rest.before = cell->kept_before;
	rest.continued = true;
	rest.begun |= fit.end > cell->from || fit.cut;
	rest.lowered = 0;
	rest.content = cell->repeated ? cell->content : flow_widened(layout, cell->content, &next);
	rest.from = next.index;
	rest.cut = next.cut;
	rest.page = page_of_rest(cell, &rest, ending);
	rest.content_height = flow_has(rest.content, next.index) ? flow_rest_height(rest.content, next) : 0;
	rest.broken = rest.broken && flow_cell_is_broken(&rest);
	if (is_repeating(cell, &rest))
		repeat(layout, cell, &rest);
	return rest;
}

/* ---- a row that is cut ---- */

bool flow_is_fixed(const struct flow_row *row, const struct flow_ending *ending)
{
	len most = ending->next ? ending->each : ending->whole; /* one column, not all of the next page */
	return row->fixed && (!most || row->height <= most);
}

/* Numbers of items tell nothing where what is left was set anew. */
static bool goes_on_elsewhere(const struct flow_cell *cell, const struct flow_cell *rest)
{
	return rest->from != cell->from || rest->content != cell->content;
}

static bool has_moved(const struct flow_cell *cell, const struct flow_cell *rest)
{
	return goes_on_elsewhere(cell, rest) || (rest->cut && rest->cut != cell->cut && rest->cut->moved);
}

static struct flow_row *cut_row(struct layout *layout, const struct flow_row *row, const struct flow_fit *fit)
{
	struct flow_row *rest = ARENA_NEW(layout->arena, struct flow_row);
	*rest = *row;
	rest->due = row->fixed ? MAX(row->height - fit->cut, 0) : 0;
	rest->height = rest->least = rest->reach = 0;
	rest->fixed = false;
	rest->cut = true;
	rest->parted |= !fit->ending.column;
	rest->moved = rest->due > 0 && fit->cut >= LEN_PT;
	rest->cells = ARENA_ARRAY(layout->arena, struct flow_cell, rest->count);
	bool moved = false;
	for (unsigned i = 0; i < row->count; i++) {
		rest->cells[i] = rest_of(layout, &row->cells[i], fit->cut, &fit->ending);
		moved |= goes_on_elsewhere(&row->cells[i], &rest->cells[i]) || rest->cells[i].cut != row->cells[i].cut;
		rest->moved |= has_moved(&row->cells[i], &rest->cells[i]);
	}
	flow_rest_of_item(layout, rest);
	rest->broken &= moved; /* a break that leaves all where it is would be met on each page anew */
	return rest;
}

static bool has_own_rest(const struct flow_row *row)
{
	for (unsigned i = 0; i < row->count; i++)
		if (!row->cells[i].repeated && flow_has(row->cells[i].content, row->cells[i].from))
			return true;
	return false;
}

/* When all is said, nothing is repeated beside it: each page gets on. */
static void end_cut_row(struct flow_row *row)
{
	bool own = has_own_rest(row);
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		if (cell->repeated && !own) {
			cell->from = cell->content->count;
			cell->content_height = 0;
		}
		if (cell->row_span == 1)
			row->height = MAX(row->height, cell->content_height + cell->before + cell->after);
	}
	row->fixed = row->due > row->height;
	row->height = MAX(row->height, row->due);
}

/* ---- cells that span rows on both pages ---- */

/* The row, or what a cut left of it, as a page begins with it, with what is carried over from rows above, and room for all that spans. */
static struct flow_row *carry_row(struct layout *layout, const struct flow_row *from, GArray *carry, bool cut)
{
	struct flow_row *row = ARENA_NEW(layout->arena, struct flow_row);
	*row = *from;
	row->rest = ++layout->rests;
	row->count = from->count + carry->len;
	row->cells = ARENA_ARRAY(layout->arena, struct flow_cell, row->count);
	for (guint i = 0; i < carry->len; i++)
		row->cells[i] = g_array_index(carry, struct flow_cell, i);
	for (unsigned i = 0; i < from->count; i++)
		row->cells[carry->len + i] = from->cells[i];
	flow_note_row(layout->arena, row);
	if (cut) {
		end_cut_row(row);
		row->least = row->height;
		flow_note_seams(row);
	}
	flow_row_at_top(row);
	flow_make_room(row);
	row->spans_broken = false;
	if (from->broken || from->spans_broken || carry->len)
		flow_note_breaks(row);
	return row;
}

/* The cells of a row that go on in rows after `end`, or in what is left of that, appended to `carry`. */
static void carry_cells(struct layout *layout, const struct flow *flow, uint32_t index, const struct flow_fit *fit,
						const struct flow_row *row, GArray *carry)
{
	for (unsigned i = 0; row->whole && i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		struct row_reach reach = flow_row_reach(flow, index, row, fit, cell->row_span);
		if (reach.rows == cell->row_span)
			continue;
		struct flow_cell rest = rest_of(layout, cell, reach.height, &fit->ending);
		rest.row_span = cell->row_span - reach.rows;
		g_array_append_val(carry, rest);
	}
}

/* ---- a flow ---- */

bool flow_stands_still(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit)
{
	if (!at.cut || !fit->cut || fit->end != at.index)
		return false;
	struct flow_at next = flow_next(layout, flow, at, fit);
	return next.index == at.index && next.cut && !next.cut->moved;
}

struct flow_fit flow_fit_onward(struct layout *layout, struct flow *flow, struct flow_at at, const struct flow_room *room)
{
	struct flow_fit fit = flow_fit(flow, at, room);
	return flow_stands_still(layout, flow, at, &fit) ? flow_fit_whole(flow, at.index) : fit;
}

struct flow_at flow_next(struct layout *layout, const struct flow *flow, struct flow_at at, const struct flow_fit *fit)
{
	flow_bind_rows(flow, at);
	struct flow_at next = {.index = fit->end, .sides = flow_float_rests(layout, flow, at, fit)};
	if (!fit->cut && next.index == at.index)
		return at;
	uint32_t below = next.index ? flow_next_row(flow, next.index - 1) : next.index; /* a break before it is met here */
	if (below >= flow->count || flow->items[below].kind != FLOW_ROW)
		return next;
	const struct flow_row *row = flow_row_at(flow, at, below);
	GArray *carry = g_array_new(FALSE, FALSE, sizeof(struct flow_cell));
	uint32_t born = row->born;
	for (uint32_t i = at.index; i < fit->end; i++) {
		if (flow->items[i].kind != FLOW_ROW)
			continue;
		const struct flow_row *above = flow_row_at(flow, at, i);
		guint before = carry->len;
		carry_cells(layout, flow, i, fit, above, carry);
		born = carry->len > before ? MIN(born, above->born) : born;
	}
	if (fit->cut || carry->len || row->at_top) {
		const struct flow_row *from = fit->cut ? cut_row(layout, row, fit) : row;
		next.index = below;
		next.cut = carry_row(layout, from, carry, fit->cut);
		next.cut->born = born;
	}
	g_array_free(carry, TRUE);
	return next;
}
