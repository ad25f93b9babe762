/* raster: PNG (ISO 15948) and JPEG (ISO 10918-1, JFIF): size, resolution and soundness from their headers, and their Cairo surfaces. */
#include <string.h>

#include "image/image_int.h"

static uint32_t big_endian(const unsigned char *at, unsigned bytes)
{
	uint32_t value = 0;
	for (unsigned i = 0; i < bytes; i++)
		value = value << 8 | at[i];
	return value;
}

const char *image_set_pixels(struct image *image, uint32_t width, uint32_t height)
{
	if (width == 0 || height == 0)
		return "it has no pixels";
	if (width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX || (uint64_t)width * height > IMAGE_PIXELS_MAX)
		return "it has more pixels than allowed";
	image->pixel_width = (int)width;
	image->pixel_height = (int)height;
	return NULL;
}

void image_set_size(struct image *image, int64_t dpi_numerator, int64_t dpi_denominator)
{
	image->width = len_scale(image->pixel_width, 72 * LEN_PT * dpi_denominator, dpi_numerator);
	image->height = len_scale(image->pixel_height, 72 * LEN_PT * dpi_denominator, dpi_numerator);
}

/* ---- PNG ---- */

static const unsigned char png_signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

bool image_is_png(const unsigned char *data, size_t size)
{
	return size >= sizeof png_signature && memcmp(data, png_signature, sizeof png_signature) == 0;
}

/* Pixels a metre. Whole numbers of an inch are meant where one rounds to what is written: 3780 is 96 dpi. */
void image_set_metric_size(struct image *image, uint32_t per_metre)
{
	int64_t inch = ((int64_t)per_metre * 254 + 5000) / 10000, back = (inch * 10000 + 127) / 254;
	if (inch > 0 && back == per_metre)
		image_set_size(image, inch, 1);
	else
		image_set_size(image, (int64_t)per_metre * 254, 10000);
}

static void read_png_chunk(struct image *image, const unsigned char *chunk, uint32_t length)
{
	if (memcmp(chunk + 4, "pHYs", 4) != 0 || length != 9 || chunk[16] != 1)
		return;
	uint32_t across = big_endian(chunk + 8, 4), down = big_endian(chunk + 12, 4);
	if (across > 0 && across == down)
		image_set_metric_size(image, across);
}

const char *image_read_png(struct image *image, const unsigned char *data, size_t size)
{
	image->kind = IMAGE_PNG;
	if (size < 33 || memcmp(data + 12, "IHDR", 4) != 0)
		return "it is cut short";
	const char *wrong = image_set_pixels(image, big_endian(data + 16, 4), big_endian(data + 20, 4));
	if (wrong)
		return wrong;
	image_set_size(image, IMAGE_DPI, 1);
	for (size_t at = 8; size - at >= 12;) {
		uint32_t length = big_endian(data + at, 4);
		if (length > size - at - 12)
			break;
		if (memcmp(data + at + 4, "IEND", 4) == 0)
			return NULL;
		read_png_chunk(image, data + at, length);
		at += 12 + (size_t)length;
	}
	return "it is cut short";
}

struct reading {
	const struct bytes *bytes;
	size_t at;
};

static cairo_status_t read_some(void *closure, unsigned char *data, unsigned length)
{
	struct reading *reading = closure;
	if (length > reading->bytes->size - reading->at)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, reading->bytes->data + reading->at, length);
	reading->at += length;
	return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *image_draw_png(const struct picture *picture)
{
	struct reading reading = {.bytes = &picture->bytes};
	return cairo_image_surface_create_from_png_stream(read_some, &reading);
}

/* ---- JPEG ---- */

bool image_is_jpeg(const unsigned char *data, size_t size)
{
	return size >= 4 && data[0] == 0xFF && data[1] == 0xD8 && data[2] == 0xFF;
}

static bool is_frame_header(unsigned char marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* SOFn: precision, height, width, number of components. */
static const char *read_frame(struct image *image, const unsigned char *segment, uint32_t length)
{
	if (length < 8)
		return "its frame is damaged";
	if (segment[2] != 8)
		return "it has not 8 bits a component";
	if (segment[7] != 1 && segment[7] != 3 && segment[7] != 4)
		return "it is neither grey, RGB nor CMYK";
	if (segment[7] == 4)
		image->kind = IMAGE_CMYK;
	return image_set_pixels(image, big_endian(segment + 5, 2), big_endian(segment + 3, 2));
}

/* JFIF's density: dots an inch or a centimetre. */
static void read_density(const unsigned char *segment, uint32_t length, int64_t dpi[2])
{
	if (length < 14 || memcmp(segment + 2, "JFIF", 5) != 0)
		return;
	uint32_t across = big_endian(segment + 10, 2), down = big_endian(segment + 12, 2);
	if (across == 0 || across != down || (segment[9] != 1 && segment[9] != 2))
		return;
	dpi[0] = segment[9] == 1 ? across : (int64_t)across * 254;
	dpi[1] = segment[9] == 1 ? 1 : 100;
}

const char *image_read_jpeg(struct image *image, const unsigned char *data, size_t size)
{
	int64_t dpi[2] = {IMAGE_DPI, 1};
	image->kind = IMAGE_JPEG;
	for (size_t at = 2; size - at >= 4;) {
		unsigned char marker = data[at + 1];
		if (data[at] != 0xFF)
			return "its segments are damaged";
		if (marker == 0xFF) { /* fill byte */
			at++;
			continue;
		}
		uint32_t length = big_endian(data + at + 2, 2);
		if (length < 2 || length > size - at - 2)
			break;
		const char *wrong = is_frame_header(marker) ? read_frame(image, data + at + 2, length) : NULL;
		if (wrong)
			return wrong;
		if (marker == 0xE0)
			read_density(data + at + 2, length, dpi);
		at += 2 + (size_t)length;
		if (marker != 0xDA) /* start of scan */
			continue;
		if (image->pixel_width == 0)
			return "it has no frame";
		image_set_size(image, dpi[0], dpi[1]);
		return memmem(data + at, size - at, "\xFF\xD9", 2) ? NULL : "it is cut short";
	}
	return "it is cut short";
}

/* Cairo puts the file's own bytes into the PDF: the pixels of this surface are never looked at. */
cairo_surface_t *image_draw_jpeg(const struct picture *picture)
{
	const struct image *image = &picture->image;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, image->pixel_width, image->pixel_height);
	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
		cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)picture->bytes.data,
									picture->bytes.size, NULL, NULL);
	return surface;
}
