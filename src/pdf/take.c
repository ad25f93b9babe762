/* Pages as they are finished: each is read for what the file says of it beside its drawing, and waits packed for its turn to be drawn, because
 * faces are cut when all glyphs are known. Pages of several copies that look the same wait once. */
#include <hb.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* ---- sheets ---- */

static guint hash_digest(gconstpointer digest)
{
	return (guint)((const struct pdf_digest *)digest)->a;
}

static gboolean equal_digests(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct pdf_digest)) == 0;
}

static void free_sheet(gpointer data)
{
	struct pdf_sheet *sheet = data;

	if (sheet->marks)
		g_array_free(sheet->marks, TRUE);
	if (sheet->words)
		g_array_free(sheet->words, TRUE);
	g_free(sheet->packed.data);
	g_free(sheet->content.data);
	g_free(sheet);
}

/* The sheet that looks like the page, or NULL. A single copy's pages are not compared. */
static struct pdf_sheet *find_sheet(const struct pdf_writer *writer, const struct pdf_digest *digest)
{
	return writer->copy_count > 1 ? g_hash_table_lookup(writer->known, digest) : NULL;
}

static void note_text(struct pdf_writer *writer, struct pdf_sheet *sheet, const struct area_text *text)
{
	sheet->glyph_count += text->glyph_count + (pdf_cut_blank(writer->engine, text) ? 1 : 0);
	writer->most_glyphs = MAX(writer->most_glyphs, text->glyph_count);
	writer->most_clusters = MAX(writer->most_clusters, text->cluster_count);
	writer->most_text = MAX(writer->most_text, text->text_size);
	pdf_cut_note(writer, text);
}

static void note_texts(struct pdf_writer *writer, struct pdf_sheet *sheet, const struct area *area)
{
	for (; area; area = area->next) {
		if (area->kind == AREA_TEXT)
			note_text(writer, sheet, area->text);
		note_texts(writer, sheet, area->first_child);
	}
}

static struct pdf_sheet *new_sheet(struct pdf_writer *writer, unsigned copy, const struct area_page *page,
								   const struct pdf_digest *digest)
{
	struct pdf_sheet *sheet = g_new0(struct pdf_sheet, 1);

	sheet->copy = copy;
	sheet->page_index = writer->copies[copy].page_count;
	sheet->packed = area_pack(page);
	sheet->digest = *digest;
	note_texts(writer, sheet, page->first_area);
	g_ptr_array_add(writer->sheets, sheet);
	g_hash_table_insert(writer->known, &sheet->digest, sheet);
	return sheet;
}

/* ---- the sink of a copy ---- */

struct pdf_taker {
	struct pdf_writer *writer;
	unsigned copy;
};

static void add_page(struct pdf_copy *copy, struct pdf_page page)
{
	g_array_append_val(copy->taken, page);
	copy->pages = (struct pdf_page *)(void *)copy->taken->data;
	copy->page_count = copy->taken->len;
	for (unsigned i = 0; i < page.point_count; i++)
		g_hash_table_add(copy->destinations, (gpointer)(uintptr_t)page.points[i].id);
}

/* A sheet belongs to the first copy that has it, in whatever order pages come. */
static void take_page(struct pdf_writer *writer, unsigned index, const struct area_page *area)
{
	struct pdf_copy *copy = &writer->copies[index];
	struct pdf_digest digest = writer->copy_count > 1 ? pdf_page_digest(area) : (struct pdf_digest){0};
	struct pdf_page page = pdf_page_read(area, copy);

	page.sheet = find_sheet(writer, &digest);
	if (!page.sheet)
		page.sheet = new_sheet(writer, index, area, &digest);
	if (index < page.sheet->copy) {
		page.sheet->copy = index;
		page.sheet->page_index = copy->page_count;
	}
	add_page(copy, page);
}

static void take(void *data, const struct area_page *area)
{
	const struct pdf_taker *taker = data;

	take_page(taker->writer, taker->copy, area);
}

/* What the copies do not differ in is read once. */
static void take_for_all(void *data, const struct area_page *area)
{
	struct pdf_writer *writer = data;
	struct arena *scratch = arena_open();
	bool divided = area_page_is_divided(area);

	for (unsigned i = 0; i < writer->copy_count; i++) {
		if (i == 0 || divided)
			take_page(writer, i, divided ? area_page_of_copy(scratch, area, i + 1) : area);
		else
			add_page(&writer->copies[i], writer->copies[0].pages[writer->copies[0].page_count - 1]);
		if (!writer->copies[i].first_words)
			writer->copies[i].first_words = writer->copies[0].first_words;
	}
	arena_close(scratch);
}

static void open_copy(struct pdf_copy *copy)
{
	copy->arena = arena_open();
	copy->taken = g_array_new(FALSE, FALSE, sizeof(struct pdf_page));
	copy->destinations = g_hash_table_new(g_str_hash, g_str_equal);
	copy->first_words = NULL;
	copy->pages = NULL;
	copy->page_count = 0;
}

static void close_copy(struct pdf_copy *copy)
{
	arena_close(copy->arena);
	g_array_free(copy->taken, TRUE);
	g_hash_table_destroy(copy->destinations);
}

/* Drops the pages of this copy and of those after it. The last sheets are theirs. */
static void drop_from(struct pdf_writer *writer, unsigned first)
{
	GPtrArray *sheets = writer->sheets;

	while (sheets->len && ((struct pdf_sheet *)sheets->pdata[sheets->len - 1])->copy >= first) {
		g_hash_table_remove(writer->known, &((struct pdf_sheet *)sheets->pdata[sheets->len - 1])->digest);
		g_ptr_array_set_size(sheets, (gint)sheets->len - 1);
	}
	for (unsigned i = first; i < writer->copy_count; i++) {
		close_copy(&writer->copies[i]);
		open_copy(&writer->copies[i]);
	}
}

static void again(void *data)
{
	const struct pdf_taker *taker = data;

	drop_from(taker->writer, taker->copy);
}

static void again_for_all(void *data)
{
	drop_from(data, 0);
}

/* ---- the writer ---- */

struct pdf_writer *pdf_begin(struct pdf_engine *engine, struct pdf_order *orders, unsigned count)
{
	struct pdf_writer *writer = g_new0(struct pdf_writer, 1);

	writer->engine = engine;
	writer->sink = orders[0].sink;
	writer->arena = arena_open();
	writer->sheets = g_ptr_array_new_with_free_func(free_sheet);
	writer->known = g_hash_table_new(hash_digest, equal_digests);
	writer->wanted = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)hb_set_destroy);
	writer->packs = count > 1 ? pdf_packs_open() : NULL;
	writer->copy_count = count;
	writer->copies = ARENA_ARRAY(writer->arena, struct pdf_copy, count);
	for (unsigned i = 0; i < count; i++) {
		writer->copies[i].order = &orders[i];
		orders[i].bytes = (struct bytes){0};
		open_copy(&writer->copies[i]);
	}
	return writer;
}

struct area_sink pdf_pages(struct pdf_writer *writer, unsigned copy)
{
	struct pdf_taker *taker = ARENA_NEW(writer->arena, struct pdf_taker);

	*taker = (struct pdf_taker){writer, copy};
	return (struct area_sink){taker, take, again};
}

struct area_sink pdf_pages_of_all(struct pdf_writer *writer)
{
	return (struct area_sink){writer, take_for_all, again_for_all};
}

static gint compare_sheets(gconstpointer a, gconstpointer b)
{
	const struct pdf_sheet *first = *(struct pdf_sheet *const *)a, *second = *(struct pdf_sheet *const *)b;

	if (first->copy != second->copy)
		return first->copy < second->copy ? -1 : 1;
	return first->page_index < second->page_index ? -1 : first->page_index > second->page_index;
}

void pdf_sort_sheets(struct pdf_writer *writer)
{
	g_ptr_array_sort(writer->sheets, compare_sheets);
}

void pdf_free(struct pdf_writer *writer)
{
	if (!writer)
		return;
	for (unsigned i = 0; i < writer->copy_count; i++)
		close_copy(&writer->copies[i]);
	g_hash_table_destroy(writer->known);
	g_hash_table_destroy(writer->wanted);
	g_ptr_array_free(writer->sheets, TRUE);
	if (writer->packs)
		g_ptr_array_free(writer->packs, TRUE);
	arena_close(writer->arena);
	g_free(writer);
}
