/* Area tree → PDF bytes: the order of the steps. Cairo draws into memory, because it reports success after most failed writes;
 * what it leaves out is patched in afterwards; then the result is checked against the tree: as many glyphs drawn as it holds,
 * every face embedded. Nothing here depends on the clock, the time zone, the locale or an earlier document. */
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

bool pdf_fail(struct pdf_writer *writer, struct place place, const char *reason)
{
	diag_report(writer->sink, DIAG_PDF_FAILED, place, "%s", reason);
	return false;
}

/* ---- the memory that Cairo writes to ---- */

static cairo_status_t take_bytes(void *closure, const unsigned char *data, unsigned int size)
{
	struct pdf_writer *writer = closure;
	size_t needed = writer->bytes.size + size + 1;

	if (needed > writer->capacity) {
		size_t capacity = needed < (1u << 16) ? 1u << 16 : needed * 2;
		char *grown = realloc(writer->bytes.data, capacity);

		if (!grown) {
			writer->out_of_memory = true;
			return CAIRO_STATUS_WRITE_ERROR;
		}
		writer->bytes.data = grown;
		writer->capacity = capacity;
	}
	memcpy(writer->bytes.data + writer->bytes.size, data, size);
	writer->bytes.size += size;
	writer->bytes.data[writer->bytes.size] = '\0';
	return CAIRO_STATUS_SUCCESS;
}

/* ---- opening and closing ---- */

static void open_writer(struct pdf_writer *writer)
{
	const struct area_page *first = writer->tree->first_page;

	writer->arena = arena_open();
	pdf_survey_open(&writer->survey, writer->tree);
	writer->marked = g_hash_table_new(g_str_hash, g_str_equal);
	writer->surface = cairo_pdf_surface_create_for_stream(take_bytes, writer, len_to_pt(first->width), len_to_pt(first->height));
	cairo_pdf_surface_restrict_to_version(writer->surface, CAIRO_PDF_VERSION_1_5);
	writer->cairo = cairo_create(writer->surface);
	pdf_text_open(writer);
}

static void close_writer(struct pdf_writer *writer)
{
	pdf_text_close(writer);
	pdf_close_images(writer);
	cairo_destroy(writer->cairo);
	cairo_surface_destroy(writer->surface);
	g_hash_table_destroy(writer->marked);
	pdf_survey_close(&writer->survey);
	free(writer->bytes.data);
	arena_close(writer->arena);
}

/* ---- the steps ---- */

static bool draw_pages(struct pdf_writer *writer)
{
	for (const struct area_page *page = writer->tree->first_page; page; page = page->next)
		if (!pdf_draw_page(writer, page))
			return false;
	return true;
}

/* Makes Cairo write the rest of the file: outline, fonts, description. */
static bool finish_surface(struct pdf_writer *writer)
{
	cairo_status_t status;

	pdf_outline(writer);
	status = cairo_status(writer->cairo);
	cairo_surface_finish(writer->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(writer->surface);
	if (writer->out_of_memory)
		status = CAIRO_STATUS_NO_MEMORY;
	if (status != CAIRO_STATUS_SUCCESS)
		return pdf_fail(writer, (struct place){0}, cairo_status_to_string(status));
	return true;
}

static bool check_glyphs(struct pdf_writer *writer)
{
	if (writer->glyphs_drawn == writer->survey.glyph_count)
		return true;
	diag_report(writer->sink, DIAG_PDF_FAILED, (struct place){0}, "%llu of %llu glyphs drawn",
				(unsigned long long)writer->glyphs_drawn, (unsigned long long)writer->survey.glyph_count);
	return false;
}

bool pdf_write(const struct area_tree *tree, struct bytes *bytes, struct diag_sink *sink)
{
	struct pdf_writer writer = {.tree = tree, .sink = sink};
	bool done;

	*bytes = (struct bytes){0};
	if (!tree->first_page)
		return pdf_fail(&writer, (struct place){0}, "the document has no page");
	open_writer(&writer);
	pdf_describe(&writer);
	done = draw_pages(&writer) && finish_surface(&writer) && check_glyphs(&writer) && pdf_patch(&writer);
	if (done) {
		*bytes = writer.bytes;
		writer.bytes = (struct bytes){0};
	}
	close_writer(&writer);
	return done;
}
