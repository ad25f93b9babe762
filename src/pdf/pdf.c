/* Area trees → PDF files: the order of the steps. Cairo draws the distinct pages into memory, because it reports success after most
 * failed writes; what it drew is read, marked and written anew for each copy. The result is checked: as many glyphs drawn as the
 * trees hold, each found again in Cairo's streams, every face embedded. Nothing here depends on the clock, the time zone, the locale or
 * an earlier document. */
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

bool pdf_fail(struct pdf_writer *writer, const char *en, const char *zh)
{
	diag_report_both(writer->sink, DIAG_PDF_FAILED, (struct place){0}, en, zh);
	return false;
}

bool pdf_fail_status(struct pdf_writer *writer, struct place place, cairo_status_t status)
{
	diag_report(writer->sink, DIAG_PDF_FAILED, place, "Cairo: %s", cairo_status_to_string(status));
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

/* ---- the process ---- */

struct pdf_engine *pdf_open(const char *color_profile, struct diag_sink *sink)
{
	struct pdf_engine *engine;
	struct bytes profile;

	if (!file_read(color_profile, 1 << 20, &profile, sink))
		return NULL;
	engine = g_new0(struct pdf_engine, 1);
	engine->color_profile = pdf_deflate(profile.data, profile.size);
	engine->cuts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, pdf_cut_close);
	engine->faces = g_hash_table_new(g_direct_hash, g_direct_equal);
	free(profile.data);
	return engine;
}

void pdf_close(struct pdf_engine *engine)
{
	if (!engine)
		return;
	g_hash_table_destroy(engine->faces);
	g_hash_table_destroy(engine->cuts);
	g_free(engine->color_profile.data);
	g_free(engine);
}

/* ---- opening and closing ---- */

static void open_surface(struct pdf_writer *writer)
{
	const struct pdf_page *first = &writer->copies[0].pages[0];

	pdf_deflate_pause();
	writer->surface = cairo_pdf_surface_create_for_stream(take_bytes, writer, len_to_pt(first->width), len_to_pt(first->height));
	cairo_pdf_surface_restrict_to_version(writer->surface, CAIRO_PDF_VERSION_1_5);
	writer->cairo = cairo_create(writer->surface);
	pdf_text_open(writer);
}

static void close_surface(struct pdf_writer *writer)
{
	pdf_text_close(writer);
	pdf_close_images(writer);
	cairo_destroy(writer->cairo);
	cairo_surface_destroy(writer->surface);
	pdf_deflate_resume();
	free(writer->bytes.data);
}

/* ---- the steps ---- */

/* Messages about a page go to the first copy that has it. */
static bool draw_sheets(struct pdf_writer *writer)
{
	struct arena *scratch = arena_open();
	bool done = true;

	for (guint s = 0; s < writer->sheets->len && done; s++) {
		struct pdf_sheet *sheet = writer->sheets->pdata[s];

		writer->sink = writer->copies[sheet->copy].order->sink;
		sheet->page = &writer->copies[sheet->copy].pages[sheet->page_index];
		done = pdf_draw_sheet(writer, sheet, scratch);
	}
	writer->sink = writer->copies[0].order->sink;
	arena_close(scratch);
	return done;
}

/* Makes Cairo write the rest of its file: the fonts. */
static bool finish_surface(struct pdf_writer *writer)
{
	cairo_status_t status = cairo_status(writer->cairo);

	cairo_surface_finish(writer->surface);
	pdf_deflate_resume();
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(writer->surface);
	if (writer->out_of_memory)
		status = CAIRO_STATUS_NO_MEMORY;
	if (status != CAIRO_STATUS_SUCCESS)
		return pdf_fail_status(writer, (struct place){0}, status);
	return true;
}

static bool check_glyphs(struct pdf_writer *writer)
{
	uint64_t glyph_count = 0;

	for (guint s = 0; s < writer->sheets->len; s++)
		glyph_count += ((const struct pdf_sheet *)writer->sheets->pdata[s])->glyph_count;
	if (writer->glyphs_drawn == glyph_count)
		return true;
	diag_report_words(writer->sink, DIAG_PDF_FAILED, (struct place){0}, "%llu of %llu glyphs drawn",
					  "字形画出 %llu 个，应为 %llu 个", (unsigned long long)writer->glyphs_drawn,
					  (unsigned long long)glyph_count);
	return false;
}

static bool mark_sheets(struct pdf_writer *writer, const struct pdf_drawn *drawn)
{
	for (guint s = 0; s < writer->sheets->len; s++) {
		struct pdf_sheet *sheet = writer->sheets->pdata[s];
		const struct pdf_drawn_object *page = &drawn->objects[drawn->pages[s]];
		size_t content = pdf_drawn_reference(page, "/Contents");

		sheet->resources = pdf_drawn_reference(page, "/Resources");
		if (content >= drawn->count || sheet->resources >= drawn->count || !drawn->objects[content].is_deflated ||
			!pdf_content_mark(sheet, drawn, &drawn->objects[content], writer->arena)) {
			diag_report_words(writer->sink, DIAG_PDF_FAILED, (struct place){0}, "page %u does not hold what was drawn",
							  "第 %u 页与所画不符", sheet->page->index + 1);
			return false;
		}
	}
	return true;
}

static bool write_files(struct pdf_writer *writer)
{
	struct pdf_drawn drawn;
	bool done = pdf_drawn_read(&drawn, writer) && mark_sheets(writer, &drawn);

	for (unsigned i = 0; i < writer->copy_count && done; i++)
		done = pdf_file_write(writer, &writer->copies[i], &drawn);
	pdf_drawn_close(&drawn);
	return done;
}

/* ISO 19005-2, 6.1.13; viewers show no others. */
static bool check_sizes(const struct pdf_copy *copy)
{
	const len least = 3 * LEN_PT, most = 14400 * LEN_PT;

	for (unsigned i = 0; i < copy->page_count; i++) {
		const struct pdf_page *page = &copy->pages[i];

		if (MIN(page->width, page->height) >= least && MAX(page->width, page->height) <= most)
			continue;
		diag_report(copy->order->sink, DIAG_PDF_PAGE_SIZE, page->place, "%d × %d pt", page->width / LEN_PT,
					page->height / LEN_PT);
		return false;
	}
	return true;
}

static bool write_copies(struct pdf_writer *writer)
{
	bool done;

	for (unsigned i = 0; i < writer->copy_count; i++) {
		if (!writer->copies[i].page_count)
			return pdf_fail(writer, "the document has no page", "文书没有一页");
		if (!check_sizes(&writer->copies[i]))
			return false;
	}
	pdf_sort_sheets(writer);
	open_surface(writer);
	done = pdf_cut_faces(writer) && draw_sheets(writer) && finish_surface(writer) && check_glyphs(writer) && write_files(writer);
	close_surface(writer);
	for (unsigned i = 0; i < writer->copy_count && !done; i++) {
		struct pdf_order *order = writer->copies[i].order;

		g_free(order->bytes.data);
		order->bytes = (struct bytes){0};
	}
	return done;
}

bool pdf_end(struct pdf_writer *writer, bool write)
{
	bool done = write && write_copies(writer);

	pdf_free(writer);
	return done;
}

bool pdf_write_copies(struct pdf_engine *engine, struct pdf_order *orders, unsigned count)
{
	struct pdf_writer *writer = pdf_begin(engine, orders, count);

	for (unsigned i = 0; i < count; i++) {
		struct area_sink pages = pdf_pages(writer, i);

		for (const struct area_page *page = orders[i].tree->first_page; page; page = page->next)
			pages.take(pages.data, page);
	}
	return pdf_end(writer, true);
}

bool pdf_write(struct pdf_engine *engine, const struct area_tree *tree, struct bytes *bytes, struct diag_sink *sink)
{
	struct pdf_order order = {.tree = tree, .profile = PDF_A2A_UA1, .sink = sink};
	bool done = pdf_write_copies(engine, &order, 1);

	*bytes = order.bytes;
	return done;
}
