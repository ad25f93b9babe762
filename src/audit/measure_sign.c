/* measure_sign: signature and date, with seal and without (7.3.5.1, 7.3.5.2, 7.3.5.4), notes (7.3.6). */
#include <stdlib.h>

#include "audit/audit_int.h"

const struct line *name_of(const struct audit *audit)
{
	const struct line *date = line_of(audit, ROLE_DATE), *best = NULL;
	for (int i = line_first(audit, ROLE_SIGNATURE); date && i != NONE; i = line_next(audit, i, ROLE_SIGNATURE)) {
		const struct line *line = &audit->lines[i];
		if (!best || line->baseline > best->baseline ||
			(line_same_row(line, best) &&
			 abs(line->left + line->right - date->left - date->right) < abs(best->left + best->right - date->left - date->right)))
			best = line;
	}
	return best;
}

/* ---- which of the two layouts (7.3.5.1, 7.3.5.2) ---- */

/* A seal tells; without one (it may be set by hand later) the layout that fits better. */
enum layout layout_of(const struct audit *audit)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	if (audit->seal_count)
		return LAYOUT_SEALED;
	if (!date || !name || audit->stamp_count)
		return LAYOUT_UNKNOWN;
	len right = audit->grid.area.right;
	len sealed = abs(right - date->right - 4 * CHARACTER) + abs((date->left + date->right - name->left - name->right) / 2);
	len unsealed = abs(right - MAX(name->right, date->right) - 2 * CHARACTER) + abs(date->left - name->left - 2 * CHARACTER);
	return sealed <= unsealed ? LAYOUT_SEALED : LAYOUT_UNSEALED;
}

static struct finding missing(const struct audit *audit, enum layout needed)
{
	const struct line *date = line_of(audit, ROLE_DATE);
	enum layout layout = layout_of(audit);
	return date && layout != LAYOUT_UNKNOWN && layout != needed ? finding_optional() : finding_none();
}

/* ---- date, signature ---- */

struct finding date_form(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE);
	(void)row;
	if (!date)
		return finding_none();
	return finding_check(text_matches(date->text, "^(19|20)\\d\\d年([1-9]|1[0-2])月([1-9]|[12]\\d|3[01])日$"),
						 arena_printf(audit->arena, "“%s”", date->text), date->page + 1);
}

/* A signature much longer than the date would leave the type area: then both move left until it fits. */
struct finding date_right(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (layout_of(audit) != LAYOUT_SEALED)
		return missing(audit, LAYOUT_SEALED);
	if (audit->seal_count > 1) /* the last of several seals tells where its date is */
		return finding_optional();
	len off = audit->grid.area.right - date->right, beside = name ? audit->grid.area.right - name->right : LEN_MAX;
	bool moved = off > 4 * CHARACTER && beside >= -MM(0.5) && beside <= CHARACTER + MM(1);
	return finding_check(abs(off - 4 * CHARACTER) <= MM(1.1) || moved, arena_printf(audit->arena, "%.2f mm", len_to_mm(off)),
						 date->page + 1);
}

struct finding name_above_date(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	return date && name ? finding_mm(date->baseline - name->baseline, date->page + 1) : finding_none();
}

struct finding name_centre(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (layout_of(audit) != LAYOUT_SEALED || !name)
		return missing(audit, LAYOUT_SEALED);
	len middle = (date->left + date->right) / 2, left = name->left, right = name->right;
	if (audit->seal_count > 1) /* other names may stand close beside it */
		line_piece_at(name, middle, &left, &right);
	return finding_mm((left + right) / 2 - middle, date->page + 1);
}

struct finding unsealed_name_right(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (layout_of(audit) != LAYOUT_UNSEALED)
		return missing(audit, LAYOUT_UNSEALED);
	return finding_mm(audit->grid.area.right - MAX(name->right, date->right), date->page + 1);
}

struct finding unsealed_date(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (layout_of(audit) != LAYOUT_UNSEALED)
		return missing(audit, LAYOUT_UNSEALED);
	return finding_mm(date->left - name->left, date->page + 1);
}

/* A page with a seal and no text is not allowed (7.3.5.5). */
struct finding text_beside_date(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE);
	unsigned count = 0;
	(void)row;
	if (!date)
		return finding_none();
	for (unsigned i = audit->sheets[date->page].first; i < audit->sheets[date->page].end; i++)
		count += audit->lines[i].role == ROLE_TEXT || audit->lines[i].role == ROLE_ANNEX_NOTE;
	return finding_check(count > 0, arena_printf(audit->arena, "%u", count), date->page + 1);
}

/* ---- several signatures without seals (7.3.5.2) ---- */

struct finding names_down(const struct audit *audit, const struct clause *row)
{
	unsigned count = 0, failures = 0;
	const struct line *above = NULL;
	(void)row;
	if (audit->seal_count)
		return finding_optional();
	for (int i = line_first(audit, ROLE_SIGNATURE); i != NONE; i = line_next(audit, i, ROLE_SIGNATURE), count++) {
		const struct line *line = &audit->lines[i];
		len step = above ? line->baseline - above->baseline : 0;
		bool aligned = above && (abs(line->left - above->left) <= MM(1) || abs(line->right - above->right) <= MM(1) ||
								 abs(line->left + line->right - above->left - above->right) <= MM(2));
		failures += above && (step < MM(8) || step > MM(12.5) || !aligned);
		above = line;
	}
	if (count < 2)
		return finding_optional();
	return finding_check(failures == 0, arena_printf(audit->arena, "%u", count), above->page + 1);
}

/* ---- notes (7.3.6) ---- */

struct finding note_form(const struct audit *audit, const struct clause *row)
{
	int first = line_first(audit, ROLE_NOTE), last = line_last(audit, ROLE_NOTE);
	(void)row;
	if (first == NONE)
		return finding_optional();
	bool ok = text_matches(audit->lines[first].text, "^（") && text_matches(audit->lines[last].text, "）$");
	return finding_check(ok, arena_printf(audit->arena, "“%s”", audit->lines[first].text), audit->lines[first].page + 1);
}

struct finding note_indent(const struct audit *audit, const struct clause *row)
{
	const struct line *line = line_of(audit, ROLE_NOTE);
	len indent = audit->grid.area.left + 2 * CHARACTER;
	(void)row;
	return line ? finding_mm(line_start(line, indent) - audit->grid.area.left, line->page + 1) : finding_optional();
}
