/* batch: makes the jobs' documents in worker processes and writes the manifest of all that a run made. */
#ifndef GONGWEN_BATCH_H
#define GONGWEN_BATCH_H

#include "manifest.h"
#include "pipeline.h"

/* Makes every job's file below `folder`, in `workers` processes forked here, before this process has touched Pango. Messages and
 * the manifest come in the jobs' order, whatever the number of workers. A document with an error is not written; the others are.
 * manifest: of the run; this batch's files are added, and it is written anew. false when an error was reported. */
bool batch_run(struct engine *engine, const struct job_list *jobs, const char *folder, unsigned workers, bool progress,
			   struct manifest *manifest, struct diag_sink *sink);

#endif
