/* limit: what a PDF's strings and names can hold (ISO 19005-2, 6.1.13). */
#include <glib.h>
#include <string.h>

#include "base/base.h"

const char *limit_string_end(const char *text)
{
	const char *at = text;
	for (unsigned units = 0; *at; at = g_utf8_next_char(at)) {
		units += (unsigned char)*at >= 0xF0 ? 2 : 1;
		if (units > LIMIT_STRING)
			return at;
	}
	return at;
}

const char *limit_name_end(const char *name)
{
	const char *end = name + strlen(name);
	while (end - name > LIMIT_NAME)
		end = g_utf8_find_prev_char(name, end);
	return end;
}
