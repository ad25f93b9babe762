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
	const char *color_profile;
	struct pdf_engine *pdf; /* NULL until the first document */
	enum pdf_profile profile;
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
		engine->color_profile = arena_printf(arena, "%s/sRGB.icc", fonts);
		engine->fonts.config = arena_printf(arena, "%s/fonts.xml", fonts);
		engine->profile = options->profile;
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
	pdf_close(engine->pdf);
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
	xmlFreeDoc(year->document); /* what it says is in the model */
	year->document = NULL;
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

char *engine_source(const struct engine *engine, const struct job *job)
{
	if (!pdf_profile_attaches(engine->profile))
		return NULL;
	xmlDoc *doc = job_document(job);
	char *text = xml_print(doc);
	xmlFreeDoc(doc);
	return text;
}

static bool take_text(char *text, struct formatted *formatted)
{
	formatted->bytes = (struct bytes){text, strlen(text)};
	return true;
}

/* Fonts and the colour profile, at first use. */
static bool open_writers(struct engine *engine, struct diag_sink *sink)
{
	if (!engine->text)
		engine->text = text_open(&engine->fonts, sink);
	if (engine->text && !engine->pdf)
		engine->pdf = pdf_open(engine->color_profile, sink);
	return engine->pdf;
}

/* build, lay out: FO → areas, or the text of a stage; NULL after an error: nothing that is wrong is written. pages: takes the pages; NULL: the
 * tree has them. */
static const struct area_tree *lay_out(struct engine *engine, struct copy *copy, struct image_store *images, enum dump dump,
									   const struct area_sink *pages, struct arena *arena)
{
	unsigned before = diag_count(copy->sink, DIAG_ERROR);
	const struct area_tree *areas = NULL;
	const struct fo_tree *tree = fo_build(copy->fo, arena, copy->sink);

	copy->formatted = (struct formatted){0};
	if (tree && dump == DUMP_TREE)
		take_text(fo_dump(tree), &copy->formatted);
	else if (tree && pages)
		areas = layout_pages(tree, engine->text, images, arena, pages, copy->sink);
	else if (tree && open_writers(engine, copy->sink))
		areas = layout_run(tree, engine->text, images, arena, copy->sink);
	if (areas)
		copy->formatted.pages = areas->page_count;
	if (areas && dump == DUMP_AREAS)
		take_text(area_dump(areas), &copy->formatted);
	return diag_count(copy->sink, DIAG_ERROR) == before ? areas : NULL;
}

static bool dump_stage(struct engine *engine, struct copy *copy, struct image_store *images, enum dump dump)
{
	struct arena *arena = arena_open();
	unsigned before = diag_count(copy->sink, DIAG_ERROR);

	lay_out(engine, copy, images, dump, NULL, arena);
	arena_close(arena);
	return copy->formatted.bytes.data && diag_count(copy->sink, DIAG_ERROR) == before;
}

bool engine_format(struct engine *engine, const xmlDoc *fo, struct image_store *images, enum dump dump,
				   struct formatted *formatted, struct diag_sink *sink)
{
	struct copy copy = {.fo = fo, .source_name = "document.fo", .sink = sink};
	bool done;

	if (dump == DUMP_NONE) {
		copy.source = pdf_profile_attaches(engine->profile) ? xml_print(fo) : NULL;
		done = engine_format_copies(engine, images, &copy, 1);
		xmlFree(copy.source);
	} else {
		done = dump_stage(engine, &copy, images, dump);
	}
	*formatted = copy.formatted;
	return done;
}

static struct pdf_source source_of(const struct copy *copy)
{
	if (!copy->source)
		return (struct pdf_source){0};
	return (struct pdf_source){copy->source_name, {copy->source, strlen(copy->source)}};
}

bool engine_format_copies(struct engine *engine, struct image_store *images, struct copy *copies, unsigned count)
{
	if (!open_writers(engine, copies[0].sink))
		return false;
	struct arena *arena = arena_open();
	struct pdf_order *orders = ARENA_ARRAY(arena, struct pdf_order, count);
	bool done = true;

	for (unsigned i = 0; i < count; i++)
		orders[i] = (struct pdf_order){.profile = engine->profile, .source = source_of(&copies[i]), .sink = copies[i].sink};
	struct pdf_writer *writer = pdf_begin(engine->pdf, orders, count);
	for (unsigned i = 0; i < count; i++) {
		struct area_sink pages = pdf_pages(writer, i);
		orders[i].tree = lay_out(engine, &copies[i], images, DUMP_NONE, &pages, arena);
		done = done && orders[i].tree;
	}
	done = pdf_end(writer, done);
	for (unsigned i = 0; i < count; i++)
		copies[i].formatted.bytes = orders[i].bytes;
	arena_close(arena);
	return done;
}
