/* inline_box: the borders, padding and spaces of an inline: what room they take before its first and after its last span, and where a line ends
 * within (XSL 1.1, 4.3.1, 7.8). */
#include "line/inline_int.h"

/* Its font's height, and its edges around that; a leader's rule, which has its own. */
static void give_height(struct paragraph *paragraph, struct inline_box *box)
{
	const struct fo_style *style = box->node->style;
	const struct text_style *text = inline_style(paragraph->layout, box->node);
	struct text_metrics metrics = text ? text_font_metrics(text->font) : (struct text_metrics){0};
	if (box->node->kind == FO_LEADER && style->leader_pattern == FO_KW_RULE) {
		metrics.descent = leader_rule_foot(style);
		metrics.ascent = style->rule_thickness - metrics.descent;
	}
	box->above = metrics.ascent + layout_edge(style, AREA_BEFORE, paragraph->measure);
	box->below = metrics.descent + layout_edge(style, AREA_AFTER, paragraph->measure);
}

static bool has_space(const struct fo_space *space)
{
	return space->optimum.fixed || fo_is_relative(&space->optimum) || space->maximum.fixed || fo_is_relative(&space->maximum);
}

bool inline_has_box(struct paragraph *paragraph, const struct fo_node *node, struct inline_box *box)
{
	const struct fo_style *style = node->style;
	bool leader = node->kind == FO_LEADER; /* its edges are part of its length */
	box->box = layout_box_of(paragraph->layout, node);
	box->lead = leader ? 0 : layout_edge(style, AREA_START, paragraph->measure);
	box->trail = leader ? 0 : layout_edge(style, AREA_END, paragraph->measure);
	if (!box->box && !box->lead && !box->trail && !has_space(&style->space_start) && !has_space(&style->space_end))
		return false;
	box->kept_start = style->border_start_width.retain;
	box->kept_end = style->border_end_width.retain;
	box->kept_lead = layout_kept(style, AREA_START, paragraph->measure);
	box->kept_trail = layout_kept(style, AREA_END, paragraph->measure);
	give_height(paragraph, box);
	return true;
}

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

static bool is_empty(const struct paragraph *paragraph, guint from)
{
	for (guint i = from; i < paragraph->spans->len; i++)
		if (!g_array_index(paragraph->spans, struct text_span, i).anchor)
			return false;
	return true;
}

/* An inline's edge and space around what is there already: a border or padding parts the spaces within from those outside. From the border
 * rectangle to the atom. */
static len add_edge(len *fixed, struct inline_space *outer, len edge, struct inline_space own)
{
	struct inline_space inner = *outer;
	*outer = edge ? own : inline_meet(inner, own);
	if (!edge)
		return *fixed;
	*fixed = len_add(*fixed, len_add(inner.length, edge));
	return *fixed;
}

void inline_close_box(struct paragraph *paragraph, guint index, guint from, const struct inherited *own)
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
	box->hanging = own->hanging;
	box->move = own->move;
	const struct fo_style *style = box->node->style;
	box->lead = add_edge(&first->lead, &first->before, box->goes_on ? 0 : box->lead,
						 box->goes_on ? (struct inline_space){0} : inline_space_of(paragraph, &style->space_start));
	box->trail = add_edge(&last->trail, &last->after, box->is_cut ? 0 : box->trail,
						  box->is_cut ? (struct inline_space){0} : inline_space_of(paragraph, &style->space_end));
}
