/* body: the content of a region-body: its columns, the flow set to their measure, what is planned put into them with its floats and footnotes
 * (XSL 1.1, 6.4.14). */
#include "page/page_int.h"

/* ---- geometry ---- */

struct page_body page_body_of(const struct page_region *region)
{
	struct page_body body = {.region = region, .width = region->content.width, .height = region->content.height};
	body.columns = MAX(region->node->style->column_count, 1);
	body.gap = body.columns > 1 ? fo_resolve(region->node->style->column_gap, body.width) : 0;
	body.column_width = MAX((len)(((int64_t)body.width - (int64_t)(body.columns - 1) * body.gap) / body.columns), 0);
	return body;
}

static len measure_bodies(const struct layout *layout)
{
	len most = 0;
	const struct fo_node *set = layout->tree->root->first_child;
	while (set && set->kind != FO_LAYOUT_MASTER_SET)
		set = set->next;
	for (const struct fo_node *master = set ? set->first_child : NULL; master; master = master->next) {
		if (master->kind != FO_SIMPLE_PAGE_MASTER)
			continue;
		struct page_geometry geometry = page_geometry(master);
		if (!geometry.region[PAGE_BODY].node)
			continue;
		struct page_body body = page_body_of(&geometry.region[PAGE_BODY]);
		most = MAX(most, (len)MIN((int64_t)MAX(body.height, 0) * body.columns, LEN_MAX / 2));
	}
	return most;
}

/* Once a pass: a document may have a master for each of thousands of sequences. */
len page_most_room(struct layout *layout)
{
	if (!layout->largest_body)
		layout->largest_body = measure_bodies(layout);
	return layout->largest_body;
}

struct flow *page_open_anew(struct sequence *sequence, const struct page_body *body, struct flow *flow, struct flow_at *at)
{
	struct flow *anew = flow_open_anew(sequence->layout, flow, at, body->column_width, body->width, body->height);
	g_ptr_array_add(sequence->flows, anew);
	return anew;
}

void page_drop_flows(struct sequence *sequence)
{
	for (guint i = 0; i < sequence->flows->len; i++)
		if (sequence->flows->pdata[i] != sequence->flow)
			flow_close_stream(sequence->flows->pdata[i]);
	g_ptr_array_set_size(sequence->flows, 0);
	g_ptr_array_add(sequence->flows, sequence->flow);
}

void page_enter_body(struct layout *layout, const struct page_body *body)
{
	layout->note_width = body->width;
	layout->body_height = body->height;
	layout->turn = body->region->turned;
}

void page_set_measure(struct sequence *sequence, const struct page_body *body)
{
	bool turns = sequence->layout->turn != body->region->turned;
	page_enter_body(sequence->layout, body);
	if (sequence->column_width == body->column_width && sequence->region_width == body->width && !turns)
		return;
	sequence->column_width = body->column_width;
	sequence->region_width = body->width;
	page_measure_separators(sequence);
	sequence->flow = page_open_anew(sequence, body, sequence->flow, &sequence->at);
	sequence->spans = flow_spans(sequence->flow);
}

/* ---- placing ---- */

/* What the tree says of blocks with gw:lines-before. */
static void note_bound(const struct sequence *sequence, const struct page_column *column)
{
	struct area_tree *areas = sequence->layout->areas;
	areas->has_early_page |= column->fit.early;
	for (uint32_t i = column->at.index; i < column->fit.end; i++) {
		const struct flow_item *item = &column->flow->items[i];
		if (item->kind == FLOW_OPEN && item->group->node->style->lines_before > 0)
			areas->bound_page = areas->page_count;
	}
}

/* How much of the body the flow takes, in percent: of the last page that is what stays. */
static void note_filled(const struct sequence *sequence, const struct page_body *body, const struct page_plan *plan)
{
	int64_t filled = 0;
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct page_column *column = &g_array_index(plan->columns, struct page_column, i);
		filled = MAX(filled, (int64_t)column->y + column->fit.height);
	}
	sequence->layout->areas->last_page_filled = body->height > 0 ? (unsigned)MIN(filled * 100 / body->height, 100) : 100;
}

static void place_column(struct placer *placer, const struct page_column *column, struct area *area, len y, len bottom)
{
	const struct area *last = area->last_child;
	flow_place(placer, column->flow, column->at, &column->fit, area, column->x, y);
	page_say_overruns(placer->layout, area, last, (struct page_bounds){column->x, len_add(column->x, column->width), y, bottom});
}

void page_place_body(struct sequence *sequence, struct placer *placer, const struct page_body *body, const struct page_plan *plan,
					 struct area *region)
{
	struct area *area = page_content_area(sequence->layout->arena, body->region, region);
	page_place_floats(sequence, placer, plan, area);
	note_filled(sequence, body, plan);
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct page_column *column = &g_array_index(plan->columns, struct page_column, i);
		page_say_keep(sequence->layout, column->flow, &column->fit);
		page_say_white(sequence->layout, column->flow, column->at, &column->fit, body->height);
		note_bound(sequence, column);
		/* what stands below others does not move */
		bool alone = g_array_index(plan->columns, struct page_column, plan->columns->len - 1).y == plan->top;
		len slack = alone ? column->room - column->fit.height - (plan->columns->len > 1 ? 0 : column->fit.notes) : 0;
		len y = column->y + layout_align_down(body->region->node->style->display_align, slack);
		if (!column->fit.none) /* else no head of a table either */
			place_column(placer, column, area, y, area->height - plan->notes);
	}
	sequence->flow = plan->flow;
	sequence->at = plan->next;
	sequence->spans = plan->spans;
	sequence->forced = plan->forced;
	page_place_notes(sequence, placer, area, plan->notes);
}
