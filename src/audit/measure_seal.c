/* measure_seal: seals: size, place, and how several stand together (7.3.5.1). */
#include <stdlib.h>

#include "audit/audit_int.h"

/* Without a seal: not found, unless the layout is that of a document without one. */
static struct finding no_seal(const struct audit *audit)
{
	return layout_of(audit) == LAYOUT_UNSEALED || audit->stamp_count ? finding_optional() : finding_none();
}

/* From 1. */
static unsigned seal_page(const struct audit *audit)
{
	return line_of(audit, ROLE_DATE)->page + 1;
}

/* ---- a seal ---- */

struct finding seal_size(const struct audit *audit, const struct clause *row)
{
	struct finding all = no_seal(audit);
	(void)row;
	for (unsigned i = 0; i < audit->seal_count; i++) {
		struct reader_box seal = audit->seals[i];
		double size = len_to_mm(MAX(seal.right - seal.left, seal.bottom - seal.top));
		bool ok = size <= 46 || (size >= 49 && size <= 51) || (size >= 59 && size <= 61);
		finding_first_failure(&all, finding_check(ok, arena_printf(audit->arena, "%.1f mm", size), seal_page(audit)));
	}
	return all;
}

/* The seal on signature and date: of several the last. */
struct finding seal_centre(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE);
	(void)row;
	if (!audit->seal_count || !date)
		return no_seal(audit);
	struct reader_box seal = audit->seals[audit->seal_count - 1];
	return finding_mm((seal.left + seal.right - date->left - date->right) / 2, date->page + 1);
}

struct finding seal_covers(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (!audit->seal_count || !date || !name)
		return no_seal(audit);
	struct reader_box seal = audit->seals[audit->seal_count - 1];
	len centre = (seal.top + seal.bottom) / 2;
	bool ok = name->middle >= centre && date->bottom <= seal.bottom + MM(0.5);
	return finding_check(
		ok,
		arena_printf(audit->arena, "%+.1f … %+.1f mm", len_to_mm(name->middle - centre), len_to_mm(date->bottom - seal.bottom)),
		date->page + 1);
}

struct finding seal_top(const struct audit *audit, const struct clause *row)
{
	len above = 0;
	(void)row;
	if (!audit->seal_count)
		return no_seal(audit);
	unsigned page = seal_page(audit);
	for (unsigned i = audit->sheets[page - 1].first; i < audit->sheets[page - 1].end; i++)
		if (audit->lines[i].role == ROLE_TEXT || audit->lines[i].role == ROLE_ANNEX_NOTE)
			above = MAX(above, audit->lines[i].bottom);
	return above ? finding_mm(audit->seals[0].top - above, page) : finding_none();
}

/* ---- several ---- */

struct finding seals_apart(const struct audit *audit, const struct clause *row)
{
	bool ok = true;
	(void)row;
	if (audit->seal_count < 2)
		return finding_optional();
	for (unsigned i = 0; i < audit->seal_count; i++) {
		ok = ok && audit->seals[i].left >= audit->grid.area.left - MM(1) &&
			 audit->seals[i].right <= audit->grid.area.right + MM(1);
		for (unsigned k = 0; k < i; k++)
			ok = ok && reader_is_nothing(reader_intersection(audit->seals[i], audit->seals[k]));
	}
	return finding_check(ok, arena_printf(audit->arena, "%u", audit->seal_count), seal_page(audit));
}

static len middle_x(struct reader_box box)
{
	return (box.left + box.right) / 2;
}

static len middle_y(struct reader_box box)
{
	return (box.top + box.bottom) / 2;
}

static bool in_one_row(struct reader_box a, struct reader_box b)
{
	return abs(middle_y(a) - middle_y(b)) < MM(10);
}

/* Seals of one row stand on one line, and as far from one another as those of every row. */
struct finding seals_even(const struct audit *audit, const struct clause *row)
{
	len least = LEN_MAX, most = 0, off = 0;
	(void)row;
	if (audit->seal_count < 2)
		return finding_optional();
	for (unsigned i = 1; i < audit->seal_count; i++) {
		if (!in_one_row(audit->seals[i], audit->seals[i - 1]))
			continue;
		len step = middle_x(audit->seals[i]) - middle_x(audit->seals[i - 1]);
		least = MIN(least, step);
		most = MAX(most, step);
		off = MAX(off, abs(middle_y(audit->seals[i]) - middle_y(audit->seals[i - 1])));
	}
	return finding_mm(MAX(most > least ? most - least : 0, off), seal_page(audit));
}

struct finding seals_in_rows(const struct audit *audit, const struct clause *row)
{
	unsigned count = 1, most = 1;
	(void)row;
	if (audit->seal_count < 2)
		return finding_optional();
	for (unsigned i = 1; i < audit->seal_count; i++) {
		count = in_one_row(audit->seals[i], audit->seals[i - 1]) ? count + 1 : 1;
		most = MAX(most, count);
	}
	return finding_count(most, seal_page(audit));
}

/* How far the name under a seal is from its middle; LEN_MAX: it has none. */
static len name_off(const struct audit *audit, struct reader_box seal)
{
	len best = LEN_MAX;
	for (int i = line_first(audit, ROLE_SIGNATURE); i != NONE; i = line_next(audit, i, ROLE_SIGNATURE)) {
		const struct line *line = &audit->lines[i];
		len left, right;
		if (line->page + 1 == seal_page(audit) && line->middle > seal.top && line->middle < seal.bottom &&
			line_piece_at(line, middle_x(seal), &left, &right))
			best = MIN(best, abs((left + right) / 2 - middle_x(seal)));
	}
	return best;
}

struct finding seals_on_names(const struct audit *audit, const struct clause *row)
{
	len worst = 0;
	(void)row;
	if (audit->seal_count < 2)
		return finding_optional();
	for (unsigned i = 0; i < audit->seal_count; i++)
		worst = MAX(worst, name_off(audit, audit->seals[i]));
	const char *seen = worst == LEN_MAX ? "—" : arena_printf(audit->arena, "%.2f mm", len_to_mm(worst));
	return finding_check(worst <= MM(1.5), seen, seal_page(audit));
}
