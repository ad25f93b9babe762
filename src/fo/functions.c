/* functions: the functions of expressions (XSL 5.10). */
#include <string.h>

#include "fo/fo_int.h"

static struct fo_number from_length(struct fo_length length)
{
	return (struct fo_number){.fixed = (int64_t)length.fixed * FO_NANO / LEN_PT,
							  .percent = (int64_t)length.percent * (FO_NANO / 1000),
							  .larger = length.larger,
							  .power = 1,
							  .has_percent = fo_is_relative(&length)};
}

/* ---- functions of properties (5.10.4) ---- */

static const struct fo_style *nearest(const struct fo_styling *styling, const struct fo_taken *asked)
{
	return fo_nearest_specified(styling, asked->property, asked->part);
}

static const struct fo_style *parents(const struct fo_styling *styling, const struct fo_taken *asked)
{
	(void)asked;
	return styling->inherited;
}

/* Nothing can be clicked or hovered over on paper: no fo:multi-property-set applies, and the parent's value holds. */
static const struct fo_style *merged(const struct fo_styling *styling, const struct fo_taken *asked)
{
	bool multi = styling->kind == FO_WRAPPER && styling->in_multi_properties;
	(void)asked;
	if (!multi)
		fo_fail(styling, FO_REASON_NO_MULTI);
	return multi ? styling->inherited : NULL;
}

static const struct fo_style *columns(const struct fo_styling *styling, const struct fo_taken *asked)
{
	const struct fo_style *style = fo_column_style(styling);
	(void)asked;
	if (!style)
		fo_fail(styling, FO_REASON_NO_COLUMN);
	return style;
}

/* What each of them reads; NULL: nothing (said), its property counts as not given. */
static const struct property_function {
	const char *name;
	const struct fo_style *(*source)(const struct fo_styling *styling, const struct fo_taken *asked);
	bool inherited_only;
} property_functions[] = {{"from-parent", parents, false},
						  {"inherited-property-value", parents, true},
						  {"from-nearest-specified-value", nearest, false},
						  {"from-table-column", columns, false},
						  {"merge-property-values", merged, false}};

static const struct property_function *property_function(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(property_functions); i++)
		if (strcmp(property_functions[i].name, name) == 0)
			return &property_functions[i];
	return NULL;
}

/* What is asked for, and in which style it stands; what is being set when no name is given. false: nothing (said). */
static bool find_taken(const struct fo_styling *styling, enum fo_property own, const struct property_function *function,
					   const char *name, struct fo_taken *taken)
{
	bool same = !*name || (styling->name && strcmp(name, styling->name) == 0); /* a shorthand: of what it stands for each */
	*taken = (struct fo_taken){.property = own, .part = styling->part};
	if (!same && !fo_property_named(name, &taken->property, &taken->part))
		return fo_fail(styling, strchr(name, ',') ? FO_REASON_ARGUMENTS : FO_REASON_PROPERTY);
	if (function->inherited_only && !fo_rows[taken->property].inherited)
		return fo_fail(styling, FO_REASON_NOT_INHERITED);
	taken->style = function->source(styling, taken);
	taken->further_up = function->source != columns;
	return taken->style != NULL;
}

/* A compound property alone means its optimum, or its length. */
static const struct fo_part *part_of(const struct fo_taken *taken)
{
	enum fo_type type = fo_rows[taken->property].type;
	const struct fo_part *optimum = fo_part_find(type, "optimum");
	return taken->part ? taken->part : optimum ? optimum : fo_part_find(type, "length");
}

static struct fo_number number_of_length(struct fo_reader *reader, const void *field)
{
	struct fo_length length;
	memcpy(&length, field, sizeof length);
	return length.keyword ? fo_read_fail(reader, FO_REASON_NO_LENGTH) : from_length(length);
}

/* always, auto and force are none. */
static struct fo_number number_of_part(struct fo_reader *reader, const struct fo_part *part, const char *field)
{
	int32_t whole;
	if (part->kind == FO_PART_LENGTH || part->kind == FO_PART_LINE_HEIGHT)
		return number_of_length(reader, field);
	if (part->kind == FO_PART_CONDITIONALITY)
		return fo_read_fail(reader, FO_REASON_NO_LENGTH);
	memcpy(&whole, field, sizeof whole);
	bool keep = part->kind == FO_PART_STRENGTH;
	if (keep ? whole == FO_KEEP_ALWAYS || whole == FO_KEEP_AUTO : whole == FO_FORCE)
		return fo_read_fail(reader, FO_REASON_NO_LENGTH);
	return (struct fo_number){.fixed = (keep ? whole - FO_KEEP_OF(0) : whole) * FO_NANO};
}

/* The value of a numeric property, or component, in a style. */
static struct fo_number taken_number(struct fo_reader *reader, const struct fo_taken *taken)
{
	const char *field = (const char *)taken->style + fo_rows[taken->property].offset;
	const struct fo_part *part = part_of(taken);
	int32_t whole;
	if (part)
		return number_of_part(reader, part, field + part->offset);
	switch (fo_rows[taken->property].type) {
	case FO_T_LENGTH:
		return from_length((struct fo_length){.fixed = *(const len *)(const void *)field});
	case FO_T_LENGTH_PERCENT:
		return number_of_length(reader, field);
	case FO_T_INTEGER:
		memcpy(&whole, field, sizeof whole);
		return (struct fo_number){.fixed = whole * FO_NANO};
	default:
		return fo_read_fail(reader, FO_REASON_NO_LENGTH);
	}
}

/* label-end() and body-start() from the nearest list-block's distances and the list-item's indents. */
static struct fo_number list_function(struct fo_reader *reader, bool label_end)
{
	const struct fo_node *list = reader->styling->parent;
	const struct fo_node *item = list;
	while (item && item->kind != FO_LIST_ITEM)
		item = item->parent;
	while (list && list->kind != FO_LIST_BLOCK)
		list = list->parent;
	if (!list || !item)
		return fo_read_fail(reader, FO_REASON_NO_LIST);
	struct fo_number body = fo_number_add(reader, from_length(item->style->start_indent),
										  from_length(list->style->provisional_distance_between_starts));
	if (!label_end)
		return body;
	/* width of the content − (body start − separation) */
	struct fo_number gap = from_length(list->style->provisional_label_separation);
	gap.percent += 100 * FO_NANO;
	gap.has_percent = true;
	return fo_number_add(reader, gap, fo_number_negated(reader, body));
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
static bool is_own_base(const struct fo_reader *reader, const struct fo_taken *asked)
{
	const struct fo_node *parent = reader->styling->parent;
	bool limit = asked->part && strcmp(asked->part->name, "optimum") != 0;
	if (asked->property != FO_PROP_inline_progression_dimension || limit || !parent ||
		parent->style->inline_progression_dimension.optimum.keyword)
		return false;
	return (parent->kind == FO_TABLE && reader->property == FO_PROP_column_width) ||
		   (parent->kind == FO_BLOCK_CONTAINER && reader->property == FO_PROP_inline_progression_dimension);
}

static struct fo_number call_property(struct fo_reader *reader, const struct property_function *function)
{
	char name[64];
	read_name_argument(reader, name, sizeof name);
	struct fo_taken taken;
	if (!find_taken(reader->styling, reader->property, function, name, &taken))
		return fo_read_fail(reader, FO_REASON_PROPERTY);
	if (function->source == parents && is_own_base(reader, &taken))
		return (struct fo_number){.percent = 100 * FO_NANO, .power = 1, .has_percent = true};
	return taken_number(reader, &taken);
}

/* ---- functions of numbers (5.10.1) and of lists and tables ---- */

static struct fo_number read_number(struct fo_reader *reader)
{
	struct fo_number number = fo_read_sum(reader);
	return number.power || number.proportion ? fo_read_fail(reader, FO_REASON_NUMBER_WANTED) : number;
}

/* direction: −1 down, 0 to the nearest (a half goes up), 1 up. */
static struct fo_number rounded(struct fo_reader *reader, int direction)
{
	struct fo_number number = read_number(reader);
	int64_t whole = number.fixed / FO_NANO, rest = number.fixed % FO_NANO;
	if (rest < 0) {
		whole--;
		rest += FO_NANO;
	}
	whole += direction > 0 ? rest > 0 : direction == 0 && rest >= FO_NANO / 2;
	number.fixed = fo_scaled(whole, FO_NANO, 1);
	return number;
}

static struct fo_number call_floor(struct fo_reader *reader)
{
	return rounded(reader, -1);
}

static struct fo_number call_round(struct fo_reader *reader)
{
	return rounded(reader, 0);
}

static struct fo_number call_ceiling(struct fo_reader *reader)
{
	return rounded(reader, 1);
}

/* Whether a number may be below 0, and above; of which of both a share is, layout knows. */
static void look_at_sign(struct fo_reader *reader, const struct fo_number *number, bool *below, bool *above)
{
	*below = number->fixed < 0 || number->percent < 0 || number->larger;
	*above = number->fixed > 0 || number->percent > 0 || number->larger;
	if (number->proportion)
		fo_read_fail(reader, FO_REASON_SHARE);
}

/* The larger of two; where that hangs on the base it is for layout to say. */
static struct fo_number larger(struct fo_reader *reader, struct fo_number first, struct fo_number second)
{
	bool below, above;
	struct fo_number difference = fo_number_add(reader, first, fo_number_negated(reader, second));
	look_at_sign(reader, &difference, &below, &above);
	if (reader->failed || !below || !above)
		return below ? second : first;
	if (!fo_is_moderate(reader->styling, &first) || !fo_is_moderate(reader->styling, &second))
		return fo_read_fail(reader, FO_REASON_TOO_LARGE);
	return (struct fo_number){
		.larger = fo_larger_of(reader->styling->builder, fo_number_length(&first), fo_number_length(&second)),
		.power = 1,
		.has_percent = true};
}

static struct fo_number call_abs(struct fo_reader *reader)
{
	struct fo_number number = fo_read_sum(reader);
	return larger(reader, number, fo_number_negated(reader, number));
}

static struct fo_number extreme(struct fo_reader *reader, bool least)
{
	struct fo_number first = fo_read_sum(reader);
	fo_read_space(reader);
	if (*reader->at != ',')
		return fo_read_fail(reader, FO_REASON_ARGUMENTS);
	reader->at++;
	struct fo_number second = fo_read_sum(reader);
	if (!least)
		return larger(reader, first, second);
	return fo_number_negated(reader, larger(reader, fo_number_negated(reader, first), fo_number_negated(reader, second)));
}

static struct fo_number call_min(struct fo_reader *reader)
{
	return extreme(reader, true);
}

static struct fo_number call_max(struct fo_reader *reader)
{
	return extreme(reader, false);
}

/* A percentage is a number, too: the hundredth of it, as in FOP. */
static struct fo_number call_share(struct fo_reader *reader)
{
	struct fo_number number = fo_read_sum(reader);
	if (number.has_percent && !number.fixed && !number.larger)
		number = (struct fo_number){.fixed = number.percent / 100};
	else if (number.power || number.proportion)
		return fo_read_fail(reader, FO_REASON_NUMBER_WANTED);
	if (reader->property != FO_PROP_column_width)
		return fo_read_fail(reader, FO_REASON_NOT_COLUMN_WIDTH);
	return number.fixed < 0 ? fo_read_fail(reader, FO_REASON_NEGATIVE)
							: (struct fo_number){.proportion = number.fixed, .power = 1};
}

static struct fo_number call_body_start(struct fo_reader *reader)
{
	return list_function(reader, false);
}

static struct fo_number call_label_end(struct fo_reader *reader)
{
	return list_function(reader, true);
}

static const struct function {
	const char *name;
	struct fo_number (*call)(struct fo_reader *reader);
	bool bare; /* takes no argument */
} functions[] = {{"floor", call_floor, false},
				 {"ceiling", call_ceiling, false},
				 {"round", call_round, false},
				 {"min", call_min, false},
				 {"max", call_max, false},
				 {"abs", call_abs, false},
				 {"proportional-column-width", call_share, false},
				 {"body-start", call_body_start, true},
				 {"label-end", call_label_end, true}};

struct fo_number fo_call(struct fo_reader *reader, const char *name)
{
	const struct property_function *of_property = property_function(name);
	if (of_property)
		return call_property(reader, of_property);
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
		if (strcmp(functions[i].name, name) != 0)
			continue;
		fo_read_space(reader);
		return (*reader->at == ')') == functions[i].bare ? functions[i].call(reader) : fo_read_fail(reader, FO_REASON_ARGUMENTS);
	}
	return fo_read_fail(reader, FO_REASON_FUNCTION);
}

/* ---- a value that is such a function alone ---- */

bool fo_is_taken_over(const char *text)
{
	const char *open = strchr(text, '('), *close = open ? strchr(open, ')') : NULL;
	char *word = g_strndup(text, open ? (gsize)(open - text) : strlen(text));
	bool function = close && !close[1] && property_function(word);
	g_free(word);
	return function || strcmp(text, "inherit") == 0;
}

bool fo_property_function(const struct fo_styling *styling, enum fo_property property, const char *text, struct fo_taken *taken)
{
	const char *open = strchr(text, '(');
	char *word = g_strndup(text, open ? (gsize)(open - text) : 0), name[64];
	const struct property_function *function = property_function(word);
	struct fo_reader reader = {.at = open ? open + 1 : ""};
	read_name_argument(&reader, name, sizeof name);
	g_free(word);
	if (!function || reader.at[0] != ')' || reader.at[1])
		return false;
	if (!find_taken(styling, property, function, name, taken))
		taken->style = NULL;
	return true;
}
