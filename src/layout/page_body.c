/* page_body: how much of the flow a page takes, and where it stands: columns, blocks across all of them, balance, footnotes (XSL 1.1,
 * 6.4.14, 4.10). A page is planned before it is made, because its master may depend on whether it is the last. */
#include "layout/page_int.h"

/* ---- geometry ---- */

struct page_body page_body_of(const struct page_region *region)
{
	struct page_body body = {.region = region, .turn = flow_turn(region->node)};
	bool across = body.turn % 180 != 0;
	body.width = across ? region->place.height : region->place.width;
	body.height = across ? region->place.width : region->place.height;
	body.columns = MAX(region->node->style->column_count, 1);
	body.gap = body.columns > 1 ? fo_resolve(region->node->style->column_gap, body.width) : 0;
	body.column_width = MAX((len)(((int64_t)body.width - (int64_t)(body.columns - 1) * body.gap) / body.columns), 0);
	return body;
}

static struct flow *open_anew(struct sequence *sequence, const struct page_body *body, struct flow *flow, struct flow_at *at)
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

void page_set_measure(struct sequence *sequence, const struct page_body *body)
{
	sequence->layout->note_width = body->width;
	if (sequence->column_width == body->column_width && sequence->region_width == body->width)
		return;
	sequence->column_width = body->column_width;
	sequence->region_width = body->width;
	sequence->flow = open_anew(sequence, body, sequence->flow, &sequence->at);
	sequence->spans = flow_spans(sequence->flow);
}

/* ---- planning ---- */

/* A stretch of the flow with the same columns: a span-reference-area. */
struct stretch {
	GArray *columns;   /* struct page_column */
	struct flow *flow; /* goes on at */
	struct flow_at next;
	struct flow_fit last; /* how its last column ended */
	len height, notes;
	int32_t keep; /* the strongest that one of its breaks goes against */
	bool overfull, split;
};

struct planner {
	struct sequence *sequence;
	const struct page_body *body;
	len paid;    /* for footnotes, of the whole page */
	bool capped; /* they have no more */
	len y;       /* where the stretch begins, below floats */
	len notes;
	bool started;
	bool split; /* a footnote goes on on the next page: no other one begins */
};

static bool ends_columns(const struct flow_fit *fit)
{
	return fit->all || fit->span || fit->none || (fit->forced && fit->forced != FO_KW_COLUMN);
}

static struct flow_room room_of(const struct planner *planner, const struct stretch *stretch, len height,
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
							  .may_be_none = (ending.started && planner->paid > 0) || planner->y > 0};
}

/* ---- looking ahead ---- */

/* From a column on. */
struct lookout {
	const struct planner *planner;
	const struct flow_room *room;
	int column, columns; /* of the page */
};

/* The body of the page after `pages` others, as far as can be said of it now. False: what stands there is set anew, or beside floats. */
static bool body_ahead(const struct planner *planner, int pages, struct page_body *body)
{
	const struct sequence *sequence = planner->sequence;
	struct page_kind kind = {.number = sequence->number + pages};
	const struct fo_node *master = page_master_ahead(sequence->layout, sequence->node, sequence->index + (unsigned)pages, &kind);
	if (!master || sequence->layout->floats_before || sequence->layout->sided)
		return false;
	struct page_geometry geometry = page_geometry(master);
	if (!geometry.region[PAGE_BODY].node)
		return false;
	*body = page_body_of(&geometry.region[PAGE_BODY]);
	return body->width == planner->body->width && body->column_width == planner->body->column_width;
}

/* What the next page has for the flow, in so many columns. */
static len height_ahead(const struct planner *planner, int columns)
{
	struct page_body body = *planner->body;
	body_ahead(planner, 1, &body);
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
							   .elastic = true};
	return true;
}

/* ---- columns ---- */

static struct flow_fit fit_column(const struct planner *planner, const struct stretch *stretch, const struct flow_room *room,
								  int column, int columns)
{
	struct sequence *sequence = planner->sequence;
	struct lookout lookout = {planner, room, column, columns};
	return room->elastic ? flow_fit_ahead(sequence->layout, stretch->flow, stretch->next, room, room_ahead, &lookout)
						 : flow_fit(stretch->flow, stretch->next, room);
}

/* After a column. What was set beside floats that stand in it is set anew. */
static void move_on(const struct planner *planner, struct stretch *stretch, const struct flow_fit *fit)
{
	struct sequence *sequence = planner->sequence;
	struct flow_at next = flow_next(sequence->layout, stretch->flow, stretch->next, fit);
	bool moves = next.index != stretch->next.index || next.cut != stretch->next.cut;
	if (moves && flow_is_narrowed(stretch->flow, next))
		stretch->flow = open_anew(sequence, planner->body, stretch->flow, &next);
	stretch->next = next;
}

static struct stretch fill(const struct planner *planner, struct flow *flow, struct flow_at at, bool spans, len height,
						   bool elastic)
{
	const struct page_body *body = planner->body;
	struct stretch stretch = {.columns = g_array_new(FALSE, FALSE, sizeof(struct page_column)), .flow = flow, .next = at};
	int columns = spans ? 1 : body->columns;
	for (int i = 0; i < columns; i++) {
		struct flow_ending ending = {.column = i + 1 < columns, .started = planner->started || i > 0};
		if (elastic)
			ending.next = ending.column ? height : height_ahead(planner, columns);
		struct flow_room room = room_of(planner, &stretch, height, ending);
		room.elastic = elastic;
		struct flow_fit fit = fit_column(planner, &stretch, &room, i, columns);
		struct page_column column = {stretch.flow, stretch.next, fit, i * (body->column_width + body->gap), planner->y, height};
		g_array_append_val(stretch.columns, column);
		move_on(planner, &stretch, &fit);
		stretch.last = fit;
		stretch.height = MAX(stretch.height, fit.height);
		stretch.notes = len_add(stretch.notes, fit.notes);
		stretch.keep = MAX(stretch.keep, fit.keep);
		stretch.overfull |= fit.overfull || fit.none;
		stretch.split |= fit.split;
		if (ends_columns(&fit))
			break;
	}
	return stretch;
}

/* The lowest height at which the columns still take all of the stretch, and break no keep that whole columns would not: they end about level. */
static struct stretch balance(const struct planner *planner, struct flow *flow, struct flow_at at, struct stretch full)
{
	len low = 0, high = full.height;
	while (high - low > LEN_PT / 4) {
		len middle = low + (high - low) / 2;
		struct stretch tried = fill(planner, flow, at, false, middle, false);
		bool takes_all = (tried.last.all || tried.last.span) && !tried.overfull && tried.keep <= full.keep;
		struct stretch dropped = takes_all ? full : tried;
		if (takes_all) {
			full = tried;
			high = middle;
		} else {
			low = middle;
		}
		g_array_free(dropped.columns, TRUE);
	}
	return full;
}

static bool at_span(struct flow *flow, struct flow_at at)
{
	return (at.index < flow->count || flow_more(flow)) && flow->items[at.index].kind == FLOW_SPAN;
}

/* One stretch. False when the page ends with it. */
static bool plan_stretch(struct planner *planner, struct page_plan *plan)
{
	struct flow *flow = plan->flow;
	while (at_span(flow, plan->next)) {
		plan->spans = flow->items[plan->next.index].span;
		plan->next.index++;
	}
	len room = planner->body->height - planner->paid - planner->y;
	struct stretch stretch = fill(planner, flow, plan->next, plan->spans, MAX(room, 0), true);
	if (!plan->spans && planner->body->columns > 1 && (stretch.last.all || stretch.last.span) && !stretch.overfull)
		stretch = balance(planner, flow, plan->next, stretch);
	g_array_append_vals(plan->columns, stretch.columns->data, stretch.columns->len);
	g_array_free(stretch.columns, TRUE);
	plan->flow = stretch.flow;
	plan->next = stretch.next;
	plan->forced = stretch.last.forced;
	plan->all = stretch.last.all;
	planner->y = len_add(planner->y, stretch.height);
	planner->notes = len_add(planner->notes, stretch.notes);
	planner->started = true;
	planner->split |= stretch.split;
	return stretch.last.span && planner->y < planner->body->height - planner->paid;
}

/* What is known before a page is planned. */
struct start {
	struct sequence *sequence;
	const struct page_body *body;
	len left; /* for what pages before left of their footnotes */
	len top;
};

static struct page_plan plan_with(const struct start *start, len paid, bool capped)
{
	struct sequence *sequence = start->sequence;
	struct page_plan plan = {.columns = g_array_new(FALSE, FALSE, sizeof(struct page_column)),
							 .flow = sequence->flow,
							 .next = sequence->at,
							 .spans = sequence->spans,
							 .top = start->top};
	struct planner planner = {.sequence = sequence,
							  .body = start->body,
							  .paid = paid,
							  .capped = capped,
							  .notes = start->left,
							  .y = start->top,
							  .started = start->left > 0};
	while (plan_stretch(&planner, &plan))
		;
	plan.notes = MIN(planner.notes, MAX(start->body->height, 0));
	return plan;
}

static void plan_again(struct page_plan *plan, const struct start *start, len paid, bool capped)
{
	g_array_free(plan->columns, TRUE);
	*plan = plan_with(start, paid, capped);
}

/* Room for footnotes pushes lines off the page, and their footnotes with them. The less room, the more is asked for: halfway between too little and
 * enough is tried a few times. At last the page takes what it can with the room that is asked for then. */
#define HALVINGS 6

static void settle_notes(struct page_plan *plan, const struct start *start, len enough)
{
	len low = start->left, used = plan->notes;
	for (int i = 0; i < HALVINGS && enough - low > LEN_PT; i++) {
		len middle = low + (enough - low) / 2;
		plan_again(plan, start, middle, false);
		if (plan->notes > middle) {
			low = middle;
		} else {
			enough = middle;
			used = plan->notes;
		}
	}
	plan_again(plan, start, used, true);
}

/* Footnotes take from the height of all columns, so those of the last may move the first. */
static struct page_plan plan_below(struct sequence *sequence, const struct page_body *body, len top)
{
	struct start start = {sequence, body, MIN(page_notes_left(sequence), body->height), top};
	struct page_plan plan = plan_with(&start, start.left, false);
	len paid = plan.notes;
	if (plan.columns->len == 1 || paid == start.left)
		return plan;
	plan_again(&plan, &start, paid, false);
	if (plan.notes != paid)
		settle_notes(&plan, &start, paid);
	return plan;
}

/* ---- the page's side ---- */

/* Whether something was built for a page on the other side. */
static bool faces_away(const struct layout *layout, const struct page_plan *plan)
{
	for (guint i = 0; layout->sided && i < plan->columns->len; i++) {
		const struct page_column *column = &g_array_index(plan->columns, struct page_column, i);
		for (uint32_t k = column->at.index; k < column->fit.end + (column->fit.cut > 0); k++)
			if (column->flow->items[k].sided && column->flow->items[k].verso != layout->verso)
				return true;
	}
	return false;
}

struct page_plan page_plan_below(struct sequence *sequence, const struct page_body *body, len top)
{
	struct page_plan plan = plan_below(sequence, body, top);
	if (!faces_away(sequence->layout, &plan))
		return plan;
	g_array_free(plan.columns, TRUE);
	sequence->flow = open_anew(sequence, body, sequence->flow, &sequence->at);
	return plan_below(sequence, body, top);
}

/* ---- placing ---- */

static struct place place_at(const struct flow *flow, uint32_t index)
{
	for (; index < flow->count; index++) {
		const struct flow_item *item = &flow->items[index];
		if (item->kind == FLOW_BOX)
			return item->box.area->place;
		if (item->kind == FLOW_ROW)
			return item->row->node->place;
	}
	return (struct place){0};
}

static void say_misfit(const struct sequence *sequence, const struct page_column *column)
{
	struct layout *layout = sequence->layout;
	if (column->fit.overfull)
		diag_say(layout->sink, DIAG_OVERFULL_PAGE, place_at(column->flow, column->at.index));
	else if (column->fit.broken)
		diag_say(layout->sink, DIAG_KEEP_BROKEN, place_at(column->flow, column->fit.end));
}

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

static len align_offset(enum fo_keyword align, len slack)
{
	if (slack <= 0)
		return 0;
	return align == FO_KW_CENTER ? slack / 2 : align == FO_KW_AFTER ? slack : 0;
}

void page_place_body(struct sequence *sequence, struct placer *placer, const struct page_body *body, const struct page_plan *plan,
					 struct area *region)
{
	struct area *area = region;
	if (body->turn)
		area = flow_turned_area(sequence->layout->arena, region,
								(struct rectangle){0, 0, body->region->place.width, body->region->place.height}, body->turn);
	page_place_floats(sequence, placer, plan, area);
	note_filled(sequence, body, plan);
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct page_column *column = &g_array_index(plan->columns, struct page_column, i);
		say_misfit(sequence, column);
		note_bound(sequence, column);
		/* what stands below others does not move */
		bool alone = g_array_index(plan->columns, struct page_column, plan->columns->len - 1).y == plan->top;
		len slack = alone ? column->room - column->fit.height - (plan->columns->len > 1 ? 0 : column->fit.notes) : 0;
		len y = column->y + align_offset(body->region->node->style->display_align, slack);
		flow_place(placer, column->flow, column->at, &column->fit, area, column->x, y);
	}
	sequence->flow = plan->flow;
	sequence->at = plan->next;
	sequence->spans = plan->spans;
	sequence->forced = plan->forced;
	page_place_notes(sequence, placer, area, plan->notes);
}
