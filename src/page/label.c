/* label: a page's number as its sequence's `format` writes it (XSL 1.1, 7.26; XSLT 1.0, 7.7.1). */
#include <string.h>

#include "page/page_int.h"

#define ROMAN_END   5000 /* no letter stands for so much */
#define DIGITS_MOST 100  /* of a number that a format fills up with zeros */

static const char *alphabetic(struct arena *arena, int number, char first)
{
	char digits[16], *at = digits + sizeof digits - 1;
	*at = '\0';
	for (; number > 0; number = (number - 1) / 26)
		*--at = (char)(first + (number - 1) % 26);
	return arena_string(arena, at);
}

static const char *roman(struct arena *arena, int number, bool upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} parts[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
				 {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
				 {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		for (; number >= parts[i].value; number -= parts[i].value)
			g_string_append(text, upper ? parts[i].upper : parts[i].lower);
	const char *kept = arena_string(arena, text->str);
	g_string_free(text, TRUE);
	return kept;
}

/* Digits from `zero` on, in groups (7.26.2): 1,234. */
static const char *decimal(struct arena *arena, const char *digits, gunichar zero, const struct fo_style *style)
{
	size_t count = strlen(digits), size = style->grouping_size > 0 ? (size_t)style->grouping_size : 0;
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < count; i++) {
		if (i && size && style->grouping_separator && (count - i) % size == 0)
			g_string_append(text, style->grouping_separator);
		g_string_append_unichar(text, zero + (gunichar)(digits[i] - '0'));
	}
	const char *kept = arena_string(arena, text->str);
	g_string_free(text, TRUE);
	return kept;
}

/* How many digits a number has at least, and which is its 0: "1", "001", "１"; what is no format counts as "1". */
static int digits_of(const char *token, gunichar *zero)
{
	int count = (int)g_utf8_strlen(token, -1);
	gunichar one = g_utf8_get_char(g_utf8_offset_to_pointer(token, count - 1));
	bool fits = g_unichar_isdigit(one) && g_unichar_digit_value(one) == 1;
	for (int i = 0; i < count - 1 && fits; i++, token = g_utf8_next_char(token))
		fits = g_utf8_get_char(token) == one - 1;
	*zero = fits ? one - 1 : '0';
	return fits ? count : 1;
}

/* The number by one token of letters and digits. */
static const char *number_by(struct arena *arena, const struct fo_style *style, const char *token, int number)
{
	if (strcmp(token, "a") == 0 || strcmp(token, "A") == 0)
		return alphabetic(arena, number, token[0]);
	if ((strcmp(token, "i") == 0 || strcmp(token, "I") == 0) && number < ROMAN_END)
		return roman(arena, number, token[0] == 'I');
	if (strcmp(token, "一") == 0)
		return han_number(arena, (uint64_t)number);
	if (strcmp(token, "〇") == 0)
		return han_digits(arena, arena_printf(arena, "%d", number)); /* digit by digit */
	gunichar zero;
	int digits = digits_of(token, &zero);
	return decimal(arena, arena_printf(arena, "%0*d", MIN(digits, DIGITS_MOST), number), zero, style);
}

/* The end of the letters and digits at `at`, or of what is neither. */
static const char *skip(const char *at, bool alphanumeric)
{
	while (*at && (bool)g_unichar_isalnum(g_utf8_get_char(at)) == alphanumeric)
		at = g_utf8_next_char(at);
	return at;
}

/* What stands before the first and after the last token stays: "(1)", "- i -". */
const char *page_label(struct arena *arena, const struct fo_style *style, int number)
{
	const char *format = style->format ? style->format : "1", *first = skip(format, false), *end = skip(first, true), *last = end;
	if (number < 1)
		return arena_printf(arena, "%d", number);
	for (const char *next = skip(last, false); *next; next = skip(last, false)) /* one number has no use for further tokens */
		last = skip(next, true);
	char *token = *first ? g_strndup(first, (gsize)(end - first)) : g_strdup("1");
	const char *label = arena_printf(arena, "%.*s%s%s", (int)(first - format), format, number_by(arena, style, token, number),
									 *first ? last : format);
	g_free(token);
	return label;
}
