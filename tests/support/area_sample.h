/* Area trees built by hand for tests: one document with the bundled fonts, text shaped but not laid out (each cluster after the
 * one before it, no punctuation squeezed). */
#ifndef GONGWEN_TESTS_AREA_SAMPLE_H
#define GONGWEN_TESTS_AREA_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "area/area.h"
#include "pdf/pdf.h"

#define SAMPLE_A4_WIDTH  609562 /* 210 mm */
#define SAMPLE_A4_HEIGHT 862102

struct sample {
	struct arena *arena;
	struct diag_sink *sink;
	struct text_engine *engine;
	struct pdf_engine *pdf;
	struct area_tree tree;
};

/* A new last page. */
static inline struct area_page *sample_add_page(struct arena *arena, struct area_tree *tree, len width, len height)
{
	struct area_page *page = ARENA_NEW(arena, struct area_page);

	*page = (struct area_page){.index = tree->page_count, .width = width, .height = height};
	area_tree_append(tree, page);
	return page;
}

static inline void sample_open(struct sample *sample)
{
	const struct text_options options = {.config = "fonts/fonts.xml"};

	memset(sample, 0, sizeof *sample);
	sample->arena = arena_open();
	sample->sink = diag_open(DIAG_ENGLISH);
	sample->engine = text_open(&options, sample->sink);
	assert_non_null(sample->engine);
	sample->pdf = pdf_open("fonts/sRGB.icc", sample->sink);
	assert_non_null(sample->pdf);
}

static inline void sample_close(struct sample *sample)
{
	pdf_close(sample->pdf);
	text_close(sample->engine);
	diag_close(sample->sink);
	arena_close(sample->arena);
}

/* An A4 page with one region, the type area of GB/T 9704; gives the region. */
static inline struct area *sample_page(struct sample *sample, const char *label)
{
	struct area_page *page = sample_add_page(sample->arena, &sample->tree, SAMPLE_A4_WIDTH, SAMPLE_A4_HEIGHT);
	struct area *region = area_new(sample->arena, AREA_REGION, len_from_mm(28), len_from_mm(37), len_from_mm(156),
								   len_from_mm(225));

	page->number = (int)page->index + 1;
	page->label = label;
	region->region.name = "body";
	area_page_append(page, region);
	return region;
}

/* Clusters of one face in a row as one text area; *x moves on. */
static inline uint32_t sample_run(struct sample *sample, struct area *parent, const struct text_shaped *shaped, uint32_t first,
								  len *x, len y, int32_t stretch)
{
	const struct text_face *face = shaped->clusters[first].face;
	struct area_text *text = ARENA_NEW(sample->arena, struct area_text);
	struct text_glyph *glyphs = ARENA_ARRAY(sample->arena, struct text_glyph, shaped->glyph_count + 1);
	struct area_cluster *clusters = ARENA_ARRAY(sample->arena, struct area_cluster, shaped->cluster_count + 1);
	struct area *area = area_new(sample->arena, AREA_TEXT, *x, y, 0, shaped->clusters[first].size);
	uint32_t i = first;

	for (; i < shaped->cluster_count && shaped->clusters[i].face == face; i++) {
		const struct text_cluster *cluster = &shaped->clusters[i];

		for (uint32_t g = 0; g < cluster->glyph_count; g++) {
			struct text_glyph glyph = shaped->glyphs[cluster->glyph_start + g];

			glyph.x = area->width + len_scale(glyph.x, stretch, 1000);
			glyphs[text->glyph_count++] = glyph;
		}
		clusters[text->cluster_count++] = (struct area_cluster){cluster->text_size, cluster->glyph_count};
		text->text_size += cluster->text_size;
		area->width += len_scale(cluster->advance, stretch, 1000);
	}
	text->face = face;
	text->size = shaped->clusters[first].size;
	text->color = 0x000000FF;
	text->stretch = stretch;
	text->baseline = len_scale(text->size, 88, 100);
	text->text = shaped->text + shaped->clusters[first].text_start;
	text->glyphs = glyphs;
	text->clusters = clusters;
	area->text = text;
	area_append(parent, area);
	*x += area->width;
	return i;
}

/* Text at x, y of the parent, as one text area a face; gives the first. */
static inline struct area *sample_text(struct sample *sample, struct area *parent, const char *characters, len x, len y, len size,
									   int32_t stretch)
{
	const char *families[] = {"GwFangSong"};
	struct text_style style = {.font = text_font_find(sample->engine, families, 1, size, 0, (struct place){0}, sample->sink),
							   .language = "zh"};
	struct text_span span = {.text = characters, .size = strlen(characters), .style = &style};
	const struct text_shaped *shaped = text_shape(sample->engine, &span, 1, sample->arena, sample->sink);
	struct area *before = parent->last_child;

	assert_non_null(shaped);
	for (uint32_t i = 0; i < shaped->cluster_count;)
		i = sample_run(sample, parent, shaped, i, &x, y, stretch);
	return before ? before->next : parent->first_child;
}

#endif
