/* line: a paragraph → lines. Inline content is collected (inline.c), gets its widths and gaps (model.c), is broken (break.c) and set (set.c,
 * area.c). */
#ifndef GONGWEN_LINE_H
#define GONGWEN_LINE_H

#include "layout/layout.h"

struct flow_note; /* a footnote's body, what a container holds: the flow's matter */
struct flow_box;

/* What stands at a place of the text and takes part in the page: an id, or a footnote's body. */
struct line_anchor {
	const char *id;                 /* or NULL */
	const struct fo_node *marked;   /* an inline with markers that has a part in the line, or NULL */
	bool begins, ends;              /* which is its first, its last */
	const struct fo_node *footnote; /* fo:footnote-body, or NULL */
	const struct fo_node *floated;  /* fo:float, or NULL */
	const struct flow_box *held;    /* a fo:inline-container whose content is placed with the line, or NULL */
	bool is_held;                   /* the note stands in such: it takes room, and is placed with what holds it */
	bool again;                     /* the note of a head or foot that is repeated: a copy */
	struct flow_note *note;         /* that, to be laid out (flow/footnote.c); NULL in lines */
	struct line_anchor *next;
};

struct line {
	len height;        /* the line area's full pitch: what it takes in the block-progression direction */
	len leading;       /* of that the white at its foot that need not fit on the page (gw:last-leading) */
	uint32_t start;    /* the paragraph's cluster that it begins with */
	bool overfull;     /* it is longer than the measure */
	struct area *area; /* AREA_LINE, x = start edge offset within the measure (indent, alignment), y = 0, height = height */
	len verso;         /* by how much it moves on an even page: text-align inside and outside */
	bool sided;        /* an object in it hangs on the side of its page (fo_node.sided) */
	struct line_anchor *anchors;
	struct line *next;
};

/* Lines of the inline content from `first` up to, not including, `end` (text, inlines, leaders, page numbers, …) of `block`: children of it, or of
 * inlines in it, which then go on from lines before, or into lines after.
 * measure: width between the block's start- and end-indent; text-indent applies when `opens`; tag: the block's structure element.
 * Empty or all-collapsed content gives no line (NULL). Text properties come from the nodes' styles: text-align, text-align-last, line-height,
 * line-stacking-strategy, letter-spacing, gw:text-fit, … */
struct line *line_make(struct layout *layout, const struct fo_node *block, const struct fo_node *first, const struct fo_node *end,
					   len measure, bool opens, struct area_structure *tag);

/* The same, a few lines at a time and in measures that change, beside floats: the content is collected and shaped once (source.c). `opens`, `tag`: as
 * above. To be closed; it is kept for who asks for it again (layout->sources), until it is forgotten. */
struct line_source;
struct line_source *line_source_open(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
									 const struct fo_node *end, bool opens, struct area_structure *tag);
void line_source_close(struct line_source *source);
/* The same of one that nobody is likely to ask for again: it is not kept. */
void line_source_end(struct line_source *source);
/* `most` lines (0: all) from a cluster on; *next: the one that the line after them begins with, or UINT32_MAX: there is none. */
struct line *line_source_make(struct line_source *source, len measure, uint32_t from, unsigned most, uint32_t *next);
/* What layout->sources is; drops those that no page from number `page` of the pass on asked for. */
GHashTable *line_sources_new(void);
void line_sources_forget(struct layout *layout, unsigned page);
/* Whether a float has its place there or behind it. */
bool line_source_has_floats(const struct line_source *source, uint32_t from);

/* The element of what stands directly in an inline (or the block itself) of a block whose element is `tag`. */
struct area_structure *line_tag_within(struct layout *layout, const struct fo_node *block, struct area_structure *tag,
									   const struct fo_node *node);

struct line_widths {
	len least, most;
};
/* How wide inline content is with every break taken, and with none but line feeds (width.c). Objects whose width is a percentage count as 0. */
struct line_widths line_widths_of(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
								  const struct fo_node *end, bool opens);

#endif
