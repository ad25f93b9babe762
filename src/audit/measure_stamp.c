/* measure_stamp: signature stamps (签名章) and the offices beside them (7.3.5.3). */
#include <stdlib.h>

#include "audit/audit_int.h"

static unsigned page_of(const struct audit *audit)
{
	return audit->lines[line_first(audit, ROLE_DATE)].page;
}

static const struct line *office_of(const struct audit *audit, unsigned i)
{
	return audit->offices[i] == NONE ? NULL : &audit->lines[audit->offices[i]];
}

static struct finding no_stamp(const struct audit *audit)
{
	return audit->format == AUDIT_ORDER ? finding_none() : finding_optional();
}

struct finding stamp_right(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_stamp(audit);
	for (unsigned i = 0; i < audit->stamp_count; i++)
		finding_worst(&worst, row, finding_mm(audit->grid.area.right - audit->stamps[i].right, page_of(audit) + 1));
	return worst;
}

struct finding stamp_office(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_stamp(audit);
	for (unsigned i = 0; i < audit->stamp_count; i++) {
		const struct line *office = office_of(audit, i);
		if (office)
			finding_worst(&worst, row, finding_mm(audit->stamps[i].left - office->right, office->page + 1));
	}
	return worst;
}

struct finding stamp_middle(const struct audit *audit, const struct clause *row)
{
	struct finding worst = no_stamp(audit);
	for (unsigned i = 0; i < audit->stamp_count; i++) {
		const struct line *office = office_of(audit, i);
		if (office)
			finding_worst(&worst, row,
						  finding_mm(office->middle - (audit->stamps[i].top + audit->stamps[i].bottom) / 2, office->page + 1));
	}
	return worst;
}

struct finding stamp_date_gap(const struct audit *audit, const struct clause *row)
{
	(void)row;
	return audit->stamp_count
			   ? finding_mm(audit->lines[line_first(audit, ROLE_DATE)].top - audit->stamps[audit->stamp_count - 1].bottom,
							page_of(audit) + 1)
			   : no_stamp(audit);
}

struct finding stamp_text_gap(const struct audit *audit, const struct clause *row)
{
	len above = 0;
	(void)row;
	if (!audit->stamp_count)
		return no_stamp(audit);
	unsigned page = page_of(audit);
	for (unsigned i = audit->sheets[page].first; i < audit->sheets[page].end; i++)
		if (audit->lines[i].role == ROLE_TEXT || audit->lines[i].role == ROLE_ANNEX_NOTE)
			above = MAX(above, audit->lines[i].bottom);
	return above ? finding_mm(audit->stamps[0].top - above, page + 1) : finding_none();
}

/* Of joint issue: one a row, offices and stamps each below one another. */
struct finding stamps_joint(const struct audit *audit, const struct clause *row)
{
	bool ok = true;
	(void)row;
	if (audit->stamp_count < 2)
		return finding_optional();
	for (unsigned i = 1; i < audit->stamp_count; i++) {
		const struct line *office = office_of(audit, i), *above = office_of(audit, i - 1);
		ok = ok && audit->stamps[i].top >= audit->stamps[i - 1].bottom &&
			 abs(audit->stamps[i].right - audit->stamps[i - 1].right) <= MM(1) && office && above &&
			 (abs(office->left - above->left) <= MM(1) || abs(office->right - above->right) <= MM(1));
	}
	return finding_check(ok, arena_printf(audit->arena, "%u", audit->stamp_count), page_of(audit) + 1);
}

struct finding stamp_date_right(const struct audit *audit, const struct clause *row)
{
	const struct line *date = line_of(audit, ROLE_DATE);
	(void)row;
	return date ? finding_mm(audit->grid.area.right - date->right, date->page + 1) : finding_none();
}
