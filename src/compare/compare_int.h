/* compare, inside: the steps of one page. */
#ifndef GONGWEN_COMPARE_INT_H
#define GONGWEN_COMPARE_INT_H

#include <glib.h>

#include "compare/compare.h"

#define NEAR      len_from_pt(0.05) /* places that near are one */
#define SAME_LINE len_from_mm(0.5)  /* baselines that near are one line's */

/* One of the two pages, with what of it the other has as well. */
struct side {
	const struct reader_document *document;
	const struct reader_page *page;
	GPtrArray *chars; /* const struct reader_char *, by baseline, then from left to right */
	bool *matched;    /* of those */
};

/* match.c */
struct side side_open(const struct reader_document *document, unsigned page);
void side_close(struct side *side);
void match_chars(struct side *a, struct side *b);
bool same_look(const struct side *a, const struct reader_char *one, const struct side *b, const struct reader_char *other);

/* lines.c: rows for the lines in which something is not matched */
void compare_lines(const struct side *a, const struct side *b, unsigned page, bool copy_mark, GArray *rows, struct arena *arena);

/* links.c */
void compare_links(const struct reader_page *a, const struct reader_page *b, unsigned page, GArray *rows);

/* shapes.c */
void compare_shapes(const struct reader_page *a, const struct reader_page *b, unsigned page, GArray *rows, struct arena *arena);

#endif
