/* usage: the commands and options as a user reads them, and what is wrong with a command line. */
#ifndef GONGWEN_USAGE_H
#define GONGWEN_USAGE_H

#include "options.h"

struct command_row {
	const char *name, *arguments, *options; /* options: keys of option rows that go with it, besides those that go with all */
	unsigned min_inputs, max_inputs;
	const char *en, *zh;
	const char *one_en, *one_zh; /* what exit status 1 says */
};

struct option_row {
	char key, letter;                            /* letter: of the short form, or 0 */
	const char *name, *argument;                 /* argument: NULL for none */
	bool (*set)(void *field, const char *value); /* false when that is no value of it */
	size_t field;                                /* offset in struct options */
	const char *en, *zh;
};

enum usage {
#define USAGE(symbol, en, zh) USAGE_##symbol,
#include "usage.def"
#undef USAGE
	USAGE_COUNT
};

extern const struct command_row command_rows[COMMAND_COUNT]; /* a row without name is no command */
extern const struct option_row option_rows[];
extern const size_t option_row_count;

bool command_takes(const struct command_row *command, const struct option_row *option);

/* To stderr, in the language of the options; detail: the word that it is about, or NULL; row: the option, or NULL. Always false. */
bool usage_complain(const struct options *options, enum usage what, const char *detail, const struct option_row *row);
/* To stdout: one command and its options, or COMMAND_NONE for all commands. */
void usage_print_help(enum command command, enum diag_language language);

#endif
