/* shorthands: shorthand and absolute properties → rows of properties.def (XSL 5.3, 7.31), for lr-tb: top = before, left = start. */
#include <string.h>

#include "fo/fo_int.h"

const struct fo_shorthand fo_shorthands[] = {
#define SHORTHAND(name, parts) {name, parts},
#include "fo/shorthands.def"
#undef SHORTHAND
	{NULL, NULL}};

/* What is allowed, in XSL's notation, with its words in Chinese. g_free() it. */
static char *allowed_in_chinese(const char *allowed)
{
	static const char *const words[][2] = {{"<length>", "<长度>"},          {"<percentage>", "<百分数>"},
										   {"<integer>", "<整数>"},         {"<number>", "<数>"},
										   {"<color>", "<颜色>"},           {"<character>", "<一个字符>"},
										   {"<family-name>", "<字体名>"},   {"<border-width>", "<线宽>"},
										   {"<border-style>", "<线型>"},    {"one to four values", "一至四个值"},
										   {", one or two", "，一个或两个"}};
	GString *text = g_string_new(allowed);
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		g_string_replace(text, words[i][0], words[i][1], 0);
	return g_string_free(text, FALSE);
}

/* property="value" (allowed): reason */
static char *refusal(const struct fo_styling *styling, const char *value, const char *allowed, enum diag_language language)
{
	bool chinese = language == DIAG_CHINESE;
	const char *reason = fo_reason_text(styling->builder->reason, language), *open = chinese ? "（可用：" : " (",
			   *close = chinese ? "）" : ")";
	return g_strdup_printf("%s=\"%.*s\"%s%s%s%s%s", styling->name, fo_shown(value), value, *allowed ? open : "", allowed,
						   *allowed ? close : "", reason ? (chinese ? "：" : ": ") : "", reason ? reason : "");
}

bool fo_refuse(struct fo_styling *styling, const char *value, const char *allowed)
{
	if (styling->refused) /* said of another part of the value */
		return false;
	char *allowed_zh = allowed_in_chinese(allowed), *en = refusal(styling, value, allowed, DIAG_ENGLISH),
		 *zh = refusal(styling, value, allowed_zh, DIAG_CHINESE);
	diag_report_both(styling->builder->sink, DIAG_PROP_VALUE, styling->place, en, zh);
	g_free(allowed_zh);
	g_free(en);
	g_free(zh);
	styling->builder->reason = FO_REASON_NONE;
	styling->refused = true;
	return false;
}

bool fo_is_row(const char *name)
{
	const char *component;
	return fo_property_of(name, &component) != FO_PROPERTY_COUNT;
}

bool fo_set_by_name(struct fo_styling *styling, const char *name, const char *value)
{
	const char *component;
	enum fo_property property = fo_property_of(name, &component);
	return property != FO_PROPERTY_COUNT && fo_value_set(styling, property, component, value);
}

bool fo_set_part(struct fo_styling *styling, const char *prefix, const char *side, const char *suffix, const char *value)
{
	char *name = g_strconcat(prefix, side, suffix, NULL);
	bool good = fo_set_by_name(styling, name, value);
	g_free(name);
	return good;
}

/* What a word before the size sets: "bold", "600", … FO_PROPERTY_COUNT: nothing. */
static enum fo_property font_part(const char *word)
{
	static const enum fo_property parts[] = {FO_PROP_font_style, FO_PROP_font_variant, FO_PROP_font_weight, FO_PROP_font_stretch};
	if (strlen(word) == 3 && g_ascii_isdigit(word[0]) && strcmp(word + 1, "00") == 0)
		return FO_PROP_font_weight;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (fo_row_allows(&fo_rows[parts[i]], word))
			return parts[i];
	return FO_PROPERTY_COUNT;
}

/* The words that stand before the size, each part but once: the first behind them. "normal" is what all are anyway. */
static char **set_font_words(struct fo_styling *styling, char **words)
{
	bool given[FO_PROPERTY_COUNT + 1] = {false};
	for (;; words++) {
		enum fo_property part = *words ? font_part(*words) : FO_PROPERTY_COUNT;
		bool normal = *words && strcmp(*words, "normal") == 0;
		if (!normal && (part == FO_PROPERTY_COUNT || given[part] || !fo_value_set(styling, part, NULL, *words)))
			return words;
		given[normal ? FO_PROPERTY_COUNT : part] = true;
	}
}

/* "12pt", "12pt/14pt" and "12pt / 14pt" to their parts; the word after them. */
static char **split_size(char **words, char **size, char **line_height)
{
	GString *joined = g_string_new(*words++);
	while (*words && (**words == '/' || g_str_has_suffix(joined->str, "/")))
		g_string_append(joined, *words++);
	char *solidus = strchr(joined->str, '/');
	*line_height = solidus ? g_strdup(solidus + 1) : NULL;
	*size = g_strndup(joined->str, solidus ? (gsize)(solidus - joined->str) : joined->len);
	g_string_free(joined, TRUE);
	return words;
}

static bool set_font_size_and_family(struct fo_styling *styling, char **words)
{
	char *size, *line_height, **rest = split_size(words, &size, &line_height), *families = g_strjoinv(" ", rest);
	bool whole = *families;
	if (whole && fo_set_by_name(styling, "font-size", size) &&
		(!line_height || fo_set_by_name(styling, "line-height", line_height)))
		fo_set_by_name(styling, "font-family", families);
	g_free(size);
	g_free(line_height);
	g_free(families);
	return whole;
}

/* There are no fonts of a system: its names give the initial values. */
static bool is_system_font(const char *value)
{
	static const char *const names[] = {"caption", "icon", "menu", "message-box", "small-caption", "status-bar"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(value, names[i]) == 0)
			return true;
	return false;
}

/* font: [style variant weight stretch]* size[/line-height] family (7.31.13); what is not said gets its initial value. */
static void set_font(struct fo_styling *styling, const char *value)
{
	static const enum fo_property parts[] = {FO_PROP_font_style,  FO_PROP_font_variant, FO_PROP_font_weight, FO_PROP_font_stretch,
											 FO_PROP_line_height, FO_PROP_font_size,    FO_PROP_font_family};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		fo_value_set(styling, parts[i], NULL, fo_rows[parts[i]].initial);
	if (is_system_font(value))
		return;
	char **words = fo_words_split(value), **word = set_font_words(styling, words);
	if (!*word || !set_font_size_and_family(styling, word))
		fo_refuse(styling, value,
				  "[font-style | font-variant | font-weight | font-stretch]* font-size[/line-height] font-family");
	g_strfreev(words);
}

/* page-break-before and -after (7.31.16, 7.31.17). */
static void set_page_break(struct fo_styling *styling, const char *which, const char *value)
{
	static const char *const breaks[][2] = {
		{"auto", "auto"}, {"always", "page"}, {"avoid", "auto"}, {"left", "even-page"}, {"right", "odd-page"}};
	for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++)
		if (strcmp(value, breaks[i][0]) == 0) {
			fo_set_part(styling, "break-", which, "", breaks[i][1]);
			if (strcmp(value, "avoid") == 0)
				fo_set_by_name(styling, *which == 'b' ? "keep-with-previous.within-page" : "keep-with-next.within-page",
							   "always");
			return;
		}
	fo_refuse(styling, value, "auto | always | avoid | left | right");
}

static void set_page_break_inside(struct fo_styling *styling, const char *value)
{
	bool avoid = strcmp(value, "avoid") == 0;
	if (avoid || strcmp(value, "auto") == 0)
		fo_set_by_name(styling, "keep-together.within-page", avoid ? "always" : value);
	else
		fo_refuse(styling, value, "auto | avoid");
}

/* A part of two letters is the country, of four the script. */
static void set_language(struct fo_styling *styling, const char *value)
{
	if (*value && strcmp(value, "none") != 0 && !language_is_tag(value)) {
		fo_refuse(styling, value, "zh-CN");
		return;
	}
	char **parts = g_strsplit(value, "-", 3);
	fo_set_by_name(styling, "language", parts[0] && *parts[0] ? parts[0] : "none");
	fo_set_by_name(styling, "country", "none");
	fo_set_by_name(styling, "script", "none");
	for (unsigned i = 1; parts[0] && parts[i]; i++)
		fo_set_by_name(styling, strlen(parts[i]) == 4 ? "script" : "country", parts[i]);
	g_strfreev(parts);
}

static void set_white_space(struct fo_styling *styling, const char *value)
{
	static const char *const names[] = {"linefeed-treatment", "white-space-collapse", "white-space-treatment", "wrap-option"};
	static const char *const values[][5] = {
		{"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
		{"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"},
		{"pre", "preserve", "false", "preserve", "no-wrap"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
		if (strcmp(value, values[i][0]) == 0) {
			for (size_t k = 0; k < G_N_ELEMENTS(names); k++)
				fo_set_by_name(styling, names[k], values[i][k + 1]);
			return;
		}
	fo_refuse(styling, value, "normal | pre | nowrap");
}

/* position (7.31.20): of both sides of CSS's property. */
static void set_position(struct fo_styling *styling, const char *value)
{
	bool taken_out = strcmp(value, "absolute") == 0 || strcmp(value, "fixed") == 0;
	if (!taken_out && strcmp(value, "static") != 0 && strcmp(value, "relative") != 0) {
		fo_refuse(styling, value, "static | relative | absolute | fixed");
		return;
	}
	fo_set_by_name(styling, "absolute-position", taken_out ? value : "auto");
	fo_set_by_name(styling, "relative-position", taken_out ? "static" : value);
}

/* border-spacing (7.31.9): one length, or across and down. */
static void set_border_spacing(struct fo_styling *styling, const char *value)
{
	char **words = fo_words_split(value);
	if (!words[0] || (words[1] && words[2])) {
		fo_refuse(styling, value, "<length> <length>?");
	} else {
		fo_value_set(styling, FO_PROP_border_separation_inline, NULL, words[0]);
		fo_value_set(styling, FO_PROP_border_separation_block, NULL, words[1] ? words[1] : words[0]);
	}
	g_strfreev(words);
}

/* size (7.31.21): landscape and portrait are of the page that has no size of its own. */
static void set_size(struct fo_styling *styling, const char *value)
{
	bool landscape = strcmp(value, "landscape") == 0;
	if (landscape || strcmp(value, "portrait") == 0) {
		styling->style->page_width = (struct fo_length){.fixed = landscape ? FO_PAGE_HEIGHT : FO_PAGE_WIDTH};
		styling->style->page_height = (struct fo_length){.fixed = landscape ? FO_PAGE_WIDTH : FO_PAGE_HEIGHT};
		styling->specified[FO_PROP_page_width] = styling->specified[FO_PROP_page_height] = FO_WHOLE;
		return;
	}
	char **words = fo_words_split(value);
	if (!words[0] || (words[1] && words[2]))
		fo_refuse(styling, value, "auto | landscape | portrait | <length> <length>?");
	else if (fo_set_by_name(styling, "page-width", words[0]))
		fo_set_by_name(styling, "page-height", words[1] ? words[1] : words[0]);
	g_strfreev(words);
}

/* 7.31.22: words align baselines, lengths and percentages adjust where the inline stands by its own. */
static void set_vertical_align(struct fo_styling *styling, const char *value)
{
	static const char *const words[][2] = {{"middle", "middle"},
										   {"top", "before-edge"},
										   {"bottom", "after-edge"},
										   {"text-top", "text-before-edge"},
										   {"text-bottom", "text-after-edge"}};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(value, words[i][0]) == 0) {
			fo_set_by_name(styling, "alignment-baseline", words[i][1]);
			return;
		}
	if (fo_row_allows(&fo_rows[FO_PROP_baseline_shift], value))
		fo_set_by_name(styling, "baseline-shift", value);
	else if (g_ascii_isalpha(*value) && !strchr(value, '('))
		fo_refuse(styling, value,
				  "baseline | middle | sub | super | text-top | text-bottom | top | bottom | <length> | <percentage>");
	else
		fo_set_by_name(styling, "alignment-adjust", value);
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
			return fo_set_by_name(styling, dimensions[i].target, value), true;
	return false;
}

/* "inherit", or a function of the shorthand itself (5.10.4), is each part's. */
static bool take_over_parts(struct fo_styling *styling, const char *name, const char *value)
{
	const struct fo_shorthand *shorthand = fo_shorthands;
	while (shorthand->name && strcmp(shorthand->name, name) != 0)
		shorthand++;
	if (!shorthand->name || !fo_is_taken_over(value))
		return false;
	char **parts = g_strsplit(shorthand->parts, " ", -1);
	for (char **part = parts; *part; part++)
		fo_set_by_name(styling, *part, value);
	g_strfreev(parts);
	return true;
}

static bool set_shorthand(struct fo_styling *styling, const char *name, const char *value)
{
	static const struct {
		const char *name;
		void (*run)(struct fo_styling *, const char *);
	} whole[] = {{"font", set_font},
				 {"xml:lang", set_language},
				 {"white-space", set_white_space},
				 {"size", set_size},
				 {"position", set_position},
				 {"border-spacing", set_border_spacing},
				 {"border-separation", set_border_spacing}, /* of both directions: 5.11 */
				 {"page-break-inside", set_page_break_inside},
				 {"background", fo_set_background},
				 {"background-position", fo_set_background_position},
				 {"vertical-align", set_vertical_align}};
	if (strcmp(name, "margin") == 0)
		return fo_set_margin(styling, value), true;
	if (take_over_parts(styling, name, value))
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
		if (strcmp(name, whole[i].name) == 0)
			return whole[i].run(styling, value), true;
	for (unsigned i = 0; i < FO_SIDES; i++)
		if (g_str_has_prefix(name, "margin-") && strcmp(name + 7, fo_absolute[i]) == 0) {
			styling->margin[i] = FO_MARGIN_GIVEN;
			return fo_set_by_name(styling, name, value), true;
		}
	if (strcmp(name, "page-break-before") == 0 || strcmp(name, "page-break-after") == 0)
		return set_page_break(styling, name + strlen("page-break-"), value), true;
	return set_dimension(styling, name, value) || fo_set_border_or_padding(styling, name, value);
}

/* "inherit" among other words. */
static bool inherits_in_part(const char *value)
{
	if (!strstr(value, "inherit"))
		return false;
	char **words = fo_words_split(value);
	bool found = words[0] && words[1] && g_strv_contains((const char *const *)words, "inherit");
	g_strfreev(words);
	return found;
}

/* A wrong value counts as not given: nothing of it holds. */
bool fo_shorthand_set(struct fo_styling *styling, const char *name, const char *value)
{
	struct fo_style style = *styling->style;
	struct fo_styling before = *styling;
	styling->refused = false;
	bool found = set_shorthand(styling, name, value);
	if (found && inherits_in_part(value))
		fo_refuse(styling, value, "inherit");
	if (styling->refused) {
		memcpy(styling->style, &style, sizeof style);
		memcpy(styling->specified, before.specified, sizeof before.specified);
		memcpy(styling->margin, before.margin, sizeof before.margin);
	}
	return found;
}
