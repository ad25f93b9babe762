/* main: the commands. Takes the command line; gives files, lists or messages, and the exit status that docs/gongwen.1 names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "fo/fo.h"
#include "options.h"
#include "pipeline.h"
#include "xml/xml.h"

/* ---- what commands share ---- */

static bool print_bytes(const char *data, size_t size, struct diag_sink *sink)
{
	if (fwrite(data, 1, size, stdout) == size && fflush(stdout) == 0)
		return true;
	diag_say(sink, DIAG_IO_WRITE, (struct place){.file = "-"});
	return false;
}

static bool print_xml(const xmlDoc *doc, struct diag_sink *sink)
{
	char *text = xml_print(doc);
	bool done = text && print_bytes(text, strlen(text), sink);
	xmlFree(text);
	return done;
}

/* Prints what the sink holds and tells the exit status: the worst message decides. */
static enum exit_status conclude(struct diag_sink *sink, const struct options *options)
{
	enum diag_severity at_least = options->quiet ? DIAG_ERROR : options->verbose ? DIAG_NOTE : DIAG_WARNING;
	char *text = diag_print(sink, options->format, at_least);
	fputs(text, options->command == COMMAND_CHECK && options->format == DIAG_JSON ? stdout : stderr);
	free(text);
	if (fflush(stdout) != 0)
		return EXIT_SYSTEM;
	return diag_count(sink, DIAG_FAILURE) ? EXIT_SYSTEM : diag_count(sink, DIAG_ERROR) ? EXIT_REFUSED : EXIT_DONE;
}

/* ---- build ---- */

/* --dump=fo|tree|areas: the stage's text of every job, one after the other. */
static bool dump_jobs(struct engine *engine, const struct job_list *jobs, enum dump dump, struct diag_sink *sink)
{
	bool done = true;
	for (unsigned i = 0; i < jobs->count; i++) {
		struct formatted formatted = {0};
		xmlDoc *fo = engine_transform(engine, &jobs->jobs[i], sink);
		if (fo && dump == DUMP_FO)
			done = print_xml(fo, sink) && done;
		else if (fo && engine_format(engine, fo, dump, &formatted, sink))
			done = print_bytes(formatted.bytes.data, formatted.bytes.size, sink) && done;
		free(formatted.bytes.data);
		xmlFreeDoc(fo);
	}
	return done;
}

static void build_year(struct engine *engine, struct year *year, const struct options *options, struct diag_sink *sink)
{
	struct job_list jobs;
	if (!year_plan(year, engine, sink))
		return;
	if (options->dump == DUMP_MODEL) {
		print_xml(year->model, sink);
	} else if (options->dump == DUMP_PLAN) {
		print_xml(year->plan, sink);
	} else if (!year_jobs(year, options, &jobs, sink)) {
		return;
	} else if (options->dump != DUMP_NONE) {
		dump_jobs(engine, &jobs, options->dump, sink);
	} else if (jobs.count == 0) {
		diag_say(sink, DIAG_NOTHING_TO_MAKE, (struct place){.file = options->inputs.values[0]});
	} else {
		long cores = sysconf(_SC_NPROCESSORS_ONLN);
		unsigned workers = options->workers ? options->workers : cores > 0 ? (unsigned)cores : 1;
		bool progress = !options->quiet && isatty(STDERR_FILENO);
		batch_run(engine, &jobs, options->output ? options->output : ".", workers, progress, sink);
	}
}

static void command_build(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct year year;
	if (year_open(&year, engine, options, options->inputs.values[0], sink))
		build_year(engine, &year, options, sink);
	year_close(&year);
}

/* ---- check, list, fo ---- */

static void command_check(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	for (unsigned i = 0; i < options->inputs.count; i++) {
		struct year year;
		year_open(&year, engine, options, options->inputs.values[i], sink);
		year_close(&year);
	}
}

static void command_list(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct year year;
	struct job_list jobs = {0};
	if (year_open(&year, engine, options, options->inputs.values[0], sink) && year_plan(&year, engine, sink))
		year_jobs(&year, options, &jobs, sink);
	for (unsigned i = 0; i < jobs.count; i++) {
		const struct job *job = &jobs.jobs[i];
		printf("%s\t%s\t%s\t%s\n", job->kind, job->key, job->copy_key ? job->copy_key : "", job->file);
	}
	year_close(&year);
}

/* Without -o: IN.fo → IN.pdf beside it; "-" → standard output. */
static char *output_path(const struct options *options, const char *input)
{
	if (options->output)
		return strdup(options->output);
	if (strcmp(input, "-") == 0)
		return strdup("-");
	size_t stem = strlen(input);
	if (stem > 3 && strcmp(input + stem - 3, ".fo") == 0)
		stem -= 3;
	char *path = malloc(stem + 5);
	if (path) {
		memcpy(path, input, stem);
		memcpy(path + stem, ".pdf", 5);
	}
	return path;
}

static void command_fo(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	const char *input = options->inputs.values[0];
	struct arena *arena = arena_open();
	struct formatted formatted = {0};
	xmlDoc *fo = xml_load(input, NULL, arena, sink);
	if (fo && engine_format(engine, fo, options->dump, &formatted, sink)) {
		char *path = options->dump == DUMP_NONE ? output_path(options, input) : strdup("-");
		if (path && strcmp(path, "-") == 0)
			print_bytes(formatted.bytes.data, formatted.bytes.size, sink);
		else if (path)
			file_write(path, formatted.bytes.data, formatted.bytes.size, sink);
		free(path);
	}
	free(formatted.bytes.data);
	xmlFreeDoc(fo);
	arena_close(arena);
}

static enum exit_status command_help(const struct options *options)
{
	if (!options->help_support) {
		options_print_help(options->help_on, options->language);
		return EXIT_DONE;
	}
	char *page = fo_support_page();
	fputs(page, stdout);
	free(page);
	return EXIT_DONE;
}

int main(int argc, char **argv)
{
	static const struct {
		void (*run)(struct engine *, const struct options *, struct diag_sink *);
	} commands[COMMAND_COUNT] = {
		[COMMAND_BUILD] = {command_build},
		[COMMAND_CHECK] = {command_check},
		[COMMAND_LIST] = {command_list},
		[COMMAND_FO] = {command_fo},
	};
	struct options options;
	if (!options_parse(argc, argv, &options))
		return EXIT_USAGE;
	if (options.command == COMMAND_VERSION) {
		puts("gongwen " GONGWEN_VERSION);
		return EXIT_DONE;
	}
	if (options.command == COMMAND_HELP)
		return command_help(&options);
	struct diag_sink *sink = diag_open(options.language);
	diag_set_strict(sink, options.strict);
	struct engine *engine = engine_open(&options, sink);
	if (engine)
		commands[options.command].run(engine, &options, sink);
	enum exit_status status = conclude(sink, &options);
	engine_close(engine);
	diag_close(sink);
	return status;
}
