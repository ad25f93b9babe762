/* main: the command line → the command, and the exit status that docs/gongwen.1 names. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#include "command/command.h"

/* Prints what the sink holds and tells the exit status: the worst message decides. */
static enum exit_status conclude(struct diag_sink *sink, const struct options *options)
{
	enum diag_severity at_least = options->quiet ? DIAG_ERROR : options->verbose ? DIAG_NOTE : DIAG_WARNING;
	char *text = diag_print(sink, options->format, at_least);
	fputs(text, options->command == COMMAND_CHECK && options->format == DIAG_JSON ? stdout : stderr);
	free(text);
	if (fflush(stdout) != 0)
		return EXIT_SYSTEM;
	return diag_count(sink, DIAG_FAILURE) ? EXIT_SYSTEM : diag_count(sink, DIAG_ERROR) ? EXIT_REFUSED : EXIT_DONE;
}

/* Trees of a million nodes are freed whole: fast bins would only put off the joining of neighbours, and walk over them twice. And what one
 * document gives back the next one needs: pages that go to the system and come again, full of zeros, cost half of a batch's system time. */
static void tune_heap(void)
{
	enum { MB = 1 << 20 };

	mallopt(M_MXFAST, 0);
	mallopt(M_TRIM_THRESHOLD, 64 * MB);
	mallopt(M_MMAP_THRESHOLD, 32 * MB);
}

int main(int argc, char **argv)
{
	tune_heap();
	static const struct {
		enum exit_status (*run)(struct engine *, const struct options *, struct diag_sink *);
		bool needs_engine;
	} commands[COMMAND_COUNT] = {
#define COMMAND(symbol, function, engine, arguments, keys, least, most, en, zh) [COMMAND_##symbol] = {command_##function, engine},
#include "commands.def"
#undef COMMAND
	};
	struct options options;
	if (!options_parse(argc, argv, &options))
		return EXIT_USAGE;
	if (options.command == COMMAND_VERSION) {
		puts("gongwen " GONGWEN_VERSION);
		return EXIT_DONE;
	}
	struct diag_sink *sink = diag_open(options.language);
	diag_set_strict(sink, options.strict);
	bool needs_engine = commands[options.command].needs_engine;
	struct engine *engine = needs_engine ? engine_open(&options, sink) : NULL;
	enum exit_status verdict = EXIT_DONE;
	if (engine || !needs_engine)
		verdict = commands[options.command].run(engine, &options, sink);
	enum exit_status status = conclude(sink, &options);
	engine_close(engine);
	diag_close(sink);
	return (int)(status > verdict ? status : verdict);
}
