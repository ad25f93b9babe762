/* schema: validation against a W3C XML Schema, with libxml2's findings in words for people and at the author's place. */
#include <glib.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_int.h"

struct xml_schema {
	xmlSchema *schema;
};

struct check {
	struct diag_sink *sink;
	unsigned errors;
};

/* ---- compiling ---- */

static void report_schema_fault(void *data, xmlError *error)
{
	struct place place = {.file = error->file, .line = error->line};
	diag_report(data, DIAG_PART_MISSING, place, "%s", g_strchomp(error->message));
}

struct xml_schema *xml_schema_open(const char *path, struct diag_sink *sink)
{
	struct bytes bytes;
	if (!file_read(path, XML_SIZE_MAX, &bytes, sink))
		return NULL;
	xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt(bytes.data, (int)bytes.size);
	xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)report_schema_fault, sink);
	xmlSchema *compiled = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	free(bytes.data);
	if (!compiled)
		return NULL;
	struct xml_schema *schema = g_new(struct xml_schema, 1);
	schema->schema = compiled;
	return schema;
}

void xml_schema_close(struct xml_schema *schema)
{
	if (!schema)
		return;
	xmlSchemaFree(schema->schema);
	g_free(schema);
}

/* ---- words ---- */

/* libxml2's phrases, in its order "Element 'x', attribute 'y': phrase"; what stands between them is kept (names, values, lists). */
static const struct phrase {
	const char *found, *en, *zh;
} phrases[] = {
	{"This element is not expected. Expected is one of ", " is not expected here; expected one of ",
	 "不应出现在这里；此处应为："},
	{"This element is not expected. Expected is ", " is not expected here; expected ", "不应出现在这里；此处应为："},
	{"This element is not expected.", " is not expected here", "不应出现在这里"},
	{"Missing child element(s). Expected is one of ", " lacks content; expected one of ", "缺少内容；此处应为："},
	{"Missing child element(s). Expected is ", " lacks content; expected ", "缺少内容；此处应为："},
	{"Character content is not allowed", " may not hold text here", "此处不允许有文字"},
	{"No matching global declaration available for the validation root", " cannot be the root of a year",
	 "不能作为年度文件的根元素"},
};

/* "Element 'taget': This …" → "<taget> is not expected here; expected one of ( target )". */
static char *in_words(const char *message, enum diag_language language)
{
	GString *text = g_string_new(message);
	g_string_truncate(text, strcspn(text->str, "\n"));
	for (size_t i = 0; i < G_N_ELEMENTS(phrases); i++) {
		char *at = strstr(text->str, phrases[i].found);
		if (!at)
			continue;
		gssize start = at - text->str, from = start >= 2 && strncmp(at - 2, ": ", 2) == 0 ? start - 2 : start;
		g_string_erase(text, from, (gssize)strlen(phrases[i].found) + start - from);
		g_string_insert(text, from, language == DIAG_CHINESE ? phrases[i].zh : phrases[i].en);
		break;
	}
	if (g_str_has_prefix(text->str, "Element '")) {
		char *quote = strchr(text->str + strlen("Element '"), '\'');
		if (quote)
			*quote = '>';
		g_string_erase(text, 0, (gssize)strlen("Element '"));
		g_string_prepend(text, "<");
	}
	return g_string_free(text, FALSE);
}

static void report_violation(void *data, xmlError *error)
{
	struct check *check = data;
	check->errors++;
	struct place place = error->node ? xml_place(error->node) : (struct place){.file = error->file, .line = error->line};
	char *text = in_words(error->message ? error->message : "", diag_language(check->sink));
	diag_report(check->sink, DIAG_SCHEMA, place, "%s", text);
	g_free(text);
}

bool xml_schema_check(const struct xml_schema *schema, xmlDoc *doc, struct diag_sink *sink)
{
	struct check check = {.sink = sink};
	xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema->schema);
	xmlSchemaSetValidStructuredErrors(context, (xmlStructuredErrorFunc)report_violation, &check);
	int result = xmlSchemaValidateDoc(context, doc);
	xmlSchemaFreeValidCtxt(context);
	if (result != 0 && check.errors == 0)
		diag_report(sink, DIAG_SCHEMA, (struct place){.file = (const char *)doc->URL}, "libxml2: %d", result);
	return result == 0;
}
