/* What Cairo 1.16 leaves out or writes wrong, put right in its finished file; nothing else is touched.
 *
 * Cairo writes plain objects and one cross-reference table (ISO 32000-1, 7.5.4). The table is read, each object is copied with
 * the edits that its kind asks for, and a new table and trailer follow. Numbers of objects that Cairo reserved and never wrote
 * become free entries: references to them are null. On the way the self-check looks at every font: outlines only, all embedded. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* ---- the edits ---- */

/* In objects that begin so, the first `find` becomes `replace`. Strings of the author's cannot look like these: Cairo writes what
 * has a parenthesis in hexadecimal, and link.c lets no blank into a URI or a name. */
struct edit {
	const char *begins, *find, *replace;
};

enum { EDIT_CATALOG, EDIT_COUNT = 6 };

static const struct edit edits[EDIT_COUNT] = {
	[EDIT_CATALOG] = {"<< /Type /Catalog\n", "/Catalog\n", NULL},            /* catalog_entries() */
	{"<< /Type /Annot\n   /Subtype /Link\n", "/Link\n", "/Link\n   /F 4\n"}, /* links are printed: ISO 19005-2, 6.3.2 */
	{"<< /Type /Font\n   /Subtype /CIDFontType2\n", "2\n",
	 "2\n   /CIDToGIDMap /Identity\n"},                        /* TrueType: ISO 19005-2, 6.2.11.3.2 */
	{"<< /Type /Outlines\n", "/Count -", "/Count "},           /* Cairo's sign is wrong: 12.3.3 */
	{"<< /Producer ", "/CreationDate (", "/CreationDate (D:"}, /* 7.9.4 */
	{"<< /Producer ", "/ModDate (", "/ModDate (D:"},
};

static bool is_language_tag(const char *text)
{
	return text && *text && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}

/* Catalog entries: the text's language (14.9.2), and a window that shows the title, not the file's name (12.2). */
static const char *catalog_entries(struct pdf_writer *writer)
{
	const struct area_info *info = &writer->tree->info;
	const char *language = is_language_tag(info->language) ? arena_printf(writer->arena, "   /Lang (%s)\n", info->language) : "";

	return arena_printf(writer->arena, "/Catalog\n%s%s", language,
						info->title ? "   /ViewerPreferences << /DisplayDocTitle true >>\n" : "");
}

/* ---- reading Cairo's file ---- */

struct object {
	size_t number, offset, end; /* offset of "n 0 obj" */
};

struct file {
	const char *data;
	size_t size, table;     /* table: offset of "xref" */
	size_t count;           /* object numbers, with 0 */
	struct object *objects; /* those written, in order of offset */
	size_t written;
	unsigned long root, info;
};

static int by_offset(const void *a, const void *b)
{
	const struct object *x = a, *y = b;

	return (x->offset > y->offset) - (x->offset < y->offset);
}

/* The file's last line but one says where the table is, the table how many objects there are, the trailer which is the root. */
static bool read_frame(struct file *file)
{
	const char *tail = file->data + (file->size > 64 ? file->size - 64 : 0), *start = strstr(tail, "startxref\n"), *trailer;
	char *end;

	if (!start)
		return false;
	file->table = strtoul(start + strlen("startxref\n"), NULL, 10);
	if (file->table >= file->size || strncmp(file->data + file->table, "xref\n0 ", 7) != 0)
		return false;
	file->count = strtoul(file->data + file->table + 7, &end, 10);
	if (*end != '\n' || (file->size - file->table) / 20 < file->count)
		return false;
	trailer = end + 1 + 20 * file->count;
	return sscanf(trailer, "trailer << /Size %*u /Root %lu 0 R /Info %lu 0 R", &file->root, &file->info) == 2;
}

/* An entry counts when its object is really there: Cairo gives numbers it never used whatever offset it had. */
static bool read_objects(struct file *file, struct arena *arena)
{
	const char *entry = strchr(file->data + file->table + 7, '\n') + 1;

	file->objects = ARENA_ARRAY(arena, struct object, file->count);
	for (size_t number = 1; number < file->count; number++) {
		size_t offset = strtoul(entry + 20 * number, NULL, 10);
		char head[32];
		int length = snprintf(head, sizeof head, "%zu 0 obj\n", number);

		if (offset < file->table && strncmp(file->data + offset, head, (size_t)length) == 0)
			file->objects[file->written++] = (struct object){number, offset, file->table};
	}
	if (file->written == 0)
		return false;
	qsort(file->objects, file->written, sizeof *file->objects, by_offset);
	for (size_t i = 0; i + 1 < file->written; i++)
		file->objects[i].end = file->objects[i + 1].offset;
	return true;
}

/* ---- the self-check ---- */

static bool contains(const char *text, size_t size, const char *word)
{
	return memmem(text, size, word, strlen(word)) != NULL;
}

/* Every font is a subset with its outlines in the file; false for a bitmap font or one that is only named. */
static bool check_font(const char *dictionary, size_t size, size_t *embedded)
{
	if (contains(dictionary, size, "/Subtype /Type3"))
		return false;
	if (!contains(dictionary, size, "/Type /FontDescriptor"))
		return true;
	*embedded += 1;
	return contains(dictionary, size, "/FontFile");
}

static bool check_fonts(struct pdf_writer *writer, const struct file *file)
{
	size_t embedded = 0;

	for (size_t i = 0; i < file->written; i++) {
		const char *body = file->data + file->objects[i].offset;
		size_t size = file->objects[i].end - file->objects[i].offset;
		const char *stream = memmem(body, size, "\nstream\n", 8);

		if (!check_font(body, stream ? (size_t)(stream - body) : size, &embedded))
			return pdf_fail(writer, (struct place){0}, "a font could not be embedded");
	}
	if (embedded < g_hash_table_size(writer->survey.faces) && !writer->page_outside)
		return pdf_fail(writer, (struct place){0}, "a font in use is missing from the file");
	return true;
}

/* ---- writing ---- */

static void put(struct bytes *out, const char *data, size_t size)
{
	memcpy(out->data + out->size, data, size);
	out->size += size;
}

/* Copies an object, with the edits of its kind in the order in which the table has them. */
static void put_object(struct bytes *out, const struct file *file, const struct object *object, const char *catalog)
{
	const char *at = file->data + object->offset, *end = file->data + object->end, *body = (const char *)memchr(at, '\n', 32) + 1;

	for (size_t i = 0; i < EDIT_COUNT; i++) {
		const struct edit *edit = &edits[i];
		const char *replace = i == EDIT_CATALOG ? catalog : edit->replace, *found;

		if (strncmp(body, edit->begins, strlen(edit->begins)) != 0)
			continue;
		found = memmem(at, (size_t)(end - at), edit->find, strlen(edit->find));
		if (!found)
			continue;
		put(out, at, (size_t)(found - at));
		put(out, replace, strlen(replace));
		at = found + strlen(edit->find);
	}
	put(out, at, (size_t)(end - at));
}

/* Free entries all point back to object 0 and are never used again (7.5.4). */
static void put_table(struct bytes *out, const struct file *file, const size_t *offsets)
{
	out->size += (size_t)sprintf(out->data + out->size, "xref\n0 %zu\n", file->count);
	for (size_t number = 0; number < file->count; number++)
		out->size += (size_t)sprintf(out->data + out->size, offsets[number] ? "%010zu 00000 n \n" : "%010zu 65535 f \n",
									 offsets[number]);
}

/* The identifier is made from the file's content: same content, same identifier (14.4). */
static void put_trailer(struct bytes *out, const struct file *file, size_t table)
{
	char *id = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)out->data, table);

	out->size += (size_t)sprintf(
		out->data + out->size,
		"trailer\n<< /Size %zu\n   /Root %lu 0 R\n   /Info %lu 0 R\n   /ID [ <%s> <%s> ]\n>>\nstartxref\n%zu\n%%%%EOF\n",
		file->count, file->root, file->info, id, id, table);
	g_free(id);
}

static void put_file(struct bytes *out, const struct file *file, const char *catalog, struct arena *arena)
{
	size_t *offsets = ARENA_ARRAY(arena, size_t, file->count), table;

	put(out, file->data, file->objects[0].offset);
	for (size_t i = 0; i < file->written; i++) {
		offsets[file->objects[i].number] = out->size;
		put_object(out, file, &file->objects[i], catalog);
	}
	table = out->size;
	put_table(out, file, offsets);
	put_trailer(out, file, table);
}

bool pdf_patch(struct pdf_writer *writer)
{
	struct file file = {.data = writer->bytes.data, .size = writer->bytes.size};
	const char *catalog = catalog_entries(writer);
	struct bytes out = {0};

	if (!read_frame(&file) || !read_objects(&file, writer->arena))
		return pdf_fail(writer, (struct place){0}, "Cairo's file is not as expected");
	if (!check_fonts(writer, &file))
		return false;
	out.data = malloc(file.size + 8 * file.count + strlen(catalog) +
					  512); /* an edit adds 5 bytes at most; the trailer's are in 512 */
	if (!out.data)
		return pdf_fail(writer, (struct place){0}, "memory is out");
	put_file(&out, &file, catalog, writer->arena);
	free(writer->bytes.data);
	writer->bytes = out;
	return true;
}
