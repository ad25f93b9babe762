/* Dates: reading ISO dates, arithmetic on days, and the forms that documents write: src/base/date.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

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

static struct date day(const char *iso)
{
	struct date date;
	if (!date_parse(iso, &date))
		fail_msg("%s", iso);
	return date;
}

static void test_parse(void **state)
{
	struct date date = {0};
	(void)state;
	assert_true(date_parse("2005-02-17", &date));
	assert_int_equal(date.year, 2005);
	assert_int_equal(date.month, 2);
	assert_int_equal(date.day, 17);
	assert_true(date_parse("0001-01-01", &date));
	assert_true(date_parse("9999-12-31", &date));
	assert_int_equal(date.year, 9999);
}

static void test_leap_years(void **state)
{
	struct date date;
	(void)state;
	assert_true(date_parse("2004-02-29", &date));
	assert_true(date_parse("2000-02-29", &date));
	assert_true(date_parse("1600-02-29", &date));
	assert_false(date_parse("1900-02-29", &date));
	assert_false(date_parse("2100-02-29", &date));
	assert_false(date_parse("2005-02-29", &date));
	assert_false(date_parse("2004-02-30", &date));
}

static void test_days_of_months(void **state)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	struct date date;
	for (int month = 1; month <= 12; month++) {
		assert_true(date_parse(arena_printf(*state, "2005-%02d-%02d", month, days[month - 1]), &date));
		assert_false(date_parse(arena_printf(*state, "2005-%02d-%02d", month, days[month - 1] + 1), &date));
		assert_false(date_parse(arena_printf(*state, "2005-%02d-00", month), &date));
	}
}

static void test_no_dates(void **state)
{
	static const char *const bad[] = {"",           "2005",       "2005-2-17",  "2005-02-1",   "2005/02/17",     "2005-13-01",
									  "2005-00-10", "0000-01-01", "20050217",   " 2005-02-17", "2005-02-17 ",    "2005-02-17T00",
									  "-005-02-17", "+005-02-17", "2005-02-1x", "05-02-2017",  "２００５-02-17", "2005年2月17日"};
	struct date date = {1, 2, 3};
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse(bad[i], &date));
	assert_false(date_parse(NULL, &date));
	assert_int_equal(date.year, 1);
	assert_int_equal(date.day, 3);
}

static void assert_sum(struct arena *arena, const char *from, int days, const char *expected)
{
	assert_string_equal(date_iso(arena, date_add_days(day(from), days)), expected);
	assert_int_equal(date_days_between(day(from), day(expected)), days);
	assert_int_equal(date_days_between(day(expected), day(from)), -days);
}

static void test_add_days(void **state)
{
	assert_sum(*state, "2005-02-17", 0, "2005-02-17");
	assert_sum(*state, "2005-02-28", 1, "2005-03-01");
	assert_sum(*state, "2004-02-28", 1, "2004-02-29");
	assert_sum(*state, "2004-02-29", 1, "2004-03-01");
	assert_sum(*state, "1900-02-28", 1, "1900-03-01");
	assert_sum(*state, "2000-02-28", 2, "2000-03-01");
	assert_sum(*state, "2005-12-31", 1, "2006-01-01");
	assert_sum(*state, "2006-01-01", -1, "2005-12-31");
	assert_sum(*state, "2004-03-01", -1, "2004-02-29");
	assert_sum(*state, "2004-02-29", 366, "2005-03-01");
	assert_sum(*state, "2000-01-01", 146097, "2400-01-01");
	assert_sum(*state, "0001-01-01", 3652058, "9999-12-31");
	assert_sum(*state, "9999-12-31", -3652058, "0001-01-01");
	assert_sum(*state, "1970-01-01", 12784, "2005-01-01");
}

/* Every day of two eras, against a calendar of its own. */
static void test_every_day(void **state)
{
	GDate *calendar = g_date_new_dmy(1, G_DATE_JANUARY, 1599);
	const struct date first = day("1599-01-01");
	struct date date;
	(void)state;
	for (int i = 0; i < 2 * 146097; i++) {
		date = date_add_days(first, i);
		assert_int_equal(date.year, g_date_get_year(calendar));
		assert_int_equal(date.month, g_date_get_month(calendar));
		assert_int_equal(date.day, g_date_get_day(calendar));
		assert_int_equal(date_days_between(first, date), i);
		g_date_add_days(calendar, 1);
	}
	g_date_free(calendar);
}

static void test_iso(void **state)
{
	assert_string_equal(date_iso(*state, day("2005-02-07")), "2005-02-07");
	assert_string_equal(date_iso(*state, day("0987-10-30")), "0987-10-30");
}

/* N-07: no leading zeros. */
static void test_arabic(void **state)
{
	assert_string_equal(date_arabic(*state, day("2005-02-17")), "2005年2月17日");
	assert_string_equal(date_arabic(*state, day("2026-02-07")), "2026年2月7日");
	assert_string_equal(date_arabic(*state, day("2020-12-30")), "2020年12月30日");
}

/* N-08: the year digit by digit with 〇, month and day as numbers. */
static void test_han(void **state)
{
	assert_string_equal(date_han(*state, day("2005-02-17")), "二〇〇五年二月十七日");
	assert_string_equal(date_han(*state, day("2010-10-10")), "二〇一〇年十月十日");
	assert_string_equal(date_han(*state, day("2026-11-21")), "二〇二六年十一月二十一日");
	assert_string_equal(date_han(*state, day("2020-12-30")), "二〇二〇年十二月三十日");
	assert_string_equal(date_han(*state, day("2000-01-01")), "二〇〇〇年一月一日");
}

/* N-11: months 1, 2, 10 and days 1–10, 20, 30 take 零 in front. */
static void test_bill(void **state)
{
	static const char *const months[] = {"零壹", "零贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "零壹拾", "壹拾壹", "壹拾贰"};
	static const char *const days[] = {"零壹",   "零贰",   "零叁",   "零肆",   "零伍",   "零陆",   "零柒",   "零捌",
									   "零玖",   "零壹拾", "壹拾壹", "壹拾贰", "壹拾叁", "壹拾肆", "壹拾伍", "壹拾陆",
									   "壹拾柒", "壹拾捌", "壹拾玖", "零贰拾", "贰拾壹", "贰拾贰", "贰拾叁", "贰拾肆",
									   "贰拾伍", "贰拾陆", "贰拾柒", "贰拾捌", "贰拾玖", "零叁拾", "叁拾壹"};
	assert_string_equal(date_bill(*state, day("2005-02-17")), "贰零零伍年零贰月壹拾柒日");
	for (int month = 1; month <= 12; month++)
		assert_string_equal(date_bill(*state, (struct date){1968, month, 15}),
							arena_printf(*state, "壹玖陆捌年%s月壹拾伍日", months[month - 1]));
	for (int number = 1; number <= 31; number++)
		assert_string_equal(date_bill(*state, (struct date){2034, 7, number}),
							arena_printf(*state, "贰零叁肆年柒月%s日", days[number - 1]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),    cmocka_unit_test(test_leap_years), cmocka_unit_test(test_days_of_months),
		cmocka_unit_test(test_no_dates), cmocka_unit_test(test_add_days),   cmocka_unit_test(test_every_day),
		cmocka_unit_test(test_iso),      cmocka_unit_test(test_arabic),     cmocka_unit_test(test_han),
		cmocka_unit_test(test_bill),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
