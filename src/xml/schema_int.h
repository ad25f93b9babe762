/* Inside xml: what is wrong by a schema, in words. */
#ifndef GONGWEN_XML_SCHEMA_INT_H
#define GONGWEN_XML_SCHEMA_INT_H

#include <glib.h>

#include "xml/xml_int.h"

/* ---- schema_find.c: nodes of the schema's document, NULL where there is none ---- */

/* The xs:element that declares an element of a document, found on the way down from its root. */
const xmlNode *schema_declaration(const xmlDoc *schema, const xmlNode *element);

/* The xs:element or xs:attribute (tag) that a declared element may hold: all, or the one of that name. */
GPtrArray *schema_members(const xmlNode *declaration, const char *tag);
const xmlNode *schema_member(const xmlNode *declaration, const char *tag, const char *name);

/* The xs:simpleType of a declared value; NULL, and `builtin` set, when it is one of XML Schema's own ("date"). */
const xmlNode *schema_value_type(const xmlNode *declaration, const char **builtin);
const xmlNode *schema_restriction(const xmlNode *type);

const char *schema_property(const xmlNode *node, const char *name);

/* The xs:documentation in a language without its full stop; the caller frees it. */
char *schema_documentation(const xmlNode *node, enum diag_language language);

/* ---- schema_say.c ---- */

/* A sentence about an error on its way. */
struct wording {
	enum diag_language language;
	const xmlDoc *schema;
	const xmlError *error;
	const xmlNode *element;     /* what the error is about: */
	const char *attribute;      /* of it, or NULL */
	const xmlNode *declaration; /* of element, or NULL */
	GString *text;
};

void schema_say(struct wording *wording, const char *en, const char *zh);
void schema_say_quoted(struct wording *wording, const char *value);

/* The names of what a declared element may hold (tag: "element", "attribute"); the caller frees them. */
GPtrArray *schema_names_of(const xmlNode *declaration, const char *tag);
void schema_say_names(struct wording *wording, const GPtrArray *names);
/* Ends a part of the sentence; asks whether the name of the list that is nearest was meant. */
void schema_say_meant(struct wording *wording, const char *name, const GPtrArray *names);

/* What a value of a declared element or attribute may be. */
void schema_say_expected(struct wording *wording, const xmlNode *declaration);

/* ---- schema_words.c ---- */

/* What libxml2 found, for people: what was found, what is allowed there. The caller frees it. */
char *schema_in_words(const xmlDoc *schema, const xmlError *error, enum diag_language language);

/* The element or attribute that an error is about. */
const xmlNode *schema_culprit(const xmlError *error);

#endif
