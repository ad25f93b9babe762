/* Lengths: points and millimetres to 1/1024 pt and back, sums and ratios that round to nearest and saturate: src/base/length.c. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"

static void test_points(void **state)
{
	(void)state;
	assert_int_equal(len_from_pt(1), 1024);
	assert_int_equal(len_from_pt(0), 0);
	assert_int_equal(len_from_pt(-16), -16384);
	assert_int_equal(len_from_pt(10.5), 10752);
	assert_true(fabs(len_to_pt(10752) - 10.5) <= 1e-12);
	assert_true(fabs(len_to_pt(-1) + 1.0 / 1024) <= 1e-12);
}

static void test_points_round_to_nearest(void **state)
{
	(void)state;
	assert_int_equal(len_from_pt(0.4 / 1024), 0);
	assert_int_equal(len_from_pt(0.6 / 1024), 1);
	assert_int_equal(len_from_pt(-0.4 / 1024), 0);
	assert_int_equal(len_from_pt(-0.6 / 1024), -1);
	assert_int_equal(len_from_pt(2.9 / 1024), 3);
}

/* 1 mm = 72/25.4 pt. The standard's type area: 156 mm × 225 mm on A4. */
static void test_millimetres(void **state)
{
	(void)state;
	assert_int_equal(len_from_mm(156), 452818);
	assert_int_equal(len_from_mm(25.4), 72 * 1024);
	assert_int_equal(len_from_mm(-25.4), -72 * 1024);
	assert_int_equal(len_from_mm(225), 653102);
	assert_int_equal(len_from_mm(210), 609562);
	assert_int_equal(len_from_mm(297), 862095);
	assert_true(fabs(len_to_mm(72 * 1024) - 25.4) <= 1e-12);
	for (int tenths = -3000; tenths <= 3000; tenths++)
		assert_true(fabs(len_to_mm(len_from_mm(tenths / 10.0)) - tenths / 10.0) <= 0.5 / 1024 * 25.4 / 72 + 1e-12);
}

static void test_conversions_saturate(void **state)
{
	(void)state;
	assert_int_equal(len_from_pt(1e30), LEN_MAX);
	assert_int_equal(len_from_pt(-1e30), LEN_MIN);
	assert_int_equal(len_from_pt(2097152), LEN_MAX);
	assert_int_equal(len_from_pt(-2097152), LEN_MIN);
	assert_int_equal(len_from_pt(2097151), 2097151 * 1024);
	assert_int_equal(len_from_mm(1e9), LEN_MAX);
	assert_int_equal(len_from_mm(-1e9), LEN_MIN);
	assert_int_equal(len_from_pt(len_to_pt(LEN_MAX)), LEN_MAX);
	assert_int_equal(len_from_pt(len_to_pt(LEN_MIN)), LEN_MIN);
}

static void test_sums_saturate(void **state)
{
	(void)state;
	assert_int_equal(len_add(3, 4), 7);
	assert_int_equal(len_add(3, -4), -1);
	assert_int_equal(len_add(LEN_MAX, 0), LEN_MAX);
	assert_int_equal(len_add(LEN_MAX, 1), LEN_MAX);
	assert_int_equal(len_add(LEN_MAX, LEN_MAX), LEN_MAX);
	assert_int_equal(len_add(LEN_MIN, -1), LEN_MIN);
	assert_int_equal(len_add(LEN_MIN, LEN_MIN), LEN_MIN);
	assert_int_equal(len_add(LEN_MAX, LEN_MIN), -1);
}

static void test_scale_rounds_to_nearest(void **state)
{
	(void)state;
	assert_int_equal(len_scale(100, 1, 3), 33);
	assert_int_equal(len_scale(200, 1, 3), 67);
	assert_int_equal(len_scale(-100, 1, 3), -33);
	assert_int_equal(len_scale(-200, 1, 3), -67);
	assert_int_equal(len_scale(1024, 3, 4), 768);
	assert_int_equal(len_scale(1024, 0, 4), 0);
	assert_int_equal(len_scale(7, 5, 5), 7);
	assert_int_equal(len_scale(100, -1, 3), -33);
	assert_int_equal(len_scale(100, 1, -3), -33);
	assert_int_equal(len_scale(-200, 1, -3), 67);
}

static void test_scale_saturates(void **state)
{
	(void)state;
	assert_int_equal(len_scale(LEN_MAX, 2, 1), LEN_MAX);
	assert_int_equal(len_scale(LEN_MIN, 2, 1), LEN_MIN);
	assert_int_equal(len_scale(LEN_MIN, -1, 1), LEN_MAX);
	assert_int_equal(len_scale(LEN_MIN, 1, -1), LEN_MAX);
	assert_int_equal(len_scale(LEN_MAX, INT64_MAX, 1), LEN_MAX);
	assert_int_equal(len_scale(LEN_MIN, INT64_MAX, 1), LEN_MIN);
	assert_int_equal(len_scale(LEN_MIN, INT64_MIN, 1), LEN_MAX);
}

/* Nothing overflows on the way: the product may be larger than 64 bits. */
static void test_scale_is_exact_between(void **state)
{
	(void)state;
	assert_int_equal(len_scale(LEN_MAX, INT64_MAX, INT64_MAX), LEN_MAX);
	assert_int_equal(len_scale(LEN_MIN, INT64_MAX, INT64_MAX), LEN_MIN);
	assert_int_equal(len_scale(1000, INT64_MIN, INT64_MIN), 1000);
	assert_int_equal(len_scale(1000, INT64_MAX, INT64_MIN), -1000);
	assert_int_equal(len_scale(1, 1, INT64_MAX), 0);
	assert_int_equal(len_scale(1, 1, INT64_MIN), 0);
	assert_int_equal(len_scale(LEN_MAX, 1000000007, 1000000007), LEN_MAX);
}

/* As columns of words of a million letters share the width that they ask for. */
static void test_parts_add_up(void **state)
{
	(void)state;
	assert_int_equal(len_part(100, 1, 3), 33);
	assert_int_equal(len_part(100, 2, 3) - len_part(100, 1, 3), 33);
	assert_int_equal(len_part(100, 3, 3) - len_part(100, 2, 3), 34);
	assert_int_equal(len_part(-100, 2, 3), -66);
	int64_t all = (int64_t)LEN_MAX * 1000;
	assert_int_equal(len_part(all, all / 4, all), all / 4);
	assert_int_equal(len_part(all, all, all), all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points),          cmocka_unit_test(test_points_round_to_nearest),
		cmocka_unit_test(test_millimetres),     cmocka_unit_test(test_conversions_saturate),
		cmocka_unit_test(test_sums_saturate),   cmocka_unit_test(test_scale_rounds_to_nearest),
		cmocka_unit_test(test_scale_saturates), cmocka_unit_test(test_scale_is_exact_between),
		cmocka_unit_test(test_parts_add_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
