/* find_record: page numbers below the type area, and the 版记 at the end with its rules. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define FOLIO_FORM  "^[^\\d\\p{Han}]{0,3}第?\\d{1,4}页?[^\\d\\p{Han}]{0,3}$"
#define RECORD_FORM "^(抄送|抄报|主送|分送|报|送|发|印发|本期增发)[：:]"
#define PRINT_FORM  "(印发|印)$"
#define NEAR_RULE   MM(14) /* a rule of the 版记 is that near its text */

void find_folios(struct audit *audit)
{
	for (unsigned i = 0; i < audit->line_count; i++) {
		struct line *line = &audit->lines[i];
		if (line->role == ROLE_NONE && line->middle > audit->grid.area.bottom + MM(2) && text_matches(line->text, FOLIO_FORM))
			line->role = ROLE_FOLIO;
	}
}

static bool begins_record(const struct line *line)
{
	return text_matches(line->text, RECORD_FORM) || text_matches(line->text, "\\d{1,2}日(印发|印)$");
}

/* The last page that has one: its first line, in the lower half of what stands on the page. */
static int first_of_record(const struct audit *audit)
{
	for (unsigned p = audit->document->page_count; p-- > 0;)
		for (unsigned i = audit->sheets[p].first; i < audit->sheets[p].end; i++) {
			const struct line *line = &audit->lines[i];
			if (line->role == ROLE_NONE && (p || line->middle > audit->sheets[p].page->height / 2) && begins_record(line))
				return (int)i;
		}
	return NONE;
}

/* What is on one row with the first (the organ beside the date) belongs to it. */
static int back_to_row(const struct audit *audit, int first)
{
	while (first > 0 && line_same_row(&audit->lines[first - 1], &audit->lines[first]) &&
		   audit->lines[first - 1].role == ROLE_NONE)
		first--;
	return first;
}

static void take_rules(struct audit *audit, len top, len bottom)
{
	const struct sheet *sheet = &audit->sheets[audit->record_page];
	for (unsigned i = 0; i < sheet->rule_count && audit->record_rule_count < G_N_ELEMENTS(audit->record_rules); i++)
		if (!reader_is_red(sheet->rules[i].color) && sheet->rules[i].box.bottom > top - NEAR_RULE &&
			sheet->rules[i].box.top < bottom + NEAR_RULE)
			audit->record_rules[audit->record_rule_count++] = &sheet->rules[i];
}

void find_record(struct audit *audit)
{
	int first = first_of_record(audit);
	audit->record_page = NONE;
	if (first == NONE)
		return;
	first = back_to_row(audit, first);
	audit->record_page = (int)audit->lines[first].page;
	len bottom = audit->lines[first].bottom;
	for (unsigned i = (unsigned)first; i < audit->sheets[audit->record_page].end; i++) {
		if (audit->lines[i].role != ROLE_NONE || audit->lines[i].red)
			continue;
		audit->lines[i].role = ROLE_RECORD;
		bottom = audit->lines[i].bottom;
	}
	take_rules(audit, audit->lines[first].top, bottom);
}

/* Pages that begin with 附件 at the left edge, up to the end. */
void find_annexes(struct audit *audit)
{
	bool annex = false;
	for (unsigned p = 1; p < audit->document->page_count; p++) {
		unsigned first = audit->sheets[p].first;
		bool begins = first < audit->sheets[p].end && text_matches(audit->lines[first].text, "^附件[0-9０-９]{0,2}[：:]?$");
		annex = annex || begins;
		for (unsigned i = first; annex && i < audit->sheets[p].end; i++)
			if (audit->lines[i].role == ROLE_NONE)
				audit->lines[i].role = begins && i == first ? ROLE_ANNEX : ROLE_ANNEX_TEXT;
		for (unsigned i = first + 1; begins && i < audit->sheets[p].end; i++) {
			if (audit->lines[i].role != ROLE_ANNEX_TEXT || audit->lines[i].size <= audit->grid.size + PT(0.9))
				break;
			audit->lines[i].role = ROLE_ANNEX_TITLE;
		}
	}
}
