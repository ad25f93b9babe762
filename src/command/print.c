/* print: results to standard output. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "xml/xml.h"

bool command_print_bytes(const char *data, size_t size, struct diag_sink *sink)
{
	if (fwrite(data, 1, size, stdout) == size && fflush(stdout) == 0)
		return true;
	diag_say(sink, DIAG_IO_WRITE, (struct place){.file = "-"});
	return false;
}

bool command_print_xml(const xmlDoc *doc, struct diag_sink *sink)
{
	char *text = xml_print(doc);
	bool done = text && command_print_bytes(text, strlen(text), sink);
	xmlFree(text);
	return done;
}
