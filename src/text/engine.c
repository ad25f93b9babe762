/* engine: the process's fonts, Pango, ICU: a private set of font files, read by fontconfig from our folders only. Takes fonts.xml and folders;
 * gives faces by family and style. */
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

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

/* The user's own set. fontconfig by itself would take the system's fonts when the file is not there. */
static FcConfig *open_given(const char *path, struct diag_sink *sink)
{
	FcConfig *config = FcConfigCreate();
	char *whole = g_canonicalize_filename(path, NULL);
	const char *file = g_file_test(whole, G_FILE_TEST_EXISTS) ? whole : path; /* else one of fontconfig's own folder */
	bool read = FcConfigParseAndLoad(config, (const FcChar8 *)file, FcTrue);  /* it says what is wrong with it */
	g_free(whole);
	if (read && FcConfigBuildFonts(config)) {
		FcConfigSetCurrent(config);
		return config;
	}
	diag_report(sink, DIAG_FONT_CONFIG, (struct place){.file = path}, "FONTCONFIG_FILE");
	FcConfigDestroy(config);
	return NULL;
}

static void append_families(GString *xml, const char *element, const struct text_role *role)
{
	for (guint i = 0; role && i < role->families->len; i++)
		append_escaped(xml, element, role->families->pdata[i]);
}

static int by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(a, b);
}

/* Text in SVG knows the roles' names, too; of one that there is twice the western one, which has Han as well. What nobody knows is as in fonts.c. */
static void append_roles(GString *xml, struct text_engine *engine)
{
	GList *keys = g_list_sort(g_hash_table_get_keys(engine->roles), by_text);
	for (const GList *key = keys; key; key = key->next) {
		const char *name = key->data;
		const struct text_role *role = g_hash_table_lookup(engine->roles, name);
		char *western = g_strconcat("\001", name, NULL);
		if (role->western || !g_hash_table_contains(engine->roles, western)) {
			g_string_append(xml, "<alias binding=\"same\">");
			append_escaped(xml, "family", role->western ? name + 1 : name);
			g_string_append(xml, "<prefer>");
			append_families(xml, "family", role);
			g_string_append(xml, "</prefer></alias>");
		}
		g_free(western);
	}
	g_list_free(keys);
	const struct text_role *unknown = text_role_find(engine, TEXT_UNKNOWN_ROLE, true);
	if (!unknown || unknown->families->len == 0)
		return;
	g_string_append(xml, "<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\" binding=\"weak\">");
	append_families(xml, "string", unknown);
	g_string_append(xml, "</edit></match>");
}

/* A fontconfig configuration with our folders only; the cache makes the next start fast. FONTCONFIG_FILE replaces it. */
static FcConfig *open_fontconfig(struct text_engine *engine, const struct text_options *options, struct diag_sink *sink)
{
	const char *given = getenv("FONTCONFIG_FILE");
	if (given)
		return open_given(given, sink);
	FcConfig *config = FcConfigCreate();
	GString *xml = g_string_new("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
	for (const char *const *dir = options->font_dirs; dir && *dir; dir++)
		append_folder(xml, *dir);
	char *own = g_path_get_dirname(options->config);
	append_folder(xml, own);
	g_free(own);
	append_roles(xml, engine);
	g_string_append(xml, "<cachedir prefix=\"xdg\">gongwen/fontconfig</cachedir></fontconfig>");
	FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)xml->str, FcTrue);
	g_string_free(xml, TRUE);
	FcConfigBuildFonts(config);
	FcConfigSetCurrent(config); /* text in SVG has the same fonts and no others */
	return config;
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
}

struct text_engine *text_open(const struct text_options *options, struct diag_sink *sink)
{
	struct text_engine *engine = g_new0(struct text_engine, 1);
	engine->arena = arena_open();
	engine->scratch = arena_open();
	engine->shaped = shape_cache_open();
	engine->hyphens = text_hyphens_new();
	engine->terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	engine->own_terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	engine->roles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, text_free_role);
	engine->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, text_free_face);
	engine->families = g_ptr_array_new_with_free_func(g_free);
	engine->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!text_read_config(engine, options->config, sink) || (options->terms && !text_read_terms(engine, options->terms, sink))) {
		text_close(engine);
		return NULL;
	}
	engine->fontconfig = open_fontconfig(engine, options, sink);
	if (!engine->fontconfig) {
		text_close(engine);
		return NULL;
	}
	if (FT_Init_FreeType(&engine->freetype) != 0)
		engine->freetype = NULL;
	text_index_faces(engine);
	if (!engine->freetype || g_hash_table_size(engine->faces) == 0) {
		diag_report_both(sink, DIAG_PART_MISSING, (struct place){.file = options->config}, "no font files", "没有字体文件");
		text_close(engine);
		return NULL;
	}
	open_pango(engine);
	engine->buffer = hb_buffer_create();
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

void text_forget_fonts(struct text_engine *engine)
{
	g_hash_table_foreach(engine->fonts, close_font, NULL);
	g_hash_table_remove_all(engine->fonts);
}

void text_close(struct text_engine *engine)
{
	if (!engine)
		return;
	text_forget_fonts(engine);
	g_hash_table_destroy(engine->fonts);
	for (size_t i = 0; i < G_N_ELEMENTS(engine->breaks); i++)
		if (engine->breaks[i])
			ubrk_close(engine->breaks[i]);
	g_hash_table_destroy(engine->hyphens);
	if (engine->words)
		ubrk_close(engine->words);
	g_hash_table_destroy(engine->terms);
	g_hash_table_destroy(engine->own_terms);
	g_free(engine->own_entries);
	hb_buffer_destroy(engine->buffer);
	g_clear_object(&engine->context);
	g_clear_object(&engine->map);
	g_hash_table_destroy(engine->faces);
	g_ptr_array_free(engine->families, TRUE);
	g_hash_table_destroy(engine->roles);
	if (engine->freetype)
		FT_Done_FreeType(engine->freetype);
	if (engine->fontconfig)
		FcConfigDestroy(engine->fontconfig);
	shape_cache_close(engine->shaped);
	arena_close(engine->scratch);
	arena_close(engine->arena);
	g_free(engine);
}
