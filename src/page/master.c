/* master: which page master a page has (XSL 1.1, 6.4.7–6.4.12), and where its regions lie (6.4.13–6.4.18). */
#include <string.h>

#include "page/page_int.h"

/* ---- selection ---- */

static bool meets(const struct fo_style *condition, const struct page_kind *kind, unsigned index)
{
	switch (condition->page_position) {
	case FO_KW_FIRST:
		if (index != 0)
			return false;
		break;
	case FO_KW_LAST:
		if (!kind->last)
			return false;
		break;
	case FO_KW_ONLY:
		if (index != 0 || !kind->last)
			return false;
		break;
	case FO_KW_REST:
		if (index == 0 || kind->last)
			return false;
		break;
	default:
		break;
	}
	bool odd = kind->number % 2 != 0;
	if ((condition->odd_or_even == FO_KW_ODD && !odd) || (condition->odd_or_even == FO_KW_EVEN && odd))
		return false;
	if (condition->previous_page != FO_KW_ANY && (condition->previous_page == FO_KW_BLANK) != kind->after_blank)
		return false;
	return condition->blank_or_not_blank == FO_KW_ANY || (condition->blank_or_not_blank == FO_KW_BLANK) == kind->blank;
}

static const struct fo_style *first_that_meets(const struct fo_node *alternatives, unsigned index, const struct page_kind *kind)
{
	for (const struct fo_node *child = alternatives->first_child; child; child = child->next)
		if (child->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE && meets(child->style, kind, index))
			return child->style;
	return NULL;
}

/* Where nothing is said of last pages they are like any other, as in FOP: "first" and "rest" serve for all. */
static const struct fo_node *alternative(struct layout *layout, const struct fo_node *alternatives, unsigned index,
										 const struct page_kind *kind)
{
	const struct fo_style *found = first_that_meets(alternatives, index, kind);
	struct page_kind other = *kind;
	other.last = false;
	if (!found && kind->last)
		found = first_that_meets(alternatives, index, &other);
	return found ? fo_find_master(layout->tree, found->master_reference) : NULL;
}

/* How many pages a sub-sequence serves at most. */
static unsigned repeats(const struct fo_node *part)
{
	if (part->kind == FO_SINGLE_PAGE_MASTER_REFERENCE)
		return 1;
	return part->style->maximum_repeats < 0 ? UINT32_MAX : (unsigned)part->style->maximum_repeats;
}

static const struct fo_node *from_part(struct layout *layout, const struct fo_node *part, unsigned index,
									   const struct page_kind *kind)
{
	if (part->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
		return alternative(layout, part, index, kind);
	return fo_find_master(layout->tree, part->style->master_reference);
}

/* XSL 6.4.8: masters that are used up are an error, from which the last of them may recover. Said once a document. */
static void say_used_up(struct layout *layout, const struct fo_node *sequence)
{
	if (layout_first_time(layout, "master", sequence->style->master_reference))
		diag_report(layout->document_sink, DIAG_MASTERS_USED_UP, sequence->place, "master-reference=\"%s\"",
					sequence->style->master_reference);
}

/* With what an alternative for the page would say (6.4.12). */
static void say_missing(struct layout *layout, const struct fo_node *sequence, unsigned index, const struct page_kind *kind)
{
	const char *position = kind->last ? "last" : index ? "rest" : "first";
	const char *odd_or_even = kind->number % 2 ? "odd" : "even", *blank = kind->blank ? "blank" : "not-blank";
	diag_report_words(layout->sink, DIAG_MASTER_MISSING, sequence->place,
					  "master-reference=\"%s\", page %u: page-position=\"%s\" odd-or-even=\"%s\" blank-or-not-blank=\"%s\"",
					  "master-reference=\"%s\"，第 %u 页：page-position=\"%s\" odd-or-even=\"%s\" blank-or-not-blank=\"%s\"",
					  sequence->style->master_reference, index + 1, position, odd_or_even, blank);
}

/* used_up: it is the last one, which serves again. */
static const struct fo_node *find_master(struct layout *layout, const struct fo_node *sequence, unsigned index,
										 const struct page_kind *kind, bool *used_up)
{
	const struct fo_node *master = fo_find_master(layout->tree, sequence->style->master_reference);
	if (master && master->kind == FO_SIMPLE_PAGE_MASTER)
		return master;
	unsigned past = 0;
	const struct fo_node *last = NULL;
	for (const struct fo_node *part = master ? master->first_child : NULL; part; part = part->next) {
		const struct fo_node *found = repeats(part) > index - past ? from_part(layout, part, index, kind) : NULL;
		if (found && found->kind == FO_SIMPLE_PAGE_MASTER)
			return found;
		if (repeats(part) > index - past)
			break;
		past += repeats(part);
		last = part->next ? NULL : part;
	}
	const struct fo_node *again = last ? from_part(layout, last, index, kind) : NULL;
	*used_up = again && again->kind == FO_SIMPLE_PAGE_MASTER;
	return *used_up ? again : NULL;
}

const struct fo_node *page_master_ahead(struct layout *layout, const struct fo_node *sequence, unsigned index,
										const struct page_kind *kind)
{
	bool used_up = false;
	return find_master(layout, sequence, index, kind, &used_up);
}

const struct fo_node *page_master(struct layout *layout, const struct fo_node *sequence, unsigned index,
								  const struct page_kind *kind)
{
	bool used_up = false;
	const struct fo_node *found = find_master(layout, sequence, index, kind, &used_up);
	if (used_up)
		say_used_up(layout, sequence);
	if (!found)
		say_missing(layout, sequence, index, kind);
	return found;
}

const struct fo_node *page_master_only(struct layout *layout, const struct fo_node *sequence, int number)
{
	const struct page_kind kind = {.first = true, .last = true, .number = number};
	const struct fo_node *master = fo_find_master(layout->tree, sequence->style->master_reference);
	const struct fo_node *part = master && master->kind == FO_PAGE_SEQUENCE_MASTER ? master->first_child : NULL;
	if (!part || part->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
		return NULL;
	const struct fo_style *found = first_that_meets(part, 0, &kind);
	return found && found->page_position == FO_KW_ONLY ? fo_find_master(layout->tree, found->master_reference) : NULL;
}

/* ---- the body that the flow goes to ---- */

bool page_master_takes(const struct fo_node *master, const struct fo_node *flow)
{
	const struct page_geometry geometry = page_geometry(master);
	const struct page_region *body = &geometry.region[PAGE_BODY];
	return body->node && flow->style->flow_name && strcmp(body->name, flow->style->flow_name) == 0;
}

/* Of a page-sequence-master or of its parts. */
static bool part_takes(struct layout *layout, const struct fo_node *part, const struct fo_node *flow)
{
	if (part->kind == FO_SIMPLE_PAGE_MASTER)
		return page_master_takes(part, flow);
	if (part->kind != FO_PAGE_SEQUENCE_MASTER && part->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES) {
		const struct fo_node *named = fo_find_master(layout->tree, part->style->master_reference);
		return named && named->kind == FO_SIMPLE_PAGE_MASTER && page_master_takes(named, flow);
	}
	for (const struct fo_node *child = part->first_child; child; child = child->next)
		if (part_takes(layout, child, flow))
			return true;
	return false;
}

bool page_masters_take(struct layout *layout, const struct fo_node *sequence, const struct fo_node *flow)
{
	const struct fo_node *master = fo_find_master(layout->tree, sequence->style->master_reference);
	return master && part_takes(layout, master, flow);
}

/* ---- geometry ---- */

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
		bool across = geometry.turn % 180 != 0;
		page = (struct rectangle){0, 0, across ? page.height : page.width, across ? page.width : page.height};
		whole = (struct rectangle){0, 0, across ? whole.height : whole.width, across ? whole.width : whole.height};
		geometry.inner = page;
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
		region->turn = (geometry.turn + flow_turn(region->node)) % 360;
	}
	return geometry;
}
