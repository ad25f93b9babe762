/* svg: poppler's page, drawn on Cairo's SVG surface, read back: glyphs with origin and ink, rules, figures, pictures.
 * The surface is drawn 16 times as large: poppler then leaves thin strokes where they are, and Cairo's grid is 1/4096 pt. */
#include <cairo-svg.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reader/reader_int.h"

#define SCALE      16
#define DEPTH_MAX  64              /* groups in groups */
#define SHAPES_MAX (1u << 21)      /* a page with more is no document */
#define RULE_THICK (3 * 72 / 25.4) /* pt: what is thicker is an area, not a rule */
#define RULE_LONG  2.0             /* a rule is at least that many times as long as thick */

#define MIXED ((reader_color)0x808080) /* what has no one colour */

/* Where the walk is: what applies to the elements met from here on. */
struct scene {
	struct drawing *drawing;
	GHashTable *ids; /* id → xmlNode * */
	cairo_matrix_t to_page;
	struct reader_box clip;
	reader_color fill; /* of glyphs: the enclosing group's */
	int depth;
};

/* ---- attributes ---- */

static const char *get(const xmlNode *node, const char *name)
{
	for (const xmlAttr *at = node->properties; at; at = at->next)
		if (strcmp((const char *)at->name, name) == 0)
			return at->children ? (const char *)at->children->content : "";
	return NULL;
}

static double number(const xmlNode *node, const char *name)
{
	const char *value = get(node, name);
	return value ? g_ascii_strtod(value, NULL) : 0;
}

/* What follows `name:` in a style; "" when it is not there. */
static const char *style_value(const char *style, const char *name)
{
	size_t size = strlen(name);
	for (const char *at = style; at && *at; at = strchr(at, ';')) {
		at += strspn(at, "; ");
		if (strncmp(at, name, size) == 0 && at[size] == ':')
			return at + size + 1;
	}
	return "";
}

static bool style_color(const char *style, const char *name, reader_color *color)
{
	const char *at = style_value(style, name);
	if (strncmp(at, "rgb(", 4) != 0)
		return false;
	*color = 0;
	at += 4;
	for (int i = 0; i < 3; i++) {
		char *end;
		double part = g_ascii_strtod(at, &end);
		*color = *color << 8 | (reader_color)lround(CLAMP(part, 0, 100) * 2.55);
		at = end + strspn(end, "%, ");
	}
	return true;
}

static void apply_transform(cairo_matrix_t *to_page, const xmlNode *node)
{
	const char *at = get(node, "transform");
	double m[6];
	cairo_matrix_t own;
	if (!at || !(at = strstr(at, "matrix(")))
		return;
	at += 7;
	for (int i = 0; i < 6; i++) {
		char *end;
		m[i] = g_ascii_strtod(at, &end);
		at = end + strspn(end, ", ");
	}
	cairo_matrix_init(&own, m[0], m[1], m[2], m[3], m[4], m[5]);
	cairo_matrix_multiply(to_page, &own, to_page);
}

static const xmlNode *referred(const struct scene *scene, const char *reference)
{
	const char *hash = reference ? strchr(reference, '#') : NULL;
	if (!hash)
		return NULL;
	char *id = g_strndup(hash + 1, strcspn(hash + 1, ")"));
	const xmlNode *node = g_hash_table_lookup(scene->ids, id);
	g_free(id);
	return node;
}

static bool is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* ---- boxes of elements ---- */

static void add_outline(const struct outline *outline, void *box)
{
	*(struct reader_box *)box = reader_union(*(struct reader_box *)box, outline_box(outline));
}

static struct reader_box rectangle(const cairo_matrix_t *to_page, double x, double y, double width, double height)
{
	struct outline box = {INFINITY, INFINITY, -INFINITY, -INFINITY, true, 0};
	for (int i = 0; i < 4; i++) {
		double px = x + (i & 1 ? width : 0), py = y + (i & 2 ? height : 0);
		cairo_matrix_transform_point(to_page, &px, &py);
		box.left = fmin(box.left, px);
		box.right = fmax(box.right, px);
		box.top = fmin(box.top, py);
		box.bottom = fmax(box.bottom, py);
	}
	return outline_box(&box);
}

/* Of the paths and rectangles below a node. */
static struct reader_box box_of(const xmlNode *parent, const cairo_matrix_t *to_page)
{
	struct reader_box box = reader_nothing;
	for (const xmlNode *node = parent->children; node; node = node->next) {
		cairo_matrix_t own = *to_page;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		apply_transform(&own, node);
		if (is(node, "path") && get(node, "d"))
			path_read(get(node, "d"), &own, false, add_outline, &box);
		else if (is(node, "rect"))
			box = reader_union(
				box, rectangle(&own, number(node, "x"), number(node, "y"), number(node, "width"), number(node, "height")));
	}
	return box;
}

/* ---- what is painted ---- */

static void add_shape(const struct scene *scene, enum reader_kind kind, struct reader_box box, reader_color color, uint32_t print)
{
	struct reader_shape shape = {kind, reader_intersection(box, scene->clip), color, print};
	if (!reader_is_nothing(shape.box) && scene->drawing->shapes->len < SHAPES_MAX)
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
		add_shape(painting->scene, READER_RULE, outline_box(&box), painting->color, 0);
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
		const xmlNode *target = node->type == XML_ELEMENT_NODE && is(node, "use") ? referred(scene, get(node, "href")) : node;
		if (target && is(target, "image"))
			return true;
	}
	return false;
}

/* Filled with a pattern: a picture, or a gradient, whose colour is not one. */
static void paint_pattern(const struct scene *scene, const xmlNode *pattern, const char *d, const cairo_matrix_t *to_page)
{
	struct reader_box box = reader_nothing;
	path_read(d, to_page, false, add_outline, &box);
	if (!reader_is_nothing(box))
		add_shape(scene, is_picture(scene, pattern) ? READER_PICTURE : READER_FIGURE, box, MIXED, 0);
}

static void paint_path(const struct scene *scene, const xmlNode *node)
{
	const char *style = get(node, "style"), *d = get(node, "d");
	struct painting painting = {.scene = scene, .rest = reader_nothing};
	cairo_matrix_t to_page = scene->to_page;
	if (!style || !d)
		return;
	apply_transform(&to_page, node);
	if (strncmp(style_value(style, "fill"), "url(", 4) == 0) {
		paint_pattern(scene, referred(scene, style_value(style, "fill")), d, &to_page);
	} else if (style_color(style, "fill", &painting.color)) {
		bool between = strncmp(style_value(style, "fill-rule"), "evenodd", 7) == 0;
		if (!between || !paint_frame(&painting, d, &to_page))
			path_read(d, &to_page, false, paint_outline, &painting);
	} else if (style_color(style, "stroke", &painting.color)) {
		double half = g_ascii_strtod(style_value(style, "stroke-width"), NULL) / 2;
		painting.half_x = half * hypot(to_page.xx, to_page.xy);
		painting.half_y = half * hypot(to_page.yx, to_page.yy);
		painting.square = strncmp(style_value(style, "stroke-linecap"), "butt", 4) != 0;
		path_read(d, &to_page, true, paint_outline, &painting);
		if (straight_only(d))
			return;
	}
	if (!reader_is_nothing(painting.rest))
		add_shape(scene, READER_FIGURE, painting.rest, painting.color, painting.print);
}

static void paint_glyph(const struct scene *scene, const xmlNode *use, const xmlNode *symbol)
{
	struct glyph glyph = {.x = number(use, "x"), .y = number(use, "y"), .color = scene->fill};
	cairo_matrix_t to_page = scene->to_page;
	cairo_matrix_translate(&to_page, glyph.x, glyph.y);
	cairo_matrix_transform_point(&scene->to_page, &glyph.x, &glyph.y);
	glyph.ink = reader_intersection(box_of(symbol, &to_page), scene->clip);
	if (scene->drawing->glyphs->len < SHAPES_MAX)
		g_array_append_val(scene->drawing->glyphs, glyph);
}

static void walk_children(struct scene scene, const xmlNode *parent);

static void walk(struct scene scene, const xmlNode *node)
{
	const xmlNode *clip = referred(&scene, get(node, "clip-path"));
	reader_color fill;
	if (clip) {
		scene.clip = reader_intersection(scene.clip, box_of(clip, &scene.to_page));
	}
	if (is(node, "path")) {
		paint_path(&scene, node);
		return;
	}
	if (get(node, "style") && style_color(get(node, "style"), "fill", &fill))
		scene.fill = fill;
	apply_transform(&scene.to_page, node);
	if (is(node, "use")) {
		const char *href = get(node, "href");
		const xmlNode *target = referred(&scene, href);
		if (target && is(target, "symbol")) {
			paint_glyph(&scene, node, target);
		} else if (target && scene.depth < DEPTH_MAX) {
			scene.depth++;
			cairo_matrix_translate(&scene.to_page, number(node, "x"), number(node, "y"));
			walk(scene, target);
		}
	} else if (is(node, "image")) {
		add_shape(&scene, READER_PICTURE,
				  rectangle(&scene.to_page, number(node, "x"), number(node, "y"), number(node, "width"), number(node, "height")),
				  0, 0);
	} else if (is(node, "rect")) {
		add_shape(&scene, READER_FIGURE, box_of(&(xmlNode){.children = (xmlNode *)(uintptr_t)node}, &scene.to_page), scene.fill,
				  0);
	} else if (is(node, "g") || is(node, "svg")) {
		walk_children(scene, node);
	}
}

static void walk_children(struct scene scene, const xmlNode *parent)
{
	if (++scene.depth > DEPTH_MAX)
		return;
	for (const xmlNode *node = parent->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			walk(scene, node);
}

/* ---- drawing and reading back ---- */

static cairo_status_t keep(void *closure, const unsigned char *data, unsigned size)
{
	g_byte_array_append(closure, data, size);
	return CAIRO_STATUS_SUCCESS;
}

static bool draw(PopplerPage *page, double width, double height, GByteArray *svg)
{
	cairo_surface_t *surface = cairo_svg_surface_create_for_stream(keep, svg, width * SCALE, height * SCALE);
	cairo_t *cairo = cairo_create(surface);
	cairo_scale(cairo, SCALE, SCALE);
	poppler_page_render(page, cairo);
	bool done = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	done = done && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	return done;
}

static void index_ids(GHashTable *ids, xmlNode *parent)
{
	for (xmlNode *node = parent->children; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		const char *id = get(node, "id");
		if (id)
			g_hash_table_insert(ids, (char *)(uintptr_t)id, node);
		index_ids(ids, node);
	}
}

struct drawing drawing_open(PopplerPage *page, double width, double height)
{
	struct drawing drawing = {0};
	GByteArray *svg = g_byte_array_new();
	xmlDoc *doc = draw(page, width, height, svg) && svg->len <= INT32_MAX
					  ? xmlReadMemory((const char *)svg->data, (int)svg->len, "page.svg", NULL,
									  XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
					  : NULL;
	g_byte_array_free(svg, TRUE);
	if (!doc)
		return drawing;
	drawing.glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
	drawing.shapes = g_array_new(FALSE, FALSE, sizeof(struct reader_shape));
	struct scene scene = {.drawing = &drawing, .ids = g_hash_table_new(g_str_hash, g_str_equal)};
	scene.clip = (struct reader_box){0, 0, len_from_pt(width), len_from_pt(height)};
	cairo_matrix_init_scale(&scene.to_page, 1.0 / SCALE, 1.0 / SCALE);
	index_ids(scene.ids, xmlDocGetRootElement(doc));
	walk_children(scene, xmlDocGetRootElement(doc));
	g_hash_table_destroy(scene.ids);
	xmlFreeDoc(doc);
	return drawing;
}

void drawing_close(struct drawing *drawing)
{
	if (!drawing->glyphs)
		return;
	g_array_free(drawing->glyphs, TRUE);
	g_array_free(drawing->shapes, TRUE);
}
