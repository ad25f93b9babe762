/* Faces as Cairo gets them: cut down to the glyphs in use. Cairo copies a face's whole outline table for every file, megabytes for a
 * Chinese face; a cut (HarfBuzz) has a few hundred glyphs. Subroutines are dissolved in it, so that a glyph's bytes do not depend on
 * what else is in the cut, and files do not depend on what was made before them. A cut serves every later document whose glyphs it
 * has; one that lacks some is replaced by a larger one. */
#include <cairo-ft.h>
#include <ft2build.h>
#include FT_CID_H
#include FT_FREETYPE_H
#include <hb-subset.h>
#include <stdlib.h>

#include "pdf/pdf_int.h"

#define COMMON_FROM 200 /* glyphs: a face of Chinese text, not of a title's or of marks */

struct pdf_cut {
	hb_face_t *whole;    /* the file, mapped */
	hb_face_t *outlines; /* its tables of outlines, widths and names */
	hb_set_t *has;       /* glyphs of the whole face that the cut has */
	uint32_t *glyphs;    /* by glyph of the whole face: of the cut */
	uint32_t blank;      /* the whole face's; 0: it has none */
	hb_blob_t *file;     /* the cut as a font file */
	cairo_font_face_t *cairo;
	cairo_font_face_t *hyphens; /* the same once more; NULL until a word is parted */
	bool parts_latin;
};

/* What Cairo's font needs for its life. */
struct holding {
	FT_Face face;
	hb_blob_t *blob;
};

static FT_Library library;

static void let_go(void *data)
{
	struct holding *holding = data;

	FT_Done_Face(holding->face);
	hb_blob_destroy(holding->blob);
	g_free(holding);
}

static void drop_faces(struct pdf_cut *cut)
{
	cairo_font_face_destroy(cut->cairo);
	cairo_font_face_destroy(cut->hyphens);
	hb_blob_destroy(cut->file);
	cut->cairo = cut->hyphens = NULL;
	cut->file = NULL;
}

void pdf_cut_close(gpointer data)
{
	struct pdf_cut *cut = data;

	drop_faces(cut);
	hb_face_destroy(cut->outlines);
	hb_face_destroy(cut->whole);
	hb_set_destroy(cut->has);
	g_free(cut->glyphs);
	g_free(cut);
}

/* ---- cutting ---- */

/* Cairo's face of a font in memory; takes the blob. Faces without CIDs have their Latin characters parted from the rest. */
static cairo_font_face_t *open_face(hb_blob_t *blob, bool *parts_latin)
{
	static const cairo_user_data_key_t key;
	struct holding *holding = g_new0(struct holding, 1);
	cairo_font_face_t *cairo;
	FT_Bool is_cid = 0;
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);

	holding->blob = blob;
	if ((!library && FT_Init_FreeType(&library) != 0) ||
		FT_New_Memory_Face(library, (const FT_Byte *)data, (FT_Long)size, 0, &holding->face) != 0) {
		hb_blob_destroy(blob);
		g_free(holding);
		return NULL;
	}
	holding->face->charmap = NULL; /* FreeType makes one of the glyphs' names, and Cairo would ask it (latin.c) */
	*parts_latin = FT_Get_CID_Is_Internally_CID_Keyed(holding->face, &is_cid) != 0 || !is_cid;
	cairo = cairo_ft_font_face_create_for_ft_face(holding->face, FT_LOAD_NO_HINTING);
	cairo_font_face_set_user_data(cairo, &key, holding, let_go);
	return cairo;
}

/* Text is shaped already: without the tables for that, HarfBuzz does not look for what glyphs could become, nor at all the characters. */
static bool is_dropped(hb_tag_t tag)
{
	static const char *const dropped[] = {"GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "cmap", "kern", "gasp",
										  "DSIG", "fvar", "gvar", "avar", "HVAR", "VVAR", "MVAR", "cvar", "STAT"};

	for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++)
		if (hb_tag_from_string(dropped[i], 4) == tag)
			return true;
	return false;
}

static hb_face_t *take_outlines(hb_face_t *whole)
{
	hb_face_t *outlines = hb_face_builder_create();
	hb_tag_t tags[16];
	unsigned count = G_N_ELEMENTS(tags);

	for (unsigned start = 0; count == G_N_ELEMENTS(tags); start += count) {
		hb_face_get_table_tags(whole, start, &count, tags);
		for (unsigned i = 0; i < count; i++)
			if (!is_dropped(tags[i])) {
				hb_blob_t *table = hb_face_reference_table(whole, tags[i]);

				hb_face_builder_add_table(outlines, tags[i], table);
				hb_blob_destroy(table);
			}
	}
	return outlines;
}

static hb_subset_input_t *make_input(const hb_set_t *glyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (!input)
		return NULL;
	hb_set_union(hb_subset_input_glyph_set(input), glyphs);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	return input;
}

/* The numbers that the plan gives the glyphs, and the face that it makes. */
static bool take_plan(struct pdf_cut *cut, hb_subset_plan_t *plan)
{
	const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
	unsigned count = hb_face_get_glyph_count(cut->whole);
	hb_face_t *face = hb_subset_plan_execute_or_fail(plan);

	if (!face)
		return false;
	for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(cut->has, &glyph) && glyph < count;)
		cut->glyphs[glyph] = hb_map_get(numbers, glyph);
	drop_faces(cut);
	cut->file = hb_face_reference_blob(face);
	cut->cairo = open_face(hb_blob_reference(cut->file), &cut->parts_latin);
	hb_face_destroy(face);
	return cut->cairo;
}

/* The characters of GB/T 2312's first level: a face that is cut a second time gets them all, because a batch will want most of them. */
static void add_common(struct pdf_cut *cut)
{
	hb_font_t *font = hb_font_create(cut->whole);

	for (int row = 0xB0; row <= 0xD7; row++)
		for (int cell = 0xA1; cell <= 0xFE; cell++) {
			const char code[] = {(char)row, (char)cell, 0};
			char *character = g_convert(code, 2, "UTF-8", "GB2312", NULL, NULL, NULL);
			hb_codepoint_t glyph;

			if (character && hb_font_get_nominal_glyph(font, g_utf8_get_char(character), &glyph))
				hb_set_add(cut->has, glyph);
			g_free(character);
		}
	hb_font_destroy(font);
}

/* Cuts the face to the glyphs that it had and these. */
static bool make_cut(struct pdf_cut *cut, const hb_set_t *glyphs)
{
	hb_subset_input_t *input;
	hb_subset_plan_t *plan;
	bool done;

	hb_set_union(cut->has, glyphs);
	if (cut->cairo && hb_set_get_population(cut->has) > COMMON_FROM)
		add_common(cut);
	input = make_input(cut->has);
	plan = input ? hb_subset_plan_create_or_fail(cut->outlines, input) : NULL;
	done = plan && take_plan(cut, plan);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return done;
}

/* ---- what a document needs ---- */

static uint32_t find_blank(hb_face_t *face)
{
	hb_font_t *font = hb_font_create(face);
	hb_codepoint_t glyph = 0;
	bool found = hb_font_get_nominal_glyph(font, ' ', &glyph);

	hb_font_destroy(font);
	return found ? glyph : 0;
}

static struct pdf_cut *new_cut(const char *file, int index)
{
	struct pdf_cut *cut = g_new0(struct pdf_cut, 1);
	hb_blob_t *blob = hb_blob_create_from_file(file);

	cut->whole = hb_face_create(blob, (unsigned)index);
	cut->outlines = take_outlines(cut->whole);
	hb_blob_destroy(blob);
	cut->has = hb_set_create();
	hb_set_add(cut->has, 0);
	cut->glyphs = g_new0(uint32_t, hb_face_get_glyph_count(cut->whole) + 1);
	cut->blank = find_blank(cut->whole);
	return cut;
}

/* Faces of one file share a cut: one that is drawn heavier or slanted, too. */
static struct pdf_cut *find_cut(struct pdf_engine *engine, const struct text_face *face)
{
	struct pdf_cut *cut = g_hash_table_lookup(engine->faces, face);
	const char *file;
	char *key;
	int index;

	if (cut)
		return cut;
	file = text_face_file(face, &index);
	key = g_strdup_printf("%s#%d", file, index);
	cut = g_hash_table_lookup(engine->cuts, key);
	if (cut)
		g_free(key);
	else
		g_hash_table_insert(engine->cuts, key, cut = new_cut(file, index));
	g_hash_table_insert(engine->faces, (gpointer)(uintptr_t)face, cut);
	return cut;
}

void pdf_cut_note(struct pdf_writer *writer, const struct area_text *text)
{
	struct pdf_cut *cut = find_cut(writer->engine, text->face);
	hb_set_t *set = g_hash_table_lookup(writer->wanted, cut);

	if (!set)
		g_hash_table_insert(writer->wanted, cut, set = hb_set_create());
	for (uint32_t g = 0; g < text->glyph_count; g++)
		hb_set_add(set, text->glyphs[g].id);
	if (text->ends_word)
		hb_set_add(set, cut->blank);
}

uint32_t pdf_cut_blank(struct pdf_engine *engine, const struct area_text *text)
{
	return text->ends_word ? find_cut(engine, text->face)->blank : 0;
}

bool pdf_cut_faces(struct pdf_writer *writer)
{
	GHashTableIter iter;
	gpointer cut, glyphs;
	bool done = true;

	g_hash_table_iter_init(&iter, writer->wanted);
	while (done && g_hash_table_iter_next(&iter, &cut, &glyphs))
		if (!((struct pdf_cut *)cut)->cairo || !hb_set_is_subset(glyphs, ((struct pdf_cut *)cut)->has))
			done = make_cut(cut, glyphs);
	return done || pdf_fail(writer, "a font could not be cut", "字体无法取子集");
}

struct pdf_cut_face pdf_cut_find(struct pdf_engine *engine, const struct text_face *face, bool hyphens)
{
	struct pdf_cut *cut = g_hash_table_lookup(engine->faces, face);

	if (hyphens && !cut->hyphens)
		cut->hyphens = open_face(hb_blob_reference(cut->file), &cut->parts_latin);
	return (struct pdf_cut_face){hyphens && cut->hyphens ? cut->hyphens : cut->cairo, cut->glyphs, cut->parts_latin};
}
