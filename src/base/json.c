/* json: strings as reports for programs hold them (RFC 8259). */
#include "base/base.h"

void json_append_string(GString *out, const char *text)
{
	char *valid = g_utf8_make_valid(text, -1); /* a file's name may be any bytes */
	g_string_append_c(out, '"');
	for (const char *at = valid; *at; at++)
		if (*at == '"' || *at == '\\')
			g_string_append_printf(out, "\\%c", *at);
		else if ((unsigned char)*at < ' ')
			g_string_append_printf(out, "\\u%04x", (unsigned)*at);
		else
			g_string_append_c(out, *at);
	g_string_append_c(out, '"');
	g_free(valid);
}

void json_append_member(GString *out, const char *key, const char *value)
{
	g_string_append_printf(out, "\"%s\": ", key);
	json_append_string(out, value);
}
