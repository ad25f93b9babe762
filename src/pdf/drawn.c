/* Reads Cairo's finished file. Cairo writes plain objects and one cross-reference table (ISO 32000-1, 7.5.4): the table is read, and
 * each object is divided into dictionary and stream data, which stay where they are: a stream is inflated when it is needed, as all at once would
 * be twice the file. Numbers that Cairo reserved and never wrote stay empty. On the way the
 * self-check looks at every font: outlines only, all embedded. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

static bool contains(const char *text, size_t size, const char *word)
{
	return memmem(text, size, word, strlen(word)) != NULL;
}

size_t pdf_drawn_reference(const struct pdf_drawn_object *object, const char *name)
{
	size_t length = strlen(name);
	const char *end = object->body + object->size;

	for (const char *at = object->body; (at = memmem(at, (size_t)(end - at), name, length)) != NULL; at += length)
		if (at[length] == ' ')
			return strtoul(at + length, NULL, 10);
	return 0;
}

/* ---- objects ---- */

/* The file's last line but one says where the table is, the table how many objects there are. */
static const char *find_table(const struct bytes *bytes, size_t *count)
{
	const char *tail = bytes->data + (bytes->size > 64 ? bytes->size - 64 : 0), *start = strstr(tail, "startxref\n");
	size_t table;
	char *end;

	if (!start)
		return NULL;
	table = strtoul(start + strlen("startxref\n"), NULL, 10);
	if (table >= bytes->size || strncmp(bytes->data + table, "xref\n0 ", 7) != 0)
		return NULL;
	*count = strtoul(bytes->data + table + 7, &end, 10);
	return *end == '\n' && (bytes->size - table) / 20 >= *count ? end + 1 : NULL;
}

/* The length of a stream is an object of its own, which comes after it. */
static size_t stream_length(const struct pdf_drawn *drawn, const struct pdf_drawn_object *object)
{
	const char *found = memmem(object->body, object->size, "/Length ", 8);
	size_t number = found ? strtoul(found + 8, NULL, 10) : 0;
	char *end = NULL;

	if (found)
		strtoul(found + 8, &end, 10);
	if (end && strncmp(end, " 0 R", 4) == 0)
		return number < drawn->count && drawn->objects[number].body ? strtoul(drawn->objects[number].body, NULL, 10) : 0;
	return number;
}

/* An object is there when its number stands where the table says: Cairo gives numbers it never used whatever offset it had. */
static void find_object(struct pdf_drawn_object *object, const struct bytes *bytes, size_t number, size_t offset)
{
	char head[32];
	int length = snprintf(head, sizeof head, "%zu 0 obj\n", number);
	const char *end, *stream;

	if (offset + (size_t)length >= bytes->size || strncmp(bytes->data + offset, head, (size_t)length) != 0)
		return;
	object->body = bytes->data + offset + length;
	end = strstr(object->body, "endobj");
	stream = strstr(object->body, "stream\n");
	object->is_stream = stream && (!end || stream < end);
	object->size = (size_t)((object->is_stream ? stream : end ? end : object->body) - object->body);
}

static bool read_stream(const struct pdf_drawn *drawn, struct pdf_drawn_object *object, const struct bytes *bytes)
{
	const char *data = object->body + object->size + strlen("stream\n");
	size_t length = stream_length(drawn, object);

	if (length > bytes->size - (size_t)(data - bytes->data))
		return false;
	object->is_deflated = contains(object->body, object->size, "/Filter /FlateDecode");
	object->data = (struct bytes){(char *)(uintptr_t)data, length};
	return true;
}

bool pdf_drawn_inflate(const struct pdf_drawn_object *object, struct bytes *plain)
{
	if (!pdf_inflate(object->data.data, object->data.size, plain)) {
		g_free(plain->data);
		*plain = (struct bytes){0};
		return false;
	}
	if (!contains(object->body, object->size, "/Subtype /Image"))
		pdf_latin_settle(plain);
	return true;
}

static bool read_objects(struct pdf_drawn *drawn, struct pdf_writer *writer)
{
	const char *table = find_table(&writer->bytes, &drawn->count);

	if (!table)
		return false;
	drawn->objects = ARENA_ARRAY(writer->arena, struct pdf_drawn_object, drawn->count);
	for (size_t number = 1; number < drawn->count; number++)
		find_object(&drawn->objects[number], &writer->bytes, number, strtoul(table + 20 * number, NULL, 10));
	for (size_t number = 1; number < drawn->count; number++)
		if (drawn->objects[number].is_stream && !read_stream(drawn, &drawn->objects[number], &writer->bytes))
			return false;
	return true;
}

/* ---- pages ---- */

static bool read_pages(struct pdf_drawn *drawn, struct pdf_writer *writer)
{
	drawn->pages = ARENA_ARRAY(writer->arena, size_t, writer->sheets->len + 1);
	for (size_t number = 1; number < drawn->count; number++) {
		const struct pdf_drawn_object *object = &drawn->objects[number];
		const char *kids = object->body ? memmem(object->body, object->size, "/Kids [", 7) : NULL;
		char *next;

		if (!kids || object->is_stream || !contains(object->body, object->size, "/Type /Pages"))
			continue;
		for (kids += 7; drawn->page_count < writer->sheets->len; kids = next + strlen(" 0 R")) {
			size_t page = strtoul(kids, &next, 10);

			if (next == kids || page >= drawn->count || !drawn->objects[page].body)
				break;
			drawn->pages[drawn->page_count++] = page;
		}
		break;
	}
	return drawn->page_count == writer->sheets->len;
}

/* ---- the self-check ---- */

static bool check_fonts(const struct pdf_drawn *drawn, struct pdf_writer *writer)
{
	for (size_t number = 1; number < drawn->count; number++) {
		const struct pdf_drawn_object *object = &drawn->objects[number];

		if (!object->body || object->is_stream)
			continue;
		if (contains(object->body, object->size, "/Subtype /Type3") ||
			(contains(object->body, object->size, "/Type /FontDescriptor") && !contains(object->body, object->size, "/FontFile")))
			return pdf_fail(writer, "a font could not be embedded", "字体无法嵌入");
	}
	return true;
}

/* In our own copy of Cairo's bytes. */
static void rename_font(const struct pdf_drawn *drawn, const char before[6], const char after[6])
{
	for (size_t number = 1; number < drawn->count; number++) {
		const struct pdf_drawn_object *object = &drawn->objects[number];
		const char *end = object->body + object->size, *at = object->body;

		while (at && !object->is_stream && (at = memmem(at, (size_t)(end - at), before, 6)) != NULL) {
			if (at[-1] == '/' && at[6] == '+')
				memcpy((char *)(uintptr_t)at, after, 6);
			at += 6;
		}
	}
}

/* The letters that come from a font program. */
static bool letters_of(const struct pdf_drawn_object *program, char letters[7])
{
	struct bytes outlines;
	uint64_t hash;

	if (!program->is_stream || !pdf_drawn_inflate(program, &outlines))
		return false;
	hash = pdf_bytes_digest(outlines.data, outlines.size).a;
	for (int i = 0; i < 6; i++, hash /= 26)
		letters[i] = (char)('A' + hash % 26);
	g_free(outlines.data);
	return true;
}

/* Cairo makes the six letters before a subset's name from glyph numbers, which depend on the cut; here they come from the font program:
 * the same outlines, the same letters. */
static bool name_fonts(struct pdf_drawn *drawn)
{
	for (size_t number = 1; number < drawn->count; number++) {
		const struct pdf_drawn_object *object = &drawn->objects[number];
		const char *name = object->body && !object->is_stream ? memmem(object->body, object->size, "/FontName /", 11) : NULL;
		size_t program = name ? pdf_drawn_reference(object, "/FontFile3") + pdf_drawn_reference(object, "/FontFile2") : 0;
		char before[7] = "", after[7] = "";

		if (!program || program >= drawn->count || name[17] != '+')
			continue;
		memcpy(before, name + 11, 6);
		if (!letters_of(&drawn->objects[program], after))
			return false;
		rename_font(drawn, before, after);
	}
	return true;
}

bool pdf_drawn_read(struct pdf_drawn *drawn, struct pdf_writer *writer)
{
	*drawn = (struct pdf_drawn){0};
	if (!read_objects(drawn, writer) || !read_pages(drawn, writer) || !name_fonts(drawn))
		return pdf_fail(writer, "Cairo's file is not as expected", "Cairo 写出的文件与预期不符");
	return check_fonts(drawn, writer);
}

void pdf_drawn_close(struct pdf_drawn *drawn)
{
	for (size_t number = 1; drawn->objects && number < drawn->count; number++)
		g_free(drawn->objects[number].packed.data);
}
