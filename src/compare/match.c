/* match: the characters of two pages that are the same in the same place. */
#include <stdlib.h>
#include <string.h>

#include "compare/compare_int.h"

static int by_place(gconstpointer a, gconstpointer b)
{
	const struct reader_char *one = *(const struct reader_char *const *)a, *other = *(const struct reader_char *const *)b;
	if (one->y != other->y)
		return one->y < other->y ? -1 : 1;
	if (one->x != other->x)
		return one->x < other->x ? -1 : 1;
	return one->code < other->code ? -1 : one->code > other->code;
}

struct side side_open(const struct reader_document *document, unsigned number)
{
	const struct reader_page *page = &document->pages[number];
	struct side side = {document, page, g_ptr_array_sized_new(page->char_count + 1), g_new0(bool, page->char_count + 1)};
	for (unsigned i = 0; i < page->char_count; i++)
		g_ptr_array_add(side.chars, (gpointer)(uintptr_t)&page->chars[i]);
	g_ptr_array_sort(side.chars, by_place);
	return side;
}

void side_close(struct side *side)
{
	g_ptr_array_free(side->chars, TRUE);
	g_free(side->matched);
}

static bool near(len a, len b)
{
	return abs(a - b) <= NEAR;
}

static bool same_box(struct reader_box a, struct reader_box b)
{
	if (reader_is_nothing(a) || reader_is_nothing(b))
		return reader_is_nothing(a) == reader_is_nothing(b);
	return abs(a.left - b.left) <= 2 * NEAR && abs(a.top - b.top) <= 2 * NEAR && abs(a.right - b.right) <= 2 * NEAR &&
		   abs(a.bottom - b.bottom) <= 2 * NEAR;
}

bool same_look(const struct side *a, const struct reader_char *one, const struct side *b, const struct reader_char *other)
{
	return near(one->size, other->size) && one->color == other->color && one->turn == other->turn && one->drawn == other->drawn &&
		   strcmp(a->document->fonts[one->font], b->document->fonts[other->font]) == 0;
}

static bool same(const struct side *a, const struct reader_char *one, const struct side *b, const struct reader_char *other)
{
	return one->code == other->code && near(one->x, other->x) && near(one->y, other->y) && same_box(one->ink, other->ink) &&
		   (one->code == 0 || same_look(a, one, b, other));
}

/* Both are sorted by y: the candidates for one character are those of the other page within NEAR of its baseline, and the first of
 * them only moves down. */
void match_chars(struct side *a, struct side *b)
{
	guint from = 0;
	for (guint i = 0; i < a->chars->len; i++) {
		const struct reader_char *one = a->chars->pdata[i];
		while (from < b->chars->len && ((const struct reader_char *)b->chars->pdata[from])->y < one->y - NEAR)
			from++;
		for (guint k = from; k < b->chars->len && !a->matched[i]; k++) {
			const struct reader_char *other = b->chars->pdata[k];
			if (other->y > one->y + NEAR)
				break;
			if (!b->matched[k] && same(a, one, b, other))
				a->matched[i] = b->matched[k] = true;
		}
	}
}
