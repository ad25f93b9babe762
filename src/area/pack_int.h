/* Inside pack: what packing and unpacking know of the area before, and numbers (small ones in a byte), bytes and pointers one after the
 * other. Unpacking takes only what packing gave in this process. */
#ifndef GONGWEN_PACK_INT_H
#define GONGWEN_PACK_INT_H

#include <glib.h>
#include <string.h>

#include "area/area.h"

/* What the area before had. Packing and unpacking keep it alike. */
struct last {
	struct area_structure *tag;
	struct place place;
	const struct area_box *box;
	const struct text_face *face;
	len size, baseline;
	area_color color;
	int32_t stretch;
};

/* Bytes that grow. A GByteArray takes a third of packing's time, for numbers of a byte or two. */
struct packed {
	unsigned char *data;
	size_t size, room;
};

struct packer {
	struct packed *out;
	struct last last;
};

struct unpacker {
	const unsigned char *at;
	struct arena *arena;
	struct last last;
};

/* ---- put ---- */

/* Where the next bytes go: so many have room. */
static inline unsigned char *put_room(struct packed *out, size_t size)
{
	if (out->room - out->size < size) {
		out->room = MAX(out->room * 2, out->size + size);
		out->data = g_realloc(out->data, out->room);
	}
	return out->data + out->size;
}

static inline void put_number(struct packed *out, uint64_t number)
{
	unsigned char *at = put_room(out, 10);
	for (; number > 0x7F; number >>= 7)
		*at++ = (unsigned char)(number | 0x80);
	*at++ = (unsigned char)number;
	out->size = (size_t)(at - out->data);
}

static inline void put_signed(struct packed *out, int64_t number)
{
	put_number(out, (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0));
}

static inline void put_bytes(struct packed *out, const void *data, size_t size)
{
	put_number(out, size);
	if (size)
		memcpy(put_room(out, size), data, size);
	out->size += size;
}

static inline void put_pointer(struct packed *out, const void *pointer)
{
	memcpy(put_room(out, sizeof pointer), &pointer, sizeof pointer);
	out->size += sizeof pointer;
}

/* ---- get ---- */

static inline uint64_t get_number(struct unpacker *unpacker)
{
	uint64_t number = 0;
	for (int shift = 0;; shift += 7) {
		unsigned char byte = *unpacker->at++;
		number |= (uint64_t)(byte & 0x7F) << shift;
		if (!(byte & 0x80))
			return number;
	}
}

static inline int64_t get_signed(struct unpacker *unpacker)
{
	uint64_t number = get_number(unpacker);
	return (int64_t)(number >> 1 ^ (number & 1 ? UINT64_MAX : 0));
}

static inline len get_len(struct unpacker *unpacker)
{
	return (len)get_signed(unpacker);
}

static inline const char *get_bytes(struct unpacker *unpacker, uint32_t *size)
{
	*size = (uint32_t)get_number(unpacker);
	const char *bytes = arena_copy(unpacker->arena, (const char *)unpacker->at, *size);
	unpacker->at += *size;
	return bytes;
}

static inline void *get_pointer(struct unpacker *unpacker)
{
	void *pointer;
	memcpy(&pointer, unpacker->at, sizeof pointer);
	unpacker->at += sizeof pointer;
	return pointer;
}

/* ---- pack_text.c ---- */

void pack_text(struct packer *packer, const struct area_text *text);
const struct area_text *unpack_text(struct unpacker *unpacker);

#endif
