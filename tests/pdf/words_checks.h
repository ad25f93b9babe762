/* The circular, the documents of a case, letters and briefs say what the data says. */
#ifndef GONGWEN_TESTS_PDF_WORDS_CHECKS_H
#define GONGWEN_TESTS_PDF_WORDS_CHECKS_H

#include "pdf/samples.h"

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

#endif
