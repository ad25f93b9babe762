/* Inside line: from the spans of a paragraph to lines. model.c gives every cluster its widths and gaps, break.c chooses where lines end,
 * set.c gives each its place, area.c makes the line's area. */
#ifndef GONGWEN_LINE_INT_H
#define GONGWEN_LINE_INT_H

#include "line/paragraph_int.h"

/* ---- model.c ---- */

/* Steps of shrinking (Z-52) and stretching (Z-53), in their order; objects (leaders) come first in both. */
enum shrink_step {
	SHRINK_OBJECT,
	SHRINK_WORD,
	SHRINK_BRACKET,
	SHRINK_PAUSE,
	SHRINK_AUTOSPACE,
	SHRINK_STOP,
	SHRINK_TRACKING, /* letter-spacing.minimum */
	SHRINK_STEPS
};
enum stretch_step { STRETCH_OBJECT, STRETCH_WORD, STRETCH_AUTOSPACE, STRETCH_TRACKING, STRETCH_STEPS };

/* A cluster with what composition does to it before lines are known: adjacent marks squeezed (Z-22), gaps set (Z-40). */
struct atom {
	const struct text_cluster *cluster;
	len width;                             /* advance less what adjacent marks lost */
	len shift;                             /* glyphs move left by this: a lost blank in front */
	len lead, trail;                       /* inside width: what inline boxes take before and after (inline_span) */
	len gap;                               /* Han–Latin gap after (Z-40) */
	len gap_shrink, gap_stretch;           /* what it may lose and gain (Z-46, Z-53) */
	len tracking;                          /* letter-spacing after, */
	len tracking_shrink, tracking_stretch; /* and its range */
	len end_trim;                          /* lost when the atom ends a line (Z-24) */
	len start_trim;                        /* lost when it begins one (Z-25) */
	len start_edge, end_edge;              /* likewise: spaces of inlines, less what borders within which a line ends gain */
	len hyphen;                            /* gained when it ends a line: a hyphen */
	len hang;                              /* what may stand beyond the line's end (Z-28) */
	len shrink;                            /* of its own blanks or width, in shrink_step */
	len stretch;                           /* of its own width, in stretch_step */
	uint8_t shrink_step, stretch_step;
	bool spreads;               /* the Han–Latin gap after grows with the others when they are wider than it may be by itself */
	bool opens_gap;             /* the gap after may be stretched (Z-53 step 3, Z-54) */
	bool rigid;                 /* a blank that takes no part in what words gain */
	bool space;                 /* U+0020, a word's end */
	bool drops;                 /* dropped at a line's edges: a space, or what suppress-at-line-break says it of, */
	bool kept_first, kept_last; /* unless white-space-treatment keeps it at the line's start or end */
	uint8_t break_after;        /* enum text_break: the cluster's, but where a blank is kept that begins the next line */
	bool wraps;                 /* wrap-option lets a line end after it */
	const struct fo_node *unit; /* keep-together.within-line: atoms of one inline hold together */
	uint8_t hold;               /* enum line_hold: what keeps within a line say of its end after the atom */
};

/* keep-together.within-line="always" holds though the line overruns; other keeps within a line while it does not (4.8). */
enum line_hold { LINE_HOLDS_NOT, LINE_HOLDS, LINE_HOLDS_ALWAYS };

/* Sums over atoms [0, i): a line's figures are differences. */
struct sums {
	int64_t width;
	int64_t shrink, stretch; /* all steps */
	int32_t gaps, words;     /* words: spaces and Han–Latin gaps */
	int32_t rest;            /* what widths lack for being rounded (text_cluster) */
	uint32_t last;           /* end of the atoms before i that are neither space nor anchor at a line's end */
	uint32_t next;           /* first atom from i on that is neither */
};

/* The same of objects alone, and of blanks of marks alone. */
struct kind_sums {
	int64_t object_shrink, object_stretch, mark_shrink;
};

struct model {
	uint32_t count;
	struct atom *atoms;
	struct sums *sums;       /* count + 1 */
	struct kind_sums *kinds; /* likewise; NULL: there are no such in the text */
	len em;
	bool latin;        /* no wide characters: lines are chosen as XSL formatters do */
	bool parts;        /* Chinese rules of words and numerals: one wider than its line may be parted */
	bool last_juts;    /* last-line-end-indent is negative: a line may hold a stretch's end and not what is before it */
	struct grid *grid; /* gw:text-grid="strict" (grid.c), or NULL */
};

/* Shapes what is collected (paragraph.shaped, of that arena), and what composition makes of it. NULL: nothing is collected. */
struct model *line_model_new(struct paragraph *paragraph, struct arena *shaping);
/* The same of what is shaped already. */
struct model *line_model_of(struct paragraph *paragraph);
void line_model_free(struct model *model); /* NULL is allowed */

/* The first of atoms [first, end) that is of that span or a later one; `end`, when there is none. Lines may have boxes by the thousand. */
uint32_t line_first_of_span(const struct model *model, uint32_t first, uint32_t end, guint span);
/* The first or last of atoms [from, to) that takes the room of an inline's edge: marks of ids and the like at its ends stand outside it. from < to. */
uint32_t line_edge_atom(const struct atom *atoms, uint32_t from, uint32_t to, bool last);

/* ---- sums.c ---- */

/* The figures of atoms [first, end) set as one line: edges trimmed, spaces and anchors at the edges dropped. */
struct measure {
	uint32_t first, end; /* without what is dropped */
	int64_t natural;
	int64_t shrink, object_shrink, mark_shrink, stretch, object_stretch;
	int32_t gaps, words, rest; /* rest: what `natural` lacks, in 1/TEXT_RESTS */
	len hang;                  /* of the last atom, outside the line; counted in `natural` */
};
/* width: a mark that may hang does so when the line is longer than this (Z-28). Filled in place: breaking measures a dozen lines for each atom. */
void line_measure(const struct model *model, uint32_t first, uint32_t end, bool keep_start_blank, int64_t width,
				  struct measure *measure);

/* ---- grid.c ---- */

/* The runs between wide characters; then, when the sums are made, their paddings. tracking: of the paragraph. */
void line_grid_add(struct model *model, len tracking);
void line_grid_pad(struct model *model);
void line_grid_free(struct model *model);
/* What a line of atoms [first, end) takes more than they do. */
int64_t line_grid_padding(const struct model *model, uint32_t first, uint32_t end);
/* Whether the line is nothing but one run: its words may be parted to make it flush. */
bool line_grid_is_run(const struct model *model, uint32_t first, uint32_t end);

struct pad {
	len before, after;
};
/* Before and after one atom of the line. */
struct pad line_grid_pad_at(const struct model *model, uint32_t first, uint32_t end, uint32_t i);

/* ---- break.c ---- */

struct line_rule {
	len measure, first_measure; /* of other lines, of the first */
	uint32_t from;              /* the atom with which lines begin: 0, or what is left of a paragraph */
	uint32_t until;        /* behind which nothing is weighed: the count of atoms, or where what is asked for has long ended */
	bool justify;          /* full lines are flush: they may shrink and stretch */
	bool balance;          /* centred: all lines alike, the last one too */
	bool fills_last;       /* text-align-last="justify": the last line is flush as well */
	bool keep_first_blank; /* gw:text-spacing-trim="space-first" */
	bool whole;            /* never broken but at line feeds (gw:text-fit) */
	uint8_t ladder;        /* so many lines in a row may end with a hyphen; 0: any number */
};

/* The ends of the lines, in a GArray of uint32_t: a line feed ends one, between them the ends of least badness are taken over the whole
 * paragraph (Z-58). Time is linear in the number of atoms times those of a line. Always terminates: what cannot be broken overruns. */
GArray *line_break(const struct model *model, const struct line_rule *rule);

/* ---- shape.c ---- */

/* The ends of the lines of a title in the shape that gw:text-shape asks for; NULL: none is asked for, or it is no title (too long, or a
 * word wider than the line). */
GArray *line_shape(const struct paragraph *paragraph, const struct model *model, const struct line_rule *rule);

/* ---- set.c ---- */

/* An atom's place in its line. */
struct spot {
	len start; /* of its cell, from the line's start: without what it loses of spaces there and at the line's end, */
	len before, after;
	len x;       /* of its glyphs' origin, from the line's start */
	len advance; /* to the next atom's place without gap: what it takes itself */
};

/* How a line is set: as it is, but for objects (leaders); with blanks of marks squeezed when it is longer (Z-11); flush. */
enum line_setting { LINE_RAGGED, LINE_SQUEEZED, LINE_FLUSH };

/* Sets one line into `width`: shrinks by the steps of Z-52 when the content is longer, and, when it shall be flush, stretches by those of
 * Z-53 when it is shorter. Fills spots by atom index (only [first, end) of the measure) and returns the content's length after setting. */
len line_set(const struct paragraph *paragraph, const struct model *model, const struct measure *measure, len width,
			 enum line_setting how, bool keep_start_blank, struct spot *spots);

/* ---- area.c ---- */

/* A line chosen and set, ready to become areas. */
struct line_content {
	const struct model *model;
	const struct spot *spots;
	uint32_t first, end; /* atoms, with the spaces and anchors at its edges */
	struct measure measure;
	len length;      /* after setting */
	int32_t stretch; /* 1/1000, for gw:text-fit */
};

/* ---- collected.c ---- */

/* A paragraph's content in one measure, on one side of a sheet. */
struct collected {
	struct paragraph paragraph;
	struct arena *shaping;
	struct arena *arena; /* what its lines share: boxes, decorations, objects that no line has taken */
	struct model *model; /* or NULL: nothing to set */
	struct spot *spots;
	uint32_t floats_end; /* no float's place is behind that atom */
	bool is_relative;    /* something in it counts from the measure, */
	bool is_sided;       /* or is as the side of its page */
	bool verso;          /* for which it was collected: an even one */
};

/* `of`: layout, block, tag and what else is known of the paragraph; first, end, opens: as line_make(). */
struct collected *line_collect(const struct paragraph *of, const struct fo_node *first, const struct fo_node *end, bool opens,
							   len measure);
void line_collected_close(struct collected *collected);
/* Whether it serves lines in that measure, on the page that is planned or made. */
bool line_collected_is_for(const struct collected *collected, len measure);
/* Lines, which are made in order, begin at any one again. What they share lives as long as they do. */
void line_collected_take_up(struct collected *collected, len measure, bool opens);

/* ---- bidi.c ---- */

/* Whether an atom runs from right to left. */
bool line_runs_left(const struct atom *atom);
/* Gives the atoms of a line that was set their places as they are seen. */
void line_reorder(const struct line_content *content, struct spot *spots);
/* The end of the atoms from `from` on, before `end`, that run the same way: they stand side by side. */
uint32_t line_level_end(const struct line_content *content, uint32_t from, uint32_t end);
/* From where to where atoms [from, to), which run the same way, stand. */
struct stretch {
	len start, end;
};
struct stretch line_stretch(const struct line_content *content, uint32_t from, uint32_t to);

/* ---- anchor.c ---- */

/* What stands in the line and takes part in its page. Lines come in their order. */
struct line_anchor *line_anchors(struct paragraph *paragraph, const struct line_content *content);

/* ---- mark.c ---- */

/* Adds to the line what stands along its text: the lines of text-decoration, dots of emphasis (Z-70 … Z-75). */
void line_add_marks(struct paragraph *paragraph, const struct line_content *content, struct area *line);

/* ---- area.c ---- */

/* The AREA_LINE with what stands in it; *height is its pitch. */
struct area *line_area_new(struct paragraph *paragraph, const struct line_content *content, len *height);

/* ---- height.c ---- */

/* What of a line's height is white below all that stands in it. */
len line_area_leading(const struct paragraph *paragraph, const struct line_content *content, const struct area *line);

/* ---- line.c ---- */

/* Lines of what is collected, from an atom on: `most`, or all (0); weighed as far as `until`, which is behind them. *next: the atom behind them. */
struct line *line_make_stretch(struct paragraph *paragraph, const struct model *model, struct spot *spots, uint32_t from,
							   uint32_t until, unsigned most, uint32_t *next);

#endif
