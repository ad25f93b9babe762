/* bidi: which way each character runs, by the Unicode Bidirectional Algorithm (UAX 9; XSL 1.1, 5.8). Paragraphs run from left to right (writing-mode
 * lr-tb); Hebrew, Arabic and their like run the other way within them. */
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include "text/text_int.h"

/* Where Unicode has, or keeps room for, characters that run to the left. */
static bool may_run_left(gunichar c)
{
	return (c >= 0x0590 && c <= 0x08FF) || c == 0x200F || c == 0x2067 || (c >= 0xFB1D && c <= 0xFDFF) ||
		   (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool runs_left(gunichar c)
{
	UCharDirection direction = may_run_left(c) ? u_charDirection((UChar32)c) : U_LEFT_TO_RIGHT;
	return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER ||
		   direction == U_RIGHT_TO_LEFT_ISOLATE;
}

static bool any_runs_left(const struct text_span *spans, const struct text_char *chars, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (runs_left(chars[i].c) || spans[chars[i].span].direction)
			return true;
	return false;
}

/* What the algorithm sees: the controls of fo:bidi-override, and nothing where a mark stands that takes no room. */
static gunichar seen(const struct text_span *spans, const struct text_char *character)
{
	gunichar direction = spans[character->span].direction;
	return direction ? direction : character->cls == TEXT_ANCHOR ? 0x200B : character->c;
}

bool text_find_levels(const struct text_span *spans, struct text_char *chars, uint32_t count)
{
	if (!any_runs_left(spans, chars, count))
		return false;
	GArray *units = g_array_sized_new(FALSE, FALSE, sizeof(UChar), count + 1);
	for (uint32_t i = 0; i < count; i++) {
		UChar pair[2];
		int32_t size = 0;
		UBool failed = FALSE;
		U16_APPEND(pair, size, 2, (UChar32)seen(spans, &chars[i]), failed);
		g_array_append_vals(units, pair, failed ? 0 : (guint)size);
	}
	UErrorCode error = U_ZERO_ERROR;
	UBiDi *bidi = ubidi_openSized((int32_t)units->len, 0, &error);
	ubidi_setPara(bidi, (const UChar *)(const void *)units->data, (int32_t)units->len, 0, NULL, &error);
	const UBiDiLevel *levels = ubidi_getLevels(bidi, &error);
	uint32_t at = 0;
	for (uint32_t i = 0; i < count && U_SUCCESS(error); i++) {
		chars[i].level = levels[at];
		at += (uint32_t)U16_LENGTH((UChar32)seen(spans, &chars[i]));
	}
	ubidi_close(bidi);
	g_array_free(units, TRUE);
	return U_SUCCESS(error);
}
