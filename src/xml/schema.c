/* schema: validation against a W3C XML Schema, with libxml2's findings in words for people and at the author's place. */
#include <glib.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_int.h"

struct xml_schema {
	xmlSchema *schema;
	xmlDoc *doc; /* what the schema was compiled from; it points there */
	struct arena *arena;
};

struct check {
	struct diag_sink *sink;
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
	schema->doc = xml_load(path, NULL, schema->arena, sink);
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
	{"Character content other than whitespace is not allowed because the content type is 'element-only'.", " may not hold text",
	 "不能直接包含文字"},
	{"Character content is not allowed, because the content type is empty.", " must be empty", "必须为空"},
	{"Element content is not allowed, because the content type is empty.", " must be empty", "必须为空"},
	{"Element content is not allowed, because the type definition is simple.", " may hold text only", "只能包含文字"},
	{"No matching global declaration available for the validation root", " cannot be the root of a year",
	 "不能作为年度文件的根元素"},
};

/* The rest of libxml2's words, for those who read Chinese. */
static const char *const pieces[][2] = {
	{", attribute '", " 的属性 '"},
	{": The attribute '", " 的属性 '"},
	{"' is required but missing.", "' 必须给出"},
	{"' is not allowed.", "' 不允许出现"},
	{"[facet 'enumeration'] The value ", ""},
	{" is not an element of the set ", " 不是下列值之一："},
	{"[facet 'pattern'] The value ", ""},
	{" is not accepted by the pattern ", " 不符合格式 "},
	{"[facet 'minInclusive'] The value ", ""},
	{"[facet 'minExclusive'] The value ", ""},
	{"[facet 'maxInclusive'] The value ", ""},
	{"[facet 'maxExclusive'] The value ", ""},
	{" is less than the minimum value allowed ", " 小于允许的最小值 "},
	{" is greater than the maximum value allowed ", " 大于允许的最大值 "},
	{" must be greater than ", " 必须大于 "},
	{" must be less than ", " 必须小于 "},
	{"[facet 'minLength'] The value has a length of ", "长度为 "},
	{"[facet 'maxLength'] The value has a length of ", "长度为 "},
	{"; this underruns the allowed minimum length of ", "，少于允许的最小长度 "},
	{"; this exceeds the allowed maximum length of ", "，超过允许的最大长度 "},
	{" is not a valid value of the atomic type ", " 不符合类型 "},
	{" is not a valid value of the list type ", " 不符合列表类型 "},
	{" is not a valid value of the union type ", " 不符合联合类型 "},
	{" is not a valid value of the local atomic type", " 不是允许的值"},
	{" is not a valid value of the local list type", " 不是允许的值"},
	{" is not a valid value of the local union type", " 不是允许的值"},
	{"Duplicate key-sequence ", "重复的值 "},
	{"No match found for key-sequence ", "没有与之对应的值 "},
	{" in unique identity-constraint ", "，约束 "},
	{" in key identity-constraint ", "，约束 "},
	{" of keyref ", "，约束 "},
};

/* "…, attribute 'a': The attribute 'a' is …" → "…, attribute 'a' is …" */
static void name_once(GString *text)
{
	static const char repeated[] = "': The attribute '";
	char *first = strstr(text->str, ", attribute '"), *again = first ? strstr(first, repeated) : NULL;
	if (again)
		g_string_erase(text, again - text->str, (gssize)(strlen(repeated) + strcspn(again + strlen(repeated), "'")));
}

/* "Element 'taget': This …" → "<taget> is not expected here; expected one of ( target )". */
static char *in_words(const char *message, enum diag_language language)
{
	GString *text = g_string_new(message);
	g_string_truncate(text, strcspn(text->str, "\n"));
	name_once(text);
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
	for (size_t i = 0; language == DIAG_CHINESE && i < G_N_ELEMENTS(pieces); i++)
		g_string_replace(text, pieces[i][0], pieces[i][1], 1);
	return g_string_free(text, FALSE);
}

/* libxml2 hands the element; the message names the attribute. */
static const xmlNode *violator(const xmlError *error)
{
	const xmlNode *node = error->node;
	const char *at = node && error->message ? strstr(error->message, "', attribute '") : NULL;
	if (!at || node->type != XML_ELEMENT_NODE)
		return node;
	at += strlen("', attribute '");
	char *name = g_strndup(at, strcspn(at, "'"));
	const xmlAttr *attribute = xmlHasProp(node, BAD_CAST name);
	g_free(name);
	return attribute ? (const xmlNode *)attribute : node;
}

static void report_violation(void *data, xmlError *error)
{
	struct check *check = data;
	if (error->message &&
		strstr(error->message, "Warning: No precomputed value")) /* of a key whose wrong value is reported already */
		return;
	check->errors++;
	struct place place = error->node ? xml_place(violator(error)) : (struct place){.file = error->file, .line = error->line};
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
