/* document: a job of the plan, or an FO file → PDFs, or the text of one stage: transform, build, lay out, write. */
#include <glib.h>
#include <string.h>

#include "area/area.h"
#include "fo/fo.h"
#include "page/page.h"
#include "pipeline_int.h"

/* The job's <document>. variant: the name of one, or NULL. */
static xmlDoc *job_document(const struct job *job, const char *variant)
{
	xmlDoc *doc = xml_unpack(job->document);
	if (variant)
		xmlNewProp(xmlDocGetRootElement(doc), BAD_CAST "variant", BAD_CAST variant);
	return doc;
}

static xmlDoc *transform(struct engine *engine, const struct job *job, const char *variant, struct diag_sink *sink)
{
	xmlDoc *doc = job_document(job, variant);
	xmlDoc *fo = xslt_apply_with(engine->stylesheets, job->stylesheet, &(struct xslt_use){.strip = true}, doc, sink);
	xmlFreeDoc(doc);
	return fo;
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
		setting.areas = page_lay_out(setting.tree, copies, engine->text, set->images, setting.arena, pages, setting.sink);
	else if (setting.tree && !stops && engine_open_writers(engine, setting.sink))
		setting.areas = page_lay_out_tree(setting.tree, engine->text, set->images, setting.arena, setting.sink);
	return setting;
}

static void drop(struct setting *setting)
{
	arena_close(setting->arena);
	diag_close(setting->sink);
	xmlFreeDoc(setting->made);
}

/* What made the variants (gw:variants) worth a try, of the document as it is. */
struct fault {
	bool early;          /* a page ends early (gw:lines-before) … */
	unsigned bound_page; /* … because of a block that stands here */
	unsigned pages;      /* else the last of these holds less than is wanted */
};

static bool find_fault(const struct setting *setting, struct fault *fault)
{
	const struct area_tree *areas = setting->areas;
	if (!is_sound(setting) || !areas || !setting->tree->variants)
		return false;
	*fault = (struct fault){areas->has_early_page, areas->bound_page, areas->page_count};
	return fault->early || (areas->page_count > 1 && areas->last_page_filled < setting->tree->least_last_page);
}

/* No page ends early, and the block that made one do so stands on an earlier page; or there is a page less. */
static bool is_better(const struct setting *setting, const struct fault *fault)
{
	const struct area_tree *areas = setting->areas;
	if (!is_sound(setting) || !areas || areas->has_early_page)
		return false;
	return fault->early ? areas->bound_page < fault->bound_page : areas->page_count < fault->pages;
}

/* The pages so far, of a setting that still is, do not count. */
static void begin_again(const struct area_sink *pages, struct setting *setting)
{
	if (pages)
		pages->again(pages->data);
	drop(setting);
}

/* A document as it is, unless that has a fault and one of its variants is better: the first that is. */
static struct setting set_document(struct engine *engine, const struct copies *copies, enum dump dump,
								   const struct area_sink *pages)
{
	struct setting first = set_variant(engine, copies, NULL, dump, pages);
	struct fault fault;
	if (!copies->copies->job || !find_fault(&first, &fault))
		return first;
	char **names = g_strsplit_set(first.tree->variants, " \t\r\n", -1);
	struct setting set = first;
	bool better = false;
	for (char **name = names; *name && !better; name++) {
		if (!**name)
			continue;
		begin_again(pages, &set);
		set = set_variant(engine, copies, *name, dump, pages);
		better = is_better(&set, &fault);
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
	if (!engine_open_writers(engine, copies[0].sink))
		return false;
	struct pdf_order *orders = g_new0(struct pdf_order, count);
	bool done = true;

	for (unsigned i = 0; i < count; i++)
		orders[i] = (struct pdf_order){.profile = engine->profile, .attached = copies[i].attached, .sink = copies[i].sink};
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
