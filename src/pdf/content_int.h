/* Inside the marking of content: content.c reads a page's stream, content_text.c shares its text among leaves, content_mark.c opens and
 * closes their marks, content_scan.c knows tokens. */
#ifndef GONGWEN_PDF_CONTENT_INT_H
#define GONGWEN_PDF_CONTENT_INT_H

#include <string.h>

#include "pdf/pdf_int.h"

enum open { OPEN_NOTHING, OPEN_ARTIFACT, OPEN_LEAF, OPEN_SPAN };

struct marking {
	struct pdf_sheet *sheet;
	const struct pdf_drawn *drawn;
	const char *at, *end; /* of Cairo's stream */
	const char *after;    /* of the token at `at` */
	const char *operands; /* where the current operator's operands begin */
	const char *copied;   /* all before is in out */
	GString *out;
	GArray *leaves; /* by MCID */
	guint mark;     /* the next to take */
	uint32_t left;  /* glyphs of the leaf whose turn it is */
	uint32_t leaf;  /* that leaf */
	enum open open;
	enum pdf_furniture furniture; /* that the open artifact is */
	bool begun;                   /* the page's first sign is past */
	bool between_signs;           /* of a picture */
	bool any_text;                /* between the signs of text: what is shown of it is the leaf's */
	bool hollow;                  /* in a span that shows nothing */
	guint word;                   /* the next of the sheet's words */
	bool whole;                   /* what is open is a word that says itself: nothing else may join it */
	bool heavy;                   /* what is open is stroked too: text rendering mode 2 */
	bool in_furniture;            /* a span of Cairo's in an artifact */
	bool wide;                    /* two bytes a glyph: the current font is a Type 0 font */
	size_t resources;
	const char *path; /* where the current path begins; NULL: none */
	double points[8]; /* its first numbers */
	unsigned point_count, corner_count;
	bool failed;
};

/* ---- content_scan.c ---- */

static inline bool content_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}

static inline bool content_is_delimiter(char c)
{
	switch (c) {
	case '(':
	case ')':
	case '<':
	case '>':
	case '[':
	case ']':
	case '{':
	case '}':
	case '/':
	case '%':
		return true;
	default:
		return content_is_blank(c);
	}
}

/* After the literal string that begins here. */
const char *content_skip_literal(const char *at, const char *end);
/* Sets m->after when an operand is at m->at: a number, name, string, array or dictionary. false: an operator is. */
bool content_skip_operand(struct marking *m);
/* A decimal as Cairo writes it; the locale has no say. */
double content_read_number(const char **at);

/* ---- content_mark.c: `where`: a place in Cairo's stream, up to which it is copied ---- */

void content_copy(struct marking *m, const char *until);
void content_close_mark(struct marking *m, const char *where);
/* Marks what follows as the current leaf's. properties: of a span, "/ActualText <…>", or NULL. */
void content_open_leaf(struct marking *m, const char *where, const char *properties, size_t size);
void content_open_artifact(struct marking *m, const char *where);
/* The next leaf has its turn. Leaves of one element that follow each other share their marked content: true when it needs its own. */
bool content_next_leaf(struct marking *m, bool between_signs);
const struct area_structure *content_leaf_tag(const struct marking *m);
/* What is open is an artifact like the leaf. */
bool content_leaf_is_in_artifact(const struct marking *m);
bool content_leaf_is_heavy(const struct marking *m);
/* The current leaf's word, when it is spread over a width; else NULL. */
const char *content_leaf_word(struct marking *m);

/* ---- content_text.c: operators about text; their operands begin at m->operands ---- */

void content_show(struct marking *m);
void content_set_font(struct marking *m);
void content_begin_span(struct marking *m);
void content_end_span(struct marking *m);

#endif
