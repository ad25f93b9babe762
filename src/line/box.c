/* box: the backgrounds, borders and padding of inlines, behind a line's text. */
#include "line/area_int.h"

/* Which of its own edges a box has in the line. */
struct part {
	bool starts, ends;
};

/* What boxes around retain at the line's start and end, where it ends within them. */
struct retained {
	len start, end;
};

/* Where a line ends within, an inline shows no border, unless it is retained (7.8). */
static const struct area_box *part_of_box(struct arena *arena, const struct inline_box *box, struct part part)
{
	bool start = part.starts || (box->kept_start && !box->goes_on), end = part.ends || (box->kept_end && !box->is_cut);
	if (start && end)
		return box->box;
	struct area_box *cut = ARENA_NEW(arena, struct area_box);
	*cut = *box->box;
	if (!start)
		cut->border[AREA_START] = (struct area_border){0};
	if (!end)
		cut->border[AREA_END] = (struct area_border){0};
	return cut;
}

/* Where the part of a box stands that is behind atoms [from, to), which run the same way. Beside an edge of its own inlines around may take room
 * of the same atom, beside what is retained others that retain theirs. */
static struct stretch box_part(const struct line_content *content, const struct inline_box *box, uint32_t from, uint32_t to,
							   struct part part, struct retained retained)
{
	const struct atom *atoms = content->model->atoms;
	uint32_t first = line_edge_atom(atoms, from, to, false), last = line_edge_atom(atoms, from, to, true);
	struct stretch place = line_stretch(content, first, last + 1); /* of the cell: a lost blank is no part of it */
	len before = part.starts                      ? atoms[first].lead - content->spots[first].before - box->lead
				 : from == content->measure.first ? retained.start
												  : 0;
	len after = part.ends                    ? atoms[last].trail - content->spots[last].after - box->trail
				: to == content->measure.end ? retained.end
											 : 0;
	bool left = line_runs_left(&atoms[from]);
	place.start += left ? after : before;
	place.end -= left ? before : after;
	return place;
}

/* Around all of its parts in the line. */
static struct stretch box_place(const struct line_content *content, const struct inline_box *box, uint32_t from, uint32_t to,
								struct part part, struct retained retained)
{
	struct stretch place = {LEN_MAX, LEN_MIN};
	for (uint32_t at = from, next; at < to; at = next) {
		next = line_level_end(content, at, to);
		struct part own = {part.starts && at == from, part.ends && next == to};
		struct stretch stretch = box_part(content, box, at, next, own, retained);
		place = (struct stretch){MIN(place.start, stretch.start), MAX(place.end, stretch.end)};
	}
	return place;
}

/* retained: by the boxes around it; then by this one, too. */
static void add_box(struct paragraph *paragraph, const struct line_content *content, struct area *line,
					const struct inline_box *box, struct retained *retained)
{
	const struct atom *atoms = content->model->atoms;
	const struct measure *measure = &content->measure;
	uint32_t from = line_first_of_span(content->model, measure->first, measure->end, box->first),
			 to = line_first_of_span(content->model, from, measure->end, box->end);
	if (from == to)
		return;
	bool within = from > 0 && atoms[from - 1].cluster->span >= box->first; /* it began before the line */
	bool beyond = to < content->model->count && atoms[to].cluster->span < box->end;
	struct part part = {!box->goes_on && !(within && (box->kept_lead || atoms[from].lead < box->lead)),
						!box->is_cut && !(beyond && (box->kept_trail || atoms[to - 1].trail < box->trail))};
	struct stretch place = box_place(content, box, from, to, part, *retained);
	retained->start += from == measure->first && within ? box->kept_lead : 0;
	retained->end += to == measure->end && beyond ? box->kept_trail : 0;
	if (!box->box)
		return;
	struct area *area = line_add_area(paragraph, AREA_INLINE, line, place.start + box->move.right,
									  line->baseline - line_shift(box->shift, box->hanging) - box->above + box->move.down,
									  place.end - place.start, box->above + box->below);
	area->place = box->node->place;
	area->tag = inline_drawn_tag(paragraph, box->node);
	area->box = part_of_box(paragraph->layout->arena, box, part);
}

void line_add_boxes(struct paragraph *paragraph, const struct line_content *content, struct area *line)
{
	if (content->measure.first == content->measure.end)
		return;
	guint first = content->model->atoms[content->measure.first].cluster->span;
	guint end = content->model->atoms[content->measure.end - 1].cluster->span + 1u;
	guint kept = 0;
	GArray *open = paragraph->open_boxes;
	struct retained retained = {0};
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
		add_box(paragraph, content, line, box, &retained);
		g_array_index(open, guint, kept++) = index;
	}
	g_array_set_size(open, kept);
}
