/* measure_joint: what several organs share (7.2.4, 7.3.5): their names in the mark, their signatures, their seals. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define NAMES_MOST 32

/* ---- the names of a joint mark (7.2.4) ---- */

/* A name is the characters of one row; 文件 stands to the right of all. */
struct joint_mark {
	unsigned count;
	struct reader_box names[NAMES_MOST]; /* ink, from top to bottom */
	len uneven;                          /* the greatest difference between two steps of one name */
	struct reader_box document;          /* 文件; nothing: not there */
};

static int by_row(gconstpointer a, gconstpointer b)
{
	const struct reader_char *one = *(const struct reader_char *const *)a, *other = *(const struct reader_char *const *)b;
	if (abs(one->y - other->y) > MIN(one->size, other->size) / 3)
		return one->y < other->y ? -1 : 1;
	return one->x < other->x ? -1 : one->x > other->x;
}

static const struct reader_char *rightmost(const GPtrArray *chars, uint32_t code)
{
	const struct reader_char *best = NULL;
	for (guint i = 0; i < chars->len; i++) {
		const struct reader_char *letter = chars->pdata[i];
		if (!best || letter->x > best->x)
			best = letter;
	}
	return best && best->code == code ? best : NULL;
}

/* 文件 at the right end of all: taken out of the characters. */
static void take_document(GPtrArray *chars, struct joint_mark *mark)
{
	const struct reader_char *last = rightmost(chars, 0x4EF6);
	mark->document = reader_nothing;
	if (!last)
		return;
	g_ptr_array_remove(chars, (gpointer)(uintptr_t)last);
	const struct reader_char *first = rightmost(chars, 0x6587);
	if (!first) {
		g_ptr_array_add(chars, (gpointer)(uintptr_t)last);
		return;
	}
	g_ptr_array_remove(chars, (gpointer)(uintptr_t)first);
	mark->document = reader_union(first->ink, last->ink);
}

static void take_name(const struct reader_char *const *chars, unsigned count, struct joint_mark *mark)
{
	struct reader_box name = reader_nothing;
	len least = LEN_MAX, most = 0;
	for (unsigned i = 0; i < count; i++) {
		name = reader_union(name, chars[i]->ink);
		len step = i ? chars[i]->x - chars[i - 1]->x : 0;
		least = i ? MIN(least, step) : least;
		most = MAX(most, step);
	}
	if (count > 2)
		mark->uneven = MAX(mark->uneven, most - least);
	if (mark->count < NAMES_MOST)
		mark->names[mark->count++] = name;
}

/* false: one organ's mark, or none. */
static bool read_mark(const struct audit *audit, struct joint_mark *mark)
{
	GPtrArray *chars = g_ptr_array_new();
	unsigned from = 0;
	*mark = (struct joint_mark){.count = 0};
	for (int i = line_first(audit, ROLE_MARK); i != NONE; i = line_next(audit, i, ROLE_MARK))
		for (unsigned k = 0; k < audit->lines[i].count; k++)
			g_ptr_array_add(chars, (gpointer)(uintptr_t)audit->lines[i].chars[k]);
	take_document(chars, mark);
	g_ptr_array_sort(chars, by_row);
	const struct reader_char *const *all = (const struct reader_char *const *)chars->pdata;
	for (unsigned i = 1; i <= chars->len; i++)
		if (i == chars->len || all[i]->y - all[i - 1]->y > all[i]->size / 3) {
			take_name(all + from, i - from, mark);
			from = i;
		}
	g_ptr_array_free(chars, TRUE);
	return mark->count > 1;
}

struct finding joint_width(const struct audit *audit, const struct clause *row)
{
	struct joint_mark mark;
	len left = 0, right = 0;
	(void)row;
	if (!read_mark(audit, &mark))
		return finding_optional();
	for (unsigned i = 1; i < mark.count; i++) {
		left = MAX(left, abs(mark.names[i].left - mark.names[0].left));
		right = MAX(right, abs(mark.names[i].right - mark.names[0].right));
	}
	return finding_mm(MAX(left, right), 1);
}

struct finding joint_spread(const struct audit *audit, const struct clause *row)
{
	struct joint_mark mark;
	(void)row;
	return read_mark(audit, &mark) ? finding_mm(mark.uneven, 1) : finding_optional();
}

struct finding joint_rows(const struct audit *audit, const struct clause *row)
{
	struct joint_mark mark;
	len least = LEN_MAX, most = 0;
	(void)row;
	if (!read_mark(audit, &mark) || mark.count < 3)
		return finding_optional();
	for (unsigned i = 1; i < mark.count; i++) {
		len step = (mark.names[i].top + mark.names[i].bottom - mark.names[i - 1].top - mark.names[i - 1].bottom) / 2;
		least = MIN(least, step);
		most = MAX(most, step);
	}
	return finding_mm(most - least, 1);
}

struct finding joint_document(const struct audit *audit, const struct clause *row)
{
	struct joint_mark mark;
	(void)row;
	if (!read_mark(audit, &mark) || reader_is_nothing(mark.document))
		return finding_optional();
	len names = (mark.names[0].top + mark.names[mark.count - 1].bottom) / 2;
	return finding_mm((mark.document.top + mark.document.bottom) / 2 - names, 1);
}

/* ---- seals (7.3.5.1) ---- */

static unsigned seal_page(const struct audit *audit)
{
	return audit->lines[line_first(audit, ROLE_DATE)].page + 1;
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

/* ---- signatures without seals (7.3.5.2) ---- */

struct finding names_down(const struct audit *audit, const struct clause *row)
{
	unsigned count = 0, failures = 0;
	const struct line *above = NULL;
	(void)row;
	if (audit->seal_count)
		return finding_optional();
	for (int i = line_first(audit, ROLE_SIGNATURE); i != NONE; i = line_next(audit, i, ROLE_SIGNATURE), count++) {
		const struct line *line = &audit->lines[i];
		len step = above ? line->baseline - above->baseline : 0;
		bool aligned = above && (abs(line->left - above->left) <= MM(1) || abs(line->right - above->right) <= MM(1) ||
								 abs(line->left + line->right - above->left - above->right) <= MM(2));
		failures += above && (step < MM(8) || step > MM(12.5) || !aligned);
		above = line;
	}
	if (count < 2)
		return finding_optional();
	return finding_check(failures == 0, arena_printf(audit->arena, "%u", count), above->page + 1);
}
