/* The document's description: title, author, subject, keywords, creator and dates (ISO 32000-1, 14.3.3).
 *
 * The dates never come from the clock. SOURCE_DATE_EPOCH comes first (seconds, UTC); else the document's own date, as the day it
 * is, without an hour or a zone that nobody gave (7.9.4 allows this); else 1970-01-01, which says that there was no date. */
#include <cairo-pdf.h>
#include <ctype.h>
#include <stdlib.h>
#include <time.h>

#include "pdf/pdf_int.h"

/* Digits only, and a year of four digits at most; else NULL, and the next source counts. */
static const char *epoch_date(struct arena *arena, const char *epoch)
{
	char *end = NULL;
	long long seconds = isdigit((unsigned char)*epoch) ? strtoll(epoch, &end, 10) : -1;
	time_t time = (time_t)seconds;
	struct tm tm;

	if (seconds < 0 || *end || seconds > 253402300799 || !gmtime_r(&time, &tm))
		return NULL;
	return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
						tm.tm_min, tm.tm_sec);
}

const char *pdf_date(struct arena *arena, const char *epoch, const char *date)
{
	const char *found = epoch ? epoch_date(arena, epoch) : NULL;
	struct date day;

	if (found)
		return found;
	if (date && date_parse(date, &day))
		return arena_printf(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
	return "1970-01-01";
}

void pdf_describe(struct pdf_writer *writer)
{
	const struct area_info *info = &writer->tree->info;
	const char *date = pdf_date(writer->arena, getenv("SOURCE_DATE_EPOCH"), info->date);
	const struct {
		cairo_pdf_metadata_t entry;
		const char *text;
	} entries[] = {
		{CAIRO_PDF_METADATA_TITLE, info->title},
		{CAIRO_PDF_METADATA_AUTHOR, info->author},
		{CAIRO_PDF_METADATA_SUBJECT, info->subject},
		{CAIRO_PDF_METADATA_KEYWORDS, info->keywords},
		{CAIRO_PDF_METADATA_CREATE_DATE, date},
		{CAIRO_PDF_METADATA_MOD_DATE, date},
		{CAIRO_PDF_METADATA_CREATOR, "gongwen " GONGWEN_VERSION},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
		if (entries[i].text)
			cairo_pdf_surface_set_metadata(writer->surface, entries[i].entry, entries[i].text);
}
