/* What a page holds beside its drawing: leaves in paint order with their structure elements, links, destinations. Places are summed in
 * len; a turned reference area moves them by quarter turns, so they stay exact. */
#include "pdf/pdf_int.h"

/* Where a point of the current reference area lies on the page. */
struct frame {
	len x, y;
	int turn;
};

/* A leaf while its page is read. */
struct leaf {
	const struct area *area;
	const struct area_structure *tag;
};

struct reading {
	GArray *leaves, *links, *points, *figures; /* struct leaf, … */
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
	struct pdf_link link = {.to = area->link,
							.place = area->place,
							.tag = tag,
							.left = MIN(a.x, b.x),
							.top = MIN(a.y, b.y),
							.right = MAX(a.x, b.x),
							.bottom = MAX(a.y, b.y)};

	g_array_append_val(reading->links, link);
}

static void read_figure(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
						const struct area_structure *tag)
{
	struct pdf_point a = place_point(frame, x, y), b = place_point(frame, len_add(x, area->width), len_add(y, area->height));
	struct pdf_figure figure = {tag, MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};

	g_array_append_val(reading->figures, figure);
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
		struct leaf leaf = {area, tag};

		g_array_append_val(reading->leaves, leaf);
	}
	if (area->kind == AREA_IMAGE && tag != &area_artifact)
		read_figure(reading, area, frame, x, y, tag);
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

/* The text of one structure element on the page. */
static const char *words_of(const GArray *leaves, const struct area_structure *tag, struct arena *arena)
{
	GString *words = g_string_new(NULL);
	const char *kept;

	for (guint i = 0; i < leaves->len && tag != &area_artifact; i++) {
		const struct leaf *leaf = &g_array_index(leaves, struct leaf, i);

		if (leaf->tag == tag && leaf->area->kind == AREA_TEXT)
			g_string_append_len(words, leaf->area->text->text, leaf->area->text->text_size);
	}
	kept = words->len ? arena_copy(arena, words->str, words->len) : NULL;
	g_string_free(words, TRUE);
	return kept;
}

static void keep_leaves(struct pdf_page *page, GArray *leaves, struct pdf_copy *copy)
{
	page->leaf_count = leaves->len;
	page->leaves = ARENA_ARRAY(copy->arena, struct pdf_leaf, leaves->len);
	for (guint i = 0; i < leaves->len; i++) {
		const struct leaf *leaf = &g_array_index(leaves, struct leaf, i);

		page->leaves[i] = (struct pdf_leaf){leaf->tag,
											leaf->area->kind == AREA_TEXT && text_face_thickens(leaf->area->text->face)};
		if (!copy->first_words && leaf->tag != &area_artifact && leaf->area->kind == AREA_TEXT)
			copy->first_words = arena_copy(copy->arena, leaf->area->text->text, leaf->area->text->text_size);
	}
}

static struct place first_place(const struct area *area)
{
	while (area && !area->place.file)
		area = area->first_child ? area->first_child : area->next;
	return area ? area->place : (struct place){0};
}

struct pdf_page pdf_page_read(const struct area_page *area, struct pdf_copy *copy)
{
	const struct frame frame = {0};
	struct reading reading = {g_array_new(FALSE, FALSE, sizeof(struct leaf)), g_array_new(FALSE, FALSE, sizeof(struct pdf_link)),
							  g_array_new(FALSE, FALSE, sizeof(struct pdf_point)),
							  g_array_new(FALSE, FALSE, sizeof(struct pdf_figure))};
	struct pdf_page page = {
		.index = area->index, .width = area->width, .height = area->height, .place = first_place(area->first_area)};

	page.label = area->label ? arena_string(copy->arena, area->label) : NULL;
	read_areas(&reading, area->first_area, &frame, 0, 0, &area_artifact);
	for (guint i = 0; i < reading.links->len; i++) {
		struct pdf_link *link = &g_array_index(reading.links, struct pdf_link, i);

		link->words = words_of(reading.leaves, link->tag, copy->arena);
	}
	keep_leaves(&page, reading.leaves, copy);
	g_array_free(reading.leaves, TRUE);
	page.links = keep(reading.links, copy->arena, &page.link_count);
	page.points = keep(reading.points, copy->arena, &page.point_count);
	page.figures = keep(reading.figures, copy->arena, &page.figure_count);
	return page;
}
