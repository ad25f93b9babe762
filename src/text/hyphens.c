/* hyphens: where words may be parted by a hyphen (Z-08): libhyphen's patterns of their language, where no line break is found in them
 * otherwise. Takes characters and their breaks; raises breaks within words to TEXT_HYPHEN. Chinese, Japanese and Korean have no hyphens. */
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define FOLDER   "/usr/share/hyphen" /* Debian: hyphen-en-us, hyphen-en-gb, hyphen-de, … */
#define WORD_MAX 60                  /* characters */
#define BYTES    (WORD_MAX * 4 + 6)

/* ---- patterns ---- */

static void close_patterns(gpointer patterns)
{
	if (patterns)
		hnj_hyphen_free(patterns);
}

GHashTable *text_hyphens_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, close_patterns);
}

static HyphenDict *load(const char *language, const char *country)
{
	char *path = country ? g_strdup_printf(FOLDER "/hyph_%s_%s.dic", language, country)
						 : g_strdup_printf(FOLDER "/hyph_%s.dic", language);
	HyphenDict *patterns = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? hnj_hyphen_load(path) : NULL;
	g_free(path);
	return patterns;
}

/* English is parted as in Britain or as in America: pages shall not depend on what else is installed. */
static HyphenDict *open_english(const char *country)
{
	static const char *const british[] = {"AU", "GB", "IE", "IN", "NZ", "ZA"};
	for (size_t i = 0; country && i < G_N_ELEMENTS(british); i++)
		if (strcmp(country, british[i]) == 0)
			return load("en", "GB");
	return load("en", "US");
}

/* Of de-CH those of Switzerland, else of German, else of the country of the same name. */
static HyphenDict *open_patterns(const char *tag)
{
	const char *dash = strchr(tag, '-'), *country = dash ? dash + 1 : NULL;
	char *language = g_strndup(tag, strcspn(tag, "-")), *home = g_ascii_strup(language, -1);
	bool english = strcmp(language, "en") == 0;
	HyphenDict *patterns = english ? open_english(country) : country ? load(language, country) : NULL;
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
static HyphenDict *patterns_of(struct text_engine *engine, const struct text_span *span, struct diag_sink *sink)
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

/* Parts of codes (A4b) are no words. */
static bool is_word(const struct text_char *chars, uint32_t count, uint32_t first, uint32_t end)
{
	bool joined = (first > 0 && (chars[first - 1].cls == TEXT_DIGIT || chars[first - 1].cls == TEXT_LETTER)) ||
				  (end < count && (chars[end].cls == TEXT_DIGIT || chars[end].cls == TEXT_LETTER || chars[end].joins));
	return !joined && end - first <= WORD_MAX;
}

/* The word in small letters, in the patterns' encoding; NULL: it cannot be written so. */
static char *spell(const HyphenDict *patterns, const struct text_char *chars, uint32_t size)
{
	char word[BYTES];
	int used = 0;
	for (uint32_t i = 0; i < size; i++)
		used += g_unichar_to_utf8(g_unichar_tolower(chars[i].c), word + used);
	return patterns->utf8 ? g_strndup(word, (gsize)used) : g_convert(word, used, patterns->cset, "UTF-8", NULL, NULL, NULL);
}

static void free_replacements(char **replaced, int *at, int *cut, uint32_t size)
{
	for (uint32_t i = 0; replaced && i < size; i++)
		free(replaced[i]);
	free(replaced);
	free(at);
	free(cut);
}

/* A place where the hyphen would change the spelling is left out. */
static void hyphenate(HyphenDict *patterns, const struct text_style *style, const struct text_char *chars, uint32_t size,
					  uint8_t *breaks)
{
	char points[BYTES] = "", **replaced = NULL, *word = spell(patterns, chars, size);
	int *at = NULL, *cut = NULL;
	if (!word || hnj_hyphen_hyphenate2(patterns, word, (int)strlen(word), points, NULL, &replaced, &at, &cut) != 0) {
		g_free(word);
		return;
	}
	for (uint32_t i = 0; i + 1 < size; i++) {
		bool parts = (points[i] & 1) && i + 1 >= style->hyphen_before && size - i - 1 >= style->hyphen_after;
		if (parts && !(replaced && replaced[i]) && breaks[i] < TEXT_HYPHEN)
			breaks[i] = TEXT_HYPHEN;
	}
	free_replacements(replaced, at, cut, (uint32_t)strlen(word));
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
	HyphenDict *patterns = NULL;
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
