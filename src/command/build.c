/* build: the year's XML → its documents, or the text of one stage of them. */
#include <stdlib.h>
#include <unistd.h>

#include "batch.h"
#include "command/command.h"

/* --dump=fo|tree|areas: the stage's text of every job, one after the other. */
static bool dump_jobs(struct engine *engine, const struct job_list *jobs, enum dump dump, struct diag_sink *sink)
{
	bool done = true;
	for (unsigned i = 0; i < jobs->count; i++) {
		struct copy copy = {.job = &jobs->jobs[i], .sink = sink};
		if (engine_dump(engine, jobs->images, &copy, dump))
			done = command_print_bytes(copy.formatted.bytes.data, copy.formatted.bytes.size, sink) && done;
		free(copy.formatted.bytes.data);
	}
	return done;
}

static void build_year(struct engine *engine, struct year *year, const struct options *options, struct diag_sink *sink)
{
	struct job_list jobs;
	if (!year_plan(year, engine, sink))
		return;
	if (options->dump == DUMP_MODEL) {
		command_print_xml(year->model, sink);
	} else if (options->dump == DUMP_PLAN) {
		command_print_xml(year->plan, sink);
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

enum exit_status command_build(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct year year;
	bool sound = year_open(&year, engine, options, options->inputs.values[0], sink);
	if (sound || (options->keep_going && !year_is_refused(&year)))
		build_year(engine, &year, options, sink);
	year_close(&year);
	return EXIT_DONE;
}
