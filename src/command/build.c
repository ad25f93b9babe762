/* build: years and single documents → their PDFs in one folder with one manifest, or the text of one stage of them. */
#include <stdlib.h>
#include <string.h>

#include "batch/batch.h"
#include "command/command.h"

/* --dump=fo|tree|areas: the stage's text of every job, one after the other. */
static void dump_jobs(struct engine *engine, const struct job_list *jobs, enum dump dump, struct diag_sink *sink)
{
	bool printed = true;
	for (unsigned i = 0; printed && i < jobs->count; i++) {
		struct copy copy = {.job = &jobs->jobs[i], .sink = sink};
		if (engine_dump(engine, jobs->images, &copy, dump))
			printed = command_print_bytes(copy.formatted.bytes.data, copy.formatted.bytes.size);
		free(copy.formatted.bytes.data);
	}
}

static void collect(void *plan, xmlNode *first)
{
	for (const xmlNode *node = first; node; node = node->next)
		xmlAddChild(xmlDocGetRootElement(plan), xmlDocCopyNode((xmlNode *)(uintptr_t)node, plan, 1));
}

/* --dump=plan: its portions one after the other. */
static void dump_plan(struct engine *engine, struct year *year, const struct options *options, struct diag_sink *sink)
{
	xmlDoc *plan = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(plan, xmlNewDocNode(plan, NULL, BAD_CAST "plan", NULL));
	if (year_plan(year, engine, options, collect, plan, sink))
		command_print_xml(plan);
	xmlFreeDoc(plan);
}

/* What the inputs of one run share. */
struct run {
	struct engine *engine;
	const struct options *options;
	struct batch *batch; /* NULL: text is made, of one stage */
	GHashTable *files;   /* of several inputs: digests of files' names → number of the input that makes them, from 1 */
};

/* A name by 64 bits of its digest: of a million files, no two have the same but by a chance of one in thirty million. */
static gpointer digest_of(const char *file)
{
	char hex[DIGEST_HEX];
	digest_hex(file, strlen(file), hex);
	hex[16] = '\0';
	return (gpointer)(uintptr_t)g_ascii_strtoull(hex, NULL, 16);
}

/* Two documents cannot be one file: the second is left out, and said. */
static void leave_out_taken(struct job_list *jobs, unsigned input, struct run *run, struct diag_sink *sink)
{
	const char *const *inputs = run->options->inputs.values;
	unsigned kept = 0;
	for (unsigned i = 0; i < jobs->count; i++) {
		gpointer name = digest_of(jobs->jobs[i].file);
		guint other = GPOINTER_TO_UINT(g_hash_table_lookup(run->files, name));
		if (other) {
			diag_report(sink, DIAG_FILE_TAKEN, (struct place){.file = inputs[input]}, "%s (%s)", jobs->jobs[i].file,
						inputs[other - 1]);
			continue;
		}
		g_hash_table_insert(run->files, name, GUINT_TO_POINTER(input + 1));
		jobs->jobs[kept++] = jobs->jobs[i];
	}
	jobs->count = kept;
}

static void build_year(struct run *run, struct year *year, unsigned number, struct diag_sink *sink)
{
	const struct options *options = run->options;
	const char *input = options->inputs.values[number];
	struct job_list jobs;
	if (!year_derive(year, run->engine, sink))
		return;
	if (options->dump == DUMP_MODEL) {
		year_unfold(year);
		command_print_xml(year->model);
	} else if (options->dump == DUMP_PLAN) {
		dump_plan(run->engine, year, options, sink);
	} else if (!year_jobs(year, run->engine, options, JOBS_TO_MAKE, &jobs, sink)) {
		return;
	} else if (options->dump != DUMP_NONE) {
		dump_jobs(run->engine, &jobs, options->dump, sink);
	} else if (jobs.count == 0) {
		diag_say(sink, DIAG_NOTHING_TO_MAKE, (struct place){.file = input});
	} else {
		if (options->inputs.count > 1)
			leave_out_taken(&jobs, number, run, sink);
		batch_add(run->batch, &jobs, input, sink);
	}
}

/* Nothing of an input is kept but what its workers need. */
static void build_input(struct run *run, unsigned number, struct diag_sink *sink)
{
	struct year year;
	bool sound = year_open(&year, run->engine, run->options, run->options->inputs.values[number], sink);
	if (sound || (run->options->keep_going && !year_is_refused(&year)))
		build_year(run, &year, number, sink);
	year_close(&year);
}

enum exit_status command_build(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct run run = {engine, options, NULL, g_hash_table_new(NULL, NULL)};
	if (options->dump == DUMP_NONE)
		run.batch = batch_open(engine, options, sink);
	for (unsigned i = 0; i < options->inputs.count; i++) {
		struct diag_sink *messages = run.batch ? diag_open_like(sink) : sink;
		build_input(&run, i, messages);
		if (run.batch)
			batch_go(run.batch, messages);
	}
	batch_close(run.batch);
	g_hash_table_destroy(run.files);
	return EXIT_DONE;
}
