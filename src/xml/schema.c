/* schema: validation against a W3C XML Schema, with libxml2's findings at the author's place and in words for people (schema_words). */
#include <glib.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "xml/schema_int.h"

struct xml_schema {
	xmlSchema *schema;
	xmlDoc *doc; /* what the schema was compiled from; it points there */
	struct arena *arena;
};

struct check {
	const xmlDoc *schema;
	struct diag_sink *sink;
	const xmlNode *last; /* element that the last error was about */
	unsigned errors;
};

/* ---- compiling ---- */

struct compilation {
	const char *path;
	struct diag_sink *sink;
};

static void report_schema_fault(void *data, xmlError *error)
{
	const struct compilation *compilation = data;
	struct place place = error->node ? xml_place(error->node) : (struct place){0};
	if (!place.file)
		place = (struct place){.file = compilation->path};
	diag_report(compilation->sink, DIAG_PART_MISSING, place, "%s", g_strchomp(error->message));
}

static xmlSchema *compile(xmlDoc *doc, const char *path, struct diag_sink *sink)
{
	struct compilation compilation = {path, sink};
	xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(doc);
	xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)report_schema_fault, &compilation);
	xmlSchema *compiled = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	return compiled;
}

struct xml_schema *xml_schema_open(const char *path, struct diag_sink *sink)
{
	struct xml_schema *schema = g_new0(struct xml_schema, 1);
	schema->arena = arena_open();
	struct bytes bytes;
	if (file_read(path, XML_SIZE_MAX, &bytes, sink)) {
		schema->doc = xml_load_code(bytes.data, bytes.size, path, NULL, schema->arena, sink);
		free(bytes.data);
	}
	if (schema->doc)
		schema->schema = compile(schema->doc, path, sink);
	if (schema->schema)
		return schema;
	xml_schema_close(schema);
	return NULL;
}

void xml_schema_close(struct xml_schema *schema)
{
	if (!schema)
		return;
	xmlSchemaFree(schema->schema);
	xmlFreeDoc(schema->doc);
	arena_close(schema->arena);
	g_free(schema);
}

/* ---- checking ---- */

/* What was wrong within an element makes its value wrong too: said once. */
static bool is_echo(const struct check *check, const xmlError *error)
{
	return error->node && error->node == check->last && error->code >= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 &&
		   error->code <= XML_SCHEMAV_CVC_ENUMERATION_VALID && !strstr(error->message, ", attribute '");
}

static void report_violation(void *data, xmlError *error)
{
	struct check *check = data;
	if (error->message &&
		strstr(error->message, "Warning: No precomputed value")) /* of a key whose wrong value is reported already */
		return;
	check->errors++;
	if (error->message && is_echo(check, error))
		return;
	check->last = error->node;
	struct place place = error->node ? xml_place(schema_culprit(error))
									 : (struct place){.file = error->file, .line = error->line};
	char *text = schema_in_words(check->schema, error, diag_language(check->sink));
	diag_report(check->sink, DIAG_SCHEMA, place, "%s", text);
	g_free(text);
}

bool xml_schema_check(const struct xml_schema *schema, xmlDoc *doc, struct diag_sink *sink)
{
	struct check check = {.schema = schema->doc, .sink = sink};
	xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema->schema);
	xmlSchemaSetValidStructuredErrors(context, (xmlStructuredErrorFunc)report_violation, &check);
	int result = xmlSchemaValidateDoc(context, doc);
	xmlSchemaFreeValidCtxt(context);
	if (result != 0 && check.errors == 0)
		diag_report(sink, DIAG_SCHEMA, (struct place){.file = (const char *)doc->URL}, "libxml2: %d", result);
	return result == 0;
}
