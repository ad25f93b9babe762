/* Characters (T-01, T-06, N-02): none lost, none substituted, years in their brackets. */
#ifndef GONGWEN_TESTS_PDF_CHARACTERS_CHECKS_H
#define GONGWEN_TESTS_PDF_CHARACTERS_CHECKS_H

#include "pdf/samples.h"

/* ---- characters (T-01, T-06) ---- */

/* What no author wrote: replacement and private characters, compatibility ideographs, radicals in place of ideographs, controls. */
static bool is_foreign(gunichar c)
{
	return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF) ||
		   (c >= 0x2F800 && c <= 0x2FA1F) || (c >= 0xF0000) || g_unichar_iscntrl(c);
}

static void test_no_substituted_characters(void **state)
{
	(void)state;
	for (const struct year_file *file = NULL; (file = year_next_asked(file));) {
		const char *words = year_words(file->name, NULL);

		assert_true(g_utf8_strlen(words, -1) > 100);
		for (const char *at = words; *at; at = g_utf8_next_char(at))
			if (is_foreign(g_utf8_get_char(at)))
				fail_msg("%s has U+%04X in “%.40s”", file->name, g_utf8_get_char(at), at);
	}
}

/* How often each character occurs, white space aside. */
static void count_characters(GHashTable *counts, const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		gpointer key = GUINT_TO_POINTER(g_utf8_get_char(text));

		if (!g_unichar_isspace(g_utf8_get_char(text)))
			g_hash_table_insert(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1));
	}
}

/* What stands only where a cell's words are said again after a page's end. */
static void leave_out_repeats(xmlNode *parent)
{
	for (xmlNode *node = parent->children, *next; node; node = next) {
		xmlChar *shown = node->type == XML_ELEMENT_NODE ? xmlGetProp(node, (const xmlChar *)"shown-in") : NULL;

		next = node->next;
		if (xmlStrEqual(shown, (const xmlChar *)"repeat")) {
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		} else {
			leave_out_repeats(node);
		}
		xmlFree(shown);
	}
}

/* What the flow of a document says: its part of the dump, which has the documents in the order of the list. */
static char *flow_words(const char *dump, const char *list, const char *name)
{
	static const char head[] = "<?xml ";
	char **listed = g_strsplit(list, "\n", -1);
	const char *start = strstr(dump, head), *next;
	xmlDoc *fo;
	char *words;

	for (char **at = listed; *at && !is(*at, name); at++)
		start = strstr(start + 1, head);
	assert_non_null(start);
	next = strstr(start + 1, head);
	fo = xmlReadMemory(start, (int)(next ? next - start : (long)strlen(start)), "fo", NULL, XML_PARSE_HUGE);
	assert_non_null(fo);
	leave_out_repeats(xmlDocGetRootElement(fo));
	words = year_print("%s", year_value(xmlDocGetRootElement(fo), "//*[local-name() = 'flow']"));
	xmlFreeDoc(fo);
	g_strfreev(listed);
	return words;
}

/* Page furniture and repeated table heads may add characters to those of the flow, nothing may take any. */
static void check_characters(const char *dump, const char *list, const struct year_file *file)
{
	GHashTable *wanted = g_hash_table_new(NULL, NULL), *found = g_hash_table_new(NULL, NULL);
	GHashTableIter characters;
	gpointer character, count;

	count_characters(wanted, flow_words(dump, list, file->name));
	for (char **page = year_pages(file->name); *page; page++)
		count_characters(found, *page);
	assert_true(g_hash_table_size(wanted) > 50);
	g_hash_table_iter_init(&characters, wanted);
	while (g_hash_table_iter_next(&characters, &character, &count))
		if (GPOINTER_TO_UINT(g_hash_table_lookup(found, character)) < GPOINTER_TO_UINT(count))
			fail_msg("%s: U+%04X is %u times in the flow, %u times in the PDF", file->name, GPOINTER_TO_UINT(character),
					 GPOINTER_TO_UINT(count), GPOINTER_TO_UINT(g_hash_table_lookup(found, character)));
	g_hash_table_unref(wanted);
	g_hash_table_unref(found);
}

static void test_no_character_is_lost(void **state)
{
	const char *dump = year_run("$GONGWEN build " YEAR_SOURCE " --dump=fo -q");
	const char *list = year_run("$GONGWEN list " YEAR_SOURCE " | cut -f4");
	int kinds = 0;

	(void)state;
	for (size_t i = 0; i < year.count; i++)
		if (i == 0 || !is(year.files[i].kind, year.files[i - 1].kind)) {
			check_characters(dump, list, &year.files[i]);
			kinds++;
		}
	assert_int_equal(kinds, atoi(year_run("ls -d templates/kinds/*/ | wc -l"))); /* the year calls for every kind */
}

static bool names_numbers(const char *kind)
{
	static const char *const kinds[] = {"division", "issue",    "agreement", "notice", "transfer",      "receipt",
										"feedback", "recovery", "circular",  "award",  "case-register", "document-register"};

	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (is(kind, kinds[i]))
			return true;
	return false;
}

/* N-02: the year of a document's number stands in 〔 〕. A court's （2005） is its own. */
static void test_years_stand_in_their_brackets(void **state)
{
	(void)state;
	for (const struct year_file *file = NULL; (file = year_next_asked(file));) {
		const char *words = year_words(file->name, NULL);

		if (names_numbers(file->kind) && !strstr(words, "〔2005〕"))
			fail_msg("%s has no 〔2005〕", file->name);
		if (g_regex_match_simple("[\\[［【]200[0-9][\\]］】]", words, 0, 0))
			fail_msg("%s has a year in wrong brackets", file->name);
	}
}

#endif
