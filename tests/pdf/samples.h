/* What the checks of the sample year's PDFs share: heads of tables, and a department's names. */
#ifndef GONGWEN_TESTS_PDF_SAMPLES_H
#define GONGWEN_TESTS_PDF_SAMPLES_H

#define YEAR_PROFILE "a2a+ua1"
#include "support/year.h"

#define TARGETS_HEAD  "序号目标指标（基数→目标值）完成时限分值评分标准责任科室及责任人"
#define FINDINGS_HEAD "责任部门目标进展抽查情况整改要求及时限"
#define RANKING_HEAD  "名次责任部门共性目标得分专业目标得分总分备注"
#define CHARACTER_MM  (14 * MM_PER_PT) /* of the page number's type, 四号 */

static inline bool is(const char *one, const char *other)
{
	return strcmp(one, other) == 0;
}

/* The name that a department has on a day, given as a number: 20050331. */
static inline const char *name_on(xmlNode *department, int day)
{
	return year_value(department,
					  year_print("name[not(translate(@from, '-', '') > %d) and not(translate(@to, '-', '') < %d)]", day, day));
}

static inline xmlNode *department(const char *id)
{
	GPtrArray *found = year_find(NULL, year_print("//register/department[@id = '%s']", id));
	xmlNode *node = found->pdata[0];

	assert_int_equal(found->len, 1);
	g_ptr_array_unref(found);
	return node;
}

#endif
