/* strings: text → values made of text: names, characters, families of fonts. */
#include <string.h>

#include "fo/fo_int.h"

/* language, country and script are parts of a tag of a language (7.10); the country may begin with a digit, and bring more parts. */
static bool fits_in_tag(enum fo_property property, const char *value)
{
	char *tag = NULL;
	if (property == FO_PROP_country || property == FO_PROP_script)
		tag = g_strconcat("x-", value, NULL);
	bool fits = (property != FO_PROP_language && !tag) || language_is_tag(tag ? tag : value);
	g_free(tag);
	return fits;
}

bool fo_set_character(const struct fo_target *target, const char *text)
{
	size_t size = strlen(text);
	bool quoted = size > 2 && (*text == '\'' || *text == '"') && text[size - 1] == *text;
	char *value = quoted ? g_strndup(text + 1, size - 2) : g_strdup(text);
	const char *rest = *value ? g_utf8_next_char(value) : NULL;
	while (rest && *rest && g_unichar_ismark(g_utf8_get_char(rest)))
		rest = g_utf8_next_char(rest);
	bool fits = rest && !*rest;
	if (fits)
		*(const char **)target->field = fo_intern(target->styling->builder, value);
	g_free(value);
	return fits;
}

/* '…' and "…" around a whole value are the expression language's literals; url(…) is what it holds. NULL: it is not closed. */
static char *unwrapped(const char *text)
{
	size_t size = strlen(text);
	bool uri = g_str_has_prefix(text, "url(");
	if (uri && text[size - 1] != ')')
		return NULL;
	char *value = g_strdup(text);
	if (uri) {
		value[size - 1] = '\0';
		memmove(value, value + 4, size - 4);
		g_strstrip(value);
		size = strlen(value);
	}
	if (size >= 2 && (*value == '\'' || *value == '"') && value[size - 1] == *value) {
		value[size - 1] = '\0';
		memmove(value, value + 1, size - 1);
	}
	return value;
}

bool fo_set_string(const struct fo_target *target, const char *text)
{
	char *value = unwrapped(text);
	if (!value)
		return false;
	bool none = !*value || fo_row_allows(target->row, value), fits = none || fits_in_tag(target->property, value);
	if (fits && !none)
		value = fo_base_resolve(target->styling->base, target->property, value);
	if (fits)
		*(const char **)target->field = none ? NULL : fo_intern(target->styling->builder, value);
	g_free(value);
	return fits;
}

/* At commas, but not within quotes. */
static GPtrArray *split_families(const char *text)
{
	GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
	char quote = '\0';
	for (const char *start = text, *at = text;; at++) {
		if (!*at || (*at == ',' && !quote)) {
			g_ptr_array_add(parts, g_strndup(start, (gsize)(at - start)));
			start = at + 1;
		}
		if (!*at)
			return parts;
		if (quote ? *at == quote : *at == '\'' || *at == '"')
			quote = quote ? '\0' : *at;
	}
}

bool fo_set_families(const struct fo_target *target, const char *text)
{
	struct fo_builder *builder = target->styling->builder;
	const struct fo_families **field = target->field;
	*field = g_hash_table_lookup(builder->families, text);
	if (*field)
		return true;
	GPtrArray *parts = split_families(text);
	struct fo_families *families = arena_alloc(builder->arena, sizeof *families + sizeof(char *) * parts->len);
	unsigned used = 0;
	for (unsigned i = 0; i < parts->len; i++) {
		char *name = g_strstrip(parts->pdata[i]);
		size_t size = strlen(name);
		if (size >= 2 && (*name == '\'' || *name == '"') && name[size - 1] == *name) {
			name[size - 1] = '\0';
			name++;
		}
		if (*name)
			families->name[used++] = fo_intern(builder, name);
	}
	families->count = used;
	g_ptr_array_free(parts, TRUE);
	g_hash_table_insert(builder->families, (gpointer)(uintptr_t)fo_intern(builder, text), families);
	*field = families;
	return used > 0;
}
