/* report: struct report ⇄ bytes. Layout: total size, copy, written, error, pages, hash, number of messages; each message: severity, line,
 * column, then code, file and text as size and bytes. */
#include "batch/report.h"

#include <stdlib.h>

#include "batch/wire.h"

void report_hash(struct report *report, const void *data, size_t size)
{
	digest_hex(data, size, report->sha256);
}

/* ---- packing ---- */

GByteArray *report_pack(const struct report *report, const struct diag_sink *messages)
{
	GByteArray *bytes = wire_begin();
	wire_put_number(bytes, report->copy);
	wire_put_number(bytes, report->written);
	wire_put_number(bytes, report->write_error);
	wire_put_number(bytes, report->pages);
	wire_put_text(bytes, report->sha256);
	wire_put_number(bytes, diag_size(messages));
	for (unsigned i = 0; i < diag_size(messages); i++) {
		const struct diag_message *message = diag_get(messages, i);
		wire_put_number(bytes, message->severity);
		wire_put_number(bytes, (uint32_t)message->place.line);
		wire_put_number(bytes, (uint32_t)message->place.col);
		wire_put_text(bytes, message->code);
		wire_put_text(bytes, message->place.file);
		wire_put_text(bytes, message->text);
	}
	wire_end(bytes);
	return bytes;
}

/* ---- unpacking ---- */

struct report *report_unpack(const uint8_t *bytes, size_t available, size_t *size)
{
	const uint8_t *at = bytes;
	if (available < sizeof(uint32_t) || available < (*size = wire_get_number(&at)))
		return NULL;
	struct report *report = g_new0(struct report, 1);
	report->copy = wire_get_number(&at);
	report->written = wire_get_number(&at) != 0;
	report->write_error = wire_get_number(&at);
	report->pages = wire_get_number(&at);
	g_strlcpy(report->sha256, wire_get_text(&at), sizeof report->sha256);
	uint32_t count = wire_get_number(&at);
	report->messages = count ? diag_open(DIAG_ENGLISH) : NULL; /* the texts are made already */
	for (; count; count--) {
		enum diag_severity severity = (enum diag_severity)wire_get_number(&at);
		struct place place = {.line = (int)wire_get_number(&at), .col = (int)wire_get_number(&at)};
		const char *code = wire_get_text(&at);
		place.file = wire_get_text(&at);
		const char *text = wire_get_text(&at);
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
