/* Inside image: a picture with its bytes. */
#ifndef GONGWEN_IMAGE_INT_H
#define GONGWEN_IMAGE_INT_H

#include <glib.h>
#include <librsvg/rsvg.h>

#include "image/image.h"

struct picture {
	struct image image; /* first: image.h hands out a pointer to it */
	struct bytes bytes; /* owned */
	RsvgHandle *svg;    /* owned; NULL for others */
};

/* ---- raster.c ---- */

/* Kind and size from the first bytes. NULL, or why the picture is refused. */
const char *image_read_png(struct image *image, const unsigned char *data, size_t size);
const char *image_read_jpeg(struct image *image, const unsigned char *data, size_t size);
bool image_is_png(const unsigned char *data, size_t size);
bool image_is_jpeg(const unsigned char *data, size_t size);
cairo_surface_t *image_draw_png(const struct picture *picture);
cairo_surface_t *image_draw_jpeg(const struct picture *picture);

/* A file that says it is larger than allowed is not decoded: a few kilobytes can ask for gigabytes. NULL, or why it is refused. */
const char *image_set_pixels(struct image *image, uint32_t width, uint32_t height);
/* Pixels to lengths by a number of pixels an inch, as a fraction. */
void image_set_size(struct image *image, int64_t dpi_numerator, int64_t dpi_denominator);
/* By a number of pixels a metre. */
void image_set_metric_size(struct image *image, uint32_t per_metre);

/* ---- headers.c ---- */

bool image_is_gif(const unsigned char *data, size_t size);
bool image_is_bmp(const unsigned char *data, size_t size);
bool image_is_tiff(const unsigned char *data, size_t size);
const char *image_read_gif(struct image *image, const unsigned char *data, size_t size);
const char *image_read_bmp(struct image *image, const unsigned char *data, size_t size);
const char *image_read_tiff(struct image *image, const unsigned char *data, size_t size);

/* ---- decoded.c ---- */

cairo_surface_t *image_draw_decoded(const struct picture *picture);

/* ---- unzip.c ---- */

bool image_is_packed(const struct bytes *bytes);
/* Replaces them by what is packed in them. NULL, or what is wrong: then they stay. */
const char *image_unzip(struct bytes *bytes);

/* ---- svg.c ---- */

const char *image_read_svg(struct picture *picture);
cairo_surface_t *image_draw_svg(const struct picture *picture);

/* ---- store.c ---- */

/* The bytes of a data: URI; false when it is none that can be read. */
bool image_read_data_uri(const char *uri, struct bytes *bytes);

#endif
