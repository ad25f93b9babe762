/* shapes: rules, figures and pictures that one page has and the other has not. */
#include <stdlib.h>
#include <string.h>

#include "compare/compare_int.h"

#define NEIGHBOUR len_from_mm(2)

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
	return arena_printf(arena, "%.2f × %.2f mm #%06X", len_to_mm(shape->box.right - shape->box.left),
						len_to_mm(shape->box.bottom - shape->box.top), shape->color);
}

/* The same size and colour: how far it is moved, else the fingerprints of what it shows. */
static void say_more(struct compare_row *row, const struct reader_shape *a, const struct reader_shape *b, struct arena *arena)
{
	len right = b->box.left - a->box.left, down = b->box.top - a->box.top;
	if (strcmp(row->a, row->b) != 0)
		return;
	if (abs(right) > NEAR || abs(down) > NEAR) {
		row->b = arena_printf(arena, "%+.2f, %+.2f mm", len_to_mm(right), len_to_mm(down));
	} else {
		row->a = arena_printf(arena, "%s [%08X]", row->a, a->print);
		row->b = arena_printf(arena, "%s [%08X]", row->b, b->print);
	}
}

/* One of them may be NULL. */
static struct compare_row row_of(const struct reader_shape *a, const struct reader_shape *b, unsigned page, struct arena *arena)
{
	const struct reader_shape *first = a ? a : b;
	struct compare_row row = {
		.page = page, .kind = COMPARE_GRAPHIC, .shape = first->kind, .x = first->box.left, .y = first->box.top};
	row.a = a ? describe(a, arena) : "";
	row.b = b ? describe(b, arena) : "";
	if (a && b)
		say_more(&row, a, b, arena);
	return row;
}

/* Takes the other page's shape of the same kind that touches this one or lies at most so near; NULL: none. From the top down; those
 * before *from are taken. */
static const struct reader_shape *take_counterpart(const struct reader_shape *shape, GPtrArray *others, guint *from)
{
	while (*from < others->len && !others->pdata[*from])
		++*from;
	for (guint i = *from; i < others->len; i++) {
		const struct reader_shape *other = others->pdata[i];
		if (other && other->box.top > shape->box.bottom + NEIGHBOUR)
			break;
		if (other && other->kind == shape->kind && other->box.left <= shape->box.right + NEIGHBOUR &&
			other->box.right >= shape->box.left - NEIGHBOUR && other->box.bottom >= shape->box.top - NEIGHBOUR) {
			others->pdata[i] = NULL;
			return other;
		}
	}
	return NULL;
}

/* What is left: a changed or moved shape is one row, with how it is in each. */
static void add_rest(GPtrArray *a, GPtrArray *b, unsigned page, GArray *rows, struct arena *arena)
{
	guint from = 0;
	for (guint i = 0; i < a->len; i++) {
		const struct reader_shape *shape = a->pdata[i];
		if (!shape)
			continue;
		struct compare_row row = row_of(shape, take_counterpart(shape, b, &from), page, arena);
		g_array_append_val(rows, row);
	}
	for (guint k = 0; k < b->len; k++)
		if (b->pdata[k]) {
			struct compare_row row = row_of(NULL, b->pdata[k], page, arena);
			g_array_append_val(rows, row);
		}
}

void compare_shapes(const struct reader_page *a, const struct reader_page *b, unsigned page, GArray *rows, struct arena *arena)
{
	GPtrArray *shapes_a = sorted(a), *shapes_b = sorted(b);
	match(shapes_a, shapes_b);
	add_rest(shapes_a, shapes_b, page, rows, arena);
	g_ptr_array_free(shapes_a, TRUE);
	g_ptr_array_free(shapes_b, TRUE);
}
