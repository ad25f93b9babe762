/* complaints: see complaints.h. Takes what rules.xsl gives; gives diagnostics and the set of departments and cases that errors touch. */
#include "complaints.h"

#include <glib.h>
#include <string.h>

#include "xml/xml.h"

struct refusals {
	bool any, whole_year;
	bool common;                             /* a target of all departments */
	GHashTable *departments, *whole, *cases; /* ids; whole: departments whose error is about no target */
};

/* ---- reading ---- */

static const char *attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	const char *copy = value && *value ? arena_string(arena, (const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

static const char *child_text(struct arena *arena, const xmlNode *node, const char *name)
{
	for (xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && xmlStrEqual(child->name, BAD_CAST name)) {
			xmlChar *words = xmlNodeGetContent(child);
			const char *copy = arena_string(arena, (const char *)words);
			xmlFree(words);
			return copy;
		}
	return NULL;
}

static void refuse(struct refusals *refusals, const struct diag_about *about)
{
	refusals->any = true;
	if (about->case_id)
		g_hash_table_add(refusals->cases, g_strdup(about->case_id));
	else if (about->department) {
		g_hash_table_add(refusals->departments, g_strdup(about->department));
		if (!about->target)
			g_hash_table_add(refusals->whole, g_strdup(about->department));
	} else if (about->target)
		refusals->common = true;
	else
		refusals->whole_year = true;
}

static void report(const xmlNode *node, struct refusals *refusals, struct arena *arena, struct diag_sink *sink)
{
	const char *rule = attribute(arena, node, "rule"), *severity = attribute(arena, node, "severity");
	const char *where = attribute(arena, node, "place");
	struct place place = {0};
	struct diag_about about = {.department = attribute(arena, node, "department"),
							   .target = attribute(arena, node, "target"),
							   .case_id = attribute(arena, node, "case"),
							   .zh = child_text(arena, node, "zh"),
							   .en = child_text(arena, node, "en")};
	if (where)
		xml_place_parse(arena, where, &place);
	bool is_error = severity && strcmp(severity, "error") == 0;
	if (diag_report_about(sink, rule ? rule : "", is_error ? DIAG_ERROR : DIAG_WARNING, place, &about))
		refuse(refusals, &about);
}

struct refusals *complaints_report(const xmlDoc *complaints, struct arena *arena, struct diag_sink *sink)
{
	struct refusals *refusals = g_new0(struct refusals, 1);
	refusals->departments = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	refusals->whole = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	refusals->cases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (const xmlNode *node = xmlDocGetRootElement(complaints)->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			report(node, refusals, arena, sink);
	return refusals;
}

void refusals_free(struct refusals *refusals)
{
	if (!refusals)
		return;
	g_hash_table_destroy(refusals->departments);
	g_hash_table_destroy(refusals->whole);
	g_hash_table_destroy(refusals->cases);
	g_free(refusals);
}

/* ---- asking ---- */

bool refusals_whole_year(const struct refusals *refusals)
{
	return refusals->whole_year;
}

static bool any_listed(GHashTable *set, const char *list)
{
	char **names = g_strsplit(list, " ", -1);
	bool found = false;
	for (char **name = names; *name && !found; name++)
		found = **name && g_hash_table_contains(set, *name);
	g_strfreev(names);
	return found;
}

/* A document of a case is touched by errors of the case and of its department, but not by one of a target. */
static bool touches_case(const struct refusals *refusals, const struct job *job)
{
	return g_hash_table_contains(refusals->cases, job->case_id) ||
		   (job->department && g_hash_table_contains(refusals->whole, job->department));
}

bool refusals_touch(const struct refusals *refusals, const struct job *job)
{
	if (!refusals || !refusals->any)
		return false;
	if (refusals->whole_year)
		return true;
	if (job->case_id)
		return touches_case(refusals, job);
	if (job->department && (refusals->common || g_hash_table_contains(refusals->departments, job->department)))
		return true;
	if (!job->rests_on)
		return false;
	if (strcmp(job->rests_on, "all") == 0)
		return true;
	if (strcmp(job->rests_on, "departments") == 0)
		return refusals->common || g_hash_table_size(refusals->departments) > 0;
	return any_listed(refusals->departments, job->rests_on);
}
