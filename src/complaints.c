/* complaints: see complaints.h. Takes what rules.xsl gives; gives diagnostics and the set of what errors touch. */
#include "complaints.h"

#include <glib.h>
#include <string.h>

#include "xml/xml.h"

/* What errors touch, a string each: "KIND SCOPE". KIND: a kind of document, or * for all. SCOPE: year, department ID, case ID, or one of
 * many: departments, cases. And KIND/KEY, a document alone; and "any". */
struct refusals {
	GHashTable *set;
	struct arena *scratch; /* of one complaint */
};

/* ---- reading ---- */

/* What is empty counts as not given. */
static const char *given(struct arena *arena, const xmlNode *node, const char *name)
{
	const char *value = xml_attribute(arena, node, name);
	return value && *value ? value : NULL;
}

static void add(struct refusals *refusals, const char *kind, const char *scope, const char *id)
{
	g_hash_table_add(refusals->set, g_strconcat(kind, " ", scope, id ? " " : NULL, id, NULL));
}

/* touches: KIND or KIND/KEY; "*" for every kind */
static void refuse(struct refusals *refusals, const char *touches, const struct diag_about *about)
{
	if (strchr(touches, '/'))
		g_hash_table_add(refusals->set, g_strdup(touches));
	else if (about->case_id) {
		add(refusals, touches, "case", about->case_id);
		add(refusals, touches, "cases", NULL);
	} else if (about->department) {
		add(refusals, touches, "department", about->department);
		add(refusals, touches, "departments", NULL);
	} else
		add(refusals, touches, "year", NULL);
}

static void refuse_each(struct refusals *refusals, const char *touches, const struct diag_about *about)
{
	g_hash_table_add(refusals->set, g_strdup("any"));
	if (!touches) {
		refuse(refusals, "*", about);
		return;
	}
	char **words = g_strsplit(touches, " ", -1);
	for (char **word = words; *word; word++)
		if (**word)
			refuse(refusals, *word, about);
	g_strfreev(words);
}

static void report(const xmlNode *node, struct refusals *refusals, struct diag_sink *sink)
{
	struct arena *arena = refusals->scratch;
	const char *rule = given(arena, node, "rule"), *severity = given(arena, node, "severity");
	struct diag_about about = {.department = given(arena, node, "department"),
							   .target = given(arena, node, "target"),
							   .case_id = given(arena, node, "case"),
							   .zh = xml_child_text(arena, node, "zh"),
							   .en = xml_child_text(arena, node, "en")};
	bool is_error = severity && strcmp(severity, "error") == 0;
	if (diag_report_about(sink, rule ? rule : "", is_error ? DIAG_ERROR : DIAG_WARNING, xml_place_said(arena, node), &about))
		refuse_each(refusals, given(arena, node, "touches"), &about);
	arena_clear(arena);
}

struct refusals *refusals_open(void)
{
	struct refusals *refusals = g_new0(struct refusals, 1);
	refusals->set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	refusals->scratch = arena_open();
	return refusals;
}

void complaints_report(const xmlNode *first, struct refusals *refusals, struct diag_sink *sink)
{
	for (const xmlNode *node = first; node; node = node->next)
		if (xml_is_element(node, "complaint"))
			report(node, refusals, sink);
}

const struct named_picture *complaints_pictures(const xmlNode *nodes, struct arena *arena)
{
	const struct named_picture *first = NULL, **end = &first;
	for (const xmlNode *node = nodes; node; node = node->next) {
		if (!xml_is_element(node, "picture"))
			continue;
		struct named_picture *picture = ARENA_NEW(arena, struct named_picture);
		const char *href = given(arena, node, "href");
		*picture = (struct named_picture){.href = href ? href : "", .place = xml_place_said(arena, node)};
		*end = picture;
		end = &picture->next;
	}
	return first;
}

void refusals_free(struct refusals *refusals)
{
	if (!refusals)
		return;
	g_hash_table_destroy(refusals->set);
	arena_close(refusals->scratch);
	g_free(refusals);
}

/* ---- asking ---- */

static bool has(const struct refusals *refusals, const char *kind, const char *scope, const char *id)
{
	char *key = g_strconcat(kind, " ", scope, id ? " " : NULL, id, NULL);
	bool found = g_hash_table_contains(refusals->set, key);
	g_free(key);
	return found;
}

/* An error of this scope, of the document's kind or of all kinds. */
static bool touched(const struct refusals *refusals, const struct job *job, const char *scope, const char *id)
{
	return has(refusals, job->kind, scope, id) || has(refusals, "*", scope, id);
}

static bool touched_alone(const struct refusals *refusals, const struct job *job)
{
	char *document = g_strconcat(job->kind, "/", job->key, NULL);
	bool found = g_hash_table_contains(refusals->set, document);
	g_free(document);
	return found;
}

/* what: one word of rests-on */
static bool touched_by(const struct refusals *refusals, const struct job *job, const char *what)
{
	if (!*what)
		return false;
	if (strcmp(what, "all") == 0)
		return true;
	if (strcmp(what, "departments") == 0 || strcmp(what, "cases") == 0)
		return touched(refusals, job, what, NULL);
	return touched(refusals, job, "department", what);
}

bool refusals_whole_year(const struct refusals *refusals)
{
	return has(refusals, "*", "year", NULL);
}

bool refusals_touch(const struct refusals *refusals, const struct job *job)
{
	if (!refusals || g_hash_table_size(refusals->set) == 0)
		return false;
	if (touched(refusals, job, "year", NULL) || touched_alone(refusals, job))
		return true;
	if (job->case_id && touched(refusals, job, "case", job->case_id))
		return true;
	if (job->department && touched(refusals, job, "department", job->department))
		return true;
	char **words = g_strsplit(job->rests_on ? job->rests_on : "", " ", -1);
	bool found = false;
	for (char **word = words; *word && !found; word++)
		found = touched_by(refusals, job, *word);
	g_strfreev(words);
	return found;
}
