/* What a page holds beside its drawing: leaves in paint order with their structure elements, links, destinations. Places are summed in
 * len; a turned reference area moves them by quarter turns, so they stay exact. */
#include <string.h>

#include "pdf/pdf_int.h"

struct box {
	len left, top, right, bottom; /* of the page */
};

/* Where a point of the current reference area lies on the page, and what of the page is seen. */
struct frame {
	len x, y;
	int turn;
	struct box seen;
};

/* A leaf while its page is read. */
struct leaf {
	const struct area *area;
	bool is_text;
	const struct area_structure *tag;
	enum pdf_furniture furniture;
};

struct reading {
	GArray *leaves, *links, *points, *figures; /* struct leaf, … */
	struct pdf_headings headings;
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

static struct box place_box(const struct frame *frame, const struct area *area, len x, len y)
{
	struct pdf_point a = place_point(frame, x, y), b = place_point(frame, len_add(x, area->width), len_add(y, area->height));

	return (struct box){MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};
}

static struct box common_box(struct box a, struct box b)
{
	return (struct box){MAX(a.left, b.left), MAX(a.top, b.top), MIN(a.right, b.right), MIN(a.bottom, b.bottom)};
}

/* A link reaches as far as it is seen. */
static void read_link(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					  const struct area_structure *tag)
{
	struct box box = common_box(place_box(frame, area, x, y), frame->seen);
	struct pdf_link link = {.to = area->link,
							.place = area->place,
							.tag = tag,
							.left = box.left,
							.top = box.top,
							.right = box.right,
							.bottom = box.bottom};

	if (box.left < box.right && box.top < box.bottom)
		g_array_append_val(reading->links, link);
}

static bool is_figure(const struct area_structure *tag)
{
	return strcmp(tag->role, "Figure") == 0;
}

/* What a Figure has on the page follows each other: its leaves make one rectangle. */
static void add_figure(struct reading *reading, struct box box, const struct area_structure *tag)
{
	struct pdf_figure figure = {tag, box.left, box.top, box.right, box.bottom}, *last = NULL;

	if (reading->figures->len)
		last = &g_array_index(reading->figures, struct pdf_figure, reading->figures->len - 1);
	if (!last || last->tag != tag) {
		g_array_append_val(reading->figures, figure);
		return;
	}
	last->left = MIN(last->left, figure.left);
	last->top = MIN(last->top, figure.top);
	last->right = MAX(last->right, figure.right);
	last->bottom = MAX(last->bottom, figure.bottom);
}

/* figure: the innermost that the area stands in. */
static void read_figure(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
						const struct area_structure *figure)
{
	struct box box = place_box(frame, area, x, y);

	for (; figure; figure = figure->parent)
		if (is_figure(figure))
			add_figure(reading, box, figure);
}

const struct area_structure *pdf_figure_around(const struct area *area, const struct area_structure *around)
{
	if (!area->tag)
		return around;
	if (area->tag == &area_artifact)
		return NULL;
	return is_figure(area->tag) ? area->tag : around;
}

bool pdf_shows_box(const struct area *area)
{
	const struct area_box *box = area->kind == AREA_CLIPPED ? NULL : area->box; /* what is clipped has its box around it */

	if (!box || area->width <= 0 || area->height <= 0)
		return false;
	for (int side = 0; side < 4; side++)
		if (box->border[side].style != AREA_LINE_NONE && box->border[side].width > 0)
			return true;
	return box->picture || box->background & 0xFF;
}

bool pdf_shows_rule(const struct area *area)
{
	return (area->kind == AREA_RULE || area->kind == AREA_DOT) && area->width > 0 && area->height > 0 && area->color & 0xFF;
}

/* What an area's content belongs to, the Figure around that (NULL: none), and what it is when it is furniture. */
struct holder {
	const struct area_structure *tag, *figure;
	enum pdf_furniture furniture;
};

/* Of an area with which furniture begins: a region beside the body, rows that are repeated, or something within the text. */
static enum pdf_furniture furniture_of(const struct area *area)
{
	static const enum pdf_furniture kinds[] = {[AREA_REGION_BODY] = PDF_LAYOUT,
											   [AREA_REGION_BEFORE] = PDF_HEADER,
											   [AREA_REGION_AFTER] = PDF_FOOTER,
											   [AREA_REGION_START] = PDF_PAGINATION,
											   [AREA_REGION_END] = PDF_PAGINATION};

	if (area->kind == AREA_REGION)
		return kinds[area->region.kind];
	return area->kind == AREA_TABLE || area->kind == AREA_ROW || area->kind == AREA_CELL ? PDF_PAGINATION : PDF_LAYOUT;
}

static struct holder holder_of(const struct area *area, struct holder around)
{
	if (!area->tag)
		return around;
	if (area->tag == &area_artifact && (around.tag != &area_artifact || area->kind == AREA_REGION))
		around.furniture = furniture_of(area);
	around.figure = pdf_figure_around(area, around.figure);
	around.tag = area->tag;
	return around;
}

/* What draw.c draws as a leaf of its own. */
static void read_leaf(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					  struct holder holder, bool is_text)
{
	struct leaf leaf = {area, is_text, holder.tag, holder.furniture};

	g_array_append_val(reading->leaves, leaf);
	if (holder.figure)
		read_figure(reading, area, frame, x, y, holder.figure);
}

/* Of text and pictures, and in a Figure of what it is drawn of. */
static void read_leaves(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
						struct holder holder)
{
	struct holder drawn = {holder.figure, holder.figure, PDF_LAYOUT};

	if (holder.figure && pdf_shows_box(area))
		read_leaf(reading, area, frame, x, y, drawn, false);
	if (holder.figure && pdf_shows_rule(area))
		read_leaf(reading, area, frame, x, y, drawn, false);
	if (area->kind == AREA_TEXT)
		pdf_heading_read(&reading->headings, area->text, place_point(frame, x, y), holder.tag);
	if (area->kind == AREA_TEXT || area->kind == AREA_IMAGE)
		read_leaf(reading, area, frame, x, y, holder, area->kind == AREA_TEXT);
}

static void read_areas(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					   struct holder around);

static void read_area(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					  struct holder holder)
{
	struct pdf_point point = place_point(frame, x, y);

	if (area->id) {
		point.id = area->id;
		g_array_append_val(reading->points, point);
	}
	read_leaves(reading, area, frame, x, y, holder);
	if (area->kind == AREA_LINK)
		read_link(reading, area, frame, x, y, holder.tag);
	if (area->kind == AREA_TURNED) {
		struct frame turned = {point.x, point.y, (frame->turn + (area->turn / 90 % 4 + 4) % 4) % 4, frame->seen};

		read_areas(reading, area->first_child, &turned, 0, 0, holder);
	} else if (area->kind == AREA_CLIPPED) {
		struct frame clipped = *frame;

		clipped.seen = common_box(frame->seen, place_box(frame, area, x, y));
		read_areas(reading, area->first_child, &clipped, x, y, holder);
	} else {
		read_areas(reading, area->first_child, frame, x, y, holder);
	}
}

static void read_areas(struct reading *reading, const struct area *area, const struct frame *frame, len x, len y,
					   struct holder around)
{
	for (; area; area = area->next)
		read_area(reading, area, frame, len_add(x, area->x), len_add(y, area->y), holder_of(area, around));
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

static bool has_ink(const struct area_text *text)
{
	for (const char *at = text->text, *end = at + text->text_size; at < end; at = g_utf8_next_char(at))
		if (!g_unichar_isspace(g_utf8_get_char(at)))
			return true;
	return false;
}

static void free_words(gpointer words)
{
	g_string_free(words, TRUE);
}

/* The words of the link that an element is or stands in, NULL: in none. `around` keeps what was found, so that no element is passed twice. */
static GString *words_around(GHashTable *words, GHashTable *around, const struct area_structure *tag)
{
	const struct area_structure *at = tag;
	gpointer found = NULL;

	while (at && !(found = g_hash_table_lookup(words, at)) && !g_hash_table_lookup_extended(around, at, NULL, &found))
		at = at->parent;
	for (; tag != at; tag = tag->parent)
		g_hash_table_insert(around, (gpointer)(uintptr_t)tag, found);
	return found;
}

/* before: the leaf before this one, or NULL: a figure of several leaves says its words once. */
static void add_words(GString *words, const struct leaf *leaf, const struct leaf *before)
{
	if (!leaf->is_text)
		g_string_append(words, leaf->tag->alt && (!before || before->tag != leaf->tag) ? leaf->tag->alt : "");
	else if (words->len || has_ink(leaf->area->text))
		g_string_append_printf(words, "%.*s%s", (int)leaf->area->text->text_size, leaf->area->text->text,
							   leaf->area->text->ends_word ? " " : "");
}

/* The elements of links → the text that they have on the page, of pictures their words. */
static GHashTable *collect_words(const GArray *leaves, const GArray *links)
{
	GHashTable *words = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_words);
	GHashTable *around = g_hash_table_new(g_direct_hash, g_direct_equal);

	for (guint i = 0; i < links->len; i++) {
		const struct area_structure *tag = g_array_index(links, struct pdf_link, i).tag;

		if (tag != &area_artifact && !g_hash_table_contains(words, tag))
			g_hash_table_insert(words, (gpointer)(uintptr_t)tag, g_string_new(NULL));
	}
	for (guint i = 0; i < leaves->len && g_hash_table_size(words); i++) {
		const struct leaf *leaf = &g_array_index(leaves, struct leaf, i);
		GString *text = words_around(words, around, leaf->tag);

		if (text)
			add_words(text, leaf, i ? leaf - 1 : NULL);
	}
	g_hash_table_destroy(around);
	return words;
}

static void name_links(struct reading *reading, struct arena *arena)
{
	GHashTable *words = collect_words(reading->leaves, reading->links);

	for (guint i = 0; i < reading->links->len; i++) {
		struct pdf_link *link = &g_array_index(reading->links, struct pdf_link, i);
		GString *text = g_hash_table_lookup(words, link->tag);

		link->words = text && text->len ? arena_copy(arena, text->str, text->len) : NULL;
	}
	g_hash_table_destroy(words);
}

static void keep_leaves(struct pdf_page *page, GArray *leaves, struct pdf_copy *copy)
{
	page->leaves = ARENA_ARRAY(copy->arena, struct pdf_leaf, leaves->len);
	for (guint i = 0; i < leaves->len; i++) {
		const struct leaf *leaf = &g_array_index(leaves, struct leaf, i);

		page->leaves[i] = (struct pdf_leaf){leaf->tag, leaf->furniture,
											leaf->is_text && text_face_thickens(leaf->area->text->face)};
		if (!copy->first_words && leaf->tag != &area_artifact && leaf->is_text && has_ink(leaf->area->text))
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
	const struct frame frame = {.seen = {0, 0, area->width, area->height}};
	struct reading reading = {.leaves = g_array_new(FALSE, FALSE, sizeof(struct leaf)),
							  .links = g_array_new(FALSE, FALSE, sizeof(struct pdf_link)),
							  .points = g_array_new(FALSE, FALSE, sizeof(struct pdf_point)),
							  .figures = g_array_new(FALSE, FALSE, sizeof(struct pdf_figure)),
							  .headings = pdf_headings_begin()};
	struct pdf_page page = {
		.index = area->index, .width = area->width, .height = area->height, .place = first_place(area->first_area)};

	page.label = area->label ? arena_string(copy->arena, area->label) : NULL;
	read_areas(&reading, area->first_area, &frame, 0, 0, (struct holder){&area_artifact, NULL, PDF_LAYOUT});
	name_links(&reading, copy->arena);
	keep_leaves(&page, reading.leaves, copy);
	g_array_free(reading.leaves, TRUE);
	page.links = keep(reading.links, copy->arena, &page.link_count);
	page.points = keep(reading.points, copy->arena, &page.point_count);
	page.figures = keep(reading.figures, copy->arena, &page.figure_count);
	pdf_headings_end(&reading.headings, &page, copy->arena);
	return page;
}
