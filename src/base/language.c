/* language: the form of a tag of a language (RFC 5646, 2.1), which ISO 19005-2, 6.7.4 asks for; whether the language is known is not asked. */
#include <glib.h>

#include "base/base.h"

bool language_is_tag(const char *text)
{
	enum { LONGEST = 8 };
	size_t size = 0;
	bool first = true;

	for (; *text; text++) {
		if (*text == '-' && size) {
			size = 0;
			first = false;
		} else if ((first ? !g_ascii_isalpha(*text) : !g_ascii_isalnum(*text)) || ++size > LONGEST) {
			return false;
		}
	}
	return size > 0;
}
