/* How the rules of conformance.h look at the structure, and at annotations in it. */
#ifndef GONGWEN_TESTS_CONFORMANCE_STRUCTURE_H
#define GONGWEN_TESTS_CONFORMANCE_STRUCTURE_H

#include "support/conformance_objects.h"

#define EACH_ELEMENT(element)                                                                                                    \
	for (const struct conformance_element *element = (const void *)c->elements->data,                                            \
										  *element##_end = element + c->elements->len;                                           \
		 element < element##_end; element++)

static inline const struct conformance_element *rule_parent(const struct conformance *c,
															const struct conformance_element *element)
{
	return element->parent < 0 ? NULL : &g_array_index(c->elements, struct conformance_element, element->parent);
}

static const char rule_roles[] =
	"Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table "
	"TR TH TD "
	"THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form";

RULE(rule_known_roles)
{
	const struct value *map = conformance_get(c, conformance_get(c, c->catalog, "StructTreeRoot"), "RoleMap");

	UNUSED;
	for (unsigned i = 0; i < map->count; i += 2)
		if (conformance_is_listed(rule_roles, map->items[i]->text))
			return false;
	EACH_ELEMENT(element)
	if (!conformance_is_listed(rule_roles, element->role))
		return false;
	return c->elements->len > 0;
}

/* The entry of the parent tree with this key. */
static inline const struct value *rule_key(const struct conformance *c, const struct value *key)
{
	const struct value *numbers = conformance_get(
		c, conformance_get(c, conformance_get(c, c->catalog, "StructTreeRoot"), "ParentTree"), "Nums");

	for (unsigned i = 0; key->type == VALUE_NUMBER && i + 1 < numbers->count; i += 2)
		if ((int)numbers->items[i]->number == (int)key->number)
			return objects_follow(c->objects, numbers->items[i + 1]);
	return &value_null;
}

/* What the page says of a piece of marked content is what the element has. */
static inline bool rule_has_piece(const struct conformance *c, const struct conformance_element *element, const struct value *kid,
								  unsigned *count)
{
	const struct value *page = element->page, *mcid = kid, *own, *entry;

	kid = objects_follow(c->objects, kid);
	if (value_is(conformance_get(c, kid, "Type"), "MCR")) {
		own = conformance_get(c, kid, "Pg");
		page = own->type == VALUE_DICT ? own : page;
		mcid = conformance_get(c, kid, "MCID");
	}
	if (mcid->type != VALUE_NUMBER)
		return true;
	entry = rule_key(c, conformance_get(c, page, "StructParents"));
	++*count;
	return (unsigned)mcid->number < entry->count &&
		   objects_follow(c->objects, entry->items[(unsigned)mcid->number]) == element->value;
}

RULE(rule_parent_tree)
{
	unsigned count = 0, all = 0;

	UNUSED;
	EACH_ELEMENT(element)
	{
		const struct value *kids = conformance_get(c, element->value, "K");

		for (unsigned i = 0; i < kids->count; i++)
			if (!rule_has_piece(c, element, kids->items[i], &count))
				return false;
	}
	EACH_PAGE(page)
	all += page->mcids;
	return count == all;
}

static const struct {
	const char *role, *parents, *children;
} rule_shapes[] = {
	{"L", NULL, "L LI Caption"},
	{"LI", "L", "Lbl LBody"},
	{"Lbl", "LI TOCI Reference Note BibEntry", NULL},
	{"LBody", "LI", NULL},
	{"Table", NULL, "TR THead TBody TFoot Caption"},
	{"THead", "Table", "TR"},
	{"TBody", "Table", "TR"},
	{"TFoot", "Table", "TR"},
	{"TR", "Table THead TBody TFoot", "TH TD"},
	{"TH", "TR", NULL},
	{"TD", "TR", NULL},
	{"TOC", NULL, "TOC TOCI Caption"},
	{"TOCI", "TOC", NULL},
	{"Ruby", NULL, "RB RT RP"},
	{"Warichu", NULL, "WT WP"},
#define TEXT "Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form"
	{"P", NULL, TEXT},
	{"H1", NULL, TEXT},
	{"H2", NULL, TEXT},
	{"H3", NULL, TEXT},
	{"H4", NULL, TEXT},
	{"H5", NULL, TEXT},
	{"H6", NULL, TEXT},
	{"Span", NULL, TEXT},
	{"Quote", NULL, TEXT},
	{"Reference", NULL, "Lbl " TEXT},
#undef TEXT
};

RULE(rule_shape)
{
	UNUSED;
	EACH_ELEMENT(element)
	{
		const char *parent = rule_parent(c, element) ? rule_parent(c, element)->role : "";

		for (size_t i = 0; i < G_N_ELEMENTS(rule_shapes); i++) {
			if (strcmp(rule_shapes[i].role, element->role) == 0 && rule_shapes[i].parents &&
				!conformance_is_listed(rule_shapes[i].parents, parent))
				return false;
			if (strcmp(rule_shapes[i].role, parent) == 0 && rule_shapes[i].children &&
				!conformance_is_listed(rule_shapes[i].children, element->role))
				return false;
		}
	}
	return true;
}

static inline const struct value *rule_attribute(const struct conformance *c, const struct value *element, const char *key)
{
	const struct value *attributes = conformance_get(c, element, "A"), *found = conformance_get(c, attributes, key);

	for (unsigned i = 0; attributes->type == VALUE_ARRAY && found->type == VALUE_NULL && i < attributes->count; i++)
		found = conformance_get(c, attributes->items[i], key);
	return found;
}

RULE(rule_figures)
{
	UNUSED;
	EACH_ELEMENT(element)
	if (strcmp(element->role, "Figure") == 0 &&
		(conformance_get(c, element->value, "Alt")->size == 0 || rule_attribute(c, element->value, "BBox")->count != 4))
		return false;
	return true;
}

RULE(rule_formulas)
{
	UNUSED;
	EACH_ELEMENT(element)
	if (strcmp(element->role, "Formula") == 0 && conformance_get(c, element->value, "Alt")->size == 0)
		return false;
	return true;
}

RULE(rule_headings)
{
	char level = '0';

	UNUSED;
	EACH_ELEMENT(element)
	{
		if (element->role[0] != 'H' || strlen(element->role) > 2)
			continue;
		if (!element->role[1] || element->role[1] > level + 1)
			return false;
		level = element->role[1];
	}
	return true;
}

RULE(rule_head_scope)
{
	UNUSED;
	EACH_ELEMENT(element)
	{
		const struct value *scope = rule_attribute(c, element->value, "Scope");

		if (strcmp(element->role, "TH") == 0 && (!scope->text || !conformance_is_listed("Column Row Both", scope->text)))
			return false;
	}
	return true;
}

RULE(rule_head_names)
{
	UNUSED;
	EACH_ELEMENT(element)
	{
		const struct value *heads = rule_attribute(c, element->value, "Headers");

		for (unsigned i = 0; i < heads->count; i++)
			if (GPOINTER_TO_INT(g_hash_table_lookup(c->ids, heads->items[i]->text)) != 1)
				return false;
	}
	return true;
}

static inline int rule_span(const struct conformance *c, const struct value *cell, const char *key)
{
	const struct value *span = rule_attribute(c, cell, key);

	return span->type == VALUE_NUMBER ? (int)span->number : 1;
}

/* Rows of a table, or of its parts: `reach`: in how many rows each column is covered from above. The first row says how many columns. */
static inline bool rule_rows(const struct conformance *c, const struct value *part, GArray *reach, bool *first)
{
	const struct value *kids = conformance_get(c, part, "K");

	for (unsigned i = 0; i < kids->count; i++) {
		const struct value *row = objects_follow(c->objects, kids->items[i]), *cells = conformance_get(c, row, "K");
		guint column = 0;

		if (!value_is(conformance_get(c, row, "S"), "TR")) {
			if (!value_is(conformance_get(c, row, "S"), "Caption") && !rule_rows(c, row, reach, first))
				return false; /* what stands in a caption has rows of its own */
			continue;
		}
		for (unsigned k = 0; k < cells->count; k++) {
			const struct value *cell = objects_follow(c->objects, cells->items[k]);

			while (column < reach->len && g_array_index(reach, int, column) > 0)
				column++;
			for (int span = rule_span(c, cell, "ColSpan"); span > 0; span--, column++) {
				if (*first)
					g_array_set_size(reach, column + 1);
				if (column >= reach->len || (!*first && g_array_index(reach, int, column) > 0))
					return false;
				g_array_index(reach, int, column) = rule_span(c, cell, "RowSpan");
			}
		}
		*first = false;
		for (column = 0; column < reach->len; column++)
			if (g_array_index(reach, int, column)-- <= 0)
				return false;
	}
	return true;
}

RULE(rule_regular_tables)
{
	UNUSED;
	EACH_ELEMENT(element)
	{
		GArray *reach = g_array_new(FALSE, TRUE, sizeof(int));
		bool regular = true, first = true;

		if (strcmp(element->role, "Table") == 0)
			regular = rule_rows(c, element->value, reach, &first);
		for (guint i = 0; i < reach->len; i++)
			regular = regular && g_array_index(reach, int, i) == 0;
		g_array_free(reach, TRUE);
		if (!regular)
			return false;
	}
	return true;
}

/* One head and foot at the most, rows, and one caption at an end (ISO 32000-1, table 337). */
static bool rule_has_parts(const struct conformance *c, const struct value *kids)
{
	unsigned heads = 0, feet = 0, captions = 0, bodies = 0;

	for (unsigned k = 0; k < kids->count; k++) {
		const struct value *role = conformance_get(c, objects_follow(c->objects, kids->items[k]), "S");

		heads += value_is(role, "THead");
		feet += value_is(role, "TFoot");
		bodies += value_is(role, "TBody") || value_is(role, "TR");
		if (value_is(role, "Caption") && k > 0 && k + 1 < kids->count)
			return false;
		captions += value_is(role, "Caption");
	}
	return bodies && heads <= 1 && feet <= 1 && captions <= 1;
}

RULE(rule_table_parts)
{
	UNUSED;
	EACH_ELEMENT(element)
	if (strcmp(element->role, "Table") == 0 && !rule_has_parts(c, conformance_get(c, element->value, "K")))
		return false;
	return true;
}

/* A head is the first part, a foot the last, and rows stand in bodies where there are any parts. */
static bool rule_parts_in_order(const struct conformance *c, const struct value *kids)
{
	unsigned parts = 0, rows = 0, ended = 0;

	for (unsigned k = 0; k < kids->count; k++) {
		const struct value *role = conformance_get(c, objects_follow(c->objects, kids->items[k]), "S");

		if (value_is(role, "Caption"))
			continue;
		if (ended || (value_is(role, "THead") && parts + rows))
			return false;
		ended = value_is(role, "TFoot");
		rows += value_is(role, "TR");
		parts += !value_is(role, "TR");
	}
	return !parts || !rows;
}

RULE(rule_table_order)
{
	UNUSED;
	EACH_ELEMENT(element)
	if (strcmp(element->role, "Table") == 0 && !rule_parts_in_order(c, conformance_get(c, element->value, "K")))
		return false;
	return true;
}

/* The roles of an element's children, in order, between blanks; "-" for content. g_free() it. */
static char *rule_kids(const struct conformance *c, const struct value *kids)
{
	GString *roles = g_string_new(NULL);

	for (unsigned k = 0; k < kids->count; k++) {
		const struct value *role = conformance_get(c, objects_follow(c->objects, kids->items[k]), "S");

		g_string_append_printf(roles, "%s%s", k ? " " : "", role->type == VALUE_NAME ? role->text : "-");
	}
	return g_string_free(roles, FALSE);
}

/* ISO 32000-1, table 338. */
RULE(rule_assemblies)
{
	bool sound = true;

	UNUSED;
	EACH_ELEMENT(element)
	{
		char *kids = rule_kids(c, conformance_get(c, element->value, "K"));

		if (strcmp(element->role, "Ruby") == 0)
			sound = sound && (strcmp(kids, "RB RT") == 0 || strcmp(kids, "RB RP RT RP") == 0);
		if (strcmp(element->role, "Warichu") == 0)
			sound = sound && strcmp(kids, "WP WT WP") == 0;
		g_free(kids);
	}
	return sound;
}

RULE(rule_list_numbering)
{
	UNUSED;
	EACH_ELEMENT(element)
	if (strcmp(element->role, "L") == 0 && rule_attribute(c, element->value, "ListNumbering")->type != VALUE_NAME)
		return false;
	return true;
}

RULE(rule_note_identifiers)
{
	UNUSED;
	EACH_ELEMENT(element)
	{
		const struct value *id = conformance_get(c, element->value, "ID");

		if (strcmp(element->role, "Note") == 0 &&
			(id->type != VALUE_STRING || GPOINTER_TO_INT(g_hash_table_lookup(c->ids, id->text)) != 1))
			return false;
	}
	return true;
}

/* The annotation's key leads to an element that has it as a kid. */
RULE(rule_link_in_structure)
{
	const struct value *element = rule_key(c, conformance_get(c, value, "StructParent")),
					   *kids = conformance_get(c, element, "K");

	UNUSED;
	for (unsigned i = 0; i < kids->count; i++) {
		const struct value *kid = objects_follow(c->objects, kids->items[i]);

		if (value_is(conformance_get(c, kid, "Type"), "OBJR") && conformance_get(c, kid, "Obj") == value)
			return true;
	}
	return false;
}

/* ISO 32000-1, 14.8.4.4.2: a Link is about an annotation. */
RULE(rule_link_has_annotation)
{
	UNUSED;
	EACH_ELEMENT(element)
	{
		const struct value *kids = conformance_get(c, element->value, "K");
		bool found = strcmp(element->role, "Link") != 0;

		for (unsigned i = 0; i < kids->count && !found; i++)
			found = value_is(conformance_get(c, objects_follow(c->objects, kids->items[i]), "Type"), "OBJR");
		if (!found)
			return false;
	}
	return true;
}

/* Not of blanks alone. */
RULE(rule_link_words)
{
	char *words = rule_text(conformance_get(c, value, "Contents"));
	bool says = !rule_is_blank(words);

	UNUSED;
	g_free(words);
	return says;
}

RULE(rule_link_in_link)
{
	const struct value *element = rule_key(c, conformance_get(c, value, "StructParent"));

	UNUSED;
	EACH_ELEMENT(known)
	if (known->value == element)
		return strcmp(known->role, "Link") == 0;
	return false;
}

#endif
