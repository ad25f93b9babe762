/* find_grid: the text's size, pitch and edges, from the lines themselves: what is frequent is the body. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define NEAR    MM(0.35) /* edges that near are one */
#define SHARE   10       /* an edge of the body is that of one line in so many, and of two at the least */
#define PITCH_B PT(29.61)

/* ---- values and how often they come ---- */

static int by_value(gconstpointer a, gconstpointer b)
{
	len one = *(const len *)a, other = *(const len *)b;
	return one < other ? -1 : one > other;
}

static len at(const GArray *values, guint i)
{
	return g_array_index(values, len, i);
}

/* The middle of the largest cluster of values that differ from one to the next by `near` at the most. */
static len most_frequent(GArray *values, len near)
{
	guint best = 0, best_from = 0, from = 0;
	g_array_sort(values, by_value);
	for (guint i = 1; i <= values->len; i++) {
		if (i < values->len && at(values, i) - at(values, i - 1) <= near)
			continue;
		if (i - from > best) {
			best = i - from;
			best_from = from;
		}
		from = i;
	}
	return at(values, best_from + best / 2);
}

/* The first (or last) cluster that has its share of the values. */
static bool outermost(GArray *values, bool last, len *edge)
{
	guint share = MAX(2, values->len / SHARE), from = 0;
	bool found = false;
	g_array_sort(values, by_value);
	for (guint i = 1; i <= values->len; i++) {
		if (i < values->len && at(values, i) - at(values, i - 1) <= NEAR)
			continue;
		if (i - from >= share && (last || !found)) {
			*edge = at(values, from + (i - from) / 2);
			found = true;
		}
		from = i;
	}
	return found;
}

/* ---- size ---- */

static bool find_size(struct audit *audit)
{
	GArray *sizes = g_array_new(FALSE, FALSE, sizeof(len));
	for (unsigned i = 0; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i];
		for (unsigned k = 0; line->role == ROLE_NONE && !line->red && k < line->count; k++)
			if (code_is_han(line->chars[k]->code))
				g_array_append_val(sizes, line->chars[k]->size);
	}
	audit->grid.found = sizes->len > 0;
	if (sizes->len)
		audit->grid.size = most_frequent(sizes, PT(0.02));
	g_array_free(sizes, TRUE);
	return audit->grid.found;
}

/* ---- pitch ---- */

static void find_pitch(struct audit *audit)
{
	GArray *steps = g_array_new(FALSE, FALSE, sizeof(len));
	for (unsigned i = 1; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i], *above = line - 1;
		len step = line->baseline - above->baseline;
		if (line->page == above->page && line_is_body(audit, line) && line_is_body(audit, above) && step > audit->grid.size &&
			step < 3 * audit->grid.size)
			g_array_append_val(steps, step);
	}
	if (steps->len)
		audit->grid.pitch = most_frequent(steps, PT(0.05));
	audit->grid.reading_b = abs(audit->grid.pitch - PITCH_B) < PT(0.1);
	g_array_free(steps, TRUE);
}

/* ---- edges ---- */

/* A paragraph that begins at `left` goes on two characters further left: `left` is where paragraphs begin, not the type area's edge, which
   few lines show on a page of short paragraphs. */
static bool goes_on_left_of(const struct audit *audit, len left, len *edge)
{
	for (unsigned i = 1; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i], *above = line - 1;
		if (line->page == above->page && line_is_body(audit, line) && line_is_body(audit, above) && !line->opens &&
			abs(above->left - left) <= NEAR && abs(left - line->left - 2 * audit->grid.size) <= NEAR) {
			*edge = line->left;
			return true;
		}
	}
	return false;
}

/* pages: odd ones only (1), even ones only (2), all (0) */
static bool find_side_edges(const struct audit *audit, unsigned pages, struct reader_box *area, bool *has_left, bool *has_right)
{
	GArray *lefts = g_array_new(FALSE, FALSE, sizeof(len)), *rights = g_array_new(FALSE, FALSE, sizeof(len));
	for (unsigned i = 0; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i];
		if (!line_is_body(audit, line) || line->count < 2 || (pages && line->page % 2 + 1 != pages))
			continue;
		if (!line->opens)
			g_array_append_val(lefts, line->left);
		if (code_is_han(line->chars[line->count - 1]->code) && line->right - line->left > AREA_WIDTH / 2)
			g_array_append_val(rights, line->right);
	}
	*has_left = outermost(lefts, false, &area->left);
	*has_right = outermost(rights, true, &area->right);
	g_array_free(lefts, TRUE);
	g_array_free(rights, TRUE);
	return *has_left && *has_right;
}

static void find_edges(struct audit *audit)
{
	struct reader_box *area = &audit->grid.area;
	bool has_left, has_right;
	audit->grid.has_edges = find_side_edges(audit, 0, area, &has_left, &has_right);
	if (has_left)
		goes_on_left_of(audit, area->left, &area->left);
	else
		area->left = has_right ? area->right - AREA_WIDTH : PAGE_LEFT;
	/* lines that are a character short or over do not make another type area: what stands in it is measured from the right one */
	if (!has_right || abs(area->right - area->left - AREA_WIDTH) > CHARACTER / 2)
		area->right = area->left + AREA_WIDTH;
}

/* ---- mirrored margins ---- */

static struct reader_box moved_box(struct reader_box box, len by)
{
	if (!reader_is_nothing(box)) {
		box.left += by;
		box.right += by;
	}
	return box;
}

static struct reader_page moved_page(const struct reader_page *page, len by, struct arena *arena)
{
	struct reader_page moved = *page;
	struct reader_char *chars = ARENA_ARRAY(arena, struct reader_char, page->char_count + 1);
	struct reader_shape *shapes = ARENA_ARRAY(arena, struct reader_shape, page->shape_count + 1);
	for (unsigned i = 0; i < page->char_count; i++) {
		chars[i] = page->chars[i];
		chars[i].x += by;
		chars[i].box = moved_box(chars[i].box, by);
		chars[i].ink = moved_box(chars[i].ink, by);
	}
	for (unsigned i = 0; i < page->shape_count; i++) {
		shapes[i] = page->shapes[i];
		shapes[i].box = moved_box(shapes[i].box, by);
	}
	moved.chars = chars;
	moved.shapes = shapes;
	return moved;
}

const struct reader_document *audit_unmirror(struct audit *audit)
{
	struct reader_box odd, even;
	bool left, right;
	if (!find_side_edges(audit, 1, &odd, &left, &right) || !find_side_edges(audit, 2, &even, &left, &right) ||
		abs(even.left - odd.left) <= NEAR || abs((even.left - odd.left) - (even.right - odd.right)) > NEAR ||
		abs(even.left - odd.left) > MM(10))
		return NULL;
	struct reader_document *document = ARENA_NEW(audit->arena, struct reader_document);
	struct reader_page *pages = ARENA_ARRAY(audit->arena, struct reader_page, audit->document->page_count);
	*document = *audit->document;
	for (unsigned p = 0; p < document->page_count; p++)
		pages[p] = p % 2 ? moved_page(&document->pages[p], odd.left - even.left, audit->arena) : document->pages[p];
	document->pages = pages;
	audit->mirrored = true;
	audit->even_left = even.left;
	return document;
}

/* The type area's upper edge, told by the first line of pages that begin with text of the body. */
static void find_top(struct audit *audit)
{
	struct grid *grid = &audit->grid;
	len half = grid->reading_b ? grid->size / 2 : grid->pitch / 2;
	GArray *tops = g_array_new(FALSE, FALSE, sizeof(len));
	for (unsigned p = 1; grid->pitch && p < audit->document->page_count; p++) {
		unsigned first = audit->sheets[p].first;
		if (first + 1 >= audit->sheets[p].end)
			continue;
		const struct line *line = &audit->lines[first];
		len top = line->middle - half;
		if (line_is_body(audit, line) && line_is_body(audit, line + 1) &&
			abs(line[1].baseline - line->baseline - grid->pitch) < PT(0.3))
			g_array_append_val(tops, top);
	}
	grid->has_top = tops->len > 0;
	grid->area.top = tops->len ? most_frequent(tops, NEAR) : PAGE_TOP;
	grid->area.bottom = grid->area.top + AREA_HEIGHT;
	g_array_free(tops, TRUE);
}

void find_grid(struct audit *audit)
{
	if (!find_size(audit))
		return;
	find_pitch(audit);
	find_edges(audit);
	find_top(audit);
}
