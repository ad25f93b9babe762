/* What is given is what is read: for a document of every kind of each sample year, and every sample of official documents, of XSL-FO and of
 * typesetting, the text of the formatting objects in the order of the document equals the text of the PDF in the order of its
 * structure tree (T-01; PDF/UA-1, 7.1 and 7.2). White space aside, and but for what the formatter makes itself: page numbers. Each of
 * these files keeps the rules of PDF/A-2a and PDF/UA-1. The tree is read by a walk of our own, and, of a file of each kind, by poppler. */
#include "support/conformance.h"

#include "support/command.h"
#include "support/given_text.h"

/* ---- poppler's dump of the structure ---- */

/* "pdfinfo -struct-text": an element a line by its type, what it says between quotes. */
static void read_dump(const char *path, GString *words, GString *types)
{
	char *command = g_strdup_printf("pdfinfo -struct-text '%s'", path);
	struct run dump = run_shell(command);

	if (dump.status != 0 || *dump.err)
		fail_msg("%s\n%s", command, dump.err);
	for (char *line = dump.out, *end; *line; line = end) {
		line += strspn(line, " ");
		end = *line == '"' ? strstr(line, "\"\n") : strchr(line, '\n');
		assert_non_null(end);
		if (*line == '"') {
			*end++ = '\0';
			given_add_words(words, line + 1);
		} else if (g_ascii_isupper(*line) && !g_str_has_prefix(line, "Object ")) { /* an annotation */
			g_string_append_printf(types, "%.*s ", (int)strcspn(line, " :\n"), line);
		}
		end++;
	}
	run_free(&dump);
	g_free(command);
}

/* The types of elements in a file, in the order of their first: of each kind, of the formats of official documents, and of XSL-FO with all. */
static const struct {
	const char *file, *types;
} holds[] = {
	{"/agreement/", "Document Sect Div P H1 H2 H3 Table THead TR TH TBody TD"},
	{"/award/", "Document Sect P H1 Div"},
	{"/brief/1.pdf", "Document Sect P Div H1 Table THead TR TH TBody TD"},
	{"/case-register/", "Document Sect H1 Div P Table THead TR TH TBody TD"},
	{"/circular/", "Document Sect P H1 H2 L LI Lbl LBody Figure Table THead TR TH TBody TD Div"},
	{"/directory/", "Document Sect H1 Div P Table THead TR TH TBody TD"},
	{"/division/", "Document Sect H1 P H2 Table THead TR TH TBody TD"},
	{"/document-register/", "Document Sect H1 Div P Table THead TR TH TBody TD"},
	{"/feedback/", "Document Sect P H1 Table TBody TR TH TD"},
	{"/half-year/", "Document Sect H1 Div P H2 Table THead TR TH TBody TD"},
	{"/issue/", "Document Sect P H1 L LI Lbl LBody Figure H2 Table THead TR TH TBody TD"},
	{"/meeting/", "Document Sect P H1 H2 Figure"},
	{"/notice/", "Document Sect P H1 H2 Figure Div"},
	{"/proposal/", "Document Sect H1 Div P Table THead TR TH TBody TD"},
	{"/receipt/1.pdf", "Document Sect P H1 Table TBody TR TH TD Div"},
	{"/recovery/", "Document Sect P H1 Div"},
	{"/score-sheet/", "Document Sect H1 Div P Table THead TR TH TBody TD"},
	{"/transfer/", "Document Sect P H1 L LI Lbl LBody Figure"},
	{"/veto/", "Document Sect P H1"},
	{"/brief/brief.pdf", "Document Sect Div P TOC TOCI Link H1"},
	{"/document/document.pdf", "Document Sect P H1 H2 H3 H4 L LI Lbl LBody Figure Table THead TR TH TBody TD Div"},
	{"/form/receipt.pdf", "Document Sect P H1 Table TBody TR TH TD Div"},
	{"/letter/letter.pdf", "Document Sect P Div H1 L LI Lbl LBody Figure"},
	{"/minutes/minutes.pdf", "Document Sect P H1 H2 Div"},
	{"/order/order.pdf", "Document Sect H1 Span P L LI Lbl LBody Figure Div"},
	{"/everything.fo.pdf",
	 "Document Sect H1 Span P Reference Note Link Div L LI Lbl LBody Table THead TR TH TBody TD Figure Ruby RB RT H2"},
};

/* Each type once, in the order of their first. */
static char *distinct(const char *types)
{
	char **all = g_strsplit(types, " ", -1);
	GString *out = g_string_new(" ");

	for (char **type = all; *type; type++) {
		char *word = g_strdup_printf(" %s ", *type);

		if (**type && !strstr(out->str, word))
			g_string_append(out, word + 1);
		g_free(word);
	}
	g_strfreev(all);
	return g_strchomp(g_string_free(out, FALSE));
}

/* Poppler goes over a page anew for each element: only what has a row is read. */
static void check_by_poppler(const char *path, const char *given)
{
	size_t row = 0;
	GString *words, *types;
	char *held;

	while (row < G_N_ELEMENTS(holds) && !strstr(path, holds[row].file))
		row++;
	if (row == G_N_ELEMENTS(holds))
		return;
	words = g_string_new(NULL);
	types = g_string_new(NULL);
	read_dump(path, words, types);
	given_compare(path, given, words->str);
	held = distinct(types->str);
	if (strcmp(held + 1, holds[row].types) != 0)
		fail_msg("%s\nholds  %s\nwanted %s", path, held + 1, holds[row].types);
	g_free(held);
	g_string_free(types, TRUE);
	g_string_free(words, TRUE);
}

/* ---- a file ---- */

#ifdef __SANITIZE_ADDRESS__
#define HAS_POPPLER false /* which is not sanitized, and reads the same bytes of the other program */
#else
#define HAS_POPPLER true
#endif

static void check_file(const char *path, const char *fo, size_t fo_size, bool by_poppler)
{
	char *data = NULL, *given = given_text(fo, fo_size), *said;
	GString *read = g_string_new(NULL);
	gsize size = 0;

	assert_true(g_file_get_contents(path, &data, &size, NULL));
	conformance_check(data, size);
	said = said_text(data, size);
	given_add_words(read, said);
	given_compare(path, given, read->str);
	if (HAS_POPPLER && by_poppler)
		check_by_poppler(path, given);
	g_string_free(read, TRUE);
	g_free(said);
	g_free(given);
	g_free(data);
}

/* ---- samples ---- */

/* The files of a build in the order of its manifest, which is that of the dump. Poppler reads of each kind the first, if it is small. */
static void check_build(const char *arguments, bool small)
{
	GHashTable *folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	static const char head[] = "<?xml ";
	char *command = g_strdup_printf(
		"rm -rf \"$T\"/o; $GONGWEN build %s -q -o \"$T\"/o && cut -d, -f1 \"$T\"/o/manifest.csv | tail -n +2", arguments);
	struct run files = run_shell(command), dump;
	char **names, *at;

	g_free(command);
	command = g_strdup_printf("$GONGWEN build %s -q --dump=fo", arguments);
	dump = run_shell(command);
	if (files.status != 0 || dump.status != 0)
		fail_msg("%s\n%s%s", arguments, files.err, dump.err);
	names = g_strsplit(g_strchomp(files.out), "\n", -1);
	at = strstr(dump.out, head);
	for (char **name = names; *name; name++) {
		char *next = at ? strstr(at + 1, head) : NULL, *path = g_strdup_printf("%s/o/%s", scratch, *name);

		assert_non_null(at);
		check_file(path, at, next ? (size_t)(next - at) : strlen(at),
				   g_hash_table_add(folders, g_path_get_dirname(*name)) && small);
		at = next;
		g_free(path);
	}
	assert_null(at);
	g_hash_table_destroy(folders);
	g_strfreev(names);
	run_free(&files);
	run_free(&dump);
	g_free(command);
}

/* One department's documents, and the first of every kind that it has none of. */
static void check_year(const char *year, bool small)
{
	char *command = g_strdup_printf("$GONGWEN list %s -q | cut -f1,2", year);
	struct run list = run_shell(command);
	char **rows = g_strsplit(g_strchomp(list.out), "\n", -1);
	GHashTable *kinds = g_hash_table_new(g_str_hash, g_str_equal);
	const char *department = NULL;
	GString *others = g_string_new(year);

	for (char **row = rows; *row; row++) {
		char *key = strchr(*row, '\t');

		*key++ = '\0';
		if (strcmp(*row, "agreement") == 0 && !department)
			department = key;
	}
	for (char **row = rows; *row; row++)
		if (strcmp(*row + strlen(*row) + 1, department) == 0)
			g_hash_table_add(kinds, *row);
	for (char **row = rows; *row; row++)
		if (g_hash_table_add(kinds, *row))
			g_string_append_printf(others, " --kind %s", *row);
	check_build(others->str, small);
	g_string_printf(others, "%s --department %s", year, department);
	check_build(others->str, small);
	g_string_free(others, TRUE);
	g_hash_table_destroy(kinds);
	g_strfreev(rows);
	run_free(&list);
	g_free(command);
}

static void test_years(void **state)
{
	(void)state;
	check_year("samples/minimal/year.xml", true);
#ifndef __SANITIZE_ADDRESS__ /* the same code, ten times slower */
	check_year("samples/weifang-2005/year.xml", false);
	check_year("samples/sixty/year.xml", false);
	check_build("samples/weifang-2005/year.xml --kind veto", true);
#endif
}

static void each_sample(const char *folder, const char *suffix, void (*check)(const char *path))
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	unsigned count = 0;

	assert_non_null(dir);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		if (g_str_has_suffix(name, suffix)) {
			char *path = g_build_filename(folder, name, NULL);

			check(path);
			g_free(path);
			count++;
		}
	assert_true(count > 0);
	g_dir_close(dir);
}

static void check_official(const char *path)
{
	check_build(path, true);
}

static void test_official_documents(void **state)
{
	(void)state;
	each_sample("samples/gbt9704", ".xml", check_official);
	/* a seal says whose it is */
	expect("$GONGWEN build samples/gbt9704/joint-two.xml -q --dump=areas", 0, "alt=\"（某某市人事局印章）\"", NULL);
}

static void check_fo(const char *path)
{
	char *name = g_strdup_printf("%s.pdf", strrchr(path, '/') + 1), *fo = NULL, *out;
	char *command = g_strdup_printf("$GONGWEN fo %s -q -o \"$T\"/%s", path, name);
	struct run run = run_shell(command);
	gsize size = 0;

	if (run.status != 0 || !g_file_get_contents(path, &fo, &size, NULL))
		fail_msg("%s: %s", path, run.err);
	out = g_build_filename(scratch, name, NULL);
	check_file(out, fo, size, strstr(path, "read-back/"));
	g_free(out);
	g_free(name);
	g_free(fo);
	g_free(command);
	run_free(&run);
}

static void test_fo(void **state)
{
	(void)state;
	each_sample("samples/fo", ".fo", check_fo);
	each_sample("samples/typesetting", ".fo", check_fo);
	each_sample("tests/pdf/read-back", ".fo", check_fo);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fo),
		cmocka_unit_test(test_official_documents),
		cmocka_unit_test(test_years),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
