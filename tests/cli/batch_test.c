/* Faults of a batch: whatever happens, no file stands under its final name that is not whole, all else goes on, and a second run makes
 * the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "run.h"

#define OUT "build/tests/batch-out"
#define BUILD                                                                                                                    \
	"$GONGWEN build --lang en samples/weifang-2005/year.xml -q -j 2 -o " OUT " --kind agreement "                                \
	"--department agriculture --department finance --department broadcasting --department gov-office "

static struct run shell(const char *command)
{
	char *whole = g_strconcat("rm -rf " OUT "; ", command, NULL);
	struct run run = run_shell(whole);

	g_free(whole);
	return run;
}

static unsigned count_lines(const char *text, const char *word)
{
	unsigned count = 0;

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
		count++;
	return count;
}

/* Temporary files begin with a point. Every PDF is whole, and there are `least` to `most` of them. */
static void check_files(int least, int most)
{
	struct run run = run_shell("find " OUT " -name '.?*' -type f; for f in " OUT
							   "/agreement/*.pdf; do [ ! -f $f ] || tail -c 6 $f "
							   "| grep -q %%EOF || echo broken $f; done; ls " OUT "/agreement 2>/dev/null | grep -c pdf >&2");

	assert_string_equal(run.out, "");
	assert_in_range(atoi(run.err), least, most);
	run_free(&run);
}

/* The whole output is what an undisturbed run writes: the manifest has every file's sum. */
static void check_second_run(int files)
{
	struct run run = run_shell(BUILD " && cd " OUT " && tail -n +2 manifest.csv | tr -d '\\r' | awk -F, '{print $6 \"  \" $1}' | "
									 "sha256sum -c --quiet");

	if (run.status != 0)
		fail_msg("%s%s", run.out, run.err);
	run_free(&run);
	check_files(files, files);
}

/* A limit on the size of files stands for a full disk. */
static void test_a_full_disk_is_said_once(void **state)
{
	struct run run = shell("trap '' XFSZ; ulimit -f 16; " BUILD);

	(void)state;
	assert_int_equal(run.status, 3);
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	assert_non_null(strstr(run.err, "(12 files)"));
	run_free(&run);
	check_files(0, 0);
	check_second_run(12);
}

/* The same for one file, without a worker to die of it. */
static void test_a_file_too_large_is_said(void **state)
{
	struct run run = shell("mkdir -p " OUT "; ulimit -f 16; $GONGWEN fo samples/fo/letter.fo -o " OUT
						   "/letter.pdf; echo $? $(ls -A " OUT ")");

	(void)state;
	assert_string_equal(run.out, "3\n");
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	run_free(&run);
}

/* Its copies are lost, the others are there. */
static void test_a_document_that_kills_its_worker(void **state)
{
	struct run run = shell("mkdir -p " OUT
						   "/agreement; ulimit -f 16; $GONGWEN build --lang en samples/weifang-2005/year.xml -j 2 -o " OUT
						   " --kind agreement --department agriculture --department finance");

	(void)state;
	assert_int_equal(run.status, 3);
	assert_int_equal(count_lines(run.err, "warning G010"), 2);
	assert_int_equal(count_lines(run.err, "error G005"), 2);
	assert_non_null(strstr(run.err, "agreement/agriculture-1.pdf: signal"));
	run_free(&run);
	check_second_run(12);
}

/* Signals at any moment of the run. Workers end with the parent, which is waited for by the pipe that they share with the shell. */
static void test_signals_leave_no_temporary_files(void **state)
{
	static const char *const signals[] = {"INT", "TERM", "HUP"};

	(void)state;
	for (int i = 0; i < 4; i++) {
		char *command = g_strdup_printf("( " BUILD " & pid=$!; sleep 0.%d; kill -%s $pid; wait $pid; echo $? ) 2>&1 | cat",
										10 + 6 * i, signals[i % 3]);
		struct run run = shell(command);

		run_free(&run);
		g_free(command);
		check_files(0, 12);
	}
	check_second_run(12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_full_disk_is_said_once),
		cmocka_unit_test(test_a_file_too_large_is_said),
		cmocka_unit_test(test_a_document_that_kills_its_worker),
		cmocka_unit_test(test_signals_leave_no_temporary_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
