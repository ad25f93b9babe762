/* Chinese with Latin, and justification: Z-40 to Z-58 of docs/typesetting.md. */
#include "support/type_sample.h"

#define EACH(array, name) for (size_t name = 0; name < G_N_ELEMENTS(array); name++)

/* ---- Z-40 … Z-46 ---- */

static len width_of(const char *text, const char *attributes)
{
	type_set(10000, attributes, text);
	return type_line(0)->width;
}

/* What stands between Han and `latin` besides their own widths, on both sides together, in hundredths of an em. */
static int gaps_around(const char *latin, const char *attributes)
{
	char *text = g_strconcat("甲", latin, "乙", NULL);
	len whole = width_of(text, attributes), alone = width_of(latin, attributes);
	g_free(text);
	return (int)((int64_t)(whole - alone - 2 * EM) * 100 / EM);
}

static void z40_quarter_em(void **state)
{
	static const char *const latin[] = {"A", "z", "Ω", "π", "5", "2005", "GDP", "é"};
	(void)state;
	EACH(latin, i) assert_int_equal(gaps_around(latin[i], ""), 50);
	assert_int_equal(gaps_around("A", "gw:text-autospace='no-autospace'"), 0);
	assert_int_equal(gaps_around("A", "gw:text-autospace-width='0pt'"), 0);
	assert_int_equal(gaps_around("A", "gw:text-autospace-width='12.5%'"), 25);
}

static void z41_none_at_the_edges(void **state)
{
	(void)state;
	type_set(10000, "", "A甲");
	assert_em(type_spot(0, 0)->x, 0);
	type_set(250, "", "甲乙AB丙丁"); /* lines end on either side of AB */
	assert_em(type_spot(1, 0)->x, 0);
	type_set(10000, "", "甲A");
	assert_true(type_line(0)->width < EM * 2);
}

static void z42_none_at_full_width(void **state)
{
	(void)state;
	static const char whole[] = "gw:text-spacing-trim='space-all'"; /* the same at the edges as within */
	assert_int_equal(gaps_around("（A）", whole), 0);
	assert_int_equal(gaps_around("，A，", whole), 0);
	assert_int_equal(gaps_around("“A”", whole), 0);
	assert_int_equal(gaps_around("12％", ""), 25); /* before the digits only */
	assert_int_equal(gaps_around("ＧＤＰ", ""), 0);
	assert_int_equal(gaps_around("２０", ""), 0);
}

static void z43_a_blank_is_the_gap(void **state)
{
	(void)state;
	type_set(10000, "", "甲 A 乙");
	assert_em(type_distance("甲", "A"), 125);
	type_set(10000, "", "甲<fo:inline color='red'> A</fo:inline>");
	assert_em(type_distance("甲", "A"), 125);
}

static void z44_across_inlines(void **state)
{
	(void)state;
	type_set(10000, "", "甲<fo:inline color='red'>A</fo:inline>");
	assert_em(type_distance("甲", "A"), 125);
	type_set(10000, "", "甲<fo:inline id='x'>A</fo:inline>");
	assert_em(type_distance("甲", "A"), 125);
	type_set(10000, "", "<fo:inline font-size='20pt'>甲</fo:inline>A"); /* of the Chinese size */
	assert_em(type_distance("甲", "A"), 250);
}

static void z45_with_suffix(void **state)
{
	(void)state;
	assert_int_equal(gaps_around("12.5%", ""), 50);
	assert_int_equal(gaps_around("$5", ""), 50);
	assert_int_equal(gaps_around("5‰", ""), 50);
	assert_int_equal(gaps_around("37℃", ""), 50);
}

/* ---- Z-50 … Z-55 ---- */

/* Real sentences with everything in them. */
static const char *const sample =
	"2005年，潍坊市人民政府办公室印发《关于贯彻〈全面推进依法行政实施纲要〉的意见》（潍政办发〔2005〕17号），要求各县市区、"
	"市属各开发区“把依法行政工作列入重要议事日程”，完成率应达到98.5%以上；GDP增长12%，其中API与XSL-FO两项——计3,500万元……"
	"由A组、B组分别承担。为什么？！因为2004—2005年度的任务（即“三步走”）尚未完成。马克思·列宁；1～6月；和/或；￥100元。";

static bool is_han(const struct glyph_spot *spot)
{
	gunichar c = g_utf8_get_char(spot->text);
	return c >= 0x4E00 && c <= 0x9FFF;
}

/* The gap between neighbours that are both Han; −1: they are not. */
static len han_gap(guint line, guint i)
{
	const struct glyph_spot *a = type_spot(line, i), *b = type_spot(line, i + 1);
	return is_han(a) && is_han(b) ? b->x - a->x - EM : -1;
}

static void z50_full_lines_are_flush(void **state)
{
	(void)state;
	for (int measure = 600; measure <= 4000; measure += 50) {
		type_set(measure, "text-indent='2em'", sample);
		assert_string_equal(type_said(), "");
		for (guint i = 0; i + 1 < type.lines->len; i++)
			assert_em(type_line(i)->x + type_line(i)->width, measure);
	}
}

static void z51_the_last_line_is_not_stretched(void **state)
{
	(void)state;
	type_set(1000, "", "天地玄黄宇宙洪荒日月盈昃");
	assert_em(type_line(1)->x, 0);
	assert_em(type_line(1)->width, 200);
	type_set(1000, "linefeed-treatment='preserve'", "天地\n玄黄");
	assert_em(type_line(0)->width, 200);
}

/* One line with something of every step: a word space, two brackets, a pause, three gaps between Han and Latin, a stop. */
#define EVERY_STEP "a b天（地）玄，黄5宇。洪"

/* The line, shorter than its natural length by so many hundredths of an em. */
static void set_shorter(int natural, int hundredths)
{
	type_set(natural - hundredths, "wrap-option='no-wrap'", EVERY_STEP);
	assert_int_equal(type.lines->len, 1);
}

static void z52_every_step_in_its_turn(void **state)
{
	(void)state;
	type_set(5000, "", EVERY_STEP);
	int natural = (int)((int64_t)type_line(0)->width * 100 / EM);
	len word = type_distance("a", "b");
	set_shorter(natural, 60);
	int words = (int)((int64_t)(word - type_distance("a", "b")) * 100 / EM); /* down to a quarter of an em */
	assert_true(words > 0);
	set_shorter(natural, words); /* the word space alone */
	assert_em(type_distance("a", "b"), (int)((int64_t)word * 100 / EM) - words);
	assert_em(type_distance("天", "地"), 200);
	set_shorter(natural, words + 50); /* brackets */
	assert_em(type_distance("天", "地"), 175);
	assert_em(type_distance("地", "玄"), 175);
	assert_em(type_distance("玄", "黄"), 200);
	assert_em(type_distance("黄", "5"), 125);
	set_shorter(natural, words + 125); /* the pause */
	assert_em(type_distance("天", "地"), 150);
	assert_em(type_distance("玄", "黄"), 175);
	assert_em(type_distance("黄", "5"), 125);
	assert_em(type_distance("宇", "洪"), 200);
	set_shorter(natural, words + 150 + 19); /* gaps between Han and Latin, all alike */
	assert_em(type_distance("玄", "黄"), 150);
	assert_em(type_distance("b", "天") - type_distance("5", "宇"), 0);
	assert_em(type_distance("黄", "5"), 119);
	assert_em(type_distance("宇", "洪"), 200);
	set_shorter(natural, words + 150 + 38 + 25); /* the stop */
	assert_em(type_distance("黄", "5"), 112);
	assert_em(type_distance("宇", "洪"), 175);
	assert_string_equal(type_said(), "");
}

static void z52_order_of_shrinking(void **state)
{
	(void)state;
	type_set(5000, "", "天（地）玄，黄。宇");
	len natural = type_line(0)->width; /* 5 Han and 4 marks */
	assert_em(natural, 900);
	type_set(870, "", "天（地）玄，黄。宇"); /* the brackets' outer blanks go first */
	assert_em(type_distance("天", "地"), 185);
	assert_em(type_distance("地", "玄"), 185);
	assert_em(type_distance("玄", "黄"), 200);
	assert_em(type_distance("黄", "宇"), 200);
	type_set(770, "", "天（地）玄，黄。宇"); /* then the pause */
	assert_em(type_distance("天", "地"), 150);
	assert_em(type_distance("地", "玄"), 150);
	assert_em(type_distance("玄", "黄"), 170);
	assert_em(type_distance("黄", "宇"), 200);
	type_set(720, "", "天（地）玄，黄。宇"); /* then the stop */
	assert_em(type_distance("玄", "黄"), 150);
	assert_em(type_distance("黄", "宇"), 170);
	type_set(990, "", "天，地A玄。黄宇宙洪"); /* the pause before the gap before the stop */
	assert_em(type_distance("地", "A"), 125);
	assert_string_equal(type_said(), "");
}

/* Nothing is set tighter than Z-52 allows. */
static void z46_z55_no_gap_is_negative(void **state)
{
	(void)state;
	for (int measure = 400; measure <= 3000; measure += 35) {
		type_set(measure, "", sample);
		for (guint i = 0; i < type.lines->len; i++) {
			len least = INT32_MAX, most = -1;
			for (guint k = 0; k + 1 < type_line(i)->spots->len; k++) {
				len gap = han_gap(i, k);
				least = gap >= 0 ? MIN(least, gap) : least;
				most = MAX(most, gap);
				const struct glyph_spot *a = type_spot(i, k), *b = type_spot(i, k + 1);
				if (is_han(a) && is_han(b))
					assert_true(b->x - a->x >= EM);
				if (is_han(a) && g_ascii_isalnum(*b->text)) /* Z-46 */
					assert_true(b->x - a->x >= EM + EM / 8 - 2);
			}
			if (most >= 0) /* Z-55: equal */
				assert_true(most - least <= EM / 50);
		}
	}
}

static void z53_order_of_stretching(void **state)
{
	(void)state;
	type_set(10000, "text-align-last='justify' gw:text-autospace='no-autospace'", "天地");
	type_set(460, "text-align-last='justify'", "天地A玄"); /* 3 em, a letter of half an em, two gaps of a quarter to a half */
	assert_em(type_distance("天", "地"), 110);
	type_set(600, "text-align-last='justify'", "天 地玄黄"); /* a lone space is no wider than half an em */
	assert_em(type_distance("天", "地"), 150);
	assert_em(type_distance("地", "玄"), 175);
	assert_em(type_line(0)->width, 600);
	for (int measure = 450; measure < 900; measure += 25) {
		type_set(measure, "text-align-last='justify'", "天地 玄黄");
		assert_true(type_distance("地", "玄") <= EM + EM / 2 + 2);
	}
}

/* A line is not both shrunk at a mark and stretched between Han. */
/* Z-56: what is spread has equal gaps, between Han and Latin too. */
static void z56_spread_with_latin(void **state)
{
	(void)state;
	type_set(800, "text-align-last='justify'", "天地A");
	len latin = type_line(0)->width - type_spot(0, 2)->x; /* of A */
	assert_em(type_line(0)->width, 800);
	assert_em(type_distance("天", "地") - type_distance("地", "A"), 0);
	assert_em(2 * type_distance("天", "地") + latin, 800);
	type_set(800, "text-align-last='justify' gw:text-autospace-width.maximum='50.1%'", "天地A");
	assert_em(type_line(0)->width - latin - type_find(0, "地")->x, 150); /* a maximum that is stated holds */
}

static void z53_not_both(void **state)
{
	(void)state;
	for (int measure = 600; measure <= 3000; measure += 45) {
		type_set(measure, "", sample);
		for (guint i = 0; i + 1 < type.lines->len; i++) {
			bool shrunk = false, stretched = false;
			for (guint k = 0; k + 2 < type_line(i)->spots->len; k++) {
				const struct glyph_spot *a = type_spot(i, k), *b = type_spot(i, k + 1);
				bool pause = strcmp(a->text, "，") == 0 || strcmp(a->text, "、") == 0;
				stretched |= han_gap(i, k) > EM / 50;
				shrunk |= pause && is_han(b) && b->x - a->x < EM - EM / 50;
			}
			assert_false(shrunk && stretched);
		}
	}
}

static void assert_rigid(const char *unit, int measure)
{
	char *text = g_strdup_printf("天%s地", unit);
	type_set(10000, "", unit);
	GArray *wanted = g_array_new(FALSE, FALSE, sizeof(len));
	for (guint k = 0; k < type_line(0)->spots->len; k++)
		g_array_append_val(wanted, type_spot(0, k)->x);
	type_set(measure, "text-align-last='justify'", text);
	for (guint k = 0; k < wanted->len; k++) {
		len x = type_spot(0, k + 1)->x - type_spot(0, 1)->x, is = g_array_index(wanted, len, k) - g_array_index(wanted, len, 0);
		if (abs(x - is) > 2)
			fail_msg("%s is stretched at %u", unit, k);
	}
	assert_em(type_line(0)->width, measure);
	g_array_free(wanted, TRUE);
	g_free(text);
}

static void z54_never_stretched(void **state)
{
	static const char *const units[] = {"formatter", "12,345.67", "98.5%", "2004—2005", "1～6", "a/b", "$100", "XSL-FO"};
	(void)state;
	EACH(units, i) assert_rigid(units[i], 2000);
	type_set(2000, "text-align-last='justify'", "天——地……玄");
	assert_int_equal(type_line(0)->spots->len, 5); /* the pairs are one unit each; their width: */
	len gap = type_distance("天", "——") - EM;
	assert_em(type_distance("——", "地") - gap, 200);
	assert_em(type_distance("……", "玄") - gap, 200);
	type_set(2000, "text-align-last='justify'", "天地～玄黄"); /* nor beside connectors and solidi */
	assert_em(type_distance("地", "～"), 100);
	type_set(2000, "text-align-last='justify'", "天地/玄黄");
	assert_true(type_distance("地", "玄") <= EM + EM / 2 + 2);
}

/* ---- Z-56 … Z-58 ---- */

static void z56_single_lines(void **state)
{
	(void)state;
	type_set(1000, "text-align='start'", "主办机关");
	assert_em(type_line(0)->x, 0);
	type_set(1000, "text-align='center'", "主办机关");
	assert_em(type_line(0)->x, 300);
	type_set(1000, "text-align='end'", "主办机关");
	assert_em(type_line(0)->x, 600);
	for (unsigned count = 2; count < 9; count++) { /* 均排: the first flush left, the last flush right, equal gaps */
		char *text = type_han(count);
		type_set(1000, "text-align-last='justify'", text);
		for (unsigned k = 0; k < count; k++)
			assert_em(type_spot(0, k)->x, (int)(900 * k / (count - 1)));
		g_free(text);
	}
	type_set(1000, "text-align-last='justify'", "文");
	assert_em(type_spot(0, 0)->x, 0);
}

static void text_justify(void **state)
{
	(void)state;
	type_set(450, "gw:text-justify='none'", "天地玄黄宇宙洪荒");
	assert_em(type_line(0)->width, 400);
	type_set(450, "gw:text-justify='auto'", "天地玄黄宇宙洪荒");
	assert_em(type_line(0)->width, 450);
	type_set(460, "gw:text-justify='inter-word'", "天地 玄黄宇宙洪荒");
	assert_em(type_distance("天", "地"), 100);
	type_set(600, "gw:text-justify='inter-character' text-align-last='justify'", "天ab地");
	assert_true(type_distance("a", "b") > EM);
	assert_em(type_line(0)->width, 600);
}

static void z57_strict_grid(void **state)
{
	(void)state;
	for (int measure = 700; measure <= 2800; measure += 300) {
		type_set(measure, "gw:text-grid='strict'", sample);
		for (guint i = 0; i < type.lines->len; i++) {
			assert_true(type_line(i)->width <= EM * measure / 100 + 2);
			for (guint k = 0; k < type_line(i)->spots->len; k++)
				if (is_han(type_spot(i, k))) {
					len off = (type_spot(i, k)->x + EM / 50) % EM;
					if (off > EM / 25)
						fail_msg("%s is off the grid by %.3f em: %s", type_spot(i, k)->text, (double)off / EM, type_words(i));
				}
		}
	}
}

/* From the origin of each character of a run to that of its first. */
static GArray *offsets_of(guint line, guint first, guint count)
{
	GArray *offsets = g_array_new(FALSE, FALSE, sizeof(len));
	for (guint i = 0; i < count; i++) {
		len offset = type_spot(line, first + i)->x - type_spot(line, first)->x;
		g_array_append_val(offsets, offset);
	}
	return offsets;
}

/* A run is padded as one: its words and numbers stand as close as they would without a grid, half of the padding on either side. */
static void z57_runs_are_padded_whole(void **state)
{
	static const char *const runs[] = {"GDP", "XSL-FO formatter", "2004—2005", "1,234.5%", "the year 2005", "A/B", "￥100"};
	(void)state;
	EACH(runs, i)
	{
		type_set(10000, "gw:text-autospace='no-autospace'", runs[i]);
		len natural = type_line(0)->width;
		guint count = type_line(0)->spots->len;
		GArray *wanted = offsets_of(0, 0, count);
		char *text = g_strdup_printf("天地%s玄", runs[i]);
		type_set(10000, "gw:text-grid='strict'", text);
		GArray *found = offsets_of(0, 2, count);
		for (guint k = 0; k < count; k++)
			assert_em(g_array_index(found, len, k), g_array_index(wanted, len, k) * 100 / EM);
		len whole = type_distance("地", "玄") - EM;
		assert_em(whole % EM, 0);
		assert_true(whole >= natural - 2 && whole < natural + EM);
		assert_em(type_spot(0, 2)->x - 2 * EM, (whole - natural) * 50 / EM); /* half of it in front */
		g_array_free(wanted, TRUE);
		g_array_free(found, TRUE);
		g_free(text);
	}
}

/* A run that a line's end parts is two: flush at the end of the one line and at the start of the next. */
static void z57_a_parted_run(void **state)
{
	(void)state;
	type_set(800, "gw:text-grid='strict'", "天地玄黄宇abcd efghij洪荒日月");
	assert_string_equal(type_broken(), "天地玄黄宇abcd|efghij洪荒日月");
	len width = width_of("abcd", "");
	type_set(800, "gw:text-grid='strict'", "天地玄黄宇abcd efghij洪荒日月");
	assert_em(type_find(0, "a")->x + width, (500 + (width * 100 / EM + 99) / 100 * 100)); /* cells end with the run */
	assert_em(type_find(1, "e")->x, 0);
	assert_em(type_find(1, "洪")->x % EM, 0);
	type_set(800, "gw:text-grid='strict'", "abc def ghi jkl mno pqr stu vwx yz"); /* no Han: its words are parted */
	assert_em(type_line(0)->width, 800);
	assert_em(type_spot(0, 0)->x, 0);
}

static void z57_dashes_take_their_cells(void **state)
{
	(void)state;
	for (int tracking = -20; tracking <= 20; tracking += 5) {
		char *spacing = g_strdup_printf("gw:text-grid='strict' letter-spacing='%d.%02dem'", 0, abs(tracking));
		if (tracking < 0)
			memcpy(strchr(spacing, '0'), "-.", 2);
		type_set(3000, spacing, "天——地……玄");
		for (guint i = 0; i < 3; i++)
			assert_em(type_spot(0, 2 * i)->x, (int)(3 * i) * (100 + tracking));
		g_free(spacing);
	}
}

/* The bounds may be set; a width alone shrinks to an eighth and grows to half an em; none stays none. */
static void z40_range_of_gaps(void **state)
{
	(void)state;
	type_set(600, "text-align-last='justify' gw:text-autospace-width.maximum='30%'", "天地A玄黄");
	assert_em(type_distance("地", "A"), 130);
	assert_em(type_line(0)->width, 600);
	type_set(600, "text-align-last='justify' gw:text-autospace-width.maximum='0pt'", "天地A玄黄");
	assert_em(type_distance("地", "A"), 125);
	type_set(575, "gw:text-autospace-width.maximum='30%'", "天地A玄黄宇宙洪荒日月"); /* it shrinks as before */
	assert_string_equal(type_words(0), "天地A玄黄宇");
	type_set(600, "text-align-last='justify' gw:text-autospace-width='0pt'", "天地A玄黄");
	assert_em(type_distance("天", "地") - type_distance("地", "A"), 0); /* a place like others */
	type_set(600, "text-align-last='justify'", "天地A玄黄");
	assert_em(type_distance("地", "A"), 150);
}

/* letter-spacing and word-spacing with ranges: what justification may use before it parts Han. */
static void spacing_ranges(void **state)
{
	(void)state;
	type_set(10000, "", "天地 玄黄");
	len space = type_distance("地", "玄");
	type_set(800, "text-align-last='justify' word-spacing.maximum='3pt'", "天地 玄黄");
	assert_em(type_distance("地", "玄") - space, 30);
	len natural = width_of("abcdefgh", "xml:lang='en'");
	type_set((int)((int64_t)natural * 100 / EM) + 70, "xml:lang='en' text-align-last='justify' letter-spacing.maximum='2pt'",
			 "abcdefgh");
	assert_em(type_line(0)->width - natural, 70);
	type_set((int)((int64_t)natural * 100 / EM) - 35, "xml:lang='en' text-align='justify' letter-spacing.minimum='-1pt'",
			 "abcdefgh");
	assert_em(natural - type_line(0)->width, 35);
	assert_string_equal(type_said(), "");
	type_set(650, "text-align-last='justify' letter-spacing.maximum='0.5pt' letter-spacing.minimum='-0.5pt'", "天地A玄黄");
	assert_em(type_line(0)->width, 650);
}

/* Z-11 holds for text that is not justified, too; Han are not drawn together for it. */
static void z11_ragged_text(void **state)
{
	static const char *const aligns[] = {"text-align='start'", "text-align='end'"};
	(void)state;
	EACH(aligns, i)
	{
		type_set(1000, aligns[i], "天地玄黄，宇宙洪荒日，月盈");
		assert_string_equal(type_broken(), "天地玄黄，宇宙洪荒日，|月盈");
		assert_em(type_distance("黄", "宇"), 200 - 50); /* the pause lost its blank, nothing else moved */
		assert_em(type_distance("天", "黄"), 300);
		assert_em(type_line(0)->width, 1000);
		type_set(1000, aligns[i], "天地玄黄，宇宙洪荒日月盈昃"); /* no mark to pull in: nothing is squeezed for one more Han */
		assert_em(type_distance("黄", "宇"), 200);
		type_set(950, aligns[i], "天地 A，宇宙洪荒日辰，月盈"); /* blanks and gaps stay as they are */
		assert_em(type_distance("地", "A"), 125);
		assert_string_equal(type_said(), "");
	}
}

/* Squeezing wins over stretching; and what remains is shared evenly between lines. */
static void z58_whole_paragraph(void **state)
{
	(void)state;
	type_set(1000, "", "天，地玄黄宇宙洪荒日。月天地玄黄宇宙洪荒日");
	assert_em(type_line(0)->width, 1000);
	assert_true(g_str_has_suffix(type_words(0), "。")); /* squeezed: ， half an em, 。 at the end */
	/* a line is squeezed like the one before it rather than left loose beside it */
	type_set(1000, "", "天GDP天GDP玄地天天玄（黄地地天天）GDP），黄玄。，天天）天玄黄（玄");
	assert_string_equal(type_broken(), "天GDP天GDP玄地天天|玄（黄地地天天）GDP），|黄玄。，天天）天玄黄（玄");
	type_set(1000, "", "天地玄黄宇宙洪abcdefgh日月盈昃辰宿列张寒来暑往"); /* a long word: its line alone is not made the worst */
	len loosest = 0;
	for (guint i = 0; i + 1 < type.lines->len; i++)
		for (guint k = 0; k + 1 < type_line(i)->spots->len; k++)
			loosest = MAX(loosest, han_gap(i, k));
	assert_true(loosest <= EM / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(z40_quarter_em),
		cmocka_unit_test(z41_none_at_the_edges),
		cmocka_unit_test(z42_none_at_full_width),
		cmocka_unit_test(z43_a_blank_is_the_gap),
		cmocka_unit_test(z44_across_inlines),
		cmocka_unit_test(z45_with_suffix),
		cmocka_unit_test(z46_z55_no_gap_is_negative),
		cmocka_unit_test(z50_full_lines_are_flush),
		cmocka_unit_test(z51_the_last_line_is_not_stretched),
		cmocka_unit_test(z52_every_step_in_its_turn),
		cmocka_unit_test(z52_order_of_shrinking),
		cmocka_unit_test(z53_order_of_stretching),
		cmocka_unit_test(z56_spread_with_latin),
		cmocka_unit_test(z53_not_both),
		cmocka_unit_test(z54_never_stretched),
		cmocka_unit_test(z56_single_lines),
		cmocka_unit_test(text_justify),
		cmocka_unit_test(z57_strict_grid),
		cmocka_unit_test(z57_runs_are_padded_whole),
		cmocka_unit_test(z57_a_parted_run),
		cmocka_unit_test(z57_dashes_take_their_cells),
		cmocka_unit_test(z40_range_of_gaps),
		cmocka_unit_test(spacing_ranges),
		cmocka_unit_test(z11_ragged_text),
		cmocka_unit_test(z58_whole_paragraph),
	};
	return type_run(tests);
}
