/* engine: what the process has once: the templates, their schemas and stylesheets, the fonts, the PDF writer. */
#include <glib.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "pipeline_int.h"

/* A folder of the installation, found from where the program itself is: PREFIX/bin/gongwen has PREFIX/share/gongwen, build/gongwen has the
 * source tree. */
static const char *find_part(struct arena *arena, const char *part, struct diag_sink *sink)
{
	char program[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
	program[MAX(size, 0)] = '\0';
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(program, '/');
		if (slash)
			*slash = '\0';
	}
	const char *installed = arena_printf(arena, "%s/share/gongwen/%s", program, part);
	if (access(installed, R_OK) == 0)
		return installed;
	const char *beside = arena_printf(arena, "%s/%s", program, part);
	if (access(beside, R_OK) == 0)
		return beside;
	diag_report(sink, DIAG_PART_MISSING, (struct place){0}, "%s", installed);
	return NULL;
}

/* The field's own words for breaking titles: a set of templates may have none. */
static const char *find_terms(struct arena *arena, const char *templates)
{
	const char *path = arena_printf(arena, "%s/terms.txt", templates);
	return access(path, F_OK) == 0 ? path : NULL;
}

struct engine *engine_open(const struct options *options, struct diag_sink *sink)
{
	xml_init();
	xslt_init();
	struct arena *arena = arena_open();
	struct engine *engine = ARENA_NEW(arena, struct engine);
	engine->arena = arena;
	engine->templates = options->templates ? options->templates : find_part(arena, "templates", sink);
	const char *fonts = find_part(arena, "fonts", sink);
	if (engine->templates && fonts) {
		engine->color_profile = arena_printf(arena, "%s/sRGB.icc", fonts);
		engine->fonts.config = arena_printf(arena, "%s/fonts.xml", fonts);
		engine->profile = options->profile;
		engine->fonts.font_dirs = options->font_dirs.values;
		engine->fonts.terms = find_terms(arena, engine->templates);
		if (text_check_folders(options->font_dirs.values, sink) && gate_check_folders(options->resource_dirs.values, sink) &&
			pdf_check_epoch(sink))
			engine->stylesheets = xslt_open(engine->templates, sink);
	}
	if (!engine->stylesheets) {
		engine_close(engine);
		return NULL;
	}
	return engine;
}

void engine_close(struct engine *engine)
{
	if (!engine)
		return;
	pdf_close(engine->pdf);
	text_close(engine->text);
	for (size_t i = 0; i < VOCABULARIES; i++)
		xml_schema_close(engine->schemas[i]);
	xslt_close(engine->stylesheets);
	arena_close(engine->arena);
}

bool engine_open_writers(struct engine *engine, struct diag_sink *sink)
{
	if (!engine->text)
		engine->text = text_open(&engine->fonts, sink);
	if (engine->text && !engine->pdf)
		engine->pdf = pdf_open(engine->color_profile, sink);
	return engine->pdf;
}

/* A kind's stylesheet has the kind's name (docs/templates.md). One that has another is compiled when a document comes, as is one of which there
 * is something to say. */
void engine_warm_up(struct engine *engine, const struct options *options, const struct diag_sink *like)
{
	struct diag_sink *unheard = diag_open_like(like);
	if (engine_open_writers(engine, unheard))
		text_warm_up(engine->text, unheard);
	for (unsigned i = 0; i < options->kinds.count; i++) {
		const char *kind = options->kinds.values[i];
		char *name = g_strdup_printf("kinds/%s/%s.xsl", kind, kind);
		xslt_prepare(engine->stylesheets, name, unheard);
		g_free(name);
	}
	diag_close(unheard);
}
