/* Inside layout: what its steps share. */
#ifndef GONGWEN_LAYOUT_INT_H
#define GONGWEN_LAYOUT_INT_H

#include <glib.h>

#include "layout/layout.h"

struct refs; /* page labels of ids, from the pass before (refs.c) */

/* One document in one pass. */
struct layout {
	const struct fo_tree *tree;
	struct text_engine *text;
	struct arena *arena;
	struct diag_sink *sink;
	struct area_tree *areas; /* being made */
	struct refs *refs;
	GHashTable *styles;      /* struct fo_style → struct text_style, of the document (inline.c) */
	const char *page_label;  /* static content: the page it stands on; NULL in flows (then fo:page-number goes through refs) */
	bool artifact;           /* page furniture is being laid out: nothing enters the structure */
};

/* ---- refs.c ---- */

/* The label of the page where `id` begins (or ends, for last), as known from the pass before; "0" before the first. Notes that the label was used,
 * so that another pass follows when it turns out different. */
const char *layout_ref_label(struct layout *layout, const char *id, bool last);
/* An id for the place of a fo:page-number in a flow, by which it cites its own page. */
const char *layout_ref_self(struct layout *layout, const struct fo_node *node);

/* ---- inline.c, line.c: a paragraph ---- */

/* A footnote whose reference stands in a line: its fo:footnote-body is laid out by the page builder. */
struct layout_footnote {
	const struct fo_node *body;
	struct layout_footnote *next;
};

struct layout_line {
	len height;        /* the line area's full pitch: what it takes in the block-progression direction */
	struct area *area; /* AREA_LINE, x = start edge offset within the measure (indent, alignment), y = 0, height = height */
	const struct layout_footnote *footnotes;
	struct layout_line *next;
};

/* Lines of the inline content from `first` up to, not including, `end` (siblings; text, inlines, leaders, page numbers, …) of `block`.
 * measure: width between the block's start- and end-indent; text-indent applies when `opens`; tag: the block's structure element.
 * Empty or all-collapsed content gives no line (NULL). Text properties come from the nodes' styles: text-align, text-align-last, line-height,
 * line-stacking-strategy, letter-spacing, gw:text-fit, … */
struct layout_line *layout_lines(struct layout *layout, const struct fo_node *block, const struct fo_node *first, const struct fo_node *end,
                                 len measure, bool opens, struct area_structure *tag);

#endif
