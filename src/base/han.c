/* han: numbers in Han characters: for counting (一百二十三), for numbering (二〇〇五), capital for money and bills (N-06 … N-11). */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/base.h"

/* A set of numerals: for counting, and capital. */
struct numerals {
	const char *digits[10];
	const char *units[4]; /* 1, 10, 100, 1000 */
};

static const struct numerals counting = {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}};
static const struct numerals capital = {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}};

#define YI 100000000u /* 亿 */

/* Four digits; a zero is written once between digits. zero: one is owed from the group before. */
static void append_group(GString *text, const struct numerals *numerals, unsigned group, bool zero)
{
	static const unsigned powers[] = {1, 10, 100, 1000};
	for (int i = 3; i >= 0; i--) {
		unsigned digit = group / powers[i] % 10;
		if (digit == 0) {
			zero = true;
			continue;
		}
		if (zero && text->len)
			g_string_append(text, numerals->digits[0]);
		zero = false;
		g_string_append(text, numerals->digits[digit]);
		g_string_append(text, numerals->units[i]);
	}
}

/* 万 stands between two groups of four digits; what counts 亿 is itself such a number: 一万二千三百四十五亿. */
static void append_number(GString *text, const struct numerals *numerals, uint64_t number)
{
	if (number >= YI) {
		append_number(text, numerals, number / YI);
		g_string_append(text, "亿");
		number %= YI;
	}
	unsigned high = (unsigned)(number / 10000), low = (unsigned)(number % 10000);
	if (high) {
		append_group(text, numerals, high, false);
		g_string_append(text, "万");
	}
	append_group(text, numerals, low, !high);
}

static GString *spell(const struct numerals *numerals, uint64_t number)
{
	GString *text = g_string_new("");
	append_number(text, numerals, number);
	if (!text->len)
		g_string_append(text, numerals->digits[0]);
	return text;
}

static char *finish(struct arena *arena, GString *text, size_t skip)
{
	char *copy = arena_string(arena, text->str + skip);
	g_string_free(text, TRUE);
	return copy;
}

char *han_number(struct arena *arena, uint64_t number)
{
	GString *text = spell(&counting, number);
	/* 十二, 十万, not 一十二, 一十万 */
	size_t skip = g_str_has_prefix(text->str, "一十") ? strlen("一") : 0;
	return finish(arena, text, skip);
}

char *han_digits(struct arena *arena, const char *digits)
{
	static const char *const names[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	GString *text = g_string_new("");
	for (; *digits; digits++) {
		if (g_ascii_isdigit(*digits))
			g_string_append(text, names[*digits - '0']);
		else
			g_string_append_c(text, *digits);
	}
	return finish(arena, text, 0);
}

/* N-09, N-10: 整 after 元 and (allowed) not after 角; 零 between 元 and 分 without 角, and between a 元 that ends in zero and 角. */
char *han_money(struct arena *arena, const char *decimal)
{
	char *plain = decimal_canonical(arena, decimal);
	if (!plain || *plain == '-')
		return NULL;
	const char *point = strchr(plain, '.');
	size_t places = point ? strlen(point + 1) : 0, whole = strcspn(plain, ".");
	if (places > 2 || whole > 16)
		return NULL;
	uint64_t yuan = g_ascii_strtoull(plain, NULL, 10);
	unsigned jiao = places > 0 ? (unsigned)(point[1] - '0') : 0, fen = places > 1 ? (unsigned)(point[2] - '0') : 0;
	GString *text = g_string_new("");
	if (yuan || (!jiao && !fen)) {
		GString *spelled = spell(&capital, yuan);
		g_string_append_printf(text, "%s元", spelled->str);
		g_string_free(spelled, TRUE);
	}
	if (!jiao && !fen) {
		g_string_append(text, "整");
		return finish(arena, text, 0);
	}
	if (text->len && (!jiao || yuan % 10 == 0))
		g_string_append(text, "零");
	if (jiao)
		g_string_append_printf(text, "%s角", capital.digits[jiao]);
	if (fen)
		g_string_append_printf(text, "%s分", capital.digits[fen]);
	return finish(arena, text, 0);
}

/* N-11: months 1, 2, 10 and days 1–10, 20, 30 take 零 in front. */
static void append_bill_part(GString *text, unsigned value, bool zero, const char *unit)
{
	GString *spelled = spell(&capital, value);
	g_string_append_printf(text, "%s%s%s", zero ? "零" : "", spelled->str, unit);
	g_string_free(spelled, TRUE);
}

char *date_bill(struct arena *arena, struct date date)
{
	char digits[12];
	snprintf(digits, sizeof digits, "%d", date.year);
	GString *text = g_string_new("");
	for (const char *digit = digits; *digit; digit++)
		g_string_append(text, capital.digits[*digit - '0']);
	g_string_append(text, "年");
	append_bill_part(text, (unsigned)date.month, date.month < 3 || date.month == 10, "月");
	append_bill_part(text, (unsigned)date.day, date.day < 10 || date.day % 10 == 0, "日");
	return finish(arena, text, 0);
}
