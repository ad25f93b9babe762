/* arena: memory handed out from large chunks and dropped whole. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"

/* Chunks grow from the first size to the last: many arenas are small, and each chunk has to be cleared. */
#define CHUNK_FIRST ((size_t)4 * 1024)
#define CHUNK       ((size_t)64 * 1024 - sizeof(struct chunk))
#define LARGE       (CHUNK / 4) /* a piece that is larger has a chunk of its own */
#define ALIGN       (_Alignof(max_align_t))

struct chunk {
	struct chunk *next, **link; /* link: what points to this chunk */
	size_t used, size;
	max_align_t data[];
};

struct held {
	struct arena *arena;
	struct held *next;
};

struct arena {
	struct chunk *chunks; /* the first is the one in use */
	size_t used;
	unsigned users;    /* who opened it, and the arenas that hold it */
	struct held *held; /* in chunks; the last one first */
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

static void put_chunk(struct chunk **link, struct chunk *chunk)
{
	chunk->next = *link;
	chunk->link = link;
	if (chunk->next)
		chunk->next->link = &chunk->next;
	*link = chunk;
}

static void take_chunk(struct chunk *chunk)
{
	*chunk->link = chunk->next;
	if (chunk->next)
		chunk->next->link = chunk->link;
}

struct arena *arena_open(void)
{
	struct arena *arena = calloc(1, sizeof *arena);
	if (!arena)
		abort();
	arena->users = 1;
	return arena;
}

static void release_held(struct arena *arena)
{
	for (struct held *held = arena->held; held; held = held->next)
		arena_close(held->arena);
	arena->held = NULL;
}

void arena_close(struct arena *arena)
{
	if (!arena || --arena->users)
		return;
	release_held(arena);
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
	release_held(arena);
	for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		if (kept || chunk->size > CHUNK) {
			heap_free(chunk);
			continue;
		}
		kept = chunk;
		memset(kept->data, 0, kept->used);
		kept->used = 0;
	}
	arena->chunks = NULL;
	if (kept)
		put_chunk(&arena->chunks, kept);
	arena->used = 0;
}

void arena_adopt(struct arena *arena, struct arena *another)
{
	struct chunk **last = &arena->chunks;
	while (*last)
		last = &(*last)->next;
	*last = another->chunks;
	if (*last)
		(*last)->link = last;
	arena->used += another->used;
	struct held **end = &arena->held;
	while (*end)
		end = &(*end)->next;
	*end = another->held;
	free(another);
}

void arena_hold(struct arena *arena, struct arena *another)
{
	if (arena->held && arena->held->arena == another)
		return;
	struct held *held = ARENA_NEW(arena, struct held);
	*held = (struct held){another, arena->held};
	arena->held = held;
	another->users++;
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
	if (size > LARGE) {
		struct chunk *alone = chunk_new(size);
		put_chunk(chunk ? &chunk->next : &arena->chunks, alone); /* behind the chunk in use */
		chunk = alone;
	} else if (!chunk || chunk->size - chunk->used < size) {
		put_chunk(&arena->chunks, chunk_new(next_size(chunk, size)));
		chunk = arena->chunks;
	}
	void *piece = (char *)chunk->data + chunk->used;
	chunk->used += size;
	arena->used += size;
	return piece;
}

void arena_drop(struct arena *arena, const void *piece, size_t size)
{
	size = aligned(size);
	if (!piece || size <= LARGE)
		return;
	struct chunk *alone = (struct chunk *)((uintptr_t)piece - offsetof(struct chunk, data));
	take_chunk(alone);
	arena->used -= size;
	heap_free(alone);
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
