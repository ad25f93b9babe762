/* print: results to standard output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "xml/xml.h"

bool command_print_bytes(const char *data, size_t size)
{
	return fwrite(data, 1, size, stdout) == size && fflush(stdout) == 0;
}

bool command_print_text(const char *text)
{
	return command_print_bytes(text, strlen(text));
}

bool command_print_xml(const xmlDoc *doc)
{
	char *text = xml_print(doc);
	bool done = text && command_print_text(text);
	free(text);
	return done;
}
