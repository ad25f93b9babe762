/* inline_box: the borders, padding and spaces of an inline: what room they take before its first and after its last span. */
#include "layout/flow_int.h"
#include "layout/inline_int.h"

bool inline_has_box(struct paragraph *paragraph, const struct fo_node *node, struct inline_box *box)
{
	const struct fo_style *style = node->style;
	len edge[4];
	for (int side = 0; side < 4; side++)
		edge[side] = flow_border(style, (enum area_side)side) + flow_padding(style, (enum area_side)side, paragraph->measure);
	box->box = flow_box_of(paragraph->layout, node);
	box->lead = edge[AREA_START];
	box->trail = edge[AREA_END];
	box->before = edge[AREA_BEFORE];
	box->after = edge[AREA_AFTER];
	return box->box || box->lead || box->trail || style->space_start.optimum.fixed || style->space_start.optimum.percent ||
		   style->space_end.optimum.fixed || style->space_end.optimum.percent;
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

len inline_space(const struct paragraph *paragraph, const struct fo_space *space)
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
	box->move = own->move;
	box->lead = first->lead + (box->goes_on ? 0 : box->lead);
	box->trail = last->trail + (box->is_cut ? 0 : box->trail);
	first->lead = box->lead + (box->goes_on ? 0 : inline_space(paragraph, &box->node->style->space_start));
	last->trail = box->trail + (box->is_cut ? 0 : inline_space(paragraph, &box->node->style->space_end));
}
