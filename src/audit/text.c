/* text: wording patterns and kinds of characters. */
#include <string.h>

#include "audit/audit_int.h"

bool text_matches(const char *text, const char *pattern)
{
	static GHashTable *compiled;
	if (!compiled)
		compiled = g_hash_table_new(g_str_hash, g_str_equal);
	GRegex *regex = g_hash_table_lookup(compiled, pattern);
	if (!regex) {
		regex = g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, NULL);
		g_assert(regex); /* patterns are the program's own */
		g_hash_table_insert(compiled, (char *)(uintptr_t)pattern, regex);
	}
	return g_regex_match(regex, text, 0, NULL);
}

bool code_is_han(uint32_t code)
{
	return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) || (code >= 0x20000 && code <= 0x3FFFF) ||
		   (code >= 0xF900 && code <= 0xFAFF) || code == 0x3007;
}

static bool is_one_of(uint32_t code, const char *set)
{
	return g_utf8_strchr(set, -1, (gunichar)code) != NULL;
}

bool code_is_opening(uint32_t code)
{
	return is_one_of(code, "“‘（《〈「『〔【〖［｛");
}

bool code_is_wide(uint32_t code)
{
	return code_is_han(code) || (code >= 0x3001 && code <= 0x301F) || (code >= 0xFF01 && code <= 0xFF60) ||
		   is_one_of(code, "“”‘’…—");
}

const char *text_quoted(const struct audit *audit, const char *text)
{
	return arena_printf(audit->arena, "“%s”", text);
}

char *text_of(const struct reader_char *const *chars, unsigned count, struct arena *arena)
{
	char *text = arena_alloc(arena, 6 * (size_t)count + 1), *at = text;
	for (unsigned i = 0; i < count; i++)
		at += g_unichar_to_utf8(chars[i]->code, at);
	return text;
}
