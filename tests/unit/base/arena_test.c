/* Arenas: memory that is zeroed, aligned and apart, copies with their NUL, what was handed out: src/base/arena.c. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"

static int setup(void **state)
{
	*state = arena_open();
	return 0;
}

static int teardown(void **state)
{
	arena_close(*state);
	return 0;
}

static void test_pieces_are_zeroed_aligned_and_apart(void **state)
{
	static const size_t sizes[] = {1, 7, 16, 0, 33, 1000, 15000, 16385, 40000, 65536, 65537, 1000000, 3, 12};
	enum { COUNT = sizeof sizes / sizeof *sizes, ROUNDS = 20 };
	unsigned char *pieces[ROUNDS][COUNT];
	for (size_t round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < COUNT; i++) {
			unsigned char *piece = pieces[round][i] = arena_alloc(*state, sizes[i]);
			assert_non_null(piece);
			assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
			for (size_t byte = 0; byte < sizes[i]; byte++)
				assert_int_equal(piece[byte], 0);
			memset(piece, (int)(round * COUNT + i) % 255 + 1, sizes[i]);
		}
	for (size_t round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < COUNT; i++)
			for (size_t byte = 0; byte < sizes[i]; byte++)
				assert_int_equal(pieces[round][i][byte], (round * COUNT + i) % 255 + 1);
}

/* A large piece goes before the others, which stay as they are; a small one stays, as it lies among others. */
static void test_a_piece_dropped(void **state)
{
	static const size_t sizes[] = {100000, 8, 16384 + 1, 200000, 64};
	char *pieces[5];
	for (size_t i = 0; i < 5; i++)
		memset(pieces[i] = arena_alloc(*state, sizes[i]), 'a' + (int)i, sizes[i]);
	size_t before = arena_used(*state);
	arena_drop(*state, pieces[4], sizes[4]);
	arena_drop(*state, pieces[1], sizes[1]);
	assert_int_equal(arena_used(*state), before);
	arena_drop(*state, pieces[0], sizes[0]);
	arena_drop(*state, pieces[3], sizes[3]);
	assert_int_equal(arena_used(*state), before - sizes[0] - sizes[3]);
	assert_int_equal(pieces[1][7], 'b');
	assert_int_equal(pieces[2][sizes[2] - 1], 'c');
	assert_int_equal(pieces[4][63], 'e');
	char *again = arena_alloc(*state, 300000);
	assert_int_equal(again[299999], 0);
}

/* What another arena had is dropped, and what stands beside it stays. */
static void test_adopted_and_dropped(void **state)
{
	struct arena *another = arena_open();
	enum { SIZE = 50000 };
	char *small = arena_string(*state, "small"), *pieces[4];
	for (int i = 0; i < 4; i++)
		memset(pieces[i] = arena_alloc(i < 2 ? *state : another, SIZE), 'a' + i, SIZE);
	arena_adopt(*state, another);
	size_t before = arena_used(*state);
	arena_drop(*state, pieces[2], SIZE);
	arena_drop(*state, pieces[0], SIZE);
	assert_int_equal(arena_used(*state), before - 2 * SIZE);
	assert_string_equal(small, "small");
	assert_int_equal(pieces[1][SIZE - 1], 'b');
	assert_int_equal(pieces[3][SIZE - 1], 'd');
	arena_clear(*state);
	arena_drop(*state, arena_alloc(*state, SIZE), SIZE);
	assert_int_equal(arena_used(*state), 0);
}

/* What another points into stays as long as that does, whoever closed it; what is held twice is released as often. */
static void test_held(void **state)
{
	struct arena *held = arena_open(), *holder = arena_open();
	const char *word = arena_string(held, "held");
	arena_hold(holder, held);
	arena_hold(holder, held);
	arena_hold(*state, held);
	arena_hold(*state, holder);
	arena_hold(*state, held);
	arena_close(held);
	arena_close(holder);
	assert_string_equal(word, "held");
	struct arena *adopting = arena_open(), *another = arena_open(), *last = arena_open();
	const char *kept = arena_string(last, "last");
	arena_hold(another, last);
	arena_close(last);
	arena_adopt(adopting, another);
	assert_string_equal(kept, "last");
	arena_close(adopting);
	arena_clear(*state); /* a leak would be found by the sanitizer */
	assert_int_equal(arena_used(*state), 0);
}

static void test_arrays(void **state)
{
	struct pair {
		double a;
		int b;
	} *pairs = ARENA_ARRAY(*state, struct pair, 1000), *one = ARENA_NEW(*state, struct pair);
	pairs[999].b = 5;
	assert_int_equal(one->b, 0);
	one->b = 6;
	assert_int_equal(pairs[999].b, 5);
}

static void test_copies(void **state)
{
	char text[] = "责任书\0tail";
	char *copy = arena_copy(*state, text, sizeof text - 1), *string = arena_string(*state, text);
	assert_memory_equal(copy, text, sizeof text);
	assert_string_equal(string, "责任书");
	text[0] = 'x';
	assert_string_equal(string, "责任书");
	assert_string_equal(arena_copy(*state, "abc", 2), "ab");
	assert_string_equal(arena_copy(*state, NULL, 0), "");
	assert_string_equal(arena_string(*state, ""), "");
}

static void test_printf(void **state)
{
	char *text = arena_printf(*state, "%s:%d:%d", "年度.xml", 12, 5), *wide = arena_printf(*state, "%100000d", 7);
	assert_string_equal(text, "年度.xml:12:5");
	assert_int_equal(strlen(wide), 100000);
	assert_string_equal(wide + 99998, " 7");
	assert_string_equal(arena_printf(*state, "%s", ""), "");
}

static void test_used(void **state)
{
	size_t before;
	assert_int_equal(arena_used(*state), 0);
	arena_alloc(*state, 100);
	before = arena_used(*state);
	assert_in_range(before, 100, 200);
	arena_alloc(*state, 1000000);
	assert_in_range(arena_used(*state), before + 1000000, before + 1000100);
}

static void test_nothing_is_closed(void **state)
{
	(void)state;
	arena_close(NULL);
	arena_close(arena_open());
}

/* No piece is smaller than what was asked for: the program ends when there is no memory. */
static void test_no_memory_aborts(void **state)
{
	static volatile size_t sizes[] = {SIZE_MAX, SIZE_MAX - 8, SIZE_MAX - 40, SIZE_MAX / 2};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int status = 0;
		pid_t child = fork();
		if (child == 0) {
			signal(SIGABRT, SIG_DFL);
			if (freopen("/dev/null", "w", stderr) && arena_alloc(*state, sizes[i]))
				_exit(0);
			_exit(1);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_pieces_are_zeroed_aligned_and_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_piece_dropped, setup, teardown),
		cmocka_unit_test_setup_teardown(test_adopted_and_dropped, setup, teardown),
		cmocka_unit_test_setup_teardown(test_held, setup, teardown),
		cmocka_unit_test_setup_teardown(test_arrays, setup, teardown),
		cmocka_unit_test_setup_teardown(test_copies, setup, teardown),
		cmocka_unit_test_setup_teardown(test_printf, setup, teardown),
		cmocka_unit_test_setup_teardown(test_used, setup, teardown),
		cmocka_unit_test(test_nothing_is_closed),
		cmocka_unit_test_setup_teardown(test_no_memory_aborts, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
