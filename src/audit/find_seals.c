/* find_seals: red pictures and red rings, about as wide as high, near the signature or on its page. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define SEAL_LEAST MM(25)
#define SEAL_MOST  MM(75)

static bool is_seal(const struct reader_shape *shape)
{
	len width = shape->box.right - shape->box.left, height = shape->box.bottom - shape->box.top;
	return shape->kind != READER_RULE && reader_is_red(shape->color) && width >= SEAL_LEAST && width <= SEAL_MOST &&
		   height >= SEAL_LEAST && height <= SEAL_MOST && abs(width - height) <= width / 6;
}

static bool inside(struct reader_box a, struct reader_box b)
{
	return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

/* Rings in rings are one seal. */
static void add_seal(struct audit *audit, struct reader_box box)
{
	for (unsigned i = 0; i < audit->seal_count; i++)
		if (inside(box, audit->seals[i]) || inside(audit->seals[i], box)) {
			audit->seals[i] = reader_union(audit->seals[i], box);
			return;
		}
	if (audit->seal_count < G_N_ELEMENTS(audit->seals))
		audit->seals[audit->seal_count++] = box;
}

static int by_row(const void *a, const void *b)
{
	const struct reader_box *one = a, *other = b;
	if (abs(one->top - other->top) > MM(10))
		return one->top < other->top ? -1 : 1;
	return one->left < other->left ? -1 : one->left > other->left;
}

void find_seals(struct audit *audit)
{
	int date = line_first(audit, ROLE_DATE);
	if (date == NONE)
		return;
	const struct reader_page *page = &audit->document->pages[audit->lines[date].page];
	for (unsigned i = 0; i < page->shape_count; i++)
		if (is_seal(&page->shapes[i]) && !(audit->lines[date].page == 0 && page->shapes[i].box.bottom < page->height / 3))
			add_seal(audit, page->shapes[i].box);
	qsort(audit->seals, audit->seal_count, sizeof audit->seals[0], by_row);
}
