/* compare: two finished PDFs, page by page: what one sees of one and not of the other. Takes what src/reader sees; gives one row for each
 * place that differs. With `copy_mark`, copies of one document may differ in one line a page: the copy mark and its holder,
 * 第一份（市财政局执）, and in nothing else. */
#ifndef GONGWEN_COMPARE_H
#define GONGWEN_COMPARE_H

#include "base/base.h"
#include "reader/reader.h"

enum compare_kind {
	COMPARE_PAGES,   /* number or size of pages */
	COMPARE_TEXT,    /* other words in a line */
	COMPARE_MOVED,   /* the same words elsewhere */
	COMPARE_LOOK,    /* the same words in the same place: face, size, colour, shape of the glyphs */
	COMPARE_GRAPHIC, /* a rule, figure or picture */
	COMPARE_LINK,    /* where a link leads */
	COMPARE_KIND_COUNT
};

struct compare_row {
	unsigned page; /* from 1; 0: of the whole */
	enum compare_kind kind;
	enum reader_kind shape; /* COMPARE_GRAPHIC: of what kind */
	const char *a, *b;      /* what each has there; "" when it has nothing */
	len x, y;               /* where in the first, else in the second */
	bool allowed;
};

struct compare_report {
	unsigned count, differ; /* differ: those that are not allowed */
	const struct compare_row *rows;
};

const struct compare_report *compare_run(const struct reader_document *a, const struct reader_document *b, bool copy_mark,
										 struct arena *arena);
const char *compare_print(const struct compare_report *report, const char *file_a, const char *file_b, enum diag_format how,
						  enum diag_language language, struct arena *arena);

#endif
