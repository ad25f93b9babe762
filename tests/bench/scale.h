/* Long inputs of one page sequence: what 10,000 pages, a table of 100,000 rows and 100,000 citations take (issue: cost linear, memory bounded).
 * Pages of A4 full of 12 pt text, some 1,400 characters a page; a paragraph has a few lines. */
#ifndef GONGWEN_TESTS_BENCH_SCALE_H
#define GONGWEN_TESTS_BENCH_SCALE_H

#include "bench/inputs.h"

static void put_scale_begin(FILE *out)
{
	fputs(
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='zh-CN' font-family='GwFangSong' font-size='12pt' "
		"line-height='18pt'><fo:layout-master-set><fo:simple-page-master master-name='p' page-width='210mm' page-height='297mm'>"
		"<fo:region-body margin='25mm'/><fo:region-after extent='15mm'/></fo:simple-page-master></fo:layout-master-set>"
		"<fo:page-sequence master-reference='p'><fo:static-content flow-name='xsl-region-after'><fo:block text-align='center'>"
		"<fo:page-number/></fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'>\n",
		out);
}

static void put_scale_end(FILE *out)
{
	fputs("</fo:flow></fo:page-sequence></fo:root>\n", out);
}

#define SCALE_CHARACTERS 205 /* of a paragraph: about seven a page */

static void put_blocks(FILE *out, unsigned blocks)
{
	put_scale_begin(out);
	for (unsigned i = 0; i < blocks; i++) {
		fputs("<fo:block space-after='6pt' text-indent='24pt' text-align='justify'>", out);
		put_prose(out, SCALE_CHARACTERS);
		fputs("</fo:block>\n", out);
	}
	put_scale_end(out);
}

static void put_list(FILE *out, unsigned items)
{
	put_scale_begin(out);
	fputs("<fo:list-block>\n", out);
	for (unsigned i = 0; i < items; i++) {
		fprintf(out,
				"<fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>%u.</fo:block></fo:list-item-label>"
				"<fo:list-item-body start-indent='body-start()'><fo:block>",
				i + 1);
		put_prose(out, SCALE_CHARACTERS);
		fputs("</fo:block></fo:list-item-body></fo:list-item>\n", out);
	}
	fputs("</fo:list-block>", out);
	put_scale_end(out);
}

static void put_row(FILE *out, unsigned row)
{
	fputs("<fo:table-row>", out);
	for (int column = 0; column < 4; column++) {
		fprintf(out, "<fo:table-cell border='0.5pt solid black' padding='2pt'><fo:block>%u", row);
		put_han(out, 4);
		fputs("</fo:block></fo:table-cell>", out);
	}
	fputs("</fo:table-row>\n", out);
}

static void put_rows(FILE *out, unsigned rows)
{
	put_scale_begin(out);
	fputs("<fo:table table-layout='fixed' width='100%' border-collapse='collapse'><fo:table-header>", out);
	put_row(out, 0);
	fputs("</fo:table-header><fo:table-body>\n", out);
	for (unsigned i = 1; i <= rows; i++)
		put_row(out, i);
	fputs("</fo:table-body></fo:table>", out);
	put_scale_end(out);
}

/* Each block cites the page of the one that stands as far from the end as it from the beginning. */
static void put_citations(FILE *out, unsigned citations)
{
	put_scale_begin(out);
	for (unsigned i = 0; i < citations; i++) {
		fprintf(out, "<fo:block id='i%u'>", i);
		put_han(out, 8);
		fprintf(out, "<fo:page-number-citation ref-id='i%u'/></fo:block>\n", citations - 1 - i);
	}
	put_scale_end(out);
}

#endif
