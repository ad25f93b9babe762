/* widths: how narrow and how wide the content of a reference area may be set, before it is (CSS 2.1, 17.5.2.2). Percentages count as 0. */
#include "flow/frame_int.h"

static struct line_widths wider(struct line_widths a, struct line_widths b)
{
	return (struct line_widths){MAX(a.least, b.least), MAX(a.most, b.most)};
}

static struct line_widths with(struct line_widths widths, len more)
{
	return (struct line_widths){MAX(len_add(widths.least, more), 0), MAX(len_add(widths.most, more), 0)};
}

static len indents(const struct fo_style *style)
{
	return len_add(fo_resolve(style->start_indent, 0), fo_resolve(style->end_indent, 0));
}

/* What has none of its own, by min-width and max-width. */
static struct line_widths within(const struct fo_node *node, struct line_widths widths)
{
	struct limits limits = frame_limits(&node->style->inline_progression_dimension, 0);
	return (struct line_widths){frame_limited(widths.least, limits), frame_limited(widths.most, limits)};
}

/* What has a width of its own. */
static bool own_width(const struct fo_node *node, struct line_widths *widths)
{
	const struct fo_length *width = &node->style->inline_progression_dimension.optimum;
	if (width->keyword || width->percent)
		return false;
	*widths = with((struct line_widths){width->fixed, width->fixed}, indents(node->style));
	return true;
}

/* Labels end where their bodies begin: their end-indents hang on the width that is looked for. */
static struct line_widths item_widths(struct layout *layout, const struct fo_node *item)
{
	struct line_widths widths = {0};
	for (const struct fo_node *part = item->first_child; part; part = part->next)
		if (part->kind == FO_LIST_ITEM_BODY)
			widths = flow_content_widths(layout, part);
	return widths;
}

/* The columns of a table side by side, each as wide as its widest cell. */
static struct line_widths table_widths(struct layout *layout, const struct fo_node *table)
{
	struct line_widths widest = {0};
	for (const struct fo_node *part = table->first_child; part; part = part->next) {
		for (const struct fo_node *row = part->first_child; row; row = row->next) {
			struct line_widths sum = {0};
			for (const struct fo_node *cell = row->first_child; cell && row->kind == FO_TABLE_ROW; cell = cell->next) {
				len edges = 0;
				for (enum area_side side = AREA_START; side <= AREA_END; side++)
					edges = len_add(edges, layout_edge(cell->style, side, 0));
				struct line_widths one = with(flow_content_widths(layout, cell), edges);
				sum = (struct line_widths){len_add(sum.least, one.least), len_add(sum.most, one.most)};
			}
			widest = wider(widest, sum);
		}
	}
	return with(within(table, widest), indents(table->style));
}

struct line_widths flow_object_widths(struct layout *layout, const struct fo_node *node)
{
	struct line_widths widths = {0};
	switch (node->kind) {
	case FO_BLOCK_CONTAINER:
		if (node->style->absolute_position != FO_KW_AUTO || own_width(node, &widths))
			return widths;
		return with(within(node, flow_content_widths(layout, node)), indents(node->style));
	case FO_TABLE:
		return own_width(node, &widths) ? widths : table_widths(layout, node);
	case FO_LIST_BLOCK:
		for (const struct fo_node *item = node->first_child; item; item = item->next)
			widths = wider(widths, item_widths(layout, item));
		return widths;
	default: /* indents within blocks count from the reference area, too */
		return flow_content_widths(layout, node);
	}
}

/* Side floats of inline content: each must have room, all may stand beside one another and the lines. */
static struct line_widths add_floats(struct layout *layout, const struct fo_node *node, struct line_widths widths)
{
	if (node->kind == FO_FLOAT && flow_is_floating(layout, node) && node->style->floats != FO_KW_BEFORE) {
		struct line_widths one = flow_content_widths(layout, node);
		return (struct line_widths){MAX(widths.least, one.least), len_add(widths.most, one.most)};
	}
	bool holds = fo_kind_is_phrase(node->kind) || node->kind == FO_WRAPPER;
	for (const struct fo_node *child = holds ? node->first_child : NULL; child; child = child->next)
		if (!flow_is_block_level(layout, child))
			widths = add_floats(layout, child, widths);
	return widths;
}

struct line_widths flow_content_widths(struct layout *layout, const struct fo_node *node)
{
	struct line_widths widths = {0};
	for (const struct fo_node *child = node->first_child, *end; child; child = end) {
		end = flow_after(node, child);
		if (child->kind == FO_MARKER)
			continue;
		if (flow_is_block_level(layout, child)) {
			widths = wider(widths, flow_object_widths(layout, child));
			continue;
		}
		end = flow_run_end(layout, node, child);
		struct line_widths lines = line_widths_of(layout, node, child, end, child == node->first_child);
		lines = with(lines, lines.most ? indents(node->style) : 0);
		for (; child != end; child = flow_is_parted(layout, child) ? child->first_child : flow_after(node, child))
			lines = add_floats(layout, child, lines);
		widths = wider(widths, lines);
	}
	return widths;
}
