/* schema_words: what libxml2 found against a schema, in words: what stands there, what may stand there, and which name was perhaps meant. What
 * is allowed is read from the schema, with its own words for values; libxml2's message gives only what the error code does not say. */
#include <libxml/xmlerror.h>
#include <string.h>

#include "xml/schema_int.h"

#define QUOTED_MAX 60 /* bytes of a value that are quoted */
#define LISTED_MAX 40 /* names in a list */
#define PASSED_MAX 10 /* libxml2 lists no more of what it expects */

struct wording {
	enum diag_language language;
	const xmlDoc *schema;
	const xmlError *error;
	const xmlNode *element;     /* what the error is about: */
	const char *attribute;      /* of it, or NULL */
	const xmlNode *declaration; /* of element, or NULL */
	GString *text;
};

static void say(struct wording *wording, const char *en, const char *zh)
{
	g_string_append(wording->text, wording->language == DIAG_CHINESE ? zh : en);
}

static void say_quoted(struct wording *wording, const char *value)
{
	size_t size = strlen(value), cut = MIN(size, QUOTED_MAX);
	while (cut < size && cut > 0 && ((unsigned char)value[cut] & 0xC0) == 0x80)
		cut--;
	g_string_append_printf(wording->text, "“%.*s%s”", (int)cut, value, cut < size ? "…" : "");
}

/* ---- lists of names ---- */

static void say_names(struct wording *wording, const GPtrArray *names)
{
	for (guint i = 0; i < names->len && i < LISTED_MAX; i++) {
		if (i)
			say(wording, ", ", "、");
		g_string_append(wording->text, names->pdata[i]);
	}
	if (names->len > LISTED_MAX)
		say(wording, ", …", "……");
}

static GPtrArray *names_of(const xmlNode *declaration, const char *tag)
{
	GPtrArray *members = schema_members(declaration, tag), *names = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < members->len; i++) {
		const char *name = schema_property(members->pdata[i], "name");
		if (name && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
			g_ptr_array_add(names, g_strdup(name));
	}
	g_ptr_array_free(members, TRUE);
	return names;
}

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

/* ---- the name that was perhaps meant ---- */

/* How many letters differ (inserted, dropped, changed), up to `most`; names are short. */
static unsigned distance(const char *one, const char *other, unsigned most)
{
	size_t m = strlen(one), n = strlen(other);
	unsigned row[32];
	if (m >= G_N_ELEMENTS(row) || n >= G_N_ELEMENTS(row))
		return most + 1;
	for (size_t j = 0; j <= n; j++)
		row[j] = (unsigned)j;
	for (size_t i = 1; i <= m; i++) {
		unsigned diagonal = row[0];
		row[0] = (unsigned)i;
		for (size_t j = 1; j <= n; j++) {
			unsigned changed = diagonal + (g_ascii_tolower(one[i - 1]) != g_ascii_tolower(other[j - 1]));
			diagonal = row[j];
			row[j] = MIN(changed, MIN(row[j], row[j - 1]) + 1);
		}
	}
	return row[n];
}

static const char *meant(const char *name, const GPtrArray *names)
{
	const char *best = NULL;
	unsigned least = (unsigned)MIN((strlen(name) + 1) / 3, 2) + 1;
	for (guint i = 0; i < names->len; i++) {
		unsigned apart = distance(name, names->pdata[i], 3);
		if (apart >= least || strcmp(name, names->pdata[i]) == 0)
			continue;
		least = apart;
		best = names->pdata[i];
	}
	return best;
}

static void say_meant(struct wording *wording, const char *name, const GPtrArray *names)
{
	const char *best = meant(name, names);
	if (!best) {
		say(wording, "; ", "；");
		return;
	}
	say(wording, "; did you mean ", "；是否应为");
	g_string_append(wording->text, best);
	say(wording, "? ", "？");
}

/* ---- values ---- */

static const struct builtin {
	const char *name, *en, *zh;
} builtins[] = {
	{"date", "a date of the calendar, as 2005-03-31", "历法上存在的日期，如2005-03-31"},
	{"boolean", "true or false", "true或者false"},
	{"positiveInteger", "a whole number from 1 on", "自1起的整数"},
	{"decimal", "a number, as 12.5", "数，如12.5"},
	{"integer", "a whole number", "整数"},
};

static bool say_choices(struct wording *wording, const xmlNode *restriction)
{
	bool any = false;
	for (const xmlNode *node = restriction ? restriction->children : NULL; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "enumeration") != 0)
			continue;
		char *words = schema_documentation(node, wording->language);
		if (any)
			say(wording, ", ", "、");
		else
			say(wording, "one of ", "");
		g_string_append(wording->text, schema_property(node, "value"));
		if (words)
			g_string_append_printf(wording->text, wording->language == DIAG_CHINESE ? "（%s）" : " (%s)", words);
		g_free(words);
		any = true;
	}
	return any;
}

static const char *facet(const xmlNode *restriction, const char *name)
{
	for (const xmlNode *node = restriction ? restriction->children : NULL; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
			return schema_property(node, "value");
	return NULL;
}

static void say_facets(struct wording *wording, const xmlNode *restriction)
{
	const char *least = facet(restriction, "minInclusive"), *most = facet(restriction, "maxInclusive");
	const char *pattern = facet(restriction, "pattern");
	if (least && most)
		g_string_append_printf(wording->text, wording->language == DIAG_CHINESE ? "%s至%s" : "%s to %s", least, most);
	else if (pattern)
		g_string_append(wording->text, pattern);
	else
		g_string_append(wording->text, schema_property(restriction, "base"));
}

/* What a value of a declared element or attribute may be. */
static void say_expected(struct wording *wording, const xmlNode *declaration)
{
	const char *name = NULL;
	const xmlNode *type = schema_value_type(declaration, &name), *restriction = schema_restriction(type);
	for (size_t i = 0; !type && name && i < G_N_ELEMENTS(builtins); i++)
		if (strcmp(builtins[i].name, name) == 0) {
			say(wording, builtins[i].en, builtins[i].zh);
			return;
		}
	if (say_choices(wording, restriction))
		return;
	char *words = schema_documentation(type, wording->language);
	if (words)
		g_string_append(wording->text, words);
	else if (restriction)
		say_facets(wording, restriction);
	else
		g_string_append(wording->text, name ? name : "?");
	g_free(words);
}

/* ---- who ---- */

static void say_subject(struct wording *wording)
{
	g_string_append_printf(wording->text, "<%s>", wording->element->name);
	if (!wording->attribute)
		return;
	say(wording, ", attribute ", "的属性");
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
		say(wording, " is ", "写作");
		say_quoted(wording, wording->attribute ? (const char *)value : stripped); /* its spaces may be what is wrong */
	} else
		say(wording, " is empty", "为空");
	say(wording, "; expected: ", "；应为：");
	say_expected(wording, declaration);
	g_free(stripped);
	xmlFree(value);
}

/* ---- elements ---- */

/* The names that may stand where `element` stands: libxml2's list, or, when it has none or cut it, all of the parent's. */
static void say_element(struct wording *wording)
{
	const xmlNode *parent = wording->element->parent;
	bool missing = strstr(wording->error->message, "Missing child") != NULL;
	const xmlNode *owner = missing ? wording->declaration : schema_declaration(wording->schema, parent);
	GPtrArray *names = names_in_message(wording->error->message);
	GPtrArray *all = names_of(owner, "element");
	const char *name = (const char *)wording->element->name;
	bool known = g_ptr_array_find_with_equal_func(all, name, g_str_equal, NULL),
		 cut = names->len == 0 || names->len >= PASSED_MAX;
	say_subject(wording);
	if (missing)
		say(wording, " is not complete; still expected: ", "内容不全；还应有：");
	else if (known)
		say(wording, " is out of order or stands there once too often; expected here: ", "次序不对或者重复；此处应为：");
	else {
		say(wording, " is unknown in ", "不能用在");
		g_string_append_printf(wording->text, "<%s>", parent->name);
		if (wording->language == DIAG_CHINESE)
			g_string_append(wording->text, "之内");
		say_meant(wording, name, all);
		if (cut)
			say(wording, "allowed in it: ", "其中可有：");
		else
			say(wording, "expected here: ", "此处应为：");
	}
	say_names(wording, cut ? all : names);
	g_ptr_array_free(names, TRUE);
	g_ptr_array_free(all, TRUE);
}

static void say_root(struct wording *wording)
{
	say_subject(wording);
	if (wording->element->ns) {
		say(wording, " is of the namespace ", "属于名称空间");
		say_quoted(wording, (const char *)wording->element->ns->href);
		say(wording, "; the vocabulary has none", "；本词汇表不用名称空间");
		return;
	}
	say(wording, " cannot be the root; expected: ", "不能作为根元素；应为：");
	for (const xmlNode *node = xmlDocGetRootElement(wording->schema)->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "element") == 0)
			g_string_append_printf(wording->text, "<%s>", schema_property(node, "name"));
}

/* ---- attributes ---- */

static void say_unknown_attribute(struct wording *wording)
{
	GPtrArray *names = names_of(wording->declaration, "attribute");
	say_subject(wording);
	say(wording, " is unknown", "不存在");
	say_meant(wording, wording->attribute, names);
	if (names->len)
		say(wording, "allowed: ", "可用的属性：");
	else
		say(wording, "it has no attributes", "这个元素没有属性");
	say_names(wording, names);
	g_ptr_array_free(names, TRUE);
}

static void say_missing_attribute(struct wording *wording)
{
	const xmlNode *declaration = schema_member(wording->declaration, "attribute", wording->attribute);
	char *words = schema_documentation(declaration, wording->language);
	say_subject(wording);
	say(wording, " must be given", "必须给出");
	if (words)
		g_string_append_printf(wording->text, wording->language == DIAG_CHINESE ? "（%s）" : " (%s)", words);
	say(wording, "; expected: ", "；应为：");
	say_expected(wording, declaration);
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
			say_quoted(wording, words);
			g_free(words);
		} else
			continue;
		return;
	}
}

static void say_text(struct wording *wording)
{
	GPtrArray *names = names_of(wording->declaration, "element");
	say_subject(wording);
	if (names->len)
		say(wording, " may not hold text: ", "不能直接包含文字：");
	else
		say(wording, " must be empty; found: ", "必须为空；现有：");
	say_found(wording);
	if (names->len)
		say(wording, "; allowed in it: ", "；其中可有：");
	say_names(wording, names);
	g_ptr_array_free(names, TRUE);
}

static void say_text_only(struct wording *wording)
{
	say_subject(wording);
	say(wording, " may hold text only", "只能包含文字");
	for (const xmlNode *node = wording->element->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE) {
			say(wording, ", no ", "，不能有");
			g_string_append_printf(wording->text, "<%s>", node->name);
			return;
		}
}

/* "Duplicate key-sequence ['1.0'] in …" */
static void say_duplicate(struct wording *wording)
{
	const char *open = strchr(wording->error->message, '['), *close = open ? strchr(open, ']') : NULL;
	say_subject(wording);
	say(wording, " repeats a value that stands there already: ", "与前面的值重复：");
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
