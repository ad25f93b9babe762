/* options: argv → struct options. Takes the tables commands.def and options.def; gives what the user asked for, or a complaint. */
#include "options.h"

#include <getopt.h>
#include <glib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "usage.h"

const struct command_row command_rows[COMMAND_COUNT] = {
#define COMMAND(symbol, function, engine, arguments, keys, least, most, en, zh, one_en, one_zh)                                  \
	[COMMAND_##symbol] = {#function, arguments, keys, least, most, en, zh, one_en, one_zh},
#include "commands.def"
#undef COMMAND
};

/* ---- what options.def calls types: the value into its field; false when it is none ---- */

static bool set_flag(void *field, const char *value)
{
	(void)value;
	return *(bool *)field = true;
}

static bool set_text(void *field, const char *value)
{
	*(const char **)field = value;
	return true;
}

static bool set_list(void *field, const char *value)
{
	struct option_list *list = field;
	list->values = g_renew(const char *, list->values, list->count + 2);
	list->values[list->count++] = value;
	list->values[list->count] = NULL;
	return true;
}

static bool set_workers(void *field, const char *value)
{
	char *end;
	unsigned long number = strtoul(value, &end, 10);
	if (!g_ascii_isdigit(*value) || *end || number < 1 || number > 256)
		return false;
	*(unsigned *)field = (unsigned)number;
	return true;
}

static bool set_notation(void *field, const char *value)
{
	bool json = strcmp(value, "json") == 0;
	*(enum diag_format *)field = json ? DIAG_JSON : DIAG_TEXT;
	return json || strcmp(value, "text") == 0;
}

static bool set_language(void *field, const char *value)
{
	bool zh = strcmp(value, "zh") == 0;
	*(enum diag_language *)field = zh ? DIAG_CHINESE : DIAG_ENGLISH;
	return zh || strcmp(value, "en") == 0;
}

static bool set_copy_mark(void *field, const char *value)
{
	return *(bool *)field = strcmp(value, "copy-mark") == 0;
}

static bool set_document_format(void *field, const char *value)
{
	unsigned format = 0;
	while (format < AUDIT_FORMAT_COUNT && strcmp(value, audit_formats[format]) != 0)
		format++;
	*(enum audit_format *)field = format;
	return format < AUDIT_FORMAT_COUNT;
}

static bool set_stage(void *field, const char *value)
{
	static const char *const names[] = {
		[DUMP_MODEL] = "model", [DUMP_PLAN] = "plan", [DUMP_FO] = "fo", [DUMP_TREE] = "tree", [DUMP_AREAS] = "areas"};
	enum dump dump = DUMP_MODEL;
	while (dump <= DUMP_AREAS && strcmp(value, names[dump]) != 0)
		dump++;
	*(enum dump *)field = dump;
	return dump <= DUMP_AREAS;
}

static bool set_fo_stage(void *field, const char *value)
{
	return set_stage(field, value) && *(enum dump *)field >= DUMP_TREE;
}

static bool set_profile(void *field, const char *value)
{
	enum pdf_profile profile = pdf_profile_find(value);
	*(enum pdf_profile *)field = profile;
	return profile < PDF_PROFILE_COUNT;
}

const struct option_row option_rows[] = {
#define OPTION(key, letter, name, argument, type, field, en, zh)                                                                 \
	{key, letter, name, argument, set_##type, offsetof(struct options, field), en, zh},
#include "options.def"
#undef OPTION
};
const size_t option_row_count = sizeof option_rows / sizeof option_rows[0];

bool command_takes(const struct command_row *command, const struct option_row *option)
{
	return strchr("lqvh", option->key) || (command->options && strchr(command->options, option->key));
}

/* ---- argv ---- */

static enum diag_language language_of_locale(void)
{
	const char *names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < 3; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strncmp(value, "zh", 2) == 0 ? DIAG_CHINESE : DIAG_ENGLISH;
	}
	return DIAG_ENGLISH;
}

/* The language of complaints about the command line itself, wherever --lang stands in it. */
static enum diag_language language_of(int argc, char **argv)
{
	enum diag_language language = language_of_locale(), given;
	for (int i = 1; i < argc; i++) {
		const char *value = g_str_has_prefix(argv[i], "--lang=") ? argv[i] + 7
							: strcmp(argv[i], "--lang") == 0     ? argv[i + 1]
																 : NULL;
		if (value && set_language(&given, value))
			language = given;
	}
	return language;
}

static enum command command_find(const char *name)
{
	for (unsigned i = COMMAND_NONE; i < COMMAND_COUNT; i++)
		if (command_rows[i].name && strcmp(command_rows[i].name, name) == 0)
			return (enum command)i;
	return COMMAND_NONE;
}

/* Two options may share a name (--format): the one that goes with the command is meant. */
static bool is_hidden(const struct option_row *row, const struct command_row *command)
{
	for (size_t i = 0; i < option_row_count && !command_takes(command, row); i++)
		if (&option_rows[i] != row && strcmp(option_rows[i].name, row->name) == 0 && command_takes(command, &option_rows[i]))
			return true;
	return false;
}

/* getopt gives a letter for a short form, and this + the row for a long one. */
enum { LONG_FORM = 256 };

static void fill_getopt(struct option *longs, char *shorts, const struct command_row *command)
{
	*shorts++ = ':';
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		if (is_hidden(row, command))
			continue;
		*longs++ = (struct option){row->name, row->argument ? required_argument : no_argument, NULL, LONG_FORM + (int)i};
		if (row->letter) {
			*shorts++ = row->letter;
			if (row->argument)
				*shorts++ = ':';
		}
	}
	*shorts = '\0';
}

static const struct option_row *row_of(int got, const struct command_row *command)
{
	if (got >= LONG_FORM)
		return &option_rows[got - LONG_FORM];
	const struct option_row *row = option_rows;
	while (row->letter != got || is_hidden(row, command))
		row++;
	return row;
}

static bool set_option(struct options *options, const struct option_row *row)
{
	if (!command_takes(&command_rows[options->command], row))
		return usage_complain(options, USAGE_NOT_HERE, NULL, row);
	if (row->argument && !*optarg)
		return usage_complain(options, USAGE_NO_VALUE, NULL, row);
	return row->set((char *)options + row->field, optarg) || usage_complain(options, USAGE_BAD_VALUE, optarg, row);
}

static bool parse_options(int argc, char **argv, struct options *options)
{
	const struct command_row *command = &command_rows[options->command];
	struct option *longs = g_new0(struct option, option_row_count + 1);
	char *shorts = g_malloc(2 * option_row_count + 2);
	bool good = true;
	fill_getopt(longs, shorts, command);
	opterr = 0;
	for (int got; good && (got = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		if (got == '?')
			good = usage_complain(options, USAGE_UNKNOWN_OPTION, argv[optind - 1], NULL);
		else if (got == ':')
			good = usage_complain(options, USAGE_NO_VALUE, NULL, row_of(optopt, command));
		else
			good = set_option(options, row_of(got, command));
	}
	while (optind < argc)
		set_list(&options->inputs, argv[optind++]);
	g_free(longs);
	g_free(shorts);
	return good;
}

static bool find_help(struct options *options)
{
	const char *about = options->inputs.count ? options->inputs.values[0] : NULL;
	options->help_on = about ? command_find(about) : COMMAND_NONE;
	options->help_support = about && strcmp(about, "support") == 0;
	return !about || options->help_support || options->help_on != COMMAND_NONE ||
		   usage_complain(options, USAGE_UNKNOWN_COMMAND, about, NULL);
}

static bool check_inputs(struct options *options)
{
	const struct command_row *row = &command_rows[options->command];
	if (options->help && options->command != COMMAND_HELP) {
		options->help_on = options->command;
		options->command = COMMAND_HELP;
		return true;
	}
	if (options->inputs.count < row->min_inputs)
		return usage_complain(options, USAGE_NO_INPUT, NULL, NULL);
	if (options->inputs.count > row->max_inputs)
		return usage_complain(options, USAGE_ONE_TOO_MANY, options->inputs.values[row->max_inputs], NULL);
	return options->command != COMMAND_HELP || find_help(options);
}

bool options_parse(int argc, char **argv, struct options *options)
{
	*options = (struct options){.language = language_of(argc, argv), .document_format = AUDIT_FORMAT_COUNT};
	if (argc < 2)
		return usage_complain(options, USAGE_NO_COMMAND, NULL, NULL);
	const char *name = argv[1];
	if (strcmp(name, "--version") == 0) {
		options->command = COMMAND_VERSION;
		return true;
	}
	options->command = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ? COMMAND_HELP : command_find(name);
	if (options->command == COMMAND_NONE)
		return usage_complain(options, USAGE_UNKNOWN_COMMAND, name, NULL);
	return parse_options(argc - 1, argv + 1, options) && check_inputs(options);
}

void options_free(struct options *options)
{
	g_free(options->inputs.values);
	g_free(options->kinds.values);
	g_free(options->departments.values);
	g_free(options->font_dirs.values);
	g_free(options->resource_dirs.values);
}

enum diag_severity options_least(const struct options *options)
{
	return options->quiet ? DIAG_ERROR : options->verbose ? DIAG_NOTE : DIAG_WARNING;
}

bool option_list_allows(const struct option_list *list, const char *value)
{
	for (unsigned i = 0; value && i < list->count; i++)
		if (strcmp(list->values[i], value) == 0)
			return true;
	return list->count == 0;
}
