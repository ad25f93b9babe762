/* A PDF file made of objects: streams stand by themselves, all other objects are packed into object streams (ISO 32000-1, 7.5.7), and
 * a cross-reference stream says where each is (7.5.8). The identifier is made from the content: same content, same identifier. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

#define PACK_COUNT 200 /* objects in a stream */

/* Type 1: at an offset; type 2: in an object stream, at an index. Type 0: never written. */
struct pdf_entry {
	unsigned type, index;
	size_t place; /* offset, or number of the object stream */
};

/* ---- values ---- */

void pdf_put(GString *out, const char *text)
{
	g_string_append(out, text);
}

void pdf_put_number(GString *out, long long number)
{
	char digits[24], *at = digits + sizeof digits;
	unsigned long long rest = number < 0 ? 0ull - (unsigned long long)number : (unsigned long long)number;

	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--at = '-';
	g_string_append_len(out, at, digits + sizeof digits - at);
}

void pdf_put_reference(GString *out, unsigned number)
{
	pdf_put_number(out, number);
	pdf_put(out, " 0 R");
}

void pdf_put_length(GString *out, len length)
{
	long long thousandths = ((long long)length * 1000 * 2 + (length < 0 ? -LEN_PT : LEN_PT)) / (2 * LEN_PT);
	unsigned long long size = thousandths < 0 ? 0ull - (unsigned long long)thousandths : (unsigned long long)thousandths;

	if (thousandths < 0)
		g_string_append_c(out, '-');
	pdf_put_number(out, (long long)(size / 1000));
	if (size % 1000) {
		char digits[] = {'.', (char)('0' + size % 1000 / 100), (char)('0' + size % 100 / 10), (char)('0' + size % 10)};

		g_string_append_len(out, digits, digits[3] != '0' ? 4 : digits[2] != '0' ? 3 : 2);
	}
}

static void put_hex(GString *out, unsigned value, int digits)
{
	for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
		g_string_append_c(out, "0123456789ABCDEF"[value >> shift & 15]);
}

/* A text string (7.9.2): letters, digits and harmless marks as they are, all else as UTF-16 in hexadecimal. Nothing in it can end it. */
void pdf_put_string(GString *out, const char *text)
{
	const char *at = text, *end = limit_string_end(text);

	while (at < end && *at >= ' ' && *at <= '~' && !strchr("()\\", *at))
		at++;
	if (at == end) {
		g_string_append_c(out, '(');
		g_string_append_len(out, text, end - text);
		g_string_append_c(out, ')');
		return;
	}
	pdf_put(out, "<FEFF");
	for (at = text; at < end; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char_validated(at, -1);

		if ((gint32)c < 0)
			c = 0xFFFD;
		if (c > 0xFFFF) {
			put_hex(out, 0xD800 + ((c - 0x10000) >> 10), 4);
			put_hex(out, 0xDC00 + ((c - 0x10000) & 0x3FF), 4);
		} else {
			put_hex(out, c, 4);
		}
		if (c == 0xFFFD && (signed char)*at < 0 && g_utf8_get_char_validated(at, -1) == (gunichar)-2)
			break;
	}
	g_string_append_c(out, '>');
}

/* A name (7.3.5). */
void pdf_put_name(GString *out, const char *text)
{
	g_string_append_c(out, '/');
	for (; *text; text++) {
		if (*text > ' ' && *text <= '~' && !strchr("()<>[]{}/%#", *text)) {
			g_string_append_c(out, *text);
		} else {
			g_string_append_c(out, '#');
			put_hex(out, (unsigned char)*text, 2);
		}
	}
}

/* ---- objects ---- */

void pdf_file_open(struct pdf_file *file, GPtrArray *packs)
{
	*file = (struct pdf_file){.packs = packs,
							  .out = g_string_sized_new(1 << 18),
							  .entries = g_array_new(FALSE, TRUE, sizeof(struct pdf_entry)),
							  .pack = g_string_sized_new(1 << 15),
							  .pack_map = g_string_new(NULL),
							  .text = g_string_new(NULL)};
	g_array_set_size(file->entries, 1);
	pdf_put(file->out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

unsigned pdf_file_reserve(struct pdf_file *file)
{
	g_array_set_size(file->entries, file->entries->len + 1);
	return file->entries->len - 1;
}

static void set_entry(struct pdf_file *file, unsigned number, unsigned type, size_t place, unsigned index)
{
	g_array_index(file->entries, struct pdf_entry, number) = (struct pdf_entry){type, index, place};
}

void pdf_file_put_stream(struct pdf_file *file, unsigned number, struct bytes data)
{
	set_entry(file, number, 1, file->out->len, 0);
	pdf_put_number(file->out, number);
	pdf_put(file->out, " 0 obj\n<<");
	g_string_append_len(file->out, file->text->str, (gssize)file->text->len);
	pdf_put(file->out, "/Length ");
	pdf_put_number(file->out, (long long)data.size);
	pdf_put(file->out, ">>\nstream\n");
	g_string_append_len(file->out, data.data, (gssize)data.size);
	pdf_put(file->out, "\nendstream\nendobj\n");
	g_string_truncate(file->text, 0);
}

/* ---- packs ---- */

struct pdf_pack {
	GString *plain;
	struct bytes packed;
};

static void free_pack(gpointer data)
{
	struct pdf_pack *pack = data;

	g_string_free(pack->plain, TRUE);
	g_free(pack->packed.data);
	g_free(pack);
}

GPtrArray *pdf_packs_open(void)
{
	return g_ptr_array_new_with_free_func(free_pack);
}

/* The objects of the pack being filled, deflated once for all copies that have the same. */
static struct bytes deflate_pack(struct pdf_file *file)
{
	struct pdf_pack *pack;

	for (guint i = 0; i < file->packs->len; i++) {
		pack = file->packs->pdata[i];
		if (g_string_equal(pack->plain, file->pack))
			return pack->packed;
	}
	pack = g_new(struct pdf_pack, 1);
	*pack = (struct pdf_pack){g_string_new_len(file->pack->str, (gssize)file->pack->len),
							  pdf_deflate(file->pack->str, file->pack->len)};
	g_ptr_array_add(file->packs, pack);
	return pack->packed;
}

/* Puts the object stream that was being filled into the file. */
static void flush_pack(struct pdf_file *file)
{
	struct bytes packed;
	size_t first = file->pack_map->len;

	if (!file->pack_count)
		return;
	g_string_prepend_len(file->pack, file->pack_map->str, (gssize)first);
	packed = file->packs ? deflate_pack(file) : pdf_deflate(file->pack->str, file->pack->len);
	g_string_truncate(file->text, 0);
	pdf_put(file->text, "/Type/ObjStm/N ");
	pdf_put_number(file->text, file->pack_count);
	pdf_put(file->text, "/First ");
	pdf_put_number(file->text, (long long)first);
	pdf_put(file->text, "/Filter/FlateDecode");
	pdf_file_put_stream(file, file->pack_number, packed);
	if (!file->packs)
		g_free(packed.data);
	g_string_truncate(file->pack, 0);
	g_string_truncate(file->pack_map, 0);
	file->pack_count = 0;
}

void pdf_file_put(struct pdf_file *file, unsigned number)
{
	if (!file->pack_count)
		file->pack_number = pdf_file_reserve(file);
	set_entry(file, number, 2, file->pack_number, file->pack_count++);
	pdf_put_number(file->pack_map, number);
	g_string_append_c(file->pack_map, ' ');
	pdf_put_number(file->pack_map, (long long)file->pack->len);
	g_string_append_c(file->pack_map, ' ');
	g_string_append_len(file->pack, file->text->str, (gssize)file->text->len);
	g_string_append_c(file->pack, '\n');
	g_string_truncate(file->text, 0);
	if (file->pack_count == PACK_COUNT)
		flush_pack(file);
}

/* ---- the end ---- */

static void put_big_endian(GString *out, size_t value, int bytes)
{
	while (bytes--)
		g_string_append_c(out, (char)(value >> (8 * bytes) & 0xFF));
}

/* Rows of 1 + 4 + 2 bytes. */
static struct bytes pack_entries(const struct pdf_file *file)
{
	GString *rows = g_string_sized_new(file->entries->len * 7);
	struct bytes packed;

	for (guint i = 0; i < file->entries->len; i++) {
		const struct pdf_entry *entry = &g_array_index(file->entries, struct pdf_entry, i);

		put_big_endian(rows, entry->type, 1);
		put_big_endian(rows, entry->place, 4);
		put_big_endian(rows, entry->type == 0 ? 65535 : entry->index, 2);
	}
	packed = pdf_deflate_fast(rows->str, rows->len);
	g_string_free(rows, TRUE);
	return packed;
}

static void put_identifier(GString *out, const struct pdf_digest *id)
{
	g_string_append_printf(out, "<%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x>", id->a, id->b);
}

struct bytes pdf_file_close(struct pdf_file *file, unsigned root, unsigned info)
{
	struct bytes bytes, rows;
	unsigned table;
	size_t start;
	struct pdf_digest id;

	flush_pack(file);
	table = pdf_file_reserve(file);
	start = file->out->len;
	set_entry(file, table, 1, start, 0);
	rows = pack_entries(file);
	id = pdf_bytes_digest(file->out->str, file->out->len);
	g_string_printf(file->text, "/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R/Filter/FlateDecode/ID[", file->entries->len,
					root, info);
	put_identifier(file->text, &id);
	put_identifier(file->text, &id);
	pdf_put(file->text, "]");
	pdf_file_put_stream(file, table, rows);
	g_string_append_printf(file->out, "startxref\n%zu\n%%%%EOF\n", start);
	g_free(rows.data);
	bytes.size = file->out->len;
	bytes.data = g_string_free(file->out, FALSE);
	g_array_free(file->entries, TRUE);
	g_string_free(file->pack, TRUE);
	g_string_free(file->pack_map, TRUE);
	g_string_free(file->text, TRUE);
	return bytes;
}
