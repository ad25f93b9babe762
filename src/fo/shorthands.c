/* shorthands: shorthand and absolute properties → rows of properties.def (XSL 5.3, 7.31), for lr-tb: top = before, left = start. */
#include <string.h>

#include "fo/fo_int.h"

/* Sides in the order of CSS shorthands. */
enum side { TOP, RIGHT, BOTTOM, LEFT, SIDES };
static const char *const relative[SIDES] = {"before", "end", "after", "start"};
static const char *const absolute[SIDES] = {"top", "right", "bottom", "left"};

static bool set(struct fo_styling *styling, const char *name, const char *value)
{
	const char *dot = strchr(name, '.');
	char *base = dot ? g_strndup(name, (gsize)(dot - name)) : g_strdup(name);
	enum fo_property property = fo_property_find(base);
	g_free(base);
	return property != FO_PROPERTY_COUNT && fo_value_set(styling, property, dot ? dot + 1 : NULL, value);
}

static void set_part(struct fo_styling *styling, const char *prefix, const char *side, const char *suffix, const char *value)
{
	char *name = g_strconcat(prefix, side, suffix, NULL);
	set(styling, name, value);
	g_free(name);
}

/* Splits at white space outside parentheses and quotes. */
static char **split_words(const char *value)
{
	GPtrArray *words = g_ptr_array_new();
	int depth = 0;
	char quote = '\0';
	const char *start = NULL;
	for (const char *at = value;; at++) {
		bool space = (!*at || strchr(" \t\r\n", *at)) && depth == 0 && !quote;
		if ((space || !*at) && start) {
			g_ptr_array_add(words, g_strndup(start, (gsize)(at - start)));
			start = NULL;
		} else if (!space && !start && *at) {
			start = at;
		}
		if (!*at)
			break;
		if (quote)
			quote = *at == quote ? '\0' : quote;
		else if (*at == '\'' || *at == '"')
			quote = *at;
		else
			depth += (*at == '(') - (*at == ')');
	}
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(words, FALSE);
}

/* One to four values for the four sides. */
static void set_sides(struct fo_styling *styling, const char *prefix, const char *const *sides, const char *suffix,
					  const char *value)
{
	static const unsigned source[5][SIDES] = {{0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
	char **words = split_words(value);
	unsigned count = g_strv_length(words);
	if (count < 1 || count > 4)
		diag_report(styling->builder->sink, DIAG_PROP_VALUE, styling->place, "%s%s=\"%s\"", prefix, suffix, value);
	else
		for (unsigned i = 0; i < SIDES; i++)
			set_part(styling, prefix, sides[i], suffix, words[source[count][i]]);
	g_strfreev(words);
}

/* "1pt solid red" in any order. */
static void set_border(struct fo_styling *styling, const char *side, const char *value)
{
	char **words = split_words(value);
	fo_color color;
	for (char **word = words; *word; word++) {
		if (fo_row_allows(&fo_rows[FO_PROP_border_before_style], *word))
			set_part(styling, "border-", side, "-style", *word);
		else if (g_ascii_isdigit(**word) || **word == '.' || strcmp(*word, "thin") == 0 || strcmp(*word, "medium") == 0 ||
				 strcmp(*word, "thick") == 0)
			set_part(styling, "border-", side, "-width", *word);
		else if (fo_color_parse(*word, styling->style, &color))
			set_part(styling, "border-", side, "-color", *word);
		else
			diag_report(styling->builder->sink, DIAG_PROP_VALUE, styling->place, "border=\"%s\"", value);
	}
	g_strfreev(words);
}

static void note_margin(struct fo_styling *styling, enum side side)
{
	styling->margin[side] = true;
}

static void set_margin(struct fo_styling *styling, const char *value)
{
	set_sides(styling, "margin-", absolute, "", value);
	for (unsigned i = 0; i < SIDES; i++)
		note_margin(styling, (enum side)i);
}

/* font: [style variant weight]* size[/line-height] family (7.31.13). */
static void set_font(struct fo_styling *styling, const char *value)
{
	char **words = split_words(value);
	char **word = words;
	for (; *word && !g_ascii_isdigit(**word) && **word != '.'; word++) {
		static const char *const parts[] = {"font-style", "font-variant", "font-weight", "font-stretch"};
		for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
			if (fo_row_allows(&fo_rows[fo_property_find(parts[i])], *word)) {
				set(styling, parts[i], *word);
				break;
			}
	}
	if (*word && word[1] && g_ascii_strtoull(*word, NULL, 10) >= 100 && g_ascii_isdigit((*word)[strlen(*word) - 1]))
		set(styling, "font-weight", *word++);
	if (*word) {
		char **sizes = g_strsplit(*word++, "/", 2);
		set(styling, "font-size", sizes[0]);
		if (sizes[0] && sizes[1])
			set(styling, "line-height", sizes[1]);
		g_strfreev(sizes);
	}
	char *families = g_strjoinv(" ", word);
	if (*families)
		set(styling, "font-family", families);
	else
		diag_report(styling->builder->sink, DIAG_PROP_VALUE, styling->place, "font=\"%s\"", value);
	g_free(families);
	g_strfreev(words);
}

/* page-break-before: auto always avoid left right (7.31.16). */
static void set_page_break(struct fo_styling *styling, const char *which, const char *value)
{
	bool before = strcmp(which, "before") == 0;
	if (strcmp(value, "avoid") == 0) {
		set(styling, before ? "keep-with-previous.within-page" : "keep-with-next.within-page", "always");
		return;
	}
	const char *kind = strcmp(value, "always") == 0  ? "page"
					   : strcmp(value, "left") == 0  ? "even-page"
					   : strcmp(value, "right") == 0 ? "odd-page"
													 : value;
	set_part(styling, "break-", which, "", kind);
}

static void set_language(struct fo_styling *styling, const char *value)
{
	char **parts = g_strsplit(value, "-", 3);
	set(styling, "language", parts[0] && *parts[0] ? parts[0] : "none");
	for (unsigned i = 1; parts[0] && parts[i]; i++) /* a part of two letters is the country, of four the script */
		set(styling, strlen(parts[i]) == 4 ? "script" : "country", parts[i]);
	g_strfreev(parts);
}

static void set_white_space(struct fo_styling *styling, const char *value)
{
	bool pre = strcmp(value, "pre") == 0;
	set(styling, "linefeed-treatment", pre ? "preserve" : "treat-as-space");
	set(styling, "white-space-collapse", pre ? "false" : "true");
	set(styling, "white-space-treatment", pre ? "preserve" : "ignore-if-surrounding-linefeed");
	set(styling, "wrap-option", strcmp(value, "normal") == 0 ? "wrap" : "no-wrap");
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

static bool is_page_or_region(enum fo_kind kind)
{
	return kind == FO_SIMPLE_PAGE_MASTER || (kind >= FO_REGION_BODY && kind <= FO_REGION_END);
}

/* "border-top-width" → "border-before-width", likewise padding; NULL when the name has no absolute side. */
static char *relative_name(const char *name)
{
	for (unsigned i = 0; i < SIDES; i++) {
		char *middle = g_strconcat("-", absolute[i], NULL);
		const char *at = strstr(name, middle);
		size_t size = strlen(middle);
		g_free(middle);
		if (at && (at[size] == '-' || at[size] == '\0' || at[size] == '.'))
			return g_strdup_printf("%.*s-%s%s", (int)(at - name), name, relative[i], at + size);
	}
	return NULL;
}

static bool set_border_or_padding(struct fo_styling *styling, const char *name, const char *value)
{
	static const char *const suffixes[] = {"-style", "-width", "-color"};
	if (strcmp(name, "padding") == 0) {
		set_sides(styling, "padding-", relative, "", value);
		return true;
	}
	if (strcmp(name, "border") == 0) {
		for (unsigned i = 0; i < SIDES; i++)
			set_border(styling, relative[i], value);
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
		if (g_str_has_prefix(name, "border") && strcmp(name + strlen("border"), suffixes[i]) == 0) {
			set_sides(styling, "border-", relative, suffixes[i], value);
			return true;
		}
	for (unsigned i = 0; i < SIDES; i++)
		if (g_str_has_prefix(name, "border-") && (strcmp(name + 7, relative[i]) == 0 || strcmp(name + 7, absolute[i]) == 0)) {
			set_border(styling, relative[i], value);
			return true;
		}
	char *mapped = g_str_has_prefix(name, "border-") || g_str_has_prefix(name, "padding-") ? relative_name(name) : NULL;
	if (!mapped)
		return false;
	set(styling, mapped, value);
	g_free(mapped);
	return true;
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
				 {"size", set_size}};
	for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
		if (strcmp(name, whole[i].name) == 0)
			return whole[i].run(styling, value), true;
	for (unsigned i = 0; i < SIDES; i++)
		if (g_str_has_prefix(name, "margin-") && strcmp(name + 7, absolute[i]) == 0) {
			note_margin(styling, (enum side)i);
			return set(styling, name, value), true;
		}
	if (strcmp(name, "page-break-before") == 0 || strcmp(name, "page-break-after") == 0)
		return set_page_break(styling, name + strlen("page-break-"), value), true;
	if (strcmp(name, "page-break-inside") == 0)
		return set(styling, "keep-together.within-page", strcmp(value, "avoid") == 0 ? "always" : "auto"), true;
	if (strcmp(name, "background") == 0)
		return set(styling, "background-color", value), true;
	if (strcmp(name, "vertical-align") == 0)
		return set(styling, "baseline-shift", strcmp(value, "super") == 0 || strcmp(value, "sub") == 0 ? value : "baseline"),
			   true;
	return set_dimension(styling, name, value) || set_border_or_padding(styling, name, value);
}

/* ---- correspondence ---- */

static len edge_length(const struct fo_edge *edge)
{
	return edge->length.fixed;
}

static void add_margin(struct fo_length *indent, const struct fo_style *style, struct fo_length margin, len border_and_padding)
{
	(void)style;
	indent->fixed = len_add(len_add(indent->fixed, margin.fixed), border_and_padding);
	indent->percent += margin.percent;
}

static struct fo_space space_of_margin(struct fo_length margin)
{
	return (struct fo_space){margin, margin, margin, 0, false};
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
	if (is_page_or_region(styling->kind) || style->absolute_position == FO_KW_ABSOLUTE ||
		style->absolute_position == FO_KW_FIXED || !fo_kind_is_block(styling->kind))
		return;
	/* 5.3.2: indent = inherited indent + margin + border + padding, where a margin was given and the indent was not */
	if (styling->margin[LEFT] && !styling->specified[FO_PROP_start_indent] && style->margin_left.keyword == FO_KW_NONE_GIVEN)
		add_margin(&style->start_indent, style, style->margin_left,
				   len_add(edge_length(&style->border_start_width), edge_length(&style->padding_start)));
	if (styling->margin[RIGHT] && !styling->specified[FO_PROP_end_indent] && style->margin_right.keyword == FO_KW_NONE_GIVEN)
		add_margin(&style->end_indent, style, style->margin_right,
				   len_add(edge_length(&style->border_end_width), edge_length(&style->padding_end)));
	if (styling->margin[TOP] && !styling->specified[FO_PROP_space_before])
		style->space_before = space_of_margin(style->margin_top);
	if (styling->margin[BOTTOM] && !styling->specified[FO_PROP_space_after])
		style->space_after = space_of_margin(style->margin_bottom);
}

bool fo_shorthand_is(const char *name)
{
	static const char *const first[] = {"font", "margin", "border", "padding", "white-space", "size", "background", "xml:lang"};
	for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
		if (strcmp(name, first[i]) == 0)
			return true;
	return strcmp(name, "border-style") == 0 || strcmp(name, "border-width") == 0 || strcmp(name, "border-color") == 0;
}
