/* collected: the inline content of a paragraph, collected, shaped and modelled once, ready for lines to be made of it in one measure and on one side of a
 * sheet; or on any page, when nothing in it hangs on these. */
#include "line/line_int.h"

/* ---- what hangs on the page ---- */

static bool is_relative_space(const struct fo_space *space)
{
	return fo_is_relative(&space->minimum) || fo_is_relative(&space->optimum) || fo_is_relative(&space->maximum);
}

/* Edges, spaces, and places beside one's own. */
static bool is_relative_style(const struct fo_style *style)
{
	return fo_is_relative(&style->padding_before.length) || fo_is_relative(&style->padding_after.length) ||
		   fo_is_relative(&style->padding_start.length) || fo_is_relative(&style->padding_end.length) ||
		   fo_is_relative(&style->left) || fo_is_relative(&style->right) || is_relative_space(&style->space_start) ||
		   is_relative_space(&style->space_end);
}

/* A container is as wide as the measure unless it is said; so is at most a leader. */
static bool is_relative_object(const struct inline_span *info)
{
	const struct fo_range *width = &info->node->style->inline_progression_dimension;
	return info->leader || info->held || info->node->kind == FO_INLINE_CONTAINER || fo_is_relative(&width->minimum) ||
		   fo_is_relative(&width->optimum) || fo_is_relative(&width->maximum);
}

static bool is_relative(const struct paragraph *paragraph)
{
	if (fo_is_relative(&paragraph->block->style->last_line_end_indent))
		return true;
	for (guint i = 0; i < paragraph->boxes->len; i++)
		if (is_relative_style(g_array_index(paragraph->boxes, struct inline_box, i).node->style))
			return true;
	for (guint i = 0; i < paragraph->infos->len; i++) {
		const struct inline_span *info = &g_array_index(paragraph->infos, struct inline_span, i);
		if (is_relative_style(info->node->style) || ((info->object || info->leader) && is_relative_object(info)))
			return true;
	}
	return false;
}

static bool is_sided(const struct paragraph *paragraph)
{
	for (guint i = 0; i < paragraph->infos->len && paragraph->block->sided; i++)
		if (inline_is_sided(&g_array_index(paragraph->infos, struct inline_span, i)))
			return true;
	return false;
}

/* ---- collecting ---- */

static void find_floats(struct collected *collected)
{
	const GArray *infos = collected->paragraph.infos;
	for (uint32_t i = 0; collected->model && i < collected->model->count; i++)
		if (g_array_index(infos, struct inline_span, collected->model->atoms[i].cluster->span).floated)
			collected->floats_end = i + 1;
}

static void set_measure(struct collected *collected, len measure, bool opens)
{
	struct paragraph *paragraph = &collected->paragraph;
	paragraph->measure = measure;
	if (opens)
		paragraph->indent = layout_indent(paragraph->layout, paragraph->block, offsetof(struct fo_style, text_indent), measure);
}

struct collected *line_collect(const struct paragraph *of, const struct fo_node *first, const struct fo_node *end, bool opens,
							   len measure)
{
	struct collected *collected = g_new(struct collected, 1);
	*collected = (struct collected){.paragraph = *of, .shaping = arena_open(), .arena = arena_open(), .verso = of->layout->verso};
	struct layout *layout = of->layout;
	struct arena *around = layout->arena;
	arena_hold(around, collected->arena); /* rows that are built as they are asked for are known to others */
	layout->arena = collected->arena;
	set_measure(collected, measure, opens);
	inline_open(&collected->paragraph);
	inline_collect(&collected->paragraph, first, end);
	collected->model = line_model_new(&collected->paragraph, collected->shaping);
	collected->spots = collected->model ? g_new(struct spot, collected->model->count + 1) : NULL;
	layout->arena = around;
	collected->is_relative = is_relative(&collected->paragraph);
	collected->is_sided = is_sided(&collected->paragraph);
	find_floats(collected);
	return collected;
}

void line_collected_close(struct collected *collected)
{
	line_model_free(collected->model);
	g_free(collected->spots);
	inline_close(&collected->paragraph);
	arena_close(collected->shaping);
	arena_close(collected->arena);
	g_free(collected);
}

/* ---- lines ---- */

bool line_collected_is_for(const struct collected *collected, len measure)
{
	const struct paragraph *paragraph = &collected->paragraph;
	return (!collected->is_relative || paragraph->measure == measure) &&
		   (!collected->is_sided || collected->verso == paragraph->layout->verso);
}

void line_collected_take_up(struct collected *collected, len measure, bool opens)
{
	struct paragraph *paragraph = &collected->paragraph;
	set_measure(collected, measure, opens);
	g_array_set_size(paragraph->open_boxes, 0);
	g_array_set_size(paragraph->open_marked, 0);
	paragraph->next_box = paragraph->next_marked = 0;
	arena_hold(paragraph->layout->arena, collected->arena);
}
