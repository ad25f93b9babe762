/* The extension functions of docs/functions.md: values, and wrong arguments as errors with a place: src/xslt/functions.c. */
#include "unit/xslt/sheet.h"

#define NINES "9999999999999999999999999999999999999999"

static const char year[] = "<year>\n <s p='89.5'/><s p=' 0.05 '/><s p='-3'/>\n <t p='100'/><t p='1e3'/><bad p='x'/>\n"
						   " <n>1</n><n>\n 2.50\n</n>\n <d on='2005-02-17'/></year>";

/* The value of an expression, the context being the element <year>. */
static const char *value(struct folder *folder, const char *expression)
{
	const char *sheet = arena_printf(
		folder->arena, SHEET("<xsl:template match='/year'><out><xsl:value-of select=\"%s\"/></out></xsl:template>"), expression);
	return sheet_text(folder, sheet, year);
}

struct value {
	const char *expression, *expected;
};

static void assert_values(struct folder *folder, const struct value *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *got = value(folder, cases[i].expression);
		if (strcmp(got, cases[i].expected) != 0)
			print_error("%s\n", cases[i].expression);
		assert_string_equal(got, cases[i].expected);
	}
}

#define ASSERT_VALUES(cases) assert_values(*state, cases, sizeof cases / sizeof *cases)

static void test_decimals(void **state)
{
	static const struct value cases[] = {
		{"f:is-decimal('89.50')", "true"},     {"f:is-decimal(' -3 ')", "true"},
		{"f:is-decimal('1e3')", "false"},      {"f:is-decimal('')", "false"},
		{"f:is-decimal(.5)", "true"}, /* the number 0.5 */
		{"f:add('0.1', '0.2')", "0.3"},        {"f:add('" NINES "', '1')", "10000000000000000000000000000000000000000"},
		{"f:add(' 1 ', s[1]/@p)", "90.5"},     {"f:subtract('100', '10.50')", "89.5"},
		{"f:multiply('0.1', '0.10')", "0.01"}, {"f:divide('1', '8', 2)", "0.13"},
		{"f:divide('-1', '8', 2)", "-0.13"},   {"f:divide('10', '4', 3)", "2.5"},
		{"f:divide('2', '3', 0)", "1"},        {"f:compare('9', '10')", "-1"},
		{"f:compare('1.0', '1')", "0"},        {"f:compare('-9', '-10')", "1"},
		{"f:compare('9', '10') + 1", "0"}, /* a number */
		{"f:fixed('89.5', 2)", "89.50"},       {"f:fixed('89.545', 2)", "89.55"},
		{"f:fixed('-0.5', 0)", "-1"},          {"f:fixed(s[2]/@p, 1)", "0.1"},
	};
	ASSERT_VALUES(cases);
}

static void test_node_sets(void **state)
{
	static const struct value cases[] = {
		{"f:sum(s/@p)", "86.55"},
		{"f:sum(n)", "3.5"},
		{"f:sum(none)", "0"},
		{"f:mean(s/@p, 2)", "28.85"},
		{"f:mean(n, 0)", "2"},
		{"f:mean(n | t[1]/@p, 3)", "34.5"},
		{"f:max(s/@p)", "89.5"},
		{"f:min(s/@p)", "-3"},
		{"f:max(n)", "2.5"},
		{"f:min(n)", "1"},
		{"f:max(t[1]/@p | s[1]/@p)", "100"}, /* as numbers, not as texts */
	};
	ASSERT_VALUES(cases);
}

static void test_dates(void **state)
{
	static const struct value cases[] = {
		{"f:is-date('2004-02-29')", "true"},
		{"f:is-date('2005-02-29')", "false"},
		{"f:is-date('')", "false"},
		{"f:is-date(d/@on)", "true"},
		{"f:add-days('2005-02-28', 1)", "2005-03-01"},
		{"f:add-days('2005-01-01', -1)", "2004-12-31"},
		{"f:add-days(d/@on, '15')", "2005-03-04"},
		{"f:days-between('2005-02-17', '2005-03-04')", "15"},
		{"f:days-between('2005-03-04', '2005-02-17')", "-15"},
		{"f:days-between(d/@on, d/@on)", "0"},
		{"f:date('2005-02-07')", "2005年2月7日"},
		{"f:han-date('2005-02-07')", "二〇〇五年二月七日"},
		{"f:bill-date('2005-02-07')", "贰零零伍年零贰月零柒日"},
	};
	ASSERT_VALUES(cases);
}

static void test_han(void **state)
{
	static const struct value cases[] = {
		{"f:han-number(123)", "一百二十三"},
		{"f:han-number('10')", "十"},
		{"f:han-number(0)", "零"},
		{"f:han-number(count(s))", "三"},
		{"f:han-digits('2005')", "二〇〇五"},
		{"f:han-digits(2005)", "二〇〇五"},
		{"f:han-money('16409.02')", "壹万陆仟肆佰零玖元零贰分"},
		{"f:han-money('1409.50')", "壹仟肆佰零玖元伍角"},
		{"f:han-money(t[1]/@p)", "壹佰元整"},
	};
	ASSERT_VALUES(cases);
}

static void test_places(void **state)
{
	static const struct value cases[] = {
		{"f:place(s)", "year.xml:2:2"},
		{"f:place(s[2]/@p)", "year.xml:2:18"},
		{"f:place()", "year.xml:1:1"},
		{"f:place(.)", "year.xml:1:1"},
		{"f:place(none)", ""},
		{"f:place(/)", ""},
		{"f:place(n[2]/text())", "year.xml:4:10"},
		{"f:file-name()", "year"},
		{"f:file-name(s[2]/@p)", "year"},
		{"f:file-name(none)", ""},
	};
	ASSERT_VALUES(cases);
}

/* Nodes of the result and of variables stand in no file of the author's. */
static void test_places_of_made_nodes(void **state)
{
	const char *sheet =
		"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:gongwen:xslt'"
		" xmlns:e='http://exslt.org/common'><xsl:template match='/'>"
		"<xsl:variable name='made'><x/></xsl:variable><out>[<xsl:value-of select='f:place(e:node-set($made)/x)'/>]</out>"
		"</xsl:template></xsl:stylesheet>";
	assert_string_equal(sheet_text(*state, sheet, year), "[]");
}

/* Keys in xsl:sort: the order of values. */
static void test_sort_keys(void **state)
{
	const char
		*sheet = ROOT_SHEET("<out><xsl:for-each select='//n'><xsl:sort select='f:sort-key(.)'/>"
							"<xsl:value-of select='.'/>;</xsl:for-each></out>"),
		*falling = ROOT_SHEET("<out><xsl:for-each select='//n'><xsl:sort select='f:sort-key(.)' order='descending'/>"
							  "<xsl:value-of select='.'/>;</xsl:for-each></out>"),
		*numbers =
			"<y><n>10</n><n>9</n><n>-1.5</n><n>89.5</n><n>0.000000000000000001</n><n>0</n><n>-2</n><n>89.49</n><n>100</n></y>";
	assert_string_equal(sheet_text(*state, sheet, numbers), "-2;-1.5;0;0.000000000000000001;9;10;89.49;89.5;100;");
	assert_string_equal(sheet_text(*state, falling, numbers), "100;89.5;89.49;10;9;0.000000000000000001;0;-1.5;-2;");
}

/* ---- wrong arguments ---- */

/* The transform is refused, at the context node's place, and the message names function and argument. */
static void assert_wrong(struct folder *folder, const char *expression, const char *function, const char *argument)
{
	sheet_forget(folder);
	const char *sheet = arena_printf(folder->arena,
									 SHEET("<xsl:template match='/'><xsl:apply-templates select='/year/d'/></xsl:template>"
										   "<xsl:template match='d'><out>\n<xsl:value-of select=\"%s\"/></out></xsl:template>"),
									 expression);
	xmlDoc *result = sheet_apply(folder, sheet, year);
	if (result)
		print_error("%s\n", expression);
	assert_null(result);
	assert_said(folder->sink, "G203", "year.xml", 7, 2);
	const char *text = diag_get(folder->sink, 0)->text;
	if (!strstr(text, arena_printf(folder->arena, "f:%s", function)) || !strstr(text, argument) || !strstr(text, "test.xsl:2"))
		fail_msg("%s: %s", expression, text);
}

static void test_no_decimals(void **state)
{
	static const struct {
		const char *expression, *function, *argument;
	} cases[] = {
		{"f:add('x', '1')", "add", "x"},
		{"f:add('1', '')", "add", "\"\""},
		{"f:subtract('1', '1e3')", "subtract", "1e3"},
		{"f:multiply(1 div 0, 2)", "multiply", "Infinity"},
		{"f:divide('1', '一', 2)", "divide", "一"},
		{"f:divide('1', '0.0', 2)", "divide", "0.0"},
		{"f:compare('1', 'x')", "compare", "x"},
		{"f:compare(number('x'), 1)", "compare", "NaN"},
		{"f:fixed('1,000', 2)", "fixed", "1,000"},
		{"f:sort-key('x')", "sort-key", "x"},
		{"f:sort-key('1000000000000000000')", "sort-key", "1000000000000000000"},
		{"f:sum(../t/@p)", "sum", "1e3"},
		{"f:mean(../t/@p, 2)", "mean", "1e3"},
		{"f:max(../bad/@p)", "max", "x"},
		{"f:min(../bad/@p)", "min", "x"},
		{"f:han-money('1.001')", "han-money", "1.001"},
		{"f:han-money('-5')", "han-money", "-5"},
		{"f:han-money('x')", "han-money", "x"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_wrong(*state, cases[i].expression, cases[i].function, cases[i].argument);
}

static void test_no_dates(void **state)
{
	assert_wrong(*state, "f:add-days('2005-02-29', 1)", "add-days", "2005-02-29");
	assert_wrong(*state, "f:days-between('2005-02-28', 'x')", "days-between", "x");
	assert_wrong(*state, "f:days-between('x', '2005-02-28')", "days-between", "x");
	assert_wrong(*state, "f:date('2005-2-7')", "date", "2005-2-7");
	assert_wrong(*state, "f:han-date('')", "han-date", "\"\"");
}

/* No date comes out that f:is-date would not take. */
static void test_days_beyond_the_calendar(void **state)
{
	assert_wrong(*state, "f:add-days('9999-12-31', 1)", "add-days", "");
	assert_wrong(*state, "f:add-days('0001-01-01', -1)", "add-days", "");
	assert_wrong(*state, "f:add-days('2005-01-01', 900000000)", "add-days", "900000000");
	assert_wrong(*state, "f:add-days('2005-01-01', -900000000)", "add-days", "900000000");
}

static void test_no_whole_numbers(void **state)
{
	assert_wrong(*state, "f:add-days('2005-02-28', 'x')", "add-days", "NaN");
	assert_wrong(*state, "f:add-days('2005-02-28', 1.5)", "add-days", "1.5");
	assert_wrong(*state, "f:fixed('1', 'x')", "fixed", "NaN");
	assert_wrong(*state, "f:fixed('1', 0.5)", "fixed", "0.5");
	assert_wrong(*state, "f:fixed('1', -1)", "fixed", "-1");
	assert_wrong(*state, "f:divide('1', '2', -1)", "divide", "-1");
	assert_wrong(*state, "f:mean(../s/@p, 'x')", "mean", "NaN");
	assert_wrong(*state, "f:han-number('x')", "han-number", "NaN");
	assert_wrong(*state, "f:han-number(-1)", "han-number", "-1");
	assert_wrong(*state, "f:han-number(1.5)", "han-number", "1.5");
	assert_wrong(*state, "f:han-number(1 div 0)", "han-number", "Infinity");
}

static void test_no_node_sets(void **state)
{
	assert_wrong(*state, "f:sum('1')", "sum", "node-set");
	assert_wrong(*state, "f:mean(5, 2)", "mean", "node-set");
	assert_wrong(*state, "f:max(true())", "max", "node-set");
	assert_wrong(*state, "f:min('')", "min", "node-set");
}

/* A variable made of elements is no node-set in XSLT 1.0: its sum is not 0, it is an error. */
static void test_no_result_trees(void **state)
{
	struct folder *folder = *state;
	const char *sheet = ROOT_SHEET(
		"<xsl:variable name='v'><n>1</n><n>2</n></xsl:variable><out><xsl:value-of select='f:sum($v)'/></out>");
	assert_null(sheet_apply(folder, sheet, year));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G203");
}

static void test_wrong_counts(void **state)
{
	static const char *const calls[] = {"f:add('1')",        "f:add('1', '2', '3')", "f:sum()",     "f:place(., .)",
										"f:file-name(., .)", "f:is-date()",          "f:none('1')", "f:fixed('1')"};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		sheet_forget(folder);
		const char *sheet = arena_printf(folder->arena, ROOT_SHEET("<out><xsl:value-of select=\"%s\"/></out>"), calls[i]);
		xmlDoc *result = sheet_apply(folder, sheet, year);
		if (result)
			print_error("%s\n", calls[i]);
		assert_null(result);
		assert_among(folder->sink, "G202");
	}
}

/* The first wrong argument ends the transform: one message, not one for each node. */
static void test_stops(void **state)
{
	struct folder *folder = *state;
	const char *sheet = ROOT_SHEET(
		"<out><xsl:for-each select='//@p'><xsl:value-of select=\"f:date('x')\"/></xsl:for-each></out>");
	assert_null(sheet_apply(folder, sheet, year));
	assert_said(folder->sink, "G203", "year.xml", 2, 5);
}

static void test_chinese_message(void **state)
{
	struct folder *folder = *state;
	diag_close(folder->sink);
	folder->sink = diag_open(DIAG_CHINESE);
	assert_null(sheet_apply(folder, ROOT_SHEET("<out><xsl:value-of select=\"f:date('x')\"/></out>"), year));
	assert_true(g_str_has_prefix(diag_get(folder->sink, 0)->text, "扩展函数参数错误："));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_decimals),
		TEST(test_node_sets),
		TEST(test_dates),
		TEST(test_han),
		TEST(test_places),
		TEST(test_places_of_made_nodes),
		TEST(test_sort_keys),
		TEST(test_no_decimals),
		TEST(test_no_dates),
		TEST(test_days_beyond_the_calendar),
		TEST(test_no_whole_numbers),
		TEST(test_no_node_sets),
		TEST(test_no_result_trees),
		TEST(test_wrong_counts),
		TEST(test_stops),
		TEST(test_chinese_message),
	};
	return cmocka_run_group_tests(tests, sheet_init, NULL);
}
