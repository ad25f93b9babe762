/* image: pictures of a document: bytes → kind and size, then what Cairo draws. PNG, JPEG, GIF, BMP, TIFF and SVG; nothing is decoded before
 * its header was looked at (docs/formatter.md, "Pictures"). Files come through the document's gate only; SVG is read from memory and refers to
 * nothing outside itself. */
#ifndef GONGWEN_IMAGE_H
#define GONGWEN_IMAGE_H

#include <cairo.h>

#include "base/base.h"

/* One pixel without a resolution of its own, and SVG's px: 1/72 in, as FOP's source resolution. */
#define IMAGE_DPI 72

/* What is larger is refused unread. */
#define IMAGE_BYTES_MAX  (64u << 20)
#define IMAGE_SIDE_MAX   8000
#define IMAGE_PIXELS_MAX 40000000

/* IMAGE_CMYK: a JPEG of four inks, which becomes RGB: the PDF has one colour space. */
enum image_kind { IMAGE_PNG, IMAGE_JPEG, IMAGE_CMYK, IMAGE_GIF, IMAGE_BMP, IMAGE_TIFF, IMAGE_SVG };

struct image {
	enum image_kind kind;
	const char *name;              /* as messages name it; data: URIs are cut short */
	const char *key;               /* of the content: equal bytes, equal key */
	int pixel_width, pixel_height; /* of SVG 0 */
	len width, height;             /* the size it has by itself: pixels at the file's resolution, SVG's width and height */
};

/* The pictures of one input, each read once. */
struct image_store;

/* base: the path of the input, from which relative names count. gate NULL: no file may be read. Both are borrowed. */
struct image_store *image_store_open(struct gate *gate, const char *base);
void image_store_close(struct image_store *store); /* NULL is allowed */

/* A file's name or a data: URI. NULL when it cannot be used, which is said each time. */
const struct image *image_find(struct image_store *store, const char *href, struct place place, struct diag_sink *sink);
/* SVG that stands in the input itself. */
const struct image *image_find_svg(struct image_store *store, const char *svg, size_t size, struct place place,
								   struct diag_sink *sink);

/* What Cairo paints: an image surface of pixel_width × pixel_height, which Cairo knows again by the key, for SVG a recording of its
 * drawing, width × height in pt. NULL when the bytes turn out damaged, which is said. cairo_surface_destroy() it. */
cairo_surface_t *image_surface_new(const struct image *image, struct place place, struct diag_sink *sink);

#endif
