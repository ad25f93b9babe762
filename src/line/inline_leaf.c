/* inline_leaf: the spans of what has no inlines within: characters, leaders, page numbers, pictures, floats, readings, and marks of ids. */
#include <string.h>

#include "line/inline_int.h"

/* What all that stands in an inline has from around. */
static struct inline_span span_in(const struct inherited *inherited)
{
	return (struct inline_span){.node = inherited->node,
								.link = inherited->link,
								.shift = inherited->shift,
								.hanging = inherited->hanging,
								.move = inherited->move,
								.decorations = inherited->decorations};
}

static void add_characters(struct paragraph *paragraph, const char *text, size_t size, const struct inherited *inherited)
{
	if (size)
		inline_add_text(paragraph, text, size, span_in(inherited));
}

void inline_add_mark(struct paragraph *paragraph, const struct fo_node *node, const char *id, const struct inherited *around)
{
	struct inline_marked marked = {.node = node, .first = paragraph->spans->len, .end = paragraph->spans->len + 1};
	if (!id && !layout_markers_has(node))
		return;
	inline_add_span(paragraph, (struct text_span){.anchor = true},
					(struct inline_span){.node = node, .id = id, .move = inline_move_in(paragraph, node, around)});
	if (layout_markers_has(node))
		g_array_append_val(paragraph->marked, marked);
}

static len leader_part(const struct paragraph *paragraph, struct fo_length length)
{
	return fo_resolve(length, paragraph->measure);
}

/* A percentage counts from the line (7.22.4). Which line it will be is not known yet: the most is a part of the longest, with what the first or
 * last reaches beyond the block's indents, so that a line of contents is filled out to its number. */
static len leader_most(const struct paragraph *paragraph, struct fo_length length)
{
	return fo_resolve(length, paragraph->measure - MIN(paragraph->indent, 0) - MIN(line_end_indent(paragraph), 0));
}

/* What an object hands down to itself: its node, shift and move. */
static struct inherited own_of(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *around)
{
	struct inherited own = *around;
	own.node = node;
	inline_shift(paragraph, around, &own);
	own.move = inline_move_in(paragraph, node, around);
	return own;
}

static void add_leader(struct paragraph *paragraph, const struct fo_node *leader, const struct inherited *inherited)
{
	const struct fo_range *range = &leader->style->leader_length;
	len optimum = leader_part(paragraph, range->optimum);
	len minimum = leader_part(paragraph, range->minimum), maximum = leader_most(paragraph, range->maximum);
	struct inherited own = own_of(paragraph, leader, inherited);
	struct inline_span info = span_in(&own);
	info.leader = leader;
	info.shrink = MAX(optimum - minimum, 0);
	info.stretch = MAX(maximum - optimum, 0);
	struct inline_box box = {.node = leader};
	guint index = paragraph->boxes->len, from = paragraph->spans->len;
	bool boxed = inline_has_box(paragraph, leader, &box);
	if (boxed)
		g_array_append_val(paragraph->boxes, box);
	inline_add_span(paragraph, (struct text_span){.object_width = optimum}, info);
	if (boxed)
		inline_close_box(paragraph, index, from, &own);
}

static const char *label_of(struct layout *layout, const struct fo_node *node)
{
	if (node->kind != FO_PAGE_NUMBER)
		return layout_ref_label(layout, node->style->ref_id, node->kind == FO_PAGE_NUMBER_CITATION_LAST);
	return layout->page_label ? layout->page_label : layout_ref_label(layout, layout_ref_self(layout, node), false);
}

/* Borders, padding, background and shift of its own, as an inline has them (6.6.10). */
static void add_page_number(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	struct layout *layout = paragraph->layout;
	if (node->kind == FO_PAGE_NUMBER && !layout->page_label)
		inline_add_mark(paragraph, node, layout_ref_self(layout, node), inherited);
	struct inherited own = own_of(paragraph, node, inherited);
	own.decorations = inline_decorate(layout->arena, inherited->decorations, node, own.shift, own.hanging);
	inline_add_mark(paragraph, node, node->id, inherited);
	struct inline_box box = {.node = node};
	guint index = paragraph->boxes->len, from = paragraph->spans->len;
	bool boxed = inline_has_box(paragraph, node, &box);
	if (boxed)
		g_array_append_val(paragraph->boxes, box);
	const char *label = label_of(layout, node);
	add_characters(paragraph, label, strlen(label), &own);
	if (boxed)
		inline_close_box(paragraph, index, from, &own);
}

static void add_object(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	const struct text_style *around = inline_style(paragraph->layout, inherited->table);
	if (!around)
		return;
	inline_add_mark(paragraph, node, node->id, inherited);
	struct inline_span info = inline_object(paragraph, node, around->font, inherited->dominant,
											inline_shift_of(paragraph, node, inherited->node));
	if (!info.hanging) {
		info.hanging = inherited->hanging;
		info.shift += inherited->table_shift;
		info.above += inherited->table_shift;
	}
	info.link = inherited->link;
	info.move = inline_move_in(paragraph, node, inherited);
	info.before = inline_space_of(paragraph, &node->style->space_start);
	info.after = inline_space_of(paragraph, &node->style->space_end);
	inline_add_span(paragraph, (struct text_span){.object_width = info.object->width}, info);
}

void inline_add_ruby(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	len baseline;
	struct area *area = inline_ruby(paragraph, node, &baseline);
	struct inline_span info = span_in(inherited);
	info.node = node;
	info.object = area;
	info.above = inherited->shift + baseline;
	info.plain = true;
	info.object_height = area ? area->height : 0;
	if (area)
		inline_add_span(paragraph, (struct text_span){.object_width = area->width, .han = true}, info);
}

bool inline_add_leaf(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited)
{
	switch (node->kind) {
	case FO_TEXT:
		add_characters(paragraph, node->text, node->text_size, inherited);
		return true;
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_INLINE_CONTAINER:
		add_object(paragraph, node, inherited);
		return true;
	case FO_LEADER:
		inline_add_mark(paragraph, node, node->id, inherited);
		add_leader(paragraph, node, inherited);
		return true;
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		add_page_number(paragraph, node, inherited);
		return true;
	case FO_FLOAT:
		inline_add_span(paragraph, (struct text_span){.anchor = true}, (struct inline_span){.node = node, .floated = node});
		return true;
	default:
		return false;
	}
}
