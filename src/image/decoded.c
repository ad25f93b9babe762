/* decoded: pictures whose pixels gdk-pixbuf decodes: GIF (its first picture), BMP, TIFF (its first page) and JPEG of four inks. The library and
 * its decoders are there wherever librsvg is, and are loaded at the first such picture. */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "image/image_int.h"

static struct late_library pixbuf = {.name = "libgdk_pixbuf-2.0.so.0"};

LATE_FUNCTION(pixbuf, GdkPixbufLoader *, gdk_pixbuf_loader_new_with_type, (const char *type, GError **error), (type, error))
LATE_FUNCTION(pixbuf, gboolean, gdk_pixbuf_loader_write,
			  (GdkPixbufLoader * loader, const guchar *data, gsize size, GError **error), (loader, data, size, error))
LATE_FUNCTION(pixbuf, gboolean, gdk_pixbuf_loader_close, (GdkPixbufLoader * loader, GError **error), (loader, error))
LATE_FUNCTION(pixbuf, GdkPixbuf *, gdk_pixbuf_loader_get_pixbuf, (GdkPixbufLoader * loader), (loader))
LATE_FUNCTION(pixbuf, int, gdk_pixbuf_get_width, (const GdkPixbuf *picture), (picture))
LATE_FUNCTION(pixbuf, int, gdk_pixbuf_get_height, (const GdkPixbuf *picture), (picture))
LATE_FUNCTION(pixbuf, int, gdk_pixbuf_get_rowstride, (const GdkPixbuf *picture), (picture))
LATE_FUNCTION(pixbuf, int, gdk_pixbuf_get_n_channels, (const GdkPixbuf *picture), (picture))
LATE_FUNCTION(pixbuf, const guint8 *, gdk_pixbuf_read_pixels, (const GdkPixbuf *picture), (picture))

/* A whole picture; damaged ones give none, though some of it could be shown. */
static GdkPixbuf *decode(const struct picture *picture)
{
	static const char *const types[] = {[IMAGE_GIF] = "gif", [IMAGE_BMP] = "bmp", [IMAGE_TIFF] = "tiff", [IMAGE_CMYK] = "jpeg"};
	GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type(types[picture->image.kind], NULL);
	if (!loader)
		return NULL;
	bool whole = gdk_pixbuf_loader_write(loader, (const guchar *)picture->bytes.data, picture->bytes.size, NULL);
	whole &= (bool)gdk_pixbuf_loader_close(loader, NULL);
	GdkPixbuf *decoded = whole ? gdk_pixbuf_loader_get_pixbuf(loader) : NULL;
	if (decoded)
		g_object_ref(decoded);
	g_object_unref(loader);
	return decoded;
}

static uint32_t premultiplied(const guint8 *pixel, int channels)
{
	uint32_t alpha = channels == 4 ? pixel[3] : 255, color = alpha << 24;
	for (int i = 0; i < 3; i++)
		color |= ((uint32_t)pixel[i] * alpha + 127) / 255 << (16 - 8 * i);
	return color;
}

cairo_surface_t *image_draw_decoded(const struct picture *picture)
{
	const struct image *image = &picture->image;
	GdkPixbuf *decoded = decode(picture);
	if (!decoded || gdk_pixbuf_get_width(decoded) != image->pixel_width ||
		gdk_pixbuf_get_height(decoded) != image->pixel_height) {
		g_clear_object(&decoded);
		return NULL;
	}
	int channels = gdk_pixbuf_get_n_channels(decoded), stride = gdk_pixbuf_get_rowstride(decoded);
	const guint8 *pixels = gdk_pixbuf_read_pixels(decoded);
	cairo_surface_t *surface = cairo_image_surface_create(channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
														  image->pixel_width, image->pixel_height);
	unsigned char *rows = cairo_image_surface_get_data(surface);
	for (int y = 0; rows && y < image->pixel_height; y++) {
		uint32_t *row = (uint32_t *)(void *)(rows + (size_t)y * (size_t)cairo_image_surface_get_stride(surface));
		for (int x = 0; x < image->pixel_width; x++)
			row[x] = premultiplied(pixels + (size_t)y * (size_t)stride + (size_t)(x * channels), channels);
	}
	cairo_surface_mark_dirty(surface);
	g_object_unref(decoded);
	return surface;
}
