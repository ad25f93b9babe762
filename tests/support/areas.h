/* The area dumps of the sample year for tests of geometry: lines with their places in mm, boxes, and XPath on the dump. Also the
 * ink of a finished page. */
#ifndef GONGWEN_TESTS_AREAS_H
#define GONGWEN_TESTS_AREAS_H

#include "support/sparing.h"
#include "support/year.h"

#include <cairo.h>

/* A line of text; the page from 0, lengths in mm from the top left of the page. */
struct line {
	int page;
	double left, right, top, bottom, baseline, em_top, em_bottom; /* em_…: of the largest type in it */
	double size;                                                  /* of the largest type, in pt */
	const char *tag, *place, *words;
	bool table, artifact, first, last; /* first and last of its block on this page */
	xmlNode *node;
};

/* One document. */
struct sheets {
	const char *name, *kind;
	xmlDoc *doc;
	GArray *lines; /* in reading order, without what stands in the regions around the body */
	int pages;
};

#define AREAS_HAN "[\\x{3400}-\\x{9FFF}]"

static char **areas_dumps; /* as year.files */

/* ---- reading ---- */

static inline int areas_open(void **state)
{
	int status = year_open(state);
	char *all;

	if (status != 0)
		return status;
	all = year_run("$GONGWEN build " YEAR_SOURCE " --dump=areas");
	areas_dumps = g_strsplit(all, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", -1);
	return g_strv_length(areas_dumps) == year.count + 1 ? 0 : -1;
}

static inline int areas_close(void **state)
{
	g_strfreev(areas_dumps);
	return year_close(state);
}

static inline const char *areas_get(xmlNode *node, const char *attribute)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
	char *kept = value ? year_print("%s", (const char *)value) : NULL;

	xmlFree(value);
	return kept;
}

/* A length of the dump in mm; 0 when it is not there. */
static inline double areas_mm(xmlNode *node, const char *attribute)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
	double pt = value ? g_ascii_strtod((const char *)value, NULL) : 0;

	xmlFree(value);
	return pt * MM_PER_PT;
}

static inline bool areas_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static inline bool areas_has(xmlNode *node, const char *attribute, const char *value)
{
	xmlChar *found = xmlGetProp(node, (const xmlChar *)attribute);
	bool same = found && strcmp((const char *)found, value) == 0;

	xmlFree(found);
	return same;
}

/* The em boxes of the runs below a line's node. */
static inline void areas_measure(xmlNode *node, struct line *line)
{
	for (xmlNode *child = node->children; child; child = child->next) {
		double size;

		areas_measure(child, line);
		if (!areas_is(child, "text"))
			continue;
		size = areas_mm(child, "size") / MM_PER_PT;
		if (size > line->size) {
			line->size = size;
			line->em_top = areas_mm(child, "y");
			line->em_bottom = line->em_top + size * MM_PER_PT;
		}
	}
}

static inline void areas_add_line(struct sheets *sheets, xmlNode *node, int page, bool table)
{
	struct line line = {
		.page = page, .table = table, .node = node, .tag = areas_get(node, "tag"), .place = areas_get(node, "place")};

	line.left = areas_mm(node, "x");
	line.right = line.left + areas_mm(node, "width");
	line.top = areas_mm(node, "y");
	line.bottom = line.top + areas_mm(node, "height");
	line.baseline = line.top + areas_mm(node, "baseline");
	line.artifact = areas_has(node, "tag", "artifact");
	line.first = !xmlPreviousElementSibling(node);
	/* what goes on from the page before may stand beside the blocks after it */
	const xmlNode *next = xmlNextElementSibling(node);
	line.last = !next || !xmlStrEqual(next->name, node->name);
	line.words = year_squeeze(year_string(node));
	areas_measure(node, &line);
	if (line.size > 0)
		g_array_append_val(sheets->lines, line);
}

static inline void areas_walk(struct sheets *sheets, xmlNode *node, int page, bool table)
{
	for (xmlNode *child = node->children; child; child = child->next)
		if (areas_is(child, "line"))
			areas_add_line(sheets, child, page, table);
		else if (!areas_is(child, "region") || areas_has(child, "name", "xsl-region-body"))
			areas_walk(sheets, child, page, table || areas_is(child, "table"));
}

/* The index of a file in year.files. */
static inline size_t areas_index(const char *name)
{
	return (size_t)(year_file(name) - year.files);
}

static inline struct sheets sheets_parse(const char *name, const char *kind, const char *dump)
{
	struct sheets sheets = {.name = name, .kind = kind, .lines = g_array_new(FALSE, FALSE, sizeof(struct line))};

	sheets.doc = xmlReadMemory(dump, (int)strlen(dump), name, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	assert_non_null(sheets.doc);
	for (xmlNode *page = xmlDocGetRootElement(sheets.doc)->children; page; page = page->next)
		if (areas_is(page, "page"))
			areas_walk(&sheets, page, sheets.pages++, false);
	return sheets;
}

static inline struct sheets sheets_open(const char *name)
{
	size_t i = areas_index(name);
	struct sheets sheets = sheets_parse(name, year.files[i].kind, areas_dumps[i + 1]);

	assert_int_equal(sheets.pages, year.files[i].pages);
	return sheets;
}

static inline void sheets_close(struct sheets *sheets)
{
	g_array_free(sheets->lines, TRUE);
	xmlFreeDoc(sheets->doc);
}

/* Whether a document's pages are turned (G-65): the dump counts them as if they were not. */
static inline bool sheets_turned(const char *name)
{
	return strstr(areas_dumps[areas_index(name) + 1], "<turned ") != NULL;
}

/* Every upright document of the year, one after the other; of three copies the first. Sparing tests take those that are asked. */
static inline void sheets_each(void (*check)(const struct sheets *))
{
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;

		if ((*year.files[i].copy && strcmp(year.files[i].copy, "1") != 0) || sheets_turned(year.files[i].name) ||
			(SPARING > 1 && !year_is_asked(&year.files[i])))
			continue;
		sheets = sheets_open(year.files[i].name);
		check(&sheets);
		sheets_close(&sheets);
	}
}

/* ---- asking ---- */

static inline const struct line *line_at(const struct sheets *sheets, guint i)
{
	return &g_array_index(sheets->lines, struct line, i);
}

/* The index of the first line from `from` on whose words begin with `words`. */
static inline guint line_find(const struct sheets *sheets, guint from, const char *words)
{
	for (guint i = from; i < sheets->lines->len; i++)
		if (g_str_has_prefix(line_at(sheets, i)->words, words))
			return i;
	fail_msg("%s has no line %s…", sheets->name, words);
	return 0;
}

/* The first line with this tag. */
static inline guint line_tagged(const struct sheets *sheets, const char *tag)
{
	for (guint i = 0; i < sheets->lines->len; i++)
		if (g_strcmp0(line_at(sheets, i)->tag, tag) == 0)
			return i;
	fail_msg("%s has no %s", sheets->name, tag);
	return 0;
}

/* The text runs of a line: year_find() on the dump. */
static inline GPtrArray *line_runs(const struct line *line)
{
	return year_find(line->node, ".//text");
}

/* An attribute of all runs of the line that have a Han character: the same for all, or the test fails. */
static inline const char *line_han(const struct sheets *sheets, const struct line *line, const char *attribute)
{
	GPtrArray *runs = line_runs(line);
	const char *found = NULL;

	for (guint i = 0; i < runs->len; i++) {
		const char *value = areas_get(runs->pdata[i], attribute);

		if (!g_regex_match_simple(AREAS_HAN, year_string(runs->pdata[i]), 0, 0))
			continue;
		if (found && g_strcmp0(found, value) != 0)
			fail_msg("%s: “%s” has %s %s and %s", sheets->name, line->words, attribute, found, value);
		found = value;
	}
	g_ptr_array_unref(runs);
	return found;
}

#define assert_mm(sheets, page, what, found, wanted, tolerance)                                                                  \
	do {                                                                                                                         \
		double found_mm = (found), wanted_mm = (wanted);                                                                         \
		if (!(fabs(found_mm - wanted_mm) <= (tolerance)))                                                                        \
			fail_msg("%s, page %d: %s: measured %.3f mm, wanted %.3f ± %.2f mm", (sheets)->name, (page) + 1, (what), found_mm,   \
					 wanted_mm, (double)(tolerance));                                                                            \
	} while (0)

/* ---- ink ---- */

#define INK_PER_MM 10

enum ink { INK_RED, INK_BLACK };

static inline bool ink_matches(const unsigned char *pixel, enum ink ink)
{
	if (ink == INK_RED)
		return pixel[2] > 200 && pixel[1] < 128;
	return pixel[2] < 128;
}

static inline cairo_surface_t *ink_render(PopplerDocument *document, int index)
{
	PopplerPage *page = poppler_document_get_page(document, index);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 210 * INK_PER_MM, 297 * INK_PER_MM);
	cairo_t *cairo = cairo_create(surface);

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, INK_PER_MM * MM_PER_PT, INK_PER_MM * MM_PER_PT);
	poppler_page_render(page, cairo);
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	g_object_unref(page);
	return surface;
}

/* The box of all ink of a colour within an area of the page (mm); right < left when there is none. */
static inline struct reader_box ink_box(cairo_surface_t *surface, enum ink ink, struct reader_box area)
{
	const unsigned char *data = cairo_image_surface_get_data(surface);
	int stride = cairo_image_surface_get_stride(surface);
	struct reader_box box = {1e9, 1e9, -1, -1};

	for (int y = (int)(area.top * INK_PER_MM); y < (int)(area.bottom * INK_PER_MM); y++)
		for (int x = (int)(area.left * INK_PER_MM); x < (int)(area.right * INK_PER_MM); x++)
			if (ink_matches(data + y * stride + x * 4, ink))
				box = (struct reader_box){MIN(box.left, x), MIN(box.top, y), MAX(box.right, x + 1), MAX(box.bottom, y + 1)};
	box.left /= INK_PER_MM;
	box.top /= INK_PER_MM;
	box.right /= INK_PER_MM;
	box.bottom /= INK_PER_MM;
	return box;
}

/* The same of a page of a file. */
static inline struct reader_box ink_of(const char *name, int page, enum ink ink, struct reader_box area)
{
	PopplerDocument *document = year_pdf(name);
	cairo_surface_t *surface = ink_render(document, page);
	struct reader_box box = ink_box(surface, ink, area);

	cairo_surface_destroy(surface);
	g_object_unref(document);
	if (box.right < box.left)
		fail_msg("%s, page %d: no ink between %.1f and %.1f mm", name, page + 1, area.top, area.bottom);
	return box;
}

#endif
