/* Tests that call the program as a user would, in a folder of their own ("$T"), and look at its exit status and what it says. */
#ifndef TESTS_SUPPORT_COMMAND_H
#define TESTS_SUPPORT_COMMAND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "run.h"

static char *scratch; /* the folder */

static inline int make_scratch(void **state)
{
	(void)state;
	scratch = g_dir_make_tmp("gongwen-test-XXXXXX", NULL);
	g_setenv("T", scratch, TRUE);
	return scratch ? 0 : -1;
}

static inline int remove_scratch(void **state)
{
	struct run run = run_shell("chmod -R u+w \"$T\"; rm -rf \"$T\"");
	(void)state;
	run_free(&run);
	g_free(scratch);
	return 0;
}

/* Runs a command; its status and a part of each output must be these. */
static inline void expect(const char *command, int status, const char *in_out, const char *in_err)
{
	struct run run = run_shell(command);
	if (run.status != status || (in_out && !strstr(run.out, in_out)) || (in_err && !strstr(run.err, in_err)))
		fail_msg("%s\nexit %d (expected %d)\nexpected on stdout: %s\nexpected on stderr: %s\nstdout: %.5000s\nstderr: %.2000s",
				 command, run.status, status, in_out ? in_out : "-", in_err ? in_err : "-", run.out, run.err);
	run_free(&run);
}

#endif
