/* options: the command line, from two tables (commands.def, options.def). Names, meanings and exit statuses are a contract with other programs. */
#ifndef GONGWEN_OPTIONS_H
#define GONGWEN_OPTIONS_H

#include "audit/audit.h"
#include "base/base.h"
#include "pdf/pdf.h"

enum command {
	COMMAND_NONE,
#define COMMAND(symbol, function, engine, arguments, keys, least, most, en, zh, one_en, one_zh) COMMAND_##symbol,
#include "commands.def"
#undef COMMAND
	COMMAND_VERSION,
	COMMAND_COUNT
};

enum exit_status { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

enum dump { DUMP_NONE, DUMP_MODEL, DUMP_PLAN, DUMP_FO, DUMP_TREE, DUMP_AREAS };

/* Values of a repeatable option, or inputs. */
struct option_list {
	unsigned count;
	const char **values; /* NULL-terminated; NULL when there is none */
};

/* What the user asked for; strings are those of argv. options_free() it. */
struct options {
	enum command command;
	bool help_support;    /* of help: print what of XSL-FO is supported */
	enum command help_on; /* of help: the command, or COMMAND_NONE for all */
	struct option_list inputs;
	const char *output; /* -o, or NULL */
	struct option_list kinds, departments, font_dirs, resource_dirs;
	const char *templates; /* or NULL: beside the program or installed */
	unsigned workers;      /* -j; 0: not given */
	enum dump dump;
	enum pdf_profile profile;
	enum diag_format format;           /* of messages */
	enum diag_format report;           /* of the result of audit, compare and why */
	enum audit_format document_format; /* of audit; AUDIT_FORMAT_COUNT: not given */
	bool allow_copy_mark;              /* of compare */
	enum diag_language language;
	bool keep_going; /* of build: errors refuse only the documents they touch */
	bool strict, quiet, verbose;
	bool help; /* --help: command is COMMAND_HELP then, help_on the command that was named */
};

/* false after a message on stderr (then: EXIT_USAGE). options_free() in either case. */
bool options_parse(int argc, char **argv, struct options *options);
void options_free(struct options *options);

/* Is it one of these, or is nothing in particular asked for? value may be NULL. */
bool option_list_allows(const struct option_list *list, const char *value);

/* The least that is printed of what there is to say. */
enum diag_severity options_least(const struct options *options);

#endif
