/* chars: spans → characters with classes by their context. Takes UTF-8; refuses what text may not hold; marks what belongs to the
 * character before. */
#include <string.h>

#include "text/text_int.h"

#define COMBINING_MAX 64

/* Controls, non-characters, directional overrides: refused (docs: security). U+200B and joiners stay. */
static bool is_refused(gunichar c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) ||
		   (c & 0xFFFE) == 0xFFFE || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
		   c == 0x061C;
}

static bool joins_before(gunichar c)
{
	if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF))
		return true;
	GUnicodeType type = g_unichar_type(c);
	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_SPACING_MARK ||
		   c == 0x200D;
}

/* ---- context ---- */

static bool is_latin(const struct text_char *chars, uint32_t count, int64_t at)
{
	return at >= 0 && at < (int64_t)count && (chars[at].cls == TEXT_LETTER || chars[at].cls == TEXT_DIGIT);
}

/* Whether a neighbour makes an ambiguous mark Chinese: a wide character, or the paragraph's edge (Z-01). */
static bool makes_chinese(const struct text_char *chars, uint32_t count, int64_t at)
{
	if (at < 0 || at >= (int64_t)count || chars[at].cls == TEXT_NEWLINE)
		return true;
	return text_is_wide(chars[at].c) && !(chars[at].c >= 0x2014 && chars[at].c <= 0x2026);
}

static bool is_ambiguous(gunichar c)
{
	return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026 || c == 0x00B7;
}

static void settle_ambiguous(struct text_char *chars, uint32_t count, uint32_t i)
{
	struct text_char *mark = &chars[i];
	int64_t before = (int64_t)i - 1, after = (int64_t)i + 1;
	while (before >= 0 && (chars[before].c == mark->c || is_ambiguous(chars[before].c)))
		before--;
	while (after < (int64_t)count && (chars[after].c == mark->c || is_ambiguous(chars[after].c)))
		after++;
	mark->chinese = makes_chinese(chars, count, before) || makes_chinese(chars, count, after);
	if (!mark->chinese && mark->cls != TEXT_DASH && mark->cls != TEXT_ELLIPSIS)
		mark->cls = TEXT_OTHER; /* an apostrophe or quote of Latin text */
}

/* - . , : between digits or letters belong to the numeral or word (Z-07). */
static void settle_ascii(struct text_char *chars, uint32_t count, uint32_t i)
{
	struct text_char *mark = &chars[i];
	bool between = is_latin(chars, count, (int64_t)i - 1) && is_latin(chars, count, (int64_t)i + 1);
	if (mark->c == '-' && between)
		mark->cls = TEXT_CONNECTOR;
}

static void settle_context(struct text_char *chars, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (is_ambiguous(chars[i].c))
			settle_ambiguous(chars, count, i);
		else if (chars[i].c == '-')
			settle_ascii(chars, count, i);
		else
			chars[i].chinese = text_is_wide(chars[i].c);
		/* a single dash connects (2012—2015) */
		if (chars[i].c == 0x2014 && !(i && chars[i - 1].c == 0x2014) && !(i + 1 < count && chars[i + 1].c == 0x2014))
			chars[i].cls = TEXT_CONNECTOR;
	}
}

/* ---- reading ---- */

struct reading {
	struct arena *arena;
	struct diag_sink *sink;
	GString *text;
	GArray *chars;
	unsigned combining; /* in a row */
};

static void add_char(struct reading *reading, gunichar c, uint16_t span, enum text_class cls)
{
	struct text_char added = {.c = c, .offset = (uint32_t)reading->text->len, .span = span, .cls = (uint8_t)cls};
	g_string_append_unichar(reading->text, c);
	added.size = (uint8_t)(reading->text->len - added.offset);
	added.joins = reading->chars->len > 0 && joins_before(c);
	g_array_append_val(reading->chars, added);
}

static void read_text(struct reading *reading, const struct text_span *span, uint16_t number)
{
	const char *end = span->text + span->size;
	for (const char *at = span->text; at < end; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char_validated(at, end - at);
		if (c >= 0x110000) {
			diag_report(reading->sink, DIAG_TEXT_CONTROL, span->place, "byte 0x%02X", (unsigned char)*at);
			return;
		}
		reading->combining = joins_before(c) ? reading->combining + 1 : 0;
		if (is_refused(c) || reading->combining == COMBINING_MAX)
			diag_report(reading->sink, DIAG_TEXT_CONTROL, span->place, "U+%04X", c);
		else if (reading->combining < COMBINING_MAX)
			add_char(reading, c == '\t' ? ' ' : c, number, text_class_of(c));
	}
}

struct text_char *text_chars(const struct text_span *spans, unsigned count, struct arena *arena, struct diag_sink *sink,
							 char **text, uint32_t *text_size, uint32_t *char_count)
{
	struct reading reading = {
		.arena = arena, .sink = sink, .text = g_string_new(""), .chars = g_array_new(FALSE, FALSE, sizeof(struct text_char))};
	for (unsigned i = 0; i < count; i++) {
		if (spans[i].text)
			read_text(&reading, &spans[i], (uint16_t)i);
		else
			add_char(&reading, 0xFFFC, (uint16_t)i, spans[i].anchor ? TEXT_ANCHOR : spans[i].han ? TEXT_HAN : TEXT_OBJECT);
	}
	*char_count = reading.chars->len;
	*text_size = (uint32_t)reading.text->len;
	*text = arena_copy(arena, reading.text->str, reading.text->len);
	struct text_char *chars = ARENA_ARRAY(arena, struct text_char, reading.chars->len + 1);
	if (reading.chars->len)
		memcpy(chars, reading.chars->data, sizeof *chars * reading.chars->len);
	g_array_free(reading.chars, TRUE);
	g_string_free(reading.text, TRUE);
	settle_context(chars, *char_count);
	return chars;
}
