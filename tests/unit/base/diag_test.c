/* Diagnostics: texts in two languages, order, counts, strictness, and both printed forms: src/base/diag.c, diag.def. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "base/base.h"

#define AT(file, line, col) ((struct place){file, line, col})
#define NOWHERE             ((struct place){0})

static int setup(void **state)
{
	*state = diag_open(DIAG_ENGLISH);
	return 0;
}

static int teardown(void **state)
{
	diag_close(*state);
	return 0;
}

#define assert_prints(sink, format, at_least, expected)                                                                          \
	do {                                                                                                                         \
		char *made = diag_print(sink, format, at_least);                                                                         \
		assert_string_equal(made, expected);                                                                                     \
		free(made);                                                                                                              \
	} while (0)

static void test_english(void **state)
{
	diag_report(*state, DIAG_XML_SYNTAX, AT("year.xml", 12, 5), "found %s, %d times", "x", 2);
	diag_say(*state, DIAG_XML_DOCTYPE, AT("year.xml", 13, 1));
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "year.xml:12:5: error G101: not well-formed XML: found x, 2 times\n"
				  "year.xml:13:1: error G103: a DOCTYPE is not allowed\n");
}

/* The name of a file may be any bytes; a message is one line. */
static void test_a_name_of_two_lines(void **state)
{
	diag_say(*state, DIAG_XML_DOCTYPE, AT("a\nb.xml", 1, 1));
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE, "a\\x0ab.xml:1:1: error G103: a DOCTYPE is not allowed\n");
}

/* What is said of a character is said once a file, at its first place. */
static void test_characters_are_counted(void **state)
{
	static const int lines[] = {9, 3, 7};
	for (size_t i = 0; i < 3; i++)
		diag_report(*state, DIAG_GLYPH_MISSING, AT("a.fo", lines[i], 1), "U+%04X", 0x3402);
	diag_report(*state, DIAG_GLYPH_MISSING, AT("a.fo", 3, 1), "U+%04X", 0x3402); /* the same place */
	diag_report(*state, DIAG_GLYPH_MISSING, AT("a.fo", 5, 1), "U+%04X", 0x3403);
	diag_report(*state, DIAG_GLYPH_MISSING, AT("b.fo", 1, 1), "U+%04X", 0x3402);
	diag_report(*state, DIAG_GLYPH_MISSING, AT("b.fo", 2, 1), "U+%04X", 0x3402);
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "a.fo:3:1: error G504: none of the fonts asked for has the character: U+3402 (and in 2 more places)\n"
				  "a.fo:5:1: error G504: none of the fonts asked for has the character: U+3403\n"
				  "b.fo:1:1: error G504: none of the fonts asked for has the character: U+3402 (and in 1 more place)\n");
	assert_int_equal(diag_count(*state, DIAG_ERROR), 6);
}

/* A list with a label that is too wide is said once, a line with another text by itself. */
static void test_lines_are_counted(void **state)
{
	for (int line = 1; line <= 4; line++)
		diag_report(*state, DIAG_OVERFULL_LINE, AT("a.fo", line, 1), "“%s”: 0.71 mm", line == 3 ? "12." : "•");
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "a.fo:1:1: warning G601: line is wider than its place: “•”: 0.71 mm (and in 2 more places)\n"
				  "a.fo:3:1: warning G601: line is wider than its place: “12.”: 0.71 mm\n");
}

/* A listing whose lines run over is said once, by its widest line. */
static void test_widest_line_speaks(void **state)
{
	static const int over[] = {500, 900, 700};
	for (size_t i = 0; i < 3; i++)
		diag_report_by(*state, DIAG_OVERFULL_LINE, AT("a.fo", 2, 1), over[i], "“line %zu”: %d", i + 1, over[i]);
	diag_report_by(*state, DIAG_OVERFULL_LINE, AT("a.fo", 3, 1), 10, "“line 2”: 10");
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "a.fo:2:1: warning G601: line is wider than its place: “line 2”: 900 (and in 2 more places)\n"
				  "a.fo:3:1: warning G601: line is wider than its place: “line 2”: 10\n");
	assert_int_equal(diag_count(*state, DIAG_WARNING), 4);
}

/* Each link has another target: a document full of them does not drown what else is said. */
static void test_links_are_counted(void **state)
{
	for (int line = 1; line <= 200; line++)
		diag_report(*state, DIAG_PDF_LINK, AT("a.fo", line, 1), "page%d.html", line);
	diag_report(*state, DIAG_PDF_LINK, AT("b.fo", 1, 1), "page1.html");
	assert_prints(
		*state, DIAG_TEXT, DIAG_NOTE,
		"a.fo:1:1: warning G702: link target is not allowed; the link is left out: page1.html (and in 199 more places)\n"
		"b.fo:1:1: warning G702: link target is not allowed; the link is left out: page1.html\n");
}

/* Whoever writes lengths without units writes all of them so. */
static void test_units_are_counted(void **state)
{
	for (int line = 1; line <= 20; line++)
		diag_report(*state, DIAG_PROP_NUMBER, AT("a.fo", line, 1), "width=\"%d\"", line);
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "a.fo:1:1: warning G405: a length without a unit counts as px: width=\"1\" (and in 19 more places)\n");
}

/* A prefix without its xmlns is to be mended at one place, whatever number of elements it has. */
static void test_prefixes_are_counted(void **state)
{
	for (int line = 1; line <= 200; line++)
		diag_report(*state, DIAG_XML_SYNTAX, AT("a.fo", line, 1), "prefix %s is not declared", line == 3 ? "fox" : "fo");
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "a.fo:1:1: error G101: not well-formed XML: prefix fo is not declared (and in 198 more places)\n"
				  "a.fo:3:1: error G101: not well-formed XML: prefix fox is not declared\n");
}

/* Texts that may not stand in an object are said once for each kind of object; a message is one line, whatever it quotes. */
static void test_texts_are_counted(void **state)
{
	for (int line = 1; line <= 12; line++)
		diag_report(*state, DIAG_FO_TEXT, AT("a.fo", line, 1), "%s: \"%d\nb\"", line == 3 ? "fo:table-row" : "fo:flow", line);
	assert_prints(
		*state, DIAG_TEXT, DIAG_NOTE,
		"a.fo:1:1: warning G308: text may not stand here; it is left out: fo:flow: \"1\\x0ab\" (and in 10 more places)\n"
		"a.fo:3:1: warning G308: text may not stand here; it is left out: fo:table-row: \"3\\x0ab\"\n");
}

/* What is to be mended at its own place is said there, but a flood of it is not: ten places, then how many others there are. */
static void test_mistakes_are_counted_from_ten_on(void **state)
{
	for (int line = 1; line <= 12; line++)
		diag_report(*state, DIAG_FO_MISSING, AT("a.fo", line, 1), "%s", line == 3 ? "fo:flow" : "fo:list-item-body");
	GString *expected = g_string_new("");
	for (int line = 1; line <= 11; line++)
		g_string_append_printf(expected, "a.fo:%d:1: error G305: a required formatting object is missing: %s%s\n", line,
							   line == 3 ? "fo:flow" : "fo:list-item-body", line == 11 ? " (and in 1 more place)" : "");
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE, expected->str);
	g_string_free(expected, TRUE);
}

static void test_chinese(void **state)
{
	struct diag_sink *sink = diag_open(DIAG_CHINESE);
	(void)state;
	assert_int_equal(diag_language(sink), DIAG_CHINESE);
	diag_report(sink, DIAG_RESOURCE_OUTSIDE, AT("年度.xml", 3, 9), "%s", "../甲.xml");
	diag_say(sink, DIAG_NOTHING_TO_MAKE, AT("年度.xml", 4, 1));
	assert_prints(
		sink, DIAG_TEXT, DIAG_NOTE,
		"年度.xml:3:9: error G106: 文件不在允许读取的目录内：../甲.xml\n年度.xml:4:1: warning G008: 没有可以生成的文书\n");
	diag_close(sink);
}

/* Codes are stable and each stands once; every row speaks both languages. */
static void test_rows(void **state)
{
	static const struct {
		const char *code, *en, *zh;
	} rows[] = {
#define DIAG(symbol, code, severity, en, zh) {code, en, zh},
#include "base/diag.def"
#undef DIAG
	};
	struct diag_sink *sink = *state;
	for (unsigned i = 0; i < DIAG_COUNT; i++) {
		assert_true(rows[i].code[0] == 'G' && strspn(rows[i].code + 1, "0123456789") == 3 && strlen(rows[i].code) == 4);
		for (unsigned other = 0; other < i; other++)
			assert_string_not_equal(rows[i].code, rows[other].code);
		diag_say(sink, (enum diag_code)i, AT("a", (int)i + 1, 1));
		assert_string_equal(diag_get(sink, i)->code, rows[i].code);
		assert_string_equal(diag_get(sink, i)->text, rows[i].en);
		assert_true((unsigned char)rows[i].zh[0] >= 0x80 || strncmp(rows[i].zh, "XML ", 4) == 0 ||
					strncmp(rows[i].zh, "PDF ", 4) == 0);
		assert_true(g_utf8_validate(rows[i].zh, -1, NULL));
	}
	assert_int_equal(diag_size(sink), DIAG_COUNT);
}

static void test_severities(void **state)
{
	struct diag_sink *sink = *state;
	diag_say(sink, DIAG_FONT_FALLBACK, AT("a", 1, 1));
	diag_say(sink, DIAG_NOTHING_TO_MAKE, AT("a", 2, 1));
	diag_say(sink, DIAG_SCHEMA, AT("a", 3, 1));
	diag_say(sink, DIAG_IO_READ, AT("a", 4, 1));
	assert_int_equal(diag_count(sink, DIAG_NOTE), 4);
	assert_int_equal(diag_count(sink, DIAG_WARNING), 3);
	assert_int_equal(diag_count(sink, DIAG_ERROR), 2);
	assert_int_equal(diag_count(sink, DIAG_FAILURE), 1);
	assert_prints(sink, DIAG_TEXT, DIAG_ERROR, "a:3:1: error G201: not as the schema says\na:4:1: error G001: cannot read\n");
	assert_prints(sink, DIAG_TEXT, DIAG_FAILURE, "a:4:1: error G001: cannot read\n");
}

static void test_strict(void **state)
{
	struct diag_sink *sink = *state, *like;
	diag_say(sink, DIAG_NOTHING_TO_MAKE, AT("a", 1, 1));
	diag_set_strict(sink, true);
	diag_say(sink, DIAG_NOTHING_TO_MAKE, AT("a", 2, 1));
	diag_say(sink, DIAG_FONT_FALLBACK, AT("a", 3, 1));
	diag_report_rule(sink, "R08", DIAG_WARNING, AT("a", 4, 1), "text");
	assert_int_equal(diag_get(sink, 0)->severity, DIAG_WARNING);
	assert_int_equal(diag_get(sink, 1)->severity, DIAG_ERROR);
	assert_int_equal(diag_get(sink, 2)->severity, DIAG_NOTE);
	assert_int_equal(diag_get(sink, 3)->severity, DIAG_ERROR);
	like = diag_open_like(sink);
	assert_int_equal(diag_size(like), 0);
	diag_say(like, DIAG_NOTHING_TO_MAKE, AT("a", 1, 1));
	assert_int_equal(diag_count(like, DIAG_ERROR), 1);
	diag_close(like);
	diag_set_strict(sink, false);
	diag_say(sink, DIAG_NOTHING_TO_MAKE, AT("a", 5, 1));
	assert_int_equal(diag_get(sink, 4)->severity, DIAG_WARNING);
}

static void test_like_keeps_the_language(void **state)
{
	struct diag_sink *chinese = diag_open(DIAG_CHINESE), *like = diag_open_like(chinese);
	(void)state;
	assert_int_equal(diag_language(like), DIAG_CHINESE);
	diag_say(like, DIAG_NOTHING_TO_MAKE, NOWHERE);
	assert_string_equal(diag_get(like, 0)->text, "没有可以生成的文书");
	assert_int_equal(diag_get(like, 0)->severity, DIAG_WARNING);
	diag_close(like);
	diag_close(chinese);
}

static void test_rules(void **state)
{
	diag_report_rule(*state, "R08", DIAG_ERROR, AT("year.xml", 7, 3), "分值合计 99，应为 100%");
	diag_report_rule(*state, "R09", DIAG_WARNING, AT("year.xml", 7, 3), "%s%n");
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE,
				  "year.xml:7:3: error R08: 分值合计 99，应为 100%\nyear.xml:7:3: warning R09: %s%n\n");
}

/* By file, line, column as numbers; what stands at one place keeps the order of report. */
static void test_order(void **state)
{
	struct diag_sink *sink = *state;
	diag_report_rule(sink, "R01", DIAG_ERROR, AT("b.xml", 1, 1), "1");
	diag_report_rule(sink, "R02", DIAG_ERROR, AT("a.xml", 10, 1), "2");
	diag_report_rule(sink, "R03", DIAG_ERROR, AT("a.xml", 9, 20), "3");
	diag_report_rule(sink, "R09", DIAG_ERROR, AT("a.xml", 9, 3), "z");
	diag_report_rule(sink, "R04", DIAG_ERROR, AT("a.xml", 9, 3), "a");
	diag_report_rule(sink, "R05", DIAG_NOTE, AT("a.xml", 9, 3), "m");
	assert_prints(sink, DIAG_TEXT, DIAG_NOTE,
				  "a.xml:9:3: error R09: z\na.xml:9:3: error R04: a\na.xml:9:3: note R05: m\na.xml:9:20: error R03: 3\n"
				  "a.xml:10:1: error R02: 2\nb.xml:1:1: error R01: 1\n");
	assert_string_equal(diag_get(sink, 0)->code, "R01");
	assert_string_equal(diag_get(sink, 5)->code, "R05");
}

static void test_unknown_places(void **state)
{
	diag_report_rule(*state, "R01", DIAG_ERROR, AT("a.xml", 0, 0), "whole file");
	diag_report_rule(*state, "R02", DIAG_ERROR, NOWHERE, "nowhere");
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE, "gongwen: error R02: nowhere\na.xml: error R01: whole file\n");
}

/* The sink keeps copies of file names and texts. */
static void test_borrowed_texts_may_go(void **state)
{
	char file[] = "year.xml", rule[] = "R08", text[] = "text";
	diag_report_rule(*state, rule, DIAG_ERROR, AT(file, 1, 2), text);
	memset(file, 'x', sizeof file - 1);
	memset(rule, 'x', sizeof rule - 1);
	memset(text, 'x', sizeof text - 1);
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE, "year.xml:1:2: error R08: text\n");
}

static void test_append(void **state)
{
	struct diag_sink *from = diag_open(DIAG_CHINESE), *to = *state;
	diag_report_rule(to, "R01", DIAG_ERROR, AT("b.xml", 1, 1), "own");
	diag_say(from, DIAG_NOTHING_TO_MAKE, AT("a.xml", 2, 2));
	diag_report_rule(from, "R02", DIAG_NOTE, AT("a.xml", 1, 1), "note");
	diag_append(to, from);
	diag_close(from);
	assert_int_equal(diag_size(to), 3);
	assert_int_equal(diag_count(to, DIAG_WARNING), 2);
	assert_prints(to, DIAG_TEXT, DIAG_NOTE,
				  "a.xml:1:1: note R02: note\na.xml:2:2: warning G008: 没有可以生成的文书\nb.xml:1:1: error R01: own\n");
}

/* A warning stays one, however strict the sink is that it comes to. */
static void test_append_changes_nothing(void **state)
{
	struct diag_sink *strict = diag_open(DIAG_ENGLISH);
	diag_say(*state, DIAG_NOTHING_TO_MAKE, AT("a.xml", 2, 2));
	diag_set_strict(strict, true);
	diag_append(strict, *state);
	assert_int_equal(diag_get(strict, 0)->severity, DIAG_WARNING);
	assert_int_equal(diag_count(strict, DIAG_ERROR), 0);
	diag_close(strict);
}

static void test_json(void **state)
{
	diag_report_rule(*state, "R08", DIAG_WARNING, AT("a \"b\"\\.xml", 3, 4), "行\t一\n\"二\" \\ \001");
	diag_say(*state, DIAG_XML_DOCTYPE, NOWHERE);
	assert_prints(
		*state, DIAG_JSON, DIAG_NOTE,
		"[\n  {\"file\": null, \"line\": 0, \"column\": 0, \"severity\": \"error\", \"code\": \"G103\", "
		"\"text\": \"a DOCTYPE is not allowed\", \"zh\": \"不允许使用 DOCTYPE\", \"en\": \"a DOCTYPE is not allowed\"},\n"
		"  {\"file\": \"a \\\"b\\\"\\\\.xml\", \"line\": 3, \"column\": 4, \"severity\": \"warning\", \"code\": \"R08\", "
		"\"text\": \"行\\u0009一\\u000a\\\"二\\\" \\\\ \\u0001\"}\n]\n");
}

/* What a complaint is about, for programs; strictness lifts it to an error. */
static void test_about(void **state)
{
	struct diag_sink *sink = *state;
	struct diag_about about = {.department = "finance", .target = "C1", .zh = "超过", .en = "above"};

	assert_false(diag_report_about(sink, "R19", DIAG_WARNING, AT("a.xml", 1, 2), &about));
	assert_prints(
		sink, DIAG_JSON, DIAG_NOTE,
		"[\n  {\"file\": \"a.xml\", \"line\": 1, \"column\": 2, \"severity\": \"warning\", \"code\": \"R19\", "
		"\"text\": \"above\", \"department\": \"finance\", \"target\": \"C1\", \"zh\": \"超过\", \"en\": \"above\"}\n]\n");
	diag_set_strict(sink, true);
	assert_true(diag_report_about(sink, "R19", DIAG_WARNING, AT("a.xml", 2, 2), &about));
}

/* JSON is UTF-8, whatever bytes a file name or a text held. */
static void test_json_is_utf8(void **state)
{
	char *printed;
	diag_report_rule(*state, "R08", DIAG_ERROR, AT("a\xFF.xml", 1, 1), "\xC4\xEA");
	printed = diag_print(*state, DIAG_JSON, DIAG_NOTE);
	assert_true(g_utf8_validate(printed, -1, NULL));
	assert_non_null(strstr(printed, "\xEF\xBF\xBD.xml"));
	free(printed);
}

static void test_nothing_said(void **state)
{
	char *printed = diag_print(*state, DIAG_JSON, DIAG_NOTE);
	assert_string_equal(g_strdelimit(printed, "\n", ' '), "[ ] ");
	free(printed);
	assert_prints(*state, DIAG_TEXT, DIAG_NOTE, "");
	diag_say(*state, DIAG_NOTHING_TO_MAKE, NOWHERE);
	printed = diag_print(*state, DIAG_JSON, DIAG_ERROR);
	assert_string_equal(g_strdelimit(printed, "\n", ' '), "[ ] ");
	free(printed);
	diag_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_english, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_name_of_two_lines, setup, teardown),
		cmocka_unit_test_setup_teardown(test_characters_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lines_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_widest_line_speaks, setup, teardown),
		cmocka_unit_test_setup_teardown(test_links_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_units_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_prefixes_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_texts_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_mistakes_are_counted_from_ten_on, setup, teardown),
		cmocka_unit_test(test_chinese),
		cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
		cmocka_unit_test_setup_teardown(test_severities, setup, teardown),
		cmocka_unit_test_setup_teardown(test_strict, setup, teardown),
		cmocka_unit_test(test_like_keeps_the_language),
		cmocka_unit_test_setup_teardown(test_rules, setup, teardown),
		cmocka_unit_test_setup_teardown(test_order, setup, teardown),
		cmocka_unit_test_setup_teardown(test_unknown_places, setup, teardown),
		cmocka_unit_test_setup_teardown(test_borrowed_texts_may_go, setup, teardown),
		cmocka_unit_test_setup_teardown(test_append, setup, teardown),
		cmocka_unit_test_setup_teardown(test_append_changes_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(test_json, setup, teardown),
		cmocka_unit_test_setup_teardown(test_about, setup, teardown),
		cmocka_unit_test_setup_teardown(test_json_is_utf8, setup, teardown),
		cmocka_unit_test_setup_teardown(test_nothing_said, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
