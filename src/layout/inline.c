/* inline: a block's inline content → spans for shaping. Takes FO nodes; gives runs of characters of one style, and objects. */
#include <string.h>

#include "layout/line_int.h"

/* What is handed down to the inlines within. */
struct inherited {
	const struct fo_node *node, *link;
	len shift;
	const struct inline_decoration *decorations;
};

/* ---- styles ---- */

static enum text_line_break line_break_of(enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_LOOSE:
		return TEXT_BREAK_LOOSE;
	case FO_KW_STRICT:
		return TEXT_BREAK_STRICT;
	case FO_KW_ANYWHERE:
		return TEXT_BREAK_ANYWHERE;
	default:
		return TEXT_BREAK_NORMAL;
	}
}

static enum text_trim trim_of(enum fo_keyword keyword)
{
	switch (keyword) {
	case FO_KW_SPACE_ALL:
		return TEXT_TRIM_NONE;
	case FO_KW_SPACE_FIRST:
		return TEXT_TRIM_SPACE_FIRST;
	case FO_KW_TRIM_START:
		return TEXT_TRIM_START;
	default:
		return TEXT_TRIM_NORMAL;
	}
}

/* A family that is not there is said once a document, whatever other documents the process has made. */
static void say_missing(struct layout *layout, const struct text_font *font, struct place place)
{
	for (const char *const *family = text_font_missing(font); *family; family++)
		if (g_hash_table_add(layout->missing, (gpointer)(uintptr_t)*family))
			diag_report(layout->document_sink, DIAG_FONT_FAMILY, place, "%s", *family);
}

const struct text_style *inline_style(struct layout *layout, const struct fo_node *node)
{
	const struct fo_style *from = node->style;
	struct text_style *style = g_hash_table_lookup(layout->styles, from);
	if (style)
		return style;
	const struct text_font *font = text_font_find(layout->text, from->font_family->name, from->font_family->count,
												  from->font_size, node->place, layout->document_sink);
	if (!font)
		return NULL;
	say_missing(layout, font, node->place);
	style = ARENA_NEW(layout->document_arena, struct text_style);
	*style = (struct text_style){.font = font,
								 .language = from->language,
								 .letter_spacing = from->letter_spacing,
								 .word_spacing = from->word_spacing,
								 .line_break = line_break_of(from->line_break),
								 .trim = trim_of(from->text_spacing_trim),
								 .autospace = from->text_autospace != FO_KW_NO_AUTOSPACE,
								 .wrap = from->wrap_option != FO_KW_NO_WRAP};
	g_hash_table_insert(layout->styles, (gpointer)(uintptr_t)from, style);
	return style;
}

/* ---- spans ---- */

static void add_span(struct paragraph *paragraph, struct text_span span, struct inline_span info)
{
	span.style = inline_style(paragraph->layout, info.node);
	span.place = info.node->place;
	if (!span.style)
		return;
	g_array_append_val(paragraph->spans, span);
	g_array_append_val(paragraph->infos, info);
}

static void add_text(struct paragraph *paragraph, const char *text, size_t size, const struct inherited *inherited)
{
	if (size)
		add_span(paragraph, (struct text_span){.text = text, .size = size},
				 (struct inline_span){.node = inherited->node,
									  .link = inherited->link,
									  .shift = inherited->shift,
									  .decorations = inherited->decorations});
}

static len leader_part(const struct paragraph *paragraph, struct fo_length length)
{
	return fo_resolve(length, paragraph->measure);
}

static void add_leader(struct paragraph *paragraph, const struct fo_node *leader, const struct inherited *inherited)
{
	const struct fo_range *range = &leader->style->leader_length;
	bool whole = memcmp(&range->minimum, &range->optimum, sizeof range->optimum) == 0 &&
				 memcmp(&range->maximum, &range->optimum, sizeof range->optimum) == 0 && range->optimum.fixed == 12 * LEN_PT;
	len optimum = leader_part(paragraph, range->optimum);
	/* the initial value is minimum 0, optimum 12 pt, maximum 100 % (7.22.4) */
	len minimum = whole ? 0 : leader_part(paragraph, range->minimum),
		maximum = whole ? paragraph->measure : leader_part(paragraph, range->maximum);
	add_span(paragraph, (struct text_span){.object_width = optimum},
			 (struct inline_span){.node = leader,
								  .leader = leader,
								  .link = inherited->link,
								  .decorations = inherited->decorations,
								  .shrink = MAX(optimum - minimum, 0),
								  .stretch = MAX(maximum - optimum, 0)});
}

static len shift_of(const struct fo_node *node)
{
	struct fo_length shift = node->style->baseline_shift;
	len size = node->style->font_size;
	if (shift.keyword == FO_KW_SUPER)
		return size / 2;
	if (shift.keyword == FO_KW_SUB)
		return -size / 4;
	return shift.keyword ? 0 : fo_resolve(shift, node->style->line_height.fixed);
}

static const char *label_of(struct layout *layout, const struct fo_node *node)
{
	if (node->kind != FO_PAGE_NUMBER)
		return layout_ref_label(layout, node->style->ref_id, node->kind == FO_PAGE_NUMBER_CITATION_LAST);
	return layout->page_label ? layout->page_label : layout_ref_label(layout, layout_ref_self(layout, node), false);
}

static void collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end,
					const struct inherited *inherited);

/* An id, or a page number of its own page, needs a mark in the line. */
static void add_mark(struct paragraph *paragraph, const struct fo_node *node, const char *id)
{
	if (id)
		add_span(paragraph, (struct text_span){.anchor = true}, (struct inline_span){.node = node, .id = id});
}

static void add_page_number(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	struct layout *layout = paragraph->layout;
	if (node->kind == FO_PAGE_NUMBER && !layout->page_label)
		add_mark(paragraph, node, layout_ref_self(layout, node));
	struct inherited own = {node, inherited->link, inherited->shift,
							inline_decorate(layout->arena, inherited->decorations, node, inherited->shift)};
	const char *label = label_of(layout, node);
	add_text(paragraph, label, strlen(label), &own);
}

static void add_footnote(struct paragraph *paragraph, const struct fo_node *footnote, const struct inherited *inherited)
{
	for (const struct fo_node *child = footnote->first_child; child; child = child->next) {
		if (child->kind == FO_FOOTNOTE_BODY)
			add_span(paragraph, (struct text_span){.anchor = true}, (struct inline_span){.node = footnote, .footnote = child});
		else
			collect(paragraph, child, child->next, inherited);
	}
}

static void add_ruby(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	len baseline;
	struct area *area = inline_ruby(paragraph, node, &baseline);
	if (area)
		add_span(paragraph, (struct text_span){.object_width = area->width, .han = true},
				 (struct inline_span){.node = node,
									  .link = inherited->link,
									  .shift = inherited->shift,
									  .decorations = inherited->decorations,
									  .object = area,
									  .object_baseline = baseline,
									  .plain = true});
}

static void collect_node(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	struct inherited own = {node, node->kind == FO_BASIC_LINK ? node : inherited->link, inherited->shift, inherited->decorations};
	switch (node->kind) {
	case FO_TEXT:
		add_text(paragraph, node->text, node->text_size, inherited);
		break;
	case FO_INLINE:
	case FO_WRAPPER:
	case FO_BASIC_LINK:
	case FO_CHARACTER:
		if (node->kind == FO_INLINE)
			own.shift += shift_of(node);
		own.decorations = inline_decorate(paragraph->layout->arena, own.decorations, node, own.shift);
		add_mark(paragraph, node, node->id);
		if (node->kind == FO_INLINE && node->style->ruby)
			add_ruby(paragraph, node, &own);
		else
			collect(paragraph, node->first_child, NULL, &own);
		break;
	case FO_LEADER:
		add_leader(paragraph, node, inherited);
		break;
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		add_page_number(paragraph, node, inherited);
		break;
	case FO_FOOTNOTE:
		add_footnote(paragraph, node, inherited);
		break;
	default:
		diag_report(paragraph->layout->sink, DIAG_FO_UNSUPPORTED, node->place, "%s in a line", fo_kind_name(node->kind));
		break;
	}
}

static void collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end,
					const struct inherited *inherited)
{
	for (const struct fo_node *node = first; node && node != end; node = node->next)
		collect_node(paragraph, node, inherited);
}

void inline_collect_undecorated(struct paragraph *paragraph, const struct fo_node *node)
{
	struct inherited inherited = {.node = node};
	collect(paragraph, node->first_child, NULL, &inherited);
}

void inline_collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end)
{
	struct inherited inherited = {.node = paragraph->block,
								  .decorations = inline_block_decorations(paragraph->layout->arena, paragraph->block)};
	collect(paragraph, first, end, &inherited);
}
