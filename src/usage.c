/* usage: see usage.h. */
#include "usage.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *en, *zh;
} complaints[USAGE_COUNT] = {
#define USAGE(symbol, en, zh) [USAGE_##symbol] = {en, zh},
#include "usage.def"
#undef USAGE
};

static void print_option(FILE *out, const struct option_row *row, bool zh)
{
	char left[64];
	snprintf(left, sizeof left, "%c%c%s --%s%s%s", row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
			 row->letter ? "," : " ", row->name, row->argument ? " " : "", row->argument ? row->argument : "");
	fprintf(out, "  %-26s %s\n", left, zh ? row->zh : row->en);
}

/* The command or option that was perhaps meant by a word that is none, or NULL. */
static const char *meant(const struct options *options, enum usage what, const char *word)
{
	bool option = what == USAGE_UNKNOWN_OPTION && g_str_has_prefix(word, "--");
	char *name = g_strndup(word + 2 * option, strcspn(word + 2 * option, "="));
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < option_row_count && option; i++)
		if (command_takes(&command_rows[options->command], &option_rows[i]))
			nearest_try(&nearest, option_rows[i].name);
	for (unsigned i = 0; i < COMMAND_COUNT && what == USAGE_UNKNOWN_COMMAND; i++)
		if (command_rows[i].name)
			nearest_try(&nearest, command_rows[i].name);
	g_free(name);
	return nearest.best;
}

/* The row of the option, or the name of what was perhaps meant: what helps on. */
static void print_hint(const struct options *options, enum usage what, const char *detail, const struct option_row *row)
{
	bool zh = options->language == DIAG_CHINESE;
	const char *best = detail ? meant(options, what, detail) : NULL;
	if (row && what != USAGE_NOT_HERE)
		print_option(stderr, row, zh);
	if (best)
		fprintf(stderr, zh ? "gongwen: 是否应为%s%s？\n" : "gongwen: did you mean %s%s?\n",
				what == USAGE_UNKNOWN_OPTION ? "--" : "", best);
}

bool usage_complain(const struct options *options, enum usage what, const char *detail, const struct option_row *row)
{
	bool zh = options->language == DIAG_CHINESE;
	const char *command = options->command == COMMAND_HELP ? NULL : command_rows[options->command].name;
	fprintf(stderr, "gongwen: %s", zh ? complaints[what].zh : complaints[what].en);
	if (detail || row)
		fprintf(stderr, "%s%s%s", zh ? "：" : ": ", detail ? "" : "--", detail ? detail : row->name);
	fputc('\n', stderr);
	print_hint(options, what, detail, row);
	fprintf(stderr, zh ? "gongwen: 用法见“gongwen help%s%s”\n" : "gongwen: see 'gongwen help%s%s'\n", command ? " " : "",
			command ? command : "");
	return false;
}

static void print_commands(bool zh)
{
	printf("%s\n", zh ? "用法：" : "usage:");
	for (unsigned i = COMMAND_NONE; i < COMMAND_COUNT; i++)
		if (command_rows[i].name)
			printf("  gongwen %-7s %-12s %s\n", command_rows[i].name, command_rows[i].arguments,
				   zh ? command_rows[i].zh : command_rows[i].en);
	printf("  gongwen %-20s %s\n", "--version", zh ? "显示版本" : "the version");
	printf("%s\n", zh ? "各命令的选项见“gongwen help 命令”，如 gongwen help build"
					  : "gongwen help COMMAND lists a command's options: gongwen help build");
}

static void print_one(const struct command_row *command, bool zh)
{
	printf("%sgongwen %s %s%s\n%s\n\n", zh ? "用法：" : "usage: ", command->name, command->arguments,
		   zh ? " [选项]..." : " [OPTION]...", zh ? command->zh : command->en);
	for (size_t i = 0; i < option_row_count; i++)
		if (command_takes(command, &option_rows[i]))
			print_option(stdout, &option_rows[i], zh);
	putchar('\n');
}

void usage_print_help(enum command command, enum diag_language language)
{
	bool zh = language == DIAG_CHINESE;
	const struct command_row *row = &command_rows[command == COMMAND_NONE ? COMMAND_BUILD : command];

	if (command == COMMAND_NONE)
		print_commands(zh);
	else
		print_one(row, zh);
	printf(zh ? "退出状态：0 完成；1 %s；2 用法错误；3 系统故障，或文件不能读取\n"
			  : "exit status: 0 done; 1 %s; 2 usage; 3 the system failed, or a file cannot be read\n",
		   zh            ? row->one_zh ? row->one_zh : "输入被拒绝"
		   : row->one_en ? row->one_en
						 : "the input was refused");
}
