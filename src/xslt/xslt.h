/* xslt: compiled stylesheets of the installed template set, and their use on a document.
 * A stylesheet may read nothing and write nothing (xsltSecurityPrefs); depth, variables and operations are bounded. */
#ifndef GONGWEN_XSLT_H
#define GONGWEN_XSLT_H

#include <libxml/tree.h>

#include "base/base.h"
#include "xml/xml.h"

/* Once a process, after xml_init(). Registers the extension functions of docs/functions.md. */
void xslt_init(void);

/* The template set: folder of stylesheets; each is compiled at its first use and kept. */
struct xslt_set;
struct xslt_set *xslt_open(const char *folder, struct diag_sink *sink);
void xslt_close(struct xslt_set *set);

/* Compiles the stylesheet `name` before its first use, when there is such a one and nothing is to be said of it; else it is as if this had not
 * been called. like: a sink with the language of messages. */
void xslt_prepare(struct xslt_set *set, const char *name, const struct diag_sink *like);

/* Applies the stylesheet `name` (path below the set's folder, no ..) to doc, which stays as it is. xmlFreeDoc() the result.
 * NULL after a reported error; xsl:message texts are reported (terminate="yes": error). */
xmlDoc *xslt_apply(struct xslt_set *set, const char *name, xmlDoc *doc, struct diag_sink *sink);

/* The same with values for the stylesheet's xsl:params, as strings; those that it does not declare are passed over. take: gets what is in each
 * f:portion (docs/functions.md) as soon as it is made, the first of its nodes or NULL; those that it leaves there go then. Without it portions
 * stay in the result. */
struct xslt_parameter {
	const char *name, *value;
};
typedef void (*xslt_take)(void *data, xmlNode *first);
struct xslt_use {
	const struct xslt_parameter *parameters;
	unsigned count;
	xslt_take take;
	void *data;                     /* of take */
	bool strip;                     /* doc itself may lose what xsl:strip-space names; else a copy does */
	struct xml_folds *fold;         /* where f:fold puts what is in it; NULL: that stays in the result */
	const struct xml_folds *folded; /* what f:unfold finds parts of doc in; the result and its portions have them back */
};
xmlDoc *xslt_apply_with(struct xslt_set *set, const char *name, const struct xslt_use *use, xmlDoc *doc, struct diag_sink *sink);

#endif
