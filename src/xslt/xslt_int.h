/* Inside xslt: what its files share. */
#ifndef GONGWEN_XSLT_INT_H
#define GONGWEN_XSLT_INT_H

#include <libxml/xpath.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>
#include <stdarg.h>

#include "xslt/xslt.h"

#define XSLT_FUNCTIONS "urn:gongwen:xslt"

/* One transform: what its extension functions and error handler need; xsltTransformContext._private. */
struct transform {
	struct arena *arena;   /* dropped with the transform */
	struct arena *scratch; /* of one call of a function */
	struct diag_sink *sink;
	const struct xslt_use *use;
	unsigned errors;
	bool limit_said;
};

/* Registers docs/functions.md with libxslt, for the process. */
void xslt_register_functions(void);

/* Names of attribute sets and modes in the parts of a stylesheet (names.c). The parts are noted as they are read; own: the stylesheet
 * itself, not what it includes or imports; file is borrowed. */
struct names;
struct names *names_open(void);
void names_close(struct names *names);
void names_note(struct names *names, const xmlDoc *part, const char *file, bool own); /* part NULL: nothing */
/* Reports each name that meets no other (G202), and says how many there are. */
unsigned names_check(const struct names *names, struct diag_sink *sink);

/* f:portion, for the process (portion.c). */
void xslt_register_portion(void);
/* f:fold and f:unfold (fold.c). */
void xslt_register_folds(void);
/* f:copy (copy.c). */
void xslt_register_copy(void);

/* What libxslt prints, without blanks around it. g_free() it. */
char *xslt_printed(const char *format, va_list args) __attribute__((format(printf, 1, 0)));

struct xslt_words {
	const char *en, *zh;
};

/* Reports a function's wrong argument at the stylesheet's place, naming the source node; stops the transform. */
void xslt_refuse_argument(xmlXPathParserContext *xpath, const char *function, const char *argument, struct xslt_words wanted);

#endif
