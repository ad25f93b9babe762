/* print: the rows as lines for people, or as JSON. */
#include "compare/compare_int.h"

static const char *const kind_names[COMPARE_KIND_COUNT][2] = {
	[COMPARE_PAGES] = {"pages", "页面"},   [COMPARE_TEXT] = {"text", "文字"},       [COMPARE_MOVED] = {"moved", "位置"},
	[COMPARE_LOOK] = {"look", "字体字号"}, [COMPARE_GRAPHIC] = {"graphic", "图形"}, [COMPARE_LINK] = {"link", "链接"},
};
static const char *const shape_names[][2] = {
	[READER_RULE] = {"rule", "线"}, [READER_FIGURE] = {"figure", "图样"}, [READER_PICTURE] = {"picture", "图片"}};

/* What one of the two has there, or how far it is moved; "" as `nothing`. */
static void add_words(GString *out, const struct compare_row *row, const char *words, const char *nothing, bool zh)
{
	if (row->kind == COMPARE_GRAPHIC && *words && *words != '+' && *words != '-')
		g_string_append_printf(out, "%s ", shape_names[row->shape][zh]);
	g_string_append(out, *words ? words : nothing);
}

static void add_row(GString *out, const struct compare_row *row, bool zh)
{
	if (row->page)
		g_string_append_printf(out, zh ? "第 %u 页" : "page %u", row->page);
	else
		g_string_append(out, zh ? "全文" : "document");
	g_string_append_printf(out, "  %s", kind_names[row->kind][zh]);
	if (row->kind != COMPARE_PAGES)
		g_string_append_printf(out, "  (%.2f, %.2f mm)", len_to_mm(row->x), len_to_mm(row->y));
	g_string_append(out, "  ");
	add_words(out, row, row->a, "∅", zh);
	g_string_append(out, " → ");
	add_words(out, row, row->b, "∅", zh);
	g_string_append(out, !row->allowed ? "\n" : zh ? "  （允许）\n" : "  (allowed)\n");
}

static const char *print_text(const struct compare_report *report, bool zh, struct arena *arena)
{
	GString *out = g_string_new(NULL);
	unsigned allowed = report->count - report->differ;
	for (unsigned i = 0; i < report->count; i++)
		add_row(out, &report->rows[i], zh);
	if (!report->count)
		g_string_append(out, zh ? "相同\n" : "same\n");
	else
		g_string_append_printf(out, zh ? "不同 %u 处，允许的不同 %u 处\n" : "differences: %u; allowed: %u\n", report->differ,
							   allowed);
	const char *text = arena_string(arena, out->str);
	g_string_free(out, TRUE);
	return text;
}

static void add_member(GString *out, const char *name, const struct compare_row *row, const char *text)
{
	GString *words = g_string_new(NULL);
	add_words(words, row, text, "", false);
	json_append_member(out, name, words->str);
	g_string_free(words, TRUE);
}

static const char *print_json(const struct compare_report *report, const char *file_a, const char *file_b, struct arena *arena)
{
	GString *out = g_string_new("{\n  ");
	json_append_member(out, "a", file_a);
	g_string_append(out, ",\n  ");
	json_append_member(out, "b", file_b);
	g_string_append_printf(out, ",\n  \"differences\": %u,\n  \"allowed\": %u,\n  \"rows\": [\n", report->differ,
						   report->count - report->differ);
	for (unsigned i = 0; i < report->count; i++) {
		const struct compare_row *row = &report->rows[i];
		g_string_append_printf(out, "    {\"page\": %u, ", row->page);
		json_append_member(out, "kind", kind_names[row->kind][0]);
		g_string_append_printf(out, ", \"x\": %.2f, \"y\": %.2f, ", len_to_mm(row->x), len_to_mm(row->y));
		add_member(out, "in-a", row, row->a);
		g_string_append(out, ", ");
		add_member(out, "in-b", row, row->b);
		g_string_append_printf(out, ", \"allowed\": %s}%s\n", row->allowed ? "true" : "false", i + 1 < report->count ? "," : "");
	}
	g_string_append(out, "  ]\n}\n");
	const char *text = arena_string(arena, out->str);
	g_string_free(out, TRUE);
	return text;
}

const char *compare_print(const struct compare_report *report, const char *file_a, const char *file_b, enum diag_format how,
						  enum diag_language language, struct arena *arena)
{
	return how == DIAG_JSON ? print_json(report, file_a, file_b, arena) : print_text(report, language == DIAG_CHINESE, arena);
}
