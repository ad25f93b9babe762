/* Han numerals: counting, digit by digit, and capitals for money (N-06, N-09, N-10): src/base/han.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

struct number {
	uint64_t number;
	const char *han;
};

static void assert_numbers(struct arena *arena, const struct number *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_string_equal(han_number(arena, cases[i].number), cases[i].han);
}

static void test_small_numbers(void **state)
{
	static const struct number cases[] = {
		{0, "零"},         {1, "一"},           {2, "二"},           {9, "九"},           {10, "十"},    {11, "十一"},
		{19, "十九"},      {20, "二十"},        {21, "二十一"},      {99, "九十九"},      {100, "一百"}, {101, "一百零一"},
		{110, "一百一十"}, {111, "一百一十一"}, {115, "一百一十五"}, {123, "一百二十三"}, {200, "二百"}, {999, "九百九十九"},
	};
	assert_numbers(*state, cases, sizeof cases / sizeof *cases);
}

/* One 零 for any run of zeros inside, none at the end. */
static void test_zeros_inside(void **state)
{
	static const struct number cases[] = {
		{1000, "一千"},
		{1001, "一千零一"},
		{1010, "一千零一十"},
		{1100, "一千一百"},
		{1101, "一千一百零一"},
		{10000, "一万"},
		{10001, "一万零一"},
		{10010, "一万零一十"},
		{10100, "一万零一百"},
		{11000, "一万一千"},
		{20300, "二万零三百"},
		{100101, "十万零一百零一"},
		{1000001, "一百万零一"},
		{12003400, "一千二百万三千四百"},
		{100010000, "一亿零一万"},
		{100000001, "一亿零一"},
	};
	assert_numbers(*state, cases, sizeof cases / sizeof *cases);
}

/* 十 begins a number without 一 before it, also before 万 and 亿. */
static void test_leading_ten(void **state)
{
	static const struct number cases[] = {
		{100000, "十万"},   {120000, "十二万"}, {1000000000, "十亿"}, {1512345678, "十五亿一千二百三十四万五千六百七十八"},
		{110000, "十一万"},
	};
	assert_numbers(*state, cases, sizeof cases / sizeof *cases);
}

/* 亿 is said once for all that counts hundred millions. */
static void test_large_numbers(void **state)
{
	static const struct number cases[] = {
		{100000000, "一亿"},
		{123456789, "一亿二千三百四十五万六千七百八十九"},
		{1000000000000, "一万亿"},
		{1234500000000, "一万二千三百四十五亿"},
		{1000500000000, "一万零五亿"},
		{1000000010000, "一万亿零一万"},
		{9999999999999999, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"},
		{10000000000000000, "一亿亿"},
	};
	assert_numbers(*state, cases, sizeof cases / sizeof *cases);
	assert_int_equal(strncmp(han_number(*state, UINT64_MAX), "一千八百四十四", strlen("一千八百四十四")), 0);
}

/* Read back, a numeral is the number again: by a reader that knows digits, units, 万 and 亿 only. */
static uint64_t read_han(const char *text)
{
	static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	static const char *const units[] = {"十", "百", "千"};
	static const unsigned weights[] = {10, 100, 1000};
	uint64_t whole = 0, part = 0, group = 0, digit = 0;
	for (const char *at = text; *at; at += 3) {
		for (unsigned i = 0; i < 10; i++)
			if (strncmp(at, digits[i], 3) == 0)
				digit = i;
		for (unsigned i = 0; i < 3; i++)
			if (strncmp(at, units[i], 3) == 0) {
				group += (digit ? digit : 1) * weights[i];
				digit = 0;
			}
		if (strncmp(at, "万", 3) == 0) {
			part += (group + digit) * 10000;
			group = digit = 0;
		} else if (strncmp(at, "亿", 3) == 0) {
			whole = (whole + part + group + digit) * 100000000;
			part = group = digit = 0;
		}
	}
	return whole + part + group + digit;
}

static void test_reads_back(void **state)
{
	for (uint64_t number = 0; number < 30000; number++)
		assert_true(read_han(han_number(*state, number)) == number);
	for (uint64_t number = 1, step = 0; step < 3000; step++, number = number * 2862933555777941757u + 3037000493u)
		assert_true(read_han(han_number(*state, number % 10000000000000000u)) == number % 10000000000000000u);
}

static void test_digits(void **state)
{
	assert_string_equal(han_digits(*state, "2005"), "二〇〇五");
	assert_string_equal(han_digits(*state, "0123456789"), "〇一二三四五六七八九");
	assert_string_equal(han_digits(*state, ""), "");
	assert_string_equal(han_digits(*state, "第12号a"), "第一二号a");
	assert_string_equal(han_digits(*state, "3.5"), "三.五");
}

/* N-10's own examples. */
static void test_money_of_the_standard(void **state)
{
	assert_string_equal(han_money(*state, "1409.50"), "壹仟肆佰零玖元伍角");
	assert_string_equal(han_money(*state, "6007.14"), "陆仟零柒元壹角肆分");
	assert_string_equal(han_money(*state, "1680.32"), "壹仟陆佰捌拾元零叁角贰分");
	assert_string_equal(han_money(*state, "107000.53"), "壹拾万柒仟元零伍角叁分");
	assert_string_equal(han_money(*state, "16409.02"), "壹万陆仟肆佰零玖元零贰分");
	assert_string_equal(han_money(*state, "325.04"), "叁佰贰拾伍元零肆分");
	assert_string_equal(han_money(*state, "100000000"), "壹亿元整");
}

static void test_money(void **state)
{
	assert_string_equal(han_money(*state, "0"), "零元整");
	assert_string_equal(han_money(*state, "-0.00"), "零元整");
	assert_string_equal(han_money(*state, "1"), "壹元整");
	assert_string_equal(han_money(*state, "10"), "壹拾元整");
	assert_string_equal(han_money(*state, "15.00"), "壹拾伍元整");
	assert_string_equal(han_money(*state, "+10003"), "壹万零叁元整");
	assert_string_equal(han_money(*state, "20000"), "贰万元整");
	assert_string_equal(han_money(*state, "100000"), "壹拾万元整");
	assert_string_equal(han_money(*state, "0.5"), "伍角");
	assert_string_equal(han_money(*state, "0.05"), "伍分");
	assert_string_equal(han_money(*state, "0.98"), "玖角捌分");
	assert_string_equal(han_money(*state, "10.5"), "壹拾元零伍角");
	assert_string_equal(han_money(*state, "00010.500"), "壹拾元零伍角");
	assert_string_equal(han_money(*state, "10.05"), "壹拾元零伍分");
	assert_string_equal(han_money(*state, "23.45"), "贰拾叁元肆角伍分");
	assert_string_equal(han_money(*state, "1234500000000"), "壹万贰仟叁佰肆拾伍亿元整");
	assert_string_equal(han_money(*state, "9999999999999999.99"),
						"玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
}

static void test_no_money(void **state)
{
	assert_null(han_money(*state, "1.001"));
	assert_null(han_money(*state, "-1"));
	assert_null(han_money(*state, ""));
	assert_null(han_money(*state, "1,000"));
	assert_null(han_money(*state, "一元"));
	assert_null(han_money(*state, "1e3"));
	assert_null(han_money(*state, "1000000000000000000000000000000"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small_numbers),         cmocka_unit_test(test_zeros_inside), cmocka_unit_test(test_leading_ten),
		cmocka_unit_test(test_large_numbers),         cmocka_unit_test(test_reads_back),   cmocka_unit_test(test_digits),
		cmocka_unit_test(test_money_of_the_standard), cmocka_unit_test(test_money),        cmocka_unit_test(test_no_money),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
