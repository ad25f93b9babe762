/* Inside base: what its files share. */
#ifndef GONGWEN_BASE_INT_H
#define GONGWEN_BASE_INT_H

#include <sys/types.h>

#include "base/base.h"

/* Reads an open file to its end; path only for messages. */
bool file_read_descriptor(int in, const char *path, size_t max_bytes, struct bytes *bytes, struct diag_sink *sink);

/* The calls by which files are written. Tests put failing ones here. */
struct file_calls {
	ssize_t (*write)(int, const void *, size_t);
	int (*fsync)(int);
	int (*close)(int);
	int (*rename)(const char *, const char *);
};
extern struct file_calls file_calls;

/* ---- store.c ---- */

/* Pieces of memory in a file; NULL: there is no room, and the error tells why. */
void *store_alloc(size_t size);
void store_free(void *piece);
bool store_has(const void *piece); /* false: it is none of these */
size_t store_size(const void *piece);
/* Takes all pages out of the process; what is in them stays. A signal may do it. */
void store_let_go(void);
bool store_is_empty(void);
void store_shrink(void); /* when it is empty: the disk gets its room back */
void store_leave(void);  /* for a process that was forked: nothing of it is freed any more */
int store_error(const char **folder);

/* ---- counted.c ---- */

struct counted;
struct counted *counted_of(const struct diag_sink *sink);
void counted_free(struct counted *counted);
/* What is said for a message (itself, mostly), with how many other ones it stands for; NULL: it has been said. */
const struct diag_message *counted_say(struct counted *counted, const struct diag_message *message, int *others);

#endif
