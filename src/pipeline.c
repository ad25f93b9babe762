/* pipeline: see pipeline.h. Each function here is one arrow of docs/architecture.md. */
#include "pipeline.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "area/area.h"
#include "complaints.h"
#include "fo/fo.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/text.h"
#include "xml/xml.h"
#include "xslt/xslt.h"

struct vocabulary {
	const char *root, *schema, *rules, *derive, *plan, *why;
};

static const struct vocabulary vocabularies[] = {
#define VOCABULARY(root, schema, rules, derive, plan, why) {root, schema, rules, derive, plan, why},
#include "vocabularies.def"
#undef VOCABULARY
};
#define VOCABULARIES (sizeof vocabularies / sizeof vocabularies[0])

struct engine {
	struct arena *arena;
	const char *templates; /* folder */
	struct xslt_set *stylesheets;
	struct xml_schema *schemas[VOCABULARIES]; /* NULL until first used */
	struct text_options fonts;
	struct text_engine *text; /* NULL until the first document */
};

/* ---- the process ---- */

/* A folder of the installation: beside the program's own folder in the source tree, else below PREFIX/share/gongwen. */
static const char *find_part(struct arena *arena, const char *part, struct diag_sink *sink)
{
	char program[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
	if (size > 0) {
		program[size] = '\0';
		for (int up = 0; up < 2; up++) {
			char *slash = strrchr(program, '/');
			if (slash)
				*slash = '\0';
		}
		const char *beside = arena_printf(arena, "%s/%s", program, part);
		if (access(beside, R_OK) == 0)
			return beside;
	}
	const char *installed = arena_printf(arena, "%s/%s", GONGWEN_DATADIR, part);
	if (access(installed, R_OK) == 0)
		return installed;
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
		engine->fonts.config = arena_printf(arena, "%s/fonts.xml", fonts);
		engine->fonts.font_dirs = options->font_dirs.values;
		engine->fonts.terms = find_terms(arena, engine->templates);
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
	text_close(engine->text);
	for (size_t i = 0; i < VOCABULARIES; i++)
		xml_schema_close(engine->schemas[i]);
	xslt_close(engine->stylesheets);
	arena_close(engine->arena);
}

/* ---- the year ---- */

static bool check(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	unsigned before = diag_count(sink, DIAG_ERROR);
	struct xml_schema **schema = &engine->schemas[year->vocabulary - vocabularies];
	if (!*schema)
		*schema = xml_schema_open(arena_printf(engine->arena, "%s/%s", engine->templates, year->vocabulary->schema), sink);
	if (!*schema || !xml_schema_check(*schema, year->document, sink))
		return false; /* the rules may rely on the schema */
	xmlDoc *complaints = xslt_apply(engine->stylesheets, year->vocabulary->rules, year->document, sink);
	if (complaints)
		year->refusals = complaints_report(complaints, year->arena, sink);
	xmlFreeDoc(complaints);
	return diag_count(sink, DIAG_ERROR) == before;
}

static const struct vocabulary *find_vocabulary(const xmlDoc *document)
{
	const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
	for (size_t i = 0; root && i < VOCABULARIES; i++)
		if (xmlStrEqual(root->name, BAD_CAST vocabularies[i].root))
			return &vocabularies[i];
	return &vocabularies[0];
}

bool year_open(struct year *year, struct engine *engine, const struct options *options, const char *path, struct diag_sink *sink)
{
	*year = (struct year){.arena = arena_open(), .gate = gate_open(path, options->resource_dirs.values)};
	year->images = image_store_open(year->gate, path);
	year->document = xml_load(path, year->gate, year->arena, sink);
	year->vocabulary = find_vocabulary(year->document);
	return year->document && check(year, engine, sink);
}

bool year_plan(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	year->model = xslt_apply(engine->stylesheets, year->vocabulary->derive, year->document, sink);
	if (year->model)
		year->plan = xslt_apply(engine->stylesheets, year->vocabulary->plan, year->model, sink);
	return year->plan;
}

xmlDoc *year_explain(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	if (*year->vocabulary->why)
		return xslt_apply(engine->stylesheets, year->vocabulary->why, year->model, sink);
	diag_say(sink, DIAG_NOTHING_TO_MAKE, (struct place){0});
	return NULL;
}

void year_close(struct year *year)
{
	xmlFreeDoc(year->plan);
	xmlFreeDoc(year->model);
	xmlFreeDoc(year->document);
	image_store_close(year->images);
	refusals_free(year->refusals);
	gate_close(year->gate);
	arena_close(year->arena);
}

/* ---- one document ---- */

/* A document of its own with the job's <document>, of whose copies only the job's stays. */
static xmlDoc *job_document(const struct job *job)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlDocCopyNode((xmlNode *)(uintptr_t)job->document, doc, 2);
	xmlDocSetRootElement(doc, root);
	for (const xmlNode *child = job->document->children; child; child = child->next) {
		if (child != job->copy && child->type == XML_ELEMENT_NODE && xmlStrEqual(child->name, BAD_CAST "copy"))
			continue;
		xmlAddChild(root, xmlDocCopyNode((xmlNode *)(uintptr_t)child, doc, 1));
	}
	return doc;
}

xmlDoc *engine_transform(struct engine *engine, const struct job *job, struct diag_sink *sink)
{
	xmlDoc *doc = job_document(job);
	xmlDoc *fo = xslt_apply(engine->stylesheets, job->stylesheet, doc, sink);
	xmlFreeDoc(doc);
	return fo;
}

static bool take_text(char *text, struct formatted *formatted)
{
	formatted->bytes = (struct bytes){text, strlen(text)};
	return true;
}

bool engine_format(struct engine *engine, const xmlDoc *fo, struct image_store *images, enum dump dump,
				   struct formatted *formatted, struct diag_sink *sink)
{
	*formatted = (struct formatted){0};
	struct arena *arena = arena_open();
	unsigned before = diag_count(sink, DIAG_ERROR);
	const struct area_tree *areas = NULL;
	bool done = false;

	const struct fo_tree *tree = fo_build(fo, arena, sink);
	if (tree && dump == DUMP_TREE) {
		done = take_text(fo_dump(tree), formatted);
	} else if (tree) {
		if (!engine->text)
			engine->text = text_open(&engine->fonts, sink);
		if (engine->text)
			areas = layout_run(tree, engine->text, images, arena, sink);
	}
	if (areas) {
		formatted->pages = areas->page_count;
		if (dump == DUMP_AREAS)
			done = take_text(area_dump(areas), formatted);
		else if (diag_count(sink, DIAG_ERROR) == before) /* nothing that is wrong is written */
			done = pdf_write(areas, &formatted->bytes, sink);
	}
	arena_close(arena);
	return done && diag_count(sink, DIAG_ERROR) == before;
}
