/* Inside inline: inline.c walks down the inlines, inline_leaf.c adds what has none within, inline_box.c gives room to borders and padding,
 * inline_shift.c says how far all that lies from the line's baseline and its place. */
#ifndef GONGWEN_INLINE_INT_H
#define GONGWEN_INLINE_INT_H

#include "line/paragraph_int.h"

/* What is handed down to the inlines within. */
struct inherited {
	const struct fo_node *node, *link;
	len shift;
	struct hanging *hanging;
	struct layout_move move;
	const struct inline_decoration *decorations;
	enum fo_keyword dominant; /* the baseline by which what is within is aligned */
	/* whose baselines those are, and how far they are shifted: not of each inline, but of the last that is raised or says so (7.14.5) */
	const struct fo_node *table;
	len table_shift;
};

/* ---- inline_shift.c ---- */

/* super and sub: in Chinese half and a quarter of the inline's size, else by heights of x, as in FOP. Percentages: of the line-height around
 * (7.14.5). */
len inline_shift_of(const struct paragraph *paragraph, const struct fo_node *node, const struct fo_node *around);
/* The line's baseline for what is in an inline: baseline-shift, and another baseline that is aligned where sizes differ. */
void inline_shift(struct paragraph *paragraph, const struct inherited *around, struct inherited *own);
/* relative-position: its own and that of what is around. */
struct layout_move inline_move_in(const struct paragraph *paragraph, const struct fo_node *node, const struct inherited *around);

/* ---- inline_box.c ---- */

/* Whether an inline takes room at its ends or draws something of its own; then `box` is filled but for its spans. */
bool inline_has_box(struct paragraph *paragraph, const struct fo_node *node, struct inline_box *box);
/* The box at `index` is behind the spans from `from` on. Its own edges come outside those of the inlines within; it has none where a block
 * parts it from what stands in lines before or after. */
void inline_close_box(struct paragraph *paragraph, guint index, guint from, const struct inherited *own);

/* ---- inline_leaf.c ---- */

/* What stands in a line and has no inlines within; a float has its place there. False: it is nothing of that kind. */
bool inline_add_leaf(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited);
/* An id, markers, or a page number of its own page need a mark in the line: an area, if an empty one. */
void inline_add_mark(struct paragraph *paragraph, const struct fo_node *node, const char *id, const struct inherited *around);
void inline_add_ruby(struct paragraph *paragraph, const struct fo_node *node, const struct inherited *inherited);

#endif
