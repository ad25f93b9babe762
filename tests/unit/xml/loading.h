/* For the tests of src/xml: a folder a test, and the parser's own messages turned to ours, once a program. */
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

#endif
