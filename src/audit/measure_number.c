/* measure_number: 发文字号 (7.2.5), 签发人 (7.2.6) and the separator below them (7.2.7). */
#include "audit/audit_int.h"

/* ---- number (7.2.5), signer (7.2.6) ---- */

static struct finding number_matches(const struct audit *audit, const char *pattern)
{
	const struct line *line = line_of(audit, ROLE_NUMBER);
	return line ? finding_check(text_matches(line->text, pattern), text_quoted(audit, line->text), 1) : finding_none();
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
	const struct line *line = line_of(audit, ROLE_NUMBER);
	(void)row;
	return line ? finding_pt(line->size, 1) : audit->format == AUDIT_MINUTES ? finding_optional() : finding_none();
}

struct finding number_centre(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_NUMBER);
	(void)row;
	if (line_of(audit, ROLE_SIGNER))
		return finding_optional();
	return line ? finding_mm(line_off_centre(line, area_centre(audit)), 1) : finding_none();
}

struct finding number_left(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_NUMBER);
	(void)row;
	if (!line_of(audit, ROLE_SIGNER))
		return finding_optional();
	return line ? finding_from_left(audit, line) : finding_none();
}

struct finding signer_right(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_SIGNER);
	(void)row;
	return line ? finding_mm(audit->grid.area.right - line->right, 1) : finding_optional();
}

struct finding signer_faces(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_SIGNER);
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
	const struct line *line = line_of(audit, ROLE_NUMBER);
	(void)row;
	if (!line || !has_mark(audit))
		return finding_none();
	len top = line->top; /* of several signers' rows the first */
	for (int i = line_first(audit, ROLE_SIGNER); i != NONE; i = line_next(audit, i, ROLE_SIGNER))
		top = MIN(top, audit->lines[i].top);
	return finding_mm(top - audit->mark.bottom, 1);
}

/* ---- separator (7.2.7) ---- */

struct finding rule_red(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule ? finding_check(reader_is_red(rule->color), arena_printf(audit->arena, "#%06X", rule->color), 1) : finding_none();
}

struct finding rule_gap(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	const struct line *line = line_of(audit, ROLE_NUMBER);
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
	return rule ? finding_mm((rule->box.right + rule->box.left) / 2 - area_centre(audit), 1) : finding_none();
}

struct finding rule_thick(const struct audit *audit, const struct clause *row)
{
	const struct reader_shape *rule = head_rule(audit);
	(void)row;
	return rule ? finding_mm(rule->box.bottom - rule->box.top, 1) : finding_none();
}
