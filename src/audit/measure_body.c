/* measure_body: title, addressees, paragraphs, levels, list of attachments (7.3.1 – 7.3.4), attachments (7.3.7), turned tables (8). */
#include <stdlib.h>
#include <string.h>

#include "audit/audit_int.h"

static len centre_of(const struct audit *audit)
{
	return (audit->grid.area.left + audit->grid.area.right) / 2;
}

static const char *quoted(const struct audit *audit, const char *text)
{
	return arena_printf(audit->arena, "“%s”", text);
}

static struct finding faces_checked(const struct audit *audit, const struct line *line, bool ok)
{
	return finding_check(ok,
						 arena_printf(audit->arena, "%s%s “%s”", face_name(line->face), line->bold ? " bold" : "", line->text),
						 line->page + 1);
}

/* ---- title (7.3.1) ---- */

struct finding title_gap(const struct audit *audit, const struct clause *row)
{
	(void)row;
	if (audit->title == NONE || !audit->rule_count)
		return finding_none();
	return finding_mm(audit->lines[audit->title].top - audit->rules[audit->rule_count - 1]->box.bottom, 1);
}

struct finding title_size(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = audit->title; i < audit->title_end; i++)
		finding_worst(&worst, row, finding_pt(audit->lines[i].size, 1));
	return worst;
}

struct finding title_face(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_none();
	(void)row;
	for (int i = audit->title; i < audit->title_end; i++)
		if (audit->lines[i].face != FACE_UNKNOWN)
			finding_first_failure(&all,
								  finding_check(audit->lines[i].face == FACE_XIAOBIAOSONG, face_name(audit->lines[i].face), 1));
	return all;
}

struct finding title_centre(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = audit->title; i < audit->title_end; i++)
		finding_worst(&worst, row, finding_mm(line_off_centre(&audit->lines[i], centre_of(audit)), 1));
	return worst;
}

/* Lengths rise, fall, or rise and then fall; two neighbours in a row are not all alike. */
struct finding title_shape(const struct audit *audit, const struct clause *row)
{
	bool fell = false, rose_again = false, differs = false;
	GString *seen = g_string_new(NULL);
	(void)row;
	for (int i = audit->title; i < audit->title_end; i++) {
		const struct line *line = &audit->lines[i];
		len width = line->right - line->left;
		g_string_append_printf(seen, "%s%.1f", i == audit->title ? "" : " ", (double)width / line->size);
		if (i == audit->title)
			continue;
		len change = width - (line[-1].right - line[-1].left);
		differs = differs || abs(change) > line->size / 2;
		rose_again = rose_again || (fell && change > line->size / 2);
		fell = fell || change < -line->size / 2;
	}
	const char *widths = arena_string(audit->arena, seen->str);
	g_string_free(seen, TRUE);
	if (audit->title == NONE)
		return finding_none();
	return audit->title_end - audit->title == 1 ? finding_optional() : finding_check(differs && !rose_again, widths, 1);
}

/* ---- addressees (7.3.2) ---- */

struct finding addressee_left(const struct audit *audit, const struct clause *row)
{
	struct finding worst = finding_none();
	for (int i = line_first(audit, ROLE_ADDRESSEE); i != NONE; i = line_next(audit, i, ROLE_ADDRESSEE))
		finding_worst(
			&worst, row,
			finding_mm(line_start(&audit->lines[i], audit->grid.area.left) - audit->grid.area.left, audit->lines[i].page + 1));
	return worst;
}

struct finding addressee_end(const struct audit *audit, const struct clause *row)
{
	int last = line_last(audit, ROLE_ADDRESSEE);
	(void)row;
	if (last == NONE)
		return finding_none();
	return finding_check(g_str_has_suffix(audit->lines[last].text, "："), quoted(audit, audit->lines[last].text), 1);
}

struct finding addressee_gap(const struct audit *audit, const struct clause *row)
{
	int first = line_first(audit, ROLE_ADDRESSEE);
	(void)row;
	if (first == NONE || audit->title == NONE)
		return finding_none();
	return finding_mm(audit->lines[first].top - audit->lines[audit->title_end - 1].bottom, 1);
}

struct finding order_text_gap(const struct audit *audit, const struct clause *row)
{
	int number = line_first(audit, ROLE_NUMBER), text = line_first(audit, ROLE_TEXT);
	(void)row;
	if (number == NONE || text == NONE || audit->lines[text].page != 0)
		return finding_none();
	return finding_mm(audit->lines[text].top - audit->lines[number].bottom, 1);
}

/* ---- paragraphs (7.3.3) ---- */

struct finding text_on_first_page(const struct audit *audit, const struct clause *row)
{
	unsigned count = 0;
	(void)row;
	for (unsigned i = audit->sheets[0].first; i < audit->sheets[0].end; i++)
		count += audit->lines[i].role == ROLE_TEXT;
	if (line_first(audit, ROLE_TEXT) == NONE)
		return finding_none();
	return finding_check(count > 0, arena_printf(audit->arena, "%u", count), 1);
}

/* How far a line of the text begins from the edge: at it (a turn-over), some characters in (a paragraph's first), or elsewhere. */
enum start { START_TURN_OVER, START_PARAGRAPH, START_ELSEWHERE };

static enum start start_of(const struct audit *audit, const struct line *line, len *offset)
{
	len at_edge = line_start(line, audit->grid.area.left) - audit->grid.area.left;
	len indented = line_start(line, audit->grid.area.left + 2 * CHARACTER) - audit->grid.area.left;
	*offset = at_edge;
	if (abs(at_edge) < CHARACTER * 3 / 4)
		return START_TURN_OVER;
	*offset = indented;
	return indented > 0 && indented < CHARACTER * 7 / 2 ? START_PARAGRAPH : START_ELSEWHERE;
}

static struct finding worst_start(const struct audit *audit, const struct clause *row, enum start kind)
{
	struct finding worst = finding_none();
	len offset;
	for (int i = line_first(audit, ROLE_TEXT); i != NONE; i = line_next(audit, i, ROLE_TEXT))
		if (start_of(audit, &audit->lines[i], &offset) == kind)
			finding_worst(&worst, row, finding_mm(offset, audit->lines[i].page + 1));
	return worst;
}

struct finding indent(const struct audit *audit, const struct clause *row)
{
	return worst_start(audit, row, START_PARAGRAPH);
}

struct finding turn_over(const struct audit *audit, const struct clause *row)
{
	return worst_start(audit, row, START_TURN_OVER);
}

/* The heading is told by its marker; the face is that of the characters up to the first full stop. */
static enum face heading_face(const struct audit *audit, const struct line *line, unsigned marker, bool *bold)
{
	unsigned counts[FACE_OTHER + 1] = {0}, bolds = 0, count = 0;
	enum face most = FACE_UNKNOWN;
	for (unsigned i = marker; i < line->count && line->chars[i]->code != 0x3002; i++) {
		if (!code_is_han(line->chars[i]->code))
			continue;
		counts[audit->faces[line->chars[i]->font]]++;
		bolds += audit->bolds[line->chars[i]->font];
		count++;
	}
	for (enum face face = FACE_UNKNOWN; face <= FACE_OTHER; face++)
		if (counts[face] > counts[most])
			most = face;
	*bold = 2 * bolds > count;
	return most;
}

/* A heading is a paragraph of its own without marks of a sentence, or runs in: the first sentence ends early in the line and the
 * paragraph goes on. What else begins with a marker is a numbered sentence, in the body's face. */
static bool is_heading(const struct audit *audit, int i)
{
	len offset;
	int next = line_next(audit, i, ROLE_TEXT);
	bool alone = next == NONE || start_of(audit, &audit->lines[next], &offset) != START_TURN_OVER;
	return text_matches(audit->lines[i].text, "。.") || (alone && !text_matches(audit->lines[i].text, "[。；，：]"));
}

static struct finding level(const struct audit *audit, const char *marker, enum face face)
{
	struct finding all = finding_optional();
	len offset;
	for (int i = line_first(audit, ROLE_TEXT); i != NONE; i = line_next(audit, i, ROLE_TEXT)) {
		const struct line *line = &audit->lines[i];
		bool bold;
		if (!text_matches(line->text, marker) || start_of(audit, line, &offset) != START_PARAGRAPH || !is_heading(audit, i))
			continue;
		enum face seen = heading_face(audit, line, 0, &bold);
		if (seen == FACE_UNKNOWN)
			continue;
		struct line shown = *line;
		shown.face = seen;
		shown.bold = bold;
		struct finding next = faces_checked(audit, &shown, seen == face && !bold);
		if (all.state == NOT_APPLICABLE)
			all = next;
		finding_first_failure(&all, next);
	}
	return all;
}

struct finding level_1(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return level(audit, "^[一二三四五六七八九十]{1,3}、", FACE_HEI);
}

struct finding level_2(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return level(audit, "^[（(][一二三四五六七八九十]{1,3}[）)]", FACE_KAI);
}

struct finding level_3(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return level(audit, "^(\\d{1,2}[.．]|[（(]\\d{1,2}[）)])", FACE_FANGSONG);
}

/* Numbers of documents in the text: the year in 〔 〕 and nothing else (N-02). */
struct finding brackets_in_text(const struct audit *audit, const struct clause *row)
{
	struct finding all = finding_optional();
	(void)row;
	for (unsigned i = 0; i < audit->line_count; i++) {
		const struct line *line = &audit->lines[i];
		bool wrong = text_matches(line->text, "\\p{Han}[\\[［（(【〈](19|20)\\d\\d[\\]］）)】〉]第?\\d+号");
		bool right = text_matches(line->text, "\\p{Han}〔(19|20)\\d\\d〕");
		if (line->role != ROLE_TEXT || (!wrong && !right))
			continue;
		struct finding next = finding_check(!wrong, quoted(audit, line->text), line->page + 1);
		if (all.state == NOT_APPLICABLE)
			all = next;
		finding_first_failure(&all, next);
	}
	return all;
}

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
													  quoted(audit, audit->lines[i].text), audit->lines[i].page + 1));
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
		finding_worst(&worst, row, finding_mm(line_off_centre(&audit->lines[i], centre_of(audit)), audit->lines[i].page + 1));
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
			struct finding next = finding_check(strstr(list, title) != NULL, quoted(audit, title), page + 1);
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
		if (counts[READER_LEFT] + counts[READER_RIGHT] <= counts[READER_UPRIGHT])
			continue;
		bool ok = counts[READER_LEFT] > counts[READER_RIGHT];
		struct finding next = finding_check(ok, ok ? "↺ 90°" : "↻ 90°", p + 1);
		all = all.state == NOT_APPLICABLE ? next : all;
		finding_first_failure(&all, next);
	}
	return all;
}
