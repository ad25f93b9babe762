/* schema_words: what libxml2 found against a schema, in words: what stands there, what may stand there, and which name was perhaps meant: a
 * sentence for each kind of error. What is allowed is read from the schema; libxml2's message gives only what the error code does not say. */
#include <libxml/xmlerror.h>
#include <string.h>

#include "xml/schema_int.h"

#define PASSED_MAX 10 /* libxml2 lists no more of what it expects */

/* ---- who ---- */

static void say_subject(struct wording *wording)
{
	g_string_append_printf(wording->text, "<%s>", wording->element->name);
	if (!wording->attribute)
		return;
	schema_say(wording, ", attribute ", "的属性");
	g_string_append(wording->text, wording->attribute);
}

static void say_value(struct wording *wording)
{
	xmlChar *value = wording->attribute ? xmlGetNoNsProp(wording->element, BAD_CAST wording->attribute)
										: xmlNodeGetContent(wording->element);
	char *stripped = g_strstrip(g_strdup(value ? (const char *)value : ""));
	const xmlNode *declaration = wording->declaration;
	if (wording->attribute)
		declaration = schema_member(declaration, "attribute", wording->attribute);
	say_subject(wording);
	if (*stripped) {
		schema_say(wording, " is ", "写作");
		schema_say_quoted(wording, wording->attribute ? (const char *)value : stripped); /* its spaces may be what is wrong */
	} else
		schema_say(wording, " is empty", "为空");
	schema_say(wording, "; expected: ", "；应为：");
	schema_say_expected(wording, declaration);
	g_free(stripped);
	xmlFree(value);
}

/* ---- elements ---- */

/* "… Expected is one of ( a, b )." → a, b; none when there is no list. */
static GPtrArray *names_in_message(const char *message)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	const char *start = strstr(message, "Expected is "), *open = start ? strchr(start, '(') : NULL;
	const char *close = open ? strchr(open, ')') : NULL;
	if (!close)
		return names;
	char *list = g_strndup(open + 1, (gsize)(close - open - 1)), **parts = g_strsplit(list, ",", -1);
	for (char **part = parts; *part; part++)
		g_ptr_array_add(names, g_strdup(g_strstrip(*part)));
	g_strfreev(parts);
	g_free(list);
	return names;
}

/* The names that may stand where `element` stands: libxml2's list, or, when it has none or cut it, all of the parent's. */
static void say_element(struct wording *wording)
{
	const xmlNode *parent = wording->element->parent;
	bool missing = strstr(wording->error->message, "Missing child") != NULL;
	const xmlNode *owner = missing ? wording->declaration : schema_declaration(wording->schema, parent);
	GPtrArray *names = names_in_message(wording->error->message);
	GPtrArray *all = schema_names_of(owner, "element");
	const char *name = (const char *)wording->element->name;
	bool known = g_ptr_array_find_with_equal_func(all, name, g_str_equal, NULL),
		 cut = names->len == 0 || names->len >= PASSED_MAX;
	say_subject(wording);
	if (missing)
		schema_say(wording, " is not complete; still expected: ", "内容不全；还应有：");
	else if (known)
		schema_say(wording, " is out of order or stands there once too often; expected here: ", "次序不对或者重复；此处应为：");
	else {
		schema_say(wording, " is unknown in ", "不能用在");
		g_string_append_printf(wording->text, "<%s>", parent->name);
		if (wording->language == DIAG_CHINESE)
			g_string_append(wording->text, "之内");
		schema_say_meant(wording, name, all);
		if (cut)
			schema_say(wording, "allowed in it: ", "其中可有：");
		else
			schema_say(wording, "expected here: ", "此处应为：");
	}
	schema_say_names(wording, cut ? all : names);
	g_ptr_array_free(names, TRUE);
	g_ptr_array_free(all, TRUE);
}

static void say_root(struct wording *wording)
{
	say_subject(wording);
	if (wording->element->ns) {
		schema_say(wording, " is of the namespace ", "属于名称空间");
		schema_say_quoted(wording, (const char *)wording->element->ns->href);
		schema_say(wording, "; the vocabulary has none", "；本词汇表不用名称空间");
		return;
	}
	schema_say(wording, " cannot be the root; expected: ", "不能作为根元素；应为：");
	for (const xmlNode *node = xmlDocGetRootElement(wording->schema)->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "element") == 0)
			g_string_append_printf(wording->text, "<%s>", schema_property(node, "name"));
}

/* ---- attributes ---- */

static void say_unknown_attribute(struct wording *wording)
{
	GPtrArray *names = schema_names_of(wording->declaration, "attribute");
	say_subject(wording);
	schema_say(wording, " is unknown", "不存在");
	schema_say_meant(wording, wording->attribute, names);
	if (names->len)
		schema_say(wording, "allowed: ", "可用的属性：");
	else
		schema_say(wording, "it has no attributes", "这个元素没有属性");
	schema_say_names(wording, names);
	g_ptr_array_free(names, TRUE);
}

static void say_missing_attribute(struct wording *wording)
{
	const xmlNode *declaration = schema_member(wording->declaration, "attribute", wording->attribute);
	char *words = schema_documentation(declaration, wording->language);
	say_subject(wording);
	schema_say(wording, " must be given", "必须给出");
	if (words)
		g_string_append_printf(wording->text, wording->language == DIAG_CHINESE ? "（%s）" : " (%s)", words);
	schema_say(wording, "; expected: ", "；应为：");
	schema_say_expected(wording, declaration);
	g_free(words);
}

/* ---- text and elements in the wrong place ---- */

/* What an empty element holds: its text, or else its first element. */
static void say_found(struct wording *wording)
{
	for (const xmlNode *node = wording->element->children; node; node = node->next) {
		if (node->type == XML_ELEMENT_NODE)
			g_string_append_printf(wording->text, "<%s>", node->name);
		else if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node)) {
			char *words = g_strstrip(g_strdup((const char *)node->content));
			schema_say_quoted(wording, words);
			g_free(words);
		} else
			continue;
		return;
	}
}

static void say_text(struct wording *wording)
{
	GPtrArray *names = schema_names_of(wording->declaration, "element");
	say_subject(wording);
	if (names->len)
		schema_say(wording, " may not hold text: ", "不能直接包含文字：");
	else
		schema_say(wording, " must be empty; found: ", "必须为空；现有：");
	say_found(wording);
	if (names->len)
		schema_say(wording, "; allowed in it: ", "；其中可有：");
	schema_say_names(wording, names);
	g_ptr_array_free(names, TRUE);
}

static void say_text_only(struct wording *wording)
{
	say_subject(wording);
	schema_say(wording, " may hold text only", "只能包含文字");
	for (const xmlNode *node = wording->element->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE) {
			schema_say(wording, ", no ", "，不能有");
			g_string_append_printf(wording->text, "<%s>", node->name);
			return;
		}
}

/* "Duplicate key-sequence ['1.0'] in …" */
static void say_duplicate(struct wording *wording)
{
	const char *open = strchr(wording->error->message, '['), *close = open ? strchr(open, ']') : NULL;
	say_subject(wording);
	schema_say(wording, " repeats a value that stands there already: ", "与前面的值重复：");
	if (close)
		g_string_append_len(wording->text, open + 1, close - open - 1);
}

/* ---- by the kind of error ---- */

static const struct kind {
	int code;
	void (*say)(struct wording *);
} kinds[] = {
	{XML_SCHEMAV_CVC_ELT_1, say_root},
	{XML_SCHEMAV_ELEMENT_CONTENT, say_element},
	{XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, say_unknown_attribute},
	{XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, say_unknown_attribute},
	{XML_SCHEMAV_CVC_TYPE_3_1_1, say_unknown_attribute},
	{XML_SCHEMAV_CVC_COMPLEX_TYPE_4, say_missing_attribute},
	{XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, say_text},
	{XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, say_text_only},
	{XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, say_text},
	{XML_SCHEMAV_CVC_TYPE_3_1_2, say_text_only},
	{XML_SCHEMAV_CVC_IDC, say_duplicate},
	{XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, say_value},
	{XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2, say_value},
	{XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, say_value},
	{XML_SCHEMAV_CVC_FACET_VALID, say_value},
	{XML_SCHEMAV_CVC_LENGTH_VALID, say_value},
	{XML_SCHEMAV_CVC_MINLENGTH_VALID, say_value},
	{XML_SCHEMAV_CVC_MAXLENGTH_VALID, say_value},
	{XML_SCHEMAV_CVC_MININCLUSIVE_VALID, say_value},
	{XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, say_value},
	{XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, say_value},
	{XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, say_value},
	{XML_SCHEMAV_CVC_PATTERN_VALID, say_value},
	{XML_SCHEMAV_CVC_ENUMERATION_VALID, say_value},
};

/* "Element 'x', attribute 'a': …", "Element 'x': The attribute 'a' is required …" → a, to be freed; or NULL. */
static char *attribute_in(const char *message)
{
	const char *at = strstr(message, ", attribute '"), *quote = strchr(message, '\n');
	at = at && (!quote || at < quote) ? at + strlen(", attribute '") : NULL;
	if (!at && (at = strstr(message, ": The attribute '")) != NULL)
		at += strlen(": The attribute '");
	return at ? g_strndup(at, strcspn(at, "'")) : NULL;
}

const xmlNode *schema_culprit(const xmlError *error)
{
	const xmlNode *node = error->node;
	char *name = node && node->type == XML_ELEMENT_NODE && error->message ? attribute_in(error->message) : NULL;
	const xmlAttr *attribute = name ? xmlHasProp(node, BAD_CAST name) : NULL;
	g_free(name);
	return attribute ? (const xmlNode *)attribute : node;
}

char *schema_in_words(const xmlDoc *schema, const xmlError *error, enum diag_language language)
{
	const char *message = error->message ? error->message : "";
	const xmlNode *node = error->node;
	if (node && node->type == XML_ATTRIBUTE_NODE)
		node = node->parent;
	char *attribute = attribute_in(message);
	struct wording wording = {.language = language, .schema = schema, .error = error, .element = node, .attribute = attribute};
	wording.text = g_string_new(NULL);
	wording.declaration = schema_declaration(schema, node);
	for (size_t i = 0; node && i < G_N_ELEMENTS(kinds); i++)
		if (kinds[i].code == error->code) {
			kinds[i].say(&wording);
			break;
		}
	if (wording.text->len == 0)
		g_string_append_len(wording.text, message, (gssize)strcspn(message, "\n"));
	g_free(attribute);
	return g_string_free(wording.text, FALSE);
}
