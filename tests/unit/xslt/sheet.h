/* A stylesheet from a text, applied to a document from a text: what the tests of src/xslt share. */
#ifndef GONGWEN_TESTS_SHEET_H
#define GONGWEN_TESTS_SHEET_H

#include "unit/base/folder.h"

#include "xml/xml.h"
#include "xslt/xslt.h"

#define SHEET(content)                                                                                                           \
	"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:gongwen:xslt'"                  \
	" exclude-result-prefixes='f'>" content "</xsl:stylesheet>"
/* A stylesheet of one template for the document's root; `content` begins on line 2. */
#define ROOT_SHEET(content) SHEET("<xsl:template match='/'>\n" content "</xsl:template>")

static inline int sheet_init(void **state)
{
	(void)state;
	xml_init();
	xslt_init();
	return 0;
}

/* Puts the stylesheet in t/<name> and applies it to the document, year.xml; NULL when refused. */
static inline xmlDoc *sheet_apply(struct folder *folder, const char *sheet, const char *document)
{
	folder_text(folder, "t/test.xsl", sheet);
	struct xslt_set *set = xslt_open(folder_path(folder, "t"), folder->sink);
	assert_non_null(set);
	xmlDoc *doc = xml_load_memory(document, strlen(document), "year.xml", NULL, folder->arena, folder->sink);
	assert_non_null(doc);
	xmlDoc *result = xslt_apply(set, "test.xsl", doc, folder->sink);
	xmlFreeDoc(doc);
	xslt_close(set);
	return result;
}

/* The text of the result's root, when nothing was said. */
static inline const char *sheet_text(struct folder *folder, const char *sheet, const char *document)
{
	xmlDoc *result = sheet_apply(folder, sheet, document);
	assert_silent(folder->sink);
	assert_non_null(result);
	xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(result));
	const char *copy = arena_string(folder->arena, (const char *)text);
	xmlFree(text);
	xmlFreeDoc(result);
	return copy;
}

/* A fresh sink for the next case of a table. */
static inline void sheet_forget(struct folder *folder)
{
	diag_close(folder->sink);
	folder->sink = diag_open(DIAG_ENGLISH);
}

#endif
