/* hyphens: where words may be parted by a hyphen (Z-08): libhyphen's patterns of their language, where no line break is found in them
 * otherwise. Takes characters and their breaks; raises breaks within words to TEXT_HYPHEN. Chinese, Japanese and Korean have no hyphens. */
#include <string.h>

#include "text/text_int.h"

#define FOLDER   "/usr/share/hyphen" /* Debian: hyphen-en-us, hyphen-en-gb, hyphen-de, … */
#define WORD_MAX 250                 /* characters */
#define BYTES    (WORD_MAX * 4 + 6)

/* ---- patterns ---- */

GHashTable *text_hyphens_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, text_patterns_close);
}

static struct text_patterns *load(const char *language, const char *country)
{
	char *path = country ? g_strdup_printf(FOLDER "/hyph_%s_%s.dic", language, country)
						 : g_strdup_printf(FOLDER "/hyph_%s.dic", language);
	struct text_patterns *patterns = text_patterns_open(path);
	g_free(path);
	return patterns;
}

/* English is parted as in Britain or as in America: pages shall not depend on what else is installed. */
static struct text_patterns *open_english(const char *country)
{
	static const char *const british[] = {"AU", "GB", "IE", "IN", "NZ", "ZA"};
	for (size_t i = 0; country && i < G_N_ELEMENTS(british); i++)
		if (strcmp(country, british[i]) == 0)
			return load("en", "GB");
	return load("en", "US");
}

/* Of de-CH those of Switzerland, else of German, else of the country of the same name. */
static struct text_patterns *open_patterns(const char *tag)
{
	const char *dash = strchr(tag, '-'), *country = dash ? dash + 1 : NULL;
	char *language = g_strndup(tag, strcspn(tag, "-")), *home = g_ascii_strup(language, -1);
	bool english = strcmp(language, "en") == 0;
	struct text_patterns *patterns = english ? open_english(country) : country ? load(language, country) : NULL;
	if (!patterns && !english)
		patterns = load(language, NULL);
	if (!patterns && !english)
		patterns = load(language, home);
	g_free(language);
	g_free(home);
	return patterns;
}

/* Letters only: it becomes part of a file's name. */
static bool is_name(const char *part)
{
	for (const char *at = part; *at; at++)
		if (!g_ascii_isalnum(*at))
			return false;
	return *part != '\0' && strlen(part) < 10;
}

/* "de" or "de-CH"; NULL: nothing that could have patterns. A language may come with its script and country. g_free() it. */
static char *tag_of(const struct text_style *style)
{
	char **parts = g_strsplit_set(style->language, "-_", 4), *tag = NULL;
	const char *country = style->country && *style->country ? style->country : NULL;
	for (guint i = 1; !country && parts[0] && parts[i]; i++)
		country = strlen(parts[i]) == 2 ? parts[i] : NULL;
	if (parts[0] && is_name(parts[0])) {
		char *small = g_ascii_strdown(parts[0], -1), *large = country && is_name(country) ? g_ascii_strup(country, -1) : NULL;
		tag = g_strjoin("-", small, large, NULL);
		g_free(small);
		g_free(large);
	}
	g_strfreev(parts);
	return tag;
}

/* NULL after a report when there are none. */
static struct text_patterns *patterns_of(struct text_engine *engine, const struct text_span *span, struct diag_sink *sink)
{
	char *tag = tag_of(span->style);
	gpointer patterns = NULL;
	if (tag && !g_hash_table_lookup_extended(engine->hyphens, tag, NULL, &patterns)) {
		patterns = open_patterns(tag);
		g_hash_table_insert(engine->hyphens, g_strdup(tag), patterns);
	}
	if (!patterns)
		diag_report(sink, DIAG_NO_HYPHENS, span->place, "%.20s", tag ? tag : span->style->language);
	g_free(tag);
	return patterns;
}

/* ---- words ---- */

static bool is_letter(const struct text_char *character, unsigned span)
{
	return character->span == span && g_unichar_isalpha(character->c) && !text_is_wide(character->c);
}

/* A letter or digit beside the word that is not parted from it. */
static bool touches(const struct text_char *character)
{
	return character->cls == TEXT_DIGIT || character->cls == TEXT_LETTER;
}

/* Parts of codes (A4b) are no words; one with digits after it alone is (the mark of its note, say), as in FOP. */
static bool is_word(const struct text_char *chars, uint32_t count, uint32_t first, uint32_t end)
{
	uint32_t after = end;
	while (after < count && chars[after].cls == TEXT_DIGIT)
		after++;
	bool joined = (first > 0 && touches(&chars[first - 1])) || (after < count && (touches(&chars[after]) || chars[after].joins));
	return !joined && end - first <= WORD_MAX;
}

/* The word in small letters, in the patterns' encoding; NULL: it cannot be written so. */
static char *spell(const struct text_patterns *patterns, const struct text_char *chars, uint32_t size)
{
	char word[BYTES];
	int used = 0;
	for (uint32_t i = 0; i < size; i++)
		used += g_unichar_to_utf8(g_unichar_tolower(chars[i].c), word + used);
	const char *encoding = text_patterns_encoding(patterns);
	return encoding ? g_convert(word, used, encoding, "UTF-8", NULL, NULL, NULL) : g_strndup(word, (gsize)used);
}

static void hyphenate(struct text_patterns *patterns, const struct text_style *style, const struct text_char *chars,
					  uint32_t size, uint8_t *breaks)
{
	char *word = spell(patterns, chars, size);
	const char *points = word ? text_patterns_points(patterns, word) : NULL;
	for (uint32_t i = 0; points && i + 1 < size; i++) {
		bool parts = (points[i] & 1) && i + 1 >= style->hyphen_before && size - i - 1 >= style->hyphen_after;
		if (parts && breaks[i] < TEXT_HYPHEN)
			breaks[i] = TEXT_HYPHEN;
	}
	g_free(word);
}

static bool has_hyphens(const struct text_style *style)
{
	return style->hyphen && style->hyphen_before && style->wrap && style->language && *style->language &&
		   !text_is_chinese(style->language);
}

void text_find_hyphens(struct text_engine *engine, const struct text_span *spans, const struct text_char *chars, uint32_t count,
					   uint8_t *breaks, struct diag_sink *sink)
{
	const struct text_span *known = NULL; /* the span whose patterns these are */
	struct text_patterns *patterns = NULL;
	uint32_t end;
	for (uint32_t i = 0; i < count; i = MAX(end, i + 1)) {
		const struct text_span *span = &spans[chars[i].span];
		end = i;
		if (!has_hyphens(span->style))
			continue;
		while (end < count && is_letter(&chars[end], chars[i].span))
			end++;
		if (end == i || !is_word(chars, count, i, end))
			continue;
		if (span != known)
			patterns = patterns_of(engine, span, sink);
		known = span;
		if (patterns)
			hyphenate(patterns, span->style, &chars[i], end - i, &breaks[i]);
	}
}
