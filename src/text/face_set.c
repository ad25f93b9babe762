/* face_set: the faces of the process by family and style. Takes fontconfig's set of our folders; gives faces, loaded at their first use: a
 * real bold or oblique one where the family has it, else one drawn from the regular on request (Z-76). */
#include <cairo-ft.h>
#include <string.h>

#include "text/text_int.h"

#define STYLE_MASK (TEXT_BOLD | TEXT_OBLIQUE)

static char *face_key(const char *family, unsigned style)
{
	char *folded = g_utf8_casefold(family, -1),
		 *key = g_strdup_printf("%u%u%s", TEXT_WIDTH_OF(style), style & STYLE_MASK, folded);
	g_free(folded);
	return key;
}

void text_free_face(gpointer data)
{
	struct text_face *face = data;
	if (face->cairo)
		cairo_font_face_destroy(face->cairo);
	hb_font_destroy(face->units);
	if (face->ft)
		FT_Done_Face(face->ft);
	g_free(face->family);
	g_free(face->name);
	g_free(face->file);
	g_free(face);
}

/* ---- the index ---- */

/* Of fontconfig's widths, in percent of the normal one. */
static unsigned width_class(int width)
{
	static const int most[] = {56, 69, 81, 93, 106, 119, 137, 175};
	unsigned class = 1;
	while (class <= G_N_ELEMENTS(most) && width > most[class - 1])
		class ++;
	return class;
}

static char *face_name(const char *family, unsigned style)
{
	static const char *const widths[] = {"", " Ultra-Condensed", " Extra-Condensed", " Condensed",      " Semi-Condensed",
										 "", " Semi-Expanded",   " Expanded",        " Extra-Expanded", " Ultra-Expanded"};
	return g_strconcat(family, widths[TEXT_WIDTH_OF(style)], style & TEXT_BOLD ? " Bold" : "",
					   style & TEXT_OBLIQUE ? " Oblique" : "", NULL);
}

/* Of several faces of a family and style the first counts, but one of the plain weight comes before lighter and heavier ones. */
static void add_face(struct text_engine *engine, const char *family, const struct text_face *found)
{
	unsigned style = found->style;
	char *key = face_key(family, style);
	const struct text_face *known = g_hash_table_lookup(engine->faces, key);
	bool better = !known || (found->weight == FC_WEIGHT_REGULAR && known->weight != FC_WEIGHT_REGULAR);
	if (!better) {
		g_free(key);
		return;
	}
	struct text_face *face = g_new0(struct text_face, 1);
	*face = *found;
	face->family = g_strdup(family);
	face->name = face_name(family, style);
	engine->widths |= 1u << TEXT_WIDTH_OF(style);
	face->file = g_strdup(found->file);
	g_hash_table_replace(engine->faces, key, face);
}

/* Type 1 and its like cannot be cut to the glyphs in use: a folder of the system may hold them beside OpenType files of the same families. */
static bool is_type_1(const FcPattern *pattern)
{
	FcChar8 *format;
	return FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) == FcResultMatch &&
		   strstr((const char *)format, "Type ") != NULL;
}

void text_index_faces(struct text_engine *engine)
{
	FcFontSet *set = FcConfigGetFonts(engine->fontconfig, FcSetSystem);
	for (int i = 0; set && i < set->nfont; i++) {
		FcPattern *pattern = set->fonts[i];
		FcChar8 *file, *family;
		struct text_face face = {.weight = FC_WEIGHT_REGULAR};
		int slant = 0, width = FC_WIDTH_NORMAL;
		if (is_type_1(pattern) || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
			FcPatternGetCharSet(pattern, FC_CHARSET, 0, &face.coverage) != FcResultMatch)
			continue;
		face.file = (char *)file;
		FcPatternGetInteger(pattern, FC_INDEX, 0, &face.index);
		FcPatternGetInteger(pattern, FC_WEIGHT, 0, &face.weight);
		FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
		FcPatternGetInteger(pattern, FC_WIDTH, 0, &width);
		face.style = TEXT_WIDTH(width_class(width)) | (face.weight >= FC_WEIGHT_DEMIBOLD ? TEXT_BOLD : 0u) |
					 (slant ? TEXT_OBLIQUE : 0u);
		for (int n = 0; FcPatternGetString(pattern, FC_FAMILY, n, &family) == FcResultMatch; n++) {
			add_face(engine, (const char *)family, &face);
			g_ptr_array_add(engine->families, g_strdup((const char *)family));
		}
	}
}

/* ---- faces ---- */

static struct text_face *look_up(struct text_engine *engine, const char *family, unsigned style)
{
	char *key = face_key(family, style);
	struct text_face *face = g_hash_table_lookup(engine->faces, key);
	g_free(key);
	return face;
}

/* The style asked for is drawn from the nearest face of the family: its outlines made heavier, slanted, or both. */
static struct text_face *synthesize(struct text_engine *engine, const struct text_face *from, unsigned missing, unsigned style)
{
	struct text_face *face = g_new0(struct text_face, 1);
	*face = (struct text_face){.family = g_strdup(from->family),
							   .file = g_strdup(from->file),
							   .index = from->index,
							   .coverage = from->coverage,
							   .weight = from->weight,
							   .style = style,
							   .synthetic = from->synthetic | missing};
	face->name = face_name(from->family, style);
	g_hash_table_insert(engine->faces, face_key(from->family, style), face);
	return face;
}

/* Of the family's faces of a width: first the style asked for, then the nearest to it. */
static struct text_face *find_style(struct text_engine *engine, const char *family, unsigned style, bool may_synthesize)
{
	static const unsigned nearest[4][4] = {{0, TEXT_OBLIQUE, TEXT_BOLD, STYLE_MASK},
										   {TEXT_BOLD, 0, STYLE_MASK, TEXT_OBLIQUE},
										   {TEXT_OBLIQUE, 0, STYLE_MASK, TEXT_BOLD},
										   {STYLE_MASK, TEXT_BOLD, TEXT_OBLIQUE, 0}};
	unsigned wanted = style & STYLE_MASK, width = TEXT_WIDTH(TEXT_WIDTH_OF(style));
	for (size_t i = 0; i < 4; i++) {
		struct text_face *face = look_up(engine, family, width | nearest[wanted][i]);
		if (!face || (face->synthetic && !may_synthesize))
			continue;
		unsigned missing = wanted & ~nearest[wanted][i];
		return missing && may_synthesize ? synthesize(engine, face, missing, width | wanted) : face;
	}
	return NULL;
}

/* CSS Fonts 3, 5.2: narrower widths first when a narrow or the normal one is asked for, else wider ones; each in order of nearness. */
struct text_face *text_face_find(struct text_engine *engine, const char *family, unsigned style, bool may_synthesize)
{
	int wanted = (int)TEXT_WIDTH_OF(style), first = wanted <= 5 ? -1 : 1;
	for (int turn = 0; turn < 2; turn++, first = -first)
		for (int width = turn ? wanted + first : wanted; width >= 1 && width <= 9; width += first) {
			struct text_face *face = engine->widths & 1u << width
										 ? find_style(engine, family, TEXT_WIDTH(width) | (style & STYLE_MASK), may_synthesize)
										 : NULL;
			if (face)
				return face;
		}
	return NULL;
}

bool text_face_load(struct text_engine *engine, struct text_face *face, struct diag_sink *sink)
{
	if (face->ft || face->broken)
		return !face->broken;
	int error = FT_New_Face(engine->freetype, face->file, face->index, &face->ft);
	if (error || !FT_IS_SCALABLE(face->ft)) {
		face->broken = true;
		text_report_broken(sink, DIAG_FONT_BROKEN, face->file, error);
		return false;
	}
	face->cairo = cairo_ft_font_face_create_for_ft_face(face->ft, FT_LOAD_NO_HINTING);
	return true;
}

const char *text_face_name(const struct text_face *face)
{
	return face->name;
}

const char *text_face_file(const struct text_face *face, int *index)
{
	*index = face->index;
	return face->file;
}

cairo_font_face_t *text_face_cairo(const struct text_face *face)
{
	return face->cairo;
}

bool text_face_slants(const struct text_face *face)
{
	return (face->synthetic & TEXT_OBLIQUE) != 0;
}

bool text_face_thickens(const struct text_face *face)
{
	return (face->synthetic & TEXT_BOLD) != 0;
}
