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

#endif
