/* svg_paint: the paths of a drawing → rules, figures, pictures. */
#include <math.h>
#include <string.h>

#include "reader/svg_int.h"

#define RULE_THICK (3 * 72 / 25.4) /* pt: what is thicker is an area, not a rule */
#define RULE_LONG  2.0             /* a rule is at least that many times as long as thick */

void svg_add_shape(const struct scene *scene, enum reader_kind kind, struct reader_box box, reader_color color, uint32_t print)
{
	struct reader_shape shape = {kind, reader_intersection(box, scene->clip), color, print};
	if (!reader_is_nothing(shape.box) && scene->drawing->shapes->len < SVG_SHAPES_MAX)
		g_array_append_val(scene->drawing->shapes, shape);
}

/* A path being painted. */
struct painting {
	const struct scene *scene;
	reader_color color;
	struct reader_box rest; /* what is no rule */
	double half_x, half_y;  /* half the stroke's width; 0 when filled */
	uint32_t print;         /* of the outlines */
	bool square;            /* caps go beyond the ends */
};

static bool is_rule(double width, double height)
{
	double thick = fmin(width, height), length = fmax(width, height);
	return thick <= RULE_THICK && length >= RULE_LONG * thick;
}

static void paint_outline(const struct outline *outline, void *data)
{
	struct painting *painting = data;
	struct outline box = *outline;
	bool across = box.right - box.left > box.bottom - box.top;
	bool segment = outline->bar && painting->half_x > 0;
	double grow_x = segment && across && !painting->square ? 0 : painting->half_x;
	double grow_y = segment && !across && !painting->square ? 0 : painting->half_y;
	box.left -= grow_x;
	box.right += grow_x;
	box.top -= grow_y;
	box.bottom += grow_y;
	if (outline->bar && is_rule(box.right - box.left, box.bottom - box.top))
		svg_add_shape(painting->scene, READER_RULE, outline_box(&box), painting->color, 0);
	else if (!segment) {
		painting->print = reader_mix(reader_mix(painting->print, outline_rounded(box.left)), outline_rounded(box.right));
		painting->print = reader_mix(reader_mix(painting->print, outline_rounded(box.top)), outline_rounded(box.bottom));
		painting->print = reader_mix(painting->print, outline->print);
		painting->rest = reader_union(painting->rest, outline_box(&box));
	}
}

/* ---- frames: a box and one in it, filled between the two: borders as browsers write them ---- */

struct nested {
	struct outline each[2];
	unsigned count;
};

static void keep_outline(const struct outline *outline, void *data)
{
	struct nested *nested = data;
	if (nested->count < 2)
		nested->each[nested->count] = *outline;
	nested->count++;
}

static bool holds(const struct outline *outer, const struct outline *inner)
{
	return outer->bar && inner->bar && inner->left >= outer->left && inner->right <= outer->right && inner->top >= outer->top &&
		   inner->bottom <= outer->bottom;
}

/* false: the path is no frame. Each of its four sides is a rule of its own; those without thickness are not there. */
static bool paint_frame(struct painting *painting, const char *d, const cairo_matrix_t *to_page)
{
	struct nested nested = {.count = 0};
	path_read(d, to_page, false, keep_outline, &nested);
	if (nested.count != 2)
		return false;
	bool second = holds(&nested.each[1], &nested.each[0]);
	const struct outline *outer = &nested.each[second], *inner = &nested.each[!second];
	if (!holds(outer, inner))
		return false;
	const struct outline sides[] = {
		{outer->left, outer->top, outer->right, inner->top, true, 0},
		{outer->left, inner->bottom, outer->right, outer->bottom, true, 0},
		{outer->left, outer->top, inner->left, outer->bottom, true, 0},
		{inner->right, outer->top, outer->right, outer->bottom, true, 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
		if (sides[i].right > sides[i].left && sides[i].bottom > sides[i].top)
			paint_outline(&sides[i], painting);
	return true;
}

/* All that a stroked path drew as segments is no figure besides. */
static bool straight_only(const char *d)
{
	return !strchr(d, 'C');
}

/* A picture that Cairo writes as the pattern of a filled path. */
static bool is_picture(const struct scene *scene, const xmlNode *pattern)
{
	for (const xmlNode *node = pattern ? pattern->children : NULL; node; node = node->next) {
		const xmlNode *target = node->type == XML_ELEMENT_NODE && svg_is(node, "use") ? svg_referred(scene, svg_get(node, "href"))
																					  : node;
		if (target && svg_is(target, "image"))
			return true;
	}
	return false;
}

/* Filled with a pattern: a picture, or a gradient, whose colour is not one. */
static void paint_pattern(const struct scene *scene, const xmlNode *pattern, const char *d, const cairo_matrix_t *to_page)
{
	struct reader_box box = reader_nothing;
	path_read(d, to_page, false, svg_add_outline, &box);
	if (!reader_is_nothing(box))
		svg_add_shape(scene, is_picture(scene, pattern) ? READER_PICTURE : READER_FIGURE, box, SVG_MIXED, 0);
}

void svg_paint_path(const struct scene *scene, const xmlNode *node)
{
	const char *style = svg_get(node, "style"), *d = svg_get(node, "d");
	struct painting painting = {.scene = scene, .rest = reader_nothing};
	cairo_matrix_t to_page = scene->to_page;
	if (!style || !d)
		return;
	svg_transform(&to_page, node);
	if (strncmp(svg_style(style, "fill"), "url(", 4) == 0) {
		paint_pattern(scene, svg_referred(scene, svg_style(style, "fill")), d, &to_page);
	} else if (svg_style_color(style, "fill", &painting.color)) {
		bool between = strncmp(svg_style(style, "fill-rule"), "evenodd", 7) == 0;
		if (!between || !paint_frame(&painting, d, &to_page))
			path_read(d, &to_page, false, paint_outline, &painting);
	} else if (svg_style_color(style, "stroke", &painting.color)) {
		double half = g_ascii_strtod(svg_style(style, "stroke-width"), NULL) / 2;
		painting.half_x = half * hypot(to_page.xx, to_page.xy);
		painting.half_y = half * hypot(to_page.yx, to_page.yy);
		painting.square = strncmp(svg_style(style, "stroke-linecap"), "butt", 4) != 0;
		path_read(d, &to_page, true, paint_outline, &painting);
		if (straight_only(d))
			return;
	}
	if (!reader_is_nothing(painting.rest))
		svg_add_shape(scene, READER_FIGURE, painting.rest, painting.color, painting.print);
}
