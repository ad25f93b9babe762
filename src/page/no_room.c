/* no_room: sizes of a page master that leave nothing: margins that meet, gaps as wide as all columns, regions beside each other that fill the page. The
 * content is set all the same, and said to overrun; what is at fault is named here, at its place. */
#include "page/page_int.h"

/* What comes to nothing. */
struct lack {
	const char *en, *zh;
};
static const struct lack width = {"width less margins and padding", "除去边距和内边距后的宽度"},
						 height = {"height less margins and padding", "除去边距和内边距后的高度"},
						 columns = {"width of columns, less column-gap", "除去 column-gap 后的栏宽"},
						 between = {"width between fo:region-start and fo:region-end",
									"fo:region-start 与 fo:region-end 之间的宽度"},
						 amid = {"height between fo:region-before and fo:region-after",
								 "fo:region-before 与 fo:region-after 之间的高度"};

static const struct lack *within(const struct rectangle *place)
{
	return place->width <= 0 ? &width : place->height <= 0 ? &height : NULL;
}

static void say(struct layout *layout, const struct fo_node *node, const struct lack *lack)
{
	char order[16];
	g_snprintf(order, sizeof order, "%u", (unsigned)node->order);
	if (!layout_first_time(layout, "no room", order))
		return;
	char *en = g_strdup_printf("%s: %s", fo_kind_name(node->kind), lack->en);
	char *zh = g_strdup_printf("%s：%s", fo_kind_name(node->kind), lack->zh);
	diag_report_both(layout->document_sink, DIAG_SIZE, node->place, en, zh);
	g_free(en);
	g_free(zh);
}

/* Of a region beside the body; an extent of nothing is its author's, who may let the content hang out of it. */
static const struct lack *lack_of(enum page_regions which, const struct page_region *region)
{
	bool lies = which == PAGE_BEFORE || which == PAGE_AFTER;
	if (lies)
		return region->place.width <= 0 ? &between : NULL;
	return region->place.height <= 0 ? &amid : NULL;
}

void page_say_no_room(const struct sequence *sequence, const struct fo_node *master, const struct page_geometry *geometry,
					  const struct page_body *body)
{
	struct layout *layout = sequence->layout;
	const struct lack *lack = within(&geometry->within);
	if (lack) {
		say(layout, master, lack);
		return;
	}
	if (body && !(lack = within(&body->region->place)) && body->column_width <= 0)
		lack = &columns;
	if (lack)
		say(layout, body->region->node, lack);
	for (int i = PAGE_BEFORE; i < PAGE_REGIONS; i++) {
		const struct page_region *region = &geometry->region[i];
		lack = region->node ? lack_of((enum page_regions)i, region) : NULL;
		if (lack && page_static_content(sequence, region->name))
			say(layout, region->node, lack);
	}
}
