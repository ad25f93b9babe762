/* Widths of punctuation and white space, Z-20 to Z-34 of docs/typesetting.md. */
#include "support/type_sample.h"

#define EACH(array, name) for (size_t name = 0; name < G_N_ELEMENTS(array); name++)

static const char *const openings[] = {"“", "‘", "（", "《", "〈", "「", "『", "〔", "【", "〖", "［", "｛"};
static const char *const closings[] = {"”", "’", "）", "》", "〉", "」", "』", "〕", "】", "〗", "］", "｝"};
static const char *const pauses[] = {"，", "。", "、", "；", "：", "．"};
static const char *const exclaims[] = {"？", "！"};

/* In a line that is neither full nor stretched, from 甲 to 乙 with `marks` between: hundredths of an em, 甲's own em taken off. */
static int width_of(const char *marks, const char *attributes)
{
	char *text = g_strconcat("甲", marks, "乙", NULL);
	type_set(3000, attributes, text);
	g_free(text);
	return (int)((int64_t)(type_distance("甲", "乙") - EM) * 100 / EM);
}

/* Parts of a percent are rounding. */
static void assert_width(const char *marks, int wanted)
{
	int found = width_of(marks, "");
	if (abs(found - wanted) > 1)
		fail_msg("%s takes %d %% of an em, not %d", marks, found, wanted);
}

static void assert_pair(const char *first, const char *second, int wanted)
{
	char *marks = g_strconcat(first, second, NULL);
	assert_width(marks, wanted);
	g_free(marks);
}

static void z20_natural_widths(void **state)
{
	(void)state;
	EACH(openings, i) assert_width(openings[i], 100);
	EACH(closings, i) assert_width(closings[i], 100);
	EACH(pauses, i) assert_width(pauses[i], 100);
	EACH(exclaims, i) assert_width(exclaims[i], 100);
	assert_width("—", 100);
	assert_width("～", 100);
	assert_width("——", 200);
	assert_width("⸺", 200);
	assert_width("……", 200);
	assert_width("–", 50);
	assert_width("‐", 50);
	assert_width("·", 50);
	assert_width("‧", 50);
	assert_width("/", 50);
	assert_width("／", 50);
}

/* Every pair of marks: 1.5 em where the blanks meet, in each of the ways of Z-22; else each keeps its em. */
static void z22_every_pair(void **state)
{
	(void)state;
	EACH(openings, a) EACH(openings, b) assert_pair(openings[a], openings[b], 150);
	EACH(closings, a) EACH(openings, b) assert_pair(closings[a], openings[b], 150);
	EACH(pauses, a) EACH(openings, b) assert_pair(pauses[a], openings[b], 150);
	EACH(closings, a) EACH(closings, b) assert_pair(closings[a], closings[b], 150);
	EACH(closings, a) EACH(pauses, b) assert_pair(closings[a], pauses[b], 150);
	EACH(pauses, a) EACH(closings, b) assert_pair(pauses[a], closings[b], 150);
	EACH(exclaims, a) EACH(openings, b) assert_pair(exclaims[a], openings[b], 150);
	EACH(exclaims, a) EACH(closings, b) assert_pair(exclaims[a], closings[b], 150);
	EACH(closings, a) EACH(exclaims, b) assert_pair(closings[a], exclaims[b], 150);
	EACH(openings, a) EACH(closings, b) assert_pair(openings[a], closings[b], 200);
	EACH(openings, a) EACH(pauses, b) assert_pair(openings[a], pauses[b], 200);
	EACH(pauses, a) EACH(pauses, b) assert_pair(pauses[a], pauses[b], 200);
	EACH(closings, a) assert_pair(closings[a], "——", 300);
	EACH(openings, a) assert_pair("——", openings[a], 300);
}

static void z22_origins(void **state)
{
	(void)state;
	type_set(3000, "", "甲），（乙"); /* ） and ， are half an em apart; so are ， and （ */
	assert_em(type_distance("）", "，"), 50);
	assert_em(type_distance("，", "（"), 50);
	assert_em(type_distance("（", "乙"), 100);
}

/* Z-22, the option of 1 em: trim-all leaves every mark its half with ink. */
static void z22_one_em(void **state)
{
	(void)state;
	type_set(2000, "gw:text-spacing-trim='trim-all'", "天》（地");
	assert_em(type_distance("天", "》"), 100);
	assert_em(type_distance("天", "地"), 200);
	type_set(2000, "gw:text-spacing-trim='trim-all'", "天，地");
	assert_em(type_distance("天", "地"), 150);
	type_set(2000, "gw:text-spacing-trim='trim-all'", "天《“地”》玄");
	assert_em(type_distance("天", "地"), 200);
	assert_em(type_distance("地", "玄"), 200);
}

static void z23_the_outer_sides_keep_their_width(void **state)
{
	(void)state;
	type_set(3000, "", "甲」，「乙");
	assert_em(type_distance("甲", "」"), 100);
	assert_em(type_distance("「", "乙"), 100);
	assert_int_equal(width_of("」，「", ""), 200);
}

/* Not in the way: colours, sizes of the same font, ids, links (Z-44). */
static void z22_across_inlines(void **state)
{
	(void)state;
	type_set(3000, "", "甲<fo:inline color='red'>）</fo:inline>，乙");
	assert_em(type_distance("甲", "乙"), 250);
	type_set(3000, "", "甲。<fo:inline font-family='黑体'>“乙”</fo:inline>，丙");
	assert_em(type_distance("甲", "乙"), 250);
	assert_em(type_distance("乙", "丙"), 250);
	type_set(3000, "", "甲）<fo:inline id='x'>，</fo:inline>乙");
	assert_em(type_distance("甲", "乙"), 250);
	type_set(3000, "", "甲<fo:inline id='x'/>“<fo:inline id='y'/>（乙");
	assert_em(type_distance("甲", "乙"), 250);
	type_set(3000, "", "甲？<fo:wrapper id='z'>！</fo:wrapper>乙");
	assert_em(type_distance("甲", "乙"), 200);
}

static void z24_half_an_em_at_line_end(void **state)
{
	(void)state;
	EACH(pauses, i)
	{
		char *text = g_strconcat("甲乙丙丁", pauses[i], "戊己庚辛", NULL);
		type_set(450, "", text);
		assert_true(g_str_has_suffix(type_words(0), pauses[i]));
		assert_em(type_line(0)->width, 450);
		assert_em(type_spot(0, 4)->x, 400);
		g_free(text);
	}
	EACH(closings, i)
	{
		char *text = g_strconcat("甲乙丙丁", closings[i], "戊己庚辛", NULL);
		type_set(450, "", text);
		assert_em(type_spot(0, 4)->x, 400);
		g_free(text);
	}
	EACH(exclaims, i)
	{
		char *text = g_strconcat("甲乙丙丁", exclaims[i], "戊己庚辛", NULL);
		type_set(450, "", text);
		assert_em(type_spot(0, 4)->x, 400);
		g_free(text);
	}
	type_set(1000, "", "天地玄黄。"); /* the last line too */
	assert_em(type_line(0)->width, 450);
	type_set(450, "", "甲乙丙丁，<fo:inline id='x'/>戊己庚辛"); /* a mark of an id does not hide the end */
	assert_em(type_line(0)->width, 450);
}

static void z25_opening_at_line_start(void **state)
{
	(void)state;
	EACH(openings, i)
	{
		char *text = g_strconcat("甲乙丙丁", openings[i], "戊己庚", NULL);
		type_set(400, "", text);
		assert_true(g_str_has_prefix(type_words(1), openings[i]));
		assert_em(type_spot(1, 0)->x, -50); /* the origin; ink begins at the edge */
		assert_em(type_spot(1, 1)->x, 50);
		g_free(text);
	}
	type_set(400, "gw:text-spacing-trim='space-all'", "甲乙丙丁（戊己庚");
	assert_em(type_spot(1, 1)->x, 100);
}

static void z26_after_the_indent(void **state)
{
	(void)state;
	EACH(openings, i)
	{
		char *text = g_strconcat(openings[i], "甲乙", NULL);
		type_set(2000, "text-indent='2em'", text);
		assert_em(type_line(0)->x + type_spot(0, 0)->x, 150);
		assert_em(type_line(0)->x + type_spot(0, 1)->x, 250);
		type_set(2000, "text-indent='2em' gw:text-spacing-trim='space-first'", text);
		assert_em(type_line(0)->x + type_spot(0, 1)->x, 300);
		g_free(text);
	}
}

static void z27_exclaims(void **state)
{
	(void)state;
	assert_width("？！", 100);
	assert_width("！！", 100);
	assert_width("？？", 100);
	assert_width("！？", 100);
	assert_width("！！！", 200);
	assert_width("？！！", 200);
	assert_width("！！！！", 200);
	assert_width("？！”", 200); /* 1 em, and ” keeps its own */
	assert_width("”？！", 150);
}

static void z28_hanging(void **state)
{
	static const char *const hung[] = {"，", "。", "、", "；", "：", "．"};
	(void)state;
	EACH(hung, i)
	{
		char *text = g_strconcat("甲乙丙丁", hung[i], "戊己庚辛壬癸", NULL);
		type_set(400, "gw:hanging-punctuation='allow-end'", text);
		assert_int_equal(g_utf8_strlen(type_words(0), -1), 5);
		assert_em(type_line(0)->width, 400);
		assert_em(type_spot(0, 4)->x, 400);
		type_set(400, "", text);
		assert_int_equal(g_utf8_strlen(type_words(0), -1), 3);
		g_free(text);
	}
	type_set(400, "gw:hanging-punctuation='allow-end'", "甲乙丙丁。”戊己庚辛"); /* not in a run of marks */
	assert_true(type_line(0)->spots->len < 5);
	type_set(400, "gw:hanging-punctuation='allow-end'", "甲乙丙丁”，戊己庚辛");
	assert_true(type_line(0)->spots->len < 5);
	type_set(400, "gw:hanging-punctuation='allow-end'", "甲乙丙丁！戊己庚辛"); /* pauses only */
	assert_true(type_line(0)->spots->len < 5);
	type_set(450, "gw:hanging-punctuation='allow-end'", "甲乙丙丁，戊己庚辛"); /* it fits: it does not hang */
	assert_em(type_line(0)->width, 450);
	assert_string_equal(type_said(), "");
}

static void z29_interpunct(void **state)
{
	static const char *const dots[] = {"·", "‧"};
	static const char *const families[] = {"仿宋", "楷体", "黑体", "小标宋", "宋体"};
	(void)state;
	EACH(dots, d) EACH(families, f)
	{
		char *attributes = g_strdup_printf("font-family='%s'", families[f]);
		char *text = g_strconcat("马克思", dots[d], "列宁", NULL);
		type_set(3000, attributes, text);
		assert_em(type_distance("思", "列"), 150);
		g_free(attributes);
		g_free(text);
	}
}

static void z30_widths_are_ours_in_every_face(void **state)
{
	static const char *const families[] = {"仿宋", "楷体", "黑体", "小标宋", "宋体"};
	static const struct {
		const char *marks;
		int width;
	} wanted[] = {{"，", 100}, {"“", 100}, {"”", 100}, {"（", 100}, {"——", 200}, {"……", 200}, {"·", 50}, {"～", 100}, {"—", 100}};
	(void)state;
	EACH(families, f) EACH(wanted, w)
	{
		char *attributes = g_strdup_printf("font-family='%s'", families[f]);
		assert_int_equal(width_of(wanted[w].marks, attributes) / 2, wanted[w].width / 2);
		g_free(attributes);
	}
	type_set(1000, "", "甲——乙"); /* one unit: the second stroke begins where the first ends */
	assert_em(type_distance("甲", "——"), 100);
}

/* The faces of a list whose first family has no Han. */
static void z31_marks_come_from_the_han_face(void **state)
{
	static const char *const marks[] = {"“", "”", "‘", "’", "—", "——", "……", "·"};
	(void)state;
	EACH(marks, i)
	{
		char *text = g_strconcat("甲A1", marks[i], "乙", NULL);
		type_set(3000, "font-family='GwPunct, 黑体'", text); /* GwPunct: Latin and marks, no Han */
		assert_string_equal(type_find(0, marks[i])->face, "GwHei");
		assert_string_equal(type_find(0, "A")->face, "GwPunct");
		assert_string_equal(type_find(0, "1")->face, "GwPunct");
		g_free(text);
	}
	type_set(3000, "font-family='GwPunct, 黑体'", "甲it’s乙");
	assert_string_equal(type_find(0, "’")->face, "GwPunct");
}

static void z32_ideographic_space(void **state)
{
	(void)state;
	assert_width("\u3000", 100);
	assert_width("\u3000\u3000", 200);
	type_set(2000, "", "\u3000\u3000甲乙");
	assert_em(type_find(0, "甲")->x, 200);
	type_set(300, "", "甲乙\u3000丙丁戊"); /* a line may break after it, not before */
	assert_string_equal(type_broken(), "甲乙\u3000|丙丁戊");
}

static void z33_line_feeds(void **state)
{
	(void)state;
	assert_width("\n", 0);
	assert_width("，\n", 100);
	type_set(2000, "", "甲\nA"); /* the gap of Z-40, not both */
	assert_em(type_distance("甲", "A"), 125);
	type_set(2000, "", "A（乙"); /* none beside a full-width mark (Z-42) */
	len beside_mark = type_distance("A", "乙");
	type_set(2000, "", "A\n（乙");
	assert_em(type_distance("A", "乙") - beside_mark, 0);
	type_set(2000, "gw:segment-break-transform='space'", "甲\n乙");
	assert_true(type_distance("甲", "乙") > EM);
}

static void z34_names_of_families(void **state)
{
	static const struct {
		const char *face, *names[9];
	} families[] = {
		{"GwFangSong", {"仿宋", "仿宋_GB2312", "FangSong", "fangsong", "STFangsong", "FandolFang", "FangSong_GB2312"}},
		{"GwKai", {"楷体", "楷体_GB2312", "KaiTi", "FandolKai", "STKaiti"}},
		{"GwHei", {"黑体", "SimHei", "FandolHei"}},
		{"GwSong", {"宋体", "SimSun", "FandolSong"}},
		{"GwBiaoSong", {"小标宋", "方正小标宋简体", "小标宋体"}},
	};
	(void)state;
	EACH(families, f) for (size_t n = 0; families[f].names[n]; n++)
	{
		char *attributes = g_strdup_printf("font-family='%s'", families[f].names[n]);
		type_set(2000, attributes, "甲");
		assert_string_equal(type_spot(0, 0)->face, families[f].face);
		assert_string_equal(type_said(), "");
		g_free(attributes);
	}
	type_set(2000, "font-family='无名体'", "甲<fo:inline color='red'>乙</fo:inline>"); /* said once */
	assert_string_equal(type_said(), "G501");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(z20_natural_widths),
		cmocka_unit_test(z22_every_pair),
		cmocka_unit_test(z22_origins),
		cmocka_unit_test(z22_across_inlines),
		cmocka_unit_test(z22_one_em),
		cmocka_unit_test(z23_the_outer_sides_keep_their_width),
		cmocka_unit_test(z24_half_an_em_at_line_end),
		cmocka_unit_test(z25_opening_at_line_start),
		cmocka_unit_test(z26_after_the_indent),
		cmocka_unit_test(z27_exclaims),
		cmocka_unit_test(z28_hanging),
		cmocka_unit_test(z29_interpunct),
		cmocka_unit_test(z30_widths_are_ours_in_every_face),
		cmocka_unit_test(z31_marks_come_from_the_han_face),
		cmocka_unit_test(z32_ideographic_space),
		cmocka_unit_test(z33_line_feeds),
		cmocka_unit_test(z34_names_of_families),
	};
	return type_run(tests);
}
