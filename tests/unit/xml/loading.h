/* For the tests of src/xml: a folder a test, the parser's own messages turned to ours, once a program; XML from memory. */
#ifndef TESTS_UNIT_XML_LOADING_H
#define TESTS_UNIT_XML_LOADING_H

#include "unit/base/folder.h"
#include "xml/xml.h"

static inline int loading_open(void **state)
{
	(void)state;
	xml_init();
	return 0;
}

static inline xmlDoc *load_bytes(struct folder *folder, const char *data, size_t size)
{
	return xml_load_memory(data, size, "year.xml", NULL, folder->arena, folder->sink);
}

static inline xmlDoc *load(struct folder *folder, const char *text)
{
	return load_bytes(folder, text, strlen(text));
}

/* What loads without a message. */
static inline xmlDoc *load_good(struct folder *folder, const char *data, size_t size)
{
	xmlDoc *doc = load_bytes(folder, data, size);
	assert_silent(folder->sink);
	assert_non_null(doc);
	return doc;
}

static inline xmlNode *root_of(xmlDoc *doc)
{
	return xmlDocGetRootElement(doc);
}

static inline const char *content(struct folder *folder, const xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent(node);
	const char *copy = arena_string(folder->arena, (const char *)text);
	xmlFree(text);
	return copy;
}

static inline void assert_place(struct place place, const char *file, int line, int col)
{
	assert_string_equal(place.file, file);
	assert_int_equal(place.line, line);
	assert_int_equal(place.col, col);
}

#endif
