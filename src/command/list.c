/* list: what build would make, a line each: kind, key, copy, file. */
#include <stdio.h>

#include "command/command.h"

enum exit_status command_list(struct engine *engine, const struct options *options, struct diag_sink *sink)
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
	return EXIT_DONE;
}
