/* faces: which face of a font's list sets each character: the first that has it; Chinese marks from the first family with Han (Z-31). */
#include <string.h>

#include "text/text_int.h"

/* Whether a face of the list has the character: one that is needed for the first time is loaded, and left out when it is broken. */
static bool has(const struct text_font *font, unsigned i, gunichar c, struct diag_sink *sink)
{
	struct text_face *face = font->choices[i].face;
	return FcCharSetHasChar(face->coverage, c) && text_face_load(font->engine, face, sink);
}

/* Characters that are drawn by nothing: no font needs to have them. */
static bool is_invisible(gunichar c)
{
	return text_is_unseen(c) || c == 0x200C || c == 0x200D || text_space_width(c, LEN_PT);
}

static bool is_selector(gunichar c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* T-05: the first face that has the variation sequence; NULL: none, and the base is chosen as if it stood alone. */
static const struct text_choice *choose_variant(const struct text_font *font, gunichar base, gunichar selector,
												struct diag_sink *sink)
{
	for (unsigned i = 0; i < font->count; i++)
		if (has(font, i, base, sink) && FT_Face_GetCharVariantIndex(font->choices[i].face->ft, base, selector))
			return &font->choices[i];
	return NULL;
}

static const struct text_choice *choose(const struct text_font *font, const struct text_char *character, struct diag_sink *sink)
{
	if (is_invisible(character->c))
		return &font->choices[0];
	for (unsigned i = character->chinese && character->cls != TEXT_HAN ? font->han : 0; i < font->count; i++)
		if (has(font, i, character->c, sink))
			return &font->choices[i];
	for (unsigned i = 0; i < font->count; i++)
		if (has(font, i, character->c, sink))
			return &font->choices[i];
	return NULL;
}

/* A letter that no face has, but whose parts one has: the shaper puts them together. */
static const struct text_choice *choose_parts(const struct text_font *font, gunichar c, struct diag_sink *sink)
{
	gunichar letter, mark;
	if (!g_unichar_decompose(c, &letter, &mark) || mark == 0)
		return NULL;
	for (unsigned i = 0; i < font->count; i++)
		if (has(font, i, letter, sink) && has(font, i, mark, sink))
			return &font->choices[i];
	return NULL;
}

/* Whether one face draws a character and the `count` that join it: by themselves, or as the composed letter that the shaper makes. */
static bool draws(const struct text_font *font, unsigned i, const struct text_char *base, uint32_t count, struct diag_sink *sink)
{
	gunichar letter = base->c;
	if (!has(font, i, letter, sink))
		return false;
	for (uint32_t k = 1; k <= count; k++) {
		gunichar mark = base[k].c, composed;
		if (g_unichar_compose(letter, mark, &composed) && has(font, i, composed, sink))
			letter = composed;
		else if (!is_selector(mark) && !is_invisible(mark) && !has(font, i, mark, sink))
			return false;
	}
	return true;
}

/* What joins the character within its span: combining marks and the like. */
static uint32_t count_joined(const struct text_char *chars, uint32_t i, uint32_t count)
{
	uint32_t joined = 0;
	while (i + joined + 1 < count && chars[i + joined + 1].joins && chars[i + joined + 1].span == chars[i].span)
		joined++;
	return joined;
}

/* A letter with its marks is set by one face, that has them all. */
static const struct text_choice *choose_for_marks(const struct text_font *font, const struct text_char *base, uint32_t joined,
												  struct diag_sink *sink)
{
	for (unsigned i = base->chinese && base->cls != TEXT_HAN ? font->han : 0; i < font->count; i++)
		if (draws(font, i, base, joined, sink))
			return &font->choices[i];
	return NULL;
}

/* A blank goes with the word before it: in a face of its own it would be a run without ink, which a PDF's text may lose. */
static const struct text_choice *choose_blank(const struct text_font *font, const struct text_char *blank,
											  const struct text_char *before)
{
	bool fits = before->choice >= font->choices && before->choice < font->choices + font->count &&
				FcCharSetHasChar(before->choice->face->coverage, blank->c);
	return fits ? before->choice : NULL;
}

/* The character at a place, or the one before the anchors that stand there. */
static const struct text_char *before_anchors(const struct text_char *chars, uint32_t i)
{
	while (i > 0 && chars[i].cls == TEXT_ANCHOR)
		i--;
	return &chars[i];
}

static void report_missing(const struct text_char *character, const struct text_span *span, struct diag_sink *sink)
{
	char shown[8] = "";
	shown[g_unichar_to_utf8(character->c, shown)] = '\0';
	diag_report(sink, DIAG_GLYPH_MISSING, span->place, "U+%04X %s", character->c, shown);
}

static void report_fallback(const struct text_font *font, const struct text_char *character, const struct text_span *span,
							struct diag_sink *sink)
{
	char shown[8] = "";
	if (character->cls != TEXT_HAN || character->choice == font->choices + font->han)
		return;
	shown[g_unichar_to_utf8(character->c, shown)] = '\0';
	diag_report(sink, DIAG_FONT_FALLBACK, span->place, "U+%04X %s: %s", character->c, shown, character->choice->face->family);
}

/* The marks that the base's face does not draw; it has not even the base when that was said already. */
static void report_missing_marks(const struct text_font *font, const struct text_char *base, uint32_t joined,
								 const struct text_span *span, struct diag_sink *sink)
{
	unsigned i = (unsigned)(base->choice - font->choices);
	for (uint32_t k = 1; k <= joined; k++)
		if (!draws(font, i, base, k, sink) && draws(font, i, base, k - 1, sink))
			report_missing(&base[k], span, sink);
}

static const struct text_choice *choose_face(const struct text_font *font, const struct text_char *chars, uint32_t i,
											 uint32_t joined, struct diag_sink *sink)
{
	const struct text_char *character = &chars[i];
	const struct text_choice *choice = NULL;
	if (joined && is_selector(chars[i + 1].c))
		choice = choose_variant(font, character->c, chars[i + 1].c, sink);
	else if (joined)
		choice = choose_for_marks(font, character, joined, sink);
	if (!choice && i > 0 && (is_invisible(character->c) || character->cls == TEXT_SPACE))
		choice = choose_blank(font, character, before_anchors(chars, i - 1));
	if (!choice)
		choice = choose(font, character, sink);
	return choice ? choice : choose_parts(font, character->c, sink);
}

void text_choose_faces(const struct text_span *spans, struct text_char *chars, uint32_t count, struct diag_sink *sink)
{
	for (uint32_t i = 0; i < count; i++) {
		struct text_char *character = &chars[i];
		if (!spans[character->span].text || character->cls == TEXT_NEWLINE)
			continue;
		const struct text_span *span = &spans[character->span];
		const struct text_font *font = span->style->font;
		if (character->joins && chars[i - 1].choice && chars[i - 1].span == character->span) {
			character->choice = chars[i - 1].choice; /* never split from its base (T-05) */
			continue;
		}
		uint32_t joined = count_joined(chars, i, count);
		character->choice = choose_face(font, chars, i, joined, sink);
		if (character->choice) {
			report_fallback(font, character, span, sink);
			report_missing_marks(font, character, joined, span, sink);
			continue;
		}
		report_missing(character, span, sink);
		character->choice = &font->choices[0]; /* its .notdef keeps the place and the text */
	}
}

PangoFont *text_choice_pango(const struct text_font *font, struct text_choice *choice)
{
	if (choice->pango)
		return choice->pango;
	PangoFontDescription *description = pango_font_description_new();
	pango_font_description_set_family(description, choice->face->family);
	unsigned style = choice->face->style & ~choice->face->synthetic; /* what the file shows by itself */
	if (style & TEXT_BOLD)
		pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD);
	if (style & TEXT_OBLIQUE)
		pango_font_description_set_style(description, PANGO_STYLE_ITALIC);
	pango_font_description_set_stretch(description, (PangoStretch)(TEXT_WIDTH_OF(style) - 1)); /* Pango counts from 0 */
	pango_font_description_set_absolute_size(description, font->size);
	choice->pango = pango_font_map_load_font(font->engine->map, font->engine->context, description);
	pango_font_description_free(description);
	return choice->pango;
}
