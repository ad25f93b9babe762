/* Inside fo: the property table, numbers of expressions, and the state of one style's computation. */
#ifndef GONGWEN_FO_INT_H
#define GONGWEN_FO_INT_H

#include <glib.h>

#include "fo/fo.h"

/* ---- property rows (table.c) ---- */

enum fo_type {
	FO_T_LENGTH,
	FO_T_LENGTH_PERCENT,
	FO_T_RANGE,
	FO_T_SPACE,
	FO_T_EDGE,
	FO_T_KEEP,
	FO_T_COLOR,
	FO_T_KEYWORD,
	FO_T_KEYWORDS,
	FO_T_INTEGER,
	FO_T_STRING,
	FO_T_CHARACTER,
	FO_T_FAMILIES,
	FO_T_LINE_HEIGHT
};

struct fo_row {
	const char *name;
	enum fo_type type;
	bool inherited, supported;
	const char *initial, *keywords;
	size_t offset, size; /* of the field in struct fo_style */
};

extern const struct fo_row fo_rows[FO_PROPERTY_COUNT];

/* FOP's extensions. alt-text is read: it is what FOP's users write; what would change pages (known.def) is said by name. */
#define FO_FOX_NAMESPACE     "http://xmlgraphics.apache.org/fop/extensions"
#define FO_FOP_PDF_NAMESPACE FO_FOX_NAMESPACE "/pdf"

/* Properties of XSL that have no row (known.def). */
struct fo_known {
	const char *name, *initial;
};
extern const struct fo_known fo_known[]; /* up to one without a name */
const struct fo_known *fo_known_find(const char *name);
extern const struct fo_known fo_known_values[]; /* likewise; initial: a value that is not supported */

/* FO_PROPERTY_COUNT when there is none of that name. */
enum fo_property fo_property_find(const char *name);
/* The row that a name ("space-before.optimum", "gw:line-break") belongs to, and its component or NULL. */
enum fo_property fo_property_of(const char *name, const char **component);
enum fo_keyword fo_keyword_find(const char *name);
/* How many bytes of an author's text a message quotes: whole characters. */
int fo_shown(const char *text);
bool fo_row_allows(const struct fo_row *row, const char *keyword);

struct fo_element_row {
	const char *name, *content;
	bool supported;
};
extern const struct fo_element_row fo_elements[FO_KIND_COUNT];
enum fo_kind fo_kind_find(const char *local_name); /* FO_TEXT when unknown */

/* Why an expression has no value: reasons.def. */
enum fo_reason {
	FO_REASON_NONE,
#define REASON(symbol, english, chinese) FO_REASON_##symbol,
#include "fo/reasons.def"
#undef REASON
};
const char *fo_reason_text(enum fo_reason reason, enum diag_language language);

/* ---- one build ---- */

#define FO_NESTED_MAX 256 /* how deep objects other than fo:block may nest: they are laid out one within the other */

struct fo_builder {
	struct arena *arena;
	struct diag_sink *sink;
	GHashTable *strings;   /* interned */
	GHashTable *styles;    /* struct fo_style by content */
	struct arena *scratch; /* of this build */
	GHashTable *cache;     /* struct bytes: kind, parent's style, attributes → style */
	GString *key;          /* scratch for one */
	GHashTable *families;  /* by joined names */
	GHashTable *larger;    /* struct fo_larger by content; or NULL */
	GHashTable *said;      /* names that were called unsupported or unknown */
	GHashTable *ids;       /* id → node */
	GHashTable *regions;   /* names of the regions of all page masters, once one was asked for; or NULL */
	enum fo_reason reason; /* why the value being read is refused */
	uint32_t order;        /* of the last node */
	bool based;            /* an xml:base was seen: the elements around are asked for it */
	bool again;            /* content of markers is built once more: ids are left out */
	struct fo_style initial;
	struct fo_tree *tree;
	unsigned nested;      /* how many of the open elements are no fo:block */
	unsigned depth;       /* of the element being built */
	GPtrArray *specified; /* const uint8_t *, by depth: which properties the open elements set themselves (fo_part_bit()) */
	GHashTable *counted;  /* parts of tables → how far their cells were counted (columns.c); or NULL */
};

const char *fo_intern(struct fo_builder *builder, const char *text);
/* True the first time that `name` comes. */
bool fo_say_once(struct fo_builder *builder, const char *name);

/* ---- tree.c ---- */

/* Where an object came from: gw:place, else its place in the document, else that of the object around (or NULL). */
struct place fo_place_of(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent);

/* ---- kind.c ---- */

/* The kind of an element, or FO_TEXT after it was said that there is none. */
enum fo_kind fo_element_kind(struct fo_builder *builder, const xmlNode *element, struct fo_node *parent);

/* ---- where.c ---- */

/* Says where an object may not stand though its parent takes it. False: it is to be left out. */
bool fo_check_where(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent, enum fo_kind kind);

/* ---- declarations.c ---- */

/* gw:info and gw:variants. */
void fo_read_declarations(struct fo_builder *builder, const xmlNode *declarations);
/* The words of a fo:title are the document's title where its description has none (6.4.20: for readers on a screen). */
void fo_take_title(struct fo_builder *builder, const struct fo_node *title);

/* ---- xmp.c ---- */

/* An XMP packet (x:xmpmeta or rdf:RDF): the fields of the description that are not known yet. */
void fo_read_xmp(struct fo_builder *builder, const xmlNode *packet);

/* ---- masters.c ---- */

/* Fills the tree's list of masters, as soon as its layout-master-set is built. */
void fo_sort_masters(struct fo_builder *builder);
/* Whether a region of any page master has the name; once all masters are built. */
bool fo_is_region(struct fo_builder *builder, const char *name);

/* ---- components.c: 5.11 ---- */

enum fo_part_kind { FO_PART_LENGTH, FO_PART_LINE_HEIGHT, FO_PART_PRECEDENCE, FO_PART_CONDITIONALITY, FO_PART_STRENGTH };
struct fo_part {
	enum fo_type type; /* of the properties that have it */
	const char *name;
	enum fo_part_kind kind;
	size_t offset, size; /* in the property's field */
};
extern const struct fo_part fo_parts[]; /* those of a type beside each other; up to one without a name */
const struct fo_part *fo_part_find(enum fo_type type, const char *name);
/* Its bit among those of its type; FO_WHOLE: of all of them, and what has none. */
unsigned fo_part_bit(const struct fo_part *part);
#define FO_WHOLE 0xFF

/* What another object's value is taken from (5.10.4). */
struct fo_taken {
	const struct fo_style *style;
	enum fo_property property;
	const struct fo_part *part; /* the component that is asked for; NULL: all of it */
	bool further_up;            /* of an object around: its percentages count from the base there */
};

/* ---- style.c, base_uri.c ---- */

/* What an element says of itself. */
struct fo_specified {
	const char *name; /* property, shorthand or compound name, "gw:" in front of the extension's */
	const char *value;
	const xmlAttr *attribute; /* for the place of messages */
};

enum fo_side { FO_TOP, FO_RIGHT, FO_BOTTOM, FO_LEFT, FO_SIDES }; /* in the order of CSS shorthands */

/* How a margin came: of corresponding properties one that a shorthand gave counts less. */
enum fo_margin { FO_MARGIN_NONE, FO_MARGIN_SHORT, FO_MARGIN_GIVEN };

/* The state while an element's style is computed. */
struct fo_styling {
	struct fo_builder *builder;
	enum fo_kind kind;
	bool in_multi_properties;
	const struct fo_node *parent;         /* or NULL */
	const struct fo_style *inherited;     /* the parent's style, or the initial one */
	struct fo_style *style;               /* being made */
	uint8_t specified[FO_PROPERTY_COUNT]; /* which components (fo_part_bit()) */
	enum fo_margin margin[FO_SIDES];
	bool refused;               /* a value, or a part of it, was wrong */
	struct place place;         /* of the attribute being read */
	const char *name;           /* of that attribute, as it is written */
	const struct fo_part *part; /* the component being set, or NULL */
	const char *base;           /* the URI from which relative ones count (fo_base_around) */
};

/* The xml:base around an element, its own included, made of all that are relative; in builder->scratch. NULL: there is none, or no property that holds a
 * URI is specified. */
const char *fo_base_around(struct fo_builder *builder, const xmlNode *element, const struct fo_specified *specified,
						   unsigned count);
/* The value of a property that holds a URI, a relative one resolved against the base (NULL: none); of others as it is. Takes `uri`; g_free() what comes. */
char *fo_base_resolve(const char *base, enum fo_property property, char *uri);

/* The style of an element below `parent`. */
const struct fo_style *fo_style_new(struct fo_builder *builder, const xmlNode *element, enum fo_kind kind,
									const struct fo_node *parent, struct place place);
/* The style of the nearest object around that sets the property, or that component of it, itself; else the initial values. */
const struct fo_style *fo_nearest_specified(const struct fo_styling *styling, enum fo_property property,
											const struct fo_part *part);
void fo_style_initial(struct fo_builder *builder);

/* ---- values.c ---- */

/* Sets a property, or one component of it ("optimum", "within-page", …; NULL: the whole), from text. Reports wrong values. */
bool fo_value_set(struct fo_styling *styling, enum fo_property property, const char *component, const char *text);

/* What a setter works on. */
struct fo_target {
	struct fo_styling *styling;
	enum fo_property property;
	const struct fo_row *row;
	const char *component; /* or NULL */
	void *field;
};

/* Whether the component that is set, or all of them, is called so. */
bool fo_is_component(const struct fo_target *target, const char *name);
/* false: the text is no integer, or one beyond 2·10⁹. */
bool fo_whole_number(const struct fo_target *target, const char *text, int32_t *whole);

/* ---- components.c: 5.10.4 ---- */

/* Takes that for the component that is set, or all of them. false: it is of another kind (said), or a number to be checked first. */
bool fo_take(const struct fo_target *target, const struct fo_taken *taken);

/* ---- lengths.c: false: the text is no such value ---- */

struct fo_number;

bool fo_set_length(const struct fo_target *target, const char *text);
bool fo_set_length_percent(const struct fo_target *target, const char *text);
bool fo_set_line_height(const struct fo_target *target, const char *text);
bool fo_set_range(const struct fo_target *target, const char *text);
bool fo_set_space(const struct fo_target *target, const char *text);
bool fo_set_edge(const struct fo_target *target, const char *text);
struct fo_length fo_number_length(const struct fo_number *number);
/* Within what layout can add up and look through; else false, said. */
bool fo_is_moderate(const struct fo_styling *styling, const struct fo_number *number);

/* ---- strings.c: likewise ---- */

bool fo_set_string(const struct fo_target *target, const char *text);
bool fo_set_character(const struct fo_target *target, const char *text);
bool fo_set_families(const struct fo_target *target, const char *text);

/* ---- shorthands.c, shorthands_box.c, words.c ---- */

/* The value of the attribute being read, or a word of it, is wrong; false, for its caller to return. allowed: "left | right | <length>". */
bool fo_refuse(struct fo_styling *styling, const char *value, const char *allowed);
/* Shorthands and absolute properties (shorthands.def), and what they stand for. */
struct fo_shorthand {
	const char *name, *parts; /* parted by blanks */
};
extern const struct fo_shorthand fo_shorthands[]; /* up to one without a name */
bool fo_is_row(const char *name);                 /* of a property or one of its components */
/* Sets the property, or the component, of that name. */
bool fo_set_by_name(struct fo_styling *styling, const char *name, const char *value);
/* The same with a name in three parts. */
bool fo_set_part(struct fo_styling *styling, const char *prefix, const char *side, const char *suffix, const char *value);
void fo_set_margin(struct fo_styling *styling, const char *value);
void fo_set_background(struct fo_styling *styling, const char *value);
void fo_set_background_position(struct fo_styling *styling, const char *value);
bool fo_set_border_or_padding(struct fo_styling *styling, const char *name, const char *value);
/* g_strfreev() it. */
char **fo_words_split(const char *value);

/* Expands a shorthand or an absolute property into rows. false: `name` is none. */
bool fo_shorthand_set(struct fo_styling *styling, const char *name, const char *value);

/* ---- correspond.c ---- */

extern const char *const fo_relative[FO_SIDES], *const fo_absolute[FO_SIDES]; /* "before", "top", … */
/* "border-top-width" → "border-before-width", likewise padding; NULL when the name has no absolute side. g_free() it. */
char *fo_relative_name(const char *name);
/* The row and component (NULL: all of it) that a name stands for, also of an absolute property ("min-width", "padding-left.length"). */
bool fo_property_named(const char *name, enum fo_property *property, const struct fo_part **part);
/* The turn in which a property is read, from 0: XSL reads what is more precise later (5.2). */
int fo_precision(const char *name);
#define FO_PRECISION_MAX 10
/* XSL 5.3.2: margins of blocks → indents and spaces; widths of borders without style. After everything was read. */
void fo_style_finish(struct fo_styling *styling);

/* ---- columns.c ---- */

/* The style of the fo:table-column under which the cell being styled begins, or NULL. */
const struct fo_style *fo_column_style(const struct fo_styling *styling);

/* ---- expression.c: XSL 5.9 ---- */

#define FO_NANO 1000000000LL

/* A number, or a length and percentage, in 10^-9 (of 1, of pt, of 1 %). */
struct fo_number {
	int64_t fixed, percent;
	int64_t proportion;             /* proportional-column-width() */
	const struct fo_larger *larger; /* more of the length; or NULL */
	int power;                      /* of the unit: 0 a number, 1 a length (fixed is pt), more on the way only */
	bool has_percent;
};

/* Evaluates an arithmetic expression in the property's context. false: it is none (nothing is reported). */
bool fo_expression(const struct fo_styling *styling, enum fo_property property, const char *text, struct fo_number *number);
len fo_number_len(const struct fo_number *number);

/* An expression being read. */
struct fo_reader {
	const struct fo_styling *styling;
	enum fo_property property;
	const char *at;
	bool failed;
	unsigned depth;
};
/* The first reason counts. Gives 0. */
struct fo_number fo_read_fail(struct fo_reader *reader, enum fo_reason reason);
/* A value that is an expression, but not one that its property takes: false. */
bool fo_fail(const struct fo_styling *styling, enum fo_reason reason);
void fo_read_space(struct fo_reader *reader);
struct fo_number fo_read_sum(struct fo_reader *reader);
/* value * numerator / denominator, to the nearest, as far as numbers go. */
int64_t fo_scaled(int64_t value, int64_t numerator, int64_t denominator);
struct fo_number fo_number_negated(struct fo_reader *reader, struct fo_number number);
struct fo_number fo_number_add(struct fo_reader *reader, struct fo_number a, struct fo_number b);

/* ---- larger.c: parts of lengths, equal ones the same, in the tree's arena ---- */

const struct fo_larger *fo_larger_of(struct fo_builder *builder, struct fo_length first, struct fo_length second);
const struct fo_larger *fo_larger_scaled(struct fo_builder *builder, const struct fo_larger *list, int64_t numerator,
										 int64_t denominator);
const struct fo_larger *fo_larger_joined(struct fo_builder *builder, const struct fo_larger *list,
										 const struct fo_larger *others);
len fo_larger_resolve(const struct fo_larger *list, len base);

/* ---- functions.c: XSL 5.10 ---- */

/* The function's value; the reader stands after the opening parenthesis, then before the closing one. */
struct fo_number fo_call(struct fo_reader *reader, const char *function);
/* Whether the text is one of 5.10.4's functions alone ("from-parent(color)"), and what it gives (style NULL: nothing, said). */
bool fo_property_function(const struct fo_styling *styling, enum fo_property property, const char *text, struct fo_taken *taken);

/* Whether a value is "inherit" or such a function: a shorthand gives it to all that it stands for. */
bool fo_is_taken_over(const char *text);

/* ---- color.c ---- */
bool fo_color_parse(const struct fo_styling *styling, enum fo_property property, const char *text, fo_color *color);
/* Whether a text is, or tries to be, one of rgb(), rgb-icc(), rgb-named-color(), cmyk(). */
bool fo_color_is_function(const char *text);
/* Why a text is no color. */
enum fo_reason fo_color_reason(const char *text);

/* ---- model.c ---- */

bool fo_model_has(const char *model, const char *word);
/* Whether an object may come more than once in a model that names it. */
bool fo_model_repeats(const char *model, enum fo_kind kind);
/* Whether one of its kind came before it. */
bool fo_model_comes_again(const xmlNode *element);
/* The object whose model the content of `element` follows. */
enum fo_kind fo_model_holder(const xmlNode *element);
bool fo_model_allows(enum fo_kind holder, enum fo_kind kind);
bool fo_kind_is_block(enum fo_kind kind);
bool fo_kind_is_inline(enum fo_kind kind);
/* The block whose content rectangle holds what is within `node`, `node` counted; NULL: a reference area does (XSL 7.3). */
const struct fo_node *fo_containing_block(const struct fo_node *node);

/* ---- check.c ---- */

void fo_check_tree(struct fo_builder *builder, struct fo_node *node);
/* Says that a text is longer than a string of a PDF may be. text: NULL is allowed. */
void fo_check_length(struct fo_builder *builder, struct place place, const char *name, const char *text);

/* ---- foreign.c ---- */

/* Elements of other namespaces: what fo:instream-foreign-object holds, as XML in its text; what would be missed anywhere else (G303). */
void fo_take_foreign(struct fo_builder *builder, const xmlNode *element, struct fo_node *node);
void fo_say_foreign(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent);

/* ---- whitespace.c ---- */

/* linefeed-treatment, white-space-collapse, white-space-treatment (7.17) on the inline content below a block-level node; Z-33. */
void fo_whitespace(struct fo_builder *builder, struct fo_node *node);

#endif
