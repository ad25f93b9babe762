/* finding: what a measure gives, and the worst of several. */
#include <math.h>

#include "audit/audit_int.h"

struct finding finding_none(void)
{
	return (struct finding){.state = NOT_FOUND};
}

struct finding finding_optional(void)
{
	return (struct finding){.state = NOT_APPLICABLE};
}

static struct finding value_of(double value, unsigned page)
{
	return (struct finding){.state = FOUND, .value = value, .page = page};
}

struct finding finding_mm(len value, unsigned page)
{
	return value_of(len_to_mm(value), page);
}

struct finding finding_pt(len value, unsigned page)
{
	return value_of(len_to_pt(value), page);
}

struct finding finding_count(double value, unsigned page)
{
	return value_of(value, page);
}

struct finding finding_from_left(const struct audit *audit, const struct line *line)
{
	return line ? finding_mm(line_start(line, audit->grid.area.left) - audit->grid.area.left, line->page + 1)
				: finding_optional();
}

struct finding finding_check(bool ok, const char *seen, unsigned page)
{
	return (struct finding){.state = FOUND, .ok = ok, .seen = seen, .page = page};
}

void finding_worst(struct finding *worst, const struct clause *row, struct finding next)
{
	double middle = (row->least + row->most) / 2;
	if (next.state == FOUND && (worst->state != FOUND || fabs(next.value - middle) > fabs(worst->value - middle)))
		*worst = next;
}

void finding_first_failure(struct finding *all, struct finding next)
{
	if (next.state == FOUND && (all->state != FOUND || all->ok))
		*all = next;
}
