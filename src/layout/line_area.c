/* line_area: a line set → its areas: glyph runs, leaders, links, marks of ids; height and baseline by line-stacking-strategy (XSL 1.1, 4.6). */
#include <string.h>

#include "layout/line_int.h"

static const struct inline_span *info_at(const struct paragraph *paragraph, const struct atom *atom)
{
	return &g_array_index(paragraph->infos, struct inline_span, atom->cluster->span);
}

static const struct text_style *style_at(const struct paragraph *paragraph, const struct atom *atom)
{
	return g_array_index(paragraph->spans, struct text_span, atom->cluster->span).style;
}

/* ---- height ---- */

struct extent {
	len above, below; /* of the baseline */
};

/* The font's height centred in the line-height: half-leading above and below. */
static struct extent nominal_extent(const struct text_font *font, len line_height, len shift)
{
	struct text_metrics metrics = text_font_metrics(font);
	len half = (line_height - metrics.ascent - metrics.descent) / 2;
	return (struct extent){half + metrics.ascent + shift, line_height - half - metrics.ascent - shift};
}

static struct extent line_extent(const struct paragraph *paragraph, const struct line_content *content)
{
	const struct fo_style *block = paragraph->block->style;
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	const struct text_style *strut = own ? own : style_at(paragraph, &content->model->atoms[content->first]);
	struct extent extent = nominal_extent(strut->font, block->line_height.fixed, 0);
	if (block->line_stacking_strategy != FO_KW_MAX_HEIGHT)
		return extent;
	uint16_t seen = UINT16_MAX;
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct atom *atom = &content->model->atoms[i];
		if (atom->cluster->span == seen || atom->cluster->cls == TEXT_ANCHOR)
			continue;
		seen = atom->cluster->span;
		const struct inline_span *info = info_at(paragraph, atom);
		struct extent inner = nominal_extent(style_at(paragraph, atom)->font, info->node->style->line_height.fixed, info->shift);
		extent.above = MAX(extent.above, inner.above);
		extent.below = MAX(extent.below, inner.below);
	}
	return extent;
}

/* ---- glyph runs ---- */

static bool same_run(const struct paragraph *paragraph, const struct atom *a, const struct atom *b)
{
	if (a->cluster->face != b->cluster->face || a->cluster->size != b->cluster->size)
		return false;
	if (a->cluster->span == b->cluster->span)
		return true;
	const struct inline_span *x = info_at(paragraph, a), *y = info_at(paragraph, b);
	return x->link == y->link && x->shift == y->shift && x->node->style->color == y->node->style->color;
}

static len scaled(len x, int32_t stretch)
{
	return stretch == 1000 ? x : len_scale(x, stretch, 1000);
}

/* The glyphs of atoms [from, to), x from the first one's spot. */
static struct area_text *run_text(const struct paragraph *paragraph, const struct line_content *content, uint32_t from,
								  uint32_t to)
{
	const struct text_shaped *shaped = paragraph->shaped;
	struct arena *arena = paragraph->layout->arena;
	const struct atom *atoms = content->model->atoms;
	const struct text_cluster *first = atoms[from].cluster, *last = atoms[to - 1].cluster;
	struct area_text *text = ARENA_NEW(arena, struct area_text);
	text->face = first->face;
	text->size = first->size;
	text->color = info_at(paragraph, &atoms[from])->node->style->color;
	text->stretch = content->stretch;
	text->text_size = last->text_start + last->text_size - first->text_start;
	text->text = arena_copy(arena, shaped->text + first->text_start, text->text_size);
	text->glyph_count = last->glyph_start + last->glyph_count - first->glyph_start;
	text->cluster_count = to - from;
	struct text_glyph *glyphs = ARENA_ARRAY(arena, struct text_glyph, text->glyph_count);
	struct area_cluster *clusters = ARENA_ARRAY(arena, struct area_cluster, text->cluster_count);
	uint32_t next = 0;
	for (uint32_t i = from; i < to; i++) {
		const struct text_cluster *cluster = atoms[i].cluster;
		clusters[i - from] = (struct area_cluster){cluster->text_size, cluster->glyph_count};
		for (uint32_t g = 0; g < cluster->glyph_count; g++) {
			struct text_glyph glyph = shaped->glyphs[cluster->glyph_start + g];
			glyph.x = scaled(content->spots[i].x - content->spots[from].x + glyph.x, content->stretch);
			glyphs[next++] = glyph;
		}
	}
	text->glyphs = glyphs;
	text->clusters = clusters;
	return text;
}

static struct area *child_area(struct paragraph *paragraph, enum area_kind kind, struct area *line, len x, len y, len width,
							   len height)
{
	struct area *area = area_new(paragraph->layout->arena, kind, x, y, width, height);
	area_append(line, area);
	return area;
}

/* ---- links ---- */

static struct area_structure *link_tag(struct paragraph *paragraph, const struct fo_node *link)
{
	if (paragraph->layout->artifact)
		return &area_artifact;
	if (paragraph->link != link) {
		paragraph->link = link;
		paragraph->link_tag = area_structure_new(paragraph->layout->arena, paragraph->tag, "Link");
	}
	return paragraph->link_tag;
}

static void add_link(struct paragraph *paragraph, struct area *line, struct area *text, const struct fo_node *link)
{
	struct area *area = child_area(paragraph, AREA_LINK, line, text->x, text->y, text->width, text->height);
	area->link = (struct area_link){link->style->external_destination, link->style->internal_destination};
	area->tag = text->tag = link_tag(paragraph, link);
	area->place = link->place;
}

static void add_run(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t from,
					uint32_t to)
{
	const struct inline_span *info = info_at(paragraph, &content->model->atoms[from]);
	struct area_text *text = run_text(paragraph, content, from, to);
	struct text_metrics metrics = text_font_metrics(style_at(paragraph, &content->model->atoms[from])->font);
	text->baseline = metrics.ascent;
	len x = scaled(content->spots[from].x, content->stretch);
	len end = scaled(content->spots[to - 1].x + content->spots[to - 1].advance, content->stretch);
	struct area *area = child_area(paragraph, AREA_TEXT, line, x, line->baseline - info->shift - metrics.ascent, end - x,
								   metrics.ascent + metrics.descent);
	area->text = text;
	area->tag = paragraph->tag;
	area->place = info->node->place;
	if (info->link)
		add_link(paragraph, line, area, info->link);
}

/* ---- leaders ---- */

static enum area_line_style leader_line_style(const struct fo_style *style)
{
	if (style->leader_pattern == FO_KW_DOTS || style->rule_style == FO_KW_DOTTED)
		return AREA_LINE_DOTTED;
	if (style->rule_style == FO_KW_DASHED)
		return AREA_LINE_DASHED;
	return style->rule_style == FO_KW_DOUBLE ? AREA_LINE_DOUBLE
		   : style->rule_style == FO_KW_NONE ? AREA_LINE_NONE
											 : AREA_LINE_SOLID;
}

/* A rule lies an eighth of an em below the baseline, where Han characters end. */
static void add_leader(struct paragraph *paragraph, struct area *line, const struct fo_node *leader, const struct spot *spot)
{
	const struct fo_style *style = leader->style;
	if (style->leader_pattern == FO_KW_SPACE)
		return;
	if (style->leader_pattern == FO_KW_USE_CONTENT) {
		diag_report(paragraph->layout->sink, DIAG_FO_UNSUPPORTED, leader->place, "fo:leader with leader-pattern=\"use-content\"");
		return;
	}
	bool dots = style->leader_pattern == FO_KW_DOTS;
	len y = line->baseline + (dots ? -style->rule_thickness : style->font_size / 8);
	enum area_line_style line_style = leader_line_style(style);
	struct area *area = child_area(paragraph, line_style == AREA_LINE_SOLID ? AREA_RULE : AREA_INLINE, line, spot->x, y,
								   spot->advance, style->rule_thickness);
	area->tag = &area_artifact;
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
	struct area *area = child_area(paragraph, AREA_INLINE, line, x, line->baseline, 0, 0);
	area->id = info->id;
	area->place = info->node->place;
}

static void add_object(struct area *line, const struct inline_span *info, const struct spot *spot)
{
	info->object->x = spot->x;
	info->object->y = line->baseline - info->shift - info->object_baseline;
	area_append(line, info->object);
}

/* One atom that is no glyph. */
static void add_single(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t i)
{
	const struct inline_span *info = info_at(paragraph, &content->model->atoms[i]);
	bool set = i >= content->measure.first && i < content->measure.end;
	if (info->leader && set)
		add_leader(paragraph, line, info->leader, &content->spots[i]);
	else if (info->object && set)
		add_object(line, info, &content->spots[i]);
	else if (info->id && info->node->id == info->id)
		add_mark(paragraph, line, info, set ? content->spots[i].x : 0);
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
			while (to < content->measure.end && atoms[to].cluster->face && same_run(paragraph, &atoms[i], &atoms[to]))
				to++;
			add_run(paragraph, content, line, i, to);
		}
	}
}

struct area *line_area_new(struct paragraph *paragraph, const struct line_content *content, len *height)
{
	struct extent extent = line_extent(paragraph, content);
	*height = extent.above + extent.below;
	struct area *line = area_new(paragraph->layout->arena, AREA_LINE, 0, 0, scaled(content->length, content->stretch), *height);
	line->baseline = extent.above;
	line->tag = paragraph->tag;
	line->place = paragraph->block->place;
	add_content(paragraph, content, line);
	line_add_marks(paragraph, content, line);
	return line;
}
