/* syntax: what libxml2 finds against well-formed text, in words for its author, in two languages (syntax.def). */
#include <glib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "xml/xml_int.h"

static const struct {
	int code;
	const char *en, *zh;
} rows[] = {
#define SYNTAX(code, en, zh) {code, en, zh},
#include "xml/syntax.def"
#undef SYNTAX
};

/* The row's words with what libxml2 gives for {1}, {2}, {n}, {x}. */
static char *fill(const char *words, const xmlError *error)
{
	GString *text = g_string_new(words);
	char *number = g_strdup_printf("%d", error->int1), *code = g_strdup_printf("%04X", (unsigned)error->int1);
	g_string_replace(text, "{1}", error->str1 ? error->str1 : "", 0);
	g_string_replace(text, "{2}", error->str2 ? error->str2 : "", 0);
	g_string_replace(text, "{n}", number, 0);
	g_string_replace(text, "{x}", code, 0);
	g_free(number);
	g_free(code);
	return g_string_free(text, FALSE);
}

/* libxml2's own words: one line, without its advice to programmers. */
static char *own_words(const xmlError *error)
{
	const char *text = error->message ? error->message : "";
	const char *advice = strstr(text, " use XML_PARSE_HUGE");
	return g_strndup(text, advice ? (size_t)(advice - text) : strcspn(text, "\n"));
}

/* A limit of libxml2's, which has one code for most of them. */
static void report_limit(struct diag_sink *sink, struct place place, const xmlError *error)
{
	if (error->code == XML_ERR_NO_MEMORY)
		diag_report_both(sink, DIAG_XML_LIMIT, place, "memory is out", "内存不足");
	else if (error->message && g_str_has_prefix(error->message, "Excessive depth"))
		diag_report_both(sink, DIAG_XML_LIMIT, place, "elements nest too deep", "元素嵌套过深");
	else
		diag_report_both(sink, DIAG_XML_LIMIT, place, "a name, text, comment or value is too long",
						 "名称、文字、注释或属性值过长");
}

void xml_report_syntax(struct diag_sink *sink, enum diag_code code, struct place place, const xmlError *error)
{
	if (code == DIAG_XML_LIMIT) {
		report_limit(sink, place, error);
		return;
	}
	size_t row = 0;
	while (row < G_N_ELEMENTS(rows) && rows[row].code != error->code)
		row++;
	bool known = row < G_N_ELEMENTS(rows);
	char *en = known ? fill(rows[row].en, error) : own_words(error);
	char *zh = known ? fill(rows[row].zh, error) : own_words(error);
	diag_report_both(sink, code, place, en, zh);
	g_free(en);
	g_free(zh);
}
