/* schema_say: what sentences about a schema are made of: names in a row, the name that was perhaps meant, what a value may be. The words for
 * values are the schema's own. */
#include <string.h>

#include "xml/schema_int.h"

#define QUOTED_MAX 60 /* bytes of a value that are quoted */
#define LISTED_MAX 40 /* names in a list */

void schema_say(struct wording *wording, const char *en, const char *zh)
{
	g_string_append(wording->text, wording->language == DIAG_CHINESE ? zh : en);
}

void schema_say_quoted(struct wording *wording, const char *value)
{
	size_t size = strlen(value), cut = MIN(size, QUOTED_MAX);
	while (cut < size && cut > 0 && ((unsigned char)value[cut] & 0xC0) == 0x80)
		cut--;
	g_string_append_printf(wording->text, "“%.*s%s”", (int)cut, value, cut < size ? "…" : "");
}

/* ---- lists of names ---- */

void schema_say_names(struct wording *wording, const GPtrArray *names)
{
	for (guint i = 0; i < names->len && i < LISTED_MAX; i++) {
		if (i)
			schema_say(wording, ", ", "、");
		g_string_append(wording->text, names->pdata[i]);
	}
	if (names->len > LISTED_MAX)
		schema_say(wording, ", …", "……");
}

GPtrArray *schema_names_of(const xmlNode *declaration, const char *tag)
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

void schema_say_meant(struct wording *wording, const char *name, const GPtrArray *names)
{
	struct nearest nearest = nearest_to(name);
	for (guint i = 0; i < names->len; i++)
		nearest_try(&nearest, names->pdata[i]);
	if (!nearest.best) {
		schema_say(wording, "; ", "；");
		return;
	}
	schema_say(wording, "; did you mean ", "；是否应为");
	g_string_append(wording->text, nearest.best);
	schema_say(wording, "? ", "？");
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
			schema_say(wording, ", ", "、");
		else
			schema_say(wording, "one of ", "");
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

void schema_say_expected(struct wording *wording, const xmlNode *declaration)
{
	const char *name = NULL;
	const xmlNode *type = schema_value_type(declaration, &name), *restriction = schema_restriction(type);
	for (size_t i = 0; !type && name && i < G_N_ELEMENTS(builtins); i++)
		if (strcmp(builtins[i].name, name) == 0) {
			schema_say(wording, builtins[i].en, builtins[i].zh);
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
