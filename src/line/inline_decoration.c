/* inline_decoration: which lines of text-decoration hold where (XSL 7.17.4). The property is not inherited: the object that asks draws one
 * line along all text within it, in its own colour and at its own height, until a descendant turns it off. */
#include "line/paragraph_int.h"

static const struct {
	enum fo_decoration line, off;
} lines[] = {{FO_UNDERLINE, FO_NO_UNDERLINE}, {FO_OVERLINE, FO_NO_OVERLINE}, {FO_LINE_THROUGH, FO_NO_LINE_THROUGH}};

static bool is_off(uint32_t set, enum fo_decoration line)
{
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		if (lines[i].line == line)
			return (set & lines[i].off) != 0;
	return false;
}

static const struct inline_decoration **append(struct arena *arena, const struct inline_decoration **end,
											   struct inline_decoration decoration)
{
	struct inline_decoration *added = ARENA_NEW(arena, struct inline_decoration);
	*added = decoration;
	added->next = NULL;
	*end = added;
	return &added->next;
}

const struct inline_decoration *inline_decorate(struct arena *arena, const struct inline_decoration *outer,
												const struct fo_node *node, len shift, const struct hanging *hanging)
{
	uint32_t set = node->style->text_decoration;
	const struct inline_decoration *first = NULL, **end = &first;
	if (!set)
		return outer;
	for (; outer; outer = outer->next)
		if (!is_off(set, outer->line))
			end = append(arena, end, *outer);
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		if (set & lines[i].line)
			end = append(arena, end,
						 (struct inline_decoration){.line = lines[i].line, .owner = node, .shift = shift, .hanging = hanging});
	return first;
}

const struct inline_decoration *inline_block_decorations(struct arena *arena, const struct fo_node *block)
{
	if (!block->decorated)
		return NULL;
	const struct inline_decoration *outer = block->parent ? inline_block_decorations(arena, block->parent) : NULL;
	return inline_decorate(arena, outer, block, 0, NULL);
}
