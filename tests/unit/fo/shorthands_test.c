/* Shorthands and corresponding properties, XSL 5.2, 5.3 and 7.31: src/fo/shorthands.c. */
#include "support/fo_sample.h"

static void assert_border(const struct fo_style *style, enum fo_keyword before, double width, fo_color color)
{
	assert_int_equal(style->border_before_style, before);
	assert_length(style->border_before_width.length, width, 0);
	assert_int_equal(style->border_before_color, color);
}

/* ---- borders and padding ---- */

static void test_border_sets_all_sides(void **state)
{
	const struct fo_style *style = sample_block("border='2pt solid red'");
	(void)state;
	assert_border(style, FO_KW_SOLID, 2, 0xFF0000FF);
	assert_int_equal(style->border_after_style, FO_KW_SOLID);
	assert_length(style->border_start_width.length, 2, 0);
	assert_int_equal(style->border_end_color, 0xFF0000FF);
}

static void test_border_words_in_any_order(void **state)
{
	(void)state;
	assert_border(sample_block("border='red thick dashed'"), FO_KW_DASHED, 2, 0xFF0000FF);
	assert_border(sample_block("border-top='rgb(0, 0, 255) 1mm double'"), FO_KW_DOUBLE, 2.8346, 0x0000FFFF);
	assert_border(sample_block("border-bottom='dashed' border-top='solid' color='lime'"), FO_KW_SOLID, 1, 0x00FF00FF);
	assert_border(sample_block("border='none'"), FO_KW_NONE, 0, 0x000000FF);
	assert_border(sample_block("font-size='4pt' border='1em - 1pt solid rgb(100%,0%,0%)'"), FO_KW_SOLID, 3, 0xFF0000FF);
	assert_border(sample_block("font-size='4pt' border='from-parent(font-size) solid'"), FO_KW_SOLID, 12, 0x000000FF);
	assert_refused("border-top='1pt wavy'");
	assert_int_equal(diag_size(sample.sink), 1);
}

/* A value that is wrong in a part counts as not given at all. */
static void test_half_of_a_shorthand_is_none(void **state)
{
	(void)state;
	assert_border(sample_block("border='2pt solid wavy'"), FO_KW_NONE, 0, 0x000000FF);
	assert_length(sample_block("padding='2pt x'")->padding_before.length, 0, 0);
	assert_int_equal(sample_block("font='bold 12pt'")->font_weight, 400);
}

static void test_shorthands_take_over_from_the_parent(void **state)
{
	(void)state;
	sample_flow("<fo:block border='3pt dotted red' font='bold 20pt/2 楷体'>"
				"<fo:block id='b' border='from-parent(border)' font='from-nearest-specified-value(font)'/></fo:block>");
	const struct fo_style *style = sample_style("b");
	assert_border(style, FO_KW_DOTTED, 3, 0xFF0000FF);
	assert_int_equal(style->font_weight, 700);
	assert_pt(style->font_size, 20);
	assert_pt(style->line_height.fixed, 40);
}

/* CSS 8.5.4: what a border shorthand does not say gets its initial value. */
static void test_border_resets_what_it_leaves_out(void **state)
{
	(void)state;
	assert_border(sample_block("border='3pt solid red' border-top='dotted'"), FO_KW_DOTTED, 1, 0x000000FF);
	assert_border(sample_block("border='3pt solid red' border-top='2pt'"), FO_KW_NONE, 0, 0x000000FF);
}

/* 5.2: border < border-style, -width, -color < border-top < border-top-width, wherever they stand. */
static void test_the_more_precise_border_wins(void **state)
{
	(void)state;
	assert_border(sample_block("border-width='3pt' border='1pt solid red'"), FO_KW_SOLID, 3, 0xFF0000FF);
	assert_border(sample_block("border-top='2pt dashed' border-style='solid'"), FO_KW_DASHED, 2, 0x000000FF);
	assert_border(sample_block("border-top-width='3pt' border-top='1pt solid red'"), FO_KW_SOLID, 3, 0xFF0000FF);
	assert_border(sample_block("border-before-color='lime' border-top='1pt solid red'"), FO_KW_SOLID, 1, 0x00FF00FF);
	assert_border(sample_block("border-before-width='3pt' border='1pt solid red'"), FO_KW_SOLID, 3, 0xFF0000FF);
	assert_border(sample_block("border-top-width='2pt' border-before-width='5pt' border-top='solid red'"), FO_KW_SOLID, 2,
				  0xFF0000FF); /* 5.3.1 */
}

static void test_border_parts_by_side(void **state)
{
	const struct fo_style *style = sample_block(
		"border-style='solid dashed' border-width='1pt 2pt 3pt 4pt' border-color='red lime blue'");
	(void)state;
	assert_int_equal(style->border_before_style, FO_KW_SOLID);
	assert_int_equal(style->border_end_style, FO_KW_DASHED);
	assert_int_equal(style->border_after_style, FO_KW_SOLID);
	assert_int_equal(style->border_start_style, FO_KW_DASHED);
	assert_length(style->border_before_width.length, 1, 0);
	assert_length(style->border_end_width.length, 2, 0);
	assert_length(style->border_after_width.length, 3, 0);
	assert_length(style->border_start_width.length, 4, 0);
	assert_int_equal(style->border_before_color, 0xFF0000FF);
	assert_int_equal(style->border_end_color, 0x00FF00FF);
	assert_int_equal(style->border_after_color, 0x0000FFFF);
	assert_int_equal(style->border_start_color, 0x00FF00FF);
	assert_refused("border-width='1pt 2pt 3pt 4pt 5pt'");
}

static void test_absolute_sides(void **state)
{
	const struct fo_style *style = sample_block("border-left-style='solid' border-left-width='4pt' padding-right='5pt'"
												" padding-bottom.conditionality='retain' padding-top='1pt + 1pt'");
	(void)state;
	assert_length(style->border_start_width.length, 4, 0);
	assert_length(style->padding_end.length, 5, 0);
	assert_true(style->padding_after.retain);
	assert_length(style->padding_before.length, 2, 0);
}

/* 5.3.1: of both, the absolute one counts; one that came from a shorthand does not. */
static void test_absolute_sides_win(void **state)
{
	(void)state;
	assert_length(sample_block("padding-top='2pt' padding-before='3pt'")->padding_before.length, 2, 0);
	assert_length(sample_block("padding-before='3pt' padding-top='2pt'")->padding_before.length, 2, 0);
	assert_length(sample_block("padding-before='3pt' padding='2pt'")->padding_before.length, 3, 0);
}

static void test_padding_by_side(void **state)
{
	const struct fo_style *style = sample_block("padding='1pt 2pt 3pt'");
	(void)state;
	assert_length(style->padding_before.length, 1, 0);
	assert_length(style->padding_end.length, 2, 0);
	assert_length(style->padding_after.length, 3, 0);
	assert_length(style->padding_start.length, 2, 0);
	assert_length(sample_block("padding='1pt'")->padding_start.length, 1, 0);
	assert_length(sample_block("padding='(1pt + 2pt) 5pt'")->padding_before.length, 3, 0);
	assert_refused("padding=''");
}

static void test_shorthands_inherit(void **state)
{
	(void)state;
	sample_flow("<fo:block border='2pt solid red' padding='3pt' white-space='pre' margin-top='4pt'>"
				"<fo:block id='b' border='inherit' padding='inherit' white-space='inherit'/></fo:block>");
	assert_string_equal(sample_said(), "");
	assert_border(sample_style("b"), FO_KW_SOLID, 2, 0xFF0000FF);
	assert_length(sample_style("b")->padding_end.length, 3, 0);
	assert_int_equal(sample_style("b")->linefeed_treatment, FO_KW_PRESERVE);
	assert_int_equal(sample_style("b")->white_space_collapse, FO_KW_FALSE);
}

/* ---- margins ---- */

/* 5.3.2: indent = inherited indent + margin + border + padding. */
static void test_margins_of_blocks_are_indents(void **state)
{
	(void)state;
	sample_flow("<fo:block start-indent='10pt' end-indent='20pt'>"
				"<fo:block id='a' margin-left='5pt' margin-right='6pt' border='1pt solid' padding='2pt'>"
				"<fo:block id='c' margin-left='-3pt'/></fo:block>"
				"<fo:block id='b' border='1pt solid' padding='2pt'/></fo:block>");
	assert_length(sample_style("a")->start_indent, 18, 0);
	assert_length(sample_style("a")->end_indent, 29, 0);
	assert_length(sample_style("c")->start_indent, 15, 0);
	assert_length(sample_style("c")->end_indent, 29, 0);
	assert_length(sample_style("b")->start_indent, 10, 0); /* no margin given: border and padding hang out */
}

static void test_margins_in_percent(void **state)
{
	(void)state;
	assert_length(sample_block("margin-left='10%'")->start_indent, 0, 10);
	assert_length(sample_block("start-indent='inherit' margin-right='1em + 5%'")->end_indent, 12, 5);
}

static void test_margins_win_over_indents_unless_short(void **state)
{
	(void)state;
	assert_length(sample_block("margin-left='5pt' start-indent='9pt'")->start_indent, 5, 0);
	assert_length(sample_block("margin='5pt' start-indent='9pt'")->start_indent, 9, 0);
	assert_length(sample_block("margin='5pt' start-indent='9pt'")->end_indent, 5, 0);
}

/* What generates a reference area begins anew. */
static void test_margins_of_reference_areas(void **state)
{
	(void)state;
	sample_flow("<fo:block start-indent='10pt'><fo:block-container id='c' margin-left='5pt' padding-left='2pt'><fo:block/>"
				"</fo:block-container></fo:block>");
	assert_length(sample_style("c")->start_indent, 7, 0);
}

static void test_vertical_margins_of_blocks_are_spaces(void **state)
{
	struct fo_space space = sample_block("margin-top='5pt'")->space_before;
	(void)state;
	assert_length(space.minimum, 5, 0);
	assert_length(space.maximum, 5, 0);
	assert_true(space.retain); /* 5.3.2: conditionality retain */
	assert_length(sample_block("margin-bottom='6pt'")->space_after.optimum, 6, 0);
	assert_length(sample_block("margin-top='5pt' space-before='9pt'")->space_before.optimum, 5, 0);
	assert_length(sample_block("margin='5pt' space-before='9pt'")->space_before.optimum, 9, 0);
	assert_length(sample_block("margin-top='auto'")->space_before.optimum, 0, 0);
}

static void test_margins_of_inlines_are_spaces(void **state)
{
	(void)state;
	sample_flow("<fo:block><fo:inline id='i' margin-left='5pt' margin-right='6pt'>字</fo:inline></fo:block>");
	assert_length(sample_style("i")->space_start.optimum, 5, 0);
	assert_length(sample_style("i")->space_end.optimum, 6, 0);
	assert_length(sample_style("i")->start_indent, 0, 0);
}

static void test_margins_of_pages_stay(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT
				"<fo:layout-master-set><fo:simple-page-master master-name='m' id='p' margin='37mm 26mm 35mm 28mm'>"
				"<fo:region-body id='r' margin-top='1pt' region-name='x'/></fo:simple-page-master></fo:layout-master-set>"
				"<fo:page-sequence master-reference='m'><fo:flow flow-name='x'><fo:block/></fo:flow></fo:page-sequence>"
				"</fo:root>");
	assert_string_equal(sample_said(), "");
	assert_int_equal(sample_style("p")->margin_top.fixed, len_from_mm(37));
	assert_int_equal(sample_style("p")->margin_right.fixed, len_from_mm(26));
	assert_int_equal(sample_style("p")->margin_bottom.fixed, len_from_mm(35));
	assert_int_equal(sample_style("p")->margin_left.fixed, len_from_mm(28));
	assert_length(sample_style("p")->start_indent, 0, 0);
	assert_length(sample_style("r")->margin_top, 1, 0);
	assert_length(sample_style("r")->space_before.optimum, 0, 0);
}

/* ---- dimensions ---- */

static void test_width_and_height(void **state)
{
	const struct fo_style *style = sample_block("width='50%' height='20mm'");
	(void)state;
	assert_length(style->inline_progression_dimension.minimum, 0, 50);
	assert_length(style->inline_progression_dimension.maximum, 0, 50);
	assert_int_equal(style->block_progression_dimension.optimum.fixed, len_from_mm(20));
}

/* 5.3.3: first height, then min-height and max-height, wherever they stand. */
static void test_smallest_and_largest_dimensions(void **state)
{
	const struct fo_range *range =
		&sample_block("min-height='10pt' max-height='30pt' height='20pt'")->block_progression_dimension;
	(void)state;
	assert_length(range->minimum, 10, 0);
	assert_length(range->optimum, 20, 0);
	assert_length(range->maximum, 30, 0);
	range = &sample_block("min-width='10pt'")->inline_progression_dimension;
	assert_length(range->minimum, 10, 0);
	assert_int_equal(range->optimum.keyword, FO_KW_AUTO);
	assert_int_equal(sample_block("max-width='none'")->inline_progression_dimension.maximum.keyword, FO_KW_AUTO);
	assert_refused("width='wide'");
}

static void test_page_size(void **state)
{
	const struct fo_style *style = sample_block("size='210mm 297mm'");
	(void)state;
	assert_int_equal(style->page_width.fixed, len_from_mm(210));
	assert_int_equal(style->page_height.fixed, len_from_mm(297));
	assert_int_equal(sample_block("size='100mm'")->page_height.fixed, len_from_mm(100));
	assert_int_equal(sample_block("size='100mm' page-height='50mm'")->page_height.fixed, len_from_mm(50));
}

/* ---- font ---- */

static void test_font(void **state)
{
	const struct fo_style *style = sample_block("font=\"italic bold 16pt/28pt 仿宋, 'Times New Roman'\"");
	(void)state;
	assert_int_equal(style->font_style, FO_KW_ITALIC);
	assert_int_equal(style->font_weight, 700);
	assert_pt(style->font_size, 16);
	assert_pt(style->line_height.fixed, 28);
	assert_int_equal(style->font_family->count, 2);
	assert_string_equal(style->font_family->name[1], "Times New Roman");
	style = sample_block("font='500 small-caps 2em/1.5 宋体'");
	assert_int_equal(style->font_weight, 500);
	assert_int_equal(style->font_variant, FO_KW_SMALL_CAPS);
	assert_pt(style->font_size, 24);
	assert_pt(style->line_height.fixed, 36);
	assert_pt(sample_block("font='large 宋体'")->font_size, 14.4);
}

/* 7.31.13: first everything gets its initial value. */
static void test_font_resets_what_it_leaves_out(void **state)
{
	(void)state;
	sample_flow("<fo:block font='bold italic 20pt/40pt 楷体'><fo:block id='b' font='10pt 宋体'/></fo:block>");
	assert_int_equal(sample_style("b")->font_weight, 400);
	assert_int_equal(sample_style("b")->font_style, FO_KW_NORMAL);
	assert_pt(sample_style("b")->line_height.fixed, 12);
}

/* What a shorthand says is as unsupported as if it had been said in full. */
static void test_shorthands_say_what_is_not_supported(void **state)
{
	(void)state;
	assert_string_equal(sample_verdict("font='small-caps 16pt 宋体'"), "");
	assert_string_equal(sample_verdict("font='normal 16pt 宋体'"), "");
	assert_string_equal(sample_verdict("background='url(a.png) fixed'"), "G402:2");
}

static void test_single_font_properties_win(void **state)
{
	const struct fo_style *style = sample_block("font-size='20pt' line-height='2' font='bold 10pt/1 宋体' font-weight='normal'");
	(void)state;
	assert_pt(style->font_size, 20);
	assert_pt(style->line_height.fixed, 40);
	assert_int_equal(style->font_weight, 400);
}

static void test_wrong_fonts(void **state)
{
	(void)state;
	assert_pt(sample_block("font='12pt / 16pt 宋体'")->line_height.fixed, 16);
	assert_pt(sample_block("font='12pt /16pt 宋体'")->line_height.fixed, 16);
	assert_pt(sample_block("font-size='20pt' font='caption'")->font_size, 20);
	assert_pt(sample_block("font='menu'")->font_size, 12);
	assert_refused("font='12pt / 16pt'");
	assert_refused("font='16pt'");
	assert_refused("font='宋体 16pt'");
	assert_refused("font=''");
}

/* ---- breaks, white space, language, and others ---- */

static void test_page_breaks(void **state)
{
	(void)state;
	assert_int_equal(sample_block("page-break-before='always'")->break_before, FO_KW_PAGE);
	assert_int_equal(sample_block("page-break-before='left'")->break_before, FO_KW_EVEN_PAGE);
	assert_int_equal(sample_block("page-break-after='right'")->break_after, FO_KW_ODD_PAGE);
	assert_int_equal(sample_block("page-break-after='auto'")->break_after, FO_KW_AUTO);
	assert_int_equal(sample_block("page-break-after='avoid'")->keep_with_next.page, FO_KEEP_ALWAYS);
	assert_int_equal(sample_block("page-break-after='avoid'")->break_after, FO_KW_AUTO);
	assert_int_equal(sample_block("page-break-before='avoid'")->keep_with_previous.page, FO_KEEP_ALWAYS);
	assert_int_equal(sample_block("page-break-inside='avoid'")->keep_together.page, FO_KEEP_ALWAYS);
	sample_flow("<fo:block page-break-inside='avoid'><fo:block id='b' page-break-inside='auto'/></fo:block>");
	assert_int_equal(sample_style("b")->keep_together.page, FO_KEEP_AUTO);
	assert_int_equal(sample_block("break-before='page' page-break-before='auto'")->break_before, FO_KW_PAGE);
	assert_refused("page-break-before='sometimes'");
	assert_refused("page-break-before='column'");
	assert_refused("page-break-inside='always'");
}

static void test_white_space(void **state)
{
	const struct fo_style *style = sample_block("white-space='pre'");
	(void)state;
	assert_int_equal(style->linefeed_treatment, FO_KW_PRESERVE);
	assert_int_equal(style->white_space_collapse, FO_KW_FALSE);
	assert_int_equal(style->white_space_treatment, FO_KW_PRESERVE);
	assert_int_equal(style->wrap_option, FO_KW_NO_WRAP);
	style = sample_block("white-space='nowrap'");
	assert_int_equal(style->linefeed_treatment, FO_KW_TREAT_AS_SPACE);
	assert_int_equal(style->white_space_collapse, FO_KW_TRUE);
	assert_int_equal(style->wrap_option, FO_KW_NO_WRAP);
	assert_int_equal(sample_block("white-space='normal'")->wrap_option, FO_KW_WRAP);
	assert_int_equal(sample_block("wrap-option='wrap' white-space='pre'")->wrap_option, FO_KW_WRAP);
	assert_refused("white-space='pre-wrap'");
}

static void test_language(void **state)
{
	const struct fo_style *style = sample_block("xml:lang='zh-Hans-CN'");
	(void)state;
	assert_string_equal(style->language, "zh");
	assert_string_equal(style->script, "Hans");
	assert_string_equal(style->country, "CN");
	assert_string_equal(sample_block("country='TW' xml:lang='zh-CN'")->country, "TW");
	sample_flow("<fo:block xml:lang='zh-CN'><fo:block id='b' xml:lang='en'/></fo:block>");
	assert_string_equal(sample_style("b")->language, "en");
	assert_null(sample_style("b")->country);
	assert_null(sample_block("xml:lang=''")->language);
	assert_refused("xml:lang='zh_CN'");
	assert_refused("xml:lang='中文'");
	assert_refused("language='chinesisch-'");
	assert_refused("country='C N'");
	assert_refused("script='Han/s'");
}

static void test_background(void **state)
{
	(void)state;
	assert_int_equal(sample_block("background='red'")->background_color, 0xFF0000FF);
	assert_int_equal(sample_block("background-color='lime' background='red'")->background_color, 0x00FF00FF);
	assert_refused("background='pale'");
}

static void test_vertical_align(void **state)
{
	(void)state;
	assert_int_equal(sample_block("vertical-align='super'")->baseline_shift.keyword, FO_KW_SUPER);
	assert_int_equal(sample_block("vertical-align='sub'")->baseline_shift.keyword, FO_KW_SUB);
	assert_int_equal(sample_block("vertical-align='baseline'")->baseline_shift.keyword, FO_KW_BASELINE);
	assert_length(sample_block("vertical-align='-50%'")->alignment_adjust, 0, -50); /* 7.31.22: not baseline-shift */
	assert_length(sample_block("vertical-align='5pt'")->alignment_adjust, 5, 0);
	assert_length(sample_block("vertical-align='5pt' alignment-adjust='1pt'")->alignment_adjust, 1, 0);
	assert_refused("vertical-align='high'");
	assert_refused("vertical-align='hanging'");
	assert_refused("vertical-align='top bottom'");
}

/* Each part of a shorthand but once, and at least one. */
static void test_parts_that_come_twice(void **state)
{
	(void)state;
	assert_refused("border='solid dashed'");
	assert_refused("border-top='red solid 2pt blue'");
	assert_refused("border-top='1pt 2pt'");
	assert_refused("border=''");
	assert_refused("background='red blue'");
	assert_refused("background='url(a.png) url(b.png)'");
	assert_refused("background='left url(a.png) top left'");
	assert_refused("font='bold bold 12pt X'");
	assert_refused("font='italic oblique 12pt X'");
	assert_refused("size='10mm 20mm 30mm'");
	assert_refused("padding='inherit 2pt'");
	assert_refused("border-color='red inherit'");
	assert_refused("margin='inherit inherit'");
	assert_refused("font='12pt inherit'");
	assert_refused("background='red inherit'");
	assert_refused("background=''");
	assert_refused("background='url('");
	assert_int_equal(sample_block("font='normal normal bold normal 12pt X'")->font_weight, 700);
	assert_string_equal(sample_block("font='12pt \"A, B\", C'")->font_family->name[0], "A, B");
	assert_int_equal(sample_block("font='12pt \"A, B\", C'")->font_family->count, 2);
}

/* 5.3.1: the absolute form holds, also over a component of the relative one. */
static void test_absolute_forms_hold_over_components(void **state)
{
	(void)state;
	assert_length(sample_block("border-top='3pt solid' border-before-width.length='2pt'")->border_before_width.length, 2, 0);
	assert_length(sample_block("border-before-style='solid' border-top-width='3pt' border-before-width.length='2pt'")
					  ->border_before_width.length,
				  3, 0);
	assert_length(sample_block("padding-left='3pt' padding-start.length='2pt'")->padding_start.length, 3, 0);
	assert_true(sample_block("padding-left='3pt' padding-start.conditionality='retain'")->padding_start.retain);
	assert_length(sample_block("width='3pt' inline-progression-dimension.optimum='2pt'")->inline_progression_dimension.optimum, 3,
				  0);
	assert_length(
		sample_block("min-width='5pt' inline-progression-dimension.minimum='2pt'")->inline_progression_dimension.minimum, 5, 0);
}

static void test_names_that_only_look_like_shorthands(void **state)
{
	(void)state;
	assert_string_equal(sample_verdict("margin-middle='1pt'"), "G401:2");
	assert_string_equal(sample_verdict("border-top-thickness='1pt'"), "G401:2");
	assert_string_equal(sample_verdict("padding-inner='1pt'"), "G401:2");
	assert_string_equal(sample_verdict("page-break-around='auto'"), "G401:2");
	assert_string_equal(sample_verdict("min-depth='1pt'"), "G401:2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_border_sets_all_sides),
		cmocka_unit_test(test_border_words_in_any_order),
		cmocka_unit_test(test_half_of_a_shorthand_is_none),
		cmocka_unit_test(test_shorthands_take_over_from_the_parent),
		cmocka_unit_test(test_border_resets_what_it_leaves_out),
		cmocka_unit_test(test_the_more_precise_border_wins),
		cmocka_unit_test(test_border_parts_by_side),
		cmocka_unit_test(test_absolute_sides),
		cmocka_unit_test(test_absolute_sides_win),
		cmocka_unit_test(test_padding_by_side),
		cmocka_unit_test(test_shorthands_inherit),
		cmocka_unit_test(test_margins_of_blocks_are_indents),
		cmocka_unit_test(test_margins_in_percent),
		cmocka_unit_test(test_margins_win_over_indents_unless_short),
		cmocka_unit_test(test_margins_of_reference_areas),
		cmocka_unit_test(test_vertical_margins_of_blocks_are_spaces),
		cmocka_unit_test(test_margins_of_inlines_are_spaces),
		cmocka_unit_test(test_margins_of_pages_stay),
		cmocka_unit_test(test_width_and_height),
		cmocka_unit_test(test_smallest_and_largest_dimensions),
		cmocka_unit_test(test_page_size),
		cmocka_unit_test(test_font),
		cmocka_unit_test(test_font_resets_what_it_leaves_out),
		cmocka_unit_test(test_shorthands_say_what_is_not_supported),
		cmocka_unit_test(test_single_font_properties_win),
		cmocka_unit_test(test_wrong_fonts),
		cmocka_unit_test(test_page_breaks),
		cmocka_unit_test(test_white_space),
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_background),
		cmocka_unit_test(test_vertical_align),
		cmocka_unit_test(test_parts_that_come_twice),
		cmocka_unit_test(test_absolute_forms_hold_over_components),
		cmocka_unit_test(test_names_that_only_look_like_shorthands),
	};
	return sample_run(tests);
}
