/* svg: drawings, through librsvg. The text is looked at before: bounded, without entities of its own, with no picture inside that would not
 * be allowed outside. Without a base address librsvg opens no other file. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "image/image_int.h"

#define ELEMENTS_MAX 200000

/* ---- what it may hold ---- */

static const char *check_embedded(const char *uri)
{
	struct bytes bytes = {0};
	struct image image = {0};
	if (!image_read_data_uri(uri, &bytes))
		return "a picture inside it cannot be read";
	const unsigned char *data = (const unsigned char *)bytes.data;
	const char *wrong = image_is_png(data, bytes.size)    ? image_read_png(&image, data, bytes.size)
						: image_is_jpeg(data, bytes.size) ? image_read_jpeg(&image, data, bytes.size)
														  : "a picture inside it is neither PNG nor JPEG";
	free(bytes.data);
	return wrong;
}

static const char *check_element(const xmlNode *element)
{
	const char *wrong = NULL;
	for (const xmlAttr *attribute = element->properties; attribute && !wrong; attribute = attribute->next) {
		if (!xmlStrEqual(attribute->name, BAD_CAST "href"))
			continue;
		xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
		const char *uri = (const char *)value;
		if (uri && g_ascii_strncasecmp(g_strchug((char *)value), "data:", 5) == 0)
			wrong = check_embedded(uri);
		else if (uri && *uri && *uri != '#' && !xmlStrEqual(element->name, BAD_CAST "a"))
			wrong = "it refers to another file";
		xmlFree(value);
	}
	return wrong;
}

/* The next element in document order. */
static const xmlNode *next_node(const xmlNode *node)
{
	if (node->children && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node && !node->next)
		node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
	return node ? node->next : NULL;
}

/* ---- how much it draws: <use> stands for all that it refers to ---- */

#define DRAWN_MAX  200000
#define NESTED_MAX 1000

struct count {
	GHashTable *by_id;  /* id → xmlNode */
	GHashTable *counts; /* xmlNode → what it comes to + 1; 1 while it is being counted: what refers to itself draws nothing */
};

static void note_id(GHashTable *by_id, const xmlNode *element)
{
	xmlChar *id = xmlGetNoNsProp(element, BAD_CAST "id");
	if (id)
		g_hash_table_insert(by_id, g_strdup((const char *)id), (gpointer)(uintptr_t)element);
	xmlFree(id);
}

static const xmlNode *used_element(const struct count *count, const xmlNode *element)
{
	const xmlNode *found = NULL;
	for (const xmlAttr *attribute = element->properties; attribute && !found; attribute = attribute->next) {
		xmlChar *value = xmlStrEqual(attribute->name, BAD_CAST "href") ? xmlNodeGetContent((const xmlNode *)attribute) : NULL;
		if (value && *value == '#')
			found = g_hash_table_lookup(count->by_id, value + 1);
		xmlFree(value);
	}
	return found;
}

static unsigned count_drawn(struct count *count, const xmlNode *element, unsigned depth)
{
	unsigned known = GPOINTER_TO_UINT(g_hash_table_lookup(count->counts, element)), sum = 1;
	if (known)
		return known - 1;
	if (depth > NESTED_MAX)
		return DRAWN_MAX + 1;
	g_hash_table_insert(count->counts, (gpointer)(uintptr_t)element, GUINT_TO_POINTER(1));
	for (const xmlNode *child = element->children; child && sum <= DRAWN_MAX; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			sum += count_drawn(count, child, depth + 1);
	const xmlNode *used = xmlStrEqual(element->name, BAD_CAST "use") ? used_element(count, element) : NULL;
	if (used && sum <= DRAWN_MAX)
		sum += count_drawn(count, used, depth + 1);
	sum = MIN(sum, DRAWN_MAX + 1);
	g_hash_table_insert(count->counts, (gpointer)(uintptr_t)element, GUINT_TO_POINTER(sum + 1));
	return sum;
}

static const char *check_uses(const xmlNode *root)
{
	struct count count = {.by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
						  .counts = g_hash_table_new(NULL, NULL)};
	for (const xmlNode *node = root; node; node = next_node(node))
		if (node->type == XML_ELEMENT_NODE)
			note_id(count.by_id, node);
	bool too_much = count_drawn(&count, root, 0) > DRAWN_MAX;
	g_hash_table_destroy(count.by_id);
	g_hash_table_destroy(count.counts);
	return too_much ? "it draws more than allowed" : NULL;
}

static const char *check_tree(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	if (!root || !xmlStrEqual(root->name, BAD_CAST "svg"))
		return "it is not SVG";
	if (doc->intSubset && doc->intSubset->children)
		return "it declares entities";
	unsigned count = 0;
	const char *wrong = NULL;
	for (const xmlNode *node = root; node && !wrong; node = next_node(node)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		wrong = ++count > ELEMENTS_MAX ? "it has more elements than allowed" : check_element(node);
	}
	return wrong ? wrong : check_uses(root);
}

static xmlDoc *parse_text(const struct bytes *bytes)
{
	return xmlReadMemory(bytes->data, (int)bytes->size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

/* ---- its links ---- */

/* librsvg marks what lies in a link with Cairo's tags, which a picture that is kept for a whole file cannot hold (and which the
 * document's structure knows nothing of): an <a> that refers to nothing is drawn as any group. True if there was one. */
static bool drop_links(xmlDoc *doc)
{
	bool dropped = false;
	for (const xmlNode *node = xmlDocGetRootElement(doc); node; node = next_node(node)) {
		if (node->type != XML_ELEMENT_NODE || !xmlStrEqual(node->name, BAD_CAST "a"))
			continue;
		for (xmlAttr *attribute = node->properties, *next; attribute; attribute = next) {
			next = attribute->next;
			if (xmlStrEqual(attribute->name, BAD_CAST "href"))
				dropped = xmlRemoveProp(attribute) == 0;
		}
	}
	return dropped;
}

static RsvgHandle *new_handle(const void *data, size_t size)
{
	GInputStream *stream = g_memory_input_stream_new_from_data(data, (gssize)size, NULL);
	RsvgHandle *svg = rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, NULL);
	g_object_unref(stream);
	return svg;
}

static RsvgHandle *new_drawing(xmlDoc *doc, const struct bytes *bytes)
{
	if (!drop_links(doc))
		return new_handle(bytes->data, bytes->size);
	xmlChar *text = NULL;
	int size = 0;
	xmlDocDumpMemory(doc, &text, &size);
	RsvgHandle *svg = text ? new_handle(text, (size_t)size) : NULL;
	xmlFree(text);
	return svg;
}

/* ---- its size ---- */

/* In pt; 0: a percentage, which says nothing by itself. px and user units are IMAGE_DPI's. */
static double to_points(RsvgLength length)
{
	switch (length.unit) {
	case RSVG_UNIT_PX:
		return length.length * 72 / IMAGE_DPI;
	case RSVG_UNIT_IN:
		return length.length * 72;
	case RSVG_UNIT_CM:
		return length.length * 72 / 2.54;
	case RSVG_UNIT_MM:
		return length.length * 72 / 25.4;
	case RSVG_UNIT_PT:
		return length.length;
	case RSVG_UNIT_PC:
		return length.length * 12;
	case RSVG_UNIT_EM:
		return length.length * 12;
	case RSVG_UNIT_EX:
		return length.length * 6;
	default:
		return 0;
	}
}

#define WITHOUT_SIZE 100 /* pt, each way; as FOP's, which lets viewBox say nothing of the size */

static double size_or_default(gboolean given, RsvgLength length)
{
	double size = given ? to_points(length) : 0;
	return size > 0 ? size : WITHOUT_SIZE;
}

static const char *read_size(struct picture *picture)
{
	gboolean has_width, has_height;
	RsvgLength w, h;
	rsvg_handle_get_intrinsic_dimensions(picture->svg, &has_width, &w, &has_height, &h, NULL, NULL);
	double width = size_or_default(has_width, w), height = size_or_default(has_height, h);
	if (!(width <= 14400 && height <= 14400)) /* the largest page that PDF knows */
		return "it is larger than any page";
	picture->image.width = (len)lround(width * LEN_PT);
	picture->image.height = (len)lround(height * LEN_PT);
	return picture->image.width > 0 && picture->image.height > 0 ? NULL : "it has no size";
}

const char *image_read_svg(struct picture *picture)
{
	picture->image.kind = IMAGE_SVG;
	xmlDoc *doc = parse_text(&picture->bytes);
	const char *wrong = doc ? check_tree(doc) : "it is not well-formed XML";
	if (!wrong)
		picture->svg = new_drawing(doc, &picture->bytes);
	xmlFreeDoc(doc);
	if (wrong)
		return wrong;
	if (!picture->svg)
		return "it is not SVG that can be drawn";
	rsvg_handle_set_dpi(picture->svg, IMAGE_DPI);
	return read_size(picture);
}

/* ---- its drawing ---- */

cairo_surface_t *image_draw_svg(const struct picture *picture)
{
	RsvgRectangle viewport = {0, 0, len_to_pt(picture->image.width), len_to_pt(picture->image.height)};
	cairo_rectangle_t extents = {0, 0, viewport.width, viewport.height};
	cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
	cairo_t *cairo = cairo_create(surface);
	bool drawn = rsvg_handle_render_document(picture->svg, cairo, &viewport, NULL) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cairo);
	if (drawn)
		return surface;
	cairo_surface_destroy(surface);
	return NULL;
}
