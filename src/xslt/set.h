/* Inside xslt: the compiled stylesheets of the template set. */
#ifndef GONGWEN_XSLT_SET_H
#define GONGWEN_XSLT_SET_H

#include <libxslt/xsltInternals.h>

#include "xslt/xslt.h"

/* The compiled stylesheet, kept by the set; NULL after a reported error. */
xsltStylesheet *xslt_set_find(struct xslt_set *set, const char *name, struct diag_sink *sink);

/* The path of the file that a stylesheet's document was read from. */
const char *xslt_stylesheet_path(const xmlDoc *stylesheet, struct arena *arena);

#endif
