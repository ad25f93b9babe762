/* What a PDF says when it is read through its structure tree: our own walk, from the root down, with the text of each piece of marked
 * content by the fonts' ToUnicode maps. No reader's engine has a part in it. */
#ifndef GONGWEN_TESTS_SAID_TEXT_H
#define GONGWEN_TESTS_SAID_TEXT_H

#include "support/pdf_objects.h"

struct said {
	struct objects objects;
	GHashTable *pages; /* page's dictionary → GPtrArray of GString: text by MCID */
	GHashTable *maps;  /* font's dictionary → GHashTable: code → UTF-8 */
	GString *text;
};

/* ---- fonts ---- */

static inline char *said_utf8(const struct value *value, size_t from)
{
	return g_convert(value->text + from, (gssize)(value->size - from), "UTF-8", "UTF-16BE", NULL, NULL, NULL);
}

static inline gpointer said_code(const struct value *value)
{
	unsigned code = 0;

	for (size_t i = 0; i < value->size; i++)
		code = code << 8 | (unsigned char)value->text[i];
	return GUINT_TO_POINTER(code + 1);
}

/* bfchar and bfrange (ISO 32000-1, 9.10.3). */
static inline GHashTable *said_read_map(struct said *said, const struct value *stream)
{
	GHashTable *map = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
	struct value_source from = {said->objects.arena, stream->stream, stream->stream + stream->stream_size};
	struct value *last[3] = {NULL}, *value;
	unsigned count = 0, wanted = 0;

	for (; from.at < from.end; from.at += value ? 0 : 1) {
		value = value_read(&from);
		if (value && value->type == VALUE_WORD) {
			wanted = strcmp(value->text, "beginbfchar") == 0 ? 2 : strcmp(value->text, "beginbfrange") == 0 ? 3 : 0;
			count = 0;
		} else if (value && wanted && value->type == VALUE_STRING) {
			last[count++] = value;
		}
		if (!wanted || count < wanted)
			continue;
		for (unsigned code = GPOINTER_TO_UINT(said_code(last[0])), first = code;
			 code <= GPOINTER_TO_UINT(said_code(last[wanted - 2])); code++) {
			char *text = said_utf8(last[wanted - 1], 0);

			if (code > first) {
				gunichar last_character = g_utf8_get_char(text) + code - first;

				g_free(text);
				text = g_ucs4_to_utf8(&last_character, 1, NULL, NULL, NULL);
			}
			g_hash_table_insert(map, GUINT_TO_POINTER(code), text);
		}
		count = 0;
	}
	return map;
}

static inline GHashTable *said_map(struct said *said, const struct value *font)
{
	GHashTable *map = g_hash_table_lookup(said->maps, font);

	if (!map) {
		map = said_read_map(said, objects_get(&said->objects, font, "ToUnicode"));
		g_hash_table_insert(said->maps, (gpointer)(uintptr_t)font, map);
	}
	return map;
}

/* ---- content ---- */

static inline void said_add_codes(GString *out, GHashTable *map, const struct value *string)
{
	for (size_t i = 0; i + 1 < string->size; i += 2) {
		unsigned code = (unsigned)(unsigned char)string->text[i] << 8 | (unsigned char)string->text[i + 1];
		const char *text = g_hash_table_lookup(map, GUINT_TO_POINTER(code + 1));

		if (!text)
			fail_msg("a glyph (%04x) has no ToUnicode", code);
		g_string_append(out, text);
	}
}

static inline GString *said_open_content(GPtrArray *pieces, unsigned mcid)
{
	GString *piece = g_string_new(NULL);

	assert_int_equal(mcid, pieces->len); /* ours count from 0, each once */
	g_ptr_array_add(pieces, piece);
	return piece;
}

static inline void said_show(GString *piece, GHashTable *map, const struct value *operand)
{
	if (operand->type == VALUE_STRING)
		said_add_codes(piece, map, operand);
	for (unsigned i = 0; operand->type == VALUE_ARRAY && i < operand->count; i++)
		if (operand->items[i]->type == VALUE_STRING)
			said_add_codes(piece, map, operand->items[i]);
}

struct said_state {
	GHashTable *map;
	GString *piece; /* NULL: an artifact, or nothing */
	bool is_given;  /* by ActualText: glyphs do not count */
};

static inline void said_operator(struct said *said, const struct value *fonts, GPtrArray *pieces, const char *word,
								 const GPtrArray *operands, struct said_state *state)
{
	const struct value *last = operands->len ? operands->pdata[operands->len - 1] : &value_null;

	if (strcmp(word, "Tf") == 0) {
		state->map = said_map(said, objects_get(&said->objects, fonts, ((const struct value *)operands->pdata[0])->text));
	} else if (strcmp(word, "BDC") == 0 && objects_get(&said->objects, last, "MCID")->type == VALUE_NUMBER) {
		const struct value *actual = objects_get(&said->objects, last, "ActualText");

		state->piece = said_open_content(pieces, (unsigned)objects_get(&said->objects, last, "MCID")->number);
		state->is_given = actual->type == VALUE_STRING;
		if (state->is_given) {
			char *text = said_utf8(actual, 2);

			g_string_append(state->piece, text);
			g_free(text);
		}
	} else if (strcmp(word, "EMC") == 0) {
		*state = (struct said_state){.map = state->map};
	} else if ((strcmp(word, "Tj") == 0 || strcmp(word, "TJ") == 0) && state->piece && !state->is_given) {
		said_show(state->piece, state->map, last);
	}
}

static inline void said_free_piece(gpointer piece)
{
	g_string_free(piece, TRUE);
}

static inline GPtrArray *said_page(struct said *said, const struct value *page)
{
	GPtrArray *pieces = g_hash_table_lookup(said->pages, page), *operands;
	const struct value *content = objects_get(&said->objects, page, "Contents"),
					   *fonts = objects_get(&said->objects, objects_get(&said->objects, page, "Resources"), "Font");
	struct value_source from = {said->objects.arena, content->stream, content->stream + content->stream_size};
	struct said_state state = {NULL};
	struct value *value;

	if (pieces)
		return pieces;
	pieces = g_ptr_array_new_with_free_func(said_free_piece);
	operands = g_ptr_array_new();
	while ((value = value_read(&from)) != NULL) {
		if (value->type != VALUE_WORD) {
			g_ptr_array_add(operands, value);
			continue;
		}
		said_operator(said, fonts, pieces, value->text, operands, &state);
		g_ptr_array_set_size(operands, 0);
	}
	g_ptr_array_free(operands, TRUE);
	g_hash_table_insert(said->pages, (gpointer)(uintptr_t)page, pieces);
	return pieces;
}

/* ---- structure ---- */

static inline void said_mcid(struct said *said, const struct value *page, const struct value *mcid)
{
	GPtrArray *pieces;

	assert_int_equal(page->type, VALUE_DICT);
	pieces = said_page(said, page);
	assert_true((unsigned)mcid->number < pieces->len);
	g_string_append(said->text, ((const GString *)pieces->pdata[(unsigned)mcid->number])->str);
}

static inline void said_element(struct said *said, const struct value *element);

static inline void said_kid(struct said *said, const struct value *kid, const struct value *page)
{
	if (kid->type == VALUE_NUMBER) {
		said_mcid(said, page, kid);
	} else if (value_is(objects_get(&said->objects, kid, "Type"), "MCR")) {
		const struct value *own = objects_get(&said->objects, kid, "Pg");

		said_mcid(said, own->type == VALUE_DICT ? own : page, objects_get(&said->objects, kid, "MCID"));
	} else if (objects_get(&said->objects, kid, "S")->type == VALUE_NAME) {
		said_element(said, kid);
	}
}

static inline void said_element(struct said *said, const struct value *element)
{
	const struct value *kids = objects_get(&said->objects, element, "K"), *page = objects_get(&said->objects, element, "Pg");

	if (kids->type != VALUE_ARRAY)
		said_kid(said, kids, page);
	for (unsigned i = 0; kids->type == VALUE_ARRAY && i < kids->count; i++)
		said_kid(said, objects_follow(&said->objects, kids->items[i]), page);
}

static inline void said_open(struct said *said, GString *objects)
{
	*said = (struct said){.pages = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_ptr_array_unref),
						  .maps = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_hash_table_unref),
						  .text = g_string_new(NULL)};
	objects_open_text(&said->objects, objects);
}

static inline void said_close(struct said *said)
{
	g_hash_table_destroy(said->pages);
	g_hash_table_destroy(said->maps);
	g_string_free(said->text, TRUE);
	objects_close(&said->objects);
}

/* All text of the file in the order of its structure. g_free() it. */
static inline char *said_text(const char *data, size_t size)
{
	struct said said;
	char *text;

	said_open(&said, reader_objects(data, size));
	said_element(&said, objects_get(&said.objects, objects_root(&said.objects), "StructTreeRoot"));
	text = g_strdup(said.text->str);
	said_close(&said);
	return text;
}

#endif
