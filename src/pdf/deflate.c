/* Compression. Cairo has no switch for it, and its streams are read and written anew by the finishing pass; compressing them twice
 * would cost more than drawing. Therefore zlib's deflateInit_() stands here too, in front of the library's own: while Cairo works, it
 * starts at level 0 (stored blocks). Where the program's symbol does not come first, all works the same, only slower.
 *
 * Our own streams go through libdeflate: the bytes depend on its version and on DEFLATE_LEVEL alone. */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "pdf/pdf_int.h"

#ifndef DEFLATE_LEVEL
#define DEFLATE_LEVEL 6
#endif
#define OUTLINES_LEVEL 1 /* outlines hardly shrink, whatever the effort: 1 % */

static bool paused;

void pdf_deflate_pause(void)
{
	paused = true;
}

void pdf_deflate_resume(void)
{
	paused = false;
}

/* zlib's default parameters but for the level: zlib.h, deflateInit2. */
int deflateInit_(z_streamp stream, int level, const char *version, int size)
{
	return deflateInit2_(stream, paused ? Z_NO_COMPRESSION : level, Z_DEFLATED, MAX_WBITS, 8, Z_DEFAULT_STRATEGY, version, size);
}

static struct bytes deflate_with(struct libdeflate_compressor **compressor, int level, const void *data, size_t size)
{
	struct bytes packed = {0};
	size_t room;

	if (!*compressor)
		*compressor = libdeflate_alloc_compressor(level);
	if (!*compressor)
		return packed;
	room = libdeflate_zlib_compress_bound(*compressor, size);
	packed.data = g_malloc(room);
	packed.size = libdeflate_zlib_compress(*compressor, data, size, packed.data, room);
	packed.data = g_realloc(packed.data, packed.size);
	return packed;
}

/* The compressors are the process's: their tables are large. */
struct bytes pdf_deflate(const void *data, size_t size)
{
	static struct libdeflate_compressor *compressor;

	return deflate_with(&compressor, DEFLATE_LEVEL, data, size);
}

struct bytes pdf_deflate_outlines(const void *data, size_t size)
{
	static struct libdeflate_compressor *compressor;

	return deflate_with(&compressor, OUTLINES_LEVEL, data, size);
}

bool pdf_inflate(const void *data, size_t size, struct bytes *plain)
{
	z_stream stream = {.next_in = (Bytef *)(uintptr_t)data, .avail_in = (uInt)size};
	size_t room = size + 64;
	int status;

	*plain = (struct bytes){.data = g_malloc(room + 1)};
	if (inflateInit(&stream) != Z_OK)
		return false;
	do {
		if (plain->size == room)
			plain->data = g_realloc(plain->data, (room *= 2) + 1);
		stream.next_out = (Bytef *)plain->data + plain->size;
		stream.avail_out = (uInt)(room - plain->size);
		status = inflate(&stream, Z_NO_FLUSH);
		plain->size = (size_t)((char *)stream.next_out - plain->data);
	} while (status == Z_OK);
	inflateEnd(&stream);
	plain->data[plain->size] = '\0';
	return status == Z_STREAM_END;
}
