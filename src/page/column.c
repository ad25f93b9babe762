/* column: the columns of a page filled, one stretch of the flow after the other: what stands in columns, and what stands across them (XSL 1.1, 6.4.14,
 * 7.21.4). */
#include "page/plan_int.h"

/* Less room than on a page of its own: beside notes that go on, or below what spans columns. What has none there waits for the next page. */
static bool may_be_none(const struct planner *planner, bool started)
{
	return (started && (planner->paid > 0 || planner->capped)) || planner->y > 0;
}

/* Before what spans columns, floats go on in the next one. */
static bool ends_columns(const struct flow_fit *fit)
{
	return fit->all || (fit->span && !fit->foot) || fit->none || (fit->forced && fit->forced != FO_KW_COLUMN);
}

static struct flow_room room_of(const struct planner *planner, const struct plan_stretch *stretch, len height,
								struct flow_ending ending)
{
	len used = len_add(planner->notes, stretch->notes);
	bool split = planner->split || stretch->split;
	return (struct flow_room){.height = height,
							  .separator = used ? 0 : planner->sequence->separator,
							  .paid = split ? 0 : MAX(planner->paid - used, 0),
							  .capped = planner->capped || split,
							  .odd = planner->sequence->number % 2 != 0,
							  .ending = ending,
							  .page = stretch->flow == planner->sequence->flow ? planner->sequence->at.index : 0,
							  .may_be_none = may_be_none(planner, ending.started)};
}

/* ---- looking ahead ---- */

/* From a column on. */
struct lookout {
	const struct planner *planner;
	const struct flow_room *room;
	int column, columns; /* of the page */
};

/* The body of the page after `pages` others, as far as can be said of it now. False: what stands there is set anew in another measure, or below floats
 * for the top of a page. What hangs on the side of its page is as high on the other side. */
static bool body_ahead(const struct planner *planner, int pages, struct page_body *body)
{
	const struct sequence *sequence = planner->sequence;
	struct page_kind kind = {.index = sequence->index + (unsigned)pages, .number = sequence->number + pages};
	const struct fo_node *master = page_master_ahead(sequence->layout, sequence->node, &kind);
	if (!master || sequence->layout->floats_before)
		return false;
	struct page_geometry geometry = page_geometry(master);
	if (!geometry.region[PAGE_BODY].node)
		return false;
	*body = page_body_of(&geometry.region[PAGE_BODY]);
	return body->width == planner->body->width && body->column_width == planner->body->column_width;
}

struct page_body page_next_body(const struct planner *planner)
{
	struct page_body body = *planner->body, next = body;
	body_ahead(planner, 1, &next);
	body.height = next.height;
	return body;
}

/* What the next page has for the flow, in so many columns. */
static len height_ahead(const struct planner *planner, int columns)
{
	struct page_body body = page_next_body(planner);
	return (len)MIN((int64_t)MAX(body.height, 0) * columns, LEN_MAX / 2);
}

static bool room_ahead(const void *data, unsigned nth, struct flow_room *room)
{
	const struct lookout *lookout = data;
	const struct sequence *sequence = lookout->planner->sequence;
	int column = lookout->column + (int)nth, pages = column / lookout->columns;
	struct page_body body;
	if (pages && !body_ahead(lookout->planner, pages, &body))
		return false;
	column %= lookout->columns;
	*room = (struct flow_room){.height = pages ? body.height : lookout->room->height,
							   .separator = sequence->separator,
							   .odd = (sequence->number + pages) % 2 != 0,
							   .ending = {.column = column + 1 < lookout->columns, .started = column > 0},
							   .may_be_none = !pages && may_be_none(lookout->planner, true),
							   .elastic = true};
	return true;
}

/* ---- columns ---- */

static struct flow_fit fit_column(const struct planner *planner, const struct plan_stretch *stretch, const struct flow_room *room,
								  int column, int columns)
{
	struct sequence *sequence = planner->sequence;
	struct lookout lookout = {planner, room, column, columns};
	return room->elastic ? flow_fit_ahead(sequence->layout, stretch->flow, stretch->next, room, room_ahead, &lookout)
						 : flow_fit(stretch->flow, stretch->next, room);
}

/* At the top of a page: what would go against its keep there, or overrun, stands as it should on the next page, which is taller (4.8). */
static bool is_held_ahead(const struct planner *planner, const struct plan_stretch *stretch, const struct flow_fit *fit)
{
	const struct sequence *sequence = planner->sequence;
	struct page_body body;
	bool at_top = !planner->started && !planner->y && !planner->paid && stretch->columns->len == 0;
	if (!at_top || !(fit->broken || fit->overfull) || !body_ahead(planner, 1, &body) || body.height <= planner->body->height)
		return false;
	struct flow_room room = {.height = body.height, .separator = sequence->separator, .odd = sequence->number % 2 == 0};
	struct flow_fit ahead = flow_fit(stretch->flow, stretch->next, &room);
	return !ahead.broken && !ahead.overfull;
}

/* After a column. What was set beside floats that stand in it is set anew. */
static void move_on(const struct planner *planner, struct plan_stretch *stretch, const struct flow_fit *fit)
{
	struct sequence *sequence = planner->sequence;
	struct flow_at next = flow_next(sequence->layout, stretch->flow, stretch->next, fit);
	bool moves = next.index != stretch->next.index || next.cut != stretch->next.cut;
	if (moves && (next.sides || flow_is_narrowed(stretch->flow, next)))
		stretch->flow = page_open_anew(sequence, planner->body, stretch->flow, &next);
	stretch->next = next;
}

static bool is_beyond(const struct plan_limits *limits, const struct plan_stretch *stretch, guint column)
{
	const struct page_column *tall = &limits->tall;
	return limits->upto &&
		   (column >= limits->upto || (stretch->flow == tall->flow && !tall->at.cut && stretch->next.index >= tall->at.index));
}

static len limit_of(const struct plan_limits *limits, const struct plan_stretch *stretch, guint column)
{
	if (column < limits->fixed)
		return limits->chosen[column];
	return is_beyond(limits, stretch, column) ? limits->beyond : limits->height;
}

static struct flow_ending column_ending(const struct planner *planner, const struct plan_limits *limits, int column, int columns)
{
	int last = limits->last ? limits->last : columns;
	struct flow_ending ending = {
		.column = column + 1 < last, .started = planner->started || column > 0, .whole = planner->body->height - planner->y};
	if (!limits->elastic)
		return ending;
	len height = limits->height;
	if (may_be_none(planner, true))
		height = MAX(height, height_ahead(planner, 1));
	ending.next = ending.column ? height : height_ahead(planner, columns);
	ending.each = ending.column ? height : height_ahead(planner, 1);
	return ending;
}

struct flow_room page_column_room(const struct planner *planner, const struct plan_stretch *stretch,
								  const struct plan_limits *limits, int column, int columns)
{
	struct flow_ending ending = column_ending(planner, limits, column, columns);
	struct flow_room room = room_of(planner, stretch, limit_of(limits, stretch, (guint)column), ending);
	room.elastic = limits->elastic;
	return room;
}

static void add_column(const struct planner *planner, struct plan_stretch *stretch, const struct flow_fit *fit, int column,
					   len room)
{
	const struct page_body *body = planner->body;
	struct page_column made = {.flow = stretch->flow,
							   .at = stretch->next,
							   .fit = *fit,
							   .x = column * (body->column_width + body->gap),
							   .y = planner->y,
							   .room = room};
	g_array_append_val(stretch->columns, made);
	stretch->across = fit->span ? stretch->flow->items[fit->end].node : NULL;
	move_on(planner, stretch, fit);
	stretch->last = *fit;
	stretch->height = stretch->columns->len > 1 ? MAX(stretch->height, fit->height) : fit->height;
	stretch->notes = len_add(stretch->notes, fit->notes);
	stretch->keep = MAX(stretch->keep, fit->foot ? KEEP_LINES : fit->keep); /* columns do not level at a float's cost */
	stretch->parted |= fit->foot > 0;
	stretch->overfull |= fit->overfull || fit->none;
	stretch->split |= fit->split;
}

/* Nothing would be taken of a row that goes on, on this page or for many. */
static bool stands_still(const struct planner *planner, const struct plan_stretch *stretch, const struct flow_fit *fit)
{
	const struct sequence *sequence = planner->sequence;
	if (page_stands_still(sequence))
		return stretch->next.cut && stretch->columns->len == 0;
	return !sequence->notes->len && flow_stands_still(sequence->layout, stretch->flow, stretch->next, fit);
}

struct plan_stretch page_fill(const struct planner *planner, struct flow *flow, struct flow_at at, bool spans,
							  const struct plan_limits *limits)
{
	struct plan_stretch stretch = {.columns = g_array_new(FALSE, FALSE, sizeof(struct page_column)), .flow = flow, .next = at};
	int columns = spans ? 1 : planner->body->columns, last = limits->last ? limits->last : columns;
	for (int i = 0; i < last; i++) {
		struct flow_room room = page_column_room(planner, &stretch, limits, i, columns);
		bool early = i + 1 == limits->last;
		struct flow_fit fit = early ? flow_fit(stretch.flow, stretch.next, &room)
									: fit_column(planner, &stretch, &room, i, columns);
		if (stands_still(planner, &stretch, &fit))
			fit = flow_fit_whole(stretch.flow, stretch.next.index);
		else if (is_held_ahead(planner, &stretch, &fit))
			fit = (struct flow_fit){.end = stretch.next.index, .none = true};
		add_column(planner, &stretch, &fit, i, room.height);
		if (ends_columns(&fit))
			break;
	}
	return stretch;
}

/* ---- keeps on a page ---- */

static bool is_full(const struct plan_stretch *stretch)
{
	return !ends_columns(&stretch->last) && !stretch->overfull && stretch->columns->len > 1;
}

/* How many columns begin before an item. */
static int columns_before(const struct plan_stretch *stretch, uint32_t index)
{
	guint count = 0;
	while (count < stretch->columns->len && plan_column(stretch, count)->at.index < index)
		count++;
	return (int)count;
}

/* What is kept on a page, begins in one column and has no room in the last one, goes on to the next page whole if that could hold it: the page ends
 * before it, in whatever column that is. */
static struct plan_stretch keep_whole(const struct planner *planner, struct flow *flow, struct flow_at at,
									  struct plan_limits limits, struct plan_stretch full)
{
	const struct page_column *last = plan_column(&full, full.columns->len - 1);
	uint32_t page = planner->started && flow == planner->sequence->flow ? planner->sequence->at.index : at.index, open;
	struct flow_ending ending = column_ending(planner, &limits, (int)full.columns->len - 1, (int)full.columns->len);
	if (last->flow != flow || !flow_parts_kept(flow, page, &last->fit, ending, &open))
		return full;
	for (limits.last = columns_before(&full, open); limits.last > 0; limits.last--) {
		struct plan_stretch tried = page_fill(planner, flow, at, false, &limits);
		bool is_better = !tried.overfull && !tried.last.broken && tried.last.keep < full.last.keep;
		g_array_free(is_better ? full.columns : tried.columns, TRUE);
		if (is_better)
			return tried;
	}
	return full;
}

/* ---- a stretch ---- */

bool page_at_span(struct flow *flow, struct flow_at at)
{
	return (at.index < flow->count || flow_more(flow)) && flow->items[at.index].kind == FLOW_SPAN;
}

/* gw:column-fill, of what spans the columns below, or of the flow that ends: whether a stretch is level. */
static bool is_balanced(const struct planner *planner, const struct page_plan *plan, const struct plan_stretch *stretch)
{
	if (plan->spans || planner->body->columns < 2 || !(stretch->last.all || stretch->last.span) || stretch->overfull ||
		stretch->parted)
		return false;
	const struct fo_node *node = stretch->last.span ? stretch->across : planner->sequence->flow_node;
	return node->style->column_fill == FO_KW_BALANCE;
}

void page_pass_span(struct page_plan *plan)
{
	while (page_at_span(plan->flow, plan->next)) {
		plan->spans = plan->flow->items[plan->next.index].span;
		plan->next.index++;
	}
}

void page_take_stretch(struct planner *planner, struct page_plan *plan, const struct plan_stretch *stretch)
{
	for (guint i = 0; i < stretch->columns->len; i++)
		plan_column(stretch, i)->width = plan->spans ? planner->body->width : planner->body->column_width;
	g_array_append_vals(plan->columns, stretch->columns->data, stretch->columns->len);
	g_array_free(stretch->columns, TRUE);
	plan->flow = stretch->flow;
	plan->next = stretch->next;
	plan->forced = stretch->last.forced;
	plan->all = stretch->last.all;
	planner->y = len_add(planner->y, stretch->height);
	planner->notes = len_add(planner->notes, stretch->notes);
	planner->started = true;
	planner->split |= stretch->split;
}

struct plan_stretch page_stretch(const struct planner *planner, const struct page_plan *plan, bool elastic)
{
	struct plan_limits limits = {.height = MAX(planner->body->height - planner->paid - planner->y, 0), .elastic = elastic};
	struct plan_stretch stretch = page_fill(planner, plan->flow, plan->next, plan->spans, &limits);
	if (!plan->spans && is_full(&stretch))
		stretch = keep_whole(planner, plan->flow, plan->next, limits, stretch);
	return is_balanced(planner, plan, &stretch) ? page_balance(planner, plan->flow, plan->next, stretch) : stretch;
}

bool page_plan_stretch(struct planner *planner, struct page_plan *plan)
{
	struct plan_stretch stretch = page_stretch(planner, plan, true);
	page_take_stretch(planner, plan, &stretch);
	return stretch.last.span && !stretch.last.foot && planner->y < planner->body->height - planner->paid;
}
