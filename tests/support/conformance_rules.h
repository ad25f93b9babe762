/* The rules of conformance.h and how each is checked. */
#ifndef GONGWEN_TESTS_CONFORMANCE_RULES_H
#define GONGWEN_TESTS_CONFORMANCE_RULES_H

#include "support/conformance.h"

#include <libxml/parser.h>

#define RULE(name)                                                                                                               \
	static inline bool name(const struct conformance *c, const struct conformance_rule *rule, const struct value *value)
#define UNUSED (void)c, (void)rule, (void)value

/* ---- of one dictionary ---- */

RULE(rule_needs)
{
	return conformance_get(c, value, rule->key)->type != VALUE_NULL;
}

RULE(rule_lacks)
{
	return conformance_get(c, value, rule->key)->type == VALUE_NULL;
}

/* key: "Name: value value …": the entry, where there is one, is one of these. */
RULE(rule_is_one_of)
{
	const char *colon = strchr(rule->key, ':');
	char *key = g_strndup(rule->key, (gsize)(colon - rule->key));
	const struct value *entry = conformance_get(c, value, key);

	g_free(key);
	return entry->type == VALUE_NULL || (entry->text && conformance_is_listed(colon + 1, entry->text));
}

RULE(rule_lacks_files)
{
	return c->claim->part > 2 || rule_lacks(c, rule, value);
}

/* Strings and names are no longer than 6.1.13 allows, whole numbers no larger. */
RULE(rule_is_within_limits)
{
	UNUSED;
	for (unsigned i = 0; i < value->count; i++) {
		const struct value *item = value->items[i];

		if ((item->type == VALUE_STRING && item->size > 32767) || (item->type == VALUE_NAME && item->size > 127) ||
			(item->type == VALUE_NUMBER && fabs(item->number) > 2147483647.0))
			return false;
	}
	return true;
}

RULE(rule_page_size)
{
	const struct value *box = conformance_get(c, value, "MediaBox");

	UNUSED;
	for (unsigned i = 0; box->count == 4 && i < 2; i++) {
		double side = box->items[i + 2]->number - box->items[i]->number;

		if (side < 3 || side > 14400)
			return false;
	}
	return box->count == 4;
}

RULE(rule_lacks_cmyk)
{
	UNUSED;
	for (unsigned i = 0; i < value->count; i++)
		if (value_is(value->items[i], "DeviceCMYK"))
			return false;
	return true;
}

RULE(rule_subset_name)
{
	const struct value *name = conformance_get(c, value, "FontName");

	UNUSED;
	return name->text && g_regex_match_simple("^[A-Z]{6}\\+.", name->text, 0, 0);
}

RULE(rule_font_file)
{
	UNUSED;
	return conformance_get(c, value, "FontFile2")->stream || conformance_get(c, value, "FontFile3")->stream;
}

/* A descendant font has the entry. */
RULE(rule_glyphs_need)
{
	const char *subtype = conformance_get(c, value, "Subtype")->text;

	return !subtype || !g_str_has_prefix(subtype, "CIDFontType") || rule_needs(c, rule, value);
}

RULE(rule_encoding)
{
	UNUSED;
	return value_is(conformance_get(c, value, "Encoding"), "Identity-H") &&
		   conformance_get(c, value, "DescendantFonts")->count == 1;
}

RULE(rule_map_of_glyphs)
{
	UNUSED;
	return !value_is(conformance_get(c, value, "Subtype"), "CIDFontType2") ||
		   conformance_get(c, value, "CIDToGIDMap")->type != VALUE_NULL;
}

/* ToUnicode: no U+0000, U+FEFF, U+FFFE. */
RULE(rule_sound_map)
{
	const struct value *stream = conformance_get(c, value, "ToUnicode");
	char *map = stream->stream ? g_ascii_strdown(stream->stream, (gssize)stream->stream_size) : g_strdup("");
	bool sound = !g_regex_match_simple("^<[0-9a-f]{4}> (<[0-9a-f]{4}> )?<(0000|feff|fffe)>", map, G_REGEX_MULTILINE, 0);

	UNUSED;
	g_free(map);
	return sound;
}

RULE(rule_action)
{
	const struct value *action = conformance_get(c, value, "A");

	UNUSED;
	return action->type == VALUE_NULL || value_is(conformance_get(c, action, "S"), "URI") ||
		   value_is(conformance_get(c, action, "S"), "GoTo");
}

RULE(rule_flags)
{
	UNUSED;
	return (int)conformance_get(c, value, "F")->number == 4; /* printed; not hidden, not invisible */
}

/* A file in the file: what it is to the document, of which type, under both names (ISO 19005-3, 6.8). */
RULE(rule_attached)
{
	const struct value *file = conformance_get(c, conformance_get(c, value, "EF"), "F");

	UNUSED;
	return conformance_get(c, value, "AFRelationship")->type == VALUE_NAME &&
		   conformance_get(c, value, "UF")->type == VALUE_STRING && conformance_get(c, value, "F")->type == VALUE_STRING &&
		   file->stream && conformance_get(c, file, "Subtype")->type == VALUE_NAME &&
		   conformance_get(c, c->catalog, "AF")->count > 0;
}

/* ---- of the file ---- */

RULE(rule_identifier)
{
	const struct value *id = conformance_get(c, c->objects->trailer, "ID");

	UNUSED;
	return id->count == 2 && id->items[0]->size >= 16 && id->items[1]->size >= 16;
}

RULE(rule_output_intent)
{
	const struct value *intents = conformance_get(c, c->catalog, "OutputIntents"),
					   *intent = intents->count == 1 ? intents->items[0] : &value_null,
					   *profile = conformance_get(c, intent, "DestOutputProfile");

	UNUSED;
	return value_is(conformance_get(c, intent, "S"), "GTS_PDFA1") && conformance_get(c, profile, "N")->number == 3 &&
		   profile->stream_size > 128 && memcmp(profile->stream + 36, "acsp", 4) == 0;
}

RULE(rule_metadata)
{
	xmlDoc *doc = xmlReadMemory(c->metadata, (int)strlen(c->metadata), "xmp", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

	UNUSED;
	xmlFreeDoc(doc);
	return doc && conformance_get(c, conformance_get(c, c->catalog, "Metadata"), "Filter")->type == VALUE_NULL;
}

/* The text of the first element of this name in the metadata, NULL: none. xmlFree() it. */
static inline xmlChar *rule_described(const xmlNode *node, const char *name)
{
	for (; node; node = node->next) {
		xmlChar *found;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)node->name, name) == 0 && node->ns && !strstr((const char *)node->ns->href, "/pdfa/"))
			return xmlNodeGetContent(node);
		found = rule_described(node->children, name);
		if (found)
			return found;
	}
	return NULL;
}

/* Of a string of a PDF; "" when it is none. g_free() it. */
static inline char *rule_text(const struct value *string)
{
	bool wide = string->size > 1 && memcmp(string->text, "\xFE\xFF", 2) == 0;

	return wide ? said_utf8(string, 2) : g_strdup(string->size ? string->text : "");
}

static inline bool rule_is_blank(const char *text)
{
	while (*text && g_unichar_isspace(g_utf8_get_char(text)))
		text = g_utf8_next_char(text);
	return !*text;
}

/* The digits of a date: D:20050331 and 2005-03-31 are one. */
static inline void rule_strip_date(char *text)
{
	char *to = text;

	for (const char *at = text; *at; at++)
		if (g_ascii_isdigit(*at))
			*to++ = *at;
	*to = '\0';
}

/* Info and XMP agree: a row of the table of 6.6.3 each. */
RULE(rule_same_description)
{
	static const char *const rows[][2] = {
		{"Title", "title"},       {"Author", "creator"},      {"Subject", "description"},     {"Keywords", "Keywords"},
		{"Producer", "Producer"}, {"Creator", "CreatorTool"}, {"CreationDate", "CreateDate"}, {"ModDate", "ModifyDate"}};
	const struct value *info = conformance_get(c, c->objects->trailer, "Info");
	xmlDoc *doc = xmlReadMemory(c->metadata, (int)strlen(c->metadata), "xmp", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
	bool same = doc != NULL;

	UNUSED;
	for (size_t i = 0; same && i < G_N_ELEMENTS(rows); i++) {
		const struct value *entry = conformance_get(c, info, rows[i][0]);
		char *text = rule_text(entry);
		xmlChar *described = rule_described(xmlDocGetRootElement(doc), rows[i][1]);

		if (strstr(rows[i][0], "Date") && described) {
			rule_strip_date(text);
			rule_strip_date((char *)described);
		}
		same = (entry->type == VALUE_STRING) == (described != NULL) && (!described || strcmp(text, (const char *)described) == 0);
		xmlFree(described);
		g_free(text);
	}
	xmlFreeDoc(doc);
	return same;
}

RULE(rule_claim)
{
	char *part = g_strdup_printf("<pdfaid:part>%d</pdfaid:part>", c->claim->part),
		 *level = g_strdup_printf("<pdfaid:conformance>%s</pdfaid:conformance>", c->claim->level);
	bool claimed = strstr(c->metadata, part) && strstr(c->metadata, level);

	UNUSED;
	g_free(part);
	g_free(level);
	return claimed;
}

RULE(rule_claim_accessible)
{
	UNUSED;
	return strstr(c->metadata, "<pdfuaid:part>1</pdfuaid:part>") != NULL;
}

RULE(rule_extension)
{
	UNUSED;
	return !c->claim->accessible || (strstr(c->metadata, "<pdfaProperty:name>part</pdfaProperty:name>") &&
									 strstr(c->metadata, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
}

RULE(rule_marked)
{
	const struct value *marks = conformance_get(c, c->catalog, "MarkInfo"), *marked = conformance_get(c, marks, "Marked");

	UNUSED;
	return marked->text && strcmp(marked->text, "true") == 0;
}

RULE(rule_title)
{
	char *title = rule_text(conformance_get(c, conformance_get(c, c->objects->trailer, "Info"), "Title"));
	bool is = !rule_is_blank(title);

	UNUSED;
	g_free(title);
	return is;
}

RULE(rule_not_suspect)
{
	const struct value *suspects = conformance_get(c, conformance_get(c, c->catalog, "MarkInfo"), "Suspects");

	UNUSED;
	return !suspects->text || strcmp(suspects->text, "true") != 0;
}

RULE(rule_title_shown)
{
	const struct value *shown = conformance_get(c, conformance_get(c, c->catalog, "ViewerPreferences"), "DisplayDocTitle");

	UNUSED;
	return shown->text && strcmp(shown->text, "true") == 0 &&
		   strstr(c->metadata, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">") &&
		   !strstr(c->metadata, "x-default\"></rdf:li></rdf:Alt></dc:title>");
}

/* Every language anywhere is a tag of RFC 3066. */
RULE(rule_language)
{
	const struct value *language = conformance_get(c, value, "Lang");

	UNUSED;
	if (language->type == VALUE_NULL)
		return value != c->catalog;
	return language->text && g_regex_match_simple("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", language->text, 0, 0);
}

RULE(rule_catalog_language)
{
	UNUSED;
	return rule_language(c, rule, c->catalog);
}

#define EACH_PAGE(page)                                                                                                          \
	for (const struct conformance_page *page = (const void *)c->pages->data, *page##_end = page + c->pages->len;                 \
		 page < page##_end; page++)

RULE(rule_content)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->fault)
		return false;
	return true;
}

RULE(rule_furniture)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->has_bare_artifact)
		return false;
	return true;
}

RULE(rule_no_notdef)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->shows_notdef)
		return false;
	return true;
}

RULE(rule_no_private)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->shows_private)
		return false;
	return true;
}

RULE(rule_all_mapped)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->has_no_map)
		return false;
	return true;
}

RULE(rule_no_cmyk)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->shows_cmyk)
		return false;
	return true;
}

RULE(rule_not_deep)
{
	UNUSED;
	EACH_PAGE(page)
	if (page->is_deep)
		return false;
	return true;
}

/* ---- of the structure ---- */

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
	{"Lbl", "LI", NULL},
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
			if (!rule_rows(c, row, reach, first))
				return false;
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

#undef RULE
#undef UNUSED

/* ---- the table ---- */

#define CATALOG "/Type /Catalog\n"

static const struct conformance_rule conformance_rules[] = {
	{"A 6.1.3", "an ID", rule_identifier, NULL, NULL, "\n  /ID [", "\n  /DI ["},
	{"A 6.1.3", "no encryption", rule_lacks, "", "Encrypt", "trailer <<", "trailer << /Encrypt 1 0 R"},
	{"A 6.1.7.1", "no data in other files", rule_lacks, "Type Metadata", "F", "/Type /Metadata\n", "/Type /Metadata /F (x)\n"},
	{"A 6.1.7.2", "filters", rule_is_one_of, "", "Filter: FlateDecode DCTDecode", CATALOG, CATALOG "/Filter /LZWDecode"},
	{"A 6.1.12", "no permissions", rule_lacks, "", "Perms", CATALOG, CATALOG "/Perms <<>>"},
	{"A 6.1.13", "limits of strings, names, numbers", rule_is_within_limits, "", NULL, CATALOG, CATALOG "/N 2147483648"},
	{"A 6.1.13", "size of pages", rule_page_size, "Type Page", NULL, "/MediaBox [\n    0\n    0\n",
	 "/MediaBox [\n    0\n    -99999\n"},
	{"A 6.1.13", "depth of q", rule_not_deep, NULL, NULL, "/Artifact <<",
	 "q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q /Artifact <<"},
	{"A 6.2.3", "an output intent with a profile of three colours", rule_output_intent, NULL, NULL, "/GTS_PDFA1", "/GTS_PDFX"},
	{"A 6.2.4.3", "no CMYK without its profile: objects", rule_lacks_cmyk, "", NULL, CATALOG, CATALOG "/CS /DeviceCMYK"},
	{"A 6.2.4.3", "no CMYK without its profile: pages", rule_no_cmyk, NULL, NULL, "/Artifact <<", "0 0 0 1 k /Artifact <<"},
	{"A 6.2.5", "no transfer functions", rule_lacks, "", "TR", CATALOG, CATALOG "/TR /Identity"},
	{"A 6.2.5", "no halftone phase", rule_lacks, "", "HTP", CATALOG, CATALOG "/HTP [0 0]"},
	{"A 6.2.6", "rendering intents", rule_is_one_of, "", "RI: RelativeColorimetric AbsoluteColorimetric Perceptual Saturation",
	 CATALOG, CATALOG "/RI /Nice"},
	{"A 6.2.8", "no interpolation", rule_is_one_of, "", "Interpolate: false", CATALOG, CATALOG "/Interpolate true"},
	{"A 6.2.8", "no alternate images", rule_lacks, "", "Alternates", CATALOG, CATALOG "/Alternates []"},
	{"A 6.2.8", "no OPI", rule_lacks, "", "OPI", CATALOG, CATALOG "/OPI <<>>"},
	{"A 6.2.9", "no PostScript", rule_is_one_of, "Type XObject", "Subtype: Image Form", CATALOG, "/Type /XObject /Subtype /PS\n"},
	{"A 6.2.9", "no reference to other files' pages", rule_lacks, "", "Ref", CATALOG, CATALOG "/Ref <<>>"},
	{"A 6.2.10", "blend modes", rule_is_one_of, "",
	 "BM: Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion "
	 "Hue Saturation "
	 "Color Luminosity",
	 CATALOG, CATALOG "/BM /Wild"},
	{"A 6.2.11.2", "composite fonts only", rule_is_one_of, "Type Font", "Subtype: Type0 CIDFontType0 CIDFontType2",
	 "/Subtype /Type0", "/Subtype /Type3"},
	{"A 6.2.11.3.1", "the system of glyph numbers", rule_glyphs_need, "Type Font", "CIDSystemInfo", "/CIDSystemInfo",
	 "/CIDSystem"},
	{"A 6.2.11.3.2", "a map of glyphs with TrueType", rule_map_of_glyphs, "Type Font", NULL, "/Subtype /CIDFontType0",
	 "/Subtype /CIDFontType2"},
	{"A 6.2.11.3.3", "Identity-H, one descendant", rule_encoding, "Subtype Type0", NULL, "/Encoding /Identity-H",
	 "/Encoding /GBK-EUC-H"},
	{"A 6.2.11.4.1", "fonts are in the file", rule_font_file, "Type FontDescriptor", NULL, "/FontFile3", "/FontFile9"},
	{"A 6.2.11.4.2", "names of subsets", rule_subset_name, "Type FontDescriptor", NULL, "/FontName /", "/FontName /x"},
	{"A 6.2.11.5", "widths", rule_glyphs_need, "Type Font", "W", "\n  /W [", "\n  /V ["},
	{"A 6.2.11.7.2", "a map to characters", rule_needs, "Subtype Type0", "ToUnicode", "/ToUnicode", "/ToUnicod"},
	{"A 6.2.11.7.2", "every glyph shown in the map", rule_all_mapped, NULL, NULL, "BDC\n<", "BDC\n<fff0"},
	{"A 6.2.11.7.2", "no U+0000, U+FEFF, U+FFFE in the map", rule_sound_map, "Subtype Type0", NULL, "beginbfchar\n",
	 "beginbfchar\n<fff0> <feff>\n"},
	{"A 6.2.11.7.3", "private characters have ActualText", rule_no_private, NULL, NULL, "beginbfchar\n<0001> <",
	 "beginbfchar\n<0001> <e000>\n<0002> <"},
	{"A 6.2.11.8", "no .notdef", rule_no_notdef, NULL, NULL, "BDC\n<", "BDC\n<0000"},
	{"A 6.3.1", "annotations are links", rule_is_one_of, "Type Annot", "Subtype: Link", "/Subtype /Link", "/Subtype /Sound"},
	{"A 6.3.2", "annotations are printed and not hidden", rule_flags, "Subtype Link", NULL, "/F 4", "/F 6"},
	{"A 6.4.1", "no forms", rule_lacks, "", "AcroForm", CATALOG, CATALOG "/AcroForm <<>>"},
	{"A 6.5.1", "actions", rule_action, "Subtype Link", NULL, "/S /URI", "/S /Launch"},
	{"A 6.5.1", "no scripts", rule_lacks, "", "JS", CATALOG, CATALOG "/JS (x)"},
	{"A 6.5.2", "no actions at events", rule_lacks, "", "AA", CATALOG, CATALOG "/AA <<>>"},
	{"A 6.5.2", "no action at opening", rule_lacks, "", "OpenAction", CATALOG, CATALOG "/OpenAction <<>>"},
	{"A 6.6.2.1", "metadata: XML, not packed", rule_metadata, NULL, NULL, "<x:xmpmeta", "<x:xmpneta"},
	{"A 6.6.2.3", "the schema of pdfuaid described", rule_extension, NULL, NULL, "<pdfaSchema:prefix>pdfuaid",
	 "<pdfaSchema:prefix>x"},
	{"A 6.6.3", "Info and metadata agree", rule_same_description, NULL, NULL, "<pdf:Producer>gongwen", "<pdf:Producer>gong"},
	{"A 6.6.4", "part and level", rule_claim, NULL, NULL, "<pdfaid:part>2", "<pdfaid:part>4"},
	{"A 6.7.2.2, UA 7.1", "marked", rule_marked, NULL, NULL, "/Marked true", "/Marked false"},
	{"A 6.7.3.3", "a structure tree with its parents", rule_needs, "Type StructTreeRoot", "ParentTree", "/ParentTree ",
	 "/Parents "},
	{"A 6.7.3.4, UA 7.1", "standard roles", rule_known_roles, NULL, NULL, "/Frage /Div", "/Frage /Murks"},
	{"A 6.7.4, UA 7.2", "the document's language", rule_catalog_language, NULL, NULL, "/Lang (zh", "/Lang (_z"},
	{"A 6.7.4, UA 7.2", "languages are tags", rule_language, "", NULL, "/Lang (en", "/Lang (_e"},
	{"A 6.8", "no files in the file", rule_lacks_files, "", "EmbeddedFiles", CATALOG, CATALOG "/EmbeddedFiles <<>>"},
	{"A 6.8", "files in the file are described", rule_attached, "Type Filespec", NULL, CATALOG, "/Type /Filespec"},
	{"A 6.9", "no layers", rule_lacks, "", "OCProperties", CATALOG, CATALOG "/OCProperties <<>>"},
	{"A 6.10", "no other presentation", rule_lacks, "", "AlternatePresentations", CATALOG,
	 CATALOG "/AlternatePresentations <<>>"},
	{"A 6.10", "no steps", rule_lacks, "", "PresSteps", CATALOG, CATALOG "/PresSteps <<>>"},
	{"A 6.11", "no requirements", rule_lacks, "", "Requirements", CATALOG, CATALOG "/Requirements []"},
	{"UA 5", "claimed", rule_claim_accessible, NULL, NULL, "<pdfuaid:part>1", "<pdfuaid:part>2"},
	{"UA 7.1", "all is content or artifact, nested, numbered", rule_content, NULL, NULL, "/Artifact <<", "/Span <</MCID 99"},
	{"UA 7.1", "every piece of content has its element", rule_parent_tree, NULL, NULL, "/StructParents 0", "/StructParents 1"},
	{"UA 7.1", "a title", rule_title, NULL, NULL, "/Title <", "/Titel <"},
	{"UA 7.1", "the title is shown", rule_title_shown, NULL, NULL, "/DisplayDocTitle true", "/DisplayDocTitle false"},
	{"UA 7.1", "not suspect", rule_not_suspect, NULL, NULL, "/Marked true", "/Marked true /Suspects true"},
	{"UA 7.2", "roles fit each other", rule_shape, NULL, NULL, "/S /LBody", "/S /TD"},
	{"UA 7.2", "tables are regular", rule_regular_tables, NULL, NULL, "/RowSpan 2", "/RowSpan 3"},
	{"UA 7.3", "figures: words and a box", rule_figures, NULL, NULL, "/Alt ", "/Art "},
	{"UA 7.4.2", "headings skip no level", rule_headings, NULL, NULL, "/S /H1", "/S /H3"},
	{"UA 7.5", "scopes of headers", rule_head_scope, NULL, NULL, "/Scope /Column", "/Scope /Corner"},
	{"UA 7.5", "headers of cells are there", rule_head_names, NULL, NULL, "/Headers [", "/Headers [ (nowhere)"},
	{"UA 7.6", "how lists count", rule_list_numbering, NULL, NULL, "/ListNumbering", "/Listnumbering"},
	{"UA 7.7", "formulas in words", rule_formulas, NULL, NULL, "/S /P\n", "/S /Formula\n"},
	{"UA 7.8", "artifacts say what they are", rule_furniture, NULL, NULL, "/Artifact <</Type/", "/Artifact <</Typo/"},
	{"UA 7.9", "identifiers of notes", rule_note_identifiers, NULL, NULL, "/S /TD\n", "/S /Note\n"},
	{"UA 7.18.1", "annotations are in the structure", rule_link_in_structure, "Subtype Link", NULL, "/Type /OBJR", "/Type /XOBJ"},
	{"UA 7.18.3", "the order of annotations is the structure's", rule_is_one_of, "Type Page", "Tabs: S", "/Tabs /S", "/Tabs /R"},
	{"UA 7.18.3", "it is given", rule_needs, "Type Page", "Tabs", "/Tabs /S", "/Tap /S"},
	{"UA 7.18.5", "links are in Link", rule_link_in_link, "Subtype Link", NULL, "/S /Link", "/S /Span"},
	{"UA 7.18.5", "a Link has its link", rule_link_has_annotation, NULL, NULL, "/S /P\n", "/S /Link\n"},
	{"UA 7.18.5", "links in words", rule_link_words, "Subtype Link", NULL, "/Contents <", "/Content <"},
};

#undef CATALOG

#endif
