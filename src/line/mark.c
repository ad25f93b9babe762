/* mark: what stands along a line's text: the lines of text-decoration (专名号 Z-71, 书名号甲式 Z-72, underlines Z-75) and the dots of
 * emphasis (着重号 Z-70). Takes a line set; adds areas that change neither its height nor its baseline. */
#include "line/line_int.h"

/* Parts of an em, in text with wide characters. */
#define THICKNESS     20 /* of a line */
#define CLEARANCE     10 /* between the em box and a line: below the descenders of Latin */
#define DOT_CLEARANCE 16 /* between the em box or a line and a dot */
#define SEPARATION    16 /* what each of two lines of adjacent names loses */
#define DOT           8
#define CIRCLE        5
#define WAVE_HEIGHT   3 /* thicknesses; of a double line too */

struct marking {
	struct paragraph *paragraph;
	const struct line_content *content;
	struct area *line;
};

static const struct inline_span *info_at(const struct marking *marking, uint32_t i)
{
	return &g_array_index(marking->paragraph->infos, struct inline_span, marking->content->model->atoms[i].cluster->span);
}

static len scaled(const struct marking *marking, len x)
{
	return marking->content->stretch == 1000 ? x : len_scale(x, marking->content->stretch, 1000);
}

static struct area *add_area(const struct marking *marking, enum area_kind kind, struct area place, struct place source)
{
	struct area *area = area_new(marking->paragraph->layout->arena, kind, place.x, place.y, place.width, place.height);
	area->tag = &area_artifact;
	area->place = source;
	area_append(marking->line, area);
	return area;
}

/* ---- lines ---- */

/* Of one line: in Latin text an eighth of the descent, as in FOP. */
static len thickness_of(const struct marking *marking, const struct inline_decoration *decoration)
{
	const struct text_style *style = inline_style(marking->paragraph->layout, decoration->owner);
	if (style && marking->content->model->latin)
		return MAX(text_font_metrics(style->font).descent / 8, 1);
	return decoration->owner->style->font_size / THICKNESS;
}

static len line_height(const struct marking *marking, const struct inline_decoration *decoration)
{
	enum fo_keyword style = decoration->owner->style->text_decoration_style;
	len thickness = thickness_of(marking, decoration);
	return style == FO_KW_WAVY || style == FO_KW_DOUBLE ? thickness * WAVE_HEIGHT : thickness;
}

/* From the baseline down to the line's middle in Latin text, as in FOP. */
static len latin_offset(const struct text_font *font, enum fo_decoration line)
{
	switch (line) {
	case FO_UNDERLINE:
		return text_font_metrics(font).descent / 2;
	case FO_OVERLINE:
		return -len_scale(text_font_cap_height(font), 11, 10);
	default:
		return -len_scale(text_font_cap_height(font), 9, 20);
	}
}

/* In other text: clear of its ink. */
static len han_offset(const struct text_font *font, enum fo_decoration line, len em, len height)
{
	struct text_metrics metrics = text_font_metrics(font);
	switch (line) {
	case FO_UNDERLINE:
		return metrics.descent + em / CLEARANCE;
	case FO_OVERLINE:
		return -metrics.ascent - em / CLEARANCE - height;
	default:
		return em / 2 - metrics.ascent - height / 2;
	}
}

/* From the baseline down to the line's upper edge: one height whatever text stands above it (Z-75). */
static len line_offset(const struct marking *marking, const struct inline_decoration *decoration)
{
	const struct text_style *style = inline_style(marking->paragraph->layout, decoration->owner);
	len em = decoration->owner->style->font_size, height = line_height(marking, decoration);
	if (!style)
		return 0;
	len offset = marking->content->model->latin ? latin_offset(style->font, decoration->line) - height / 2
												: han_offset(style->font, decoration->line, em, height);
	return offset - line_shift(decoration->shift, decoration->hanging);
}

/* score-spaces: whether lines go on along a space. */
static bool is_scored(const struct marking *marking, uint32_t i)
{
	const char *text = marking->paragraph->shaped->text + marking->content->model->atoms[i].cluster->text_start;
	return info_at(marking, i)->node->style->score_spaces == FO_KW_TRUE ||
		   g_unichar_type(g_utf8_get_char(text)) != G_UNICODE_SPACE_SEPARATOR;
}

static bool has_line(const struct marking *marking, uint32_t i, const struct inline_decoration *wanted)
{
	if (!is_scored(marking, i))
		return false;
	for (const struct inline_decoration *at = info_at(marking, i)->decorations; at; at = at->next)
		if (at->line == wanted->line && at->owner == wanted->owner)
			return true;
	return false;
}

/* Whether the atom has a line of the same kind that another object asked for: there the two are parted. */
static bool has_other(const struct marking *marking, uint32_t i, const struct inline_decoration *line)
{
	for (const struct inline_decoration *at = info_at(marking, i)->decorations; at; at = at->next)
		if (at->line == line->line)
			return true;
	return false;
}

static bool is_other(const struct marking *marking, uint32_t i, const struct inline_decoration *line)
{
	return is_scored(marking, i) && has_other(marking, i, line) && !has_line(marking, i, line);
}

/* Whether an atom and the one before it run the same way, neither moved away from the other: they stand side by side. */
static bool same_way(const struct marking *marking, uint32_t i)
{
	const struct atom *atoms = marking->content->model->atoms;
	struct layout_move a = info_at(marking, i - 1)->move, b = info_at(marking, i)->move;
	return atoms[i - 1].cluster->level == atoms[i].cluster->level && a.right == b.right && a.down == b.down;
}

static void draw_line(const struct marking *marking, const struct inline_decoration *decoration, len from, len to,
					  struct layout_move move)
{
	const struct fo_style *style = decoration->owner->style;
	enum area_line_style form = layout_line_style(style->text_decoration_style);
	len height = line_height(marking, decoration), x = scaled(marking, from);
	struct area place = {.x = x + move.right,
						 .y = marking->line->baseline + line_offset(marking, decoration) + move.down,
						 .width = scaled(marking, to) - x,
						 .height = height};
	struct area *area = add_area(marking, form == AREA_LINE_SOLID ? AREA_RULE : AREA_INLINE, place, decoration->owner->place);
	if (form == AREA_LINE_SOLID) {
		area->color = style->color;
		return;
	}
	struct area_box *box = ARENA_NEW(marking->paragraph->layout->arena, struct area_box);
	box->border[AREA_BEFORE] = (struct area_border){form, height, style->color};
	area->box = box;
}

/* The line that begins with atom `first`: as far as its owner's text reaches in this line, from cell to cell, so that it follows stretched gaps
 * and leaves out the gap at its end, and the spaces, borders and padding of inlines there, as in FOP. */
static void add_line(const struct marking *marking, const struct inline_decoration *decoration, uint32_t first)
{
	const struct line_content *content = marking->content;
	uint32_t end = first + 1;
	while (end < content->measure.end && has_line(marking, end, decoration) && same_way(marking, end))
		end++;
	len cut = decoration->owner->style->font_size / SEPARATION;
	struct stretch place = line_stretch(content, first, end);
	const struct atom *atoms = content->model->atoms;
	bool left = line_runs_left(&atoms[first]);
	len lead = atoms[first].lead - content->spots[first].before, trail = atoms[end - 1].trail - content->spots[end - 1].after;
	place.start += left ? trail : lead;
	place.end -= left ? lead : trail;
	bool before = first > content->measure.first && is_other(marking, first - 1, decoration),
		 after = end < content->measure.end && is_other(marking, end, decoration);
	place.start += (left ? after : before) ? cut : 0;
	place.end -= (left ? before : after) ? cut : 0;
	if (place.end > place.start)
		draw_line(marking, decoration, place.start, place.end, info_at(marking, first)->move);
}

/* ---- dots ---- */

static bool takes_dot(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_HAN || cluster->cls == TEXT_LETTER || cluster->cls == TEXT_DIGIT;
}

/* How far the lines of one kind at an atom reach beyond the em box: dots stand outside them (Z-72). */
static len line_room(const struct marking *marking, const struct inline_decoration *decorations, enum fo_decoration line)
{
	len room = 0;
	for (; decorations; decorations = decorations->next)
		if (decorations->line == line)
			room = MAX(room, decorations->owner->style->font_size / CLEARANCE + line_height(marking, decorations));
	return room;
}

static void add_dot(const struct marking *marking, uint32_t i)
{
	const struct inline_span *info = info_at(marking, i);
	const struct fo_style *style = info->node->style;
	const struct text_style *text = inline_style(marking->paragraph->layout, info->node);
	const struct spot *spot = &marking->content->spots[i];
	struct text_metrics metrics = text_font_metrics(text->font);
	len em = style->font_size, size = style->text_emphasis_style == FO_KW_CIRCLE ? em / CIRCLE : em / DOT;
	bool over = style->text_emphasis_position == FO_KW_OVER;
	len room = line_room(marking, info->decorations, over ? FO_OVERLINE : FO_UNDERLINE) + em / DOT_CLEARANCE;
	len y = over ? -metrics.ascent - room - size : metrics.descent + room;
	struct area place = {.x = scaled(marking, spot->start + spot->advance / 2) - size / 2 + info->move.right,
						 .y = marking->line->baseline + y - line_shift(info->shift, info->hanging) + info->move.down,
						 .width = size,
						 .height = size};
	add_area(marking, AREA_DOT, place, info->node->place)->color = style->color;
}

void line_add_marks(struct paragraph *paragraph, const struct line_content *content, struct area *line)
{
	struct marking marking = {paragraph, content, line};
	for (uint32_t i = content->measure.first; i < content->measure.end; i++) {
		const struct inline_span *info = info_at(&marking, i);
		for (const struct inline_decoration *at = info->decorations; at; at = at->next)
			if (is_scored(&marking, i) &&
				(i == content->measure.first || !has_line(&marking, i - 1, at) || !same_way(&marking, i)))
				add_line(&marking, at, i);
		if (info->node->style->text_emphasis_style != FO_KW_NONE && !info->plain && takes_dot(content->model->atoms[i].cluster))
			add_dot(&marking, i);
	}
}
