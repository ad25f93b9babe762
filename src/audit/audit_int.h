/* audit, inside: the lines of the pages, the elements that were found, and the rows that measure them. */
#ifndef GONGWEN_AUDIT_INT_H
#define GONGWEN_AUDIT_INT_H

#include <glib.h>
#include <math.h>

#include "audit/audit.h"

/* ---- what the standard's layout is made of ---- */

#define MM(x)       len_from_mm(x)
#define PT(x)       len_from_pt(x)
#define PAGE_TOP    MM(37) /* of the type area (5.2.1) */
#define PAGE_LEFT   MM(28)
#define AREA_WIDTH  MM(156)
#define AREA_HEIGHT MM(225)
#define CHARACTER   MM(156.0 / 28) /* one character's width (3.1) */
#define GRID_PITCH  MM(225.0 / 22)
#define LONG_RULE   MM(100) /* rules of the page, not of a table */

enum face { FACE_UNKNOWN, FACE_FANGSONG, FACE_KAI, FACE_HEI, FACE_XIAOBIAOSONG, FACE_SONG, FACE_OTHER };

/* What a line of the page is, as far as it was found. */
enum role {
	ROLE_NONE,
	ROLE_TABLE,
	ROLE_COPY_NUMBER, /* 份号 */
	ROLE_SECRECY,     /* 密级和保密期限 */
	ROLE_URGENCY,     /* 紧急程度 */
	ROLE_MARK,        /* 发文机关标志 */
	ROLE_NUMBER,      /* 发文字号, 令号, 期号 */
	ROLE_SIGNER,      /* 签发人 */
	ROLE_HEAD,        /* what else stands above the head's rule: a brief's editor and date */
	ROLE_TITLE,
	ROLE_ADDRESSEE, /* 主送机关 */
	ROLE_TEXT,
	ROLE_ANNEX_NOTE, /* 附件说明 */
	ROLE_SIGNATURE,  /* 署名 */
	ROLE_DATE,       /* 成文日期 */
	ROLE_OFFICE,     /* left of a signature stamp */
	ROLE_NOTE,       /* 附注 */
	ROLE_ATTENDANCE, /* 出席, 请假, 列席 */
	ROLE_ANNEX,      /* 附件 and its order number, on the first line of its page */
	ROLE_ANNEX_TITLE,
	ROLE_ANNEX_TEXT,
	ROLE_RECORD, /* 版记 */
	ROLE_FOLIO,  /* page number */
};

/* Characters on one baseline without a gap of more than two characters. */
struct line {
	unsigned page; /* from 0 */
	unsigned count;
	const struct reader_char **chars; /* from left to right */
	const char *text;                 /* UTF-8, without spaces */
	len left, right;                  /* first origin; end of the last advance */
	len baseline, size;               /* size: of most of its characters */
	len top, bottom, middle;          /* of the em box (of its faces: see struct audit.rise) */
	struct reader_box ink;
	enum face face; /* of most of its Han characters; FACE_UNKNOWN also when it has none */
	bool red, bold;
	bool opens; /* begins with an opening mark, whose blank half may be trimmed */
	enum role role;
};

struct sheet {
	const struct reader_page *page;
	unsigned first, end; /* its lines */
	unsigned table_count;
	const struct reader_box *tables;
	unsigned rule_count;
	unsigned seal_count;
	struct reader_box seals[16];      /* red rings and round red pictures */
	const struct reader_shape *rules; /* long horizontal rules outside tables, from top to bottom, neighbours joined */
};

/* The grid of the text, as the pages have it. */
struct grid {
	bool found;
	len size, pitch;
	bool reading_b;          /* 22 characters and 21 gaps (G-16) */
	struct reader_box area;  /* type area: measured, else where the standard has it */
	bool has_edges, has_top; /* measured: left and right; top */
};

#define AUDIT_STAMPS 8

/* Every GArray line index below is -1 (NONE) when the element was not found. */
#define NONE (-1)

struct audit {
	const struct reader_document *document;
	enum audit_format format;
	enum diag_language language;
	struct arena *arena;
	const enum face *faces; /* of the document's fonts */
	const bool *bolds;
	const double *rises; /* of the document's fonts: middle of the em box above the baseline, in em */
	unsigned line_count;
	struct line *lines; /* by page, then from top to bottom, then from left to right */
	struct sheet *sheets;
	struct grid grid;
	struct reader_box mark;                   /* ink; nothing: not found */
	const struct reader_shape *rules[4];      /* the head's: below the mark or the number; NULL: not found */
	unsigned rule_count;                      /* of those */
	const struct reader_shape *foot_rules[4]; /* a letter's second double line */
	unsigned foot_rule_count;
	int title, title_end;           /* lines [title, title_end) */
	unsigned seal_count;            /* of the date's page */
	const struct reader_box *seals; /* in rows from left to right */
	unsigned stamp_count;           /* signature stamps above the date, from top to bottom */
	struct reader_box stamps[AUDIT_STAMPS];
	int offices[AUDIT_STAMPS]; /* their offices' lines, or NONE */
	bool mirrored;             /* inner and outer margins change places on even pages; measures are taken as if they did not */
	len even_left;             /* then: the left edge of even pages */
	const struct reader_shape *record_rules[16];
	unsigned record_rule_count;
	int record_page; /* or NONE */
};

/* ---- text.c: wording ---- */

bool text_matches(const char *text, const char *pattern); /* a regular expression, compiled once */
bool code_is_han(uint32_t code);
bool code_is_opening(uint32_t code);
bool code_is_wide(uint32_t code); /* takes a whole character's place: Han and full-width marks */
const char *text_quoted(const struct audit *audit, const char *text); /* “text” */
char *text_of(const struct reader_char *const *chars, unsigned count, struct arena *arena);

/* ---- lines.c, faces.c, shapes.c: what stands on the pages ---- */

void audit_name_faces(struct audit *audit);
void audit_make_lines(struct audit *audit);
void audit_sort_shapes(struct audit *audit); /* tables and long rules */
const char *face_name(enum face face);
/* Of the line's middle from a vertical: with the blank half of a mark at its start or end or without it, what is nearest. */
len line_off_centre(const struct line *line, len centre);
bool box_holds(struct reader_box box, len x, len y);
bool line_in_table(const struct sheet *sheet, const struct reader_char *letter);

/* ---- find_*.c: elements; each sets roles of lines that have none yet ---- */

void audit_find_seals(struct audit *audit); /* of every page; before the lines: words in a seal are no text */
void find_grid(struct audit *audit);
void find_folios(struct audit *audit);
void find_head(struct audit *audit);
void find_title(struct audit *audit);
void find_record(struct audit *audit);
void find_annexes(struct audit *audit);
void find_signature(struct audit *audit);
void find_stamps(struct audit *audit);
void find_text(struct audit *audit);
void find_seals(struct audit *audit); /* those that belong to the date */
/* Pages of mirrored margins with the even ones moved so that their left edge is that of the odd ones; NULL: not mirrored. */
const struct reader_document *audit_unmirror(struct audit *audit);

/* ---- look-up ---- */

len area_centre(const struct audit *audit);
bool has_mark(const struct audit *audit);
const struct reader_shape *head_rule(const struct audit *audit); /* the separator below the number, a letter's first; or NULL */
const struct line *line_of(const struct audit *audit, enum role role); /* the first; or NULL */
int line_first(const struct audit *audit, enum role role);             /* or NONE */
int line_last(const struct audit *audit, enum role role);
int line_next(const struct audit *audit, int after, enum role role); /* the next after line `after` */
/* Text of the body's size, in its measure: the main text's lines and what stands among them. */
bool line_is_body(const struct audit *audit, const struct line *line);
bool line_same_row(const struct line *a, const struct line *b);
/* The part of the line that holds x, between gaps: of names that stand side by side one. false: x is in a gap or beside the line. */
bool line_piece_at(const struct line *line, len x, len *left, len *right);
/* The line of the grid on which a line's middle is, from 1, with a fraction. */
double line_on_grid(const struct audit *audit, const struct line *line);
/* Where the line begins: for an opening mark, of whose blank half any part may be cut, the place nearest to `expected`. */
len line_start(const struct line *line, len expected);
/* Where it ends: likewise for a mark whose blank half may be cut at the line's end. */
len line_end(const struct line *line, len expected);

/* ---- measure_sign.c: which of the two layouts of a signature (7.3.5.1, 7.3.5.2) ---- */

enum layout { LAYOUT_UNKNOWN, LAYOUT_SEALED, LAYOUT_UNSEALED };

enum layout layout_of(const struct audit *audit);
const struct line *name_of(const struct audit *audit); /* the name that belongs to the date: the nearest above it; or NULL */

/* ---- guess.c ---- */

/* From lines, rules and colours alone: before the elements are found. */
enum audit_format audit_guess(const struct audit *audit);

/* ---- clauses ---- */

enum unit { UNIT_MM, UNIT_PT, UNIT_COUNT, UNIT_CHECK };

enum {
	D = 1 << AUDIT_DOCUMENT,
	L = 1 << AUDIT_LETTER,
	O = 1 << AUDIT_ORDER,
	M = 1 << AUDIT_MINUTES,
	B = 1 << AUDIT_BRIEF,
	ALL = D | L | O | M | B
};

/* What a measure found. `value` in the row's unit; a check says ok and what it saw. */
struct finding {
	enum { FOUND, NOT_FOUND, NOT_APPLICABLE } state;
	double value;
	bool ok;
	const char *seen; /* or NULL: the value says all */
	unsigned page;    /* from 1; 0: of the whole */
};

struct clause {
	const char *requirement, *section; /* "G-21", "7.2.4" */
	unsigned formats;
	enum unit unit;
	double least, most; /* what passes, in the unit */
	const char *en, *zh;
	const char *required_en, *required_zh; /* of checks; else made from least and most */
	struct finding (*measure)(const struct audit *audit, const struct clause *row);
};

/* One function a row of clauses.def. */
#define CLAUSE(function, requirement, section, formats, unit, least, most, en, zh, required_en, required_zh)                     \
	struct finding function(const struct audit *audit, const struct clause *row);
#include "clauses.def"
#undef CLAUSE

/* finding.c */
struct finding finding_none(void);     /* not found */
struct finding finding_optional(void); /* the document has no such element: not applicable */
struct finding finding_mm(len value, unsigned page);
struct finding finding_pt(len value, unsigned page);
struct finding finding_count(double value, unsigned page);
/* How far the line begins from the type area's left edge; without a line not applicable. */
struct finding finding_from_left(const struct audit *audit, const struct line *line);
struct finding finding_check(bool ok, const char *seen, unsigned page);
/* Of several values the one that is farthest outside, else farthest from the middle. */
void finding_worst(struct finding *worst, const struct clause *row, struct finding next);
/* Of several checks the first that fails, else the last. */
void finding_first_failure(struct finding *all, struct finding next);

#endif
