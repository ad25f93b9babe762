/* measure_page: sheet, type area and the grid of the text (clauses 5 and 6). */
#include <math.h>
#include <stdlib.h>

#include "audit/audit_int.h"

struct finding page_width(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (unsigned i = 0; i < audit->document->page_count; i++)
		finding_worst(&worst, row, finding_mm(audit->document->pages[i].width, i + 1));
	return worst;
}

struct finding page_height(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (unsigned i = 0; i < audit->document->page_count; i++)
		finding_worst(&worst, row, finding_mm(audit->document->pages[i].height, i + 1));
	return worst;
}

struct finding margin_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return audit->grid.has_edges ? finding_mm(audit->grid.area.left, 0) : finding_none();
}

struct finding margin_left_even(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return audit->mirrored ? finding_mm(audit->even_left, 2) : finding_optional();
}

struct finding margin_top(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return audit->grid.has_top ? finding_mm(audit->grid.area.top, 0) : finding_none();
}

/* ---- what lies outside (6.1) ---- */

static len beyond(struct reader_box box, struct reader_box area)
{
	len most = 0;
	if (reader_is_nothing(box))
		return 0;
	most = MAX(most, area.left - box.left);
	most = MAX(most, box.right - area.right);
	most = MAX(most, area.top - box.top);
	return MAX(most, box.bottom - area.bottom);
}

/* A letter's mark and double lines are placed from the page's edges (10.1). */
static bool may_be_outside(const struct audit *audit, const struct line *line)
{
	return line->role == ROLE_FOLIO || (audit->format == AUDIT_LETTER && line->role == ROLE_MARK);
}

static bool is_letter_rule(const struct audit *audit, const struct reader_shape *rule)
{
	for (unsigned i = 0; i < 4; i++)
		if (rule == audit->rules[i] || rule == audit->foot_rules[i])
			return audit->format == AUDIT_LETTER;
	return false;
}

struct finding outside(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (unsigned i = 0; i < audit->line_count; i++)
		if (!may_be_outside(audit, &audit->lines[i]))
			finding_worst(&worst, row, finding_mm(beyond(audit->lines[i].ink, audit->grid.area), audit->lines[i].page + 1));
	for (unsigned p = 0; p < audit->document->page_count; p++) {
		const struct sheet *sheet = &audit->sheets[p];
		for (unsigned i = 0; i < sheet->rule_count; i++)
			if (!is_letter_rule(audit, &sheet->rules[i]))
				finding_worst(&worst, row, finding_mm(beyond(sheet->rules[i].box, audit->grid.area), p + 1));
		for (unsigned i = 0; i < sheet->table_count; i++)
			finding_worst(&worst, row, finding_mm(beyond(sheet->tables[i], audit->grid.area), p + 1));
	}
	return worst;
}

/* ---- the text ---- */

struct finding body_size(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return audit->grid.found ? finding_pt(audit->grid.size, 0) : finding_none();
}

/* What most lines of the text are set in. */
struct finding body_face(const struct audit *audit, const struct clause *row)
{
	unsigned counts[FACE_OTHER + 1] = {0};
	enum face most = FACE_UNKNOWN;
	(void)row;
	for (int i = line_first(audit, ROLE_TEXT); i != NONE; i = line_next(audit, i, ROLE_TEXT))
		counts[audit->lines[i].face]++;
	for (enum face face = FACE_UNKNOWN; face <= FACE_OTHER; face++)
		if (counts[face] > counts[most])
			most = face;
	return most == FACE_UNKNOWN ? finding_none() : finding_check(most == FACE_FANGSONG, face_name(most), 0);
}

static struct finding color_of_line(const struct audit *audit, const struct line *line)
{
	for (unsigned i = 0; i < line->count; i++)
		if (!reader_is_black(line->chars[i]->color))
			return finding_check(false, arena_printf(audit->arena, "#%06X “%s”", line->chars[i]->color, line->text),
								 line->page + 1);
	return finding_check(true, "#000000", 0);
}

struct finding body_color(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_none();
	(void)row;
	for (unsigned i = 0; i < audit->line_count; i++)
		if (audit->lines[i].role != ROLE_MARK)
			finding_first_failure(&all, color_of_line(audit, &audit->lines[i]));
	return all;
}

/* ---- the grid (5.2.3) ---- */

/* A line that goes on in the next one of its paragraph. */
static bool is_full(const struct audit *audit, unsigned i)
{
	const struct line *line = &audit->lines[i], *next = line + 1;
	enum role role = line->role;
	if ((role != ROLE_TEXT && role != ROLE_ANNEX_TEXT) || i + 1 >= audit->line_count)
		return false;
	while (next < audit->lines + audit->line_count && next->role == ROLE_FOLIO)
		next++;
	return next < audit->lines + audit->line_count && next->role == role && line_is_body(audit, line) &&
		   line_is_body(audit, next) && abs(line_start(next, audit->grid.area.left) - audit->grid.area.left) <= MM(1) &&
		   line->right > audit->grid.area.right - 2 * CHARACTER;
}

static int by_value(gconstpointer a, gconstpointer b)
{
	double one = *(const double *)a, other = *(const double *)b;
	return one < other ? -1 : one > other;
}

static double middle_of(GArray *values)
{
	g_array_sort(values, by_value);
	return g_array_index(values, double, values->len / 2);
}

/* How many characters a line takes whose Han stand as far apart as in this one; 0: too few to tell. */
static double characters_of(const struct audit *audit, const struct line *line)
{
	GArray *steps = g_array_new(FALSE, FALSE, sizeof(double));
	double count = 0, width = line->right - audit->grid.area.left;
	for (unsigned i = 1; i < line->count; i++) {
		double step = line->chars[i]->x - line->chars[i - 1]->x;
		if (code_is_han(line->chars[i]->code) && code_is_han(line->chars[i - 1]->code))
			g_array_append_val(steps, step);
	}
	if (steps->len >= 8)
		count = (width - line->size) / middle_of(steps) + 1;
	g_array_free(steps, TRUE);
	return count;
}

struct finding characters(const struct audit *audit, const struct clause *row)
{
	GArray *counts = g_array_new(FALSE, FALSE, sizeof(double));
	struct finding finding = finding_none();
	(void)row;
	for (unsigned i = 0; i < audit->line_count; i++) {
		double count = is_full(audit, i) && code_is_han(audit->lines[i].chars[audit->lines[i].count - 1]->code)
						   ? characters_of(audit, &audit->lines[i])
						   : 0;
		if (count > 0)
			g_array_append_val(counts, count);
	}
	if (counts->len)
		finding = finding_count(middle_of(counts), 0);
	g_array_free(counts, TRUE);
	return finding;
}

/* The last line of a page that is no page number. */
static int last_line(const struct audit *audit, unsigned page)
{
	for (unsigned i = audit->sheets[page].end; i-- > audit->sheets[page].first;)
		if (audit->lines[i].role != ROLE_FOLIO)
			return (int)i;
	return NONE;
}

/* 7.3.5.5: where seal and date would not fit, the pitch may be changed; by a tenth at the most (G-49). */
static bool is_pitch_changed(const struct audit *audit)
{
	len change = abs(audit->grid.pitch - GRID_PITCH);
	bool signed_here = audit->seal_count || line_first(audit, ROLE_DATE) != NONE;
	return signed_here && !audit->grid.reading_b && change > PT(0.1) && change <= GRID_PITCH / 10 + PT(0.01);
}

#define GIVEN_AWAY 20

/* Lines of a page of nothing but text that a paragraph fills to the end; 0: it is not such a page. */
static double count_lines(const struct audit *audit, unsigned page)
{
	int last = last_line(audit, page), date = line_first(audit, ROLE_DATE);
	const struct line *first = &audit->lines[audit->sheets[page].first];
	if (last == NONE || !is_full(audit, (unsigned)last) || first->role != ROLE_TEXT || audit->sheets[page].table_count)
		return 0;
	double count = round((double)(audit->lines[last].baseline - first->baseline) / audit->grid.pitch) + 1;
	bool given_away = date != NONE && audit->lines[date].page == page + 1 && count < GIVEN_AWAY; /* to the seal (7.3.5.5) */
	return given_away ? 0 : count;
}

struct finding lines_a_page(const struct audit *audit, const struct clause *row)
{
	double most = 0, wanted = row->least;
	unsigned where = 0;
	for (unsigned p = 1; audit->grid.pitch && p + 1 < audit->document->page_count; p++) {
		double count = count_lines(audit, p);
		if (count > most)
			where = p + 1;
		most = fmax(most, count);
	}
	if (!where)
		return finding_none();
	if (is_pitch_changed(audit))
		wanted = floor((double)(MM(225) + PT(0.5)) / audit->grid.pitch);
	return finding_check(most == row->least || most == wanted, arena_printf(audit->arena, "%.0f", most), where);
}

struct finding measure_width(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (unsigned i = 0; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i];
		if (is_full(audit, i) && code_is_han(line->chars[line->count - 1]->code))
			finding_worst(&worst, row, finding_mm(line->right - audit->grid.area.left, line->page + 1));
	}
	return worst;
}

struct finding pitch(const struct audit *audit, const struct clause *row)
{
	if (!audit->grid.pitch)
		return finding_none();
	double value = round(len_to_pt(audit->grid.pitch) * 100) / 100;
	bool ok = (value >= row->least && value <= row->most) || is_pitch_changed(audit);
	return finding_check(ok, arena_printf(audit->arena, "%.2f pt", value), 0);
}

struct finding first_and_last_line(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (unsigned i = 0; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i];
		len out = MAX(0, MAX(audit->grid.area.top - line->top, line->bottom - audit->grid.area.bottom));
		if (line->role == ROLE_TEXT)
			finding_worst(&worst, row, finding_mm(out, line->page + 1));
	}
	return worst;
}
