/* check: every input is loaded and checked; what is wrong is in the sink. */
#include "command/command.h"

enum exit_status command_check(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	for (unsigned i = 0; i < options->inputs.count; i++) {
		struct year year;
		year_open(&year, engine, options, options->inputs.values[i], sink);
		year_check_pictures(&year, sink);
		year_close(&year);
	}
	return EXIT_DONE;
}
