/* A finished PDF as a tree of values, for tests that look at its objects. qpdf writes the file out plainly (reader_objects()); this reads
 * numbers, strings, names, arrays, dictionaries and streams of that. Everything lives until objects_close(). */
#ifndef GONGWEN_TESTS_PDF_OBJECTS_H
#define GONGWEN_TESTS_PDF_OBJECTS_H

#include "base/base.h"
#include "support/pdf_reader.h"

enum value_type {
	VALUE_NULL,
	VALUE_WORD /* true, false, an operator */,
	VALUE_NUMBER,
	VALUE_STRING,
	VALUE_NAME,
	VALUE_ARRAY,
	VALUE_DICT,
	VALUE_REFERENCE
};

struct value {
	enum value_type type;
	double number;    /* of a reference: the object's */
	const char *text; /* of words, strings (their bytes) and names (without the slash) */
	size_t size;
	struct value **items; /* of arrays; of dictionaries: a name and a value in turn */
	unsigned count;
	const char *stream; /* of a stream's dictionary */
	size_t stream_size;
};

struct objects {
	GString *file;
	struct arena *arena;
	struct value **numbered;
	unsigned count;
	const struct value *trailer;
};

static const struct value value_null = {.type = VALUE_NULL};

/* ---- values ---- */

struct value_source {
	struct arena *arena;
	const char *at, *end;
};

static inline bool value_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}

static inline void value_skip(struct value_source *from)
{
	while (from->at < from->end && (value_is_blank(*from->at) || *from->at == '%'))
		if (*from->at == '%')
			while (from->at < from->end && *from->at != '\n')
				from->at++;
		else
			from->at++;
}

static inline struct value *value_new(struct value_source *from, enum value_type type, const char *text, size_t size)
{
	struct value *value = ARENA_NEW(from->arena, struct value);

	value->type = type;
	value->text = text ? arena_copy(from->arena, text, size) : NULL;
	value->size = size;
	return value;
}

static inline struct value *value_read_literal(struct value_source *from)
{
	static const char plain[] = "nrtbf", meant[] = "\n\r\t\b\f";
	GString *bytes = g_string_new(NULL);
	struct value *value;
	int depth = 1;

	for (from->at++; from->at < from->end; from->at++) {
		char c = *from->at;

		depth += c == '(' ? 1 : c == ')' ? -1 : 0;
		if (depth == 0)
			break;
		if (c == '\\') {
			const char *found;

			c = *++from->at;
			found = c ? strchr(plain, c) : NULL;
			if (g_ascii_isdigit(c)) {
				int code = 0;

				for (int i = 0; i < 3 && g_ascii_isdigit(*from->at); i++)
					code = code * 8 + (*from->at++ - '0');
				from->at--;
				c = (char)code;
			} else if (found) {
				c = meant[found - plain];
			}
		}
		g_string_append_c(bytes, c);
	}
	from->at++;
	value = value_new(from, VALUE_STRING, bytes->str, bytes->len);
	g_string_free(bytes, TRUE);
	return value;
}

static inline struct value *value_read_hexadecimal(struct value_source *from)
{
	GString *bytes = g_string_new(NULL);
	struct value *value;
	int half = -1;

	for (from->at++; from->at < from->end && *from->at != '>'; from->at++) {
		int digit = g_ascii_xdigit_value(*from->at);

		if (digit < 0)
			continue;
		if (half >= 0)
			g_string_append_c(bytes, (char)(half * 16 + digit));
		half = half >= 0 ? -1 : digit;
	}
	if (half >= 0)
		g_string_append_c(bytes, (char)(half * 16));
	from->at++;
	value = value_new(from, VALUE_STRING, bytes->str, bytes->len);
	g_string_free(bytes, TRUE);
	return value;
}

static inline struct value *value_read(struct value_source *from);

/* "12 0 R" in an array or dictionary: the last three items are one. */
static inline void value_join_reference(struct value_source *from, GPtrArray *items)
{
	const struct value *word = items->len >= 3 ? items->pdata[items->len - 1] : NULL;
	double number;

	if (!word || word->type != VALUE_WORD || strcmp(word->text, "R") != 0)
		return;
	number = ((const struct value *)items->pdata[items->len - 3])->number;
	g_ptr_array_set_size(items, (gint)items->len - 3);
	g_ptr_array_add(items, value_new(from, VALUE_REFERENCE, NULL, 0));
	((struct value *)items->pdata[items->len - 1])->number = number;
}

static inline struct value *value_read_items(struct value_source *from, enum value_type type, size_t bracket)
{
	GPtrArray *items = g_ptr_array_new();
	struct value *value = value_new(from, type, NULL, 0), *item;

	for (from->at += bracket; (item = value_read(from)) != NULL;) {
		g_ptr_array_add(items, item);
		value_join_reference(from, items);
	}
	from->at += bracket;
	value->count = items->len;
	value->items = ARENA_ARRAY(from->arena, struct value *, items->len + 1);
	for (guint i = 0; i < items->len; i++)
		value->items[i] = items->pdata[i];
	g_ptr_array_free(items, TRUE);
	return value;
}

/* #xx in a name. */
static inline struct value *value_read_name(struct value_source *from, const char *text, size_t size)
{
	struct value *value = value_new(from, VALUE_NAME, text, size);
	char *to = (char *)(uintptr_t)value->text;

	for (size_t i = 0; i < size; i++) {
		if (text[i] == '#' && i + 2 < size + 1 && g_ascii_isxdigit(text[i + 1])) {
			*to++ = (char)(g_ascii_xdigit_value(text[i + 1]) * 16 + g_ascii_xdigit_value(text[i + 2]));
			i += 2;
		} else {
			*to++ = text[i];
		}
	}
	*to = '\0';
	value->size = (size_t)(to - value->text);
	return value;
}

/* NULL: a closing bracket, or the end. */
static inline struct value *value_read(struct value_source *from)
{
	const char *start;
	struct value *value;
	char c;

	value_skip(from);
	if (from->at >= from->end || *from->at == ']' || *from->at == '>' || *from->at == ')')
		return NULL;
	if (*from->at == '(')
		return value_read_literal(from);
	if (*from->at == '[')
		return value_read_items(from, VALUE_ARRAY, 1);
	if (*from->at == '<')
		return from->at[1] == '<' ? value_read_items(from, VALUE_DICT, 2) : value_read_hexadecimal(from);
	start = from->at++;
	while (from->at < from->end && !value_is_blank(*from->at) && !strchr("()<>[]{}/%", *from->at))
		from->at++;
	c = *start;
	if (c == '/')
		return value_read_name(from, start + 1, (size_t)(from->at - start) - 1);
	value = value_new(from, g_ascii_isdigit(c) || c == '-' || c == '+' || c == '.' ? VALUE_NUMBER : VALUE_WORD, start,
					  (size_t)(from->at - start));
	value->number = value->type == VALUE_NUMBER ? g_ascii_strtod(value->text, NULL) : 0;
	return value;
}

/* ---- the file ---- */

static inline void objects_read_stream(struct value *value, const char *at, const char *end)
{
	if (end - at < 8 || strncmp(at, "\nstream\n", 8) != 0)
		return;
	value->stream = at + 8;
	value->stream_size = (size_t)(end - value->stream);
	if (value->stream_size >= 11 && memcmp(end - 11, "\nendstream\n", 11) == 0)
		value->stream_size -= 11;
}

static inline void objects_read(struct objects *objects)
{
	const char *end = objects->file->str + objects->file->len, *next;
	GPtrArray *found = g_ptr_array_new();

	for (const char *at = objects->file->str; (at = memmem(at, (size_t)(end - at), " 0 obj\n", 7)) != NULL; at = next) {
		const char *number = at;
		struct value_source from = {objects->arena, at + 7, end};
		unsigned index;

		while (number > objects->file->str && g_ascii_isdigit(number[-1]))
			number--;
		index = (unsigned)atoi(number);
		next = memmem(at, (size_t)(end - at), "\nendobj\n", 8);
		next = next ? next : end;
		if (index >= found->len)
			g_ptr_array_set_size(found, (gint)index + 1);
		found->pdata[index] = value_read(&from);
		if (found->pdata[index])
			objects_read_stream(found->pdata[index], from.at, next + 1 > end ? end : next + 1);
	}
	objects->count = found->len;
	objects->numbered = (struct value **)(void *)g_ptr_array_free(found, FALSE);
	for (next = end - MIN(objects->file->len, 4096); next && strncmp(next, "\ntrailer ", 9) != 0;)
		next = memchr(next + 1, '\n', (size_t)(end - next - 1));
	assert_non_null(next);
	objects->trailer = value_read(&(struct value_source){objects->arena, next + strlen("\ntrailer "), end});
}

/* text: what reader_objects() gave; taken. */
static inline void objects_open_text(struct objects *objects, GString *text)
{
	*objects = (struct objects){.file = text, .arena = arena_open()};
	objects_read(objects);
}

static inline void objects_open(struct objects *objects, const char *data, size_t size)
{
	objects_open_text(objects, reader_objects(data, size));
}

static inline void objects_close(struct objects *objects)
{
	g_string_free(objects->file, TRUE);
	arena_close(objects->arena);
	g_free(objects->numbered);
}

/* ---- looking ---- */

static inline const struct value *objects_follow(const struct objects *objects, const struct value *value)
{
	while (value && value->type == VALUE_REFERENCE)
		value = (unsigned)value->number < objects->count ? objects->numbered[(unsigned)value->number] : NULL;
	return value ? value : &value_null;
}

/* A dictionary's entry, references followed; a null when it has none, or is no dictionary. */
static inline const struct value *objects_get(const struct objects *objects, const struct value *dictionary, const char *key)
{
	dictionary = objects_follow(objects, dictionary);
	for (unsigned i = 0; dictionary->type == VALUE_DICT && i + 1 < dictionary->count; i += 2)
		if (strcmp(dictionary->items[i]->text, key) == 0)
			return objects_follow(objects, dictionary->items[i + 1]);
	return &value_null;
}

static inline bool value_is(const struct value *value, const char *name)
{
	return value->type == VALUE_NAME && strcmp(value->text, name) == 0;
}

static inline const struct value *objects_root(const struct objects *objects)
{
	return objects_get(objects, objects->trailer, "Root");
}

#endif
