/* Reading finished PDFs back in tests, with poppler. */
#ifndef GONGWEN_TESTS_PDF_READER_H
#define GONGWEN_TESTS_PDF_READER_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <poppler.h>

#define MM_PER_PT (25.4 / 72)

static inline PopplerDocument *reader_open(const char *data, size_t size)
{
	GBytes *bytes = g_bytes_new(data, size);
	GError *error = NULL;
	PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, &error);

	if (!document)
		fail_msg("poppler: %s", error->message);
	g_bytes_unref(bytes);
	return document;
}

static inline PopplerDocument *reader_open_file(const char *path)
{
	char *data = NULL;
	gsize size = 0;
	PopplerDocument *document;

	if (!g_file_get_contents(path, &data, &size, NULL))
		fail_msg("cannot read %s", path);
	document = reader_open(data, size);
	g_free(data);
	return document;
}

/* All text of the document without white space, in the order in which the pages draw it. g_free() it. */
static inline char *reader_text(PopplerDocument *document)
{
	GString *all = g_string_new(NULL);

	for (int i = 0; i < poppler_document_get_n_pages(document); i++) {
		PopplerPage *page = poppler_document_get_page(document, i);
		char *text = poppler_page_get_text(page);

		for (const char *at = text; *at; at = g_utf8_next_char(at))
			if (!g_unichar_isspace(g_utf8_get_char(at)))
				g_string_append_unichar(all, g_utf8_get_char(at));
		g_free(text);
		g_object_unref(page);
	}
	return g_string_free(all, FALSE);
}

/* Where the first occurrence of `words` on a page stands, in mm from its top left: the box that poppler gives its characters (whose
 * height is the font's, not the ink's). */
struct reader_box {
	double left, top, right, bottom;
};

static inline struct reader_box reader_find(PopplerDocument *document, int index, const char *words)
{
	PopplerPage *page = poppler_document_get_page(document, index);
	char *text = poppler_page_get_text(page), *found = strstr(text, words);
	PopplerRectangle *boxes = NULL;
	guint count = 0;
	struct reader_box box;
	glong first, length = g_utf8_strlen(words, -1);

	if (!found)
		fail_msg("page %d does not say %s", index + 1, words);
	first = g_utf8_pointer_to_offset(text, found);
	assert_true(poppler_page_get_text_layout(page, &boxes, &count));
	assert_true((glong)count >= first + length);
	box = (struct reader_box){boxes[first].x1, boxes[first].y1, boxes[first + length - 1].x2, boxes[first + length - 1].y2};
	box.left *= MM_PER_PT;
	box.top *= MM_PER_PT;
	box.right *= MM_PER_PT;
	box.bottom *= MM_PER_PT;
	g_free(boxes);
	g_free(text);
	g_object_unref(page);
	return box;
}

/* Every font is embedded as a subset, and none is a bitmap; gives how many there are. */
static inline int reader_check_fonts(PopplerDocument *document)
{
	PopplerFontInfo *info = poppler_font_info_new(document);
	PopplerFontsIter *fonts = NULL;
	int count = 0;

	poppler_font_info_scan(info, poppler_document_get_n_pages(document), &fonts);
	if (fonts) {
		do {
			assert_true(poppler_fonts_iter_is_embedded(fonts));
			assert_true(poppler_fonts_iter_is_subset(fonts));
			assert_int_not_equal(poppler_fonts_iter_get_font_type(fonts), POPPLER_FONT_TYPE_TYPE3);
			count++;
		} while (poppler_fonts_iter_next(fonts));
		poppler_fonts_iter_free(fonts);
	}
	g_object_unref(info);
	return count;
}

/* Whether a font of this name, without its subset's letters, is used. */
static inline bool reader_has_font(PopplerDocument *document, const char *name)
{
	PopplerFontInfo *info = poppler_font_info_new(document);
	PopplerFontsIter *fonts = NULL;
	bool found = false;

	poppler_font_info_scan(info, poppler_document_get_n_pages(document), &fonts);
	if (fonts) {
		do
			found = found || strstr(poppler_fonts_iter_get_full_name(fonts), name);
		while (poppler_fonts_iter_next(fonts));
		poppler_fonts_iter_free(fonts);
	}
	g_object_unref(info);
	return found;
}

/* The page's size in mm is A4's. */
static inline void reader_check_a4(PopplerDocument *document, int index)
{
	PopplerPage *page = poppler_document_get_page(document, index);
	double width, height;

	poppler_page_get_size(page, &width, &height);
	if (fabs(width * MM_PER_PT - 210) > 0.01 || fabs(height * MM_PER_PT - 297) > 0.01)
		fail_msg("page %d is %.3f × %.3f mm", index + 1, width * MM_PER_PT, height * MM_PER_PT);
	g_object_unref(page);
}

/* qpdf finds no fault in the file's syntax and streams. */
static inline void reader_check_syntax(const char *data, size_t size)
{
	char *path = NULL, *command;
	int file = g_file_open_tmp("gongwen-XXXXXX.pdf", &path, NULL);

	assert_true(file >= 0);
	g_close(file, NULL);
	assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	command = g_strdup_printf("qpdf --check '%s' >/dev/null 2>&1", path);
	if (system(command) != 0)
		fail_msg("qpdf --check finds faults");
	g_unlink(path);
	g_free(command);
	g_free(path);
}

/* The file with its objects in plain text, each "<<\n  /Key value …" (qpdf --qdf). g_string_free() it; binary streams are in it too. */
static inline GString *reader_objects(const char *data, size_t size)
{
	char *path = NULL, *command, buffer[65536];
	int file = g_file_open_tmp("gongwen-XXXXXX.pdf", &path, NULL);
	GString *text = g_string_new(NULL);
	FILE *pipe;

	assert_true(file >= 0);
	g_close(file, NULL);
	assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	command = g_strdup_printf("qpdf --qdf --object-streams=disable '%s' -", path);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	for (size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
		g_string_append_len(text, buffer, (gssize)got);
	if (pclose(pipe) != 0)
		fail_msg("qpdf cannot read the file");
	g_unlink(path);
	g_free(command);
	g_free(path);
	return text;
}

#endif
