/* heading: what the headings on a page say, for the outline (outline.c). */
#include <string.h>

#include "pdf/pdf_int.h"

struct heading {
	const struct area_structure *tag;
	GString *words;
	len x, y;
};

struct pdf_headings pdf_headings_begin(void)
{
	return (struct pdf_headings){.all = g_array_new(FALSE, FALSE, sizeof(struct heading))};
}

/* A note, a reading or a picture in it says nothing of the heading. What is known of an element stands in `headings`. */
static const struct area_structure *heading_around(const struct pdf_headings *headings, const struct area_structure *tag)
{
	static const char *const apart[] = {"Note", "Reference", "RT", "RP", "Figure"};

	for (; tag && tag != headings->outer; tag = tag->parent) {
		if (tag->role[0] == 'H' && (!tag->role[1] || (tag->role[1] >= '1' && tag->role[1] <= '6' && !tag->role[2])))
			return tag;
		for (size_t i = 0; i < G_N_ELEMENTS(apart); i++)
			if (tag->role[0] == apart[i][0] && strcmp(tag->role, apart[i]) == 0)
				return NULL;
	}
	return tag ? headings->outer_heading : NULL;
}

/* Texts stand beside or within the one before, more often than not: blocks nest thousands of levels deep, and are not gone through for each. */
static void take_tag(struct pdf_headings *headings, const struct area_structure *tag)
{
	const struct area_structure *outer = tag ? tag->parent : NULL;

	headings->outer_heading = heading_around(headings, outer);
	headings->outer = outer;
	headings->last_heading = heading_around(headings, tag);
	headings->last_tag = tag;
}

void pdf_heading_read(struct pdf_headings *headings, const struct area_text *text, struct pdf_point point,
					  const struct area_structure *tag)
{
	GArray *all = headings->all;

	if (tag != headings->last_tag)
		take_tag(headings, tag);
	if (!headings->last_heading)
		return;
	if (!all->len || g_array_index(all, struct heading, all->len - 1).tag != headings->last_heading) {
		struct heading heading = {headings->last_heading, g_string_new(NULL), MAX(point.x, 0), MAX(point.y, 0)};

		g_array_append_val(all, heading);
	}
	g_string_append_printf(g_array_index(all, struct heading, all->len - 1).words, "%.*s%s", (int)text->text_size, text->text,
						   text->ends_word ? " " : "");
}

void pdf_headings_end(struct pdf_headings *headings, struct pdf_page *page, struct arena *arena)
{
	GArray *all = headings->all;

	page->heading_count = all->len;
	page->headings = ARENA_ARRAY(arena, struct pdf_heading, all->len + 1);
	for (guint i = 0; i < all->len; i++) {
		const struct heading *heading = &g_array_index(all, struct heading, i);

		page->headings[i] = (struct pdf_heading){heading->tag, arena_string(arena, heading->words->str), heading->x, heading->y};
		g_string_free(heading->words, TRUE);
	}
	g_array_free(all, TRUE);
}
