/* order: struct order ⇄ bytes. Layout: total size, copies, packed document as size and bytes, input, stylesheet; each copy: key, file;
 * files to attach, of each: name, description, type, size, bytes. */
#include "batch/order.h"

#include <errno.h>
#include <unistd.h>

#include "batch/wire.h"
#include "pdf/pdf.h"
#include "xml/xml.h"

static void pack_attached(GByteArray *bytes, const struct pdf_attachments *attached)
{
	wire_put_number(bytes, attached ? attached->count : 0);
	for (unsigned i = 0; attached && i < attached->count; i++) {
		const struct pdf_attachment *file = &attached->files[i];
		wire_put_text(bytes, file->name);
		wire_put_text(bytes, file->description);
		wire_put_text(bytes, file->type);
		wire_put_number(bytes, (uint32_t)file->bytes.size);
		g_byte_array_append(bytes, (const guint8 *)file->bytes.data, (guint)file->bytes.size);
	}
}

GByteArray *order_pack(const struct job *jobs, unsigned count, const char *input)
{
	GByteArray *bytes = wire_begin();
	uint32_t size = (uint32_t)xml_packed_size(jobs->document);
	wire_put_number(bytes, count);
	wire_put_number(bytes, size);
	g_byte_array_append(bytes, (const guint8 *)jobs->document, size);
	wire_put_text(bytes, input);
	wire_put_text(bytes, jobs->stylesheet);
	for (unsigned i = 0; i < count; i++) {
		wire_put_text(bytes, jobs[i].copy_key);
		wire_put_text(bytes, jobs[i].file);
	}
	pack_attached(bytes, jobs->attached);
	wire_end(bytes);
	return bytes;
}

/* The order owns the bytes, and its texts lie in them. The document is copied to where a struct may lie. */
struct unpacked {
	struct order order;
	uint8_t *bytes;
	struct xml_packed *document;
	struct pdf_attachments attached;
	struct job jobs[];
};

/* g_free() what it gives. */
static struct pdf_attachments unpack_attached(const uint8_t **at)
{
	unsigned count = wire_get_number(at);
	struct pdf_attachment *files = g_new0(struct pdf_attachment, count);
	for (unsigned i = 0; i < count; i++) {
		files[i].name = wire_get_text(at);
		files[i].description = wire_get_text(at);
		files[i].type = wire_get_text(at);
		files[i].bytes.size = wire_get_number(at);
		files[i].bytes.data = (char *)(uintptr_t)*at;
		*at += files[i].bytes.size;
	}
	return (struct pdf_attachments){files, count};
}

static struct order *unpack(uint8_t *bytes)
{
	const uint8_t *at = bytes;
	unsigned count = wire_get_number(&at);
	uint32_t size = wire_get_number(&at);
	struct unpacked *unpacked = g_malloc0(sizeof *unpacked + count * sizeof *unpacked->jobs);
	unpacked->bytes = bytes;
	unpacked->document = g_memdup2(at, size);
	at += size;
	unpacked->order = (struct order){.input = wire_get_text(&at), .jobs = unpacked->jobs, .count = count};
	const char *stylesheet = wire_get_text(&at);
	for (unsigned i = 0; i < count; i++) {
		unpacked->jobs[i] = (struct job){.document = unpacked->document, .stylesheet = stylesheet};
		unpacked->jobs[i].copy_key = wire_get_text(&at);
		unpacked->jobs[i].file = wire_get_text(&at);
	}
	unpacked->attached = unpack_attached(&at);
	for (unsigned i = 0; i < count && unpacked->attached.count; i++)
		unpacked->jobs[i].attached = &unpacked->attached;
	return &unpacked->order;
}

static bool read_all(int in, void *data, size_t size)
{
	for (char *to = data; size;) {
		ssize_t got = read(in, to, size);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		to += got;
		size -= (size_t)got;
	}
	return true;
}

struct order *order_read(int in)
{
	uint32_t size;
	if (!read_all(in, &size, sizeof size))
		return NULL;
	uint8_t *bytes = g_malloc(size - sizeof size);
	if (read_all(in, bytes, size - sizeof size))
		return unpack(bytes);
	g_free(bytes);
	return NULL;
}

void order_free(struct order *order)
{
	struct unpacked *unpacked = (struct unpacked *)order; /* its first member */
	g_free(unpacked->bytes);
	g_free(unpacked->document);
	g_free((struct pdf_attachment *)(uintptr_t)unpacked->attached.files);
	g_free(unpacked);
}
