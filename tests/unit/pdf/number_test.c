/* Numbers as Cairo has them printed: what stands in front of the C library's function (number.c) writes what the library writes, in every format that
 * Cairo uses and in others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/pdf_int.h"

int __snprintf_chk(char *restrict to, size_t size, int flag, size_t room, const char *restrict format, ...);

/* With a buffer that holds it all, and with one that is a byte too small. vsnprintf() is nobody's but the library's. */
static void check(const char *format, ...)
{
	char expected[512], got[512];
	va_list arguments;
	int length, width = 0;
	double number = 0;
	long integer = 0;

	va_start(arguments, format);
	length = vsnprintf(expected, sizeof expected, format, arguments);
	va_end(arguments);
	va_start(arguments, format);
	if (strchr(format, '*'))
		width = va_arg(arguments, int);
	if (strchr(format, 'f'))
		number = va_arg(arguments, double);
	else
		integer = strchr(format, 'l') ? va_arg(arguments, long) : va_arg(arguments, int);
	va_end(arguments);
	for (size_t size = (size_t)length; size <= (size_t)length + 1; size++) {
		int gave = strchr(format, 'f') && strchr(format, '*') ? __snprintf_chk(got, size, 1, sizeof got, format, width, number)
				   : strchr(format, 'f')                      ? __snprintf_chk(got, size, 1, sizeof got, format, number)
				   : strchr(format, 'l')                      ? __snprintf_chk(got, size, 1, sizeof got, format, integer)
				   : strchr(format, '*') ? __snprintf_chk(got, size, 1, sizeof got, format, width, (int)integer)
										 : __snprintf_chk(got, size, 1, sizeof got, format, (int)integer);
		assert_int_equal(gave, length);
		assert_int_equal(strncmp(got, expected, size - 1), 0);
		assert_int_equal(strlen(got), size - 1);
	}
}

static void check_double(double number)
{
	check("%f", number);
	check("%.18f", number);
	for (int digits = 0; digits <= 20; digits++)
		check("%.*f", digits, number);
}

static void check_integer(long number)
{
	check("%d", (int)number);
	check("%ld", number);
	check("%010ld", number);
	check("%x", (int)number);
	check("%02x", (int)number);
	check("%04x", (int)number);
	for (int width = 0; width <= 20; width++)
		check("%0*x", width, (int)number);
}

static void test_halves(void **state)
{
	static const double numbers[] = {0,           0.5,       0.25,
									 0.125,       0.0625,    0.03125,
									 0.015625,    0.0078125, 1.5,
									 2.5,         0.0000005, 0.1,
									 0.05,        0.9995,    0.9999995,
									 99.9999995,  999999999, 1e9,
									 4294967296., 1e15,      4503599627370496.,
									 1e22,        1e300,     5e-324,
									 1e-300,      1e-18,     5e-19,
									 4.9e-19,     1e-34,     18.446744073709552,
									 1.0 / 3,     2.0 / 3};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		check_double(numbers[i]);
		check_double(-numbers[i]);
	}
	check_double(1.0 / 0.0);
	check_double(-1.0 / 0.0);
	check_double(0.0 / 0.0);
}

/* Places in 1/1024 pt, of which every fourth has a half at the sixth digit or sooner, and doubles of any bits. */
static void test_many_doubles(void **state)
{
	uint64_t chance = 88172645463325252u;

	(void)state;
	for (int i = 0; i < 4000; i++) {
		double any;

		chance ^= chance << 13;
		chance ^= chance >> 7;
		chance ^= chance << 17;
		memcpy(&any, &chance, sizeof any);
		check_double(any);
		check_double((double)(int32_t)chance / 1024);
		check_double((double)(int32_t)(chance >> 32) / (double)(1ull << (chance & 63)));
	}
}

static void test_integers(void **state)
{
	static const long numbers[] = {0,    1,     9,     10,        15,        16,         255,       256,
								   4095, 65535, 65536, INT32_MAX, INT32_MIN, UINT32_MAX, INT64_MAX, INT64_MIN};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		check_integer(numbers[i]);
		check_integer((long)(0ul - (unsigned long)numbers[i]));
	}
}

static void test_words(void **state)
{
	char got[32];

	(void)state;
	assert_int_equal(__snprintf_chk(got, sizeof got, 1, sizeof got, "%s %d%%", "of", 7), 5);
	assert_string_equal(got, "of 7%");
	assert_int_equal(__snprintf_chk(NULL, 0, 1, 0, "%d", 12345), 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_halves), cmocka_unit_test(test_many_doubles),
									   cmocka_unit_test(test_integers), cmocka_unit_test(test_words)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
