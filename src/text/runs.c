/* runs: where the characters that HarfBuzz shapes in one go end: those of one span, face, direction and script. */
#include "text/text_int.h"

/* Characters of a run, up to the next blank, or as many more without one: the shaper takes 40 bytes for each. */
#define RUN_MOST 32768

/* Scripts whose letters take their forms from the letters beside them, or change places: Arabic, Hebrew, Devanagari, Thai … What all scripts share
 * goes with the letters before it. */
static GUnicodeScript script_of(gunichar c)
{
	if (text_is_han(c))
		return G_UNICODE_SCRIPT_HAN;
	GUnicodeScript script = c < 0x0590 || text_is_wide(c) ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script(c);
	switch (script) {
	case G_UNICODE_SCRIPT_LATIN:
	case G_UNICODE_SCRIPT_GREEK:
	case G_UNICODE_SCRIPT_CYRILLIC:
	case G_UNICODE_SCRIPT_UNKNOWN:
	case G_UNICODE_SCRIPT_INHERITED:
		return G_UNICODE_SCRIPT_COMMON;
	default:
		return script;
	}
}

/* Whether a run of so many characters is long enough to end before this one. */
static bool is_long(uint32_t count, const struct text_char *next)
{
	return count >= RUN_MOST && (next->c == ' ' || count >= 2 * RUN_MOST);
}

uint32_t text_run_end(const struct text_char *chars, uint32_t first, uint32_t count, GUnicodeScript *script)
{
	const struct text_char *a = &chars[first];
	uint32_t end = first + 1;
	*script = script_of(a->c);
	for (; end < count; end++) {
		const struct text_char *b = &chars[end];
		GUnicodeScript other = script_of(b->c);
		bool follows = other == *script || (other == G_UNICODE_SCRIPT_COMMON && *script != G_UNICODE_SCRIPT_HAN);
		bool same = b->choice && a->choice == b->choice && a->span == b->span && a->level == b->level;
		if (!b->joins && (!same || !follows || is_long(end - first, b)))
			break;
	}
	return end;
}
