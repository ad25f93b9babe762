/* The finished PDFs of the sample year, as a reader sees them: sheets, fonts, words, copies, tables, page numbers, description. */
#include "support/year.h"

#define TARGETS_HEAD  "序号目标指标（基数→目标值）完成时限分值评分标准责任科室及责任人"
#define FINDINGS_HEAD "责任部门目标进展抽查情况整改要求及时限"
#define RANKING_HEAD  "名次责任部门共性目标得分专业目标得分总分备注"
#define CHARACTER_MM  (14 * MM_PER_PT) /* of the page number's type, 四号 */

static bool is(const char *one, const char *other)
{
	return strcmp(one, other) == 0;
}

/* The name that a department has on a day, given as a number: 20050331. */
static const char *name_on(xmlNode *department, int day)
{
	return year_value(department,
					  year_print("name[not(translate(@from, '-', '') > %d) and not(translate(@to, '-', '') < %d)]", day, day));
}

static xmlNode *department(const char *id)
{
	GPtrArray *found = year_find(NULL, year_print("//register/department[@id = '%s']", id));
	xmlNode *node = found->pdata[0];

	assert_int_equal(found->len, 1);
	g_ptr_array_unref(found);
	return node;
}

/* ---- the set of files ---- */

static int files_of(const char *kind)
{
	int count = 0;

	for (size_t i = 0; i < year.count; i++)
		count += is(year.files[i].kind, kind);
	return count;
}

static void test_one_file_for_each_document(void **state)
{
	(void)state;
	assert_int_equal(files_of("agreement"), 3 * year_number(NULL, "count(//register/department)"));
	assert_int_equal(files_of("brief"), year_number(NULL, "count(//bulletin)"));
	assert_int_equal(files_of("circular"), year_number(NULL, "count(//circular)"));
	assert_int_equal(files_of("notice"), year_number(NULL, "count(//case/notice)"));
	assert_int_equal(files_of("transfer"), year_number(NULL, "count(//case/notice)"));
	assert_int_equal(files_of("receipt"), year_number(NULL, "count(//case/notice)"));
}

static void test_nothing_but_what_the_manifest_names(void **state)
{
	(void)state;
	year_run("cd \"$T\"/year && find . -type f ! -name manifest.csv | sed 's,^\\./,,' | sort > ../found");
	year_run("tr -d '\\r' < \"$T\"/year/manifest.csv | sed '1d;s/,.*//' | sort > \"$T\"/named");
	year_run("$GONGWEN list " YEAR_SOURCE " | cut -f4 | sort > \"$T\"/listed");
	year_run("cd \"$T\" && cmp found named && cmp found listed");
}

/* ---- sheets and fonts ---- */

static void test_every_page_is_a4(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		PopplerDocument *document;

		if (!year_is_asked(&year.files[i]))
			continue;
		document = year_pdf(year.files[i].name);
		assert_int_equal(poppler_document_get_n_pages(document), year.files[i].pages);
		for (int page = 0; page < year.files[i].pages; page++)
			reader_check_a4(document, page);
		g_object_unref(document);
	}
}

static void test_every_font_is_embedded(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		PopplerDocument *document;

		if (!year_is_asked(&year.files[i]))
			continue;
		document = year_pdf(year.files[i].name);
		assert_true(reader_check_fonts(document) >= 2);
		g_object_unref(document);
	}
}

static void test_syntax(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		char *path, *data;
		gsize size;

		if (!year_is_asked(&year.files[i]))
			continue;
		path = g_build_filename(year.folder, year.files[i].name, NULL);
		assert_true(g_file_get_contents(path, &data, &size, NULL));
		reader_check_syntax(data, size);
		g_free(data);
		g_free(path);
	}
}

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
	for (size_t i = 0; i < year.count; i++) {
		const char *words;

		if (!year_is_asked(&year.files[i]))
			continue;
		words = year_words(year.files[i].name, NULL);
		assert_true(g_utf8_strlen(words, -1) > 100);
		for (const char *at = words; *at; at = g_utf8_next_char(at))
			if (is_foreign(g_utf8_get_char(at)))
				fail_msg("%s has U+%04X in “%.40s”", year.files[i].name, g_utf8_get_char(at), at);
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
	for (size_t i = 0; i < year.count; i++) {
		const char *words;

		if (!year_is_asked(&year.files[i]))
			continue;
		words = year_words(year.files[i].name, NULL);
		if (names_numbers(year.files[i].kind) && !strstr(words, "〔2005〕"))
			fail_msg("%s has no 〔2005〕", year.files[i].name);
		if (g_regex_match_simple("[\\[［【]200[0-9][\\]］】]", words, 0, 0))
			fail_msg("%s has a year in wrong brackets", year.files[i].name);
	}
}

/* ---- agreements ---- */

/* The value of an indicator: the number and its unit stand in the brackets after the name. */
static void check_value(const char *file, const char **at, xmlNode *indicator)
{
	const char *value = year_value(indicator, "concat(@value, @unit)");
	const char *baseline = year_value(indicator, "concat(@baseline, @unit)");
	char *bracket;

	if (!*year_value(indicator, "@value"))
		return;
	assert_true(g_str_has_prefix(*at, "（"));
	bracket = year_print("%.*s", (int)(strstr(*at, "）") - *at), *at);
	if (!g_str_has_suffix(bracket, value))
		fail_msg("%s: %s does not end with %s", file, bracket, value);
	if (*year_value(indicator, "@baseline") && !g_str_has_prefix(bracket, year_print("（%s→", baseline)))
		fail_msg("%s: %s does not begin with %s", file, bracket, baseline);
}

static void expect_target(const char *file, const char **at, xmlNode *target)
{
	GPtrArray *indicators = year_find(target, "indicator");

	year_expect(file, at, year_value(target, "title"));
	for (guint i = 0; i < indicators->len; i++) {
		year_expect(file, at, year_value(indicators->pdata[i], "name"));
		check_value(file, at, indicators->pdata[i]);
		year_expect(file, at, year_value(indicators->pdata[i], "@weight"));
		year_expect(file, at, year_value(indicators->pdata[i], "scoring"));
		year_expect(file, at, year_value(indicators->pdata[i], "evidence"));
	}
	g_ptr_array_unref(indicators);
}

static void expect_targets(const char *file, const char **at, const char *expression)
{
	GPtrArray *targets = year_find(NULL, expression);

	for (guint i = 0; i < targets->len; i++)
		expect_target(file, at, targets->pdata[i]);
	g_ptr_array_unref(targets);
}

static void check_agreement(xmlNode *agreement)
{
	const char *id = year_value(agreement, "@department"), *file = year_print("agreement/%s-1.pdf", id);
	const char *at = year_words(file, TARGETS_HEAD), *specific = year_print("//specific-targets[@department = '%s']/target", id);
	xmlNode *party = department(id);

	year_expect(file, &at, year_print("编号：%s", year_value(agreement, "@number")));
	year_expect(file, &at, "2005年度行政执法目标责任书");
	year_expect(file, &at, "《全面推进依法行政实施纲要》（国发〔2004〕10号）");
	year_expect(file, &at, "（潍政发〔2005〕11号）");
	year_expect(file, &at, name_on(party, 20050331));
	year_expect(file, &at, year_value(agreement, "signatory[@side = 'government']/person"));
	year_expect(file, &at, year_value(agreement, "signatory[@side = 'department']/person"));
	year_expect(file, &at, "（一）共性目标（30分）");
	expect_targets(file, &at, "//common-targets/target");
	year_expect(file, &at, "（二）部门专业目标（70分）");
	expect_targets(file, &at, specific);
	year_expect_all(file, &at, NULL, year_print("%s/measures/p", specific));
	year_expect(file, &at, "“一票否决”");
	year_expect(file, &at, year_value(party, "official[@role = 'contact']/phone"));
	year_expect(file, &at, name_on(party, 20050331));
	year_expect(file, &at, "2005年3月31日");
}

static void test_agreements_say_what_was_agreed(void **state)
{
	GPtrArray *agreements = year_find(NULL, "//agreement");

	(void)state;
	assert_int_equal(agreements->len, year_number(NULL, "count(//register/department)"));
	for (guint i = 0; i < agreements->len; i++)
		if (year_is_asked_of(year_value(agreements->pdata[i], "@department")))
			check_agreement(agreements->pdata[i]);
	g_ptr_array_unref(agreements);
}

/* One copy: its mark and holder, and all that it says besides. */
static char *without_mark(const char *id, int copy, const char *mark)
{
	const char *file = year_print("agreement/%s-%d.pdf", id, copy);
	char *words = year_words(file, NULL), *found = strstr(words, mark);

	if (!found)
		fail_msg("%s does not say %s", file, mark);
	return year_print("%.*s%s", (int)(found - words), words, found + strlen(mark));
}

static void test_three_copies_differ_in_mark_and_holder_only(void **state)
{
	GPtrArray *departments = year_find(NULL, "//register/department");

	(void)state;
	for (guint i = 0; i < departments->len; i++) {
		const char *id = year_value(departments->pdata[i], "@id");
		const char *own = year_print("第二份（%s执）", year_value(departments->pdata[i], "short-name"));
		char *first;

		if (!year_is_asked_of(id))
			continue;
		first = without_mark(id, 1, "第一份（市政府分管领导执）");
		assert_string_equal(first, without_mark(id, 2, own));
		assert_string_equal(first, without_mark(id, 3, "第三份（领导小组办公室执）"));
		assert_int_equal(year_file(year_print("agreement/%s-1.pdf", id))->pages,
						 year_file(year_print("agreement/%s-2.pdf", id))->pages);
	}
	g_ptr_array_unref(departments);
}

/* ---- the circular ---- */

struct score {
	const char *name;
	long common, specific, total; /* in thousandths */
};

static long thousandths(xmlNode *from, const char *expression)
{
	return lround(strtod(year_value(from, expression), NULL) * 1000);
}

static int by_total(gconstpointer one, gconstpointer other)
{
	const struct score *a = one, *b = other;

	return a->total > b->total ? -1 : a->total < b->total;
}

static GArray *scores(void)
{
	GPtrArray *departments = year_find(NULL, "//register/department");
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct score));

	for (guint i = 0; i < departments->len; i++) {
		const char *id = year_value(departments->pdata[i], "@id"), *sum = "sum(//score[@department = '%s'][@target%s]/@points)";
		struct score score = {name_on(departments->pdata[i], 20060116), 0, 0, 0};

		score.common = thousandths(NULL, year_print(sum, id, " = //common-targets/target/@id"));
		score.specific = thousandths(NULL, year_print(sum, id, " = //specific-targets/target/@id"));
		score.total = score.common + score.specific;
		g_array_append_val(all, score);
	}
	g_ptr_array_unref(departments);
	g_array_sort(all, by_total);
	return all;
}

/* Every department's row: rank, name and the sums of its scores, worked out here; the highest first. */
static void test_circular_ranks_the_departments(void **state)
{
	const char *file = "circular/3.pdf", *words = year_words(file, RANKING_HEAD), *table = strstr(words, RANKING_HEAD);
	GArray *all = scores();
	guint rank = 1;

	(void)state;
	assert_non_null(table);
	for (guint i = 0; i < all->len; i++) {
		struct score score = g_array_index(all, struct score, i);
		const char *row;

		if (i && score.total < g_array_index(all, struct score, i - 1).total)
			rank = i + 1;
		row = year_print("%u%s%ld.%03ld%ld.%03ld%ld.%03ld", rank, score.name, score.common / 1000, score.common % 1000,
						 score.specific / 1000, score.specific % 1000, score.total / 1000, score.total % 1000);
		if (!strstr(table, row))
			fail_msg("%s has no row %s", file, row);
	}
	g_array_unref(all);
}

static void test_circular_says_what_was_written(void **state)
{
	const char *file = "circular/3.pdf", *at = year_words(file, RANKING_HEAD);

	(void)state;
	year_expect(file, &at, "潍坊市贯彻《纲要》领导小组办公室文件");
	year_expect(file, &at, "潍依法办发〔2006〕3号");
	year_expect(file, &at, year_value(NULL, "//circular/title"));
	year_expect(file, &at, "各责任部门：");
	year_expect_all(file, &at, NULL, "//circular/p | //circular/section/heading | //circular/section/p");
	year_expect(file, &at, "附件：2005年度行政执法目标责任制考核得分排名表");
	year_expect(file, &at, "潍坊市贯彻《纲要》领导小组办公室2006年1月16日");
	year_expect(file, &at, RANKING_HEAD);
	year_expect(file, &at, "报：市委、市人大常委会、市政府、市政协、市纪委");
	year_expect_all(file, &at, NULL, "//register/department[not(@id = //send-to/@department)]/short-name");
	year_expect(file, &at, "2006年1月16日印发");
}

/* ---- cases ---- */

static void check_notice(xmlNode *node)
{
	const char *number = year_value(node, "@number"), *file = year_print("notice/%s.pdf", number), *at = year_words(file, NULL);

	year_expect(file, &at, "潍坊市人民政府法制局");
	year_expect(file, &at, year_print("潍政法错改〔2005〕%s号", number));
	year_expect(file, &at, "行政执法错案改进通知书");
	year_expect(file, &at, year_print("%s：", name_on(department(year_value(node, "@department")), 20050901)));
	year_expect(file, &at, year_value(node, "act/title"));
	year_expect_all(file, &at, node, "facts/p | finding/p");
	year_expect_all(file, &at, node, "responsible-person/person | responsible-person/post");
	year_expect_all(file, &at, node, "basis/law");
	year_expect_all(file, &at, node, "correction/demand/p");
	year_expect(file, &at, "15日内");
	year_expect(file, &at, "抄送：潍坊市监察局。");
}

static void check_transfer(xmlNode *node)
{
	const char *number = year_value(node, "@number"), *file = year_print("transfer/%s.pdf", number), *at = year_words(file, NULL);
	const char *own = year_value(department(year_value(node, "@department")), "short-name");

	year_expect(file, &at, year_print("关于移送%s行政执法错案的函", own));
	year_expect(file, &at, "潍坊市监察局：");
	year_expect(file, &at, year_value(node, "act/title"));
	year_expect(file, &at, year_print("（潍政法错改〔2005〕%s号）", number));
	year_expect_all(file, &at, node, "finding/p");
	year_expect_all(file, &at, node, "responsible-person/person | responsible-person/post");
	year_expect_all(file, &at, node, "basis/law");
	year_expect(file, &at, year_print("附件：1.行政执法错案改进通知书（潍政法错改〔2005〕%s号）", number));
	year_expect(file, &at, "潍坊市人民政府法制局");
}

static void check_receipt(xmlNode *node)
{
	static const char *const rows[] = {"案号",     "送达文书名称和件数", "受送达人",
									   "送达地点", "受送达人签名或盖章", "代收人及代收理由"};
	const char *number = year_value(node, "@number"), *file = year_print("receipt/%s.pdf", number), *at = year_words(file, NULL);

	year_expect(file, &at, "潍坊市人民政府法制局送达回证");
	year_expect(file, &at, year_print("潍政法错改〔2005〕%s号", number));
	year_expect(file, &at, "案由");
	year_expect(file, &at, year_value(node, "act/title"));
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		year_expect(file, &at, rows[i]);
	year_expect(file, &at, "备注");
	year_expect(file, &at, "填发人：");
	year_expect(file, &at, "送达人：");
}

static void check_cases(void (*check)(xmlNode *))
{
	GPtrArray *cases = year_find(NULL, "//case[notice]");

	for (guint i = 0; i < cases->len; i++)
		check(cases->pdata[i]);
	g_ptr_array_unref(cases);
}

static void test_notices_say_the_facts(void **state)
{
	(void)state;
	check_cases(check_notice);
}

static void test_transfers_say_the_findings(void **state)
{
	(void)state;
	check_cases(check_transfer);
}

static void test_receipts_have_their_rows(void **state)
{
	(void)state;
	check_cases(check_receipt);
}

/* The mark is read before the letter under it, although it is placed on the page by itself. */
static void test_letters_begin_with_the_sender(void **state)
{
	(void)state;
	for (int number = 1; number <= files_of("transfer"); number++) {
		const char *file = year_print("transfer/%d.pdf", number);

		if (!g_str_has_prefix(year_words(file, NULL), "潍坊市人民政府法制局关于移送"))
			fail_msg("%s begins with “%.60s”", file, year_words(file, NULL));
	}
}

/* ---- briefs ---- */

static void check_brief(xmlNode *bulletin)
{
	const char *number = year_value(bulletin, "@number"), *file = year_print("brief/%s.pdf", number);
	const char *at = year_words(file, FINDINGS_HEAD), *words = at;
	const char *inspection = year_print("//inspection[@id = '%s']", year_value(bulletin, "@inspection"));
	GPtrArray *findings;

	year_expect(file, &at, year_print("依法行政简报第%s期", number));
	year_expect(file, &at, year_value(bulletin, "title"));
	year_expect_all(file, &at, bulletin, "p | section/heading | section/p");
	year_expect(file, &at, FINDINGS_HEAD);
	findings = year_find(NULL, year_print("%s/finding/observation/p | %s/finding/demand/p", inspection, inspection));
	for (guint i = 0; i < findings->len; i++) {
		const char *from = at; /* findings are grouped by department: their order is not the source's */

		year_expect(file, &from, year_string(findings->pdata[i]));
	}
	g_ptr_array_unref(findings);
	assert_non_null(strstr(words, "报：市委、市人大常委会、市政府、市政协、市纪委"));
	year_expect(file, &at, year_print("（共印%s份）", year_value(bulletin, "copies")));
}

static void test_briefs_say_what_was_found(void **state)
{
	GPtrArray *bulletins = year_find(NULL, "//bulletin");

	(void)state;
	for (guint i = 0; i < bulletins->len; i++)
		check_brief(bulletins->pdata[i]);
	g_ptr_array_unref(bulletins);
}

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
	check_info("agreement/finance-2.pdf", "2005年度行政执法目标责任书", NULL,
			   year_value(NULL, "//agreement[@department = 'finance']/@signed"));
	check_info("circular/3.pdf", year_value(NULL, "//circular/title"), group, year_value(NULL, "//circular/@date"));
	for (int number = 1; number <= files_of("brief"); number++)
		check_info(year_print("brief/%d.pdf", number), year_value(NULL, year_print("//bulletin[@number = %d]/title", number)),
				   group, year_value(NULL, year_print("//bulletin[@number = %d]/@date", number)));
	for (int number = 1; number <= files_of("notice"); number++) {
		const char *date = year_value(NULL, year_print("//case[@number = %d]/notice/@date", number));

		check_info(year_print("notice/%d.pdf", number), "行政执法错案改进通知书", legal, date);
		check_info(year_print("receipt/%d.pdf", number), "送达回证", NULL, date);
	}
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

/* ---- same bytes, and none for broken input ---- */

/* year.h builds with -j 2 and LANG=C; here one worker, another locale, zone and folder. */
static void check_bytes(const char *options)
{
	year_run(year_print("root=$PWD && cd \"$T\" && env -u LC_ALL LANG=zh_CN.UTF-8 TZ=Asia/Shanghai \"$root\"/$GONGWEN build "
						"\"$root\"/" YEAR_SOURCE " -o other -j 1 -q %s && rm other/manifest.csv",
						options));
	year_run("cd \"$T\"/other && find . -type f -exec cmp {} ../year/{} \\; > ../different && test ! -s ../different");
}

static void test_same_bytes_everywhere(void **state)
{
	(void)state;
	check_bytes("--department water");
	check_bytes("--kind circular --kind brief --kind notice --kind recovery --kind division --kind document-register");
}

/* The year with one thing changed is refused: a new folder is not made, one that is there stays as it was. */
static void check_refused(const char *change, const char *says)
{
	struct run run;

	year_run("rm -rf \"$T\"/broken \"$T\"/kept \"$T\"/none && cp -r samples/weifang-2005 \"$T\"/broken && cp -r \"$T\"/year "
			 "\"$T\"/kept");
	year_run(year_print("cd \"$T\"/broken && %s", change));
	run = run_shell("$GONGWEN build \"$T\"/broken/year.xml -o \"$T\"/none");
	if (run.status != 1 || !strstr(run.err, says))
		fail_msg("%s: exit %d, said %.500s", change, run.status, run.err);
	run_free(&run);
	run = run_shell("$GONGWEN build \"$T\"/broken/year.xml -o \"$T\"/kept");
	assert_int_equal(run.status, 1);
	run_free(&run);
	year_run("test ! -e \"$T\"/none && diff -r \"$T\"/year \"$T\"/kept");
}

static void test_broken_years_leave_no_file(void **state)
{
	(void)state;
	check_refused("echo '<' >> year.xml", "year.xml:");
	check_refused("sed -i 's,</target>,</targets>,' departments/finance.xml", "departments/finance.xml:");
	check_refused("sed -i 's,<pass-mark>80,<pass-mark>eighty,' year.xml", "year.xml:");
	check_refused("sed -i 's,id=\"finance-1\" weight=\"15\",id=\"finance-1\" weight=\"16\",' departments/finance.xml",
				  "departments/finance.xml:");
	check_refused("sed -i 's,department=\"transport\",department=\"nobody\",' cases/case-1.xml", "cases/case-1.xml:");
	check_refused("rm departments/finance.xml", "departments/finance.xml");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_file_for_each_document),
		cmocka_unit_test(test_nothing_but_what_the_manifest_names),
		cmocka_unit_test(test_every_page_is_a4),
		cmocka_unit_test(test_every_font_is_embedded),
		cmocka_unit_test(test_syntax),
		cmocka_unit_test(test_no_substituted_characters),
		cmocka_unit_test(test_no_character_is_lost),
		cmocka_unit_test(test_years_stand_in_their_brackets),
		cmocka_unit_test(test_agreements_say_what_was_agreed),
		cmocka_unit_test(test_three_copies_differ_in_mark_and_holder_only),
		cmocka_unit_test(test_circular_ranks_the_departments),
		cmocka_unit_test(test_circular_says_what_was_written),
		cmocka_unit_test(test_notices_say_the_facts),
		cmocka_unit_test(test_transfers_say_the_findings),
		cmocka_unit_test(test_receipts_have_their_rows),
		cmocka_unit_test(test_letters_begin_with_the_sender),
		cmocka_unit_test(test_briefs_say_what_was_found),
		cmocka_unit_test(test_tables_repeat_their_heads),
		cmocka_unit_test(test_pages_are_numbered_at_the_outer_side),
		cmocka_unit_test(test_description_comes_from_the_data),
		cmocka_unit_test(test_outlines_lead_to_the_headings),
		cmocka_unit_test(test_same_bytes_everywhere),
		cmocka_unit_test(test_broken_years_leave_no_file),
	};

	return cmocka_run_group_tests(tests, year_open, year_close);
}
