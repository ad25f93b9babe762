/* svg: poppler's page, drawn on Cairo's SVG surface, read back: glyphs with origin and ink, rules, figures, pictures.
 * The surface is drawn 16 times as large: poppler then leaves thin strokes where they are, and Cairo's grid is 1/4096 pt. */
#include <cairo-svg.h>
#include <libxml/parser.h>

#include "reader/svg_int.h"

#define SCALE     16
#define DEPTH_MAX 64 /* groups in groups */

/* ---- what is drawn, element by element ---- */

static void paint_glyph(const struct scene *scene, const xmlNode *use, const xmlNode *symbol)
{
	struct glyph glyph = {.x = svg_number(use, "x"), .y = svg_number(use, "y"), .color = scene->fill};
	cairo_matrix_t to_page = scene->to_page;
	cairo_matrix_translate(&to_page, glyph.x, glyph.y);
	cairo_matrix_transform_point(&scene->to_page, &glyph.x, &glyph.y);
	glyph.ink = reader_intersection(svg_box(symbol, &to_page), scene->clip);
	if (scene->drawing->glyphs->len < SVG_SHAPES_MAX)
		g_array_append_val(scene->drawing->glyphs, glyph);
}

static void walk_children(struct scene scene, const xmlNode *parent);

static void walk(struct scene scene, const xmlNode *node)
{
	const xmlNode *clip = svg_referred(&scene, svg_get(node, "clip-path"));
	reader_color fill;
	if (clip)
		scene.clip = reader_intersection(scene.clip, svg_box(clip, &scene.to_page));
	if (svg_is(node, "path")) {
		svg_paint_path(&scene, node);
		return;
	}
	if (svg_get(node, "style") && svg_style_color(svg_get(node, "style"), "fill", &fill))
		scene.fill = fill;
	svg_transform(&scene.to_page, node);
	if (svg_is(node, "use")) {
		const xmlNode *target = svg_referred(&scene, svg_get(node, "href"));
		if (target && svg_is(target, "symbol")) {
			paint_glyph(&scene, node, target);
		} else if (target && scene.depth < DEPTH_MAX) {
			scene.depth++;
			cairo_matrix_translate(&scene.to_page, svg_number(node, "x"), svg_number(node, "y"));
			walk(scene, target);
		}
	} else if (svg_is(node, "image")) {
		svg_add_shape(&scene, READER_PICTURE, svg_rectangle(&scene.to_page, node), 0, 0);
	} else if (svg_is(node, "rect")) {
		svg_add_shape(&scene, READER_FIGURE, svg_rectangle(&scene.to_page, node), scene.fill, 0);
	} else if (svg_is(node, "g") || svg_is(node, "svg")) {
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
		const char *id = svg_get(node, "id");
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
