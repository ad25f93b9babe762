/* Classes and line breaking, Z-01 to Z-13 of docs/typesetting.md: every code point of a class is tried at every place where a line could
 * end, in many measures. */
#include "support/type_sample.h"

static const char *const openings[] = {"“", "‘", "（", "《", "〈", "「", "『", "〔", "【", "〖", "［", "｛"};
static const char *const closings[] = {"”", "’", "）", "》", "〉", "」", "』", "〕", "】", "〗", "］", "｝"};
static const char *const pauses[] = {"，", "。", "、", "；", "：", "．"};
static const char *const exclaims[] = {"？", "！", "‼", "⁇", "⁈", "⁉"};
static const char *const interpuncts[] = {"·", "‧", "・"};
static const char *const connectors[] = {"～", "–", "‐", "—"};
static const char *const solidi[] = {"/", "／"};
static const char *const suffixes[] = {"％", "%", "‰", "℃", "°", "′", "″"};
static const char *const prefixes[] = {"￥", "¥", "$", "№"};

#define EACH(array, name) for (size_t name = 0; name < G_N_ELEMENTS(array); name++)

/* ---- sweeps ---- */

/* Nothing is lost: the lines make up the text, spaces aside. */
static void assert_whole(const char *text)
{
	char **given = g_strsplit(text, " ", -1), *wanted = g_strjoinv("", given);
	GString *found = g_string_new("");
	for (guint i = 0; i < type.lines->len; i++)
		for (const char *at = type_words(i); *at; at++)
			if (*at != ' ')
				g_string_append_c(found, *at);
	assert_string_equal(found->str, wanted);
	g_string_free(found, TRUE);
	g_strfreev(given);
	g_free(wanted);
}

enum edge { STARTS, ENDS };

/* `before`, `mark`, `after` among Han, so that the mark comes to every place of a line, in measures of 4 to 15 characters. */
static void sweep(const char *before, const char *mark, const char *after, const char *attributes, enum edge edge, bool allowed)
{
	bool met = false;
	for (unsigned lead = 0; lead < 16; lead++) {
		char *han = type_han(lead), *tail = type_han(7);
		char *text = g_strconcat(han, before, mark, after, tail, NULL);
		for (int measure = 4; measure < 16; measure++) {
			type_set(measure * 100, attributes, text);
			assert_whole(text);
			for (guint i = 0; i < type.lines->len; i++) {
				bool first = i == 0, last = i + 1 == type.lines->len;
				bool found = edge == STARTS ? !first && g_str_has_prefix(type_words(i), mark)
											: !last && g_str_has_suffix(type_words(i), mark);
				met |= found;
				if (found && !allowed)
					fail_msg("%s %s a line of %d em: %s", mark, edge == STARTS ? "begins" : "ends", measure, type_broken());
			}
		}
		g_free(text);
		g_free(han);
		g_free(tail);
	}
	if (allowed && !met)
		fail_msg("%s never %s a line", mark, edge == STARTS ? "begins" : "ends");
}

static void never_starts(const char *mark)
{
	sweep("天地", mark, "玄黄", "", STARTS, false);
	sweep("天地", mark, "AB", "", STARTS, false);
	sweep("ab", mark, "玄黄", "", STARTS, false);
}

static void z02_forbidden_at_line_start(void **state)
{
	(void)state;
	EACH(closings, i) never_starts(closings[i]);
	EACH(pauses, i) never_starts(pauses[i]);
	EACH(exclaims, i) never_starts(exclaims[i]);
	EACH(interpuncts, i) never_starts(interpuncts[i]);
	EACH(connectors, i) never_starts(connectors[i]);
	EACH(solidi, i) never_starts(solidi[i]);
	sweep("12", "-", "34", "", STARTS, false);
	sweep("ab", "-", "cd", "", STARTS, false);
	EACH(suffixes, i)
	{
		sweep("天12", suffixes[i], "玄黄", "", STARTS, false);
		sweep("天12 ", suffixes[i], "玄黄", "", STARTS, false);
	}
}

/* Every code point of the table, whether a font has it or not: the break that text_shape() gives before and after it. */
static uint8_t break_between(const char *before, const char *after, enum text_line_break level)
{
	const char *families[] = {"仿宋"};
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	struct arena *arena = arena_open();
	struct text_style style = {.font = text_font_find(type.engine, families, 1, EM, 0, (struct place){0}, sink),
							   .language = "zh",
							   .line_break = level,
							   .wrap = true};
	char *text = g_strconcat(before, after, NULL);
	struct text_span span = {.text = text, .size = strlen(text), .style = &style};
	const struct text_shaped *shaped = text_shape(type.engine, &span, 1, arena, sink);
	uint8_t found = TEXT_NO_BREAK;
	for (uint32_t i = 0; i < shaped->cluster_count; i++)
		if (shaped->clusters[i].text_start + shaped->clusters[i].text_size == strlen(before))
			found = shaped->clusters[i].break_after;
	arena_close(arena);
	diag_close(sink);
	g_free(text);
	return found;
}

static void assert_class(const char *const *marks, size_t count, enum edge edge)
{
	static const enum text_line_break levels[] = {TEXT_BREAK_GB, TEXT_BREAK_NORMAL, TEXT_BREAK_STRICT};
	static const char *const neighbours[] = {"天", "A", "1", "，", "”", "）", "！", "·", "①"};
	EACH(levels, level) EACH(neighbours, n) for (size_t i = 0; i < count; i++)
	{
		char *before = g_strconcat("天", edge == STARTS ? neighbours[n] : marks[i], NULL);
		char *after = g_strconcat(edge == STARTS ? marks[i] : n > 2 ? "“" : neighbours[n], "地", NULL);
		uint8_t found = break_between(before, after, levels[level]);
		if (found >= TEXT_MAY_BREAK)
			fail_msg("a line may end between %s and %s", before, after);
		g_free(before);
		g_free(after);
	}
}

static void z02_z03_by_code_point(void **state)
{
	(void)state;
	assert_class(closings, G_N_ELEMENTS(closings), STARTS);
	assert_class(pauses, G_N_ELEMENTS(pauses), STARTS);
	assert_class(exclaims, G_N_ELEMENTS(exclaims), STARTS);
	assert_class(interpuncts, G_N_ELEMENTS(interpuncts), STARTS);
	assert_class(connectors, G_N_ELEMENTS(connectors), STARTS);
	assert_class(solidi, G_N_ELEMENTS(solidi), STARTS);
	assert_class(openings, G_N_ELEMENTS(openings), ENDS);
	EACH(suffixes, i) assert_int_equal(break_between("第1", suffixes[i], TEXT_BREAK_GB), TEXT_NO_BREAK);
	EACH(prefixes, i) assert_int_equal(break_between(prefixes[i], "1", TEXT_BREAK_GB), TEXT_NO_BREAK);
	EACH(openings, i) assert_int_equal(break_between("天", openings[i], TEXT_BREAK_GB), TEXT_MAY_BREAK);
	EACH(closings, i) assert_int_equal(break_between(closings[i], "天", TEXT_BREAK_GB), TEXT_MAY_BREAK);
	assert_int_equal(break_between("−", "5", TEXT_BREAK_GB), TEXT_NO_BREAK);
}

static void z02_western_marks(void **state)
{
	static const char *const marks[] = {",", ".", ";", ":", "!", "?", ")", "]", "}"};
	(void)state;
	EACH(marks, i) sweep("天地", marks[i], "玄黄", "", STARTS, false);
}

static void z03_forbidden_at_line_end(void **state)
{
	(void)state;
	EACH(openings, i)
	{
		sweep("天地", openings[i], "玄黄", "", ENDS, false);
		sweep("天地", openings[i], "AB", "", ENDS, false);
		sweep("ab", openings[i], "玄黄", "", ENDS, false);
	}
	EACH(solidi, i) sweep("天地", solidi[i], "玄黄", "", ENDS, false);
	EACH(prefixes, i) sweep("天地", prefixes[i], "12", "", ENDS, false);
	sweep("天地", "(", "玄黄", "", ENDS, false);
}

static void z04_levels(void **state)
{
	(void)state;
	EACH(solidi, i)
	{
		sweep("天地", solidi[i], "玄黄", "gw:line-break='normal'", ENDS, true);
		sweep("天地", solidi[i], "玄黄", "gw:line-break='normal'", STARTS, false);
		sweep("天地", solidi[i], "玄黄", "gw:line-break='auto'", ENDS, false);
		sweep("天地", solidi[i], "玄黄", "gw:line-break='strict'", ENDS, false);
	}
	sweep("天地", "——", "玄黄", "gw:line-break='strict'", STARTS, false);
	sweep("天地", "……", "玄黄", "gw:line-break='strict'", STARTS, false);
	sweep("天地", "——", "玄黄", "", STARTS, true);
	sweep("天地", "……", "玄黄", "", STARTS, true);
	sweep("天地", "——", "玄黄", "", ENDS, true);
	EACH(pauses, i) sweep("天地", pauses[i], "玄黄", "gw:line-break='anywhere' gw:text-spacing-trim='space-all'", STARTS, true);
	EACH(openings, i) sweep("天地", openings[i], "玄黄", "gw:line-break='anywhere'", ENDS, true);
}

static void z05_dash_is_whole(void **state)
{
	(void)state;
	for (int dashes = 1; dashes < 4; dashes++)
		for (unsigned lead = 0; lead < 12; lead++) {
			GString *text = g_string_new("");
			char *han = type_han(lead);
			g_string_append(text, han);
			for (int i = 0; i < dashes; i++)
				g_string_append(text, "——");
			g_string_append(text, "玄黄宇宙");
			for (int measure = 3; measure < 12; measure++) {
				type_set(measure * 100, "gw:line-break='anywhere'", text->str);
				assert_whole(text->str);
				for (guint i = 0; i < type.lines->len; i++)
					for (guint k = 0; k < type_line(i)->spots->len; k++)
						assert_string_not_equal(type_spot(i, k)->text, "—");
			}
			g_string_free(text, TRUE);
			g_free(han);
		}
	type_set(300, "", "——————");
	assert_int_equal(type.lines->len, 3);
	type_set(1000, "", "天——地");
	assert_em(type_distance("——", "地"), 200);
}

static void z06_ellipsis_is_whole(void **state)
{
	(void)state;
	for (unsigned lead = 0; lead < 12; lead++) {
		char *han = type_han(lead), *text = g_strconcat(han, "……地玄黄宇宙", NULL);
		for (int measure = 3; measure < 12; measure++)
			for (int level = 0; level < 2; level++) {
				type_set(measure * 100, level ? "gw:line-break='loose'" : "", text);
				assert_whole(text);
				for (guint i = 0; i < type.lines->len; i++)
					for (guint k = 0; k < type_line(i)->spots->len; k++)
						assert_string_not_equal(type_spot(i, k)->text, "…");
			}
		g_free(han);
		g_free(text);
	}
	type_set(600, "", "天地玄黄…………宇宙"); /* two stand together */
	assert_string_equal(type_broken(), "天地玄黄|…………宇宙");
	type_set(1000, "", "天……地");
	assert_em(type_distance("……", "地"), 200);
}

/* The unit is never parted, in whatever measure it fits. */
static void assert_unit(const char *before, const char *unit, const char *after)
{
	for (unsigned lead = 0; lead < 14; lead++) {
		char *han = type_han(lead), *text = g_strconcat(han, before, unit, after, "玄黄宇宙洪荒", NULL);
		for (int measure = 7; measure < 14; measure++) {
			bool whole = false;
			type_set(measure * 100, "", text);
			assert_whole(text);
			for (guint i = 0; i < type.lines->len; i++)
				whole |= strstr(type_words(i), unit) != NULL;
			if (!whole)
				fail_msg("%s is parted in %d em: %s", unit, measure, type_broken());
		}
		g_free(han);
		g_free(text);
	}
}

static void z07_numerals_are_whole(void **state)
{
	static const char *const units[] = {
		"12.5%", "1,234",         "￥100",      "37℃",      "¥3.50",     "$1,000.00", "−5",   "+12",       "-7.5",
		"100％", "45°",           "1\u2009234", "5‰",       "№12",       "10:30",     "±0.1", "37\u2009℃", "2005-02-17",
		"28 mm", "210 mm×297 mm", "10 km²",     "100 km/h", "1 000 000", "£5",        "€20",  "m²",        "0536-8090008"};
	(void)state;
	EACH(units, i) assert_unit("约", units[i], "的");
	bool parted = false; /* a Han unit may be parted from its number */
	for (unsigned lead = 0; lead < 12; lead++) {
		char *han = type_han(lead), *text = g_strconcat(han, "100吨玄黄宇宙", NULL);
		type_set(600, "", text);
		for (guint i = 1; i < type.lines->len; i++)
			parted |= g_str_has_prefix(type_words(i), "吨");
		g_free(han);
		g_free(text);
	}
	assert_true(parted);
}

/* A sign that opens a numeral is no hindrance after a mark, and a hyphen in a code is where it is parted when it must. */
static void z07_z09_around_numerals(void **state)
{
	(void)state;
	type_set(500, "", "天地玄30.5、€200.5");
	assert_string_equal(type_broken(), "天地玄|30.5、|€200.5");
	type_set(450, "", "天地1.5，−20.5");
	assert_string_equal(type_broken(), "天地1.5，|−20.5");
	type_set(450, "", "话0536-8090008，");
	assert_string_equal(type_broken(), "话0536-|8090008，");
}

/* Z-02 for raised marks: ¹ and a raised inline begin no line and have no gap in front (Z-74). */
static void z02_z74_raised_marks(void **state)
{
	(void)state;
	sweep("天地", "¹", "玄黄", "", STARTS, false);
	type_set(400, "", "天地玄黄<fo:inline baseline-shift='super' font-size='6pt'>1</fo:inline>宇宙");
	assert_string_equal(type_broken(), "天地玄|黄1宇宙");
	type_set(1000, "", "天<fo:inline baseline-shift='super' font-size='5pt'>1</fo:inline>宇");
	assert_em(type_distance("天", "1"), 100);
	type_set(1000, "", "²天");
	len alone = type_distance("²", "天");
	type_set(1000, "", "m²天"); /* it counts with its unit */
	assert_em(type_distance("²", "天") - alone, 25);
}

static void z08_words_and_addresses(void **state)
{
	(void)state;
	assert_unit("用", "formatter", "的");
	assert_unit("按", "GB", "的");
	type_set(800, "", "网址www.example.org/a/b-c_d.html可查");
	assert_whole("网址www.example.org/a/b-c_d.html可查");
	for (guint i = 0; i + 1 < type.lines->len; i++) {
		const char *words = type_words(i);
		char end = words[strlen(words) - 1];
		assert_true(strchr("/-._?", end) || (unsigned char)end >= 0x80);
	}
	assert_string_equal(type_said(), "");
	type_set(500, "", "词Pneumonoultramicroscopic完"); /* a word wider than the line */
	assert_whole("词Pneumonoultramicroscopic完");
	assert_string_equal(type_said(), "");
}

static void z09_breaks_beside_quotes(void **state)
{
	(void)state;
	sweep("天地", "“", "玄黄", "", STARTS, true);
	sweep("天地", "‘", "玄黄", "", STARTS, true);
	sweep("天地", "”", "玄黄", "", ENDS, true);
	sweep("天地", "’", "玄黄", "", ENDS, true);
	sweep("天地", "“", "AB", "", STARTS, true);
	sweep("AB", "”", "玄黄", "", ENDS, true);
	EACH(openings, i) sweep("天地", openings[i], "玄黄", "", STARTS, true);
	EACH(closings, i) sweep("天地", closings[i], "玄黄", "", ENDS, true);
	EACH(pauses, i) sweep("天地", pauses[i], "玄黄", "", ENDS, true);
	EACH(interpuncts, i) sweep("天地", interpuncts[i], "玄黄", "", ENDS, true);
	EACH(connectors, i) sweep("天地", connectors[i], "玄黄", "", ENDS, true);
	sweep("天", "AB", "玄黄", "", STARTS, true);
	sweep("天", "AB", "玄黄", "", ENDS, true);
	sweep("天", "12", "玄黄", "", STARTS, true);
	sweep("天", "12", "玄黄", "", ENDS, true);
}

static void z10_strict_and_loose(void **state)
{
	static const char *const table[] = {"・", "：", "；", "･", "‼",  "⁇",  "⁈",  "⁉",  "！", "？", "°",  "‰",
										"′",  "″",  "‵",  "℃", "℉",  "﹪", "％", "￠", "‐",  "–",  "〜", "゠",
										"․",  "‥",  "…",  "⋯", "々", "〻", "ゝ", "ゞ", "ヽ", "ヾ"};
	(void)state;
	EACH(table, i)
	{
		char *after = g_strconcat(table[i], "地", NULL);
		assert_int_equal(break_between("天", after, TEXT_BREAK_STRICT), TEXT_NO_BREAK);
		assert_int_equal(break_between("天", after, TEXT_BREAK_LOOSE), TEXT_MAY_BREAK);
		g_free(after);
		sweep("天地", table[i], "玄黄", "gw:line-break='strict'", STARTS, false);
		sweep("天地", table[i], "玄黄", "gw:line-break='loose' gw:text-spacing-trim='space-all'", STARTS, true);
	}
	EACH(closings, i) sweep("天地", closings[i], "玄黄", "gw:line-break='loose'", STARTS, false);
}

static void z11_squeeze_before_push(void **state)
{
	(void)state;
	type_set(1000, "", "天地玄黄，宇宙洪荒日，月天地玄");
	assert_string_equal(type_broken(), "天地玄黄，宇宙洪荒日，|月天地玄");
	assert_em(type_line(0)->width, 1000);
	for (unsigned lead = 1; lead < 9; lead++) { /* wherever the first pause stands, the last mark is pulled in */
		char *a = type_han(lead), *b = type_han(9 - lead), *text = g_strconcat(a, "，", b, "，天地玄黄宇宙", NULL);
		type_set(1000, "", text);
		assert_true(g_str_has_suffix(type_words(0), "，"));
		assert_int_equal(g_utf8_strlen(type_words(0), -1), 11);
		g_free(a);
		g_free(b);
		g_free(text);
	}
}

static void z12_narrow_columns(void **state)
{
	static const char *const texts[] = {"天地（玄黄）。」』宇宙——洪荒……日月",
										"。』」",
										"“‘（《天",
										"ABCD天12.5%",
										"https://a.org/b?c=d",
										"！？！？",
										"天 地 a b",
										"——",
										"…………",
										"３月２０日"};
	(void)state;
	EACH(texts, i) for (int measure = 0; measure <= 400; measure += 25)
	{
		type_set(measure, "", texts[i]);
		assert_whole(texts[i]);
	}
	type_set(100, "", "天。』」地"); /* three marks in one em: a rule is broken, the column is not left by more than it must */
	assert_whole("天。』」地");
	for (guint i = 0; i < type.lines->len; i++)
		assert_true(type_line(i)->width <= EM + EM / 2);
}

static void z01_quotes_by_neighbours(void **state)
{
	(void)state;
	type_set(3000, "", "说“好”了"); /* Chinese: an em each; the blanks are inside */
	assert_em(type_distance("说", "好"), 200);
	assert_em(type_distance("好", "了"), 200);
	type_set(3000, "", "it’s");
	assert_true(type_distance("’", "s") < EM * 6 / 10);
	type_set(3000, "", "天it’s地");
	assert_true(type_distance("’", "s") < EM * 6 / 10);
	type_set(3000, "", "称“formatter” and地"); /* one half Chinese, so the other */
	assert_string_equal(type_find(0, "”")->face, type_find(0, "“")->face);
	assert_true(type_distance("”", "n") >= EM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(z01_quotes_by_neighbours),    cmocka_unit_test(z02_z03_by_code_point),
		cmocka_unit_test(z02_forbidden_at_line_start), cmocka_unit_test(z02_western_marks),
		cmocka_unit_test(z03_forbidden_at_line_end),   cmocka_unit_test(z04_levels),
		cmocka_unit_test(z05_dash_is_whole),           cmocka_unit_test(z06_ellipsis_is_whole),
		cmocka_unit_test(z07_numerals_are_whole),      cmocka_unit_test(z07_z09_around_numerals),
		cmocka_unit_test(z02_z74_raised_marks),        cmocka_unit_test(z08_words_and_addresses),
		cmocka_unit_test(z09_breaks_beside_quotes),    cmocka_unit_test(z10_strict_and_loose),
		cmocka_unit_test(z11_squeeze_before_push),     cmocka_unit_test(z12_narrow_columns),
	};
	return type_run(tests);
}
