/* The floor: Cairo drawing the glyphs that layout has placed, into memory, and nothing else: no boxes, marks, structure, second pass, cut
 * faces. What gongwen's writer takes is seen against it. */
#ifndef GONGWEN_TESTS_BENCH_FLOOR_H
#define GONGWEN_TESTS_BENCH_FLOOR_H

#include <cairo-pdf.h>
#include <glib.h>

#include "area/area.h"

struct floor {
	cairo_surface_t *surface;
	cairo_t *cairo;
	GHashTable *fonts; /* struct area_text's face, size, stretch → cairo_scaled_font_t */
	GArray *glyphs;
	size_t bytes;
};

struct floor_key {
	const struct text_face *face;
	len size;
	int32_t stretch;
};

static guint floor_hash(gconstpointer data)
{
	const struct floor_key *key = data;

	return g_direct_hash(key->face) * 31 + (guint)key->size * 7 + (guint)key->stretch;
}

static gboolean floor_equal(gconstpointer a, gconstpointer b)
{
	const struct floor_key *one = a, *other = b;

	return one->face == other->face && one->size == other->size && one->stretch == other->stretch;
}

static cairo_scaled_font_t *floor_font(struct floor *floor, const struct area_text *text)
{
	const struct floor_key key = {text->face, text->size, text->stretch};
	cairo_scaled_font_t *font = g_hash_table_lookup(floor->fonts, &key);
	cairo_font_options_t *options;
	cairo_matrix_t size, place;

	if (font)
		return font;
	options = cairo_font_options_create();
	cairo_surface_get_font_options(floor->surface, options);
	cairo_matrix_init_scale(&size, len_to_pt(text->size) * text->stretch / 1000, len_to_pt(text->size));
	cairo_matrix_init_identity(&place);
	font = cairo_scaled_font_create(text_face_cairo(text->face), &size, &place, options);
	cairo_font_options_destroy(options);
	g_hash_table_insert(floor->fonts, g_memdup2(&key, sizeof key), font);
	return font;
}

static void floor_text(struct floor *floor, const struct area_text *text, len x, len y)
{
	g_array_set_size(floor->glyphs, text->glyph_count);
	for (uint32_t i = 0; i < text->glyph_count; i++)
		g_array_index(floor->glyphs, cairo_glyph_t, i) = (cairo_glyph_t){text->glyphs[i].id, len_to_pt(x + text->glyphs[i].x),
																		 len_to_pt(y + text->baseline + text->glyphs[i].y)};
	cairo_set_scaled_font(floor->cairo, floor_font(floor, text));
	cairo_show_glyphs(floor->cairo, (cairo_glyph_t *)(void *)floor->glyphs->data, (int)text->glyph_count);
}

/* Turned areas are drawn as if they were not: there are as many glyphs. */
static void floor_areas(struct floor *floor, const struct area *area, len x, len y)
{
	for (; area; area = area->next) {
		if (area->kind == AREA_TEXT)
			floor_text(floor, area->text, x + area->x, y + area->y);
		floor_areas(floor, area->first_child, x + area->x, y + area->y);
	}
}

static cairo_status_t floor_take(void *closure, const unsigned char *data, unsigned size)
{
	(void)data;
	((struct floor *)closure)->bytes += size;
	return CAIRO_STATUS_SUCCESS;
}

/* Gives the bytes that Cairo wrote; 0: it failed. */
static size_t floor_draw(const struct area_tree *tree)
{
	struct floor floor = {
		.fonts = g_hash_table_new_full(floor_hash, floor_equal, g_free, (GDestroyNotify)cairo_scaled_font_destroy),
		.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t))};
	cairo_status_t status;

	floor.surface = cairo_pdf_surface_create_for_stream(floor_take, &floor, len_to_pt(tree->first_page->width),
														len_to_pt(tree->first_page->height));
	floor.cairo = cairo_create(floor.surface);
	for (const struct area_page *page = tree->first_page; page; page = page->next) {
		cairo_pdf_surface_set_size(floor.surface, len_to_pt(page->width), len_to_pt(page->height));
		floor_areas(&floor, page->first_area, 0, 0);
		cairo_show_page(floor.cairo);
	}
	cairo_surface_finish(floor.surface);
	status = cairo_surface_status(floor.surface);
	cairo_destroy(floor.cairo);
	cairo_surface_destroy(floor.surface);
	g_hash_table_destroy(floor.fonts);
	g_array_free(floor.glyphs, TRUE);
	return status == CAIRO_STATUS_SUCCESS ? floor.bytes : 0;
}

#endif
