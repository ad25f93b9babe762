/* find_stamps: signature stamps (签名章, 7.3.5.3): red, wider than high, in the right half above the date; and the office left of each. */
#include <stdlib.h>

#include "audit/audit_int.h"

static const struct line *the_date(const struct audit *audit)
{
	int i = line_first(audit, ROLE_DATE);
	return i == NONE ? NULL : &audit->lines[i];
}

static bool is_stamp(const struct reader_shape *shape, const struct line *date, len page_width)
{
	len width = shape->box.right - shape->box.left, height = shape->box.bottom - shape->box.top;
	bool wide = width >= MM(12) && width <= MM(80) && height >= MM(5) && height <= MM(30) && width > height * 5 / 4;
	return shape->kind != READER_RULE && reader_is_red(shape->color) && wide && shape->box.bottom < date->bottom &&
		   shape->box.left > page_width / 3;
}

static int by_top(const void *a, const void *b)
{
	const struct reader_box *one = a, *other = b;
	return one->top < other->top ? -1 : one->top > other->top;
}

/* Parts of one stamp that meet are one. */
static unsigned add_stamp(struct reader_box *stamps, unsigned count, struct reader_box box)
{
	for (unsigned i = 0; i < count; i++)
		if (!reader_is_nothing(reader_intersection(stamps[i], box))) {
			stamps[i] = reader_union(stamps[i], box);
			return count;
		}
	if (count < AUDIT_STAMPS)
		stamps[count++] = box;
	return count;
}

/* From top to bottom, the last within three lines of the date and each within that of the next. */
static unsigned collect(const struct audit *audit, struct reader_box *stamps)
{
	const struct line *date = the_date(audit);
	unsigned count = 0, first;
	if (!date)
		return 0;
	const struct reader_page *page = &audit->document->pages[date->page];
	for (unsigned i = 0; i < page->shape_count; i++)
		if (is_stamp(&page->shapes[i], date, page->width))
			count = add_stamp(stamps, count, page->shapes[i].box);
	if (!count)
		return 0;
	qsort(stamps, count, sizeof *stamps, by_top);
	for (first = count; first > 0; first--)
		if ((first == count ? date->top : stamps[first].top) - stamps[first - 1].bottom > MM(30))
			break;
	for (unsigned i = first; i < count; i++)
		stamps[i - first] = stamps[i];
	return count - first;
}

/* Nearer to the height of the stamp's middle; of one row nearer to the stamp. */
static bool is_nearer(const struct line *one, const struct line *other, len middle)
{
	if (line_same_row(one, other))
		return one->right > other->right;
	return abs(one->middle - middle) < abs(other->middle - middle);
}

/* The office: the line to the left of the stamp that is nearest to its middle. */
static int office_of(const struct audit *audit, struct reader_box stamp)
{
	const struct line *date = the_date(audit);
	int best = NONE;
	len middle = (stamp.top + stamp.bottom) / 2;
	for (unsigned i = audit->sheets[date->page].first; i < audit->sheets[date->page].end; i++) {
		const struct line *line = &audit->lines[i];
		bool beside = line != date && line->role == ROLE_NONE && line->right <= stamp.left + MM(1) &&
					  line->middle >= stamp.top - MM(5) && line->middle <= stamp.bottom + MM(5) &&
					  line->left > audit->grid.area.left + 3 * CHARACTER;
		if (beside && (best == NONE || is_nearer(line, &audit->lines[best], middle)))
			best = (int)i;
	}
	return best;
}

void find_stamps(struct audit *audit)
{
	audit->stamp_count = collect(audit, audit->stamps);
	for (unsigned i = 0; i < audit->stamp_count; i++) {
		audit->offices[i] = office_of(audit, audit->stamps[i]);
		if (audit->offices[i] != NONE)
			audit->lines[audit->offices[i]].role = ROLE_OFFICE;
	}
}
