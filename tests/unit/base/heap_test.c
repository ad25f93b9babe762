/* heap: pieces keep what is in them, whether they lie in memory or in the file, and whoever frees them; what the process holds stays bounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"
#include "base/base_int.h"

/* GONGWEN_MEMORY is 1: all that is asked for between heap_spill() and heap_stop_spilling() lies in the file. */

static void fill(unsigned char *piece, size_t size, unsigned seed)
{
	for (size_t i = 0; i < size; i++)
		piece[i] = (unsigned char)(seed + i * 7);
}

static void check_filled(const unsigned char *piece, size_t size, unsigned seed)
{
	for (size_t i = 0; i < size; i++)
		if (piece[i] != (unsigned char)(seed + i * 7))
			fail_msg("piece %u of %zu bytes: byte %zu is another", seed, size, i);
}

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static size_t random_size(uint32_t *state)
{
	static const size_t most[] = {64, 256, 2000, 40000, 300000};
	return next_random(state) % most[next_random(state) % 5 * (next_random(state) % 4 == 0)] + 1;
}

/* Pieces of all sizes come, grow and go in any order; the file's pages are taken away meanwhile. */
static void test_pieces(void **state)
{
	enum { PIECES = 3000, STEPS = 40000 };
	static unsigned char *pieces[PIECES];
	static size_t sizes[PIECES];
	uint32_t random = 1;
	(void)state;
	heap_spill();
	for (unsigned step = 0; step < STEPS; step++) {
		unsigned at = next_random(&random) % PIECES;
		size_t size = random_size(&random);
		if (!pieces[at]) {
			pieces[at] = heap_alloc(size);
		} else if (next_random(&random) % 3) {
			check_filled(pieces[at], sizes[at], at);
			heap_free(pieces[at]);
			pieces[at] = NULL;
			continue;
		} else {
			size_t kept = size < sizes[at] ? size : sizes[at];
			pieces[at] = heap_realloc(pieces[at], size);
			check_filled(pieces[at], kept, at);
		}
		assert_true(store_has(pieces[at]));
		assert_int_equal((uintptr_t)pieces[at] % 16, 0);
		fill(pieces[at], sizes[at] = size, at);
		if (step % 1000 == 0)
			store_let_go();
	}
	for (unsigned at = 0; at < PIECES; at++) {
		if (pieces[at])
			check_filled(pieces[at], sizes[at], at);
		heap_free(pieces[at]);
	}
	assert_true(store_is_empty());
	heap_stop_spilling();
}

static void test_both_kinds(void **state)
{
	(void)state;
	char *before = heap_string("before");
	assert_false(store_has(before));
	heap_spill();
	before = heap_realloc(before, 10000);
	assert_true(store_has(before));
	char *during = heap_string("during");
	heap_keep();
	char *kept = heap_string("kept");
	assert_false(store_has(kept));
	heap_keep_no_more();
	heap_stop_spilling();
	during = heap_realloc(during, 100000);
	assert_false(store_has(during)); /* it moved to where memory comes from now */
	assert_string_equal(before, "before");
	assert_string_equal(during, "during");
	heap_free(before);
	heap_free(during);
	heap_free(kept);
	heap_free(NULL);
}

static void test_zeroed(void **state)
{
	(void)state;
	heap_spill();
	for (unsigned round = 0; round < 2; round++) {
		unsigned char *piece = heap_alloc_zeroed(5000);
		for (size_t i = 0; i < 5000; i++)
			assert_int_equal(piece[i], 0);
		memset(piece, 0xFF, 5000);
		heap_free(piece);
	}
	heap_stop_spilling();
}

/* A process that was forked has none of it, and may free what it knew. */
static void test_fork(void **state)
{
	(void)state;
	heap_spill();
	char *ours = heap_string("ours");
	pid_t pid = fork();
	if (pid == 0) {
		heap_leave();
		heap_free(ours);
		char *own = heap_string("own");
		_exit(!store_has(own) && strcmp(own, "own") == 0 ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_string_equal(ours, "ours");
	heap_free(ours);
	heap_stop_spilling();
}

/* Pages of the file that the process has now, in KB. */
static long resident_of_files(void)
{
	char line[256];
	long size = -1;
	FILE *status = fopen("/proc/self/status", "r");
	while (status && fgets(line, sizeof line, status))
		if (strncmp(line, "RssFile:", 8) == 0)
			size = strtol(line + 8, NULL, 10);
	fclose(status);
	return size;
}

static void test_let_go(void **state)
{
	enum { SIZE = 64 << 20 };
	(void)state;
	heap_spill();
	unsigned char *piece = heap_alloc(SIZE);
	fill(piece, SIZE, 5);
	store_let_go();
	assert_true(resident_of_files() < SIZE / 1024 / 2);
	check_filled(piece, SIZE, 5);
	heap_free(piece);
	heap_stop_spilling();
}

int main(void)
{
	setenv("GONGWEN_MEMORY", "1", 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces), cmocka_unit_test(test_both_kinds), cmocka_unit_test(test_zeroed),
		cmocka_unit_test(test_fork),   cmocka_unit_test(test_let_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
