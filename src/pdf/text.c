/* Text areas: glyph runs with the characters they stand for, so that what is extracted is what was given (T-01).
 *
 * A face has one cairo_font_face_t in the process; a scaled font of it is made for each size, stretch and turn, without hinting,
 * so that advances stay those that layout counted with. Cairo keeps scaled fonts that were let go, so their glyphs serve the next
 * document too. */
#include <hb.h>
#include <string.h>

#include "pdf/pdf_int.h"

#define SLANT   0.2        /* of oblique type drawn from upright */
#define HEAVIER (1.0 / 30) /* em: what bold type drawn from regular is stroked with */

struct pdf_font {
	const struct text_face *face;
	len size;
	int32_t stretch;
	int turn;
	bool hyphens; /* of parted words */
	cairo_scaled_font_t *scaled;
	hb_set_t *loaded; /* glyphs that it has loaded */
	struct pdf_cut_face cut;
	struct pdf_font *next;
};

static cairo_scaled_font_t *make_scaled(struct pdf_writer *writer, cairo_font_face_t *face, const struct area_text *text)
{
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_matrix_t size, place;
	cairo_scaled_font_t *scaled;

	cairo_surface_get_font_options(writer->surface,
								   options); /* else Cairo's replay would make a second font, and load all glyphs again */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON); /* of extents only; see load_glyphs() */
	cairo_matrix_init_scale(&size, len_to_pt(text->size) * text->stretch / 1000, len_to_pt(text->size));
	if (text_face_slants(text->face))
		size.xy = -size.yy * SLANT;
	cairo_get_matrix(writer->cairo, &place);
	place.x0 = place.y0 = 0;
	scaled = cairo_scaled_font_create(face, &size, &place, options);
	cairo_font_options_destroy(options);
	return scaled;
}

/* Kept with the scaled font. */
static hb_set_t *loaded_of(cairo_scaled_font_t *scaled)
{
	static const cairo_user_data_key_t key;
	hb_set_t *loaded = cairo_scaled_font_get_user_data(scaled, &key);

	if (!loaded)
		cairo_scaled_font_set_user_data(scaled, &key, loaded = hb_set_create(), (cairo_destroy_func_t)hb_set_destroy);
	return loaded;
}

static bool parts_word(const struct area_text *text)
{
	return text->glyph_count == 1 && text->text_size == strlen("\u00AD") && memcmp(text->text, "\u00AD", text->text_size) == 0;
}

/* The scaled font of a run. A document uses a few dozen; the last used stands first, so the search is short. */
static const struct pdf_font *find_font(struct pdf_writer *writer, const struct area_text *text)
{
	struct pdf_font **link = &writer->fonts, *font;
	bool hyphens = parts_word(text);

	for (; (font = *link); link = &font->next)
		if (font->face == text->face && font->size == text->size && font->stretch == text->stretch &&
			font->turn == writer->turn && font->hyphens == hyphens)
			break;
	if (font) {
		*link = font->next;
	} else {
		font = ARENA_NEW(writer->arena, struct pdf_font);
		*font = (struct pdf_font){
			.face = text->face, .size = text->size, .stretch = text->stretch, .turn = writer->turn, .hyphens = hyphens};
		font->cut = pdf_cut_find(writer->engine, text->face, hyphens);
		font->scaled = make_scaled(writer, font->cut.cairo, text);
		font->loaded = loaded_of(font->scaled);
	}
	font->next = writer->fonts;
	writer->fonts = font;
	return font;
}

void pdf_text_open(struct pdf_writer *writer)
{
	uint32_t glyphs = writer->most_glyphs + 1; /* with a blank */

	writer->glyphs = ARENA_ARRAY(writer->arena, cairo_glyph_t, glyphs);
	writer->clusters = ARENA_ARRAY(writer->arena, cairo_text_cluster_t, writer->most_clusters + glyphs);
	writer->text = arena_alloc(writer->arena, writer->most_text + strlen(" ") + PDF_LATIN_SIGN_SIZE * (size_t)glyphs);
}

void pdf_text_close(struct pdf_writer *writer)
{
	for (struct pdf_font *font = writer->fonts; font; font = font->next)
		cairo_scaled_font_destroy(font->scaled);
	writer->fonts = NULL;
}

/* A cluster that is one character several times, such as a dash of two em, is as many clusters to Cairo: each glyph then says its
 * character without the help of ActualText. */
static bool is_repetition(const struct area_cluster *cluster, const char *text, const struct text_glyph *glyphs)
{
	size_t size = cluster->glyph_count > 1 ? (size_t)cluster->text_size / cluster->glyph_count : 0;

	if (size == 0 || size * cluster->glyph_count != cluster->text_size || g_utf8_next_char(text) != text + size)
		return false;
	for (size_t i = 1; i < cluster->glyph_count; i++)
		if (glyphs[i].id != glyphs[0].id || memcmp(text, text + i * size, size) != 0)
			return false;
	return true;
}

/* What Cairo takes: clusters, and text that has signs where Latin characters would be parted from the rest. */
struct drawn_text {
	const char *text;
	int size, cluster_count;
};

static char *put_part(char *to, const char *part, cairo_text_cluster_t *cluster)
{
	memcpy(to, part, (size_t)cluster->num_bytes);
	to += cluster->num_bytes;
	if (cluster->num_glyphs != 1 || g_utf8_next_char(part) != part + cluster->num_bytes || !pdf_latin_needs_sign(part))
		return to;
	cluster->num_bytes += PDF_LATIN_SIGN_SIZE;
	return pdf_latin_put_sign(to);
}

/* A character without a glyph, such as a word joiner, belongs to the cluster before it: at a run's end Cairo would lose it. */
static char *join_unseen(char *to, const char *at, const struct area_cluster *cluster, cairo_text_cluster_t *before,
						 bool parts_latin)
{
	before->num_bytes += cluster->text_size;
	if (!parts_latin)
		return to;
	memcpy(to, at, cluster->text_size);
	return to + cluster->text_size;
}

static struct drawn_text set_clusters(struct pdf_writer *writer, const struct area_text *text, bool parts_latin)
{
	const char *at = text->text;
	const struct text_glyph *glyph = text->glyphs;
	cairo_text_cluster_t *out = writer->clusters;
	char *to = writer->text;

	for (uint32_t i = 0; i < text->cluster_count; i++) {
		const struct area_cluster *cluster = &text->clusters[i];
		int parts = is_repetition(cluster, at, glyph) ? cluster->glyph_count : 1;

		if (cluster->glyph_count == 0 && out > writer->clusters) {
			to = join_unseen(to, at, cluster, &out[-1], parts_latin);
			at += cluster->text_size;
			continue;
		}
		for (int part = 0; part < parts; part++, out++) {
			*out = (cairo_text_cluster_t){cluster->text_size / parts, cluster->glyph_count / parts};
			if (parts_latin)
				to = put_part(to, at + part * (cluster->text_size / parts), out);
		}
		at += cluster->text_size;
		glyph += cluster->glyph_count;
	}
	return (struct drawn_text){parts_latin ? writer->text : text->text,
							   parts_latin ? (int)(to - writer->text) : (int)text->text_size, (int)(out - writer->clusters)};
}

/* A blank after the text, as one more cluster. */
static void add_blank(struct pdf_writer *writer, struct drawn_text *drawn, bool parts_latin)
{
	cairo_text_cluster_t *cluster = &writer->clusters[drawn->cluster_count++];

	if (!parts_latin)
		memcpy(writer->text, drawn->text, (size_t)drawn->size);
	*cluster = (cairo_text_cluster_t){1, 1};
	if (parts_latin)
		put_part(writer->text + drawn->size, " ", cluster);
	else
		writer->text[drawn->size] = ' ';
	drawn->text = writer->text;
	drawn->size += cluster->num_bytes;
}

/* Cairo needs a glyph's extents, then its outline, and has FreeType interpret it for either; asked for the outline first, of a font with hinted
 * extents, it takes both from one pass. */
static void load_glyphs(struct pdf_writer *writer, const struct pdf_font *font, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		hb_codepoint_t glyph = (hb_codepoint_t)writer->glyphs[i].index;

		if (hb_set_has(font->loaded, glyph))
			continue;
		hb_set_add(font->loaded, glyph);
		cairo_glyph_path(writer->cairo, &writer->glyphs[i], 1);
		cairo_new_path(writer->cairo);
	}
}

/* Cairo leaves out a run that has no ink, such as a space in a face of its own. Most runs begin with a glyph that has. */
static bool has_ink(const struct pdf_font *font, const cairo_glyph_t *glyphs, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		cairo_text_extents_t extents;

		cairo_scaled_font_glyph_extents(font->scaled, &glyphs[i], 1, &extents);
		if (extents.width > 0 && extents.height > 0)
			return true;
	}
	return false;
}

uint32_t pdf_draw_text(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	const struct area_text *text = area->text;
	const struct pdf_font *font = find_font(writer, text);
	len baseline = len_add(y, text->baseline);
	uint32_t blank = pdf_cut_blank(writer->engine, text), count = text->glyph_count;
	struct drawn_text drawn;

	for (uint32_t i = 0; i < count; i++) {
		const struct text_glyph *glyph = &text->glyphs[i];

		writer->glyphs[i] = (cairo_glyph_t){font->cut.glyphs[glyph->id], len_to_pt(len_add(x, glyph->x)),
											len_to_pt(len_add(baseline, glyph->y))};
	}
	drawn = set_clusters(writer, text, font->cut.parts_latin);
	if (blank) {
		writer->glyphs[count++] = (cairo_glyph_t){font->cut.glyphs[blank], len_to_pt(len_add(x, area->width)),
												  len_to_pt(baseline)};
		add_blank(writer, &drawn, font->cut.parts_latin);
	}
	writer->glyphs_drawn += count;
	cairo_set_scaled_font(writer->cairo, font->scaled);
	load_glyphs(writer, font, count);
	if (!has_ink(font, writer->glyphs, count))
		return 0;
	pdf_set_color(writer->cairo, text->color);
	if (text_face_thickens(text->face))
		pdf_draw_stroke_sign(writer, text->color, len_to_pt(text->size) * HEAVIER);
	cairo_show_text_glyphs(writer->cairo, drawn.text, drawn.size, writer->glyphs, (int)count, writer->clusters,
						   drawn.cluster_count, 0);
	return count;
}
