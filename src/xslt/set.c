/* set: compiles the stylesheets of the installed template set, each once. Imports and includes are read through a gate that opens the
 * set's folder only; a transform may read nothing at all. */
#include <glib.h>
#include <libexslt/exslt.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/xsltutils.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml.h"
#include "xslt/set.h"
#include "xslt/xslt_int.h"

#define STYLESHEET_SIZE_MAX ((size_t)16 * 1024 * 1024)

struct xslt_set {
	char *folder;
	struct gate *gate;
	struct arena *arena;     /* places of stylesheet nodes */
	GHashTable *stylesheets; /* name → xsltStylesheet * */
};

/* libxslt's loader takes no user data: the set and sink of the compilation that is going on. */
static struct {
	struct xslt_set *set;
	struct diag_sink *sink;
	struct names *names;
	struct place place; /* that libxslt named before its message */
	unsigned errors;
} compiling;

/* ---- process ---- */

/* libxslt joins URIs: a stylesheet's is that of its path, escaped. */
static xmlDoc *name_by_uri(xmlDoc *doc, const char *path)
{
	if (doc) {
		xmlFree((xmlChar *)(uintptr_t)doc->URL);
		doc->URL = xmlURIEscapeStr(BAD_CAST path, BAD_CAST "/");
	}
	return doc;
}

const char *xslt_stylesheet_path(const xmlDoc *stylesheet, struct arena *arena)
{
	char *path = g_uri_unescape_string((const char *)stylesheet->URL, NULL);
	const char *copy = arena_string(arena, path ? path : (const char *)stylesheet->URL);
	g_free(path);
	return copy;
}

static xmlDoc *load_part(const xmlChar *uri, xmlDict *dict, int options, void *context, xsltLoadType type)
{
	(void)options;
	(void)context;
	if (type != XSLT_LOAD_STYLESHEET || !compiling.set)
		return NULL; /* document() reads nothing */
	struct bytes bytes;
	const char *path;
	if (!gate_read(compiling.set->gate, compiling.set->arena, "./", (const char *)uri, STYLESHEET_SIZE_MAX, &bytes, &path,
				   (struct place){0}, compiling.sink))
		return NULL;
	xmlDoc *doc = xml_load_code(bytes.data, bytes.size, path, dict, compiling.set->arena, compiling.sink);
	free(bytes.data);
	names_note(compiling.names, doc, path, false);
	return name_by_uri(doc, path);
}

/* Only a compilation may ask for a file, and the gate judges which. */
static int may_read(xsltSecurityPrefs *prefs, xsltTransformContext *context, const char *path)
{
	(void)prefs;
	(void)path;
	return !context && compiling.set;
}

void xslt_init(void)
{
	static const xsltSecurityOption forbidden[] = {XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
												   XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
	for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
		xsltSetSecurityPrefs(prefs, forbidden[i], xsltSecurityForbid);
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_FILE, may_read);
	xsltSetDefaultSecurityPrefs(prefs);
	xsltSetLoaderFunc(load_part);
	xsltSetGenericErrorFunc(NULL, xml_print_nothing); /* as its stacks of templates and variables after a limit */
	exsltCommonRegister();
	exsltSetsRegister();
	exsltStrRegister();
	xslt_register_functions();
	xslt_register_portion();
	xslt_register_folds();
	xslt_register_copy();
}

struct xslt_set *xslt_open(const char *folder, struct diag_sink *sink)
{
	if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
		diag_report(sink, DIAG_PART_MISSING, (struct place){0}, "%s", folder);
		return NULL;
	}
	struct xslt_set *set = g_new0(struct xslt_set, 1);
	set->folder = g_strdup(folder);
	char *inside = g_build_filename(folder, "-", NULL);
	set->gate = gate_open(inside, NULL);
	g_free(inside);
	set->arena = arena_open();
	set->stylesheets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)xsltFreeStylesheet);
	return set;
}

void xslt_close(struct xslt_set *set)
{
	if (!set)
		return;
	g_hash_table_destroy(set->stylesheets);
	gate_close(set->gate);
	arena_close(set->arena);
	g_free(set->folder);
	g_free(set);
}

/* ---- compiling ---- */

/* "compilation error: file F line N element E" stands before the message itself. */
static bool is_place(const char *text)
{
	static const char begin[] = "compilation error: file ", line[] = " line ";
	const char *at = g_str_has_prefix(text, begin) ? g_strrstr(text, line) : NULL;
	if (!at)
		return false;
	char *uri = g_strndup(text + strlen(begin), (gsize)(at - text) - strlen(begin)), *path = g_uri_unescape_string(uri, NULL);
	compiling.place = (struct place){arena_string(compiling.set->arena, path ? path : uri), atoi(at + strlen(line)), 1};
	g_free(path);
	g_free(uri);
	return true;
}

char *xslt_printed(const char *format, va_list args)
{
	return g_strstrip(g_strdup_vprintf(format, args));
}

static void report_words(void *data, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void report_words(void *data, const char *format, ...)
{
	(void)data;
	va_list args;
	va_start(args, format);
	char *text = xslt_printed(format, args);
	va_end(args);
	compiling.errors++;
	if (*text && strcmp(text, "error") != 0 && !is_place(text)) { /* libxslt's "error" only begins a message */
		diag_report(compiling.sink, DIAG_TEMPLATE, compiling.place, "%s", text);
		compiling.place = (struct place){0};
	}
	g_free(text);
}

static xsltStylesheet *compile(struct xslt_set *set, const char *name, struct diag_sink *sink)
{
	struct bytes bytes;
	char *path = g_build_filename(set->folder, name, NULL);
	const char *file = arena_string(set->arena, path);
	g_free(path);
	if (strstr(name, "..")) {
		diag_report(sink, DIAG_RESOURCE_OUTSIDE, (struct place){0}, "%s", name);
		return NULL;
	}
	if (!file_read(file, STYLESHEET_SIZE_MAX, &bytes, sink))
		return NULL;
	xmlDoc *doc = name_by_uri(xml_load_code(bytes.data, bytes.size, file, NULL, set->arena, sink), file);
	free(bytes.data);
	if (!doc)
		return NULL;
	compiling.set = set;
	compiling.sink = sink;
	compiling.errors = 0;
	compiling.place = (struct place){0};
	compiling.names = names_open();
	names_note(compiling.names, doc, file, true);
	xsltSetGenericErrorFunc(NULL, report_words);
	xsltStylesheet *stylesheet = xsltParseStylesheetDoc(doc);
	xsltSetGenericErrorFunc(NULL, xml_print_nothing);
	if (stylesheet && !compiling.errors)
		compiling.errors = names_check(compiling.names, sink);
	names_close(compiling.names);
	compiling.set = NULL;
	if (!stylesheet) {
		xmlFreeDoc(doc);
	} else if (stylesheet->errors || compiling.errors) {
		xsltFreeStylesheet(stylesheet);
		stylesheet = NULL;
	}
	if (!stylesheet && !compiling.errors)
		diag_report(sink, DIAG_TEMPLATE, (struct place){.file = file}, "%s", name);
	return stylesheet;
}

xsltStylesheet *xslt_set_find(struct xslt_set *set, const char *name, struct diag_sink *sink)
{
	xsltStylesheet *stylesheet = g_hash_table_lookup(set->stylesheets, name);
	if (stylesheet)
		return stylesheet;
	heap_keep(); /* it is the process's, and no document's */
	stylesheet = compile(set, name, sink);
	heap_keep_no_more();
	if (stylesheet)
		g_hash_table_insert(set->stylesheets, g_strdup(name), stylesheet);
	return stylesheet;
}

void xslt_prepare(struct xslt_set *set, const char *name, const struct diag_sink *like)
{
	if (g_hash_table_contains(set->stylesheets, name))
		return;
	struct diag_sink *said = diag_open_like(like);
	xsltStylesheet *stylesheet = compile(set, name, said);
	if (stylesheet && diag_size(said) == 0)
		g_hash_table_insert(set->stylesheets, g_strdup(name), stylesheet);
	else
		xsltFreeStylesheet(stylesheet);
	diag_close(said);
}
