/* What a page holds beside its drawing: leaves in paint order with their structure elements, links, destinations. Places are summed in
 * len; a turned reference area moves them by quarter turns, so they stay exact. */
#include "pdf/pdf_int.h"

/* Where a point of the current reference area lies on the page. */
struct frame {
	len x, y;
	int turn;
};

struct reading {
	GArray *leaves, *links, *points;
};

static struct pdf_point place_point(const struct frame *frame, len x, len y)
{
	switch (frame->turn) {
	case 1:
		return (struct pdf_point){NULL, len_add(frame->x, y), len_add(frame->y, -x)};
	case 2:
		return (struct pdf_point){NULL, len_add(frame->x, -x), len_add(frame->y, -y)};
	case 3:
		return (struct pdf_point){NULL, len_add(frame->x, -y), len_add(frame->y, x)};
	default:
		return (struct pdf_point){NULL, len_add(frame->x, x), len_add(frame->y, y)};
	}
}

static void read_link(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					  const struct area_structure *tag)
{
	struct pdf_point a = place_point(frame, x, y), b = place_point(frame, len_add(x, area->width), len_add(y, area->height));
	struct pdf_link link = {area, tag, MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};

	g_array_append_val(reading->links, link);
}

static void read_areas(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					   const struct area_structure *tag);

static void read_area(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					  const struct area_structure *tag)
{
	struct pdf_point point = place_point(frame, x, y);

	if (area->id) {
		point.id = area->id;
		g_array_append_val(reading->points, point);
	}
	if (area->kind == AREA_TEXT || area->kind == AREA_IMAGE) {
		struct pdf_leaf leaf = {area, tag};

		g_array_append_val(reading->leaves, leaf);
	}
	if (area->kind == AREA_LINK)
		read_link(reading, area, frame, x, y, tag);
	if (area->kind == AREA_TURNED) {
		struct frame turned = {point.x, point.y, (frame->turn + (area->turn / 90 % 4 + 4) % 4) % 4};

		read_areas(reading, area->first_child, &turned, 0, 0, tag);
	} else {
		read_areas(reading, area->first_child, frame, x, y, tag);
	}
}

static void read_areas(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					   const struct area_structure *tag)
{
	for (; area; area = area->next)
		read_area(reading, area, frame, len_add(x, area->x), len_add(y, area->y), area->tag ? area->tag : tag);
}

/* The array's content, in the arena. */
static void *keep(GArray *array, struct arena *arena, unsigned *count)
{
	size_t size = array->len * g_array_get_element_size(array);
	void *kept = arena_alloc(arena, size + 1);

	if (size)
		memcpy(kept, array->data, size);
	*count = array->len;
	g_array_free(array, TRUE);
	return kept;
}

void pdf_page_read(struct pdf_page *page, const struct area_page *area, struct arena *arena)
{
	const struct frame frame = {0};
	struct reading reading = {g_array_new(FALSE, FALSE, sizeof(struct pdf_leaf)),
							  g_array_new(FALSE, FALSE, sizeof(struct pdf_link)),
							  g_array_new(FALSE, FALSE, sizeof(struct pdf_point))};

	read_areas(&reading, area->first_area, &frame, 0, 0, &area_artifact);
	*page = (struct pdf_page){.area = area};
	page->leaves = keep(reading.leaves, arena, &page->leaf_count);
	page->links = keep(reading.links, arena, &page->link_count);
	page->points = keep(reading.points, arena, &page->point_count);
}
