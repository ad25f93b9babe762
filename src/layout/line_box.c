/* line_box: the backgrounds, borders and padding of inlines, behind a line's text. */
#include "layout/line_area_int.h"

/* Where a line ends within, an inline shows no border (the initial conditionality, XSL 4.3.1). */
static const struct area_box *part_of_box(struct arena *arena, const struct area_box *box, bool starts, bool ends)
{
	if (starts && ends)
		return box;
	struct area_box *part = ARENA_NEW(arena, struct area_box);
	*part = *box;
	if (!starts)
		part->border[AREA_START] = (struct area_border){0};
	if (!ends)
		part->border[AREA_END] = (struct area_border){0};
	return part;
}

/* The line's first atom of that span or a later one; its end, when there is none. Lines may have boxes by the thousand. */
static uint32_t first_of_span(const struct line_content *content, guint span)
{
	uint32_t low = content->measure.first, high = content->measure.end;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (content->model->atoms[middle].cluster->span < span)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where the part of a box stands that is behind atoms [from, to), which run the same way; starts, ends: it has the box's own edge there, beside
 * which inlines around may take room of the same atom. */
static struct stretch box_part(const struct line_content *content, const struct inline_box *box, uint32_t from, uint32_t to,
							   bool starts, bool ends)
{
	const struct atom *atoms = content->model->atoms;
	struct stretch place = line_stretch(content, from, to); /* of the cell: a lost blank is no part of it */
	len before = starts ? atoms[from].lead - box->lead : 0, after = ends ? atoms[to - 1].trail - box->trail : 0;
	bool left = line_runs_left(&atoms[from]);
	place.start += left ? after : before;
	place.end -= left ? before : after;
	return place;
}

static void add_box(struct paragraph *paragraph, const struct line_content *content, struct area *line,
					const struct inline_box *box)
{
	const struct atom *atoms = content->model->atoms;
	uint32_t from = first_of_span(content, box->first), to = first_of_span(content, box->end);
	const struct text_style *style = inline_style(paragraph->layout, box->node);
	if (from == to || !box->box || !style)
		return;
	struct text_metrics metrics = text_font_metrics(style->font);
	bool starts = !box->goes_on && atoms[from].lead >= box->lead, ends = !box->is_cut && atoms[to - 1].trail >= box->trail;
	struct stretch place = {LEN_MAX, LEN_MIN};
	for (uint32_t at = from, next; at < to; at = next) {
		next = line_level_end(content, at, to);
		struct stretch part = box_part(content, box, at, next, starts && at == from, ends && next == to);
		place = (struct stretch){MIN(place.start, part.start), MAX(place.end, part.end)};
	}
	struct area *area = line_add_area(paragraph, AREA_INLINE, line, place.start + box->move.right,
									  line->baseline - box->shift - metrics.ascent - box->before + box->move.down,
									  place.end - place.start, metrics.ascent + metrics.descent + box->before + box->after);
	area->place = box->node->place;
	area->tag = &area_artifact;
	area->box = part_of_box(paragraph->layout->arena, box->box, starts, ends);
}

void line_add_boxes(struct paragraph *paragraph, const struct line_content *content, struct area *line)
{
	if (content->measure.first == content->measure.end)
		return;
	guint first = content->model->atoms[content->measure.first].cluster->span;
	guint end = content->model->atoms[content->measure.end - 1].cluster->span + 1u;
	guint kept = 0;
	GArray *open = paragraph->open_boxes;
	for (; paragraph->next_box < paragraph->boxes->len; paragraph->next_box++) {
		if (g_array_index(paragraph->boxes, struct inline_box, paragraph->next_box).first >= end)
			break;
		g_array_append_val(open, paragraph->next_box);
	}
	for (guint i = 0; i < open->len; i++) {
		guint index = g_array_index(open, guint, i);
		const struct inline_box *box = &g_array_index(paragraph->boxes, struct inline_box, index);
		if (box->end <= first)
			continue;
		add_box(paragraph, content, line, box);
		g_array_index(open, guint, kept++) = index;
	}
	g_array_set_size(open, kept);
}
