/* line: a block's inline content → its lines, from collecting to areas. */
#include <string.h>

#include "line/line_int.h"

enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_JUSTIFY };

static enum align align_on(const struct paragraph *paragraph, enum fo_keyword keyword, bool verso)
{
	switch (layout_bound(keyword, verso, paragraph->layout->turn)) {
	case FO_KW_CENTER:
		return ALIGN_CENTER;
	case FO_KW_END:
	case FO_KW_RIGHT:
		return ALIGN_END;
	case FO_KW_JUSTIFY:
		return paragraph->block->style->text_justify == FO_KW_NONE ? ALIGN_START : ALIGN_JUSTIFY;
	default:
		return ALIGN_START;
	}
}

/* On a recto. What a verso makes of inside and outside is settled when the line is placed (line.verso). */
static enum align align_of(const struct paragraph *paragraph, enum fo_keyword keyword)
{
	return align_on(paragraph, keyword, false);
}

/* relative: as text-align, but start for justify (XSL 7.16.10). */
static enum align align_of_last(const struct paragraph *paragraph)
{
	const struct fo_style *style = paragraph->block->style;
	if (style->text_align_last != FO_KW_RELATIVE)
		return align_of(paragraph, style->text_align_last);
	enum align align = align_of(paragraph, style->text_align);
	return align == ALIGN_JUSTIFY ? ALIGN_START : align;
}

/* no-limit, and what no paragraph reaches, are 0; what is no count is 1 (7.10.7). */
static uint8_t ladder_of(const struct fo_style *style)
{
	int32_t count = style->hyphenation_ladder_count;
	return count == -(int32_t)FO_KW_NO_LIMIT || count > UINT8_MAX ? 0 : (uint8_t)MAX(count, 1);
}

static struct line_rule rule_of(const struct paragraph *paragraph)
{
	const struct fo_style *style = paragraph->block->style;
	enum align align = align_of(paragraph, style->text_align);
	return (struct line_rule){.measure = paragraph->measure,
							  .first_measure = paragraph->measure - paragraph->indent,
							  .justify = align == ALIGN_JUSTIFY && style->text_grid != FO_KW_STRICT,
							  .balance = align == ALIGN_CENTER,
							  .fills_last = align_of_last(paragraph) == ALIGN_JUSTIFY,
							  .keep_first_blank = style->text_spacing_trim == FO_KW_SPACE_FIRST,
							  .whole = style->text_fit == FO_KW_CONDENSE,
							  .ladder = ladder_of(style)};
}

/* ---- one line ---- */

#define SAID_MOST 60 /* bytes of a line that a message has */

static void cut_text(GString *text, gsize size)
{
	while (size > 0 && size < text->len && ((unsigned char)text->str[size] & 0xC0) == 0x80)
		size--;
	g_string_truncate(text, size);
}

/* How a line begins, without what stands in the text for objects and marks. */
static GString *words_to_say(const char *text, uint32_t size)
{
	GString *words = g_string_new_len(text, MIN(size, 4 * SAID_MOST + 4));
	if (size > words->len)
		cut_text(words, 4 * SAID_MOST);
	g_string_replace(words, "\uFFFC", "", 0);
	cut_text(words, SAID_MOST);
	return words;
}

static void say_overfull(const struct paragraph *paragraph, const struct line_content *content, int64_t over)
{
	const struct text_cluster *first = content->model->atoms[content->measure.first].cluster;
	const struct text_cluster *last = content->model->atoms[content->measure.end - 1].cluster;
	const struct inline_span *info = &g_array_index(paragraph->infos, struct inline_span, first->span);
	GString *words = words_to_say(paragraph->shaped->text + first->text_start,
								  last->text_start + last->text_size - first->text_start);
	if (first->cls == TEXT_OBJECT) /* stands for no character */
		g_string_assign(words, fo_kind_name(info->node->kind));
	len by = (len)MIN(over, LEN_MAX);
	diag_report_by(paragraph->layout->sink, DIAG_OVERFULL_LINE, info->node->place, by,
				   diag_language(paragraph->layout->sink) == DIAG_CHINESE ? "“%s”：超出 %.2f mm" : "“%s”: by %.2f mm", words->str,
				   len_to_mm(by));
	g_string_free(words, TRUE);
}

/* gw:text-fit: the factor that makes the line fit, 1/1000. */
static int32_t fit_factor(const struct paragraph *paragraph, const struct measure *measure, len width)
{
	bool condenses = paragraph->block->style->text_fit == FO_KW_CONDENSE && measure->natural > width && width > 0;
	return condenses ? (int32_t)((int64_t)width * 1000 / measure->natural) : 1000;
}

static len align_offset(enum align align, len slack)
{
	return align == ALIGN_CENTER ? slack / 2 : align == ALIGN_END ? slack : 0;
}

/* By how much a line moves that stands on a verso. */
static len move_on_verso(const struct paragraph *paragraph, enum fo_keyword keyword, len slack)
{
	return align_offset(align_on(paragraph, keyword, true), slack) - align_offset(align_of(paragraph, keyword), slack);
}

/* The breaker counted on shrinking wherever text-align justifies, in the last line too; and on squeezed marks in ragged Chinese text. */
static enum line_setting setting_of(const struct line_rule *rule, const struct line_content *content, enum align align, len width)
{
	bool longer = content->measure.natural > width;
	if (content->stretch != 1000)
		return LINE_RAGGED;
	if (align == ALIGN_JUSTIFY || (rule->justify && longer))
		return LINE_FLUSH;
	return longer && !content->model->latin ? LINE_SQUEEZED : LINE_RAGGED;
}

static bool is_sided(const struct paragraph *paragraph, const struct line_content *content)
{
	for (uint32_t i = content->first; paragraph->block->sided && i < content->end; i++) {
		guint span = content->model->atoms[i].cluster->span;
		if (inline_is_sided(&g_array_index(paragraph->infos, struct inline_span, span)))
			return true;
	}
	return false;
}

static struct line *make_line(struct paragraph *paragraph, struct line_content *content, struct spot *spots, bool is_last)
{
	const struct line_rule rule = rule_of(paragraph);
	bool is_first = content->first == 0, keep_blank = is_first && rule.keep_first_blank;
	len indent = is_first ? paragraph->indent : 0, width = paragraph->measure - indent;
	enum align align = is_last ? align_of_last(paragraph) : align_of(paragraph, paragraph->block->style->text_align);
	line_measure(content->model, content->first, content->end, keep_blank, rule.whole ? LEN_MAX : width, &content->measure);
	content->stretch = fit_factor(paragraph, &content->measure, width);
	bool set = content->measure.end > content->measure.first;
	if (set)
		content->length = line_set(paragraph, content->model, &content->measure, content->stretch == 1000 ? width : LEN_MAX,
								   setting_of(&rule, content, align, width), keep_blank, spots);
	if (set && paragraph->shaped->runs_left)
		line_reorder(content, spots);
	bool overfull = set && content->stretch == 1000 && content->length > width + LAYOUT_TOLERANCE;
	if (overfull && !paragraph->layout->tries)
		say_overfull(paragraph, content, (int64_t)content->length - width);
	struct line *line = ARENA_NEW(paragraph->layout->arena, struct line);
	line->overfull = overfull;
	line->start = content->first;
	line->area = line_area_new(paragraph, content, &line->height);
	if (paragraph->block->style->last_leading == FO_KW_DISCARD)
		line->leading = line_area_leading(paragraph, content, line->area);
	line->area->x = indent + align_offset(align, width - line->area->width);
	const struct fo_style *style = paragraph->block->style;
	bool own_last = is_last && style->text_align_last != FO_KW_RELATIVE;
	line->verso = move_on_verso(paragraph, own_last ? style->text_align_last : style->text_align, width - line->area->width);
	line->sided = is_sided(paragraph, content);
	line->anchors = line_anchors(paragraph, content);
	return line;
}

/* An inline or link with an id has an area, if an empty one (6.6.7), and so a line; a wrapper has none (6.11.2). */
static bool is_named(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const struct inline_span *info = &g_array_index(paragraph->infos, struct inline_span, cluster->span);
	return info->id && info->id == info->node->id && info->node->kind != FO_WRAPPER;
}

/* White space that is not preserved, and U+200B, are nothing by themselves, as in FOP. */
static bool is_nothing(const struct paragraph *paragraph, const struct atom *atom)
{
	const struct text_cluster *cluster = atom->cluster;
	if (atom->space)
		return !(atom->kept_first && atom->kept_last);
	const char *text = paragraph->shaped->text + cluster->text_start;
	return cluster->cls != TEXT_OBJECT && !cluster->glyph_count && g_utf8_get_char(text) == 0x200B;
}

/* A paragraph with nothing but that and other anchors takes no room. */
static bool is_void(const struct paragraph *paragraph, const struct model *model)
{
	for (uint32_t i = 0; i < model->count; i++) {
		const struct atom *atom = &model->atoms[i];
		if (atom->cluster->cls == TEXT_ANCHOR ? is_named(paragraph, atom->cluster) : !is_nothing(paragraph, atom))
			return false;
	}
	return true;
}

static void collapse(struct line *line)
{
	line->height = line->area->height = line->area->baseline = 0;
}

/* ---- all lines ---- */

/* The ends of so many lines at least (0: all). */
static GArray *ends_of(const struct paragraph *paragraph, const struct model *model, uint32_t from, uint32_t until, unsigned most)
{
	struct line_rule rule = rule_of(paragraph);
	rule.from = from;
	rule.until = rule.whole || !most ? model->count : until;
	GArray *ends = rule.whole || rule.until < model->count ? NULL : line_shape(paragraph, model, &rule);
	if (!ends)
		ends = line_break(model, &rule);
	if (rule.until == model->count || ends->len > most)
		return ends;
	g_array_free(ends, TRUE); /* what cannot be broken is longer than its lines */
	return ends_of(paragraph, model, from, model->count, most);
}

struct line *line_make_stretch(struct paragraph *paragraph, const struct model *model, struct spot *spots, uint32_t from,
							   uint32_t until, unsigned most, uint32_t *next)
{
	GArray *ends = ends_of(paragraph, model, from, until, most);
	struct line *first = NULL, **at = &first;
	uint32_t start = from;
	for (guint i = 0; i < ends->len && (!most || i < most); i++) {
		struct line_content content = {.model = model, .spots = spots, .first = start, .end = g_array_index(ends, uint32_t, i)};
		bool is_last = content.end == model->count || model->atoms[content.end - 1].break_after == TEXT_MUST_BREAK;
		*at = make_line(paragraph, &content, spots, is_last);
		at = &(*at)->next;
		start = content.end;
	}
	*next = start;
	if (first && is_void(paragraph, model))
		collapse(first);
	g_array_free(ends, TRUE);
	return first;
}

static struct line *make_lines(struct paragraph *paragraph, const struct model *model)
{
	struct spot *spots = g_new(struct spot, model->count + 1);
	uint32_t next;
	struct line *lines = line_make_stretch(paragraph, model, spots, 0, model->count, 0, &next);
	g_free(spots);
	return lines;
}

/* What shaping gives lives only until the lines are made. */
static struct line *lines_of_spans(struct paragraph *paragraph)
{
	struct layout *layout = paragraph->layout;
	struct arena *scratch = layout->scratch ? layout->scratch : arena_open();
	layout->scratch = NULL;
	struct model *model = line_model_new(paragraph, scratch);
	struct line *lines = model ? make_lines(paragraph, model) : NULL;
	line_model_free(model);
	arena_clear(scratch);
	arena_close(layout->scratch);
	layout->scratch = scratch;
	return lines;
}

static struct line *lines_of_copy(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
								  const struct fo_node *end, len measure, bool opens, struct area_structure *tag)
{
	struct paragraph paragraph = {
		.layout = layout, .block = block, .tag = tag, .measure = measure, .has_places = block->kind != FO_LEADER};
	paragraph.indent = opens ? layout_indent(layout, block, offsetof(struct fo_style, text_indent), measure) : 0;
	inline_open(&paragraph);
	inline_collect(&paragraph, first, end);
	struct line *lines = lines_of_spans(&paragraph);
	inline_close(&paragraph);
	return lines;
}

/* Copies that are laid out together have lines of their own where their content differs (copies.c). What stands in such a line, a leader's
 * pattern or a container, is made with it for one copy. */
struct line *line_make(struct layout *layout, const struct fo_node *block, const struct fo_node *first, const struct fo_node *end,
					   len measure, bool opens, struct area_structure *tag)
{
	if (layout->in_line)
		return lines_of_copy(layout, block, first, end, measure, opens, tag);
	unsigned met = layout->divided, count = layout->copies ? layout->copies->count : 0;
	layout->in_line = true;
	struct line *lines = lines_of_copy(layout, block, first, end, measure, opens, tag);
	for (layout->copy = 1; layout->divided > met && layout->copy < count; layout->copy++)
		if (!copies_join(lines, lines_of_copy(layout, block, first, end, measure, opens, tag), layout->copy))
			copies_part(layout);
	layout->copy = 0;
	layout->in_line = false;
	return lines;
}
