/* color: XSL 5.9.9 and the color functions: names, #rgb, #rrggbb, rgb(), rgb-icc() by its sRGB part, system colours, and FOP's cmyk(). */
#include <string.h>

#include "fo/fo_int.h"

static const struct {
	const char *name;
	fo_color color;
} names[] = {
#define COLOR(name, rgb) {name, rgb##u << 8 | 0xFF},
#include "colors.def"
#include "system_colors.def"
#undef COLOR
	{"transparent", 0x00000000},
};

/* Three or six hexadecimal digits. */
static bool parse_hex(const char *text, fo_color *color)
{
	size_t size = strlen(text);
	fo_color value = 0;
	if (size != 3 && size != 6)
		return false;
	for (size_t i = 0; i < size; i++) {
		int digit = g_ascii_xdigit_value(text[i]);
		if (digit < 0)
			return false;
		value = value << 4 | (fo_color)digit;
		if (size == 3)
			value = value << 4 | (fo_color)digit;
	}
	*color = value << 8 | 0xFF;
	return true;
}

/* The parts of a color function that come next: expressions, each a number or a percentage of 255, between commas. one: what the number 1
 * is of that. Gives 0 … 255 each, nearest where they are beyond. */
static bool read_parts(struct fo_reader *reader, int count, int one, unsigned *parts)
{
	for (int i = 0; i < count; i++) {
		struct fo_number number = fo_read_sum(reader);
		bool good = !reader->failed && !number.proportion && !number.larger &&
					(!number.power || (number.has_percent && !number.fixed));
		int64_t value = number.has_percent ? fo_scaled(number.percent, 255, 100) : fo_scaled(number.fixed, one, 1);
		fo_read_space(reader);
		if (!good || (i + 1 < count && *reader->at++ != ','))
			return false;
		parts[i] = (unsigned)((CLAMP(value, 0, 255 * FO_NANO) + FO_NANO / 2) / FO_NANO);
	}
	return true;
}

static fo_color color_of(const unsigned *rgb)
{
	return rgb[0] << 24 | rgb[1] << 16 | rgb[2] << 8 | 0xFF;
}

/* "rgb(r, g, b)"; "rgb-icc(r, g, b, …)" and "rgb-named-color(r, g, b, …)" by their fallback. */
static bool parse_function(struct fo_reader reader, fo_color *color)
{
	const char *text = reader.at;
	bool rgb = g_str_has_prefix(text, "rgb(");
	unsigned parts[3];
	if (!rgb && !g_str_has_prefix(text, "rgb-icc(") && !g_str_has_prefix(text, "rgb-named-color("))
		return false;
	reader.at = strchr(text, '(') + 1;
	if (!read_parts(&reader, 3, 1, parts))
		return false;
	*color = color_of(parts);
	return rgb ? strcmp(reader.at, ")") == 0 : strchr(",)", *reader.at) && text[strlen(text) - 1] == ')';
}

/* "cmyk(c, m, y, k)", parts of 1 or percentages, as light that the inks leave. */
static bool parse_cmyk(struct fo_reader reader, fo_color *color)
{
	unsigned ink[4];
	if (!g_str_has_prefix(reader.at, "cmyk("))
		return false;
	reader.at += strlen("cmyk(");
	if (!read_parts(&reader, 4, 255, ink) || strcmp(reader.at, ")") != 0)
		return false;
	for (int i = 0; i < 3; i++)
		ink[i] = ((255 - ink[i]) * (255 - ink[3]) + 127) / 255;
	*color = color_of(ink);
	return true;
}

static bool find_name(const char *name, size_t size, fo_color *color)
{
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strlen(names[i].name) == size && g_ascii_strncasecmp(name, names[i].name, size) == 0) {
			*color = names[i].color;
			return true;
		}
	return false;
}

/* "system-color(GrayText)" (5.10.2). */
static bool parse_system_color(const char *text, fo_color *color)
{
	static const char function[] = "system-color(";
	if (!g_str_has_prefix(text, function))
		return false;
	const char *name = text + strlen(function);
	size_t size = strlen(name);
	if (size < 2 || name[size - 1] != ')')
		return false;
	char *stripped = g_strstrip(g_strndup(name, size - 1));
	bool found = find_name(stripped, strlen(stripped), color);
	g_free(stripped);
	return found;
}

bool fo_color_parse(const struct fo_styling *styling, enum fo_property property, const char *text, fo_color *color)
{
	const struct fo_reader reader = {.styling = styling, .property = property, .at = text};
	if (g_ascii_strcasecmp(text, "currentcolor") == 0) {
		*color = (property == FO_PROP_color ? styling->inherited : styling->style)->color;
		return true;
	}
	if (find_name(text, strlen(text), color) || parse_system_color(text, color))
		return true;
	if (*text == '#')
		return parse_hex(text + 1, color);
	return parse_function(reader, color) || parse_cmyk(reader, color);
}

bool fo_color_is_function(const char *text)
{
	static const char *const functions[] = {"rgb(", "rgb-icc(", "rgb-named-color(", "cmyk("};
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++)
		if (g_str_has_prefix(text, functions[i]))
			return true;
	return false;
}

enum fo_reason fo_color_reason(const char *text)
{
	if (*text == '#')
		return FO_REASON_COLOR_DIGITS;
	if (fo_color_is_function(text))
		return FO_REASON_COLOR_PARTS;
	return strchr(text, '(') && !g_str_has_prefix(text, "system-color(") ? FO_REASON_FUNCTION : FO_REASON_COLOR_NAME;
}
