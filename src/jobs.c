/* jobs: plan → list of documents to make, one for each copy, as far as --kind and --department ask for them. */
#include <glib.h>
#include <string.h>

#include "complaints.h"
#include "xml/xml.h"

/* kind, key and copy become file names: nothing but letters, digits, hyphen and underscore. */
static bool is_name(const char *text)
{
	if (!text || !*text || strlen(text) > 120)
		return false;
	for (; *text; text++)
		if (!g_ascii_isalnum(*text) && *text != '-' && *text != '_')
			return false;
	return true;
}

static const char *attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	const char *copy = value ? arena_string(arena, (const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

static bool append_job(struct arena *arena, GArray *jobs, GHashTable *files, struct job job, struct diag_sink *sink)
{
	job.copy_key = job.copy ? attribute(arena, job.copy, "key") : NULL;
	if (!is_name(job.kind) || !is_name(job.key) || (job.copy && !is_name(job.copy_key)) || !job.stylesheet) {
		diag_report(sink, DIAG_TEMPLATE, (struct place){0}, "plan: kind '%s', key '%s', copy '%s' cannot name a file",
					job.kind ? job.kind : "", job.key ? job.key : "", job.copy_key ? job.copy_key : "");
		return false;
	}
	job.file = job.copy ? arena_printf(arena, "%s/%s-%s.pdf", job.kind, job.key, job.copy_key)
						: arena_printf(arena, "%s/%s.pdf", job.kind, job.key);
	if (!g_hash_table_add(files, (gpointer)(uintptr_t)job.file)) {
		diag_report(sink, DIAG_TEMPLATE, (struct place){0}, "plan: two documents named %s", job.file);
		return false;
	}
	g_array_append_val(jobs, job);
	return true;
}

/* A job for each <copy>, or one when there is none. */
static bool append_copies(struct arena *arena, GArray *jobs, GHashTable *files, struct job job, struct diag_sink *sink)
{
	unsigned copies = 0;
	for (const xmlNode *child = job.document->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && xmlStrEqual(child->name, BAD_CAST "copy")) {
			copies++;
			job.copy = child;
			if (!append_job(arena, jobs, files, job, sink))
				return false;
		}
	return copies || append_job(arena, jobs, files, job, sink);
}

/* Names asked for that the year does not have are errors: a typing mistake must not look like success. */
static void check_names(const struct option_list *asked, GHashTable *known, enum diag_code code, struct diag_sink *sink)
{
	for (unsigned i = 0; i < asked->count; i++)
		if (!g_hash_table_contains(known, asked->values[i]))
			diag_report(sink, code, (struct place){0}, "%s", asked->values[i]);
}

static void note(GHashTable *set, const char *value)
{
	if (value)
		g_hash_table_add(set, (gpointer)(uintptr_t)value);
}

/* The plan's own words for what there is to ask for: <kind name="">, <department id="">, and <missing> documents' kinds. */
static void note_name(struct arena *arena, const xmlNode *node, GHashTable *kinds, GHashTable *departments)
{
	if (node->type != XML_ELEMENT_NODE)
		return;
	if (xmlStrEqual(node->name, BAD_CAST "kind"))
		note(kinds, attribute(arena, node, "name"));
	else if (xmlStrEqual(node->name, BAD_CAST "department"))
		note(departments, attribute(arena, node, "id"));
	else if (xmlStrEqual(node->name, BAD_CAST "missing"))
		note(kinds, attribute(arena, node, "kind"));
}

/* Where the author wrote what the document is made of. */
static struct place job_place(struct arena *arena, const xmlNode *node)
{
	const char *where = attribute(arena, node, "place");
	struct place place = {0};
	if (where)
		xml_place_parse(arena, where, &place);
	return place;
}

bool year_is_refused(const struct year *year)
{
	return !year->refusals || refusals_whole_year(year->refusals);
}

bool year_jobs(struct year *year, const struct options *options, struct job_list *list, struct diag_sink *sink)
{
	GArray *jobs = g_array_new(FALSE, FALSE, sizeof(struct job));
	GHashTable *files = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTable *kinds = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTable *departments = g_hash_table_new(g_str_hash, g_str_equal);
	unsigned before = diag_count(sink, DIAG_ERROR);

	for (const xmlNode *node = xmlDocGetRootElement(year->plan)->children; node; node = node->next) {
		note_name(year->arena, node, kinds, departments);
		if (node->type != XML_ELEMENT_NODE || !xmlStrEqual(node->name, BAD_CAST "document"))
			continue;
		struct job job = {.document = node,
						  .kind = attribute(year->arena, node, "kind"),
						  .key = attribute(year->arena, node, "key"),
						  .department = attribute(year->arena, node, "department"),
						  .stylesheet = attribute(year->arena, node, "stylesheet"),
						  .case_id = attribute(year->arena, node, "case"),
						  .rests_on = attribute(year->arena, node, "rests-on")};
		note(kinds, job.kind);
		note(departments, job.department);
		if (!option_list_allows(&options->kinds, job.kind) || !option_list_allows(&options->departments, job.department))
			continue;
		if (refusals_touch(year->refusals, &job))
			diag_report(sink, DIAG_DOCUMENT_REFUSED, job_place(year->arena, node), "%s/%s", job.kind, job.key);
		else if (!append_copies(year->arena, jobs, files, job, sink))
			break;
	}
	check_names(&options->kinds, kinds, DIAG_KIND_UNKNOWN, sink);
	check_names(&options->departments, departments, DIAG_DEPARTMENT_UNKNOWN, sink);

	list->images = year->images;
	list->count = jobs->len;
	list->jobs = ARENA_ARRAY(year->arena, struct job, jobs->len + 1);
	if (jobs->len)
		memcpy(list->jobs, jobs->data, sizeof(struct job) * jobs->len);
	g_array_free(jobs, TRUE);
	g_hash_table_destroy(files);
	g_hash_table_destroy(kinds);
	g_hash_table_destroy(departments);
	return diag_count(sink, DIAG_ERROR) == before;
}
