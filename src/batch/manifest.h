/* manifest: manifest.csv, a row for each file that a run made, of one input or of many. */
#ifndef GONGWEN_MANIFEST_H
#define GONGWEN_MANIFEST_H

#include "batch/report.h"

/* The rows of a run. They wait in a file without a name in the output folder, so that a long run does not keep them in memory. */
struct manifest;

struct manifest *manifest_open(const char *folder);
void manifest_close(struct manifest *manifest);

void manifest_add(struct manifest *manifest, const struct job *job, const struct report *report);
/* Settles the folders of the files (file_settle()), then writes FOLDER/manifest.csv anew with all rows so far. 0, or errno. */
int manifest_write(struct manifest *manifest);

#endif
