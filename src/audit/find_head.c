/* find_head: on page 1 the mark, what stands above it, the number, the head's rules and a letter's foot rules, the title. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define MARK_RED    PT(20) /* red text of that size is the mark, */
#define MARK_BLACK  PT(24) /* and other text of that size above the middle of the page, where nothing is red */
#define NUMBER_FORM "^[^，。；：:、“”《》\\d]{1,24}[〔\\[［（(【〈].{0,3}\\d{2,4}.{0,1}[〕\\]］）)】〉]\\s*第?\\d+号?$"
#define SERIAL_FORM "^[（(〔]?总?第?[0-9０-９〇一二三四五六七八九十百]+[号期]([（(〔].{1,10}[）)〕])?[）)〕]?$"

static struct line *lines_of(const struct audit *audit, unsigned page, unsigned *count)
{
	*count = audit->sheets[page].end - audit->sheets[page].first;
	return audit->lines + audit->sheets[page].first;
}

/* ---- mark ---- */

static bool is_mark(const struct audit *audit, const struct line *line, bool red)
{
	return line->role == ROLE_NONE && line->middle < audit->sheets[0].page->height * 3 / 5 &&
		   (red ? line->red && line->size >= MARK_RED : line->size >= MARK_BLACK);
}

static void find_mark(struct audit *audit)
{
	unsigned count;
	struct line *lines = lines_of(audit, 0, &count);
	audit->mark = reader_nothing;
	for (int red = 1; red >= 0 && reader_is_nothing(audit->mark); red--)
		for (unsigned i = 0; i < count; i++)
			if (is_mark(audit, &lines[i], red)) {
				lines[i].role = ROLE_MARK;
				audit->mark = reader_union(audit->mark, lines[i].ink);
			}
}

/* ---- what has a form of its own ---- */

static void set_role(struct line *line, enum role role)
{
	if (line->role == ROLE_NONE)
		line->role = role;
}

/* Above the mark; in a letter below its first double line. */
static void find_labels(struct audit *audit)
{
	unsigned count;
	struct line *lines = lines_of(audit, 0, &count);
	for (unsigned i = 0; i < count && lines[i].middle < audit->sheets[0].page->height * 3 / 5; i++) {
		if (text_matches(lines[i].text, "^(№|No\\.?)?\\d{4,8}$"))
			set_role(&lines[i], ROLE_COPY_NUMBER);
		else if (text_matches(lines[i].text, "^(绝密|机密|秘密)([★☆*].*|\\d+年)?$"))
			set_role(&lines[i], ROLE_SECRECY);
		else if (text_matches(lines[i].text, "^(特急|加急|平急|特提|紧急)$"))
			set_role(&lines[i], ROLE_URGENCY);
		else if (text_matches(lines[i].text, "^签发人[：:]"))
			set_role(&lines[i], ROLE_SIGNER);
	}
}

static bool is_title(const struct audit *audit, const struct line *line)
{
	return line->role == ROLE_NONE && !line->red && line->size > audit->grid.size + PT(0.9);
}

/* Between the mark and the title. */
static void find_number(struct audit *audit)
{
	unsigned count;
	struct line *lines = lines_of(audit, 0, &count);
	bool serial = audit->format == AUDIT_ORDER || audit->format == AUDIT_BRIEF || audit->format == AUDIT_MINUTES;
	for (unsigned i = 0; i < count && lines[i].middle < audit->sheets[0].page->height * 2 / 3; i++) {
		if (!reader_is_nothing(audit->mark) && lines[i].middle < audit->mark.top)
			continue;
		if (is_title(audit, &lines[i]))
			return;
		if (lines[i].role == ROLE_NONE &&
			(text_matches(lines[i].text, NUMBER_FORM) || (serial && text_matches(lines[i].text, SERIAL_FORM)))) {
			lines[i].role = ROLE_NUMBER;
			return;
		}
	}
}

/* ---- rules ---- */

#define FAR    MM(60) /* the head's rule is that near below the mark */
#define DOUBLE MM(3)  /* rules that near are a double line */

/* Rules of page 1 from `first` on that stand together. */
static unsigned take_rules(const struct sheet *sheet, unsigned first, const struct reader_shape **rules)
{
	unsigned count = 0;
	for (unsigned i = first; i < sheet->rule_count && count < 4; i++) {
		if (count && sheet->rules[i].box.top - rules[count - 1]->box.bottom > DOUBLE)
			break;
		rules[count++] = &sheet->rules[i];
	}
	return count;
}

static void find_rules(struct audit *audit)
{
	const struct sheet *sheet = &audit->sheets[0];
	int number = line_first(audit, ROLE_NUMBER);
	len from = reader_is_nothing(audit->mark) ? 0 : audit->mark.bottom - MM(2), until = from + FAR;
	if (number != NONE && audit->format != AUDIT_LETTER) {
		from = audit->lines[number].middle;
		until = from + FAR;
	}
	if (reader_is_nothing(audit->mark) && number == NONE)
		until = sheet->page->height / 2;
	for (unsigned i = 0; i < sheet->rule_count && !audit->rule_count; i++)
		if (sheet->rules[i].box.top >= from && sheet->rules[i].box.top <= until)
			audit->rule_count = take_rules(sheet, i, audit->rules);
	for (unsigned i = 0; i < sheet->rule_count && !audit->foot_rule_count; i++)
		if (audit->format == AUDIT_LETTER && sheet->rules[i].box.top > sheet->page->height * 3 / 4)
			audit->foot_rule_count = take_rules(sheet, i, audit->foot_rules);
}

void find_head(struct audit *audit)
{
	find_mark(audit);
	find_labels(audit);
	find_number(audit);
	find_rules(audit);
}

/* ---- title ---- */

/* Where the head ends: its rule, else its number, else its mark. */
static len head_bottom(const struct audit *audit)
{
	int number = line_first(audit, ROLE_NUMBER);
	if (audit->rule_count)
		return audit->rules[audit->rule_count - 1]->box.bottom;
	if (number != NONE)
		return audit->lines[number].bottom;
	return reader_is_nothing(audit->mark) ? 0 : audit->mark.bottom;
}

/* The first lines below the head that are larger than the body. What stands between number and rule, in a brief, is its head. */
void find_title(struct audit *audit)
{
	unsigned count;
	struct line *lines = lines_of(audit, 0, &count);
	len bottom = head_bottom(audit);
	audit->title = audit->title_end = NONE;
	for (unsigned i = 0; i < count; i++) {
		if (lines[i].middle < bottom) {
			if (!reader_is_nothing(audit->mark) && lines[i].middle > audit->mark.bottom)
				set_role(&lines[i], ROLE_HEAD);
			continue;
		}
		bool near = audit->title_end == NONE || lines[i].top - audit->lines[audit->title_end - 1].bottom < 2 * lines[i].size;
		if (!is_title(audit, &lines[i]) || !near) {
			if (audit->title != NONE)
				return;
			continue;
		}
		lines[i].role = ROLE_TITLE;
		audit->title = audit->title == NONE ? (int)i : audit->title;
		audit->title_end = (int)i + 1;
	}
}

/* ---- look-up ---- */

bool has_mark(const struct audit *audit)
{
	return !reader_is_nothing(audit->mark);
}

const struct reader_shape *head_rule(const struct audit *audit)
{
	return audit->rule_count ? audit->rules[0] : NULL;
}
