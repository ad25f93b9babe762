/* inline_style: a node's properties → the style in which its text is shaped. One for each computed style, kept for the document. */
#include <string.h>

#include "line/paragraph_int.h"

static enum text_line_break line_break_of(enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_LOOSE:
		return TEXT_BREAK_LOOSE;
	case FO_KW_NORMAL:
		return TEXT_BREAK_NORMAL;
	case FO_KW_STRICT:
		return TEXT_BREAK_STRICT;
	case FO_KW_ANYWHERE:
		return TEXT_BREAK_ANYWHERE;
	default:
		return TEXT_BREAK_GB;
	}
}

static enum text_trim trim_of(enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_SPACE_ALL:
		return TEXT_TRIM_NONE;
	case FO_KW_SPACE_FIRST:
		return TEXT_TRIM_SPACE_FIRST;
	case FO_KW_TRIM_ALL:
		return TEXT_TRIM_ALL;
	case FO_KW_TRIM_START:
		return TEXT_TRIM_START;
	default:
		return TEXT_TRIM_NORMAL;
	}
}

static unsigned font_style_of(const struct fo_style *style)
{
	unsigned bits = (style->font_weight >= 600 ? TEXT_BOLD : 0u) | (style->font_style != FO_KW_NORMAL ? TEXT_OBLIQUE : 0u);
	bits |= TEXT_WIDTH(fo_stretch_width(style->font_stretch)) | (text_is_chinese(style->language) ? 0 : TEXT_WESTERN);
	return bits | (style->font_synthesis == FO_KW_NONE     ? TEXT_SYNTHESIZE_NEVER
				   : style->font_synthesis == FO_KW_ALWAYS ? TEXT_SYNTHESIZE_ALWAYS
														   : 0u);
}

const struct text_font *inline_font(struct layout *layout, const struct fo_node *node, len size)
{
	const struct fo_style *style = node->style;
	return text_font_find(layout->text, style->font_family->name, style->font_family->count, size, font_style_of(style),
						  node->place, layout->document_sink);
}

static struct text_spacing spacing_of(const struct fo_space *space, len em)
{
	len optimum = fo_resolve(space->optimum, em);
	return (struct text_spacing){optimum, MAX(optimum - fo_resolve(space->minimum, em), 0),
								 MAX(fo_resolve(space->maximum, em) - optimum, 0), space->optimum.keyword == FO_KW_NONE_GIVEN};
}

/* A family that is not there is said once a document, whatever other documents the process has made. */
static void say_missing(struct layout *layout, const struct text_font *font, const struct fo_style *style, struct place place)
{
	for (const char *const *family = text_font_missing(font); *family; family++)
		if (layout_first_time(layout, "family", *family))
			diag_report(layout->document_sink, DIAG_FONT_FAMILY, place, "%s", *family);
	if (text_font_is_plain(font) && layout_first_time(layout, "style", style->font_family->name[0]))
		diag_report(layout->document_sink, DIAG_FONT_STYLE, place, "%s", style->font_family->name[0]);
}

/* Z-08: words of the style may be parted by this character. soft: at the soft hyphens in the text alone. */
static void add_hyphen(struct layout *layout, const struct fo_style *from, struct text_style *style, bool soft,
					   struct place place)
{
	struct text_span span = {
		.text = from->hyphenation_character, .size = strlen(from->hyphenation_character), .style = style, .place = place};
	const struct text_shaped *hyphen = text_shape(layout->text, &span, 1, layout->document_arena, layout->document_sink);
	style->hyphen = hyphen->cluster_count && hyphen->clusters[0].face ? hyphen : NULL;
	if (soft)
		return;
	style->hyphen_before = (uint8_t)CLAMP(from->hyphenation_remain_character_count, 1, UINT8_MAX);
	style->hyphen_after = (uint8_t)CLAMP(from->hyphenation_push_character_count, 1, UINT8_MAX);
}

/* The node's style at a size of its font; soft: its text has soft hyphens. `key`: under what address it is kept. */
static const struct text_style *style_at(struct layout *layout, const struct fo_node *node, len size, bool soft, const void *key)
{
	const struct fo_style *from = node->style;
	struct text_style *style = g_hash_table_lookup(layout->styles, key);
	if (style)
		return style;
	const struct text_font *font = inline_font(layout, node, size);
	if (!font)
		return NULL;
	say_missing(layout, font, from, node->place);
	style = ARENA_NEW(layout->document_arena, struct text_style);
	*style = (struct text_style){.font = font,
								 .language = from->language,
								 .country = from->country,
								 .letter = spacing_of(&from->letter_spacing, from->font_size),
								 .word = spacing_of(&from->word_spacing, from->font_size),
								 .line_break = line_break_of(from->line_break),
								 .trim = trim_of(from->text_spacing_trim),
								 .autospace = from->text_autospace != FO_KW_NO_AUTOSPACE,
								 .wrap = from->wrap_option != FO_KW_NO_WRAP};
	bool hyphenates = from->hyphenate == FO_KW_TRUE;
	if (hyphenates || soft)
		add_hyphen(layout, from, style, !hyphenates, node->place);
	g_hash_table_insert(layout->styles, (gpointer)(uintptr_t)key, style);
	return style;
}

const struct text_style *inline_style(struct layout *layout, const struct fo_node *node)
{
	return style_at(layout, node, node->style->font_size, false, node->style);
}

const struct text_style *inline_soft_hyphens(struct layout *layout, const struct fo_node *node)
{
	return style_at(layout, node, node->style->font_size, true, &node->style->hyphenate);
}

/* Few faces have small capitals of their own: larger ones are drawn smaller (7.9.8). */
const struct text_style *inline_small_caps(struct layout *layout, const struct fo_node *node)
{
	return style_at(layout, node, len_scale(node->style->font_size, 4, 5), false, &node->style->font_variant);
}
