/* arena: memory handed out from large chunks and dropped whole. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"

/* Chunks grow from the first size to the last: many arenas are small, and each chunk has to be cleared. */
#define CHUNK_FIRST ((size_t)4 * 1024)
#define CHUNK       ((size_t)64 * 1024 - sizeof(struct chunk))
#define ALIGN       (_Alignof(max_align_t))

struct chunk {
	struct chunk *next;
	size_t used, size;
	max_align_t data[];
};

struct arena {
	struct chunk *chunks; /* the first is the one in use */
	size_t used;
};

static struct chunk *chunk_new(size_t size)
{
	struct chunk *chunk = size <= PTRDIFF_MAX - CHUNK ? heap_alloc_zeroed(sizeof *chunk + size) : NULL;
	if (!chunk) {
		fputs("gongwen: error G004: out of memory\n", stderr);
		abort();
	}
	chunk->size = size;
	return chunk;
}

struct arena *arena_open(void)
{
	struct arena *arena = calloc(1, sizeof *arena);
	if (!arena)
		abort();
	return arena;
}

void arena_close(struct arena *arena)
{
	if (!arena)
		return;
	for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		heap_free(chunk);
	}
	free(arena);
}

/* The first chunk is kept: of those that are not for one large piece it is the largest. */
void arena_clear(struct arena *arena)
{
	struct chunk *kept = NULL;
	for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		if (kept || chunk->size > CHUNK) {
			heap_free(chunk);
			continue;
		}
		kept = chunk;
		memset(kept->data, 0, kept->used);
		kept->used = 0;
		kept->next = NULL;
	}
	arena->chunks = kept;
	arena->used = 0;
}

void arena_adopt(struct arena *arena, struct arena *another)
{
	struct chunk **last = &arena->chunks;
	while (*last)
		last = &(*last)->next;
	*last = another->chunks;
	arena->used += another->used;
	free(another);
}

static size_t next_size(const struct chunk *last, size_t least)
{
	size_t size = last ? last->size * 4 : CHUNK_FIRST;
	return size < least || size > CHUNK ? CHUNK : size;
}

static size_t aligned(size_t size)
{
	return size < SIZE_MAX - ALIGN ? (size + ALIGN - 1) / ALIGN * ALIGN : size; /* what is larger chunk_new() refuses */
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size = aligned(size);
	struct chunk *chunk = arena->chunks;
	if (!chunk || chunk->size - chunk->used < size) {
		struct chunk *fresh = chunk_new(size > CHUNK / 4 ? size : next_size(chunk, size));
		if (chunk && size > CHUNK / 4) { /* a large piece stands alone, behind the chunk in use */
			fresh->next = chunk->next;
			chunk->next = fresh;
		} else {
			fresh->next = chunk;
			arena->chunks = fresh;
		}
		chunk = fresh;
	}
	void *piece = (char *)chunk->data + chunk->used;
	chunk->used += size;
	arena->used += size;
	return piece;
}

void arena_drop(struct arena *arena, const void *piece, size_t size)
{
	size = aligned(size);
	for (struct chunk **link = &arena->chunks, *chunk; (chunk = *link) != NULL; link = &chunk->next)
		if (chunk->data == piece && chunk->size == size && size > CHUNK / 4) {
			*link = chunk->next;
			arena->used -= size;
			heap_free(chunk);
			return;
		}
}

char *arena_copy(struct arena *arena, const char *text, size_t size)
{
	char *copy = arena_alloc(arena, size + 1);
	if (size)
		memcpy(copy, text, size);
	return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
	return arena_copy(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = arena_alloc(arena, size < 0 ? 1 : (size_t)size + 1);
	if (size > 0)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return text;
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
