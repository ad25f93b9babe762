/* main: the command line → the command, and the exit status that docs/gongwen.1 names. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "command/command.h"

/* Has all reached standard output? If not, that is said, and is the exit status. */
static enum exit_status end_output(const struct options *options)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return EXIT_DONE;
	struct diag_sink *sink = diag_open(options->language);
	if (errno)
		diag_report_errno(sink, DIAG_IO_WRITE, (struct place){.file = "-"}, errno);
	else
		diag_say(sink, DIAG_IO_WRITE, (struct place){.file = "-"});
	char *text = diag_print(sink, DIAG_TEXT, DIAG_ERROR);
	fputs(text, stderr);
	free(text);
	diag_close(sink);
	return EXIT_SYSTEM;
}

/* Prints what the sink still holds and tells the exit status: the worst message decides. */
static enum exit_status conclude(struct diag_sink *sink, const struct options *options)
{
	char *text = diag_print(sink, options->format, options_least(options));
	fputs(text, options->command == COMMAND_CHECK && options->format == DIAG_JSON ? stdout : stderr);
	free(text);
	if (end_output(options) != EXIT_DONE)
		return EXIT_SYSTEM;
	return diag_count(sink, DIAG_FAILURE) ? EXIT_SYSTEM : diag_count(sink, DIAG_ERROR) ? EXIT_REFUSED : EXIT_DONE;
}

enum { MB = 1 << 20, LARGE_PAGE = 2 * MB };

/* The heap's first megabytes, which every document needs, in large pages where the system has them: thousands of faults took a tenth of a
 * small run. Where what is freed is overwritten (tests/run.h), this would write to all of them. */
static void enlarge_pages(void)
{
	const size_t size = 24 * MB;
	if (getenv("MALLOC_PERTURB_"))
		return;
	char *start = malloc(size); /* on the heap, and back to its top */
	if (!start)
		return;
	size_t before = (LARGE_PAGE - (uintptr_t)start % LARGE_PAGE) % LARGE_PAGE;
	madvise(start + before, (size - before) / LARGE_PAGE * LARGE_PAGE, MADV_HUGEPAGE);
	free(start);
}

/* Trees of a million nodes are freed whole: fast bins would only put off the joining of neighbours, and walk over them twice. And what one
 * document gives back the next one needs: pages that go to the system and come again, full of zeros, cost half of a batch's system time. */
static void tune_heap(void)
{
	mallopt(M_MXFAST, 0);
	mallopt(M_TRIM_THRESHOLD, 64 * MB);
	mallopt(M_MMAP_THRESHOLD, 32 * MB);
	enlarge_pages();
}

/* The engine goes with the process: taking it apart would cost as much as a page. Where leaks are looked for it is closed. */
static void leave_engine(struct engine *engine)
{
#ifdef __SANITIZE_ADDRESS__
	engine_close(engine);
#else
	(void)engine;
#endif
}

static enum exit_status run(const struct options *options)
{
	static const struct {
		enum exit_status (*run)(struct engine *, const struct options *, struct diag_sink *);
		bool needs_engine;
	} commands[COMMAND_COUNT] = {
#define COMMAND(symbol, function, engine, arguments, keys, least, most, en, zh, one_en, one_zh)                                  \
	[COMMAND_##symbol] = {command_##function, engine},
#include "commands.def"
#undef COMMAND
	};
	if (options->command == COMMAND_VERSION) {
		puts("gongwen " GONGWEN_VERSION);
		return end_output(options);
	}
	bool needs_engine = commands[options->command].needs_engine;
	struct diag_sink *sink = diag_open(options->language);
	diag_set_strict(sink, options->strict);
	struct engine *engine = needs_engine ? engine_open(options, sink) : NULL;
	enum exit_status verdict = EXIT_DONE;
	if (engine || !needs_engine)
		verdict = commands[options->command].run(engine, options, sink);
	enum exit_status status = conclude(sink, options);
	leave_engine(engine);
	diag_close(sink);
	return MAX(status, verdict);
}

/* A file opened later shall not be taken for one of these that the caller closed: what is written there fails, as on a full disk. */
static void hold_standard_files(void)
{
	for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
		if (fcntl(file, F_GETFD) < 0)
			(void)!open(file == STDIN_FILENO ? "/dev/null" : "/dev/full", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
	hold_standard_files();
	tune_heap();
	signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is a write that fails, and is said as one */
	struct options options;
	enum exit_status status = EXIT_USAGE;
	if (options_parse(argc, argv, &options))
		status = run(&options);
	options_free(&options);
	return (int)status;
}
