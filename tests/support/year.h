/* The sample year as a reader gets it: built once into a folder of its own, with the words of its PDFs and the author's source. */
#ifndef GONGWEN_TESTS_YEAR_H
#define GONGWEN_TESTS_YEAR_H

#include "support/pdf_reader.h"

#include <libxml/parser.h>
#include <libxml/xinclude.h>
#include <libxml/xpath.h>

#include "run.h"

#define YEAR_SOURCE "samples/weifang-2005/year.xml"
/* What the files claim to be. A profile's colours cost poppler 30 ms a page, so only tests of the files themselves ask for one. */
#ifndef YEAR_PROFILE
#define YEAR_PROFILE "none"
#endif

struct year_file {
	char *name, *kind, *key, *copy; /* name: below the output folder; copy: "" when there is one only */
	int pages;
	char **words; /* of each page, once asked for */
};

static struct {
	char *scratch, *folder;
	GPtrArray *kept; /* what lives until the end: strings */
	struct year_file *files;
	size_t count;
	xmlDoc *source; /* year.xml with all that it includes */
} year;

/* ---- strings and paths that live until the end ---- */

static inline char *year_keep(char *string)
{
	g_ptr_array_add(year.kept, string);
	return string;
}

static inline char *year_print(const char *format, ...) G_GNUC_PRINTF(1, 2);
static inline char *year_print(const char *format, ...)
{
	va_list list;
	char *string;

	va_start(list, format);
	string = g_strdup_vprintf(format, list);
	va_end(list);
	return year_keep(string);
}

/* Runs a command that must succeed; gives what it printed. "$T" is the scratch folder. */
static inline char *year_run(const char *command)
{
	struct run run = run_shell(command);

	if (run.status != 0)
		fail_msg("%s: exit %d\n%.2000s", command, run.status, run.err);
	g_free(run.err);
	return year_keep(run.out);
}

/* ---- set-up and tear-down of a test program ---- */

static inline void year_read_manifest(void)
{
	char **lines = g_strsplit(year_run("tr -d '\\r' < \"$T\"/year/manifest.csv"), "\n", -1);

	year.files = g_new0(struct year_file, g_strv_length(lines));
	for (char **line = lines + 1; *lines && *line && **line; line++) {
		char **fields = g_strsplit(*line, ",", -1);

		year.files[year.count++] = (struct year_file){year_print("%s", fields[0]),
													  year_print("%s", fields[1]),
													  year_print("%s", fields[2]),
													  year_print("%s", fields[3]),
													  atoi(fields[4]),
													  NULL};
		g_strfreev(fields);
	}
	g_strfreev(lines);
}

/* A scratch folder, and nothing built. */
static inline int year_open_scratch(void **state)
{
	(void)state;
	year.kept = g_ptr_array_new_with_free_func(g_free);
	year.scratch = g_dir_make_tmp("gongwen-year-XXXXXX", NULL);
	g_setenv("T", year.scratch, TRUE);
	return year.scratch ? 0 : -1;
}

static inline int year_open(void **state)
{
	year_open_scratch(state);
	year.folder = g_build_filename(year.scratch, "year", NULL);
	year_run("env -u LC_ALL LANG=C TZ=UTC $GONGWEN build " YEAR_SOURCE " -o \"$T\"/year -j 2 -q --pdf-profile " YEAR_PROFILE);
	year_read_manifest();
	year.source = xmlReadFile(YEAR_SOURCE, NULL, XML_PARSE_NONET);
	return year.source && xmlXIncludeProcessFlags(year.source, XML_PARSE_NONET) > 0 ? 0 : -1;
}

static inline int year_close(void **state)
{
	struct run run = run_shell("rm -rf \"$T\"");

	(void)state;
	run_free(&run);
	xmlFreeDoc(year.source);
	xmlCleanupParser();
	for (size_t i = 0; i < year.count; i++)
		g_free(year.files[i].words);
	g_free(year.files);
	g_free(year.folder);
	g_free(year.scratch);
	g_ptr_array_free(year.kept, TRUE);
	return 0;
}

/* ---- files ---- */

static inline PopplerDocument *year_pdf(const char *name)
{
	char *path = g_build_filename(year.folder, name, NULL);
	PopplerDocument *document = reader_open_file(path);

	g_free(path);
	return document;
}

static inline const struct year_file *year_file(const char *name)
{
	for (size_t i = 0; i < year.count; i++)
		if (strcmp(year.files[i].name, name) == 0)
			return &year.files[i];
	fail_msg("%s was not made", name);
	return NULL;
}

/* Questions that every document answers alike are asked of all documents of the year and of those of some departments, of different
 * sizes, one of them vetoed. */
static inline bool year_is_asked_of(const char *department)
{
	static const char *const departments[] = {"agriculture", "finance", "transport-inspection", "water"};

	for (size_t i = 0; i < G_N_ELEMENTS(departments); i++)
		if (strcmp(department, departments[i]) == 0)
			return true;
	return false;
}

static inline bool year_is_asked(const struct year_file *file)
{
	if (year_is_asked_of(file->key))
		return true;
	return strcmp(file->kind, "agreement") != 0 && strcmp(file->kind, "issue") != 0 && strcmp(file->kind, "proposal") != 0 &&
		   strcmp(file->kind, "half-year") != 0 && strcmp(file->kind, "score-sheet") != 0;
}

/* The first of the files that are asked (file: NULL), or the next; NULL after the last. */
static inline const struct year_file *year_next_asked(const struct year_file *file)
{
	for (file = file ? file + 1 : year.files; file < year.files + year.count; file++)
		if (year_is_asked(file))
			return file;
	return NULL;
}

/* ---- words ---- */

/* The string without white space. */
static inline char *year_squeeze(const char *text)
{
	GString *words = g_string_new(NULL);

	for (const char *at = text; *at; at = g_utf8_next_char(at))
		if (!g_unichar_isspace(g_utf8_get_char(at)))
			g_string_append_unichar(words, g_utf8_get_char(at));
	return year_keep(g_string_free(words, FALSE));
}

static inline void year_cut(GString *words, const char *part)
{
	char *found = strstr(words->str, part);

	if (found)
		g_string_erase(words, found - words->str, (gssize)strlen(part));
}

/* The words of each page without white space, in the order in which they were drawn; kept in the file's record. */
static inline char **year_pages(const char *name)
{
	struct year_file *file = year.files + (year_file(name) - year.files);
	char **pages;

	if (file->words)
		return file->words;
	pages = g_strsplit(year_run(year_print("pdftotext -raw -enc UTF-8 \"$T\"/year/%s -", name)), "\f", -1);
	assert_int_equal(g_strv_length(pages), file->pages + 1); /* each page ends with a form feed */
	file->words = g_new0(char *, (gsize)file->pages + 1);
	for (int i = 0; i < file->pages; i++)
		file->words[i] = year_squeeze(pages[i]);
	g_strfreev(pages);
	return file->words;
}

/* All words of a document as they are read: without page numbers, and with `head` (of a table; or NULL) only where it first stands. */
static inline char *year_words(const char *name, const char *head)
{
	char **pages = year_pages(name);
	GString *all = g_string_new(NULL);
	bool seen = false;

	for (int i = 0; pages[i]; i++) {
		GString *words = g_string_new(pages[i]);

		year_cut(words, year_print("—%d—", i + 1));
		if (head && seen && g_str_has_prefix(words->str, head))
			year_cut(words, head);
		seen = seen || (head && strstr(words->str, head));
		g_string_append(all, words->str);
		g_string_free(words, TRUE);
	}
	return year_keep(g_string_free(all, FALSE));
}

/* Finds `wanted` (white space aside) at or after *at and moves *at behind it. */
static inline void year_expect(const char *name, const char **at, const char *wanted)
{
	const char *words = year_squeeze(wanted), *found = strstr(*at, words);

	assert_true(*words != '\0');
	if (!found)
		fail_msg("%s does not say “%s” after “…%.90s…”", name, words, *at);
	*at = found + strlen(words);
}

/* ---- the author's source ---- */

/* The nodes that an XPath expression finds from `from` (NULL: the whole year); g_ptr_array_unref() them. At least one is found. */
static inline GPtrArray *year_find(xmlNode *from, const char *expression)
{
	xmlXPathContext *context = xmlXPathNewContext(from ? from->doc : year.source);
	GPtrArray *nodes = g_ptr_array_new();
	xmlXPathObject *found;

	context->node = from ? from : xmlDocGetRootElement(year.source);
	found = xmlXPathEvalExpression((const xmlChar *)expression, context);
	for (int i = 0; found && found->nodesetval && i < found->nodesetval->nodeNr; i++)
		g_ptr_array_add(nodes, found->nodesetval->nodeTab[i]);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	if (nodes->len == 0)
		fail_msg("the source has no %s", expression);
	return nodes;
}

/* The value of an XPath expression as a string; "" when nothing is found. */
static inline const char *year_value(xmlNode *from, const char *expression)
{
	xmlXPathContext *context = xmlXPathNewContext(from ? from->doc : year.source);
	xmlXPathObject *found;
	xmlChar *value;
	char *kept;

	context->node = from ? from : xmlDocGetRootElement(year.source);
	found = xmlXPathEvalExpression((const xmlChar *)expression, context);
	value = xmlXPathCastToString(found);
	kept = year_print("%s", (const char *)value);
	xmlFree(value);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	return kept;
}

static inline int year_number(xmlNode *from, const char *expression)
{
	return atoi(year_value(from, expression));
}

static inline const char *year_string(const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	char *kept = year_print("%s", (const char *)content);

	xmlFree(content);
	return kept;
}

/* Every node that the expression finds is said, one after the other. */
static inline void year_expect_all(const char *name, const char **at, xmlNode *from, const char *expression)
{
	GPtrArray *nodes = year_find(from, expression);

	for (guint i = 0; i < nodes->len; i++)
		year_expect(name, at, year_string(nodes->pdata[i]));
	g_ptr_array_unref(nodes);
}

#endif
