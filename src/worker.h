/* worker: what a batch's processes share, and what each of them does. */
#ifndef GONGWEN_WORKER_H
#define GONGWEN_WORKER_H

#include <stdatomic.h>
#include <sys/types.h>

#include "pipeline.h"

#define WORKERS_MAX   256
#define WORKER_NO_JOB UINT32_MAX

/* Memory that parent and workers share. */
struct worker_shared {
	atomic_uint next;                 /* the first job nobody has taken */
	atomic_uint current[WORKERS_MAX]; /* what each worker is making, to name it when the worker dies */
};

struct worker_task {
	struct engine *engine;
	const struct job_list *jobs;
	const char *folder;
	struct diag_sink *sink; /* its language and strictness hold */
	struct worker_shared *shared;
};

/* In a forked process, child of `parent`: makes documents until none is left, or the one whose first job is `only`
 * (WORKER_NO_JOB: any), and exits. */
_Noreturn void worker_run(const struct worker_task *task, unsigned index, unsigned only, pid_t parent, int out);

#endif
