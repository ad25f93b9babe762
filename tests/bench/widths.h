/* Inputs whose pages are of two widths in turns, where what goes on to the next page is set anew: nested tables, rows of pages, cells that span rows over
 * pages, paragraphs with objects, footnotes that go on. Each once more over pages of one width, with which the first is compared. */
#ifndef GONGWEN_TESTS_BENCH_WIDTHS_H
#define GONGWEN_TESTS_BENCH_WIDTHS_H

#include <stdio.h>

/* Odd and even pages so wide, in mm. */
static void put_widths_begin(FILE *out, int odd, int even)
{
	fputs("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en'><fo:layout-master-set>", out);
	for (int i = 0; i < 2; i++)
		fprintf(out,
				"<fo:simple-page-master master-name='m%d' page-width='%dmm' page-height='150mm'><fo:region-body margin='20mm'/>"
				"</fo:simple-page-master>",
				i, i ? even : odd);
	fputs("<fo:page-sequence-master master-name='both'><fo:repeatable-page-master-alternatives>"
		  "<fo:conditional-page-master-reference master-reference='m0' odd-or-even='odd'/>"
		  "<fo:conditional-page-master-reference master-reference='m1'/></fo:repeatable-page-master-alternatives>"
		  "</fo:page-sequence-master></fo:layout-master-set>"
		  "<fo:page-sequence master-reference='both'><fo:flow flow-name='xsl-region-body'>\n",
		  out);
}

static void put_words(FILE *out, unsigned words)
{
	for (unsigned word = 0; word < words; word++)
		fputs(" word", out);
}

static void put_paragraphs(FILE *out, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		fprintf(out, "<fo:block>%u", i);
		put_words(out, 50);
		fputs("</fo:block>\n", out);
	}
}

/* ---- shapes: of so many paragraphs of 50 words, some seven a page ---- */

#define TABLE     "<fo:table><fo:table-body>"
#define ROW       "<fo:table-row><fo:table-cell>"
#define ROW_END   "</fo:table-cell></fo:table-row>"
#define TABLE_END "</fo:table-body></fo:table>"

static void nested_tables(FILE *out, unsigned size)
{
	fputs(TABLE ROW TABLE ROW, out);
	put_paragraphs(out, size);
	fputs(ROW_END TABLE_END ROW_END TABLE_END, out);
}

static void long_rows(FILE *out, unsigned size)
{
	fputs(TABLE, out);
	for (unsigned i = 0; i < size; i += 14) {
		fputs(ROW, out);
		put_paragraphs(out, 14);
		fputs(ROW_END "\n", out);
	}
	fputs(TABLE_END, out);
}

/* A cell beside as many rows as there are pages. */
static void long_span(FILE *out, unsigned size)
{
	unsigned rows = size / 7;
	fprintf(out, TABLE "<fo:table-row><fo:table-cell number-rows-spanned='%u'>", rows);
	put_paragraphs(out, size / 2);
	fputs("</fo:table-cell><fo:table-cell>", out);
	for (unsigned row = 0; row < rows; row++) {
		put_paragraphs(out, 3);
		fputs(row + 1 < rows ? ROW_END ROW : ROW_END, out);
	}
	fputs(TABLE_END, out);
}

/* One paragraph with a container, as wide as a part of the line, in every 50 words. */
static void objects(FILE *out, unsigned size)
{
	fputs("<fo:block>", out);
	for (unsigned i = 0; i < size; i++) {
		put_words(out, 50);
		fputs(" <fo:inline-container width='10%' border='0.5pt solid black'><fo:block>x</fo:block></fo:inline-container>\n", out);
	}
	fputs("</fo:block>", out);
}

static void long_note(FILE *out, unsigned size)
{
	fputs("<fo:block>Here<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>", out);
	put_paragraphs(out, size);
	fputs("</fo:footnote-body></fo:footnote></fo:block>", out);
}

#undef TABLE
#undef ROW
#undef ROW_END
#undef TABLE_END

/* ---- over pages of two widths, and of one ---- */

#define OVER_WIDTHS(shape)                                                                                                       \
	static void put_##shape(FILE *out, unsigned size)                                                                            \
	{                                                                                                                            \
		put_widths_begin(out, 150, 180);                                                                                         \
		shape(out, size);                                                                                                        \
		fputs("</fo:flow></fo:page-sequence></fo:root>\n", out);                                                                 \
	}                                                                                                                            \
	static void put_##shape##_alike(FILE *out, unsigned size)                                                                    \
	{                                                                                                                            \
		put_widths_begin(out, 165, 165);                                                                                         \
		shape(out, size);                                                                                                        \
		fputs("</fo:flow></fo:page-sequence></fo:root>\n", out);                                                                 \
	}

OVER_WIDTHS(nested_tables)
OVER_WIDTHS(long_rows)
OVER_WIDTHS(long_span)
OVER_WIDTHS(objects)
OVER_WIDTHS(long_note)
#undef OVER_WIDTHS

#endif
