/* audit: a finished PDF against GB/T 9704—2012. Takes what src/reader sees on the pages; finds the elements of the document by place,
 * size, colour, face and wording; gives one row for each requirement of clauses.def. What cannot be told is "not found", never a guess. */
#ifndef GONGWEN_AUDIT_H
#define GONGWEN_AUDIT_H

#include "base/base.h"
#include "reader/reader.h"

/* AUDIT_FORMAT_COUNT asks for a guess. */
enum audit_format { AUDIT_DOCUMENT, AUDIT_LETTER, AUDIT_ORDER, AUDIT_MINUTES, AUDIT_BRIEF, AUDIT_FORMAT_COUNT };
enum audit_verdict { AUDIT_PASS, AUDIT_FAIL, AUDIT_NOT_FOUND, AUDIT_NOT_APPLICABLE };

extern const char *const audit_formats[AUDIT_FORMAT_COUNT]; /* "document" … */

struct audit_row {
	const char *number;   /* of the requirement: "G-21" */
	const char *clause;   /* of the standard: "7.2.4"; "" where it is silent */
	const char *what;     /* in the language asked for */
	const char *required; /* "35 ± 1 mm" */
	const char *measured; /* "35.02 mm"; "" when nothing was found */
	unsigned page;        /* from 1; 0: of the whole */
	enum audit_verdict verdict;
};

struct audit_report {
	enum audit_format format;
	bool guessed; /* the format is what the first page looks like */
	unsigned count;
	const struct audit_row *rows;
	unsigned verdicts[AUDIT_NOT_APPLICABLE + 1]; /* how many of each */
};

const struct audit_report *audit_run(const struct reader_document *document, enum audit_format format,
									 enum diag_language language, struct arena *arena);
/* The report as a table for people, or as one JSON object. */
const char *audit_print(const struct audit_report *report, const char *file, enum diag_format how, enum diag_language language,
						struct arena *arena);

#endif
