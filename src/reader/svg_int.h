/* reader, inside svg: the elements that Cairo writes, and what they paint. */
#ifndef GONGWEN_SVG_INT_H
#define GONGWEN_SVG_INT_H

#include <libxml/tree.h>

#include "reader/reader_int.h"

#define SVG_SHAPES_MAX (1u << 21) /* a page with more is no document */

#define SVG_MIXED ((reader_color)0x808080) /* what has no one colour */

/* Where the walk is: what applies to the elements met from here on. */
struct scene {
	struct drawing *drawing;
	GHashTable *ids; /* id → xmlNode * */
	cairo_matrix_t to_page;
	struct reader_box clip;
	reader_color fill; /* of glyphs: the enclosing group's */
	int depth;
};

/* ---- svg_node.c: an element read ---- */

bool svg_is(const xmlNode *node, const char *name);
const char *svg_get(const xmlNode *node, const char *name); /* NULL: it has no such attribute */
double svg_number(const xmlNode *node, const char *name);   /* 0 likewise */
/* What follows `name:` in a style; "" when it is not there. */
const char *svg_style(const char *style, const char *name);
bool svg_style_color(const char *style, const char *name, reader_color *color); /* false: no colour, or not one */
/* The element's own transform comes first. */
void svg_transform(cairo_matrix_t *to_page, const xmlNode *node);
/* The element that "#id" or "url(#id)" names; NULL: none. */
const xmlNode *svg_referred(const struct scene *scene, const char *reference);

struct reader_box svg_rectangle(const cairo_matrix_t *to_page, const xmlNode *node); /* of its x, y, width, height */
struct reader_box svg_box(const xmlNode *node, const cairo_matrix_t *to_page);       /* of the paths and rectangles below it */
void svg_add_outline(const struct outline *outline, void *box); /* for path_read(): a struct reader_box grows by it */

/* ---- svg_paint.c: rules, figures, pictures ---- */

/* What the clip leaves of it. */
void svg_add_shape(const struct scene *scene, enum reader_kind kind, struct reader_box box, reader_color color, uint32_t print);
void svg_paint_path(const struct scene *scene, const xmlNode *node);

#endif
