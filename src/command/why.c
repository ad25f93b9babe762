/* why: how a department's total, rank, veto and award come about. The year's own why.xsl gives the sentences; here they are printed, as
 * text (place, sentence) or JSON. */
#include <glib.h>

#include "command/command.h"
#include "xml/xml.h"

/* "" when it has none. */
static const char *given(const char *text)
{
	return text ? text : "";
}

static void put_text(GString *out, struct arena *arena, const xmlNode *fact, const char *language)
{
	const char *place = given(xml_attribute(arena, fact, "place")), *words = given(xml_child_text(arena, fact, language));
	g_string_append_printf(out, "%s%s%s\n", place, *place ? ": " : "", words);
}

/* Every attribute of the fact by its name, then both texts. */
static void put_json(GString *out, struct arena *arena, const xmlNode *fact, const char *department)
{
	g_string_append(out, out->len > 1 ? ",\n  {\"department\": " : "\n  {\"department\": ");
	json_append_string(out, department);
	for (const xmlAttr *each = fact->properties; each; each = each->next) {
		const char *name = (const char *)each->name;
		g_string_append_printf(out, ", \"%s\": ", name);
		json_append_string(out, given(xml_attribute(arena, fact, name)));
	}
	for (int i = 0; i < 2; i++) {
		g_string_append(out, i ? ", \"en\": " : ", \"zh\": ");
		json_append_string(out, given(xml_child_text(arena, fact, i ? "en" : "zh")));
	}
	g_string_append_c(out, '}');
}

static void put_department(GString *out, struct arena *arena, const xmlNode *department, const char *id,
						   const struct options *options)
{
	for (const xmlNode *fact = department->children; fact; fact = fact->next)
		if (fact->type == XML_ELEMENT_NODE && options->report == DIAG_JSON)
			put_json(out, arena, fact, id);
		else if (fact->type == XML_ELEMENT_NODE)
			put_text(out, arena, fact, options->language == DIAG_CHINESE ? "zh" : "en");
}

static void explain(const xmlDoc *why, const struct options *options, struct diag_sink *sink)
{
	GString *out = g_string_new(options->report == DIAG_JSON ? "[" : "");
	GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
	struct arena *arena = arena_open();
	for (const xmlNode *node = xmlDocGetRootElement(why)->children; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		const char *id = given(xml_attribute(arena, node, "id"));
		if (option_list_allows(&options->departments, id))
			put_department(out, arena, node, id, options);
		g_hash_table_add(known, (gpointer)(uintptr_t)id);
	}
	for (unsigned i = 0; i < options->departments.count; i++)
		if (!g_hash_table_contains(known, options->departments.values[i]))
			diag_report_unknown(sink, DIAG_DEPARTMENT_UNKNOWN, options->departments.values[i], known);
	if (options->report == DIAG_JSON)
		g_string_append(out, "\n]\n");
	command_print_bytes(out->str, out->len);
	g_string_free(out, TRUE);
	g_hash_table_destroy(known);
	arena_close(arena);
}

enum exit_status command_why(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct year year;
	xmlDoc *why = NULL;
	if (year_open(&year, engine, options, options->inputs.values[0], sink) && year_derive(&year, engine, sink))
		why = year_explain(&year, engine, sink);
	if (why)
		explain(why, options, sink);
	xmlFreeDoc(why);
	year_close(&year);
	return EXIT_DONE;
}
