/* Compression. Cairo has no switch for it, and its streams are read and written anew by the finishing pass; compressing them twice
 * would cost more than drawing. Therefore zlib's deflateInit_() stands here too, in front of the library's own: while Cairo works, it
 * starts at level 0 (stored blocks), in the smallest memory. Where the program's symbol does not come first, all works the same, only slower.
 *
 * Our own streams go through the library that `make DEFLATE=…` names (deflate_libdeflate.c, deflate_zlib.c), at the level that
 * DEFLATE_LEVEL names: the bytes depend on its version and the level alone. */
#include <zlib.h>

#include "pdf/pdf_int.h"

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

/* zlib's default parameters (zlib.h, deflateInit2); while Cairo works level 0 and no window to speak of: else a quarter of a megabyte would be
 * cleared for each stream. */
int deflateInit_(z_streamp stream, int level, const char *version, int size)
{
	if (paused)
		return deflateInit2_(stream, Z_NO_COMPRESSION, Z_DEFLATED, 9, 1, Z_DEFAULT_STRATEGY, version, size);
	return deflateInit2_(stream, level, Z_DEFLATED, MAX_WBITS, 8, Z_DEFAULT_STRATEGY, version, size);
}

struct bytes pdf_deflate(const void *data, size_t size)
{
	return pdf_deflate_at(DEFLATE_LEVEL, data, size);
}

struct bytes pdf_deflate_fast(const void *data, size_t size)
{
	return pdf_deflate_at(FAST_LEVEL, data, size);
}
