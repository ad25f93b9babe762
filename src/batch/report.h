/* report: what a worker says of one copy of a document, packed for a pipe. */
#ifndef GONGWEN_REPORT_H
#define GONGWEN_REPORT_H

#include <glib.h>

#include "pipeline.h"

struct report {
	uint32_t copy; /* which one of the document's */
	bool written;
	uint32_t write_error; /* errno of a file that could not be written; 0 */
	uint32_t pages;
	char sha256[65];
	struct diag_sink *messages; /* of an unpacked report; NULL: none */
};

void report_hash(struct report *report, const void *data, size_t size);
/* The report and all messages of the sink. g_byte_array_free() it. */
GByteArray *report_pack(const struct report *report, const struct diag_sink *messages);
/* The report at the front of the bytes, and its packed size; NULL when it is not complete. report_free() it. */
struct report *report_unpack(const uint8_t *bytes, size_t available, size_t *size);
void report_free(struct report *report);
/* Puts the report's messages into the sink. */
void report_replay(const struct report *report, struct diag_sink *sink);

#endif
