/* How the rules of conformance.h look at objects, pages and the file's own description. */
#ifndef GONGWEN_TESTS_CONFORMANCE_OBJECTS_H
#define GONGWEN_TESTS_CONFORMANCE_OBJECTS_H

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
	const struct value *map = conformance_get(c, value, "CIDToGIDMap");

	UNUSED;
	return !value_is(conformance_get(c, value, "Subtype"), "CIDFontType2") || map->stream || value_is(map, "Identity");
}

/* Content of the structure stands on pages only: a form may be shown twice. */
RULE(rule_plain_form)
{
	UNUSED;
	return conformance_get(c, value, "StructParents")->type == VALUE_NULL &&
		   conformance_get(c, value, "StructParent")->type == VALUE_NULL &&
		   !(value->stream && memmem(value->stream, value->stream_size, "/MCID", strlen("/MCID")));
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

#endif
