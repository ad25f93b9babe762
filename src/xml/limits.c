/* limits: what is too much for one element or text. libxml2 collects an element's attributes in quadratic time before it calls, and says of
 * long texts that they are not well-formed: so both are measured before it starts, in one look at the text. */
#include <string.h>

#include "xml/xml_int.h"

void xml_report_limit(struct xml_source *source, size_t offset, enum xml_limit limit, struct diag_sink *sink)
{
	static const struct {
		const char *en, *zh;
	} words[] = {
		[XML_LIMIT_ATTRIBUTES] = {"attributes of one element", "一个元素的属性"},
		[XML_LIMIT_TEXT] = {"length of one text", "一段文字的长度"},
	};
	diag_report_both(sink, DIAG_XML_LIMIT, xml_place_at(source, offset), words[limit].en, words[limit].zh);
}

static bool refuse(struct xml_source *source, size_t offset, enum xml_limit limit, struct diag_sink *sink)
{
	xml_report_limit(source, offset, limit, sink);
	return false;
}

/* The offset after the comment, CDATA section or instruction that begins at `start`; `start` when none does. */
static size_t skip_section(const struct xml_source *source, size_t start)
{
	static const char *const sections[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
	const char *text = source->text + start;
	if (text[1] != '!' && text[1] != '?')
		return start;
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (strncmp(text, sections[i][0], strlen(sections[i][0])) == 0) {
			const char *end = strstr(text + strlen(sections[i][0]), sections[i][1]);
			return end ? (size_t)(end - source->text) + 1 : source->size;
		}
	return start;
}

/* From after a tag's '<' to after its end: *at. */
static bool scan_tag(struct xml_source *source, size_t *at, struct diag_sink *sink)
{
	unsigned equals = 0;
	for (size_t i = *at; i < source->size; i++) {
		char c = source->text[i];
		if (c == '"' || c == '\'') {
			const char *close = memchr(source->text + i + 1, c, source->size - i - 1);
			size_t end = close ? (size_t)(close - source->text) : source->size;
			if (close && end - i > XML_TEXT_MAX)
				return refuse(source, i, XML_LIMIT_TEXT, sink);
			i = end;
		} else if (c == '>' || c == '<') {
			*at = i + 1;
			return true;
		} else if (c == '=' && ++equals > 2 * XML_ATTRIBUTES_MAX) {
			return refuse(source, i, XML_LIMIT_ATTRIBUTES, sink);
		}
	}
	*at = source->size;
	return true;
}

bool xml_within_limits(struct xml_source *source, struct diag_sink *sink)
{
	const char *open;
	for (size_t at = 0; (open = memchr(source->text + at, '<', source->size - at)) != NULL;) {
		size_t begin = (size_t)(open - source->text), end = skip_section(source, begin);
		if (begin - at > XML_TEXT_MAX)
			return refuse(source, at, XML_LIMIT_TEXT, sink);
		if (end - begin > XML_TEXT_MAX)
			return refuse(source, begin, XML_LIMIT_TEXT, sink);
		at = end > begin ? end : begin + 1;
		if (end == begin && !scan_tag(source, &at, sink))
			return false;
	}
	return true;
}
