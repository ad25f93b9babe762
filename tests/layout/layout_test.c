/* Layout cases: each tests/layout/…/x.fo says in its first comment what must hold of its area tree.
 *   check: XPATH      true on the output of --dump=areas (lengths in pt)
 *   message: CODE     a message that must be said; any other one fails the case
 *   message: LINE:COL CODE   the same, once, of that place
 *   status: N         exit status, when not 0
 *   fonts: FOLDER     with these, too */
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "run.h"

#define FOLDER "tests/layout"

/* ---- what a case says ---- */

struct expectations {
	GPtrArray *checks, *messages;
	int status;
	char *fonts;
};

static void read_line(struct expectations *expected, const char *line)
{
	while (*line == ' ' || *line == '\t')
		line++;
	if (g_str_has_prefix(line, "check: "))
		g_ptr_array_add(expected->checks, g_strdup(line + 7));
	else if (g_str_has_prefix(line, "message: "))
		g_ptr_array_add(expected->messages, g_strstrip(g_strdup(line + 9)));
	else if (g_str_has_prefix(line, "status: "))
		expected->status = atoi(line + 8);
	else if (g_str_has_prefix(line, "fonts: "))
		expected->fonts = g_strdup(line + 7);
}

static struct expectations read_case(const char *path)
{
	struct expectations expected = {g_ptr_array_new_with_free_func(g_free), g_ptr_array_new_with_free_func(g_free), 0, NULL};
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	const xmlNode *first = doc->children;
	assert_true(first && first->type == XML_COMMENT_NODE);
	char **lines = g_strsplit((const char *)first->content, "\n", -1);
	for (char **line = lines; *line; line++)
		read_line(&expected, *line);
	g_strfreev(lines);
	xmlFreeDoc(doc);
	if (expected.checks->len == 0 && expected.messages->len == 0)
		fail_msg("%s expects nothing", path);
	return expected;
}

/* ---- what came of it ---- */

static unsigned run_checks(const char *path, const struct expectations *expected, const char *dump)
{
	unsigned failures = 0;
	xmlDoc *doc = xmlReadMemory(dump, (int)strlen(dump), "areas", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	if (!doc && expected->checks->len == 0)
		return 0;
	assert_non_null(doc);
	xmlXPathContext *context = xmlXPathNewContext(doc);
	for (guint i = 0; i < expected->checks->len; i++) {
		const char *check = expected->checks->pdata[i];
		xmlXPathObject *result = xmlXPathEvalExpression((const xmlChar *)check, context);
		if (!result || !xmlXPathCastToBoolean(result)) {
			print_error("%s: %s: %s\n", path, result ? "does not hold" : "no XPath", check);
			failures++;
		}
		xmlXPathFreeObject(result);
	}
	xmlXPathFreeContext(context);
	xmlFreeDoc(doc);
	return failures;
}

/* Whether a line that was said is the message expected. */
static bool is_message(const char *line, const char *expected)
{
	const char *code = strchr(expected, ' ');
	char *place = code ? g_strdup_printf(":%.*s: ", (int)(code - expected), expected) : g_strdup("");
	char *said = g_strdup_printf(" %s: ", code ? code + 1 : expected);
	bool is = strstr(line, place) && strstr(line, said);
	g_free(place);
	g_free(said);
	return is;
}

/* Every message expected is said, one with a place once, and no other. */
static unsigned check_messages(const char *path, const struct expectations *expected, const char *said)
{
	unsigned failures = 0, *times = g_new0(unsigned, expected->messages->len);
	char **lines = g_strsplit(said, "\n", -1);
	for (char **line = lines; *line; line++) {
		bool known = **line == '\0';
		for (guint i = 0; i < expected->messages->len; i++) {
			bool is = is_message(*line, expected->messages->pdata[i]);
			times[i] += is;
			known |= is;
		}
		if (!known) {
			print_error("%s: says %s\n", path, *line);
			failures++;
		}
	}
	for (guint i = 0; i < expected->messages->len; i++) {
		const char *message = expected->messages->pdata[i];
		if (times[i] == 1 || (times[i] > 1 && !strchr(message, ' ')))
			continue;
		print_error("%s: says %s %u times\n", path, message, times[i]);
		failures++;
	}
	g_strfreev(lines);
	g_free(times);
	return failures;
}

static unsigned run_case(const char *path)
{
	struct expectations expected = read_case(path);
	char *command = g_strdup_printf("\"$GONGWEN\" fo -v --dump=areas %s %s '%s'", expected.fonts ? "--font-dir" : "",
									expected.fonts ? expected.fonts : "", path);
	struct run run = run_shell(command);
	unsigned failures = check_messages(path, &expected, run.err) + run_checks(path, &expected, run.out);
	if (run.status != expected.status) {
		print_error("%s: exit status %d, not %d\n", path, run.status, expected.status);
		failures++;
	}
	run_free(&run);
	g_free(command);
	g_free(expected.fonts);
	g_ptr_array_free(expected.checks, TRUE);
	g_ptr_array_free(expected.messages, TRUE);
	return failures;
}

/* ---- a folder is a test ---- */

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list(const char *folder, const char *suffix)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GDir *dir = g_dir_open(folder, 0, NULL);
	assert_non_null(dir);
	for (const char *name; (name = g_dir_read_name(dir));)
		if (g_str_has_suffix(name, suffix))
			g_ptr_array_add(names, g_build_filename(folder, name, NULL));
	g_dir_close(dir);
	g_ptr_array_sort(names, by_name);
	return names;
}

static void test_folder(void **state)
{
	GPtrArray *cases = list(*state, ".fo");
	unsigned failures = 0;
	assert_true(cases->len > 0);
	for (guint i = 0; i < cases->len; i++)
		failures += run_case(cases->pdata[i]);
	g_ptr_array_free(cases, TRUE);
	assert_int_equal(failures, 0);
}

/* The folders of cases, in order of their names. */
static GPtrArray *folders(void)
{
	GPtrArray *found = list(FOLDER, "");
	for (guint i = found->len; i > 0; i--)
		if (!g_file_test(found->pdata[i - 1], G_FILE_TEST_IS_DIR))
			g_ptr_array_remove_index(found, i - 1);
	return found;
}

int main(void)
{
	GPtrArray *found = folders();
	struct CMUnitTest *tests = g_new0(struct CMUnitTest, found->len);
	for (guint i = 0; i < found->len; i++)
		tests[i] = (struct CMUnitTest){(char *)found->pdata[i] + strlen(FOLDER "/"), test_folder, NULL, NULL, found->pdata[i]};
	int failed = _cmocka_run_group_tests("layout", tests, found->len, NULL, NULL);
	g_free(tests);
	g_ptr_array_free(found, TRUE);
	return failed;
}
