/* The document's description: title, author, subject, keywords, creator and dates (ISO 32000-1, 14.3.3), the same as in xmp.c.
 *
 * The dates never come from the clock. SOURCE_DATE_EPOCH comes first (seconds, UTC); else the document's own date, as the day it
 * is, without an hour or a zone that nobody gave (7.9.4 allows this); else 1970-01-01, which says that there was no date. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pdf/pdf_int.h"

#define EPOCH       "SOURCE_DATE_EPOCH"
#define NO_LANGUAGE "und" /* undetermined: a reader takes its own (UA 7.2 wants a tag) */

/* Digits only, and a year of four digits at most. */
static bool parse_epoch(const char *epoch, struct tm *tm)
{
	char *end = NULL;
	long long seconds = isdigit((unsigned char)*epoch) ? strtoll(epoch, &end, 10) : -1;
	time_t time = (time_t)seconds;

	return seconds >= 0 && !*end && seconds <= 253402300799 && gmtime_r(&time, tm);
}

/* Set and empty is as if not set. */
bool pdf_check_epoch(struct diag_sink *sink)
{
	const char *epoch = getenv(EPOCH);
	struct tm tm;
	bool good = !epoch || !*epoch || parse_epoch(epoch, &tm);

	if (!good)
		diag_report(sink, DIAG_PDF_EPOCH, (struct place){0}, "%s", epoch);
	return good;
}

/* NULL: the next source counts. */
static const char *epoch_date(struct arena *arena, const char *epoch)
{
	struct tm tm;

	if (!parse_epoch(epoch, &tm))
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

const char *pdf_one_line(struct arena *arena, const char *text)
{
	GString *line = g_string_new(NULL);
	size_t seen = 0;    /* up to the last character that is not blank */
	bool shown = false; /* marks of direction and the like alone say nothing */
	const char *kept;

	for (const char *at = text ? text : ""; *at; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);

		if ((c == ' ' || g_unichar_iscntrl(c)) && (!line->len || line->str[line->len - 1] == ' '))
			continue;
		g_string_append_unichar(line, g_unichar_iscntrl(c) ? ' ' : c);
		if (!g_unichar_isspace(c) && !g_unichar_iscntrl(c))
			seen = line->len, shown |= g_unichar_type(c) != G_UNICODE_FORMAT;
		else if (!seen)
			g_string_truncate(line, 0);
	}
	g_string_truncate(line, seen);
	kept = shown ? arena_copy(arena, line->str, (size_t)(limit_string_end(line->str) - line->str)) : NULL;
	g_string_free(line, TRUE);
	return kept;
}

/* PDF/UA-1 wants a title (7.1): where none is given, the first bookmark or the first text is it. */
struct pdf_info pdf_describe(struct arena *arena, const struct pdf_copy *copy)
{
	const struct area_info *info = &copy->order->tree->info;
	const struct area_outline *outline = copy->order->tree->outline;
	const char *const titles[] = {info->title, outline ? outline->title : NULL, copy->first_words, PDF_NO_TITLE};
	const char *title = NULL;

	for (size_t i = 0; !title; i++)
		title = pdf_one_line(arena, titles[i]);
	return (struct pdf_info){
		.title = title,
		.author = pdf_one_line(arena, info->author),
		.subject = pdf_one_line(arena, info->subject),
		.keywords = pdf_one_line(arena, info->keywords),
		.kind = pdf_one_line(arena, info->kind),
		.number = pdf_one_line(arena, info->number),
		.language = info->language && language_is_tag(info->language) ? info->language : NO_LANGUAGE,
		.duplex = info->duplex,
		.date = pdf_date(arena, getenv(EPOCH), info->date),
	};
}

/* "D:20050331" or "D:20050331080000Z" (7.9.4). */
void pdf_put_date(GString *out, const char *name, const char *date)
{
	pdf_put(out, name);
	pdf_put(out, "(D:");
	for (; *date; date++)
		if (isdigit((unsigned char)*date) || *date == 'Z')
			g_string_append_c(out, *date);
	pdf_put(out, ")");
}

void pdf_info_put(GString *out, const struct pdf_info *info)
{
	const struct {
		const char *name, *text;
	} entries[] = {
		{"/Title", info->title},
		{"/Author", info->author},
		{"/Subject", info->subject},
		{"/Keywords", info->keywords},
		{"/Creator", "gongwen " GONGWEN_VERSION},
		{"/Producer", PDF_PRODUCER},
	};

	pdf_put(out, "<<");
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
		if (entries[i].text) {
			pdf_put(out, entries[i].name);
			pdf_put_string(out, entries[i].text);
		}
	pdf_put_date(out, "/CreationDate", info->date);
	pdf_put_date(out, "/ModDate", info->date);
	pdf_put(out, ">>");
}
