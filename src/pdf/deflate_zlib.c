/* Compression by zlib: `make DEFLATE=zlib`. Nearly as small, half as fast. */
#include <zlib.h>

#include "pdf/pdf_int.h"

struct bytes pdf_deflate_at(int level, const void *data, size_t size)
{
	uLongf length = compressBound(size);
	struct bytes packed = {.data = g_malloc(length)};

	if (compress2((Bytef *)packed.data, &length, data, size, CLAMP(level, 0, Z_BEST_COMPRESSION)) != Z_OK)
		g_error("no memory to compress");
	packed.size = length;
	packed.data = g_realloc(packed.data, packed.size);
	return packed;
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
