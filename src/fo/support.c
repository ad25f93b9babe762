/* support: docs/support.md from the tables, so that it cannot lie. */
#include "fo/fo_int.h"

char *fo_support_page(void)
{
	GString *out = g_string_new("# What gongwen supports of XSL 1.1\n\nMade from `src/fo/elements.def`, `src/fo/properties.def` "
								"and `src/fo/shorthands.def`.\n\n"
								"| formatting object | supported |\n| --- | --- |\n");
	for (unsigned i = FO_TEXT + 1; i < FO_KIND_COUNT; i++)
		g_string_append_printf(out, "| `%s` | %s |\n", fo_kind_name((enum fo_kind)i),
							   fo_elements[i].supported ? "yes" : "no, said by name");
	g_string_append(out, "\n| property | inherited | initial | keywords | supported |\n| --- | --- | --- | --- | --- |\n");
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++)
		g_string_append_printf(out, "| `%s` | %s | %s | %s | %s |\n", fo_rows[i].name, fo_rows[i].inherited ? "yes" : "no",
							   fo_rows[i].initial, fo_rows[i].keywords, fo_rows[i].supported ? "yes" : "no, said by name");
	g_string_append(out, "\n| shorthand or absolute property | of |\n| --- | --- |\n");
	for (const struct fo_shorthand *shorthand = fo_shorthands; shorthand->name; shorthand++)
		g_string_append_printf(out, "| `%s` | %s |\n", shorthand->name, shorthand->parts);
	g_string_append(out, "\nKnown and not supported, said by name:");
	for (const struct fo_known *known = fo_known; known->name; known++)
		if (fo_property_find(known->name) == FO_PROPERTY_COUNT)
			g_string_append_printf(out, "%s `%s`", known == fo_known ? "" : ",", known->name);
	g_string_append(out, ". And the values");
	for (const struct fo_known *value = fo_known_values; value->name; value++)
		g_string_append_printf(out, "%s `%s=\"%s\"`", value == fo_known_values ? "" : ",", value->name, value->initial);
	g_string_append(out, ".\n");
	return g_string_free(out, FALSE);
}
