/* break: forced breaks (XSL 1.1, 7.20.1, 7.20.2): which of those that meet holds, on which side of the sheet what comes next stands (gw:page-side, too), and
 * those inside cells, which divide their rows. */
#include "flow/flow_int.h"

static bool ends_page(const struct flow_item *item)
{
	return item->kind == FLOW_BREAK && item->break_kind != FO_KW_ODD && item->break_kind != FO_KW_EVEN;
}

enum fo_keyword flow_strongest_break(const struct flow *flow, uint32_t index)
{
	enum fo_keyword strongest = flow->items[index].break_kind;
	for (; index < flow->count && !flow_stands(&flow->items[index]); index++) {
		enum fo_keyword kind = ends_page(&flow->items[index]) ? flow->items[index].break_kind : FO_KW_COLUMN;
		if (strongest == FO_KW_COLUMN || (strongest == FO_KW_PAGE && kind != FO_KW_COLUMN))
			strongest = kind;
	}
	return strongest;
}

bool flow_breaks_at(const struct flow *flow, uint32_t index)
{
	bool ends = ends_page(&flow->items[index]);
	while (ends && ++index < flow->count)
		if (flow_stands(&flow->items[index]))
			return true;
	return false;
}

/* ---- the page's side ---- */

static bool asks_side(enum fo_keyword kind)
{
	return kind == FO_KW_ODD || kind == FO_KW_EVEN || kind == FO_KW_ODD_PAGE || kind == FO_KW_EVEN_PAGE;
}

/* A break before asks after that of what stands before; of breaks within one another the first counts. */
static void note_side(struct flow_page_sides *sides, const struct flow_item *item)
{
	if (!sides->first) {
		sides->first = item->break_kind;
		sides->after = item->after;
	} else if (sides->after && !sides->last && !item->after) {
		sides->last = item->break_kind;
	}
}

static struct flow_page_sides sides_of(struct flow *flow, struct flow_at at, bool nested);

/* What is left of a row begins with a break in one of its cells. */
static struct flow_page_sides sides_in(const struct flow_row *row)
{
	struct flow_page_sides sides = {.first = FO_KW_NONE_GIVEN, .last = FO_KW_NONE_GIVEN};
	for (unsigned i = 0; i < row->count && !sides.first; i++)
		sides = sides_of(row->cells[i].content, flow_cell_at(&row->cells[i]), true);
	return sides;
}

static struct flow_page_sides sides_of(struct flow *flow, struct flow_at at, bool nested)
{
	struct flow_page_sides sides = {.first = FO_KW_NONE_GIVEN, .last = FO_KW_NONE_GIVEN};
	for (uint32_t i = at.index; i < flow->count || flow_more(flow); i++) {
		const struct flow_item *item = &flow->items[i];
		if (item->kind == FLOW_ROW && i == at.index && at.cut)
			return sides_in(at.cut);
		if (item->kind == FLOW_BOX || item->kind == FLOW_ROW)
			break;
		if (item->kind == FLOW_BREAK && asks_side(item->break_kind) && (!nested || flow_breaks_at(flow, i)))
			note_side(&sides, item);
	}
	return sides;
}

struct flow_page_sides flow_page_sides(struct flow *flow, struct flow_at at)
{
	return sides_of(flow, at, false);
}

/* ---- inside cells ---- */

bool flow_cell_is_broken(const struct flow_cell *cell)
{
	bool any = false, ended = false;
	for (uint32_t i = cell->from; i < cell->content->count; i++) {
		const struct flow_item *item = &cell->content->items[i];
		const struct flow_row *row = item->kind == FLOW_ROW ? flow_cell_row(cell, i) : NULL;
		if ((row && (row->broken || row->spans_broken)) || (ended && flow_stands(item)))
			return true;
		any |= flow_stands(item);
		ended |= any && ends_page(item);
	}
	return flow_is_open(cell->content) && cell->content->parts;
}

void flow_note_breaks(struct flow_row *row)
{
	row->broken = false;
	for (unsigned i = 0; i < row->count; i++)
		*(row->cells[i].row_span > 1 ? &row->spans_broken : &row->broken) |= row->cells[i].broken;
}

/* One at an edge of a cell's content. */
static enum fo_keyword break_at_edge(const struct flow *flow, bool end)
{
	if (end && flow->ends)
		return flow->ends;
	for (uint32_t i = 0; i < flow->count; i++) {
		const struct flow_item *item = &flow->items[end ? flow->count - 1 - i : i];
		if (ends_page(item))
			return item->break_kind;
		if (flow_stands(item))
			break;
	}
	return FO_KW_AUTO;
}

enum fo_keyword flow_end_break(const struct flow *flow)
{
	return break_at_edge(flow, true);
}

enum fo_keyword flow_row_break(const struct flow_row *row, bool end)
{
	enum fo_keyword kind = FO_KW_AUTO;
	for (unsigned i = 0; i < row->count && kind == FO_KW_AUTO; i++)
		if (!end || row->cells[i].row_span == 1)
			kind = break_at_edge(row->cells[i].content, end);
	return kind;
}
