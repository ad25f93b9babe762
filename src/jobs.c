/* jobs: the plan, portion by portion → list of documents to make, one for each copy, as far as --kind and --department ask for them. */
#include <glib.h>
#include <string.h>

#include "complaints.h"
#include "pipeline_int.h"
#include "xml/xml.h"

/* One for each copy of a document, or for a document that is refused, or missing. */
struct row {
	struct row *next; /* of its kind */
	enum { ROW_JOB, ROW_REFUSED, ROW_MISSING } is;
	struct job job;
	struct missing missing;
	struct place place; /* where the author wrote what a refused document is made of */
};

/* The rows of a kind, in the order in which they were planned. */
struct kind_rows {
	struct row *first, *last;
};

/* What the portions have given so far. */
struct planned {
	struct year *year;
	const struct options *options;
	enum jobs_for use;
	GArray *rows; /* struct kind_rows, by the kind's number; 0: of none. Rows are of the arena: a long year has many */
	unsigned count;
	GHashTable *kinds;       /* what there is to ask for: name → number, from 1 */
	GHashTable *departments; /* the same, a set */
	struct diag_sink *sink;
	bool stray; /* text outside documents has been said */
};

/* ---- a portion → rows ---- */

/* The kind's number: in the order in which the plan comes to name them. */
static unsigned note_kind(struct planned *planned, const char *kind)
{
	if (!kind)
		return 0;
	unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(planned->kinds, kind));
	if (!number) {
		number = g_hash_table_size(planned->kinds) + 1;
		g_hash_table_insert(planned->kinds, (gpointer)(uintptr_t)kind, GUINT_TO_POINTER(number));
	}
	return number;
}

static void note_department(struct planned *planned, const char *department)
{
	if (department)
		g_hash_table_add(planned->departments, (gpointer)(uintptr_t)department);
}

static void add_row(struct planned *planned, unsigned kind, const struct row *row)
{
	struct row *kept = ARENA_NEW(planned->year->arena, struct row);
	*kept = *row;
	if (planned->rows->len <= kind)
		g_array_set_size(planned->rows, kind + 1);
	struct kind_rows *rows = &g_array_index(planned->rows, struct kind_rows, kind);
	*(rows->last ? &rows->last->next : &rows->first) = kept;
	rows->last = kept;
	planned->count++;
}

/* A row for each <copy>, or one when there is none. */
static void add_copies(struct planned *planned, unsigned kind, struct row row, const xmlNode *node)
{
	unsigned copies = 0;
	if (planned->use == JOBS_TO_MAKE)
		row.job.document = xml_pack(node, planned->year->arena);
	for (const xmlNode *child = node->children; child; child = child->next)
		if (xml_is_element(child, "copy")) {
			const char *key = xml_attribute(planned->year->arena, child, "key");
			row.job.copy_key = key ? key : ""; /* which names no file */
			add_row(planned, kind, &row);
			copies++;
		}
	if (!copies)
		add_row(planned, kind, &row);
}

static void take_document(struct planned *planned, const xmlNode *node)
{
	struct arena *arena = planned->year->arena;
	const struct options *options = planned->options;
	struct row row = {.is = ROW_JOB,
					  .job = {.kind = xml_attribute(arena, node, "kind"),
							  .key = xml_attribute(arena, node, "key"),
							  .department = xml_attribute(arena, node, "department"),
							  .stylesheet = xml_attribute(arena, node, "stylesheet"),
							  .case_id = xml_attribute(arena, node, "case"),
							  .rests_on = xml_attribute(arena, node, "rests-on"),
							  .attached = planned->year->attached}};
	unsigned kind = note_kind(planned, row.job.kind);
	note_department(planned, row.job.department);
	if (!option_list_allows(&options->kinds, row.job.kind) || !option_list_allows(&options->departments, row.job.department))
		return;
	if (!refusals_touch(planned->year->refusals, &row.job)) {
		add_copies(planned, kind, row, node);
		return;
	}
	row.is = ROW_REFUSED;
	row.place = xml_place_said(arena, node);
	add_row(planned, kind, &row);
}

static const char *words(struct arena *arena, const xmlNode *node, const char *language)
{
	const char *text = xml_child_text(arena, node, language);
	return text ? text : "";
}

static void take_missing(struct planned *planned, const xmlNode *node)
{
	struct arena *arena = planned->year->arena;
	const struct options *options = planned->options;
	struct missing missing = {xml_attribute(arena, node, "kind"), xml_attribute(arena, node, "key"), words(arena, node, "en"),
							  words(arena, node, "zh")};
	unsigned kind = note_kind(planned, missing.kind);
	if (missing.kind && missing.key && option_list_allows(&options->kinds, missing.kind) &&
		option_list_allows(&options->departments, missing.key))
		add_row(planned, kind, &(struct row){.is = ROW_MISSING, .missing = missing});
}

/* What XSLT's own rules make of an element that no template answers: a kind that would be left out without a word. */
static void refuse_text(struct planned *planned, const xmlNode *node)
{
	if (node->type != XML_TEXT_NODE || xmlIsBlankNode((xmlNode *)(uintptr_t)node) || planned->stray)
		return;
	char *text = g_utf8_substring((const char *)node->content, 0, MIN(20, g_utf8_strlen((const char *)node->content, -1)));
	diag_report_words(
		planned->sink, DIAG_TEMPLATE, (struct place){0},
		"plan: text outside of documents (%s): does a template answer what kinds.xsl selects, in the mode of the kind?",
		"plan：文书之外有文字（%s）；kinds.xsl 所选的元素，是否有该文书种类 mode 的模板？", g_strstrip(text));
	planned->stray = true;
	g_free(text);
}

static void take_portion(void *data, xmlNode *first)
{
	struct planned *planned = data;
	struct arena *arena = planned->year->arena;
	for (const xmlNode *node = first; node; node = node->next)
		if (xml_is_element(node, "document"))
			take_document(planned, node);
		else if (xml_is_element(node, "missing"))
			take_missing(planned, node);
		else if (xml_is_element(node, "kind"))
			note_kind(planned, xml_attribute(arena, node, "name"));
		else if (xml_is_element(node, "department"))
			note_department(planned, xml_attribute(arena, node, "id"));
		else
			refuse_text(planned, node);
}

/* ---- rows → list ---- */

static bool name_file(const struct planned *planned, struct job *job, GHashTable *files, struct diag_sink *sink)
{
	if (!job_name_file(job, planned->year->path, planned->year->arena, sink))
		return false;
	if (!g_hash_table_add(files, (gpointer)(uintptr_t)job->file)) {
		diag_report_words(sink, DIAG_TEMPLATE, (struct place){.file = planned->year->path}, "plan: two documents named %s",
						  "plan：两份文书同名：%s", job->file);
		return false;
	}
	return true;
}

static bool list_row(struct planned *planned, struct row *row, struct job_list *list, GHashTable *files, struct diag_sink *sink)
{
	if (row->is == ROW_MISSING)
		list->missing[list->missing_count++] = row->missing;
	else if (row->is == ROW_REFUSED)
		diag_report(sink, DIAG_DOCUMENT_REFUSED, row->place, "%s/%s", row->job.kind, row->job.key);
	else if (name_file(planned, &row->job, files, sink))
		list->jobs[list->count++] = row->job;
	else
		return false;
	return true;
}

static void fill_list(struct planned *planned, struct job_list *list, struct diag_sink *sink)
{
	struct arena *arena = planned->year->arena;
	GHashTable *files = g_hash_table_new(g_str_hash, g_str_equal);
	bool sound = true;
	list->jobs = ARENA_ARRAY(arena, struct job, planned->count + 1);
	list->missing = ARENA_ARRAY(arena, struct missing, planned->count + 1);
	for (guint kind = 0; kind < planned->rows->len && sound; kind++)
		for (struct row *row = g_array_index(planned->rows, struct kind_rows, kind).first; row && sound; row = row->next)
			sound = list_row(planned, row, list, files, sink);
	g_hash_table_destroy(files);
}

/* Names asked for that the year does not have are errors: a typing mistake must not look like success. */
static void check_names(const struct option_list *asked, GHashTable *known, enum diag_code code, struct diag_sink *sink)
{
	for (unsigned i = 0; i < asked->count; i++)
		if (!g_hash_table_contains(known, asked->values[i]))
			diag_report_unknown(sink, code, asked->values[i], known);
}

bool year_is_refused(const struct year *year)
{
	return !year->refusals || refusals_whole_year(year->refusals);
}

bool year_jobs(struct year *year, struct engine *engine, const struct options *options, enum jobs_for use, struct job_list *list,
			   struct diag_sink *sink)
{
	struct planned planned = {.year = year,
							  .options = options,
							  .use = use,
							  .rows = g_array_new(FALSE, TRUE, sizeof(struct kind_rows)),
							  .kinds = g_hash_table_new(g_str_hash, g_str_equal),
							  .departments = g_hash_table_new(g_str_hash, g_str_equal),
							  .sink = sink};
	unsigned before = diag_count(sink, DIAG_ERROR);
	*list = (struct job_list){.images = year->images};
	if (year_plan(year, engine, options, take_portion, &planned, sink)) {
		fill_list(&planned, list, sink);
		check_names(&options->kinds, planned.kinds, DIAG_KIND_UNKNOWN, sink);
		check_names(&options->departments, planned.departments, DIAG_DEPARTMENT_UNKNOWN, sink);
	}
	g_array_free(planned.rows, TRUE);
	g_hash_table_destroy(planned.kinds);
	g_hash_table_destroy(planned.departments);
	return diag_count(sink, DIAG_ERROR) == before;
}
