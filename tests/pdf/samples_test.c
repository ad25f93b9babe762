/* The sample year's documents as PDFs: whole, embedded, the same from run to run; no character of the FO is lost in them. */
#include "run.h"
#include "support/pdf_reader.h"

#include <libxml/parser.h>

#define YEAR   "samples/weifang-2005/year.xml"
#define FOLDER "build/tests/samples-out"

/* One department's documents, all kinds; `folder` below FOLDER. */
static void build(const char *folder, const char *options)
{
	char *command = g_strdup_printf("rm -rf " FOLDER "/%s && \"$GONGWEN\" build " YEAR " -q --department transport -o " FOLDER
									"/%s %s",
									folder, folder, options);
	struct run run = run_shell(command);

	if (run.status != 0)
		fail_msg("exit status %d: %s", run.status, run.err);
	run_free(&run);
	g_free(command);
}

/* The PDFs that the manifest names, relative to the folder; g_ptr_array_unref() them. */
static GPtrArray *manifest_files(const char *folder)
{
	GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
	char *path = g_build_filename(FOLDER, folder, "manifest.csv", NULL), *text = NULL, **lines;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		fail_msg("no %s", path);
	lines = g_strsplit(text, "\n", -1);
	for (unsigned i = 0; lines[i]; i++) {
		char *name = g_strndup(lines[i], strcspn(lines[i], ","));

		if (g_str_has_suffix(name, ".pdf"))
			g_ptr_array_add(files, name);
		else
			g_free(name);
	}
	g_strfreev(lines);
	g_free(text);
	g_free(path);
	return files;
}

static char *read_built(const char *folder, const char *name, gsize *size)
{
	char *path = g_build_filename(FOLDER, folder, name, NULL), *data = NULL;

	if (!g_file_get_contents(path, &data, size, NULL))
		fail_msg("no %s", path);
	g_free(path);
	return data;
}

static int build_once(void **state)
{
	(void)state;
	build("first", "");
	return 0;
}

/* ---- each file ---- */

static void test_files_are_sound(void **state)
{
	GPtrArray *files = manifest_files("first");

	(void)state;
	assert_true(files->len > 0);
	for (unsigned i = 0; i < files->len; i++) {
		gsize size;
		char *data = read_built("first", files->pdata[i], &size), *title;
		PopplerDocument *document = reader_open(data, size);

		reader_check_syntax(data, size);
		assert_true(poppler_document_get_n_pages(document) > 0);
		for (int page = 0; page < poppler_document_get_n_pages(document); page++)
			reader_check_a4(document, page);
		assert_true(reader_check_fonts(document) > 0);
		title = poppler_document_get_title(document);
		assert_non_null(title);
		assert_true(poppler_document_get_creation_date(document) != (time_t)-1);
		g_free(title);
		g_object_unref(document);
		g_free(data);
	}
	g_ptr_array_unref(files);
}

static void test_same_bytes_with_any_workers(void **state)
{
	GPtrArray *files = manifest_files("first");

	(void)state;
	build("second", "-j 2");
	for (unsigned i = 0; i < files->len; i++) {
		gsize size, other_size;
		char *data = read_built("first", files->pdata[i], &size), *other = read_built("second", files->pdata[i], &other_size);

		if (size != other_size || memcmp(data, other, size) != 0)
			fail_msg("%s differs", (char *)files->pdata[i]);
		g_free(data);
		g_free(other);
	}
	g_ptr_array_unref(files);
}

/* ---- no character is lost ---- */

/* How often each character occurs, white space aside. */
static GHashTable *count_characters(GHashTable *counts, const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		gpointer key = GUINT_TO_POINTER(g_utf8_get_char(text));

		if (!g_unichar_isspace(g_utf8_get_char(text)))
			g_hash_table_insert(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1));
	}
	return counts;
}

/* The text of the flows: what stands on the pages once. */
static void count_flows(GHashTable *counts, const xmlNode *node)
{
	for (; node; node = node->next) {
		xmlChar *text;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)node->name, "flow") != 0) {
			count_flows(counts, node->children);
			continue;
		}
		text = xmlNodeGetContent(node);
		count_characters(counts, (const char *)text);
		xmlFree(text);
	}
}

/* One document: its FO and its PDF. Page furniture and repeated table heads may add characters, nothing may take any. */
static void check_document(const char *kind, const char *file)
{
	char *command = g_strdup_printf("\"$GONGWEN\" build " YEAR " -q --department transport --kind %s --dump=fo", kind), *end,
		 *text;
	struct run run = run_shell(command);
	GHashTable *wanted = g_hash_table_new(NULL, NULL), *found = g_hash_table_new(NULL, NULL);
	GHashTableIter characters;
	gpointer character, count;
	xmlDoc *fo;
	gsize size;
	char *data = read_built("first", file, &size);
	PopplerDocument *document = reader_open(data, size);

	assert_int_equal(run.status, 0);
	end = strstr(run.out, "</fo:root>"); /* the first of several copies */
	assert_non_null(end);
	fo = xmlReadMemory(run.out, (int)(end + strlen("</fo:root>") - run.out), "fo", NULL, XML_PARSE_NONET);
	assert_non_null(fo);
	count_flows(wanted, xmlDocGetRootElement(fo));
	text = reader_text(document);
	count_characters(found, text);
	assert_true(g_hash_table_size(wanted) > 50);
	g_hash_table_iter_init(&characters, wanted);
	while (g_hash_table_iter_next(&characters, &character, &count))
		if (GPOINTER_TO_UINT(g_hash_table_lookup(found, character)) < GPOINTER_TO_UINT(count))
			fail_msg("%s: U+%04X is %u times in the FO, %u times in the PDF", file, GPOINTER_TO_UINT(character),
					 GPOINTER_TO_UINT(count), GPOINTER_TO_UINT(g_hash_table_lookup(found, character)));
	g_free(text);
	g_object_unref(document);
	g_free(data);
	xmlFreeDoc(fo);
	g_hash_table_unref(wanted);
	g_hash_table_unref(found);
	run_free(&run);
	g_free(command);
}

/* The first file of each kind. */
static void test_no_character_is_lost(void **state)
{
	GPtrArray *files = manifest_files("first");
	GHashTable *kinds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	(void)state;
	for (unsigned i = 0; i < files->len; i++) {
		const char *file = files->pdata[i];
		char *kind = g_strndup(file, strcspn(file, "/"));

		if (g_hash_table_add(kinds, kind))
			check_document(kind, file);
	}
	g_hash_table_unref(kinds);
	g_ptr_array_unref(files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files_are_sound),
		cmocka_unit_test(test_same_bytes_with_any_workers),
		cmocka_unit_test(test_no_character_is_lost),
	};

	return cmocka_run_group_tests(tests, build_once, NULL);
}
