/* text: poppler's characters of a page, each with the glyph that was drawn for it: origin, ink and colour are the glyph's. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reader/reader_int.h"

#define NEAR_EDGE 0.6 /* pt between a character's edge and its glyph's origin, at the most */

/* ---- font names ---- */

/* GBK names are common in PDFs of Chinese Windows. */
static char *utf8_name(const char *name)
{
	if (g_utf8_validate(name, -1, NULL))
		return g_strdup(name);
	char *converted = g_convert(name, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
	return converted ? converted : g_utf8_make_valid(name, -1);
}

static bool has_subset_tag(const char *name)
{
	for (int i = 0; i < 6; i++)
		if (name[i] < 'A' || name[i] > 'Z')
			return false;
	return name[6] == '+';
}

static unsigned font_number(struct fonts *fonts, const char *raw, struct arena *arena)
{
	char *name = utf8_name(raw ? raw : "");
	const char *plain = has_subset_tag(name) ? name + 7 : name;
	gpointer found = g_hash_table_lookup(fonts->index, plain);
	if (!found) {
		char *kept = arena_string(arena, plain);
		g_ptr_array_add(fonts->names, kept);
		found = GUINT_TO_POINTER(fonts->names->len);
		g_hash_table_insert(fonts->index, kept, found);
	}
	g_free(name);
	return GPOINTER_TO_UINT(found) - 1;
}

/* ---- glyph and character ---- */

static int by_x(gconstpointer a, gconstpointer b)
{
	const struct glyph *one = *(struct glyph *const *)a, *other = *(struct glyph *const *)b;
	return one->x < other->x ? -1 : one->x > other->x;
}

/* The drawn glyphs in order of x. */
static GPtrArray *sort_glyphs(const struct drawing *drawing)
{
	GPtrArray *sorted = g_ptr_array_sized_new(drawing->glyphs->len);
	for (guint i = 0; i < drawing->glyphs->len; i++)
		g_ptr_array_add(sorted, &g_array_index(drawing->glyphs, struct glyph, i));
	g_ptr_array_sort(sorted, by_x);
	return sorted;
}

guint glyph_first_from(const GPtrArray *glyphs, double x)
{
	guint low = 0, high = glyphs->len;
	while (low < high) {
		guint middle = (low + high) / 2;
		if (((struct glyph *)glyphs->pdata[middle])->x < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How far an origin is from where text turned that way begins in the box; negative: not in the box. */
static double distance(const PopplerRectangle *box, enum reader_turn turn, const struct glyph *glyph)
{
	bool upright = turn == READER_UPRIGHT || turn == READER_OVER;
	bool inside = upright ? glyph->y >= box->y1 - NEAR_EDGE && glyph->y <= box->y2 + NEAR_EDGE
						  : glyph->x >= box->x1 - NEAR_EDGE && glyph->x <= box->x2 + NEAR_EDGE;
	double edge = turn == READER_UPRIGHT ? box->x1 : turn == READER_OVER ? box->x2 : turn == READER_LEFT ? box->y2 : box->y1;
	double far = fabs((upright ? glyph->x : glyph->y) - edge);
	return inside && far <= NEAR_EDGE ? far : -1;
}

/* The nearest glyph that no character has yet. */
static struct glyph *find_glyph(const GPtrArray *glyphs, const PopplerRectangle *box, enum reader_turn turn)
{
	struct glyph *best = NULL;
	double least = NEAR_EDGE;
	for (guint i = glyph_first_from(glyphs, box->x1 - NEAR_EDGE); i < glyphs->len; i++) {
		struct glyph *glyph = glyphs->pdata[i];
		if (glyph->x > box->x2 + NEAR_EDGE)
			break;
		double far = glyph->taken ? -1 : distance(box, turn, glyph);
		if (far >= 0 && far <= least) {
			best = glyph;
			least = far;
		}
	}
	return best;
}

void char_draw(struct reader_char *letter, struct glyph *glyph, enum reader_turn turn)
{
	glyph->taken = true;
	letter->x = len_from_pt(glyph->x);
	letter->y = len_from_pt(glyph->y);
	letter->ink = glyph->ink;
	letter->color = glyph->color;
	letter->turn = turn;
	letter->drawn = true;
}

static bool follows_down(const PopplerRectangle *one, const PopplerRectangle *next)
{
	return fabs(one->x1 - next->x1) <= NEAR_EDGE && fabs(one->x2 - next->x2) <= NEAR_EDGE &&
		   fabs(one->y2 - next->y1) <= NEAR_EDGE;
}

/* Text that runs down the page is turned right if it is turned at all, text that runs up left: its neighbours' edges say. */
static bool runs_down(const PopplerRectangle *boxes, unsigned count, unsigned i)
{
	return (i + 1 < count && follows_down(&boxes[i], &boxes[i + 1])) || (i > 0 && follows_down(&boxes[i - 1], &boxes[i]));
}

/* Upright text first: its neighbours' edges are other characters' ends. */
static void match(struct reader_char *chars, const PopplerRectangle *boxes, unsigned count, const struct drawing *drawing)
{
	static const enum reader_turn turns[] = {READER_UPRIGHT, READER_LEFT, READER_RIGHT, READER_OVER};
	GPtrArray *glyphs = sort_glyphs(drawing);
	for (size_t t = 0; t < G_N_ELEMENTS(turns); t++)
		for (unsigned i = 0; i < count; i++) {
			bool passed = chars[i].drawn || (turns[t] == READER_LEFT && runs_down(boxes, count, i));
			struct glyph *glyph = passed ? NULL : find_glyph(glyphs, &boxes[i], turns[t]);
			if (glyph)
				char_draw(&chars[i], glyph, turns[t]);
		}
	words_match(chars, boxes, count, glyphs);
	g_ptr_array_free(glyphs, TRUE);
}

/* ---- the page ---- */

static reader_color color_of(const PopplerColor *color)
{
	return (reader_color)(color->red >> 8) << 16 | (reader_color)(color->green >> 8) << 8 | (reader_color)(color->blue >> 8);
}

static bool is_seen(gunichar code)
{
	return code > ' ' && !g_unichar_isspace(code) && code != 0x3000;
}

static struct reader_char make_char(gunichar code, const PopplerRectangle *box, const PopplerTextAttributes *look, unsigned font)
{
	struct reader_char letter = {.code = code, .ink = reader_nothing, .font = font};
	letter.box = (struct reader_box){len_from_pt(box->x1), len_from_pt(box->y1), len_from_pt(box->x2), len_from_pt(box->y2)};
	letter.x = letter.box.left;
	letter.y = letter.box.bottom;
	letter.size = look ? len_from_pt(look->font_size) : 0;
	letter.color = look ? color_of(&look->color) : 0;
	return letter;
}

/* ---- sizes of fonts without a name (Type 3) ---- */

#define NAMELESS "Default" /* poppler's word for them */

static bool is_wide(uint32_t code)
{
	return (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF01 && code <= 0xFF60) ||
		   (code >= 0x20000 && code <= 0x3FFFF);
}

static bool same_row(const struct reader_char *a, const struct reader_char *b)
{
	return a->turn == b->turn && (a->turn == READER_LEFT || a->turn == READER_RIGHT ? a->x == b->x : a->y == b->y);
}

static len advance(const struct reader_char *letter)
{
	bool upright = letter->turn == READER_UPRIGHT || letter->turn == READER_OVER;
	return upright ? letter->box.right - letter->box.left : letter->box.bottom - letter->box.top;
}

/* Whether the characters are one word of poppler's: the first's box then ends where the second begins, not where it ends itself. */
static bool goes_on(const struct reader_char *letter, const struct reader_char *next)
{
	return same_row(letter, next) && (letter->box.right == next->box.left || letter->box.left == next->box.right ||
									  letter->box.top == next->box.bottom || letter->box.bottom == next->box.top);
}

/* The size that poppler tells of a Type 3 font is a guess at its coordinates. A wide character is as wide as its size; the last of a
 * word says how wide, tracking apart; what is not wide has its neighbour's size. */
static void settle_sizes(struct reader_char *chars, unsigned count, unsigned nameless)
{
	const struct reader_char *teller = NULL;
	for (unsigned i = count; i-- > 0;) {
		struct reader_char *letter = &chars[i];
		if (letter->font != nameless || (teller && !same_row(letter, teller)))
			teller = NULL;
		if (letter->font != nameless)
			continue;
		bool inside = teller && i + 1 < count && goes_on(letter, letter + 1) &&
					  abs(advance(letter) - teller->size) < teller->size / 5;
		if (is_wide(letter->code)) {
			letter->size = inside ? teller->size : advance(letter);
			teller = letter;
		} else if (teller) {
			letter->size = teller->size;
		}
	}
	teller = NULL;
	for (unsigned i = 0; i < count; i++) {
		if (chars[i].font != nameless || (teller && !same_row(&chars[i], teller)))
			teller = NULL;
		else if (teller && !is_wide(chars[i].code))
			chars[i].size = teller->size;
		if (chars[i].font == nameless && is_wide(chars[i].code))
			teller = &chars[i];
	}
}

/* What is drawn without a word to it is kept too: it is seen. */
static unsigned add_untold(struct reader_char *chars, unsigned count, const struct drawing *drawing)
{
	for (guint i = 0; i < drawing->glyphs->len; i++) {
		struct glyph *glyph = &g_array_index(drawing->glyphs, struct glyph, i);
		if (glyph->taken || reader_is_nothing(glyph->ink))
			continue;
		chars[count].box = glyph->ink;
		char_draw(&chars[count++], glyph, READER_UPRIGHT);
	}
	return count;
}

void text_read(PopplerPage *page, const struct drawing *drawing, struct fonts *fonts, struct arena *arena,
			   struct reader_page *out)
{
	PopplerRectangle *boxes = NULL;
	guint count = 0;
	char *text = poppler_page_get_text(page);
	if (!text || !poppler_page_get_text_layout(page, &boxes, &count)) {
		g_free(text);
		return;
	}
	GList *looks = poppler_page_get_text_attributes(page), *look = looks;
	struct reader_char *chars = ARENA_ARRAY(arena, struct reader_char, count + drawing->glyphs->len + 1);
	const char *at = text;
	unsigned kept = 0;
	for (guint i = 0; i < count && *at; i++, at = g_utf8_next_char(at)) {
		while (look && look->next && ((PopplerTextAttributes *)look->data)->end_index < (int)i)
			look = look->next;
		if (!is_seen(g_utf8_get_char(at)))
			continue;
		const PopplerTextAttributes *its = look ? look->data : NULL;
		boxes[kept] = boxes[i];
		chars[kept++] = make_char(g_utf8_get_char(at), &boxes[i], its, font_number(fonts, its ? its->font_name : NULL, arena));
	}
	match(chars, boxes, kept, drawing);
	gpointer nameless = g_hash_table_lookup(fonts->index, NAMELESS);
	if (nameless)
		settle_sizes(chars, kept, GPOINTER_TO_UINT(nameless) - 1);
	out->chars = chars;
	out->char_count = add_untold(chars, kept, drawing);
	poppler_page_free_text_attributes(looks);
	g_free(boxes);
	g_free(text);
}
