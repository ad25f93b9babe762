/* find_text: from the title to the end of the main text: addressees, paragraphs, list of attachments, signature, date, notes. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define DATE_FORM       "^([0-9０-９]{2,4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$"
#define ADDRESSEE_LINES 4 /* at the most */

static bool in_right_part(const struct audit *audit, const struct line *line)
{
	return line->left > audit->grid.area.left + 5 * CHARACTER &&
		   line->left + line->right > audit->grid.area.left + audit->grid.area.right;
}

static unsigned text_from(const struct audit *audit)
{
	int number = line_first(audit, ROLE_NUMBER), mark = line_last(audit, ROLE_MARK), head = line_last(audit, ROLE_HEAD);
	if (audit->title_end != NONE)
		return (unsigned)audit->title_end;
	int last = MAX(number, MAX(mark, head));
	return (unsigned)(last + 1);
}

/* ---- signature ---- */

/* Names stand on the rows above the date, to the right, without a row between. */
static void find_names(struct audit *audit, unsigned date)
{
	const struct line *below = &audit->lines[date];
	for (unsigned i = date; i-- > text_from(audit);) {
		struct line *line = &audit->lines[i];
		bool near = below->baseline - line->baseline < audit->grid.pitch * 8 / 5;
		if (line->page != below->page || !near || line->role != ROLE_NONE || !line_is_body(audit, line) ||
			text_matches(line->text, "[。：；]$") ||
			(!in_right_part(audit, line) && !(line_same_row(line, below) && below->role == ROLE_SIGNATURE)))
			return;
		line->role = ROLE_SIGNATURE;
		below = line;
	}
}

/* Names with a seal on them, wherever its row is. */
static void find_sealed_names(struct audit *audit, unsigned page)
{
	const struct sheet *sheet = &audit->sheets[page];
	for (unsigned i = sheet->first; i < sheet->end; i++)
		for (unsigned k = 0; k < sheet->seal_count; k++) {
			struct line *line = &audit->lines[i];
			len left, right, seal = (sheet->seals[k].left + sheet->seals[k].right) / 2;
			if (line->role == ROLE_NONE && line_is_body(audit, line) && !text_matches(line->text, "[。：；，]$") &&
				line_piece_at(line, seal, &left, &right) && right - left < AREA_WIDTH * 2 / 3 &&
				box_holds(sheet->seals[k], (left + right) / 2, line->middle))
				line->role = ROLE_SIGNATURE;
		}
}

void find_signature(struct audit *audit)
{
	for (unsigned i = text_from(audit); i < audit->line_count; i++) {
		struct line *line = &audit->lines[i];
		if (line->role != ROLE_NONE || !text_matches(line->text, DATE_FORM) || !in_right_part(audit, line))
			continue;
		line->role = ROLE_DATE;
		find_sealed_names(audit, line->page);
		find_names(audit, i);
		return;
	}
}

/* ---- paragraphs ---- */

static unsigned find_addressees(struct audit *audit, unsigned from)
{
	for (unsigned i = from; i < audit->line_count && i < from + ADDRESSEE_LINES; i++) {
		const struct line *line = &audit->lines[i];
		if (line->role != ROLE_NONE || line->page != 0 || !line_is_body(audit, line) ||
			line->left > audit->grid.area.left + 3 * CHARACTER / 2 || text_matches(line->text, "[。；]"))
			return from;
		if (text_matches(line->text, "[：:]$")) {
			for (unsigned k = from; k <= i; k++)
				audit->lines[k].role = ROLE_ADDRESSEE;
			return i + 1;
		}
	}
	return from;
}

/* What stands after the date: notes in brackets, of one line or more. */
static enum role role_after_date(const struct line *line, bool *open)
{
	bool note = *open || text_matches(line->text, "^[（(]");
	*open = note && !text_matches(line->text, "[）)]$");
	return note ? ROLE_NOTE : ROLE_NONE;
}

/* A list of attachments or persons ends where a line is left empty. */
static enum role role_of(const struct audit *audit, const struct line *line, const struct line *above, enum role before)
{
	bool near = above && above->page == line->page && line->baseline - above->baseline < audit->grid.pitch * 8 / 5;
	if (text_matches(line->text, "^附件[：:]"))
		return ROLE_ANNEX_NOTE;
	if (text_matches(line->text, "^(出席|请假|列席)[：:]"))
		return ROLE_ATTENDANCE;
	if (before == ROLE_ANNEX_NOTE || before == ROLE_ATTENDANCE)
		return near || above->page != line->page ? before : ROLE_NONE;
	return before;
}

void find_text(struct audit *audit)
{
	int date = line_first(audit, ROLE_DATE);
	enum role before = ROLE_TEXT;
	bool note_open = false;
	const struct line *above = NULL;
	if (!audit->grid.found)
		return;
	for (unsigned i = find_addressees(audit, text_from(audit)); i < audit->line_count; i++) {
		struct line *line = &audit->lines[i];
		if (line->role != ROLE_NONE || !line_is_body(audit, line))
			continue;
		if (date != NONE && (int)i > date) {
			line->role = role_after_date(line, &note_open);
			continue;
		}
		before = line->role = role_of(audit, line, above, before);
		above = line;
	}
}
