/* Nothing that the data says is left out: every text that an author wrote, and every date, stands in some document of the year, whole.
 * Asked of the formatting objects of all documents at once (--dump=fo); that a PDF says what they say is samples_test's matter. */
#include <string.h>

#include "support/year.h"

/* All dates but those that are about the data: since when and until when a name or post holds, and when an instrument was issued, which is
 * cited by title and number. */
#define DATES                                                                                                                    \
	"//@*[string-length() = 10 and translate(., '0123456789', '') = '--'][not(name() = 'from' or name() = 'to' or "              \
	"parent::instrument)]"
#define TEXTS "//text()[normalize-space()]"

/* The text of each document, white space aside, in the order of the plan. */
static GPtrArray *documents;
static guint at; /* where the last text was found: the next is likely to be near */

/* What one FO file says: character data without tags, comments and white space. */
static char *said_by(const char *fo)
{
	xmlDoc *doc = xmlReadMemory(fo, (int)strlen(fo), "fo", NULL, XML_PARSE_HUGE | XML_PARSE_NONET);
	char *words;

	assert_non_null(doc);
	words = year_squeeze(year_string(xmlDocGetRootElement(doc)));
	xmlFreeDoc(doc);
	return words;
}

static void read_documents(const char *path)
{
	static const char head[] = "<?xml ";
	char *dump = year_run(year_print("$GONGWEN build %s --dump=fo -q", path));

	documents = g_ptr_array_new();
	at = 0;
	for (char *start = strstr(dump, head), *next; start; start = next) {
		char *fo;

		next = strstr(start + 1, head);
		fo = g_strndup(start, next ? (gsize)(next - start) : strlen(start));
		if (!next || strncmp(start, next, (gsize)(next - start)) != 0)
			g_ptr_array_add(documents, said_by(fo));
		g_free(fo);
	}
}

static bool is_said(const char *words)
{
	for (guint i = 0; i < documents->len; i++) {
		guint try = (at + i) % documents->len;

		if (!strstr(documents->pdata[try], words))
			continue;
		at = try;
		return true;
	}
	return false;
}

/* 2005-03-31 → 3月31日, 2005年3月31日. The document's own year is left out in tables. */
static bool is_date_said(const char *date)
{
	const char *day = year_print("%d月%d日", atoi(date + 5), atoi(date + 8)), *full = year_print("%.4s年%s", date, day);

	return is_said(full) || is_said(day);
}

static bool is_date(const char *text)
{
	return g_regex_match_simple("^\\d{4}-\\d\\d-\\d\\d$", text, 0, 0);
}

static int lost_of(const char *expression)
{
	GPtrArray *nodes = year_find(NULL, expression);
	int lost = 0;

	for (guint i = 0; i < nodes->len; i++) {
		const xmlNode *node = nodes->pdata[i];
		const char *text = year_squeeze(year_string(node));

		if (is_date(text) ? is_date_said(text) : is_said(text))
			continue;
		print_error("%s, line %ld, %s: “%.200s”\n", (const char *)node->doc->URL, xmlGetLineNo((xmlNode *)node->parent),
					(const char *)node->parent->name, text);
		lost++;
	}
	g_ptr_array_unref(nodes);
	return lost;
}

static void check_year(const char *path)
{
	read_documents(path);
	year.source = xmlReadFile(path, NULL, XML_PARSE_NONET);
	assert_non_null(year.source);
	assert_true(xmlXIncludeProcessFlags(year.source, XML_PARSE_NONET) >= 0);
	assert_int_equal(lost_of(TEXTS) + lost_of(DATES), 0);
	xmlFreeDoc(year.source);
	year.source = NULL;
	g_ptr_array_unref(documents);
}

static void test_year_of_2005(void **state)
{
	(void)state;
	check_year("samples/weifang-2005/year.xml");
}

static void test_year_of_60_departments(void **state)
{
	(void)state;
	check_year("samples/sixty/year.xml");
}

static void test_smallest_year(void **state)
{
	(void)state;
	check_year("samples/minimal/year.xml");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_smallest_year),
		cmocka_unit_test(test_year_of_60_departments),
		cmocka_unit_test(test_year_of_2005),
	};

	return cmocka_run_group_tests(tests, year_open_scratch, year_close);
}
