/* measure_mark: 发文机关标志, of one organ and of several (7.2.4, 10). */
#include <stdlib.h>

#include "audit/audit_int.h"

/* ---- place, colour, width ---- */

struct finding mark_below_area(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return has_mark(audit) ? finding_mm(audit->mark.top - audit->grid.area.top, 1) : finding_none();
}

struct finding mark_below_page(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return has_mark(audit) ? finding_mm(audit->mark.top, 1) : finding_none();
}

struct finding mark_from_page(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return has_mark(audit) ? finding_mm(audit->mark.bottom, 1) : finding_none();
}

/* A letter's mark may be centred on its rules, which are centred on the page. */
struct finding mark_centre(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (!has_mark(audit))
		return finding_none();
	len middle = (audit->mark.left + audit->mark.right) / 2, off = middle - area_centre(audit);
	len off_page = middle - audit->document->pages[0].width / 2;
	return finding_mm(audit->format == AUDIT_LETTER && abs(off_page) < abs(off) ? off_page : off, 1);
}

struct finding mark_red(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_none();
	(void)row;
	for (int i = line_first(audit, ROLE_MARK); i != NONE; i = line_next(audit, i, ROLE_MARK))
		for (unsigned k = 0; k < audit->lines[i].count; k++) {
			reader_color color = audit->lines[i].chars[k]->color;
			finding_first_failure(&all, finding_check(reader_is_red(color), arena_printf(audit->arena, "#%06X", color), 1));
		}
	return all;
}

struct finding mark_width(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return has_mark(audit) ? finding_mm(audit->mark.right - audit->mark.left, 1) : finding_none();
}

/* ---- wording ---- */

/* What follows the names of several organs stands at their right, wherever its line comes. */
static struct finding mark_wording(const struct audit *audit, const char *pattern)
{
	GString *text = g_string_new(NULL);
	const struct line *rightmost_line = NULL;
	for (int i = line_first(audit, ROLE_MARK); i != NONE; i = line_next(audit, i, ROLE_MARK)) {
		const struct line *line = &audit->lines[i];
		g_string_append(text, line->text);
		rightmost_line = !rightmost_line || line->right > rightmost_line->right ? line : rightmost_line;
	}
	bool ok = text_matches(text->str, pattern) || (rightmost_line && text_matches(rightmost_line->text, pattern));
	const char *seen = text_quoted(audit, text->str);
	g_string_free(text, TRUE);
	return has_mark(audit) ? finding_check(ok, seen, 1) : finding_none();
}

struct finding mark_of_order(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return mark_wording(audit, "(命令|令)$");
}

struct finding mark_of_minutes(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return mark_wording(audit, "纪要$");
}

/* ---- the names of a joint mark (7.2.4) ---- */

#define NAMES_MOST 32

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
