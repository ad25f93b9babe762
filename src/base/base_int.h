/* Inside base: what its files share. */
#ifndef GONGWEN_BASE_INT_H
#define GONGWEN_BASE_INT_H

#include "base/base.h"

/* Reads an open file to its end; path only for messages. */
bool file_read_descriptor(int in, const char *path, size_t max_bytes, struct bytes *bytes, struct diag_sink *sink);

#endif
