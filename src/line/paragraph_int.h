/* Inside line: a paragraph and its inline content, collected into spans: what the inlines ask for, and what stands in the lines beside text. */
#ifndef GONGWEN_PARAGRAPH_INT_H
#define GONGWEN_PARAGRAPH_INT_H

#include <glib.h>

#include "line/line.h"

/* What is aligned with the line's own edges (7.14.2: before-edge, after-edge): it hangs from the top or stands on the foot of each line, with all
 * that is within. */
struct hanging {
	enum fo_keyword edge;
	len above, below; /* of what the line has of it, from its own baseline */
	len shift;        /* of that over the line's, in the line that is being made */
};

/* A line that text-decoration draws along text; a list of them, the outermost first. */
struct inline_decoration {
	enum fo_decoration line;       /* FO_UNDERLINE, FO_OVERLINE, FO_LINE_THROUGH */
	const struct fo_node *owner;   /* that asked for it: one line for each, of its colour, size and style */
	len shift;                     /* the owner's baseline-shift, up */
	const struct hanging *hanging; /* as of inline_span */
	const struct inline_decoration *next;
};

/* A space-start or space-end (XSL 4.3): its optimum, and what it may lose and gain. */
struct inline_space {
	len length, shrink, stretch;
	int32_t precedence;
	bool given, retain; /* given: not the initial one, which counts for nothing */
};

/* What a span of text_shape() comes from. */
struct inline_span {
	const struct fo_node *node;     /* the nearest inline or block: its style holds */
	const struct fo_node *link;     /* fo:basic-link around it, or NULL */
	const struct fo_node *leader;   /* fo:leader, or NULL */
	const struct fo_node *footnote; /* fo:footnote-body to hand over, or NULL */
	const struct fo_node *floated;  /* fo:float, likewise */
	const char *id;                 /* of an inline that begins here, or NULL */
	len shrink, stretch;            /* of an object: what its length may lose or gain */
	len shift;                      /* baseline-shift, up; over that of */
	struct hanging *hanging;        /* what it is part of, or NULL: the line */
	struct layout_move move;        /* relative-position: how far it stands beside its place */
	const struct inline_decoration *decorations;
	const struct layout_container *held; /* of object: what is to be placed in it; or NULL */
	struct area *object;                 /* a picture, container or reading, ready to be put into its line; or NULL */
	bool taken;                          /* it was put into one, with which it may have gone */
	len object_height;
	len above;       /* of object: its top over that baseline */
	bool plain;      /* no dots of emphasis: a reading */
	len lead, trail; /* widths of inline borders, padding and spaces before the first and after the last atom, */
	struct inline_space before, after; /* and of the spaces outside them, which others meet */
};

/* Whether it is an object, or a leader, that hangs on the side of its page. */
static inline bool inline_is_sided(const struct inline_span *info)
{
	const struct fo_node *object = info->leader ? info->leader : info->object ? info->node : NULL;
	return object && object->sided;
}

/* An inline with a background, borders or padding: drawn on each of its lines behind spans [first, end). */
struct inline_box {
	const struct fo_node *node;
	const struct area_box *box;
	guint first, end;
	bool goes_on, is_cut;      /* a block parts it from what stands in lines before, after */
	len lead, trail;           /* from the border rectangle's edges to the first and last atom */
	len kept_lead, kept_trail; /* what of its edges is retained where a line ends within */
	bool kept_start, kept_end; /* its border is */
	len above, below;          /* its border rectangle's edges over and under its baseline */
	len shift;
	const struct hanging *hanging;
	struct layout_move move;
};

/* How far text lies over its line's baseline in the line that is being made. */
static inline len line_shift(len shift, const struct hanging *hanging)
{
	return shift + (hanging ? hanging->shift : 0);
}

/* An inline with markers has areas on the lines of spans [first, end). */
struct inline_marked {
	const struct fo_node *node;
	guint first, end;
	bool goes_on, is_cut; /* a block parts it from what stands in lines before, after */
};

struct paragraph {
	struct layout *layout;
	const struct fo_node *block;
	struct area_structure *tag;
	len measure, indent;       /* text-indent of the first line */
	GArray *spans;             /* struct text_span */
	GArray *infos;             /* struct inline_span, by span */
	GArray *boxes;             /* struct inline_box, in order of first */
	GArray *open_boxes;        /* guint: those that the line before had */
	guint next_box;            /* the first that no line has had */
	GArray *marked;            /* struct inline_marked, in order of first */
	GArray *open_marked;       /* guint: likewise, */
	guint next_marked;         /* and of these */
	GPtrArray *way;            /* struct fo_node: where content begins within inlines, the innermost first */
	const struct fo_node *end; /* what comes after the content; NULL: all to the block's end */
	bool ended;                /* it was met */
	bool has_hanging;          /* struct hanging */
	bool has_places;           /* its lines take anchors, and what is held in them, to the page */
	bool in_word;              /* what comes next goes on with a word: it gets no capital (text-transform) */
	const struct text_shaped *shaped;
};

/* ---- inline_tag.c ---- */

/* The innermost inline around a node, or the node itself, that is a structure element of its own; NULL: only the paragraph is one. */
const struct fo_node *inline_element(const struct paragraph *paragraph, const struct fo_node *node);
/* Its element, or the paragraph's. */
struct area_structure *inline_tag(const struct paragraph *paragraph, const struct fo_node *node);
/* Of rules, borders and backgrounds: the Figure that they are in, which they are what it shows; else furniture. */
struct area_structure *inline_drawn_tag(const struct paragraph *paragraph, const struct fo_node *node);

/* ---- inline_style.c ---- */

/* One text style for each computed style, kept for the document. NULL when there is no font (said). */
const struct text_style *inline_style(struct layout *layout, const struct fo_node *node);
/* The same for text with soft hyphens, which has a hyphen to show. */
const struct text_style *inline_soft_hyphens(struct layout *layout, const struct fo_node *node);
/* The same for the letters that small capitals stand for. */
const struct text_style *inline_small_caps(struct layout *layout, const struct fo_node *node);

/* The font of a node’s style, of another size. NULL as inline_style(). */
const struct text_font *inline_font(struct layout *layout, const struct fo_node *node, len size);

/* ---- inline_text.c ---- */

/* Characters, as text-transform and font-variant have them. */
void inline_add_text(struct paragraph *paragraph, const char *text, size_t size, struct inline_span info);

/* ---- inline.c ---- */

/* A span in the node's style, unless it has one. */
void inline_add_span(struct paragraph *paragraph, struct text_span span, struct inline_span info);
/* The paragraph's lists, empty; and their end. */
void inline_open(struct paragraph *paragraph);
void inline_close(struct paragraph *paragraph);
/* The content of an inline without what holds around it. */
void inline_collect_undecorated(struct paragraph *paragraph, const struct fo_node *node);
void inline_collect(struct paragraph *paragraph, const struct fo_node *first, const struct fo_node *end);

/* ---- inline_space.c ---- */

struct inline_space inline_space_of(const struct paragraph *paragraph, const struct fo_space *space);
/* Two that meet (4.3.1): forced ones add up, else the higher precedence holds, of equals the greater. */
struct inline_space inline_meet(struct inline_space a, struct inline_space b);

/* ---- inline_decoration.c ---- */

/* The decorations within an inline: those around it, less what its text-decoration turns off, and what it adds. */
const struct inline_decoration *inline_decorate(struct arena *arena, const struct inline_decoration *outer,
												const struct fo_node *node, len shift, const struct hanging *hanging);
/* Those that a block and the objects around it ask for (XSL 7.17.4: they hold for all text within). */
const struct inline_decoration *inline_block_decorations(struct arena *arena, const struct fo_node *block);

/* ---- inline_shift.c ---- */

/* Whether that baseline is the line's edge: then a new one, else NULL. */
struct hanging *inline_hang(struct paragraph *paragraph, enum fo_keyword baseline);

/* ---- inline_object.c ---- */

/* How far a baseline lies over the alphabetic one in a font (XSL 7.14). */
len inline_baseline(const struct text_font *font, enum fo_keyword baseline);
/* The baseline by which an inline-level object is aligned. */
enum fo_keyword inline_alignment(const struct fo_node *node, enum fo_keyword dominant);
/* The object's area and its place by the baseline around, over which its own baseline-shift lifts it; `font` is the one around. */
struct inline_span inline_object(struct paragraph *paragraph, const struct fo_node *node, const struct text_font *font,
								 enum fo_keyword dominant, len shift);
/* The object of a span for a line: each line has one of its own, made anew when an earlier line took it. What it holds is then new as well. */
struct area *inline_take_object(struct paragraph *paragraph, struct inline_span *info);

/* ---- leader.c ---- */

/* How far below the baseline a leader's rule ends: it stands there; in Chinese text it begins an eighth of an em below, where Han characters end. */
len leader_rule_foot(const struct fo_style *style);
/* The repeated content of a leader (dots, use-content) along `width` from x in the line. */
void leader_fill(struct paragraph *paragraph, struct area *line, const struct inline_span *info, len x, len width);

/* ---- inline_ruby.c ---- */

/* An inline with its reading above it, as one area; *baseline: below its top. NULL when it is empty. */
struct area *inline_ruby(const struct paragraph *paragraph, const struct fo_node *node, len *baseline);

/* ---- model.c ---- */

/* last-line-end-indent. */
len line_end_indent(const struct paragraph *paragraph);

/* ---- copies.c: copies laid out together ---- */

/* Whether a node stands in the copy whose lines are being made; one that is in no other is noted as met. */
bool copies_have(struct layout *layout, const struct fo_node *node);
/* Adds the lines of a copy to those of the first. false: they are not alike in what they take and carry, and nothing was added. */
bool copies_join(struct line *lines, const struct line *others, unsigned copy);
/* What was met makes the copies differ in more than a line. */
void copies_part(struct layout *layout);

#endif
