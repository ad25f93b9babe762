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

/* Files may be one line of megabytes, and attributes are asked for in any order: counted from the last place asked for when that is nearer than
 * the line's start. */
static long column_of(const struct xml_source *source, uint32_t number, size_t offset)
{
	size_t known = source->known, line = source->lines[number],
		   next = number + 1 < source->line_count ? source->lines[number + 1] : source->size + 1;
	bool same_line = source->known_column && known >= line && known < next;
	if (same_line && known <= offset)
		return source->known_column + g_utf8_strlen(source->text + known, (gssize)(offset - known));
	if (same_line && known - offset < offset - line)
		return source->known_column - g_utf8_strlen(source->text + offset, (gssize)(known - offset));
	return 1 + g_utf8_strlen(source->text + line, (gssize)(offset - line));
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
	long column = column_of(source, low, offset);
	source->known = offset;
	source->known_column = column;
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
	if (origin->line)
		return (struct place){.file = origin->source->name, .line = (int)origin->line, .col = (int)origin->at};
	size_t offset = node->type == XML_ATTRIBUTE_NODE ? attribute_offset(origin->source, origin->at, node) : origin->at;
	return xml_place_at(origin->source, offset);
}

/* ---- places without texts ---- */

static void note_places(const xmlNode *node)
{
	struct xml_origin *origin = node->_private;
	if (origin && !origin->line) {
		struct place place = xml_place_at(origin->source, origin->at);
		origin->line = (uint32_t)place.line;
		origin->at = (uint32_t)place.col;
	}
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			note_places(child);
}

static void drop_text(struct xml_source *source)
{
	arena_drop(source->arena, source->text, source->size + 1);
	arena_drop(source->arena, source->lines, sizeof *source->lines * source->line_count);
	source->text = NULL;
	source->lines = NULL;
}

static void drop_texts(const xmlNode *node)
{
	const struct xml_origin *origin = node->_private;
	if (origin && origin->source->text)
		drop_text(origin->source);
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			drop_texts(child);
}

void xml_drop_texts(xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	note_places(root);
	drop_texts(root);
}

static void copy_origins(const xmlNode *from, xmlNode *to)
{
	if (from->type == XML_ELEMENT_NODE)
		to->_private = from->_private;
	else if (from->type != XML_DOCUMENT_NODE)
		return;
	xmlNode *copy = to->children;
	for (const xmlNode *child = from->children; child && copy; child = child->next, copy = copy->next)
		copy_origins(child, copy);
}

xmlDoc *xml_copy(const xmlDoc *doc)
{
	xmlDoc *copy = xmlCopyDoc((xmlDoc *)(uintptr_t)doc, 1);
	copy_origins((const xmlNode *)doc, (xmlNode *)copy);
	return copy;
}

enum { DIGITS_MAX = 10 };

/* ":number" before `end`; gives its begin. Each element of a model has its place, and printf() took a twentieth of making one. */
static char *put_number(char *end, int number)
{
	unsigned left = (unsigned)number;
	do
		*--end = (char)('0' + left % 10);
	while (left /= 10);
	*--end = ':';
	return end;
}

char *xml_place_string(struct arena *arena, struct place place)
{
	if (!place.file)
		return arena_string(arena, "");
	char numbers[2 * (1 + DIGITS_MAX)], *at = numbers + sizeof numbers;
	at = put_number(put_number(at, place.col), place.line);
	size_t file = strlen(place.file), size = (size_t)(numbers + sizeof numbers - at);
	char *text = arena_alloc(arena, file + size + 1);
	memcpy(text, place.file, file);
	memcpy(text + file, at, size);
	return text;
}

/* The number between a colon and `end`: digits only. -1 when it is none. */
static int read_number(const char *digits, const char *end)
{
	int number = digits < end ? 0 : -1;
	for (; digits < end; digits++) {
		if (!g_ascii_isdigit(*digits) || number > 99999999)
			return -1;
		number = number * 10 + (*digits - '0');
	}
	return number;
}

bool xml_place_parse(struct arena *arena, const char *text, struct place *place)
{
	const char *last = strrchr(text, ':');
	if (!last || last == text)
		return false;
	const char *middle = last - 1;
	while (middle > text && *middle != ':')
		middle--;
	int line = read_number(middle + 1, last), col = read_number(last + 1, text + strlen(text));
	if (*middle != ':' || middle == text || line < 0 || col < 0)
		return false;
	*place = (struct place){arena_copy(arena, text, (size_t)(middle - text)), line, col};
	return true;
}
