/* text: atoms of a line → glyph runs, and the hyphen of a word that is parted at its end. */
#include <string.h>

#include "line/area_int.h"

/* What is not seen is no part of what is read, nor of the characters of a glyph beside it; line_add_hyphen() says the hyphen that parts a
 * word. */
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
	text->color = line_atom_info(paragraph, &atoms[from])->node->style->color;
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
			glyph.x = line_scaled(content->spots[i].x - start + glyph.x, content->stretch);
			glyphs[next++] = glyph;
		}
	}
	text->glyphs = glyphs;
	text->clusters = clusters;
	return text;
}

void line_add_run(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t from, uint32_t to,
				  bool ends_word)
{
	const struct inline_span *info = line_atom_info(paragraph, &content->model->atoms[from]);
	if (info->node->style->visibility != FO_KW_VISIBLE || !(info->node->style->color & 0xFF))
		return; /* it keeps its room */
	struct area_text *text = run_text(paragraph, content, from, to);
	if (!text->cluster_count)
		return; /* nothing to be seen */
	struct text_metrics metrics = text_font_metrics(line_atom_style(paragraph, &content->model->atoms[from])->font);
	text->baseline = metrics.ascent;
	text->ends_word = ends_word;
	const struct atom *atoms = content->model->atoms;
	len x = line_scaled(content->spots[leftmost(content, from, to)].x, content->stretch);
	len edge = line_runs_left(&atoms[from]) ? atoms[from].lead - content->spots[from].before
											: atoms[to - 1].trail - content->spots[to - 1].after;
	len end = line_scaled(line_stretch(content, from, to).end - edge, content->stretch);
	struct area *area = line_add_area(paragraph, AREA_TEXT, line, x + info->move.right,
									  line->baseline - line_shift(info->shift, info->hanging) - metrics.ascent + info->move.down,
									  end - x, metrics.ascent + metrics.descent);
	area->text = text;
	area->tag = inline_tag(paragraph, info->node);
	area->place = info->node->place;
	if (info->link)
		line_add_link(paragraph, line, area, info->link);
}

void line_add_hyphen(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t last)
{
	static const struct area_cluster cluster = {2, 1};
	const struct atom *atom = &content->model->atoms[last];
	const struct inline_span *info = line_atom_info(paragraph, atom);
	const struct text_style *style = line_atom_style(paragraph, atom);
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
	struct area *area = line_add_area(paragraph, AREA_TEXT, line,
									  line_scaled(end - atom->hyphen, content->stretch) + info->move.right,
									  line->baseline - line_shift(info->shift, info->hanging) - metrics.ascent + info->move.down,
									  line_scaled(atom->hyphen, content->stretch), metrics.ascent + metrics.descent);
	area->text = text;
	area->tag = inline_tag(paragraph, info->node);
	area->place = info->node->place;
}
