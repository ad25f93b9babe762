/* expression: the arithmetic of XSL 5.9: numbers with units, + - * div mod, parentheses, functions. Exact integers of 10^-9. */
#include <string.h>

#include "fo/fo_int.h"

__extension__ typedef __int128 wide;

struct reader {
	const struct fo_styling *styling;
	enum fo_property property;
	const char *at;
	bool failed;
	unsigned depth;
};

static struct fo_number read_sum(struct reader *reader);

static int64_t narrow(wide value)
{
	return value > INT64_MAX ? INT64_MAX : value < INT64_MIN ? INT64_MIN : (int64_t)value;
}

static struct fo_number fail(struct reader *reader)
{
	reader->failed = true;
	return (struct fo_number){0};
}

static void skip_space(struct reader *reader)
{
	while (*reader->at && strchr(" \t\r\n", *reader->at))
		reader->at++;
}

/* ---- numerals and units ---- */

/* Units of 5.9.13 in 10^-9 pt as fractions. px: 1/72 in, as FOP's source resolution (image.h has the same). */
static const struct unit {
	const char *name;
	int64_t numerator, denominator;
} units[] = {{"pt", 1, 1}, {"mm", 360, 127}, {"cm", 3600, 127}, {"in", 72, 1}, {"pc", 12, 1}, {"px", 1, 1}};

static int64_t font_size_nano(const struct reader *reader)
{
	bool of_parent = reader->property == FO_PROP_font_size;
	len size = of_parent ? reader->styling->inherited->font_size : reader->styling->style->font_size;
	return narrow((wide)size * FO_NANO / LEN_PT);
}

static wide read_digits(struct reader *reader)
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

static struct fo_number read_numeral(struct reader *reader)
{
	const char *start = reader->at;
	wide value = read_digits(reader);
	if (reader->at - start == 1 && *start == '.')
		return fail(reader);
	if (*reader->at == '%') {
		reader->at++;
		return (struct fo_number){.percent = narrow(value), .has_percent = true, .power = 1};
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
	return fail(reader);
}

/* ---- functions (5.10) ---- */

static struct fo_number from_length(struct fo_length length)
{
	return (struct fo_number){.fixed = (int64_t)length.fixed * FO_NANO / LEN_PT,
							  .percent = (int64_t)length.percent * (FO_NANO / 1000),
							  .power = 1,
							  .has_percent = length.percent != 0};
}

/* 5.10.4: the value on the fo:table-column under which a cell stands. */
static const struct fo_style *column_style(const struct fo_styling *styling)
{
	const struct fo_node *table = styling->parent;
	while (table && table->kind != FO_TABLE)
		table = table->parent;
	int32_t wanted = fo_cell_column(styling), next = 1;
	for (const struct fo_node *child = table ? table->first_child : NULL; child && wanted > 0; child = child->next) {
		if (child->kind != FO_TABLE_COLUMN)
			continue;
		int32_t first = child->style->column_number > 0 ? child->style->column_number : next;
		int32_t count = MAX(child->style->number_columns_repeated, 1) * MAX(child->style->number_columns_spanned, 1);
		if (wanted >= first && wanted - first < count)
			return child->style;
		next = first + count;
	}
	return NULL;
}

/* The style that such a function reads; NULL: none, its property counts as not given. */
static const struct fo_style *source_style(const struct fo_styling *styling, const char *function)
{
	return strcmp(function, "from-table-column") == 0 ? column_style(styling) : styling->inherited;
}

static bool is_property_function(const char *function)
{
	return strcmp(function, "from-table-column") == 0 || strcmp(function, "from-parent") == 0 ||
		   strcmp(function, "inherited-property-value") == 0 || strcmp(function, "from-nearest-specified-value") == 0;
}

/* The property that such a function gives; its own one when no name is given. FO_PROPERTY_COUNT: it may not be asked for. */
static enum fo_property argument_property(enum fo_property own, const char *function, const char *name)
{
	enum fo_property property = *name ? fo_property_named(name) : own;
	bool inherited_only = strcmp(function, "inherited-property-value") == 0;
	return inherited_only && property != FO_PROPERTY_COUNT && !fo_rows[property].inherited ? FO_PROPERTY_COUNT : property;
}

/* The value of a numeric property in a style. */
static struct fo_number property_number(struct reader *reader, const struct fo_style *style, enum fo_property property)
{
	const char *field = (const char *)style + fo_rows[property].offset;
	switch (fo_rows[property].type) {
	case FO_T_LENGTH:
		return from_length((struct fo_length){.fixed = *(const len *)(const void *)field});
	case FO_T_LENGTH_PERCENT:
	case FO_T_LINE_HEIGHT:
	case FO_T_RANGE:
	case FO_T_SPACE: /* minimum stands first; a space alone means its optimum */
	case FO_T_EDGE: {
		struct fo_length length;
		size_t skip = fo_rows[property].type == FO_T_SPACE   ? offsetof(struct fo_space, optimum)
					  : fo_rows[property].type == FO_T_RANGE ? offsetof(struct fo_range, optimum)
															 : 0;
		memcpy(&length, field + skip, sizeof length);
		return length.keyword ? fail(reader) : from_length(length);
	}
	case FO_T_INTEGER: {
		int32_t value;
		memcpy(&value, field, sizeof value);
		return (struct fo_number){.fixed = value * FO_NANO};
	}
	default:
		return fail(reader);
	}
}

/* 5.10.4: label-end() and body-start() from the nearest list-block's distances and the list-item's indents. */
static struct fo_number list_function(struct reader *reader, bool label_end)
{
	const struct fo_node *list = reader->styling->parent;
	const struct fo_node *item = list;
	while (item && item->kind != FO_LIST_ITEM)
		item = item->parent;
	while (list && list->kind != FO_LIST_BLOCK)
		list = list->parent;
	if (!list || !item)
		return fail(reader);
	struct fo_number start = from_length(item->style->start_indent);
	struct fo_number distance = from_length(list->style->provisional_distance_between_starts);
	struct fo_number body = {.fixed = start.fixed + distance.fixed, .percent = start.percent + distance.percent, .power = 1};
	if (label_end) { /* width of the content − (body start − separation) */
		struct fo_number gap = from_length(list->style->provisional_label_separation);
		body.fixed = gap.fixed - body.fixed;
		body.percent = 100 * FO_NANO + gap.percent - body.percent;
	}
	body.has_percent = body.percent != 0;
	return body;
}

/* Of numbers alone (5.10.1: unit power zero). */
static struct fo_number rounded(struct reader *reader, struct fo_number number, int direction)
{
	if (number.power)
		return fail(reader);
	int64_t down = number.fixed / FO_NANO * FO_NANO;
	if (down > number.fixed)
		down -= FO_NANO;
	bool up = direction > 0 ? number.fixed > down : direction == 0 && number.fixed - down >= FO_NANO / 2;
	number.fixed = up ? down + FO_NANO : down;
	return number;
}

/* A quoted or bare name as the only argument, up to the parenthesis. */
static void read_name_argument(struct reader *reader, char *name, size_t room)
{
	size_t size = 0;
	for (; *reader->at && *reader->at != ')'; reader->at++)
		if (!strchr(" \t\r\n'\"", *reader->at) && size + 1 < room)
			name[size++] = *reader->at;
	name[size] = '\0';
}

static struct fo_number call_by_name(struct reader *reader, const char *function, bool *known)
{
	const struct fo_styling *styling = reader->styling;
	char name[64];
	*known = true;
	if (is_property_function(function)) {
		read_name_argument(reader, name, sizeof name);
		enum fo_property property = argument_property(reader->property, function, name);
		const struct fo_style *source = source_style(styling, function);
		return property == FO_PROPERTY_COUNT || !source ? fail(reader) : property_number(reader, source, property);
	}
	if (strcmp(function, "body-start") == 0 || strcmp(function, "label-end") == 0) {
		read_name_argument(reader, name, sizeof name);
		return list_function(reader, function[0] == 'l');
	}
	*known = false;
	return (struct fo_number){0};
}

static struct fo_number negated(struct fo_number number)
{
	number.fixed = -number.fixed;
	number.percent = -number.percent;
	number.proportion = -number.proportion;
	return number;
}

/* -1, 0, 1; fails where the sign hangs on what layout will know. */
static int sign_of(struct reader *reader, struct fo_number number)
{
	bool below = number.fixed < 0 || number.percent<0, above = number.fixed> 0 || number.percent > 0;
	if ((below && above) || number.proportion)
		fail(reader);
	return above - below;
}

static struct fo_number add(struct reader *reader, struct fo_number a, struct fo_number b)
{
	if (a.power != b.power)
		return fail(reader);
	a.fixed = narrow((wide)a.fixed + b.fixed);
	a.percent = narrow((wide)a.percent + b.percent);
	a.proportion = narrow((wide)a.proportion + b.proportion);
	a.has_percent |= b.has_percent;
	return a;
}

/* The second argument of min() or max(), and which of the two it is. */
static struct fo_number extreme(struct reader *reader, struct fo_number first, bool least)
{
	skip_space(reader);
	if (*reader->at != ',')
		return fail(reader);
	reader->at++;
	struct fo_number second = read_sum(reader);
	int sign = sign_of(reader, add(reader, first, negated(second)));
	return (sign < 0) == least ? first : second;
}

static struct fo_number call(struct reader *reader, const char *function)
{
	bool known;
	struct fo_number result = call_by_name(reader, function, &known);
	if (known)
		return result;
	result = read_sum(reader);
	if (strcmp(function, "proportional-column-width") == 0)
		return (struct fo_number){.proportion = result.fixed, .power = 1};
	if (strcmp(function, "abs") == 0)
		return sign_of(reader, result) < 0 ? negated(result) : result;
	if (strcmp(function, "floor") == 0)
		return rounded(reader, result, -1);
	if (strcmp(function, "ceiling") == 0)
		return rounded(reader, result, 1);
	if (strcmp(function, "round") == 0)
		return rounded(reader, result, 0);
	if (strcmp(function, "min") == 0 || strcmp(function, "max") == 0)
		return extreme(reader, result, function[1] == 'i');
	return fail(reader);
}

/* ---- the grammar ---- */

static struct fo_number read_primary(struct reader *reader)
{
	skip_space(reader);
	if (g_ascii_isdigit(*reader->at) || *reader->at == '.')
		return read_numeral(reader);
	struct fo_number number;
	if (*reader->at == '(') {
		reader->at++;
		number = read_sum(reader);
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
			return fail(reader);
		reader->at++;
		number = call(reader, name);
	}
	skip_space(reader);
	if (reader->failed || *reader->at != ')')
		return fail(reader);
	reader->at++;
	return number;
}

static struct fo_number read_unary(struct reader *reader)
{
	skip_space(reader);
	bool negative = false;
	while (*reader->at == '-' || *reader->at == '+') {
		negative ^= *reader->at++ == '-';
		skip_space(reader);
	}
	struct fo_number number = read_primary(reader);
	return negative ? negated(number) : number;
}

static int64_t times(int64_t a, int64_t b)
{
	wide product = (wide)a * b;
	return narrow((product + (product < 0 ? -FO_NANO / 2 : FO_NANO / 2)) / FO_NANO);
}

static int64_t over(int64_t a, int64_t b)
{
	wide dividend = (wide)a * FO_NANO * 2, divisor = (wide)b * 2;
	wide half = divisor < 0 ? -divisor / 2 : divisor / 2;
	if (divisor < 0) {
		dividend = -dividend;
		divisor = -divisor;
	}
	return narrow((dividend + (dividend < 0 ? -half : half)) / divisor);
}

/* Areas may come up on the way (5.9.6): the power of the unit counts along. */
static struct fo_number multiply(struct reader *reader, struct fo_number a, struct fo_number b)
{
	if ((a.has_percent && b.power) || (b.has_percent && a.power) || (a.proportion && b.proportion))
		return fail(reader);
	struct fo_number product = b.has_percent || b.proportion ? b : a;
	int64_t factor = b.has_percent || b.proportion ? a.fixed : b.fixed;
	product.power = a.power + b.power;
	product.fixed = times(product.fixed, factor);
	product.percent = times(product.percent, factor);
	product.proportion = times(product.proportion, factor);
	return product;
}

static struct fo_number divide(struct reader *reader, struct fo_number a, struct fo_number b)
{
	if (b.fixed == 0 || b.has_percent || b.proportion)
		return fail(reader);
	a.power -= b.power;
	a.fixed = over(a.fixed, b.fixed);
	a.percent = over(a.percent, b.fixed);
	a.proportion = over(a.proportion, b.fixed);
	return a;
}

static bool take_word(struct reader *reader, const char *word)
{
	size_t size = strlen(word);
	skip_space(reader);
	if (strncmp(reader->at, word, size) != 0 || g_ascii_isalpha(reader->at[size]))
		return false;
	reader->at += size;
	return true;
}

static struct fo_number read_product(struct reader *reader)
{
	struct fo_number a = read_unary(reader);
	while (!reader->failed) {
		skip_space(reader);
		if (*reader->at == '*') {
			reader->at++;
			a = multiply(reader, a, read_unary(reader));
		} else if (take_word(reader, "div")) {
			a = divide(reader, a, read_unary(reader));
		} else if (take_word(reader, "mod")) {
			struct fo_number b = read_unary(reader);
			a = b.fixed ? (struct fo_number){.fixed = a.fixed % b.fixed, .power = a.power} : fail(reader);
		} else {
			break;
		}
	}
	return a;
}

static struct fo_number read_sum(struct reader *reader)
{
	if (reader->depth++ > 64)
		return fail(reader);
	struct fo_number a = read_product(reader);
	while (!reader->failed) {
		skip_space(reader);
		char sign = *reader->at;
		if (sign != '+' && sign != '-')
			break;
		reader->at++;
		struct fo_number b = read_product(reader);
		a = add(reader, a, sign == '+' ? b : negated(b));
	}
	reader->depth--;
	return a;
}

bool fo_expression(const struct fo_styling *styling, enum fo_property property, const char *text, struct fo_number *number)
{
	struct reader reader = {.styling = styling, .property = property, .at = text};
	*number = read_sum(&reader);
	skip_space(&reader);
	return !reader.failed && *reader.at == '\0' && (number->power == 0 || number->power == 1);
}

bool fo_property_function(const struct fo_styling *styling, enum fo_property property, const char *text, enum fo_property *source,
						  const struct fo_style **style)
{
	const char *open = strchr(text, '(');
	char *function = g_strndup(text, open ? (gsize)(open - text) : 0), name[64];
	struct reader reader = {.at = open ? open + 1 : ""};
	read_name_argument(&reader, name, sizeof name);
	bool alone = is_property_function(function) && reader.at[0] == ')' && reader.at[1] == '\0';
	*style = alone ? source_style(styling, function) : NULL;
	*source = *style ? argument_property(property, function, name) : FO_PROPERTY_COUNT;
	g_free(function);
	return alone;
}

len fo_number_len(const struct fo_number *number)
{
	wide value = (wide)number->fixed * LEN_PT;
	value = (value + (value < 0 ? -FO_NANO / 2 : FO_NANO / 2)) / FO_NANO;
	return value > LEN_MAX ? LEN_MAX : value < LEN_MIN ? LEN_MIN : (len)value;
}
