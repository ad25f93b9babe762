/* measure_letter: a letter's double lines and what they bound (10.1). */
#include "audit/audit_int.h"

/* ---- the double lines ---- */

struct finding letter_rule_gap(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule && has_mark(audit) ? finding_mm(rule->box.top - audit->mark.bottom, 1) : finding_none();
}

static len thickness(const struct reader_shape *rule)
{
	return rule->box.bottom - rule->box.top;
}

static struct finding double_line(const struct audit *audit, const struct reader_shape *const *rules, unsigned count,
								  bool thick_first)
{
	if (!count)
		return finding_none();
	if (count != 2)
		return finding_check(false, arena_printf(audit->arena, "%u", count), 1);
	len above = thickness(rules[0]), below = thickness(rules[1]);
	bool ok = (thick_first ? above > below : above < below) && reader_is_red(rules[0]->color) && reader_is_red(rules[1]->color);
	return finding_check(
		ok, arena_printf(audit->arena, "%.2f + %.2f mm #%06X", len_to_mm(above), len_to_mm(below), rules[0]->color), 1);
}

struct finding letter_rule_kind(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return double_line(audit, audit->rules, audit->rule_count, true);
}

struct finding letter_foot_kind(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return double_line(audit, audit->foot_rules, audit->foot_rule_count, false);
}

/* Of the two double lines the thicker or the thinner ones; a line that is alone says nothing. */
static struct finding worst_thickness(const struct audit *audit, const struct clause *row, bool thick)
{
	struct finding worst = finding_none();
	const struct reader_shape *const *pairs[] = {audit->rules, audit->foot_rules};
	unsigned counts[] = {audit->rule_count, audit->foot_rule_count};
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		if (counts[i] != 2)
			continue;
		len one = thickness(pairs[i][0]), other = thickness(pairs[i][1]);
		finding_worst(&worst, row, finding_pt(thick ? MAX(one, other) : MIN(one, other), 1));
	}
	return worst;
}

struct finding letter_rule_thick(const struct audit *audit, const struct clause *row)
{
	return worst_thickness(audit, row, true);
}

struct finding letter_rule_thin(const struct audit *audit, const struct clause *row)
{
	return worst_thickness(audit, row, false);
}

struct finding letter_foot_place(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (!audit->foot_rule_count)
		return finding_none();
	return finding_mm(audit->document->pages[0].height - audit->foot_rules[audit->foot_rule_count - 1]->box.bottom, 1);
}

struct finding letter_rule_width(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (unsigned i = 0; i < audit->rule_count; i++)
		finding_worst(&worst, row, finding_mm(audit->rules[i]->box.right - audit->rules[i]->box.left, 1));
	for (unsigned i = 0; i < audit->foot_rule_count; i++)
		finding_worst(&worst, row, finding_mm(audit->foot_rules[i]->box.right - audit->foot_rules[i]->box.left, 1));
	return worst;
}

struct finding letter_rule_centre(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	len middle = audit->document->pages[0].width / 2;
	for (unsigned i = 0; i < audit->rule_count; i++)
		finding_worst(&worst, row, finding_mm((audit->rules[i]->box.right + audit->rules[i]->box.left) / 2 - middle, 1));
	for (unsigned i = 0; i < audit->foot_rule_count; i++)
		finding_worst(&worst, row,
					  finding_mm((audit->foot_rules[i]->box.right + audit->foot_rules[i]->box.left) / 2 - middle, 1));
	return worst;
}

/* ---- below the first, above the second ---- */

/* Copy number, secrecy, urgency and number below the double line. */
static bool is_letter_label(const struct line *line)
{
	return line->page == 0 && (line->role == ROLE_COPY_NUMBER || line->role == ROLE_SECRECY || line->role == ROLE_URGENCY ||
							   line->role == ROLE_NUMBER);
}

struct finding letter_first(const struct audit *audit, const struct clause *row)
{
	(void)row;
	for (unsigned i = 0; audit->rule_count && i < audit->line_count; i++)
		if (is_letter_label(&audit->lines[i]))
			return finding_mm(audit->lines[i].top - audit->rules[audit->rule_count - 1]->box.bottom, 1);
	return finding_none();
}

struct finding letter_number_right(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_NUMBER);
	(void)row;
	return line ? finding_mm(audit->grid.area.right - line->right, 1) : finding_none();
}

struct finding letter_last(const struct audit *audit, const struct clause *row)
{
	len bottom = 0;
	(void)row;
	if (!audit->foot_rule_count || !audit->document->page_count)
		return finding_none();
	for (unsigned i = audit->sheets[0].first; i < audit->sheets[0].end; i++)
		if (audit->lines[i].role != ROLE_FOLIO && audit->lines[i].bottom < audit->foot_rules[0]->box.bottom)
			bottom = MAX(bottom, audit->lines[i].bottom);
	return bottom ? finding_mm(audit->foot_rules[0]->box.top - bottom, 1) : finding_none();
}

struct finding letter_title_gap(const struct audit *audit, const struct clause *row)
{
	len bottom = audit->rule_count ? audit->rules[audit->rule_count - 1]->box.bottom : 0;
	(void)row;
	for (unsigned i = 0; i < audit->line_count; i++)
		if (is_letter_label(&audit->lines[i]))
			bottom = MAX(bottom, audit->lines[i].bottom);
	return bottom && audit->title != NONE ? finding_mm(audit->lines[audit->title].top - bottom, 1) : finding_none();
}
