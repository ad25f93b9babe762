/* expression: the arithmetic of XSL 5.9: numbers with units, + - * div mod, parentheses, functions. Exact integers of 10^-9. */
#include <string.h>

#include "fo/fo_int.h"

__extension__ typedef __int128 wide;

/* What is beyond the largest number counts as that; as much below 0 as above, so that any can be negated. */
static int64_t narrow(wide value)
{
	return (int64_t)CLAMP(value, -INT64_MAX, INT64_MAX);
}

bool fo_fail(const struct fo_styling *styling, enum fo_reason reason)
{
	if (!styling->builder->reason)
		styling->builder->reason = reason;
	return false;
}

struct fo_number fo_read_fail(struct fo_reader *reader, enum fo_reason reason)
{
	reader->failed = true;
	fo_fail(reader->styling, reason);
	return (struct fo_number){0};
}

void fo_read_space(struct fo_reader *reader)
{
	while (*reader->at && strchr(" \t\r\n", *reader->at))
		reader->at++;
}

/* ---- numerals and units ---- */

/* Units of 5.9.13 in 10^-9 pt as fractions. px: 1/72 in, as FOP's source resolution (image.h has the same); mpt is FOP's own. */
static const struct unit {
	const char *name;
	int64_t numerator, denominator;
} units[] = {{"pt", 1, 1}, {"mm", 360, 127}, {"cm", 3600, 127}, {"in", 72, 1}, {"pc", 12, 1}, {"px", 1, 1}, {"mpt", 1, 1000}};

static int64_t font_size_nano(const struct fo_reader *reader)
{
	bool of_parent = reader->property == FO_PROP_font_size;
	len size = of_parent ? reader->styling->inherited->font_size : reader->styling->style->font_size;
	return narrow((wide)size * FO_NANO / LEN_PT);
}

static wide read_digits(struct fo_reader *reader)
{
	wide value = 0, scale = FO_NANO;
	const wide most = (wide)1 << 100;
	while (g_ascii_isdigit(*reader->at)) {
		value = value * 10 + (*reader->at++ - '0');
		if (value > most)
			value = most;
	}
	value = value > most / FO_NANO ? most : value * FO_NANO;
	if (*reader->at == '.') {
		reader->at++;
		while (g_ascii_isdigit(*reader->at)) {
			scale /= 10;
			value += (*reader->at++ - '0') * scale;
		}
	}
	return value;
}

/* Whether percentages of the property count from the width of the block around (XSL 7.3), which its indents set off from the reference area. */
static bool is_of_block(const struct fo_reader *reader)
{
	const struct fo_style *style = reader->styling->style;
	bool turns = reader->styling->kind == FO_BLOCK_CONTAINER && style->reference_orientation % 360 != 0;
	if (!fo_kind_is_block(reader->styling->kind) || style->absolute_position != FO_KW_AUTO || turns)
		return false;
	switch (reader->property) {
	case FO_PROP_inline_progression_dimension:
	case FO_PROP_margin_top:
	case FO_PROP_margin_bottom:
	case FO_PROP_margin_left:
	case FO_PROP_margin_right:
	case FO_PROP_padding_before:
	case FO_PROP_padding_after:
	case FO_PROP_padding_start:
	case FO_PROP_padding_end:
	case FO_PROP_text_indent:
	case FO_PROP_last_line_end_indent:
	case FO_PROP_provisional_distance_between_starts:
	case FO_PROP_provisional_label_separation:
		return true;
	default:
		return false;
	}
}

/* What percentages of the property are of, where that is known here: a size of characters. */
static bool has_known_base(const struct fo_reader *reader)
{
	enum fo_type type = fo_rows[reader->property].type;
	return type == FO_T_LENGTH || type == FO_T_LINE_HEIGHT;
}

/* Percentages count from the reference area, once and for all: of the block around as what its indents leave of that. */
static struct fo_number percentage(struct fo_reader *reader, int64_t value)
{
	if (has_known_base(reader))
		return (struct fo_number){.fixed = fo_scaled(font_size_nano(reader), value, 100 * FO_NANO), .power = 1};
	struct fo_number number = {.percent = value, .has_percent = true, .power = 1};
	const struct fo_node *block = is_of_block(reader) ? fo_containing_block(reader->styling->parent) : NULL;
	if (!block)
		return number;
	const struct fo_length *start = &block->style->start_indent, *end = &block->style->end_indent;
	struct fo_builder *builder = reader->styling->builder;
	const wide whole = 100000;
	number.percent = narrow((wide)value * (whole - start->percent - end->percent) / whole);
	number.fixed = narrow(-(wide)value * ((wide)start->fixed + end->fixed) / LEN_PT / 100);
	number.larger = fo_larger_scaled(builder, fo_larger_joined(builder, start->larger, end->larger), -value, 100 * FO_NANO);
	return number;
}

static struct fo_number read_numeral(struct fo_reader *reader)
{
	const char *start = reader->at;
	wide value = read_digits(reader);
	if (reader->at - start == 1 && *start == '.')
		return fo_read_fail(reader, FO_REASON_NONE);
	if (*reader->at == '%') {
		reader->at++;
		return percentage(reader, narrow(value));
	}
	char name[8] = "";
	size_t size = 0;
	while (g_ascii_isalpha(reader->at[size]) && size < sizeof name - 1) {
		name[size] = reader->at[size];
		size++;
	}
	name[size] = '\0';
	if (!size || strcmp(name, "div") == 0 || strcmp(name, "mod") == 0)
		return (struct fo_number){.fixed = narrow(value)};
	reader->at += size;
	if (strcmp(name, "em") == 0)
		return (struct fo_number){.fixed = narrow(value * font_size_nano(reader) / FO_NANO), .power = 1};
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (strcmp(units[i].name, name) == 0)
			return (struct fo_number){
				.fixed = narrow((value * units[i].numerator + units[i].denominator / 2) / units[i].denominator), .power = 1};
	return fo_read_fail(reader, FO_REASON_UNIT);
}

/* ---- the grammar ---- */

static void scale_larger(struct fo_reader *reader, struct fo_number *number, int64_t numerator, int64_t denominator)
{
	number->larger = fo_larger_scaled(reader->styling->builder, number->larger, numerator, denominator);
}

struct fo_number fo_number_negated(struct fo_reader *reader, struct fo_number number)
{
	scale_larger(reader, &number, -1, 1);
	number.fixed = -number.fixed;
	number.percent = -number.percent;
	number.proportion = -number.proportion;
	return number;
}

struct fo_number fo_number_add(struct fo_reader *reader, struct fo_number a, struct fo_number b)
{
	if (a.power != b.power)
		return fo_read_fail(reader, FO_REASON_MIXED);
	a.fixed = narrow((wide)a.fixed + b.fixed);
	a.percent = narrow((wide)a.percent + b.percent);
	a.proportion = narrow((wide)a.proportion + b.proportion);
	a.larger = fo_larger_joined(reader->styling->builder, b.larger, a.larger);
	a.has_percent |= b.has_percent;
	return a;
}

static struct fo_number read_primary(struct fo_reader *reader)
{
	fo_read_space(reader);
	if (g_ascii_isdigit(*reader->at) || *reader->at == '.')
		return read_numeral(reader);
	struct fo_number number;
	if (*reader->at == '(') {
		reader->at++;
		number = fo_read_sum(reader);
	} else {
		char name[48];
		size_t size = 0;
		while ((g_ascii_isalpha(reader->at[size]) || reader->at[size] == '-') && size < sizeof name - 1) {
			name[size] = reader->at[size];
			size++;
		}
		name[size] = '\0';
		reader->at += size;
		if (!size || *reader->at != '(')
			return fo_read_fail(reader, FO_REASON_NONE);
		reader->at++;
		number = fo_call(reader, name);
	}
	fo_read_space(reader);
	if (reader->failed || *reader->at != ')')
		return fo_read_fail(reader, *reader->at == ',' ? FO_REASON_ARGUMENTS : FO_REASON_NONE);
	reader->at++;
	return number;
}

static struct fo_number read_unary(struct fo_reader *reader)
{
	fo_read_space(reader);
	bool negative = false;
	while (*reader->at == '-' || *reader->at == '+') {
		negative ^= *reader->at++ == '-';
		fo_read_space(reader);
	}
	struct fo_number number = read_primary(reader);
	return negative ? fo_number_negated(reader, number) : number;
}

int64_t fo_scaled(int64_t value, int64_t numerator, int64_t denominator)
{
	wide product = (wide)value * numerator, divisor = denominator;
	if (divisor < 0) {
		product = -product;
		divisor = -divisor;
	}
	return narrow((product + (product < 0 ? -divisor / 2 : divisor / 2)) / divisor);
}

/* Areas may come up on the way (5.9.6): the power of the unit counts along. */
static struct fo_number multiply(struct fo_reader *reader, struct fo_number a, struct fo_number b)
{
	if (a.proportion && b.proportion)
		return fo_read_fail(reader, FO_REASON_SHARE);
	if ((a.has_percent && b.power) || (b.has_percent && a.power))
		return fo_read_fail(reader, FO_REASON_PERCENT);
	struct fo_number product = b.has_percent || b.proportion ? b : a;
	int64_t factor = b.has_percent || b.proportion ? a.fixed : b.fixed;
	product.power = a.power + b.power;
	product.fixed = fo_scaled(product.fixed, factor, FO_NANO);
	product.percent = fo_scaled(product.percent, factor, FO_NANO);
	product.proportion = fo_scaled(product.proportion, factor, FO_NANO);
	scale_larger(reader, &product, factor, FO_NANO);
	return product;
}

static struct fo_number divide(struct fo_reader *reader, struct fo_number a, struct fo_number b)
{
	if (b.has_percent || b.proportion)
		return fo_read_fail(reader, b.has_percent ? FO_REASON_PERCENT : FO_REASON_SHARE);
	if (b.fixed == 0)
		return fo_read_fail(reader, FO_REASON_ZERO);
	a.power -= b.power;
	a.fixed = fo_scaled(a.fixed, FO_NANO, b.fixed);
	a.percent = fo_scaled(a.percent, FO_NANO, b.fixed);
	a.proportion = fo_scaled(a.proportion, FO_NANO, b.fixed);
	scale_larger(reader, &a, FO_NANO, b.fixed);
	return a;
}

static struct fo_number remainder_of(struct fo_reader *reader, struct fo_number a, struct fo_number b)
{
	if (a.power != b.power)
		return fo_read_fail(reader, FO_REASON_MIXED);
	if (a.has_percent || b.has_percent || a.proportion || b.proportion)
		return fo_read_fail(reader, a.has_percent || b.has_percent ? FO_REASON_PERCENT : FO_REASON_SHARE);
	if (b.fixed == 0)
		return fo_read_fail(reader, FO_REASON_ZERO);
	return (struct fo_number){.fixed = a.fixed % b.fixed, .power = a.power};
}

static bool take_word(struct fo_reader *reader, const char *word)
{
	size_t size = strlen(word);
	fo_read_space(reader);
	if (strncmp(reader->at, word, size) != 0 || g_ascii_isalpha(reader->at[size]))
		return false;
	reader->at += size;
	return true;
}

static struct fo_number read_product(struct fo_reader *reader)
{
	struct fo_number a = read_unary(reader);
	while (!reader->failed) {
		fo_read_space(reader);
		if (*reader->at == '*') {
			reader->at++;
			a = multiply(reader, a, read_unary(reader));
		} else if (take_word(reader, "div")) {
			a = divide(reader, a, read_unary(reader));
		} else if (take_word(reader, "mod")) {
			a = remainder_of(reader, a, read_unary(reader));
		} else {
			break;
		}
	}
	return a;
}

struct fo_number fo_read_sum(struct fo_reader *reader)
{
	if (reader->depth++ > 64)
		return fo_read_fail(reader, FO_REASON_DEEP);
	struct fo_number a = read_product(reader);
	while (!reader->failed) {
		fo_read_space(reader);
		char sign = *reader->at;
		if (sign != '+' && sign != '-')
			break;
		reader->at++;
		struct fo_number b = read_product(reader);
		a = fo_number_add(reader, a, sign == '+' ? b : fo_number_negated(reader, b));
	}
	reader->depth--;
	return a;
}

bool fo_expression(const struct fo_styling *styling, enum fo_property property, const char *text, struct fo_number *number)
{
	struct fo_reader reader = {.styling = styling, .property = property, .at = text};
	*number = fo_read_sum(&reader);
	fo_read_space(&reader);
	if (reader.failed || *reader.at)
		return false;
	return number->power == 0 || number->power == 1 || fo_fail(styling, FO_REASON_AREA);
}

len fo_number_len(const struct fo_number *number)
{
	wide value = (wide)number->fixed * LEN_PT;
	value = (value + (value < 0 ? -FO_NANO / 2 : FO_NANO / 2)) / FO_NANO;
	return value > LEN_MAX ? LEN_MAX : value < LEN_MIN ? LEN_MIN : (len)value;
}
