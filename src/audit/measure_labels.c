/* measure_labels: how 份号, 密级 and 紧急程度 stand to one another (7.2.1 – 7.2.3, 10.1), and a brief's 按语. */
#include <stdlib.h>

#include "audit/audit_int.h"

/* ---- labels ---- */

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

/* ---- 按语 of a brief ---- */

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
