/* length: points and millimetres ⇄ len, rounded to nearest, saturating. */
#include <math.h>

#include "base/base.h"

static len saturate(int64_t value)
{
	return value > LEN_MAX ? LEN_MAX : value < LEN_MIN ? LEN_MIN : (len)value;
}

len len_from_pt(double pt)
{
	double value = pt * LEN_PT;
	return value >= LEN_MAX ? LEN_MAX : value <= LEN_MIN ? LEN_MIN : (len)lround(value);
}

len len_from_mm(double mm)
{
	return len_from_pt(mm * 72 / 25.4);
}

double len_to_pt(len length)
{
	return (double)length / LEN_PT;
}

double len_to_mm(len length)
{
	return len_to_pt(length) * 25.4 / 72;
}

len len_add(len a, len b)
{
	return saturate((int64_t)a + b);
}

__extension__ typedef __int128 wide;

int64_t len_part(int64_t total, int64_t part, int64_t whole)
{
	return (int64_t)((wide)total * part / whole);
}

len len_scale(len a, int64_t numerator, int64_t denominator)
{
	wide product = (wide)a * numerator, divisor = denominator;
	if (divisor < 0) {
		product = -product;
		divisor = -divisor;
	}
	wide half = divisor / 2, value = product >= 0 ? (product + half) / divisor : -((-product + half) / divisor);
	return value > LEN_MAX ? LEN_MAX : value < LEN_MIN ? LEN_MIN : (len)value;
}
