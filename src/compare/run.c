/* run: the pages of two documents, one after the other. */
#include <stdlib.h>
#include <string.h>

#include "compare/compare_int.h"

static void compare_size(const struct reader_page *a, const struct reader_page *b, unsigned page, GArray *rows,
						 struct arena *arena)
{
	struct compare_row row = {.page = page, .kind = COMPARE_PAGES};
	if (abs(a->width - b->width) <= NEAR && abs(a->height - b->height) <= NEAR)
		return;
	row.a = arena_printf(arena, "%.2f × %.2f mm", len_to_mm(a->width), len_to_mm(a->height));
	row.b = arena_printf(arena, "%.2f × %.2f mm", len_to_mm(b->width), len_to_mm(b->height));
	g_array_append_val(rows, row);
}

static void compare_page(const struct reader_document *a, const struct reader_document *b, unsigned page, bool copy_mark,
						 GArray *rows, struct arena *arena)
{
	struct side one = side_open(a, page), other = side_open(b, page);
	compare_size(one.page, other.page, page + 1, rows, arena);
	match_chars(&one, &other);
	compare_lines(&one, &other, page + 1, copy_mark, rows, arena);
	compare_shapes(one.page, other.page, page + 1, rows, arena);
	compare_links(one.page, other.page, page + 1, rows);
	side_close(&one);
	side_close(&other);
}

const struct compare_report *compare_run(const struct reader_document *a, const struct reader_document *b, bool copy_mark,
										 struct arena *arena)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct compare_row));
	struct compare_report *report = ARENA_NEW(arena, struct compare_report);
	if (a->page_count != b->page_count) {
		struct compare_row row = {.kind = COMPARE_PAGES};
		row.a = arena_printf(arena, "%u", a->page_count);
		row.b = arena_printf(arena, "%u", b->page_count);
		g_array_append_val(rows, row);
	}
	for (unsigned page = 0; page < a->page_count && page < b->page_count; page++)
		compare_page(a, b, page, copy_mark, rows, arena);
	struct compare_row *copy = ARENA_ARRAY(arena, struct compare_row, rows->len + 1);
	if (rows->len)
		memcpy(copy, rows->data, rows->len * sizeof *copy);
	report->rows = copy;
	report->count = rows->len;
	for (unsigned i = 0; i < report->count; i++)
		report->differ += !copy[i].allowed;
	g_array_free(rows, TRUE);
	return report;
}
