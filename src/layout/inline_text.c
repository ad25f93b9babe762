/* inline_text: characters → spans: text-transform (XSL 1.1, 7.17.6) and small capitals (7.9.8). */
#include <string.h>

#include "layout/line_int.h"

/* Each word's first letter in its title form, the rest as it is. */
static char *capitalized(const char *text, size_t size)
{
	GString *out = g_string_sized_new(size);
	bool in_word = false;
	for (const char *at = text; at < text + size; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		bool word = g_unichar_isalnum(c) || g_unichar_ismark(c) || (in_word && (c == '\'' || c == 0x2019));
		g_string_append_unichar(out, word && !in_word ? g_unichar_totitle(c) : c);
		in_word = word;
	}
	return g_string_free(out, FALSE);
}

static struct text_span transformed(struct paragraph *paragraph, const char *text, size_t size, enum fo_keyword transform)
{
	char *made = transform == FO_KW_UPPERCASE    ? g_utf8_strup(text, (gssize)size)
				 : transform == FO_KW_LOWERCASE  ? g_utf8_strdown(text, (gssize)size)
				 : transform == FO_KW_CAPITALIZE ? capitalized(text, size)
												 : NULL;
	if (!made)
		return (struct text_span){.text = text, .size = size};
	struct text_span span = {.text = arena_string(paragraph->layout->arena, made), .size = strlen(made)};
	g_free(made);
	return span;
}

/* How much of the text, from `at` on, is small letters that become capitals, or is not; marks go with their letter. */
static size_t run_size(const char *at, const char *end, bool small)
{
	const char *start = at;
	for (; at < end; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (!g_unichar_ismark(c) && (g_unichar_islower(c) && g_unichar_type(c) == G_UNICODE_LOWERCASE_LETTER) != small)
			break;
	}
	return (size_t)(at - start);
}

static void add_small_caps(struct paragraph *paragraph, struct text_span text, struct inline_span info)
{
	const struct text_style *style = inline_small_caps(paragraph->layout, info.node);
	const char *at = text.text, *end = at + text.size;
	while (at < end && style) {
		size_t plain = run_size(at, end, false), small = run_size(at + plain, end, true);
		if (plain)
			inline_add_span(paragraph, (struct text_span){.text = at, .size = plain}, info);
		if (small) {
			struct text_span span = transformed(paragraph, at + plain, small, FO_KW_UPPERCASE);
			span.style = style;
			inline_add_span(paragraph, span, info);
		}
		at += plain + small;
	}
}

void inline_add_text(struct paragraph *paragraph, const char *text, size_t size, struct inline_span info)
{
	struct text_span span = transformed(paragraph, text, size, info.node->style->text_transform);
	if (info.node->style->font_variant == FO_KW_SMALL_CAPS)
		add_small_caps(paragraph, span, info);
	else
		inline_add_span(paragraph, span, info);
}
