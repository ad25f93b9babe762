/* Words that are spread over a width (均排, Z-56), such as the two characters of 案由 in a column of five: readers take characters so far
 * apart for words of their own, and neither find nor say the whole one. So it gets an ActualText (ISO 32000-1, 14.9.4). */
#include "pdf/pdf_int.h"

/* Full-width characters, a glyph each, all of them half an em or more apart. */
static bool is_spread(const struct area_text *text)
{
	const char *at = text->text, *end = at + text->text_size;
	int64_t advance = (int64_t)text->size * text->stretch / 1000;

	if (text->glyph_count < 2 || text->glyph_count != text->cluster_count)
		return false;
	for (uint32_t i = 0; i < text->glyph_count; i++) {
		if (at >= end || !g_unichar_iswide(g_utf8_get_char(at)) || g_unichar_isspace(g_utf8_get_char(at)) ||
			text->clusters[i].glyph_count != 1)
			return false;
		if (i && text->glyphs[i].x - text->glyphs[i - 1].x < advance + advance / 2)
			return false;
		at += text->clusters[i].text_size;
	}
	return true;
}

void pdf_note_word(struct pdf_writer *writer, const struct area_text *text)
{
	struct pdf_word word = {writer->leaf, NULL};

	if (!is_spread(text))
		return;
	word.text = arena_copy(writer->arena, text->text, text->text_size);
	g_array_append_val(writer->sheet->words, word);
}
