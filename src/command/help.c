/* help: the commands and their options; what of XSL-FO is supported. */
#include <stdio.h>
#include <stdlib.h>

#include "command/command.h"
#include "fo/fo.h"
#include "usage.h"

enum exit_status command_help(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	(void)engine, (void)sink;
	if (!options->help_support) {
		usage_print_help(options->help_on, options->language);
		return EXIT_DONE;
	}
	char *page = fo_support_page();
	fputs(page, stdout);
	free(page);
	return EXIT_DONE;
}
