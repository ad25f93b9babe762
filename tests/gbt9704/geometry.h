/* Measures of GB/T 9704—2012 and what the tests of all subjects ask of a line. */
#ifndef GONGWEN_TESTS_GEOMETRY_H
#define GONGWEN_TESTS_GEOMETRY_H

#include "support/areas.h"

#define LEFT      28.0
#define TOP       37.0
#define RIGHT     184.0
#define BOTTOM    262.0
#define PITCH     (225.0 / 22)
#define CHARACTER (156.0 / 28)
#define EM        (16 * MM_PER_PT) /* 三号 */
#define EM_4      (14 * MM_PER_PT) /* 四号 */
#define CENTRE    ((LEFT + RIGHT) / 2)

static inline bool is(const char *one, const char *other)
{
	return g_strcmp0(one, other) == 0;
}

static inline bool is_text(const struct line *line)
{
	return !line->artifact && !line->table && line->top >= TOP - 0.01;
}

/* A line of a justified paragraph in the body's measure. */
static inline bool is_paragraph(const struct line *line)
{
	return is_text(line) && is(line->tag, "P") && fabs(line->size - 16) < 0.01 &&
		   (fabs(line->left - LEFT) < 0.01 || (line->first && fabs(line->left - LEFT - 2 * CHARACTER) < 0.01));
}

/* The document's pitch: 225/22 mm, or less by whole percents, by ten at most, for its seal's sake (7.3.5.5; G-49). */
static inline double pitch_of(const struct sheets *sheets)
{
	for (guint i = 0; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		double pitch = line->bottom - line->top, less = round((1 - pitch / PITCH) * 100);

		if (!is_paragraph(line))
			continue;
		assert_true(less >= 0 && less <= 10);
		assert_mm(sheets, line->page, "pitch", pitch, PITCH * (1 - less / 100), 0.002);
		return pitch;
	}
	return PITCH;
}

/* What a page has: lines of text, of tables, and of the body's paragraphs. */
struct content {
	int lines, table, body;
};

static inline struct content content(const struct sheets *sheets, int page)
{
	struct content content = {0};

	for (guint i = 0; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (line->page != page)
			continue;
		content.lines += is_text(line);
		content.table += line->table;
		content.body += is_paragraph(line);
	}
	return content;
}

static inline void check_face(const struct sheets *sheets, const struct line *line, const char *font, const char *size)
{
	if (!is(line_han(sheets, line, "font"), font) || !is(line_han(sheets, line, "size"), size) ||
		!is(line_han(sheets, line, "color"), "#000000ff"))
		fail_msg("%s, page %d: “%s” is in %s %s pt", sheets->name, line->page + 1, line->words, line_han(sheets, line, "font"),
				 line_han(sheets, line, "size"));
}

static inline double border_mm(xmlNode *node, const char *side)
{
	const char *border = areas_get(node, side);

	return border ? g_ascii_strtod(strchr(border, ' '), NULL) * MM_PER_PT : 0;
}

static inline xmlNode *red_rule(const struct sheets *sheets)
{
	GPtrArray *found = year_find(xmlDocGetRootElement(sheets->doc), "page[1]/region[@name = 'xsl-region-body']"
																	"//block[contains(@border-before, '#ff0000ff')]");
	xmlNode *rule = found->pdata[0];

	assert_int_equal(found->len, 1);
	g_ptr_array_unref(found);
	return rule;
}

/* The date of a case's notice, without zeros in front (N-07). */
static inline const char *notice_date(int number)
{
	int y, m, d;

	assert_int_equal(sscanf(year_value(NULL, year_print("//case[@number = %d]/notice/@date", number)), "%d-%d-%d", &y, &m, &d),
					 3);
	return year_print("%d年%d月%d日", y, m, d);
}

static inline xmlNode *record_frame(const struct sheets *sheets)
{
	GPtrArray *found = year_find(xmlDocGetRootElement(sheets->doc), "//block[@border-before and @border-after and @tag = 'Div']");
	xmlNode *frame = found->pdata[0];

	assert_int_equal(found->len, 1);
	g_ptr_array_unref(found);
	return frame;
}

#endif
