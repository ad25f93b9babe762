/* Inside layout: what its steps share. */
#ifndef GONGWEN_LAYOUT_INT_H
#define GONGWEN_LAYOUT_INT_H

#include <glib.h>

#include "layout/layout.h"

struct refs; /* page labels of ids, from the pass before (refs.c) */

/* One document in one pass. */
struct layout {
	const struct fo_tree *tree;
	const struct layout_copies *copies; /* or NULL */
	unsigned copy;                      /* whose lines are being made, from 0 */
	bool tries;                         /* lines are made to see how they come out: nothing is said of them */
	bool in_line;                       /* lines are being made: what is in them is made for the same copy */
	unsigned divided;                   /* how often content of a single copy was met */
	struct text_engine *text;
	struct image_store *images;
	struct arena *arena;             /* of the present generation (keep.c): areas, and what makes them */
	struct arena *pass_arena;        /* of this pass: structure, what belongs to a whole page sequence */
	struct arena *document_arena;    /* what outlives a pass: styles, labels */
	struct arena *scratch;           /* of one paragraph; NULL while it is in use */
	struct diag_sink *sink;          /* of this pass: what an earlier pass said is said again */
	struct diag_sink *document_sink; /* for what is said once a document */
	struct area_tree *areas;         /* being made; its pages go to `pages` */
	const struct area_sink *pages;
	GArray *generations; /* struct generation */
	uint32_t generation; /* the present one's number */
	struct refs *refs;
	GHashTable *tags; /* struct fo_node → struct area_structure, of the page sequence being laid out */
	struct markers *markers;
	const struct fo_node *link;            /* the fo:basic-link around the blocks that are being built, or NULL */
	const struct table_marks *table_marks; /* what fo:retrieve-table-marker finds now; NULL: nothing */
	len note_width;                        /* of footnotes: the page's body; 0 outside flows */
	len body_height;                       /* of that; 0 outside flows */
	GHashTable *missing;                   /* font families that were called missing */
	GHashTable *styles;                    /* struct fo_style → struct text_style, of the document (inline.c) */
	GHashTable *indent_bases;              /* struct fo_node → what its indents' percentages counted from */
	const char *page_label; /* static content: the page it stands on; NULL in flows (then fo:page-number goes through refs) */
	len page_width, page_height; /* what fixed positions count from */
	bool floats_before;          /* there is a float for the top of a page */
	bool verso;                  /* the page that is planned or made is even */
	unsigned sided;              /* how often something was built that hangs on that (inside, outside) */
	bool artifact;               /* page furniture is being laid out: nothing enters the structure */
	bool repeating;              /* what is laid out was said on an earlier page (gw:shown-in) */
};

/* ---- refs.c ---- */

struct refs *refs_new(void);
void refs_free(struct refs *refs);
/* The label of the page where `id` begins (or ends, for last), as known from the pass before; "0" before the first, then
 * "" when it stands on none. Notes that the label was used,
 * so that another pass follows when it turns out different. */
const char *layout_ref_label(struct layout *layout, const char *id, bool last);
/* An id for the place of a fo:page-number in a flow, by which it cites its own page. */
const char *layout_ref_self(struct layout *layout, const struct fo_node *node);
/* Notes that `id` begins, or goes on, on the page of that label. */
void layout_ref_set(struct layout *layout, const char *id, const char *label);
/* Whether the pages made so far may turn out as they have to be: false from the first label on that no pass has found yet. */
bool refs_may_hold(const struct refs *refs);
/* Ends a pass. True when every label used was right. */
bool refs_settled(struct refs *refs);
/* Says which of the document's references name an object that the pass before put on no page. */
void refs_say_unplaced(const struct refs *refs, const struct fo_tree *tree, struct diag_sink *sink);

/* ---- keep.c: what of the flows' memory later pages need ---- */

void layout_keep_open(struct layout *layout);
void layout_keep_close(struct layout *layout);
/* Whether so much was built that sweeping pays. */
bool layout_keep_is_due(const struct layout *layout);
/* Something of these generations is needed. */
void layout_keep_range(struct layout *layout, uint32_t first, uint32_t last);
void layout_keep_since(struct layout *layout, uint32_t first);
/* Drops all others, and begins a new one. */
void layout_keep_sweep(struct layout *layout);

/* ---- marker.c ---- */

struct markers *markers_new(void);
void markers_free(struct markers *markers);
void markers_begin_sequence(struct markers *markers);
/* An object's area is placed on the present page (its first one: starts); its last one is. */
void markers_note(struct markers *markers, const struct fo_node *node, bool starts);
void markers_end(struct markers *markers, const struct fo_node *node);
/* Whether an object has any. */
bool markers_has(const struct fo_node *node);
/* The page is done: its markers are those of a page before. */
void markers_end_page(struct markers *markers);
/* How many areas with markers the present page has so far. */
unsigned markers_count(const struct markers *markers);
/* Where a fo:retrieve-table-marker looks (6.13.7). */
struct table_marks {
	const struct fo_node *table;
	unsigned from;                /* the page's areas from this number on stand in the present fragment of the table */
	const struct fo_node *marker; /* this one alone, while heads and feet are measured; else NULL */
};
/* The content of the marker that a fo:retrieve-marker or fo:retrieve-table-marker finds, in the document's arena, or NULL. */
const struct fo_node *layout_retrieve(struct layout *layout, const struct fo_node *retrieve);

/* ---- page_master.c ---- */

struct page_kind { /* what conditions ask of a page (XSL 6.4.11) */
	bool first, last, blank, after_blank;
	int number;
};
/* The simple-page-master for the next page of a sequence: `index` counts its pages from 0. NULL when masters are used up (said). */
const struct fo_node *page_master(struct layout *layout, const struct fo_node *sequence, unsigned index,
								  const struct page_kind *kind);
/* The same of a page that may come; nothing is said. */
const struct fo_node *page_master_ahead(struct layout *layout, const struct fo_node *sequence, unsigned index,
										const struct page_kind *kind);
/* The master that a page-position of "only" calls for, when number `number` is to be the sequence's only page; or NULL. */
const struct fo_node *page_master_only(struct layout *layout, const struct fo_node *sequence, int number);
/* Whether the flow goes to the body of that master: their names are the same. */
bool page_master_takes(const struct fo_node *master, const struct fo_node *flow);
/* Whether one of the masters of the sequence takes it. */
bool page_masters_take(struct layout *layout, const struct fo_node *sequence, const struct fo_node *flow);

struct rectangle {
	len x, y, width, height;
};
struct page_region {
	const struct fo_node *node; /* fo:region-…, or NULL */
	const char *name;
	struct rectangle place; /* of its content, on the page */
	len edge[4];            /* border and padding around that: XSL wants none (6.4.14 …), FOP takes them */
};
enum page_regions { PAGE_BODY, PAGE_BEFORE, PAGE_AFTER, PAGE_START, PAGE_END, PAGE_REGIONS };
struct page_geometry {
	len width, height;
	int turn;                /* reference-orientation of the master */
	struct rectangle turned; /* of the page, what is turned: all within the margins */
	struct rectangle
		inner; /* what regions and fixed positions count from: the page, or (0, 0) and the measures of what is turned */
	struct page_region region[PAGE_REGIONS];
};
struct page_geometry page_geometry(const struct fo_node *master);

/* The page number in the format of fo:page-sequence: 1, 01 (in groups), a, A, i, I, 一 (十二), 〇 (一二). */
const char *page_label(struct arena *arena, const struct fo_style *style, int number);

/* ---- page.c ---- */

/* Lays a fo:page-sequence out, from page number `number` on; `next`: the sequence after it, or NULL. Returns the number after its last page. */
int page_sequence(struct layout *layout, const struct fo_node *sequence, const struct fo_node *next, int number,
				  struct area_structure *parent);

/* ---- graphic.c: pictures ---- */

/* The area of fo:external-graphic or fo:instream-foreign-object: its border rectangle, the picture in it. measure: what percentages count
 * from. A picture that cannot be used (said) keeps the place that its properties give it. */
struct area *graphic_area(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *parent);
/* The background picture of an object, or NULL. */
const struct area_background *graphic_background(struct layout *layout, const struct fo_node *node);

/* ---- flow_style.c ---- */

/* By how much an object stands beside its place (relative-position, XSL 7.13.5): its areas move, what is around takes no notice. */
struct layout_move {
	len right, down;
};
/* width: what percentages of left and right count from. The height around is not known: top and bottom in percent count as auto. */
struct layout_move layout_move_of(const struct fo_node *node, len width);
/* Moves within moves: farther than any page is wide counts as that, so that whatever nests stays within what a len holds. */
#define LAYOUT_MOVE_MOST (6000 * LEN_PT)
static inline struct layout_move layout_moves(struct layout_move a, struct layout_move b)
{
	return (struct layout_move){CLAMP(len_add(a.right, b.right), -LAYOUT_MOVE_MOST, LAYOUT_MOVE_MOST),
								CLAMP(len_add(a.down, b.down), -LAYOUT_MOVE_MOST, LAYOUT_MOVE_MOST)};
}

/* ---- inline.c, line.c: a paragraph ---- */

/* gw:shown-in: what stands only where a cell or head says something for the first time, or only where it is repeated. */
static inline bool layout_is_shown(const struct layout *layout, const struct fo_node *node)
{
	enum fo_keyword in = node->style->shown_in;
	return in == FO_KW_ALL || (in == FO_KW_REPEAT) == layout->repeating;
}

/* What stands at a place of the text and takes part in the page: an id, or a footnote's body. */
struct layout_anchor {
	const char *id;                 /* or NULL */
	const struct fo_node *marked;   /* an inline with markers that has a part in the line, or NULL */
	bool begins, ends;              /* which is its first, its last */
	const struct fo_node *footnote; /* fo:footnote-body, or NULL */
	const struct fo_node *floated;  /* fo:float, or NULL */
	const struct flow_box *held;    /* a fo:inline-container whose content is placed with the line, or NULL */
	bool is_held;                   /* the note stands in such: it takes room, and is placed with what holds it */
	bool again;                     /* the note of a head or foot that is repeated: a copy */
	struct flow *note;              /* the body laid out (block.c); NULL in lines */
	len note_height;
	struct layout_anchor *next;
};

struct layout_line {
	len height;        /* the line area's full pitch: what it takes in the block-progression direction */
	len leading;       /* of that the white at its foot that need not fit on the page (gw:last-leading) */
	uint32_t start;    /* the paragraph's cluster that it begins with */
	bool overfull;     /* it is longer than the measure */
	struct area *area; /* AREA_LINE, x = start edge offset within the measure (indent, alignment), y = 0, height = height */
	len verso;         /* by how much it moves on an even page: text-align inside and outside */
	struct layout_anchor *anchors;
	struct layout_line *next;
};

/* Lines of the inline content from `first` up to, not including, `end` (text, inlines, leaders, page numbers, …) of `block`: children of it, or of
 * inlines in it, which then go on from lines before, or into lines after.
 * measure: width between the block's start- and end-indent; text-indent applies when `opens`; tag: the block's structure element.
 * from: the cluster with which the first of these lines begins: what is left of a paragraph is set anew when its measure changes; 0: all.
 * Empty or all-collapsed content gives no line (NULL). Text properties come from the nodes' styles: text-align, text-align-last, line-height,
 * line-stacking-strategy, letter-spacing, gw:text-fit, … */
struct layout_line *layout_lines(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
								 const struct fo_node *end, len measure, bool opens, uint32_t from, struct area_structure *tag);

/* The element of what stands directly in an inline (or the block itself) of a block whose element is `tag`. */
struct area_structure *inline_tag_within(struct layout *layout, const struct fo_node *block, struct area_structure *tag,
										 const struct fo_node *node);

struct flow_widths {
	len least, most;
};
/* How wide inline content is with every break taken, and with none but line feeds (line_width.c). Objects whose width is a percentage count as 0. */
struct flow_widths layout_line_widths(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
									  const struct fo_node *end, bool opens);

/* ---- copies.c: copies laid out together ---- */

/* Whether a node stands in the copy whose lines are being made; one that is in no other is noted as met. */
bool copies_have(struct layout *layout, const struct fo_node *node);
/* Adds the lines of a copy to those of the first. false: they are not alike in what they take and carry, and nothing was added. */
bool copies_join(struct layout_line *lines, const struct layout_line *others, unsigned copy);
/* What was met makes the copies differ in more than a line. */
void copies_part(struct layout *layout);

/* ---- structure ---- */

/* The node's element, made at the first call: of its own role, else of this one. &area_artifact: it shall have none. */
struct area_structure *flow_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent,
								const char *role);
/* The same for an object that groups others: it has an element when its author says what it is, where it comes from, or in which other language
 * it is; else that of its parent stands for it. */
struct area_structure *flow_own_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent);
/* "zh-Hant-TW": the tag (BCP 47) of a style's language, script and country, of the last two only what is other than around (NULL: both). */
const char *layout_language(struct arena *arena, const struct fo_style *own, const struct fo_style *around);
/* Ties a footnote's element to that of what refers to it, as soon as both are there. */
void flow_tie_note(struct layout *layout, const struct fo_node *footnote);

#endif
