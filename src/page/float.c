/* float: fo:float="before": at the top of the body, over all its columns, above xsl-before-float-separator (XSL 1.1, 6.12.2, 4.3.2). A float
 * stands on the page of its place in the flow when that place still is on it then; else, and all that come after it, at the top of the next. */
#include "page/page_int.h"

/* More are left to the next page: each that is tried costs a plan. */
#define TRIED_MAX 64

/* ---- those of what a page takes ---- */

static void collect(const struct flow *flow, struct flow_at at, const struct flow_fit *fit, GPtrArray *floats);

static void collect_row(const struct flow *flow, uint32_t index, const struct flow_fit *fit, const struct flow_row *row,
						GPtrArray *floats)
{
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		struct row_reach reach = flow_row_reach(flow, index, row, fit, cell->row_span);
		bool whole = !(fit->cut && index == fit->end) && reach.rows == cell->row_span;
		struct flow_fit part = flow_cell_part(cell, reach.height, whole, &fit->ending);
		collect(cell->content, flow_cell_at(cell), &part, floats);
	}
}

static void collect_all(const struct flow *flow, GPtrArray *floats)
{
	struct flow_fit all = {.end = flow->count, .all = true};
	collect(flow, (struct flow_at){0}, &all, floats);
}

/* Those of a container, and of the containers within a line. */
static void collect_box(const struct flow_box *box, GPtrArray *floats)
{
	if (box->content)
		collect_all(box->content, floats);
	for (const struct line_anchor *anchor = box->anchors; anchor; anchor = anchor->next)
		if (anchor->held)
			collect_all(anchor->held->content, floats);
}

/* Those of a table's head and foot come once, where it begins. */
static void collect_open(const struct flow_group *group, GPtrArray *floats)
{
	if (group->header)
		collect_all(group->header, floats);
	if (group->footer)
		collect_all(group->footer, floats);
}

static void collect(const struct flow *flow, struct flow_at at, const struct flow_fit *fit, GPtrArray *floats)
{
	flow_bind_rows(flow, at);
	for (uint32_t i = at.index; i < fit->end; i++) {
		const struct flow_item *item = &flow->items[i];
		if (item->kind == FLOW_FLOAT && item->floated->side == FLOW_FLOAT_BEFORE)
			g_ptr_array_add(floats, (gpointer)(uintptr_t)item->floated);
		else if (item->kind == FLOW_BOX)
			collect_box(&item->box, floats);
		else if (item->kind == FLOW_OPEN)
			collect_open(item->group, floats);
		else if (item->kind == FLOW_ROW)
			collect_row(flow, i, fit, flow_row_at(flow, at, i), floats);
	}
	if (fit->cut)
		collect_row(flow, fit->end, fit, flow_row_at(flow, at, fit->end), floats);
}

static GPtrArray *floats_of(const struct sequence *sequence, const struct page_plan *plan)
{
	GPtrArray *floats = g_ptr_array_new();
	for (guint i = 0; sequence->layout->floats_before && i < plan->columns->len; i++) {
		const struct page_column *column = &g_array_index(plan->columns, struct page_column, i);
		collect(column->flow, column->at, &column->fit, floats);
	}
	return floats;
}

/* ---- a page's ---- */

static len add_height(const struct sequence *sequence, len top, const struct flow_float *floated)
{
	return len_add(top ? top : sequence->float_separator, floated->height);
}

/* One that waits, in the measure of the page that is being made. */
static const struct flow_float *waiting_at(const struct sequence *sequence, guint index)
{
	const struct flow_float *floated = flow_float_measured(sequence->layout, sequence->floats->pdata[index],
														   sequence->region_width);
	sequence->floats->pdata[index] = (gpointer)(uintptr_t)floated;
	return floated;
}

/* Those that wait from earlier pages: as many as fit beside what is left of footnotes; one in any case, if there is room at all. */
static len take_waiting(const struct sequence *sequence, const struct page_body *body, GPtrArray *taken)
{
	len top = 0, left = page_notes_left(sequence, body->height), height = body->height - left;
	if (left && height <= sequence->float_separator)
		return 0;
	for (guint i = 0; i < sequence->floats->len; i++) {
		const struct flow_float *floated = waiting_at(sequence, i);
		len more = add_height(sequence, top, floated);
		if (i > 0 && more > height)
			break;
		top = more;
		g_ptr_array_add(taken, (gpointer)(uintptr_t)floated);
	}
	return top;
}

/* What a page begins with may be built anew, its floats too: they are told by what they were built from. */
static bool has(const GPtrArray *floats, guint from, const struct flow_float *sought)
{
	for (guint i = from; i < floats->len; i++)
		if (((const struct flow_float *)floats->pdata[i])->node == sought->node)
			return true;
	return false;
}

/* The first float of what the page takes that is not among its own (those after the ones that waited), or NULL. */
static const struct flow_float *next_fresh(const struct sequence *sequence, const struct page_plan *plan, guint waiting)
{
	GPtrArray *found = floats_of(sequence, plan);
	const struct flow_float *next = NULL;
	for (guint i = 0; i < found->len && !next; i++)
		if (!has(plan->floats, waiting, found->pdata[i]))
			next = found->pdata[i];
	g_ptr_array_free(found, TRUE);
	return next;
}

/* Whether the places of all floats are on a page planned below them. */
static bool holds_places(const struct sequence *sequence, const struct page_plan *plan, const GPtrArray *floats, guint waiting)
{
	GPtrArray *found = floats_of(sequence, plan);
	bool holds = true;
	for (guint i = waiting; i < floats->len && holds; i++)
		holds = has(found, 0, floats->pdata[i]);
	g_ptr_array_free(found, TRUE);
	return holds;
}

/* A plan with one float more, if all places stay on the page. */
static bool try_one(struct sequence *sequence, const struct page_body *body, struct page_plan *plan, guint waiting)
{
	const struct flow_float *floated = next_fresh(sequence, plan, waiting);
	if (floated)
		floated = flow_float_measured(sequence->layout, floated, sequence->region_width);
	len top = floated ? add_height(sequence, plan->top, floated) : 0;
	if (!floated || top > body->height)
		return false;
	struct page_plan tried = page_plan_below(sequence, body, top);
	GPtrArray *floats = plan->floats;
	g_ptr_array_add(floats, (gpointer)(uintptr_t)floated);
	bool stays = holds_places(sequence, &tried, floats, waiting);
	if (stays) {
		g_array_free(plan->columns, TRUE);
		*plan = tried;
		plan->floats = floats;
	} else {
		g_array_free(tried.columns, TRUE);
		g_ptr_array_remove_index(floats, floats->len - 1);
	}
	return stays;
}

struct page_plan page_plan(struct sequence *sequence, const struct page_body *body)
{
	GPtrArray *taken = g_ptr_array_new();
	len top = take_waiting(sequence, body, taken);
	guint waiting = taken->len, fresh = 0;
	struct page_plan plan = page_plan_below(sequence, body, top);
	plan.floats = taken;
	while (waiting == sequence->floats->len && fresh < TRIED_MAX && try_one(sequence, body, &plan, waiting))
		fresh++;
	GPtrArray *found = floats_of(sequence, &plan);
	plan.all &= fresh == found->len && waiting == sequence->floats->len;
	plan.fresh = fresh;
	g_ptr_array_free(found, TRUE);
	return plan;
}

void page_plan_free(struct page_plan *plan)
{
	g_array_free(plan->columns, TRUE);
	g_ptr_array_free(plan->floats, TRUE);
}

/* ---- placing ---- */

static void leave_rest(struct sequence *sequence, const struct page_plan *plan)
{
	GPtrArray *found = floats_of(sequence, plan);
	g_ptr_array_remove_range(sequence->floats, 0, plan->floats->len - plan->fresh);
	for (guint i = 0; i < found->len; i++)
		if (!has(plan->floats, plan->floats->len - plan->fresh, found->pdata[i]))
			g_ptr_array_add(sequence->floats, found->pdata[i]);
	g_ptr_array_free(found, TRUE);
}

/* One that is taller than the page goes on on the next one, as far as it can be broken. */
static len place_tall(struct sequence *sequence, struct placer *placer, const struct flow_float *floated, struct area *area,
					  len height)
{
	struct layout *layout = sequence->layout;
	struct flow_room room = {.height = height, .nested = true};
	floated = flow_float_begun(layout, floated);
	struct flow_fit fit = floated->at.cut && page_stands_still(sequence)
							  ? flow_fit_whole(floated->content, floated->at.index)
							  : flow_fit_onward(layout, floated->content, floated->at, &room);
	struct area *made = flow_float_area(placer, floated, &fit, 0, 0);
	area_append(area, made);
	if (fit.all)
		flow_end_waiting(floated->content);
	else
		g_ptr_array_insert(sequence->floats, 0, flow_float_rest(layout, floated, &fit));
	return made->height;
}

/* How high it stands. */
static len place_float(struct sequence *sequence, struct placer *placer, const struct flow_float *floated, struct area *area,
					   len y, len room)
{
	if (!y && floated->height > room + LAYOUT_TOLERANCE)
		return place_tall(sequence, placer, floated, area, room);
	struct flow_fit all = flow_float_all(floated);
	area_append(area, flow_float_area(placer, floated, &all, 0, y));
	flow_end_waiting(floated->content);
	return floated->height;
}

void page_place_floats(struct sequence *sequence, struct placer *placer, const struct page_plan *plan, struct area *area)
{
	const struct area *last = area->last_child;
	len y = 0, room = MAX(area->height - plan->notes - sequence->float_separator, 0);
	leave_rest(sequence, plan);
	for (guint i = 0; i < plan->floats->len; i++)
		y = len_add(y, place_float(sequence, placer, plan->floats->pdata[i], area, y, room));
	page_say_overruns(sequence->layout, area, last,
					  (struct page_bounds){.right = area->width, .bottom = area->height - plan->notes});
	struct flow *separator = plan->floats->len ? page_separator(sequence, placer->label, "xsl-before-float-separator") : NULL;
	if (separator)
		page_place_content(placer, separator, area, y);
}
