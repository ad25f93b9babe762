/* box: boxes and what a colour looks like. */
#include "reader/reader.h"

const struct reader_box reader_nothing = {LEN_MAX, LEN_MAX, LEN_MIN, LEN_MIN};

bool reader_is_nothing(struct reader_box box)
{
	return box.left > box.right || box.top > box.bottom;
}

static len least(len a, len b)
{
	return a < b ? a : b;
}

static len most(len a, len b)
{
	return a > b ? a : b;
}

struct reader_box reader_union(struct reader_box a, struct reader_box b)
{
	if (reader_is_nothing(a))
		return b;
	if (reader_is_nothing(b))
		return a;
	return (struct reader_box){least(a.left, b.left), least(a.top, b.top), most(a.right, b.right), most(a.bottom, b.bottom)};
}

struct reader_box reader_intersection(struct reader_box a, struct reader_box b)
{
	return (struct reader_box){most(a.left, b.left), most(a.top, b.top), least(a.right, b.right), least(a.bottom, b.bottom)};
}

/* FNV-1a, four bytes at a time. */
uint32_t reader_mix(uint32_t print, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		print = (print ^ (value >> 8 * i & 0xFF)) * 16777619u;
	return print;
}

static int part(reader_color color, int shift)
{
	return (int)(color >> shift & 0xFF);
}

bool reader_is_red(reader_color color)
{
	int red = part(color, 16), green = part(color, 8), blue = part(color, 0);
	return red >= 150 && red - green >= 90 && red - blue >= 90;
}

bool reader_is_black(reader_color color)
{
	return part(color, 16) <= 64 && part(color, 8) <= 64 && part(color, 0) <= 64;
}

bool reader_is_white(reader_color color)
{
	return part(color, 16) >= 250 && part(color, 8) >= 250 && part(color, 0) >= 250;
}
