/* decode: bytes of a file → UTF-8 text. The encoding is that of the byte order mark, else of the XML declaration, else UTF-8. */
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

static bool refuse_utf8(struct xml_source *source, const char *bad, struct diag_sink *sink)
{
	size_t offset = (size_t)(bad - source->text);
	source->size = offset; /* the place is counted in what is valid */
	diag_report(sink, DIAG_XML_ENCODING, xml_place_at(source, offset), "UTF-8, byte 0x%02X", (unsigned char)*bad);
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

static bool convert(const char *data, size_t size, const char *encoding, struct arena *arena, struct xml_source *source,
					struct diag_sink *sink)
{
	GError *error = NULL;
	gsize read = 0, written = 0;
	char *text = g_convert(data, (gssize)size, "UTF-8", encoding, &read, &written, &error);
	if (!text || read < size) { /* GLib leaves a character that the end cuts */
		diag_report(sink, DIAG_XML_ENCODING, place_after(data, read, encoding, source), "%s, byte %zu: %s", encoding,
					(size_t)read, error ? error->message : "the character is not complete");
		g_clear_error(&error);
		g_free(text);
		return false;
	}
	source->text = arena_copy(arena, text, written);
	source->size = written;
	g_free(text);
	return true;
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
