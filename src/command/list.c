/* list: what build would make, a line each: kind, key, copy, file. Then what is missing: kind, key, two empty fields, the reason. In a year
 * with errors, what build --keep-going would make; the errors, and what they touch, are said. */
#include <stdio.h>

#include "command/command.h"

enum exit_status command_list(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct year year;
	struct job_list jobs = {0};
	bool sound = year_open(&year, engine, options, options->inputs.values[0], sink);
	if ((sound || !year_is_refused(&year)) && year_derive(&year, engine, sink))
		year_jobs(&year, engine, options, JOBS_TO_NAME, &jobs, sink);
	for (unsigned i = 0; i < jobs.count; i++) {
		const struct job *job = &jobs.jobs[i];
		printf("%s\t%s\t%s\t%s\n", job->kind, job->key, job->copy_key ? job->copy_key : "", job->file);
	}
	for (unsigned i = 0; i < jobs.missing_count; i++) {
		const struct missing *missing = &jobs.missing[i];
		printf("%s\t%s\t\t\t%s\n", missing->kind, missing->key, options->language == DIAG_CHINESE ? missing->zh : missing->en);
	}
	year_close(&year);
	return EXIT_DONE;
}
