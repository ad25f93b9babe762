/* complaints: what the rules say of a year, and which documents their errors refuse. */
#ifndef GONGWEN_COMPLAINTS_H
#define GONGWEN_COMPLAINTS_H

#include "pipeline.h"

/* What errors touch: by kind of document and by department, case or the whole year. */
struct refusals;

struct refusals *refusals_open(void);
/* Reports each <complaint> of these nodes under its rule's code, and notes what it refuses. */
void complaints_report(const xmlNode *first, struct refusals *refusals, struct diag_sink *sink);
/* The pictures that the author's document names, each where it does: what rules.xsl gives as <picture> among these nodes. In the arena; the
 * first, or NULL. */
struct named_picture {
	const char *href;
	struct place place;
	const struct named_picture *next;
};
const struct named_picture *complaints_pictures(const xmlNode *nodes, struct arena *arena);
void refusals_free(struct refusals *refusals);

bool refusals_whole_year(const struct refusals *refusals);
/* Whether an error touches the document. A complaint's touches="" names the kinds that it concerns ("agreement"), or single documents
 * ("brief/2"); without it, all kinds. Of these the documents of its case, else of its department, else all of the year; and those that
 * rest on them: job.rests_on has the words "departments" (any of them), "cases", the id of a department, or "all" (every error). */
bool refusals_touch(const struct refusals *refusals, const struct job *job);

#endif
