/* Values of each type and their components, XSL 5.9 and 5.11: src/fo/values.c, src/fo/color.c. */
#include "support/fo_sample.h"

static void test_font_sizes(void **state)
{
	(void)state;
	assert_pt(sample_block("font-size='16pt'")->font_size, 16);
	assert_pt(sample_block("font-size='medium'")->font_size, 12);
	assert_pt(sample_block("font-size='large'")->font_size, 14.4);
	assert_pt(sample_block("font-size='small'")->font_size, 10);
	assert_pt(sample_block("font-size='150%'")->font_size, 18);
	assert_pt(sample_block("font-size='2em'")->font_size, 24);
	assert_pt(sample_block("font-size='larger'")->font_size, 14.4);
	assert_pt(sample_block("font-size='smaller'")->font_size, 10);
	sample_flow("<fo:block font-size='15pt'><fo:block id='b' font-size='smaller'/></fo:block>"); /* nearest to 14.4 */
	assert_pt(sample_style("b")->font_size, 12);
	sample_flow("<fo:block font-size='20pt'><fo:block id='b' font-size='larger'/></fo:block>");
	assert_in_range(sample_style("b")->font_size, len_from_pt(24.882), len_from_pt(24.885));
	assert_refused("font-size='-1pt'");
	assert_string_equal(sample_verdict("font-size='16'"), "G405:2");
	assert_string_equal(sample_verdict("border='1 solid black'"), "G405:2"); /* once, not for each side */
	assert_refused("font-size='thick'");
	assert_refused("font-size=''");
}

static void test_named_sizes_are_in_order(void **state)
{
	const char *const names[] = {"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"};
	len last = 0;
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		char *attributes = g_strdup_printf("font-size='%s'", names[i]);
		len size = sample_block(attributes)->font_size;
		g_free(attributes);
		assert_true(size > last);
		last = size;
	}
}

static void test_line_heights(void **state)
{
	(void)state;
	assert_pt(sample_block("line-height='28pt'")->line_height.fixed, 28);
	assert_pt(sample_block("line-height='2'")->line_height.fixed, 24);
	assert_pt(sample_block("line-height='200%' font-size='10pt'")->line_height.fixed, 20);
	assert_pt(sample_block("line-height='normal' font-size='10pt'")->line_height.fixed, 12);
	assert_refused("line-height='-1pt'");
	assert_refused("line-height='-1'");
	assert_refused("line-height='auto'");
}

static void test_families(void **state)
{
	const struct fo_families *families;
	(void)state;
	families = sample_block("font-family=\"仿宋, 'Times New Roman' ,serif\"")->font_family;
	assert_int_equal(families->count, 3);
	assert_string_equal(families->name[0], "仿宋");
	assert_string_equal(families->name[1], "Times New Roman");
	assert_string_equal(families->name[2], "serif");
	assert_refused("font-family=''");
	assert_refused("font-family=' , '");
}

/* 5.11: a short form gives every length component; conditionality is discard, precedence 0. */
static void test_spaces(void **state)
{
	struct fo_space space = sample_block("space-before='6pt'")->space_before;
	(void)state;
	assert_length(space.minimum, 6, 0);
	assert_length(space.optimum, 6, 0);
	assert_length(space.maximum, 6, 0);
	assert_int_equal(space.precedence, 0);
	assert_false(space.retain);
	space = sample_block("space-before.maximum='9pt' space-before='6pt' space-before.minimum='3pt'"
						 " space-before.conditionality='retain' space-before.precedence='force'")
				->space_before;
	assert_length(space.minimum, 3, 0);
	assert_length(space.optimum, 6, 0);
	assert_length(space.maximum, 9, 0);
	assert_int_equal(space.precedence, FO_FORCE);
	assert_true(space.retain);
	assert_int_equal(sample_block("space-after.precedence='5'")->space_after.precedence, 5);
	assert_refused("space-before.conditionality='keep'");
	assert_refused("space-before.precedence='1pt'");
	assert_string_equal(sample_verdict("space-before='6'"), "G405:2");
}

static void test_ranges(void **state)
{
	struct fo_range range = sample_block("leader-length='5pt'")->leader_length;
	(void)state;
	assert_length(range.minimum, 5, 0);
	assert_length(range.maximum, 5, 0);
	range = sample_block("inline-progression-dimension.optimum='50%' inline-progression-dimension.maximum='80mm'")
				->inline_progression_dimension;
	assert_int_equal(range.minimum.keyword, FO_KW_AUTO);
	assert_length(range.optimum, 0, 50);
	assert_length(range.maximum, 226.7717, 0);
}

static void test_edges(void **state)
{
	struct fo_edge edge = sample_block("padding-before='6pt'")->padding_before;
	(void)state;
	assert_length(edge.length, 6, 0);
	assert_false(edge.retain);
	edge = sample_block("padding-before.length='2pt' padding-before.conditionality='retain'")->padding_before;
	assert_length(edge.length, 2, 0);
	assert_true(edge.retain);
	assert_refused("padding-before='-1pt'");
	assert_refused("border-before-style='solid' border-before-width='-1pt'");
	assert_refused("border-before-style='solid' border-before-width='wide'");
}

static void test_border_widths_are_in_order(void **state)
{
	const char *solid = "border-before-style='solid' border-before-width='";
	len widths[3];
	const char *const names[] = {"thin", "medium", "thick"};
	(void)state;
	for (unsigned i = 0; i < 3; i++) {
		char *attributes = g_strconcat(solid, names[i], "'", NULL);
		widths[i] = sample_block(attributes)->border_before_width.length.fixed;
		g_free(attributes);
	}
	assert_true(0 < widths[0] && widths[0] < widths[1] && widths[1] < widths[2]);
}

/* 4.8: three components, of strength auto, a number or always. */
static void test_keeps(void **state)
{
	struct fo_keep keep = sample_block("keep-with-next='always'")->keep_with_next;
	(void)state;
	assert_int_equal(keep.line, FO_KEEP_ALWAYS);
	assert_int_equal(keep.column, FO_KEEP_ALWAYS);
	assert_int_equal(keep.page, FO_KEEP_ALWAYS);
	keep =
		sample_block("keep-with-next.within-page='always' keep-with-next='7' keep-with-next.within-line='auto'")->keep_with_next;
	assert_int_equal(keep.line, FO_KEEP_AUTO);
	assert_int_equal(keep.column, FO_KEEP_OF(7));
	assert_int_equal(keep.page, FO_KEEP_ALWAYS);
	assert_refused("keep-with-next='often'");
	assert_refused("keep-with-next='2pt'");
	assert_refused("keep-with-next='1.5'");
	assert_refused("keep-with-next='3000000000'");
	assert_int_equal(sample_block("keep-with-next='-3'")->keep_with_next.page, FO_KEEP_OF(-3));
	assert_true(FO_KEEP_OF(INT32_MIN) > FO_KEEP_AUTO && FO_KEEP_OF(-1) < FO_KEEP_OF(0) && FO_KEEP_OF(INT32_MAX) < FO_KEEP_ALWAYS);
	assert_refused("space-before.precedence='3000000000'");
	assert_refused("space-before.precedence='1.5'");
}

static void test_keep_components_are_inherited_one_by_one(void **state)
{
	(void)state;
	sample_flow("<fo:block keep-together.within-page='always'><fo:block id='b' keep-together.within-column='3'/></fo:block>");
	assert_int_equal(sample_style("b")->keep_together.page, FO_KEEP_ALWAYS);
	assert_int_equal(sample_style("b")->keep_together.column, FO_KEEP_OF(3));
	assert_int_equal(sample_style("b")->keep_together.line, FO_KEEP_AUTO);
}

static void test_unknown_components_are_said(void **state)
{
	(void)state;
	assert_string_equal(sample_verdict("font-size.big='3pt'"), "G401:2");
	assert_string_equal(sample_verdict("text-align.within-page='start'"), "G401:2");
	assert_string_equal(sample_verdict("space-before.medium='3pt'"), "G401:2");
	assert_string_equal(sample_verdict("keep-with-next.within-book='always'"), "G401:2");
	assert_string_equal(sample_verdict("padding-before.minimum='3pt'"), "G401:2");
	assert_string_equal(sample_verdict("leader-length.conditionality='retain'"), "G401:2");
}

static void test_integers(void **state)
{
	(void)state;
	assert_int_equal(sample_block("orphans='3'")->orphans, 3);
	assert_int_equal(sample_block("orphans='1 + 2'")->orphans, 3);
	assert_int_equal(sample_block("initial-page-number='auto'")->initial_page_number, -(int)FO_KW_AUTO);
	assert_int_equal(sample_block("maximum-repeats='no-limit'")->maximum_repeats, -(int)FO_KW_NO_LIMIT);
	assert_refused("orphans='99999999999'");
	assert_refused("orphans='2.5'");
	assert_refused("orphans='2pt'");
	assert_refused("orphans='-1'");
	assert_refused("orphans='many'");
}

/* 7.26.7 …: what is not positive or not whole is rounded to the nearest integer greater than or equal to 1. */
static void test_counts_are_rounded_to_one_or_more(void **state)
{
	(void)state;
	assert_int_equal(sample_block("number-columns-spanned='0'")->number_columns_spanned, 1);
	assert_int_equal(sample_block("number-rows-spanned='-3'")->number_rows_spanned, 1);
	assert_int_equal(sample_block("number-columns-repeated='2.6'")->number_columns_repeated, 3);
	assert_int_equal(sample_block("column-number='0'")->column_number, 1);
	assert_int_equal(sample_block("column-count='0.2'")->column_count, 1);
	assert_int_equal(sample_block("initial-page-number='0'")->initial_page_number, 1);
	assert_refused("number-columns-spanned='2pt'");
	assert_int_equal(sample_block("hyphenation-push-character-count='0'")->hyphenation_push_character_count, 1);
	assert_int_equal(sample_block("hyphenation-remain-character-count='2.5'")->hyphenation_remain_character_count, 3);
	assert_int_equal(sample_block("hyphenation-ladder-count='-2'")->hyphenation_ladder_count, 1);
	assert_int_equal(sample_block("maximum-repeats='-1.2'")->maximum_repeats, 0); /* 7.27.10: greater than or equal to 0 */
	assert_refused("column-count='99999999999'");
}

/* 7.16.4: "none" alone, and no decoration beside what takes it away. */
static void test_decorations(void **state)
{
	(void)state;
	assert_int_equal(sample_block("text-decoration='underline  no-overline'")->text_decoration, FO_UNDERLINE | FO_NO_OVERLINE);
	assert_int_equal(sample_block("text-decoration='none'")->text_decoration, 0);
	assert_refused("text-decoration='none underline'");
	assert_refused("text-decoration='underline overline underline'");
	assert_refused("text-decoration='no-underline underline'");
	assert_refused("text-decoration=''");
}

static void test_what_may_not_be_negative(void **state)
{
	(void)state;
	assert_refused("rule-thickness='-1pt'");
	assert_refused("leader-pattern-width='-1pt'");
	assert_refused("border-separation='-1pt'");
	assert_refused("border-spacing='1pt -1pt'");
	assert_refused("padding='-1pt'");
	assert_refused("font-size='-1pt'");
	assert_refused("line-height='-1'");
	assert_refused("width='-1pt'");
	assert_string_equal(sample_verdict("text-indent='-1pt' space-before='-1pt' start-indent='-1pt' margin='-1pt'"
									   " letter-spacing='-1pt' baseline-shift='-1pt' leader-length.optimum='1pt'"),
						"");
}

/* Which take percentages: padding, spaces in lines (7.12); not borders, nor spaces between blocks (7.11). */
static void test_where_percentages_are_taken(void **state)
{
	(void)state;
	assert_length(sample_block("padding-before='5%'")->padding_before.length, 0, 5);
	assert_length(sample_block("space-end='5%'")->space_end.optimum, 0, 5);
	assert_refused("border-before-width='5%'");
	assert_refused("border='5% solid'");
	assert_refused("space-after='5%'");
	assert_refused("letter-spacing='5%'");
}

/* 7.21.3: a multiple of 90 between −270 and 270. */
static void test_orientations(void **state)
{
	(void)state;
	assert_int_equal(sample_block("reference-orientation='270'")->reference_orientation, 270);
	assert_int_equal(sample_block("reference-orientation='-90'")->reference_orientation, -90);
	assert_refused("reference-orientation='45'");
	assert_refused("reference-orientation='360'");
}

static void test_weights(void **state)
{
	(void)state;
	assert_int_equal(sample_block("font-weight='bold'")->font_weight, 700);
	assert_int_equal(sample_block("font-weight='normal'")->font_weight, 400);
	assert_int_equal(sample_block("font-weight='300'")->font_weight, 300);
	assert_string_equal(sample_verdict("font-weight='fat'"), "G403:2");
	assert_string_equal(sample_verdict("font-weight='150'"), "G403:2");
	assert_string_equal(sample_verdict("font-weight='1000'"), "G403:2");
	static const struct {
		const char *parent, *own;
		int weight;
	} steps[] = {{"300", "bolder", 400},  {"400", "bolder", 700},  {"700", "bolder", 800},  {"900", "bolder", 900},
				 {"100", "lighter", 100}, {"400", "lighter", 300}, {"700", "lighter", 400}, {"900", "lighter", 700}};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		char *flow = g_strdup_printf("<fo:block font-weight='%s'><fo:block id='b' font-weight='%s'/></fo:block>", steps[i].parent,
									 steps[i].own);
		sample_flow(flow);
		assert_int_equal(sample_style("b")->font_weight, steps[i].weight);
		g_free(flow);
	}
}

static void test_keywords(void **state)
{
	(void)state;
	assert_int_equal(sample_block("text-align='justify'")->text_align, FO_KW_JUSTIFY);
	assert_int_equal(sample_block("text-align=' justify '")->text_align, FO_KW_JUSTIFY);
	assert_refused("text-align='middle'");
	assert_refused("text-align='Justify'"); /* XML distinguishes case */
	assert_refused("text-align=''");
	assert_refused("break-before='pag'");
}

static void test_strings(void **state)
{
	(void)state;
	assert_string_equal(sample_block("role='P'")->role, "P");
	assert_string_equal(sample_block("role=\"'P'\"")->role, "P");
	assert_null(sample_block("role='none'")->role);
	assert_string_equal(sample_block("external-destination=\"url('https://a.cn/')\"")->external_destination, "https://a.cn/");
	assert_string_equal(sample_block("external-destination='url( a.pdf )'")->external_destination, "a.pdf");
	assert_string_equal(sample_block("external-destination='a.pdf'")->external_destination, "a.pdf");
	assert_null(sample_block("external-destination='url()'")->external_destination);
	assert_string_equal(sample_block("role=\"'\"")->role, "'");
}

/* <character>: one, with its marks; white space is one too, quotes around it are none. */
static void test_characters(void **state)
{
	(void)state;
	assert_string_equal(sample_block("hyphenation-character='='")->hyphenation_character, "=");
	assert_string_equal(sample_block("hyphenation-character='&#x2010;'")->hyphenation_character, "\u2010");
	assert_string_equal(sample_block("hyphenation-character='e&#x301;'")->hyphenation_character, "e\u0301");
	assert_string_equal(sample_block("hyphenation-character=\"'x'\"")->hyphenation_character, "x");
	assert_string_equal(sample_block("grouping-separator=' '")->grouping_separator, " ");
	assert_refused("hyphenation-character='=>'");
	assert_refused("grouping-separator=''");
	assert_refused("grouping-separator='ab'");
}

/* One message for one value, in however many parts of a shorthand it is wrong. */
static void test_a_shorthand_is_refused_once(void **state)
{
	(void)state;
	assert_refused("font='from-parent(nothing)'");
	assert_refused("border='from-parent(nothing)'");
	assert_refused("background='from-parent(nothing)'");
	assert_refused("margin='a b c d'");
	assert_refused("background='a b c d'");
}

static void test_baseline_shift(void **state)
{
	(void)state;
	assert_int_equal(sample_block("baseline-shift='super'")->baseline_shift.keyword, FO_KW_SUPER);
	assert_length(sample_block("baseline-shift='3pt'")->baseline_shift, 3, 0);
	assert_length(sample_block("baseline-shift='-20%'")->baseline_shift, 0, -20);
}

/* ---- colours ---- */

static fo_color color(const char *text)
{
	char *attributes = g_strdup_printf("background-color='%s'", text);
	fo_color found = sample_block(attributes)->background_color;
	g_free(attributes);
	return found;
}

static void test_colors(void **state)
{
	(void)state;
	assert_int_equal(color("red"), 0xFF0000FF);
	assert_int_equal(color("green"), 0x008000FF);
	assert_int_equal(color("Orange"), 0xFFA500FF);
	assert_int_equal(color("#F00"), 0xFF0000FF);
	assert_int_equal(color("#1a2B3c"), 0x1A2B3CFF);
	assert_int_equal(color("rgb(1, 2, 3)"), 0x010203FF);
	assert_int_equal(color("rgb(1,2,3)"), 0x010203FF);
	assert_int_equal(color("rgb( 100% , 0% , 50% )"), 0xFF0080FF);
	assert_int_equal(color("rgb(300, -5, 0)"), 0xFF0000FF);                       /* clipped, as CSS says */
	assert_int_equal(color("rgb-icc(255, 0, 0, #CMYK, 0, 1, 1, 0)"), 0xFF0000FF); /* sRGB fallback */
	assert_int_equal(color("cmyk(0, 1, 1, 0)"), 0xFF0000FF);
	assert_int_equal(color("cmyk(0%, 0%, 0%, 60%)"), 0x666666FF);
	assert_int_equal(color("transparent") & 0xFF, 0);
	assert_int_equal(color("rgb(100 + 100, abs(-9.5), 7 mod 4)"), 0xC80A03FF); /* 5.9: arguments are expressions */
	assert_int_equal(color("rgb(100% div 2, 9999999999999999999999, -9999999999999999999999%)"), 0x80FF00FF);
	assert_int_equal(color("rgb-icc(2 * 100, 0, 0, #CMYK, 0, 1, 1, 0)"), 0xC80000FF);
	assert_int_equal(color("system-color(ThreeDDarkShadow)"), 0x404040FF);
	assert_int_equal(color("system-color( Menu )"), 0xFFFFFFFF);
}

static void test_current_color(void **state)
{
	(void)state;
	assert_int_equal(sample_block("background-color='currentcolor' color='blue'")->background_color, 0x0000FFFF);
	sample_flow("<fo:block color='red'><fo:block id='b' color='currentcolor'/></fo:block>");
	assert_int_equal(sample_style("b")->color, 0xFF0000FF);
}

static void test_what_is_no_color(void **state)
{
	const char *const wrong[] = {"reddish",
								 "#",
								 "#12",
								 "#12345",
								 "#GGGGGG",
								 "rgb(1,2)",
								 "rgb(1,2,3",
								 "rgb(1 2 3)",
								 "rgb(1,2,3,4)",
								 "rgb(a,b,c)",
								 "rgba(1,2,3)",
								 "",
								 "rgb(1,2,3)rest",
								 "rgb(nan,0,0)",
								 "rgb(inf,0,0)",
								 "rgb(0x10,0,0)",
								 "rgb(1pt,0,0)",
								 "rgb(1e2,0,0)",
								 "rgb(,,)",
								 "rgb(50% + 1, 0, 0)"};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		char *attributes = g_strdup_printf("color='%s'", wrong[i]);
		if (strcmp(sample_verdict(attributes), "G403:2") != 0)
			fail_msg("color='%s' gave: %s", wrong[i], sample_said());
		g_free(attributes);
	}
}

static void test_the_wrong_value_is_quoted_with_what_is_allowed(void **state)
{
	(void)state;
	sample_flow("<fo:block wrap-option='never'/>");
	assert_int_equal(diag_size(sample.sink), 1);
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "wrap-option=\"never\""));
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "wrap | no-wrap"));
	assert_non_null(sample.tree); /* a warning: the property counts as not given */
	sample_flow("<fo:block height='tall' keep-together='maybe' space-before.conditionality='keep' margin='1cm*2cm'/>");
	assert_int_equal(diag_size(sample.sink), 4);
	assert_non_null(strstr(diag_get(sample.sink, 3)->text, "height=\"tall\" (auto | <length> | <percentage>)"));
	assert_non_null(strstr(diag_get(sample.sink, 1)->text, "keep-together=\"maybe\" (auto | always | <integer>)"));
	assert_non_null(strstr(diag_get(sample.sink, 2)->text, "space-before.conditionality=\"keep\" (discard | retain)"));
	assert_non_null(strstr(diag_get(sample.sink, 0)->text, "margin=\"1cm*2cm\" (auto | <length> | <percentage>)"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_font_sizes),
		cmocka_unit_test(test_named_sizes_are_in_order),
		cmocka_unit_test(test_line_heights),
		cmocka_unit_test(test_families),
		cmocka_unit_test(test_spaces),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_border_widths_are_in_order),
		cmocka_unit_test(test_keeps),
		cmocka_unit_test(test_keep_components_are_inherited_one_by_one),
		cmocka_unit_test(test_unknown_components_are_said),
		cmocka_unit_test(test_integers),
		cmocka_unit_test(test_counts_are_rounded_to_one_or_more),
		cmocka_unit_test(test_decorations),
		cmocka_unit_test(test_what_may_not_be_negative),
		cmocka_unit_test(test_where_percentages_are_taken),
		cmocka_unit_test(test_orientations),
		cmocka_unit_test(test_weights),
		cmocka_unit_test(test_keywords),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_a_shorthand_is_refused_once),
		cmocka_unit_test(test_baseline_shift),
		cmocka_unit_test(test_colors),
		cmocka_unit_test(test_current_color),
		cmocka_unit_test(test_what_is_no_color),
		cmocka_unit_test(test_the_wrong_value_is_quoted_with_what_is_allowed),
	};
	return sample_run(tests);
}
