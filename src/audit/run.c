/* run: the order of the steps, and the rows of the report. */
#include <math.h>

#include "audit/audit_int.h"

const char *const audit_formats[AUDIT_FORMAT_COUNT] = {"document", "letter", "order", "minutes", "brief"};

static const struct clause clauses[] = {
#define CLAUSE(function, requirement, section, formats, unit, least, most, en, zh, required_en, required_zh)                     \
	{requirement, section, formats, unit, least, most, en, zh, required_en, required_zh, function},
#include "clauses.def"
#undef CLAUSE
};

/* ---- words ---- */

static const char *unit_name(enum unit unit)
{
	return unit == UNIT_MM ? " mm" : unit == UNIT_PT ? " pt" : "";
}

/* "35 ± 1 mm", "27.95 – 30.05 pt", "≥ 4.4 mm", "22" */
static const char *required_text(const struct audit *audit, const struct clause *row)
{
	const char *unit = unit_name(row->unit);
	double middle = (row->least + row->most) / 2, half = (row->most - row->least) / 2;
	if (row->unit == UNIT_CHECK)
		return audit->language == DIAG_CHINESE ? row->required_zh : row->required_en;
	if (isinf(row->most))
		return arena_printf(audit->arena, "≥ %.5g%s", row->least, unit);
	if (half == 0)
		return arena_printf(audit->arena, "%.5g%s", middle, unit);
	if (row->least == 0)
		return arena_printf(audit->arena, "≤ %.5g%s", row->most, unit);
	if (fabs(middle * 10 - round(middle * 10)) < 1e-6 && half <= 1.5)
		return arena_printf(audit->arena, "%.5g ± %.5g%s", fabs(middle) < 1e-9 ? 0 : middle, half, unit);
	return arena_printf(audit->arena, "%.5g – %.5g%s", row->least, row->most, unit);
}

static const char *measured_text(const struct audit *audit, const struct clause *row, const struct finding *finding)
{
	if (finding->state != FOUND)
		return "";
	if (finding->seen)
		return finding->seen;
	double value = fabs(finding->value) < 0.005 ? 0 : finding->value;
	return arena_printf(audit->arena, "%.2f%s", value, unit_name(row->unit));
}

/* Values are compared as printed, to 0.01. */
static enum audit_verdict verdict_of(const struct clause *row, const struct finding *finding)
{
	double value = round(finding->value * 100) / 100;
	if (finding->state == NOT_APPLICABLE)
		return AUDIT_NOT_APPLICABLE;
	if (finding->state == NOT_FOUND)
		return AUDIT_NOT_FOUND;
	bool ok = row->unit == UNIT_CHECK ? finding->ok : value >= row->least - 1e-9 && value <= row->most + 1e-9;
	return ok ? AUDIT_PASS : AUDIT_FAIL;
}

static struct audit_row make_row(const struct audit *audit, const struct clause *row)
{
	struct finding finding = row->measure(audit, row);
	return (struct audit_row){
		.number = row->requirement,
		.clause = row->section,
		.what = audit->language == DIAG_CHINESE ? row->zh : row->en,
		.required = required_text(audit, row),
		.measured = measured_text(audit, row, &finding),
		.page = finding.state == FOUND ? finding.page : 0,
		.verdict = verdict_of(row, &finding),
	};
}

/* ---- the steps ---- */

/* The 版记 comes before the grid: a long one has more text than the body of a short document. */
static void find_lines(struct audit *audit)
{
	audit->record_rule_count = 0;
	audit->grid = (struct grid){.area = {PAGE_LEFT, PAGE_TOP, PAGE_LEFT + AREA_WIDTH, PAGE_TOP + AREA_HEIGHT}};
	audit_sort_shapes(audit);
	audit_find_seals(audit);
	audit_name_faces(audit);
	audit_make_lines(audit);
	find_folios(audit);
	find_record(audit);
	find_grid(audit);
}

static void find_elements(struct audit *audit)
{
	find_lines(audit);
	if (audit->format == AUDIT_FORMAT_COUNT)
		audit->format = audit_guess(audit);
	const struct reader_document *unmirrored = audit_unmirror(audit);
	if (unmirrored) {
		audit->document = unmirrored;
		find_lines(audit);
	}
	find_head(audit);
	find_title(audit);
	find_annexes(audit);
	find_signature(audit);
	find_stamps(audit);
	find_text(audit);
	find_seals(audit);
}

const struct audit_report *audit_run(const struct reader_document *document, enum audit_format format,
									 enum diag_language language, struct arena *arena)
{
	struct audit audit = {.document = document, .format = format, .language = language, .arena = arena};
	struct audit_report *report = ARENA_NEW(arena, struct audit_report);
	struct audit_row *rows = ARENA_ARRAY(arena, struct audit_row, G_N_ELEMENTS(clauses));
	find_elements(&audit);
	report->format = audit.format;
	report->guessed = format == AUDIT_FORMAT_COUNT;
	for (size_t i = 0; i < G_N_ELEMENTS(clauses); i++)
		if (clauses[i].formats & 1u << audit.format) {
			rows[report->count] = make_row(&audit, &clauses[i]);
			report->verdicts[rows[report->count++].verdict]++;
		}
	report->rows = rows;
	return report;
}
