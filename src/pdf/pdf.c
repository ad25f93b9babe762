/* Area trees → PDF files: the order of the steps. Cairo draws the distinct pages into memory, because it reports success after most
 * failed writes; what it drew is read, marked and written anew for each copy. The result is checked: as many glyphs drawn as the
 * trees hold, each found again in Cairo's streams, every face embedded. Nothing here depends on the clock, the time zone, the locale or
 * an earlier document. */
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

/* ---- the process ---- */

struct pdf_engine *pdf_open(const char *color_profile, struct diag_sink *sink)
{
	struct pdf_engine *engine;
	struct bytes profile;

	if (!file_read(color_profile, 1 << 20, &profile, sink))
		return NULL;
	engine = g_new0(struct pdf_engine, 1);
	engine->color_profile = pdf_deflate(profile.data, profile.size);
	engine->cuts = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, pdf_cut_close);
	free(profile.data);
	return engine;
}

void pdf_close(struct pdf_engine *engine)
{
	if (!engine)
		return;
	g_hash_table_destroy(engine->cuts);
	g_free(engine->color_profile.data);
	g_free(engine);
}

/* ---- pages and sheets ---- */

static guint hash_digest(gconstpointer digest)
{
	return (guint)((const struct pdf_digest *)digest)->a;
}

static gboolean equal_digests(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct pdf_digest)) == 0;
}

static struct pdf_sheet *new_sheet(struct pdf_writer *writer, const struct pdf_page *page)
{
	struct pdf_sheet *sheet = ARENA_NEW(writer->arena, struct pdf_sheet);

	*sheet = (struct pdf_sheet){.page = page, .marks = g_array_new(FALSE, FALSE, sizeof(struct pdf_mark))};
	g_ptr_array_add(writer->sheets, sheet);
	return sheet;
}

/* The sheet that looks like the page, found or new. A single copy's pages are not compared. */
static struct pdf_sheet *find_sheet(struct pdf_writer *writer, const struct pdf_page *page, GHashTable *known)
{
	struct pdf_digest *digest;
	struct pdf_sheet *sheet;

	if (writer->copy_count == 1)
		return new_sheet(writer, page);
	digest = ARENA_NEW(writer->arena, struct pdf_digest);
	*digest = pdf_page_digest(page);
	sheet = g_hash_table_lookup(known, digest);
	if (!sheet) {
		sheet = new_sheet(writer, page);
		g_hash_table_insert(known, digest, sheet);
	}
	return sheet;
}

static void read_copy(struct pdf_writer *writer, struct pdf_copy *copy, struct pdf_order *order, GHashTable *known)
{
	struct pdf_page *page;

	*copy = (struct pdf_copy){.order = order, .page_count = order->tree->page_count};
	copy->pages = ARENA_ARRAY(writer->arena, struct pdf_page, copy->page_count);
	copy->destinations = g_hash_table_new(g_str_hash, g_str_equal);
	page = copy->pages;
	for (const struct area_page *area = order->tree->first_page; area; area = area->next, page++) {
		pdf_page_read(page, area, writer->arena);
		page->sheet = find_sheet(writer, page, known);
		for (unsigned i = 0; i < page->point_count; i++)
			g_hash_table_add(copy->destinations, (gpointer)(uintptr_t)page->points[i].id);
	}
}

static void count_text(struct pdf_writer *writer)
{
	for (guint s = 0; s < writer->sheets->len; s++) {
		const struct pdf_page *page = ((struct pdf_sheet *)writer->sheets->pdata[s])->page;

		for (unsigned i = 0; i < page->leaf_count; i++) {
			const struct area_text *text = page->leaves[i].area->kind == AREA_TEXT ? page->leaves[i].area->text : NULL;

			writer->glyph_count += text ? text->glyph_count : 0;
			writer->most_glyphs = MAX(writer->most_glyphs, text ? text->glyph_count : 0);
			writer->most_clusters = MAX(writer->most_clusters, text ? text->cluster_count : 0);
		}
	}
}

/* ---- opening and closing ---- */

static void open_writer(struct pdf_writer *writer, struct pdf_order *orders, unsigned count)
{
	const struct area_page *first = orders[0].tree->first_page;
	GHashTable *known = g_hash_table_new(hash_digest, equal_digests);

	writer->arena = arena_open();
	writer->sheets = g_ptr_array_new();
	writer->copy_count = count;
	writer->copies = ARENA_ARRAY(writer->arena, struct pdf_copy, count);
	for (unsigned i = 0; i < count; i++)
		read_copy(writer, &writer->copies[i], &orders[i], known);
	g_hash_table_destroy(known);
	count_text(writer);
	pdf_deflate_pause();
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
	pdf_deflate_resume();
	for (guint s = 0; s < writer->sheets->len; s++) {
		struct pdf_sheet *sheet = writer->sheets->pdata[s];

		g_array_free(sheet->marks, TRUE);
		g_free(sheet->content.data);
	}
	for (unsigned i = 0; i < writer->copy_count; i++)
		g_hash_table_destroy(writer->copies[i].destinations);
	g_ptr_array_free(writer->sheets, TRUE);
	free(writer->bytes.data);
	arena_close(writer->arena);
}

/* ---- the steps ---- */

/* Messages about a page go to the first copy that has it. */
static bool draw_sheets(struct pdf_writer *writer)
{
	for (unsigned i = 0; i < writer->copy_count; i++) {
		writer->sink = writer->copies[i].order->sink;
		for (unsigned p = 0; p < writer->copies[i].page_count; p++) {
			struct pdf_page *page = &writer->copies[i].pages[p];

			if (page->sheet->page == page && !pdf_draw_sheet(writer, page->sheet))
				return false;
		}
	}
	writer->sink = writer->copies[0].order->sink;
	return true;
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
		return pdf_fail(writer, (struct place){0}, cairo_status_to_string(status));
	return true;
}

static bool check_glyphs(struct pdf_writer *writer)
{
	if (writer->glyphs_drawn == writer->glyph_count)
		return true;
	diag_report(writer->sink, DIAG_PDF_FAILED, (struct place){0}, "%llu of %llu glyphs drawn",
				(unsigned long long)writer->glyphs_drawn, (unsigned long long)writer->glyph_count);
	return false;
}

static bool mark_sheets(struct pdf_writer *writer, const struct pdf_drawn *drawn)
{
	for (guint s = 0; s < writer->sheets->len; s++) {
		struct pdf_sheet *sheet = writer->sheets->pdata[s];
		const struct pdf_drawn_object *page = &drawn->objects[drawn->pages[s]];
		size_t content = pdf_drawn_reference(page, "/Contents");

		sheet->resources = pdf_drawn_reference(page, "/Resources");
		if (content >= drawn->count || sheet->resources >= drawn->count || !drawn->objects[content].is_plain ||
			!pdf_content_mark(sheet, drawn, &drawn->objects[content], writer->arena)) {
			diag_report(writer->sink, DIAG_PDF_FAILED, (struct place){0}, "page %u does not hold what was drawn",
						sheet->page->area->index + 1);
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

bool pdf_write_copies(struct pdf_engine *engine, struct pdf_order *orders, unsigned count)
{
	struct pdf_writer writer = {.engine = engine, .sink = orders[0].sink};
	bool done;

	for (unsigned i = 0; i < count; i++) {
		orders[i].bytes = (struct bytes){0};
		if (!orders[i].tree->first_page)
			return pdf_fail(&writer, (struct place){0}, "the document has no page");
	}
	open_writer(&writer, orders, count);
	done = pdf_cut_faces(&writer) && draw_sheets(&writer) && finish_surface(&writer) && check_glyphs(&writer) &&
		   write_files(&writer);
	close_writer(&writer);
	for (unsigned i = 0; i < count && !done; i++) {
		g_free(orders[i].bytes.data);
		orders[i].bytes = (struct bytes){0};
	}
	return done;
}

bool pdf_write(struct pdf_engine *engine, const struct area_tree *tree, struct bytes *bytes, struct diag_sink *sink)
{
	struct pdf_order order = {.tree = tree, .profile = PDF_A2A_UA1, .sink = sink};
	bool done = pdf_write_copies(engine, &order, 1);

	*bytes = order.bytes;
	return done;
}
