/* shorthands_box: border, padding, margin and background with their sides (XSL 7.31). */
#include <string.h>

#include "fo/fo_int.h"

#define BORDER_WORDS "<border-width> | <border-style> | <color>"

/* One to four values for the four sides. */
static void set_sides(struct fo_styling *styling, const char *prefix, const char *const *sides, const char *suffix,
					  const char *value)
{
	static const unsigned source[5][FO_SIDES] = {{0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
	char **words = fo_words_split(value);
	unsigned count = g_strv_length(words);
	bool good = (count >= 1 && count <= 4) || fo_refuse(styling, value, "one to four values");
	for (unsigned i = 0; i < FO_SIDES && good; i++)
		good = fo_set_part(styling, prefix, sides[i], suffix, words[source[count][i]]);
	g_strfreev(words);
}

/* Which part of a border a word is; NULL: none (said). */
static const char *border_part(struct fo_styling *styling, const char *word)
{
	fo_color color;
	if (fo_row_allows(&fo_rows[FO_PROP_border_before_style], word))
		return "-style";
	if (fo_color_parse(styling, FO_PROP_border_before_color, word, &color))
		return "-color";
	bool expression = g_ascii_isdigit(*word) || strchr(".+-", *word) || (strchr(word, '(') && !fo_color_is_function(word));
	if (expression || fo_row_allows(&fo_rows[FO_PROP_border_before_width], word))
		return "-width";
	fo_fail(styling, strchr(word, '(') ? fo_color_reason(word) : FO_REASON_NONE);
	fo_refuse(styling, word, BORDER_WORDS);
	return NULL;
}

/* Each part but once. */
static bool set_border_words(struct fo_styling *styling, const char *side, const char *value)
{
	char **words = fo_words_split(value);
	bool good = *words || fo_refuse(styling, value, BORDER_WORDS);
	const char *given[3];
	for (unsigned i = 0; words[i] && good; i++) {
		const char *part = border_part(styling, words[i]);
		bool once = part && i < G_N_ELEMENTS(given);
		for (unsigned k = 0; k < i && once; k++)
			once = strcmp(part, given[k]) != 0;
		good = once ? fo_set_part(styling, "border-", side, part, words[i]) : fo_refuse(styling, value, BORDER_WORDS);
		if (good)
			given[i] = part;
	}
	g_strfreev(words);
	return good;
}

/* "1pt solid red" in any order; what is not said gets its initial value. */
static bool set_border(struct fo_styling *styling, const char *side, const char *value)
{
	fo_set_part(styling, "border-", side, "-style", "none");
	fo_set_part(styling, "border-", side, "-width", "medium");
	fo_set_part(styling, "border-", side, "-color", "currentcolor");
	return set_border_words(styling, side, value);
}

void fo_set_margin(struct fo_styling *styling, const char *value)
{
	set_sides(styling, "margin-", fo_absolute, "", value);
	for (unsigned i = 0; i < FO_SIDES; i++)
		styling->margin[i] = FO_MARGIN_SHORT;
}

/* background-position: one or two of left, center, right, top, bottom, lengths and percentages (7.31.2). */
void fo_set_background_position(struct fo_styling *styling, const char *value)
{
	char **words = fo_words_split(value);
	const char *first = words[0], *second = first ? words[1] : NULL;
	bool swapped = first && (strcmp(first, "top") == 0 || strcmp(first, "bottom") == 0 ||
							 (second && (strcmp(second, "left") == 0 || strcmp(second, "right") == 0)));
	const char *across = swapped ? second : first, *down = swapped ? first : second;
	if (!first || (second && words[2]))
		fo_refuse(styling, value, "left | center | right | top | bottom | <length> | <percentage>, one or two");
	else if (fo_set_by_name(styling, "background-position-horizontal", across ? across : "center"))
		fo_set_by_name(styling, "background-position-vertical", down ? down : "center");
	g_strfreev(words);
}

/* What a word of `background` sets; FO_PROPERTY_COUNT: it is of the position. */
static enum fo_property background_part(const struct fo_styling *styling, const char *word)
{
	static const enum fo_property keywords[] = {FO_PROP_background_repeat, FO_PROP_background_attachment};
	fo_color color;
	for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++)
		if (fo_row_allows(&fo_rows[keywords[i]], word))
			return keywords[i];
	if (g_str_has_prefix(word, "url(") || strcmp(word, "none") == 0)
		return FO_PROP_background_image;
	return fo_color_parse(styling, FO_PROP_background_color, word, &color) ? FO_PROP_background_color : FO_PROPERTY_COUNT;
}

#define BACKGROUND_WORDS "<color> | url(…) | background-repeat | background-attachment | background-position"

/* Each part but once; the words of the position are collected. */
static void set_background_words(struct fo_styling *styling, const char *value)
{
	bool given[FO_PROPERTY_COUNT] = {false};
	char **words = fo_words_split(value);
	GString *position = g_string_new("");
	if (!*words)
		fo_refuse(styling, value, BACKGROUND_WORDS);
	for (char **word = words; *word; word++) {
		enum fo_property part = background_part(styling, *word);
		if (part == FO_PROPERTY_COUNT)
			g_string_append_printf(position, "%s ", *word);
		else if (given[part])
			fo_refuse(styling, value, BACKGROUND_WORDS);
		else
			given[part] = fo_value_set(styling, part, NULL, *word);
	}
	if (position->len)
		fo_set_background_position(styling, position->str);
	g_string_free(position, TRUE);
	g_strfreev(words);
}

/* 7.31.1: what is not said gets its initial value. */
void fo_set_background(struct fo_styling *styling, const char *value)
{
	static const char *const parts[][2] = {{"background-color", "transparent"},      {"background-image", "none"},
										   {"background-repeat", "repeat"},          {"background-attachment", "scroll"},
										   {"background-position-horizontal", "0%"}, {"background-position-vertical", "0%"}};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		fo_set_by_name(styling, parts[i][0], parts[i][1]);
	set_background_words(styling, value);
}

bool fo_set_border_or_padding(struct fo_styling *styling, const char *name, const char *value)
{
	static const char *const suffixes[] = {"-style", "-width", "-color"};
	if (strcmp(name, "padding") == 0) {
		set_sides(styling, "padding-", fo_relative, "", value);
		return true;
	}
	if (strcmp(name, "border") == 0) {
		for (unsigned i = 0; i < FO_SIDES && set_border(styling, fo_relative[i], value); i++)
			;
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
		if (g_str_has_prefix(name, "border") && strcmp(name + strlen("border"), suffixes[i]) == 0) {
			set_sides(styling, "border-", fo_relative, suffixes[i], value);
			return true;
		}
	for (unsigned i = 0; i < FO_SIDES; i++)
		if (g_str_has_prefix(name, "border-") && strcmp(name + 7, fo_absolute[i]) == 0) {
			set_border(styling, fo_relative[i], value);
			return true;
		}
	char *mapped = g_str_has_prefix(name, "border-") || g_str_has_prefix(name, "padding-") ? fo_relative_name(name) : NULL;
	bool known = mapped && fo_is_row(mapped);
	if (known)
		fo_set_by_name(styling, mapped, value);
	g_free(mapped);
	return known;
}
