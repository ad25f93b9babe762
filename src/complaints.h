/* complaints: what the rules say of a year, and which documents their errors refuse. */
#ifndef GONGWEN_COMPLAINTS_H
#define GONGWEN_COMPLAINTS_H

#include "pipeline.h"

/* The departments and cases that errors touch, or the whole year. */
struct refusals;

/* Reports each <complaint> under its rule's code. refusals_free() the result. */
struct refusals *complaints_report(const xmlDoc *complaints, struct arena *arena, struct diag_sink *sink);
void refusals_free(struct refusals *refusals);

bool refusals_whole_year(const struct refusals *refusals);
/* Whether an error touches the document: its case, its department (one about a target does not touch its cases; one about a common target
 * touches all departments), or what it rests on: "all" (every error), "departments" (those of
 * departments, not of cases), or a list of departments. */
bool refusals_touch(const struct refusals *refusals, const struct job *job);

#endif
