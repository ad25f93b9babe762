/* headers: size and resolution of GIF (89a), BMP (OS/2 and Windows) and TIFF (6.0) files, read from their own first structures. */
#include <string.h>

#include "image/image_int.h"

/* A number of 2 or 4 bytes. */
static uint32_t number(const unsigned char *at, unsigned bytes, bool big)
{
	uint32_t value = 0;
	for (unsigned i = 0; i < bytes; i++)
		value |= (uint32_t)at[i] << 8 * (big ? bytes - 1 - i : i);
	return value;
}

/* ---- GIF ---- */

bool image_is_gif(const unsigned char *data, size_t size)
{
	return size >= 6 && (memcmp(data, "GIF87a", 6) == 0 || memcmp(data, "GIF89a", 6) == 0);
}

const char *image_read_gif(struct image *image, const unsigned char *data, size_t size)
{
	image->kind = IMAGE_GIF;
	while (size > 0 && data[size - 1] == 0) /* padding */
		size--;
	if (size < 13 || data[size - 1] != 0x3B) /* the trailer */
		return "it is cut short";
	const char *wrong = image_set_pixels(image, number(data + 6, 2, false), number(data + 8, 2, false));
	if (!wrong)
		image_set_size(image, IMAGE_DPI, 1);
	return wrong;
}

/* ---- BMP ---- */

bool image_is_bmp(const unsigned char *data, size_t size)
{
	return size >= 18 && memcmp(data, "BM", 2) == 0 && number(data + 14, 4, false) >= 12 && number(data + 14, 4, false) <= 124;
}

const char *image_read_bmp(struct image *image, const unsigned char *data, size_t size)
{
	image->kind = IMAGE_BMP;
	uint32_t header = number(data + 14, 4, false);
	bool old = header == 12;
	if (size < 26 || (!old && size < 14 + 40) || number(data + 2, 4, false) > size)
		return "it is cut short";
	uint32_t width = number(data + 18, old ? 2 : 4, false), height = number(data + (old ? 20 : 22), old ? 2 : 4, false);
	if (!old && height > INT32_MAX) /* negative: its rows come from the top */
		height = 0 - height;
	const char *wrong = image_set_pixels(image, width, height);
	if (wrong)
		return wrong;
	uint32_t across = old ? 0 : number(data + 38, 4, false), down = old ? 0 : number(data + 42, 4, false);
	if (across > 0 && across == down)
		image_set_metric_size(image, across);
	else
		image_set_size(image, IMAGE_DPI, 1);
	return NULL;
}

/* ---- TIFF ---- */

enum { TIFF_WIDTH = 256, TIFF_LENGTH = 257, TIFF_X_RESOLUTION = 282, TIFF_RESOLUTION_UNIT = 296 };
enum { TIFF_SHORT = 3, TIFF_RATIONAL = 5, TIFF_CENTIMETRES = 3, TIFF_INCHES = 2 };

struct tiff {
	const unsigned char *data;
	size_t size;
	bool big;
};

bool image_is_tiff(const unsigned char *data, size_t size)
{
	return size >= 8 && (memcmp(data, "II*\0", 4) == 0 || memcmp(data, "MM\0*", 4) == 0);
}

/* The entry of a tag in the first directory: 12 bytes; NULL: it has none. */
static const unsigned char *find_entry(const struct tiff *tiff, unsigned tag)
{
	uint32_t at = number(tiff->data + 4, 4, tiff->big);
	if (at > tiff->size || tiff->size - at < 2)
		return NULL;
	uint32_t count = number(tiff->data + at, 2, tiff->big);
	for (uint32_t i = 0; i < count && tiff->size - at - 2 >= 12 * ((size_t)i + 1); i++) {
		const unsigned char *entry = tiff->data + at + 2 + 12 * (size_t)i;
		if (number(entry, 2, tiff->big) == tag)
			return entry;
	}
	return NULL;
}

/* A whole number of one value; `otherwise` when it is not there. */
static uint32_t whole(const struct tiff *tiff, unsigned tag, uint32_t otherwise)
{
	const unsigned char *entry = find_entry(tiff, tag);
	if (!entry)
		return otherwise;
	return number(entry + 8, number(entry + 2, 2, tiff->big) == TIFF_SHORT ? 2 : 4, tiff->big);
}

static void set_tiff_size(struct image *image, const struct tiff *tiff)
{
	const unsigned char *entry = find_entry(tiff, TIFF_X_RESOLUTION);
	uint32_t unit = whole(tiff, TIFF_RESOLUTION_UNIT, TIFF_INCHES);
	uint32_t at = entry && number(entry + 2, 2, tiff->big) == TIFF_RATIONAL ? number(entry + 8, 4, tiff->big) : UINT32_MAX;
	uint32_t dots = 0, of = 0;
	if (at <= tiff->size && tiff->size - at >= 8) {
		dots = number(tiff->data + at, 4, tiff->big);
		of = number(tiff->data + at + 4, 4, tiff->big);
	}
	if (dots == 0 || of == 0 || (unit != TIFF_INCHES && unit != TIFF_CENTIMETRES))
		image_set_size(image, IMAGE_DPI, 1);
	else if (unit == TIFF_INCHES)
		image_set_size(image, dots, of);
	else
		image_set_size(image, (int64_t)dots * 254, (int64_t)of * 100);
}

const char *image_read_tiff(struct image *image, const unsigned char *data, size_t size)
{
	const struct tiff tiff = {data, size, data[0] == 'M'};
	image->kind = IMAGE_TIFF;
	if (!find_entry(&tiff, TIFF_WIDTH) || !find_entry(&tiff, TIFF_LENGTH))
		return "it is cut short";
	const char *wrong = image_set_pixels(image, whole(&tiff, TIFF_WIDTH, 0), whole(&tiff, TIFF_LENGTH, 0));
	if (!wrong)
		set_tiff_size(image, &tiff);
	return wrong;
}
