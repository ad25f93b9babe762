/* Inside the making of line areas: height.c says how high a line is, text.c makes its glyph runs, box.c the boxes behind them; area.c puts
 * the line together. */
#ifndef GONGWEN_LINE_AREA_INT_H
#define GONGWEN_LINE_AREA_INT_H

#include "line/line_int.h"

static inline const struct inline_span *line_atom_info(const struct paragraph *paragraph, const struct atom *atom)
{
	return &g_array_index(paragraph->infos, struct inline_span, atom->cluster->span);
}

static inline const struct text_style *line_atom_style(const struct paragraph *paragraph, const struct atom *atom)
{
	return g_array_index(paragraph->spans, struct text_span, atom->cluster->span).style;
}

static inline len line_scaled(len x, int32_t stretch)
{
	return stretch == 1000 ? x : len_scale(x, stretch, 1000);
}

/* ---- height.c ---- */

struct extent {
	len above, below; /* of the baseline */
};

/* Above and below the baseline (XSL 4.5, 7.16.6). font-height: the block's line-height alone. line-height: the largest of the line-heights of
 * what is in the line. max-height: the largest of the heights themselves, and the block's half-leadings outside. */
struct extent line_extent(const struct paragraph *paragraph, const struct line_content *content);

/* ---- text.c ---- */

/* The glyphs of atoms [from, to), which are one run. */
void line_add_run(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t from, uint32_t to,
				  bool ends_word);
/* The hyphen of a word that is parted at the line's end; extracted as a soft hyphen, which readers drop when they join the word. */
void line_add_hyphen(struct paragraph *paragraph, const struct line_content *content, struct area *line, uint32_t last);

/* ---- box.c ---- */

/* Behind the line's text, the outer ones first. A box is looked at from its first line to its last. */
void line_add_boxes(struct paragraph *paragraph, const struct line_content *content, struct area *line);

/* ---- area.c ---- */

/* A new area in the line. */
struct area *line_add_area(struct paragraph *paragraph, enum area_kind kind, struct area *line, len x, len y, len width,
						   len height);
/* The link over an area that is in the line. */
void line_add_link(struct paragraph *paragraph, struct area *line, struct area *text, const struct fo_node *link);

#endif
