/* svg_node: an SVG element's attributes, style, transform, references and box. */
#include <math.h>
#include <string.h>

#include "reader/svg_int.h"

bool svg_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const char *svg_get(const xmlNode *node, const char *name)
{
	for (const xmlAttr *at = node->properties; at; at = at->next)
		if (strcmp((const char *)at->name, name) == 0)
			return at->children ? (const char *)at->children->content : "";
	return NULL;
}

double svg_number(const xmlNode *node, const char *name)
{
	const char *value = svg_get(node, name);
	return value ? g_ascii_strtod(value, NULL) : 0;
}

const char *svg_style(const char *style, const char *name)
{
	size_t size = strlen(name);
	for (const char *at = style; at && *at; at = strchr(at, ';')) {
		at += strspn(at, "; ");
		if (strncmp(at, name, size) == 0 && at[size] == ':')
			return at + size + 1;
	}
	return "";
}

bool svg_style_color(const char *style, const char *name, reader_color *color)
{
	const char *at = svg_style(style, name);
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

void svg_transform(cairo_matrix_t *to_page, const xmlNode *node)
{
	const char *at = svg_get(node, "transform");
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

const xmlNode *svg_referred(const struct scene *scene, const char *reference)
{
	const char *hash = reference ? strchr(reference, '#') : NULL;
	if (!hash)
		return NULL;
	char *id = g_strndup(hash + 1, strcspn(hash + 1, ")"));
	const xmlNode *node = g_hash_table_lookup(scene->ids, id);
	g_free(id);
	return node;
}

/* ---- boxes of elements ---- */

void svg_add_outline(const struct outline *outline, void *box)
{
	*(struct reader_box *)box = reader_union(*(struct reader_box *)box, outline_box(outline));
}

struct reader_box svg_rectangle(const cairo_matrix_t *to_page, const xmlNode *node)
{
	double x = svg_number(node, "x"), y = svg_number(node, "y");
	double width = svg_number(node, "width"), height = svg_number(node, "height");
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

struct reader_box svg_box(const xmlNode *parent, const cairo_matrix_t *to_page)
{
	struct reader_box box = reader_nothing;
	for (const xmlNode *node = parent->children; node; node = node->next) {
		cairo_matrix_t own = *to_page;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		svg_transform(&own, node);
		if (svg_is(node, "path") && svg_get(node, "d"))
			path_read(svg_get(node, "d"), &own, false, svg_add_outline, &box);
		else if (svg_is(node, "rect"))
			box = reader_union(box, svg_rectangle(&own, node));
	}
	return box;
}
