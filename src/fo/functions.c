/* functions: the functions of expressions (XSL 5.10). */
#include <string.h>

#include "fo/fo_int.h"

static struct fo_number from_length(struct fo_length length)
{
	return (struct fo_number){.fixed = (int64_t)length.fixed * FO_NANO / LEN_PT,
							  .percent = (int64_t)length.percent * (FO_NANO / 1000),
							  .power = 1,
							  .has_percent = length.percent != 0};
}

/* The style that such a function reads; NULL: none, its property counts as not given. */
static const struct fo_style *source_style(const struct fo_styling *styling, const char *function, enum fo_property property)
{
	if (property == FO_PROPERTY_COUNT)
		return NULL;
	if (strcmp(function, "from-nearest-specified-value") == 0)
		return fo_nearest_specified(styling, property);
	return strcmp(function, "from-table-column") == 0 ? fo_column_style(styling) : styling->inherited;
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
static struct fo_number property_number(struct fo_reader *reader, const struct fo_style *style, enum fo_property property)
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
		return length.keyword ? fo_read_fail(reader) : from_length(length);
	}
	case FO_T_INTEGER: {
		int32_t value;
		memcpy(&value, field, sizeof value);
		return (struct fo_number){.fixed = value * FO_NANO};
	}
	default:
		return fo_read_fail(reader);
	}
}

/* 5.10.4: label-end() and body-start() from the nearest list-block's distances and the list-item's indents. */
static struct fo_number list_function(struct fo_reader *reader, bool label_end)
{
	const struct fo_node *list = reader->styling->parent;
	const struct fo_node *item = list;
	while (item && item->kind != FO_LIST_ITEM)
		item = item->parent;
	while (list && list->kind != FO_LIST_BLOCK)
		list = list->parent;
	if (!list || !item)
		return fo_read_fail(reader);
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
static struct fo_number rounded(struct fo_reader *reader, struct fo_number number, int direction)
{
	if (number.power)
		return fo_read_fail(reader);
	int64_t down = number.fixed / FO_NANO * FO_NANO;
	if (down > number.fixed)
		down -= FO_NANO;
	bool up = direction > 0 ? number.fixed > down : direction == 0 && number.fixed - down >= FO_NANO / 2;
	number.fixed = up ? down + FO_NANO : down;
	return number;
}

/* A quoted or bare name as the only argument, up to the parenthesis. */
static void read_name_argument(struct fo_reader *reader, char *name, size_t room)
{
	size_t size = 0;
	for (; *reader->at && *reader->at != ')'; reader->at++)
		if (!strchr(" \t\r\n'\"", *reader->at) && size + 1 < room)
			name[size++] = *reader->at;
	name[size] = '\0';
}

/* The parent's width is what percentages of this property count from: what it comes to need not be known here. */
static bool is_own_base(const struct fo_reader *reader, enum fo_property asked)
{
	const struct fo_node *parent = reader->styling->parent;
	if (asked != FO_PROP_inline_progression_dimension || !parent || parent->style->inline_progression_dimension.optimum.keyword)
		return false;
	return (parent->kind == FO_TABLE && reader->property == FO_PROP_column_width) ||
		   (parent->kind == FO_BLOCK_CONTAINER && reader->property == FO_PROP_inline_progression_dimension);
}

static struct fo_number call_by_name(struct fo_reader *reader, const char *function, bool *known)
{
	const struct fo_styling *styling = reader->styling;
	char name[64];
	*known = true;
	if (is_property_function(function)) {
		read_name_argument(reader, name, sizeof name);
		enum fo_property property = argument_property(reader->property, function, name);
		const struct fo_style *source = source_style(styling, function, property);
		if (source == styling->inherited && is_own_base(reader, property))
			return (struct fo_number){.percent = 100 * FO_NANO, .power = 1, .has_percent = true};
		return source ? property_number(reader, source, property) : fo_read_fail(reader);
	}
	if (strcmp(function, "body-start") == 0 || strcmp(function, "label-end") == 0) {
		read_name_argument(reader, name, sizeof name);
		return list_function(reader, function[0] == 'l');
	}
	*known = false;
	return (struct fo_number){0};
}

/* -1, 0, 1; fails where the sign hangs on what layout will know. */
static int sign_of(struct fo_reader *reader, struct fo_number number)
{
	bool below = number.fixed < 0 || number.percent<0, above = number.fixed> 0 || number.percent > 0;
	if ((below && above) || number.proportion)
		fo_read_fail(reader);
	return above - below;
}

/* The second argument of min() or max(), and which of the two it is. */
static struct fo_number extreme(struct fo_reader *reader, struct fo_number first, bool least)
{
	fo_read_space(reader);
	if (*reader->at != ',')
		return fo_read_fail(reader);
	reader->at++;
	struct fo_number second = fo_read_sum(reader);
	int sign = sign_of(reader, fo_number_add(reader, first, fo_number_negated(second)));
	return (sign < 0) == least ? first : second;
}

struct fo_number fo_call(struct fo_reader *reader, const char *function)
{
	bool known;
	struct fo_number result = call_by_name(reader, function, &known);
	if (known)
		return result;
	result = fo_read_sum(reader);
	if (strcmp(function, "proportional-column-width") == 0)
		return (struct fo_number){.proportion = result.fixed, .power = 1};
	if (strcmp(function, "abs") == 0)
		return sign_of(reader, result) < 0 ? fo_number_negated(result) : result;
	if (strcmp(function, "floor") == 0)
		return rounded(reader, result, -1);
	if (strcmp(function, "ceiling") == 0)
		return rounded(reader, result, 1);
	if (strcmp(function, "round") == 0)
		return rounded(reader, result, 0);
	if (strcmp(function, "min") == 0 || strcmp(function, "max") == 0)
		return extreme(reader, result, function[1] == 'i');
	return fo_read_fail(reader);
}

bool fo_property_function(const struct fo_styling *styling, enum fo_property property, const char *text, enum fo_property *source,
						  const struct fo_style **style)
{
	const char *open = strchr(text, '(');
	char *function = g_strndup(text, open ? (gsize)(open - text) : 0), name[64];
	struct fo_reader reader = {.at = open ? open + 1 : ""};
	read_name_argument(&reader, name, sizeof name);
	bool alone = is_property_function(function) && reader.at[0] == ')' && reader.at[1] == '\0';
	*source = alone ? argument_property(property, function, name) : FO_PROPERTY_COUNT;
	*style = source_style(styling, function, *source);
	if (!*style)
		*source = FO_PROPERTY_COUNT;
	g_free(function);
	return alone;
}
