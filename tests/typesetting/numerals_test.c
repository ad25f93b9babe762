/* Punctuation and numerals of official text (typesetting.md, section 7: N-01 … N-12): the values of the functions that write them, and the
 * words of every document of the sample year. */
#include "support/year.h"

#include "base/base.h"

/* ---- the words of the samples ---- */

/* No document says what the pattern finds. */
static void check_nowhere(const char *pattern, const char *what)
{
	GRegex *regex = g_regex_new(pattern, 0, 0, NULL);

	assert_non_null(regex);
	assert_true(year.count > 0);
	for (size_t i = 0; i < year.count; i++) {
		GMatchInfo *match;

		if (g_regex_match(regex, year_words(year.files[i].name, NULL), 0, &match)) {
			char *found = g_match_info_fetch(match, 0);
			fail_msg("%s: %s: %s", year.files[i].name, what, found);
		}
		g_match_info_free(match);
	}
	g_regex_unref(regex);
}

/* Some document says it: the rules are about something. */
static bool stands_somewhere(const char *pattern)
{
	for (size_t i = 0; i < year.count; i++)
		if (g_regex_match_simple(pattern, year_words(year.files[i].name, NULL), 0, 0))
			return true;
	return false;
}

/* N-01: no dash of two ems between numbers or dates, no --, no hyphen between years, no full-width hyphen. */
static void test_connectors(void **state)
{
	(void)state;
	check_nowhere("--", "two hyphens");
	check_nowhere("[0-9日月年]——[0-9]", "a dash in place of a connector");
	check_nowhere("[0-9]{4}年?-[0-9]{4}年", "a hyphen between years");
	check_nowhere("[0-9]~[0-9]|－", "a tilde or full-width hyphen");
}

/* N-02: the year of a document's number: 〔2005〕, the number without 第 and zeros in front. */
static void test_document_numbers(void **state)
{
	(void)state;
	assert_true(stands_somewhere("〔20[0-9]{2}〕[0-9]+号"));
	check_nowhere("[\\[（【](?:19|20)[0-9]{2}[\\]）】](?:[0-9]+)号", "a year in other brackets");
	check_nowhere("〕0[0-9]*号", "a number with zeros in front");
}

/* N-03: no 、 between things that each have quotation marks or 《》. */
static void test_no_pause_between_quoted_things(void **state)
{
	(void)state;
	check_nowhere("[”》]、[“《]", "、 between quoted things");
	assert_true(stands_somewhere("《[^》]*》"));
}

/* N-04: outer “ ” and 《 》, inner ‘ ’ and 〈 〉; each that opens is closed, none is straight. */
static void check_nesting(const char *name, const char *words)
{
	static const struct {
		gunichar opens, closes, outer;
	} pairs[] = {{0x201C, 0x201D, 0}, {0x2018, 0x2019, 0x201C}, {0x300A, 0x300B, 0}, {0x3008, 0x3009, 0x300A}};
	GArray *open = g_array_new(FALSE, FALSE, sizeof(gunichar));

	for (const char *at = words; *at; at = g_utf8_next_char(at))
		for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
			gunichar c = g_utf8_get_char(at), inner = open->len ? g_array_index(open, gunichar, open->len - 1) : 0;

			if (c == pairs[i].opens) {
				if (inner == pairs[i].opens || (pairs[i].outer && inner != pairs[i].outer))
					fail_msg("%s: nested wrongly: %.60s", name, at);
				g_array_append_val(open, c);
			} else if (c == pairs[i].closes) {
				if (inner != pairs[i].opens)
					fail_msg("%s: closed without being open: %.60s", name, at);
				g_array_set_size(open, open->len - 1);
			}
		}
	if (open->len)
		fail_msg("%s: %u marks are never closed", name, open->len);
	g_array_free(open, TRUE);
}

static void test_quotation_marks(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++)
		check_nesting(year.files[i].name, year_words(year.files[i].name, NULL));
	check_nowhere("\"", "a straight quotation mark");
	assert_true(stands_somewhere("“[^”]*”"));
	assert_true(stands_somewhere("《[^》]*〈[^〉]*〉[^》]*》"));
}

/* N-06: zero in a Han year is 〇 U+3007, not a circle, a letter or a digit among Han numerals. */
static void test_zero(void **state)
{
	(void)state;
	check_nowhere("[一二三四五六七八九](?:○|O|Ο|0|零)[一二三四五六七八九〇○O0]", "another zero than 〇 in a number");
}

/* N-07: dates in Arabic digits, the year in full, no zeros in front. */
static void test_dates(void **state)
{
	(void)state;
	assert_true(stands_somewhere("20[0-9]{2}年[1-9][0-2]?月[1-9][0-9]?日"));
	check_nowhere("年0[0-9]?月|月0[0-9]?日", "a zero in front of a month or day");
	check_nowhere("(?<![0-9])[0-9]{2}年[0-9]{1,2}月", "a year of two digits");
}

/* N-12: a quotation of several paragraphs opens in each and closes in the last. Walks paragraphs in order; NULL: they are well, else the
 * one that is not. */
static const char *find_bad_quotation(char *const *paragraphs)
{
	const char *last = NULL;
	bool open = false;

	for (; *paragraphs; paragraphs++) {
		const char *at = last = *paragraphs;
		if (open && !g_str_has_prefix(at, "“"))
			return at;
		if (open)
			at = g_utf8_next_char(at);
		for (; *at; at = g_utf8_next_char(at)) {
			gunichar c = g_utf8_get_char(at);
			if ((c == 0x201C && open) || (c == 0x201D && !open))
				return *paragraphs;
			open = c == 0x201C || (open && c != 0x201D);
		}
	}
	return open ? last : NULL;
}

static void test_bad_quotations_are_found(void **state)
{
	(void)state;
	assert_null(find_bad_quotation((char *[]){"甲“乙”。", "“丙。", "“丁。”", "戊", NULL}));
	assert_non_null(find_bad_quotation((char *[]){"“丙。", "丁。”", NULL}));
	assert_non_null(find_bad_quotation((char *[]){"“丙。”", "“丁。", NULL}));
	assert_non_null(find_bad_quotation((char *[]){"甲“乙“丙”。", NULL}));
	assert_non_null(find_bad_quotation((char *[]){"丙。”", NULL}));
}

/* The paragraphs of a file in order: of an author's document or of an FO. */
static unsigned check_quotations_of(const char *path)
{
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	xmlXPathContext *context = xmlXPathNewContext(doc);
	xmlXPathObject *found = xmlXPathEvalExpression(
		BAD_CAST "//*[local-name() = 'p' or local-name() = 'block'][not(*[local-name() = 'block'])]", context);
	GPtrArray *paragraphs = g_ptr_array_new_with_free_func(xmlFree);
	unsigned quoted = 0;

	for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++) {
		char *words = (char *)xmlNodeGetContent(found->nodesetval->nodeTab[i]);
		g_ptr_array_add(paragraphs, words);
		quoted += g_str_has_prefix(words, "“") && !strstr(words, "”");
	}
	g_ptr_array_add(paragraphs, NULL);
	const char *bad = find_bad_quotation((char *const *)paragraphs->pdata);
	if (bad)
		fail_msg("%s: a quotation that does not open or close: %.90s", path, bad);
	g_ptr_array_free(paragraphs, TRUE);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	xmlFreeDoc(doc);
	return quoted;
}

static void test_quotations_of_several_paragraphs(void **state)
{
	char *list = year_run(
		"ls samples/gbt9704/*.xml samples/typesetting/[!p]*.fo samples/weifang-2005/*/*.xml samples/weifang-2005/*.xml");
	char **paths = g_strsplit(list, "\n", -1);
	unsigned quoted = 0;

	(void)state;
	for (char **path = paths; *path && **path; path++)
		quoted += check_quotations_of(*path);
	assert_true(quoted > 0); /* there is one that goes on */
	g_strfreev(paths);
}

/* N-06, N-02 of the samples of typesetting. */
static void test_samples_of_typesetting(void **state)
{
	char *found = year_run("grep -lE 'Ο|○|[一二三四五六七八九]O|[[（【](19|20)[0-9]{2}[]）】][0-9]+号' "
						   "samples/typesetting/[!p]*.fo samples/gbt9704/*.xml || :");

	(void)state;
	assert_string_equal(found, "");
}

/* ---- values ---- */

/* N-05: digits are half an em wide, and a numeral with its marks is not broken wherever the line ends. */
static void test_digits(void **state)
{
	static const char fo[] =
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='zh-CN' font-family='仿宋' font-size='20pt'>"
		"<fo:layout-master-set><fo:simple-page-master master-name='m' page-width='%dpt' page-height='800pt'><fo:region-body/>"
		"</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='m'>"
		"<fo:flow flow-name='xsl-region-body'><fo:block>%s</fo:block></fo:flow></fo:page-sequence></fo:root>";
	char *path = year_print("%s/digits.fo", year.scratch);

	(void)state;
	assert_true(g_file_set_contents(path, year_print(fo, 400, "0123456789"), -1, NULL));
	assert_non_null(strstr(year_run(year_print("\"$GONGWEN\" fo --dump=areas %s", path)),
						   "at=\"0.000 10.000 20.000 30.000 40.000 50.000 60.000 70.000 80.000 90.000\""));
	for (int width = 160; width < 400; width += 7) {
		assert_true(g_file_set_contents(
			path, year_print(fo, width, "共计1,234,567.89元，同比63%～68%，降－12.5℃，约5万～10万元。"), -1, NULL));
		char *areas = year_run(year_print("\"$GONGWEN\" fo --dump=areas %s | sed 's/<[/]line>/|/g; s/<[^>]*>//g'", path));
		if (!strstr(areas, "1,234,567.89") || !strstr(areas, "63%") || !strstr(areas, "68%") || !strstr(areas, "12.5℃"))
			fail_msg("%d pt: %s", width, areas);
	}
}

/* N-08 */
static void test_han_dates(void **state)
{
	static const struct {
		struct date date;
		const char *han;
	} cases[] = {{{2005, 2, 17}, "二〇〇五年二月十七日"},
				 {{2010, 10, 10}, "二〇一〇年十月十日"},
				 {{2026, 11, 21}, "二〇二六年十一月二十一日"},
				 {{2020, 12, 30}, "二〇二〇年十二月三十日"}};
	struct arena *arena = arena_open();

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_string_equal(date_han(arena, cases[i].date), cases[i].han);
	arena_close(arena);
}

/* N-09, N-10 */
static void test_money(void **state)
{
	static const char *const cases[][2] = {{"1409.50", "壹仟肆佰零玖元伍角"},
										   {"6007.14", "陆仟零柒元壹角肆分"},
										   {"1680.32", "壹仟陆佰捌拾元零叁角贰分"},
										   {"107000.53", "壹拾万柒仟元零伍角叁分"},
										   {"16409.02", "壹万陆仟肆佰零玖元零贰分"},
										   {"325.04", "叁佰贰拾伍元零肆分"},
										   {"100000000", "壹亿元整"},
										   {"3", "叁元整"}};
	struct arena *arena = arena_open();

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_string_equal(han_money(arena, cases[i][0]), cases[i][1]);
	arena_close(arena);
}

/* N-11 */
static void test_bill_dates(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_non_null(strstr(date_bill(arena, (struct date){2005, 1, 15}), "年零壹月壹拾伍日"));
	assert_non_null(strstr(date_bill(arena, (struct date){2005, 10, 20}), "年零壹拾月零贰拾日"));
	assert_non_null(strstr(date_bill(arena, (struct date){2005, 2, 12}), "年零贰月壹拾贰日"));
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_connectors),
		cmocka_unit_test(test_document_numbers),
		cmocka_unit_test(test_no_pause_between_quoted_things),
		cmocka_unit_test(test_quotation_marks),
		cmocka_unit_test(test_zero),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_bad_quotations_are_found),
		cmocka_unit_test(test_quotations_of_several_paragraphs),
		cmocka_unit_test(test_samples_of_typesetting),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_han_dates),
		cmocka_unit_test(test_money),
		cmocka_unit_test(test_bill_dates),
	};

	return cmocka_run_group_tests(tests, year_open, year_close);
}
