/* measure_text: paragraphs and levels (7.3.3), and how numbers are written in the text (9). */
#include <stdlib.h>

#include "audit/audit_int.h"

/* ---- paragraphs ---- */

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

/* ---- levels ---- */

static struct finding faces_checked(const struct audit *audit, const struct line *line, bool ok)
{
	return finding_check(ok,
						 arena_printf(audit->arena, "%s%s “%s”", face_name(line->face), line->bold ? " bold" : "", line->text),
						 line->page + 1);
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

/* ---- wording (9) ---- */

/* Lines of the text that have something wrong or something right of a kind: the first wrong one, else the last right one. */
static struct finding wording(const struct audit *audit, const char *wrong, const char *right)
{
	struct finding all = finding_optional();
	for (int i = line_first(audit, ROLE_TEXT); i != NONE; i = line_next(audit, i, ROLE_TEXT)) {
		const struct line *line = &audit->lines[i];
		bool is_wrong = text_matches(line->text, wrong);
		if (!is_wrong && !text_matches(line->text, right))
			continue;
		struct finding next = finding_check(!is_wrong, text_quoted(audit, line->text), line->page + 1);
		all = all.state == NOT_APPLICABLE ? next : all;
		finding_first_failure(&all, next);
	}
	return all;
}

/* The year in 〔 〕 and nothing else (N-02). */
struct finding brackets_in_text(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return wording(audit, "\\p{Han}[\\[［（(【〈](19|20)\\d\\d[\\]］）)】〉]第?\\d+号", "\\p{Han}〔(19|20)\\d\\d〕");
}

/* A year of two digits that follows something else than a digit on its line, a zero before month or day, dots between. */
struct finding dates_in_text(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return wording(audit, "[^\\d]\\d\\d年\\d{1,2}月\\d|(19|20)\\d\\d(年0\\d月|[.．/]\\d{1,2}[.．/]\\d)|月0\\d日",
				   "(19|20)\\d\\d年([1-9]|1[0-2])月");
}

struct finding marks_in_text(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return wording(audit, "\\p{Han}([,;:?!]|\\.{3})(\\p{Han}|$)|\"\\p{Han}|\\p{Han}\"|\\p{Han}--", "[，。；：？！]");
}

/* 《title》（number）: a number that leads its document's title is the wrong way round. */
struct finding documents_in_text(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return wording(audit, "〔(19|20)\\d\\d〕\\d+号(文件?)?[）)]?《", "》（[^（）《》]*〔(19|20)\\d\\d〕");
}
