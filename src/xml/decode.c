/* decode: bytes of a file → UTF-8 text. The encoding is that of the byte order mark, else of the XML declaration, else UTF-8. */
#include <errno.h>
#include <glib.h>
#include <string.h>

#include "xml/xml_int.h"

/* Copies the declared encoding's name; empty when there is none. Declarations are ASCII in all encodings that come without a mark. */
static void declared_encoding(const char *data, size_t size, char *name, size_t room)
{
	*name = '\0';
	if (size < 6 || memcmp(data, "<?xml", 5) != 0 || !g_ascii_isspace(data[5]))
		return;
	const char *end = memchr(data, '>', MIN(size, 1024));
	const char *at = end ? g_strstr_len(data, end - data, "encoding") : NULL;
	if (!at)
		return;
	at += strlen("encoding");
	while (at < end && (g_ascii_isspace(*at) || *at == '='))
		at++;
	char quote = *at++;
	if (quote != '"' && quote != '\'')
		return;
	size_t count = 0;
	while (at < end && *at != quote && count + 1 < room)
		name[count++] = *at++;
	name[count] = '\0';
}

static const char *marked_encoding(const char *data, size_t size, size_t *mark)
{
	*mark = 0;
	if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
		*mark = 3;
		return "UTF-8";
	}
	if (size >= 2 && memcmp(data, "\xFE\xFF", 2) == 0) {
		*mark = 2;
		return "UTF-16BE";
	}
	if (size >= 2 && memcmp(data, "\xFF\xFE", 2) == 0) {
		*mark = 2;
		return "UTF-16LE";
	}
	return NULL;
}

/* What offices call GB2312 or GBK is read by the standard that contains both. */
static const char *widest(const char *name)
{
	return g_ascii_strcasecmp(name, "GB2312") == 0 || g_ascii_strcasecmp(name, "GBK") == 0 ? "GB18030" : name;
}

/* What is given in place of XML now and then, by its first bytes. */
static const struct {
	const char *mark, *en, *zh;
} others[] = {
	{"PK\003\004", "a ZIP file (Word, WPS, Excel …), not XML", "这是ZIP格式的文件（Word、WPS、Excel等），不是XML"},
	{"\xD0\xCF\x11\xE0", "a file of Word, WPS or Excel, not XML", "这是Word、WPS或Excel文件，不是XML"},
	{"%PDF", "a PDF file, not XML", "这是PDF文件，不是XML"},
};

static bool say_other(const struct xml_source *source, struct diag_sink *sink)
{
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		if (g_str_has_prefix(source->text, others[i].mark)) {
			diag_report_both(sink, DIAG_XML_ENCODING, (struct place){source->name, 1, 1}, others[i].en, others[i].zh);
			return true;
		}
	return false;
}

/* Whether all of the text is sound in the encoding that offices use without saying so. */
static bool is_gb18030(const struct xml_source *source)
{
	gsize read = 0;
	char *text = g_convert(source->text, (gssize)source->size, "UTF-8", "GB18030", &read, NULL, NULL);
	bool sound = text && read == source->size;
	g_free(text);
	return sound;
}

static bool refuse_utf8(struct xml_source *source, const char *bad, struct diag_sink *sink)
{
	size_t offset = (size_t)(bad - source->text);
	unsigned byte = (unsigned char)*bad;
	if (say_other(source, sink))
		return false;
	bool gb18030 = is_gb18030(source);
	source->size = offset; /* the place is counted in what is valid */
	char *en = g_strdup_printf(
		"byte 0x%02X is not UTF-8%s", byte,
		gb18030 ? "; the file looks like GB18030 (GBK): save it as UTF-8, or declare encoding=\"GB18030\" in its first line"
				: "");
	char *zh = g_strdup_printf("字节0x%02X不是UTF-8%s", byte,
							   gb18030 ? "；文件似为GB18030（GBK）编码，请另存为UTF-8，或者在首行声明encoding=\"GB18030\"" : "");
	diag_report_both(sink, DIAG_XML_ENCODING, xml_place_at(source, offset), en, zh);
	g_free(en);
	g_free(zh);
	return false;
}

/* The text before the byte that is none of the encoding tells where that byte stands. */
static struct place place_after(const char *data, size_t size, const char *encoding, const struct xml_source *source)
{
	gsize written = 0;
	char *text = g_convert(data, (gssize)size, "UTF-8", encoding, NULL, &written, NULL);
	struct xml_source valid = {.name = source->name, .arena = source->arena, .text = text, .size = written};
	struct place place = text ? xml_place_at(&valid, written) : (struct place){.file = source->name};
	g_free(text);
	return place;
}

/* error NULL: the text ends inside a character. */
static void refuse_converted(struct diag_sink *sink, struct place place, const char *encoding, size_t byte, const GError *error)
{
	bool unknown = error && !g_error_matches(error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
	char *en = unknown ? g_strdup_printf("%s: no such encoding; UTF-8 and GB18030 are common ones", encoding)
					   : g_strdup_printf("%s, byte %zu: %s", encoding, byte,
										 error ? "no character of it" : "the character is not complete");
	char *zh = unknown ? g_strdup_printf("%s：没有这种编码，常用的是UTF-8和GB18030", encoding)
					   : g_strdup_printf("%s，第%zu字节：%s", encoding, byte, error ? "不是该编码的字符" : "字符不完整");
	diag_report_both(sink, DIAG_XML_ENCODING, place, en, zh);
	g_free(en);
	g_free(zh);
}

/* The text's size in UTF-8; to: where it goes, NULL: nowhere. -1: not all of the data are of the encoding. */
static gssize convert_to(GIConv converter, const char *data, size_t size, char *to)
{
	char scratch[16384], *in = (char *)(uintptr_t)data;
	gsize left = size, result = 0;
	gssize written = 0;
	g_iconv(converter, NULL, NULL, NULL, NULL);
	for (bool more = true; more;) {
		char *out = scratch;
		gsize room = sizeof scratch;
		more = left > 0; /* at the end: what the converter held back */
		result = more ? g_iconv(converter, &in, &left, &out, &room) : g_iconv(converter, NULL, NULL, &out, &room);
		if (result == (gsize)-1 && errno != E2BIG)
			return -1;
		if (to)
			memcpy(to + written, scratch, sizeof scratch - room);
		written += (gssize)(sizeof scratch - room);
	}
	return written;
}

/* In two goes, so that there is no text but the one that stays: files are up to 64 MB. */
static bool convert_all(const char *data, size_t size, const char *encoding, struct arena *arena, struct xml_source *source)
{
	GIConv converter = g_iconv_open("UTF-8", encoding);
	gssize written = converter != (GIConv)-1 ? convert_to(converter, data, size, NULL) : -1;
	if (written >= 0) {
		char *text = arena_alloc(arena, (size_t)written + 1);
		convert_to(converter, data, size, text);
		source->text = text;
		source->size = (size_t)written;
	}
	if (converter != (GIConv)-1)
		g_iconv_close(converter);
	return written >= 0;
}

static bool convert(const char *data, size_t size, const char *encoding, struct arena *arena, struct xml_source *source,
					struct diag_sink *sink)
{
	if (convert_all(data, size, encoding, arena, source))
		return true;
	GError *error = NULL;
	gsize read = 0;
	g_free(g_convert(data, (gssize)size, "UTF-8", encoding, &read, NULL, &error));
	refuse_converted(sink, place_after(data, read, encoding, source), encoding, (size_t)read, error);
	g_clear_error(&error);
	return false;
}

bool xml_decode(const char *data, size_t size, const char *name, struct arena *arena, struct xml_source *source,
				struct diag_sink *sink)
{
	char declared[64];
	size_t mark;
	const char *encoding = marked_encoding(data, size, &mark);
	if (!encoding) {
		declared_encoding(data, size, declared, sizeof declared);
		encoding = *declared ? widest(declared) : "UTF-8";
	}
	*source = (struct xml_source){.name = name, .arena = arena};
	if (g_ascii_strcasecmp(encoding, "UTF-8") != 0)
		return convert(data + mark, size - mark, encoding, arena, source, sink);
	source->text = arena_copy(arena, data + mark, size - mark);
	source->size = size - mark;
	const char *bad;
	return g_utf8_validate(source->text, (gssize)source->size, &bad) || refuse_utf8(source, bad, sink);
}
