/* attached: what --pdf-profile=a3a has go along with a document. */
#ifndef GONGWEN_ATTACHED_H
#define GONGWEN_ATTACHED_H

#include "pdf/pdf.h"
#include "pipeline.h"
#include "xml/xml.h"

/* The author's files, byte for byte, by their own names; `unnamed` is the first one's when it came through standard input. The bytes stay
 * where they are. NULL: there are none. */
const struct pdf_attachments *attached_files(const struct xml_files *files, const char *unnamed, struct arena *arena);

/* Of a copy of a year's document: its own data as they came from the plan. */
const struct pdf_attachments *attached_data(const struct job *job, struct arena *arena);

#endif
