/* A year that is larger than the memory is put into a file meanwhile: what comes of it is the same to a byte, and the process stays small. So it does
 * when what goes on over many pages of an XSL-FO file is set anew for each of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "run.h"

#define OUT "build/tests/memory-out"

#ifdef __SANITIZE_ADDRESS__
#define YEAR "samples/weifang-2005/year.xml" /* half as large */
#else
#define YEAR "samples/sixty/year.xml"
#endif

static void expect_quiet(const char *command)
{
	struct run run = run_shell(command);
	if (run.status != 0 || *run.out)
		fail_msg("%s: status %d\n%s%s", command, run.status, run.out, run.err);
	run_free(&run);
}

/* GONGWEN_MEMORY=1: all of the year lies in the file. */
static void test_same_files(void **state)
{
	(void)state;
	expect_quiet("rm -rf " OUT " && $GONGWEN build " YEAR " -q -j 2 -o " OUT
				 "/memory --kind issue --kind brief --kind proposal 2> " OUT "-1");
	expect_quiet("GONGWEN_MEMORY=1 $GONGWEN build " YEAR " -q -j 2 -o " OUT
				 "/file --kind issue --kind brief --kind proposal 2> " OUT "-2");
	expect_quiet("diff -r " OUT "/memory " OUT "/file && cmp " OUT "-1 " OUT "-2");
}

static void test_same_model_and_messages(void **state)
{
	(void)state;
	expect_quiet("for stage in model plan fo; do "
				 "$GONGWEN build " YEAR " --dump=$stage > " OUT "-1 2>&1; "
				 "GONGWEN_MEMORY=1 $GONGWEN build " YEAR " --dump=$stage > " OUT "-2 2>&1; "
				 "cmp " OUT "-1 " OUT "-2 || exit 1; done");
	expect_quiet("for rule in R08 R18 R27; do for year in tests/rules/$rule*.xml; do "
				 "$GONGWEN check $year > " OUT "-1 2>&1; GONGWEN_MEMORY=1 $GONGWEN check $year > " OUT "-2 2>&1; "
				 "cmp " OUT "-1 " OUT "-2 || exit 1; done; done");
}

/* A full disk is a limit on the size of files here. What is in the file already stays there. */
static void test_no_room(void **state)
{
	(void)state;
	struct run run = run_shell("ulimit -f 1000; GONGWEN_MEMORY=1 $GONGWEN list --lang en samples/sixty/year.xml > " OUT "-1");
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.err, "warning G014"));
	run_free(&run);
	expect_quiet("$GONGWEN list samples/sixty/year.xml > " OUT "-2 && cmp " OUT "-1 " OUT "-2");
}

#ifndef __SANITIZE_ADDRESS__ /* a sanitizer has its own memory for each piece of ours */

/* Peak of a run of the program, in KB; -1: it failed. memory: GONGWEN_MEMORY. */
static long peak_of(const char *command, const char *file, const char *memory)
{
	int status = -1;
	struct rusage used;
	pid_t pid = fork();
	if (pid == 0) {
		setenv("GONGWEN_MEMORY", memory, 1);
		if (freopen("/dev/null", "w", stdout))
			execl(GONGWEN_PROGRAM, "gongwen", command, file, (char *)NULL);
		_exit(1);
	}
	if (pid < 0 || wait4(pid, &status, 0, &used) != pid || status != 0)
		return -1;
	return used.ru_maxrss;
}

/* As trees this year takes some 85 MB. */
static void test_a_long_year(void **state)
{
	(void)state;
	expect_quiet("sh tests/bench/year.sh 800 > " OUT ".xml");
	assert_in_range(peak_of("list", OUT ".xml", "40"), 1, 70 * 1024);
}

/* Text of some 100 pages; what each paragraph begins with. */
static void put_text(FILE *file, const char *before)
{
	for (int block = 0; block < 450; block++) {
		fprintf(file, "<fo:block>%s%d", before, block);
		for (int word = 0; word < 50; word++)
			fputs(" word", file);
		fputs("</fo:block>", file);
	}
}

static void put_waiting(FILE *file, const char *begin, const char *end)
{
	fprintf(file, "<fo:block>Here%s", begin);
	put_text(file, "");
	fprintf(file, "%s</fo:block>", end);
}

/* Pages whose widths are these, in turns, in mm. */
static FILE *open_flow(int odd, int even)
{
	FILE *file = fopen(OUT ".fo", "w");
	assert_non_null(file);
	fputs("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>", file);
	for (int i = 0; i < 2; i++)
		fprintf(file,
				"<fo:simple-page-master master-name='%d' page-width='%dmm' page-height='150mm'>"
				"<fo:region-body margin='20mm'/></fo:simple-page-master>",
				i, i ? even : odd);
	fputs("<fo:page-sequence-master master-name='both'><fo:repeatable-page-master-alternatives>"
		  "<fo:conditional-page-master-reference master-reference='0' odd-or-even='odd'/>"
		  "<fo:conditional-page-master-reference master-reference='1'/></fo:repeatable-page-master-alternatives>"
		  "</fo:page-sequence-master></fo:layout-master-set>"
		  "<fo:page-sequence master-reference='both'><fo:flow flow-name='xsl-region-body'>",
		  file);
	return file;
}

static void close_flow(FILE *file)
{
	fputs("</fo:flow></fo:page-sequence></fo:root>", file);
	fclose(file);
}

/* A footnote and a float that go on over pages whose widths alternate: built to their ends for each of them they would take 220 MB. */
static void test_long_footnote_and_float(void **state)
{
	(void)state;
	FILE *file = open_flow(150, 180);
	put_waiting(file, "<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>", "</fo:footnote-body></fo:footnote>");
	put_waiting(file, "<fo:float float='before'>", "</fo:float>");
	close_flow(file);
	assert_in_range(peak_of("fo", OUT ".fo", "40"), 1, 60 * 1024);
}

/* A cell with a float in each paragraph, on the other side of each page: built to its end on each page it would take 350 MB. */
static void test_long_cell_with_floats(void **state)
{
	(void)state;
	FILE *file = open_flow(150, 150);
	fputs("<fo:table><fo:table-body><fo:table-row><fo:table-cell>", file);
	put_text(file, "<fo:float float='inside'><fo:block>side</fo:block></fo:float>");
	fputs("</fo:table-cell></fo:table-row></fo:table-body></fo:table>", file);
	close_flow(file);
	assert_in_range(peak_of("fo", OUT ".fo", "40"), 1, 60 * 1024);
}

/* 40 pages' footnotes in a paragraph, over pages whose widths alternate: all of them laid out ahead on each page would take 55 MB. */
static void test_many_footnotes(void **state)
{
	(void)state;
	FILE *file = open_flow(150, 180);
	fputs("<fo:block font-size='10pt'>", file);
	for (int note = 0; note < 700; note++) {
		fprintf(file, "a <fo:footnote><fo:inline>*</fo:inline><fo:footnote-body><fo:block>%d", note);
		for (int word = 0; word < 60; word++)
			fputs(" yellow", file);
		fputs("</fo:block></fo:footnote-body></fo:footnote>", file);
	}
	fputs("</fo:block>", file);
	close_flow(file);
	assert_in_range(peak_of("fo", OUT ".fo", "40"), 1, 44 * 1024);
}

#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_files),
		cmocka_unit_test(test_same_model_and_messages),
		cmocka_unit_test(test_no_room),
#ifndef __SANITIZE_ADDRESS__
		cmocka_unit_test(test_a_long_year),
		cmocka_unit_test(test_long_footnote_and_float),
		cmocka_unit_test(test_long_cell_with_floats),
		cmocka_unit_test(test_many_footnotes),
#endif
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
