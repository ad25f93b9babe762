/* run: where the inline content of a block begins and ends. Inlines return the blocks in them beside their own areas (XSL 6.6.7): lines go on
 * across the edges of inlines, only blocks part them. A place in a block is a node anywhere below it that inlines alone stand around. */
#include "flow/build_int.h"

static bool holds_blocks(struct layout *layout, const struct fo_node *node);

/* Whether a block-level object is or stands in it. */
static bool brings_blocks(struct layout *layout, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_LIST_BLOCK:
	case FO_TABLE:
	case FO_TABLE_AND_CAPTION:
	case FO_TABLE_CAPTION:
		return true;
	case FO_FLOAT: /* one that floats is but a place in the line */
		return !flow_is_floating(layout, node);
	case FO_WRAPPER:
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
		return holds_blocks(layout, node);
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER: {
		const struct fo_node *content = layout_retrieve(layout, node);
		return content && brings_blocks(layout, content);
	}
	default:
		return false;
	}
}

static bool holds_blocks(struct layout *layout, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (brings_blocks(layout, child))
			return true;
	return false;
}

/* A fo:wrapper with nothing in it is but a place. */
static bool is_place(const struct fo_node *node)
{
	return node->kind == FO_WRAPPER && (!node->first_child || (flow_is_nothing(node->first_child) && !node->first_child->next));
}

/* An inline or wrapper with blocks has what else is in it. */
bool flow_has_inline(struct layout *layout, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (flow_is_nothing(child) || is_place(child) || child->kind == FO_FLOAT)
			continue;
		bool holds = child->kind == FO_WRAPPER || fo_kind_is_phrase(child->kind);
		if (!brings_blocks(layout, child) || (holds && flow_has_inline(layout, child)))
			return true;
	}
	return false;
}

/* A wrapper is what is around it: inline content there makes it an inline. */
static bool is_inline(struct layout *layout, const struct fo_node *node)
{
	if (node->kind != FO_WRAPPER)
		return fo_kind_is_phrase(node->kind);
	const struct fo_node *around = node->parent;
	while (around && around->kind == FO_WRAPPER)
		around = around->parent;
	bool in_line = around && (around->kind == FO_BLOCK || fo_kind_is_phrase(around->kind));
	return in_line && flow_has_inline(layout, node);
}

bool flow_is_parted(struct layout *layout, const struct fo_node *node)
{
	bool certain = layout_is_shown(layout, node) && !(layout->copies && node->style->copy);
	return certain && node->first_child && brings_blocks(layout, node) && is_inline(layout, node);
}

bool flow_is_block_level(struct layout *layout, const struct fo_node *node)
{
	return !fo_kind_is_phrase(node->kind) && brings_blocks(layout, node) &&
		   !(node->kind == FO_WRAPPER && flow_is_parted(layout, node));
}

const struct fo_node *flow_after(const struct fo_node *block, const struct fo_node *node)
{
	while (!node->next && node->parent != block)
		node = node->parent;
	return node->next;
}

const struct fo_node *flow_run_end(struct layout *layout, const struct fo_node *block, const struct fo_node *first)
{
	const struct fo_node *node = first;
	while (node && !flow_is_block_level(layout, node) && !(flow_is_nothing(node) && node->parent == block))
		node = flow_is_parted(layout, node) ? node->first_child : flow_after(block, node);
	return node;
}

const struct fo_node *flow_leave(struct builder *builder, const struct fo_node *block, const struct fo_node *node)
{
	while (!node->next && node->parent != block) {
		node = node->parent;
		flow_end_mark(builder, node);
	}
	return node->next;
}

/* Whether there is more in it than places and inlines that begin and end. */
static bool has_content(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
						const struct fo_node *end)
{
	for (const struct fo_node *node = first; node != end;) {
		bool parted = flow_is_parted(layout, node);
		if (!parted && !is_place(node) && !flow_is_nothing(node))
			return true;
		node = parted ? node->first_child : flow_after(block, node);
	}
	return false;
}

void flow_build_run(struct builder *builder, const struct flow_frame *frame, const struct fo_node *first,
					const struct fo_node *end)
{
	const struct fo_node *block = frame->node;
	if (has_content(builder->layout, block, first, end)) {
		flow_add_lines(builder, block, first, end, frame->tag);
		return;
	}
	for (const struct fo_node *node = first; node != end;) {
		flow_begin_mark(builder, node);
		node = flow_is_parted(builder->layout, node) ? node->first_child : flow_leave(builder, block, node);
	}
}
