/* print: the report as a table whose columns stand under one another, or as JSON. */
#include "audit/audit_int.h"

static const char *const verdict_names[][2] = {
	[AUDIT_PASS] = {"pass", "合格"},
	[AUDIT_FAIL] = {"FAIL", "不合格"},
	[AUDIT_NOT_FOUND] = {"not found", "未找到"},
	[AUDIT_NOT_APPLICABLE] = {"not applicable", "不适用"},
};

static const char *const verdict_keys[] = {"pass", "fail", "not-found", "not-applicable"};

/* Columns on a terminal: a wide character takes two. */
static int columns(const char *text)
{
	int count = 0;
	for (const char *at = text; *at; at = g_utf8_next_char(at))
		count += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
	return count;
}

static void add_cell(GString *out, const char *text, int width)
{
	g_string_append(out, text);
	for (int i = columns(text); i < width; i++)
		g_string_append_c(out, ' ');
	g_string_append(out, "  ");
}

struct widths {
	int clause, what, required, measured;
};

static int wider(int width, const char *text)
{
	return MAX(width, columns(text));
}

static const char *with_page(const struct audit_row *row, struct arena *arena)
{
	return row->page ? arena_printf(arena, "%s (p. %u)", row->measured, row->page) : row->measured;
}

static const char *clause_text(const struct audit_row *row, struct arena *arena)
{
	return arena_printf(arena, "%s%s%s", row->number, *row->clause ? " " : "", row->clause);
}

static void add_row(GString *out, const char *const *cells, const struct widths *widths)
{
	const int each[] = {widths->clause, widths->what, widths->required, widths->measured};
	for (int i = 0; i < 4; i++)
		add_cell(out, cells[i], each[i]);
	g_string_append_printf(out, "%s\n", cells[4]);
}

static void add_table(GString *out, const struct audit_report *report, bool zh, struct arena *arena)
{
	static const char *const heads[][5] = {{"clause", "requirement", "required", "measured", "verdict"},
										   {"条款", "要求", "应为", "实测", "结论"}};
	struct widths widths = {columns(heads[zh][0]), columns(heads[zh][1]), columns(heads[zh][2]), columns(heads[zh][3])};
	for (unsigned i = 0; i < report->count; i++) {
		const struct audit_row *row = &report->rows[i];
		widths.clause = wider(widths.clause, clause_text(row, arena));
		widths.what = wider(widths.what, row->what);
		widths.required = wider(widths.required, row->required);
		widths.measured = MIN(48, wider(widths.measured, with_page(row, arena)));
	}
	add_row(out, heads[zh], &widths);
	for (unsigned i = 0; i < report->count; i++) {
		const struct audit_row *row = &report->rows[i];
		const char *cells[] = {clause_text(row, arena), row->what, row->required, with_page(row, arena),
							   verdict_names[row->verdict][zh]};
		add_row(out, cells, &widths);
	}
}

static const char *print_table(const struct audit_report *report, const char *file, bool zh, struct arena *arena)
{
	GString *out = g_string_new(NULL);
	const char *guessed = !report->guessed ? "" : zh ? "，由首页判断" : " (as page 1 looks)";
	g_string_append_printf(out, zh ? "%s：按 GB/T 9704—2012 检查（%s%s）\n\n" : "%s: GB/T 9704—2012, %s%s\n\n", file,
						   audit_formats[report->format], guessed);
	add_table(out, report, zh, arena);
	g_string_append_printf(
		out, zh ? "\n合格 %u，不合格 %u，未找到 %u，不适用 %u\n" : "\n%u pass, %u fail, %u not found, %u not applicable\n",
		report->verdicts[AUDIT_PASS], report->verdicts[AUDIT_FAIL], report->verdicts[AUDIT_NOT_FOUND],
		report->verdicts[AUDIT_NOT_APPLICABLE]);
	const char *text = arena_string(arena, out->str);
	g_string_free(out, TRUE);
	return text;
}

/* ---- JSON ---- */

static void add_json_row(GString *out, const struct audit_row *row)
{
	g_string_append(out, "    {");
	json_append_member(out, "requirement", row->number);
	g_string_append(out, ", ");
	json_append_member(out, "clause", row->clause);
	g_string_append(out, ", ");
	json_append_member(out, "what", row->what);
	g_string_append(out, ", ");
	json_append_member(out, "required", row->required);
	g_string_append(out, ", ");
	json_append_member(out, "measured", row->measured);
	g_string_append_printf(out, ", \"page\": %u, ", row->page);
	json_append_member(out, "verdict", verdict_keys[row->verdict]);
	g_string_append_c(out, '}');
}

static const char *print_json(const struct audit_report *report, const char *file, struct arena *arena)
{
	GString *out = g_string_new("{\n  ");
	json_append_member(out, "file", file);
	g_string_append(out, ",\n  ");
	json_append_member(out, "format", audit_formats[report->format]);
	g_string_append(out, report->guessed ? ",\n  \"guessed\": true" : "");
	for (unsigned i = 0; i <= AUDIT_NOT_APPLICABLE; i++)
		g_string_append_printf(out, ",\n  \"%s\": %u", verdict_keys[i], report->verdicts[i]);
	g_string_append(out, ",\n  \"rows\": [\n");
	for (unsigned i = 0; i < report->count; i++) {
		add_json_row(out, &report->rows[i]);
		g_string_append(out, i + 1 < report->count ? ",\n" : "\n");
	}
	g_string_append(out, "  ]\n}");
	const char *text = arena_string(arena, out->str);
	g_string_free(out, TRUE);
	return text;
}

const char *audit_print(const struct audit_report *report, const char *file, enum diag_format how, enum diag_language language,
						struct arena *arena)
{
	return how == DIAG_JSON ? print_json(report, file, arena) : print_table(report, file, language == DIAG_CHINESE, arena);
}
