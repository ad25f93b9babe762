/* text: fonts by role with fallback, characters → shaped clusters with break opportunities and Chinese punctuation.
 * Knows nothing of FO, lines or pages. Requirement numbers (Z-n) are those of docs/typesetting.md. */
#ifndef GONGWEN_TEXT_H
#define GONGWEN_TEXT_H

#include <cairo.h>

#include "base/base.h"

/* ---- engine: fonts, shaping and ICU state, once a process ---- */

struct text_engine;

struct text_options {
	const char *config;           /* fonts/fonts.xml: roles, aliases, fallback order */
	const char *const *font_dirs; /* searched before the configuration's own folder; NULL-terminated, may be NULL */
	const char *terms;            /* the field's own words (terms.c), or NULL */
};
/* Looks at the folders of --font-dir: one that is not there is reported as a failure, and false; font files that cannot be used are
 * named (G510). Once a run, before any worker opens its fonts. */
bool text_check_folders(const char *const *folders, struct diag_sink *sink);

/* FONTCONFIG_FILE, when set, replaces the private font set entirely; else system fonts are never consulted. */
struct text_engine *text_open(const struct text_options *options, struct diag_sink *sink);
void text_close(struct text_engine *engine);
/* Has what a Chinese document will want ready. Changes nothing of what any document gets. */
void text_warm_up(struct text_engine *engine, struct diag_sink *unheard);

/* ---- faces ---- */

struct text_face; /* one font file's face; lives as long as the engine */

const char *text_face_name(const struct text_face *face);             /* family name, "GwFangSong" */
const char *text_face_file(const struct text_face *face, int *index); /* the font file, and which of its faces */
cairo_font_face_t *text_face_cairo(const struct text_face *face);     /* borrowed; one for the whole process, of any size */

/* Whether who draws the face shall slant it, or make it heavier: it stands for an oblique or a bold one that there is not. */
bool text_face_slants(const struct text_face *face);
bool text_face_thickens(const struct text_face *face);

struct text_metrics {
	len ascent, descent; /* positive, of the font's typo (or hhea) values; in Chinese text scaled to 1 em in sum (T-07) */
};

/* Z-76. A bold or oblique face that the family lacks is drawn from the plain one, unless fonts.xml says that the family is never emboldened. */
enum text_font_style { TEXT_BOLD = 1, TEXT_OBLIQUE = 2, TEXT_SYNTHESIZE_NEVER = 4, TEXT_SYNTHESIZE_ALWAYS = 8 };

/* Bits 4 to 7 of the style: the width, from 1, ultra-condensed, over 5, normal, to 9, ultra-expanded (OS/2); 0: normal. The nearest that the family
 * has is taken. */
#define TEXT_WIDTH(n) ((unsigned)(n) << 4)
/* The text is not Chinese: of families that fonts.xml has for such text, those, and metrics of the first face, as it states them. */
#define TEXT_WESTERN         (1u << 8)
#define TEXT_WIDTH_OF(style) ((style) >> 4 & 15u ? (style) >> 4 & 15u : 5u)

/* A font as a style asks for it; equal pointers = equal fonts. `size` in len. NULL when no face at all is
 * there (said). */
struct text_font;
const struct text_font *text_font_find(struct text_engine *engine, const char *const *families, unsigned count, len size,
									   unsigned style, struct place place, struct diag_sink *sink);
/* The families asked for that are not installed, NULL-terminated: others stand in for them (Z-34). */
const char *const *text_font_missing(const struct text_font *font);
/* Whether a bold or oblique font was asked for, and there is none. */
bool text_font_is_plain(const struct text_font *font);
struct text_metrics text_font_metrics(
	const struct text_font *font); /* Chinese: of the first face with Han, else the first; never of fallbacks (Z-68) */
len text_font_size(const struct text_font *font);
/* The height of x, of the first face that has one; half the size when none has. */
len text_font_x_height(const struct text_font *font);
len text_font_cap_height(const struct text_font *font); /* likewise of capitals: else 0.7 em */

/* ---- a paragraph's content ---- */

/* Z-04, Z-10: the national standard's rules; CSS's loose; basic (as GB, but a solidus may end a line); strict; none at all. */
enum text_line_break { TEXT_BREAK_GB, TEXT_BREAK_LOOSE, TEXT_BREAK_NORMAL, TEXT_BREAK_STRICT, TEXT_BREAK_ANYWHERE };
enum text_trim {
	TEXT_TRIM_NORMAL,
	TEXT_TRIM_SPACE_FIRST,
	TEXT_TRIM_START,
	TEXT_TRIM_ALL,
	TEXT_TRIM_NONE
}; /* Z-22 … Z-26; ALL: every mark takes half an em */

struct text_shaped;

struct text_spacing {
	len optimum, less, more; /* less and more: what justification may take from it and add to it */
	bool given;              /* a length is, if one of 0 pt: not "normal" */
};

struct text_style {
	const struct text_font *font;
	const char *language;       /* "zh", "en", …; Chinese rules hold for zh (and for no language when the text has Han) */
	const char *country;        /* "GB", …, or NULL: whose hyphens */
	struct text_spacing letter; /* letter-spacing: after each character but the last of a line (G-12) */
	struct text_spacing word;   /* word-spacing: of each U+0020 */
	enum text_line_break line_break;
	enum text_trim trim;
	bool autospace; /* Z-40 */
	bool wrap;      /* wrap-option: read by who breaks lines; words that may not are not parted */
	/* What ends the line of a parted word, shaped in this style; NULL: words are not parted with a hyphen. They are at soft hyphens, and where the
	 * language's patterns say, so many letters before and after it at least; hyphen_before 0: at soft hyphens alone. */
	const struct text_shaped *hyphen;
	uint8_t hyphen_before, hyphen_after;
};

/* A stretch of characters of one style, or an object (leader, inline box) that takes `object_width` and behaves as a character
 * U+FFFC. A zero-width anchor (footnote without mark) is an object of width 0 that allows no break before it. */
struct text_span {
	const char *text; /* NULL: an object */
	size_t size;
	const struct text_style *style;
	len object_width;
	bool anchor;
	bool han;           /* an object that behaves like a Han character: gaps, breaks */
	bool note;          /* a note's mark: it begins no line and has no gap beside it (Z-74) */
	uint32_t direction; /* of an anchor: a control of the bidirectional algorithm that holds from here on, as U+202B; or 0 */
	struct place place;
};

/* ---- shaped text ---- */

enum text_class { /* Z-01 */
				  TEXT_HAN,
				  TEXT_OPENING,
				  TEXT_CLOSING,
				  TEXT_PAUSE,
				  TEXT_STOP,
				  TEXT_EXCLAIM,
				  TEXT_INTERPUNCT,
				  TEXT_CONNECTOR,
				  TEXT_SOLIDUS,
				  TEXT_DASH,
				  TEXT_ELLIPSIS,
				  TEXT_PREFIX,
				  TEXT_SUFFIX,
				  TEXT_DIGIT,
				  TEXT_LETTER,
				  TEXT_SPACE,
				  TEXT_WIDE, /* other full-width */
				  TEXT_OBJECT,
				  TEXT_ANCHOR,
				  TEXT_OTHER,
				  TEXT_NEWLINE
};

/* Z-02: closing marks, pauses, stops, the interpunct, connectors and the solidus begin no line, at every level of gw:line-break but loose. */
bool text_begins_no_line(enum text_class cls);

/* After a cluster: no break; one within a word, when the word is wider than a line; one in a URL or code, when a line would else be
 * very loose (Z-08); one with a hyphen, found by the language's rules or where the author says (U+00AD); a break; a line feed. */
enum text_break { TEXT_NO_BREAK, TEXT_IN_WORD, TEXT_LAST_RESORT, TEXT_HYPHEN, TEXT_SOFT_HYPHEN, TEXT_MAY_BREAK, TEXT_MUST_BREAK };
static inline bool text_adds_hyphen(enum text_break end)
{
	return end == TEXT_HYPHEN || end == TEXT_SOFT_HYPHEN;
}

struct text_glyph {
	uint32_t id;
	len x, y; /* from the cluster's origin on the baseline; y down */
};

/* One unsplittable unit of text with its glyphs: a grapheme, a dash of 2 em, a ligature. */
#define TEXT_RESTS 256

struct text_cluster {
	uint32_t text_start; /* byte offset into text_shaped.text */
	uint32_t glyph_start;
	uint32_t span;
	uint16_t text_size, glyph_count;
	uint8_t cls;         /* enum text_class */
	uint8_t break_after; /* enum text_break */
	uint8_t level;       /* odd: it runs from right to left, within what runs the other way (UAX 9) */
	int8_t rest;         /* 1/TEXT_RESTS of a unit that the advance lacks, or has too much, for being rounded; of Han 0 */
	const struct text_face *face;  /* NULL: object or newline */
	len advance;                   /* natural width by Z-20, without letter-spacing, trimming or gaps */
	len blank_before, blank_after; /* the squeezable blank inside advance (Z-21) */
	len size;                      /* font size, em */
};

struct text_shaped {
	const char *text; /* all spans' characters in a row; an object is U+FFFC */
	size_t size;
	uint32_t cluster_count, glyph_count;
	bool runs_left; /* there are levels but 0 */
	const struct text_cluster *clusters;
	const struct text_glyph *glyphs;
};

/* Shapes a paragraph: faces chosen per character (Z-30, Z-31, fallback), runs shaped once, clusters classified, break opportunities
 * marked (ICU tailored by Z-02 … Z-13). Missing glyphs and refused characters are reported with code point and place. */
const struct text_shaped *text_shape(struct text_engine *engine, const struct text_span *spans, unsigned count,
									 struct arena *arena, struct diag_sink *sink);

/* Whether a language sets full-width marks: Chinese, Japanese, Korean. NULL: no. */
bool text_is_chinese(const char *language);
/* What only says where lines may end (U+00AD, U+200B, U+2060, U+FEFF) or which way text runs (U+200E, U+200F, U+061C, U+2066–U+2069). */
bool text_is_unseen(gunichar c);

/* ---- capitals ---- */

enum text_case { TEXT_UPPER, TEXT_LOWER, TEXT_CAPITALIZED };
/* The text in capitals, in small letters, or with each word's first letter as a capital, by a language's rules (NULL: none's). Words end at white
 * space. in_word: the text goes on with a word begun before it. g_free() it. */
char *text_in_case(const char *text, size_t size, enum text_case to, const char *language, bool in_word);
/* Whether what comes after a text goes on with a word: a letter or digit has come, and no white space since. */
bool text_ends_in_word(const char *text, size_t size, bool in_word);

/* ---- titles (G-31) ---- */

/* How good a place is for a title's line to end. For want of any other: INSIDE brackets that would fit a line, within the name of an ORGAN,
 * and to SPLIT a term or a name given. */
enum text_joint {
	TEXT_JOINT_NEVER,
	TEXT_JOINT_SPLIT,
	TEXT_JOINT_ORGAN,
	TEXT_JOINT_INSIDE,
	TEXT_JOINT_POOR,
	TEXT_JOINT_WORD,
	TEXT_JOINT_GOOD
};

/* A joint, and how many brackets stand around the place. */
#define TEXT_JOINT_AT(joint, depth) ((uint8_t)((unsigned)(joint) | (unsigned)(depth) << 3))
#define TEXT_JOINT_OF(place)        ((place)&7u)
#define TEXT_JOINT_DEPTH(place)     ((place) >> 3)
#define TEXT_JOINT_DEPTH_MAX        31

/* Entries as of the list of terms, white space between them, that hold besides for what comes (gw:terms; NULL: none); one that is no entry is
 * reported at `place`. */
void text_use_terms(struct text_engine *engine, const char *entries, struct place place, struct diag_sink *sink);
/* By cluster: TEXT_JOINT_AT the place after it; of words alone, whatever brackets are around. Time grows with the text. */
const uint8_t *text_find_joints(struct text_engine *engine, const struct text_shaped *shaped, struct arena *arena);

#endif
