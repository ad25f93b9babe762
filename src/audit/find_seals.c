/* find_seals: red pictures and red rings, about as wide as high. */
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
static void add_seal(struct sheet *sheet, struct reader_box box)
{
	for (unsigned i = 0; i < sheet->seal_count; i++)
		if (inside(box, sheet->seals[i]) || inside(sheet->seals[i], box)) {
			sheet->seals[i] = reader_union(sheet->seals[i], box);
			return;
		}
	if (sheet->seal_count < G_N_ELEMENTS(sheet->seals))
		sheet->seals[sheet->seal_count++] = box;
}

static int by_row(const void *a, const void *b)
{
	const struct reader_box *one = a, *other = b;
	if (abs(one->top - other->top) > MM(10))
		return one->top < other->top ? -1 : 1;
	return one->left < other->left ? -1 : one->left > other->left;
}

void audit_find_seals(struct audit *audit)
{
	for (unsigned p = 0; p < audit->document->page_count; p++) {
		struct sheet *sheet = &audit->sheets[p];
		for (unsigned i = 0; i < sheet->page->shape_count; i++)
			if (is_seal(&sheet->page->shapes[i]))
				add_seal(sheet, sheet->page->shapes[i].box);
		qsort(sheet->seals, sheet->seal_count, sizeof sheet->seals[0], by_row);
	}
}

/* On the date's page all are its seals. */
void find_seals(struct audit *audit)
{
	int date = line_first(audit, ROLE_DATE);
	if (date == NONE)
		return;
	audit->seals = audit->sheets[audit->lines[date].page].seals;
	audit->seal_count = audit->sheets[audit->lines[date].page].seal_count;
}
