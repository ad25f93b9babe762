/* options: argv → struct options. Takes the two tables below; gives what the user asked for, or a complaint. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct command_row {
	const char *name, *arguments, *en, *zh;
	const char *options; /* the letters of the option table that apply, besides the common ones */
	unsigned min_inputs, max_inputs;
};

static const struct command_row commands[COMMAND_COUNT] = {
#define COMMAND(symbol, function, engine, arguments, keys, least, most, en, zh)                                                  \
	[COMMAND_##symbol] = {#function, arguments, en, zh, keys, least, most},
#include "commands.def"
#undef COMMAND
};

struct option_row {
	char letter; /* key in commands[].options; an option letter only where `is_short` */
	bool is_short;
	const char *name, *argument, *en, *zh;
};

#define COMMON "FRlqv"

static const struct option_row option_rows[] = {
	{'o', true, "output", "PATH", "folder (build) or file (fo) to write", "输出目录（build）或文件（fo）"},
	{'k', false, "kind", "K", "only this kind of document (repeatable)", "只做这种文书（可重复）"},
	{'d', false, "department", "ID", "only this department (repeatable)", "只做这个部门（可重复）"},
	{'j', true, "jobs", "N", "worker processes; the result is the same for every N", "工作进程数；结果与之无关"},
	{'K', false, "keep-going", NULL, "make what no error touches; still exit 1", "照样生成错误未涉及的文书；退出状态仍为1"},
	{'S', false, "strict", NULL, "warnings refuse the input too", "有警告也拒绝"},
	{'f', false, "format", "text|json", "how messages are printed", "消息的格式"},
	{'a', false, "format", "KIND", "what the document is: document letter order minutes brief (audit)",
	 "公文格式：document letter order minutes brief（audit）"},
	{'r', false, "report", "text|json", "how the result is printed (audit, compare, why)", "结果的格式（audit、compare、why）"},
	{'w', false, "allow", "copy-mark", "copies may differ in copy mark and holder (compare)", "允许份别和持有人不同（compare）"},
	{'D', false, "dump", "STAGE", "print a stage's result: model plan fo tree areas", "打印某一阶段的结果"},
	{'P', false, "pdf-profile", "P", "what the PDF claims to be: a2a+ua1 (default) a2b a3a none",
	 "PDF 的规格：a2a+ua1（默认）a2b a3a none"},
	{'t', false, "templates", "DIR", "another template set", "另一套模板"},
	{'F', false, "font-dir", "DIR", "look for fonts here first (repeatable)", "优先使用的字体目录（可重复）"},
	{'R', false, "resource-dir", "DIR", "includes and pictures are read here too (repeatable)", "也从该目录读取所引文件与图片（可重复）"},
	{'l', false, "lang", "zh|en", "language of messages", "消息的语言"},
	{'q', true, "quiet", NULL, "errors only", "只显示错误"},
	{'v', true, "verbose", NULL, "notes too", "也显示说明"},
};
#define OPTION_ROWS (sizeof option_rows / sizeof option_rows[0])

static const char *const dump_names[] = {"", "model", "plan", "fo", "tree", "areas"};

static bool usage(const char *what, const char *detail)
{
	fprintf(stderr, "gongwen: %s%s%s\ngongwen: see 'gongwen help'\n", what, detail ? ": " : "", detail ? detail : "");
	return false;
}

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

static bool list_add(struct option_list *list, const char *value)
{
	if (list->count == OPTION_LIST_MAX)
		return usage("too many values", value);
	list->values[list->count++] = value;
	return true;
}

static bool set_workers(struct options *options, const char *value)
{
	char *end;
	unsigned long number = strtoul(value, &end, 10);
	if (*value < '0' || *value > '9' || *end || number < 1 || number > 256)
		return usage("-j takes a number from 1 to 256", value);
	options->workers = (unsigned)number;
	return true;
}

static bool set_dump(struct options *options, const char *value)
{
	unsigned first = options->command == COMMAND_FO ? DUMP_TREE : DUMP_MODEL;
	for (unsigned i = first; i <= DUMP_AREAS; i++)
		if (strcmp(value, dump_names[i]) == 0) {
			options->dump = (enum dump)i;
			return true;
		}
	return usage("no such stage to dump", value);
}

/* One of two words: *second tells which. */
static bool choose(const char *value, const char *first_word, const char *second_word, bool *second)
{
	*second = strcmp(value, second_word) == 0;
	return *second || strcmp(value, first_word) == 0 || usage("no such choice", value);
}

static bool set_document_format(struct options *options, const char *value)
{
	for (unsigned i = 0; i < AUDIT_FORMAT_COUNT; i++)
		if (strcmp(value, audit_formats[i]) == 0) {
			options->document_format = (int)i;
			return true;
		}
	return usage("no such format of documents", value);
}

static bool set_option(struct options *options, char letter, const char *value)
{
	bool second = false;
	switch (letter) {
	case 'o':
		options->output = value;
		return true;
	case 'k':
		return list_add(&options->kinds, value);
	case 'd':
		return list_add(&options->departments, value);
	case 'j':
		return set_workers(options, value);
	case 'K':
		return options->keep_going = true;
	case 'S':
		return options->strict = true;
	case 'f':
		if (!choose(value, "text", "json", &second))
			return false;
		options->format = second ? DIAG_JSON : DIAG_TEXT;
		return true;
	case 'a':
		return set_document_format(options, value);
	case 'r':
		if (!choose(value, "text", "json", &second))
			return false;
		options->report = second ? DIAG_JSON : DIAG_TEXT;
		return true;
	case 'w':
		return strcmp(value, "copy-mark") == 0 ? (options->allow_copy_mark = true) : usage("no such choice", value);
	case 'D':
		return set_dump(options, value);
	case 'P':
		options->profile = pdf_profile_find(value);
		return options->profile < PDF_PROFILE_COUNT || usage("no such PDF profile", value);
	case 't':
		options->templates = value;
		return true;
	case 'F':
		return list_add(&options->font_dirs, value);
	case 'R':
		return list_add(&options->resource_dirs, value);
	case 'l':
		if (!choose(value, "en", "zh", &second))
			return false;
		options->language = second ? DIAG_CHINESE : DIAG_ENGLISH;
		return true;
	case 'q':
		return options->quiet = true;
	default:
		return options->verbose = true;
	}
}

static enum command command_find(const char *name)
{
	for (unsigned i = COMMAND_BUILD; i < COMMAND_COUNT; i++)
		if (commands[i].name && strcmp(commands[i].name, name) == 0)
			return (enum command)i;
	return COMMAND_NONE;
}

/* Two options may share a name (--format): the one that goes with the command is meant. */
static bool is_hidden(const struct option_row *row, const char *allowed)
{
	if (strchr(allowed, row->letter))
		return false;
	for (size_t i = 0; i < OPTION_ROWS; i++)
		if (&option_rows[i] != row && strcmp(option_rows[i].name, row->name) == 0 && strchr(allowed, option_rows[i].letter))
			return true;
	return false;
}

/* getopt's two forms of the option table. */
static void fill_getopt(struct option *longs, char *shorts, const char *allowed)
{
	*shorts++ = ':';
	for (size_t i = 0; i < OPTION_ROWS; i++) {
		const struct option_row *row = &option_rows[i];
		if (is_hidden(row, allowed))
			continue;
		*longs++ = (struct option){row->name, row->argument ? required_argument : no_argument, NULL, row->letter};
		if (row->is_short) {
			*shorts++ = row->letter;
			if (row->argument)
				*shorts++ = ':';
		}
	}
	*shorts = '\0';
}

static bool parse_options(int argc, char **argv, struct options *options)
{
	struct option longs[OPTION_ROWS + 1] = {0};
	char shorts[2 * OPTION_ROWS + 2];
	const char *allowed = commands[options->command].options;
	fill_getopt(longs, shorts, allowed);
	opterr = 0;
	for (int letter; (letter = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		if (letter == '?')
			return usage("no such option", argv[optind - 1]);
		if (letter == ':')
			return usage("the option needs a value", argv[optind - 1]);
		if (!strchr(allowed, letter) && !strchr(COMMON, letter))
			return usage("the option does not go with this command", argv[optind - 1]);
		if (!set_option(options, (char)letter, optarg))
			return false;
	}
	while (optind < argc)
		if (!list_add(&options->inputs, argv[optind++]))
			return false;
	return true;
}

bool options_parse(int argc, char **argv, struct options *options)
{
	*options = (struct options){.language = language_of_locale(), .document_format = -1};
	if (argc < 2)
		return usage("a command is missing", NULL);
	const char *name = argv[1];
	if (strcmp(name, "--version") == 0) {
		options->command = COMMAND_VERSION;
		return true;
	}
	options->command = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ? COMMAND_HELP : command_find(name);
	if (options->command == COMMAND_NONE)
		return usage("no such command", name);
	if (!parse_options(argc - 1, argv + 1, options))
		return false;
	const struct command_row *row = &commands[options->command];
	if (options->inputs.count < row->min_inputs)
		return usage("an input file is missing", NULL);
	if (options->inputs.count > row->max_inputs)
		return usage("one argument too many", options->inputs.values[row->max_inputs]);
	if (options->command == COMMAND_HELP && options->inputs.count == 1) {
		options->help_support = strcmp(options->inputs.values[0], "support") == 0;
		options->help_on = command_find(options->inputs.values[0]);
		if (options->help_on == COMMAND_NONE && !options->help_support)
			return usage("no such command", options->inputs.values[0]);
	}
	return true;
}

static void print_option(const struct option_row *row, bool zh)
{
	char left[64];
	snprintf(left, sizeof left, "%s%c%s --%s%s%s", row->is_short ? "-" : " ", row->is_short ? row->letter : ' ',
			 row->is_short ? "," : " ", row->name, row->argument ? " " : "", row->argument ? row->argument : "");
	printf("  %-28s %s\n", left, zh ? row->zh : row->en);
}

static void print_command(const struct command_row *row, bool zh)
{
	printf("  gongwen %-6s %-12s %s\n", row->name, row->arguments, zh ? row->zh : row->en);
}

void options_print_help(enum command command, enum diag_language language)
{
	bool zh = language == DIAG_CHINESE;
	for (unsigned i = COMMAND_BUILD; i < COMMAND_COUNT; i++)
		if (commands[i].name && (command == COMMAND_NONE || command == (enum command)i))
			print_command(&commands[i], zh);
	if (command == COMMAND_NONE)
		printf("  gongwen --version\n");
	for (size_t i = 0; i < OPTION_ROWS; i++) {
		char letter = option_rows[i].letter;
		if (command == COMMAND_NONE || strchr(commands[command].options, letter) || strchr(COMMON, letter))
			print_option(&option_rows[i], zh);
	}
	printf("%s\n", zh ? "退出状态：0 完成；1 输入被拒绝；2 用法错误；3 系统故障"
					  : "exit status: 0 done; 1 the input was refused; 2 usage; 3 the system failed");
}
