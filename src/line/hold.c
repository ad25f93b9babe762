/* hold: keeps within a line (XSL 1.1, 4.8, 7.20.3–7.20.5): between which atoms no line is to end. */
#include "line/model_int.h"

/* Those of which the block says the same of lines and of pages are about pages; then what its inlines say counts where it is more. */
static bool is_about_pages(struct fo_keep keep)
{
	return keep.line == keep.column || keep.line == keep.page;
}

const struct fo_node *line_unit_of(const struct paragraph *paragraph, const struct fo_node *node)
{
	const struct fo_node *unit = NULL, *block = paragraph->block;
	struct fo_keep keep = block->style->keep_together;
	if (keep.line > FO_KEEP_AUTO && !is_about_pages(keep))
		return block;
	for (; node && node != block && node->style->keep_together.line > MAX(keep.line, FO_KEEP_AUTO); node = node->parent)
		unit = node;
	return unit;
}

static unsigned depth_of(const struct fo_node *node, const struct fo_node *block)
{
	unsigned depth = 0;
	for (; node && node != block; node = node->parent)
		depth++;
	return depth;
}

/* A text has the style of the object around; a wrapper has no areas that could be kept. */
static bool has_keeps(const struct fo_node *node)
{
	return node->kind != FO_TEXT && node->kind != FO_WRAPPER;
}

/* Whether what ends with `one` keeps with the next, or what begins with `other` with what is before. */
static bool is_kept(const struct paragraph *paragraph, const struct fo_node *one, const struct fo_node *other)
{
	unsigned ends = depth_of(one, paragraph->block), begins = depth_of(other, paragraph->block);
	bool kept = false;
	while (one != other && (ends || begins) && !kept) {
		bool end = ends >= begins;
		const struct fo_node **deeper = end ? &one : &other;
		const struct fo_style *style = (*deeper)->style;
		kept = has_keeps(*deeper) && (end ? style->keep_with_next : style->keep_with_previous).line > FO_KEEP_AUTO;
		*deeper = (*deeper)->parent;
		*(end ? &ends : &begins) -= 1;
	}
	return kept;
}

static bool is_seen(const struct atom *atom)
{
	return !atom->space && atom->cluster->cls != TEXT_ANCHOR;
}

static uint32_t next_seen(const struct model *model, uint32_t i)
{
	while (i < model->count && !is_seen(&model->atoms[i]))
		i++;
	return i;
}

/* What a line drops at its end lies not between what is kept together; marks, as that of a page number, are no part of a unit. */
void line_hold(const struct paragraph *paragraph, struct model *model)
{
	uint32_t next = next_seen(model, 0), before = next;
	const struct atom *last = NULL, *after = NULL; /* the atoms at both sides of the place that are no marks */
	for (uint32_t i = next; i + 1 < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		before = is_seen(atom) ? i : before;
		last = atom->cluster->cls == TEXT_ANCHOR ? last : atom;
		if (!after || after <= atom)
			after = &model->atoms[line_next_visible(model, i)];
		next = next > i ? next : next_seen(model, i + 1);
		if (next == model->count)
			return;
		const struct fo_node *one = line_info(paragraph, model->atoms[before].cluster)->node,
							 *other = line_info(paragraph, model->atoms[next].cluster)->node;
		bool unit = last->unit && last->unit == after->unit;
		if (unit && last->unit->style->keep_together.line == FO_KEEP_ALWAYS)
			atom->hold = LINE_HOLDS_ALWAYS;
		else if (unit || (one != other && is_kept(paragraph, one, other)))
			atom->hold = LINE_HOLDS;
	}
}
