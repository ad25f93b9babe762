/* Inside text: faces, fonts, and the characters of a paragraph on their way to clusters. */
#ifndef GONGWEN_TEXT_INT_H
#define GONGWEN_TEXT_INT_H

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <glib.h>
#include <hb.h>
#include <hyphen.h>
#include <pango/pango.h>
#include <unicode/ubrk.h>

#include "text/text.h"

/* ---- broken.c ---- */

/* Of a font file; error: FreeType's, 0: it has no outlines. */
void text_report_broken(struct diag_sink *sink, enum diag_code code, const char *path, int error);

struct text_face {
	char *family, *file;
	char *name; /* family and style */
	int index, weight;
	unsigned style, synthetic; /* enum text_font_style: what it shows, and what of that is drawn from a plainer face */
	FcCharSet *coverage;       /* borrowed from the font set */
	FT_Face ft;                /* NULL until drawn or measured */
	cairo_font_face_t *cairo;
	hb_font_t *units; /* the face in its own units; NULL until a width is asked for (rest.c) */
	bool broken;
};

#define HAN_SAMPLE 0x4E00 /* 一: a face that has it sets Chinese */

/* A face of a font's list, at its size. */
struct text_choice {
	struct text_face *face;
	PangoFont *pango; /* NULL until a character needs it */
};

struct text_font {
	struct text_engine *engine;
	len size;
	unsigned count;
	unsigned han; /* index of the first choice of the first family that has Han: Chinese punctuation comes from there (Z-31) */
	struct text_choice *choices;
	struct text_metrics metrics;
	bool plain;                 /* not of the style asked for */
	const char *const *missing; /* families asked for that are not there */
};

struct text_role {
	GPtrArray *families; /* names of faces, in order */
	bool keeps_weight;   /* never emboldened by default (Z-76) */
	bool western;        /* for text that is not Chinese */
	char *hint;          /* where its faces are to be had, for the message that none is there; or NULL */
	/* Of its first face, in 1/1000 em: western lines count with them where that face is not there. 0: those of what is there. */
	int ascent, descent;
};

struct text_engine {
	struct arena *arena;
	struct arena *scratch; /* of one text_shape() */
	FcConfig *fontconfig;
	PangoFontMap *map;
	PangoContext *context;
	hb_buffer_t *buffer; /* of one run */
	FT_Library freetype;
	GHashTable *faces;         /* style and family → struct text_face * */
	unsigned widths;           /* bit n: there are faces of width n (TEXT_WIDTH) */
	GPtrArray *families;       /* names in the order of the font set */
	GHashTable *roles;         /* role or alias, "\001" before those of text="western" → struct text_role * */
	GHashTable *fonts;         /* "size families" → struct text_font * */
	UBreakIterator *breaks[3]; /* lb=loose, normal, strict; NULL until used */
	GHashTable *hyphens;       /* language → struct text_patterns *, NULL: there are none */
	UBreakIterator *words;     /* NULL until used */
	GHashTable *terms;         /* word → enum term bits (terms.c) */
	GHashTable *own_terms;     /* the same, of the entries that the text now looked at gives by itself */
	char *own_entries;
	struct shape_cache *shaped;
};

/* ---- engine.c ---- */

/* Those found so far: nobody may have one any more. */
void text_forget_fonts(struct text_engine *engine);

/* ---- config.c ---- */

bool text_read_config(struct text_engine *engine, const char *path, struct diag_sink *sink);
#define TEXT_UNKNOWN_ROLE "any" /* what stands in for families that are not there, in western text */
/* western: the one for text that is not Chinese, when the name has one of its own. */
struct text_role *text_role_find(struct text_engine *engine, const char *name, bool western);
void text_free_role(gpointer role);

/* ---- face_set.c ---- */

void text_index_faces(struct text_engine *engine);
void text_free_face(gpointer face);
/* The face of a family in a style, or the nearest; one that has to be drawn from another only when `may_synthesize`. */
struct text_face *text_face_find(struct text_engine *engine, const char *family, unsigned style, bool may_synthesize);
/* Loads the file at its first use; a file that FreeType refuses is said once and left out of every list. */
bool text_face_load(struct text_engine *engine, struct text_face *face, struct diag_sink *sink);

/* ---- rest.c ---- */

/* What the width that `font` has of a glyph of the face lacks (text_cluster.rest). font: the face at a size. */
int8_t text_rest_of(struct text_face *face, hb_font_t *font, uint32_t glyph);

/* ---- classes.c ---- */

/* The class of a character by itself; marks that depend on their neighbours (“ ” ‘ ’ - .) come as in Chinese text. */
enum text_class text_class_of(gunichar c);
bool text_is_han(gunichar c);
/* Full-width: Han, kana, full-width forms, and every mark of the classes that takes 1 em. */
bool text_is_wide(gunichar c);
/* Of CSS's table of characters that begin no line at level strict and may begin one at level loose (Z-10). */
bool text_is_strict_start(gunichar c);

/* The width of a space of fixed width (U+2000 … U+200A, U+202F, U+205F), which needs no glyph; 0: it is none. */
len text_space_width(gunichar c, len em);

/* ---- chars.c ---- */

/* A character of the paragraph before shaping. */
struct text_char {
	gunichar c;
	uint32_t offset; /* in the paragraph's text */
	uint32_t span;
	uint8_t size;                     /* bytes */
	uint8_t cls;                      /* enum text_class, by context */
	bool chinese;                     /* a mark that is set as Chinese */
	bool joins;                       /* belongs to the character before (combining mark, variation selector) */
	uint8_t level;                    /* as text_cluster's */
	const struct text_choice *choice; /* NULL: object, newline, missing */
};

/* The spans' characters with classes by context, in the arena; *text is all their bytes. Refused characters are reported and left out. */
struct text_char *text_chars(const struct text_span *spans, unsigned count, struct arena *arena, struct diag_sink *sink,
							 char **text, uint32_t *text_size, uint32_t *char_count);

/* ---- bidi.c ---- */

/* Sets the characters' levels; false: all are 0. */
bool text_find_levels(const struct text_span *spans, struct text_char *chars, uint32_t count);

/* ---- faces.c ---- */

/* Chooses a face for every character (Z-30, Z-31, fall-back); reports what none has. */
void text_choose_faces(const struct text_span *spans, struct text_char *chars, uint32_t count, struct diag_sink *sink);
PangoFont *text_choice_pango(const struct text_font *font, struct text_choice *choice);

/* ---- runs.c ---- */

/* The end of the run that begins with `first`, and its script. */
uint32_t text_run_end(const struct text_char *chars, uint32_t first, uint32_t count, GUnicodeScript *script);

/* ---- breaks.c ---- */

/* breaks[i]: enum text_break after character i. */
void text_find_breaks(struct text_engine *engine, const struct text_span *spans, const struct text_char *chars, uint32_t count,
					  uint8_t *breaks);

/* ---- patterns.c ---- */

struct text_patterns;
/* NULL: there is no such file. */
struct text_patterns *text_patterns_open(const char *path);
void text_patterns_close(gpointer patterns);
/* In which words are to be written; NULL: UTF-8. */
const char *text_patterns_encoding(const struct text_patterns *patterns);
/* For each character of the word an odd number when a hyphen may stand behind it; until the next call. NULL: none may. */
const char *text_patterns_points(struct text_patterns *patterns, const char *word);

/* ---- hyphens.c ---- */

GHashTable *text_hyphens_new(void);

void text_find_hyphens(struct text_engine *engine, const struct text_span *spans, const struct text_char *chars, uint32_t count,
					   uint8_t *breaks, struct diag_sink *sink);

/* ---- shape_cache.c ---- */

struct shape_cache *shape_cache_open(void);
void shape_cache_close(struct shape_cache *cache);
/* A copy in the arena, or NULL. */
const struct text_shaped *shape_cache_find(struct shape_cache *cache, const struct text_span *spans, unsigned count,
										   struct arena *arena);
/* What has just been shaped without a complaint, and was not found. */
void shape_cache_keep(struct shape_cache *cache, const struct text_span *spans, unsigned count, const struct text_shaped *shaped);

/* ---- terms.c ---- */

#define TERM_BYTES_MAX 120

enum term {
	TERM_WHOLE = 1,
	TERM_LEANS_BACK = 2,
	TERM_LEANS_ON = 4,
	TERM_OPENS = 8,
	TERM_BEGINS_ORGAN = 16,
	TERM_ENDS_ORGAN = 32
};

/* Reads a list of terms into engine->terms; false after a report. */
bool text_read_terms(struct text_engine *engine, const char *path, struct diag_sink *sink);
/* What both say of a word: enum term bits; 0: nothing. */
unsigned text_term(const struct text_engine *engine, const char *word);

#endif
