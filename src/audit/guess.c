/* guess: which of the five formats a document has, by its first page; when nothing there says otherwise it is a 公文. */
#include "audit/audit_int.h"

#define MARK_SIZE   PT(20)
#define LETTER_RULE MM(165) /* a letter's red rules are wider than the type area (10.1; G-81) */

static bool has_letter_rules(const struct sheet *sheet)
{
	for (unsigned i = 0; i < sheet->rule_count; i++) {
		const struct reader_shape *rule = &sheet->rules[i];
		if (reader_is_red(rule->color) && rule->box.right - rule->box.left >= LETTER_RULE)
			return true;
	}
	return false;
}

/* A line of page 1 with that wording; mark: one that is red and large. */
static bool has_line(const struct audit *audit, const char *pattern, bool mark)
{
	const struct sheet *sheet = &audit->sheets[0];
	for (unsigned i = sheet->first; i < sheet->end; i++) {
		const struct line *line = &audit->lines[i];
		if ((!mark || (line->red && line->size >= MARK_SIZE)) && line->middle < sheet->page->height / 2 &&
			text_matches(line->text, pattern))
			return true;
	}
	return false;
}

enum audit_format audit_guess(const struct audit *audit)
{
	if (has_letter_rules(&audit->sheets[0]))
		return AUDIT_LETTER;
	if (has_line(audit, "令$", true))
		return AUDIT_ORDER;
	if (has_line(audit, "纪要$", true))
		return AUDIT_MINUTES;
	return has_line(audit, "^[（(〔]?第[0-9〇一二三四五六七八九十百]+期[）)〕]?\\s*([（(〔].{1,12}[）)〕])?$", false)
			   ? AUDIT_BRIEF
			   : AUDIT_DOCUMENT;
}
