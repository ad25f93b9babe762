/* store: memory that is a file without a name, mapped. What is in it need not be resident: store_let_go() takes its pages out of the process, and
 * who touches one next gets it from the system's cache, or from the disk.
 *
 * The file is made of blocks of 64 KB. A block has pieces of one size; a larger piece has some blocks to itself. What is known of the blocks lies
 * outside of them, so that to look for room touches none. Which blocks are free is a bit each, as looking for one is frequent. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/base_int.h"

#define BLOCK      ((size_t)64 * 1024)
#define SEGMENT    ((uint32_t)256) /* blocks by which the file grows: 16 MB */
#define BLOCKS_MAX ((size_t)1 << 20)
#define BLOCKS_MIN ((size_t)1 << 12) /* of addresses; where there are less than for 256 MB, there is no store */
#define NONE       UINT32_MAX

/* Sizes of pieces: each 16 bytes up to SMALL, then four for each doubling. */
enum { STEP = 16, SMALL = 1024, SMALL_CLASSES = SMALL / STEP, DOUBLINGS = 5, CLASSES = 1 + SMALL_CLASSES + 4 * DOUBLINGS };

struct block {
	void *free;          /* its first piece that was given back; each has the next one's address in it */
	uint32_t used, next; /* pieces in use; of its size, the next block that has room */
	uint32_t previous;
	uint32_t fresh; /* pieces that were never given out begin with this one */
	uint32_t size;  /* class of its pieces; 0: the block is free, or of a large piece */
	uint32_t run;   /* blocks of the large piece that begins here; 0: none does */
};

static struct {
	char *base;
	size_t reserved;      /* blocks that there are addresses for */
	struct block *blocks; /* as many */
	uint64_t *free;       /* a bit for each block, of those that the file has */
	uint32_t grown;       /* blocks that the file has */
	uint32_t lowest;      /* no block before this one is free */
	uint32_t in_use;
	uint32_t with_room[CLASSES]; /* the first block of each size that has room */
	int file, error;
	bool open, left;
} store;

/* ---- sizes ---- */

static uint32_t class_of(size_t size)
{
	if (size <= SMALL)
		return size ? (uint32_t)((size + STEP - 1) / STEP) : 1;
	uint32_t doubling = 0;
	while (size > (size_t)SMALL << (doubling + 1))
		doubling++;
	size_t base = (size_t)SMALL << doubling, quarter = base / 4;
	return (uint32_t)(SMALL_CLASSES + 4 * doubling + (size - base + quarter - 1) / quarter);
}

static size_t size_of(uint32_t class)
{
	if (class <= SMALL_CLASSES)
		return (size_t) class * STEP;
	uint32_t above = class - SMALL_CLASSES - 1;
	size_t base = (size_t)SMALL << above / 4;
	return base + base / 4 * (above % 4 + 1);
}

static bool is_large(size_t size)
{
	return size > (size_t)SMALL << DOUBLINGS;
}

/* ---- which blocks are free ---- */

static void mark(uint32_t first, uint32_t count, bool free)
{
	for (uint32_t at = first; at < first + count; at++)
		if (free)
			store.free[at / 64] |= UINT64_C(1) << at % 64;
		else
			store.free[at / 64] &= ~(UINT64_C(1) << at % 64);
}

/* The first block from `at` on that is free, or that is not; as many as the file has: there is none. */
static uint32_t find(uint32_t at, bool free)
{
	while (at < store.grown) {
		uint64_t word = (free ? store.free[at / 64] : ~store.free[at / 64]) >> at % 64;
		if (word)
			return MIN(at + (uint32_t)__builtin_ctzll(word), store.grown);
		at += 64 - at % 64;
	}
	return store.grown;
}

/* ---- the file ---- */

static const char *folder_of(void)
{
	const char *named = getenv("TMPDIR");
	return named && *named ? named : access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"; /* not where memory serves as a disk */
}

static bool reserve(void)
{
	int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
	size_t known = sizeof *store.blocks + 1; /* of each block: its bit has a byte of addresses, an eighth of which are used */
	for (size_t blocks = BLOCKS_MAX; blocks >= BLOCKS_MIN; blocks /= 2) {
		char *base = mmap(NULL, (blocks + 1) * BLOCK, PROT_NONE, flags, -1, 0);
		if (base == MAP_FAILED)
			continue;
		store.blocks = mmap(NULL, blocks * known, PROT_READ | PROT_WRITE, flags, -1, 0);
		if (store.blocks == MAP_FAILED) {
			munmap(base, (blocks + 1) * BLOCK);
			continue;
		}
		store.free = (uint64_t *)(void *)(store.blocks + blocks);
		store.base = base + (BLOCK - (uintptr_t)base % BLOCK) % BLOCK;
		store.reserved = blocks;
		return true;
	}
	return false;
}

static bool open_store(void)
{
	if (store.open || store.error)
		return store.open;
	store.file = file_open_unnamed(folder_of());
	if (store.file < 0 || !reserve()) {
		store.error = errno;
		return false;
	}
	for (uint32_t class = 0; class < CLASSES; class ++)
		store.with_room[class] = NONE;
	return store.open = true;
}

/* The file gets all its room on the disk at once: a page that has none is a signal, not an error. A child does without: it must not write what
 * its parent reads. */
static bool grow(uint32_t blocks)
{
	size_t size = (blocks + SEGMENT - 1) / SEGMENT * SEGMENT * BLOCK, from = store.grown * BLOCK;
	int error = (from + size) / BLOCK > store.reserved ? ENOMEM : posix_fallocate(store.file, (off_t)from, (off_t)size);
	if (error == 0 &&
		mmap(store.base + from, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, store.file, (off_t)from) == MAP_FAILED)
		error = errno;
	if (error != 0) {
		store.error = error;
		return false;
	}
	madvise(store.base + from, size, MADV_DONTFORK);
	mark(store.grown, (uint32_t)(size / BLOCK), true);
	store.grown += (uint32_t)(size / BLOCK);
	return true;
}

/* ---- blocks ---- */

/* So many free blocks in a row; NONE: there is no room, and store.error tells why. */
static uint32_t find_blocks(uint32_t count)
{
	uint32_t first = store.lowest = find(store.lowest, true);
	for (uint32_t end; first < store.grown && (end = find(first, false)) < store.grown && end - first < count;)
		first = find(end, true);
	if (store.grown < first + count && (store.error || !grow(first + count - store.grown)))
		return NONE;
	mark(first, count, false);
	store.in_use += count;
	return first;
}

static void free_blocks(uint32_t first, uint32_t count)
{
	store.blocks[first] = (struct block){0};
	mark(first, count, true);
	if (first < store.lowest)
		store.lowest = first;
	store.in_use -= count;
}

static void link_block(uint32_t number)
{
	struct block *block = &store.blocks[number];
	uint32_t *head = &store.with_room[block->size];
	block->previous = NONE;
	block->next = *head;
	if (*head != NONE)
		store.blocks[*head].previous = number;
	*head = number;
}

static void unlink_block(uint32_t number)
{
	const struct block *block = &store.blocks[number];
	if (block->next != NONE)
		store.blocks[block->next].previous = block->previous;
	*(block->previous != NONE ? &store.blocks[block->previous].next : &store.with_room[block->size]) = block->next;
}

static uint32_t number_of(const void *piece)
{
	return (uint32_t)((size_t)((const char *)piece - store.base) / BLOCK);
}

/* ---- pieces ---- */

static void *alloc_large(size_t size)
{
	if (size > BLOCKS_MAX * BLOCK)
		return NULL;
	uint32_t count = (uint32_t)((size + BLOCK - 1) / BLOCK), first = find_blocks(count);
	if (first == NONE)
		return NULL;
	store.blocks[first].run = count;
	return store.base + first * BLOCK;
}

void *store_alloc(size_t size)
{
	if (!open_store())
		return NULL;
	if (is_large(size))
		return alloc_large(size);
	uint32_t class = class_of(size), number = store.with_room[class];
	if (number == NONE) {
		if ((number = find_blocks(1)) == NONE)
			return NULL;
		store.blocks[number].size = class;
		link_block(number);
	}
	struct block *block = &store.blocks[number];
	void *piece = block->free;
	if (piece)
		memcpy(&block->free, piece, sizeof block->free);
	else
		piece = store.base + number * BLOCK + block->fresh++ * size_of(class);
	block->used++;
	if (!block->free && (block->fresh + 1) * size_of(class) > BLOCK)
		unlink_block(number);
	return piece;
}

void store_free(void *piece)
{
	uint32_t number = number_of(piece);
	struct block *block = &store.blocks[number];
	if (store.left)
		return;
	if (block->run) {
		free_blocks(number, block->run);
		return;
	}
	bool had_room = block->free || (block->fresh + 1) * size_of(block->size) <= BLOCK;
	if (--block->used == 0) {
		if (had_room)
			unlink_block(number);
		free_blocks(number, 1);
		return;
	}
	memcpy(piece, &block->free, sizeof block->free);
	block->free = piece;
	if (!had_room)
		link_block(number);
}

bool store_has(const void *piece)
{
	return (uintptr_t)piece - (uintptr_t)store.base < store.grown * BLOCK;
}

size_t store_size(const void *piece)
{
	const struct block *block = &store.blocks[number_of(piece)];
	return block->run ? block->run * BLOCK : size_of(block->size);
}

/* ---- the whole ---- */

void store_let_go(void)
{
	if (store.grown)
		madvise(store.base, store.grown * BLOCK, MADV_DONTNEED);
}

bool store_is_empty(void)
{
	return !store.in_use;
}

/* The disk gets its room back; the addresses stay reserved. */
void store_shrink(void)
{
	if (store.in_use || !store.grown)
		return;
	mmap(store.base, store.grown * BLOCK, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
	if (ftruncate(store.file, 0) != 0)
		store.error = errno;
	store.grown = store.lowest = 0;
	store.error = 0;
}

void store_leave(void)
{
	store.left = true;
}

int store_error(const char **folder)
{
	*folder = folder_of();
	return store.error;
}
