/* command: one file a command, what the rows of commands.def run. Each takes what the user asked for, reports to the sink, and gives EXIT_DONE
 * or its own verdict (`engine` is NULL for those whose row asks for none); the process ends with that or with what the worst message in the
 * sink calls for. */
#ifndef GONGWEN_COMMAND_H
#define GONGWEN_COMMAND_H

#include "options.h"
#include "pipeline.h"

#define COMMAND(symbol, function, needs, arguments, keys, least, most, en, zh, one_en, one_zh)                                   \
	enum exit_status command_##function(struct engine *engine, const struct options *options, struct diag_sink *sink);
#include "commands.def"
#undef COMMAND

/* ---- print.c: to standard output; false when that failed, which main() tells at the end ---- */

bool command_print_bytes(const char *data, size_t size);
bool command_print_text(const char *text);
bool command_print_xml(const xmlDoc *doc);

#endif
