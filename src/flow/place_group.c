/* place_group: groups begin, end and go on on another page, with the heads and feet of tables. */
#include "flow/place_int.h"

static const struct flow_row *row_of_page(const struct placing *placing, const struct flow_row *row)
{
	const struct open_area *table = placing_top(placing);
	return row->live ? flow_live_row(placing->placer, row, table->group->node, table->marks) : row;
}

/* Cells of a row stand all along it. */
static bool has_all_cells(const struct flow_row *row)
{
	len width = 0;
	for (unsigned i = 0; row && i < row->count; i++)
		width = len_add(width, row->cells[i].width);
	return row && width >= row->width;
}

/* A head or foot: itself where it is content, a copy where it is repeated. The row of the page that the copy meets draws what holds between them, where it
 * has cells. */
static void place_rows(struct placing *placing, const struct flow *rows, bool repeat)
{
	if (!rows)
		return;
	bool head = rows == placing_top(placing)->group->header;
	enum flow_seam seam = !repeat ? FLOW_SEAM_CELLS : has_all_cells(placing->row) ? FLOW_SEAM_DRAWN : FLOW_SEAM_PAGE;
	struct placing inner = *placing;
	struct placer placer = *placing->placer;
	placer.repeats_notes |= repeat && !placer.repeat; /* what is within a copy comes as that does */
	placer.repeat |= repeat;
	inner.placer = &placer;
	inner.flow = rows;
	inner.ends = (struct flow_seams){.above = head ? FLOW_SEAM_CELLS : seam, .below = head ? seam : FLOW_SEAM_CELLS};
	struct flow_fit all = {.end = rows->count, .all = true};
	for (uint32_t i = 0; i < rows->count; i++)
		if (rows->items[i].kind == FLOW_ROW)
			placing_put_row(&inner, i, row_of_page(&inner, rows->items[i].row), &all);
	placing->y = inner.y;
}

static void place_header(struct placing *placing, const struct flow_group *group, bool repeat)
{
	if (!group->live_header) {
		if (group->header)
			placing_innermost(placing); /* the table's own area is no copy */
		place_rows(placing, group->header, repeat);
		return;
	}
	placing_settle(placing);
	struct open_area *open = placing_innermost(placing);
	open->header_waits = true;
	open->header_repeats = repeat;
	open->header_y = placing->y;
	placing->y = len_add(placing->y, group->header_height);
}

/* The children after `last` go to the front, behind `under`: the order of areas is that of reading. */
static void move_to_front(struct area *area, struct area *last, struct area *under)
{
	struct area *first = last->next, *end = area->last_child, **front = under ? &under->next : &area->first_child;
	if (!first)
		return;
	last->next = NULL;
	area->last_child = last;
	end->next = *front;
	*front = first;
}

static void place_waiting_header(struct placing *placing)
{
	struct open_area *open = placing_top(placing);
	if (!open->header_waits)
		return;
	struct area *last = open->area->last_child == open->under ? NULL : open->area->last_child;
	len y = placing->y;
	placing->y = open->header_y;
	place_rows(placing, open->group->header, open->header_repeats);
	placing->y = y;
	if (last)
		move_to_front(open->area, last, open->under);
}

static void push(struct placing *placing, const struct flow_group *group, bool continued)
{
	struct open_area open = {.group = group,
							 .continued = continued,
							 .spaces = placing_count_spaces(placing),
							 .marks = layout_markers_count(placing->placer->layout->markers)};
	if (!group->bare)
		flow_note_markers(placing->placer, group->node, !continued);
	g_array_append_val(placing->open, open);
}

void placing_open(struct placing *placing, const struct flow_group *group)
{
	if (flow_is_fence(group))
		placing_settle(placing);
	push(placing, group, false);
	if (flow_is_fence(group))
		placing_innermost(placing);
	placing->y = len_add(placing->y, group->before);
	place_header(placing, group, false);
	placing->at_start |= group->reference;
	placing->hollow = true;
}

void placing_reopen(struct placing *placing, uint32_t around)
{
	if (!around)
		return;
	const struct flow_item *open = &placing->flow->items[around - 1];
	placing_reopen(placing, open->around);
	const struct flow_group *group = open->group;
	push(placing, group, true);
	if (group->kept_before) {
		placing_innermost(placing);
		placing->y = len_add(placing->y, group->kept_before);
	}
	placing->at_start = group->reference || (placing->at_start && !group->kept_before);
	if (!group->omit_header)
		place_header(placing, group, true);
}

/* Padding below what is within, or nothing but edges. */
static bool ends_with_edge(const struct area *area, const struct flow_group *group)
{
	return group->after > 0 || (group->before > 0 && area->height <= group->before);
}

static struct area *pop(struct placing *placing, bool goes_on)
{
	struct open_area *open = placing_top(placing);
	struct area *area = open->through ? NULL : open->area;
	placing_end_under(open);
	if (area) {
		area->height = placing->y - open->y;
		area->hold.edged = !goes_on && ends_with_edge(area, open->group);
		placing_end_area(placing, area, open->group);
		area->box = flow_part_box(placing->placer->layout, open->group->node, open->group->box, open->continued, goes_on);
	}
	if (!goes_on && !open->group->bare)
		flow_end_markers(placing->placer, open->group->node);
	g_array_set_size(placing->open, placing->open->len - 1);
	return area;
}

/* The room that completes the last step goes around the area by gw:block-step-align; what goes on from an earlier page keeps to the top. */
static void fill_step(struct placing *placing, struct area *area, const struct flow_group *group, bool continued)
{
	len rest = area ? flow_step_rest(group, area->height) : 0;
	enum fo_keyword align = continued ? FO_KW_START : group->node->style->block_step_align;
	placing->y = len_add(placing->y, rest);
	if (rest > 0)
		area->y += align == FO_KW_START ? 0 : align == FO_KW_END ? rest : rest / 2;
}

void placing_close(struct placing *placing, const struct flow_group *group)
{
	if (placing->hollow)
		placing_settle(placing);
	if (group->reference) {
		placing_end_spaces(placing);
		placing->at_start = false;
	} else if (flow_is_fence_after(group)) {
		placing_settle(placing);
	}
	place_waiting_header(placing);
	place_rows(placing, group->footer, false);
	if ((group->node->id || group->after) && !group->bare) /* an empty block has a place, too, and a border below it */
		placing_innermost(placing);
	placing->y = len_add(placing->y, group->after);
	bool continued = placing_top(placing)->continued;
	fill_step(placing, pop(placing, false), group, continued);
}

/* The page ends: what is open goes on on the next one. */
void placing_break(struct placing *placing)
{
	placing_end_spaces(placing);
	while (placing->open->len > 1) {
		const struct flow_group *group = placing_top(placing)->group;
		place_waiting_header(placing);
		if (!group->omit_footer)
			place_rows(placing, group->footer, true);
		if (group->reference && placing->parted)
			placing->y = MAX(placing->y, placing_floor(placing));
		placing->y = len_add(placing->y, group->kept_after);
		pop(placing, true);
	}
}
