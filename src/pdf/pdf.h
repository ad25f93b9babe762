/* pdf: area tree → PDF bytes, in memory. The backend stands behind this one function. Cairo draws; every run as text with its
 * characters (T-01); dates come from the document (SOURCE_DATE_EPOCH, else info.date), never from the clock. */
#ifndef GONGWEN_PDF_H
#define GONGWEN_PDF_H

#include "area/area.h"
#include "base/base.h"

/* free(bytes->data). The same tree gives the same bytes. */
bool pdf_write(const struct area_tree *tree, struct bytes *bytes, struct diag_sink *sink);

#endif
