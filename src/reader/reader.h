/* reader: a finished PDF of any origin → its pages as one sees them: characters with place, ink, face, size and colour; rules, figures
 * and pictures. Built on poppler-glib (text) and on Cairo's SVG surface, on which poppler draws the page (ink and graphics, exact to
 * 1/4096 pt); libxml2 reads that back. Nothing is taken from structure, metadata or names that the PDF's maker put in.
 *
 * Lengths are len; x right, y down from the top left corner of the page as shown (crop box and rotation applied).
 * All memory is the arena's. */
#ifndef GONGWEN_READER_H
#define GONGWEN_READER_H

#include "base/base.h"

struct reader_box {
	len left, top, right, bottom; /* left > right: nothing */
};

typedef uint32_t reader_color; /* 0xRRGGBB */

/* How far text is turned, in quarters anticlockwise: READER_LEFT reads upwards. */
enum reader_turn { READER_UPRIGHT, READER_LEFT, READER_OVER, READER_RIGHT };

/* One character that is no white space; or a glyph that the PDF does not say the character of. */
struct reader_char {
	uint32_t code;         /* code point; 0: not told (then size is 0) */
	len x, y;              /* origin on the baseline */
	struct reader_box box; /* advance wide, as high as the face says (not the em box) */
	struct reader_box ink; /* of the glyph; nothing when it is not drawn */
	len size;
	reader_color color;
	unsigned font; /* index into the document's fonts */
	enum reader_turn turn;
	bool drawn; /* false: invisible text, as under a scan */
};

enum reader_kind {
	READER_RULE,   /* a straight bar along x or y: filled or stroked, an edge of a rectangle */
	READER_FIGURE, /* any other path that is painted */
	READER_PICTURE /* pixels */
};

struct reader_shape {
	enum reader_kind kind;
	struct reader_box box; /* of what is painted; of a picture: of its pixels that are not white */
	reader_color color;    /* of a picture: the mean of those pixels */
	uint32_t print;        /* fingerprint of a figure's outlines or a picture's pixels: differs when they do */
};

struct reader_link {
	struct reader_box box;
	const char *to; /* "https://…", "#name of a destination", "p. 3", … */
};

struct reader_page {
	len width, height;
	unsigned char_count, shape_count, link_count;
	const struct reader_char *chars; /* in poppler's reading order */
	const struct reader_shape *shapes;
	const struct reader_link *links;
};

struct reader_document {
	unsigned page_count, font_count;
	const struct reader_page *pages;
	const char *const *fonts; /* names as in the PDF, without subset tag, UTF-8 */
};

/* Reads all pages of a file. NULL after a report: PDF_UNREADABLE, PDF_LOCKED, or that the file cannot be read. */
const struct reader_document *reader_open(const char *path, struct arena *arena, struct diag_sink *sink);

/* ---- boxes and colours ---- */

extern const struct reader_box reader_nothing;
bool reader_is_nothing(struct reader_box box);
struct reader_box reader_union(struct reader_box a, struct reader_box b);
struct reader_box reader_intersection(struct reader_box a, struct reader_box b);
/* The fingerprint so far, with one more value. */
uint32_t reader_mix(uint32_t print, uint32_t value);
bool reader_is_red(reader_color color);   /* saturated red, also as converted from CMYK and from scans */
bool reader_is_black(reader_color color); /* or too dark to be told from it */
bool reader_is_white(reader_color color);

#endif
