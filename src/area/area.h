/* area: the positioned result of layout: pages, areas, glyph runs, rules, links, and the document's structure. Read by `pdf` and
 * by the dump. Lengths are len; x right, y down; an area's x and y count from its parent's origin (top left), so a subtree moves
 * by changing two numbers. */
#ifndef GONGWEN_AREA_H
#define GONGWEN_AREA_H

#include "base/base.h"
#include "image/image.h"
#include "text/text.h"

typedef uint32_t area_color; /* 0xRRGGBBAA */

/* ---- structure: what the content is, for outline, tagged PDF and reading order (ISO 32000-1, 14.8) ---- */

struct area_structure {
	const char *role; /* standard structure type: "Document" "Sect" "H1" "P" "Table" "TR" "TH" "TD" "L" "LI" "Figure" "Link" … */
	const char *language; /* or NULL: the parent's */
	const char *alt;      /* or NULL */
	const char *source;   /* where its content comes from (XSL 7.5.1), or NULL */
	const char *id;
	const struct place *role_place;         /* where the author gave the role; NULL: it is the object's own */
	int column, column_span, row_span;      /* of TH and TD: the first column, from 0; 0 elsewhere */
	const char *numbering;                  /* of L: "Decimal", "Disc" …, as ISO 32000-1, 14.8.5.5 names them */
	const struct area_structure *reference; /* of Note: the Reference to it, or NULL */
	uint32_t order;                         /* in the document: children stand by it */
	struct area_structure *parent, *first_child, *last_child, *next;
	struct area_structure *latest; /* child that was made last */
};

/* Page furniture: page numbers, rules, repeated table heads, backgrounds. */
extern struct area_structure area_artifact;

/* ---- areas ---- */

enum area_kind {
	AREA_REGION, /* a page's region; its name and which one it is */
	AREA_BLOCK,  /* block, list, list-item …: grouping with box */
	AREA_TABLE,
	AREA_ROW,
	AREA_CELL,
	AREA_LINE,
	AREA_INLINE,  /* grouping within a line */
	AREA_TEXT,    /* glyph run */
	AREA_RULE,    /* filled rectangle of width × height */
	AREA_DOT,     /* filled ellipse of width × height */
	AREA_LINK,    /* active rectangle */
	AREA_IMAGE,   /* a picture in its viewport of width × height */
	AREA_TURNED,  /* reference area turned anticlockwise about its origin; width, height: before turning */
	AREA_CLIPPED, /* what stands in it and reaches beyond width × height is not drawn there (overflow) */
	AREA_KIND_COUNT
};

enum area_region_kind { AREA_REGION_BODY, AREA_REGION_BEFORE, AREA_REGION_AFTER, AREA_REGION_START, AREA_REGION_END };

enum area_line_style {
	AREA_LINE_NONE,
	AREA_LINE_SOLID,
	AREA_LINE_DASHED,
	AREA_LINE_DOTTED,
	AREA_LINE_DOUBLE,
	AREA_LINE_WAVY,
	AREA_LINE_GROOVE,
	AREA_LINE_RIDGE,
	AREA_LINE_INSET,
	AREA_LINE_OUTSET
};

struct area_border {
	enum area_line_style style;
	len width;
	area_color color;
};

enum area_side { AREA_BEFORE, AREA_AFTER, AREA_START, AREA_END };

struct area_picture {
	const struct image *image; /* NULL: none could be read, the place is kept */
	len x, y, width, height;   /* where it is drawn, from the area's origin */
	bool clip;                 /* what is outside the area is not drawn */
	bool smooth;               /* pixels are blended when they are drawn larger */
};

struct area_background { /* a picture behind an area's padding rectangle (XSL 7.8.3 …) */
	const struct image *image;
	len x, y;                     /* of the first one, from the padding rectangle's origin, and 1/1000 % of the room left */
	int32_t x_percent, y_percent; /* by it */
	bool repeat_x, repeat_y;
};

struct area_box {                          /* drawn inside the area's width × height: the border rectangle */
	struct area_border border[4];          /* enum area_side */
	area_color background;                 /* alpha 0: none */
	const struct area_background *picture; /* or NULL */
	len beyond[4];                         /* enum area_side: of the rectangle, what lies beyond the place of the background */
};

struct area_cluster {
	uint16_t text_size, glyph_count;
};

struct area_text {
	const struct text_face *face;
	len size;
	area_color color;
	int32_t stretch;  /* horizontal scale in 1/1000; 1000: none (condensed mastheads) */
	len baseline;     /* from the area's y down to the baseline */
	const char *text; /* what the glyphs say, in reading order (T-01) */
	uint32_t text_size, glyph_count, cluster_count;
	const struct text_glyph *glyphs;     /* x from the area's x, y from the baseline; stretch already counted in x */
	const struct area_cluster *clusters; /* cover text and glyphs in order */
	bool ends_word; /* a blank after it has no glyph: dropped at the line's end, or alone: readers part words by it */
};

struct area_link { /* outside, or an id of this document; of both the id counts (XSL 7.23.8) */
	const char *uri, *id;
};

/* Within what bounds an area and its content stand. Who makes it says so; page/overrun.c alone asks, so it is neither packed nor dumped. */
enum area_holds {
	AREA_HOLDS_NOTHING, /* its content keeps to what is around */
	AREA_HOLDS_ACROSS,  /* to its sides, and downward to what is around: it is as tall as its content (tables, containers) */
	AREA_HOLDS_ALL      /* cells, floats, containers of their own height */
};
struct area_hold {
	enum area_holds holds;
	bool row;   /* it is looked at as a whole: one row, or list item */
	bool edged; /* its own padding stands at its foot, be it that nothing is drawn of it */
	/* It need not keep to what is around: its author sets it beyond (indents below 0, relative position), or that was said. */
	bool free_across, free_down;
	len x, width;     /* the sides of its content rectangle, when it holds something, */
	const char *name; /* and what it is: "fo:table" */
	len white;        /* of a line: at its foot, may stand beyond the page's end */
};

struct area {
	enum area_kind kind;
	len x, y, width, height;
	struct area_structure *tag; /* what the content belongs to; NULL: as the parent */
	const struct area_box *box; /* or NULL */
	const char *id;             /* destination here, or NULL */
	struct area_hold hold;
	unsigned copy;      /* of copies laid out together: the one that has it, from 1; 0: all have */
	struct place place; /* of the FO (the author's, where known) */
	struct area *first_child, *last_child, *next;
	union {
		struct {
			const char *name;
			enum area_region_kind kind;
		} region;                           /* AREA_REGION */
		len baseline;                       /* AREA_LINE: from y down */
		const struct area_text *text;       /* AREA_TEXT */
		const struct area_picture *picture; /* AREA_IMAGE */
		area_color color;                   /* AREA_RULE, AREA_DOT */
		int turn;                           /* AREA_TURNED: 0, 90, 180, 270 degrees */
		struct area_link link;              /* AREA_LINK */
	};
};

struct area_page {
	unsigned index;     /* from 0 */
	int number;         /* page number as counted */
	const char *label;  /* as formatted: "3", "iii" */
	const char *master; /* master-name */
	bool blank;         /* made only by force-page-count or a break */
	len width, height;
	struct area *first_area, *last_area; /* regions and fixed areas, in paint order */
	struct area *before_last;            /* while the page is built */
	struct area_page *next;
};

struct area_outline {
	const char *title; /* of a bookmark without one: NULL or blanks */
	struct area_link to;
	struct place place;
	bool open;
	struct area_outline *first_child, *last_child, *next;
};

struct area_info { /* all may be NULL */
	const char *title, *author, *subject, *keywords, *date, *kind, *number, *language;
	const char *duplex; /* how sheets are turned when both sides are printed: "long-edge", "short-edge" */
};

struct area_tree {
	struct area_page *first_page, *last_page;
	unsigned page_count;
	struct area_structure *structure; /* root: role "Document" */
	struct area_outline *outline;     /* first of the top level, or NULL */
	struct area_info info;
	/* Of blocks with gw:lines-before: whether a page ends above room that it has because of one, and the page (from 1) of the last. */
	bool has_early_page;
	unsigned bound_page;
	unsigned last_page_filled; /* percent of the body's height that the flow takes on the last page */
	bool
		copies_differ; /* of copies laid out together: in more than what stands in a line, so that each must be laid out by itself */
};

/* ---- building ---- */

struct area *area_new(struct arena *arena, enum area_kind kind, len x, len y, len width, len height);
void area_append(struct area *parent, struct area *child);
/* After a child of the parent, or (NULL) before all. */
void area_insert(struct area *parent, struct area *after, struct area *child);
/* A copy with all that stands in it, tagged `tag` throughout, without ids. Glyph runs and boxes are shared. */
struct area *area_copy(struct arena *arena, const struct area *area, struct area_structure *tag);
void area_tree_append(struct area_tree *tree, struct area_page *page);
void area_page_append(struct area_page *page, struct area *area);
/* A fixed area of the flow whose region is the page's last area: before the region when nothing stands in that yet, so that paint order
 * (which is how many readers take text) is the order of the document. */
void area_page_insert(struct area_page *page, struct area *area);

/* Whether the page has areas of single copies; the page as one copy (from 1) has it, in the arena. */
bool area_page_is_divided(const struct area_page *page);
struct area_page *area_page_of_copy(struct arena *arena, const struct area_page *page, unsigned copy);

/* After what the parent has. parent NULL: a root, or attached later. */
struct area_structure *area_structure_new(struct arena *arena, struct area_structure *parent, const char *role);
/* At its place in the document, whichever of the parent's children is made first. */
struct area_structure *area_structure_new_at(struct arena *arena, struct area_structure *parent, const char *role,
											 uint32_t order);

/* ---- pages on their way ---- */

/* Who takes the pages of a document, in order, as they are finished. A page lives until take() returns; what lives as long as the document
 * is structure, ids, names, links' targets, places' files, faces and pictures. */
struct area_sink {
	void *data;
	void (*take)(void *data, const struct area_page *page);
	void (*again)(void *data); /* references moved: the pages so far do not count, and come again from the first on */
};

/* A page in some 8 bytes a glyph, for this process only; free(data). All that take() may read of it comes back, in the arena. */
struct bytes area_pack(const struct area_page *page);
struct area_page *area_unpack(struct bytes packed, struct arena *arena);

/* ---- dump ---- */

/* XML for --dump=areas and for tests, malloc'd: <area-tree><info/><page><region><block><line><text>…, then <structure> and
 * <outline>. Lengths are in pt with three decimals; x and y count from the page (inside <turned>: as if not turned).
 *   area-tree: early-page · page: number label master blank width height · every area: x y width height tag id copy place border-… background
 *   region: name · line: baseline · rule, dot: color · link: external-destination internal-destination · turned: turn
 *   image: src, and content-x content-y content-width content-height of what is drawn, clip · background-image, background-position,
 *   background-repeat of a box, background-short: what of its sides it leaves out
 *   text: baseline font size color stretch, and `at`, where each cluster begins, from x; its content is its characters
 *   structure: <element role= …> · outline: <item title= destination= open=>
 *   clipped: what reaches beyond it is not drawn
 * tag is the structure role, "artifact" for furniture; what is not set is not written. */
char *area_dump(const struct area_tree *tree);

#endif
