/* Text survives (typesetting.md, section 10): fonts and rare characters through the real program, read back from the finished PDF. */
#include "run.h"
#include "support/pdf_reader.h"

#define FOLDER "build/tests/rare-out"
#define SIZE   20 /* pt */

/* Formats blocks at 20 pt on 30, with the tests' fonts added; `families`: of all of them. */
static struct run format(const char *families, const char *blocks)
{
	char *fo = g_strdup_printf(
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo' xml:lang='zh-CN' font-family='%s'"
		" font-size='20pt' line-height='30pt'><fo:layout-master-set><fo:simple-page-master master-name='m' page-width='210mm'"
		" page-height='297mm'><fo:region-body margin='20mm'/></fo:simple-page-master></fo:layout-master-set>"
		"<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>%s</fo:flow></fo:page-sequence></fo:root>",
		families, blocks);
	struct run run;

	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	assert_true(g_file_set_contents(FOLDER "/in.fo", fo, -1, NULL));
	g_unlink(FOLDER "/out.pdf");
	run = run_shell("\"$GONGWEN\" fo -v --lang en --font-dir tests/fonts " FOLDER "/in.fo -o " FOLDER "/out.pdf");
	g_free(fo);
	return run;
}

static PopplerDocument *format_well(const char *families, const char *blocks)
{
	struct run run = format(families, blocks);

	if (run.status != 0)
		fail_msg("exit status %d: %s", run.status, run.err);
	run_free(&run);
	return reader_open_file(FOLDER "/out.pdf");
}

/* What is written comes out: the same code points in the same order. */
static void check_survives(const char *families, const char *words)
{
	char *block = g_strdup_printf("<fo:block>%s</fo:block>", words);
	PopplerDocument *document = format_well(families, block);
	char *text = reader_text(document);

	assert_string_equal(text, words);
	reader_check_fonts(document);
	g_free(text);
	g_free(block);
	g_object_unref(document);
}

/* T-01: radicals and compatibility ideographs are not their ordinary look-alikes; nothing is composed or decomposed. */
static void test_nothing_is_substituted(void **state)
{
	(void)state;
	check_survives("仿宋", "金車車Å①ｆｆffi㎏№");
	check_survives("楷体", "朗郎廊凉涼");
}

/* A letter that the face lacks is put together from its parts, and comes out as it was written. */
static void test_letters_from_parts(void **state)
{
	(void)state;
	check_survives("GwtLatin", "甲ḿ乙");
}

static const char *const roles[] = {"仿宋", "楷体", "黑体", "小标宋", "宋体"};

/* T-02, T-03: extensions A to F, in every role of the bundled fonts, as surrogate pairs in ToUnicode where they are beyond the plane. */
static void test_extensions_a_to_f(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		check_survives(roles[i], "㐀㐂䶵𠀀𠮷𪛖𪜀𫜴𫝀𫠝𫠠𬺡𬺰𮯠");
}

/* The marks of GB/T 15834, what pinyin, numbered items, units and forms need: in every role, none drawn as a box. */
static void test_signs_in_every_role(void **state)
{
	static const char *const signs[] = {
		"甲。？！，、；：“”‘’（）［］〔〕【】｛｝——……·－—～《》〈〉／．●﹏「」『』﹃﹄﹁﹂〖〗乙",
		"āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿêếềɑɡĀÁǍÀŌÓǑÒĒÉĚÈĪÍǏÌŪÚǓÙǕǗǙǛÜŃŇǸḾÊẾỀ",
		"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿⑴⒇⒈⒛㈠㈩㊀㊉ⅠⅫⅰⅻ",
		"℃℉‰‱㎡㎥㎏㎎㎜㎝㎞㏄№°′″￥¥＄￠￡€§※＠©®™℡",
		"½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎",
		"․‥⋯‧・•○◎◇◆□■△▲☆★→←↑↓↖↗↘↙〇〓々〃√×✓✔☑☐☒✗✘≒≦≧║╔╗╚╝╠╬▁█",
		"m\u0300ê\u0304m\u0304n\u0304", /* readings that Unicode has no single letters for */
		"ê\u030C",
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		for (size_t k = 0; k < G_N_ELEMENTS(signs); k++)
			check_survives(roles[i], signs[k]);
}

/* Every symbol of GB/T 2312, rows 1 to 9. */
static void test_symbols_of_gb2312(void **state)
{
	GString *symbols = g_string_new("");

	(void)state;
	for (int row = 1; row < 10; row++)
		for (int cell = row == 1 ? 2 : 1; cell < 95; cell++) { /* 0101 is the blank */
			char code[] = {(char)(0xA0 + row), (char)(0xA0 + cell)};
			char *symbol = g_convert(code, 2, "UTF-8", "GB2312", NULL, NULL, NULL);
			if (symbol)
				g_string_append(symbols, symbol);
			g_free(symbol);
		}
	assert_int_equal(g_utf8_strlen(symbols->str, -1), 681);
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		check_survives(roles[i], symbols->str);
	g_string_free(symbols, TRUE);
}

/* A mark that no face has is missing even where its letter is not. */
static void test_missing_mark(void **state)
{
	struct run run = format("仿宋", "<fo:block>甲e\u20DD乙</fo:block>");

	(void)state;
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.err, "error G504"));
	assert_non_null(strstr(run.err, "U+20DD"));
	assert_null(strstr(run.err, "U+0065"));
	run_free(&run);
}

/* T-04: plane 3, when a font that was named has it. */
static void test_plane_3(void **state)
{
	(void)state;
	check_survives("仿宋, GwtRare", "甲\xF0\xB0\x80\x80某\xF0\xB1\x8D\x90乙");
}

/* The fall-back is told in verbose mode: character, code point, font, and only once a font and block. */
static void test_fallbacks_are_listed(void **state)
{
	struct run run = format("仿宋, GwtRare", "<fo:block>𠮷某㻏</fo:block>");

	(void)state;
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.err, "U+20BB7 𠮷: GwRare"));
	assert_non_null(strstr(run.err, "U+3ECF 㻏: GwSong"));
	assert_null(strstr(run.err, "U+67D0"));
	run_free(&run);
}

/* T-02: no font has it: an error with code point, character and place. */
static void test_missing_glyph(void **state)
{
	struct run run = format("仿宋", "<fo:block>甲</fo:block>\n<fo:block>\xF0\xB0\x80\x80</fo:block>");

	(void)state;
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.err, FOLDER "/in.fo:2:"));
	assert_non_null(strstr(run.err, "error G504"));
	assert_non_null(strstr(run.err, "U+30000"));
	assert_false(g_file_test(FOLDER "/out.pdf", G_FILE_TEST_EXISTS));
	run_free(&run);
}

/* ---- variation sequences (T-05) ---- */

/* The ink of a page's first line, in pt from the left margin. */
static double ink_width(PopplerDocument *document)
{
	PopplerPage *page = poppler_document_get_page(document, 0);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2400, 600);
	cairo_t *cairo = cairo_create(surface);
	const unsigned char *rows;
	int left = 2400, right = 0;

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, 4, 4);
	poppler_page_render(page, cairo);
	cairo_surface_flush(surface);
	rows = cairo_image_surface_get_data(surface);
	for (int y = 0; y < 600; y++)
		for (int x = 0; x < 2400; x++)
			if (rows[(size_t)y * (size_t)cairo_image_surface_get_stride(surface) + (size_t)x * 4] < 128) {
				left = MIN(left, x);
				right = MAX(right, x + 1);
			}
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	g_object_unref(page);
	return (right - left) / 4.0;
}

static double width_of(const char *families, const char *words)
{
	char *block = g_strdup_printf("<fo:block>%s</fo:block>", words);
	PopplerDocument *document = format_well(families, block);
	double width = ink_width(document);

	g_object_unref(document);
	g_free(block);
	return width;
}

#define VARIED  "葛\xF3\xA0\x84\x80" /* U+845B U+E0100 */
#define UNKNOWN "葛\xF3\xA0\x84\x81" /* U+845B U+E0101 */

/* The font's glyphs are boxes: 0.85 em for the character, 0.45 em for its variant. */
static void test_variation_selects_the_glyph(void **state)
{
	(void)state;
	assert_true(fabs(width_of("GwtRare", "葛") - 0.85 * SIZE) < 0.3);
	assert_true(fabs(width_of("GwtRare", VARIED) - 0.45 * SIZE) < 0.3);
	assert_true(fabs(width_of("GwtRare", UNKNOWN) - 0.85 * SIZE) < 0.3);
	/* a font further down the list that has the sequence comes before one that only has the character */
	assert_true(fabs(width_of("仿宋, GwtRare", VARIED) - 0.45 * SIZE) < 0.3);
}

static void test_variation_survives(void **state)
{
	(void)state;
	check_survives("GwtRare", "甲" VARIED "乙" UNKNOWN "丙");
	check_survives("仿宋", "甲" VARIED "乙");
}

/* T-05: never split from the base, however narrow the line. */
static void test_variation_is_not_split(void **state)
{
	struct run run = format("仿宋", "<fo:block-container width='20pt'><fo:block>甲" VARIED "乙</fo:block></fo:block-container>");

	(void)state;
	assert_int_equal(run.status, 0);
	run_free(&run);
	run = run_shell("\"$GONGWEN\" fo --dump=areas " FOLDER "/in.fo");
	assert_non_null(strstr(run.out, ">" VARIED "<"));
	run_free(&run);
}

/* ---- single characters (T-06) ---- */

static void test_marks_come_out_as_written(void **state)
{
	(void)state;
	check_survives("仿宋", "二〇〇五年々·～—…℃‰±×÷²");
	check_survives("黑体", "〇々·～—");
	check_survives("小标宋", "〇々·～—");
}

/* ---- metrics ---- */

/* One baseline and one pitch for every face of the chain (Z-68). */
static void test_one_baseline(void **state)
{
	struct run run = format("仿宋", "<fo:block>甲A㻏𠮷變</fo:block><fo:block>甲</fo:block>");

	(void)state;
	assert_int_equal(run.status, 0);
	run_free(&run);
	run = run_shell("\"$GONGWEN\" fo --dump=areas " FOLDER "/in.fo > " FOLDER "/areas.xml; "
					"xmllint --xpath 'count(//text[ancestor::line][@y + @baseline != ../@y + ../@baseline])' " FOLDER
					"/areas.xml; echo; "
					"xmllint --xpath '(//line)[2]/@y - (//line)[1]/@y' " FOLDER "/areas.xml; echo; "
					"xmllint --xpath 'count(//line[1]/text)' " FOLDER "/areas.xml");
	char **lines = g_strsplit(run.out, "\n", -1);
	assert_string_equal(lines[0], "0");
	assert_string_equal(lines[1][0] ? lines[1] : lines[2], "30");
	g_strfreev(lines);
	run_free(&run);
}

/* T-07: a descent above the baseline in hhea is not believed: typo ascent and descent, 0.88 and 0.12 em. */
static void test_implausible_header(void **state)
{
	struct run run = format("GwtHeader", "<fo:block>一二</fo:block>");

	(void)state;
	assert_int_equal(run.status, 0);
	run_free(&run);
	run = run_shell("\"$GONGWEN\" fo --font-dir tests/fonts --dump=areas " FOLDER "/in.fo");
	assert_non_null(strstr(run.out, "font=\"GwtHeader\""));
	assert_non_null(strstr(run.out, "baseline=\"17.600\" font=\"GwtHeader\""));
	run_free(&run);
}

/* A family without Han: its letters are taken, the Han come from the default role (Z-31). */
static void test_family_without_han(void **state)
{
	struct run run = format("GwtLatin", "<fo:block>甲AB“乙”</fo:block>");

	(void)state;
	assert_int_equal(run.status, 0);
	run_free(&run);
	run = run_shell("\"$GONGWEN\" fo --font-dir tests/fonts --dump=areas " FOLDER "/in.fo");
	assert_non_null(strstr(run.out, ">AB<"));
	assert_non_null(strstr(run.out, "font=\"GwtLatin\""));
	assert_non_null(strstr(run.out, "font=\"GwSong\""));
	run_free(&run);
}

/* ---- sets of fonts ---- */

/* Z-76: a bold face that the family has is taken, not drawn: its A is narrower than the plain one's. */
static void test_real_bold(void **state)
{
	PopplerDocument *document;

	(void)state;
	assert_true(fabs(width_of("GwtLatin", "A") - 0.85 * SIZE) < 0.3);
	document = format_well("GwtLatin", "<fo:block font-weight='bold'>A</fo:block>");
	assert_true(fabs(ink_width(document) - 0.45 * SIZE) < 0.3);
	g_object_unref(document);
	document = format_well("仿宋", "<fo:block font-family='GwtLatin' font-weight='bold' font-style='italic'>A</fo:block>");
	assert_true(ink_width(document) > 0.5 * SIZE); /* slanted */
	g_object_unref(document);
}

/* FONTCONFIG_FILE: the set replaces ours; a role without faces is said once, and any face of the set serves. */
static void test_a_set_without_our_fonts(void **state)
{
	char *folder = g_canonicalize_filename("tests/fonts", NULL);
	char *config = g_strdup_printf("<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>", folder, FOLDER);
	struct run run = format("仿宋", "<fo:block>一AB</fo:block><fo:block font-family='黑体'>二</fo:block><fo:block>一</fo:block>");

	(void)state;
	run_free(&run);
	assert_true(g_file_set_contents(FOLDER "/fonts.conf", config, -1, NULL));
	run = run_shell("FONTCONFIG_FILE=" FOLDER "/fonts.conf \"$GONGWEN\" fo --dump=areas " FOLDER "/in.fo");
	if (run.status != 0)
		fail_msg("exit status %d: %s", run.status, run.err);
	assert_non_null(strstr(run.out, "font=\"GwtHeader\""));
	assert_non_null(strstr(run.out, "font=\"GwtLatin\""));
	const char *said = strstr(run.err, "G501");
	assert_non_null(said);
	assert_non_null(strstr(said, "仿宋"));
	assert_null(strstr(strstr(said, "仿宋") + 1, "仿宋"));
	run_free(&run);
	run = run_shell("sed s/二/甲/ " FOLDER "/in.fo > " FOLDER "/in2.fo; FONTCONFIG_FILE=" FOLDER
					"/fonts.conf \"$GONGWEN\" fo " FOLDER "/in2.fo -o " FOLDER "/out.pdf");
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.err, "G504"));
	assert_non_null(strstr(run.err, "U+7532"));
	run_free(&run);
	run = run_shell("FONTCONFIG_FILE=" FOLDER "/none.conf \"$GONGWEN\" fo " FOLDER "/in.fo -o " FOLDER "/out.pdf");
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.err, "none.conf: error G503"));
	run_free(&run);
	g_free(config);
	g_free(folder);
}

/* font-stretch: the face of the width asked for, else the nearest. The set makes one face the condensed one of the other's family. */
static void test_widths(void **state)
{
	char *folder = g_canonicalize_filename("tests/fonts", NULL);
	char *config = g_strdup_printf(
		"<fontconfig><dir>%s</dir><cachedir>%s/widths</cachedir><match target='scan'><test name='family'>"
		"<string>GwtHeader</string></test><edit name='family' mode='assign'><string>GwtLatin</string></edit>"
		"<edit name='width' mode='assign'><const>condensed</const></edit></match></fontconfig>",
		folder, FOLDER);
	struct run run = format("GwtLatin", "<fo:block>A</fo:block><fo:block font-stretch='ultra-condensed'>一</fo:block>"
										"<fo:block font-stretch='expanded'>B</fo:block>");

	(void)state;
	run_free(&run);
	assert_true(g_file_set_contents(FOLDER "/widths.conf", config, -1, NULL));
	run = run_shell("FONTCONFIG_FILE=" FOLDER "/widths.conf \"$GONGWEN\" fo --dump=areas " FOLDER
					"/in.fo | grep -o 'font=.*>[AB一]<'");
	assert_non_null(strstr(run.out, "font=\"GwtLatin\""));
	assert_non_null(strstr(run.out, "font=\"GwtLatin Condensed\""));
	assert_null(strstr(strstr(run.out, "Condensed") + 1, "Condensed")); /* B is of the normal width: the nearest wider one */
	run_free(&run);
	g_free(config);
	g_free(folder);
}

/* Z-34: each family that is not there is said once, however often it is asked for. */
static void test_substitution_is_said_once(void **state)
{
	struct run run = format("方正某体, 仿宋_GB2312", "<fo:block>甲</fo:block><fo:block font-size='10pt'>乙</fo:block>");
	const char *first = strstr(run.err, "方正某体");

	(void)state;
	assert_int_equal(run.status, 0);
	assert_non_null(first);
	assert_null(strstr(first + 1, "方正某体"));
	assert_null(strstr(run.err, "仿宋_GB2312")); /* a name of what is there */
	run_free(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_widths),
		cmocka_unit_test(test_nothing_is_substituted),
		cmocka_unit_test(test_letters_from_parts),
		cmocka_unit_test(test_extensions_a_to_f),
		cmocka_unit_test(test_signs_in_every_role),
		cmocka_unit_test(test_symbols_of_gb2312),
		cmocka_unit_test(test_missing_mark),
		cmocka_unit_test(test_plane_3),
		cmocka_unit_test(test_fallbacks_are_listed),
		cmocka_unit_test(test_missing_glyph),
		cmocka_unit_test(test_variation_selects_the_glyph),
		cmocka_unit_test(test_variation_survives),
		cmocka_unit_test(test_variation_is_not_split),
		cmocka_unit_test(test_marks_come_out_as_written),
		cmocka_unit_test(test_one_baseline),
		cmocka_unit_test(test_implausible_header),
		cmocka_unit_test(test_family_without_han),
		cmocka_unit_test(test_real_bold),
		cmocka_unit_test(test_a_set_without_our_fonts),
		cmocka_unit_test(test_substitution_is_said_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
