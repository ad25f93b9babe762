/* Runs a command as a user would, and keeps what it printed. */
#ifndef TESTS_RUN_H
#define TESTS_RUN_H

#include <glib.h>
#include <stdint.h>
#include <sys/wait.h>

struct run {
	int status; /* exit status; -1: killed by a signal, or not started */
	char *out, *err;
};

/* command: a shell command line; "$GONGWEN" is the program under test. run_free() the result. */
static inline struct run run_shell(const char *command)
{
	struct run run = {.status = -1};
	int wait_status = 0;
	gchar *argv[] = {(gchar *)"/bin/sh", (gchar *)"-c", (gchar *)(uintptr_t)command, NULL};
	g_setenv("GONGWEN", GONGWEN_PROGRAM, TRUE);
	g_unsetenv("SOURCE_DATE_EPOCH");
	g_setenv("LC_ALL", "C.UTF-8", TRUE);
	g_setenv("MALLOC_PERTURB_", "165", TRUE); /* what is freed is overwritten: who looks at it after that is found */
	if (g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &wait_status, NULL) &&
		WIFEXITED(wait_status))
		run.status = WEXITSTATUS(wait_status);
	return run;
}

static inline void run_free(struct run *run)
{
	g_free(run->out);
	g_free(run->err);
}

#endif
