/* inline: a block's inline content → spans for shaping. Takes FO nodes; gives runs of characters of one style, and objects. */
#include <string.h>

#include "layout/line_int.h"

/* What is handed down to the inlines within. */
struct inherited {
	const struct fo_node *node, *link;
	len shift;
	struct layout_move move;
	const struct inline_decoration *decorations;
	enum fo_keyword dominant; /* the baseline by which what is within is aligned */
};

/* ---- spans ---- */

void inline_add_span(struct paragraph *paragraph, struct text_span span, struct inline_span info)
{
	if (!span.style)
		span.style = inline_style(paragraph->layout, info.node);
	span.place = info.node->place;
	if (!span.style)
		return;
	paragraph->in_word &= span.anchor || span.text; /* a picture or leader ends a word */
	g_array_append_val(paragraph->spans, span);
	g_array_append_val(paragraph->infos, info);
}

/* What all that stands in an inline has from around. */
static struct inline_span span_in(const struct inherited *inherited)
{
	return (struct inline_span){.node = inherited->node,
								.link = inherited->link,
								.shift = inherited->shift,
								.move = inherited->move,
								.decorations = inherited->decorations};
}

static void add_text(struct paragraph *paragraph, const char *text, size_t size, const struct inherited *inherited)
{
	if (size)
		inline_add_text(paragraph, text, size, span_in(inherited));
}

static struct layout_move move_in(const struct paragraph *paragraph, const struct fo_node *node, const struct inherited *around)
{
	return layout_moves(around->move, layout_move_of(node, paragraph->measure));
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
	struct inline_span info = span_in(inherited);
	info.node = info.leader = leader;
	info.move = move_in(paragraph, leader, inherited);
	info.shrink = MAX(optimum - minimum, 0);
	info.stretch = MAX(maximum - optimum, 0);
	inline_add_span(paragraph, (struct text_span){.object_width = optimum}, info);
}

/* super and sub: in Chinese half and a quarter of the inline's size, else by heights of x, as in FOP. Percentages: of the line-height around
 * (7.14.5). */
static len shift_of(const struct paragraph *paragraph, const struct fo_node *node, const struct fo_node *around)
{
	struct fo_length shift = node->style->baseline_shift;
	if (!shift.keyword)
		return fo_resolve(shift, around->style->line_height.fixed);
	if (shift.keyword != FO_KW_SUPER && shift.keyword != FO_KW_SUB)
		return 0;
	bool above = shift.keyword == FO_KW_SUPER;
	len size = node->style->font_size;
	if (text_is_chinese(node->style->language))
		return above ? size / 2 : -size / 4;
	const struct text_style *of = inline_style(paragraph->layout, above ? around : node);
	len height = of ? text_font_x_height(of->font) : 0;
	return above ? height : -height / 2;
}

static const char *label_of(struct layout *layout, const struct fo_node *node)
{
	if (node->kind != FO_PAGE_NUMBER)
		return layout_ref_label(layout, node->style->ref_id, node->kind == FO_PAGE_NUMBER_CITATION_LAST);
	return layout->page_label ? layout->page_label : layout_ref_label(layout, layout_ref_self(layout, node), false);
}

static void collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end,
					const struct inherited *inherited);

/* An id, markers, or a page number of its own page need a mark in the line. */
static void add_mark(struct paragraph *paragraph, const struct fo_node *node, const char *id, const struct inherited *around)
{
	if (id || (node->first_child && node->first_child->kind == FO_MARKER))
		inline_add_span(paragraph, (struct text_span){.anchor = true},
						(struct inline_span){.node = node, .id = id, .move = move_in(paragraph, node, around)});
}

/* Where an inline with an id ends: its page is the id's last. No place to link to, so its node is what stands around the inline. */
static void add_end_mark(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	if (node->id)
		inline_add_span(paragraph, (struct text_span){.anchor = true},
						(struct inline_span){.node = inherited->node, .id = node->id});
}

/* Spans from `first` on begin no line and have no gap beside them. */
static void bind(struct paragraph *paragraph, guint first)
{
	for (guint i = first; i < paragraph->spans->len; i++)
		g_array_index(paragraph->spans, struct text_span, i).note = true;
}

/* The child with which the content of an inline begins; resumed: it goes on from lines before. */
static const struct fo_node *begin(struct paragraph *paragraph, const struct fo_node *node, bool *resumed)
{
	GPtrArray *way = paragraph->way;
	const struct fo_node *next = way && way->len ? way->pdata[way->len - 1] : NULL;
	*resumed = next && next->parent == node;
	if (*resumed)
		g_ptr_array_set_size(way, (int)way->len - 1);
	return *resumed ? next : node->first_child;
}

static void add_footnote(struct paragraph *paragraph, const struct fo_node *footnote, const struct inherited *inherited)
{
	guint first = paragraph->spans->len;
	add_mark(paragraph, footnote, footnote->id, inherited);
	for (const struct fo_node *child = footnote->first_child; child; child = child->next) {
		if (child->kind == FO_FOOTNOTE_BODY)
			inline_add_span(paragraph, (struct text_span){.anchor = true},
							(struct inline_span){.node = footnote, .footnote = child});
		else
			collect(paragraph, child, child->next, inherited);
	}
	bind(paragraph, first);
}

/* Whether the span before `first` ends with a letter or digit that is not Han: m², not 注①. */
static bool follows_word(const struct paragraph *paragraph, guint first)
{
	const struct text_span *before = first ? &g_array_index(paragraph->spans, struct text_span, first - 1) : NULL;
	if (!before || !before->text || !before->size)
		return false;
	gunichar c = g_utf8_get_char(g_utf8_find_prev_char(before->text, before->text + before->size));
	return g_unichar_isalnum(c) && c < 0x2E80;
}

static void add_ruby(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	len baseline;
	struct area *area = inline_ruby(paragraph, node, &baseline);
	struct inline_span info = span_in(inherited);
	info.node = node;
	info.object = area;
	info.above = inherited->shift + baseline;
	info.plain = true;
	if (area)
		inline_add_span(paragraph, (struct text_span){.object_width = area->width, .han = true}, info);
}

/* ---- boxes around inlines ---- */

/* The first or last span of [from, to) that is no anchor; an empty inline gets an object to carry its edges. */
static struct inline_span *edge_span(struct paragraph *paragraph, guint from, bool last, const struct inherited *inherited)
{
	for (guint n = paragraph->spans->len - from, i = 0; i < n; i++) {
		guint at = last ? paragraph->spans->len - 1 - i : from + i;
		if (!g_array_index(paragraph->spans, struct text_span, at).anchor)
			return &g_array_index(paragraph->infos, struct inline_span, at);
	}
	guint before = paragraph->infos->len;
	inline_add_span(paragraph, (struct text_span){0}, (struct inline_span){.node = inherited->node, .link = inherited->link});
	return paragraph->infos->len > before ? &g_array_index(paragraph->infos, struct inline_span, before) : NULL;
}

static len space_of(const struct paragraph *paragraph, const struct fo_space *space)
{
	return fo_resolve(space->optimum, paragraph->measure);
}

static bool is_empty(const struct paragraph *paragraph, guint from)
{
	for (guint i = from; i < paragraph->spans->len; i++)
		if (!g_array_index(paragraph->spans, struct text_span, i).anchor)
			return false;
	return true;
}

/* Its own edges come outside those of the inlines within; it has none where a block parts it from what stands in lines before or after. */
static void close_box(struct paragraph *paragraph, guint index, guint from, const struct inherited *own)
{
	struct inline_box *box = &g_array_index(paragraph->boxes, struct inline_box, index);
	if ((box->goes_on || box->is_cut) && is_empty(paragraph, from)) {
		g_array_set_size(paragraph->boxes, index);
		return;
	}
	struct inline_span *first = edge_span(paragraph, from, false, own),
					   *last = first ? edge_span(paragraph, from, true, own) : NULL;
	if (!last)
		return;
	first = edge_span(paragraph, from, false, own); /* may have moved */
	box->first = from;
	box->end = paragraph->spans->len;
	box->shift = own->shift;
	box->move = own->move;
	box->lead = first->lead + (box->goes_on ? 0 : box->lead);
	box->trail = last->trail + (box->is_cut ? 0 : box->trail);
	first->lead = box->lead + (box->goes_on ? 0 : space_of(paragraph, &box->node->style->space_start));
	last->trail = box->trail + (box->is_cut ? 0 : space_of(paragraph, &box->node->style->space_end));
}

/* first: the child to begin with, which lines before do not have. */
static void collect_boxed(struct paragraph *paragraph, const struct fo_node *node, const struct fo_node *first, bool goes_on,
						  const struct inherited *around, const struct inherited *own)
{
	struct inline_box box = {.node = node, .goes_on = goes_on};
	guint index = paragraph->boxes->len, from = paragraph->spans->len;
	bool boxed = node->kind != FO_WRAPPER && inline_has_box(paragraph, node, &box);
	if (boxed)
		g_array_append_val(paragraph->boxes, box);
	collect(paragraph, first, NULL, own);
	if (boxed) {
		g_array_index(paragraph->boxes, struct inline_box, index).is_cut = paragraph->ended;
		close_box(paragraph, index, from, own);
	}
	if (shift_of(paragraph, node, around->node) != 0 &&
		!follows_word(paragraph, from)) /* a mark above or below the line belongs to what it stands at */
		bind(paragraph, from);
}

/* The line's baseline for what is in an inline: baseline-shift, and another baseline that is aligned where sizes differ. */
static void shift_inline(struct paragraph *paragraph, const struct inherited *around, struct inherited *own)
{
	const struct text_style *outer = inline_style(paragraph->layout, around->node),
							*inner = inline_style(paragraph->layout, own->node);
	enum fo_keyword baseline = inline_alignment(own->node, around->dominant);
	own->shift += shift_of(paragraph, own->node, around->node);
	if (outer && inner)
		own->shift += inline_baseline(outer->font, baseline) - inline_baseline(inner->font, baseline);
	if (own->node->style->dominant_baseline != FO_KW_AUTO)
		own->dominant = own->node->style->dominant_baseline;
}

/* Borders, padding, background and shift of its own, as an inline has them (6.6.10). */
static void add_page_number(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	struct layout *layout = paragraph->layout;
	if (node->kind == FO_PAGE_NUMBER && !layout->page_label)
		add_mark(paragraph, node, layout_ref_self(layout, node), inherited);
	struct inherited own = *inherited;
	own.node = node;
	shift_inline(paragraph, inherited, &own);
	own.move = move_in(paragraph, node, inherited);
	own.decorations = inline_decorate(layout->arena, inherited->decorations, node, own.shift);
	add_mark(paragraph, node, node->id, inherited);
	struct inline_box box = {.node = node};
	guint index = paragraph->boxes->len, from = paragraph->spans->len;
	bool boxed = inline_has_box(paragraph, node, &box);
	if (boxed)
		g_array_append_val(paragraph->boxes, box);
	const char *label = label_of(layout, node);
	add_text(paragraph, label, strlen(label), &own);
	if (boxed)
		close_box(paragraph, index, from, &own);
}

static void add_object(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	const struct text_style *around = inline_style(paragraph->layout, inherited->node);
	if (!around)
		return;
	add_mark(paragraph, node, node->id, inherited);
	struct inline_span info = inline_object(paragraph, node, around->font, inherited->dominant,
											inherited->shift + shift_of(paragraph, node, inherited->node));
	info.link = inherited->link;
	info.move = move_in(paragraph, node, inherited);
	len space = info.object_space + space_of(paragraph, &node->style->space_end);
	inline_add_span(paragraph, (struct text_span){.object_width = len_add(info.object->width, space)}, info);
}

static void collect_retrieved(struct paragraph *paragraph, const struct fo_node *retrieve, const struct inherited *inherited)
{
	const struct fo_node *content = layout_retrieve(paragraph->layout, retrieve);
	if (!content)
		return;
	struct inherited own = *inherited;
	own.node = content;
	collect(paragraph, content->first_child, NULL, &own);
}

static bool is_shown(struct layout *layout, const struct fo_node *node)
{
	return layout_is_shown(layout, node) && copies_have(layout, node);
}

/* A fo:bidi-override is what the controls of Unicode around its text would be (6.6.2, 7.29.6). */
static void add_direction(struct paragraph *paragraph, const struct fo_node *node, bool begins)
{
	const uint32_t end = 0x202C, embed[] = {0x202A, 0x202B}, override[] = {0x202D, 0x202E};
	enum fo_keyword how = node->style->unicode_bidi;
	if (node->kind != FO_BIDI_OVERRIDE || how == FO_KW_NORMAL)
		return;
	int left = node->style->direction == FO_KW_RTL;
	inline_add_span(paragraph,
					(struct text_span){.anchor = true,
									   .direction = !begins                      ? end
													: how == FO_KW_BIDI_OVERRIDE ? override[left]
																				 : embed[left]},
					(struct inline_span){.node = node});
}

/* What has content of its own in the line. */
static void collect_inline(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	struct inherited own = *inherited;
	own.node = node;
	if (node->kind == FO_BASIC_LINK)
		own.link = node;
	if (node->kind != FO_WRAPPER)
		shift_inline(paragraph, inherited, &own);
	own.move = move_in(paragraph, node, inherited);
	own.decorations = inline_decorate(paragraph->layout->arena, own.decorations, node, own.shift);
	bool goes_on;
	const struct fo_node *first = begin(paragraph, node, &goes_on);
	if (!goes_on)
		add_mark(paragraph, node, node->id, inherited);
	add_direction(paragraph, node, true);
	if (node->kind == FO_INLINE && node->style->ruby)
		add_ruby(paragraph, node, &own);
	else
		collect_boxed(paragraph, node, first, goes_on, inherited, &own);
	add_direction(paragraph, node, false);
	if (!paragraph->ended)
		add_end_mark(paragraph, node, inherited);
}

static void collect_node(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	if (!is_shown(paragraph->layout, node))
		return;
	switch (node->kind) {
	case FO_TEXT:
		add_text(paragraph, node->text, node->text_size, inherited);
		break;
	case FO_INLINE:
	case FO_WRAPPER:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_CHARACTER:
		collect_inline(paragraph, node, inherited);
		break;
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_INLINE_CONTAINER:
		add_object(paragraph, node, inherited);
		break;
	case FO_MARKER:
		break;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		collect_retrieved(paragraph, node, inherited);
		break;
	case FO_LEADER:
		add_mark(paragraph, node, node->id, inherited);
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
	case FO_FLOAT:
		inline_add_span(paragraph, (struct text_span){.anchor = true}, (struct inline_span){.node = node, .floated = node});
		break;
	default:
		diag_report_words(paragraph->layout->sink, DIAG_FO_UNSUPPORTED, node->place, "%s in a line", "行内的 %s",
						  fo_kind_name(node->kind));
		break;
	}
}

static void collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end,
					const struct inherited *inherited)
{
	for (const struct fo_node *node = first; node && node != end; node = node->next) {
		paragraph->ended |= node == paragraph->end;
		if (paragraph->ended)
			break;
		collect_node(paragraph, node, inherited);
	}
}

void inline_open(struct paragraph *paragraph)
{
	paragraph->spans = g_array_new(FALSE, FALSE, sizeof(struct text_span));
	paragraph->infos = g_array_new(FALSE, FALSE, sizeof(struct inline_span));
	paragraph->boxes = g_array_new(FALSE, FALSE, sizeof(struct inline_box));
	paragraph->open_boxes = g_array_new(FALSE, FALSE, sizeof(guint));
}

void inline_close(struct paragraph *paragraph)
{
	g_array_free(paragraph->spans, TRUE);
	g_array_free(paragraph->infos, TRUE);
	g_array_free(paragraph->boxes, TRUE);
	g_array_free(paragraph->open_boxes, TRUE);
}

void inline_collect_undecorated(struct paragraph *paragraph, const struct fo_node *node)
{
	struct inherited inherited = {.node = node, .dominant = FO_KW_ALPHABETIC};
	collect(paragraph, node->first_child, NULL, &inherited);
}

/* What to begin with in the block and in each inline down to `first`, the innermost first; NULL: that is a child of the block. */
static GPtrArray *way_to(const struct paragraph *paragraph, const struct fo_node *first)
{
	const struct fo_node *node = first, *block = paragraph->block;
	while (node && node->parent != block && node->parent)
		node = node->parent;
	if (!node || node == first || node->parent != block)
		return NULL;
	GPtrArray *way = g_ptr_array_new();
	for (node = first; node != block; node = node->parent)
		g_ptr_array_add(way, (gpointer)(uintptr_t)node);
	return way;
}

void inline_collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end)
{
	enum fo_keyword dominant = paragraph->block->style->dominant_baseline;
	struct inherited inherited = {.node = paragraph->block,
								  .link = paragraph->layout->link,
								  .decorations = inline_block_decorations(paragraph->layout->arena, paragraph->block),
								  .dominant = dominant == FO_KW_AUTO ? FO_KW_ALPHABETIC : dominant};
	paragraph->end = end;
	paragraph->way = way_to(paragraph, first);
	bool within;
	collect(paragraph, paragraph->way ? begin(paragraph, paragraph->block, &within) : first, NULL, &inherited);
	if (paragraph->way)
		g_ptr_array_free(paragraph->way, TRUE);
	paragraph->way = NULL;
}
