/* Paragraphs that nobody has thought of: pieces of every kind in an order, measure, alignment and setting that a generator with a fixed
 * seed chooses. Whatever they are, no text is lost, prohibitions hold, edges are flush, and nothing stands on anything else. */
#include "support/sparing.h"
#include "support/type_sample.h"

/* ---- a generator of our own: the same numbers everywhere ---- */

static uint64_t seed;

static unsigned below(unsigned limit)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((seed >> 33) % limit);
}

#define PICK(array) array[below(G_N_ELEMENTS(array))]

/* ---- text ---- */

static const char *const pieces[] = {"天",        "地玄黄",   "宇宙洪荒日月盈昃",
									 "甲某某",    "，",       "。",
									 "、",        "；",       "：",
									 "？",        "！",       "？！",
									 "（",        "）",       "《",
									 "》",        "“",        "”",
									 "‘",         "’",        "〔",
									 "〕",        "」",       "「",
									 "——",        "……",       "…………",
									 "·",         "～",       "—",
									 "/",         "／",       "-",
									 "12.5%",     "1,234.56", "￥100",
									 "37℃",       "2005",     "GDP",
									 "formatter", "a",        "XSL-FO",
									 "é",         "Ω",        " ",
									 "  ",        "\n",       "　",
									 "①",         "№5",       "〇",
									 "々",        "𠀀",       "𪚥",
									 "葛󠄀",   "e\u0301",  "\u200B",
									 "\u00A0",    "\u2060",   "http://example.org/a-b_c?d=e&amp;f",
									 "％",        "ＧＤＰ",   "㎡",
									 "。』」",    "、》，",   "！！！",
									 "它“是”",    "ｱ",        "ー",
									 "－",        "½",        "100吨"};

static char *any_text(unsigned count)
{
	GString *text = g_string_new("");
	while (count--) {
		bool boxed = below(12) == 0;
		if (boxed)
			g_string_append(text, below(2) ? "<fo:inline font-size='1.5em'>" : "<fo:inline color='red' id='REPLACED'>");
		g_string_append(text, PICK(pieces));
		if (below(3))
			g_string_append(text, PICK(pieces));
		if (boxed)
			g_string_append(text, "</fo:inline>");
	}
	for (char *at; (at = strstr(text->str, " id='REPLACED'"));) /* ids are unique: none */
		memset(at, ' ', strlen(" id='REPLACED'"));
	return g_string_free(text, FALSE);
}

static const char *const settings[] = {"",
									   "",
									   "",
									   "text-indent='2em'",
									   "letter-spacing='-0.15pt'",
									   "gw:line-break='strict'",
									   "gw:line-break='loose'",
									   "gw:text-spacing-trim='space-all'",
									   "gw:text-spacing-trim='space-first' text-indent='2em'",
									   "gw:hanging-punctuation='allow-end'",
									   "gw:text-autospace='no-autospace'",
									   "gw:text-autospace-width.maximum='30%'",
									   "letter-spacing.minimum='-0.2pt' letter-spacing.maximum='0.5pt'",
									   "gw:text-grid='strict'",
									   "gw:text-justify='inter-word'",
									   "xml:lang='en' hyphenate='true'"};
static const char *const aligns[] = {"justify", "justify", "start", "center", "end"};

/* ---- what must hold ---- */

/* Blanks, which lines drop at their edges, and marks of breaks (U+00AD, U+200B, U+2060, U+FEFF), which are not read. */
static bool is_unread(gunichar c)
{
	return c == ' ' || c == '\n' || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/* The characters that are read, without markup. */
static char *bare(const char *text)
{
	GString *out = g_string_new("");
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		if (*at == '<')
			at = strchr(at, '>');
		else if (g_str_has_prefix(at, "&amp;"))
			g_string_append_c(out, '&'), at += strlen("&amp;") - 1;
		else if (!is_unread(g_utf8_get_char(at)))
			g_string_append_unichar(out, g_utf8_get_char(at));
	}
	return g_string_free(out, FALSE);
}

static void check_nothing_is_lost(const char *text)
{
	GString *set = g_string_new("");
	for (guint i = 0; i < type.lines->len; i++)
		g_string_append(set, type_words(i));
	char *wanted = bare(text), *found = bare(set->str);
	if (strcmp(wanted, found) != 0)
		fail_msg("“%s” became “%s”", wanted, found);
	g_free(wanted);
	g_free(found);
	g_string_free(set, TRUE);
}

/* How many characters around the start of a line are no letters, digits or Han: marks that hold on to one another. */
static int marks_around(const char *line, const char *next)
{
	int count = 0;
	for (const char *at = line + strlen(line); at > line && !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
		 at = g_utf8_prev_char(at))
		count++;
	for (const char *at = next; *at && !g_unichar_isalnum(g_utf8_get_char(at)); at = g_utf8_next_char(at))
		count++;
	return count;
}

/* Whether a U+200B stands in the source before that character somewhere, blanks aside: what is set does not tell, for it is not read. */
static bool may_be_own_break(const char *source, gunichar first)
{
	bool mark = false;
	for (const char *at = source; *at; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (mark && c == first)
			return true;
		mark = c == 0x200B || (mark && (c == ' ' || c == '\n' || c == '<'));
		if (c == '<')
			at = strchr(at, '>');
	}
	return false;
}

/* Z-02, Z-03 at every level but loose, where lines are wide enough for what must stay together. */
static void check_prohibitions(int measure, const char *source, const char *about)
{
	static const char *const no_start = "，。、；：？！）》”〕」』", *const no_end = "（《〔「";
	for (guint i = 0; i + 1 < type.lines->len; i++) {
		const char *line = type_words(i), *next = type_words(i + 1);
		if (!*line || !*next)
			continue;
		gunichar last = g_utf8_get_char(g_utf8_prev_char(line + strlen(line))), first = g_utf8_get_char(next);
		if (may_be_own_break(source, first) || marks_around(line, next) * 100 + 900 > measure) /* Z-12 */
			continue;
		if (g_utf8_strchr(no_start, -1, first) || g_utf8_strchr(no_end, -1, last))
			fail_msg("“%s|%s” in “%s”", line, next, about);
	}
}

static void check_edges(int measure, bool justify, const char *about)
{
	for (guint i = 0; i < type.lines->len; i++) {
		const struct set_line *line = type_line(i);
		len over = line->x + line->width - (len)((int64_t)EM * measure / 100);
		guint wide = 0;
		for (guint k = 0; k + 1 < line->spots->len; k++) {
			gunichar a = g_utf8_get_char(type_spot(i, k)->text), b = g_utf8_get_char(type_spot(i, k + 1)->text);
			wide += a >= 0x4E00 && a < 0xA000 && b >= 0x4E00 && b < 0xA000;
		}
		if (over > EM / 50 && !strstr(type_said(), "G601"))
			fail_msg("“%s” is %.2f em too long, unsaid (%s)", line->text->str, (double)over / EM, about);
		if (justify && i + 1 < type.lines->len && wide && over < -EM / 50)
			fail_msg("“%s” is %.2f em short (%s)", line->text->str, -(double)over / EM, about);
	}
}

/* Drawn by nothing, so it has no place. */
static bool is_unseen(gunichar c)
{
	return c == 0x200B || c == 0x2060;
}

/* Glyphs come in order; Han keep their own room. */
static void check_order(const char *about)
{
	for (guint i = 0; i < type.lines->len; i++)
		for (guint k = 0; k + 1 < type_line(i)->spots->len; k++) {
			const struct glyph_spot *a = type_spot(i, k), *b = type_spot(i, k + 1);
			gunichar x = g_utf8_get_char(a->text), y = g_utf8_get_char(b->text);
			bool han = x >= 0x4E00 && x < 0xA000 && y >= 0x4E00 && y < 0xA000;
			if (is_unseen(x) || is_unseen(y))
				continue;
			len least = han ? a->size - EM / 50 - EM / 50 : -a->size / 2 - b->size / 2;
			if (b->x - a->x < least)
				fail_msg("%s and %s are %.2f em apart in “%s” (%s)", a->text, b->text, (double)(b->x - a->x) / EM, type_words(i),
						 about);
		}
}

/* ---- paragraphs ---- */

static void try_paragraph(unsigned number)
{
	seed = number * 7919u + 12345u;
	int narrow = 50 + (int)below(250), measure = number % 4 == 0 ? narrow : 100 + (int)below(8) * (int)below(8) * 50;
	const char *setting = PICK(settings), *align = PICK(aligns);
	char *text = any_text(5 + below(60));
	char *attributes = g_strdup_printf("text-align='%s' %s", align, setting);
	char *about = g_strdup_printf("number %u, %.2f em, %s", number, measure / 100.0, attributes);
	bool loose = strstr(setting, "loose"), rigid = strstr(setting, "grid") || strstr(setting, "inter-word");
	type_set(measure, attributes, text);
	check_nothing_is_lost(text);
	check_order(about);
	check_edges(measure, strcmp(align, "justify") == 0 && !rigid, about);
	if (measure >= 1500 && !loose)
		check_prohibitions(measure, text, about);
	g_free(text);
	g_free(attributes);
	g_free(about);
}

static void random_paragraphs(void **state)
{
	(void)state;
	for (unsigned number = 0; number < 3000 / SPARING; number++)
		try_paragraph(number);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_paragraphs),
	};
	return type_run(tests);
}
