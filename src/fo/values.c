/* values: text → the value of a property row, by its type. */
#include <string.h>

#include "fo/fo_int.h"

/* What a setter works on. */
struct target {
	struct fo_styling *styling;
	enum fo_property property;
	const struct fo_row *row;
	const char *component; /* or NULL */
	void *field;
};

static bool is_component(const struct target *target, const char *name)
{
	return !target->component || strcmp(target->component, name) == 0;
}

/* ---- lengths ---- */

/* Named sizes of XSL 7.9.4 and border widths (FOP's 0.5, 1, 2 pt), in 1/1000 pt. */
static const struct {
	const char *name;
	len length;
} named_lengths[] = {
	{"xx-small", 6944}, {"x-small", 8333},   {"small", 10000}, {"medium", 12000}, {"large", 14400},
	{"x-large", 17280}, {"xx-large", 20736}, {"thin", 500},    {"thick", 2000},
};

/* Z-67: character sizes in 号, the values of word processors, in 1/1000 pt. */
static const struct {
	const char *name;
	len length;
} hao_sizes[] = {
	{"初号", 42000}, {"小初", 36000}, {"一号", 26000}, {"小一", 24000}, {"二号", 22000}, {"小二", 18000},
	{"三号", 16000}, {"小三", 15000}, {"四号", 14000}, {"小四", 12000}, {"五号", 10500}, {"小五", 9000},
	{"六号", 7500},  {"小六", 6500},  {"七号", 5500},  {"八号", 5000},
};

static bool hao_size(const char *text, struct fo_length *length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(hao_sizes); i++)
		if (strcmp(hao_sizes[i].name, text) == 0) {
			*length = (struct fo_length){.fixed = len_scale(hao_sizes[i].length, LEN_PT, 1000)};
			return true;
		}
	return false;
}

static bool named_length(const struct target *target, const char *text, len *length)
{
	if (target->row->type == FO_T_EDGE && strcmp(text, "medium") == 0) {
		*length = LEN_PT;
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(named_lengths); i++)
		if (strcmp(named_lengths[i].name, text) == 0) {
			*length = len_scale(named_lengths[i].length, LEN_PT, 1000);
			return true;
		}
	return false;
}

static struct fo_length to_length(const struct fo_number *number)
{
	return (struct fo_length){
		.fixed = fo_number_len(number),
		.percent = (int32_t)((number->percent + (number->percent < 0 ? -500000 : 500000)) / (FO_NANO / 1000)),
		.proportion = (int32_t)(number->proportion / (FO_NANO / 1000))};
}

/* Within what layout can add up: FO_LENGTH_MOST, and 100,000 times a reference or proportion. */
static bool is_moderate(const struct fo_number *number)
{
	const int64_t most = (int64_t)FO_LENGTH_MOST / LEN_PT * FO_NANO, times = 100000 * FO_NANO;
	return ABS(number->fixed / 2) <= most / 2 && ABS(number->percent / 2) <= times / 2 &&
		   ABS(number->proportion / 2) <= times / 2;
}

/* A length, percentage or allowed keyword. A number alone that is not 0 is px, as in FOP, and said. */
static bool parse_length(const struct target *target, const char *text, struct fo_length *length)
{
	struct fo_number number;
	len named;
	if (fo_row_allows(target->row, text)) {
		*length = named_length(target, text, &named) ? (struct fo_length){.fixed = named}
													 : (struct fo_length){.keyword = fo_keyword_find(text)};
		return true;
	}
	if (!fo_expression(target->styling, target->property, text, &number) || !is_moderate(&number))
		return false;
	if (!number.power && number.fixed != 0) /* a px is a point */
		diag_report(target->styling->builder->sink, DIAG_PROP_NUMBER, target->styling->place, "%s=\"%.*s\"", target->row->name,
					fo_shown(text), text);
	*length = to_length(&number);
	return true;
}

static bool set_font_size(const struct target *target, const char *text)
{
	len base = target->styling->inherited->font_size, *size = target->field;
	struct fo_length length;
	if (strcmp(text, "larger") == 0)
		length = (struct fo_length){.percent = 120000};
	else if (strcmp(text, "smaller") == 0)
		length = (struct fo_length){.percent = 83333};
	else if (!hao_size(text, &length) && !parse_length(target, text, &length))
		return false;
	*size = fo_resolve(length, base);
	return *size >= 0;
}

static bool set_length(const struct target *target, const char *text)
{
	struct fo_length length = {0};
	if (target->property == FO_PROP_font_size)
		return set_font_size(target, text);
	if (!parse_length(target, text, &length))
		return false;
	/* keywords here (normal) mean no extra length; percentages are of the font size */
	*(len *)target->field = length.keyword ? 0 : fo_resolve(length, target->styling->style->font_size);
	return true;
}

/* Sizes of pages, columns and pictures are not negative; a page is larger than nothing. */
static bool is_size(enum fo_property property, const struct fo_length *length)
{
	switch (property) {
	case FO_PROP_page_width:
	case FO_PROP_page_height:
		return length->keyword || length->fixed > 0;
	case FO_PROP_extent:
	case FO_PROP_column_gap:
	case FO_PROP_column_width:
	case FO_PROP_content_width:
	case FO_PROP_content_height:
		return length->fixed >= 0 && length->percent >= 0;
	default:
		return true;
	}
}

static bool set_length_percent(const struct target *target, const char *text)
{
	return parse_length(target, text, target->field) && is_size(target->property, target->field);
}

/* number and normal are kept as a factor (1/1000) in `proportion`: they are inherited as such (7.16.4). */
static bool set_line_height(const struct target *target, const char *text)
{
	struct fo_length *height = target->field;
	struct fo_number number;
	len size = target->styling->style->font_size;
	if (strcmp(text, "normal") == 0) {
		*height = (struct fo_length){.proportion = 1200};
	} else if (!fo_expression(target->styling, target->property, text, &number) || !is_moderate(&number)) {
		return false;
	} else if (!number.power) {
		*height = (struct fo_length){.proportion = (int32_t)(number.fixed / (FO_NANO / 1000))};
	} else {
		struct fo_length length = to_length(&number);
		*height = (struct fo_length){.fixed = fo_resolve(length, size)};
	}
	return height->fixed >= 0 && height->proportion >= 0;
}

static bool set_range(const struct target *target, const char *text)
{
	struct fo_range *range = target->field;
	struct fo_length length;
	if (!parse_length(target, text, &length) || length.fixed < 0 || length.percent < 0)
		return false;
	if (is_component(target, "minimum"))
		range->minimum = length;
	if (is_component(target, "optimum"))
		range->optimum = length;
	if (is_component(target, "maximum"))
		range->maximum = length;
	return true;
}

static bool set_conditionality(const char *text, bool *retain)
{
	*retain = strcmp(text, "retain") == 0;
	return *retain || strcmp(text, "discard") == 0;
}

static bool set_space(const struct target *target, const char *text)
{
	struct fo_space *space = target->field;
	struct fo_length length;
	struct fo_number number;
	if (target->component && strcmp(target->component, "conditionality") == 0)
		return set_conditionality(text, &space->retain);
	if (target->component && strcmp(target->component, "precedence") == 0) {
		if (strcmp(text, "force") == 0)
			space->precedence = FO_FORCE;
		else if (fo_expression(target->styling, target->property, text, &number) && !number.power)
			space->precedence = (int32_t)(number.fixed / FO_NANO);
		else
			return false;
		return true;
	}
	if (!parse_length(target, text, &length))
		return false;
	if (is_component(target, "minimum"))
		space->minimum = length;
	if (is_component(target, "optimum"))
		space->optimum = length;
	if (is_component(target, "maximum"))
		space->maximum = length;
	return true;
}

static bool set_edge(const struct target *target, const char *text)
{
	struct fo_edge *edge = target->field;
	if (target->component && strcmp(target->component, "conditionality") == 0)
		return set_conditionality(text, &edge->retain);
	return parse_length(target, text, &edge->length) && edge->length.fixed >= 0;
}

/* ---- the other types ---- */

static bool set_keep(const struct target *target, const char *text)
{
	struct fo_keep *keep = target->field;
	struct fo_number number;
	int32_t strength;
	if (strcmp(text, "auto") == 0)
		strength = FO_KEEP_AUTO;
	else if (strcmp(text, "always") == 0)
		strength = FO_KEEP_ALWAYS;
	else if (fo_expression(target->styling, target->property, text, &number) && !number.power)
		strength = (int32_t)(number.fixed / FO_NANO);
	else
		return false;
	if (is_component(target, "within-line"))
		keep->line = strength;
	if (is_component(target, "within-column"))
		keep->column = strength;
	if (is_component(target, "within-page"))
		keep->page = strength;
	return true;
}

static bool set_color(const struct target *target, const char *text)
{
	return fo_color_parse(text, target->property == FO_PROP_color ? target->styling->inherited : target->styling->style,
						  target->field);
}

static bool set_keyword(const struct target *target, const char *text)
{
	if (!fo_row_allows(target->row, text))
		return false;
	*(enum fo_keyword *)target->field = fo_keyword_find(text);
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

static bool set_keywords(const struct target *target, const char *text)
{
	char **words = g_strsplit_set(text, " \t\n", -1);
	uint32_t set = 0;
	bool good = true;
	for (char **word = words; *word; word++) {
		int index = **word ? keyword_index(target->row, *word) : 0;
		good &= index >= 0;
		set |= index > 0 ? 1u << index : 0;
	}
	g_strfreev(words);
	*(uint32_t *)target->field = set;
	return good && *text;
}

/* 7.26, 7.28: numbers of which XSL wants the nearest integer greater than or equal to 1. */
static bool is_count(enum fo_property property)
{
	return property == FO_PROP_column_count || property == FO_PROP_column_number || property == FO_PROP_initial_page_number ||
		   property == FO_PROP_number_columns_spanned || property == FO_PROP_number_rows_spanned ||
		   property == FO_PROP_number_columns_repeated;
}

#define INTEGER_MOST 2000000000 /* page numbers count on from here without an overflow */

static bool set_integer(const struct target *target, const char *text)
{
	int32_t *value = target->field;
	struct fo_number number;
	static const struct {
		const char *name;
		int32_t weight;
	} weights[] = {{"normal", 400}, {"bold", 700}, {"bolder", 700}, {"lighter", 300}};
	if (target->property == FO_PROP_font_weight)
		for (size_t i = 0; i < G_N_ELEMENTS(weights); i++)
			if (strcmp(text, weights[i].name) == 0) {
				*value = weights[i].weight;
				return true;
			}
	if (fo_row_allows(target->row, text)) {
		*value = -(int32_t)fo_keyword_find(text);
		return true;
	}
	if (!fo_expression(target->styling, target->property, text, &number) || number.power)
		return false;
	int64_t whole = number.fixed / FO_NANO, rest = number.fixed % FO_NANO;
	if (is_count(target->property)) {
		whole = MAX(whole + (rest >= FO_NANO / 2), 1);
		rest = 0;
	}
	if (ABS(whole) > INTEGER_MOST)
		return false;
	*value = (int32_t)whole;
	if (target->property == FO_PROP_reference_orientation)
		return rest == 0 && whole % 90 == 0 && whole >= -270 && whole <= 270;
	return rest == 0 && whole >= 0;
}

static bool set_number(const struct target *target, const char *text)
{
	struct fo_number number;
	if (!fo_expression(target->styling, target->property, text, &number) || number.power)
		return false;
	*(int32_t *)target->field = (int32_t)(number.fixed / (FO_NANO / 1000));
	return true;
}

/* '…' and "…" around a whole value are the expression language's literals; url(…) is what it holds. */
static bool set_string(const struct target *target, const char *text)
{
	size_t size = strlen(text);
	char *value = g_strdup(text);
	if (g_str_has_prefix(text, "url(") && text[size - 1] == ')') {
		value[size - 1] = '\0';
		memmove(value, value + 4, size - 4);
		g_strstrip(value);
		size = strlen(value);
	}
	if (size >= 2 && (*value == '\'' || *value == '"') && value[size - 1] == *value) {
		value[size - 1] = '\0';
		memmove(value, value + 1, size - 1);
	}
	bool none = fo_row_allows(target->row, value);
	*(const char **)target->field = none || !*value ? NULL : fo_intern(target->styling->builder, value);
	g_free(value);
	return true;
}

static bool set_families(const struct target *target, const char *text)
{
	struct fo_builder *builder = target->styling->builder;
	const struct fo_families **field = target->field;
	*field = g_hash_table_lookup(builder->families, text);
	if (*field)
		return true;
	char **parts = g_strsplit(text, ",", -1);
	unsigned count = g_strv_length(parts), used = 0;
	struct fo_families *families = arena_alloc(builder->arena, sizeof *families + sizeof(char *) * count);
	for (unsigned i = 0; i < count; i++) {
		char *name = g_strstrip(parts[i]);
		size_t size = strlen(name);
		if (size >= 2 && (*name == '\'' || *name == '"') && name[size - 1] == *name) {
			name[size - 1] = '\0';
			name++;
		}
		if (*name)
			families->name[used++] = fo_intern(builder, name);
	}
	families->count = used;
	g_strfreev(parts);
	g_hash_table_insert(builder->families, (gpointer)(uintptr_t)fo_intern(builder, text), families);
	*field = families;
	return used > 0;
}

static bool (*const setters[])(const struct target *, const char *) = {
	[FO_T_LENGTH] = set_length,     [FO_T_LENGTH_PERCENT] = set_length_percent,
	[FO_T_RANGE] = set_range,       [FO_T_SPACE] = set_space,
	[FO_T_EDGE] = set_edge,         [FO_T_KEEP] = set_keep,
	[FO_T_COLOR] = set_color,       [FO_T_KEYWORD] = set_keyword,
	[FO_T_KEYWORDS] = set_keywords, [FO_T_INTEGER] = set_integer,
	[FO_T_NUMBER] = set_number,     [FO_T_STRING] = set_string,
	[FO_T_FAMILIES] = set_families, [FO_T_LINE_HEIGHT] = set_line_height,
};

/* 5.11: the components of each type. */
static bool has_component(enum fo_type type, const char *component)
{
	static const char *const components[] = {
		[FO_T_RANGE] = "minimum optimum maximum",
		[FO_T_SPACE] = "minimum optimum maximum precedence conditionality",
		[FO_T_EDGE] = "length conditionality",
		[FO_T_KEEP] = "within-line within-column within-page",
		[FO_T_LENGTH] = "optimum", /* of letter-spacing and word-spacing, which have no other here */
		[FO_T_LINE_HEIGHT] = "optimum",
	};
	const char *names = type < G_N_ELEMENTS(components) ? components[type] : NULL;
	return names && fo_row_allows(&(struct fo_row){.keywords = names}, component);
}

static void say_unsupported(struct fo_styling *styling, const struct fo_row *row)
{
	const char *now = (const char *)styling->style + row->offset,
			   *initial = (const char *)&styling->builder->initial + row->offset;
	if (!row->supported && memcmp(now, initial, row->size) != 0 && fo_say_once(styling->builder, row->name))
		diag_report(styling->builder->sink, DIAG_PROP_UNSUPPORTED, styling->place, "%s", row->name);
}

/* "inherit" and the functions that give another property's value whole. */
static bool set_from_parent(const struct target *target, const char *text)
{
	enum fo_property source = target->property;
	const struct fo_style *style = target->styling->inherited;
	if (strcmp(text, "inherit") != 0 && !fo_property_function(target->styling, target->property, text, &source, &style))
		return false;
	if (source == FO_PROPERTY_COUNT || fo_rows[source].type != target->row->type ||
		(target->component && strcmp(text, "inherit") != 0))
		return false;
	memcpy(target->field, (const char *)style + fo_rows[source].offset, target->row->size);
	return true;
}

bool fo_value_set(struct fo_styling *styling, enum fo_property property, const char *component, const char *text)
{
	const struct fo_row *row = &fo_rows[property];
	struct target target = {styling, property, row, component, (char *)styling->style + row->offset};
	bool spacing = row->type == FO_T_LENGTH || row->type == FO_T_LINE_HEIGHT;
	if (component && spacing && has_component(FO_T_SPACE, component) && strcmp(component, "optimum") != 0) {
		char *name = g_strconcat(row->name, ".", component, NULL); /* of letter-spacing, word-spacing, line-height */
		if (fo_say_once(styling->builder, name))
			diag_report(styling->builder->sink, DIAG_PROP_UNSUPPORTED, styling->place, "%s", name);
		g_free(name);
		return false;
	}
	if (component && !has_component(row->type, component)) {
		diag_report(styling->builder->sink, DIAG_PROP_UNKNOWN, styling->place, "%s.%s", row->name, component);
		return false;
	}
	char before[sizeof(struct fo_space)];
	g_assert(row->size <= sizeof before);
	memcpy(before, target.field, row->size);
	if (set_from_parent(&target, text) || setters[row->type](&target, text)) {
		styling->specified[property] = true;
		say_unsupported(styling, row);
		return true;
	}
	memcpy(target.field, before, row->size); /* as if it were not given */
	diag_report(styling->builder->sink, DIAG_PROP_VALUE, styling->place, "%s=\"%.*s\"%s%s%s", row->name, fo_shown(text), text,
				*row->keywords ? " (" : "", row->keywords, *row->keywords ? ", …)" : "");
	return false;
}
