/* lengths: text → values made of lengths: sizes, ranges, spaces, edges, line heights. */
#include <string.h>

#include "fo/fo_int.h"

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

static bool named_length(const struct fo_target *target, const char *text, len *length)
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

struct fo_length fo_number_length(const struct fo_number *number)
{
	return (struct fo_length){
		.fixed = fo_number_len(number),
		.percent = (int32_t)((number->percent + (number->percent < 0 ? -500000 : 500000)) / (FO_NANO / 1000)),
		.proportion = (int32_t)(number->proportion / (FO_NANO / 1000)),
		.larger = number->larger};
}

#define LARGER_MOST 1000 /* in a length: each is looked at when it is resolved */

/* FO_LENGTH_MOST, and 100,000 times a reference, proportion or other length. */
bool fo_is_moderate(const struct fo_styling *styling, const struct fo_number *number)
{
	const int64_t most = (int64_t)FO_LENGTH_MOST / LEN_PT * FO_NANO, times = 100000 * FO_NANO;
	bool good = ABS(number->fixed / 2) <= most / 2 && ABS(number->percent / 2) <= times / 2 &&
				ABS(number->proportion / 2) <= times / 2;
	for (const struct fo_larger *larger = number->larger; larger && good; larger = larger->next)
		good = larger->size <= LARGER_MOST && ABS(larger->times / 2) <= times / 2;
	return good || fo_fail(styling, FO_REASON_TOO_LARGE);
}

/* A length, percentage or allowed keyword. A number alone that is not 0 is px, as in FOP, and said. */
static bool parse_length(const struct fo_target *target, const char *text, struct fo_length *length)
{
	struct fo_number number;
	len named;
	if (fo_row_allows(target->row, text)) {
		*length = named_length(target, text, &named) ? (struct fo_length){.fixed = named}
													 : (struct fo_length){.keyword = fo_keyword_find(text)};
		return true;
	}
	if (!fo_expression(target->styling, target->property, text, &number) || !fo_is_moderate(target->styling, &number))
		return false;
	if (!number.power && number.fixed != 0) /* a px is a point */
		diag_report(target->styling->builder->sink, DIAG_PROP_NUMBER, target->styling->place, "%s=\"%.*s\"",
					target->styling->name, fo_shown(text), text);
	*length = fo_number_length(&number);
	return true;
}

/* 7.9.4: larger and smaller go a step of 1.2 on from the size among 12 pt × 1.2ⁿ that is nearest to the parent's, as in FOP. */
static len stepped_size(len parent, bool larger)
{
	len before = 12 * LEN_PT, next = before;
	bool up = parent >= before;
	while (before > 0 && (up ? next < parent : next > parent)) {
		before = next;
		next = up ? len_scale(before, 6, 5) : len_scale(before, 5, 6);
		if (next == before)
			break;
	}
	len nearest = ABS(before - parent) <= ABS(next - parent) ? before : next;
	return larger ? len_scale(nearest, 6, 5) : len_scale(nearest, 5, 6);
}

static bool set_font_size(const struct fo_target *target, const char *text)
{
	len base = target->styling->inherited->font_size, *size = target->field;
	struct fo_length length;
	bool larger = strcmp(text, "larger") == 0;
	if (larger || strcmp(text, "smaller") == 0)
		length = (struct fo_length){.fixed = MIN(stepped_size(base, larger), FO_LENGTH_MOST)};
	else if (!hao_size(text, &length) && !parse_length(target, text, &length))
		return false;
	*size = fo_resolve(length, base);
	return *size >= 0 || fo_fail(target->styling, FO_REASON_NEGATIVE);
}

/* Less than nothing whatever a percentage or a share comes to. */
static bool is_negative(const struct fo_length *length)
{
	if (length->larger && !length->proportion)
		return fo_resolve(*length, 0) < 0 && fo_resolve(*length, FO_LENGTH_MOST) < 0;
	return length->proportion ? length->proportion < 0 : length->percent ? length->percent < 0 : length->fixed < 0;
}

/* Sizes of pages, columns, pictures, rules and what separates borders are not negative; a page is larger than nothing. */
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
	case FO_PROP_leader_pattern_width:
	case FO_PROP_rule_thickness:
	case FO_PROP_border_separation_block:
	case FO_PROP_border_separation_inline:
		return !is_negative(length);
	default:
		return true;
	}
}

bool fo_set_length(const struct fo_target *target, const char *text)
{
	struct fo_length length = {0};
	if (target->property == FO_PROP_font_size)
		return set_font_size(target, text);
	if (!parse_length(target, text, &length))
		return false;
	if (!is_size(target->property, &length))
		return fo_fail(target->styling, FO_REASON_NEGATIVE);
	/* keywords here (normal) mean no extra length; percentages are of the font size */
	*(len *)target->field = length.keyword ? 0 : fo_resolve(length, target->styling->style->font_size);
	return true;
}

bool fo_set_length_percent(const struct fo_target *target, const char *text)
{
	struct fo_length *length = target->field;
	bool page = target->property == FO_PROP_page_width || target->property == FO_PROP_page_height;
	if (!parse_length(target, text, length))
		return false;
	if (fo_is_relative(length) && page)
		return fo_fail(target->styling, FO_REASON_NO_PERCENT);
	bool placed = target->property == FO_PROP_background_position_horizontal ||
				  target->property == FO_PROP_background_position_vertical;
	if (length->larger && placed)
		return fo_fail(target->styling, FO_REASON_PERCENT);
	return is_size(target->property, length) || fo_fail(target->styling, FO_REASON_NEGATIVE);
}

/* number and normal are kept as a factor (1/1000) in `proportion`: they are inherited as such (7.16.4). */
bool fo_set_line_height(const struct fo_target *target, const char *text)
{
	struct fo_length *height = target->field;
	struct fo_number number;
	len size = target->styling->style->font_size;
	if (strcmp(text, "normal") == 0) {
		*height = (struct fo_length){.proportion = 1200};
	} else if (!fo_expression(target->styling, target->property, text, &number) || !fo_is_moderate(target->styling, &number)) {
		return false;
	} else if (!number.power) {
		*height = (struct fo_length){.proportion = (int32_t)(number.fixed / (FO_NANO / 1000))};
	} else {
		struct fo_length length = fo_number_length(&number);
		*height = (struct fo_length){.fixed = fo_resolve(length, size)};
	}
	return (height->fixed >= 0 && height->proportion >= 0) || fo_fail(target->styling, FO_REASON_NEGATIVE);
}

bool fo_set_range(const struct fo_target *target, const char *text)
{
	struct fo_range *range = target->field;
	struct fo_length length;
	if (!parse_length(target, text, &length))
		return false;
	if (is_negative(&length))
		return fo_fail(target->styling, FO_REASON_NEGATIVE);
	if (fo_is_component(target, "minimum"))
		range->minimum = length;
	if (fo_is_component(target, "optimum"))
		range->optimum = length;
	if (fo_is_component(target, "maximum"))
		range->maximum = length;
	return true;
}

static bool set_conditionality(const char *text, bool *retain)
{
	*retain = strcmp(text, "retain") == 0;
	return *retain || strcmp(text, "discard") == 0;
}

bool fo_set_space(const struct fo_target *target, const char *text)
{
	struct fo_space *space = target->field;
	struct fo_length length;
	if (target->component && strcmp(target->component, "conditionality") == 0)
		return set_conditionality(text, &space->retain);
	if (target->component && strcmp(target->component, "precedence") == 0) {
		if (strcmp(text, "force") == 0)
			space->precedence = FO_FORCE;
		else
			return fo_whole_number(target, text, &space->precedence);
		return true;
	}
	if (!parse_length(target, text, &length))
		return false;
	bool in_line = target->property == FO_PROP_space_start || target->property == FO_PROP_space_end;
	if (fo_is_relative(&length) && !in_line)
		return fo_fail(target->styling, FO_REASON_NO_PERCENT);
	if (fo_is_component(target, "minimum"))
		space->minimum = length;
	if (fo_is_component(target, "optimum"))
		space->optimum = length;
	if (fo_is_component(target, "maximum"))
		space->maximum = length;
	return true;
}

bool fo_set_edge(const struct fo_target *target, const char *text)
{
	struct fo_edge *edge = target->field;
	if (target->component && strcmp(target->component, "conditionality") == 0)
		return set_conditionality(text, &edge->retain);
	if (!parse_length(target, text, &edge->length))
		return false;
	if (fo_is_relative(&edge->length) && *target->row->keywords) /* a border's width, not padding */
		return fo_fail(target->styling, FO_REASON_NO_PERCENT);
	return !is_negative(&edge->length) || fo_fail(target->styling, FO_REASON_NEGATIVE);
}
