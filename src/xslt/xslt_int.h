/* Inside xslt: what its files share. */
#ifndef GONGWEN_XSLT_INT_H
#define GONGWEN_XSLT_INT_H

#include <libxml/xpath.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>

#include "xslt/xslt.h"

#define XSLT_FUNCTIONS "urn:gongwen:xslt"

/* One transform: what its extension functions and error handler need; xsltTransformContext._private. */
struct transform {
	struct arena *arena; /* scratch, dropped with the transform */
	struct diag_sink *sink;
	const struct xslt_use *use;
	unsigned errors;
	bool limit_said;
};

/* Registers docs/functions.md with libxslt, for the process. */
void xslt_register_functions(void);

/* Names of attribute sets in the parts of a stylesheet (attribute_sets.c). The parts are noted as they are read; file is borrowed. */
struct attribute_sets;
struct attribute_sets *attribute_sets_open(void);
void attribute_sets_close(struct attribute_sets *sets);
void attribute_sets_note(struct attribute_sets *sets, const xmlDoc *part, const char *file); /* part NULL: nothing */
/* Reports each use of one that no part declares (G202), and says how many there are. */
unsigned attribute_sets_check(const struct attribute_sets *sets, struct diag_sink *sink);

/* f:portion, for the process (portion.c). */
void xslt_register_portion(void);

struct xslt_words {
	const char *en, *zh;
};

/* Reports a function's wrong argument at the stylesheet's place, naming the source node; stops the transform. */
void xslt_refuse_argument(xmlXPathParserContext *xpath, const char *function, const char *argument, struct xslt_words wanted);

#endif
