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

/* ---- svg.c ---- */

const char *image_read_svg(struct picture *picture);
cairo_surface_t *image_draw_svg(const struct picture *picture);

/* ---- store.c ---- */

/* The bytes of a data: URI; false when it is none that can be read. */
bool image_read_data_uri(const char *uri, struct bytes *bytes);

#endif
