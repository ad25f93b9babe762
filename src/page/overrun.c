/* overrun: what stands outside of what it is to keep to is said: G601 a line, G602 a table, a float, a container or what is in them, a picture, G603 what
 * goes beyond the page or column. Text off the paper is said where it is drawn (G703). The finished areas are looked at, so that nothing is lost
 * silently, whoever placed it wrong. What its author sets beyond (area.h) is passed over; what was said before is not said again. */
#include "page/page_int.h"

/* What has one bottom: the content of a page or column, or of a holder (AREA_HOLDS_ALL). */
struct floor {
	const struct area *holder; /* NULL: the page or column */
	len over;                  /* how far something goes below it */
	len said;                  /* the least bottom of what did, from the floor's top: what stands beneath that was pushed */
	unsigned count;            /* how much was said of it */
};

/* In the coordinates of an area. */
struct bounds {
	len left, right, top, bottom;
	bool across, up, down; /* whether they are looked at */
	struct floor *floor;
	len y; /* of the area, from the floor's top */
};

static void look_at(struct layout *layout, const struct area *area, struct bounds bounds);

/* ---- across ---- */

static len less(len a, len b)
{
	return (len)CLAMP((int64_t)a - b, -LEN_MAX, LEN_MAX);
}

static len beside(len from, len to, const struct bounds *bounds)
{
	return MAX(less(bounds->left, from), less(to, bounds->right));
}

static void look_across(struct layout *layout, const struct area *area, const struct bounds *bounds)
{
	if (area->kind == AREA_LINE) {
		len over = beside(area->x, len_add(area->x, area->width), bounds);
		if (over > LAYOUT_TOLERANCE)
			diag_report_words(layout->sink, DIAG_OVERFULL_LINE, area->place, "by %.2f mm", "超出 %.2f mm", len_to_mm(over));
	} else if (area->hold.holds) {
		len from = len_add(area->x, area->hold.x), over = beside(from, len_add(from, area->hold.width), bounds);
		if (over > LAYOUT_TOLERANCE)
			layout_say_overrun(layout, area->place, area->hold.name, over);
	}
}

/* ---- down ---- */

static len bottom_of(const struct area *area)
{
	return len_add(area->y, less(area->height, area->hold.white));
}

static bool goes_below(const struct area *area, const struct bounds *bounds)
{
	return bottom_of(area) > len_add(bounds->bottom, LAYOUT_TOLERANCE);
}

static void note_below(struct layout *layout, const struct area *area, const struct bounds *bounds)
{
	struct floor *floor = bounds->floor;
	len top = len_add(bounds->y, area->y);
	floor->over = MAX(floor->over, less(bottom_of(area), bounds->bottom));
	if (!floor->holder && top < floor->said)
		layout_say_beyond(layout, area->place);
	floor->said = MIN(floor->said, len_add(top, area->height));
	floor->count++;
}

/* Pictures and containers with which their line does not grow (line-stacking-strategy) may stand out above and below. */
static void look_at_objects(struct layout *layout, const struct area *line, const struct bounds *bounds)
{
	for (const struct area *object = line->first_child; object; object = object->next) {
		len top = len_add(line->y, object->y);
		len below = bounds->down ? less(len_add(top, object->height), bounds->bottom) : 0;
		len over = MAX(less(bounds->top, top), below);
		if (object->hold.name && !object->hold.free_down && over > LAYOUT_TOLERANCE)
			layout_say_overrun(layout, object->place, object->hold.name, over);
	}
}

/* A cell's borders may stand out of its row, which is looked at. */
static bool is_whole(const struct area *area)
{
	return area->kind == AREA_LINE || area->hold.row || (area->hold.holds == AREA_HOLDS_ALL && area->kind != AREA_CELL);
}

static bool is_edged(const struct area *area)
{
	return area->kind != AREA_CELL && (area->box || area->hold.edged) && area->tag != &area_artifact;
}

/* ---- within ---- */

static void look_within(struct layout *layout, const struct area *area, struct bounds bounds)
{
	for (const struct area *child = area->first_child; child; child = child->next)
		if (area->kind != AREA_LINE || child->hold.holds)
			look_at(layout, child, bounds);
}

static struct bounds bounds_within(const struct area *area, struct bounds bounds)
{
	bounds.left = less(bounds.left, area->x);
	bounds.right = less(bounds.right, area->x);
	bounds.top = less(bounds.top, area->y);
	bounds.bottom = less(bounds.bottom, area->y);
	bounds.y = len_add(bounds.y, area->y);
	if (area->kind == AREA_CLIPPED || area->kind == AREA_TURNED || area->hold.holds) {
		bounds.left = area->hold.holds ? area->hold.x : 0;
		bounds.right = len_add(bounds.left, area->hold.holds ? area->hold.width : area->width);
		bounds.across = true;
	}
	if (area->kind == AREA_CLIPPED || area->kind == AREA_TURNED) {
		bounds.top = 0;
		bounds.bottom = area->height;
	}
	return bounds;
}

/* What holds all has a bottom of its own. */
static void look_held(struct layout *layout, const struct area *area, struct bounds bounds)
{
	struct floor floor = {.holder = area, .said = LEN_MAX};
	len foot = area->box ? area->box->border[AREA_AFTER].width : 0;
	bounds.top = area->box ? area->box->border[AREA_BEFORE].width : 0;
	bounds.bottom = area->height - foot;
	bounds.up = bounds.down = true;
	bounds.floor = &floor;
	look_within(layout, area, bounds);
	if (floor.over > LAYOUT_TOLERANCE)
		layout_say_overrun(layout, area->place, area->hold.name, floor.over);
}

static void look_at(struct layout *layout, const struct area *area, struct bounds bounds)
{
	bounds.across &= !area->hold.free_across;
	bounds.up &= !area->hold.free_down;
	bounds.down &= !area->hold.free_down;
	if (bounds.across)
		look_across(layout, area, &bounds);
	unsigned before = bounds.floor->count;
	bool below = bounds.down && goes_below(area, &bounds), whole = below && is_whole(area);
	if (whole)
		note_below(layout, area, &bounds);
	else if (bounds.up && area->kind == AREA_LINE)
		look_at_objects(layout, area, &bounds);
	struct bounds within = bounds_within(area, bounds);
	within.down &= !whole;
	if (area->hold.holds == AREA_HOLDS_ALL)
		look_held(layout, area, within);
	else
		look_within(layout, area, within);
	if (below && !whole && is_edged(area) && bounds.floor->count == before)
		note_below(layout, area, &bounds);
}

void page_say_overruns(struct layout *layout, const struct area *around, const struct area *last, struct page_bounds bounds)
{
	struct floor floor = {.said = LEN_MAX};
	struct bounds inner = {.left = bounds.left,
						   .right = bounds.right,
						   .top = bounds.top,
						   .bottom = bounds.bottom,
						   .across = true,
						   .up = true,
						   .down = bounds.bottom != LEN_MAX,
						   .floor = &floor};
	for (const struct area *area = last ? last->next : around->first_child; area; area = area->next)
		look_at(layout, area, inner);
}
