/* hash: keys of hash tables that are bytes. Eight at a time, multiplied and folded: quick, and the same on every machine of one byte order;
 * no order that is seen depends on it. */
#include <string.h>

#include "base/base.h"

unsigned memory_hash(const void *data, size_t size)
{
	const char *from = data;
	uint64_t hash = size;
	for (size_t at = 0; at < size; at += sizeof hash) {
		uint64_t word = 0;
		memcpy(&word, from + at, size - at < sizeof word ? size - at : sizeof word);
		hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 32;
	}
	return (unsigned)hash;
}

unsigned bytes_hash(const void *key)
{
	const struct bytes *bytes = key;
	return memory_hash(bytes->data, bytes->size);
}

int bytes_equal(const void *a, const void *b)
{
	const struct bytes *one = a, *other = b;
	return one->size == other->size && memcmp(one->data, other->data, one->size) == 0;
}
