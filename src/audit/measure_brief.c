/* measure_brief: what only a brief has (no clause: usual practice): line of editor and date, 按语, number of copies. */
#include "audit/audit_int.h"

/* ---- head ---- */

struct finding editor_left(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_HEAD);
	(void)row;
	return line ? finding_from_left(audit, line) : finding_none();
}

struct finding issue_date_right(const struct audit *audit, const struct clause *row)
{
	int last = line_last(audit, ROLE_HEAD);
	(void)row;
	if (last == NONE || !text_matches(audit->lines[last].text, "日$"))
		return finding_none();
	return finding_mm(audit->grid.area.right - audit->lines[last].right, 1);
}

/* ---- 按语 ---- */

/* From its first line, which begins with 按：, to a wider gap. false: there is none. */
static bool find_remark(const struct audit *audit, unsigned *first, unsigned *end)
{
	for (*first = 0; *first < audit->line_count; ++*first)
		if (text_matches(audit->lines[*first].text, "^(编者)?按[：:]"))
			break;
	if (*first == audit->line_count)
		return false;
	for (*end = *first + 1; *end < audit->line_count; ++*end) {
		const struct line *line = &audit->lines[*end], *above = line - 1;
		if (line->page != above->page || !line_is_body(audit, line) ||
			line->baseline - above->baseline > audit->grid.pitch * 8 / 5)
			break;
	}
	return true;
}

struct finding remark_faces(const struct audit *audit, const struct clause *row)
{
	unsigned first, end;
	struct finding all = finding_none();
	(void)row;
	if (!find_remark(audit, &first, &end))
		return finding_optional();
	enum face label = audit->faces[audit->lines[first].chars[0]->font];
	for (unsigned i = first; i < end; i++) {
		enum face face = audit->lines[i].face;
		if (face != FACE_UNKNOWN && label != FACE_UNKNOWN)
			finding_first_failure(&all, finding_check(label == FACE_HEI && face == FACE_KAI,
													  arena_printf(audit->arena, "%s, %s", face_name(label), face_name(face)),
													  audit->lines[i].page + 1));
	}
	return all;
}

/* The first line may stand two more in, as a paragraph's. */
struct finding remark_left(const struct audit *audit, const struct clause *row)
{
	unsigned first, end;
	struct finding worst = finding_none();
	if (!find_remark(audit, &first, &end))
		return finding_optional();
	for (unsigned i = first + 1; i < end; i++) {
		const struct line *line = &audit->lines[i];
		finding_worst(
			&worst, row,
			finding_mm(line_start(line, audit->grid.area.left + 2 * CHARACTER) - audit->grid.area.left, line->page + 1));
	}
	return worst;
}

struct finding remark_right(const struct audit *audit, const struct clause *row)
{
	unsigned first, end;
	struct finding worst = finding_none();
	if (!find_remark(audit, &first, &end))
		return finding_optional();
	for (unsigned i = first; i + 1 < end; i++) {
		const struct line *line = &audit->lines[i];
		len right = line_end(line, audit->grid.area.right - 2 * CHARACTER);
		finding_worst(&worst, row, finding_mm(audit->grid.area.right - right, line->page + 1));
	}
	return worst;
}

/* ---- foot ---- */

struct finding copies_run(const struct audit *audit, const struct clause *row)
{
	(void)row;
	for (unsigned i = 0; i < audit->line_count; i++)
		if (text_matches(audit->lines[i].text, "^[（(]?(共印|印数|印)[：:]?\\d+份?[）)]?$") &&
			audit->lines[i].role != ROLE_TEXT) {
			const struct line *line = &audit->lines[i];
			len right = line_end(line, audit->grid.area.right - CHARACTER);
			return finding_mm(audit->grid.area.right - right, line->page + 1);
		}
	return finding_optional();
}
