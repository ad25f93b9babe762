/* inline: a block's inline content → spans for shaping. Walks down the FO nodes; gives runs of characters of one style, and objects. */
#include "line/inline_int.h"

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

static void collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end,
					const struct inherited *inherited);

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
	inline_add_mark(paragraph, footnote, footnote->id, inherited);
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
		inline_close_box(paragraph, index, from, own);
	}
	if (inline_shift_of(paragraph, node, around->node) != 0 &&
		!follows_word(paragraph, from)) /* a mark above or below the line belongs to what it stands at */
		bind(paragraph, from);
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

/* Where an inline with markers begins or goes on. */
static void open_marked(struct paragraph *paragraph, const struct fo_node *node, bool goes_on, const struct inherited *around)
{
	struct inline_marked marked = {.node = node, .first = paragraph->spans->len, .goes_on = true};
	if (!goes_on)
		inline_add_mark(paragraph, node, node->id, around);
	else if (layout_markers_has(node))
		g_array_append_val(paragraph->marked, marked);
}

static void close_marked(struct paragraph *paragraph, guint index)
{
	struct inline_marked *marked = &g_array_index(paragraph->marked, struct inline_marked, index);
	marked->end = paragraph->spans->len;
	marked->is_cut = paragraph->ended;
}

/* What has content of its own in the line. */
static void collect_inline(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	struct inherited own = *inherited;
	own.node = node;
	if (node->kind == FO_BASIC_LINK)
		own.link = node;
	if (node->kind != FO_WRAPPER)
		inline_shift(paragraph, inherited, &own);
	own.move = inline_move_in(paragraph, node, inherited);
	own.decorations = inline_decorate(paragraph->layout->arena, own.decorations, node, own.shift, own.hanging);
	bool goes_on;
	const struct fo_node *first = begin(paragraph, node, &goes_on);
	guint marked = paragraph->marked->len;
	open_marked(paragraph, node, goes_on, inherited);
	add_direction(paragraph, node, true);
	if (node->kind == FO_INLINE && node->style->ruby)
		inline_add_ruby(paragraph, node, &own);
	else
		collect_boxed(paragraph, node, first, goes_on, inherited, &own);
	add_direction(paragraph, node, false);
	if (layout_markers_has(node))
		close_marked(paragraph, marked);
	if (!paragraph->ended)
		add_end_mark(paragraph, node, inherited);
}

static void collect_node(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	if (!is_shown(paragraph->layout, node))
		return;
	switch (node->kind) {
	case FO_INLINE:
	case FO_WRAPPER:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_CHARACTER:
		collect_inline(paragraph, node, inherited);
		break;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		collect_retrieved(paragraph, node, inherited);
		break;
	case FO_FOOTNOTE:
		add_footnote(paragraph, node, inherited);
		break;
	case FO_MARKER:
		break;
	default:
		if (!inline_add_leaf(paragraph, node, inherited))
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
	paragraph->marked = g_array_new(FALSE, FALSE, sizeof(struct inline_marked));
	paragraph->open_marked = g_array_new(FALSE, FALSE, sizeof(guint));
}

void inline_close(struct paragraph *paragraph)
{
	g_array_free(paragraph->spans, TRUE);
	g_array_free(paragraph->infos, TRUE);
	g_array_free(paragraph->boxes, TRUE);
	g_array_free(paragraph->open_boxes, TRUE);
	g_array_free(paragraph->marked, TRUE);
	g_array_free(paragraph->open_marked, TRUE);
}

void inline_collect_undecorated(struct paragraph *paragraph, const struct fo_node *node)
{
	struct inherited inherited = {.node = node, .dominant = FO_KW_ALPHABETIC, .table = node};
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
								  .link = paragraph->layout->around.link,
								  .decorations = inline_block_decorations(paragraph->layout->arena, paragraph->block),
								  .dominant = dominant == FO_KW_AUTO ? FO_KW_ALPHABETIC : dominant,
								  .table = paragraph->block};
	paragraph->end = end;
	paragraph->way = way_to(paragraph, first);
	bool within;
	collect(paragraph, paragraph->way ? begin(paragraph, paragraph->block, &within) : first, NULL, &inherited);
	if (paragraph->way)
		g_ptr_array_free(paragraph->way, TRUE);
	paragraph->way = NULL;
}
