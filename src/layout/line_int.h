/* Inside layout: a paragraph on its way from inline content to lines. inline.c collects spans, line_model.c gives every cluster its widths
 * and gaps, line_break.c chooses where lines end, line.c places glyphs. */
#ifndef GONGWEN_LINE_INT_H
#define GONGWEN_LINE_INT_H

#include <glib.h>

#include "layout/layout_int.h"

/* What a span of text_shape() comes from. */
struct inline_span {
	const struct fo_node *node;     /* the nearest inline or block: its style holds */
	const struct fo_node *link;     /* fo:basic-link around it, or NULL */
	const struct fo_node *leader;   /* fo:leader, or NULL */
	const struct fo_node *footnote; /* fo:footnote-body to hand over, or NULL */
	const char *id;                 /* of an inline that begins here, or NULL */
	len shrink, stretch;            /* of an object: what its length may lose or gain */
	len shift;                      /* baseline-shift, up */
};

struct paragraph {
	struct layout *layout;
	const struct fo_node *block;
	struct area_structure *tag;
	len measure, indent; /* text-indent of the first line */
	GArray *spans;       /* struct text_span */
	GArray *infos;       /* struct inline_span, by span */
	const struct text_shaped *shaped;
};

/* ---- inline.c ---- */
void inline_collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end);

/* ---- line_model.c ---- */

/* Steps of shrinking (Z-52) and stretching (Z-53), in their order; objects (leaders) come first in both. */
enum shrink_step { SHRINK_OBJECT, SHRINK_WORD, SHRINK_BRACKET, SHRINK_PAUSE, SHRINK_AUTOSPACE, SHRINK_STOP, SHRINK_STEPS };
enum stretch_step { STRETCH_OBJECT, STRETCH_WORD, STRETCH_AUTOSPACE, STRETCH_STEPS };

/* A cluster with what composition does to it before lines are known: adjacent marks squeezed (Z-22), gaps set (Z-40). */
struct atom {
	const struct text_cluster *cluster;
	len width;        /* advance less what adjacent marks lost */
	len shift;        /* glyphs move left by this: a lost blank in front */
	len gap;          /* Han–Latin gap after (Z-40) */
	len tracking;     /* letter-spacing after */
	len end_trim;     /* lost when the atom ends a line (Z-24) */
	len start_trim;   /* lost when it begins one (Z-25) */
	len shrink;       /* of its own blanks or width, in shrink_step */
	uint8_t shrink_step;
	bool opens_gap;   /* the gap after may be stretched (Z-53 step 3, Z-54) */
	bool space;       /* U+0020: dropped at a line's edges */
};

/* Sums over atoms [0, i): a line's figures are differences. */
struct sums {
	int64_t width;
	int32_t shrink[SHRINK_STEPS], stretch[STRETCH_STEPS];
	int32_t gaps;
};

struct model {
	uint32_t count;
	struct atom *atoms;
	struct sums *sums; /* count + 1 */
	len em;
};

struct model *line_model_new(const struct paragraph *paragraph);
void line_model_free(struct model *model);

/* The figures of atoms [first, end) set as one line: edges trimmed, spaces at the edges dropped. */
struct measure {
	uint32_t first, end; /* without the dropped spaces */
	int64_t natural;
	int32_t shrink[SHRINK_STEPS], stretch[STRETCH_STEPS];
	int32_t gaps;
};
struct measure line_measure(const struct model *model, uint32_t first, uint32_t end, bool keep_start_blank);
len line_shrink_total(const struct measure *measure);

/* ---- line_break.c ---- */

struct line_rule {
	len measure, first_measure; /* of other lines, of the first */
	bool justify;               /* full lines are flush: shrinking and stretching count */
	bool justify_last;
	bool balance;               /* centred: the last line counts like the others */
	bool keep_first_blank;      /* gw:text-spacing-trim="space-first" */
};

/* The ends of the lines of atoms [first, end), least badness over the paragraph (Z-58), in a GArray of uint32_t. */
GArray *line_break(const struct model *model, uint32_t first, uint32_t end, const struct line_rule *rule);

#endif
