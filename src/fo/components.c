/* components: the components of compound properties (XSL 5.11). */
#include <string.h>

#include "fo/fo_int.h"

#define PART(structure, field) offsetof(struct structure, field), sizeof(((struct structure *)0)->field)
const struct fo_part fo_parts[] = {
	{FO_T_RANGE, "minimum", FO_PART_LENGTH, PART(fo_range, minimum)},
	{FO_T_RANGE, "optimum", FO_PART_LENGTH, PART(fo_range, optimum)},
	{FO_T_RANGE, "maximum", FO_PART_LENGTH, PART(fo_range, maximum)},
	{FO_T_SPACE, "minimum", FO_PART_LENGTH, PART(fo_space, minimum)},
	{FO_T_SPACE, "optimum", FO_PART_LENGTH, PART(fo_space, optimum)},
	{FO_T_SPACE, "maximum", FO_PART_LENGTH, PART(fo_space, maximum)},
	{FO_T_SPACE, "precedence", FO_PART_PRECEDENCE, PART(fo_space, precedence)},
	{FO_T_SPACE, "conditionality", FO_PART_CONDITIONALITY, PART(fo_space, retain)},
	{FO_T_EDGE, "length", FO_PART_LENGTH, PART(fo_edge, length)},
	{FO_T_EDGE, "conditionality", FO_PART_CONDITIONALITY, PART(fo_edge, retain)},
	{FO_T_KEEP, "within-line", FO_PART_STRENGTH, PART(fo_keep, line)},
	{FO_T_KEEP, "within-column", FO_PART_STRENGTH, PART(fo_keep, column)},
	{FO_T_KEEP, "within-page", FO_PART_STRENGTH, PART(fo_keep, page)},
	{FO_T_LINE_HEIGHT, "optimum", FO_PART_LINE_HEIGHT, 0, sizeof(struct fo_length)},
	{.name = NULL},
};
#undef PART

const struct fo_part *fo_part_find(enum fo_type type, const char *name)
{
	for (const struct fo_part *part = fo_parts; part->name; part++)
		if (part->type == type && strcmp(part->name, name) == 0)
			return part;
	return NULL;
}

unsigned fo_part_bit(const struct fo_part *part)
{
	const struct fo_part *first = part;
	while (first > fo_parts && first[-1].type == part->type)
		first--;
	return 1u << (part - first);
}

/* ---- values of other objects (5.10.4), which go from component to component ---- */

/* Whether a length that another property has is one of this one as it is. What is a number may have to be checked: it goes as an expression. */
static bool is_same_length(const struct fo_target *target, const struct fo_taken *taken, const char *value)
{
	struct fo_length length;
	memcpy(&length, value, sizeof length);
	return length.keyword ? fo_row_allows(target->row, fo_keyword_name(length.keyword)) : taken->property == target->property;
}

/* Whether the component is set by a value of that kind: where none is named those that a value alone is for, lengths or strengths. */
static bool is_set_by(const struct fo_target *target, const struct fo_part *part, enum fo_part_kind kind)
{
	bool named = target->component != NULL, alone = kind != FO_PART_PRECEDENCE && kind != FO_PART_CONDITIONALITY;
	return part->type == target->row->type && part->kind == kind && (named || alone) && fo_is_component(target, part->name);
}

/* A component's value goes to the component that is set, or all of its kind. */
static bool take_component(const struct fo_target *target, const struct fo_taken *taken)
{
	const char *value = (const char *)taken->style + fo_rows[taken->property].offset + taken->part->offset;
	bool found = false;
	if (taken->part->kind == FO_PART_LENGTH && !is_same_length(target, taken, value))
		return false;
	for (const struct fo_part *part = fo_parts; part->name; part++)
		if (is_set_by(target, part, taken->part->kind)) {
			memcpy((char *)target->field + part->offset, value, part->size);
			found = true;
		}
	return found;
}

/* "inherit", and where no component is named: the component that is set, or all of the value. */
static bool take_whole(const struct fo_target *target, const struct fo_taken *taken)
{
	const struct fo_row *source = &fo_rows[taken->property];
	const struct fo_part *part = target->component ? fo_part_find(target->row->type, target->component) : NULL;
	size_t offset = part ? part->offset : 0;
	if (source->type != target->row->type)
		return false;
	memcpy((char *)target->field + offset, (const char *)taken->style + source->offset + offset,
		   part ? part->size : target->row->size);
	if (source->type == FO_T_LENGTH_PERCENT && taken->property == target->property && taken->further_up) {
		struct fo_length *length = target->field;
		length->inherited = fo_is_relative(length);
	}
	return true;
}

bool fo_take(const struct fo_target *target, const struct fo_taken *taken)
{
	bool found = taken->part ? take_component(target, taken) : take_whole(target, taken);
	return found || fo_fail(target->styling, FO_REASON_TYPE);
}
