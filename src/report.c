/* report: struct report ⇄ bytes. Layout: total size, job, written, error, pages, hash, number of messages; each message: severity, line,
 * column, then code, file and text as size and bytes. Same machine, same program: native byte order. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

void report_hash(struct report *report, const void *data, size_t size)
{
	digest_hex(data, size, report->sha256);
}

/* ---- packing ---- */

static void put_number(GByteArray *bytes, uint32_t number)
{
	g_byte_array_append(bytes, (const guint8 *)&number, sizeof number);
}

static void put_text(GByteArray *bytes, const char *text)
{
	uint32_t size = text ? (uint32_t)strlen(text) + 1 : 0; /* 0: NULL */
	put_number(bytes, size);
	g_byte_array_append(bytes, (const guint8 *)text, size);
}

GByteArray *report_pack(const struct report *report, const struct diag_sink *messages)
{
	GByteArray *bytes = g_byte_array_new();
	put_number(bytes, 0);
	put_number(bytes, report->job);
	put_number(bytes, report->written);
	put_number(bytes, report->write_error);
	put_number(bytes, report->pages);
	put_text(bytes, report->sha256);
	put_number(bytes, diag_size(messages));
	for (unsigned i = 0; i < diag_size(messages); i++) {
		const struct diag_message *message = diag_get(messages, i);
		put_number(bytes, message->severity);
		put_number(bytes, (uint32_t)message->place.line);
		put_number(bytes, (uint32_t)message->place.col);
		put_text(bytes, message->code);
		put_text(bytes, message->place.file);
		put_text(bytes, message->text);
	}
	memcpy(bytes->data, &bytes->len, sizeof(uint32_t));
	return bytes;
}

/* ---- unpacking; the sender is our own program ---- */

static uint32_t get_number(const uint8_t **at)
{
	uint32_t number;
	memcpy(&number, *at, sizeof number);
	*at += sizeof number;
	return number;
}

static const char *get_text(const uint8_t **at)
{
	uint32_t size = get_number(at);
	const char *text = size ? (const char *)*at : NULL;
	*at += size;
	return text;
}

struct report *report_unpack(const uint8_t *bytes, size_t available, size_t *size)
{
	const uint8_t *at = bytes;
	if (available < sizeof(uint32_t) || available < (*size = get_number(&at)))
		return NULL;
	struct report *report = g_new0(struct report, 1);
	report->job = get_number(&at);
	report->written = get_number(&at) != 0;
	report->write_error = get_number(&at);
	report->pages = get_number(&at);
	g_strlcpy(report->sha256, get_text(&at), sizeof report->sha256);
	uint32_t count = get_number(&at);
	report->messages = count ? diag_open(DIAG_ENGLISH) : NULL; /* the texts are made already */
	for (; count; count--) {
		enum diag_severity severity = (enum diag_severity)get_number(&at);
		struct place place = {.line = (int)get_number(&at), .col = (int)get_number(&at)};
		const char *code = get_text(&at);
		place.file = get_text(&at);
		const char *text = get_text(&at);
		diag_report_rule(report->messages, code, severity, place, text);
	}
	return report;
}

void report_free(struct report *report)
{
	if (!report)
		return;
	if (report->messages)
		diag_close(report->messages);
	g_free(report);
}

void report_replay(const struct report *report, struct diag_sink *sink)
{
	if (report->messages)
		diag_append(sink, report->messages);
}
