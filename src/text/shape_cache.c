/* shape cache: what text_shape() gave, found again by all that it depends on: the spans' characters, fonts, languages and countries. The copies of
 * an agreement, its likes in a batch, the heads of a table and a second pass over a document say the same things again and again.
 * Lives as long as the engine, holds CACHE_MAX bytes, and is emptied when it is full. A hit is copied, so that nobody holds on to it;
 * what drew a complaint is not kept, so that it is said each time. */
#include <string.h>

#include "text/text_int.h"

#define CACHE_MAX ((size_t)2 << 20)
#define TEXT_MAX  8192 /* bytes of a paragraph: longer ones are seldom repeated */

struct shape_cache {
	struct arena *arena;
	GHashTable *entries; /* struct bytes → struct text_shaped */
	GString *key;        /* scratch */
};

struct shape_cache *shape_cache_open(void)
{
	struct shape_cache *cache = g_new0(struct shape_cache, 1);
	cache->arena = arena_open();
	cache->entries = g_hash_table_new(bytes_hash, bytes_equal);
	cache->key = g_string_new(NULL);
	return cache;
}

void shape_cache_close(struct shape_cache *cache)
{
	g_hash_table_destroy(cache->entries);
	g_string_free(cache->key, TRUE);
	arena_close(cache->arena);
	g_free(cache);
}

/* ---- what shaping depends on ---- */

static void put(GString *key, const void *data, size_t size)
{
	g_string_append_len(key, data, (gssize)size);
}

static void put_span(GString *key, const struct text_span *span)
{
	const struct text_style *style = span->style;
	const char *language = style->language ? style->language : "", *country = style->country ? style->country : "";
	const uint32_t object[] = {!span->text, (uint32_t)span->object_width, span->anchor, span->han, span->note, span->direction};
	const uint32_t breaking[] = {(uint32_t)style->line_break, style->wrap /* hyphens */, style->hyphen != NULL,
								 style->hyphen_before, style->hyphen_after};
	put(key, &style->font, sizeof style->font);
	put(key, language, strlen(language) + 1);
	put(key, country, strlen(country) + 1);
	put(key, object, sizeof object);
	put(key, breaking, sizeof breaking);
	put(key, &span->size, sizeof span->size);
	if (span->text)
		put(key, span->text, span->size);
}

/* In cache->key; data NULL: too long to be kept. */
static struct bytes make_key(struct shape_cache *cache, const struct text_span *spans, unsigned count)
{
	g_string_truncate(cache->key, 0);
	for (unsigned i = 0; i < count; i++) {
		if (cache->key->len + spans[i].size > TEXT_MAX)
			return (struct bytes){0};
		put_span(cache->key, &spans[i]);
	}
	return (struct bytes){cache->key->str, cache->key->len};
}

/* ---- finding and keeping ---- */

static struct text_shaped *copy_shaped(struct arena *arena, const struct text_shaped *shaped)
{
	struct text_shaped *copy = ARENA_NEW(arena, struct text_shaped);
	*copy = *shaped;
	copy->text = arena_copy(arena, shaped->text, shaped->size);
	copy->clusters = (const void *)arena_copy(arena, (const char *)shaped->clusters,
											  sizeof *shaped->clusters * shaped->cluster_count);
	copy->glyphs = (const void *)arena_copy(arena, (const char *)shaped->glyphs, sizeof *shaped->glyphs * shaped->glyph_count);
	return copy;
}

const struct text_shaped *shape_cache_find(struct shape_cache *cache, const struct text_span *spans, unsigned count,
										   struct arena *arena)
{
	struct bytes key = make_key(cache, spans, count);
	const struct text_shaped *found = key.data ? g_hash_table_lookup(cache->entries, &key) : NULL;
	return found ? copy_shaped(arena, found) : NULL;
}

void shape_cache_keep(struct shape_cache *cache, const struct text_span *spans, unsigned count, const struct text_shaped *shaped)
{
	struct bytes key = make_key(cache, spans, count);
	if (!key.data)
		return;
	if (arena_used(cache->arena) > CACHE_MAX) {
		g_hash_table_remove_all(cache->entries);
		arena_clear(cache->arena);
	}
	struct bytes *kept = ARENA_NEW(cache->arena, struct bytes);
	*kept = (struct bytes){arena_copy(cache->arena, key.data, key.size), key.size};
	g_hash_table_insert(cache->entries, kept, copy_shaped(cache->arena, shaped));
}
