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

/* A limit on the size of files stands for a full disk: no worker dies of its signal. */
static void test_a_full_disk_is_said_once(void **state)
{
	struct run run = shell("ulimit -f 16; " BUILD);

	(void)state;
	assert_int_equal(run.status, 3);
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	assert_non_null(strstr(run.err, "(12 files)"));
	run_free(&run);
	check_files(0, 0);
	check_second_run(12);
}

/* The same for one file. */
static void test_a_file_too_large_is_said(void **state)
{
	struct run run = shell("mkdir -p " OUT "; ulimit -f 16; $GONGWEN fo samples/fo/letter.fo -o " OUT
						   "/letter.pdf; echo $? $(ls -A " OUT ")");

	(void)state;
	assert_string_equal(run.out, "3\n");
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	run_free(&run);
}

/* So few open files that not every folder can be held: all is there none the less. */
static void test_few_open_files(void **state)
{
	struct run run = shell("ulimit -n 16; $GONGWEN build samples/minimal/year.xml -q -j 2 -o " OUT " && test $(find " OUT
						   " -name '*.pdf' | wc -l) = $(grep -c pdf " OUT "/manifest.csv)");

	(void)state;
	if (run.status != 0)
		fail_msg("%s%s", run.out, run.err);
	run_free(&run);
}

/* What is asked for at a standard output that is closed is not made into a file of that name. */
static void test_a_closed_output(void **state)
{
	struct run run = shell("mkdir -p " OUT "; ln -s /proc/self/fd/1 " OUT "/out; $GONGWEN fo samples/fo/letter.fo -o " OUT
						   "/out >&-; status=$?; test -L " OUT "/out; echo $status $? $(ls -A " OUT ")");

	(void)state;
	assert_string_equal(run.out, "3 0 out\n");
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	run_free(&run);
}

/* A disk that is really full, where the system lets us make one. */
static void test_a_full_file_system_is_said_once(void **state)
{
	struct run run = shell("mkdir -p " OUT "; unshare -rm sh -c 'mount -t tmpfs -o size=300k none " OUT
						   " 2>/dev/null || exit 77; " BUILD "; echo status $?; find " OUT " -name \".?*\" -type f | wc -l'");

	(void)state;
	if (run.status == 77 || !strstr(run.out, "status")) {
		run_free(&run);
		skip();
	}
	assert_string_equal(run.out, "status 3\n0\n");
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	assert_non_null(strstr(run.err, "No space left on device"));
	run_free(&run);
	check_second_run(12);
}

/* A folder that cannot be written is said once, and nothing else is done to it. */
static void test_a_folder_that_is_a_file(void **state)
{
	struct run run = shell("mkdir -p " OUT "; echo mine > " OUT "/agreement; " BUILD "; echo status $?; cat " OUT "/agreement");

	(void)state;
	assert_string_equal(run.out, "status 3\nmine\n");
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	run_free(&run);
}

/* A folder that is taken away amid the run, and made again for the files that follow: what went with it is missed. */
static void test_a_folder_that_vanishes(void **state)
{
	struct run run = shell("$GONGWEN build samples/sixty/year.xml --kind agreement -q -j 2 --lang en -o " OUT
						   " & pid=$!; until ls " OUT "/*/*.pdf >/dev/null 2>&1 || ! kill -0 $pid; do sleep 0.01; done; mv " OUT
						   " " OUT "-gone; wait $pid; echo status $?; ls " OUT "/manifest.csv 2>/dev/null; rm -rf " OUT "-gone");

	(void)state;
	assert_string_equal(run.out, "status 3\n");
	assert_int_equal(count_lines(run.err, "error G002"), 1);
	run_free(&run);
}

/* Waits for a worker of $pid, its number in $kid; not for ever. */
#define FIRST_WORKER "until kid=$(pgrep -P $pid | head -n 1) && [ \"$kid\" ] || ! kill -0 $pid; do sleep 0.01; done; "

/* The worker that is killed was in the middle of a document: that is tried again, and all are there. */
static void test_a_worker_killed_once(void **state)
{
	struct run run = shell("( " BUILD " -v & pid=$!; " FIRST_WORKER "kill -9 $kid; wait $pid; echo status $? ) 2>&1");

	(void)state;
	assert_non_null(strstr(run.out, "status 0\n"));
	assert_int_equal(count_lines(run.out, "error"), 0);
	run_free(&run);
	check_files(12, 12);
}

/* The leak checker of a sanitized program is a child of it for a moment, and waits for ever when that is killed. */
#define NO_LEAK_CHECK "export ASAN_OPTIONS=detect_leaks=0; "

/* Every worker is killed as soon as it is seen: what they were to make is lost and said, nothing is half-written, and the run ends. */
static void test_all_workers_killed(void **state)
{
	struct run run = shell(
		NO_LEAK_CHECK "( " BUILD
					  " & pid=$!; while kill -0 $pid; do pkill -9 -P $pid; done 2>/dev/null; wait $pid; echo status $? ) 2>&1");

	(void)state;
	assert_non_null(strstr(run.out, "status 3\n"));
	assert_true(count_lines(run.out, "error G005") > 0);
	run_free(&run);
	check_files(0, 12);
	check_second_run(12);
}

/* kill -9 of the program itself: no worker goes on alone for long, and the next run makes all. */
static void test_the_program_killed(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		char *command = g_strdup_printf("( " BUILD " & pid=$!; sleep 0.%d; kill -9 $pid; wait $pid ) 2>&1 | cat", 15 + 10 * i);
		struct run run = shell(command);

		run_free(&run);
		g_free(command);
		run = run_shell("for f in " OUT
						"/agreement/*.pdf; do [ ! -f $f ] || tail -c 6 $f | grep -q %%EOF || echo broken $f; done");
		assert_string_equal(run.out, "");
		run_free(&run);
	}
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

/* The documents of several inputs are made at the same time by the same workers: files, manifest and messages are those of one worker, in the
 * inputs' order; one that is refused keeps no other from being made. */
static void test_many_inputs(void **state)
{
	struct run run = shell("mkdir -p " OUT "/in; cp -R samples/gbt9704/pictures " OUT
						   "/in; for n in 11 12 13 14 15 16 17 18 19; do for f in "
						   "minutes plain order; do cp samples/gbt9704/$f.xml " OUT "/in/$f-$n.xml; done; done; "
						   "sed -i 's/<date>.*/<date>x<\\/date>/' " OUT "/in/plain-15.xml; "
						   "for j in 1 2 7; do $GONGWEN build --lang en " OUT "/in/*.xml -j $j -o " OUT "/j$j 2> " OUT
						   "/j$j.err; echo $?; done; for j in 2 7; do diff -r " OUT "/j1 " OUT "/j$j && cmp " OUT "/j1.err " OUT
						   "/j$j.err; done; cut -d, -f3 " OUT "/j1/manifest.csv | tail -n +2 | sort -c && tail -n +2 " OUT
						   "/j1/manifest.csv | wc -l; grep -c 'plain-15.xml.*error' " OUT "/j1.err");

	(void)state;
	assert_string_equal(run.out, "1\n1\n1\n26\n1\n");
	assert_string_equal(run.err, "");
	run_free(&run);
}

/* A worker that is killed while many inputs are made: they are all there. */
static void test_a_worker_killed_among_many_inputs(void **state)
{
	struct run run = shell("mkdir -p " OUT
						   "/in; for n in 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26; do cp samples/gbt9704/minutes.xml " OUT
						   "/in/$n.xml; done; ( $GONGWEN build --lang en " OUT "/in/*.xml -q -j 2 -o " OUT
						   "/made & pid=$!; " FIRST_WORKER "kill -9 $kid; wait $pid; "
						   "echo status $? ) 2>&1; ls " OUT "/made/minutes | wc -l; tail -n +2 " OUT
						   "/made/manifest.csv | wc -l; find " OUT " -name '.?*' -type f");

	(void)state;
	assert_string_equal(run.out, "status 0\n16\n16\n");
	run_free(&run);
}

/* An input's messages are printed when it is done with, in the inputs' order, which is not that of their names, and before the next is read;
 * two files of one name are told by their inputs. */
static void test_messages_of_many_inputs(void **state)
{
	struct run run = shell("mkdir -p " OUT "/z " OUT "/a; cp samples/gbt9704/plain.xml " OUT
						   "/z; cp samples/gbt9704/plain.xml " OUT
						   "/a; sed 's/<date>.*/<date>x<\\/date>/' samples/gbt9704/plain.xml > " OUT "/y.xml; mkfifo " OUT
						   "/b.xml; ( $GONGWEN build --lang en " OUT "/y.xml " OUT "/z/plain.xml " OUT "/b.xml " OUT
						   "/a/plain.xml -j 2 -o " OUT "/made 2> " OUT "/err; echo status $? ) & "
						   "for i in $(seq 400); do [ -s " OUT "/err ] && break; sleep 0.02; done; cut -d: -f1 " OUT
						   "/err; cp samples/gbt9704/minutes.xml " OUT "/b.xml; wait; cut -d: -f1 " OUT
						   "/err | uniq; grep -o 'makes.*' " OUT "/err");

	(void)state;
	assert_string_equal(run.out, OUT "/y.xml\nstatus 1\n" OUT "/y.xml\n" OUT "/a/plain.xml\n"
									 "makes a file of that name: document/plain.pdf (" OUT "/z/plain.xml)\n");
	run_free(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_full_disk_is_said_once),
		cmocka_unit_test(test_a_file_too_large_is_said),
		cmocka_unit_test(test_a_full_file_system_is_said_once),
		cmocka_unit_test(test_few_open_files),
		cmocka_unit_test(test_a_closed_output),
		cmocka_unit_test(test_a_folder_that_is_a_file),
		cmocka_unit_test(test_a_folder_that_vanishes),
		cmocka_unit_test(test_a_worker_killed_once),
		cmocka_unit_test(test_all_workers_killed),
		cmocka_unit_test(test_many_inputs),
		cmocka_unit_test(test_messages_of_many_inputs),
		cmocka_unit_test(test_a_worker_killed_among_many_inputs),
		cmocka_unit_test(test_the_program_killed),
		cmocka_unit_test(test_signals_leave_no_temporary_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
