/* Compression by libdeflate, which is made for data that lie in memory whole: the default. */
#include <libdeflate.h>

#include "pdf/pdf_int.h"

#define LEVELS 13 /* 0 … 12 */

/* The process's: their tables are large. */
static struct libdeflate_compressor *compressor_of(int level)
{
	static struct libdeflate_compressor *compressors[LEVELS];

	if (!compressors[level])
		compressors[level] = libdeflate_alloc_compressor(level);
	if (!compressors[level])
		g_error("no memory to compress");
	return compressors[level];
}

struct bytes pdf_deflate_at(int level, const void *data, size_t size)
{
	struct libdeflate_compressor *compressor = compressor_of(CLAMP(level, 0, LEVELS - 1));
	size_t room = libdeflate_zlib_compress_bound(compressor, size);
	struct bytes packed = {.data = g_malloc(room)};

	packed.size = libdeflate_zlib_compress(compressor, data, size, packed.data, room);
	packed.data = g_realloc(packed.data, packed.size);
	return packed;
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
