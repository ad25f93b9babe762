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
	unsigned shift;         /* documents until a fresh process takes over */
};

/* Cairo 1.16 loses some 300 bytes with each document (a CFF font's index of dictionaries), and a run may be of any length. */
enum { WORKER_SHIFT = 2000 };

/* In a forked process, child of `parent`: has the documents of the orders (order.h) that come in made, a report (report.h) of each copy sent
 * out, and exits when no more orders come. The work is done in shifts, each by a child of this process, which itself stays as small as it was
 * forked; when one dies, this process dies the same way. Temporary files bear this process's number. */
_Noreturn void worker_run(const struct worker_task *task, pid_t parent, int in, int out);

#endif
