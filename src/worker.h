/* worker: what each of a batch's processes does. */
#ifndef GONGWEN_WORKER_H
#define GONGWEN_WORKER_H

#include <sys/types.h>

#include "pipeline.h"

struct worker_task {
	struct engine *engine;
	const struct options *options; /* resource_dirs hold */
	const char *folder;
	struct diag_sink *sink; /* its language and strictness hold */
};

/* In a forked process, child of `parent`: makes the documents of the orders (order.h) that come in, sends a report (report.h) of each
 * copy out, and exits when no more orders come. */
_Noreturn void worker_run(const struct worker_task *task, pid_t parent, int in, int out);

#endif
