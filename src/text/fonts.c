/* fonts: the process's faces and fonts. Takes fonts.xml and folders of font files; gives faces by family, fonts by family list and size. */
#include <cairo-ft.h>
#include <fontconfig/fcfreetype.h>
#include FT_TRUETYPE_TABLES_H
#include <libxml/parser.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define CONFIG_SIZE_MAX ((size_t)1024 * 1024)
#define HAN_SAMPLE      0x4E00 /* 一: a face that has it sets Chinese */
#define DEFAULT_ROLE    "宋体"

/* ---- fonts.xml ---- */

static void free_role(gpointer data)
{
	struct text_role *role = data;
	g_ptr_array_free(role->families, TRUE);
	g_free(role);
}

static char *attribute(const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	char *copy = value ? g_strdup((const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

static struct text_role *role_find(struct text_engine *engine, const char *name)
{
	char *key = g_utf8_casefold(name, -1);
	struct text_role *role = g_hash_table_lookup(engine->roles, key);
	g_free(key);
	return role;
}

static void add_role(struct text_engine *engine, const xmlNode *node, char *name)
{
	struct text_role *role = g_new(struct text_role, 1);
	role->families = g_ptr_array_new_with_free_func(g_free);
	for (const xmlNode *face = node->children; face; face = face->next) {
		char *family = face->type == XML_ELEMENT_NODE ? attribute(face, "family") : NULL;
		if (family)
			g_ptr_array_add(role->families, family);
	}
	g_hash_table_insert(engine->roles, g_utf8_casefold(name, -1), role);
}

static bool add_alias(struct text_engine *engine, const xmlNode *node, const char *name)
{
	char *target = attribute(node, "role");
	struct text_role *of = target ? role_find(engine, target) : NULL;
	g_free(target);
	if (!of)
		return false;
	struct text_role *role = g_new(struct text_role, 1);
	role->families = g_ptr_array_ref(of->families);
	g_hash_table_insert(engine->roles, g_utf8_casefold(name, -1), role);
	return true;
}

static bool read_config(struct text_engine *engine, const char *path, struct diag_sink *sink)
{
	struct bytes bytes;
	if (!file_read(path, CONFIG_SIZE_MAX, &bytes, sink))
		return false;
	xmlDoc *doc = xmlReadMemory(bytes.data, (int)bytes.size, path, NULL,
								XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	free(bytes.data);
	if (!doc) {
		const xmlError *error = xmlGetLastError();
		diag_report(sink, DIAG_FONT_CONFIG, (struct place){path, error ? error->line : 1, 1}, "%s", error ? error->message : "");
		return false;
	}
	bool good = true;
	for (const xmlNode *node = xmlDocGetRootElement(doc)->children; node; node = node->next) {
		char *name = node->type == XML_ELEMENT_NODE ? attribute(node, "name") : NULL;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		bool is_role = xmlStrEqual(node->name, BAD_CAST "role");
		if (name && is_role)
			add_role(engine, node, name);
		else if (!name || !xmlStrEqual(node->name, BAD_CAST "alias") || !add_alias(engine, node, name)) {
			diag_report(sink, DIAG_FONT_CONFIG, (struct place){path, (int)xmlGetLineNo(node), 1}, "<%s name=\"%s\">",
						(const char *)node->name, name ? name : "");
			good = false;
		}
		g_free(name);
	}
	xmlFreeDoc(doc);
	return good;
}

/* ---- the private font set ---- */

static void append_escaped(GString *xml, const char *element, const char *text)
{
	char *escaped = g_markup_escape_text(text, -1);
	g_string_append_printf(xml, "<%s>%s</%s>", element, escaped, element);
	g_free(escaped);
}

/* fontconfig wants folders from the root. */
static void append_folder(GString *xml, const char *folder)
{
	char *whole = g_canonicalize_filename(folder, NULL);
	append_escaped(xml, "dir", whole);
	g_free(whole);
}

/* A fontconfig configuration with our folders only; the cache makes the next start fast. FONTCONFIG_FILE replaces it. */
static FcConfig *open_fontconfig(const struct text_options *options)
{
	if (getenv("FONTCONFIG_FILE"))
		return FcInitLoadConfigAndFonts();
	FcConfig *config = FcConfigCreate();
	GString *xml = g_string_new("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
	for (const char *const *dir = options->font_dirs; dir && *dir; dir++)
		append_folder(xml, *dir);
	char *own = g_path_get_dirname(options->config);
	append_folder(xml, own);
	g_free(own);
	g_string_append(xml, "<cachedir prefix=\"xdg\">gongwen/fontconfig</cachedir></fontconfig>");
	FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)xml->str, FcTrue);
	g_string_free(xml, TRUE);
	FcConfigBuildFonts(config);
	FcConfigSetCurrent(config); /* text in SVG has the same fonts and no others */
	return config;
}

static void free_face(gpointer data)
{
	struct text_face *face = data;
	if (face->cairo)
		cairo_font_face_destroy(face->cairo);
	if (face->ft)
		FT_Done_Face(face->ft);
	g_free(face->family);
	g_free(face->file);
	g_free(face);
}

/* Faces by every family name of theirs (仿宋 and FangSong are one); of several styles, the upright regular one. */
static void index_faces(struct text_engine *engine)
{
	FcFontSet *set = FcConfigGetFonts(engine->fontconfig, FcSetSystem);
	for (int i = 0; set && i < set->nfont; i++) {
		FcPattern *pattern = set->fonts[i];
		FcChar8 *file, *family;
		FcCharSet *coverage;
		int index = 0, weight = FC_WEIGHT_REGULAR, slant = 0;
		if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
			FcPatternGetCharSet(pattern, FC_CHARSET, 0, &coverage) != FcResultMatch)
			continue;
		FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
		FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
		FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
		for (int n = 0; FcPatternGetString(pattern, FC_FAMILY, n, &family) == FcResultMatch; n++) {
			char *key = g_utf8_casefold((const char *)family, -1);
			if (g_hash_table_contains(engine->faces, key) && (weight != FC_WEIGHT_REGULAR || slant)) {
				g_free(key);
				continue;
			}
			struct text_face *face = g_new0(struct text_face, 1);
			*face = (struct text_face){.family = g_strdup((const char *)family),
									   .file = g_strdup((const char *)file),
									   .index = index,
									   .coverage = coverage};
			g_hash_table_insert(engine->faces, key, face);
		}
	}
}

static void open_pango(struct text_engine *engine)
{
	engine->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(engine->map), engine->fontconfig);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(engine->map), 72);
	engine->context = pango_font_map_create_context(engine->map);
	pango_context_set_round_glyph_positions(engine->context, FALSE);
	cairo_font_options_t *plain = cairo_font_options_create();
	cairo_font_options_set_hint_style(plain, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(plain, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(engine->context, plain);
	cairo_font_options_destroy(plain);
	engine->features = pango_attr_font_features_new("liga=0,clig=0");
}

struct text_engine *text_open(const struct text_options *options, struct diag_sink *sink)
{
	struct text_engine *engine = g_new0(struct text_engine, 1);
	engine->arena = arena_open();
	engine->terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	engine->roles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_role);
	engine->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_face);
	engine->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!read_config(engine, options->config, sink) || (options->terms && !text_read_terms(engine, options->terms, sink))) {
		text_close(engine);
		return NULL;
	}
	engine->fontconfig = open_fontconfig(options);
	if (FT_Init_FreeType(&engine->freetype) != 0)
		engine->freetype = NULL;
	index_faces(engine);
	if (!engine->freetype || g_hash_table_size(engine->faces) == 0) {
		diag_report(sink, DIAG_PART_MISSING, (struct place){.file = options->config}, "no font files");
		text_close(engine);
		return NULL;
	}
	open_pango(engine);
	return engine;
}

static void close_font(gpointer key, gpointer value, gpointer data)
{
	(void)key;
	(void)data;
	struct text_font *font = value;
	for (unsigned i = 0; i < font->count; i++)
		g_clear_object(&font->choices[i].pango);
}

void text_close(struct text_engine *engine)
{
	if (!engine)
		return;
	g_hash_table_foreach(engine->fonts, close_font, NULL);
	g_hash_table_destroy(engine->fonts);
	for (size_t i = 0; i < G_N_ELEMENTS(engine->breaks); i++)
		if (engine->breaks[i])
			ubrk_close(engine->breaks[i]);
	if (engine->words)
		ubrk_close(engine->words);
	g_hash_table_destroy(engine->terms);
	if (engine->features)
		pango_attribute_destroy(engine->features);
	g_clear_object(&engine->context);
	g_clear_object(&engine->map);
	g_hash_table_destroy(engine->faces);
	g_hash_table_destroy(engine->roles);
	if (engine->freetype)
		FT_Done_FreeType(engine->freetype);
	if (engine->fontconfig)
		FcConfigDestroy(engine->fontconfig);
	arena_close(engine->arena);
	g_free(engine);
}

/* ---- faces ---- */

static struct text_face *face_find(struct text_engine *engine, const char *family)
{
	char *key = g_utf8_casefold(family, -1);
	struct text_face *face = g_hash_table_lookup(engine->faces, key);
	g_free(key);
	return face;
}

/* Loads the file at its first use; a file that FreeType refuses is said once and left out of every list. */
static bool face_load(struct text_engine *engine, struct text_face *face, struct diag_sink *sink)
{
	if (face->ft || face->broken)
		return !face->broken;
	int error = FT_New_Face(engine->freetype, face->file, face->index, &face->ft);
	if (error || !FT_IS_SCALABLE(face->ft)) {
		face->broken = true;
		diag_report(sink, DIAG_FONT_BROKEN, (struct place){.file = face->file}, "FreeType %d", error);
		return false;
	}
	face->cairo = cairo_ft_font_face_create_for_ft_face(face->ft, FT_LOAD_NO_HINTING);
	return true;
}

const char *text_face_name(const struct text_face *face)
{
	return face->family;
}

cairo_font_face_t *text_face_cairo(const struct text_face *face)
{
	return face->cairo;
}

/* ---- fonts ---- */

struct listing {
	struct text_engine *engine;
	GPtrArray *faces;
	unsigned han; /* first face of the first family with Han; UINT_MAX: none yet */
	struct diag_sink *sink;
};

static void list_face(struct listing *listing, struct text_face *face)
{
	if (!g_ptr_array_find(listing->faces, face, NULL) && face_load(listing->engine, face, listing->sink))
		g_ptr_array_add(listing->faces, face);
}

/* Adds what a family name stands for: a role's faces, or the face itself. */
static bool list_family(struct listing *listing, const char *family)
{
	struct text_role *role = role_find(listing->engine, family);
	struct text_face *face = role ? NULL : face_find(listing->engine, family);
	unsigned first = listing->faces->len;
	if (face)
		list_face(listing, face);
	for (unsigned i = 0; role && i < role->families->len; i++)
		if ((face = face_find(listing->engine, role->families->pdata[i])) != NULL)
			list_face(listing, face);
	for (unsigned i = first; listing->han == UINT_MAX && i < listing->faces->len; i++) {
		const struct text_face *added = listing->faces->pdata[i];
		if (FcCharSetHasChar(added->coverage, HAN_SAMPLE))
			listing->han = first;
	}
	return listing->faces->len > first || role || face;
}

/* ascent + descent = size (T-07): the OS/2 typo values when they make an em, else hhea, else 0.88 and 0.12. */
static struct text_metrics measure(const struct text_face *face, len size)
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
	len above = len_scale(size, ascent, ascent + descent);
	return (struct text_metrics){above, size - above};
}

static struct text_font *make_font(struct text_engine *engine, const struct listing *listing, len size)
{
	struct text_font *font = ARENA_NEW(engine->arena, struct text_font);
	font->engine = engine;
	font->size = size;
	font->count = listing->faces->len;
	font->han = listing->han == UINT_MAX ? 0 : listing->han;
	font->choices = ARENA_ARRAY(engine->arena, struct text_choice, font->count);
	const struct text_face *measured = listing->faces->pdata[0];
	for (unsigned i = font->count; i-- > 0;) {
		font->choices[i].face = listing->faces->pdata[i];
		if (i >= font->han && FcCharSetHasChar(font->choices[i].face->coverage, HAN_SAMPLE))
			measured = font->choices[i].face;
	}
	font->metrics = measure(measured, size);
	return font;
}

static char *font_key(const char *const *families, unsigned count, len size)
{
	GString *key = g_string_new("");
	g_string_printf(key, "%d", size);
	for (unsigned i = 0; i < count; i++)
		g_string_append_printf(key, "\001%s", families[i]);
	return g_string_free(key, FALSE);
}

/* The faces of all families, then those of the default role: every font can set Chinese, and rare characters come last. */
static struct text_font *list_font(struct text_engine *engine, const char *const *families, unsigned count, len size,
								   struct diag_sink *sink)
{
	struct listing listing = {.engine = engine, .faces = g_ptr_array_new(), .han = UINT_MAX, .sink = sink};
	const char **missing = ARENA_ARRAY(engine->arena, const char *, count + 1);
	unsigned missing_count = 0;
	for (unsigned i = 0; i < count; i++)
		if (!list_family(&listing, families[i]))
			missing[missing_count++] = arena_string(engine->arena, families[i]);
	list_family(&listing, DEFAULT_ROLE);
	struct text_font *font = listing.faces->len ? make_font(engine, &listing, size) : NULL;
	if (font)
		font->missing = missing;
	g_ptr_array_free(listing.faces, TRUE);
	return font;
}

const struct text_font *text_font_find(struct text_engine *engine, const char *const *families, unsigned count, len size,
									   struct place place, struct diag_sink *sink)
{
	char *key = font_key(families, count, size);
	struct text_font *font = g_hash_table_lookup(engine->fonts, key);
	if (!font) {
		font = list_font(engine, families, count, size, sink);
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

struct text_metrics text_font_metrics(const struct text_font *font)
{
	return font->metrics;
}

len text_font_size(const struct text_font *font)
{
	return font->size;
}
