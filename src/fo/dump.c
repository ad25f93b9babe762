/* dump: the tree as text: one line a node, with the properties that differ from what it would have had without its attributes. */
#include <string.h>

#include "fo/fo_int.h"

static void dump_length(GString *out, struct fo_length length)
{
	if (length.keyword) {
		g_string_append(out, fo_keyword_name(length.keyword));
		return;
	}
	g_string_append_printf(out, "%.3fpt", len_to_pt(length.fixed));
	if (length.percent)
		g_string_append_printf(out, "%+.3f%%", length.percent / 1000.0);
	for (const struct fo_larger *larger = length.larger; larger; larger = larger->next) {
		g_string_append_printf(out, "%+.3f×max(", (double)larger->times / FO_NANO);
		dump_length(out, larger->first);
		g_string_append_c(out, ',');
		dump_length(out, larger->second);
		g_string_append_c(out, ')');
	}
	if (length.proportion)
		g_string_append_printf(out, "×%.3f", length.proportion / 1000.0);
}

static void dump_three(GString *out, struct fo_length minimum, struct fo_length optimum, struct fo_length maximum)
{
	dump_length(out, optimum);
	if (memcmp(&minimum, &optimum, sizeof minimum) != 0 || memcmp(&maximum, &optimum, sizeof maximum) != 0) {
		g_string_append_c(out, '[');
		dump_length(out, minimum);
		g_string_append_c(out, ',');
		dump_length(out, maximum);
		g_string_append_c(out, ']');
	}
}

static void dump_strength(GString *out, int32_t strength)
{
	if (strength == FO_KEEP_ALWAYS)
		g_string_append(out, "always");
	else if (strength == FO_KEEP_AUTO)
		g_string_append(out, "auto");
	else
		g_string_append_printf(out, "%d", strength - FO_KEEP_OF(0));
}

/* ---- a field's text by its row's type ---- */

static void dump_len(GString *out, const struct fo_row *row, const void *field)
{
	(void)row;
	g_string_append_printf(out, "%.3fpt", len_to_pt(*(const len *)field));
}

static void dump_length_percent(GString *out, const struct fo_row *row, const void *field)
{
	(void)row;
	dump_length(out, *(const struct fo_length *)field);
}

static void dump_range(GString *out, const struct fo_row *row, const void *field)
{
	const struct fo_range *range = field;
	(void)row;
	dump_three(out, range->minimum, range->optimum, range->maximum);
}

static void dump_space(GString *out, const struct fo_row *row, const void *field)
{
	const struct fo_space *space = field;
	(void)row;
	dump_three(out, space->minimum, space->optimum, space->maximum);
	g_string_append(out, space->retain ? " retain" : "");
}

static void dump_edge(GString *out, const struct fo_row *row, const void *field)
{
	const struct fo_edge *edge = field;
	(void)row;
	dump_length(out, edge->length);
	g_string_append(out, edge->retain ? " retain" : "");
}

static void dump_keep(GString *out, const struct fo_row *row, const void *field)
{
	const struct fo_keep *keep = field;
	(void)row;
	dump_strength(out, keep->line);
	g_string_append_c(out, '/');
	dump_strength(out, keep->column);
	g_string_append_c(out, '/');
	dump_strength(out, keep->page);
}

static void dump_color(GString *out, const struct fo_row *row, const void *field)
{
	(void)row;
	g_string_append_printf(out, "#%08x", *(const fo_color *)field);
}

static void dump_keyword(GString *out, const struct fo_row *row, const void *field)
{
	(void)row;
	g_string_append(out, fo_keyword_name(*(const enum fo_keyword *)field));
}

/* A set: bit i is the row's word i; none is the first. */
static void dump_keywords(GString *out, const struct fo_row *row, const void *field)
{
	uint32_t set = *(const uint32_t *)field;
	char **names = g_strsplit(row->keywords, " ", -1);
	for (unsigned i = 0, said = 0; names[i]; i++)
		if (set & 1u << i || (set == 0 && i == 0))
			g_string_append_printf(out, "%s%s", said++ ? " " : "", names[i]);
	g_strfreev(names);
}

static void dump_integer(GString *out, const struct fo_row *row, const void *field)
{
	int32_t value = *(const int32_t *)field;
	if (value < 0 && row->keywords[0])
		g_string_append(out, fo_keyword_name((enum fo_keyword)(-value)));
	else
		g_string_append_printf(out, "%d", value);
}

static void dump_string(GString *out, const struct fo_row *row, const void *field)
{
	const char *text = *(const char *const *)field;
	(void)row;
	g_string_append(out, text ? text : "none");
}

static void dump_families(GString *out, const struct fo_row *row, const void *field)
{
	const struct fo_families *families = *(const struct fo_families *const *)field;
	(void)row;
	for (unsigned i = 0; families && i < families->count; i++)
		g_string_append_printf(out, "%s%s", i ? "," : "", families->name[i]);
}

static void (*const dump_value[])(GString *out, const struct fo_row *row, const void *field) = {
	[FO_T_LENGTH] = dump_len,
	[FO_T_LENGTH_PERCENT] = dump_length_percent,
	[FO_T_LINE_HEIGHT] = dump_length_percent,
	[FO_T_RANGE] = dump_range,
	[FO_T_SPACE] = dump_space,
	[FO_T_EDGE] = dump_edge,
	[FO_T_KEEP] = dump_keep,
	[FO_T_COLOR] = dump_color,
	[FO_T_KEYWORD] = dump_keyword,
	[FO_T_KEYWORDS] = dump_keywords,
	[FO_T_INTEGER] = dump_integer,
	[FO_T_STRING] = dump_string,
	[FO_T_CHARACTER] = dump_string,
	[FO_T_FAMILIES] = dump_families,
};

static void dump_style(GString *out, const struct fo_node *node, const struct fo_style *initial)
{
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++) {
		const struct fo_row *row = &fo_rows[i];
		const struct fo_style *base = row->inherited && node->parent ? node->parent->style : initial;
		const char *field = (const char *)node->style + row->offset;
		const char *other = (const char *)base + row->offset;
		if (row->type == FO_T_STRING || row->type == FO_T_CHARACTER
				? g_strcmp0(*(const char *const *)(const void *)field, *(const char *const *)(const void *)other) == 0
				: memcmp(field, other, row->size) == 0)
			continue;
		g_string_append_printf(out, " %s=", row->name);
		dump_value[row->type](out, row, field);
	}
}

static void dump_node(GString *out, const struct fo_node *node, const struct fo_style *initial, int depth)
{
	g_string_append_printf(out, "%*s", depth * 2, "");
	if (node->kind == FO_TEXT) {
		g_string_append_printf(out, "\"%.*s\"\n", (int)node->text_size, node->text);
		return;
	}
	g_string_append(out, fo_kind_name(node->kind));
	if (node->id)
		g_string_append_printf(out, " id=%s", node->id);
	if (node->place.file)
		g_string_append_printf(out, " @%s:%d:%d", node->place.file, node->place.line, node->place.col);
	dump_style(out, node, initial);
	g_string_append_c(out, '\n');
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		dump_node(out, child, initial, depth + 1);
}

char *fo_dump(const struct fo_tree *tree)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	struct fo_builder builder = {.arena = arena,
								 .sink = sink,
								 .strings = g_hash_table_new(g_str_hash, g_str_equal),
								 .families = g_hash_table_new(g_str_hash, g_str_equal),
								 .said = g_hash_table_new(NULL, NULL)};
	fo_style_initial(&builder);
	fo_style_finish(&(struct fo_styling){.builder = &builder, .style = &builder.initial, .inherited = &builder.initial});
	GString *out = g_string_new("");
	dump_node(out, tree->root, &builder.initial, 0);
	g_hash_table_destroy(builder.strings);
	g_hash_table_destroy(builder.families);
	g_hash_table_destroy(builder.said);
	diag_close(sink);
	arena_close(arena);
	return g_string_free(out, FALSE);
}
