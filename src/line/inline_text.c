/* inline_text: characters → spans: text-transform (XSL 1.1, 7.17.6) and small capitals (7.9.8). */
#include <string.h>

#include "line/paragraph_int.h"

static struct text_span transformed(struct paragraph *paragraph, const char *text, size_t size, const struct fo_node *node,
									enum fo_keyword transform)
{
	if (transform == FO_KW_NONE)
		return (struct text_span){.text = text, .size = size};
	enum text_case to = transform == FO_KW_UPPERCASE ? TEXT_UPPER : transform == FO_KW_LOWERCASE ? TEXT_LOWER : TEXT_CAPITALIZED;
	char *made = text_in_case(text, size, to, node->style->language, paragraph->in_word);
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

static void add_plain(struct paragraph *paragraph, struct text_span span, struct inline_span info)
{
	if (g_strstr_len(span.text, (gssize)span.size, "\u00AD"))
		span.style = inline_soft_hyphens(paragraph->layout, info.node);
	inline_add_span(paragraph, span, info);
}

static void add_small_caps(struct paragraph *paragraph, struct text_span text, struct inline_span info)
{
	const struct text_style *style = inline_small_caps(paragraph->layout, info.node);
	const char *at = text.text, *end = at + text.size;
	while (at < end && style) {
		size_t plain = run_size(at, end, false), small = run_size(at + plain, end, true);
		if (plain)
			add_plain(paragraph, (struct text_span){.text = at, .size = plain}, info);
		if (small) {
			struct text_span span = transformed(paragraph, at + plain, small, info.node, FO_KW_UPPERCASE);
			span.style = style;
			inline_add_span(paragraph, span, info);
		}
		at += plain + small;
	}
}

void inline_add_text(struct paragraph *paragraph, const char *text, size_t size, struct inline_span info)
{
	bool in_word = paragraph->in_word;
	struct text_span span = transformed(paragraph, text, size, info.node, info.node->style->text_transform);
	if (info.node->style->font_variant == FO_KW_SMALL_CAPS)
		add_small_caps(paragraph, span, info);
	else
		add_plain(paragraph, span, info);
	paragraph->in_word = text_ends_in_word(text, size, in_word);
}
