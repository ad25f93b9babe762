/* base_uri: relative URIs of pictures and links, resolved against the xml:base of the elements around them (XML Base; FOP does so for pictures).
 * Without one they count from the input file, which the gate does when it reads them. */
#include <libxml/uri.h>
#include <string.h>

#include "fo/fo_int.h"

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

static bool may_hold_uri(const char *property)
{
	static const char *const names[] = {"src", "background-image", "background", "external-destination"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(property, names[i]) == 0)
			return true;
	return false;
}

/* Spaces and letters outside ASCII as a URI has them. What libxml2 gives is to be xmlFree()d. */
static xmlChar *escaped(const char *text)
{
	return xmlURIEscapeStr(BAD_CAST text, BAD_CAST ":/?#[]@!$&'()*+,;=%");
}

/* Frees both. NULL: one of them is no URI. */
static xmlChar *resolve(xmlChar *relative, xmlChar *base)
{
	xmlChar *resolved = relative && base ? xmlBuildURI(relative, base) : NULL;
	xmlFree(relative);
	xmlFree(base);
	return resolved;
}

/* From outside in: what “..” leaves of the base around decides what comes of it. Elements nest FO_DEPTH_MAX deep at most. NULL: none has an xml:base. */
static xmlChar *base_around(const xmlNode *element)
{
	if (!element || element->type != XML_ELEMENT_NODE)
		return NULL;
	xmlChar *around = base_around(element->parent), *own = xmlGetNsProp(element, BAD_CAST "base", BAD_CAST XML_NAMESPACE);
	if (own && *own)
		around = around ? resolve(escaped((const char *)own), around) : escaped((const char *)own);
	xmlFree(own);
	return around;
}

const char *fo_base_around(struct fo_builder *builder, const xmlNode *element, const struct fo_specified *specified,
						   unsigned count)
{
	builder->based = builder->based || builder->again || xmlHasNsProp(element, BAD_CAST "base", BAD_CAST XML_NAMESPACE);
	unsigned at = builder->based ? 0 : count;
	while (at < count && !may_hold_uri(specified[at].name))
		at++;
	xmlChar *base = at < count ? base_around(element) : NULL;
	const char *found = base ? arena_string(builder->scratch, (const char *)base) : NULL;
	xmlFree(base);
	return found;
}

static bool is_relative(const char *uri)
{
	char *scheme = g_uri_parse_scheme(uri);
	g_free(scheme);
	return !scheme && *uri != '#';
}

char *fo_base_resolve(const char *base, enum fo_property property, char *uri)
{
	bool holds = property == FO_PROP_src || property == FO_PROP_background_image || property == FO_PROP_external_destination;
	if (!base || !holds || !is_relative(uri))
		return uri;
	xmlChar *resolved = resolve(escaped(uri), escaped(base));
	char *value = resolved ? g_strdup((const char *)resolved) : g_strdup(uri);
	xmlFree(resolved);
	g_free(uri);
	return value;
}
