/* print: a document as indented text, for --dump. */
#include <libxml/xmlsave.h>

#include "xml/xml.h"

char *xml_print(const xmlDoc *doc)
{
	xmlChar *text = NULL;
	int size = 0;
	heap_keep(); /* malloc() is where the text comes from */
	xmlDocDumpFormatMemoryEnc((xmlDoc *)(uintptr_t)doc, &text, &size, "UTF-8", 1);
	heap_keep_no_more();
	return (char *)text;
}
