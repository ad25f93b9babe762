/* reader, inside: the steps from poppler's page to struct reader_page. */
#ifndef GONGWEN_READER_INT_H
#define GONGWEN_READER_INT_H

#include <cairo.h>
#include <glib.h>
#include <poppler.h>

#include "reader/reader.h"

/* A glyph as it was drawn. */
struct glyph {
	double x, y; /* origin, pt */
	struct reader_box ink;
	reader_color color;
	bool taken; /* by a character */
};

/* What the page draws (svg.c). */
struct drawing {
	GArray *glyphs; /* struct glyph */
	GArray *shapes; /* struct reader_shape */
};

/* A subpath's measures, after a matrix. */
struct outline {
	double left, top, right, bottom; /* left > right: empty */
	bool bar;                        /* all points are corners of the box, joined along its sides */
	uint32_t print;                  /* fingerprint of its points */
};

/* Of a fingerprint: in eighths of a point, what differs less looks the same. */
uint32_t outline_rounded(double value);

struct drawing drawing_open(PopplerPage *page, double width, double height); /* glyphs = NULL: the page cannot be drawn */
void drawing_close(struct drawing *drawing);

/* path.c: the `d` of an SVG path. Calls `take` for each subpath; for stroked paths for each straight segment (bar) and for the whole. */
void path_read(const char *d, const cairo_matrix_t *to_page, bool stroked, void (*take)(const struct outline *, void *),
			   void *data);
struct reader_box outline_box(const struct outline *outline);

/* picture.c: sets boxes and colours of the page's pictures from its pixels. */
void pictures_measure(PopplerPage *page, double width, double height, GArray *shapes);

void links_read(PopplerPage *page, double height, struct arena *arena, struct reader_page *out); /* link.c */

/* text.c: poppler's characters, each with its glyph. */
struct fonts {
	GHashTable *index; /* name → number + 1 */
	GPtrArray *names;  /* the arena's */
};
void text_read(PopplerPage *page, const struct drawing *drawing, struct fonts *fonts, struct arena *arena,
			   struct reader_page *out);
/* Of glyphs in order of x, the first from there on. */
guint glyph_first_from(const GPtrArray *glyphs, double x);
/* The character is this glyph. */
void char_draw(struct reader_char *letter, struct glyph *glyph, enum reader_turn turn);

/* word.c: glyphs for the characters of words with ActualText. */
void words_match(struct reader_char *chars, const PopplerRectangle *boxes, unsigned count, const GPtrArray *glyphs);

#endif
