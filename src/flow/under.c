/* under: the backgrounds of a table's columns, parts and rows, under the cells that begin in them, as far as these reach, and not in what separates
 * them (XSL 1.1, 6.7; CSS 2.1, 17.5.1, 17.6.1, as FOP). Cells that touch have one rectangle, down the rows of a part, too: no seams. A picture stands in
 * the place of the whole column, part or row; the cells are windows on it. */
#include "flow/place_int.h"

/* A rectangle under cells to which the next row may add. In the order of painting. */
struct under_strip {
	const struct flow_under *under;
	struct rectangle place; /* from the origin of the area that takes all, as all places here */
	struct area *area;
	struct under_strip *next;
};

/* A window on a picture: as much of it as is seen through a strip. */
struct under_window {
	struct area *strip, *clip, *seen; /* one in another */
	struct under_window *next;
};

/* The place of a column, part or row with a picture on this page. */
struct under_picture {
	const struct flow_under *under;
	len top, bottom;
	struct under_window *windows;
	struct under_picture *next;
};

/* ---- areas ---- */

static struct area *new_area(const struct placing *placing, enum area_kind kind, len x, len y, len width, len height)
{
	struct area *area = area_new(placing->placer->layout->arena, kind, x, y, width, height);
	area->tag = &area_artifact;
	return area;
}

static bool is_same(const struct flow_under *a, const struct flow_under *b)
{
	return a->node == b->node && a->part == b->part && a->x == b->x && a->width == b->width;
}

/* A column has one place through all parts of its table. The newest places stand first: a part ends before the next one begins. */
static struct under_picture *find_picture(const struct placing *placing, struct under_picture *first,
										  const struct flow_under *under)
{
	for (struct under_picture *picture = first; picture; picture = picture->next)
		if (under->part && picture->under->node == under->node && picture->under->x == under->x)
			return picture;
	struct under_picture *picture = ARENA_NEW(placing->placer->layout->arena, struct under_picture);
	*picture = (struct under_picture){.under = under, .top = LEN_MAX, .bottom = LEN_MIN, .next = first};
	return picture;
}

static struct under_picture *picture_of(const struct placing *placing, const struct row_place *row,
										const struct flow_under *under)
{
	struct open_area *table = placing_top(placing);
	if (!under->box->picture)
		return NULL;
	struct under_picture *picture = find_picture(placing, table->pictures, under);
	if (!picture->windows)
		table->pictures = picture;
	len top = placing->y + under->move.down;
	picture->top = MIN(picture->top, top);
	picture->bottom = MAX(picture->bottom, top + row->area->height);
	return picture;
}

static void add_window(const struct placing *placing, struct area *strip, struct under_picture *picture)
{
	const struct open_area *table = placing_top(placing);
	const struct flow_under *under = picture->under;
	struct layout *layout = placing->placer->layout;
	struct under_window *window = ARENA_NEW(layout->arena, struct under_window);
	len x = placing->x + under->x + under->move.right - table->x - strip->x;
	*window = (struct under_window){.strip = strip,
									.clip = new_area(placing, AREA_CLIPPED, 0, 0, strip->width, 0),
									.seen = new_area(placing, AREA_BLOCK, x, 0, under->width, 0),
									.next = picture->windows};
	struct area_box *box = ARENA_NEW(layout->arena, struct area_box);
	*box = (struct area_box){.picture = under->box->picture};
	window->seen->box = box;
	area_append(strip, window->clip);
	area_append(window->clip, window->seen);
	picture->windows = window;
}

void placing_end_under(struct open_area *table)
{
	for (const struct under_picture *picture = table->pictures; picture; picture = picture->next)
		for (const struct under_window *window = picture->windows; window; window = window->next) {
			window->clip->height = window->strip->height;
			window->seen->y = picture->top - table->y - window->strip->y;
			window->seen->height = picture->bottom - picture->top;
		}
}

/* ---- strips ---- */

/* Backgrounds stand before all rows of their table on the page, because cells may span these. */
static struct area *new_strip_area(const struct placing *placing, const struct flow_under *under, const struct rectangle *place,
								   struct under_picture *picture)
{
	struct open_area *table = placing_top(placing);
	struct area *area = new_area(placing, AREA_BLOCK, place->x - table->x, place->y - table->y, place->width, place->height);
	area_insert(table->area, table->under, area);
	table->under = area;
	area->box = under->box;
	if (!picture)
		return area;
	struct area_box *box = ARENA_NEW(placing->placer->layout->arena, struct area_box);
	*box = (struct area_box){.background = under->box->background};
	area->box = box;
	add_window(placing, area, picture);
	return area;
}

static bool goes_on(const struct under_strip *above, const struct flow_under *under, const struct rectangle *place)
{
	const struct rectangle *at = &above->place;
	return is_same(above->under, under) && at->x == place->x && at->width == place->width && at->y + at->height == place->y;
}

/* Gives where the strip after this one is to be looked for: a later one of the row goes on with a later one above, or is new, so that the order of
 * painting holds. Strips that end above are left out. */
static struct under_strip **put_strip(struct placing *placing, const struct flow_under *under, const struct rectangle *place,
									  struct under_picture *picture, struct under_strip **at)
{
	for (; under->part && *at; at = &(*at)->next) {
		while (*at && (*at)->place.y + (*at)->place.height < place->y)
			*at = (*at)->next;
		if (!*at)
			break;
		if (!goes_on(*at, under, place))
			continue;
		(*at)->place.height += place->height;
		(*at)->area->height += place->height;
		return &(*at)->next;
	}
	struct area *area = new_strip_area(placing, under, place, picture);
	if (!under->part)
		return at;
	*at = ARENA_NEW(placing->placer->layout->arena, struct under_strip);
	**at = (struct under_strip){.under = under, .place = *place, .area = area};
	return &(*at)->next;
}

/* ---- cells ---- */

/* To the middle of collapsed borders; without what separates others. */
static struct rectangle cell_place(const struct placing *placing, const struct row_place *row, const struct flow_cell *cell,
								   struct layout_move move)
{
	struct row_reach reach = flow_row_reach(row->flow, row->index, row->row, row->fit, cell->row_span);
	bool cut = row->fit->cut && row->index == row->fit->end;
	len side[4];
	bool whole = !cut && reach.rows == cell->row_span;
	struct flow_seams seams = {cell->continued ? FLOW_SEAM_BROKEN : FLOW_SEAM_CELLS,
							   whole ? FLOW_SEAM_CELLS : FLOW_SEAM_BROKEN,
							   {row->row->node, row->flow->items[reach.last].row->node}};
	flow_part_bleed(cell, seams, side);
	for (int i = 0; i < 4; i++)
		side[i] = MIN(side[i], 0);
	return (struct rectangle){placing->x + cell->x - side[AREA_START] + move.right, placing->y - side[AREA_BEFORE] + move.down,
							  cell->width + side[AREA_START] + side[AREA_END],
							  reach.height + side[AREA_BEFORE] + side[AREA_AFTER]};
}

static bool begins_in(const struct flow_cell *cell, const struct flow_under *under)
{
	if (!under->part)
		return cell->node->parent == under->node;
	return under->node == under->part || (cell->x == under->x && under->width > 0);
}

static struct under_strip **put_strips(struct placing *placing, const struct row_place *row, const struct flow_under *under,
									   struct under_strip **at)
{
	struct under_picture *picture = picture_of(placing, row, under);
	struct rectangle strip = {0};
	for (unsigned i = 0; i < row->row->count; i++) {
		const struct flow_cell *cell = &row->row->cells[i];
		if (!begins_in(cell, under))
			continue;
		struct rectangle place = cell_place(placing, row, cell, under->move);
		if (strip.width && strip.x + strip.width == place.x && strip.y == place.y && strip.height == place.height) {
			strip.width += place.width;
			continue;
		}
		if (strip.width)
			at = put_strip(placing, under, &strip, picture, at);
		strip = place;
	}
	return strip.width ? put_strip(placing, under, &strip, picture, at) : at;
}

/* Cells that go on from rows on an earlier page have these rows' backgrounds. */
static void put_earlier(struct placing *placing, const struct row_place *row)
{
	struct layout *layout = placing->placer->layout;
	const struct fo_node *last = row->row->node;
	for (unsigned i = 0; i < row->row->count; i++) {
		const struct fo_node *node = row->row->cells[i].node->parent;
		if (node == last || node->kind != FO_TABLE_ROW || node == row->row->node)
			continue;
		last = node;
		const struct area_box *box = layout_background_of(layout, node);
		if (!box)
			continue;
		struct flow_under *under = ARENA_NEW(layout->arena, struct flow_under);
		*under = (struct flow_under){
			.node = node, .x = row->row->x, .width = row->row->width, .move = flow_row_move(node, row->row->width), .box = box};
		put_strips(placing, row, under, NULL);
	}
}

void placing_put_under(struct placing *placing, const struct row_place *row)
{
	struct under_strip **at = &placing_top(placing)->strips;
	for (const struct flow_under *under = row->row->under; under; under = under->next)
		at = put_strips(placing, row, under, at);
	if (row->row->kind == AREA_ROW)
		put_earlier(placing, row);
}
