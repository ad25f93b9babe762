/* Compression: both libraries that a build may choose read what either wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/pdf_int.h"

static struct bytes zlib_deflate_at(int level, const void *data, size_t size);
static bool zlib_inflate(const void *data, size_t size, struct bytes *plain);
static struct bytes libdeflate_deflate_at(int level, const void *data, size_t size);
static bool libdeflate_inflate(const void *data, size_t size, struct bytes *plain);

#define pdf_deflate_at zlib_deflate_at
#define pdf_inflate    zlib_inflate
#include "../../../src/pdf/deflate_zlib.c"
#undef pdf_deflate_at
#undef pdf_inflate
#define pdf_deflate_at libdeflate_deflate_at
#define pdf_inflate    libdeflate_inflate
#include "../../../src/pdf/deflate_libdeflate.c"
#undef pdf_deflate_at
#undef pdf_inflate

typedef bool (*inflater)(const void *data, size_t size, struct bytes *plain);

static void check_read(inflater inflate_it, struct bytes packed, const char *data, size_t size)
{
	struct bytes plain;

	assert_true(inflate_it(packed.data, packed.size, &plain));
	assert_int_equal(plain.size, size);
	assert_memory_equal(plain.data, data, size);
	assert_int_equal(plain.data[size], '\0');
	g_free(plain.data);
	((char *)packed.data)[packed.size / 2] ^= 1; /* a bit that is wrong is seen, by the checksum at the latest */
	assert_false(inflate_it(packed.data, packed.size, &plain));
	((char *)packed.data)[packed.size / 2] ^= 1;
	g_free(plain.data);
}

static void check(int level, const char *data, size_t size)
{
	struct bytes packed[] = {zlib_deflate_at(level, data, size), libdeflate_deflate_at(level, data, size)};

	for (size_t i = 0; i < G_N_ELEMENTS(packed); i++) {
		assert_true(packed[i].size > 0);
		check_read(zlib_inflate, packed[i], data, size);
		check_read(libdeflate_inflate, packed[i], data, size);
		g_free(packed[i].data);
	}
}

static void test_both_read_both(void **state)
{
	enum { SIZE = 300000 };
	char *same = g_malloc(SIZE), *mixed = g_malloc(SIZE);
	uint32_t value = 1;

	(void)state;
	memset(same, 'x', SIZE); /* a thousandth of its size */
	for (size_t i = 0; i < SIZE; i++)
		mixed[i] = (char)((value = value * 1664525 + 1013904223) >> 24);
	for (int level = 0; level <= 12; level += 3) {
		check(level, same, SIZE);
		check(level, mixed, SIZE);
		check(level, mixed, 64);
	}
	g_free(same);
	g_free(mixed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_both_read_both)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
