/* hyphens: where English words may be parted by a hyphen (Z-08): libhyphen's patterns, for words of ASCII letters that no line break is found in
 * otherwise. Takes characters and their breaks; raises breaks within words to TEXT_HYPHEN. */
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define PATTERNS "/usr/share/hyphen/hyph_en_US.dic" /* Debian: hyphen-en-us */
#define WORD_MAX 60

static bool is_english(const char *language)
{
	return language && g_ascii_strncasecmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

static HyphenDict *patterns_of(struct text_engine *engine, struct place place, struct diag_sink *sink)
{
	if (!engine->hyphens && !engine->hyphens_missing) {
		engine->hyphens = hnj_hyphen_load(PATTERNS);
		engine->hyphens_missing = !engine->hyphens;
		if (engine->hyphens_missing)
			diag_report(sink, DIAG_PART_MISSING, place, "%s", PATTERNS);
	}
	return engine->hyphens;
}

static bool is_letter(const struct text_char *character, unsigned span)
{
	return character->span == span && character->c < 0x80 && g_ascii_isalpha((gchar)character->c);
}

/* Names in capitals, and parts of codes (A4b), are no words. */
static bool is_word(const struct text_char *chars, uint32_t count, uint32_t first, uint32_t end)
{
	bool lower = false;
	for (uint32_t i = first; i < end; i++)
		lower |= g_ascii_islower((gchar)chars[i].c);
	bool joined = (first > 0 && (chars[first - 1].cls == TEXT_DIGIT || chars[first - 1].cls == TEXT_LETTER)) ||
				  (end < count && (chars[end].cls == TEXT_DIGIT || chars[end].cls == TEXT_LETTER || chars[end].joins));
	return lower && !joined && end - first <= WORD_MAX;
}

static void hyphenate(HyphenDict *patterns, const struct text_style *style, const struct text_char *chars, uint32_t size,
					  uint8_t *breaks)
{
	char word[WORD_MAX + 1], points[WORD_MAX + 6] = "", **replaced = NULL;
	int *at = NULL, *cut = NULL;
	for (uint32_t i = 0; i < size; i++)
		word[i] = g_ascii_tolower((gchar)chars[i].c);
	word[size] = '\0';
	if (hnj_hyphen_hyphenate2(patterns, word, (int)size, points, NULL, &replaced, &at, &cut) != 0)
		return;
	for (uint32_t i = 0; i + 1 < size; i++) {
		bool parts = (points[i] & 1) && i + 1 >= style->hyphen_before && size - i - 1 >= style->hyphen_after;
		if (parts && breaks[i] < TEXT_HYPHEN)
			breaks[i] = TEXT_HYPHEN;
	}
	for (uint32_t i = 0; replaced && i < size; i++)
		free(replaced[i]); /* English patterns change no spelling */
	free(replaced);
	free(at);
	free(cut);
}

void text_find_hyphens(struct text_engine *engine, const struct text_span *spans, const struct text_char *chars, uint32_t count,
					   uint8_t *breaks, struct diag_sink *sink)
{
	uint32_t end;
	for (uint32_t i = 0; i < count; i = MAX(end, i + 1)) {
		const struct text_span *span = &spans[chars[i].span];
		end = i;
		if (!span->style->hyphen || !span->style->wrap || !is_english(span->style->language))
			continue;
		while (end < count && is_letter(&chars[end], chars[i].span))
			end++;
		HyphenDict *patterns = end > i && is_word(chars, count, i, end) ? patterns_of(engine, span->place, sink) : NULL;
		if (patterns)
			hyphenate(patterns, span->style, &chars[i], end - i, &breaks[i]);
	}
}
