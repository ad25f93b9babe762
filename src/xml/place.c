/* place: where a node stands in its author's file. Nodes keep a byte offset; lines and columns are counted when a message asks. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_int.h"

static void index_lines(struct xml_source *source)
{
	uint32_t count = 1;
	for (size_t i = 0; i < source->size; i++)
		count += source->text[i] == '\n';
	source->lines = ARENA_ARRAY(source->arena, uint32_t, count);
	source->line_count = 1;
	for (size_t i = 0; i < source->size; i++)
		if (source->text[i] == '\n')
			source->lines[source->line_count++] = (uint32_t)i + 1;
}

struct place xml_place_at(struct xml_source *source, size_t offset)
{
	if (!source->lines)
		index_lines(source);
	if (offset > source->size)
		offset = source->size;
	uint32_t low = 0, high = source->line_count; /* the line is in [low, high) */
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	const char *line = source->text + source->lines[low];
	long column = g_utf8_strlen(line, (gssize)(offset - source->lines[low])) + 1;
	return (struct place){.file = source->name, .line = (int)low + 1, .col = (int)column};
}

/* The offset of an attribute's name within the start tag at `offset`; the tag's own when it is not found. */
static size_t attribute_offset(const struct xml_source *source, size_t offset, const xmlNode *attribute)
{
	char *name = attribute->ns && attribute->ns->prefix
					 ? g_strdup_printf("%s:%s", (const char *)attribute->ns->prefix, (const char *)attribute->name)
					 : g_strdup((const char *)attribute->name);
	size_t size = strlen(name), found = offset;
	char quote = '\0';
	for (size_t i = offset + 1; i < source->size && (quote || source->text[i] != '>'); i++) {
		char c = source->text[i];
		if (quote) {
			quote = c == quote ? '\0' : quote;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (g_ascii_isspace(source->text[i - 1]) && strncmp(source->text + i, name, size) == 0 &&
				   strchr(" \t\r\n=", source->text[i + size])) {
			found = i;
			break;
		}
	}
	g_free(name);
	return found;
}

struct place xml_place(const xmlNode *node)
{
	const xmlNode *element = node;
	while (element && element->type != XML_ELEMENT_NODE)
		element = element->parent;
	const struct xml_origin *origin = element ? element->_private : NULL;
	if (!origin)
		return (struct place){0};
	size_t offset = node->type == XML_ATTRIBUTE_NODE ? attribute_offset(origin->source, origin->offset, node) : origin->offset;
	return xml_place_at(origin->source, offset);
}

char *xml_place_string(struct arena *arena, struct place place)
{
	return place.file ? arena_printf(arena, "%s:%d:%d", place.file, place.line, place.col) : arena_string(arena, "");
}

bool xml_place_parse(struct arena *arena, const char *text, struct place *place)
{
	const char *last = strrchr(text, ':');
	if (!last || last == text)
		return false;
	const char *middle = last - 1;
	while (middle > text && *middle != ':')
		middle--;
	char *end_line, *end_col;
	long line = strtol(middle + 1, &end_line, 10), col = strtol(last + 1, &end_col, 10);
	if (*middle != ':' || middle == text || end_line != last || *end_col || line < 0 || col < 0)
		return false;
	*place = (struct place){arena_copy(arena, text, (size_t)(middle - text)), (int)line, (int)col};
	return true;
}
