/* values: text → the value of a property row, by its type. */
#include <string.h>

#include "fo/fo_int.h"

bool fo_is_component(const struct fo_target *target, const char *name)
{
	return !target->component || strcmp(target->component, name) == 0;
}

#define INTEGER_MOST 2000000000 /* page numbers count on from here without an overflow */

bool fo_whole_number(const struct fo_target *target, const char *text, int32_t *whole)
{
	struct fo_number number;
	if (!fo_expression(target->styling, target->property, text, &number) || number.power || number.fixed % FO_NANO)
		return false;
	if (ABS(number.fixed / FO_NANO) > INTEGER_MOST)
		return fo_fail(target->styling, FO_REASON_TOO_LARGE);
	*whole = (int32_t)(number.fixed / FO_NANO);
	return true;
}

static bool set_keep(const struct fo_target *target, const char *text)
{
	struct fo_keep *keep = target->field;
	int32_t strength;
	if (strcmp(text, "auto") == 0)
		strength = FO_KEEP_AUTO;
	else if (strcmp(text, "always") == 0)
		strength = FO_KEEP_ALWAYS;
	else if (fo_whole_number(target, text, &strength))
		strength = FO_KEEP_OF(strength);
	else
		return false;
	if (fo_is_component(target, "within-line"))
		keep->line = strength;
	if (fo_is_component(target, "within-column"))
		keep->column = strength;
	if (fo_is_component(target, "within-page"))
		keep->page = strength;
	return true;
}

static bool set_color(const struct fo_target *target, const char *text)
{
	return fo_color_parse(target->styling, target->property, text, target->field) ||
		   fo_fail(target->styling, fo_color_reason(text));
}

static const enum fo_keyword stretches[] = {FO_KW_ULTRA_CONDENSED, FO_KW_EXTRA_CONDENSED, FO_KW_CONDENSED,
											FO_KW_SEMI_CONDENSED,  FO_KW_NORMAL,          FO_KW_SEMI_EXPANDED,
											FO_KW_EXPANDED,        FO_KW_EXTRA_EXPANDED,  FO_KW_ULTRA_EXPANDED};

unsigned fo_stretch_width(enum fo_keyword stretch)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(stretches); i++)
		if (stretches[i] == stretch)
			return i + 1;
	return 5;
}

/* wider and narrower than the parent (7.9.6). */
static enum fo_keyword stretch_of(const struct fo_target *target, enum fo_keyword keyword)
{
	unsigned width = fo_stretch_width(target->styling->inherited->font_stretch);
	if (keyword == FO_KW_WIDER)
		return stretches[MIN(width, G_N_ELEMENTS(stretches) - 1)];
	return keyword == FO_KW_NARROWER ? stretches[MAX(width, 2) - 2] : keyword;
}

static bool set_keyword(const struct fo_target *target, const char *text)
{
	if (!fo_row_allows(target->row, text))
		return false;
	enum fo_keyword keyword = fo_keyword_find(text);
	*(enum fo_keyword *)target->field = target->property == FO_PROP_font_stretch ? stretch_of(target, keyword) : keyword;
	return true;
}

/* The place of a word among the row's keywords; -1: it is none of them. */
static int keyword_index(const struct fo_row *row, const char *word)
{
	char **names = g_strsplit(row->keywords, " ", -1);
	int index = -1;
	for (int i = 0; names[i] && index < 0; i++)
		if (strcmp(names[i], word) == 0)
			index = i;
	g_strfreev(names);
	return index;
}

static bool set_keywords(const struct fo_target *target, const char *text)
{
	char **words = fo_words_split(text);
	uint32_t set = 0;
	bool good = *words;
	for (char **word = words; *word && good; word++) {
		int index = keyword_index(target->row, *word);
		good = index == 0 ? !words[1] : index > 0 && !(set & 1u << index); /* "none" alone, none of the others twice */
		set |= index > 0 ? 1u << index : 0;
	}
	g_strfreev(words);
	*(uint32_t *)target->field = set;
	return good && !(set & FO_DECORATIONS & set >> FO_DECORATION_NO);
}

/* The least number of those of which XSL wants the nearest integer that is no less (7.10, 7.26–7.28); −1: only an integer will do. */
static int32_t least_count(enum fo_property property)
{
	switch (property) {
	case FO_PROP_column_count:
	case FO_PROP_column_number:
	case FO_PROP_initial_page_number:
	case FO_PROP_number_columns_spanned:
	case FO_PROP_number_rows_spanned:
	case FO_PROP_number_columns_repeated:
	case FO_PROP_hyphenation_ladder_count:
	case FO_PROP_hyphenation_push_character_count:
	case FO_PROP_hyphenation_remain_character_count:
		return 1;
	case FO_PROP_maximum_repeats:
		return 0;
	default:
		return -1;
	}
}

static bool nearest_count(const struct fo_target *target, const char *text, int32_t least, int32_t *count)
{
	struct fo_number number;
	if (!fo_expression(target->styling, target->property, text, &number) || number.power)
		return false;
	int64_t nearest = fo_scaled(number.fixed, 1, FO_NANO);
	*count = (int32_t)CLAMP(nearest, least, INTEGER_MOST);
	return nearest <= INTEGER_MOST || fo_fail(target->styling, FO_REASON_TOO_LARGE);
}

/* 7.9.7: the next weight of a family that has 400 and 700 alone; beyond these the next number. */
static int32_t weight_of(int32_t parent, enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_NORMAL:
		return 400;
	case FO_KW_BOLD:
		return 700;
	case FO_KW_BOLDER:
		return parent < 400 ? 400 : parent < 700 ? 700 : MIN(parent + 100, 900);
	default: /* lighter */
		return parent > 700 ? 700 : parent > 400 ? 400 : MAX(parent - 100, 100);
	}
}

static bool set_integer(const struct fo_target *target, const char *text)
{
	int32_t *value = target->field;
	if (fo_row_allows(target->row, text)) {
		enum fo_keyword keyword = fo_keyword_find(text);
		bool weight = target->property == FO_PROP_font_weight;
		*value = weight ? weight_of(target->styling->inherited->font_weight, keyword) : -(int32_t)keyword;
		return true;
	}
	int32_t least = least_count(target->property);
	if (least >= 0 ? !nearest_count(target, text, least, value) : !fo_whole_number(target, text, value))
		return false;
	if (target->property == FO_PROP_font_weight)
		return *value % 100 == 0 && *value >= 100 && *value <= 900;
	if (target->property == FO_PROP_reference_orientation)
		return *value % 90 == 0 && *value >= -270 && *value <= 270;
	return *value >= 0 || fo_fail(target->styling, FO_REASON_NEGATIVE);
}

static bool (*const setters[])(const struct fo_target *, const char *) = {
	[FO_T_LENGTH] = fo_set_length,     [FO_T_LENGTH_PERCENT] = fo_set_length_percent,
	[FO_T_RANGE] = fo_set_range,       [FO_T_SPACE] = fo_set_space,
	[FO_T_EDGE] = fo_set_edge,         [FO_T_KEEP] = set_keep,
	[FO_T_COLOR] = set_color,          [FO_T_KEYWORD] = set_keyword,
	[FO_T_KEYWORDS] = set_keywords,    [FO_T_INTEGER] = set_integer,
	[FO_T_STRING] = fo_set_string,     [FO_T_CHARACTER] = fo_set_character,
	[FO_T_FAMILIES] = fo_set_families, [FO_T_LINE_HEIGHT] = fo_set_line_height,
};

/* A property that is there with a component that it does not have. */
static void say_unknown_component(const struct fo_styling *styling, enum fo_type type, const char *component)
{
	size_t before = strlen(styling->name) - strlen(component);
	char *property = g_strndup(styling->name, before), *shown = g_strndup(component, (gsize)fo_shown(component));
	struct nearest nearest = nearest_to(shown);
	for (const struct fo_part *part = fo_parts; part->name; part++)
		if (part->type == type)
			nearest_try(&nearest, part->name);
	diag_report_nearest(styling->builder->sink, DIAG_PROP_UNKNOWN, styling->place, property, &nearest);
	g_free(property);
	g_free(shown);
}

/* A string as XSL has them in quotes; a sign alone is meant so, too. */
static bool is_string(const char *text)
{
	size_t size = strlen(text);
	bool quoted = size > 2 && (*text == '\'' || *text == '"') && text[size - 1] == *text;
	return quoted || (*text && !*g_utf8_next_char(text) && !g_ascii_isalnum(*text));
}

/* A value of XSL's that does nothing; or NULL. */
static const struct fo_known *idle_value(const struct fo_row *row, const char *text)
{
	for (const struct fo_known *value = fo_known_values; value->name; value++)
		if (strcmp(value->name, row->name) == 0 &&
			(strcmp(value->initial, text) == 0 || (strcmp(value->initial, "<string>") == 0 && is_string(text))))
			return value;
	return NULL;
}

static void say_unsupported(struct fo_styling *styling, const struct fo_row *row)
{
	const char *now = (const char *)styling->style + row->offset,
			   *initial = (const char *)&styling->builder->initial + row->offset;
	if (!row->supported && memcmp(now, initial, row->size) != 0 && fo_say_once(styling->builder, row->name))
		diag_report(styling->builder->sink, DIAG_PROP_UNSUPPORTED, styling->place, "%s", row->name);
}

/* "inherit" and the functions that give another object's value. */
static bool set_from_parent(const struct fo_target *target, const char *text)
{
	struct fo_taken taken = {.style = target->styling->inherited, .property = target->property, .further_up = true};
	bool inherits = strcmp(text, "inherit") == 0,
		 found = inherits || fo_property_function(target->styling, target->property, text, &taken);
	return found && taken.style && fo_take(target, &taken);
}

/* "auto | always | <integer>": in the notation of XSL. */
static char *what_is_allowed(const struct fo_row *row, enum fo_property property, const char *component)
{
	static const char *const notations[] = {[FO_T_LENGTH] = "<length>",
											[FO_T_LENGTH_PERCENT] = "<length> | <percentage>",
											[FO_T_RANGE] = "<length> | <percentage>",
											[FO_T_SPACE] = "<length>",
											[FO_T_EDGE] = "<length>",
											[FO_T_KEEP] = "auto | always | <integer>",
											[FO_T_COLOR] = "<color>",
											[FO_T_INTEGER] = "<integer>",
											[FO_T_CHARACTER] = "<character>",
											[FO_T_FAMILIES] = "<family-name>, …",
											[FO_T_LINE_HEIGHT] = "<length> | <percentage> | <number>"};
	const char *notation = row->type < G_N_ELEMENTS(notations) && notations[row->type] ? notations[row->type] : "";
	if (component && strcmp(component, "conditionality") == 0)
		return g_strdup("discard | retain");
	if (component && strcmp(component, "precedence") == 0)
		return g_strdup("force | <integer>");
	if (property == FO_PROP_font_size || property == FO_PROP_space_start || property == FO_PROP_space_end)
		notation = "<length> | <percentage>";
	if (property == FO_PROP_reference_orientation)
		notation = "0 | 90 | 180 | 270 | -90 | -180 | -270";
	if (property == FO_PROP_font_weight)
		notation = "100 | 200 | … | 900";
	char **names = g_strsplit(row->type == FO_T_KEEP ? "" : row->keywords, " ", -1);
	char *keywords = g_strjoinv(" | ", names),
		 *allowed = g_strconcat(keywords, *keywords && *notation ? " | " : "", notation, NULL);
	g_free(keywords);
	g_strfreev(names);
	return allowed;
}

bool fo_value_set(struct fo_styling *styling, enum fo_property property, const char *component, const char *text)
{
	const struct fo_row *row = &fo_rows[property];
	struct fo_target target = {styling, property, row, component, (char *)styling->style + row->offset};
	const char *given = idle_value(row, text) && !fo_row_allows(row, text) ? row->initial : text;
	const struct fo_part *part = component ? fo_part_find(row->type, component) : NULL;
	if (component && !part) {
		say_unknown_component(styling, row->type, component);
		return false;
	}
	styling->builder->reason = FO_REASON_NONE;
	styling->part = part;
	char before[sizeof(struct fo_space)];
	g_assert(row->size <= sizeof before);
	memcpy(before, target.field, row->size);
	bool good = set_from_parent(&target, given) || setters[row->type](&target, given);
	styling->part = NULL;
	if (good) {
		styling->specified[property] |= (uint8_t)(part ? fo_part_bit(part) : FO_WHOLE);
		say_unsupported(styling, row);
		if (idle_value(row, text) && fo_say_once(styling->builder, row->name))
			diag_report(styling->builder->sink, DIAG_PROP_UNSUPPORTED, styling->place, "%s=\"%.*s\"", row->name, fo_shown(text),
						text);
		return true;
	}
	memcpy(target.field, before, row->size); /* as if it were not given */
	char *allowed = what_is_allowed(row, property, component);
	fo_refuse(styling, text, allowed);
	g_free(allowed);
	return false;
}
