/* open: a PDF's bytes → its pages. What is broken, locked or empty is refused with a message. */
#include <stdlib.h>
#include <string.h>

#include "reader/reader_int.h"

#define FILE_MAX (1u << 30) /* bytes */

static bool refuse(struct diag_sink *sink, enum diag_code code, const char *path, const char *why)
{
	struct place place = {.file = path};
	if (why)
		diag_report(sink, code, place, "%s", why);
	else
		diag_say(sink, code, place);
	return false;
}

static void copy_shapes(const GArray *shapes, struct arena *arena, struct reader_page *out)
{
	struct reader_shape *copy = ARENA_ARRAY(arena, struct reader_shape, shapes->len ? shapes->len : 1);
	if (shapes->len)
		memcpy(copy, shapes->data, shapes->len * sizeof *copy);
	out->shapes = copy;
	out->shape_count = shapes->len;
}

static bool read_page(PopplerPage *page, struct fonts *fonts, struct arena *arena, struct reader_page *out)
{
	double width, height;
	poppler_page_get_size(page, &width, &height);
	out->width = len_from_pt(width);
	out->height = len_from_pt(height);
	struct drawing drawing = drawing_open(page, width, height);
	if (!drawing.glyphs)
		return false;
	pictures_measure(page, width, height, drawing.shapes);
	copy_shapes(drawing.shapes, arena, out);
	text_read(page, &drawing, fonts, arena, out);
	links_read(page, height, arena, out);
	drawing_close(&drawing);
	return true;
}

static bool read_pages(PopplerDocument *pdf, const char *path, struct reader_document *document, struct arena *arena,
					   struct diag_sink *sink)
{
	int count = poppler_document_get_n_pages(pdf);
	struct fonts fonts = {g_hash_table_new(g_str_hash, g_str_equal), g_ptr_array_new()};
	struct reader_page *pages = ARENA_ARRAY(arena, struct reader_page, count > 0 ? count : 1);
	bool done = count > 0 || refuse(sink, DIAG_PDF_UNREADABLE, path, NULL);
	for (int i = 0; done && i < count; i++) {
		PopplerPage *page = poppler_document_get_page(pdf, i);
		done = (page && read_page(page, &fonts, arena, &pages[i])) || refuse(sink, DIAG_PDF_UNREADABLE, path, NULL);
		if (page)
			g_object_unref(page);
	}
	const char **names = ARENA_ARRAY(arena, const char *, fonts.names->len + 1);
	for (guint i = 0; i < fonts.names->len; i++)
		names[i] = fonts.names->pdata[i];
	*document = (struct reader_document){(unsigned)count, fonts.names->len, pages, names};
	g_hash_table_destroy(fonts.index);
	g_ptr_array_free(fonts.names, TRUE);
	return done;
}

static PopplerDocument *open_pdf(struct bytes *bytes, const char *path, struct diag_sink *sink)
{
	GError *error = NULL;
	GBytes *data = g_bytes_new_static(bytes->data, bytes->size);
	PopplerDocument *pdf = poppler_document_new_from_bytes(data, NULL, &error);
	g_bytes_unref(data);
	if (pdf)
		return pdf;
	bool locked = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
	refuse(sink, locked ? DIAG_PDF_LOCKED : DIAG_PDF_UNREADABLE, path, NULL);
	g_clear_error(&error);
	return NULL;
}

const struct reader_document *reader_open(const char *path, struct arena *arena, struct diag_sink *sink)
{
	struct bytes bytes;
	struct reader_document *document = ARENA_NEW(arena, struct reader_document);
	if (!file_read(path, FILE_MAX, &bytes, sink))
		return NULL;
	PopplerDocument *pdf = open_pdf(&bytes, path, sink);
	bool done = pdf && read_pages(pdf, path, document, arena, sink);
	if (pdf)
		g_object_unref(pdf);
	free(bytes.data);
	return done ? document : NULL;
}
