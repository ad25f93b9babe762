/* table: the rows of elements.def, properties.def and keywords.def as arrays, and the look-up of names in them. */
#include <string.h>

#include "fo/fo_int.h"

#define YES true
#define NO  false

const struct fo_row fo_rows[FO_PROPERTY_COUNT] = {
#define PROPERTY(field, name, type, inherited, initial, keywords, support)                                                       \
	{name, FO_T_##type, inherited, support, initial, keywords, offsetof(struct fo_style, field), sizeof(FO_TYPE_##type)},
#include "properties.def"
#undef PROPERTY
};

const struct fo_element_row fo_elements[FO_KIND_COUNT] = {
	{"#text", "", true},
#define ELEMENT(symbol, name, content, support) {name, content, support},
#include "elements.def"
#undef ELEMENT
};

const struct fo_known fo_known[] = {
#define KNOWN(name, initial) {name, initial},
#include "known.def"
	{NULL, NULL}};

const struct fo_known fo_known_values[] = {
#define VALUE(name, keyword) {name, keyword},
#include "known.def"
	{NULL, NULL}};

static const char *const keywords[FO_KEYWORD_COUNT] = {
	"",
#define KEYWORD(symbol, name) name,
#include "keywords.def"
#undef KEYWORD
};

/* Name → index + 1, made at the first use. Constant afterwards. */
static GHashTable *index_names(const char *(*name_of)(unsigned), unsigned count)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
	for (unsigned i = 0; i < count; i++)
		g_hash_table_insert(table, (gpointer)(uintptr_t)name_of(i), GUINT_TO_POINTER(i + 1));
	return table;
}

static const char *property_name(unsigned i)
{
	return fo_rows[i].name;
}

static const char *keyword_name(unsigned i)
{
	return keywords[i];
}

static const char *element_name(unsigned i)
{
	return fo_elements[i].name;
}

enum fo_property fo_property_find(const char *name)
{
	static GHashTable *table;
	if (!table)
		table = index_names(property_name, FO_PROPERTY_COUNT);
	unsigned found = GPOINTER_TO_UINT(g_hash_table_lookup(table, name));
	return found ? (enum fo_property)(found - 1) : FO_PROPERTY_COUNT;
}

enum fo_property fo_property_of(const char *name, const char **component)
{
	enum fo_property property = fo_property_find(name);
	const char *dot = strrchr(name, '.');
	*component = NULL;
	if (property != FO_PROPERTY_COUNT || !dot)
		return property;
	char *base = g_strndup(name, (gsize)(dot - name));
	property = fo_property_find(base);
	g_free(base);
	*component = dot + 1;
	return property;
}

enum fo_keyword fo_keyword_find(const char *name)
{
	static GHashTable *table;
	if (!table)
		table = index_names(keyword_name, FO_KEYWORD_COUNT);
	unsigned found = GPOINTER_TO_UINT(g_hash_table_lookup(table, name));
	return found ? (enum fo_keyword)(found - 1) : FO_KW_NONE_GIVEN;
}

enum fo_kind fo_kind_find(const char *local_name)
{
	static GHashTable *table;
	if (!table)
		table = index_names(element_name, FO_KIND_COUNT);
	unsigned found = GPOINTER_TO_UINT(g_hash_table_lookup(table, local_name));
	return found ? (enum fo_kind)(found - 1) : FO_TEXT;
}

bool fo_row_allows(const struct fo_row *row, const char *keyword)
{
	size_t size = strlen(keyword);
	for (const char *at = row->keywords; size && (at = strstr(at, keyword)) != NULL; at += size)
		if ((at == row->keywords || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
			return true;
	return false;
}

int fo_shown(const char *text)
{
	size_t size = strnlen(text, 120);
	while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
		size--;
	return (int)size;
}

const struct fo_known *fo_known_find(const char *name)
{
	for (const struct fo_known *known = fo_known; known->name; known++)
		if (strcmp(known->name, name) == 0)
			return known;
	return NULL;
}

const char *fo_kind_name(enum fo_kind kind)
{
	static char names[FO_KIND_COUNT][48];
	if (kind == FO_TEXT)
		return "#text";
	if (!names[kind][0])
		g_snprintf(names[kind], sizeof names[kind], "fo:%s", fo_elements[kind].name);
	return names[kind];
}

const char *fo_keyword_name(enum fo_keyword keyword)
{
	return keywords[keyword];
}

len fo_resolve(struct fo_length length, len base)
{
	len part = length.percent ? len_scale(base, length.percent, 100000) : 0; /* seldom: a division of 128 bits */
	if (length.larger)
		part = len_add(part, fo_larger_resolve(length.larger, base));
	return CLAMP(len_add(length.fixed, part), -FO_LENGTH_MOST, FO_LENGTH_MOST);
}

const char *fo_reason_text(enum fo_reason reason, enum diag_language language)
{
	static const char *const texts[][2] = {
		[FO_REASON_NONE] = {NULL, NULL},
#define REASON(symbol, english, chinese) [FO_REASON_##symbol] = {english, chinese},
#include "fo/reasons.def"
#undef REASON
	};
	return texts[reason][language == DIAG_CHINESE];
}
