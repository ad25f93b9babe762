/* correspond: absolute and relative properties for lr-tb (XSL 5.3): their names, the order in which they count, margins as indents and spaces. */
#include <string.h>

#include "fo/fo_int.h"

const char *const fo_relative[FO_SIDES] = {"before", "end", "after", "start"};
const char *const fo_absolute[FO_SIDES] = {"top", "right", "bottom", "left"};

/* "border-top-width" → "border-before-width", likewise padding; NULL when the name has no absolute side. */
char *fo_relative_name(const char *name)
{
	for (unsigned i = 0; i < FO_SIDES; i++) {
		char *middle = g_strconcat("-", fo_absolute[i], NULL);
		const char *at = strstr(name, middle);
		size_t size = strlen(middle);
		g_free(middle);
		if (at && (at[size] == '-' || at[size] == '\0' || at[size] == '.'))
			return g_strdup_printf("%.*s-%s%s", (int)(at - name), name, fo_relative[i], at + size);
	}
	return NULL;
}

/* "border-top", but not "border-top-width". */
static bool is_border_of_side(const char *name)
{
	for (unsigned i = 0; i < FO_SIDES; i++)
		if (g_str_has_prefix(name, "border-") && strcmp(name + 7, fo_absolute[i]) == 0)
			return true;
	return false;
}

/* Absolute properties come after the relative ones that they correspond to, because they win (5.3.1). */
static bool is_absolute(const char *name)
{
	char *mapped = fo_relative_name(name);
	const char *size = g_str_has_prefix(name, "min-") || g_str_has_prefix(name, "max-") ? name + strlen("min-") : name;
	bool found = mapped || strcmp(size, "width") == 0 || strcmp(size, "height") == 0;
	g_free(mapped);
	return found;
}

/* "width" → "inline-progression-dimension", "padding-top.length" → "padding-before.length"; else NULL. g_free() it. */
static char *relative_of(const char *name)
{
	const struct fo_shorthand *row = fo_shorthands;
	while (row->name && strcmp(row->name, name) != 0)
		row++;
	char *mapped = fo_relative_name(name);
	return mapped || !row->name || !is_absolute(name) ? mapped : g_strdup(row->parts);
}

bool fo_property_named(const char *name, enum fo_property *property, const struct fo_part **part)
{
	const char *component;
	char *relative = fo_is_row(name) ? NULL : relative_of(name);
	*property = fo_property_of(relative ? relative : name, &component);
	*part = *property != FO_PROPERTY_COUNT && component ? fo_part_find(fo_rows[*property].type, component) : NULL;
	bool found = *property != FO_PROPERTY_COUNT && (*part || !component);
	g_free(relative);
	return found;
}

int fo_precision(const char *name)
{
	static const char *const first[] = {"font", "font-size", "color"};
	static const char *const coarse[] = {
		"margin",           "border",           "padding",        "background",        "white-space",         "size",
		"xml:lang",         "vertical-align",   "border-spacing", "border-separation", "background-position", "page-break-before",
		"page-break-after", "page-break-inside"};
	/* from-table-column() asks where the cell stands, percentages what they count from */
	static const char *const place[] = {"column-number", "starts-row", "absolute-position", "position", "reference-orientation"};
	for (size_t i = 0; i < G_N_ELEMENTS(place); i++)
		if (strcmp(name, place[i]) == 0)
			return 0;
	for (unsigned i = 0; i < G_N_ELEMENTS(first); i++)
		if (strcmp(name, first[i]) == 0)
			return (int)i;
	for (size_t i = 0; i < G_N_ELEMENTS(coarse); i++)
		if (strcmp(name, coarse[i]) == 0)
			return 3;
	if (strcmp(name, "border-style") == 0 || strcmp(name, "border-width") == 0 || strcmp(name, "border-color") == 0)
		return 4;
	if (is_border_of_side(name))
		return 5;
	bool part = strchr(name, '.') || g_str_has_prefix(name, "min-") || g_str_has_prefix(name, "max-");
	return (is_absolute(name) ? 8 : 6) + part;
}

/* ---- correspondence ---- */

/* 5.3.2: indent = inherited indent + margin + border + padding; a reference area begins anew. */
static struct fo_length indent_of(const struct fo_styling *styling, struct fo_length inherited, struct fo_length margin,
								  const struct fo_edge *border, const struct fo_edge *padding)
{
	bool anew = styling->kind == FO_BLOCK_CONTAINER || styling->kind == FO_TABLE_CELL;
	struct fo_length indent = anew ? (struct fo_length){0} : inherited;
	indent.fixed = len_add(len_add(indent.fixed, margin.fixed), len_add(border->length.fixed, padding->length.fixed));
	indent.inherited = fo_is_relative(&indent) && !fo_is_relative(&margin) && !fo_is_relative(&padding->length);
	indent.percent += margin.percent + padding->length.percent;
	indent.larger = fo_larger_joined(styling->builder, margin.larger, indent.larger);
	indent.larger = fo_larger_joined(styling->builder, padding->length.larger, indent.larger);
	return indent;
}

static struct fo_space space_of_margin(struct fo_length margin)
{
	if (margin.keyword)
		margin = (struct fo_length){0};
	return (struct fo_space){margin, margin, margin, 0, true};
}

/* Whether a margin says what the corresponding property is. */
static bool margin_counts(const struct fo_styling *styling, enum fo_side side, enum fo_property corresponding)
{
	return styling->margin[side] == FO_MARGIN_GIVEN ||
		   (styling->margin[side] == FO_MARGIN_SHORT && !styling->specified[corresponding]);
}

/* Objects that have no margin of their own, but pass the indents that theirs comes to on to the blocks in them, as in FOP. */
static bool hands_on_indents(enum fo_kind kind)
{
	switch (kind) {
	case FO_TABLE_HEADER:
	case FO_TABLE_FOOTER:
	case FO_TABLE_BODY:
	case FO_TABLE_ROW:
	case FO_TABLE_CELL:
	case FO_FOOTNOTE_BODY:
	case FO_LIST_ITEM_LABEL:
	case FO_LIST_ITEM_BODY:
		return true;
	default:
		return false;
	}
}

/* A footnote or float does not stand in the label that it is written in: the label's end is none of its own, that of the item is. */
static struct fo_length inherited_end(const struct fo_styling *styling)
{
	const struct fo_node *label = styling->parent;
	if (styling->kind != FO_FOOTNOTE_BODY && styling->kind != FO_FLOAT)
		return styling->inherited->end_indent;
	while (label && label->kind != FO_LIST_ITEM_LABEL && label->kind != FO_TABLE_CELL && label->kind != FO_BLOCK_CONTAINER)
		label = label->parent;
	bool inside = label && label->kind == FO_LIST_ITEM_LABEL;
	return inside ? label->parent->style->end_indent : styling->inherited->end_indent;
}

static void set_inherited(struct fo_length *indent, struct fo_length inherited)
{
	*indent = inherited;
	indent->inherited = fo_is_relative(&inherited);
}

static void correspond_indents(struct fo_styling *styling)
{
	struct fo_style *style = styling->style;
	if (margin_counts(styling, FO_LEFT, FO_PROP_start_indent) && !style->margin_left.keyword)
		style->start_indent = indent_of(styling, styling->inherited->start_indent, style->margin_left, &style->border_start_width,
										&style->padding_start);
	if (margin_counts(styling, FO_RIGHT, FO_PROP_end_indent) && !style->margin_right.keyword)
		style->end_indent = indent_of(styling, inherited_end(styling), style->margin_right, &style->border_end_width,
									  &style->padding_end);
}

static void correspond_spaces(struct fo_styling *styling)
{
	struct fo_style *style = styling->style;
	if (margin_counts(styling, FO_TOP, FO_PROP_space_before))
		style->space_before = space_of_margin(style->margin_top);
	if (margin_counts(styling, FO_BOTTOM, FO_PROP_space_after))
		style->space_after = space_of_margin(style->margin_bottom);
}

static void correspond_inline(struct fo_styling *styling)
{
	if (margin_counts(styling, FO_LEFT, FO_PROP_space_start))
		styling->style->space_start = space_of_margin(styling->style->margin_left);
	if (margin_counts(styling, FO_RIGHT, FO_PROP_space_end))
		styling->style->space_end = space_of_margin(styling->style->margin_right);
}

static bool is_given_beside(const struct fo_styling *styling, enum fo_property property, enum fo_side margin)
{
	return styling->specified[property] && styling->margin[margin] != FO_MARGIN_GIVEN;
}

/* The margins of pages and bodies from spaces and indents that are given there (5.3.2, 6.4.13, 6.4.14). */
static void correspond_margins(struct fo_styling *styling)
{
	struct fo_style *style = styling->style;
	if (is_given_beside(styling, FO_PROP_space_before, FO_TOP))
		style->margin_top = style->space_before.optimum;
	if (is_given_beside(styling, FO_PROP_space_after, FO_BOTTOM))
		style->margin_bottom = style->space_after.optimum;
	if (is_given_beside(styling, FO_PROP_start_indent, FO_LEFT))
		style->margin_left = style->start_indent;
	if (is_given_beside(styling, FO_PROP_end_indent, FO_RIGHT))
		style->margin_right = style->end_indent;
}

static void drop_border_without_style(enum fo_keyword style, struct fo_edge *width)
{
	if (style == FO_KW_NONE || style == FO_KW_HIDDEN)
		width->length = (struct fo_length){0};
}

/* 7.28.1 …: the initial precedence of a border hangs on the object. */
static void set_precedences(struct fo_styling *styling)
{
	static const int32_t initial[FO_KIND_COUNT] = {[FO_TABLE] = 6,     [FO_TABLE_CELL] = 5, [FO_TABLE_COLUMN] = 4,
												   [FO_TABLE_ROW] = 3, [FO_TABLE_BODY] = 2, [FO_TABLE_HEADER] = 1};
	const struct {
		enum fo_property property;
		int32_t *value;
	} sides[] = {{FO_PROP_border_before_precedence, &styling->style->border_before_precedence},
				 {FO_PROP_border_after_precedence, &styling->style->border_after_precedence},
				 {FO_PROP_border_start_precedence, &styling->style->border_start_precedence},
				 {FO_PROP_border_end_precedence, &styling->style->border_end_precedence}};
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
		if (!styling->specified[sides[i].property])
			*sides[i].value = initial[styling->kind];
}

void fo_style_finish(struct fo_styling *styling)
{
	struct fo_style *style = styling->style;
	drop_border_without_style(style->border_before_style, &style->border_before_width);
	drop_border_without_style(style->border_after_style, &style->border_after_width);
	drop_border_without_style(style->border_start_style, &style->border_start_width);
	drop_border_without_style(style->border_end_style, &style->border_end_width);
	set_precedences(styling);
	if (!styling->specified[FO_PROP_end_indent])
		set_inherited(&style->end_indent, inherited_end(styling));
	if (fo_kind_is_block(styling->kind) || hands_on_indents(styling->kind))
		correspond_indents(styling);
	if (fo_kind_is_block(styling->kind))
		correspond_spaces(styling);
	else if (fo_kind_is_inline(styling->kind))
		correspond_inline(styling);
	else if (styling->kind == FO_SIMPLE_PAGE_MASTER || styling->kind == FO_REGION_BODY)
		correspond_margins(styling);
}
