/* source: lines made a few at a time, in measures that change: what stands beside floats. The paragraph is collected, shaped and modelled once, and stays
 * as it is while it is in use, so that lines cost no more than their own text. Where lines end is weighed some way ahead, not to the paragraph's end. */
#include "line/line_int.h"

/* So many lines behind those that are asked for are weighed with them; in the atoms that a line has at least. */
#define LOOKOUT     12
#define ATOMS_LEAST 8

struct line_source {
	struct paragraph paragraph;
	const struct fo_node *first, *end;
	const struct fo_node *link; /* around it */
	bool opens, artifact, repeating;
	struct arena *arena; /* of shaping */
	struct model *model; /* or NULL: nothing to set */
	struct spot *spots;
	uint32_t generation; /* when it was collected: what that made lies there */
	bool is_collected, is_relative, has_objects;
	bool is_held;        /* something of that is needed when lines are made: boxes, decorations, objects */
	bool is_sided;       /* objects hang on the side of their page; */
	bool verso;          /* it was collected for an even one */
	uint32_t taken;      /* what stands before that atom has been put into lines since */
	uint32_t floats_end; /* no float's place is behind that atom */
	unsigned page;       /* that was being planned when it was asked for last */
	unsigned users;
};

/* ---- the content ---- */

/* What is put into a line, or has a length in percent, is made for one line, in one measure. */
static void note_kind(struct line_source *source)
{
	const struct paragraph *paragraph = &source->paragraph;
	source->has_objects = source->is_sided = false;
	source->is_held = paragraph->boxes->len > 0;
	source->is_relative = paragraph->boxes->len > 0 || paragraph->block->style->last_line_end_indent.percent != 0;
	for (guint i = 0; i < paragraph->infos->len; i++) {
		const struct inline_span *info = &g_array_index(paragraph->infos, struct inline_span, i);
		source->has_objects |= info->object || info->leader || info->held;
		source->is_sided |= inline_is_sided(info);
		source->is_held |= info->hanging || info->decorations;
		source->is_relative |= info->before.given || info->after.given || info->move.right || info->move.down;
	}
	source->is_held |= source->has_objects;
	source->is_relative |= source->has_objects;
	source->floats_end = source->taken = 0;
	for (uint32_t i = 0; source->model && i < source->model->count; i++)
		if (g_array_index(paragraph->infos, struct inline_span, source->model->atoms[i].cluster->span).floated)
			source->floats_end = i + 1;
}

static void drop_content(struct line_source *source)
{
	if (!source->is_collected)
		return;
	if (source->model)
		line_model_free(source->model);
	g_free(source->spots);
	inline_close(&source->paragraph);
	arena_clear(source->arena);
	source->model = NULL;
	source->spots = NULL;
	source->is_collected = false;
}

static void collect(struct line_source *source)
{
	struct paragraph *paragraph = &source->paragraph;
	struct layout *layout = paragraph->layout;
	inline_open(paragraph);
	paragraph->ended = paragraph->has_hanging = paragraph->in_word = false;
	inline_collect(paragraph, source->first, source->end);
	paragraph->shaped = NULL;
	if (paragraph->spans->len)
		paragraph->shaped = text_shape(layout->text, &g_array_index(paragraph->spans, struct text_span, 0), paragraph->spans->len,
									   source->arena, layout->sink);
	if (paragraph->shaped)
		source->model = line_model_new(paragraph);
	if (source->model)
		source->spots = g_new(struct spot, source->model->count + 1);
	source->generation = layout->generation;
	source->verso = layout->verso;
	source->is_collected = true;
	note_kind(source);
}

/* As it is in that measure, with the objects of the lines from there on still its own. */
static void prepare(struct line_source *source, len measure, uint32_t from)
{
	struct paragraph *paragraph = &source->paragraph;
	struct layout *layout = paragraph->layout;
	bool other = (source->has_objects && from < source->taken) || (source->is_relative && measure != paragraph->measure) ||
				 (source->is_sided && source->verso != layout->verso);
	if (source->is_collected && (other || (source->is_held && source->generation != layout->generation)))
		drop_content(source);
	paragraph->measure = measure;
	if (source->opens)
		paragraph->indent = layout_indent(layout, paragraph->block, offsetof(struct fo_style, text_indent), measure);
	if (!source->is_collected)
		collect(source);
	/* lines are made in order, but from any one on */
	g_array_set_size(paragraph->open_boxes, 0);
	g_array_set_size(paragraph->open_marked, 0);
	paragraph->next_box = paragraph->next_marked = 0;
}

/* ---- lines ---- */

/* Where weighing ends: behind so many lines and those ahead, if they are full. */
static uint32_t reach_of(const struct line_source *source, uint32_t from, unsigned most)
{
	const struct model *model = source->model;
	int64_t wanted = (int64_t)MAX(source->paragraph.measure, model->em) * (most + LOOKOUT);
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
	prepare(source, measure, from);
	struct model *model = source->model;
	struct line *lines = NULL;
	*next = UINT32_MAX;
	if (model && model->count > from) {
		lines = line_make_stretch(&source->paragraph, model, source->spots, from, reach_of(source, from, most), most, next);
		*next = *next < model->count ? *next : UINT32_MAX;
		source->taken = MAX(source->taken, MIN(*next, model->count));
	}
	layout->in_line = in_line;
	if (!in_line && layout->divided > met) /* what differs from copy to copy stands in lines of one (copies.c) */
		copies_part(layout);
	return lines;
}

bool line_source_has_floats(const struct line_source *source, uint32_t from)
{
	return !source->is_collected || from < source->floats_end;
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
								.link = layout->link,
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
	source->arena = arena_open();
	if (!shared)
		return source;
	g_hash_table_replace(layout->sources, (gpointer)(uintptr_t)first, source);
	source->users++;
	return source;
}

void line_source_close(struct line_source *source)
{
	if (--source->users)
		return;
	drop_content(source);
	arena_close(source->arena);
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
	return source->page < GPOINTER_TO_UINT(page);
}

void line_sources_forget(struct layout *layout, unsigned page)
{
	g_hash_table_foreach_remove(layout->sources, is_left, GUINT_TO_POINTER(page));
}
