/* measure_labels: 份号, 密级和保密期限, 紧急程度: what each is and how they stand to one another (7.2.1 – 7.2.3, 10.1). */
#include "audit/audit_int.h"

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

struct finding copy_number(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_COPY_NUMBER);
	(void)row;
	return line ? finding_check(text_matches(line->text, "^\\d{6}$"), text_quoted(audit, line->text), 1) : finding_optional();
}

struct finding copy_number_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return finding_from_left(audit, line_of(audit, ROLE_COPY_NUMBER));
}

struct finding secrecy_face(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return face_and_size(audit, line_of(audit, ROLE_SECRECY), FACE_HEI);
}

struct finding secrecy_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return finding_from_left(audit, line_of(audit, ROLE_SECRECY));
}

struct finding urgency_face(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return face_and_size(audit, line_of(audit, ROLE_URGENCY), FACE_HEI);
}

struct finding urgency_left(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return finding_from_left(audit, line_of(audit, ROLE_URGENCY));
}

/* ---- as a group ---- */

struct finding labels_stacked(const struct audit *audit, const struct clause *row)
{
	static const enum role order[] = {ROLE_COPY_NUMBER, ROLE_SECRECY, ROLE_URGENCY};
	len pitch = audit->grid.pitch ? audit->grid.pitch : GRID_PITCH;
	const struct line *above = NULL;
	struct finding all = finding_optional();
	(void)row;
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		int index = line_first(audit, order[i]);
		if (index == NONE)
			continue;
		const struct line *line = &audit->lines[index];
		double steps = above ? (double)(line->baseline - above->baseline) / pitch : 1;
		if (above)
			finding_first_failure(
				&all, finding_check(steps > 0.5 && steps < 1.5, arena_printf(audit->arena, "“%s” %+.2f", line->text, steps), 1));
		above = line;
	}
	return all;
}

struct finding secrecy_line(const struct audit *audit, const struct clause *row)
{
	int index = line_first(audit, ROLE_SECRECY);
	(void)row;
	return index == NONE ? finding_optional() : finding_count(line_on_grid(audit, &audit->lines[index]), 1);
}
