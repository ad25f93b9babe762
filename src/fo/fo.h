/* fo: FO XML → a typed tree with computed properties (XSL 1.1, chapters 4–7). Knows nothing of fonts or pages.
 *
 * elements.def has a row for each formatting object, properties.def one for each property: the enumerators, the style's fields,
 * look-up, initial value, inheritance, dump and support page all come from these rows. */
#ifndef GONGWEN_FO_H
#define GONGWEN_FO_H

#include <libxml/tree.h>

#include "base/base.h"

#define FO_NAMESPACE    "http://www.w3.org/1999/XSL/Format"
#define FO_GW_NAMESPACE "urn:gongwen:fo" /* prefix gw: what XSL cannot say (docs/extensions.md) */

/* ---- formatting objects ---- */

enum fo_kind {
	FO_TEXT, /* character data */
#define ELEMENT(symbol, name, content, support) FO_##symbol,
#include "elements.def"
#undef ELEMENT
	FO_KIND_COUNT
};

/* ---- property values ---- */

/* How deep formatting objects nest; deeper is an error (G309). Only fo:block may nest so deep: all others as deep as FO_NESTED_MAX. */
#define FO_DEPTH_MAX 10240

/* Every keyword that a property may take: FO_KW_AUTO, FO_KW_ALWAYS, … */
enum fo_keyword {
	FO_KW_NONE_GIVEN, /* the value is no keyword */
#define KEYWORD(symbol, name) FO_KW_##symbol,
#include "keywords.def"
#undef KEYWORD
	FO_KEYWORD_COUNT
};

/* A length that may depend on a reference: fixed + percent of the base that the property names + what is the larger of others, or a keyword alone. Without
 * padding: styles are compared by their bytes. */
struct fo_larger;
struct fo_length {
	len fixed;
	int32_t percent;                /* 1/1000 %: 100 % = 100000 */
	int32_t proportion;             /* proportional-column-width(), 1/1000; else 0 */
	enum fo_keyword keyword;        /* AUTO, NONE, NORMAL, …; FO_KW_NONE_GIVEN: the numbers count */
	const struct fo_larger *larger; /* a sum; or NULL */
	int64_t inherited;              /* of indents, 1: the percentage was given further up, and counts from the base there */
};

/* The larger of two lengths, so many times, when the base says which one it is. */
struct fo_larger {
	struct fo_length first, second;
	int64_t times; /* 10^-9 */
	const struct fo_larger *next;
	uint64_t size; /* how many there are in it, and in those after it */
};

/* Whether it hangs on the base. */
static inline bool fo_is_relative(const struct fo_length *length)
{
	return length->percent || length->larger;
}

struct fo_range { /* <length-range>, leader-length, …: minimum ≤ optimum ≤ maximum */
	struct fo_length minimum, optimum, maximum;
};

#define FO_FORCE INT32_MAX

struct fo_space { /* <space>, XSL 4.3 */
	struct fo_length minimum, optimum, maximum;
	int32_t precedence; /* FO_FORCE: "force" */
	bool retain;        /* conditionality: retain or discard */
};

struct fo_edge { /* <length-conditional>: border widths and padding */
	struct fo_length length;
	bool retain;
};

/* Strengths: an integer is a keep, be it 0 or negative (7.20.3); those beyond FO_KEEP_MOST count as that. */
#define FO_KEEP_AUTO        0
#define FO_KEEP_MOST        1000000000
#define FO_KEEP_OF(integer) (CLAMP(integer, -FO_KEEP_MOST, FO_KEEP_MOST) + FO_KEEP_MOST + 1)
#define FO_KEEP_ALWAYS      INT32_MAX

struct fo_keep {
	int32_t line, column, page;
};

typedef uint32_t fo_color; /* 0xRRGGBBAA; AA 0: transparent */

struct fo_families { /* interned */
	unsigned count;
	const char *name[];
};

/* ---- computed style ---- */

#define FO_TYPE_LENGTH         len /* absolute once computed; keyword values become lengths (line-height has its own type) */
#define FO_TYPE_LENGTH_PERCENT struct fo_length /* percent resolved by layout against the base that the property names */
#define FO_TYPE_RANGE          struct fo_range
#define FO_TYPE_SPACE          struct fo_space
#define FO_TYPE_EDGE           struct fo_edge
#define FO_TYPE_KEEP           struct fo_keep
#define FO_TYPE_COLOR          fo_color
#define FO_TYPE_KEYWORD        enum fo_keyword
#define FO_TYPE_KEYWORDS       uint32_t     /* a set: bit n is the n-th of the row's keywords; "none" is 0 */
#define FO_TYPE_INTEGER        int32_t      /* whole numbers; a keyword value is -(enum fo_keyword) */
#define FO_TYPE_STRING         const char * /* interned; NULL when not given */
#define FO_TYPE_CHARACTER      const char * /* one, with the marks upon it; likewise */
#define FO_TYPE_FAMILIES       const struct fo_families *
#define FO_TYPE_LINE_HEIGHT    struct fo_length /* computed to fixed; NORMAL = 1.2 × font-size is computed too */

/* Styles are interned in the tree's arena: equal pointers = equal values, so 100,000 like cells cost one. */
struct fo_style {
#define PROPERTY(field, name, type, inherited, initial, keywords, support) FO_TYPE_##type field;
#include "properties.def"
#undef PROPERTY
};

enum fo_property {
#define PROPERTY(field, name, type, inherited, initial, keywords, support) FO_PROP_##field,
#include "properties.def"
#undef PROPERTY
	FO_PROPERTY_COUNT
};

/* The set of text-decoration. */
enum fo_decoration {
	FO_UNDERLINE = 1 << 1,
	FO_OVERLINE = 1 << 2,
	FO_LINE_THROUGH = 1 << 3,
	FO_NO_UNDERLINE = 1 << 5,
	FO_NO_OVERLINE = 1 << 6,
	FO_NO_LINE_THROUGH = 1 << 7
};
#define FO_DECORATIONS   (0xFu << 1) /* those that draw, the fourth "blink" … */
#define FO_DECORATION_NO 4           /* … and where what takes each away is from there */

/* ---- the tree ---- */

struct fo_node {
	enum fo_kind kind;
	bool sided;                   /* it, or an object in it, hangs on the side of its page (fo_is_sided()) */
	bool decorated;               /* it, or an object around it, says something of text-decoration; not of text */
	const struct fo_style *style; /* of text: the parent's */
	struct fo_node *parent, *first_child, *next;
	const xmlNode *source; /* FO_MARKER: what fo_retrieve() makes its content of; else NULL */
	const char *
		text; /* fo:instream-foreign-object: its content as XML. FO_TEXT: UTF-8 after white-space treatment (XSL 7.17.3, linefeed-treatment, Z-33) */
	size_t text_size;
	const char *id; /* or NULL */
	uint32_t
		order; /* of an element in the document, from 1: parents before children; of what a marker gives: where it is retrieved */
	struct place place; /* gw:place where given (the author's), else the FO file's */
	/* Where in `text` an author's character stands is not kept: messages name the node's place and quote the text. */
};

struct fo_info { /* gw:info, or an XMP packet: all may be NULL */
	const char *title, *author, *subject, *keywords, *date, *kind, *number, *duplex;
};

/* A citation, link or bookmark that names an object of the document. */
struct fo_reference {
	const struct fo_node *node;
	const char *property, *id;
	const struct fo_reference *next;
};

struct fo_tree {
	const struct fo_node *root;
	const struct fo_node *layout_master_set;
	const struct fo_node *const *masters; /* by name (fo_find_master) */
	unsigned master_count;
	const struct fo_style *initial; /* of every property */
	struct fo_info info;
	const struct fo_reference *references; /* the last first */
	bool has_markers;                      /* the document that it was built from is needed as long as fo_retrieve() */
	const char *variants;                  /* gw:variants: names of other ways to set the document, parted by blanks; or NULL */
	unsigned
		least_last_page; /* gw:variants: percent of its height that the last of several pages fills, else they are tried; 0: any */
};

/* Takes out what stands in other copies only than the one of this name (gw:copy). */
void fo_keep_copy(xmlDoc *fo, const char *name);

/* Builds the tree in the arena. Reports everything that is wrong or not supported, each once, at its place; NULL when an error was reported. */
const struct fo_tree *fo_build(const xmlDoc *doc, struct arena *arena, struct diag_sink *sink);

/* The content of a fo:marker in the place of a fo:retrieve-marker: a fo:wrapper whose styles are computed there (6.13.6). Its place and what was
 * said of it are the marker's: nothing is reported again, and ids count only where the marker stands. In the arena; the document that the
 * tree was built from must still be there. */
struct fo_node *fo_retrieve(const struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *retrieve,
							struct arena *arena);

/* Text for --dump=tree: one line a node, the properties that differ from the inherited or initial value. malloc'd. */
char *fo_dump(const struct fo_tree *tree);

/* docs/support.md, from the tables. malloc'd. */
char *fo_support_page(void);

/* Whether an object by itself hangs on the side of its page: float, clear, and what text-align does to a captioned table or a picture. */
bool fo_is_sided(const struct fo_node *node);

/* font-stretch as a width: 1 ultra-condensed … 5 normal … 9 ultra-expanded. */
unsigned fo_stretch_width(enum fo_keyword stretch);

/* caption-side of a fo:table-and-caption. At START and END its children are two wrappers: of the caption and of the table, in their order. */
enum fo_caption_side { FO_CAPTION_BEFORE, FO_CAPTION_AFTER, FO_CAPTION_START, FO_CAPTION_END };
enum fo_caption_side fo_caption_side(const struct fo_node *captioned);

/* fo:inline, fo:basic-link, fo:bidi-override: inlines around other inlines, text and blocks. */
bool fo_kind_is_phrase(enum fo_kind kind);
const char *fo_kind_name(enum fo_kind kind);          /* "fo:table-cell" */
const char *fo_keyword_name(enum fo_keyword keyword); /* "always" */
/* Its region-name, else the one that regions of its kind have (7.27.17). */
const char *fo_region_name(const struct fo_node *region);
const struct fo_node *fo_find_master(const struct fo_tree *tree,
									 const char *master_name); /* simple-page-master or page-sequence-master */

/* A page whose master says no size (7.27.13 leaves it open): Apache FOP's, 8.26 in × 11 in. */
#define FO_PAGE_WIDTH  (LEN_PT * 72 * 826 / 100)
#define FO_PAGE_HEIGHT (LEN_PT * 72 * 11)

/* Lengths go up to 32,768 pt (11.5 m): a longer one is no value, and sums of some dozens keep in range. */
#define FO_LENGTH_MOST (32768 * LEN_PT)

/* fixed + percent of base, within ± FO_LENGTH_MOST. Not for keywords. */
len fo_resolve(struct fo_length length, len base);

#endif
