/* measure_sign: signature, date, seals, signature stamp, notes (7.3.5, 7.3.6), attendance lists of minutes (10.3). */
#include <stdlib.h>

#include "audit/audit_int.h"

static const struct line *the(const struct audit *audit, enum role role)
{
	int i = line_first(audit, role);
	return i == NONE ? NULL : &audit->lines[i];
}

/* The name that belongs to the date: the nearest above it. */
static const struct line *name_of(const struct audit *audit)
{
	const struct line *date = the(audit, ROLE_DATE), *best = NULL;
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

enum layout { LAYOUT_UNKNOWN, LAYOUT_SEALED, LAYOUT_UNSEALED };

/* A seal tells; without one (it may be set by hand later) the layout that fits better. */
static enum layout layout_of(const struct audit *audit)
{
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
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
	const struct line *date = the(audit, ROLE_DATE);
	enum layout layout = layout_of(audit);
	return date && layout != LAYOUT_UNKNOWN && layout != needed ? finding_optional() : finding_none();
}

/* ---- date, signature ---- */

struct finding date_form(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE);
	(void)row;
	if (!date)
		return finding_none();
	return finding_check(text_matches(date->text, "^(19|20)\\d\\d年([1-9]|1[0-2])月([1-9]|[12]\\d|3[01])日$"),
						 arena_printf(audit->arena, "“%s”", date->text), date->page + 1);
}

/* A signature much longer than the date would leave the type area: then both move left until it fits. */
struct finding date_right(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
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
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	return date && name ? finding_mm(date->baseline - name->baseline, date->page + 1) : finding_none();
}

struct finding name_centre(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
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
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (layout_of(audit) != LAYOUT_UNSEALED)
		return missing(audit, LAYOUT_UNSEALED);
	return finding_mm(audit->grid.area.right - MAX(name->right, date->right), date->page + 1);
}

struct finding unsealed_date(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (layout_of(audit) != LAYOUT_UNSEALED)
		return missing(audit, LAYOUT_UNSEALED);
	return finding_mm(date->left - name->left, date->page + 1);
}

/* A page with a seal and no text is not allowed (7.3.5.5). */
struct finding text_beside_date(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE);
	unsigned count = 0;
	(void)row;
	if (!date)
		return finding_none();
	for (unsigned i = audit->sheets[date->page].first; i < audit->sheets[date->page].end; i++)
		count += audit->lines[i].role == ROLE_TEXT || audit->lines[i].role == ROLE_ANNEX_NOTE;
	return finding_check(count > 0, arena_printf(audit->arena, "%u", count), date->page + 1);
}

/* ---- seals ---- */

/* Without a seal: not found, unless the layout is that of a document without one. */
static struct finding no_seal(const struct audit *audit)
{
	return layout_of(audit) == LAYOUT_UNSEALED || audit->stamp_count ? finding_optional() : finding_none();
}

static unsigned seal_page(const struct audit *audit)
{
	return the(audit, ROLE_DATE)->page;
}

struct finding seal_size(const struct audit *audit, const struct clause *row)
{
	struct finding all = no_seal(audit);
	(void)row;
	for (unsigned i = 0; i < audit->seal_count; i++) {
		struct reader_box seal = audit->seals[i];
		double size = len_to_mm(MAX(seal.right - seal.left, seal.bottom - seal.top));
		bool ok = size <= 46 || (size >= 49 && size <= 51) || (size >= 59 && size <= 61);
		finding_first_failure(&all, finding_check(ok, arena_printf(audit->arena, "%.1f mm", size), seal_page(audit) + 1));
	}
	return all;
}

/* The seal on signature and date: of several the last. */
struct finding seal_centre(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE);
	(void)row;
	if (!audit->seal_count || !date)
		return no_seal(audit);
	struct reader_box seal = audit->seals[audit->seal_count - 1];
	return finding_mm((seal.left + seal.right - date->left - date->right) / 2, date->page + 1);
}

struct finding seal_covers(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE), *name = name_of(audit);
	(void)row;
	if (!audit->seal_count || !date || !name)
		return no_seal(audit);
	struct reader_box seal = audit->seals[audit->seal_count - 1];
	len centre = (seal.top + seal.bottom) / 2;
	bool ok = name->middle >= centre && date->bottom <= seal.bottom + MM(0.5);
	return finding_check(
		ok,
		arena_printf(audit->arena, "%+.1f … %+.1f mm", len_to_mm(name->middle - centre), len_to_mm(date->bottom - seal.bottom)),
		date->page + 1);
}

struct finding seal_top(const struct audit *audit, const struct clause *row)
{
	len above = 0;
	(void)row;
	if (!audit->seal_count)
		return no_seal(audit);
	unsigned page = seal_page(audit);
	for (unsigned i = audit->sheets[page].first; i < audit->sheets[page].end; i++)
		if (audit->lines[i].role == ROLE_TEXT || audit->lines[i].role == ROLE_ANNEX_NOTE)
			above = MAX(above, audit->lines[i].bottom);
	return above ? finding_mm(audit->seals[0].top - above, page + 1) : finding_none();
}

struct finding seals_apart(const struct audit *audit, const struct clause *row)
{
	bool ok = true;
	(void)row;
	if (audit->seal_count < 2)
		return finding_optional();
	for (unsigned i = 0; i < audit->seal_count; i++) {
		ok = ok && audit->seals[i].left >= audit->grid.area.left - MM(1) &&
			 audit->seals[i].right <= audit->grid.area.right + MM(1);
		for (unsigned k = 0; k < i; k++)
			ok = ok && reader_is_nothing(reader_intersection(audit->seals[i], audit->seals[k]));
	}
	return finding_check(ok, arena_printf(audit->arena, "%u", audit->seal_count), seal_page(audit) + 1);
}

struct finding stamp_date_right(const struct audit *audit, const struct clause *row)
{
	const struct line *date = the(audit, ROLE_DATE);
	(void)row;
	return date ? finding_mm(audit->grid.area.right - date->right, date->page + 1) : finding_none();
}

/* ---- notes ---- */

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
	const struct line *line = the(audit, ROLE_NOTE);
	len indent = audit->grid.area.left + 2 * CHARACTER;
	(void)row;
	return line ? finding_mm(line_start(line, indent) - audit->grid.area.left, line->page + 1) : finding_optional();
}

/* ---- minutes: 出席, 请假, 列席 ---- */

static bool begins_list(const struct line *line)
{
	return text_matches(line->text, "^(出席|请假|列席)[：:]");
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
