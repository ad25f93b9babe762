/* cases: text in capitals, in small letters, or with a capital at the start of each word, as its language has them (XSL 1.1, 7.17.6:
 * text-transform): ICU's mappings, so that Turkish i gives İ, Dutch ij IJ and Greek capitals lose their accents. */
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/ustring.h>

#include "text/text_int.h"

typedef int32_t (*map_function)(const UCaseMap *map, char *to, int32_t room, const char *from, int32_t size, UErrorCode *error);

static int32_t to_title(const UCaseMap *map, char *to, int32_t room, const char *from, int32_t size, UErrorCode *error)
{
	return ucasemap_utf8ToTitle((UCaseMap *)(uintptr_t)map, to, room, from, size, error);
}

/* Appends what the mapping makes of [text, text + size); the text itself should it fail. */
static void append_mapped(GString *out, const char *text, size_t size, const char *language, uint32_t options, map_function run)
{
	UErrorCode error = U_ZERO_ERROR;
	UCaseMap *map = ucasemap_open(language ? language : "", options, &error);
	size_t room = size * 3 + 8; /* the most that a character may become */
	char *to = g_malloc(room);
	int32_t made = U_SUCCESS(error) && room < INT32_MAX ? run(map, to, (int32_t)room, text, (int32_t)size, &error) : 0;
	if (U_SUCCESS(error) && made <= (int32_t)room)
		g_string_append_len(out, to, made);
	else
		g_string_append_len(out, text, (gssize)size);
	g_free(to);
	ucasemap_close(map);
}

static bool is_white(gunichar c)
{
	return g_unichar_isspace(c) || c == 0x200B;
}

static const char *word_end(const char *at, const char *end)
{
	while (at < end && !is_white(g_utf8_get_char(at)))
		at = g_utf8_next_char(at);
	return at;
}

static void append_capitalized(GString *out, const char *text, size_t size, const char *language, bool in_word)
{
	const uint32_t options = U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE;
	const char *end = text + size;
	for (const char *at = text, *stop; at < end; in_word = false) {
		stop = word_end(at, end);
		if (in_word)
			g_string_append_len(out, at, stop - at);
		else if (stop > at)
			append_mapped(out, at, (size_t)(stop - at), language, options, to_title);
		for (at = stop; at < end && is_white(g_utf8_get_char(at)); at = g_utf8_next_char(at))
			g_string_append_unichar(out, g_utf8_get_char(at));
	}
}

char *text_in_case(const char *text, size_t size, enum text_case to, const char *language, bool in_word)
{
	GString *out = g_string_sized_new(size);
	if (to == TEXT_CAPITALIZED)
		append_capitalized(out, text, size, language, in_word);
	else
		append_mapped(out, text, size, language, 0, to == TEXT_UPPER ? ucasemap_utf8ToUpper : ucasemap_utf8ToLower);
	return g_string_free(out, FALSE);
}

bool text_ends_in_word(const char *text, size_t size, bool in_word)
{
	for (const char *at = text + size; at > text;) {
		at = g_utf8_prev_char(at);
		if (is_white(g_utf8_get_char(at)))
			return false;
		if (g_unichar_isalnum(g_utf8_get_char(at)))
			return true;
	}
	return in_word;
}
