/* line_area: a line set → its areas: glyph runs, leaders, links, marks of ids; height and baseline by line-stacking-strategy (XSL 1.1, 4.6). */
#include <string.h>

#include "layout/flow_int.h"
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

struct hanging { /* heights of what is aligned with the line's own edges */
	len from_top, from_foot;
};

static void include_object(struct extent *extent, const struct inline_span *info, struct hanging *hanging)
{
	len height = info->object->height;
	if (info->edge == FO_KW_BEFORE_EDGE) {
		hanging->from_top = MAX(hanging->from_top, height);
	} else if (info->edge == FO_KW_AFTER_EDGE) {
		hanging->from_foot = MAX(hanging->from_foot, height);
	} else {
		extent->above = MAX(extent->above, info->above);
		extent->below = MAX(extent->below, height - info->above);
	}
}

/* What text asks for: the font's height, or its line-height around that; without its shift where shifts are disregarded (7.16.5). */
static struct extent text_extent(const struct text_font *font, const struct inline_span *info, const struct fo_style *block,
								 bool by_font)
{
	struct text_metrics metrics = text_font_metrics(font);
	len shift = block->line_height_shift_adjustment == FO_KW_DISREGARD_SHIFTS ? 0 : info->shift;
	if (by_font)
		return (struct extent){metrics.ascent + shift, metrics.descent - shift};
	return nominal_extent(font, info->node->style->line_height.fixed, shift);
}

/* Above and below the baseline (XSL 4.5, 7.16.6). font-height: the block's line-height alone. line-height: the largest of the line-heights of
 * what is in the line. max-height: the largest of the heights themselves, and the block's half-leadings outside. */
static struct extent line_extent(const struct paragraph *paragraph, const struct line_content *content)
{
	const struct fo_style *block = paragraph->block->style;
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	const struct text_style *strut = own ? own : style_at(paragraph, &content->model->atoms[content->first]);
	struct extent extent = nominal_extent(strut->font, block->line_height.fixed, 0);
	if (block->line_stacking_strategy == FO_KW_FONT_HEIGHT)
		return extent;
	struct text_metrics metrics = text_font_metrics(strut->font);
	len before = extent.above - metrics.ascent, after = extent.below - metrics.descent;
	bool by_font = block->line_stacking_strategy == FO_KW_MAX_HEIGHT;
	if (by_font)
		extent = (struct extent){metrics.ascent, metrics.descent};
	uint32_t seen = UINT32_MAX;
	struct hanging hanging = {0};
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct atom *atom = &content->model->atoms[i];
		if (atom->cluster->span == seen || atom->cluster->cls == TEXT_ANCHOR)
			continue;
		seen = atom->cluster->span;
		const struct inline_span *info = info_at(paragraph, atom);
		if (info->object && !info->plain) { /* a reading stands in the space between lines */
			include_object(&extent, info, &hanging);
			continue;
		}
		struct extent inner = text_extent(style_at(paragraph, atom)->font, info, block, by_font);
		extent.above = MAX(extent.above, inner.above);
		extent.below = MAX(extent.below, inner.below);
	}
	/* what is aligned with the edges makes the line grow downwards (7.14 leaves it open; as FOP) */
	extent.below = MAX(extent.below, MAX(hanging.from_top, hanging.from_foot) - extent.above);
	return by_font ? (struct extent){extent.above + before, extent.below + after} : extent;
}

/* ---- glyph runs ---- */

static bool same_run(const struct paragraph *paragraph, const struct atom *a, const struct atom *b)
{
	if (a->cluster->face != b->cluster->face || a->cluster->size != b->cluster->size || a->cluster->level != b->cluster->level)
		return false;
	if (a->cluster->span == b->cluster->span)
		return true;
	const struct inline_span *x = info_at(paragraph, a), *y = info_at(paragraph, b);
	return x->node->style->visibility == y->node->style->visibility && x->link == y->link && x->shift == y->shift &&
		   x->move.right == y->move.right && x->move.down == y->move.down && x->node->style->color == y->node->style->color &&
		   inline_element(paragraph, x->node) == inline_element(paragraph, y->node);
}

static len scaled(len x, int32_t stretch)
{
	return stretch == 1000 ? x : len_scale(x, stretch, 1000);
}

/* What is not seen is no part of what is read, nor of the characters of a glyph beside it; add_hyphen() says the hyphen that parts a word. */
static bool is_unseen(const struct text_cluster *cluster, const char *text)
{
	return !cluster->glyph_count && text_is_unseen(g_utf8_get_char(text)) && g_utf8_next_char(text) == text + cluster->text_size;
}

/* Adds to the run's characters and clusters. is_drawn: a glyph is in the run already; else the characters before it are this cluster's. */
static void add_cluster(struct area_text *text, char *characters, struct area_cluster *clusters,
						const struct text_cluster *cluster, const char *said, bool is_drawn)
{
	bool unseen = text->cluster_count > 0 && !is_drawn &&
				  clusters[text->cluster_count - 1].text_size + cluster->text_size <= UINT16_MAX;
	text->cluster_count += !unseen;
	struct area_cluster *own = &clusters[text->cluster_count - 1];
	own->text_size = (uint16_t)(own->text_size + cluster->text_size);
	own->glyph_count = cluster->glyph_count;
	memcpy(characters + text->text_size, said, cluster->text_size);
	text->text_size += cluster->text_size;
}

/* Of atoms that run the same way: the one that stands first. */
static uint32_t leftmost(const struct line_content *content, uint32_t from, uint32_t to)
{
	return line_runs_left(&content->model->atoms[from]) ? to - 1 : from;
}

/* The glyphs of atoms [from, to), x from the leftmost one's spot. */
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
	char *characters = arena_alloc(arena, last->text_start + last->text_size - first->text_start + 1);
	text->text = characters;
	text->glyph_count = last->glyph_start + last->glyph_count - first->glyph_start;
	struct text_glyph *glyphs = ARENA_ARRAY(arena, struct text_glyph, text->glyph_count);
	struct area_cluster *clusters = ARENA_ARRAY(arena, struct area_cluster, to - from);
	uint32_t next = 0;
	len start = content->spots[leftmost(content, from, to)].x;
	for (uint32_t i = from; i < to; i++) {
		const struct text_cluster *cluster = atoms[i].cluster;
		const char *said = shaped->text + cluster->text_start;
		if (is_unseen(cluster, said))
			continue;
		add_cluster(text, characters, clusters, cluster, said, next > 0);
		for (uint32_t g = 0; g < cluster->glyph_count; g++) {
			struct text_glyph glyph = shaped->glyphs[cluster->glyph_start + g];
			glyph.x = scaled(content->spots[i].x - start + glyph.x, content->stretch);
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

static void add_link(struct paragraph *paragraph, struct area *line, struct area *text, const struct fo_node *link)
{
	struct area *area = child_area(paragraph, AREA_LINK, line, text->x, text->y, text->width, text->height);
	area->link = (struct area_link){link->style->external_destination, link->style->internal_destination};
	area->tag = inline_tag(paragraph, link);
	area->place = link->place;
}

static void add_run(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t from,
					uint32_t to)
{
	const struct inline_span *info = info_at(paragraph, &content->model->atoms[from]);
	if (info->node->style->visibility != FO_KW_VISIBLE || !(info->node->style->color & 0xFF))
		return; /* it keeps its room */
	struct area_text *text = run_text(paragraph, content, from, to);
	if (!text->cluster_count)
		return; /* nothing to be seen */
	struct text_metrics metrics = text_font_metrics(style_at(paragraph, &content->model->atoms[from])->font);
	text->baseline = metrics.ascent;
	const struct atom *atoms = content->model->atoms;
	len x = scaled(content->spots[leftmost(content, from, to)].x, content->stretch);
	len edge = line_runs_left(&atoms[from]) ? atoms[from].lead : atoms[to - 1].trail;
	len end = scaled(line_stretch(content, from, to).end - edge, content->stretch);
	struct area *area = child_area(paragraph, AREA_TEXT, line, x + info->move.right,
								   line->baseline - info->shift - metrics.ascent + info->move.down, end - x,
								   metrics.ascent + metrics.descent);
	area->text = text;
	area->tag = inline_tag(paragraph, info->node);
	area->place = info->node->place;
	if (info->link)
		add_link(paragraph, line, area, info->link);
}

/* The hyphen of a word that is parted at the line's end; extracted as a soft hyphen, which readers drop when they join the word. */
static void add_hyphen(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t last)
{
	static const struct area_cluster cluster = {2, 1};
	const struct atom *atom = &content->model->atoms[last];
	const struct inline_span *info = info_at(paragraph, atom);
	const struct text_style *style = style_at(paragraph, atom);
	struct text_metrics metrics = text_font_metrics(style->font);
	struct area_text *text = ARENA_NEW(paragraph->layout->arena, struct area_text);
	*text = (struct area_text){.face = style->hyphen->clusters[0].face,
							   .size = style->hyphen->clusters[0].size,
							   .color = info->node->style->color,
							   .stretch = content->stretch,
							   .baseline = metrics.ascent,
							   .text = "\u00AD",
							   .text_size = cluster.text_size,
							   .glyph_count = 1,
							   .cluster_count = 1,
							   .glyphs = style->hyphen->glyphs,
							   .clusters = &cluster};
	len end = content->spots[last].start + content->spots[last].advance;
	struct area *area = child_area(paragraph, AREA_TEXT, line, scaled(end - atom->hyphen, content->stretch) + info->move.right,
								   line->baseline - info->shift - metrics.ascent + info->move.down,
								   scaled(atom->hyphen, content->stretch), metrics.ascent + metrics.descent);
	area->text = text;
	area->tag = inline_tag(paragraph, info->node);
	area->place = info->node->place;
}

/* ---- leaders ---- */

static enum area_line_style leader_line_style(const struct fo_style *style)
{
	if (style->rule_style == FO_KW_DOTTED)
		return AREA_LINE_DOTTED;
	if (style->rule_style == FO_KW_GROOVE || style->rule_style == FO_KW_RIDGE)
		return style->rule_style == FO_KW_GROOVE ? AREA_LINE_GROOVE : AREA_LINE_RIDGE;
	if (style->rule_style == FO_KW_DASHED)
		return AREA_LINE_DASHED;
	return style->rule_style == FO_KW_DOUBLE ? AREA_LINE_DOUBLE
		   : style->rule_style == FO_KW_NONE ? AREA_LINE_NONE
											 : AREA_LINE_SOLID;
}

/* Padding of a leader lies within its length, as in FOP: lines of contents have white beside their dots. */
static struct spot inside_padding(const struct paragraph *paragraph, const struct fo_style *style, const struct spot *spot,
								  struct layout_move move)
{
	len start = flow_padding(style, AREA_START, paragraph->measure), end = flow_padding(style, AREA_END, paragraph->measure);
	struct spot inside = *spot;
	inside.x = len_add(spot->x, start + move.right);
	inside.advance = MAX(spot->advance - start - end, 0);
	return inside;
}

/* A rule stands on the baseline; in Chinese text it lies an eighth of an em below, where Han characters end. */
static void add_leader(struct paragraph *paragraph, struct area *line, const struct inline_span *info, const struct spot *whole)
{
	const struct fo_node *leader = info->leader;
	const struct fo_style *style = leader->style;
	const struct spot spot = inside_padding(paragraph, style, whole, info->move);
	if (style->leader_pattern == FO_KW_SPACE || style->visibility != FO_KW_VISIBLE)
		return;
	if (style->leader_pattern != FO_KW_RULE) {
		leader_fill(paragraph, line, info, spot.x, spot.advance);
		return;
	}
	len y = line->baseline - info->shift + info->move.down +
			(text_is_chinese(style->language) ? style->font_size / 8 : -style->rule_thickness);
	enum area_line_style line_style = leader_line_style(style);
	struct area *area = child_area(paragraph, line_style == AREA_LINE_SOLID ? AREA_RULE : AREA_INLINE, line, spot.x, y,
								   spot.advance, style->rule_thickness);
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
	/* a reader who comes here sees the line */
	struct area *area = child_area(paragraph, AREA_INLINE, line, x + info->move.right, info->move.down, 0, 0);
	area->id = info->id;
	area->place = info->node->place;
}

/* A picture or container; the whole of it is active in a link. */
static void add_object(struct paragraph *paragraph, struct area *line, const struct inline_span *info, len x)
{
	struct area *object = info->object;
	object->x = x + info->object_space;
	object->y = info->edge == FO_KW_BEFORE_EDGE  ? 0
				: info->edge == FO_KW_AFTER_EDGE ? line->height - object->height
												 : line->baseline - info->above;
	object->x += info->move.right;
	object->y += info->move.down;
	area_append(line, object);
	if (info->link)
		add_link(paragraph, line, object, info->link);
}

/* ---- boxes of inlines ---- */

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
	struct area *area = child_area(paragraph, AREA_INLINE, line, place.start + box->move.right,
								   line->baseline - box->shift - metrics.ascent - box->before + box->move.down,
								   place.end - place.start, metrics.ascent + metrics.descent + box->before + box->after);
	area->place = box->node->place;
	area->tag = &area_artifact;
	area->box = part_of_box(paragraph->layout->arena, box->box, starts, ends);
}

/* Behind the line's text, the outer ones first. A box is looked at from its first line to its last. */
static void add_boxes(struct paragraph *paragraph, const struct line_content *content, struct area *line)
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

/* One atom that is no glyph. */
static void add_single(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t i)
{
	const struct inline_span *info = info_at(paragraph, &content->model->atoms[i]);
	bool set = i >= content->measure.first && i < content->measure.end;
	if (info->leader && set)
		add_leader(paragraph, line, info, &content->spots[i]);
	else if (info->object && set)
		add_object(paragraph, line, info, scaled(content->spots[i].x, content->stretch));
	else if (info->id && info->node->id == info->id)
		add_mark(paragraph, line, info,
				 scaled(set                         ? content->spots[i].x
						: i >= content->measure.end ? content->length
													: 0,
						content->stretch));
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
	if (content->measure.end > content->measure.first && atoms[content->measure.end - 1].hyphen)
		add_hyphen(paragraph, content, line, content->measure.end - 1);
}

struct area *line_area_new(struct paragraph *paragraph, const struct line_content *content, len *height)
{
	struct extent extent = line_extent(paragraph, content);
	*height = extent.above + extent.below;
	struct area *line = area_new(paragraph->layout->arena, AREA_LINE, 0, 0, scaled(content->length, content->stretch), *height);
	line->baseline = extent.above;
	line->tag = paragraph->tag;
	line->place = paragraph->block->place;
	add_boxes(paragraph, content, line);
	add_content(paragraph, content, line);
	line_add_marks(paragraph, content, line);
	return line;
}

len line_area_leading(const struct paragraph *paragraph, const struct line_content *content, const struct area *line)
{
	const struct text_style *own = inline_style(paragraph->layout, paragraph->block);
	len deepest = own ? text_font_metrics(own->font).descent : 0;
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct inline_span *info = info_at(paragraph, &content->model->atoms[i]);
		len depth = info->object ? info->object->height - info->above
								 : text_font_metrics(style_at(paragraph, &content->model->atoms[i])->font).descent - info->shift;
		deepest = MAX(deepest, depth);
	}
	return MAX(line->height - line->baseline - deepest, 0);
}
