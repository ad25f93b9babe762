/* Pictures: drawn with Cairo so that JPEG goes into the file as it is, SVG stays drawing, and a picture used often is stored once: Cairo knows
 * its surface again, and one with pixels by its name, too. What turns out damaged is said and leaves its place empty. */
#include "pdf/pdf_int.h"

/* ---- surfaces ---- */

static void free_surface(gpointer surface)
{
	if (surface)
		cairo_surface_destroy(surface);
}

#define PIXELS_MAX ((size_t)64 << 20) /* bytes; with more, all are let go, and those that come again are decoded again */

static bool has_pixels(cairo_surface_t *surface)
{
	return surface && cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE;
}

static gboolean may_go(gpointer key, gpointer surface, gpointer data)
{
	(void)key, (void)data;
	return has_pixels(surface);
}

static void count_pixels(struct pdf_writer *writer, cairo_surface_t *surface)
{
	size_t size;

	if (!has_pixels(surface))
		return;
	size = (size_t)cairo_image_surface_get_stride(surface) * (size_t)cairo_image_surface_get_height(surface);
	if (writer->pixels + size > PIXELS_MAX) {
		g_hash_table_foreach_remove(writer->pictures, may_go, NULL);
		writer->pixels = 0;
	}
	writer->pixels += size;
}

/* By content, so that the same picture under two names is one. */
static cairo_surface_t *surface_of(struct pdf_writer *writer, const struct image *image, struct place place)
{
	gpointer found;

	if (!writer->pictures)
		writer->pictures = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_surface);
	if (!g_hash_table_lookup_extended(writer->pictures, image->key, NULL, &found)) {
		found = image_surface_new(image, place, writer->sink);
		count_pixels(writer, found);
		g_hash_table_insert(writer->pictures, (gpointer)(uintptr_t)image->key, found);
	}
	return found;
}

void pdf_close_images(struct pdf_writer *writer)
{
	if (writer->pictures)
		g_hash_table_destroy(writer->pictures);
	writer->pictures = NULL;
}

/* ---- painting ---- */

struct frame {
	double x, y, width, height;
};

static void set_source(cairo_t *cairo, cairo_surface_t *surface, const struct image *image, struct frame at, bool smooth,
					   cairo_extend_t extend)
{
	double width = image->pixel_width ? image->pixel_width : len_to_pt(image->width);
	double height = image->pixel_height ? image->pixel_height : len_to_pt(image->height);
	cairo_pattern_t *pattern = cairo_pattern_create_for_surface(surface);
	cairo_matrix_t matrix;

	cairo_matrix_init_scale(&matrix, width / at.width, height / at.height);
	cairo_matrix_translate(&matrix, -at.x, -at.y);
	cairo_pattern_set_matrix(pattern, &matrix);
	cairo_pattern_set_filter(pattern, smooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
	cairo_pattern_set_extend(pattern, extend);
	cairo_set_source(cairo, pattern);
	cairo_pattern_destroy(pattern);
}

void pdf_draw_image(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	const struct area_picture *picture = area->picture;
	cairo_t *cairo = writer->cairo;
	cairo_surface_t *surface;

	if (!picture->image || picture->width <= 0 || picture->height <= 0)
		return;
	surface = surface_of(writer, picture->image, area->place);
	if (!surface)
		return;
	cairo_save(cairo);
	if (picture->clip) {
		cairo_rectangle(cairo, len_to_pt(x), len_to_pt(y), len_to_pt(area->width), len_to_pt(area->height));
		cairo_clip(cairo);
	}
	set_source(cairo, surface, picture->image,
			   (struct frame){len_to_pt(len_add(x, picture->x)), len_to_pt(len_add(y, picture->y)), len_to_pt(picture->width),
							  len_to_pt(picture->height)},
			   picture->smooth, CAIRO_EXTEND_NONE);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

/* ---- behind areas ---- */

void pdf_draw_background(struct pdf_writer *writer, const struct area_background *background, double x, double y, double width,
						 double height)
{
	const struct image *image = background->image;
	cairo_surface_t *surface = surface_of(writer, image, (struct place){0});
	struct frame tile = {.width = len_to_pt(image->width), .height = len_to_pt(image->height)};
	bool repeats = background->repeat_x || background->repeat_y;

	if (!surface || tile.width <= 0 || tile.height <= 0 || width <= 0 || height <= 0)
		return;
	tile.x = x + len_to_pt(background->x) + (width - tile.width) * background->x_percent / 100000;
	tile.y = y + len_to_pt(background->y) + (height - tile.height) * background->y_percent / 100000;
	cairo_save(writer->cairo);
	cairo_rectangle(writer->cairo, x, y, width, height);
	cairo_clip(writer->cairo);
	set_source(writer->cairo, surface, image, tile, true, repeats ? CAIRO_EXTEND_REPEAT : CAIRO_EXTEND_NONE);
	cairo_rectangle(writer->cairo, background->repeat_x ? x : tile.x, background->repeat_y ? y : tile.y,
					background->repeat_x ? width : tile.width, background->repeat_y ? height : tile.height);
	cairo_fill(writer->cairo);
	cairo_restore(writer->cairo);
}
