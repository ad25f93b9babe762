/* pipeline: what engine.c, year.c and document.c share. */
#ifndef GONGWEN_PIPELINE_INT_H
#define GONGWEN_PIPELINE_INT_H

#include "pdf/pdf.h"
#include "pipeline.h"
#include "text/text.h"
#include "xml/xml.h"
#include "xslt/xslt.h"

#define VOCABULARY(root, schema, rules, derive, plan, why, alone) +1
enum {
	VOCABULARIES = 0
#include "vocabularies.def"
};
#undef VOCABULARY

struct engine {
	struct arena *arena;
	const char *templates; /* folder */
	struct xslt_set *stylesheets;
	struct xml_schema *schemas[VOCABULARIES]; /* NULL until first used */
	struct text_options fonts;
	struct text_engine *text; /* NULL until the first document */
	const char *color_profile;
	struct pdf_engine *pdf; /* NULL until the first document */
	enum pdf_profile profile;
};

/* Fonts and the colour profile, at first use; false after a report. */
bool engine_open_writers(struct engine *engine, struct diag_sink *sink);

/* Gives the job the name of its file, of its kind, key and copy; false, with a message about the input, when they cannot name one. */
bool job_name_file(struct job *job, const char *input, struct arena *arena, struct diag_sink *sink);

#endif
