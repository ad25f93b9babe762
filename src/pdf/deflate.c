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
#define FAST_LEVEL 1 /* for what hardly shrinks more, whatever the effort: outlines, 1 % */

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

struct bytes pdf_deflate_fast(const void *data, size_t size)
{
	static struct libdeflate_compressor *compressor;

	return deflate_with(&compressor, FAST_LEVEL, data, size);
}

bool pdf_inflate(const void *data, size_t size, struct bytes *plain)
{
	static struct libdeflate_decompressor *decompressor;
	enum libdeflate_result result;
	size_t room = size + 64; /* what was stored only fits */

	if (!decompressor)
		decompressor = libdeflate_alloc_decompressor();
	*plain = (struct bytes){.data = g_malloc(room + 1)};
	if (!decompressor)
		return false;
	while ((result = libdeflate_zlib_decompress(decompressor, data, size, plain->data, room, &plain->size)) ==
		   LIBDEFLATE_INSUFFICIENT_SPACE)
		plain->data = g_realloc(plain->data, (room *= 2) + 1);
	plain->data[result == LIBDEFLATE_SUCCESS ? plain->size : 0] = '\0';
	return result == LIBDEFLATE_SUCCESS;
}
