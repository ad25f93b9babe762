/* compare: two finished PDFs → where they differ. */
#include "compare/compare.h"
#include "command/command.h"
#include "reader/reader.h"

enum exit_status command_compare(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	const char *path_a = options->inputs.values[0], *path_b = options->inputs.values[1];
	enum exit_status verdict = EXIT_DONE;
	struct arena *arena = arena_open();
	const struct reader_document *a = reader_open(path_a, arena, sink), *b = reader_open(path_b, arena, sink);
	(void)engine;
	if (a && b) {
		const struct compare_report *report = compare_run(a, b, options->allow_copy_mark, arena);
		command_print_text(compare_print(report, path_a, path_b, options->report, options->language, arena));
		verdict = report->differ ? EXIT_REFUSED : EXIT_DONE;
	}
	arena_close(arena);
	return verdict;
}
