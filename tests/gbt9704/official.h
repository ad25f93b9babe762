/* The samples of single official documents (samples/gbt9704) as a reader gets them: each built once, its areas on demand. */
#ifndef GONGWEN_TESTS_OFFICIAL_H
#define GONGWEN_TESTS_OFFICIAL_H

#include "gbt9704/geometry.h"

/* The scratch folder alone. */
static inline int official_open_scratch(void **state)
{
	int status = year_open_scratch(state);
	year.folder = g_build_filename(year.scratch, "out", NULL);
	return status;
}

static inline int official_open(void **state)
{
	official_open_scratch(state);
	year_run("for xml in samples/gbt9704/*.xml; do $GONGWEN build $xml -o \"$T\"/out -q || exit 1; done");
	return 0;
}

/* samples/gbt9704/<key>.xml; `format` is its folder in the output. */
static inline struct sheets official_sheets(const char *format, const char *key)
{
	char *all = year_run(year_print("$GONGWEN build samples/gbt9704/%s.xml --dump=areas", key));
	char **dumps = g_strsplit(all, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", -1);
	struct sheets sheets = sheets_parse(year_print("%s/%s.pdf", format, key), format, dumps[1]);

	g_strfreev(dumps);
	return sheets;
}

/* The line's character boxes' middle across. */
static inline double line_middle(const struct line *line)
{
	return (line->left + line->right) / 2;
}

/* The pictures of the document in order. */
struct picture {
	int page;
	double left, top, width, height;
};

static inline GArray *pictures_of(const struct sheets *sheets)
{
	GPtrArray *nodes = year_find(xmlDocGetRootElement(sheets->doc), "//image");
	GArray *pictures = g_array_new(FALSE, FALSE, sizeof(struct picture));

	for (guint i = 0; i < nodes->len; i++) {
		xmlNode *node = nodes->pdata[i];
		struct picture picture = {(int)year_number(node, "count(ancestor::page/preceding-sibling::page)"), areas_mm(node, "x"),
								  areas_mm(node, "y"), areas_mm(node, "width"), areas_mm(node, "height")};

		g_array_append_val(pictures, picture);
	}
	g_ptr_array_unref(nodes);
	return pictures;
}

static inline const struct picture *picture_at(const GArray *pictures, guint i)
{
	return &g_array_index(pictures, struct picture, i);
}

#endif
