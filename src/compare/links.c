/* links: those that one page has and the other has not, by where one clicks and where it leads. */
#include <stdlib.h>
#include <string.h>

#include "compare/compare_int.h"

static int by_place(gconstpointer a, gconstpointer b)
{
	const struct reader_link *one = *(const struct reader_link *const *)a, *other = *(const struct reader_link *const *)b;
	if (one->box.top != other->box.top)
		return one->box.top < other->box.top ? -1 : 1;
	if (one->box.left != other->box.left)
		return one->box.left < other->box.left ? -1 : 1;
	return strcmp(one->to, other->to);
}

static GPtrArray *sorted(const struct reader_page *page)
{
	GPtrArray *links = g_ptr_array_sized_new(page->link_count + 1);
	for (unsigned i = 0; i < page->link_count; i++)
		g_ptr_array_add(links, (gpointer)(uintptr_t)&page->links[i]);
	g_ptr_array_sort(links, by_place);
	return links;
}

static bool same_place(const struct reader_link *a, const struct reader_link *b)
{
	return abs(a->box.left - b->box.left) <= NEAR && abs(a->box.top - b->box.top) <= NEAR &&
		   abs(a->box.right - b->box.right) <= NEAR && abs(a->box.bottom - b->box.bottom) <= NEAR;
}

/* Both are in the order of their places, so what stands first in one and later in the other is missing there. */
void compare_links(const struct reader_page *a, const struct reader_page *b, unsigned page, GArray *rows)
{
	GPtrArray *links_a = sorted(a), *links_b = sorted(b);
	for (guint i = 0, k = 0; i < links_a->len || k < links_b->len;) {
		const struct reader_link *one = i < links_a->len ? links_a->pdata[i] : NULL;
		const struct reader_link *other = k < links_b->len ? links_b->pdata[k] : NULL;
		bool pair = one && other && same_place(one, other);
		const struct reader_link *take_a = pair || !other || (one && by_place(&one, &other) < 0) ? one : NULL;
		const struct reader_link *take_b = pair || !take_a ? other : NULL;
		i += take_a != NULL;
		k += take_b != NULL;
		if (pair && strcmp(one->to, other->to) == 0)
			continue;
		struct compare_row row = {
			.page = page, .kind = COMPARE_LINK, .a = take_a ? take_a->to : "", .b = take_b ? take_b->to : ""};
		row.x = (take_a ? take_a : take_b)->box.left;
		row.y = (take_a ? take_a : take_b)->box.top;
		g_array_append_val(rows, row);
	}
	g_ptr_array_free(links_a, TRUE);
	g_ptr_array_free(links_b, TRUE);
}
