/* measure_minutes: 出席, 请假, 列席 of minutes (10.3). */
#include "audit/audit_int.h"

static bool begins_list(const struct line *line)
{
	return text_matches(line->text, "^(出席|请假|列席)[：:]");
}

struct finding attendance_gap(const struct audit *audit, const struct clause *row)
{
	int first = line_first(audit, ROLE_ATTENDANCE);
	(void)row;
	if (first < 1 || audit->lines[first - 1].page != audit->lines[first].page)
		return finding_none();
	return finding_mm(audit->lines[first].top - audit->lines[first - 1].bottom, audit->lines[first].page + 1);
}

struct finding attendance_face(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_none();
	(void)row;
	for (int i = line_first(audit, ROLE_ATTENDANCE); i != NONE; i = line_next(audit, i, ROLE_ATTENDANCE)) {
		const struct line *line = &audit->lines[i];
		enum face face = audit->faces[line->chars[0]->font];
		if (begins_list(line) && face != FACE_UNKNOWN)
			finding_first_failure(&all, finding_check(face == FACE_HEI, face_name(face), line->page + 1));
	}
	return all;
}

struct finding attendance_indent(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = line_first(audit, ROLE_ATTENDANCE); i != NONE; i = line_next(audit, i, ROLE_ATTENDANCE))
		if (begins_list(&audit->lines[i]))
			finding_worst(&worst, row, finding_mm(audit->lines[i].left - audit->grid.area.left, audit->lines[i].page + 1));
	return worst;
}

struct finding attendance_turn_over(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	len name = 0;
	for (int i = line_first(audit, ROLE_ATTENDANCE); i != NONE; i = line_next(audit, i, ROLE_ATTENDANCE)) {
		const struct line *line = &audit->lines[i];
		if (begins_list(line))
			name = line->count > 3 ? line->chars[3]->x : 0;
		else if (name)
			finding_worst(&worst, row, finding_mm(line->left - name, line->page + 1));
	}
	return worst;
}
