/* Text areas: glyph runs with the characters they stand for, so that what is extracted is what was given (T-01).
 *
 * A face has one cairo_font_face_t in the process; a scaled font of it is made for each size, stretch and turn, without hinting,
 * so that advances stay those that layout counted with. Cairo keeps scaled fonts that were let go, so their glyphs serve the next
 * document too. */
#include "pdf/pdf_int.h"

#define SLANT 0.2 /* of oblique type drawn from upright */

struct pdf_font {
	const struct text_face *face;
	len size;
	int32_t stretch;
	int turn;
	cairo_scaled_font_t *scaled;
	struct pdf_font *next;
};

static cairo_scaled_font_t *make_scaled(struct pdf_writer *writer, const struct area_text *text)
{
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_matrix_t size, place;
	cairo_scaled_font_t *scaled;

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_matrix_init_scale(&size, len_to_pt(text->size) * text->stretch / 1000, len_to_pt(text->size));
	if (text_face_slants(text->face))
		size.xy = -size.yy * SLANT;
	cairo_get_matrix(writer->cairo, &place);
	place.x0 = place.y0 = 0;
	scaled = cairo_scaled_font_create(text_face_cairo(text->face), &size, &place, options);
	cairo_font_options_destroy(options);
	return scaled;
}

/* The scaled font of a run. A document uses a few dozen; the last used stands first, so the search is short. */
static cairo_scaled_font_t *find_scaled(struct pdf_writer *writer, const struct area_text *text)
{
	struct pdf_font **link = &writer->fonts, *font;

	for (; (font = *link); link = &font->next)
		if (font->face == text->face && font->size == text->size && font->stretch == text->stretch && font->turn == writer->turn)
			break;
	if (font) {
		*link = font->next;
	} else {
		font = ARENA_NEW(writer->arena, struct pdf_font);
		*font = (struct pdf_font){text->face, text->size, text->stretch, writer->turn, make_scaled(writer, text), NULL};
	}
	font->next = writer->fonts;
	writer->fonts = font;
	return font->scaled;
}

void pdf_text_open(struct pdf_writer *writer)
{
	writer->glyphs = ARENA_ARRAY(writer->arena, cairo_glyph_t, writer->survey.most_glyphs + 1);
	writer->clusters = ARENA_ARRAY(writer->arena, cairo_text_cluster_t, writer->survey.most_clusters + 1);
}

void pdf_text_close(struct pdf_writer *writer)
{
	for (struct pdf_font *font = writer->fonts; font; font = font->next)
		cairo_scaled_font_destroy(font->scaled);
	writer->fonts = NULL;
}

void pdf_draw_text(struct pdf_writer *writer, const struct area_text *text, len x, len y)
{
	len baseline = len_add(y, text->baseline);

	for (uint32_t i = 0; i < text->glyph_count; i++) {
		const struct text_glyph *glyph = &text->glyphs[i];

		writer->glyphs[i] = (cairo_glyph_t){glyph->id, len_to_pt(len_add(x, glyph->x)), len_to_pt(len_add(baseline, glyph->y))};
	}
	for (uint32_t i = 0; i < text->cluster_count; i++)
		writer->clusters[i] = (cairo_text_cluster_t){text->clusters[i].text_size, text->clusters[i].glyph_count};
	pdf_set_color(writer->cairo, text->color);
	cairo_set_scaled_font(writer->cairo, find_scaled(writer, text));
	cairo_show_text_glyphs(writer->cairo, text->text, (int)text->text_size, writer->glyphs, (int)text->glyph_count,
						   writer->clusters, (int)text->cluster_count, 0);
	writer->glyphs_drawn += text->glyph_count;
}
