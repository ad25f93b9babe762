/* Exact decimals: what is one, canonical form, arithmetic, half-up rounding, order and sort keys: src/base/decimal.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/base.h"

/* 40 digits each, with and without a point. */
#define FORTY_NINES "9999999999999999999999999999999999999999"
#define FORTY       "1234567890123456789012345678901234567890"
#define FORTY_POINT "12345678901234567890.12345678901234567890"

static const char *const no_decimals[] = {"",   "+",    "-",     ".",    "5.",   ".5",   "1.2.3", "1e3", "--1", "+-1",
										  " 1", "1 ",   "1,000", "0x10", "NaN",  "inf",  "１",    "1.",  "-.5", "1-",
										  "一", "1.2a", "1\n",   "-",    "1..2", "１２", "1_0",   "+.1", "1.+2"};
#define NO_DECIMALS (sizeof no_decimals / sizeof *no_decimals)

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

static void test_what_is_a_decimal(void **state)
{
	static const char *const yes[] = {"0", "-0", "+0", "007", "89.5", "-1.250", "+3", "0.0", FORTY, FORTY_POINT};
	(void)state;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_true(decimal_is(yes[i]));
	for (size_t i = 0; i < NO_DECIMALS; i++)
		assert_false(decimal_is(no_decimals[i]));
	assert_false(decimal_is(NULL));
}

static void test_canonical(void **state)
{
	static const char *const cases[][2] = {
		{"0", "0"},
		{"-0", "0"},
		{"+0.000", "0"},
		{"-0.0", "0"},
		{"007", "7"},
		{"+3", "3"},
		{"-1.250", "-1.25"},
		{"1.0", "1"},
		{"100", "100"},
		{"0.10", "0.1"},
		{"-000.0500", "-0.05"},
		{"00", "0"},
		{"10.10", "10.1"},
		{FORTY, FORTY},
		{"12345678901234567890.12345678901234567890", "12345678901234567890.1234567890123456789"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(decimal_canonical(*state, cases[i][0]), cases[i][1]);
}

static void test_add(void **state)
{
	assert_string_equal(decimal_add(*state, "0.1", "0.2"), "0.3");
	assert_string_equal(decimal_add(*state, "89.5", "0.50"), "90");
	assert_string_equal(decimal_add(*state, "-1", "1.0"), "0");
	assert_string_equal(decimal_add(*state, "+1", "-2.25"), "-1.25");
	assert_string_equal(decimal_add(*state, FORTY_NINES, "1"), "10000000000000000000000000000000000000000");
	assert_string_equal(decimal_add(*state, FORTY_NINES, "0.0000000000000000000000000000000000000001"),
						FORTY_NINES ".0000000000000000000000000000000000000001");
}

static void test_subtract(void **state)
{
	assert_string_equal(decimal_subtract(*state, "100", "0.5"), "99.5");
	assert_string_equal(decimal_subtract(*state, "0.3", "0.1"), "0.2");
	assert_string_equal(decimal_subtract(*state, "1", "1.00"), "0");
	assert_string_equal(decimal_subtract(*state, "1", "-1"), "2");
	assert_string_equal(decimal_subtract(*state, "10000000000000000000000000000000000000000", "1"), FORTY_NINES);
}

static void test_multiply(void **state)
{
	assert_string_equal(decimal_multiply(*state, "0.1", "0.1"), "0.01");
	assert_string_equal(decimal_multiply(*state, "-1.5", "2"), "-3");
	assert_string_equal(decimal_multiply(*state, "-0.5", "-0.5"), "0.25");
	assert_string_equal(decimal_multiply(*state, "0", "-5"), "0");
	assert_string_equal(decimal_multiply(*state, "2.50", "4.0"), "10");
	assert_string_equal(decimal_multiply(*state,
										 "1"
										 "0000000000"
										 "0000000000",
										 "0.0000000000"
										 "0000000001"),
						"1");
	assert_string_equal(decimal_multiply(*state, FORTY_NINES, FORTY_NINES),
						"99999999999999999999999999999999999999980000000000000000000000000000000000000001");
}

static void test_divide_rounds_half_up(void **state)
{
	assert_string_equal(decimal_divide(*state, "1", "3", 2), "0.33");
	assert_string_equal(decimal_divide(*state, "2", "3", 2), "0.67");
	assert_string_equal(decimal_divide(*state, "1", "8", 2), "0.13");
	assert_string_equal(decimal_divide(*state, "-1", "8", 2), "-0.13");
	assert_string_equal(decimal_divide(*state, "1", "-8", 2), "-0.13");
	assert_string_equal(decimal_divide(*state, "-1", "-8", 2), "0.13");
	assert_string_equal(decimal_divide(*state, "1", "2", 0), "1");
	assert_string_equal(decimal_divide(*state, "-1", "2", 0), "-1");
	assert_string_equal(decimal_divide(*state, "1", "2.0000001", 0), "0");
	assert_string_equal(decimal_divide(*state, "10", "4", 5), "2.5");
	assert_string_equal(decimal_divide(*state, "0.3", "0.1", 2), "3");
	assert_string_equal(decimal_divide(*state, "-1", "1000", 2), "0");
	assert_string_equal(decimal_divide(*state, "0", "7", 3), "0");
	assert_string_equal(decimal_divide(*state, "1", "7", 40), "0.1428571428571428571428571428571428571429");
}

static void test_divide_by_zero(void **state)
{
	assert_null(decimal_divide(*state, "1", "0", 2));
	assert_null(decimal_divide(*state, "0", "-0.00", 2));
}

static void test_fixed(void **state)
{
	static const struct {
		const char *given;
		unsigned places;
		const char *expected;
	} cases[] = {
		{"89.5", 2, "89.50"},      {"89.545", 2, "89.55"},
		{"89.544999", 2, "89.54"}, {"-89.545", 2, "-89.55"},
		{"0.5", 0, "1"},           {"-0.5", 0, "-1"},
		{"0.49", 0, "0"},          {"-0.49", 0, "0"},
		{"-0.001", 2, "0.00"},     {"99.995", 2, "100.00"},
		{"0", 3, "0.000"},         {"-0", 1, "0.0"},
		{"007", 0, "7"},           {"+1.20", 1, "1.2"},
		{"1.005", 2, "1.01"},      {"2.5", 0, "3"},
		{"1.5", 0, "2"},           {"0.05", 1, "0.1"},
		{"0.009", 2, "0.01"},      {FORTY_NINES ".5", 0, "10000000000000000000000000000000000000000"},
		{FORTY, 2, FORTY ".00"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(decimal_fixed(*state, cases[i].given, cases[i].places), cases[i].expected);
}

static void test_compare(void **state)
{
	int order = 7;
	(void)state;
	assert_true(decimal_compare("1", "1.000", &order));
	assert_int_equal(order, 0);
	assert_true(decimal_compare("-0", "0", &order));
	assert_int_equal(order, 0);
	assert_true(decimal_compare("9", "10", &order));
	assert_int_equal(order, -1);
	assert_true(decimal_compare("-9", "-10", &order));
	assert_int_equal(order, 1);
	assert_true(decimal_compare(FORTY_NINES, FORTY_NINES ".0000000000000000000000000000000000000001", &order));
	assert_int_equal(order, -1);
	assert_true(decimal_compare("0.3", "0.29999999999999999999", &order));
	assert_int_equal(order, 1);
}

/* Byte order of keys is the order of values, from the least to the greatest that have one. */
static void test_sort_keys(void **state)
{
	static const char *const rising[] = {"-999999999999999999.999999999999999999",
										 "-999999999999999999",
										 "-100",
										 "-99.5",
										 "-1.000000000000000001",
										 "-1",
										 "-0.000000000000000001",
										 "0",
										 "0.000000000000000001",
										 "0.1",
										 "0.9",
										 "1",
										 "1.000000000000000001",
										 "9",
										 "10",
										 "89.5",
										 "89.51",
										 "90",
										 "100",
										 "1000",
										 "999999999999999999",
										 "999999999999999999.999999999999999999"};
	for (size_t i = 0; i + 1 < sizeof rising / sizeof *rising; i++) {
		const char *low = decimal_sort_key(*state, rising[i]), *high = decimal_sort_key(*state, rising[i + 1]);
		assert_non_null(low);
		assert_non_null(high);
		assert_true(strcmp(low, high) < 0);
	}
}

static void test_equal_values_have_equal_keys(void **state)
{
	assert_string_equal(decimal_sort_key(*state, "1"), decimal_sort_key(*state, "+01.00"));
	assert_string_equal(decimal_sort_key(*state, "0"), decimal_sort_key(*state, "-0.0"));
	assert_string_equal(decimal_sort_key(*state, "1"), decimal_sort_key(*state, "1.00000000000000000000"));
}

static void test_values_without_a_key(void **state)
{
	assert_null(decimal_sort_key(*state, "1000000000000000000"));
	assert_null(decimal_sort_key(*state, "-1000000000000000000"));
	assert_null(decimal_sort_key(*state, "0.0000000000000000001"));
}

static void test_no_decimal_gives_nothing(void **state)
{
	int order = 7;
	for (size_t i = 0; i < NO_DECIMALS; i++) {
		const char *bad = no_decimals[i];
		assert_null(decimal_canonical(*state, bad));
		assert_null(decimal_add(*state, bad, "1"));
		assert_null(decimal_add(*state, "1", bad));
		assert_null(decimal_subtract(*state, bad, "1"));
		assert_null(decimal_subtract(*state, "1", bad));
		assert_null(decimal_multiply(*state, "0", bad));
		assert_null(decimal_divide(*state, bad, "1", 2));
		assert_null(decimal_divide(*state, "1", bad, 2));
		assert_null(decimal_fixed(*state, bad, 2));
		assert_null(decimal_sort_key(*state, bad));
		assert_false(decimal_compare(bad, "1", &order));
		assert_false(decimal_compare("1", bad, &order));
	}
	assert_null(decimal_canonical(*state, NULL));
	assert_null(decimal_add(*state, NULL, "1"));
	assert_null(decimal_add(*state, "1", NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_a_decimal),
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_add),
		cmocka_unit_test(test_subtract),
		cmocka_unit_test(test_multiply),
		cmocka_unit_test(test_divide_rounds_half_up),
		cmocka_unit_test(test_divide_by_zero),
		cmocka_unit_test(test_fixed),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_sort_keys),
		cmocka_unit_test(test_equal_values_have_equal_keys),
		cmocka_unit_test(test_values_without_a_key),
		cmocka_unit_test(test_no_decimal_gives_nothing),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
