/* shapes: rules, figures and pictures that one page has and the other has not. */
#include <stdlib.h>

#include "compare/compare_int.h"

static bool same(const struct reader_shape *a, const struct reader_shape *b)
{
	return a->kind == b->kind && a->color == b->color && a->print == b->print && abs(a->box.left - b->box.left) <= NEAR &&
		   abs(a->box.top - b->box.top) <= NEAR && abs(a->box.right - b->box.right) <= NEAR &&
		   abs(a->box.bottom - b->box.bottom) <= NEAR;
}

static int by_top(gconstpointer a, gconstpointer b)
{
	const struct reader_shape *one = *(const struct reader_shape *const *)a, *other = *(const struct reader_shape *const *)b;
	if (one->box.top != other->box.top)
		return one->box.top < other->box.top ? -1 : 1;
	return one->box.left < other->box.left ? -1 : one->box.left > other->box.left;
}

static GPtrArray *sorted(const struct reader_page *page)
{
	GPtrArray *shapes = g_ptr_array_sized_new(page->shape_count + 1);
	for (unsigned i = 0; i < page->shape_count; i++)
		g_ptr_array_add(shapes, (gpointer)(uintptr_t)&page->shapes[i]);
	g_ptr_array_sort(shapes, by_top);
	return shapes;
}

/* Marks by NULL what both have. */
static void match(GPtrArray *a, GPtrArray *b)
{
	guint from = 0;
	for (guint i = 0; i < a->len; i++) {
		const struct reader_shape *one = a->pdata[i];
		while (from < b->len && (!b->pdata[from] || ((const struct reader_shape *)b->pdata[from])->box.top < one->box.top - NEAR))
			from++;
		for (guint k = from; k < b->len && a->pdata[i]; k++) {
			const struct reader_shape *other = b->pdata[k];
			if (other && other->box.top > one->box.top + NEAR)
				break;
			if (other && same(one, other))
				a->pdata[i] = b->pdata[k] = NULL;
		}
	}
}

static const char *describe(const struct reader_shape *shape, struct arena *arena)
{
	static const char *const kinds[] = {"rule", "figure", "picture"};
	return arena_printf(arena, "%s %.2f × %.2f mm #%06X", kinds[shape->kind], len_to_mm(shape->box.right - shape->box.left),
						len_to_mm(shape->box.bottom - shape->box.top), shape->color);
}

static void add_rest(const GPtrArray *shapes, bool first, unsigned page, GArray *rows, struct arena *arena)
{
	for (guint i = 0; i < shapes->len; i++) {
		const struct reader_shape *shape = shapes->pdata[i];
		if (!shape)
			continue;
		struct compare_row row = {.page = page, .kind = COMPARE_GRAPHIC, .x = shape->box.left, .y = shape->box.top};
		row.a = first ? describe(shape, arena) : "";
		row.b = first ? "" : describe(shape, arena);
		g_array_append_val(rows, row);
	}
}

void compare_shapes(const struct reader_page *a, const struct reader_page *b, unsigned page, GArray *rows, struct arena *arena)
{
	GPtrArray *shapes_a = sorted(a), *shapes_b = sorted(b);
	match(shapes_a, shapes_b);
	add_rest(shapes_a, true, page, rows, arena);
	add_rest(shapes_b, false, page, rows, arena);
	g_ptr_array_free(shapes_a, TRUE);
	g_ptr_array_free(shapes_b, TRUE);
}
