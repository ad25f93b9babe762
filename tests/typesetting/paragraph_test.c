/* Paragraphs and the grid: Z-60 to Z-68, Z-74, N-12 of docs/typesetting.md, G-10 to G-19. */
#include "support/type_sample.h"

#define EACH(array, name) for (size_t name = 0; name < G_N_ELEMENTS(array); name++)
#define MM(length)        ((double)(length) / LEN_PT * 25.4 / 72)

/* ---- Z-60 … Z-68 ---- */

static void z60_first_line_indent(void **state)
{
	static const int sizes[] = {8, 10, 16, 22};
	(void)state;
	EACH(sizes, s)
	{
		char *blocks = g_strdup_printf("<fo:block font-size='%dpt' text-indent='2em'>天地玄黄宇宙洪荒</fo:block>"
									   "<fo:block font-size='%dpt' text-indent='2em'>天地玄黄</fo:block>",
									   sizes[s], sizes[s]);
		char *width = g_strdup_printf("%dpt", sizes[s] * 6);
		type_set_page(width, "1000pt", "", blocks);
		assert_int_equal(type_line(0)->x, 2 * sizes[s] * LEN_PT);
		assert_int_equal(type_line(1)->x, 0);
		assert_int_equal(type_line(2)->x, 2 * sizes[s] * LEN_PT);
		g_free(width);
		g_free(blocks);
	}
}

static void z61_hanging_indent(void **state)
{
	(void)state;
	type_set(1000, "start-indent='3em' text-indent='-3em'", "附件：天地玄黄宇宙洪荒日月天地玄黄宇宙洪荒");
	assert_em(type_line(0)->x, 0);
	assert_em(type_line(1)->x, 300);
	assert_em(type_line(0)->x + type_spot(0, 3)->x, 300);
}

static void z62_z68_constant_pitch(void **state)
{
	(void)state;
	type_set_page("200pt", "1000pt", "",
				  "<fo:block>天地<fo:inline font-size='7pt' baseline-shift='super'>2</fo:inline>玄黄𠮷㐂龘宇宙"
				  "<fo:inline font-family='黑体' font-size='14pt'>洪荒</fo:inline>日月天地玄黄宇宙洪荒</fo:block>"
				  "<fo:block font-family='宋体'>天地</fo:block><fo:block>玄黄</fo:block>");
	for (guint i = 0; i < type.lines->len; i++) {
		assert_int_equal(type_line(i)->height, 15 * LEN_PT);
		assert_int_equal(type_line(i)->y, (len)i * 15 * LEN_PT);
	}
	for (guint k = 0; k < type_line(0)->spots->len; k++) /* one baseline */
		if (strcmp(type_spot(0, k)->text, "2") != 0)
			assert_int_equal(type_spot(0, k)->y, type_line(0)->baseline);
}

/* Whatever the length and the measure: when the rest can be squeezed in or one more character taken down, it is. */
static void z63_no_lone_character(void **state)
{
	(void)state;
	for (int measure = 6; measure <= 30; measure += 2)
		for (unsigned count = (unsigned)measure + 1; count < 4u * (unsigned)measure; count++) {
			char *text = type_han(count), *stopped = g_strconcat(text, "。", NULL);
			const char *texts[] = {text, stopped};
			EACH(texts, i)
			{
				type_set(measure * 100, "", texts[i]);
				const struct set_line *last = type_line(type.lines->len - 1);
				if (g_utf8_strlen(last->text->str, -1) < 2 + (glong)i)
					fail_msg("a lone character: %s", type_broken());
			}
			g_free(stopped);
			g_free(text);
		}
}

static void z64_widows_and_orphans(void **state)
{
	(void)state;
	char *han = type_han(40);
	char *blocks = g_strdup_printf("<fo:block>天</fo:block><fo:block>%s</fo:block>", han);
	type_set_page("100pt", "60pt", "", blocks); /* four lines a page: 1 + 4 lines, two of them on the next page */
	assert_int_equal(type.lines->len, 5);
	assert_int_equal(type_line(2)->page, 0);
	assert_int_equal(type_line(3)->page, 1);
	g_free(blocks);
	blocks = g_strdup_printf("<fo:block>天</fo:block><fo:block widows='1' orphans='1'>%s</fo:block>", han);
	type_set_page("100pt", "60pt", "", blocks);
	assert_int_equal(type_line(3)->page, 0);
	assert_int_equal(type_line(4)->page, 1);
	g_free(blocks);
	g_free(han);
}

static void z65_headings_stay_with_text(void **state)
{
	(void)state;
	type_set_page("100pt", "60pt", "",
				  "<fo:block>天</fo:block><fo:block>天</fo:block><fo:block>天</fo:block>"
				  "<fo:block keep-with-next.within-page='always'>一、地</fo:block><fo:block>玄黄</fo:block>");
	assert_int_equal(type_line(3)->page, 1);
	type_set(1000, "", "一、天。\u3000地玄"); /* a run-in heading, followed by an em */
	assert_em(type_distance("。", "地"), 200);
}

static void z66_markers(void **state)
{
	static const struct {
		const char *marker, *last;
		int width;
	} markers[] = {{"一、", "、", 100}, {"（一）", "）", 100}, {"（1）", "）", 100}, {"①", "①", 100}};
	(void)state;
	EACH(markers, i)
	{
		char *text = g_strconcat(markers[i].marker, "天地", NULL);
		type_set(2000, "", text);
		assert_em(type_distance(markers[i].last, "天"), markers[i].width);
		g_free(text);
	}
	type_set(2000, "", "1.天地");
	len plain = type_distance("1", "天");
	assert_true(plain <= EM + EM / 4);
	type_set(2000, "", "1. 天地"); /* a blank after the point is no more than a quarter */
	assert_em(type_distance("1", "天") - plain, 25);
}

static void z67_sizes_by_name(void **state)
{
	static const struct {
		const char *name;
		int milli;
	} sizes[] = {{"初号", 42000}, {"小初", 36000}, {"一号", 26000}, {"小一", 24000}, {"二号", 22000},
				 {"小二", 18000}, {"三号", 16000}, {"小三", 15000}, {"四号", 14000}, {"小四", 12000},
				 {"五号", 10500}, {"小五", 9000},  {"六号", 7500},  {"七号", 5500}};
	(void)state;
	EACH(sizes, i)
	{
		char *attributes = g_strdup_printf("font-size='%s'", sizes[i].name);
		type_set(10000, attributes, "天");
		assert_int_equal(type_spot(0, 0)->size, sizes[i].milli * LEN_PT / 1000);
		g_free(attributes);
		attributes = g_strdup_printf("font='%s 黑体'", sizes[i].name);
		type_set(10000, attributes, "天");
		assert_int_equal(type_spot(0, 0)->size, sizes[i].milli * LEN_PT / 1000);
		assert_string_equal(type_spot(0, 0)->face, "GwHei");
		g_free(attributes);
	}
	type_set(10000, "font-size='15.75pt'", "天");
	assert_int_equal(type_spot(0, 0)->size, 16128);
}

/* Z-74: the note stands at the foot of its reference's page, under a rule of a quarter of the measure, 小五 with a hanging indent; the
 * mark stands before the pause as written and begins no line. */
static void z74_footnotes(void **state)
{
	static const char note[] =
		"<fo:footnote><fo:inline font-size='6pt' baseline-shift='super'>1</fo:inline><fo:footnote-body><fo:block font-size='小五'"
		" line-height='12pt' start-indent='1em' text-indent='-1em' "
		"text-align='start'>①日月盈昃辰宿列张寒来暑往秋收冬藏</fo:block>"
		"</fo:footnote-body></fo:footnote>";
	static const char document[] =
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='zh-CN' font-family='仿宋' font-size='10pt' "
		"line-height='15pt'"
		" text-align='justify'><fo:layout-master-set><fo:simple-page-master master-name='m' page-width='100pt' "
		"page-height='100pt'>"
		"<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='m'>"
		"<fo:static-content flow-name='xsl-footnote-separator'><fo:block line-height='4pt'>"
		"<fo:leader leader-pattern='rule' leader-length='25%%'/></fo:block></fo:static-content>"
		"<fo:flow flow-name='xsl-region-body'><fo:block>%s%s，宇宙洪荒</fo:block><fo:block "
		"break-before='page'>天</fo:block></fo:flow>"
		"</fo:page-sequence></fo:root>";

	(void)state;
	for (unsigned lead = 2; lead < 14; lead++) {
		char *han = type_han(lead), *xml = g_strdup_printf(document, han, note);
		type_set_document(xml);
		guint first = 0; /* of the note */
		while (!g_str_has_prefix(type_words(first), "①"))
			first++;
		assert_int_equal(type_line(first)->page, 0);
		assert_int_equal(type_spot(first, 0)->size, 9 * LEN_PT);
		assert_int_equal(type_line(first)->x, 0);
		assert_int_equal(type_line(first + 1)->x, 9 * LEN_PT); /* turn-overs under the first character after the mark */
		assert_int_equal(type_line(first + 1)->y + 12 * LEN_PT, 100 * LEN_PT);
		for (guint i = 0; i < type.lines->len; i++)
			assert_false(g_str_has_prefix(type_words(i), "1") || g_str_has_prefix(type_words(i), "，"));
		g_free(xml);
		g_free(han);
	}
	char *xml = g_strdup_printf(document, "天", note); /* no gap of Z-40 beside the mark */
	type_set_document(xml);
	assert_em(type_distance("天", "1"), 100);
	g_free(xml);
}

/* N-12: every paragraph of a quotation has its opening mark, hung into the indent like any other (Z-26); the last one closes. */
static void n12_quotations_of_several_paragraphs(void **state)
{
	(void)state;
	type_set_page("100pt", "200pt", "text-indent='2em' text-align='start'",
				  "<fo:block>“天地玄黄宇宙洪荒日月。</fo:block><fo:block>“天地玄黄宇宙洪荒。”</fo:block>");
	guint second = type.lines->len / 2;
	assert_string_equal(type_spot(second, 0)->text, "“");
	assert_em(type_line(0)->x + type_spot(0, 0)->x, 150);
	assert_em(type_line(second)->x + type_spot(second, 0)->x, 150);
	assert_em(type_line(second)->x + type_spot(second, 1)->x, 250);
	assert_true(g_str_has_suffix(type_words(second - 1), "月。"));
	assert_true(g_str_has_suffix(type_words(type.lines->len - 1), "。”"));
}

/* ---- G-10 … G-19 ---- */

/* A sheet of running Han in the type area, with these block attributes. */
static void set_sheet(const char *attributes, unsigned characters)
{
	GString *text = g_string_new("");
	char *han = type_han(characters);
	g_string_printf(text, "<fo:block orphans='1' widows='1' %s>%s</fo:block>", attributes, han);
	type_set_page("156mm", "225mm", "", text->str);
	g_string_free(text, TRUE);
	g_free(han);
}

struct sheet {
	const char *attributes;
	double pitch, first_top; /* mm */
};

/* 28 × 22 in every setting that is in use: 16 pt tracked and 15.75 pt, readings A and B, and what word processors round it to. */
static void g10_to_g17_the_sheet(void **state)
{
	static const struct sheet sheets[] = {
		{"font-size='16pt' letter-spacing='-0.215pt' line-height='225mm div 22'", 10.227, 2.29},
		{"font-size='16pt' letter-spacing='(156mm - 28 * 16pt) div 27' line-height='10.227mm'", 10.227, 2.29},
		{"font-size='三号' letter-spacing='-0.215pt' line-height='28.99pt'", 10.227, 2.29},
		{"font-size='16pt' letter-spacing='-0.215pt' line-height='28.95pt'", 10.213, 2.28},
		{"font-size='16pt' letter-spacing='-0.215pt' line-height='28.8pt'", 10.16, 2.26},
		{"font-size='15.75pt' line-height='225mm div 22'", 10.227, 2.33},
		{"font-size='15.75pt' letter-spacing='0.045pt' line-height='28.99pt'", 10.227, 2.33},
	};
	(void)state;
	EACH(sheets, s)
	{
		set_sheet(sheets[s].attributes, 28 * 22 + 28);
		for (guint i = 0; i < 22; i++) {
			const struct set_line *line = type_line(i);
			assert_int_equal(line->spots->len, 28);
			assert_int_equal(line->page, 0);
			assert_true(line->x == 0);
			if (MM(line->width) < 155.9 || MM(line->width) > 156.1)
				fail_msg("%s: line %u is %.3f mm wide", sheets[s].attributes, i, MM(line->width));
			double y = MM(line->y), wanted = sheets[s].pitch * i;
			if (y < wanted - 0.05 || y > wanted + 0.05)
				fail_msg("%s: line %u stands at %.3f mm, not %.3f", sheets[s].attributes, i, y, wanted);
		}
		assert_int_equal(type_line(22)->page, 1);
		assert_string_equal(type_said(), "");
	}
}

/* G-14: 22 lines of 29 pt are 0.2 pt more than 225 mm, and what stands out is white: gw:last-leading says that it may. */
static void g14_a_pitch_of_29_points(void **state)
{
	(void)state;
	static const char *const plain = "font-size='16pt' letter-spacing='-0.215pt' line-height='29pt'";
	char *loose = g_strconcat(plain, " gw:last-leading='discard'", NULL);
	set_sheet(plain, 28 * 22 + 28);
	assert_int_equal(type_line(20)->page, 0);
	assert_int_equal(type_line(21)->page, 1);
	set_sheet(loose, 28 * 22 + 28);
	assert_int_equal(type_line(21)->page, 0);
	assert_int_equal(type_line(22)->page, 1);
	set_sheet(loose, 28 * 22); /* the paragraph's end fits too, */
	assert_int_equal(type.pages, 1);
	assert_string_equal(type_said(), "");
	set_sheet("font-size='16pt' letter-spacing='-0.215pt' line-height='30pt' gw:last-leading='discard'", 28 * 22);
	assert_int_equal(type_line(20)->page, 0); /* but no ink may stand out: 21 × 30 + 8 + 16 > 637.8 */
	assert_int_equal(type_line(21)->page, 1);
	type_set_page("156mm", "225mm", "",
				  "<fo:block gw:last-leading='discard' orphans='1' widows='1' font-size='16pt' line-height='29pt' "
				  "padding-bottom='1pt' padding-after.conditionality='retain'>一</fo:block>");
	assert_int_equal(type.pages, 1);
	g_free(loose);
}

/* Reading B: 22 characters and 21 gaps of 7/8; the type area is 225 mm with half a gap beyond either edge. */
static void g16_reading_b(void **state)
{
	(void)state;
	GString *text = g_string_new(
		"<fo:block orphans='1' widows='1' font-size='16pt' letter-spacing='-0.215pt' line-height='10.446mm'>");
	char *han = type_han(28 * 22);
	g_string_append_printf(text, "%s</fo:block>", han);
	type_set_page("156mm", "229.82mm", "", text->str);
	assert_int_equal(type.pages, 1);
	assert_int_equal(type.lines->len, 22);
	for (guint i = 0; i < 22; i++)
		assert_int_equal(type_line(i)->spots->len, 28);
	g_free(han);
	g_string_free(text, TRUE);
}

/* The first line of a paragraph: two columns of the grid, 26 characters. */
static void g35_paragraphs_on_the_grid(void **state)
{
	(void)state;
	set_sheet("font-size='16pt' letter-spacing='-0.215pt' line-height='28.99pt' text-indent='2em + 2 * -0.215pt'", 26 + 28);
	assert_int_equal(type_line(0)->spots->len, 26);
	assert_int_equal(type_line(1)->spots->len, 28);
	assert_true(labs(type_line(0)->x + type_spot(0, 0)->x - type_spot(1, 2)->x) <= 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(z60_first_line_indent),
		cmocka_unit_test(z61_hanging_indent),
		cmocka_unit_test(z62_z68_constant_pitch),
		cmocka_unit_test(z63_no_lone_character),
		cmocka_unit_test(z64_widows_and_orphans),
		cmocka_unit_test(z65_headings_stay_with_text),
		cmocka_unit_test(z66_markers),
		cmocka_unit_test(z67_sizes_by_name),
		cmocka_unit_test(z74_footnotes),
		cmocka_unit_test(n12_quotations_of_several_paragraphs),
		cmocka_unit_test(g10_to_g17_the_sheet),
		cmocka_unit_test(g14_a_pitch_of_29_points),
		cmocka_unit_test(g16_reading_b),
		cmocka_unit_test(g35_paragraphs_on_the_grid),
	};
	return type_run(tests);
}
