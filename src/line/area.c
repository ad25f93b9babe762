/* area: a line set → its areas: the boxes behind, glyph runs, leaders, pictures, links, marks of ids, in their order. */
#include "line/area_int.h"

struct area *line_add_area(struct paragraph *paragraph, enum area_kind kind, struct area *line, len x, len y, len width,
						   len height)
{
	struct area *area = area_new(paragraph->layout->arena, kind, x, y, width, height);
	area_append(line, area);
	return area;
}

void line_add_link(struct paragraph *paragraph, struct area *line, struct area *text, const struct fo_node *link)
{
	struct area *area = line_add_area(paragraph, AREA_LINK, line, text->x, text->y, text->width, text->height);
	area->link = (struct area_link){link->style->external_destination, link->style->internal_destination};
	area->tag = inline_tag(paragraph, link);
	area->place = link->place;
}

/* ---- leaders ---- */

/* Borders and padding of a leader lie within its length, as in FOP: lines of contents have white beside their dots. */
static void add_leader(struct paragraph *paragraph, struct area *line, const struct line_content *content, uint32_t i)
{
	const struct atom *atom = &content->model->atoms[i];
	const struct inline_span *info = line_atom_info(paragraph, atom);
	const struct spot *spot = &content->spots[i];
	const struct fo_node *leader = info->leader;
	const struct fo_style *style = leader->style;
	if (style->leader_pattern == FO_KW_SPACE || style->visibility != FO_KW_VISIBLE)
		return;
	len start = layout_edge(style, AREA_START, paragraph->measure), end = layout_edge(style, AREA_END, paragraph->measure);
	len x = len_add(spot->x, start + info->move.right);
	len length = MAX(spot->advance - (atom->lead - spot->before) - (atom->trail - spot->after) - start - end, 0);
	if (style->leader_pattern != FO_KW_RULE) {
		leader_fill(paragraph, line, info, x, length);
		return;
	}
	len y = line->baseline - line_shift(info->shift, info->hanging) + info->move.down + leader_rule_foot(style) -
			style->rule_thickness;
	enum area_line_style line_style = layout_line_style(style->rule_style);
	struct area *area = line_add_area(paragraph, line_style == AREA_LINE_SOLID ? AREA_RULE : AREA_INLINE, line, x, y, length,
									  style->rule_thickness);
	area->tag = inline_drawn_tag(paragraph, leader);
	area->place = leader->place;
	if (area->kind == AREA_RULE) {
		area->color = style->color;
		return;
	}
	struct area_box *box = ARENA_NEW(paragraph->layout->arena, struct area_box);
	box->border[AREA_BEFORE] = (struct area_border){line_style, style->rule_thickness, style->color};
	area->box = box;
}

/* ---- the line ---- */

static void add_mark(struct paragraph *paragraph, struct area *line, const struct inline_span *info, len x)
{
	/* a reader who comes here sees the line */
	struct area *area = line_add_area(paragraph, AREA_INLINE, line, x + info->move.right, info->move.down, 0, 0);
	area->id = info->id;
	area->place = info->node->place;
}

/* A picture or container; the whole of it is active in a link. */
static void add_object(struct paragraph *paragraph, struct area *line, struct inline_span *info, len x)
{
	struct area *object = inline_take_object(paragraph, info);
	object->x = x;
	object->y = line->baseline - line_shift(info->above, info->hanging);
	object->x += info->move.right;
	object->y += info->move.down;
	object->hold.free_down |= info->move.right || info->move.down;
	area_append(line, object);
	if (info->link)
		line_add_link(paragraph, line, object, info->link);
}

/* One atom that is no glyph. */
static void add_single(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t i)
{
	struct inline_span *info = &g_array_index(paragraph->infos, struct inline_span, content->model->atoms[i].cluster->span);
	bool set = i >= content->measure.first && i < content->measure.end;
	if (info->leader && set)
		add_leader(paragraph, line, content, i);
	else if (info->object && set)
		add_object(paragraph, line, info, line_scaled(content->spots[i].x, content->stretch));
	else if (info->id && info->node->id == info->id)
		add_mark(paragraph, line, info,
				 line_scaled(set                         ? content->spots[i].x
							 : i >= content->measure.end ? content->length
														 : 0,
							 content->stretch));
}

static bool same_run(const struct paragraph *paragraph, const struct atom *a, const struct atom *b)
{
	if (a->cluster->face != b->cluster->face || a->cluster->size != b->cluster->size || a->cluster->level != b->cluster->level)
		return false;
	if (a->cluster->span == b->cluster->span)
		return true;
	const struct inline_span *x = line_atom_info(paragraph, a), *y = line_atom_info(paragraph, b);
	return x->node->style->visibility == y->node->style->visibility && x->link == y->link && x->shift == y->shift &&
		   x->hanging == y->hanging && x->move.right == y->move.right && x->move.down == y->move.down &&
		   x->node->style->color == y->node->style->color &&
		   inline_element(paragraph, x->node) == inline_element(paragraph, y->node);
}

static bool is_blank(const struct paragraph *paragraph, const struct atom *atom)
{
	return atom->cluster->face && paragraph->shaped->text[atom->cluster->text_start] == ' ';
}

/* Neither glyph nor object: an edge of an inline, an id. */
static bool is_mark(const struct paragraph *paragraph, const struct atom *atom)
{
	const struct inline_span *info = line_atom_info(paragraph, atom);
	return !atom->cluster->face && !info->object && !info->leader;
}

/* The end of the run of glyphs that begins with atom i. */
static uint32_t run_end(const struct paragraph *paragraph, const struct line_content *content, uint32_t i)
{
	const struct atom *atoms = content->model->atoms;
	uint32_t to = i + 1;
	while (to < content->measure.end && atoms[to].cluster->face && same_run(paragraph, &atoms[i], &atoms[to]))
		to++;
	return to;
}

/* Whether a run of glyphs that ends before atom `to` is followed by a blank without a glyph in the PDF: one that the line's end drops, or one
 * that is a run of its own, between inlines of other looks. */
static bool blank_follows(const struct paragraph *paragraph, const struct line_content *content, uint32_t to)
{
	const struct atom *atoms = content->model->atoms;
	uint32_t at = to, end = content->measure.end;
	if (line_runs_left(&atoms[to - 1]))
		return false;
	while (at < end && is_mark(paragraph, &atoms[at]))
		at++;
	if (at == end) { /* what the line's end drops, or the next one's start */
		while (at < content->end && !is_blank(paragraph, &atoms[at]))
			at++;
		return at < content->end || (at < content->model->count && atoms[at].space && !atoms[at].kept_first);
	}
	if (!is_blank(paragraph, &atoms[at]))
		return false;
	end = run_end(paragraph, content, at);
	while (at < end && is_blank(paragraph, &atoms[at]))
		at++;
	return at == end;
}

static void add_content(struct paragraph *paragraph, const struct line_content *content, struct area *line)
{
	const struct atom *atoms = content->model->atoms;
	uint32_t to;
	for (uint32_t i = content->first; i < content->end; i = to) {
		bool set = i >= content->measure.first && i < content->measure.end;
		to = i + 1;
		if (!atoms[i].cluster->face) {
			add_single(paragraph, content, line, i);
		} else if (set) {
			to = run_end(paragraph, content, i);
			line_add_run(paragraph, content, line, i, to, blank_follows(paragraph, content, to));
		}
	}
	if (content->measure.end > content->measure.first && atoms[content->measure.end - 1].hyphen)
		line_add_hyphen(paragraph, content, line, content->measure.end - 1);
}

struct area *line_area_new(struct paragraph *paragraph, const struct line_content *content, len *height)
{
	struct extent extent = line_extent(paragraph, content);
	*height = extent.above + extent.below;
	struct area *line = area_new(paragraph->layout->arena, AREA_LINE, 0, 0, line_scaled(content->length, content->stretch),
								 *height);
	line->baseline = extent.above;
	line->tag = paragraph->tag;
	line->place = paragraph->block->place;
	line_add_boxes(paragraph, content, line);
	add_content(paragraph, content, line);
	line_add_marks(paragraph, content, line);
	return line;
}
