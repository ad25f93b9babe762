/* batch: makes the documents of a run in worker processes and writes its manifest. */
#ifndef GONGWEN_BATCH_H
#define GONGWEN_BATCH_H

#include "pipeline.h"

/* Documents of one input after another, below the output folder. Workers are forked before the first input is read, or when there is
 * something to make, before this process has touched Pango, and stay until the run's end. Messages and the manifest come in the order of
 * inputs and jobs, whatever the number of workers: an input's messages are printed when all its documents, and those of the inputs before
 * it, are settled. A document with an error is not written; the others are. */
struct batch;

struct batch *batch_open(struct engine *engine, const struct options *options, struct diag_sink *sink);

/* The jobs of an input, which may go then. messages: what is said of it, and will be of its documents. */
void batch_add(struct batch *batch, const struct job_list *jobs, const char *input, struct diag_sink *messages);
/* That was all of the input; the batch closes its messages. Returns as soon as each document is being made or next in a worker's line, so
 * that the next input is read meanwhile. */
void batch_go(struct batch *batch, struct diag_sink *messages);

/* Makes what is left, and writes manifest.csv if there were jobs. NULL is allowed. */
void batch_close(struct batch *batch);

#endif
