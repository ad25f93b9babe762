/* Latin characters stay in the font of their face. Of a face that is not CID-keyed Cairo 1.16 makes two fonts: one of all glyphs whose
 * text is a single character of Windows' code page 1252, in a byte each, and one of the rest. The first has a symbol encoding in TrueType, which
 * ISO 19005-2, 6.2.11.6 does not allow beside WinAnsiEncoding, and its strings are not hexadecimal. So such a character is given to Cairo with a
 * sign after it, U+EFFFD, which is not assigned and in no face; then its text is no single character. The signs are taken out of
 * what Cairo wrote: its ToUnicode maps and the ActualText of its spans, both in hexadecimal UTF-16. */
#include <string.h>

#include "pdf/pdf_int.h"

#define SIGN_UTF8 "\xF3\xAF\xBF\xBD"
#define SIGN_HEX  "db7fdffd"

/* Code page 1252 ends with U+2122. */
bool pdf_latin_needs_sign(const char *character)
{
	return g_utf8_get_char(character) < 0x2200;
}

char *pdf_latin_put_sign(char *to)
{
	memcpy(to, SIGN_UTF8, PDF_LATIN_SIGN_SIZE);
	return to + PDF_LATIN_SIGN_SIZE;
}

static bool is_sign(const char *at, const char *end)
{
	return (size_t)(end - at) >= strlen(SIGN_HEX) && memcmp(at, SIGN_HEX, strlen(SIGN_HEX)) == 0;
}

void pdf_latin_settle(struct bytes *stream)
{
	const char *begin = stream->data, *end = begin + stream->size, *at = memmem(begin, stream->size, SIGN_HEX, strlen(SIGN_HEX));
	bool is_map = stream->size > 8 && memcmp(begin, "/CIDInit", 8) == 0, is_text = false;
	char *to = stream->data;

	if (!at)
		return;
	for (at = begin; at < end;) {
		if (*at == '<') /* glyphs' numbers are in such strings too */
			is_text = is_map || (end - at > 4 && memcmp(at, "<feff", 5) == 0);
		if (is_text && is_sign(at, end))
			at += strlen(SIGN_HEX);
		else
			*to++ = *at++;
	}
	stream->size = (size_t)(to - stream->data);
}
