/* source: lines made a few at a time, in measures that change: what stands beside floats, or goes on over pages. The paragraph is collected once, for
 * each measure if it has to be, and stays as it is while it is in use, so that lines cost no more than their own text. Where lines end is weighed some
 * way ahead, not to the paragraph's end. */
#include <string.h>

#include "line/line_int.h"

/* So many lines behind those that are asked for are weighed with them; in the atoms that a line has at least. */
#define LOOKOUT     12
#define ATOMS_LEAST 8

/* Pages of an odd and an even width, with a float on each side: more measures than these come back seldom. */
#define MEASURES_MOST 4

struct line_source {
	struct paragraph paragraph; /* what is known of it before it is collected */
	const struct fo_node *first, *end;
	const struct fo_node *link; /* around it */
	bool opens, artifact, repeating;
	struct collected *collected[MEASURES_MOST]; /* the one asked for last stands first; then NULL */
	unsigned page;                              /* the last that needed it */
	unsigned users;
};

/* ---- the content ---- */

/* The content for a measure, on the present page, first of all. */
static struct collected *prepare(struct line_source *source, len measure)
{
	struct collected **all = source->collected, *found = NULL;
	unsigned at = 0;
	while (at + 1 < MEASURES_MOST && all[at] && !line_collected_is_for(all[at], measure))
		at++;
	if (all[at] && line_collected_is_for(all[at], measure))
		found = all[at];
	else if (all[at])
		line_collected_close(all[at]);
	memmove(all + 1, all, at * sizeof *all);
	all[0] = found ? found : line_collect(&source->paragraph, source->first, source->end, source->opens, measure);
	line_collected_take_up(all[0], measure, source->opens);
	return all[0];
}

/* ---- lines ---- */

/* Where weighing ends: behind so many lines and those ahead, if they are full. */
static uint32_t reach_of(const struct collected *collected, uint32_t from, unsigned most)
{
	const struct model *model = collected->model;
	int64_t wanted = (int64_t)MAX(collected->paragraph.measure, model->em) * (most + LOOKOUT);
	uint32_t low = MIN(from + (most + LOOKOUT) * ATOMS_LEAST, model->count), high = model->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		struct measure measure;
		line_measure(model, from, middle, false, LEN_MAX, &measure);
		if (measure.natural < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct line *line_source_make(struct line_source *source, len measure, uint32_t from, unsigned most, uint32_t *next)
{
	struct layout *layout = source->paragraph.layout;
	bool in_line = layout->in_line;
	unsigned met = layout->divided;
	layout->in_line = true;
	struct collected *collected = prepare(source, measure);
	const struct model *model = collected->model;
	struct line *lines = NULL;
	*next = UINT32_MAX;
	if (model && model->count > from) {
		lines = line_make_stretch(&collected->paragraph, model, collected->spots, from, reach_of(collected, from, most), most,
								  next);
		*next = *next < model->count ? *next : UINT32_MAX;
	}
	layout->in_line = in_line;
	if (!in_line && layout->divided > met) /* what differs from copy to copy stands in lines of one (copies.c) */
		copies_part(layout);
	return lines;
}

bool line_source_has_floats(const struct line_source *source, uint32_t from)
{
	return !source->collected[0] || from < source->collected[0]->floats_end;
}

/* ---- its life ---- */

static bool is_same(const struct line_source *source, const struct line_source *asked)
{
	const struct paragraph *a = &source->paragraph, *b = &asked->paragraph;
	return a->block == b->block && a->tag == b->tag && source->first == asked->first && source->end == asked->end &&
		   source->link == asked->link && source->opens == asked->opens && source->artifact == asked->artifact &&
		   source->repeating == asked->repeating;
}

struct line_source *line_source_open(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
									 const struct fo_node *end, bool opens, struct area_structure *tag)
{
	struct line_source asked = {.paragraph = {.layout = layout, .block = block, .tag = tag, .has_places = true},
								.first = first,
								.end = end,
								.link = layout->around.link,
								.opens = opens,
								.artifact = layout->artifact,
								.repeating = layout->repeating,
								.page = layout->areas->page_count,
								.users = 1};
	bool shared = !layout->page_label && !layout->table_marks;
	struct line_source *kept = shared ? g_hash_table_lookup(layout->sources, first) : NULL;
	if (kept && is_same(kept, &asked)) {
		kept->page = asked.page;
		kept->users++;
		return kept;
	}
	struct line_source *source = g_new(struct line_source, 1);
	*source = asked;
	if (!shared)
		return source;
	g_hash_table_replace(layout->sources, (gpointer)(uintptr_t)first, source);
	source->users++;
	return source;
}

/* The page that was made last may have been filled with what was built for one before it: it asked for nothing, and needed it all the same. */
void line_source_close(struct line_source *source)
{
	unsigned pages = source->paragraph.layout->areas->page_count;
	source->page = MAX(source->page, MAX(pages, 1) - 1);
	if (--source->users)
		return;
	for (unsigned i = 0; i < MEASURES_MOST && source->collected[i]; i++)
		line_collected_close(source->collected[i]);
	g_free(source);
}

void line_source_end(struct line_source *source)
{
	GHashTable *kept = source->paragraph.layout->sources;
	if (g_hash_table_lookup(kept, source->first) == source)
		g_hash_table_remove(kept, source->first);
	line_source_close(source);
}

static void close_source(gpointer source)
{
	line_source_close(source);
}

GHashTable *line_sources_new(void)
{
	return g_hash_table_new_full(NULL, NULL, NULL, close_source);
}

static gboolean is_left(gpointer first, gpointer data, gpointer page)
{
	const struct line_source *source = data;
	(void)first;
	return source->users == 1 && source->page < GPOINTER_TO_UINT(page);
}

void line_sources_forget(struct layout *layout, unsigned page)
{
	g_hash_table_foreach_remove(layout->sources, is_left, GUINT_TO_POINTER(page));
}
