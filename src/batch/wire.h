/* wire: numbers and texts as bytes, for what the processes of a batch tell each other. Same machine, same program: native byte order; the
 * sender is our own program, so what comes is as it was put. */
#ifndef GONGWEN_WIRE_H
#define GONGWEN_WIRE_H

#include <glib.h>
#include <stdint.h>
#include <string.h>

static inline void wire_put_number(GByteArray *bytes, uint32_t number)
{
	g_byte_array_append(bytes, (const guint8 *)&number, sizeof number);
}

/* text: or NULL. */
static inline void wire_put_text(GByteArray *bytes, const char *text)
{
	uint32_t size = text ? (uint32_t)strlen(text) + 1 : 0; /* 0: NULL */
	wire_put_number(bytes, size);
	g_byte_array_append(bytes, (const guint8 *)text, size);
}

/* A message begins with its size, which is put when all else is there. */
static inline GByteArray *wire_begin(void)
{
	GByteArray *bytes = g_byte_array_new();
	wire_put_number(bytes, 0);
	return bytes;
}

static inline void wire_end(GByteArray *bytes)
{
	uint32_t size = bytes->len;
	memcpy(bytes->data, &size, sizeof size);
}

static inline uint32_t wire_get_number(const uint8_t **at)
{
	uint32_t number;
	memcpy(&number, *at, sizeof number);
	*at += sizeof number;
	return number;
}

/* Within the bytes. */
static inline const char *wire_get_text(const uint8_t **at)
{
	uint32_t size = wire_get_number(at);
	const char *text = size ? (const char *)*at : NULL;
	*at += size;
	return text;
}

#endif
