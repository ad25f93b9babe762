/* Inside xslt: the compiled stylesheets of the template set. */
#ifndef GONGWEN_XSLT_SET_H
#define GONGWEN_XSLT_SET_H

#include <libxslt/xsltInternals.h>

#include "xslt/xslt.h"

/* The compiled stylesheet, kept by the set; NULL after a reported error. */
xsltStylesheet *xslt_set_find(struct xslt_set *set, const char *name, struct diag_sink *sink);

#endif
