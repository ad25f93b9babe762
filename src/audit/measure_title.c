/* measure_title: title (7.3.1), addressees (7.3.2), and where an order's text begins (10.2). */
#include <stdlib.h>

#include "audit/audit_int.h"

/* ---- title (7.3.1) ---- */

struct finding title_gap(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->title == NONE || !audit->rule_count)
		return finding_none();
	return finding_mm(audit->lines[audit->title].top - audit->rules[audit->rule_count - 1]->box.bottom, 1);
}

struct finding title_size(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = audit->title; i < audit->title_end; i++)
		finding_worst(&worst, row, finding_pt(audit->lines[i].size, 1));
	return worst;
}

struct finding title_face(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_none();
	(void)row;
	for (int i = audit->title; i < audit->title_end; i++)
		if (audit->lines[i].face != FACE_UNKNOWN)
			finding_first_failure(&all,
								  finding_check(audit->lines[i].face == FACE_XIAOBIAOSONG, face_name(audit->lines[i].face), 1));
	return all;
}

struct finding title_centre(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = audit->title; i < audit->title_end; i++)
		finding_worst(&worst, row, finding_mm(line_off_centre(&audit->lines[i], area_centre(audit)), 1));
	return worst;
}

/* Lengths rise, fall, or rise and then fall; two neighbours in a row are not all alike. */
struct finding title_shape(const struct audit *audit, const struct clause *row)
{
	bool fell = false, rose_again = false, differs = false;
	GString *seen = g_string_new(NULL);
	(void)row;
	for (int i = audit->title; i < audit->title_end; i++) {
		const struct line *line = &audit->lines[i];
		len width = line->right - line->left;
		g_string_append_printf(seen, "%s%.1f", i == audit->title ? "" : " ", (double)width / line->size);
		if (i == audit->title)
			continue;
		len change = width - (line[-1].right - line[-1].left);
		differs = differs || abs(change) > line->size / 2;
		rose_again = rose_again || (fell && change > line->size / 2);
		fell = fell || change < -line->size / 2;
	}
	const char *widths = arena_string(audit->arena, seen->str);
	g_string_free(seen, TRUE);
	if (audit->title == NONE)
		return finding_none();
	return audit->title_end - audit->title == 1 ? finding_optional() : finding_check(differs && !rose_again, widths, 1);
}

/* ---- addressees (7.3.2) ---- */

struct finding addressee_left(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = line_first(audit, ROLE_ADDRESSEE); i != NONE; i = line_next(audit, i, ROLE_ADDRESSEE))
		finding_worst(
			&worst, row,
			finding_mm(line_start(&audit->lines[i], audit->grid.area.left) - audit->grid.area.left, audit->lines[i].page + 1));
	return worst;
}

struct finding addressee_end(const struct audit *audit, const struct clause *row)
{
	int last = line_last(audit, ROLE_ADDRESSEE);
	(void)row;
	if (last == NONE)
		return finding_none();
	return finding_check(g_str_has_suffix(audit->lines[last].text, "："), text_quoted(audit, audit->lines[last].text), 1);
}

struct finding addressee_gap(const struct audit *audit, const struct clause *row)
{
	int first = line_first(audit, ROLE_ADDRESSEE);
	(void)row;
	if (first == NONE || audit->title == NONE)
		return finding_none();
	return finding_mm(audit->lines[first].top - audit->lines[audit->title_end - 1].bottom, 1);
}

struct finding order_text_gap(const struct audit *audit, const struct clause *row)
{
	int number = line_first(audit, ROLE_NUMBER), text = line_first(audit, ROLE_TEXT);
	(void)row;
	if (number == NONE || text == NONE || audit->lines[text].page != 0)
		return finding_none();
	return finding_mm(audit->lines[text].top - audit->lines[number].bottom, 1);
}
