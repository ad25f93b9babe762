/* fonts: family lists, sizes and styles → fonts: the faces that will be tried, loaded, with the metrics that lines count with. */
#include <string.h>

#include "text/text_int.h"

#include FT_TRUETYPE_TABLES_H

#define DEFAULT_ROLE "宋体"

struct listing {
	struct text_engine *engine;
	GPtrArray *faces;
	unsigned style;   /* enum text_font_style */
	bool synthesizes; /* by the style, and as fonts.xml says of the family asked for first */
	unsigned han;     /* first face with Han; UINT_MAX: none yet */
	bool han_named;   /* it is of a family that was asked for, not of what a western one falls back on */
	const struct text_role
		*stated; /* of the family asked for first, when fonts.xml states its metrics and its own face is not there */
	struct diag_sink *sink;
};

static void list_face(struct listing *listing, struct text_face *face)
{
	if (!g_ptr_array_find(listing->faces, face, NULL) && text_face_load(listing->engine, face, listing->sink))
		g_ptr_array_add(listing->faces, face);
}

/* Z-76: what the style says, else what fonts.xml says of the first family: 黑体, 小标宋 and 楷体 are not emboldened. */
static void settle_synthesis(struct listing *listing, const struct text_role *role)
{
	bool always = listing->style & TEXT_SYNTHESIZE_ALWAYS, never = listing->style & TEXT_SYNTHESIZE_NEVER;
	if (listing->faces->len == 0)
		listing->synthesizes = always || (!never && !(role && role->keeps_weight));
}

static struct text_face *find_face(const struct listing *listing, const char *family)
{
	return text_face_find(listing->engine, family, listing->style, listing->synthesizes);
}

static void settle_metrics(struct listing *listing, const struct text_role *role)
{
	if (listing->faces->len == 0 && !listing->stated && role && role->ascent && role->families->len &&
		!find_face(listing, role->families->pdata[0]))
		listing->stated = role;
}

/* Adds what a family name stands for: a role's faces, or the face itself. */
static bool list_family(struct listing *listing, const char *family)
{
	struct text_role *role = text_role_find(listing->engine, family, listing->style & TEXT_WESTERN);
	settle_synthesis(listing, role);
	settle_metrics(listing, role);
	struct text_face *face = role ? NULL : find_face(listing, family);
	unsigned first = listing->faces->len;
	bool found = face != NULL;
	if (face)
		list_face(listing, face);
	for (unsigned i = 0; role && i < role->families->len; i++)
		if ((face = find_face(listing, role->families->pdata[i])) != NULL) {
			found = true;
			list_face(listing, face);
		}
	for (unsigned i = first; listing->han == UINT_MAX && i < listing->faces->len; i++) {
		const struct text_face *added = listing->faces->pdata[i];
		if (FcCharSetHasChar(added->coverage, HAN_SAMPLE))
			listing->han = i;
	}
	listing->han_named |= listing->han != UINT_MAX && listing->han >= first && !(role && role->western);
	return found;
}

/* A set of fonts that has none of the default role's faces: any of its faces serves, in the set's order. They are loaded when a character
 * needs them. */
static void list_rest(struct listing *listing)
{
	const GPtrArray *families = listing->engine->families;
	for (unsigned i = 0; i < families->len; i++) {
		struct text_face *face = find_face(listing, families->pdata[i]);
		if (!face || face->broken || g_ptr_array_find(listing->faces, face, NULL))
			continue;
		if (listing->han == UINT_MAX && FcCharSetHasChar(face->coverage, HAN_SAMPLE))
			listing->han = listing->faces->len;
		g_ptr_array_add(listing->faces, face);
	}
}

/* The OS/2 typo values when they are plausible, else hhea, else 0.88 and 0.12; western: as they are, else ascent + descent = size (T-07). */
static struct text_metrics measure(const struct text_face *face, len size, bool western)
{
	const TT_OS2 *os2 = FT_Get_Sfnt_Table(face->ft, FT_SFNT_OS2);
	long ascent = face->ft->ascender, descent = -face->ft->descender;
	if (os2 && os2->version != 0xFFFF && os2->sTypoAscender > 0 && os2->sTypoDescender < 0) {
		ascent = os2->sTypoAscender;
		descent = -os2->sTypoDescender;
	}
	if (ascent <= 0 || descent < 0) {
		ascent = 880;
		descent = 120;
	}
	if (western)
		return (struct text_metrics){len_scale(size, ascent, face->ft->units_per_EM),
									 len_scale(size, descent, face->ft->units_per_EM)};
	len above = len_scale(size, ascent, ascent + descent);
	return (struct text_metrics){above, size - above};
}

static struct text_metrics stated_metrics(const struct text_role *role, len size)
{
	return (struct text_metrics){len_scale(size, role->ascent, 1000), len_scale(size, role->descent, 1000)};
}

/* Faces that cannot be loaded leave the front of the list: metrics are those of a face that is there. False: there is none. */
static bool load_first(struct listing *listing)
{
	while (listing->faces->len && !text_face_load(listing->engine, listing->faces->pdata[0], listing->sink)) {
		g_ptr_array_remove_index(listing->faces, 0);
		listing->han -= listing->han != UINT_MAX && listing->han > 0;
	}
	return listing->faces->len > 0;
}

/* Lines of Chinese count with the first face that has Han, those of western text with their first face. */
static struct text_font *make_font(struct text_engine *engine, const struct listing *listing, len size, bool western)
{
	struct text_font *font = ARENA_NEW(engine->arena, struct text_font);
	font->engine = engine;
	font->size = size;
	font->count = listing->faces->len;
	font->han = listing->han == UINT_MAX ? 0 : listing->han;
	font->choices = ARENA_ARRAY(engine->arena, struct text_choice, font->count);
	const struct text_face *first = listing->faces->pdata[0], *measured = first;
	for (unsigned i = font->count; i-- > 0;) {
		font->choices[i].face = listing->faces->pdata[i];
		if (!western && i >= font->han && font->choices[i].face->ft &&
			FcCharSetHasChar(font->choices[i].face->coverage, HAN_SAMPLE))
			measured = font->choices[i].face;
	}
	font->metrics = western && listing->stated ? stated_metrics(listing->stated, size) : measure(measured, size, western);
	unsigned wanted = listing->style & (TEXT_BOLD | TEXT_OBLIQUE);
	font->plain = (first->style & wanted) != wanted;
	return font;
}

static char *font_key(const char *const *families, unsigned count, len size, unsigned style)
{
	GString *key = g_string_new("");
	g_string_printf(key, "%d %u", size, style);
	for (unsigned i = 0; i < count; i++)
		g_string_append_printf(key, "\001%s", families[i]);
	return g_string_free(key, FALSE);
}

/* What is said of a family without a face; NULL: nothing, a role with a hint is there for single signs when others come before it. */
static const char *name_missing(const struct listing *listing, const char *family)
{
	const struct text_role *role = text_role_find(listing->engine, family, listing->style & TEXT_WESTERN);
	if (!role || !role->hint)
		return arena_string(listing->engine->arena, family);
	if (listing->faces->len)
		return NULL;
	char *text = g_strdup_printf("%s (%s)", family, role->hint);
	const char *kept = arena_string(listing->engine->arena, text);
	g_free(text);
	return kept;
}

/* The faces of all families, then those of the default role: every font can set Chinese, and rare characters come last. */
static struct text_font *list_font(struct text_engine *engine, const char *const *families, unsigned count, len size,
								   unsigned style, struct diag_sink *sink)
{
	struct listing listing = {.engine = engine, .faces = g_ptr_array_new(), .style = style, .han = UINT_MAX, .sink = sink};
	const char **missing = ARENA_ARRAY(engine->arena, const char *, count + 1);
	unsigned missing_count = 0;
	for (unsigned i = 0; i < count; i++)
		if (!list_family(&listing, families[i]) && (missing[missing_count] = name_missing(&listing, families[i])) != NULL)
			missing_count++;
	bool western = style & TEXT_WESTERN && !listing.han_named;
	if (listing.faces->len == 0 && western)
		list_family(&listing, TEXT_UNKNOWN_ROLE);
	if (!list_family(&listing, DEFAULT_ROLE))
		list_rest(&listing);
	struct text_font *font = load_first(&listing) ? make_font(engine, &listing, size, western) : NULL;
	if (font)
		font->missing = missing;
	g_ptr_array_free(listing.faces, TRUE);
	return font;
}

const struct text_font *text_font_find(struct text_engine *engine, const char *const *families, unsigned count, len size,
									   unsigned style, struct place place, struct diag_sink *sink)
{
	char *key = font_key(families, count, size, style);
	struct text_font *font = g_hash_table_lookup(engine->fonts, key);
	if (!font) {
		font = list_font(engine, families, count, size, style, sink);
		if (!font) {
			diag_report(sink, DIAG_PART_MISSING, place, "%s", DEFAULT_ROLE);
			g_free(key);
			return NULL;
		}
		g_hash_table_insert(engine->fonts, key, font);
	} else {
		g_free(key);
	}
	return font;
}

const char *const *text_font_missing(const struct text_font *font)
{
	return font->missing;
}

bool text_font_is_plain(const struct text_font *font)
{
	return font->plain;
}

struct text_metrics text_font_metrics(const struct text_font *font)
{
	return font->metrics;
}

len text_font_size(const struct text_font *font)
{
	return font->size;
}

/* Of the em, 1/1000: how high a letter is, as the face states it (OS/2: x and capitals), else its top. 0: neither. */
static len letter_height(const struct text_face *face, char letter)
{
	const TT_OS2 *os2 = FT_Get_Sfnt_Table(face->ft, FT_SFNT_OS2);
	bool has = os2 && os2->version != 0xFFFF && os2->version >= 2;
	FT_Short stated = !has ? 0 : letter == 'x' ? os2->sxHeight : os2->sCapHeight;
	if (stated > 0)
		return len_scale(1000, stated, face->ft->units_per_EM);
	if (FT_Load_Char(face->ft, (FT_ULong)letter, FT_LOAD_NO_SCALE))
		return 0;
	return (len)MAX(len_scale(1000, face->ft->glyph->metrics.horiBearingY, face->ft->units_per_EM), 0);
}

/* In the first face that has the letter. */
static len height_of(const struct text_font *font, char letter, len otherwise)
{
	for (unsigned i = 0; i < font->count; i++) {
		const struct text_face *face = font->choices[i].face;
		len height = face->ft && FcCharSetHasChar(face->coverage, (FcChar32)letter) ? letter_height(face, letter) : 0;
		if (height > 0)
			return len_scale(font->size, height, 1000);
	}
	return otherwise;
}

len text_font_x_height(const struct text_font *font)
{
	return height_of(font, 'x', font->size / 2);
}

len text_font_cap_height(const struct text_font *font)
{
	return height_of(font, 'H', len_scale(font->size, 7, 10));
}
