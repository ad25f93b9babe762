/* Words that say themselves (ActualText, ISO 32000-1, 14.9.4): poppler divides such a word's box evenly among its characters, wherever
 * the glyphs stand. So the glyphs in the box that no character has are its characters', in order, if there are as many. */
#include <math.h>

#include "reader/reader_int.h"

#define SAME 0.01 /* pt */

static bool goes_on(const PopplerRectangle *one, const PopplerRectangle *next)
{
	return fabs(one->y1 - next->y1) < SAME && fabs(one->y2 - next->y2) < SAME && fabs(one->x2 - next->x1) < SAME &&
		   fabs((one->x2 - one->x1) - (next->x2 - next->x1)) < SAME;
}

/* The word's glyphs, whether a character has them or not; gives how many stand for none. */
static unsigned take_glyphs(const GPtrArray *glyphs, const PopplerRectangle *first, const PopplerRectangle *last,
							GPtrArray *found)
{
	unsigned left = 0;

	g_ptr_array_set_size(found, 0);
	for (guint i = glyph_first_from(glyphs, first->x1 - SAME); i < glyphs->len; i++) {
		struct glyph *glyph = glyphs->pdata[i];

		if (glyph->x > last->x2)
			break;
		if (glyph->y < first->y1 || glyph->y > first->y2)
			continue;
		g_ptr_array_add(found, glyph);
		left += !glyph->taken;
	}
	return left;
}

/* All glyphs advance alike: as far as the last does, which ends with the box. */
static void place(struct reader_char *chars, unsigned count, const GPtrArray *found, double right)
{
	double advance = right - ((const struct glyph *)found->pdata[count - 1])->x;

	for (unsigned i = 0; i < count; i++) {
		struct glyph *glyph = found->pdata[i];

		if (!chars[i].drawn)
			char_draw(&chars[i], glyph, READER_UPRIGHT);
		chars[i].box.left = len_from_pt(glyph->x);
		chars[i].box.right = len_from_pt(glyph->x + advance);
	}
}

void words_match(struct reader_char *chars, const PopplerRectangle *boxes, unsigned count, const GPtrArray *glyphs)
{
	GPtrArray *found = g_ptr_array_new();

	for (unsigned i = 0, end; i < count; i = end) {
		unsigned without = 0;

		for (end = i; end == i || (end < count && goes_on(&boxes[end - 1], &boxes[end])); end++)
			without += !chars[end].drawn;
		if (end - i > 1 && without && take_glyphs(glyphs, &boxes[i], &boxes[end - 1], found) == without && found->len == end - i)
			place(chars + i, end - i, found, boxes[end - 1].x2);
	}
	g_ptr_array_free(found, TRUE);
}
