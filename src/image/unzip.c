/* unzip: SVG as .svgz, packed with gzip (SVG 1.1, 1.2). A few bytes can ask for gigabytes: what comes out is bounded like a file. */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "image/image_int.h"

#define CHUNK 65536

bool image_is_packed(const struct bytes *bytes)
{
	const unsigned char *data = (const unsigned char *)bytes->data;
	return bytes->size >= 18 && data[0] == 0x1F && data[1] == 0x8B && data[2] == 8;
}

/* Unpacks all of it into `out`. NULL, or what is wrong. */
static const char *unpack(const struct bytes *bytes, GByteArray *out)
{
	GConverter *converter = G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP));
	GConverterResult result = G_CONVERTER_CONVERTED;
	gsize at = 0, read, written;
	const char *wrong = NULL;
	while (!wrong && result != G_CONVERTER_FINISHED) {
		g_byte_array_set_size(out, out->len + CHUNK);
		guint8 *end = out->data + out->len - CHUNK;
		result = g_converter_convert(converter, bytes->data + at, bytes->size - at, end, CHUNK, G_CONVERTER_INPUT_AT_END, &read,
									 &written, NULL);
		written = result == G_CONVERTER_ERROR ? 0 : written;
		at += result == G_CONVERTER_ERROR ? 0 : read;
		g_byte_array_set_size(out, out->len - CHUNK + (guint)written);
		if (result == G_CONVERTER_ERROR)
			wrong = "it cannot be unpacked";
		else if (out->len > IMAGE_BYTES_MAX)
			wrong = "it is larger than allowed when it is unpacked";
	}
	g_object_unref(converter);
	return wrong;
}

const char *image_unzip(struct bytes *bytes)
{
	GByteArray *out = g_byte_array_new();
	const char *wrong = unpack(bytes, out);
	char *data = wrong ? NULL : malloc(out->len + 1);
	if (data) {
		memcpy(data, out->data, out->len);
		data[out->len] = '\0';
		free(bytes->data);
		bytes->data = data;
		bytes->size = out->len;
	}
	g_byte_array_unref(out);
	return wrong ? wrong : data ? NULL : "memory is out";
}
