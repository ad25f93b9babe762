/* xmp: an XMP packet in fo:declarations, as stylesheets for other formatters write it → the document's description, where gw:info does not give
 * it. Title, authors, description, keywords and the date of creation are taken (ISO 16684-1, 8.3 to 8.5); the PDF's own packet is made by src/pdf. */
#include <string.h>

#include "fo/fo_int.h"

#define NS_RDF   "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NS_DC    "http://purl.org/dc/elements/1.1/"
#define NS_PDF   "http://ns.adobe.com/pdf/1.3/"
#define NS_BASIC "http://ns.adobe.com/xap/1.0/"

static bool is(const xmlNode *node, const char *space, const char *name)
{
	return node->ns && xmlStrEqual(node->ns->href, BAD_CAST space) && xmlStrEqual(node->name, BAD_CAST name);
}

/* The text in an element, its white space collapsed. g_free() it. */
static char *text_in(const xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent((xmlNode *)(uintptr_t)node);
	char **words = g_strsplit_set(text ? (const char *)text : "", " \t\r\n", -1);
	GString *joined = g_string_new("");
	for (char **word = words; *word; word++)
		if (**word)
			g_string_append_printf(joined, "%s%s", joined->len ? " " : "", *word);
	g_strfreev(words);
	xmlFree(text);
	return g_string_free(joined, FALSE);
}

/* Of the alternatives of a text the one that is first; of a list all, with commas between them. g_free() it. */
static char *value_of(const xmlNode *property)
{
	const xmlNode *array = xmlFirstElementChild((xmlNode *)(uintptr_t)property);
	if (!array || !array->ns || !xmlStrEqual(array->ns->href, BAD_CAST NS_RDF))
		return text_in(property);
	GString *joined = g_string_new("");
	for (const xmlNode *item = array->children; item; item = item->next) {
		if (item->type != XML_ELEMENT_NODE || !is(item, NS_RDF, "li") || (joined->len && is(array, NS_RDF, "Alt")))
			continue;
		char *text = text_in(item);
		g_string_append_printf(joined, "%s%s", joined->len && *text ? ", " : "", text);
		g_free(text);
	}
	return g_string_free(joined, FALSE);
}

/* Takes a property, an element or attribute of a Description, for the field that it is, unless that is known. */
static void take(struct fo_builder *builder, const xmlNode *property, const xmlNode *place)
{
	struct fo_info *info = &builder->tree->info;
	const struct {
		const char *space, *name;
		const char **field;
	} fields[] = {{NS_DC, "title", &info->title},         {NS_DC, "creator", &info->author},
				  {NS_DC, "description", &info->subject}, {NS_PDF, "Keywords", &info->keywords},
				  {NS_DC, "subject", &info->keywords},    {NS_BASIC, "CreateDate", &info->date}};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		if (!is(property, fields[i].space, fields[i].name) || *fields[i].field)
			continue;
		char *value = property->type == XML_ELEMENT_NODE ? value_of(property) : text_in(property);
		struct date date;
		if (fields[i].field == &info->date && strlen(value) > strlen("YYYY-MM-DD"))
			value[strlen("YYYY-MM-DD")] = '\0'; /* a time of day follows */
		fo_check_length(builder, fo_place_of(builder, place, NULL), fields[i].name, value);
		if (*value && (fields[i].field != &info->date || date_parse(value, &date)))
			*fields[i].field = fo_intern(builder, value);
		g_free(value);
	}
}

static void read_description(struct fo_builder *builder, const xmlNode *description)
{
	for (const xmlAttr *attribute = description->properties; attribute; attribute = attribute->next)
		take(builder, (const xmlNode *)(const void *)attribute, description);
	for (const xmlNode *property = description->children; property; property = property->next)
		if (property->type == XML_ELEMENT_NODE)
			take(builder, property, property);
}

void fo_read_xmp(struct fo_builder *builder, const xmlNode *packet)
{
	const xmlNode *rdf = packet;
	for (const xmlNode *node = packet->children; node && !is(rdf, NS_RDF, "RDF"); node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			rdf = node;
	for (const xmlNode *node = rdf->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && is(node, NS_RDF, "Description"))
			read_description(builder, node);
}
