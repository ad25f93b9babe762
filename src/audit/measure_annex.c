/* measure_annex: list of attachments (7.3.4), attachments (7.3.7), turned tables (8). */
#include <stdlib.h>
#include <string.h>

#include "audit/audit_int.h"

/* ---- list of attachments (7.3.4) ---- */

struct finding annex_note_gap(const struct audit *audit, const struct clause *row)
{
	int first = line_first(audit, ROLE_ANNEX_NOTE);
	(void)row;
	if (first == NONE)
		return finding_optional();
	if (first == 0 || audit->lines[first - 1].page != audit->lines[first].page)
		return finding_none();
	return finding_mm(audit->lines[first].top - audit->lines[first - 1].bottom, audit->lines[first].page + 1);
}

struct finding annex_note_indent(const struct audit *audit, const struct clause *row)
{
	int first = line_first(audit, ROLE_ANNEX_NOTE);
	(void)row;
	if (first == NONE)
		return finding_optional();
	return finding_mm(audit->lines[first].left - audit->grid.area.left, audit->lines[first].page + 1);
}

/* Where the name begins: after 附件： and its number. 0: the line has no name of its own. */
static unsigned name_begins(const struct line *line)
{
	unsigned i = text_matches(line->text, "^附件[：:]") ? 3 : 0, label = i;
	while (i < line->count && line->chars[i]->code >= '0' && line->chars[i]->code <= '9')
		i++;
	if (i > label && i + 1 < line->count && (line->chars[i]->code == '.' || line->chars[i]->code == 0xFF0E))
		return i + 1;
	return label;
}

static bool begins_item(const struct line *line)
{
	return name_begins(line) > 0;
}

struct finding annex_note_end(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_none();
	(void)row;
	if (line_first(audit, ROLE_ANNEX_NOTE) == NONE)
		return finding_optional();
	for (int i = line_first(audit, ROLE_ANNEX_NOTE); i != NONE; i = line_next(audit, i, ROLE_ANNEX_NOTE)) {
		int next = line_next(audit, i, ROLE_ANNEX_NOTE);
		if (next == NONE || begins_item(&audit->lines[next]))
			finding_first_failure(&all, finding_check(!text_matches(audit->lines[i].text, "[。，；、：.,;]$"),
													  text_quoted(audit, audit->lines[i].text), audit->lines[i].page + 1));
	}
	return all;
}

struct finding annex_note_turn_over(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	len name = 0;
	for (int i = line_first(audit, ROLE_ANNEX_NOTE); i != NONE; i = line_next(audit, i, ROLE_ANNEX_NOTE)) {
		const struct line *line = &audit->lines[i];
		unsigned begins = name_begins(line);
		if (begins && begins < line->count) {
			const struct reader_char *first = line->chars[begins];
			name = first->x + (code_is_opening(first->code) ? line->size / 2 : 0);
			continue;
		}
		len start = line_start(line, name);
		/* an opening mark may keep its blank half or lose it, here and there */
		len off = start - name;
		if (abs(off + line->size / 2) < abs(off))
			off += line->size / 2;
		if (name)
			finding_worst(&worst, row, finding_mm(off, line->page + 1));
	}
	return worst;
}

/* ---- attachments (7.3.7) ---- */

struct finding annex_face(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_optional();
	(void)row;
	for (int i = line_first(audit, ROLE_ANNEX); i != NONE; i = line_next(audit, i, ROLE_ANNEX)) {
		const struct line *line = &audit->lines[i];
		bool ok = line->face == FACE_HEI && line->size >= PT(15.7) && line->size <= PT(16.05);
		if (line->face != FACE_UNKNOWN) {
			all.state = all.state == NOT_APPLICABLE ? NOT_FOUND : all.state;
			finding_first_failure(
				&all, finding_check(ok, arena_printf(audit->arena, "%s %.1f pt", face_name(line->face), len_to_pt(line->size)),
									line->page + 1));
		}
	}
	return all;
}

struct finding annex_left(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	for (int i = line_first(audit, ROLE_ANNEX); i != NONE; i = line_next(audit, i, ROLE_ANNEX))
		finding_worst(&worst, row, finding_mm(audit->lines[i].left - audit->grid.area.left, audit->lines[i].page + 1));
	return worst;
}

struct finding annex_line(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	for (int i = line_first(audit, ROLE_ANNEX); i != NONE; i = line_next(audit, i, ROLE_ANNEX))
		finding_worst(&worst, row, finding_count(line_on_grid(audit, &audit->lines[i]), audit->lines[i].page + 1));
	return worst;
}

struct finding annex_title_line(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	for (int i = line_first(audit, ROLE_ANNEX); i != NONE; i = line_next(audit, i, ROLE_ANNEX))
		if ((unsigned)i + 1 < audit->line_count && audit->lines[i + 1].role == ROLE_ANNEX_TITLE)
			finding_worst(&worst, row, finding_count(line_on_grid(audit, &audit->lines[i + 1]), audit->lines[i].page + 1));
	return worst;
}

struct finding annex_title_centre(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_optional();
	for (int i = line_first(audit, ROLE_ANNEX_TITLE); i != NONE; i = line_next(audit, i, ROLE_ANNEX_TITLE))
		finding_worst(&worst, row, finding_mm(line_off_centre(&audit->lines[i], area_centre(audit)), audit->lines[i].page + 1));
	return worst;
}

static char *joined(const struct audit *audit, enum role role, int from, unsigned page, bool any_page)
{
	GString *text = g_string_new(NULL);
	for (int i = from; i != NONE; i = line_next(audit, i, role))
		if (any_page || audit->lines[i].page == page)
			g_string_append(text, audit->lines[i].text);
	return g_string_free(text, FALSE);
}

struct finding annex_named(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_optional();
	char *list = joined(audit, ROLE_ANNEX_NOTE, line_first(audit, ROLE_ANNEX_NOTE), 0, true);
	(void)row;
	for (int i = line_first(audit, ROLE_ANNEX); i != NONE; i = line_next(audit, i, ROLE_ANNEX)) {
		unsigned page = audit->lines[i].page;
		char *title = joined(audit, ROLE_ANNEX_TITLE, line_first(audit, ROLE_ANNEX_TITLE), page, false);
		if (*title) {
			struct finding next = finding_check(strstr(list, title) != NULL, text_quoted(audit, title), page + 1);
			all = all.state == NOT_APPLICABLE ? next : all;
			finding_first_failure(&all, next);
		}
		g_free(title);
	}
	g_free(list);
	return all;
}

/* ---- turned tables (8) ---- */

struct finding turned_pages(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_optional();
	(void)row;
	for (unsigned p = 0; p < audit->document->page_count; p++) {
		unsigned counts[READER_RIGHT + 1] = {0};
		const struct reader_page *page = &audit->document->pages[p];
		for (unsigned i = 0; i < page->char_count; i++)
			counts[page->chars[i].turn] += page->chars[i].drawn;
		bool turned = counts[READER_LEFT] + counts[READER_RIGHT] > counts[READER_UPRIGHT];
		if (!turned || page->width > page->height) /* a sheet that lies on its side is G-01's */
			continue;
		bool ok = counts[READER_LEFT] > counts[READER_RIGHT];
		struct finding next = finding_check(ok, ok ? "↺ 90°" : "↻ 90°", p + 1);
		all = all.state == NOT_APPLICABLE ? next : all;
		finding_first_failure(&all, next);
	}
	return all;
}
