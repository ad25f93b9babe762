/* year: an input → its plan: load, check, derive, plan. Each function is an arrow of docs/architecture.md. */
#include <glib.h>

#include "attached.h"
#include "complaints.h"
#include "pipeline_int.h"

struct vocabulary {
	const char *root, *schema, *rules, *derive, *plan, *why;
	bool alone;
};

static const struct vocabulary vocabularies[VOCABULARIES] = {
#define VOCABULARY(root, schema, rules, derive, plan, why, alone) {root, schema, rules, derive, plan, why, alone},
#include "vocabularies.def"
#undef VOCABULARY
};

/* Complaints are reported as the rules make them: there may be many. */
struct complaining {
	struct refusals *refusals;
	struct diag_sink *sink;
};

static void take_complaints(void *data, xmlNode *first)
{
	const struct complaining *complaining = data;
	complaints_report(first, complaining->refusals, complaining->sink);
}

/* Of the process: no year's memory. */
static const struct xml_schema *find_schema(struct engine *engine, const struct vocabulary *vocabulary, struct diag_sink *sink)
{
	struct xml_schema **schema = &engine->schemas[vocabulary - vocabularies];
	heap_keep();
	if (!*schema)
		*schema = xml_schema_open(arena_printf(engine->arena, "%s/%s", engine->templates, vocabulary->schema), sink);
	heap_keep_no_more();
	return *schema;
}

static bool check(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	unsigned before = diag_count(sink, DIAG_ERROR);
	const struct xml_schema *schema = find_schema(engine, year->vocabulary, sink);
	if (!schema || !xml_schema_check(schema, year->document, sink))
		return false; /* the rules may rely on the schema */
	xml_drop_texts(year->document);
	struct complaining complaining = {refusals_open(), sink};
	const struct xslt_use use = {.take = take_complaints, .data = &complaining, .strip = true};
	xmlDoc *rest = xslt_apply_with(engine->stylesheets, year->vocabulary->rules, &use, year->document, sink);
	if (rest) {
		year->refusals = complaining.refusals;
		take_complaints(&complaining, xmlDocGetRootElement(rest)->children);
		year->pictures = complaints_pictures(xmlDocGetRootElement(rest)->children, year->arena);
	} else {
		refusals_free(complaining.refusals);
	}
	xmlFreeDoc(rest);
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

/* The author's files stay when they go along with the document. */
static void load(struct year *year, const struct engine *engine, const char *path, struct diag_sink *sink)
{
	struct xml_files files = {0};
	struct arena *kept = arena_open();
	bool attaches = pdf_profile_attaches(engine->profile);
	year->document = xml_load_keeping(path, year->gate, year->texts, attaches ? &files : NULL, kept, sink);
	year->vocabulary = find_vocabulary(year->document);
	if (!attaches || !year->vocabulary->alone) {
		arena_close(kept);
		return;
	}
	arena_adopt(year->arena, kept);
	year->attached = attached_files(&files, "document.xml", year->arena);
}

bool year_open(struct year *year, struct engine *engine, const struct options *options, const char *path, struct diag_sink *sink)
{
	heap_spill();
	*year = (struct year){
		.path = path, .arena = arena_open(), .texts = arena_open(), .gate = gate_open(path, options->resource_dirs.values)};
	year->images = image_store_open(year->gate, path);
	load(year, engine, path, sink);
	bool sound = year->document && check(year, engine, sink);
	heap_check(sink);
	return sound;
}

void year_check_pictures(const struct year *year, struct diag_sink *sink)
{
	for (const struct named_picture *picture = year->pictures; picture; picture = picture->next)
		image_find(year->images, picture->href, picture->place, sink);
}

/* Parts of the model wait until the author's document has gone: in a long year the two would fill the memory. */
static void put_aside(void *data, xmlNode *first)
{
	for (xmlNode *node = first, *next; node; node = next) {
		next = node->next;
		if (node->type == XML_ELEMENT_NODE)
			xml_shelf_put(data, node);
	}
}

bool year_derive(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	struct xml_shelf *parts = xml_shelf_open();
	year->folds = xml_folds_open();
	const struct xslt_use use = {.take = put_aside, .data = parts, .strip = true, .fold = year->folds};
	year->model = xslt_apply_with(engine->stylesheets, year->vocabulary->derive, &use, year->document, sink);
	xmlFreeDoc(year->document); /* what it says is in the model */
	year->document = NULL;
	arena_close(year->texts);
	year->texts = NULL;
	heap_trim();
	if (year->model)
		xml_shelf_empty(parts, xmlDocGetRootElement(year->model));
	xml_shelf_close(parts);
	heap_check(sink);
	return year->model;
}

/* ' name name ', or nothing: as templates ask contains() of it. g_free() it. */
static char *join_names(const struct option_list *list)
{
	GString *joined = g_string_new(list->count ? " " : "");
	for (unsigned i = 0; i < list->count; i++)
		g_string_append_printf(joined, "%s ", list->values[i]);
	return g_string_free(joined, FALSE);
}

bool year_plan(struct year *year, struct engine *engine, const struct options *options, plan_take take, void *data,
			   struct diag_sink *sink)
{
	char *kinds = join_names(&options->kinds), *departments = join_names(&options->departments);
	const struct xslt_parameter asked[] = {{"asked-kinds", kinds}, {"asked-departments", departments}};
	const struct xslt_use use = {
		.parameters = asked, .count = G_N_ELEMENTS(asked), .take = take, .data = data, .folded = year->folds};
	xmlDoc *rest = xslt_apply_with(engine->stylesheets, year->vocabulary->plan, &use, year->model, sink);
	if (rest)
		take(data, xmlDocGetRootElement(rest)->children);
	bool done = rest;
	xmlFreeDoc(rest);
	xmlFreeDoc(year->model); /* its documents are planned: workers need not carry it */
	year->model = NULL;
	xml_folds_close(year->folds);
	year->folds = NULL;
	g_free(kinds);
	g_free(departments);
	heap_check(sink);
	return done;
}

void year_unfold(struct year *year)
{
	xml_unfold(year->folds, xmlDocGetRootElement(year->model));
}

xmlDoc *year_explain(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	year_unfold(year);
	if (*year->vocabulary->why)
		return xslt_apply(engine->stylesheets, year->vocabulary->why, year->model, sink);
	diag_say(sink, DIAG_NOTHING_TO_EXPLAIN, (struct place){0});
	return NULL;
}

void year_close(struct year *year)
{
	xmlFreeDoc(year->model);
	xml_folds_close(year->folds);
	xmlFreeDoc(year->document);
	image_store_close(year->images);
	refusals_free(year->refusals);
	gate_close(year->gate);
	arena_close(year->texts);
	arena_close(year->arena);
	heap_stop_spilling();
}
