/* Initial values, inheritance and interning of computed styles, XSL 1.1 chapter 7: src/fo/style.c. */
#include "support/fo_sample.h"

/* What XSL 1.1 says of a property; initial NULL: up to the formatter or depending on the object. `other` is some other value. */
static const struct expectation {
	const char *name;
	bool inherited;
	const char *initial, *other;
} expectations[] = {
	{"font-family", true, NULL, "楷体"},
	{"font-size", true, "medium", "20pt"},
	{"font-style", true, "normal", "italic"},
	{"font-weight", true, "normal", "700"},
	{"font-stretch", true, "normal", "condensed"},
	{"font-variant", true, "normal", "small-caps"},
	{"language", true, "none", "zh"},
	{"country", true, "none", "CN"},
	{"script", true, "auto", "Hans"},
	{"color", true, NULL, "#123456"},
	{"line-height", true, "normal", "30pt"},
	{"line-stacking-strategy", true, "max-height", "line-height"},
	{"line-height-shift-adjustment", true, "consider-shifts", "disregard-shifts"},
	{"text-align", true, "start", "center"},
	{"text-align-last", true, "relative", "justify"},
	{"text-indent", true, "0pt", "2em"},
	{"last-line-end-indent", true, "0pt", "3pt"},
	{"white-space-collapse", true, "true", "false"},
	{"white-space-treatment", true, "ignore-if-surrounding-linefeed", "preserve"},
	{"linefeed-treatment", true, "treat-as-space", "preserve"},
	{"wrap-option", true, "wrap", "no-wrap"},
	{"letter-spacing", true, "normal", "1pt"},
	{"word-spacing", true, "normal", "1pt"},
	{"text-decoration", false, "none", "underline"},
	{"score-spaces", true, "true", "false"},
	{"suppress-at-line-break", false, "auto", "retain"},
	{"treat-as-word-space", false, "auto", "true"},
	{"text-transform", true, "none", "uppercase"},
	{"hyphenate", true, "false", "true"},
	{"hyphenation-character", true, NULL, "="},
	{"hyphenation-remain-character-count", true, "2", "3"},
	{"hyphenation-push-character-count", true, "2", "3"},
	{"hyphenation-ladder-count", true, "no-limit", "2"},
	{"baseline-shift", false, "baseline", "super"},
	{"alignment-baseline", false, "auto", "middle"},
	{"alignment-adjust", false, "auto", "5pt"},
	{"dominant-baseline", false, "auto", "central"},
	{"direction", true, "ltr", "rtl"},
	{"unicode-bidi", false, "normal", "embed"},
	{"orphans", true, "2", "3"},
	{"widows", true, "2", "3"},
	{"gw:text-spacing-trim", true, "normal", "space-all"}, /* docs/extensions.md */
	{"gw:text-autospace", true, "normal", "no-autospace"},
	{"gw:line-break", true, "auto", "strict"},
	{"gw:hanging-punctuation", true, "none", "allow-end"},
	{"gw:text-shape", true, "none", "rhomb"},
	{"gw:text-decoration-style", false, "solid", "wavy"},
	{"gw:font-synthesis", true, "auto", "always"},
	{"gw:text-emphasis-style", true, "none", "dot"},
	{"gw:text-emphasis-position", true, "under", "over"},
	{"gw:ruby", false, NULL, "hàn"},
	{"source-document", false, "none", "a.xml"},
	{"gw:ruby-position", true, "over", "under"},
	{"gw:last-leading", true, "retain", "discard"},
	{"gw:block-step-size", false, "none", "20pt"},
	{"gw:block-step-align", false, "auto", "center"},
	{"gw:page-side", false, "any", "odd"},
	{"gw:terms", true, NULL, "甲"},
	{"gw:copy", false, NULL, "1"},
	{"gw:shown-in", false, "all", "repeat"},
	{"gw:repeat-at-break", false, "false", "true"},
	{"float", false, "none", "start"},
	{"clear", false, "none", "both"},
	{"intrusion-displace", true, "auto", "block"},
	{"gw:lines-before", false, "0", "2"},
	{"gw:previous-page", false, "any", "blank"},
	{"gw:column-fill", true, "balance", "auto"},
	{"gw:text-autospace-width", true, "25%", "5pt"},
	{"gw:text-justify", true, "auto", "none"},
	{"gw:text-grid", true, "none", "strict"},
	{"gw:segment-break-transform", true, "auto", "remove"},
	{"gw:text-fit", false, "none", "condense"},
	{"space-before", false, "0pt", "5pt"},
	{"space-after", false, "0pt", "5pt"},
	{"start-indent", true, "0pt", "5pt"},
	{"end-indent", true, "0pt", "5pt"},
	{"space-start", false, "0pt", "5pt"},
	{"space-end", false, "0pt", "5pt"},
	{"margin-top", false, NULL, "5pt"}, /* 0pt, but what is given corresponds to a space that is retained */
	{"margin-bottom", false, NULL, "5pt"},
	{"margin-left", false, NULL, "5pt"}, /* … or to an indent */
	{"margin-right", false, NULL, "5pt"},
	{"inline-progression-dimension", false, "auto", "5pt"},
	{"block-progression-dimension", false, "auto", "5pt"},
	{"page-width", false, "auto", "5pt"},
	{"page-height", false, "auto", "5pt"},
	{"extent", false, "0pt", "5pt"},
	{"precedence", false, "false", "true"},
	{"column-count", false, "1", "2"},
	{"column-gap", false, "12pt", "5pt"},
	{"display-align", true, "auto", "center"},
	{"relative-align", true, "before", "baseline"},
	{"overflow", false, "auto", "hidden"},
	{"reference-orientation", true, "0", "90"},
	{"writing-mode", true, "lr-tb", "tb-rl"},
	{"span", false, "none", "all"},
	{"clip", false, "auto", "rect(0pt)"},
	{"visibility", true, "visible", "hidden"},
	{"absolute-position", false, "auto", "fixed"},
	{"relative-position", false, "static", "relative"},
	{"top", false, "auto", "5pt"},
	{"bottom", false, "auto", "5pt"},
	{"left", false, "auto", "5pt"},
	{"right", false, "auto", "5pt"},
	{"border-before-style", false, "none", "solid"},
	{"border-after-style", false, "none", "solid"},
	{"border-start-style", false, "none", "solid"},
	{"border-end-style", false, "none", "solid"},
	{"border-before-width", false, "medium", NULL}, /* nothing without a style */
	{"border-after-width", false, "medium", NULL},
	{"border-start-width", false, "medium", NULL},
	{"border-end-width", false, "medium", NULL},
	{"border-before-color", false, "currentcolor", "#123456"},
	{"border-after-color", false, "currentcolor", "#123456"},
	{"border-start-color", false, "currentcolor", "#123456"},
	{"border-end-color", false, "currentcolor", "#123456"},
	{"padding-before", false, "0pt", "5pt"},
	{"padding-after", false, "0pt", "5pt"},
	{"padding-start", false, "0pt", "5pt"},
	{"padding-end", false, "0pt", "5pt"},
	{"background-color", false, "transparent", "#123456"},
	{"background-image", false, "none", "url(a.png)"},
	{"background-repeat", false, "repeat", "no-repeat"},
	{"background-position-horizontal", false, "0%", "5pt"},
	{"background-position-vertical", false, "0%", "5pt"},
	{"background-attachment", false, "scroll", "fixed"},
	{"src", false, NULL, "url(a.png)"},
	{"content-width", false, "auto", "scale-to-fit"},
	{"content-height", false, "auto", "5pt"},
	{"scaling", false, "uniform", "non-uniform"},
	{"scaling-method", false, "auto", "integer-pixels"},
	{"gw:alt", false, NULL, "图"}, /* docs/extensions.md */
	{"keep-together", true, "auto", "always"},
	{"keep-with-next", false, "auto", "always"},
	{"keep-with-previous", false, "auto", "always"},
	{"break-before", false, "auto", "page"},
	{"break-after", false, "auto", "page"},
	{"leader-pattern", true, "space", "dots"},
	{"leader-length", true, NULL, "5pt"}, /* three components: a test of its own */
	{"leader-alignment", true, "none", "page"},
	{"leader-pattern-width", true, "use-font-metrics", "5pt"},
	{"rule-style", true, "solid", "dotted"},
	{"rule-thickness", true, "1pt", "5pt"},
	{"initial-page-number", false, "auto", "7"},
	{"force-page-count", false, "auto", "even"},
	{"format", false, "1", "i"},
	{"grouping-separator", false, "", ","},
	{"grouping-size", false, "0", "3"},
	{"master-name", false, "", "x"},
	{"master-reference", false, "", "x"},
	{"flow-name", false, "", "x"},
	{"region-name", false, NULL, "x"},
	{"maximum-repeats", false, "no-limit", "3"},
	{"page-position", false, "any", "first"},
	{"odd-or-even", false, "any", "odd"},
	{"blank-or-not-blank", false, "any", "blank"},
	{"table-layout", false, "auto", "fixed"},
	{"caption-side", true, "before", "after"},
	{"border-before-precedence", false, "0", "7"},
	{"border-after-precedence", false, "0", "7"},
	{"border-start-precedence", false, "0", "7"},
	{"border-end-precedence", false, "0", "7"},
	{"retrieve-position-within-table", false, "first-starting", "last-ending"},
	{"retrieve-boundary-within-table", false, "table", "page"},
	{"border-collapse", true, "collapse", "separate"},
	{"border-separation.block-progression-direction", true, "0pt", "5pt"},
	{"border-separation.inline-progression-direction", true, "0pt", "5pt"},
	{"column-number", false, NULL, "3"},
	{"column-width", false, NULL, "5pt"},
	{"number-columns-spanned", false, "1", "2"},
	{"number-rows-spanned", false, "1", "2"},
	{"number-columns-repeated", false, "1", "2"},
	{"starts-row", false, "false", "true"},
	{"ends-row", false, "false", "true"},
	{"empty-cells", true, "show", "hide"},
	{"table-omit-header-at-break", false, "false", "true"},
	{"table-omit-footer-at-break", false, "false", "true"},
	{"provisional-distance-between-starts", true, "24pt", "5pt"},
	{"provisional-label-separation", true, "6pt", "5pt"},
	{"marker-class-name", false, NULL, "x"},
	{"retrieve-class-name", false, NULL, "x"},
	{"retrieve-position", false, "first-starting-within-page", "last-starting-within-page"},
	{"retrieve-boundary", false, "page-sequence", "page"},
	{"internal-destination", false, "", "x"},
	{"external-destination", false, "", "url(x)"},
	{"starting-state", false, "show", "hide"},
	{"ref-id", false, NULL, "x"},
	{"character", false, NULL, "x"},
	{"role", false, "none", "x"},
};

static const void *field(const struct fo_style *style, enum fo_property property)
{
	return (const char *)style + fo_rows[property].offset;
}

static bool same(const struct fo_style *a, const struct fo_style *b, enum fo_property property)
{
	return memcmp(field(a, property), field(b, property), fo_rows[property].size) == 0;
}

static void test_every_property_is_expected(void **state)
{
	(void)state;
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++) {
		unsigned found = 0;
		for (size_t k = 0; k < G_N_ELEMENTS(expectations); k++)
			found += strcmp(expectations[k].name, fo_rows[i].name) == 0;
		if (found != 1)
			fail_msg("%s stands %u times among the expectations", fo_rows[i].name, found);
	}
}

/* Saying the initial value changes nothing: the style is even the same one. */
static void test_initial_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(expectations); i++) {
		const struct expectation *expected = &expectations[i];
		if (!expected->initial)
			continue;
		char *content = g_strdup_printf("<fo:block id='plain'/><fo:block id='said' %s='%s'/>", expected->name, expected->initial);
		sample_flow(content);
		if (!sample.tree || sample_style("plain") != sample_style("said"))
			fail_msg("%s=\"%s\" is not the initial value; %s", expected->name, expected->initial, sample_said());
		g_free(content);
	}
}

static void test_inheritance(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(expectations); i++) {
		const struct expectation *expected = &expectations[i];
		enum fo_property property = fo_property_find(expected->name);
		if (!expected->other)
			continue;
		char *content = g_strdup_printf("<fo:block id='none'/><fo:block id='parent' %s=\"%s\"><fo:block id='child'/></fo:block>",
										expected->name, expected->other);
		sample_flow(content);
		g_free(content);
		const struct fo_style *none = sample_style("none"), *parent = sample_style("parent"), *child = sample_style("child");
		if (same(parent, none, property))
			fail_msg("%s=\"%s\" changes nothing", expected->name, expected->other);
		if (same(child, parent, property) != expected->inherited || same(child, none, property) == expected->inherited)
			fail_msg("%s is%s inherited in XSL", expected->name, expected->inherited ? "" : " not");
	}
}

/* 7.22.4: minimum 0pt, optimum 12.0pt, maximum 100%. */
static void test_initial_leader_length(void **state)
{
	const struct fo_range *range = &sample_block("")->leader_length;
	(void)state;
	assert_length(range->minimum, 0, 0);
	assert_length(range->optimum, 12, 0);
	assert_length(range->maximum, 0, 100);
}

static void test_inherit_asked_for(void **state)
{
	(void)state;
	sample_flow("<fo:block space-before='5pt' border-before-style='solid' keep-with-next='always' id='p'>"
				"<fo:block id='c' space-before='inherit' border-before-style='inherit' keep-with-next='inherit'/></fo:block>");
	assert_length(sample_style("c")->space_before.optimum, 5, 0);
	assert_int_equal(sample_style("c")->border_before_style, FO_KW_SOLID);
	assert_int_equal(sample_style("c")->keep_with_next.column, FO_KEEP_ALWAYS);
}

static void test_root_inherits_initial_values(void **state)
{
	(void)state;
	sample_read("<fo:root xmlns:fo='" FO_NAMESPACE "' id='r' font-size='150%' text-indent='inherit'>" SAMPLE_MASTERS
				"<fo:page-sequence master-reference='m'><fo:flow flow-name='f'><fo:block id='b'/></fo:flow></fo:page-sequence>"
				"</fo:root>");
	assert_pt(sample_style("r")->font_size, 18);
	assert_length(sample_style("r")->text_indent, 0, 0);
	assert_pt(sample_style("b")->font_size, 18);
}

/* 7.16.4: a number is inherited as a factor, a length or percentage as what it came to. */
static void test_line_height_is_inherited_as_given(void **state)
{
	(void)state;
	sample_flow("<fo:block line-height='1.5' font-size='10pt' id='n'><fo:block font-size='20pt' id='n2'/></fo:block>"
				"<fo:block line-height='150%' font-size='10pt' id='p'><fo:block font-size='20pt' id='p2'/></fo:block>"
				"<fo:block line-height='1.5em' font-size='10pt' id='e'><fo:block font-size='20pt' id='e2'/></fo:block>"
				"<fo:block font-size='10pt' id='d'><fo:block font-size='20pt' id='d2'/></fo:block>");
	assert_pt(sample_style("n")->line_height.fixed, 15);
	assert_pt(sample_style("n2")->line_height.fixed, 30);
	assert_pt(sample_style("p")->line_height.fixed, 15);
	assert_pt(sample_style("p2")->line_height.fixed, 15);
	assert_pt(sample_style("e2")->line_height.fixed, 15);
	assert_pt(sample_style("d")->line_height.fixed, 12); /* normal: 1.2 */
	assert_pt(sample_style("d2")->line_height.fixed, 24);
}

static void test_em_is_computed_before_it_is_inherited(void **state)
{
	(void)state;
	sample_flow("<fo:block text-indent='2em' font-size='10pt'><fo:block font-size='20pt' id='b'/></fo:block>");
	assert_length(sample_style("b")->text_indent, 20, 0);
}

static void test_percentages_are_inherited_for_layout(void **state)
{
	(void)state;
	sample_flow("<fo:block text-indent='10%'><fo:block id='b'/></fo:block>");
	assert_length(sample_style("b")->text_indent, 0, 10);
}

static void test_border_color_is_the_elements_own(void **state)
{
	(void)state;
	sample_flow("<fo:block color='red' border='1pt solid'><fo:block id='b' border-top='1pt solid' color='blue'/></fo:block>");
	assert_int_equal(sample_style("b")->border_before_color, 0x0000FFFF);
	assert_int_equal(sample_style("b")->border_end_color, 0x0000FFFF);
}

static void test_border_without_style_has_no_width(void **state)
{
	(void)state;
	assert_length(sample_block("border-before-width='3pt'")->border_before_width.length, 0, 0);
	assert_length(sample_block("border-before-width='3pt' border-before-style='none'")->border_before_width.length, 0, 0);
	assert_length(sample_block("border-before-width='3pt' border-before-style='dotted'")->border_before_width.length, 3, 0);
	assert_length(sample_block("border-before-style='solid'")->border_before_width.length, 1, 0); /* medium */
}

/* ---- interning ---- */

static void test_equal_styles_are_one(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a' font-size='16pt' color='red'>甲</fo:block>"
				"<fo:block id='b' color='#F00' font-size='16pt'>乙</fo:block>"
				"<fo:block id='c' font-size='16pt' color='red' id2='x'/>"
				"<fo:block id='d' font-size='16pt' color='lime'/>");
	assert_ptr_equal(sample_style("a"), sample_style("b"));
	assert_ptr_equal(sample_style("a"), sample_style("c"));
	assert_ptr_not_equal(sample_style("a"), sample_style("d"));
	assert_ptr_equal(sample_node("a")->first_child->style, sample_style("a")); /* text has its parent's */
}

static void test_equal_families_and_strings_are_one(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a' font-family='仿宋, 宋体' role='x'/><fo:block id='b' font-family='仿宋, 宋体' role='x'"
				" space-before='1pt'/>");
	assert_ptr_not_equal(sample_style("a"), sample_style("b"));
	assert_ptr_equal(sample_style("a")->font_family, sample_style("b")->font_family);
	assert_ptr_equal(sample_style("a")->role, sample_style("b")->role);
}

/* The name of an object decides how its attributes are read, so it counts for the style too. */
static void test_like_attributes_on_other_objects(void **state)
{
	(void)state;
	sample_flow("<fo:block id='a' margin-left='5pt'/><fo:block><fo:inline id='b' margin-left='5pt'/></fo:block>");
	assert_length(sample_style("a")->start_indent, 5, 0);
	assert_length(sample_style("b")->start_indent, 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_property_is_expected),
		cmocka_unit_test(test_initial_values),
		cmocka_unit_test(test_inheritance),
		cmocka_unit_test(test_initial_leader_length),
		cmocka_unit_test(test_inherit_asked_for),
		cmocka_unit_test(test_root_inherits_initial_values),
		cmocka_unit_test(test_line_height_is_inherited_as_given),
		cmocka_unit_test(test_em_is_computed_before_it_is_inherited),
		cmocka_unit_test(test_percentages_are_inherited_for_layout),
		cmocka_unit_test(test_border_color_is_the_elements_own),
		cmocka_unit_test(test_border_without_style_has_no_width),
		cmocka_unit_test(test_equal_styles_are_one),
		cmocka_unit_test(test_equal_families_and_strings_are_one),
		cmocka_unit_test(test_like_attributes_on_other_objects),
	};
	return sample_run(tests);
}
