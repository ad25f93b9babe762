/* pipeline: the order of the stages, from the year's XML to a document's bytes. The table of contents of gongwen. */
#ifndef GONGWEN_PIPELINE_H
#define GONGWEN_PIPELINE_H

#include <libxml/tree.h>

#include "base/base.h"
#include "image/image.h"
#include "options.h"

/* ---- the process (engine.c) ---- */

/* Stylesheets, schema, fonts: loaded once, at first use. Fonts (Pango) are first touched when a document is set, so that workers may be
 * forked before. */
struct engine;

struct engine *engine_open(const struct options *options, struct diag_sink *sink);
void engine_close(struct engine *engine);
/* Opens what the first document will need: fonts, and the stylesheets of the kinds asked for. Says nothing: what fails fails again, and is said,
 * when it is needed. */
void engine_warm_up(struct engine *engine, const struct options *options, const struct diag_sink *like);

/* ---- the year, or one official document: load, check, derive, plan (year.c) ---- */

struct year {
	const char *path; /* of the input, the caller's */
	struct arena *arena,
		*texts; /* texts: of the author's files, and where in them each element stands; it goes with the document */
	struct gate *gate;
	struct image_store *images;
	xmlDoc *document;                    /* the author's, includes expanded */
	const struct vocabulary *vocabulary; /* the row of vocabularies.def that its root element belongs to */
	struct refusals *refusals;           /* what the rules' errors refuse; NULL: the rules were not reached */
	const struct named_picture *pictures;
	const struct pdf_attachments *attached; /* the author's files, where they go along; or NULL */
	xmlDoc *model;
	struct xml_folds *folds; /* what is folded of the model */
};

/* load, check (schema, then rules). false when an error was reported; year_close() in any case. */
bool year_open(struct year *year, struct engine *engine, const struct options *options, const char *path, struct diag_sink *sink);
/* Says which of the pictures that the document names cannot be used; a build says so where it sets them. */
void year_check_pictures(const struct year *year, struct diag_sink *sink);
/* derive: the document, which goes, → the model, whose larger parts are folded (docs/functions.md). */
bool year_derive(struct year *year, struct engine *engine, struct diag_sink *sink);
/* The model as a whole, for those who read all of it. */
void year_unfold(struct year *year);
/* plan: the model, which goes, → the plan, of what --kind and --department ask for. It is far larger than the year, so it is never there as a
 * whole: take gets it in portions, the first of some nodes of the plan or NULL, which go when it returns. */
typedef void (*plan_take)(void *data, xmlNode *first);
bool year_plan(struct year *year, struct engine *engine, const struct options *options, plan_take take, void *data,
			   struct diag_sink *sink);
/* explain: the model → how each department's result comes about (scheme/why.xsl). xmlFreeDoc() it; NULL: the vocabulary has none. */
xmlDoc *year_explain(struct year *year, struct engine *engine, struct diag_sink *sink);
void year_close(struct year *year);

/* ---- what to make (jobs.c) ---- */

/* Whether an error refuses the whole year: by its schema, or by a rule that concerns no department or case. */
bool year_is_refused(const struct year *year);

struct job {                                                     /* strings: of the year's arena */
	const struct xml_packed *document;                           /* its <document>; NULL: only its name is wanted */
	const char *kind, *key, *department, *copy_key, *stylesheet; /* department, copy_key: or NULL */
	const char *case_id, *rests_on;                              /* what else an error may touch it by (complaints.h); or NULL */
	const char *file;                                            /* below the output folder: kind/key[-copy].pdf */
	const struct pdf_attachments *attached;                      /* the year's */
};

/* A document that the year cannot have yet. Strings of the year's arena. */
struct missing {
	const char *kind, *key, *en, *zh;
};

struct job_list {
	unsigned count;
	struct job *jobs; /* by kind, in the plan's order; the copies of a document follow each other */
	unsigned missing_count;
	struct missing *missing;
	struct image_store *images; /* the pictures that their documents may name */
};

/* Plans the whole year, portion by portion: a job for each copy of each document that --kind and --department ask for. Documents that an
 * error touches are left out, and said. A list to be looked at only (named) does without the documents' data. */
enum jobs_for { JOBS_TO_MAKE, JOBS_TO_NAME };
bool year_jobs(struct year *year, struct engine *engine, const struct options *options, enum jobs_for use, struct job_list *list,
			   struct diag_sink *sink);

/* ---- one document (document.c) ---- */

struct formatted {
	struct bytes bytes; /* the PDF, or the text of the dump; free(bytes.data) */
	unsigned pages;
};

/* One copy of a document, from the job's <document> with its one <copy>, or from FO. */
struct copy {
	const struct job *job;                  /* NULL: fo is given */
	xmlDoc *fo;                             /* NULL: job is; freed, and NULL, once only its tree is needed; else the caller's */
	const struct pdf_attachments *attached; /* what --pdf-profile=a3a attaches, or NULL */
	struct diag_sink *sink;
	struct formatted formatted; /* out */
};
/* transform, build, lay out, write: PDFs; pages that copies share are drawn once. When a page ends early because of gw:lines-before, or
 * the last holds too little, the variants that the FO offers (gw:variants) are tried in their order, and the first that mends it is taken.
 * All or none: false when one of them had an error. */
bool engine_format_copies(struct engine *engine, struct image_store *images, struct copy *copies, unsigned count);
/* The text of a stage, DUMP_FO, DUMP_TREE or DUMP_AREAS, of what would be written. */
bool engine_dump(struct engine *engine, struct image_store *images, struct copy *copy, enum dump dump);

#endif
