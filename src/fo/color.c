/* color: XSL 5.9.9 and the color functions: names, #rgb, #rrggbb, rgb(), rgb-icc() by its sRGB part, system colours, and FOP's cmyk(). */
#include <string.h>

#include "fo/fo_int.h"

static const struct {
	const char *name;
	fo_color color;
} names[] = {
#define COLOR(name, rgb) {name, rgb##u << 8 | 0xFF},
#include "colors.def"
#undef COLOR
	{"transparent", 0x00000000}, {"background", 0xFFFFFFFF},    {"window", 0xFFFFFFFF},         {"windowtext", 0x000000FF},
	{"buttonface", 0xDDDDDDFF},  {"buttontext", 0x000000FF},    {"captiontext", 0x000000FF},    {"graytext", 0x808080FF},
	{"highlight", 0x3399FFFF},   {"highlighttext", 0xFFFFFFFF}, {"infobackground", 0xFFFFE1FF}, {"infotext", 0x000000FF},
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

/* A number or percentage and what ends it: a comma, or at last a parenthesis. Gives 0 … 255; one: what the number 1 is of that. */
static bool parse_component(const char **at, const char *ends, unsigned one, unsigned *value)
{
	char *end;
	double number = g_ascii_strtod(*at, &end);
	if (end == *at)
		return false;
	if (*end == '%') {
		number = number * 255 / 100;
		end++;
	} else {
		number *= one;
	}
	*value = number <= 0 ? 0 : number >= 255 ? 255 : (unsigned)(number + 0.5);
	while (*end == ' ')
		end++;
	if (!*end || !strchr(ends, *end))
		return false;
	*at = end + 1;
	return true;
}

/* "rgb(r, g, b)"; "rgb-icc(r, g, b, …)" and "rgb-named-color(r, g, b, …)" by their fallback. */
static bool parse_function(const char *text, fo_color *color)
{
	const char *at = strchr(text, '(');
	bool rgb = g_str_has_prefix(text, "rgb(");
	if (!at || (!rgb && !g_str_has_prefix(text, "rgb-icc(") && !g_str_has_prefix(text, "rgb-named-color(")))
		return false;
	unsigned r, g, b;
	at++;
	if (!parse_component(&at, ",", 1, &r) || !parse_component(&at, ",", 1, &g) || !parse_component(&at, rgb ? ")" : ",)", 1, &b))
		return false;
	*color = r << 24 | g << 16 | b << 8 | 0xFF;
	return rgb ? !*at : text[strlen(text) - 1] == ')';
}

/* "cmyk(c, m, y, k)", parts of 1 or percentages, as light that the inks leave. */
static bool parse_cmyk(const char *text, fo_color *color)
{
	unsigned ink[4];
	if (!g_str_has_prefix(text, "cmyk("))
		return false;
	const char *at = text + strlen("cmyk(");
	for (int i = 0; i < 4; i++)
		if (!parse_component(&at, i < 3 ? "," : ")", 255, &ink[i]))
			return false;
	*color = 0;
	for (int i = 0; i < 3; i++)
		*color = *color << 8 | ((255 - ink[i]) * (255 - ink[3]) + 127) / 255;
	*color = *color << 8 | 0xFF;
	return !*at;
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

bool fo_color_parse(const char *text, const struct fo_style *style, fo_color *color)
{
	if (g_ascii_strcasecmp(text, "currentcolor") == 0) {
		*color = style->color;
		return true;
	}
	if (find_name(text, strlen(text), color) || parse_system_color(text, color))
		return true;
	if (*text == '#')
		return parse_hex(text + 1, color);
	return parse_function(text, color) || parse_cmyk(text, color);
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
