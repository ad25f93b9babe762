/* batch: what batch.c (documents, in their order) and crew.c (workers, and who makes what) share. */
#ifndef GONGWEN_BATCH_INT_H
#define GONGWEN_BATCH_INT_H

#include <glib.h>

#include "batch/batch.h"
#include "batch/manifest.h"
#include "batch/report.h"
#include "batch/worker.h"

enum { WORKERS_MAX = 256 };

/* A document from its jobs to its last report; or the end of an input. */
struct document {
	struct job *jobs; /* one for each copy: names only, which lie behind them */
	unsigned count;   /* 0: the end of an input */
	uint8_t *order;   /* of the heap, as jobs are: a long year has a hundred megabytes of them */
	size_t order_size;
	struct report **reports; /* by copy */
	unsigned reported;
	struct diag_sink *messages; /* of the input */
};

struct worker {
	pid_t pid;   /* of the process that stands for its shifts (worker.h) */
	int reports; /* reading end of a pipe; -1: there is no process */
	int orders;  /* a socket; -1: no more will come */
	GByteArray *heard, *unsent;
	bool idle;   /* it was given no document so far */
	GQueue line; /* documents that it was given and has not reported, the first one in work */
};

struct batch {
	struct worker_task task;
	struct diag_sink *sink;
	struct worker workers[WORKERS_MAX];
	unsigned worker_count;
	GQueue documents; /* those that are not settled, in order */
	GQueue waiting;   /* of them, those that no worker was given */
	struct manifest *manifest;
	GArray *unwritten; /* struct unwritten */
	bool last;         /* nothing will be added */
	bool retrying;     /* documents whose worker died, each in a worker of its own */
	bool progress;
	unsigned files, finished;
};

/* ---- batch.c ---- */

/* Takes the report of one of the document's copies; of what is not to be made, or was told of before, it is dropped. true: that was the
 * document's last. document: or NULL. */
bool batch_take_report(struct batch *batch, struct document *document, struct report *report);
/* Settles the documents at the front that are told of. */
void batch_settle(struct batch *batch);

/* ---- crew.c ---- */

/* Starts as many workers as there will be work for, so that they warm up while the first input is read. */
void crew_open(struct batch *batch, unsigned workers);
/* Has the waiting documents made: until each is in a worker's line; at the end, until the workers have ended. A document whose worker died in
 * it is in no line then, and lacks reports. */
void crew_work(struct batch *batch);
/* After the end: one document, by a worker of its own. When that dies, too, it is said. */
void crew_work_alone(struct batch *batch, struct document *document);
void crew_close(struct batch *batch);

#endif
