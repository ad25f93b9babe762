/* order: a document that a worker is to make, all its copies, packed for a pipe. */
#ifndef GONGWEN_ORDER_H
#define GONGWEN_ORDER_H

#include <glib.h>

#include "pipeline.h"

struct order {
	const char *input;      /* path of the file that its pictures are named in */
	const struct job *jobs; /* one for each copy: document, copy_key, stylesheet, file, attached */
	unsigned count;
};

/* g_byte_array_free() it. */
GByteArray *order_pack(const struct job *jobs, unsigned count, const char *input);
/* The next order from the file descriptor; NULL: there will be none. order_free() it. */
struct order *order_read(int in);
void order_free(struct order *order);

#endif
