/* geometry: where the regions of a fo:simple-page-master lie (XSL 1.1, 6.4.13–6.4.18). */
#include "page/page_int.h"

static len margin(struct fo_length length, len base)
{
	return length.keyword ? 0 : fo_resolve(length, base);
}

/* Percentages count from the width and height of the whole page, as in FOP and CSS 2.1, 13.2.1.1 (XSL, 7.11, speaks of a width only), so that the
 * body's margins agree with extents (7.27.4). */
static struct rectangle less_margins(struct rectangle from, struct rectangle whole, const struct fo_style *style)
{
	len left = margin(style->margin_left, whole.width), right = margin(style->margin_right, whole.width);
	len top = margin(style->margin_top, whole.height), bottom = margin(style->margin_bottom, whole.height);
	return (struct rectangle){from.x + left, from.y + top, MAX(from.width - left - right, 0), MAX(from.height - top - bottom, 0)};
}

static enum page_regions region_of(enum fo_kind kind)
{
	switch (kind) {
	case FO_REGION_BEFORE:
		return PAGE_BEFORE;
	case FO_REGION_AFTER:
		return PAGE_AFTER;
	case FO_REGION_START:
		return PAGE_START;
	case FO_REGION_END:
		return PAGE_END;
	default:
		return PAGE_BODY;
	}
}

static len extent_of(const struct page_region *region, len base)
{
	return region->node ? margin(region->node->style->extent, base) : 0;
}

/* Before and after reach over the corners when they have precedence, else start and end do */
static void place_sides(struct page_geometry *geometry, struct rectangle page, struct rectangle whole)
{
	struct page_region *region = geometry->region;
	len before = extent_of(&region[PAGE_BEFORE], whole.height), after = extent_of(&region[PAGE_AFTER], whole.height);
	len start = extent_of(&region[PAGE_START], whole.width), end = extent_of(&region[PAGE_END], whole.width);
	bool before_first = region[PAGE_BEFORE].node && region[PAGE_BEFORE].node->style->precedence == FO_KW_TRUE;
	bool after_first = region[PAGE_AFTER].node && region[PAGE_AFTER].node->style->precedence == FO_KW_TRUE;
	len top = before_first ? before : 0, bottom = after_first ? after : 0;
	len before_side = before_first ? 0 : start, after_side = after_first ? 0 : start;
	region[PAGE_BEFORE].place = (struct rectangle){page.x + before_side, page.y,
												   page.width - before_side - (before_first ? 0 : end), before};
	region[PAGE_AFTER].place = (struct rectangle){page.x + after_side, page.y + page.height - after,
												  page.width - after_side - (after_first ? 0 : end), after};
	region[PAGE_START].place = (struct rectangle){page.x, page.y + top, start, page.height - top - bottom};
	region[PAGE_END].place = (struct rectangle){page.x + page.width - end, page.y + top, end, page.height - top - bottom};
}

/* The content stands within border and padding. */
static void take_edges(struct page_region *region)
{
	const struct fo_style *style = region->node->style;
	for (int side = 0; side < 4; side++)
		region->edge[side] = layout_edge(style, (enum area_side)side, region->place.width);
	struct rectangle *place = &region->place;
	place->x += region->edge[AREA_START];
	place->y += region->edge[AREA_BEFORE];
	place->width = MAX(place->width - region->edge[AREA_START] - region->edge[AREA_END], 0);
	place->height = MAX(place->height - region->edge[AREA_BEFORE] - region->edge[AREA_AFTER], 0);
}

struct page_geometry page_geometry(const struct fo_node *master)
{
	const struct fo_style *style = master->style;
	struct page_geometry geometry = {.width = style->page_width.keyword ? FO_PAGE_WIDTH : fo_resolve(style->page_width, 0),
									 .height = style->page_height.keyword ? FO_PAGE_HEIGHT : fo_resolve(style->page_height, 0)};
	struct rectangle whole = {0, 0, geometry.width, geometry.height};
	struct rectangle page = less_margins(whole, whole, style);
	geometry.within = page;
	geometry.inner = whole;
	geometry.turn = flow_turn(master);
	if (geometry.turn) {
		whole = flow_turned(whole, geometry.turn);
		geometry.inner = page = flow_turned(page, geometry.turn);
	}
	for (const struct fo_node *child = master->first_child; child; child = child->next)
		geometry.region[region_of(child->kind)].node = child;
	place_sides(&geometry, page, whole);
	for (int i = 0; i < PAGE_REGIONS; i++) {
		struct page_region *region = &geometry.region[i];
		region->name = region->node ? fo_region_name(region->node) : NULL;
	}
	if (geometry.region[PAGE_BODY].node)
		geometry.region[PAGE_BODY].place = less_margins(page, whole, geometry.region[PAGE_BODY].node->style);
	for (int i = 0; i < PAGE_REGIONS; i++) {
		struct page_region *region = &geometry.region[i];
		if (!region->node)
			continue;
		take_edges(region);
		region->turn = flow_turn(region->node);
		region->content = flow_turned(region->place, region->turn);
		region->turned = (geometry.turn + region->turn) % 360;
	}
	return geometry;
}

void page_enter(struct layout *layout, const struct page_geometry *geometry)
{
	layout->page_width = geometry->inner.width;
	layout->page_height = geometry->inner.height;
}
