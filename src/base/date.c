/* date: ISO dates, day arithmetic, and the forms that documents write them in. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/base.h"

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static int number(const char *digits, int count)
{
	int value = 0;
	for (int i = 0; i < count; i++)
		value = value * 10 + (digits[i] - '0');
	return value;
}

bool date_parse(const char *iso, struct date *date)
{
	if (!iso || strlen(iso) != 10)
		return false;
	for (int i = 0; i < 10; i++)
		if (i == 4 || i == 7 ? iso[i] != '-' : !g_ascii_isdigit(iso[i]))
			return false;
	struct date read = {number(iso, 4), number(iso + 5, 2), number(iso + 8, 2)};
	if (read.year < 1 || read.month < 1 || read.month > 12 || read.day < 1 || read.day > days_in_month(read.year, read.month))
		return false;
	*date = read;
	return true;
}

/* Days since 0000-03-01: years begin in March, so that the leap day is the last. */
static int64_t to_days(struct date date)
{
	int64_t year = date.month > 2 ? date.year : date.year - 1;
	int64_t month = (date.month + 9) % 12;
	return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day - 1;
}

static struct date from_days(int64_t days)
{
	int64_t year = (days * 10000 + 14780) / 3652425;
	int64_t rest = days - (year * 365 + year / 4 - year / 100 + year / 400);
	if (rest < 0) {
		year--;
		rest = days - (year * 365 + year / 4 - year / 100 + year / 400);
	}
	int64_t month = (100 * rest + 52) / 3060;
	return (struct date){.year = (int)(year + (month + 2) / 12),
						 .month = (int)((month + 2) % 12 + 1),
						 .day = (int)(rest - (month * 306 + 5) / 10 + 1)};
}

struct date date_add_days(struct date date, int days)
{
	return from_days(to_days(date) + days);
}

int date_days_between(struct date from, struct date to)
{
	return (int)(to_days(to) - to_days(from));
}

char *date_iso(struct arena *arena, struct date date)
{
	return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

char *date_arabic(struct arena *arena, struct date date)
{
	return arena_printf(arena, "%d年%d月%d日", date.year, date.month, date.day);
}

char *date_han(struct arena *arena, struct date date)
{
	char digits[12];
	snprintf(digits, sizeof digits, "%d", date.year);
	return arena_printf(arena, "%s年%s月%s日", han_digits(arena, digits), han_number(arena, (uint64_t)date.month),
						han_number(arena, (uint64_t)date.day));
}
