/* measure_folio: page numbers (7.5). */
#include "audit/audit_int.h"

static bool is_digit(const struct reader_char *letter)
{
	return letter->code >= '0' && letter->code <= '9';
}

static int next_folio(const struct audit *audit, int after)
{
	return line_next(audit, after, ROLE_FOLIO);
}

/* Where no page has a number: a letter's first page has none (10.1), and it may be the only one. */
static struct finding no_folio(const struct audit *audit)
{
	return audit->format == AUDIT_LETTER && audit->document->page_count < 2 ? finding_optional() : finding_none();
}

struct finding folio_form(const struct audit *audit, const struct clause *row)
{
	struct finding all = no_folio(audit);
	(void)row;
	for (int i = next_folio(audit, -1); i != NONE; i = next_folio(audit, i))
		finding_first_failure(&all, finding_check(text_matches(audit->lines[i].text, "^[—―─－][1-9]\\d*[—―─－]$"),
												  text_quoted(audit, audit->lines[i].text), audit->lines[i].page + 1));
	return all;
}

struct finding folio_face(const struct audit *audit, const struct clause *row)
{
	struct finding all = no_folio(audit);
	(void)row;
	for (int i = next_folio(audit, -1); i != NONE; i = next_folio(audit, i))
		for (unsigned k = 0; k < audit->lines[i].count; k++) {
			const struct reader_char *letter = audit->lines[i].chars[k];
			enum face face = audit->faces[letter->font];
			if (is_digit(letter) && face != FACE_UNKNOWN)
				finding_first_failure(&all, finding_check(face == FACE_SONG, face_name(face), audit->lines[i].page + 1));
		}
	return all;
}

struct finding folio_size(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_folio(audit);
	for (int i = next_folio(audit, -1); i != NONE; i = next_folio(audit, i))
		finding_worst(&worst, row, finding_pt(audit->lines[i].size, audit->lines[i].page + 1));
	return worst;
}

/* The dash's own ink; without a dash the middle of the digits. */
struct finding folio_below(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_folio(audit);
	for (int i = next_folio(audit, -1); i != NONE; i = next_folio(audit, i)) {
		struct reader_box ink = audit->lines[i].chars[0]->ink;
		if (!reader_is_nothing(ink))
			finding_worst(&worst, row,
						  finding_mm((ink.top + ink.bottom) / 2 - audit->grid.area.bottom, audit->lines[i].page + 1));
	}
	return worst;
}

static struct finding folio_side(const struct audit *audit, const struct clause *row, bool odd)
{
	struct finding worst = no_folio(audit);
	for (int i = next_folio(audit, -1); i != NONE; i = next_folio(audit, i)) {
		const struct line *line = &audit->lines[i];
		len off = odd ? audit->grid.area.right - line->right : line->left - audit->grid.area.left;
		if ((line->page % 2 == 0) == odd)
			finding_worst(&worst, row, finding_mm(off, line->page + 1));
	}
	return worst;
}

struct finding folio_odd(const struct audit *audit, const struct clause *row)
{
	return folio_side(audit, row, true);
}

struct finding folio_even(const struct audit *audit, const struct clause *row)
{
	struct finding finding = folio_side(audit, row, false);
	return finding.state == NOT_FOUND && audit->document->page_count < 2 ? finding_optional() : finding;
}

/* Each number is one more than the last for each page between. */
struct finding folio_sequence(const struct audit *audit, const struct clause *row)
{
	struct finding all = no_folio(audit);
	int64_t offset = INT64_MIN;
	(void)row;
	for (int i = next_folio(audit, -1); i != NONE; i = next_folio(audit, i)) {
		int64_t number = 0;
		for (unsigned k = 0; k < audit->lines[i].count; k++)
			if (is_digit(audit->lines[i].chars[k]))
				number = number * 10 + (audit->lines[i].chars[k]->code - '0');
		int64_t here = number - audit->lines[i].page;
		offset = offset == INT64_MIN ? here : offset;
		finding_first_failure(&all,
							  finding_check(here == offset, text_quoted(audit, audit->lines[i].text), audit->lines[i].page + 1));
	}
	return all;
}

struct finding folio_first(const struct audit *audit, const struct clause *row)
{
	int first = next_folio(audit, -1);
	bool none = first == NONE || audit->lines[first].page != 0;
	(void)row;
	return finding_check(none, none ? "—" : text_quoted(audit, audit->lines[first].text), 1);
}
