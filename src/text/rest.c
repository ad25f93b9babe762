/* rest: what a shaped glyph's width lacks of the font's own. HarfBuzz gives whole units of 1/1024 pt; over a line of some hundred letters the
 * rests add up to more than a word may lack of its place. */
#include "text/text_int.h"

int8_t text_rest_of(struct text_face *face, hb_font_t *font, uint32_t glyph)
{
	if (!face->units)
		face->units = hb_font_create(hb_font_get_face(font)); /* its scale: units of the em */
	int scale, across;
	hb_font_get_scale(font, &scale, &across);
	int64_t em = MAX(hb_face_get_upem(hb_font_get_face(font)), 1),
			exact = (int64_t)hb_font_get_glyph_h_advance(face->units, glyph) * scale;
	int64_t rest = (exact - hb_font_get_glyph_h_advance(font, glyph) * em) * TEXT_RESTS / em;
	return (int8_t)(ABS(rest) <= TEXT_RESTS / 2 ? CLAMP(rest, INT8_MIN, INT8_MAX)
												: 0); /* one that is drawn wider has the width it is drawn with */
}
