/* Numbers in the words of PDF: ours, and Cairo's.
 *
 * Cairo writes every number of a page (places, operands, glyphs) by a call of snprintf(), which in Debian's build is the C library's
 * __snprintf_chk(). Therefore that function stands here too, in front of the library's own: it knows the formats that Cairo uses, and gives all
 * else to vsnprintf(). What it writes is the same to the last digit. Where the program's symbol does not come first, all works the same, only
 * slower (as with deflate.c). */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* ---- ours ---- */

void pdf_put_number(GString *out, long long number)
{
	char digits[24], *at = digits + sizeof digits;
	unsigned long long rest = number < 0 ? 0ull - (unsigned long long)number : (unsigned long long)number;

	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--at = '-';
	g_string_append_len(out, at, digits + sizeof digits - at);
}

void pdf_put_length(GString *out, len length)
{
	long long thousandths = ((long long)length * 1000 * 2 + (length < 0 ? -LEN_PT : LEN_PT)) / (2 * LEN_PT);
	unsigned long long size = thousandths < 0 ? 0ull - (unsigned long long)thousandths : (unsigned long long)thousandths;

	if (thousandths < 0)
		g_string_append_c(out, '-');
	pdf_put_number(out, (long long)(size / 1000));
	if (size % 1000) {
		char digits[] = {'.', (char)('0' + size % 1000 / 100), (char)('0' + size % 100 / 10), (char)('0' + size % 10)};

		g_string_append_len(out, digits, digits[3] != '0' ? 4 : digits[2] != '0' ? 3 : 2);
	}
}

/* ---- Cairo's ---- */

/* Of what is written here: a sign, 20 digits and a point, or the widest hexadecimal number. */
enum { ROOM = 32, WIDEST = 16 };

/* The digits of `number` in front of `end`, `least` of them at least; gives where they begin. */
static char *put_digits(char *end, uint64_t number, int least)
{
	for (; number || least > 0; number /= 10, least--)
		*--end = (char)('0' + number % 10);
	return end;
}

/* |value| × 10^digits, rounded to the nearest, halves to the even, as the library does: exact, because the product of a double's 53 bits and 10^18
 * has at most 113. false: it does not fit. */
static bool scale(double value, int digits, uint64_t *scaled)
{
	int exponent;
	double fraction = frexp(fabs(value), &exponent);
	__extension__ unsigned __int128 product = (uint64_t)ldexp(fraction, 53), rest, half;
	int shift = 53 - exponent;

	if (shift < 1)
		return false;
	for (int i = 0; i < digits; i++)
		product *= 10;
	*scaled = 0;
	if (shift > 113)
		return true; /* less than a half */
	rest = product & (((__extension__(unsigned __int128) 1) << shift) - 1);
	half = (__extension__(unsigned __int128) 1) << (shift - 1);
	product >>= shift;
	product += rest > half || (rest == half && (product & 1));
	*scaled = (uint64_t)product;
	return product <= UINT64_MAX;
}

/* "%.*f"; gives its length, 0: not written. */
static size_t put_double(char to[ROOM], double value, int digits)
{
	uint64_t scaled, unit = 1;
	char *end = to + ROOM, *begin;

	if (digits < 1 || digits > 18 || !isfinite(value) || fabs(value) >= 1e9 || !scale(value, digits, &scaled))
		return 0;
	for (int i = 0; i < digits; i++)
		unit *= 10;
	begin = put_digits(end, scaled % unit, digits);
	*--begin = '.';
	begin = put_digits(begin, scaled / unit, 1);
	if (signbit(value))
		*--begin = '-';
	memmove(to, begin, (size_t)(end - begin));
	return (size_t)(end - begin);
}

/* "%d", "%ld" */
static size_t put_integer(char to[ROOM], long number)
{
	char *end = to + ROOM, *begin = put_digits(end, number < 0 ? 0ull - (uint64_t)number : (uint64_t)number, 1);

	if (number < 0)
		*--begin = '-';
	memmove(to, begin, (size_t)(end - begin));
	return (size_t)(end - begin);
}

/* "%0*x" */
static size_t put_hexadecimal(char to[ROOM], int width, unsigned number)
{
	size_t size = 0;

	for (int digits = MAX(width, 1); size == 0 && digits <= WIDEST; digits++)
		if (digits >= 8 || number >> 4 * digits == 0)
			for (int digit = digits - 1; digit >= 0; digit--)
				to[size++] = "0123456789abcdef"[(uint64_t)number >> 4 * digit & 15];
	return size;
}

/* The number in Cairo's format; gives its length, 0: not one of those. */
static size_t put_argument(char to[ROOM], const char *format, va_list arguments)
{
	if (format[0] != '%')
		return 0;
	if (strcmp(format + 1, "d") == 0)
		return put_integer(to, va_arg(arguments, int));
	if (strcmp(format + 1, "ld") == 0)
		return put_integer(to, va_arg(arguments, long));
	if (strcmp(format + 1, "f") == 0)
		return put_double(to, va_arg(arguments, double), 6);
	if (strcmp(format + 1, ".18f") == 0)
		return put_double(to, va_arg(arguments, double), 18);
	if (strcmp(format + 1, "02x") == 0 || strcmp(format + 1, "04x") == 0)
		return put_hexadecimal(to, format[2] - '0', va_arg(arguments, unsigned));
	if (strcmp(format + 1, ".*f") != 0 && strcmp(format + 1, "0*x") != 0)
		return 0;
	int width = va_arg(arguments, int);
	return format[1] == '.' ? put_double(to, va_arg(arguments, double), width)
							: put_hexadecimal(to, width, va_arg(arguments, unsigned));
}

/* The C library's (Linux Standard Base, libc): room is what the compiler knows of the buffer. */
int __snprintf_chk(char *restrict to, size_t size, int flag, size_t room, const char *restrict format, ...);
int __snprintf_chk(char *restrict to, size_t size, int flag, size_t room, const char *restrict format, ...)
{
	char written[ROOM];
	va_list arguments;
	size_t length;

	(void)flag;
	if (room < size)
		abort();
	va_start(arguments, format);
	length = put_argument(written, format, arguments);
	va_end(arguments);
	if (length && length < size) {
		memcpy(to, written, length);
		to[length] = '\0';
		return (int)length;
	}
	va_start(arguments, format);
	int all = vsnprintf(to, size, format, arguments);
	va_end(arguments);
	return all;
}
