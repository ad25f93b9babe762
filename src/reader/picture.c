/* picture: where a picture has ink, and of what colour: the page's pixels inside the picture's box. */
#include <math.h>

#include "reader/reader_int.h"

#define DPI      200
#define SIDE_MAX 20000 /* pixels; a larger page keeps the pictures' own boxes */

/* The page's pixels, white where nothing is. NULL: it cannot be drawn. */
static cairo_surface_t *pixels_open(PopplerPage *page, int width, int height)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, DPI / 72.0, DPI / 72.0);
	poppler_page_render(page, cairo);
	bool done = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	if (done)
		return surface;
	cairo_surface_destroy(surface);
	return NULL;
}

/* Pixels found in a box. */
struct sample {
	uint64_t count, parts[3];
	int left, top, right, bottom;
	uint32_t print;
};

static void take_pixel(struct sample *sample, int x, int y, reader_color color)
{
	sample->left = sample->count ? MIN(sample->left, x) : x;
	sample->right = sample->count ? MAX(sample->right, x) : x;
	sample->top = sample->count ? MIN(sample->top, y) : y;
	sample->bottom = y;
	sample->count++;
	sample->print = reader_mix(reader_mix(sample->print, (uint32_t)x), color);
	for (int i = 0; i < 3; i++)
		sample->parts[i] += color >> (16 - 8 * i) & 0xFF;
}

static int pixel(len at, int limit)
{
	return CLAMP((int)lround(len_to_pt(at) * DPI / 72), 0, limit);
}

/* The pixels of one kind in the box: red ones only, or all that are not white. */
static struct sample sample_box(cairo_surface_t *surface, struct reader_box box, bool red)
{
	struct sample sample = {0};
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	const unsigned char *data = cairo_image_surface_get_data(surface);
	int stride = cairo_image_surface_get_stride(surface);
	for (int y = pixel(box.top, height); y < pixel(box.bottom, height); y++) {
		const uint32_t *row = (const uint32_t *)(const void *)(data + (ptrdiff_t)y * stride);
		for (int x = pixel(box.left, width); x < pixel(box.right, width); x++) {
			reader_color color = row[x] & 0xFFFFFF;
			if (red ? reader_is_red(color) : !reader_is_white(color))
				take_pixel(&sample, x, y, color);
		}
	}
	return sample;
}

static len place(int at)
{
	return len_from_pt(at * 72.0 / DPI);
}

/* A picture that is red for the most part is measured by its red pixels: black text may stand on a seal. */
static void measure(cairo_surface_t *surface, struct reader_shape *picture)
{
	struct sample all = sample_box(surface, picture->box, false), red = sample_box(surface, picture->box, true);
	const struct sample *sample = 2 * red.count > all.count ? &red : &all;
	picture->color = 0xFFFFFF;
	if (!sample->count)
		return;
	picture->color = 0;
	picture->print = sample->print;
	for (int i = 0; i < 3; i++)
		picture->color = picture->color << 8 | (reader_color)(sample->parts[i] / sample->count);
	picture->box = (struct reader_box){place(sample->left), place(sample->top), place(sample->right + 1),
									   place(sample->bottom + 1)};
}

void pictures_measure(PopplerPage *page, double width, double height, GArray *shapes)
{
	cairo_surface_t *surface = NULL;
	double columns = ceil(width * DPI / 72), rows = ceil(height * DPI / 72);
	if (columns > SIDE_MAX || rows > SIDE_MAX)
		return;
	for (guint i = 0; i < shapes->len; i++) {
		struct reader_shape *shape = &g_array_index(shapes, struct reader_shape, i);
		if (shape->kind != READER_PICTURE)
			continue;
		if (!surface && !(surface = pixels_open(page, (int)columns, (int)rows)))
			return;
		measure(surface, shape);
	}
	if (surface)
		cairo_surface_destroy(surface);
}
