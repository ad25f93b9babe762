/* classes: Z-01, the classes of characters, as a table of ranges in code point order. */
#include "text/text_int.h"

static const struct {
	gunichar first, last;
	enum text_class cls;
} ranges[] = {
	{0x0009, 0x0009, TEXT_SPACE},     {0x000A, 0x000A, TEXT_NEWLINE},    {0x0020, 0x0020, TEXT_SPACE},
	{0x0024, 0x0024, TEXT_PREFIX},    {0x0025, 0x0025, TEXT_SUFFIX},     {0x002F, 0x002F, TEXT_SOLIDUS},
	{0x0030, 0x0039, TEXT_DIGIT},     {0x0041, 0x005A, TEXT_LETTER},     {0x0061, 0x007A, TEXT_LETTER},
	{0x00A3, 0x00A3, TEXT_PREFIX},    {0x00A5, 0x00A5, TEXT_PREFIX},     {0x00B0, 0x00B0, TEXT_SUFFIX},
	{0x00B2, 0x00B3, TEXT_SUFFIX},    {0x00B7, 0x00B7, TEXT_INTERPUNCT}, {0x00B9, 0x00B9, TEXT_SUFFIX},
	{0x00C0, 0x00D6, TEXT_LETTER},    {0x00D8, 0x00F6, TEXT_LETTER},     {0x00F8, 0x024F, TEXT_LETTER},
	{0x0370, 0x03FF, TEXT_LETTER},    {0x0400, 0x052F, TEXT_LETTER},     {0x1E00, 0x1FFF, TEXT_LETTER},
	{0x2010, 0x2010, TEXT_CONNECTOR}, {0x2013, 0x2013, TEXT_CONNECTOR},  {0x2014, 0x2014, TEXT_DASH},
	{0x2018, 0x2018, TEXT_OPENING},   {0x2019, 0x2019, TEXT_CLOSING},    {0x201C, 0x201C, TEXT_OPENING},
	{0x201D, 0x201D, TEXT_CLOSING},   {0x2026, 0x2026, TEXT_ELLIPSIS},   {0x2027, 0x2027, TEXT_INTERPUNCT},
	{0x2030, 0x2030, TEXT_SUFFIX},    {0x2032, 0x2033, TEXT_SUFFIX},     {0x203C, 0x203C, TEXT_EXCLAIM},
	{0x2047, 0x2049, TEXT_EXCLAIM},   {0x2070, 0x207B, TEXT_SUFFIX},     {0x20A0, 0x20BF, TEXT_PREFIX},
	{0x2103, 0x2103, TEXT_SUFFIX},    {0x2109, 0x2109, TEXT_SUFFIX},     {0x2116, 0x2116, TEXT_PREFIX},
	{0x22EF, 0x22EF, TEXT_ELLIPSIS},  {0x2E3A, 0x2E3A, TEXT_DASH},       {0x2E80, 0x2FFF, TEXT_HAN},
	{0x3000, 0x3000, TEXT_WIDE},      {0x3001, 0x3001, TEXT_PAUSE},      {0x3002, 0x3002, TEXT_STOP},
	{0x3003, 0x3003, TEXT_WIDE},      {0x3004, 0x3007, TEXT_HAN},        {0x3008, 0x3008, TEXT_OPENING},
	{0x3009, 0x3009, TEXT_CLOSING},   {0x300A, 0x300A, TEXT_OPENING},    {0x300B, 0x300B, TEXT_CLOSING},
	{0x300C, 0x300C, TEXT_OPENING},   {0x300D, 0x300D, TEXT_CLOSING},    {0x300E, 0x300E, TEXT_OPENING},
	{0x300F, 0x300F, TEXT_CLOSING},   {0x3010, 0x3010, TEXT_OPENING},    {0x3011, 0x3011, TEXT_CLOSING},
	{0x3012, 0x3013, TEXT_WIDE},      {0x3014, 0x3014, TEXT_OPENING},    {0x3015, 0x3015, TEXT_CLOSING},
	{0x3016, 0x3016, TEXT_OPENING},   {0x3017, 0x3017, TEXT_CLOSING},    {0x3018, 0x301B, TEXT_WIDE},
	{0x301C, 0x301C, TEXT_CONNECTOR}, {0x301D, 0x3020, TEXT_WIDE},       {0x3021, 0x3029, TEXT_HAN},
	{0x3030, 0x303F, TEXT_WIDE},      {0x3040, 0x30FA, TEXT_HAN},        {0x30FB, 0x30FB, TEXT_INTERPUNCT},
	{0x30FC, 0x9FFF, TEXT_HAN},       {0xF900, 0xFAFF, TEXT_HAN},        {0xFE30, 0xFE4F, TEXT_WIDE},
	{0xFF01, 0xFF01, TEXT_EXCLAIM},   {0xFF04, 0xFF04, TEXT_PREFIX},     {0xFF05, 0xFF05, TEXT_SUFFIX},
	{0xFF08, 0xFF08, TEXT_OPENING},   {0xFF09, 0xFF09, TEXT_CLOSING},    {0xFF0C, 0xFF0C, TEXT_PAUSE},
	{0xFF0E, 0xFF0E, TEXT_PAUSE},     {0xFF0F, 0xFF0F, TEXT_SOLIDUS},    {0xFF10, 0xFF19, TEXT_WIDE},
	{0xFF1A, 0xFF1B, TEXT_PAUSE},     {0xFF1F, 0xFF1F, TEXT_EXCLAIM},    {0xFF21, 0xFF3A, TEXT_WIDE},
	{0xFF3B, 0xFF3B, TEXT_OPENING},   {0xFF3D, 0xFF3D, TEXT_CLOSING},    {0xFF41, 0xFF5A, TEXT_WIDE},
	{0xFF5B, 0xFF5B, TEXT_OPENING},   {0xFF5D, 0xFF5D, TEXT_CLOSING},    {0xFF5E, 0xFF5E, TEXT_CONNECTOR},
	{0xFFE0, 0xFFE0, TEXT_SUFFIX},    {0xFFE1, 0xFFE1, TEXT_PREFIX},     {0xFFE5, 0xFFE5, TEXT_PREFIX},
	{0xFFFC, 0xFFFC, TEXT_OBJECT},    {0x1F100, 0x1F2FF, TEXT_WIDE},     {0x20000, 0x3FFFD, TEXT_HAN},
};

enum text_class text_class_of(gunichar c)
{
	if (c >= 0x3400 && c <= 0x9FFF) /* nearly all of a text */
		return TEXT_HAN;
	size_t low = 0, high = G_N_ELEMENTS(ranges);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (c < ranges[middle].first)
			high = middle;
		else if (c > ranges[middle].last)
			low = middle + 1;
		else
			return ranges[middle].cls;
	}
	return TEXT_OTHER;
}

bool text_is_han(gunichar c)
{
	return text_class_of(c) == TEXT_HAN;
}

bool text_is_wide(gunichar c)
{
	switch (text_class_of(c)) {
	case TEXT_HAN:
	case TEXT_WIDE:
	case TEXT_OPENING:
	case TEXT_CLOSING:
	case TEXT_PAUSE:
	case TEXT_STOP:
	case TEXT_EXCLAIM:
		return true;
	case TEXT_CONNECTOR:
	case TEXT_SOLIDUS:
	case TEXT_SUFFIX:
	case TEXT_PREFIX:
		return c >= 0x3000;
	default:
		return c == 0x2014 || c == 0x2026 || c == 0x22EF || c == 0x2E3A;
	}
}

bool text_begins_no_line(enum text_class cls)
{
	switch (cls) {
	case TEXT_CLOSING:
	case TEXT_PAUSE:
	case TEXT_STOP:
	case TEXT_EXCLAIM:
	case TEXT_INTERPUNCT:
	case TEXT_CONNECTOR:
	case TEXT_SOLIDUS:
		return true;
	default:
		return false;
	}
}

/* Z-10, CSS `line-break`: begin no line at level strict, may begin one at level loose. In code point order. */
static const gunichar strict_starts[] = {
	0x25,   0xA2,   0xB0,   0x2010, 0x2013, 0x2024, 0x2025, 0x2026, 0x2030, 0x2032, 0x2033, 0x2035, 0x203C,
	0x2047, 0x2048, 0x2049, 0x2103, 0x2109, 0x22EF, 0x3005, 0x301C, 0x303B, 0x309D, 0x309E, 0x30A0, 0x30FB,
	0x30FD, 0x30FE, 0xFE19, 0xFE6A, 0xFF01, 0xFF05, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF65, 0xFFE0,
};

bool text_is_strict_start(gunichar c)
{
	for (size_t i = 0; i < G_N_ELEMENTS(strict_starts) && strict_starts[i] <= c; i++)
		if (strict_starts[i] == c)
			return true;
	return false;
}

len text_space_width(gunichar c, len em)
{
	static const uint8_t parts[] = {2, 1, 2, 1, 3, 4, 6, 2, 4, 5, 10}; /* U+2000 … U+200A: an em through this */
	if (c >= 0x2000 && c <= 0x200A)
		return em / parts[c - 0x2000];
	return c == 0x202F ? em / 5 : c == 0x205F ? em * 4 / 18 : 0;
}
