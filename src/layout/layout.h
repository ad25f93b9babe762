/* layout: what all steps between the FO tree and its pages share: the state of a pass, labels of pages, markers, memory; and what the style of
 * any object says, whatever it is part of: its box, its move, its picture, its structure element. */
#ifndef GONGWEN_LAYOUT_H
#define GONGWEN_LAYOUT_H

#include <glib.h>

#include "area/area.h"
#include "base/base.h"
#include "fo/fo.h"
#include "image/image.h"
#include "text/text.h"

/* Differences below this are rounding, not overruns: 0.05 pt. */
#define LAYOUT_TOLERANCE (LEN_PT / 20)

struct refs; /* page labels of ids, from the pass before (refs.c) */

/* Copies of a document that are laid out together: content with gw:copy stands in the copy of that name only. The areas of a line in which
 * there is such content say whose they are (area.copy), and no other do: what the copies' lines take is checked, and when they differ in
 * anything else, area_tree.copies_differ. */
struct layout_copies {
	const char *const *names;
	unsigned count;
};

struct layout;

/* A fo:inline-container as its line takes it. */
struct layout_container {
	struct area *area;
	len baseline;                    /* below its top */
	const struct flow_box *held;     /* what goes to the page with the line; NULL: it is placed */
	const struct line_anchor *notes; /* the footnotes in that */
};
/* Sets one for a line of that measure. placed: its content is put into it at once, and nothing of it counts on the page. */
typedef struct layout_container *layout_make_container(struct layout *layout, const struct fo_node *node, len measure,
													   struct area_structure *tag, bool placed);

/* What is around blocks that are being built. */
struct layout_around {
	const struct fo_node *link; /* the fo:basic-link, or NULL */
	len taken;                  /* how much of each page heads and feet of tables and edges of blocks and cells around take */
};

/* One document in one pass. */
struct layout {
	/* the document: */
	const struct fo_tree *tree;
	const struct layout_copies *copies; /* or NULL */
	struct text_engine *text;
	struct image_store *images;
	const struct area_sink *pages;         /* where they go as they are made */
	layout_make_container *make_container; /* lines are made of inlines alone: what is in a container is a flow's */
	struct diag_sink *document_sink;       /* for what is said once a document */
	struct arena *document_arena;          /* what outlives a pass: styles, labels */
	struct refs *refs;
	GHashTable *said;         /* what is said once a document (layout_first_time()) */
	GHashTable *styles;       /* struct fo_style → struct text_style (line/inline_style.c) */
	GHashTable *indent_bases; /* struct fo_node → what its indents' percentages counted from */

	/* the pass: */
	struct diag_sink *sink;   /* what an earlier pass said is said again */
	GHashTable *overruns;     /* of what it was said that it overruns its place (layout_say_overrun()); NULL: that is not noted */
	struct arena *pass_arena; /* structure, what belongs to a whole page sequence */
	struct arena *arena;      /* of the present generation (keep.c): areas, and what makes them */
	struct arena *scratch;    /* of one paragraph; NULL while it is in use */
	GHashTable *
		sources; /* struct fo_node, the first in it → struct line_source: paragraphs that go on, or stand beside floats (line/source.c) */
	GArray *generations;     /* struct generation */
	uint32_t generation;     /* the present one's number */
	struct area_tree *areas; /* being made */
	struct markers *markers;
	GHashTable *tags; /* struct fo_node → struct area_structure, of the page sequence being laid out */

	/* the page: */
	len page_width, page_height;     /* what fixed positions count from */
	len note_width;                  /* of footnotes: the page's body; 0 outside flows */
	len body_height;                 /* of that; 0 outside flows */
	len most_room;                   /* no page holds more of a flow; 0: not known */
	len largest_body;                /* the same, whatever is being laid out; 0: not measured yet */
	GHashTable *tables;              /* struct fo_node → what tables that are being built share (flow/table_shared.c) */
	struct table_shared *last_table; /* the last that was built to its end; or NULL */
	GPtrArray *contents;             /* struct flow: content of cells that is built as it is asked for */
	GHashTable *answers;             /* what of cells stands in a room, as asked for this page (flow/cell_part.c) */
	const char *page_label; /* static content: the page it stands on; NULL in flows (then fo:page-number goes through refs) */
	bool floats_before;     /* there is a float for the top of a page */
	bool verso;             /* the page that is planned or made is even */
	int turn;               /* 0, 90, 180, 270: of what is built, on its page (reference-orientation) */
	bool sided;             /* something of the page sequence was built that hangs on that (inside, outside) */
	unsigned rests;         /* how many rests of rows were made */

	/* what is being made: */
	bool artifact;                         /* page furniture: nothing enters the structure */
	bool repeating;                        /* what was said on an earlier page (gw:shown-in) */
	struct layout_around around;           /* the blocks that are being built */
	const struct table_marks *table_marks; /* what fo:retrieve-table-marker finds now; NULL: nothing */
	unsigned copy;                         /* whose lines are being made, from 0 */
	unsigned divided;                      /* how often content of a single copy was met */
	bool in_line;                          /* lines are being made: what is in them is made for the same copy */
	bool tries;                            /* lines are made to see how they come out: nothing is said of them */
};

/* ---- say.c: what is said, and what is not ---- */

/* While content is set only to see how it comes out: nothing is said of it, and nothing of it enters the structure. Gives what layout_speak() puts
 * back. */
struct layout_hush {
	struct diag_sink *sink;
	GHashTable *overruns;
	bool artifact;
};
struct layout_hush layout_hush(struct layout *layout);
void layout_speak(struct layout *layout, struct layout_hush before);
/* What stands at `place`, "fo:table" say, is larger than what it stands in: by > 0. Once in a pass for each place. */
void layout_say_overrun(struct layout *layout, struct place place, const char *name, len by);
/* What stands there goes beyond the page or column. Likewise. */
void layout_say_beyond(struct layout *layout, struct place place);
/* Whether this is the first time in the document that `what` ("family", say) of that name is to be said. */
bool layout_first_time(struct layout *layout, const char *what, const char *name);

/* ---- refs.c ---- */

struct refs *layout_refs_new(void);
void layout_refs_free(struct refs *refs);
/* The label of the page where `id` begins (or ends, for last), as known from the pass before; "0" before the first, then
 * "" when it stands on none. Notes that the label was used,
 * so that another pass follows when it turns out different. */
const char *layout_ref_label(struct layout *layout, const char *id, bool last);
/* An id for the place of a fo:page-number in a flow, by which it cites its own page. */
const char *layout_ref_self(struct layout *layout, const struct fo_node *node);
/* Notes that `id` begins, or goes on, on the page of that label. */
void layout_ref_set(struct layout *layout, const char *id, const char *label);
/* Whether the pages made so far may turn out as they have to be: false from the first label on that no pass has found yet. */
bool layout_refs_may_hold(const struct refs *refs);
/* Ends a pass. True when every label used was right. */
bool layout_refs_settled(struct refs *refs);
/* Says which of the document's references name an object that the pass before put on no page. */
void layout_refs_say_unplaced(const struct refs *refs, const struct fo_tree *tree, struct diag_sink *sink);

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

struct markers *layout_markers_new(void);
void layout_markers_free(struct markers *markers);
void layout_markers_begin_sequence(struct markers *markers);
/* An object's area is placed on the present page (its first one: starts); its last one is. */
void layout_markers_note(struct markers *markers, const struct fo_node *node, bool starts);
void layout_markers_end(struct markers *markers, const struct fo_node *node);
/* Whether an object has any. */
bool layout_markers_has(const struct fo_node *node);
/* The page is done: its markers are those of a page before. */
void layout_markers_end_page(struct markers *markers);
/* How many areas with markers the present page has so far. */
unsigned layout_markers_count(const struct markers *markers);
/* Where a fo:retrieve-table-marker looks (6.13.7). */
struct table_marks {
	const struct fo_node *table;
	unsigned from;                /* the page's areas from this number on stand in the present fragment of the table */
	const struct fo_node *marker; /* this one alone, while heads and feet are measured; else NULL */
};
/* The content of the marker that a fo:retrieve-marker or fo:retrieve-table-marker finds, in the document's arena, or NULL. */
const struct fo_node *layout_retrieve(struct layout *layout, const struct fo_node *retrieve);

struct rectangle {
	len x, y, width, height;
};

/* ---- binding.c ---- */

/* What inside and outside (7.16.9, 7.19.1, 7.19.2) are in what is turned by so much, on a page of that side: start or end. Odd pages are bound at the left, even
 * ones at the right; where that is neither the start nor the end edge, inside is start. Other keywords are what they are. */
enum fo_keyword layout_bound(enum fo_keyword keyword, bool verso, int turn);
/* The same of what is built now; notes that something of a flow hangs on it. */
enum fo_keyword layout_by_binding(struct layout *layout, enum fo_keyword keyword);
/* What is built next is turned by so much more. Gives what is put back into layout.turn. */
int layout_turn(struct layout *layout, int turn);

/* ---- graphic.c: pictures ---- */

/* The area of fo:external-graphic or fo:instream-foreign-object: its border rectangle, the picture in it. measure: what percentages count
 * from. A picture that cannot be used (said) keeps the place that its properties give it. */
struct area *layout_graphic(struct layout *layout, const struct fo_node *node, len measure, struct area_structure *parent);
/* The background picture of an object, or NULL. */
const struct area_background *layout_background_picture(struct layout *layout, const struct fo_node *node);

/* ---- style.c ---- */

/* The background alone, or NULL. */
const struct area_box *layout_background_of(struct layout *layout, const struct fo_node *node);
/* Borders and background as the style says, or NULL. Widths of style none are 0. */
const struct area_box *layout_box_of(struct layout *layout, const struct fo_node *node);
enum area_line_style layout_line_style(enum fo_keyword keyword); /* of borders, rules, decorations */
struct area_border layout_border_of(const struct fo_style *style, enum area_side side);
/* The indents of an object in a reference area so wide. What it inherits in percent is what it was further up (XSL 5.1.2). */
struct layout_indents {
	len start, end;
};
struct layout_indents layout_indents(struct layout *layout, const struct fo_node *node, len width);
/* The indent at that offset of struct fo_style, once the object's layout_indents() were asked for; else its percentage counts from `width`. */
len layout_indent(const struct layout *layout, const struct fo_node *node, size_t offset, len width);
len layout_padding(const struct fo_style *style, enum area_side side, len base);
len layout_edge(const struct fo_style *style, enum area_side side, len base); /* border and padding */
/* The same, as much of them as stays where a page breaks the object (conditionality). */
len layout_kept(const struct fo_style *style, enum area_side side, len base);
/* A border is to be retained at such a side, be it none; one is there, too. */
bool layout_retains_border(const struct fo_style *style, enum area_side side);
bool layout_keeps_border(const struct fo_style *style, enum area_side side);

/* display-align (7.14.4): how far down content stands in a place that has `slack` more than it needs; 0 when it has not. */
len layout_align_down(enum fo_keyword align, len slack);
/* overflow (7.21.2): as in FOP, auto and visible show all. */
bool layout_clips(const struct fo_style *style);

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

/* gw:shown-in: what stands only where a cell or head says something for the first time, or only where it is repeated. */
static inline bool layout_is_shown(const struct layout *layout, const struct fo_node *node)
{
	enum fo_keyword in = node->style->shown_in;
	return in == FO_KW_ALL || (in == FO_KW_REPEAT) == layout->repeating;
}

/* ---- tag.c: structure ---- */

/* The node's element, made at the first call: of its own role, else of this one. &area_artifact: it shall have none. */
struct area_structure *layout_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent,
								  const char *role);
/* The same for an object that groups others: it has an element when its author says what it is, where it comes from, or in which other language
 * it is; else that of its parent stands for it. */
struct area_structure *layout_own_tag(struct layout *layout, const struct fo_node *node, struct area_structure *parent);
/* "zh-Hant-TW": the tag (BCP 47) of a style's language, script and country, of the last two only what is other than around (NULL: both). */
const char *layout_language(struct arena *arena, const struct fo_style *own, const struct fo_style *around);
/* Ties a footnote's element to that of what refers to it, as soon as both are there. */
void layout_tie_note(struct layout *layout, const struct fo_node *footnote);

#endif
