/* measure_head: what stands above the title (7.2), and the heads of letters, orders, minutes and briefs (10). */
#include <stdlib.h>
#include <string.h>

#include "audit/audit_int.h"

/* ---- helpers ---- */

static len centre_of(const struct audit *audit)
{
	return (audit->grid.area.left + audit->grid.area.right) / 2;
}

static const struct line *the(const struct audit *audit, enum role role)
{
	int i = line_first(audit, role);
	return i == NONE ? NULL : &audit->lines[i];
}

static const char *quoted(const struct audit *audit, const char *text)
{
	return arena_printf(audit->arena, "“%s”", text);
}

static struct finding from_left(const struct audit *audit, const struct line *line)
{
	return line ? finding_mm(line_start(line, audit->grid.area.left) - audit->grid.area.left, line->page + 1)
				: finding_optional();
}

static struct finding face_and_size(const struct audit *audit, const struct line *line, enum face face)
{
	if (!line)
		return finding_optional();
	if (line->face == FACE_UNKNOWN)
		return finding_none();
	bool ok = line->face == face && line->size >= PT(15.7) && line->size <= PT(16.05);
	return finding_check(ok, arena_printf(audit->arena, "%s %.1f pt", face_name(line->face), len_to_pt(line->size)),
						 line->page + 1);
}

/* ---- copy number, secrecy, urgency (7.2.1 – 7.2.3) ---- */

struct finding copy_number(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_COPY_NUMBER);
	(void)row;
	return line ? finding_check(text_matches(line->text, "^\\d{6}$"), quoted(audit, line->text), 1) : finding_optional();
}

struct finding copy_number_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return from_left(audit, the(audit, ROLE_COPY_NUMBER));
}

struct finding secrecy_face(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return face_and_size(audit, the(audit, ROLE_SECRECY), FACE_HEI);
}

struct finding secrecy_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return from_left(audit, the(audit, ROLE_SECRECY));
}

struct finding urgency_face(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return face_and_size(audit, the(audit, ROLE_URGENCY), FACE_HEI);
}

struct finding urgency_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return from_left(audit, the(audit, ROLE_URGENCY));
}

/* ---- mark (7.2.4) ---- */

static bool has_mark(const struct audit *audit)
{
	return !reader_is_nothing(audit->mark);
}

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
	len middle = (audit->mark.left + audit->mark.right) / 2, off = middle - centre_of(audit);
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

static struct finding mark_wording(const struct audit *audit, const char *pattern)
{
	GString *text = g_string_new(NULL);
	for (int i = line_first(audit, ROLE_MARK); i != NONE; i = line_next(audit, i, ROLE_MARK))
		g_string_append(text, audit->lines[i].text);
	bool ok = text_matches(text->str, pattern);
	const char *seen = quoted(audit, text->str);
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

/* ---- number (7.2.5), signer (7.2.6) ---- */

static struct finding number_matches(const struct audit *audit, const char *pattern)
{
	const struct line *line = the(audit, ROLE_NUMBER);
	return line ? finding_check(text_matches(line->text, pattern), quoted(audit, line->text), 1) : finding_none();
}

struct finding number_form(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return number_matches(audit, "^[^\\d〔〕]+〔(19|20)\\d\\d〕[1-9]\\d*号$");
}

struct finding serial_form(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return number_matches(audit, "^第([1-9]\\d*|[一二三四五六七八九十百]+)号$");
}

struct finding issue_form(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return number_matches(audit, "^[〔（]?第([1-9]\\d*|[一二三四五六七八九十百]+)期([（〔]总第[1-9]\\d*期[）〕])?[〕）]?$");
}

struct finding number_size(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_NUMBER);
	(void)row;
	return line ? finding_pt(line->size, 1) : audit->format == AUDIT_MINUTES ? finding_optional() : finding_none();
}

struct finding number_centre(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_NUMBER);
	(void)row;
	if (the(audit, ROLE_SIGNER))
		return finding_optional();
	return line ? finding_mm(line_off_centre(line, centre_of(audit)), 1) : finding_none();
}

struct finding number_left(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_NUMBER);
	(void)row;
	if (!the(audit, ROLE_SIGNER))
		return finding_optional();
	return line ? from_left(audit, line) : finding_none();
}

struct finding signer_right(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_SIGNER);
	(void)row;
	return line ? finding_mm(audit->grid.area.right - line->right, 1) : finding_optional();
}

struct finding signer_faces(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_SIGNER);
	(void)row;
	if (!line || line->count < 5)
		return line ? finding_none() : finding_optional();
	enum face label = audit->faces[line->chars[0]->font], name = audit->faces[line->chars[4]->font];
	if (label == FACE_UNKNOWN || name == FACE_UNKNOWN)
		return finding_none();
	return finding_check(label == FACE_FANGSONG && name == FACE_KAI,
						 arena_printf(audit->arena, "%s, %s", face_name(label), face_name(name)), 1);
}

struct finding number_gap(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_NUMBER);
	(void)row;
	if (!line || !has_mark(audit))
		return finding_none();
	len top = line->top; /* of several signers' rows the first */
	for (int i = line_first(audit, ROLE_SIGNER); i != NONE; i = line_next(audit, i, ROLE_SIGNER))
		top = MIN(top, audit->lines[i].top);
	return finding_mm(top - audit->mark.bottom, 1);
}

/* ---- separator (7.2.7) ---- */

static const struct reader_shape *head_rule(const struct audit *audit)
{
	return audit->rule_count ? audit->rules[0] : NULL;
}

struct finding rule_red(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule ? finding_check(reader_is_red(rule->color), arena_printf(audit->arena, "#%06X", rule->color), 1) : finding_none();
}

struct finding rule_gap(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	const struct line *line = the(audit, ROLE_NUMBER);
	(void)row;
	return rule && line ? finding_mm(rule->box.top - line->bottom, 1) : finding_none();
}

struct finding rule_width(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule ? finding_mm(rule->box.right - rule->box.left, 1) : finding_none();
}

struct finding rule_centre(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule ? finding_mm((rule->box.right + rule->box.left) / 2 - centre_of(audit), 1) : finding_none();
}

struct finding rule_thick(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule ? finding_mm(rule->box.bottom - rule->box.top, 1) : finding_none();
}

/* ---- a brief's head ---- */

struct finding editor_left(const struct audit *audit, const struct clause *row)
{
	const struct line *line = the(audit, ROLE_HEAD);
	(void)row;
	return line ? from_left(audit, line) : finding_none();
}

struct finding issue_date_right(const struct audit *audit, const struct clause *row)
{
	int last = line_last(audit, ROLE_HEAD);
	(void)row;
	if (last == NONE || !text_matches(audit->lines[last].text, "日$"))
		return finding_none();
	return finding_mm(audit->grid.area.right - audit->lines[last].right, 1);
}

/* ---- a letter's rules and number (10.1) ---- */

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
	const struct line *line = the(audit, ROLE_NUMBER);
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
