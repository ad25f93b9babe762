/* chars: spans → characters with classes by their context. Takes UTF-8; refuses what text may not hold; marks what belongs to the
 * character before. */
#include <string.h>

#include "text/text_int.h"

#define COMBINING_MAX 64

/* Marks of direction, and isolates: they belong to text of scripts that run both ways. */
static bool is_direction(gunichar c)
{
	return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x2066 && c <= 0x2069);
}

bool text_is_unseen(gunichar c)
{
	return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || is_direction(c);
}

/* Controls, non-characters, directional embeddings and overrides: refused (docs: security), as are all controls of direction in Chinese, which has
 * no use for them but to say other than it seems to. U+200B and joiners stay. */
static bool is_refused(gunichar c, const char *language)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) ||
		   (c & 0xFFFE) == 0xFFFE || (c >= 0x202A && c <= 0x202E) || (is_direction(c) && text_is_chinese(language));
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

/* Marks that Chinese and Latin share: full-width in the one, narrow in the other. */
static bool is_ambiguous(gunichar c)
{
	return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026 || c == 0x00B7 || c == 0x2013 ||
		   c == 0x2010 || c == '/';
}

/* Whether the character makes an ambiguous mark next to it Chinese: a wide one, a line feed or an object (as the paragraph's edge). */
static bool makes_chinese(const struct text_char *character)
{
	return character->cls == TEXT_NEWLINE || character->cls == TEXT_OBJECT || text_is_wide(character->c);
}

/* Z-01: a mark next to a wide character or the edge is Chinese; other ambiguous marks between do not count. One way through the text. */
static void look_past(struct text_char *chars, uint32_t count, bool backwards)
{
	bool chinese = true;
	for (uint32_t k = 0; k < count; k++) {
		struct text_char *at = &chars[backwards ? count - 1 - k : k];
		if (is_ambiguous(at->c))
			at->chinese |= chinese;
		else if (at->cls != TEXT_ANCHOR)
			chinese = makes_chinese(at);
	}
}

/* The other half of a pair of quotation marks of which one is Chinese. An apostrophe within a word has none. */
static void match_quotes(struct text_char *chars, uint32_t count, gunichar opening, gunichar closing)
{
	int64_t open = -1;
	for (uint32_t i = 0; i < count; i++) {
		bool apostrophe = is_latin(chars, count, (int64_t)i - 1) && is_latin(chars, count, (int64_t)i + 1);
		if (chars[i].c == opening) {
			open = i;
		} else if (chars[i].c == closing && open >= 0 && !apostrophe) {
			chars[i].chinese = chars[open].chinese = chars[i].chinese || chars[open].chinese;
			open = -1;
		} else if (chars[i].cls == TEXT_NEWLINE) {
			open = -1;
		}
	}
}

bool text_is_chinese(const char *language)
{
	static const char *const wide[] = {"zh", "chi", "zho", "ja", "jpn", "ko", "kor"};
	for (size_t i = 0; language && i < G_N_ELEMENTS(wide); i++) {
		size_t size = strlen(wide[i]);
		if (g_ascii_strncasecmp(language, wide[i], size) == 0 &&
			(!language[size] || language[size] == '-' || language[size] == '_'))
			return true;
	}
	return false;
}

/* Text of which nothing is said has full-width quotes when there is a wide character in its paragraph. */
static bool has_wide_quotes(const char *language, bool wide)
{
	return language && *language ? text_is_chinese(language) : wide;
}

static bool has_wide(const struct text_char *chars, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (!is_ambiguous(chars[i].c) && text_is_wide(chars[i].c))
			return true;
	return false;
}

static void settle(const struct text_span *spans, struct text_char *chars, uint32_t count, uint32_t i, bool wide)
{
	struct text_char *mark = &chars[i];
	bool shared = is_ambiguous(mark->c), hyphen = mark->c == '-',
		 foreign = !has_wide_quotes(spans[mark->span].style->language, wide);
	bool run = (i && chars[i - 1].c == mark->c) || (i + 1 < count && chars[i + 1].c == mark->c);
	if (!shared)
		mark->chinese = text_is_wide(mark->c);
	else if (foreign)
		mark->chinese = false;
	if (mark->c == 0x2014 && !run)
		mark->cls = TEXT_CONNECTOR; /* a single dash connects (2012—2015) */
	bool latin_mark = mark->cls == TEXT_OPENING || mark->cls == TEXT_CLOSING || mark->cls == TEXT_INTERPUNCT;
	bool latin_run = foreign && (mark->cls == TEXT_DASH || mark->cls == TEXT_ELLIPSIS);
	if (shared && !mark->chinese && (latin_mark || latin_run))
		mark->cls = TEXT_OTHER; /* an apostrophe or quote of Latin text, or its dashes */
	if (hyphen && is_latin(chars, count, (int64_t)i - 1) && is_latin(chars, count, (int64_t)i + 1))
		mark->cls = TEXT_CONNECTOR;
}

static void settle_context(const struct text_span *spans, struct text_char *chars, uint32_t count)
{
	look_past(chars, count, false);
	look_past(chars, count, true);
	match_quotes(chars, count, 0x201C, 0x201D);
	match_quotes(chars, count, 0x2018, 0x2019);
	bool wide = has_wide(chars, count);
	for (uint32_t i = 0; i < count; i++)
		settle(spans, chars, count, i, wide);
}

/* ---- reading ---- */

struct reading {
	struct diag_sink *sink;
	GString *text;
	GArray *chars;
	unsigned combining; /* in a row */
};

static void add_char(struct reading *reading, gunichar c, uint32_t span, enum text_class cls)
{
	struct text_char added = {.c = c, .offset = (uint32_t)reading->text->len, .span = span, .cls = (uint8_t)cls};
	g_string_append_unichar(reading->text, c);
	added.size = (uint8_t)(reading->text->len - added.offset);
	added.joins = reading->chars->len > 0 && joins_before(c);
	g_array_append_val(reading->chars, added);
}

static void read_text(struct reading *reading, const struct text_span *span, uint32_t number)
{
	const char *end = span->text + span->size;
	for (const char *at = span->text; at < end; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char_validated(at, end - at);
		if (c >= 0x110000) {
			diag_report_words(reading->sink, DIAG_TEXT_CONTROL, span->place, "byte 0x%02X", "字节 0x%02X", (unsigned char)*at);
			return;
		}
		reading->combining = joins_before(c) ? reading->combining + 1 : 0;
		if (is_refused(c, span->style->language) || reading->combining == COMBINING_MAX)
			diag_report(reading->sink, DIAG_TEXT_CONTROL, span->place, "U+%04X", c);
		else if (reading->combining < COMBINING_MAX)
			add_char(reading, c == '\t' ? ' ' : c, number, text_class_of(c));
	}
}

struct text_char *text_chars(const struct text_span *spans, unsigned count, struct arena *arena, struct diag_sink *sink,
							 char **text, uint32_t *text_size, uint32_t *char_count)
{
	struct reading reading = {
		.sink = sink, .text = g_string_new(""), .chars = g_array_new(FALSE, FALSE, sizeof(struct text_char))};
	for (unsigned i = 0; i < count; i++) {
		if (spans[i].text)
			read_text(&reading, &spans[i], i);
		else
			add_char(&reading, 0xFFFC, i, spans[i].anchor ? TEXT_ANCHOR : spans[i].han ? TEXT_HAN : TEXT_OBJECT);
	}
	*char_count = reading.chars->len;
	*text_size = (uint32_t)reading.text->len;
	*text = arena_copy(arena, reading.text->str, reading.text->len);
	struct text_char *chars = ARENA_ARRAY(arena, struct text_char, reading.chars->len + 1);
	if (reading.chars->len)
		memcpy(chars, reading.chars->data, sizeof *chars * reading.chars->len);
	g_array_free(reading.chars, TRUE);
	g_string_free(reading.text, TRUE);
	settle_context(spans, chars, *char_count);
	return chars;
}
