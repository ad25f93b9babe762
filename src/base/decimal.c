/* decimal: exact decimal arithmetic on GMP integers: a value is number × 10^−places. */
#include <glib.h>
#include <gmp.h>
#include <string.h>

#include "base/base.h"

struct decimal {
	mpz_t number;
	unsigned long places;
};

bool decimal_is(const char *text)
{
	if (!text)
		return false;
	text += *text == '+' || *text == '-';
	size_t whole = strspn(text, "0123456789");
	text += whole;
	if (*text == '\0')
		return whole > 0;
	if (whole == 0 || *text++ != '.')
		return false;
	size_t fraction = strspn(text, "0123456789");
	return fraction > 0 && text[fraction] == '\0';
}

static bool read_decimal(struct decimal *decimal, const char *text)
{
	if (!decimal_is(text))
		return false;
	const char *point = strchr(text, '.');
	char *digits = g_malloc(strlen(text) + 1), *to = digits;
	for (const char *from = text + (*text == '+'); *from; from++)
		if (*from != '.')
			*to++ = *from;
	*to = '\0';
	decimal->places = point ? strlen(point + 1) : 0;
	mpz_init_set_str(decimal->number, digits, 10);
	g_free(digits);
	return true;
}

static bool read_two(struct decimal *a, struct decimal *b, const char *text_a, const char *text_b)
{
	if (!read_decimal(a, text_a))
		return false;
	if (read_decimal(b, text_b))
		return true;
	mpz_clear(a->number);
	return false;
}

/* Gives the number `places` decimals; more than it has. */
static void widen(struct decimal *decimal, unsigned long places)
{
	mpz_t power;
	mpz_init(power);
	mpz_ui_pow_ui(power, 10, places - decimal->places);
	mpz_mul(decimal->number, decimal->number, power);
	mpz_clear(power);
	decimal->places = places;
}

static void align(struct decimal *a, struct decimal *b)
{
	if (a->places < b->places)
		widen(a, b->places);
	else
		widen(b, a->places);
}

/* quotient = dividend / divisor, half away from zero. */
static void divide_half_up(mpz_t quotient, const mpz_t dividend, const mpz_t divisor)
{
	mpz_t doubled, twice;
	int sign = mpz_sgn(dividend) * mpz_sgn(divisor);
	mpz_inits(doubled, twice, NULL);
	mpz_abs(doubled, dividend);
	mpz_mul_2exp(doubled, doubled, 1);
	mpz_abs(twice, divisor);
	mpz_add(doubled, doubled, twice); /* (2|a| + |b|) / 2|b| */
	mpz_mul_2exp(twice, twice, 1);
	mpz_tdiv_q(quotient, doubled, twice);
	if (sign < 0)
		mpz_neg(quotient, quotient);
	mpz_clears(doubled, twice, NULL);
}

/* Digits with the point set, all places written. */
static char *write_fixed(struct arena *arena, const struct decimal *decimal)
{
	char *digits = mpz_get_str(NULL, 10, decimal->number);
	const char *from = digits;
	GString *text = g_string_new(*from == '-' ? "-" : "");
	from += *from == '-';
	size_t count = strlen(from), places = decimal->places;
	if (count <= places) {
		g_string_append(text, "0");
		if (places) {
			g_string_append_c(text, '.');
			for (size_t i = count; i < places; i++)
				g_string_append_c(text, '0');
			g_string_append(text, from);
		}
	} else {
		g_string_append_len(text, from, (gssize)(count - places));
		if (places) {
			g_string_append_c(text, '.');
			g_string_append(text, from + count - places);
		}
	}
	char *copy = arena_string(arena, text->str);
	g_string_free(text, TRUE);
	void (*gmp_free)(void *, size_t);
	mp_get_memory_functions(NULL, NULL, &gmp_free);
	gmp_free(digits, strlen(digits) + 1);
	return copy;
}

static char *write_canonical(struct arena *arena, const struct decimal *decimal)
{
	char *text = write_fixed(arena, decimal);
	if (strchr(text, '.')) {
		size_t size = strlen(text);
		while (text[size - 1] == '0')
			text[--size] = '\0';
		if (text[size - 1] == '.')
			text[size - 1] = '\0';
	}
	return text;
}

char *decimal_canonical(struct arena *arena, const char *a)
{
	struct decimal value;
	if (!read_decimal(&value, a))
		return NULL;
	char *text = write_canonical(arena, &value);
	mpz_clear(value.number);
	return text;
}

/* a ∘ b for +, − on aligned numbers and ×. */
static char *combine(struct arena *arena, const char *text_a, const char *text_b,
					 void (*operation)(mpz_ptr, mpz_srcptr, mpz_srcptr), bool aligned)
{
	struct decimal a, b;
	if (!read_two(&a, &b, text_a, text_b))
		return NULL;
	if (aligned)
		align(&a, &b);
	else
		a.places += b.places;
	operation(a.number, a.number, b.number);
	char *text = write_canonical(arena, &a);
	mpz_clears(a.number, b.number, NULL);
	return text;
}

char *decimal_add(struct arena *arena, const char *a, const char *b)
{
	return combine(arena, a, b, mpz_add, true);
}

char *decimal_subtract(struct arena *arena, const char *a, const char *b)
{
	return combine(arena, a, b, mpz_sub, true);
}

char *decimal_multiply(struct arena *arena, const char *a, const char *b)
{
	return combine(arena, a, b, mpz_mul, false);
}

char *decimal_divide(struct arena *arena, const char *text_a, const char *text_b, unsigned places)
{
	struct decimal a, b;
	if (!read_two(&a, &b, text_a, text_b))
		return NULL;
	char *text = NULL;
	if (mpz_sgn(b.number) != 0) {
		align(&a, &b);
		a.places = 0; /* a and b are whole now: the quotient wants `places` */
		widen(&a, places);
		divide_half_up(a.number, a.number, b.number);
		text = write_canonical(arena, &a);
	}
	mpz_clears(a.number, b.number, NULL);
	return text;
}

/* Rounds to `places`, half away from zero, or widens. */
static void set_places(struct decimal *decimal, unsigned long places)
{
	if (decimal->places <= places) {
		widen(decimal, places);
		return;
	}
	mpz_t power;
	mpz_init(power);
	mpz_ui_pow_ui(power, 10, decimal->places - places);
	divide_half_up(decimal->number, decimal->number, power);
	mpz_clear(power);
	decimal->places = places;
}

char *decimal_fixed(struct arena *arena, const char *a, unsigned places)
{
	struct decimal value;
	if (!read_decimal(&value, a))
		return NULL;
	set_places(&value, places);
	char *text = write_fixed(arena, &value);
	mpz_clear(value.number);
	return text;
}

#define KEY_PLACES 18
#define KEY_DIGITS 36

/* value × 10^18 + 10^36: no sign, 37 digits, so bytes compare as values do. */
char *decimal_sort_key(struct arena *arena, const char *a)
{
	struct decimal value;
	if (!read_decimal(&value, decimal_canonical(arena, a))) /* zeros at its end are no places */
		return NULL;
	char *key = NULL;
	mpz_t limit;
	mpz_init(limit);
	mpz_ui_pow_ui(limit, 10, KEY_DIGITS);
	if (value.places <= KEY_PLACES) {
		widen(&value, KEY_PLACES);
		if (mpz_cmpabs(value.number, limit) < 0) {
			mpz_add(value.number, value.number, limit);
			value.places = 0;
			char *digits = write_fixed(arena, &value);
			key = arena_printf(arena, "%0*d%s", (int)(KEY_DIGITS + 1 - strlen(digits)), 0, digits);
			key += strlen(key) - (KEY_DIGITS + 1);
		}
	}
	mpz_clears(value.number, limit, NULL);
	return key;
}

bool decimal_compare(const char *text_a, const char *text_b, int *order)
{
	struct decimal a, b;
	if (!read_two(&a, &b, text_a, text_b))
		return false;
	align(&a, &b);
	int compared = mpz_cmp(a.number, b.number);
	*order = (compared > 0) - (compared < 0);
	mpz_clears(a.number, b.number, NULL);
	return true;
}
