/* Agreements: what was agreed, three copies that differ in mark and holder. */
#ifndef GONGWEN_TESTS_PDF_AGREEMENT_CHECKS_H
#define GONGWEN_TESTS_PDF_AGREEMENT_CHECKS_H

#include "pdf/samples.h"

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

#endif
