/* pipeline: see pipeline.h. Each function here is one arrow of docs/architecture.md. */
#include "pipeline.h"

#include <glib.h>
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
		if (text_check_folders(options->font_dirs.values, sink) && gate_check_folders(options->resource_dirs.values, sink))
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

bool year_derive(struct year *year, struct engine *engine, struct diag_sink *sink)
{
	year->model = xslt_apply(engine->stylesheets, year->vocabulary->derive, year->document, sink);
	xmlFreeDoc(year->document); /* what it says is in the model */
	year->document = NULL;
	return year->model;
}

/* ' name name ', or nothing: as templates ask contains() of it. */
static const char *join_names(struct arena *arena, const struct option_list *list)
{
	const char *joined = "";
	for (unsigned i = 0; i < list->count; i++)
		joined = arena_printf(arena, "%s%s%s ", joined, i ? "" : " ", list->values[i]);
	return joined;
}

bool year_plan(struct year *year, struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	const struct xslt_parameter asked[] = {{"kinds", join_names(year->arena, &options->kinds)},
										   {"departments", join_names(year->arena, &options->departments)}};
	year->plan = xslt_apply_with(engine->stylesheets, year->vocabulary->plan, asked, 2, year->model, sink);
	xmlFreeDoc(year->model); /* documents are made in its memory */
	year->model = NULL;
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

/* A document of its own with the job's <document>, of whose copies only this one stays (NULL: all). variant: the name of one, or NULL. */
static xmlDoc *job_document(const struct job *job, const xmlNode *copy, const char *variant)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlDocCopyNode((xmlNode *)(uintptr_t)job->document, doc, 2);
	xmlDocSetRootElement(doc, root);
	if (variant)
		xmlNewProp(root, BAD_CAST "variant", BAD_CAST variant);
	for (const xmlNode *child = job->document->children; child; child = child->next) {
		if (copy && child != copy && child->type == XML_ELEMENT_NODE && xmlStrEqual(child->name, BAD_CAST "copy"))
			continue;
		xmlAddChild(root, xmlDocCopyNode((xmlNode *)(uintptr_t)child, doc, 1));
	}
	return doc;
}

static xmlDoc *transform(struct engine *engine, const struct job *job, const char *variant, struct diag_sink *sink)
{
	xmlDoc *doc = job_document(job, NULL, variant);
	xmlDoc *fo = xslt_apply(engine->stylesheets, job->stylesheet, doc, sink);
	xmlFreeDoc(doc);
	return fo;
}

char *engine_source(const struct engine *engine, const struct copy *copy)
{
	if (!pdf_profile_attaches(engine->profile))
		return NULL;
	if (!copy->job)
		return xml_print(copy->fo);
	xmlDoc *doc = job_document(copy->job, copy->job->copy, NULL);
	char *text = xml_print(doc);
	xmlFreeDoc(doc);
	return text;
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

/* A document in one of its variants, as far as it was needed or came. */
struct setting {
	struct arena *arena;
	struct diag_sink *sink;
	xmlDoc *made; /* the FO of a job; of a given FO: NULL */
	const xmlDoc *fo;
	const struct fo_tree *tree;
	const struct area_tree *areas;
};

static bool is_sound(const struct setting *setting)
{
	return diag_count(setting->sink, DIAG_ERROR) == 0;
}

/* The FO's XML goes when there is a tree: only markers are built from it later. */
static void drop_source(struct setting *setting, struct copy *copy)
{
	if (!setting->tree || setting->tree->has_markers)
		return;
	xmlFreeDoc(setting->made);
	setting->made = NULL;
	setting->fo = NULL;
	if (copy->job)
		return;
	xmlFreeDoc(copy->fo);
	copy->fo = NULL;
}

/* What is set at once: copies of one document, or one of them. */
struct copies {
	struct copy *copies;
	unsigned count;
	struct image_store *images;
};

/* For layout; NULL: one alone. */
static const struct layout_copies *names_of(struct arena *arena, const struct copies *set)
{
	if (set->count < 2)
		return NULL;
	struct layout_copies *names = ARENA_NEW(arena, struct layout_copies);
	const char **copies = ARENA_ARRAY(arena, const char *, set->count);
	for (unsigned i = 0; i < set->count; i++)
		copies[i] = set->copies[i].job->copy_key;
	*names = (struct layout_copies){copies, set->count};
	return names;
}

/* transform, build, lay out. pages: takes the pages; NULL: the tree has them. */
static struct setting set_variant(struct engine *engine, const struct copies *set, const char *variant, enum dump dump,
								  const struct area_sink *pages)
{
	struct copy *copy = set->copies;
	struct setting setting = {.arena = arena_open(), .sink = diag_open_like(copy->sink), .fo = copy->fo};
	if (copy->job)
		setting.fo = setting.made = transform(engine, copy->job, variant, setting.sink);
	if (setting.made && set->count == 1 && copy->job->copy_key)
		fo_keep_copy(setting.made, copy->job->copy_key);
	if (setting.fo)
		setting.tree = fo_build(setting.fo, setting.arena, setting.sink);
	if (pages)
		drop_source(&setting, copy);
	const struct layout_copies *copies = names_of(setting.arena, set);
	bool stops = (dump == DUMP_FO || dump == DUMP_TREE) && setting.tree && !setting.tree->variants;
	if (setting.tree && pages)
		setting.areas = layout_pages(setting.tree, copies, engine->text, set->images, setting.arena, pages, setting.sink);
	else if (setting.tree && !stops && open_writers(engine, setting.sink))
		setting.areas = layout_run(setting.tree, engine->text, set->images, setting.arena, setting.sink);
	return setting;
}

static void drop(struct setting *setting)
{
	arena_close(setting->arena);
	diag_close(setting->sink);
	xmlFreeDoc(setting->made);
}

/* No page ends early (gw:lines-before), and the block that made one do so stands on an earlier page. */
static bool is_better(const struct setting *setting, unsigned bound_page)
{
	return is_sound(setting) && setting->areas && !setting->areas->has_early_page && setting->areas->bound_page < bound_page;
}

/* The pages so far, of a setting that still is, do not count. */
static void begin_again(const struct area_sink *pages, struct setting *setting)
{
	if (pages)
		pages->again(pages->data);
	drop(setting);
}

/* A document as it is, unless a page then ends early and one of its variants (gw:variants) is better: the first that is. */
static struct setting set_document(struct engine *engine, const struct copies *copies, enum dump dump,
								   const struct area_sink *pages)
{
	struct setting first = set_variant(engine, copies, NULL, dump, pages);
	if (!copies->copies->job || !is_sound(&first) || !first.areas || !first.areas->has_early_page || !first.tree->variants)
		return first;
	unsigned bound_page = first.areas->bound_page;
	char **names = g_strsplit_set(first.tree->variants, " \t\r\n", -1);
	struct setting set = first;
	bool better = false;
	for (char **name = names; *name && !better; name++) {
		if (!**name)
			continue;
		begin_again(pages, &set);
		set = set_variant(engine, copies, *name, dump, pages);
		better = is_better(&set, bound_page);
	}
	g_strfreev(names);
	if (better)
		return set;
	begin_again(pages, &set);
	return set_variant(engine, copies, NULL, dump, pages);
}

static bool take_text(char *text, struct formatted *formatted)
{
	formatted->bytes = (struct bytes){text, strlen(text)};
	return true;
}

bool engine_dump(struct engine *engine, struct image_store *images, struct copy *copy, enum dump dump)
{
	struct setting setting = set_document(engine, &(struct copies){copy, 1, images}, dump, NULL);
	copy->formatted = (struct formatted){0};
	if (setting.fo && dump == DUMP_FO)
		take_text(xml_print(setting.fo), &copy->formatted);
	else if (setting.tree && dump == DUMP_TREE)
		take_text(fo_dump(setting.tree), &copy->formatted);
	else if (setting.areas && dump == DUMP_AREAS)
		take_text(area_dump(setting.areas), &copy->formatted);
	bool done = is_sound(&setting) && copy->formatted.bytes.data;
	diag_append(copy->sink, setting.sink);
	drop(&setting);
	return done;
}

static struct pdf_source source_of(const struct copy *copy)
{
	if (!copy->source)
		return (struct pdf_source){0};
	return (struct pdf_source){copy->source_name, {copy->source, strlen(copy->source)}};
}

/* The setting is one of these copies. Nothing that is wrong is written. */
static void note_setting(const struct setting *setting, const struct copies *set, struct pdf_order *orders)
{
	for (unsigned i = 0; i < set->count; i++) {
		diag_append(set->copies[i].sink, setting->sink);
		orders[i].tree = is_sound(setting) ? setting->areas : NULL;
		set->copies[i].formatted.pages = setting->areas ? setting->areas->page_count : 0;
	}
}

/* Copies are laid out together as long as they differ only in what stands in a line (gw:copy), else one by one. Gives the settings. */
static GArray *set_copies(struct engine *engine, const struct copies *all, struct pdf_writer *writer, struct pdf_order *orders)
{
	GArray *settings = g_array_new(FALSE, FALSE, sizeof(struct setting));
	struct area_sink pages = pdf_pages_of_all(writer);
	struct setting setting = {0};
	bool together = all->copies[0].job;

	if (together)
		setting = set_document(engine, all, DUMP_NONE, &pages);
	if (setting.areas && setting.areas->copies_differ) {
		begin_again(&pages, &setting);
		together = false;
	}
	if (together) {
		note_setting(&setting, all, orders);
		g_array_append_val(settings, setting);
	}
	for (unsigned i = 0; i < all->count && !together; i++) {
		struct copies one = {&all->copies[i], 1, all->images};
		pages = pdf_pages(writer, i);
		setting = set_document(engine, &one, DUMP_NONE, &pages);
		note_setting(&setting, &one, &orders[i]);
		g_array_append_val(settings, setting);
	}
	return settings;
}

bool engine_format_copies(struct engine *engine, struct image_store *images, struct copy *copies, unsigned count)
{
	if (!open_writers(engine, copies[0].sink))
		return false;
	struct pdf_order *orders = g_new0(struct pdf_order, count);
	bool done = true;

	for (unsigned i = 0; i < count; i++)
		orders[i] = (struct pdf_order){.profile = engine->profile, .source = source_of(&copies[i]), .sink = copies[i].sink};
	struct pdf_writer *writer = pdf_begin(engine->pdf, orders, count);
	GArray *settings = set_copies(engine, &(struct copies){copies, count, images}, writer, orders);
	for (unsigned i = 0; i < count; i++)
		done = done && orders[i].tree;
	done = pdf_end(writer, done);
	for (unsigned i = 0; i < count; i++)
		copies[i].formatted.bytes = orders[i].bytes;
	for (guint i = 0; i < settings->len; i++)
		drop(&g_array_index(settings, struct setting, i));
	g_array_free(settings, TRUE);
	g_free(orders);
	return done;
}
