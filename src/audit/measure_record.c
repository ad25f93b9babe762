/* measure_record: the 版记 (7.4): its separators, its page, 抄送, 印发. */
#include "audit/audit_int.h"

#define LIST_FORM "^(抄送|抄报|主送|分送|报|送|发|印发)[：:]"

static struct finding no_record(const struct audit *audit)
{
	return audit->record_page == NONE && audit->format != AUDIT_DOCUMENT && audit->format != AUDIT_BRIEF ? finding_optional()
																										 : finding_none();
}

static bool is_list(const struct line *line)
{
	return text_matches(line->text, LIST_FORM);
}

static bool is_print(const struct line *line)
{
	return text_matches(line->text, "(印发|日印|年印)$");
}

static int find(const struct audit *audit, bool (*is)(const struct line *))
{
	for (int i = line_first(audit, ROLE_RECORD); i != NONE; i = line_next(audit, i, ROLE_RECORD))
		if (is(&audit->lines[i]))
			return i;
	return NONE;
}

/* ---- separators (7.4.1) ---- */

struct finding record_rules(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->record_page == NONE)
		return no_record(audit);
	unsigned expected = find(audit, is_list) != NONE && find(audit, is_print) != NONE ? 3 : 2;
	return finding_check(audit->record_rule_count == expected,
						 arena_printf(audit->arena, "%u / %u", audit->record_rule_count, expected),
						 (unsigned)audit->record_page + 1);
}

struct finding record_width(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_record(audit);
	for (unsigned i = 0; i < audit->record_rule_count; i++)
		finding_worst(
			&worst, row,
			finding_mm(audit->record_rules[i]->box.right - audit->record_rules[i]->box.left, (unsigned)audit->record_page + 1));
	return worst;
}

static struct finding thickness_of(const struct audit *audit, unsigned i)
{
	return finding_mm(audit->record_rules[i]->box.bottom - audit->record_rules[i]->box.top, (unsigned)audit->record_page + 1);
}

/* A first or last one that is missing is record_rules' to say: then the outermost need not be the outer ones. */
static bool is_complete(const struct audit *audit)
{
	unsigned expected = find(audit, is_list) != NONE && find(audit, is_print) != NONE ? 3 : 2;
	return audit->record_rule_count >= expected;
}

struct finding record_outer(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_record(audit);
	if (audit->record_rule_count && is_complete(audit)) {
		finding_worst(&worst, row, thickness_of(audit, 0));
		finding_worst(&worst, row, thickness_of(audit, audit->record_rule_count - 1));
	}
	return worst;
}

struct finding record_inner(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	for (unsigned i = 1; is_complete(audit) && i + 1 < audit->record_rule_count; i++)
		finding_worst(&worst, row, thickness_of(audit, i));
	return worst;
}

struct finding record_bottom(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (!audit->record_rule_count)
		return no_record(audit);
	struct reader_box last = audit->record_rules[audit->record_rule_count - 1]->box;
	int text = line_last(audit, ROLE_RECORD);
	if (text != NONE && last.top < audit->lines[text].middle) /* the last one is missing */
		return finding_none();
	return finding_mm((last.top + last.bottom) / 2 - audit->grid.area.bottom, (unsigned)audit->record_page + 1);
}

/* ---- the page of the 版记 (7.4.1, 7.5) ---- */

struct finding record_last(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->record_page == NONE)
		return no_record(audit);
	unsigned page = (unsigned)audit->record_page + 1;
	return finding_check(page == audit->document->page_count,
						 arena_printf(audit->arena, "%u / %u", page, audit->document->page_count), page);
}

/* A page number at the left edge: even pages are backs. */
static bool is_two_sided(const struct audit *audit)
{
	for (int i = line_first(audit, ROLE_FOLIO); i != NONE; i = line_next(audit, i, ROLE_FOLIO))
		if (audit->lines[i].page % 2 == 1 && audit->lines[i].right < (audit->grid.area.left + audit->grid.area.right) / 2)
			return true;
	return false;
}

struct finding record_even(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->record_page == NONE)
		return no_record(audit);
	if (!is_two_sided(audit))
		return finding_optional();
	unsigned page = (unsigned)audit->record_page + 1;
	return finding_check(page % 2 == 0, arena_printf(audit->arena, "%u", page), page);
}

static bool has_role(const struct audit *audit, unsigned page, bool folio)
{
	for (unsigned i = audit->sheets[page].first; i < audit->sheets[page].end; i++)
		if ((audit->lines[i].role == ROLE_FOLIO) == folio)
			return true;
	return false;
}

/* A blank page before the 版记 has no number, nor has the page of the 版记. */
struct finding record_unnumbered(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->record_page < 1)
		return finding_optional();
	unsigned page = (unsigned)audit->record_page;
	if (has_role(audit, page - 1, false) || audit->document->pages[page - 1].shape_count)
		return finding_optional();
	bool numbered = has_role(audit, page - 1, true) || has_role(audit, page, true);
	return finding_check(!numbered, numbered ? "1" : "—", page);
}

/* ---- 抄送 (7.4.2) ---- */

static bool is_main_list(const struct line *line)
{
	return text_matches(line->text, "^主送[：:]");
}

static bool is_copy_list(const struct line *line)
{
	return text_matches(line->text, "^抄送[：:]");
}

/* 主送机关 that were moved here: above 抄送, and no separator between. */
struct finding record_order(const struct audit *audit, const struct clause *row)
{
	int main = find(audit, is_main_list), copies = find(audit, is_copy_list);
	unsigned between = 0;
	(void)row;
	if (main == NONE || copies == NONE)
		return finding_optional();
	for (unsigned i = 0; i < audit->record_rule_count; i++) {
		len y = audit->record_rules[i]->box.top;
		between += y > audit->lines[main].middle && y < audit->lines[copies].middle;
	}
	bool ok = main < copies && !between;
	return finding_check(ok, arena_printf(audit->arena, "%s, %u", main < copies ? "主送 抄送" : "抄送 主送", between),
						 (unsigned)audit->record_page + 1);
}

struct finding copies_size(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_record(audit);
	for (int i = line_first(audit, ROLE_RECORD); i != NONE; i = line_next(audit, i, ROLE_RECORD))
		finding_worst(&worst, row, finding_pt(audit->lines[i].size, audit->lines[i].page + 1));
	return worst;
}

struct finding copies_left(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	for (int i = line_first(audit, ROLE_RECORD); i != NONE; i = line_next(audit, i, ROLE_RECORD))
		if (is_list(&audit->lines[i]))
			finding_worst(&worst, row, finding_mm(audit->lines[i].left - audit->grid.area.left, audit->lines[i].page + 1));
	return worst;
}

/* A line that goes on belongs to a list and has another of it below. */
static bool goes_on(const struct audit *audit, int i)
{
	int next = line_next(audit, i, ROLE_RECORD);
	return next != NONE && !is_list(&audit->lines[next]) && !line_same_row(&audit->lines[i], &audit->lines[next]) &&
		   !(next + 1 < (int)audit->line_count && is_print(&audit->lines[next + 1]) &&
			 line_same_row(&audit->lines[next], &audit->lines[next + 1])) &&
		   !is_print(&audit->lines[next]) && !g_str_has_suffix(audit->lines[i].text, "。");
}

/* A mark takes the character before it along: both go to the next line when they do not fit. */
static bool mark_is_second(const struct line *line)
{
	return line->count > 1 && code_is_wide(line->chars[1]->code) && !code_is_han(line->chars[1]->code) &&
		   !code_is_opening(line->chars[1]->code);
}

/* Each character that stands after the line's end counts: a full line may lack most of one, or half a mark. */
struct finding copies_right(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_optional();
	bool in_list = false;
	for (int i = line_first(audit, ROLE_RECORD); i != NONE; i = line_next(audit, i, ROLE_RECORD)) {
		const struct line *line = &audit->lines[i];
		in_list = is_list(line) || (in_list && !is_print(line));
		if (!in_list || !goes_on(audit, i) || !code_is_han(line->chars[line->count - 1]->code))
			continue;
		const struct line *next = &audit->lines[line_next(audit, i, ROLE_RECORD)];
		double off = round(len_to_mm(audit->grid.area.right - line->right) * 100) / 100;
		double most = row->most + (mark_is_second(next) ? len_to_mm(line->size) : 0);
		struct finding each = finding_check(off >= row->least && off <= most, arena_printf(audit->arena, "%.2f mm", off),
											line->page + 1);
		finding_first_failure(&all, each);
	}
	return all;
}

struct finding copies_turn_over(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	len name = 0;
	for (int i = line_first(audit, ROLE_RECORD); i != NONE; i = line_next(audit, i, ROLE_RECORD)) {
		const struct line *line = &audit->lines[i];
		if (is_list(line)) {
			unsigned colon = 0;
			while (colon < line->count && line->chars[colon]->code != 0xFF1A && line->chars[colon]->code != ':')
				colon++;
			name = colon + 1 < line->count ? line->chars[colon + 1]->x : 0;
		} else if (name) {
			finding_worst(&worst, row, finding_mm(line_start(line, name) - name, line->page + 1));
		}
		if (!goes_on(audit, i))
			name = 0;
	}
	return worst;
}

struct finding copies_end(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_optional();
	bool in_list = false;
	(void)row;
	for (int i = line_first(audit, ROLE_RECORD); i != NONE; i = line_next(audit, i, ROLE_RECORD)) {
		in_list = in_list || is_list(&audit->lines[i]);
		if (!in_list || goes_on(audit, i))
			continue;
		struct finding next = finding_check(g_str_has_suffix(audit->lines[i].text, "。"),
											text_quoted(audit, audit->lines[i].text), audit->lines[i].page + 1);
		all = all.state == NOT_APPLICABLE ? next : all;
		finding_first_failure(&all, next);
		in_list = false;
	}
	return all;
}

/* ---- 印发机关和印发日期 (7.4.3) ---- */

/* The line of the date, and the organ on its row (or the same line, when the gap is small). */
struct finding print_left(const struct audit *audit, const struct clause *row)
{
	int date = find(audit, is_print);
	(void)row;
	if (date == NONE)
		return no_record(audit);
	int organ = date > 0 && line_same_row(&audit->lines[date - 1], &audit->lines[date]) ? date - 1 : date;
	return finding_mm(audit->lines[organ].left - audit->grid.area.left, (unsigned)audit->record_page + 1);
}

struct finding print_right(const struct audit *audit, const struct clause *row)
{
	int date = find(audit, is_print);
	(void)row;
	if (date == NONE)
		return no_record(audit);
	return finding_mm(audit->grid.area.right - audit->lines[date].right, (unsigned)audit->record_page + 1);
}

struct finding print_form(const struct audit *audit, const struct clause *row)
{
	int date = find(audit, is_print);
	(void)row;
	if (date == NONE)
		return no_record(audit);
	return finding_check(text_matches(audit->lines[date].text, "(19|20)\\d\\d年([1-9]|1[0-2])月([1-9]|[12]\\d|3[01])日印发$"),
						 text_quoted(audit, audit->lines[date].text), (unsigned)audit->record_page + 1);
}

struct finding letter_record(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->record_page == NONE)
		return finding_optional();
	bool ok = audit->record_rule_count == 0 && find(audit, is_print) == NONE;
	return finding_check(ok, arena_printf(audit->arena, "%u", audit->record_rule_count), (unsigned)audit->record_page + 1);
}
