/* pdf: area trees → PDF files in memory. The backend stands behind these functions. Cairo draws the pages; a finishing pass of ours
 * reads what it drew and writes the file: marked content and structure (PDF/UA-1), metadata and colours (PDF/A), links,
 * destinations, outline, labels. Every run is text with its characters (T-01); dates come from the document (SOURCE_DATE_EPOCH, else
 * info.date), never from the clock. */
#ifndef GONGWEN_PDF_H
#define GONGWEN_PDF_H

#include "area/area.h"
#include "base/base.h"

/* What a file claims to be: a row of profiles.def. */
enum pdf_profile {
#define PROFILE(symbol, name, part, conformance, accessible, attached) PDF_##symbol,
#include "pdf/profiles.def"
#undef PROFILE
	PDF_PROFILE_COUNT
};

/* "a2a+ua1" …; PDF_PROFILE_COUNT: no such name. */
enum pdf_profile pdf_profile_find(const char *name);

/* Whether the source goes along with the file. */
bool pdf_profile_attaches(enum pdf_profile profile);

/* false after a report: SOURCE_DATE_EPOCH is set, and is no number of seconds that a date can be made of. */
bool pdf_check_epoch(struct diag_sink *sink);

/* What is kept for the process: the colour profile, the faces' cuts. */
struct pdf_engine;

/* color_profile: path of an ICC file (sRGB). NULL after a report. */
struct pdf_engine *pdf_open(const char *color_profile, struct diag_sink *sink);
void pdf_close(struct pdf_engine *engine); /* NULL is allowed */

/* A source that PDF/A-3 carries along: the author's file, or what the document was made from. */
struct pdf_attachment {
	const char *name;        /* of the file, without folders: UTF-8, no two alike */
	const char *description; /* what it is: where it lay beside the first one */
	const char *type;        /* of its content: "application/xml" */
	struct bytes bytes;
};
struct pdf_attachments { /* the document's first, then those that it includes */
	const struct pdf_attachment *files;
	unsigned count;
};

/* One file to write. */
struct pdf_order {
	const struct area_tree *tree; /* its pages count only for pdf_write_copies() */
	enum pdf_profile profile;
	const struct pdf_attachments *attached; /* or NULL */
	struct diag_sink *sink;
	struct bytes bytes; /* out; free(bytes.data) */
};

/* Writes copies of one document: pages that are the same in several are drawn once, fonts are embedded once. The same trees give the
 * same bytes. The writer takes the pages of each order through its sink, one order after the other. Orders are borrowed until pdf_end(), and
 * have their trees by then. */
struct pdf_writer;
struct pdf_writer *pdf_begin(struct pdf_engine *engine, struct pdf_order *orders, unsigned count);
struct area_sink pdf_pages(struct pdf_writer *writer, unsigned order);
/* The pages of all orders at once, laid out together: an order has the areas of its copy (area.copy, from 1) and those of all. */
struct area_sink pdf_pages_of_all(struct pdf_writer *writer);
/* Writes the files, or drops all. false: a report was made, and no order has bytes. */
bool pdf_end(struct pdf_writer *writer, bool write);

/* The same for orders whose trees hold their pages. */
bool pdf_write_copies(struct pdf_engine *engine, struct pdf_order *orders, unsigned count);

/* One document, as PDF_A2A_UA1. */
bool pdf_write(struct pdf_engine *engine, const struct area_tree *tree, struct bytes *bytes, struct diag_sink *sink);

#endif
