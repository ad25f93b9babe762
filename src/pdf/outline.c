/* The outline (ISO 32000-1, 12.3.3): of the bookmarks, or where there are none of the headings, when there are several. */
#include <string.h>

#include "pdf/pdf_int.h"

struct place_on_page {
	unsigned page;
	len x, y;
};

/* ---- items ---- */

/* How many lines an item opens below itself: those of its open children too (12.3.3). */
static unsigned count_items(const struct area_outline *item)
{
	unsigned count = 0;

	for (; item; item = item->next)
		count += 1 + (item->open ? count_items(item->first_child) : 0);
	return count;
}

static void put_link_to(GString *out, const char *name, unsigned number)
{
	if (!number)
		return;
	pdf_put(out, name);
	pdf_put_reference(out, number);
}

/* Where a heading is; false: the item is a bookmark. */
static bool put_heading(const struct pdf_output *output, GString *out, const struct area_outline *item)
{
	const struct place_on_page *to = output->heading_places ? g_hash_table_lookup(output->heading_places, item) : NULL;

	if (!to)
		return false;
	pdf_put(out, "/Dest[");
	pdf_put_reference(out, output->pages[to->page]);
	pdf_put(out, "/XYZ ");
	pdf_put_length(out, to->x);
	pdf_put(out, " ");
	pdf_put_length(out, output->copy->pages[to->page].height - to->y);
	pdf_put(out, " null]");
	return true;
}

static void put_item(struct pdf_output *output, const struct area_outline *item, const unsigned links[5])
{
	static const char *const names[] = {"/Parent ", "/Prev ", "/Next ", "/First ", "/Last "};
	GString *out = output->file.text;
	unsigned count = count_items(item->first_child);
	const char *title = pdf_one_line(output->writer->arena, item->title);

	pdf_put(out, "<</Title");
	pdf_put_string(out, title ? title : PDF_NO_TITLE);
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		put_link_to(out, names[i], links[i]);
	if (count) {
		pdf_put(out, item->open ? "/Count " : "/Count -");
		pdf_put_number(out, count);
	}
	if (!put_heading(output, out, item) && !pdf_put_target(output, out, item->to, item->place)) {
		pdf_put(out, "/Dest[");
		pdf_put_reference(out, output->pages[0]);
		pdf_put(out, "/Fit]");
	}
	pdf_put(out, ">>");
}

/* Writes a level and what is below; gives its first and last item. */
static void put_level(struct pdf_output *output, const struct area_outline *item, unsigned parent, unsigned ends[2])
{
	unsigned before = 0, number = item ? pdf_file_reserve(&output->file) : 0;

	ends[0] = ends[1] = number;
	for (; item; item = item->next) {
		unsigned next = item->next ? pdf_file_reserve(&output->file) : 0, below[2];

		put_level(output, item->first_child, number, below);
		put_item(output, item, (const unsigned[]){parent, before, next, below[0], below[1]});
		pdf_file_put(&output->file, number);
		ends[1] = before = number;
		number = next;
	}
}

/* ---- headings ---- */

/* A heading's words, and where they begin; those of its later pages follow. */
struct found {
	GString *words;
	struct place_on_page place;
};

static void free_found(gpointer data)
{
	struct found *found = data;

	g_string_free(found->words, TRUE);
	g_free(found);
}

/* Elements → struct found. */
static GHashTable *find_headings(const struct pdf_copy *copy)
{
	GHashTable *all = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_found);

	for (unsigned p = 0; p < copy->page_count; p++)
		for (unsigned i = 0; i < copy->pages[p].heading_count; i++) {
			const struct pdf_heading *heading = &copy->pages[p].headings[i];
			struct found *found = g_hash_table_lookup(all, heading->tag);

			if (!found) {
				found = g_new0(struct found, 1);
				*found = (struct found){g_string_new(NULL), {p, heading->x, heading->y}};
				g_hash_table_insert(all, (gpointer)(uintptr_t)heading->tag, found);
			}
			g_string_append(found->words, heading->words);
		}
	return all;
}

static void append_item(struct area_outline **first, struct area_outline **last, struct area_outline *item)
{
	if (*last)
		(*last)->next = item;
	else
		*first = item;
	*last = item;
}

/* Below the last heading of a higher level. */
static struct area_outline *outline_of_headings(struct pdf_output *output)
{
	struct arena *arena = output->writer->arena;
	GHashTable *all = find_headings(output->copy);
	struct area_outline *first = NULL, *last = NULL, *open[7] = {NULL};

	output->heading_places = g_hash_table_new(g_direct_hash, g_direct_equal);
	for (unsigned i = 0; i < output->heading_count; i++) {
		const struct pdf_level *heading = &output->headings[i];
		const struct found *found = g_hash_table_lookup(all, heading->tag);
		struct area_outline *item, *above = open[heading->level - 1];
		struct place_on_page *place;

		if (!found)
			continue;
		item = ARENA_NEW(arena, struct area_outline);
		place = ARENA_NEW(arena, struct place_on_page);
		item->title = arena_string(arena, found->words->str);
		item->open = true;
		*place = found->place;
		g_hash_table_insert(output->heading_places, item, place);
		append_item(above ? &above->first_child : &first, above ? &above->last_child : &last, item);
		for (unsigned level = heading->level; level < G_N_ELEMENTS(open); level++)
			open[level] = item;
	}
	g_hash_table_destroy(all);
	return first && (first->next || first->first_child) ? first : NULL;
}

/* ---- the outline ---- */

unsigned pdf_outline(struct pdf_output *output)
{
	const struct area_outline *first = output->copy->order->tree->outline;
	GString *out = output->file.text;
	unsigned number = 0, ends[2];

	if (!first && output->heading_count > 1)
		first = outline_of_headings(output);
	if (first) {
		number = pdf_file_reserve(&output->file);
		put_level(output, first, number, ends);
		pdf_put(out, "<</Type/Outlines");
		put_link_to(out, "/First ", ends[0]);
		put_link_to(out, "/Last ", ends[1]);
		pdf_put(out, "/Count ");
		pdf_put_number(out, count_items(first));
		pdf_put(out, ">>");
		pdf_file_put(&output->file, number);
	}
	if (output->heading_places)
		g_hash_table_destroy(output->heading_places);
	return number;
}
