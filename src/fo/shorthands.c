/* shorthands: shorthand and absolute properties → rows of properties.def (XSL 5.3, 7.31), for lr-tb: top = before, left = start. */
#include <string.h>

#include "fo/fo_int.h"

static const char *const relative[FO_SIDES] = {"before", "end", "after", "start"};
static const char *const absolute[FO_SIDES] = {"top", "right", "bottom", "left"};

/* The value of a shorthand is wrong; false, for its caller to return. */
static bool refuse(struct fo_styling *styling, const char *name, const char *value)
{
	diag_report(styling->builder->sink, DIAG_PROP_VALUE, styling->place, "%s=\"%.*s\"", name, fo_shown(value), value);
	return false;
}

static bool is_row(const char *name)
{
	const char *dot = strchr(name, '.');
	char *base = dot ? g_strndup(name, (gsize)(dot - name)) : g_strdup(name);
	bool found = fo_property_find(base) != FO_PROPERTY_COUNT;
	g_free(base);
	return found;
}

static bool set(struct fo_styling *styling, const char *name, const char *value)
{
	const char *dot = strchr(name, '.');
	char *base = dot ? g_strndup(name, (gsize)(dot - name)) : g_strdup(name);
	enum fo_property property = fo_property_find(base);
	g_free(base);
	return property != FO_PROPERTY_COUNT && fo_value_set(styling, property, dot ? dot + 1 : NULL, value);
}

static bool set_part(struct fo_styling *styling, const char *prefix, const char *side, const char *suffix, const char *value)
{
	char *name = g_strconcat(prefix, side, suffix, NULL);
	bool good = set(styling, name, value);
	g_free(name);
	return good;
}

#define SPACE " \t\r\n"

/* Whether a word begins here that joins the values around it: "3mm + 1mm 2mm" is two values. */
static bool is_operator(const char *word)
{
	static const char *const operators[] = {"+", "-", "*", "div", "mod"};
	size_t size = strcspn(word, SPACE);
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
		if (strlen(operators[i]) == size && strncmp(word, operators[i], size) == 0)
			return true;
	return false;
}

/* The end of the word that begins at `at`: white space outside parentheses and quotes. */
static const char *word_end(const char *at)
{
	int depth = 0;
	char quote = '\0';
	for (; *at && (depth > 0 || quote || !strchr(SPACE, *at)); at++) {
		if (quote)
			quote = *at == quote ? '\0' : quote;
		else if (*at == '\'' || *at == '"')
			quote = *at;
		else
			depth += (*at == '(') - (*at == ')');
	}
	return at;
}

/* Splits into values: at white space, but not around operators. */
static char **split_words(const char *value)
{
	GPtrArray *words = g_ptr_array_new();
	const char *start = value + strspn(value, SPACE);
	for (const char *word = start; *word;) {
		const char *end = word_end(word), *next = end + strspn(end, SPACE);
		if (!*next || (!is_operator(word) && !is_operator(next))) {
			g_ptr_array_add(words, g_strndup(start, (gsize)(end - start)));
			start = next;
		}
		word = next;
	}
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(words, FALSE);
}

/* One to four values for the four sides. */
static void set_sides(struct fo_styling *styling, const char *prefix, const char *const *sides, const char *suffix,
					  const char *value)
{
	static const unsigned source[5][FO_SIDES] = {{0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
	char **words = split_words(value);
	unsigned count = g_strv_length(words);
	char *name = g_strdup_printf("%.*s%s", (int)strlen(prefix) - 1, prefix, suffix);
	bool good = (count >= 1 && count <= 4) || refuse(styling, name, value);
	for (unsigned i = 0; i < FO_SIDES && good; i++)
		good = set_part(styling, prefix, sides[i], suffix, words[source[count][i]]);
	g_free(name);
	g_strfreev(words);
}

static bool set_border_word(struct fo_styling *styling, const char *side, const char *word)
{
	fo_color color;
	if (fo_row_allows(&fo_rows[FO_PROP_border_before_style], word))
		return set_part(styling, "border-", side, "-style", word);
	if (g_ascii_isdigit(*word) || *word == '.' || fo_row_allows(&fo_rows[FO_PROP_border_before_width], word))
		return set_part(styling, "border-", side, "-width", word);
	return fo_color_parse(word, styling->style, &color) ? set_part(styling, "border-", side, "-color", word)
														: refuse(styling, "border", word);
}

/* "1pt solid red" in any order; what is not said gets its initial value. */
static bool set_border(struct fo_styling *styling, const char *side, const char *value)
{
	bool inherit = strcmp(value, "inherit") == 0;
	set_part(styling, "border-", side, "-style", inherit ? value : "none");
	set_part(styling, "border-", side, "-width", inherit ? value : "medium");
	set_part(styling, "border-", side, "-color", inherit ? value : "currentcolor");
	char **words = split_words(inherit ? "" : value);
	bool good = true;
	for (char **word = words; *word && good; word++)
		good = set_border_word(styling, side, *word);
	g_strfreev(words);
	return good;
}

static void set_margin(struct fo_styling *styling, const char *value)
{
	set_sides(styling, "margin-", absolute, "", value);
	for (unsigned i = 0; i < FO_SIDES; i++)
		styling->margin[i] = FO_MARGIN_SHORT;
}

/* "bold", "600", "normal", …: the words that stand before the size. */
static bool set_font_word(struct fo_styling *styling, const char *word)
{
	static const enum fo_property parts[] = {FO_PROP_font_style, FO_PROP_font_variant, FO_PROP_font_weight, FO_PROP_font_stretch};
	if (strlen(word) == 3 && g_ascii_isdigit(word[0]) && strcmp(word + 1, "00") == 0)
		return fo_value_set(styling, FO_PROP_font_weight, NULL, word);
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (fo_row_allows(&fo_rows[parts[i]], word))
			return fo_value_set(styling, parts[i], NULL, word);
	return false;
}

static bool set_font_size_and_family(struct fo_styling *styling, char **words)
{
	char **sizes = g_strsplit(*words, "/", 2), *families = g_strjoinv(" ", words + 1);
	bool good = set(styling, "font-size", sizes[0]) && (!sizes[1] || set(styling, "line-height", sizes[1])) &&
				set(styling, "font-family", families);
	g_free(families);
	g_strfreev(sizes);
	return good;
}

/* font: [style variant weight]* size[/line-height] family (7.31.13); what is not said gets its initial value. */
static void set_font(struct fo_styling *styling, const char *value)
{
	static const char *const reset[] = {"font-style", "font-variant", "font-weight", "font-stretch", "line-height"};
	bool inherit = strcmp(value, "inherit") == 0;
	for (size_t i = 0; i < G_N_ELEMENTS(reset); i++)
		set(styling, reset[i], inherit ? value : "normal");
	if (inherit)
		return;
	char **words = split_words(value), **word = words;
	while (*word && set_font_word(styling, *word))
		word++;
	if (!*word)
		refuse(styling, "font", value);
	else
		set_font_size_and_family(styling, word);
	g_strfreev(words);
}

/* page-break-before and -after (7.31.16, 7.31.17). */
static void set_page_break(struct fo_styling *styling, const char *which, const char *value)
{
	static const char *const breaks[][2] = {{"auto", "auto"},      {"always", "page"},    {"avoid", "auto"},
											{"left", "even-page"}, {"right", "odd-page"}, {"inherit", "inherit"}};
	for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++)
		if (strcmp(value, breaks[i][0]) == 0) {
			set_part(styling, "break-", which, "", breaks[i][1]);
			if (strcmp(value, "avoid") == 0)
				set(styling, *which == 'b' ? "keep-with-previous.within-page" : "keep-with-next.within-page", "always");
			return;
		}
	refuse(styling, *which == 'b' ? "page-break-before" : "page-break-after", value);
}

static void set_page_break_inside(struct fo_styling *styling, const char *value)
{
	bool avoid = strcmp(value, "avoid") == 0;
	if (avoid || strcmp(value, "auto") == 0 || strcmp(value, "inherit") == 0)
		set(styling, "keep-together.within-page", avoid ? "always" : value);
	else
		refuse(styling, "page-break-inside", value);
}

/* A part of two letters is the country, of four the script. */
static void set_language(struct fo_styling *styling, const char *value)
{
	char **parts = g_strsplit(value, "-", 3);
	set(styling, "language", parts[0] && *parts[0] ? parts[0] : "none");
	set(styling, "country", "none");
	set(styling, "script", "none");
	for (unsigned i = 1; parts[0] && parts[i]; i++)
		set(styling, strlen(parts[i]) == 4 ? "script" : "country", parts[i]);
	g_strfreev(parts);
}

static void set_white_space(struct fo_styling *styling, const char *value)
{
	static const char *const names[] = {"linefeed-treatment", "white-space-collapse", "white-space-treatment", "wrap-option"};
	static const char *const values[][5] = {
		{"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
		{"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"},
		{"pre", "preserve", "false", "preserve", "no-wrap"},
		{"inherit", "inherit", "inherit", "inherit", "inherit"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
		if (strcmp(value, values[i][0]) == 0) {
			for (size_t k = 0; k < G_N_ELEMENTS(names); k++)
				set(styling, names[k], values[i][k + 1]);
			return;
		}
	refuse(styling, "white-space", value);
}

/* position (7.31.19): of both sides of CSS's property. */
static void set_position(struct fo_styling *styling, const char *value)
{
	bool taken_out = strcmp(value, "absolute") == 0 || strcmp(value, "fixed") == 0, inherit = strcmp(value, "inherit") == 0;
	if (!taken_out && !inherit && strcmp(value, "static") != 0 && strcmp(value, "relative") != 0) {
		refuse(styling, "position", value);
		return;
	}
	set(styling, "absolute-position", taken_out || inherit ? value : "auto");
	set(styling, "relative-position", taken_out ? "static" : value);
}

/* border-spacing (7.31.9): one length, or across and down. */
static void set_border_spacing(struct fo_styling *styling, const char *value)
{
	char **words = split_words(value);
	if (!words[0] || (words[1] && words[2])) {
		refuse(styling, "border-spacing", value);
	} else {
		fo_value_set(styling, FO_PROP_border_separation_inline, NULL, words[0]);
		fo_value_set(styling, FO_PROP_border_separation_block, NULL, words[1] ? words[1] : words[0]);
	}
	g_strfreev(words);
}

static void set_size(struct fo_styling *styling, const char *value)
{
	char **words = split_words(value);
	if (words[0]) {
		set(styling, "page-width", words[0]);
		set(styling, "page-height", words[1] ? words[1] : words[0]);
	}
	g_strfreev(words);
}

/* background-position: one or two of left, center, right, top, bottom, lengths and percentages (7.31.2). */
static void set_background_position(struct fo_styling *styling, const char *value)
{
	char **words = split_words(value);
	const char *first = words[0], *second = first ? words[1] : NULL;
	bool swapped = first && (strcmp(first, "top") == 0 || strcmp(first, "bottom") == 0 ||
							 (second && (strcmp(second, "left") == 0 || strcmp(second, "right") == 0)));
	const char *across = swapped ? second : first, *down = swapped ? first : second;
	if (!first || (second && words[2]))
		refuse(styling, "background-position", value);
	else if (set(styling, "background-position-horizontal", across ? across : "center"))
		set(styling, "background-position-vertical", down ? down : "center");
	g_strfreev(words);
}

/* The words of `background` by what they are; those of the position are collected. */
static bool set_background_word(struct fo_styling *styling, const char *word, GString *position)
{
	static const enum fo_property keywords[] = {FO_PROP_background_repeat, FO_PROP_background_attachment};
	fo_color color;
	for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++)
		if (fo_row_allows(&fo_rows[keywords[i]], word))
			return fo_value_set(styling, keywords[i], NULL, word);
	if (g_str_has_prefix(word, "url(") || strcmp(word, "none") == 0)
		return set(styling, "background-image", word);
	if (fo_color_parse(word, styling->style, &color))
		return set(styling, "background-color", word);
	g_string_append_printf(position, "%s ", word);
	return true;
}

/* 7.31.1: what is not said gets its initial value. */
static void set_background(struct fo_styling *styling, const char *value)
{
	static const char *const parts[][2] = {{"background-color", "transparent"},      {"background-image", "none"},
										   {"background-repeat", "repeat"},          {"background-attachment", "scroll"},
										   {"background-position-horizontal", "0%"}, {"background-position-vertical", "0%"}};
	bool inherit = strcmp(value, "inherit") == 0;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		set(styling, parts[i][0], inherit ? value : parts[i][1]);
	char **words = split_words(inherit ? "" : value);
	GString *position = g_string_new("");
	for (char **word = words; *word; word++)
		set_background_word(styling, *word, position);
	if (position->len)
		set_background_position(styling, position->str);
	g_string_free(position, TRUE);
	g_strfreev(words);
}

/* CSS 10.8.1: words align baselines, lengths and percentages raise. */
static void set_vertical_align(struct fo_styling *styling, const char *value)
{
	static const char *const words[][2] = {{"middle", "middle"},
										   {"top", "before-edge"},
										   {"bottom", "after-edge"},
										   {"text-top", "text-before-edge"},
										   {"text-bottom", "text-after-edge"}};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(value, words[i][0]) == 0) {
			set(styling, "alignment-baseline", words[i][1]);
			return;
		}
	set(styling, "baseline-shift", value);
}

/* "border-top-width" → "border-before-width", likewise padding; NULL when the name has no absolute side. */
static char *relative_name(const char *name)
{
	for (unsigned i = 0; i < FO_SIDES; i++) {
		char *middle = g_strconcat("-", absolute[i], NULL);
		const char *at = strstr(name, middle);
		size_t size = strlen(middle);
		g_free(middle);
		if (at && (at[size] == '-' || at[size] == '\0' || at[size] == '.'))
			return g_strdup_printf("%.*s-%s%s", (int)(at - name), name, relative[i], at + size);
	}
	return NULL;
}

enum fo_property fo_property_named(const char *name)
{
	enum fo_property found = fo_property_find(name);
	if (found != FO_PROPERTY_COUNT)
		return found;
	if (strcmp(name, "width") == 0)
		return FO_PROP_inline_progression_dimension;
	if (strcmp(name, "height") == 0)
		return FO_PROP_block_progression_dimension;
	char *mapped = relative_name(name);
	found = mapped ? fo_property_find(mapped) : FO_PROPERTY_COUNT;
	g_free(mapped);
	return found;
}

static bool set_border_or_padding(struct fo_styling *styling, const char *name, const char *value)
{
	static const char *const suffixes[] = {"-style", "-width", "-color"};
	if (strcmp(name, "padding") == 0) {
		set_sides(styling, "padding-", relative, "", value);
		return true;
	}
	if (strcmp(name, "border") == 0) {
		for (unsigned i = 0; i < FO_SIDES && set_border(styling, relative[i], value); i++)
			;
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
		if (g_str_has_prefix(name, "border") && strcmp(name + strlen("border"), suffixes[i]) == 0) {
			set_sides(styling, "border-", relative, suffixes[i], value);
			return true;
		}
	for (unsigned i = 0; i < FO_SIDES; i++)
		if (g_str_has_prefix(name, "border-") && (strcmp(name + 7, relative[i]) == 0 || strcmp(name + 7, absolute[i]) == 0)) {
			set_border(styling, relative[i], value);
			return true;
		}
	char *mapped = g_str_has_prefix(name, "border-") || g_str_has_prefix(name, "padding-") ? relative_name(name) : NULL;
	bool known = mapped && is_row(mapped);
	if (known)
		set(styling, mapped, value);
	g_free(mapped);
	return known;
}

static bool set_dimension(struct fo_styling *styling, const char *name, const char *value)
{
	static const struct {
		const char *name, *target;
	} dimensions[] = {
		{"width", "inline-progression-dimension"},
		{"height", "block-progression-dimension"},
		{"min-width", "inline-progression-dimension.minimum"},
		{"max-width", "inline-progression-dimension.maximum"},
		{"min-height", "block-progression-dimension.minimum"},
		{"max-height", "block-progression-dimension.maximum"},
	};
	if (strcmp(value, "none") == 0 && g_str_has_prefix(name, "max-"))
		value = "auto";
	for (size_t i = 0; i < G_N_ELEMENTS(dimensions); i++)
		if (strcmp(name, dimensions[i].name) == 0)
			return set(styling, dimensions[i].target, value), true;
	return false;
}

bool fo_shorthand_set(struct fo_styling *styling, const char *name, const char *value)
{
	static const struct {
		const char *name;
		void (*run)(struct fo_styling *, const char *);
	} whole[] = {{"margin", set_margin},
				 {"font", set_font},
				 {"xml:lang", set_language},
				 {"white-space", set_white_space},
				 {"size", set_size},
				 {"position", set_position},
				 {"border-spacing", set_border_spacing},
				 {"page-break-inside", set_page_break_inside},
				 {"background", set_background},
				 {"background-position", set_background_position},
				 {"vertical-align", set_vertical_align}};
	for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
		if (strcmp(name, whole[i].name) == 0)
			return whole[i].run(styling, value), true;
	for (unsigned i = 0; i < FO_SIDES; i++)
		if (g_str_has_prefix(name, "margin-") && strcmp(name + 7, absolute[i]) == 0) {
			styling->margin[i] = FO_MARGIN_GIVEN;
			return set(styling, name, value), true;
		}
	if (strcmp(name, "page-break-before") == 0 || strcmp(name, "page-break-after") == 0)
		return set_page_break(styling, name + strlen("page-break-"), value), true;
	return set_dimension(styling, name, value) || set_border_or_padding(styling, name, value);
}

/* "border-top" and "border-before", but not "border-top-width". */
static bool is_border_of_side(const char *name)
{
	for (unsigned i = 0; i < FO_SIDES; i++)
		if (g_str_has_prefix(name, "border-") && (strcmp(name + 7, relative[i]) == 0 || strcmp(name + 7, absolute[i]) == 0))
			return true;
	return false;
}

/* Absolute properties come after the relative ones that they correspond to, because they win (5.3.1). */
static bool is_absolute(const char *name)
{
	char *mapped = relative_name(name);
	bool found = mapped || strcmp(name, "width") == 0 || strcmp(name, "height") == 0;
	g_free(mapped);
	return found;
}

int fo_precision(const char *name)
{
	static const char *const first[] = {"font", "font-size", "color"};
	static const char *const coarse[] = {
		"margin",           "border",           "padding",  "background",     "white-space",         "size",
		"xml:lang",         "vertical-align",   "position", "border-spacing", "background-position", "page-break-before",
		"page-break-after", "page-break-inside"};
	for (unsigned i = 0; i < G_N_ELEMENTS(first); i++)
		if (strcmp(name, first[i]) == 0)
			return (int)i;
	for (size_t i = 0; i < G_N_ELEMENTS(coarse); i++)
		if (strcmp(name, coarse[i]) == 0)
			return 3;
	if (strcmp(name, "border-style") == 0 || strcmp(name, "border-width") == 0 || strcmp(name, "border-color") == 0)
		return 4;
	if (is_border_of_side(name))
		return 5;
	if (strchr(name, '.') || g_str_has_prefix(name, "min-") || g_str_has_prefix(name, "max-"))
		return FO_PRECISION_MAX;
	return is_absolute(name) ? 7 : 6;
}

/* ---- correspondence ---- */

/* 5.3.2: indent = inherited indent + margin + border + padding; a reference area begins anew. */
static struct fo_length indent_of(const struct fo_styling *styling, struct fo_length inherited, struct fo_length margin,
								  const struct fo_edge *border, const struct fo_edge *padding)
{
	struct fo_length indent = styling->kind == FO_BLOCK_CONTAINER ? (struct fo_length){0} : inherited;
	indent.fixed = len_add(len_add(indent.fixed, margin.fixed), len_add(border->length.fixed, padding->length.fixed));
	indent.percent += margin.percent;
	return indent;
}

static struct fo_space space_of_margin(struct fo_length margin)
{
	if (margin.keyword)
		margin = (struct fo_length){0};
	return (struct fo_space){margin, margin, margin, 0, true};
}

/* Whether a margin says what the corresponding property is. */
static bool margin_counts(const struct fo_styling *styling, enum fo_side side, enum fo_property corresponding)
{
	return styling->margin[side] == FO_MARGIN_GIVEN ||
		   (styling->margin[side] == FO_MARGIN_SHORT && !styling->specified[corresponding]);
}

static void correspond_block(struct fo_styling *styling)
{
	struct fo_style *style = styling->style;
	if (margin_counts(styling, FO_LEFT, FO_PROP_start_indent) && !style->margin_left.keyword)
		style->start_indent = indent_of(styling, styling->inherited->start_indent, style->margin_left, &style->border_start_width,
										&style->padding_start);
	if (margin_counts(styling, FO_RIGHT, FO_PROP_end_indent) && !style->margin_right.keyword)
		style->end_indent = indent_of(styling, styling->inherited->end_indent, style->margin_right, &style->border_end_width,
									  &style->padding_end);
	if (margin_counts(styling, FO_TOP, FO_PROP_space_before))
		style->space_before = space_of_margin(style->margin_top);
	if (margin_counts(styling, FO_BOTTOM, FO_PROP_space_after))
		style->space_after = space_of_margin(style->margin_bottom);
}

static void correspond_inline(struct fo_styling *styling)
{
	if (margin_counts(styling, FO_LEFT, FO_PROP_space_start))
		styling->style->space_start = space_of_margin(styling->style->margin_left);
	if (margin_counts(styling, FO_RIGHT, FO_PROP_space_end))
		styling->style->space_end = space_of_margin(styling->style->margin_right);
}

static void drop_border_without_style(enum fo_keyword style, struct fo_edge *width)
{
	if (style == FO_KW_NONE || style == FO_KW_HIDDEN)
		width->length = (struct fo_length){0};
}

void fo_style_finish(struct fo_styling *styling)
{
	struct fo_style *style = styling->style;
	drop_border_without_style(style->border_before_style, &style->border_before_width);
	drop_border_without_style(style->border_after_style, &style->border_after_width);
	drop_border_without_style(style->border_start_style, &style->border_start_width);
	drop_border_without_style(style->border_end_style, &style->border_end_width);
	bool positioned = style->absolute_position == FO_KW_ABSOLUTE || style->absolute_position == FO_KW_FIXED;
	if (fo_kind_is_block(styling->kind) && !positioned)
		correspond_block(styling);
	else if (fo_kind_is_inline(styling->kind))
		correspond_inline(styling);
}
