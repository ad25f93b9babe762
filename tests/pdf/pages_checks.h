/* Pages: tables that go on, page numbers (G-60 … G-63, G-85), description, outline. */
#ifndef GONGWEN_TESTS_PDF_PAGES_CHECKS_H
#define GONGWEN_TESTS_PDF_PAGES_CHECKS_H

#include "pdf/samples.h"

/* ---- tables over pages ---- */

/* Each page on which a table goes on begins with the table's head; gives on how many pages tables go on. A table ends with the first
 * word of `ends` that stands after its head. */
static int check_heads(const char *file, const char *head, const char *const *ends)
{
	char **pages = year_pages(file);
	int more = 0;
	bool open = false;

	for (int i = 0; pages[i]; i++) {
		GString *words = g_string_new(pages[i]);
		const char *at;

		year_cut(words, year_print("—%d—", i + 1));
		at = words->str;
		if (open && !g_str_has_prefix(at, head))
			fail_msg("%s, page %d begins with “%.60s”", file, i + 1, at);
		more += open;
		open = false;
		for (const char *next; (next = strstr(at, head)) != NULL; at = next) {
			next += strlen(head);
			open = true;
			for (const char *const *end = ends; *end; end++)
				open = open && !strstr(next, *end);
		}
		g_string_free(words, TRUE);
	}
	return more;
}

static void test_tables_repeat_their_heads(void **state)
{
	static const char *const targets[] = {"小计30", "合计100", NULL}, *const record[] = {"报：市委", NULL};

	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		const struct year_file *file = &year.files[i];

		if (is(file->kind, "agreement") && is(file->copy, "1") && year_is_asked(file))
			assert_true(check_heads(file->name, TARGETS_HEAD, targets) >= 3);
		if (is(file->kind, "brief"))
			assert_true(check_heads(file->name, FINDINGS_HEAD, record) >= 1);
		if (is(file->kind, "circular"))
			assert_true(check_heads(file->name, RANKING_HEAD, record) >= 1);
	}
}

/* ---- page numbers (G-60 … G-63, G-85) ---- */

static void check_number(PopplerDocument *document, const char *name, int page)
{
	struct reader_box box = reader_find(document, page, year_print("— %d —", page + 1));
	double found = page % 2 ? box.left : box.right, wanted = page % 2 ? 28 + CHARACTER_MM : 184 - CHARACTER_MM;

	if (fabs(found - wanted) > 0.1)
		fail_msg("%s, page %d: number at %.2f mm, wanted %.2f mm", name, page + 1, found, wanted);
	if (box.top < 262)
		fail_msg("%s, page %d: number at %.2f mm from the top", name, page + 1, box.top);
}

static void check_no_number(PopplerDocument *document, const char *name, int index)
{
	PopplerPage *page = poppler_document_get_page(document, index);
	char *text = poppler_page_get_text(page);

	if (strstr(text, year_print("— %d —", index + 1)))
		fail_msg("%s, page %d has a number", name, index + 1);
	g_free(text);
	g_object_unref(page);
}

/* Odd pages at the right, even at the left, one character in; a form of one page and the first page of a letter have none. */
static bool is_form(const char *kind)
{
	return is(kind, "receipt") || is(kind, "feedback");
}

static bool is_letter(const char *kind)
{
	return is(kind, "transfer") || is(kind, "issue") || is(kind, "meeting") || is(kind, "veto");
}

static void test_pages_are_numbered_at_the_outer_side(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		const struct year_file *file = &year.files[i];
		PopplerDocument *document;

		if (!year_is_asked(file) || (*file->copy && !is(file->copy, "1")))
			continue;
		document = year_pdf(file->name);
		for (int page = 0; page < file->pages; page++)
			if (is_form(file->kind) || (is_letter(file->kind) && page == 0))
				check_no_number(document, file->name, page);
			else
				check_number(document, file->name, page);
		g_object_unref(document);
	}
}

/* ---- description ---- */

static void check_info(const char *name, const char *title, const char *author, const char *date)
{
	PopplerDocument *document = year_pdf(name);
	char *found_title = poppler_document_get_title(document), *found_author = poppler_document_get_author(document);
	time_t created = poppler_document_get_creation_date(document), changed = poppler_document_get_modification_date(document);
	char day[16];

	assert_string_equal(found_title, title);
	if (author)
		assert_string_equal(found_author, author);
	assert_true(strftime(day, sizeof day, "%Y-%m-%d", gmtime(&created)) > 0);
	assert_string_equal(day, date);
	assert_true(created == changed);
	g_free(found_title);
	g_free(found_author);
	g_object_unref(document);
}

static void test_description_comes_from_the_data(void **state)
{
	static const char *const legal = "潍坊市人民政府法制局", *const group = "潍坊市贯彻《纲要》领导小组办公室";

	(void)state;
	check_info("agreement/finance-2.pdf",
			   year_print("2005年度行政执法目标责任书（潍坊市财政局，编号%s）",
						  year_value(NULL, "//agreement[@department = 'finance']/@number")),
			   NULL, year_value(NULL, "//agreement[@department = 'finance']/@signed"));
	check_info("circular/3.pdf", year_value(NULL, "//circular/title"), group, year_value(NULL, "//circular/@date"));
	for (int number = 1; number <= files_of("brief"); number++)
		check_info(year_print("brief/%d.pdf", number),
				   year_print("%s（依法行政简报第%d期）", year_value(NULL, year_print("//bulletin[@number = %d]/title", number)),
							  number),
				   group, year_value(NULL, year_print("//bulletin[@number = %d]/@date", number)));
	for (int number = 1; number <= files_of("notice"); number++) {
		const char *date = year_value(NULL, year_print("//case[@number = %d]/notice/@date", number));
		const char *whose = year_value(NULL, year_print("//case[@number = %d]/@department", number));
		const char *of = year_print("（%s，潍政法错改〔2005〕%d号）", name_on(department(whose), 20050901), number);

		check_info(year_print("notice/%d.pdf", number), year_print("行政执法错案改进通知书%s", of), legal, date);
		check_info(year_print("receipt/%d.pdf", number), year_print("送达回证%s", of), NULL, date);
	}
}

/* No two documents of a year have one title; copies of one do. */
static void test_titles_tell_documents_apart(void **state)
{
	GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		const struct year_file *file = &year.files[i];
		PopplerDocument *document;
		char *title;

		if (*file->copy && !is(file->copy, "1"))
			continue;
		document = year_pdf(file->name);
		title = poppler_document_get_title(document);
		if (!g_hash_table_insert(known, title, NULL))
			fail_msg("%s: %s", file->name, title);
		g_object_unref(document);
	}
	g_hash_table_destroy(known);
}

/* ---- outline ---- */

static void collect_outline(PopplerDocument *document, PopplerIndexIter *iter, GString *titles)
{
	do {
		PopplerAction *action = poppler_index_iter_get_action(iter);
		PopplerIndexIter *child = poppler_index_iter_get_child(iter);
		PopplerDest *dest = poppler_document_find_dest(document, action->goto_dest.dest->named_dest);
		PopplerPage *page = poppler_document_get_page(document, dest ? dest->page_num - 1 : 0);
		char *text = poppler_page_get_text(page), *words = year_squeeze(text);
		char *title = g_str_has_prefix(action->any.title, "附件：") ? action->any.title + strlen("附件：") : action->any.title;

		if (!dest || !strstr(words, title))
			fail_msg("“%s” does not lead to its page", action->any.title);
		g_string_append_printf(titles, "%s|", action->any.title);
		g_free(text);
		g_object_unref(page);
		poppler_dest_free(dest);
		poppler_action_free(action);
		if (child)
			collect_outline(document, child, titles);
		poppler_index_iter_free(child);
	} while (poppler_index_iter_next(iter));
}

/* The outline's titles in order, and each leads to a page that says them. */
static void check_outline(const char *name, const char *wanted)
{
	PopplerDocument *document = year_pdf(name);
	PopplerIndexIter *iter = poppler_index_iter_new(document);
	GString *titles = g_string_new(NULL);

	if (!iter)
		fail_msg("%s has no outline", name);
	collect_outline(document, iter, titles);
	assert_string_equal(titles->str, wanted);
	poppler_index_iter_free(iter);
	g_string_free(titles, TRUE);
	g_object_unref(document);
}

/* The title, then the sections' headings numbered after those that the document has by itself. */
static char *headings(const char *from, const char *first, int number)
{
	static const char *const han[] = {"", "一", "二", "三", "四", "五", "六"};
	GString *titles = g_string_new(first);
	GPtrArray *sections = year_find(NULL, from);

	for (guint i = 0; i < sections->len; i++)
		g_string_append_printf(titles, "%s、%s|", han[number + (int)i], year_string(sections->pdata[i]));
	g_ptr_array_unref(sections);
	return year_keep(g_string_free(titles, FALSE));
}

static void test_outlines_lead_to_the_headings(void **state)
{
	const char *circular = headings("//circular/section/heading",
									year_print("%s|一、考核结果|", year_value(NULL, "//circular/title")), 2);
	const char *brief = headings("//bulletin[@number = 1]/section/heading",
								 year_print("%s|", year_value(NULL, "//bulletin[@number = 1]/title")), 1);

	(void)state;
	check_outline("agreement/water-3.pdf",
				  "2005年度行政执法目标责任书|一、任务目标|（一）共性目标|（二）部门专业目标|二、检查考核|三、奖惩|四、组织领导|"
				  "五、期限和效力|六、份数|");
	check_outline("circular/3.pdf", year_print("%s附件：2005年度行政执法目标责任制考核得分排名表|", circular));
	check_outline("brief/1.pdf", year_print("%s附：不定期抽查情况一览表|", brief));
}

#endif
