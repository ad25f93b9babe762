/* Arithmetic of property values, XSL 5.9 and 5.10: src/fo/expression.c. */
#include "support/fo_sample.h"

/* text-indent="value" at font-size 10pt. */
static struct fo_length indent(const char *value)
{
	char *attributes = g_strdup_printf("font-size='10pt' text-indent=\"%s\"", value);
	struct fo_length length = sample_block(attributes)->text_indent;
	g_free(attributes);
	return length;
}

static void refuse(const char *value)
{
	char *attributes = g_strdup_printf("font-size='10pt' text-indent=\"%s\"", value);
	const char *said = sample_verdict(attributes);
	if (strcmp(said, "G403:2") != 0)
		fail_msg("text-indent=\"%s\" gave: %s", value, said);
	g_free(attributes);
}

static void test_units(void **state)
{
	(void)state;
	assert_length(indent("7pt"), 7, 0);
	assert_length(indent("1in"), 72, 0);
	assert_length(indent("2.54cm"), 72, 0);
	assert_length(indent("25.4mm"), 72, 0);
	assert_length(indent("1pc"), 12, 0);
	assert_length(indent("96px"), 96, 0); /* FOP's source resolution: 72 dpi */
	assert_length(indent("2em"), 20, 0);
	assert_length(indent("12.5%"), 0, 12.5);
	assert_length(indent("0"), 0, 0); /* the only number that is a length of itself */
	assert_length(indent("7"), 7, 0); /* px, said */
	assert_string_equal(sample_verdict("text-indent='7'"), "G405:2");
	assert_string_equal(sample_verdict("text-indent='0'"), "");
	assert_length(indent(".5pt"), 0.5, 0);
	assert_length(indent("5.pt"), 5, 0);
	assert_int_equal(indent("156mm").fixed, 452818);
}

static void test_what_is_no_length(void **state)
{
	(void)state;
	refuse("7 pt");
	refuse("7ptx");
	refuse("7furlong");
	refuse("pt");
	refuse(".");
	refuse(".pt");
	refuse("1e3pt");
	refuse("7pt 8pt");
	refuse("7,5pt");
	refuse("(7pt");
	refuse("7pt)");
	refuse("7pt +");
	refuse("* 7pt");
	refuse("auto");
}

static void test_operators(void **state)
{
	(void)state;
	assert_length(indent("2pt + 3pt * 4"), 14, 0);
	assert_length(indent("(2pt + 3pt) * 4"), 20, 0);
	assert_length(indent("4 * 2pt"), 8, 0);
	assert_length(indent("10pt - 3pt - 2pt"), 5, 0);
	assert_length(indent("-3pt"), -3, 0);
	assert_length(indent("10pt - -3pt"), 13, 0);
	assert_length(indent("-(2pt + 1pt)"), -3, 0);
	assert_length(indent("10pt div 4"), 2.5, 0);
	assert_length(indent("10pt div 4pt * 1pt"), 2.5, 0); /* a quotient of lengths is a number */
	assert_length(indent("10pt mod 4pt"), 2, 0);
	assert_length(indent("-10pt mod 4pt"), -2, 0); /* the sign of the dividend, as in ECMAScript */
	assert_length(indent("1in+1pt"), 73, 0);
	assert_length(indent("100% - 2em"), -20, 100);
	assert_length(indent("50% * 3 + 1pt"), 1, 150);
}

/* 5.9.6: operands of + and - have the same unit power; no property is an area, but one may come up on the way. */
static void test_unit_powers(void **state)
{
	(void)state;
	refuse("2pt + 3");
	refuse("3 - 2pt");
	refuse("2pt * 3pt");
	refuse("3 div 2pt");
	refuse("2pt * 3pt + 1pt");
	assert_length(indent("(5pt * 4pt) div 2pt"), 10, 0);
	assert_length(indent("(5pt * 4pt) div (2pt * 2pt) * 1pt"), 5, 0);
	assert_length(indent("6 div 2pt * 1pt * 4pt"), 12, 0);
	refuse("50% * 2pt");
	refuse("2pt div 0");
	refuse("2pt mod 0pt");
	refuse("2pt div 50%");
}

static void test_minimum_and_maximum(void **state)
{
	(void)state;
	assert_length(indent("min(3pt, 2pt)"), 2, 0);
	assert_length(indent("max(3pt, 2pt)"), 3, 0);
	assert_length(indent("max(-3pt, -2pt)"), -2, 0);
	assert_length(indent("min(30%, 20%)"), 0, 20);
	assert_length(indent("max(30%, 20%)"), 0, 30);
	assert_length(indent("min(20%, 20% + 1pt)"), 0, 20);
	assert_length(indent("max(min(1cm, 72pt), 1pt) + 1in"), 72 + 28.3465, 0);
	refuse("min(3pt)");
	refuse("min(3pt, 2)"); /* not of the same unit power */
	refuse("max(3pt, 2pt, 1pt)");
}

static void test_numeric_functions(void **state)
{
	(void)state;
	assert_length(indent("abs(-3pt)"), 3, 0);
	assert_length(indent("abs(3pt)"), 3, 0);
	assert_length(indent("abs(-30%)"), 0, 30);
	assert_length(indent("floor(2.7) * 1pt"), 2, 0);
	assert_length(indent("floor(-2.2) * 1pt"), -3, 0);
	assert_length(indent("ceiling(2.2) * 1pt"), 3, 0);
	assert_length(indent("ceiling(-2.7) * 1pt"), -2, 0);
	assert_length(indent("round(2.5) * 1pt"), 3, 0);
	assert_length(indent("round(-2.5) * 1pt"), -2, 0); /* to positive infinity */
	refuse("floor(2.7pt)");                            /* 5.10.1: of unit power zero */
	refuse("round(2.7pt)");
	refuse("ceiling(2.7pt)");
	refuse("sqrt(4pt)");
}

/* Numbers beyond those that can be counted with are the largest there are, whatever is done with them; the length comes out too large. */
static void test_huge_numbers(void **state)
{
	(void)state;
	assert_length(indent("1pt * ((-99999999999 - 99999999999) mod (-.000000001))"), 0, 0); /* no trap of the machine */
	refuse("1pt * ceiling(9223372036.9)");
	refuse("1pt * floor(-9223372036.9)");
	refuse("-(-99999999999pt - 99999999999pt)");
	refuse("99999999999999999999999999999999999999999999pt");
	refuse("99999999999cm * 99999999999 div .000000001");
	refuse("abs(-99999999999pt - 99999999999pt)");
	assert_length(indent("1pt div 99999999999"), 0, 0);
	assert_length(indent("min(99999999999pt * 99999999999, 3pt)"), 3, 0);
}

static void assert_at(const char *value, double base, double expected)
{
	assert_pt(fo_resolve(indent(value), len_from_pt(base)), expected);
}

/* 5.9.7: what hangs on the base is known when that is. */
static void test_larger_of_percentages(void **state)
{
	(void)state;
	assert_at("max(10%, 30pt)", 200, 30);
	assert_at("max(10%, 30pt)", 400, 40);
	assert_at("min(10%, 30pt)", 200, 20);
	assert_at("min(10%, 30pt)", 400, 30);
	assert_at("abs(10% - 30pt)", 200, 10);
	assert_at("abs(10% - 30pt)", 500, 20);
	assert_at("max(min(50%, 100pt), 20pt)", 20, 20);
	assert_at("max(min(50%, 100pt), 20pt)", 100, 50);
	assert_at("max(min(50%, 100pt), 20pt)", 300, 100);
	assert_at("3 * (max(10%, 30pt) - 10pt) div 2 - max(50%, 1pt)", 100, -20);
	assert_at("max(max(10%, 30pt), max(30pt, 10%)) - max(10%, 30pt)", 400, 0);
	refuse("max(10%, 30pt) * 1pt");
	refuse("1pt div max(10%, 30pt)");
	refuse("max(10%, 30)");
	refuse("max(200000%, 1pt)");
}

/* 5.9.7: percentages of what is known when the property is read are lengths. */
static void test_percentages_of_character_sizes(void **state)
{
	(void)state;
	sample_flow("<fo:block font-size='10pt'><fo:block id='a' font-size='max(50%, 8pt)' line-height='min(200%, 13pt)'/>"
				"<fo:block id='b' font-size='abs(50% - 8pt)' line-height='200% mod 3pt'/></fo:block>");
	assert_string_equal(sample_said(), "");
	assert_pt(sample_style("a")->font_size, 8);
	assert_pt(sample_style("a")->line_height.fixed, 13);
	assert_pt(sample_style("b")->font_size, 3);
	assert_pt(sample_style("b")->line_height.fixed, 0);
}

/* Each level would double what the one before it is looked at for. */
static void test_larger_ones_within_larger_ones_have_an_end(void **state)
{
	(void)state;
	GString *flow = g_string_new(NULL);
	for (int i = 0; i < 100; i++)
		g_string_append(flow, "<fo:block margin-left='max(1%, 1pt)' text-indent='max(from-parent(), 50% - from-parent())'>");
	for (int i = 0; i < 100; i++)
		g_string_append(flow, "</fo:block>");
	sample_flow(flow->str);
	g_string_free(flow, TRUE);
	assert_non_null(strstr(sample_said(), "G403"));
}

static void test_em_of_font_size_is_the_parents(void **state)
{
	(void)state;
	sample_flow("<fo:block font-size='10pt'><fo:block id='b' text-indent='1em' font-size='2em'/></fo:block>");
	assert_pt(sample_style("b")->font_size, 20);
	assert_length(sample_style("b")->text_indent, 20, 0); /* font-size is read first, wherever it stands */
}

static void test_values_of_the_parent(void **state)
{
	(void)state;
	sample_flow("<fo:block text-indent='10pt' padding-before='3pt' color='red' text-align='end'>"
				"<fo:block id='a' text-indent='from-parent(text-indent) * 2' padding-before='from-parent()'/>"
				"<fo:block id='b' end-indent=\"inherited-property-value('text-indent') + 1pt\"/>"
				"<fo:block id='c' text-indent='from-nearest-specified-value()'/>"
				"</fo:block>");
	assert_string_equal(sample_said(), "");
	assert_length(sample_style("a")->text_indent, 20, 0);
	assert_length(sample_style("a")->padding_before.length, 3, 0); /* of any property, inherited or not */
	assert_length(sample_style("b")->end_indent, 11, 0);
	assert_length(sample_style("c")->text_indent, 10, 0);
}

/* 5.10.4: of the closest object around that sets the property itself, through objects that do not. */
static void test_nearest_specified_value(void **state)
{
	(void)state;
	sample_flow("<fo:block space-before='7pt' border-top='1pt solid red'><fo:block><fo:block id='a'"
				" space-before='from-nearest-specified-value()' space-after='from-nearest-specified-value(space-before) * 2'"
				" border-top-style='from-nearest-specified-value()'/></fo:block></fo:block>"
				"<fo:block id='b' space-before='from-nearest-specified-value()'/>");
	assert_string_equal(sample_said(), "");
	assert_length(sample_style("a")->space_before.optimum, 7, 0);
	assert_length(sample_style("a")->space_after.optimum, 14, 0);
	assert_int_equal(sample_style("a")->border_before_style, FO_KW_SOLID);
	assert_length(sample_style("b")->space_before.optimum, 0, 0);
}

/* 5.10.4, 5.11: the name may be a component's: its value goes to the component that is set, or all of its kind. */
static void test_values_of_components(void **state)
{
	(void)state;
	sample_flow(
		"<fo:block space-before.minimum='1pt' space-before.optimum='2pt' space-before.maximum='3pt' space-before.precedence='4'"
		" space-before.conditionality='retain' border-top='5pt solid red' padding-left.length='6pt' keep-together.within-page='7'"
		" keep-with-next.within-column='always' line-height='20pt'>"
		"<fo:block id='a' space-after='from-parent(space-before.maximum)' "
		"space-before.optimum='from-parent(space-before.minimum) * 10'"
		" space-before.maximum='from-parent() + 20pt' keep-with-next='from-parent(keep-together.within-page)'"
		" keep-with-previous.within-line='from-parent(keep-with-next.within-column)'"
		" keep-together.within-column='inherited-property-value(keep-together.within-page) + 1'"
		" border-bottom-style='solid' border-bottom-width.length='from-parent(border-top-width.length) * 2'"
		" text-indent=\"from-parent('padding-left.length')\" orphans='from-parent(space-before.precedence)'"
		" padding-top.conditionality='from-parent(space-before.conditionality)'/>"
		"<fo:block space-before.optimum='8pt'><fo:block id='b' start-indent='from-nearest-specified-value(space-before.minimum)'"
		" end-indent='from-nearest-specified-value(space-before.optimum)'/></fo:block></fo:block>"
		"<fo:block-container min-width='9pt'><fo:block-container id='c' min-width='from-parent(min-width)'"
		" inline-progression-dimension.maximum='from-parent(inline-progression-dimension.minimum) * 2'"
		" height='from-parent(max-width)'/></fo:block-container>");
	assert_string_equal(sample_said(), "");
	const struct fo_style *a = sample_style("a"), *b = sample_style("b"), *c = sample_style("c");
	assert_length(a->space_after.minimum, 3, 0);
	assert_length(a->space_after.optimum, 3, 0);
	assert_length(a->space_after.maximum, 3, 0);
	assert_int_equal(a->space_after.precedence, 0);
	assert_length(a->space_before.minimum, 0, 0);
	assert_length(a->space_before.optimum, 10, 0);
	assert_length(a->space_before.maximum, 23, 0);
	assert_int_equal(a->keep_with_next.line, FO_KEEP_OF(7));
	assert_int_equal(a->keep_with_next.column, FO_KEEP_OF(7));
	assert_int_equal(a->keep_with_next.page, FO_KEEP_OF(7));
	assert_int_equal(a->keep_with_previous.line, FO_KEEP_ALWAYS);
	assert_int_equal(a->keep_with_previous.page, FO_KEEP_AUTO);
	assert_int_equal(a->keep_together.column, FO_KEEP_OF(8));
	assert_length(a->border_after_width.length, 10, 0);
	assert_length(a->text_indent, 6, 0);
	assert_int_equal(a->orphans, 4);
	assert_true(a->padding_before.retain);
	assert_length(b->start_indent, 1, 0);
	assert_length(b->end_indent, 8, 0);
	assert_length(c->inline_progression_dimension.minimum, 9, 0);
	assert_length(c->inline_progression_dimension.maximum, 18, 0);
	assert_int_equal(c->block_progression_dimension.optimum.keyword, FO_KW_AUTO);
}

#define CELL(id, more) "<fo:table-cell id='" id "' text-indent='from-table-column()' " more "><fo:block/></fo:table-cell>"

/* The column is found below rows that span from above, too. */
static void test_values_of_the_column(void **state)
{
	(void)state;
	sample_flow(
		"<fo:table><fo:table-column text-indent='1pt'/><fo:table-column text-indent='2pt' number-columns-repeated='2'/>"
		"<fo:table-column text-indent='4pt'/><fo:table-body>"
		"<fo:table-row>" CELL("a", "number-rows-spanned='2'") CELL("b", "number-columns-spanned='2'")
			CELL("c", "") "</fo:table-row><fo:table-row>" CELL("d", "number-rows-spanned='2'")
				CELL("e", "column-number='4'") "</fo:table-row>"
											   "<fo:table-row>" CELL("f", "") CELL("g", "")
												   CELL("h", "") "</fo:table-row></fo:table-body>"
																 "<fo:table-body>" CELL("i", "number-rows-spanned='2'")
																	 CELL("j", "ends-row='true'") CELL("k", "") CELL(
																		 "l", "starts-row='true'") "</fo:table-body></fo:table>");
	assert_string_equal(sample_said(), "");
	const double expected[] = {1, 2, 4, 2, 4, 1, 2, 4, 1, 2, 2, 1};
	for (unsigned i = 0; i < G_N_ELEMENTS(expected); i++)
		assert_length(sample_style((char[]){(char)('a' + i), '\0'})->text_indent, expected[i], 0);
}

/* 5.10.4: they give a value of any type, not numbers only. */
static void test_values_of_the_parent_that_are_no_numbers(void **state)
{
	(void)state;
	sample_flow("<fo:block color='red' text-align='end' border-before-style='dashed' keep-with-next='7' font-family='楷体'>"
				"<fo:block color='blue' text-align='from-parent()' border-before-style='from-parent(border-before-style)'"
				" id='a' keep-with-next=\"from-parent('keep-with-next')\" background-color='from-parent(color)'"
				" font-family='inherited-property-value(font-family)'/></fo:block>");
	assert_string_equal(sample_said(), "");
	assert_int_equal(sample_style("a")->text_align, FO_KW_END);
	assert_int_equal(sample_style("a")->border_before_style, FO_KW_DASHED);
	assert_int_equal(sample_style("a")->keep_with_next.page, FO_KEEP_OF(7));
	assert_int_equal(sample_style("a")->background_color, 0xFF0000FF);
	assert_string_equal(sample_style("a")->font_family->name[0], "楷体");
}

static void test_values_that_are_not_there(void **state)
{
	(void)state;
	refuse("from-parent(colour)");
	refuse("from-parent(color)");                       /* no length */
	refuse("inherited-property-value(padding-before)"); /* not inherited */
	assert_refused("text-align='from-parent(color)'");
	assert_refused("space-before='from-parent(space-before.conditionality)'");
	assert_refused("space-before.conditionality='from-parent(space-before.optimum)'");
	assert_refused("keep-with-next.within-page='from-parent(space-after.precedence) + from-parent(keep-with-next.within-page)'");
	assert_refused("space-before='from-parent(inline-progression-dimension.minimum)'"); /* auto */
	assert_refused("column-gap='from-parent(padding-top.width)'");
}

static void test_proportional_columns(void **state)
{
	(void)state;
	sample_flow(
		"<fo:table><fo:table-column id='a' column-width='proportional-column-width(2.5)'/>"
		"<fo:table-column id='b' column-width='10pt + proportional-column-width(1)'/>"
		"<fo:table-column id='c' column-width='proportional-column-width(1) * 3'/>"
		"<fo:table-body><fo:table-row><fo:table-cell><fo:block/></fo:table-cell></fo:table-row></fo:table-body></fo:table>");
	assert_string_equal(sample_said(), "");
	assert_length(sample_style("a")->column_width, 0, 0);
	assert_int_equal(sample_style("a")->column_width.proportion, 2500);
	assert_length(sample_style("b")->column_width, 10, 0);
	assert_int_equal(sample_style("b")->column_width.proportion, 1000);
	assert_int_equal(sample_style("c")->column_width.proportion, 3000);
}

#define LIST(attributes, label, body)                                                                                            \
	"<fo:list-block " attributes "><fo:list-item start-indent='5pt'>"                                                            \
	"<fo:list-item-label " label "><fo:block/></fo:list-item-label>"                                                             \
	"<fo:list-item-body " body "</fo:list-item-body></fo:list-item></fo:list-block>"

/* 5.10.4: body-start() = start-indent + distance; label-end() = width − (distance + start-indent − separation). */
static void test_lists(void **state)
{
	(void)state;
	sample_flow(LIST("provisional-distance-between-starts='30pt' provisional-label-separation='4pt'",
					 "id='l' end-indent='label-end()'", "id='b' start-indent='body-start()'><fo:block/>"));
	assert_string_equal(sample_said(), "");
	assert_length(sample_style("b")->start_indent, 35, 0);
	assert_length(sample_style("l")->end_indent, -31, 100);
	assert_refused("start-indent='body-start()'"); /* stricter than XSL: outside of a list it means nothing */
}

static void test_list_distances_are_inherited(void **state)
{
	(void)state;
	sample_flow("<fo:block provisional-distance-between-starts='40pt'>" LIST(
		"", "", "id='b' start-indent='body-start()'><fo:block/>") "</fo:block>");
	assert_length(sample_style("b")->start_indent, 45, 0);
}

#define ITEM(indent, id)                                                                                                         \
	"<fo:list-block><fo:list-item start-indent='" indent "'><fo:list-item-label><fo:block/></fo:list-item-label>"                \
	"<fo:list-item-body start-indent='50pt'><fo:block id='" id "' start-indent='body-start()'/>"                                 \
	"</fo:list-item-body></fo:list-item></fo:list-block>"

/* Like elements below like parents share a style, but not when the lists around them differ. */
static void test_lists_with_other_indents_differ(void **state)
{
	(void)state;
	sample_flow(ITEM("0pt", "a") ITEM("10pt", "b"));
	assert_length(sample_style("a")->start_indent, 24, 0);
	assert_length(sample_style("b")->start_indent, 34, 0);
}

static void assert_reason(const char *attribute, const char *reason)
{
	sample_verdict(attribute);
	const struct diag_message *message = diag_get(sample.sink, 0);
	if (!g_str_has_suffix(message->text, reason))
		fail_msg("%s: %s", attribute, message->text);
}

/* 5.9.6, 5.10: what is wrong with an expression is said. */
static void test_reasons(void **state)
{
	static const char *const cases[][2] = {
		{"text-indent='2pt * 3pt'", ": the result is neither a number nor a length"},
		{"text-indent='1 div 2pt'", ": the result is neither a number nor a length"},
		{"text-indent='2pt div 0'", ": division by zero"},
		{"text-indent='3 mod 0'", ": division by zero"},
		{"text-indent='2pt + 3'", ": a length and a number are neither added nor compared"},
		{"text-indent='2pt mod 3'", ": a length and a number are neither added nor compared"},
		{"text-indent='max(1pt, 2)'", ": a length and a number are neither added nor compared"},
		{"text-indent='floor(2pt)'", ": the function takes a number without unit"},
		{"text-indent='round()'", ": wrong number of arguments"},
		{"text-indent='abs(1, 2)'", ": wrong number of arguments"},
		{"text-indent='min(1pt)'", ": wrong number of arguments"},
		{"text-indent='max(1pt, 2pt, 3pt)'", ": wrong number of arguments"},
		{"text-indent='from-parent(a, b)'", ": wrong number of arguments"},
		{"start-indent='body-start(1)'", ": wrong number of arguments"},
		{"start-indent='body-start()'", ": only in a fo:list-item"},
		{"text-indent='10% * 2pt'", ": hangs on what a percentage will be"},
		{"text-indent='sqrt(4)'", ": unknown function"},
		{"text-indent='3furlong'", ": unknown unit"},
		{"text-indent='from-parent(nothing)'", ": no such property"},
		{"space-before='inherited-property-value()'", ": the property is not inherited"},
		{"color='from-parent(font-size)'", ": the property asked for has values of another kind"},
		{"color='from-table-column()'", ": only in a table cell under a fo:table-column"},
		{"text-indent='proportional-column-width(1)'", ": only as column-width"},
		{"color='merge-property-values()'", ": only on a fo:wrapper in fo:multi-properties"},
		{"text-indent='merge-property-values()'", ": only on a fo:wrapper in fo:multi-properties"},
		{"font-size='-3pt'", ": may not be negative"},
		{"text-indent='99999999pt'", ": too large"},
		{"color='pinkish'", ": no such color"},
		{"color='system-color(Pinkish)'", ": no such color"},
		{"color='#12345'", ": three or six hexadecimal digits are wanted"},
		{"color='hsl(1,2,3)'", ": unknown function"},
	};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_reason(cases[i][0], cases[i][1]);
}

/* 5.10.4: no state applies on paper, so the value of the parent holds. */
static void test_merged_values(void **state)
{
	(void)state;
	sample_flow("<fo:block><fo:multi-properties color='red' font-size='20pt'><fo:multi-property-set active-state='hover' "
				"color='blue'/><fo:wrapper id='w' color='merge-property-values()' font-size='merge-property-values(font-size) * "
				"2'>b</fo:wrapper></fo:multi-properties></fo:block>");
	assert_int_equal(sample_style("w")->color, 0xFF0000FF);
	assert_pt(sample_style("w")->font_size, 40);
}

/* A shorthand gets what it stands for, each of its own. */
static void test_shorthands_of_the_parent(void **state)
{
	(void)state;
	sample_flow("<fo:block padding='1pt 2pt 3pt 4pt'><fo:block id='b' padding='from-parent(padding)'/></fo:block>");
	assert_string_equal(sample_said(), "");
	assert_pt(sample_style("b")->padding_before.length.fixed, 1);
	assert_pt(sample_style("b")->padding_start.length.fixed, 4);
}

static void test_hostile_expressions_end(void **state)
{
	char *deep = g_strnfill(5000, '(');
	char *digits = g_strnfill(400, '9');
	char *huge = g_strconcat(digits, "pt", NULL);
	(void)state;
	refuse(deep);
	refuse(huge);
	refuse("32769pt");
	refuse("-32769pt");
	assert_int_equal(indent("32768pt").fixed, FO_LENGTH_MOST);
	assert_length(indent("0.00000000000000000000000000001pt"), 0, 0);
	g_free(huge);
	g_free(digits);
	g_free(deep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_what_is_no_length),
		cmocka_unit_test(test_operators),
		cmocka_unit_test(test_unit_powers),
		cmocka_unit_test(test_minimum_and_maximum),
		cmocka_unit_test(test_numeric_functions),
		cmocka_unit_test(test_huge_numbers),
		cmocka_unit_test(test_larger_of_percentages),
		cmocka_unit_test(test_percentages_of_character_sizes),
		cmocka_unit_test(test_larger_ones_within_larger_ones_have_an_end),
		cmocka_unit_test(test_em_of_font_size_is_the_parents),
		cmocka_unit_test(test_values_of_the_parent),
		cmocka_unit_test(test_nearest_specified_value),
		cmocka_unit_test(test_values_of_the_column),
		cmocka_unit_test(test_values_of_components),
		cmocka_unit_test(test_values_of_the_parent_that_are_no_numbers),
		cmocka_unit_test(test_values_that_are_not_there),
		cmocka_unit_test(test_proportional_columns),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_list_distances_are_inherited),
		cmocka_unit_test(test_lists_with_other_indents_differ),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_merged_values),
		cmocka_unit_test(test_shorthands_of_the_parent),
		cmocka_unit_test(test_hostile_expressions_end),
	};
	return sample_run(tests);
}
