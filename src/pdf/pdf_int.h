/* Inside pdf: what its steps share. */
#ifndef GONGWEN_PDF_INT_H
#define GONGWEN_PDF_INT_H

#include <cairo.h>
#include <glib.h>

#include "pdf/pdf.h"

/* ---- survey.c: what the tree holds, before anything is drawn ---- */

struct pdf_survey {
	uint64_t glyph_count;
	uint32_t most_glyphs, most_clusters; /* of one text area */
	GHashTable *destinations;            /* id → itself: every id that an area has */
	GHashTable *faces;                   /* struct text_face that has glyphs */
};

void pdf_survey_open(struct pdf_survey *survey, const struct area_tree *tree);
void pdf_survey_close(struct pdf_survey *survey);

/* ---- one PDF being written ---- */

struct pdf_font; /* text.c */

struct pdf_writer {
	const struct area_tree *tree;
	struct diag_sink *sink;
	struct arena *arena; /* names and scratch: dropped when the file is done */
	struct pdf_survey survey;
	struct bytes bytes; /* what Cairo has written */
	size_t capacity;
	bool out_of_memory; /* Cairo forgets failed writes, we do not */
	cairo_surface_t *surface;
	cairo_t *cairo;

	int turn;                         /* quarter turns anticlockwise of the current reference area */
	const struct area_structure *tag; /* structure element of the leaf being drawn: what tagged PDF will mark it with */
	struct pdf_font *fonts;           /* scaled fonts in use, the last used first */
	cairo_glyph_t *glyphs;            /* scratch for the longest text area */
	cairo_text_cluster_t *clusters;
	uint64_t glyphs_drawn;
	const struct area_page *page;         /* being drawn */
	const struct area_page *page_outside; /* the last one that has text off its edges, which Cairo drops; or NULL */
	GHashTable *pictures;                 /* struct image key → its surface, or NULL when it is damaged; image.c */
	GHashTable *marked;                   /* ids whose destination is written: the first area with an id is the destination */
};

/* Reports that the PDF cannot be made; gives false. */
bool pdf_fail(struct pdf_writer *writer, struct place place, const char *reason);

/* ---- draw.c, box.c, text.c: pages ---- */

bool pdf_draw_page(struct pdf_writer *writer, const struct area_page *page);
void pdf_draw_box(struct pdf_writer *writer, const struct area_box *box, double x, double y, double width, double height);
void pdf_draw_text(struct pdf_writer *writer, const struct area_text *text, len x, len y);
void pdf_text_open(struct pdf_writer *writer);
void pdf_text_close(struct pdf_writer *writer);
void pdf_set_color(cairo_t *cairo, area_color color);

/* ---- image.c ---- */

void pdf_draw_image(struct pdf_writer *writer, const struct area *area, len x, len y);
/* In a padding rectangle, in pt. */
void pdf_draw_background(struct pdf_writer *writer, const struct area_background *background, double x, double y, double width,
						 double height);
void pdf_close_images(struct pdf_writer *writer);

/* ---- link.c: links, destinations, outline ---- */

/* A destination name of [A-Za-z0-9_-] only; different ids have different names, plain ids their own. */
const char *pdf_destination_name(struct arena *arena, const char *id);
/* The URI as ASCII without characters that mean something to PDF; NULL when the scheme is not http, https or mailto. */
const char *pdf_uri(struct arena *arena, const char *uri);
void pdf_link(struct pdf_writer *writer, const struct area *area, len x, len y);
void pdf_destination(struct pdf_writer *writer, const char *id, len x, len y);
void pdf_outline(struct pdf_writer *writer);

/* ---- info.c: the document's description ---- */

void pdf_describe(struct pdf_writer *writer);
/* ISO 8601, of CREATE_DATE and MOD_DATE. `epoch`: SOURCE_DATE_EPOCH's value or NULL; `date`: YYYY-MM-DD or NULL. */
const char *pdf_date(struct arena *arena, const char *epoch, const char *date);

/* ---- patch.c: what Cairo does not write or writes wrong ---- */

/* Replaces writer->bytes by a corrected file and checks it; false after a report. */
bool pdf_patch(struct pdf_writer *writer);

#endif
