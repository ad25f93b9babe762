/* page: fo:page-sequence → pages: the flow taken page by page, footnotes at the foot of the column, static content around. */
#include <string.h>

#include "layout/flow_int.h"

struct sequence {
	struct layout *layout;
	const struct fo_node *node;
	struct area_structure *tag;
	struct flow *flow;
	struct flow_at at;
	int number;             /* of the next page */
	unsigned index;         /* the same, from 0 in this sequence */
	enum fo_keyword forced; /* the break before the next page */
	bool after_blank;       /* the page before the next is blank */
	len separator;          /* height of xsl-footnote-separator */
	len column_width;
};

static const struct fo_node *static_content(const struct sequence *sequence, const char *region)
{
	for (const struct fo_node *child = sequence->node->first_child; child; child = child->next)
		if (child->kind == FO_STATIC_CONTENT && child->style->flow_name && strcmp(child->style->flow_name, region) == 0)
			return child;
	return NULL;
}

/* ---- columns ---- */

static int column_count(const struct fo_node *body)
{
	return MAX(body->style->column_count, 1);
}

static len column_gap(const struct fo_node *body, len width)
{
	return column_count(body) > 1 ? fo_resolve(body->style->column_gap, width) : 0;
}

static len column_width(const struct page_region *body)
{
	int count = column_count(body->node);
	return (body->place.width - (count - 1) * column_gap(body->node, body->place.width)) / count;
}

/* ---- static content ---- */

static struct area *region_area(const struct sequence *sequence, const struct page_region *region)
{
	struct arena *arena = sequence->layout->arena;
	struct area *area = area_new(arena, AREA_REGION, region->place.x, region->place.y, region->place.width, region->place.height);
	area->name = region->name;
	area->box = flow_box_of(sequence->layout, region->node);
	area->place = region->node->place;
	return area;
}

static len align_offset(enum fo_keyword align, len slack)
{
	if (slack <= 0)
		return 0;
	return align == FO_KW_CENTER ? slack / 2 : align == FO_KW_AFTER ? slack : 0;
}

/* Furniture of the page: outside the structure. */
static void place_static(const struct sequence *sequence, struct placer *placer, const struct page_region *region)
{
	struct layout *layout = sequence->layout;
	const struct fo_node *content = static_content(sequence, region->name);
	struct area *area = region_area(sequence, region);
	area->tag = &area_artifact;
	area_page_append(placer->page, area);
	if (!content)
		return;
	layout->artifact = true;
	layout->page_label = placer->label;
	struct flow *flow = flow_build(layout, content, region->place.width, region->place.height, &area_artifact);
	layout->artifact = false;
	layout->page_label = NULL;
	len slack = region->place.height - flow_height(flow);
	if (slack < -LEN_PT / 20)
		diag_report(layout->sink, DIAG_OVERFULL_BLOCK, content->place, "%s: %.2f mm", region->name, len_to_mm(-slack));
	flow_place_all(placer, flow, area, 0, align_offset(region->node->style->display_align, slack));
}

/* ---- footnotes ---- */

static struct flow *build_separator(const struct sequence *sequence)
{
	const struct fo_node *content = static_content(sequence, "xsl-footnote-separator");
	if (!content)
		return NULL;
	sequence->layout->artifact = true;
	struct flow *flow = flow_build(sequence->layout, content, sequence->column_width, 0, &area_artifact);
	sequence->layout->artifact = false;
	return flow;
}

static void place_notes(const struct sequence *sequence, struct placer *placer, struct area *region, len x, len height)
{
	len y = region->height - height;
	struct flow *separator = placer->notes->len ? build_separator(sequence) : NULL;
	if (separator) {
		flow_place_all(placer, separator, region, x, y);
		y = len_add(y, flow_height(separator));
	}
	GPtrArray *notes = placer->notes;
	placer->notes = NULL; /* a footnote has none of its own */
	for (guint i = 0; i < notes->len; i++) {
		const struct layout_anchor *anchor = notes->pdata[i];
		flow_place_all(placer, anchor->note, region, x, y);
		y = len_add(y, anchor->note_height);
	}
	placer->notes = notes;
	g_ptr_array_set_size(notes, 0);
}

/* ---- the body ---- */

static struct place place_at(const struct flow *flow, uint32_t index)
{
	for (; index < flow->count; index++) {
		const struct flow_item *item = &flow->items[index];
		if (item->kind == FLOW_BOX)
			return item->box.area->place;
		if (item->kind == FLOW_ROW)
			return item->row->node->place;
	}
	return (struct place){0};
}

static void say_misfit(const struct sequence *sequence, const struct flow_fit *fit)
{
	struct layout *layout = sequence->layout;
	if (fit->overfull)
		diag_say(layout->sink, DIAG_OVERFULL_PAGE, place_at(sequence->flow, sequence->at.index));
	else if (fit->keep == FO_KEEP_ALWAYS)
		diag_say(layout->sink, DIAG_KEEP_BROKEN, place_at(sequence->flow, fit->end));
}

static bool at_end(const struct sequence *sequence)
{
	return sequence->at.index >= sequence->flow->count;
}

static struct flow_room room_of(const struct sequence *sequence, const struct page_geometry *geometry)
{
	return (struct flow_room){
		.height = geometry->region[PAGE_BODY].place.height, .separator = sequence->separator, .odd = sequence->number % 2 != 0};
}

static void place_column(struct sequence *sequence, struct placer *placer, const struct page_geometry *geometry,
						 struct area *region, len x)
{
	struct flow_room room = room_of(sequence, geometry);
	struct flow_fit fit = flow_fit(sequence->flow, sequence->at, &room);
	say_misfit(sequence, &fit);
	len slack = room.height - fit.height - fit.notes;
	len y = align_offset(geometry->region[PAGE_BODY].node->style->display_align, slack);
	sequence->at = flow_place(placer, sequence->flow, sequence->at, &fit, region, x, y);
	sequence->forced = fit.forced;
	place_notes(sequence, placer, region, x, fit.notes);
}

static void place_body(struct sequence *sequence, struct placer *placer, const struct page_geometry *geometry)
{
	const struct page_region *body = &geometry->region[PAGE_BODY];
	struct area *region = region_area(sequence, body);
	len step = sequence->column_width + column_gap(body->node, body->place.width);
	region->tag = sequence->tag;
	area_page_append(placer->page, region);
	for (int i = 0; i < column_count(body->node); i++) {
		place_column(sequence, placer, geometry, region, i * step);
		if (at_end(sequence) || (sequence->forced && sequence->forced != FO_KW_COLUMN))
			break;
	}
}

/* Whether the page takes all that is left. A row cut between columns counts as not. */
static bool takes_all(const struct sequence *sequence, const struct page_geometry *geometry)
{
	struct flow_room room = room_of(sequence, geometry);
	struct flow_at at = sequence->at;
	for (int i = 0; i < column_count(geometry->region[PAGE_BODY].node); i++) {
		struct flow_fit fit = flow_fit(sequence->flow, at, &room);
		if (fit.all)
			return true;
		if (fit.cut || (fit.forced && fit.forced != FO_KW_COLUMN))
			return false;
		at = (struct flow_at){.index = fit.end};
	}
	return false;
}

/* ---- pages ---- */

static const struct fo_node *choose_master(const struct sequence *sequence, struct page_kind kind)
{
	const struct fo_node *master = page_master(sequence->layout, sequence->node, sequence->index, &kind);
	if (!master || kind.blank)
		return master;
	struct page_geometry geometry = page_geometry(master);
	if (!takes_all(sequence, &geometry))
		return master;
	kind.last = true;
	return page_master(sequence->layout, sequence->node, sequence->index, &kind);
}

static bool make_page(struct sequence *sequence, bool blank)
{
	struct layout *layout = sequence->layout;
	struct page_kind kind = {
		.first = sequence->index == 0, .blank = blank, .after_blank = sequence->after_blank, .number = sequence->number};
	const struct fo_node *master = choose_master(sequence, kind);
	if (!master)
		return false;
	struct page_geometry geometry = page_geometry(master);
	struct area_page *page = area_page_new(layout->arena, layout->areas, geometry.width, geometry.height);
	page->number = sequence->number;
	page->label = page_label(layout->arena, sequence->node->style->format, sequence->number);
	page->master = master->style->master_name;
	page->blank = blank;
	layout->page_width = geometry.width;
	layout->page_height = geometry.height;
	struct placer placer = {.layout = layout, .page = page, .label = page->label, .notes = g_ptr_array_new()};
	if (sequence->node->id)
		layout_ref_set(layout, sequence->node->id, page->label);
	for (int i = PAGE_BEFORE; i < PAGE_REGIONS; i++)
		if (geometry.region[i].node)
			place_static(sequence, &placer, &geometry.region[i]);
	if (!blank)
		place_body(sequence, &placer, &geometry);
	g_ptr_array_free(placer.notes, TRUE);
	sequence->number++;
	sequence->index++;
	sequence->after_blank = blank;
	return true;
}

/* A break to an odd or even page, or a block that belongs on one (gw:page-side), may need a blank one. */
static bool make_blank(struct sequence *sequence)
{
	bool odd = sequence->number % 2 != 0;
	enum fo_keyword side = flow_side(sequence->flow, sequence->at);
	bool wants_odd = sequence->forced == FO_KW_ODD_PAGE || side == FO_KW_ODD;
	bool wants_even = sequence->forced == FO_KW_EVEN_PAGE || side == FO_KW_EVEN;
	return (wants_odd && !odd) || (wants_even && odd) ? make_page(sequence, true) : true;
}

/* ---- the sequence ---- */

/* initial-page-number: a number, or −keyword. */
static int first_number(const struct fo_node *sequence, int number)
{
	int32_t initial = sequence->style->initial_page_number;
	bool odd = number % 2 != 0;
	if (initial == -(int32_t)FO_KW_AUTO_ODD)
		return odd ? number : number + 1;
	if (initial == -(int32_t)FO_KW_AUTO_EVEN)
		return odd ? number + 1 : number;
	return initial > 0 ? initial : number;
}

/* force-page-count: whether a blank page is missing at the end (7.27.4). */
static bool lacks_page(const struct sequence *sequence, const struct fo_node *next)
{
	bool last_is_odd = (sequence->number - 1) % 2 != 0, count_is_odd = sequence->index % 2 != 0;
	switch (sequence->node->style->force_page_count) {
	case FO_KW_EVEN:
		return count_is_odd;
	case FO_KW_ODD:
		return !count_is_odd;
	case FO_KW_END_ON_EVEN:
		return last_is_odd;
	case FO_KW_END_ON_ODD:
		return !last_is_odd;
	case FO_KW_AUTO: /* so that the next sequence begins on its side */
		return next && next->style->initial_page_number != -(int32_t)FO_KW_AUTO &&
			   (first_number(next, sequence->number) - sequence->number) % 2 != 0;
	default:
		return false;
	}
}

static const struct fo_node *flow_of(const struct fo_node *sequence)
{
	for (const struct fo_node *child = sequence->first_child; child; child = child->next)
		if (child->kind == FO_FLOW)
			return child;
	return NULL;
}

/* The flow is laid out to the body of the first page's master: all of a sequence are as wide. */
static bool open_sequence(struct sequence *sequence)
{
	struct page_kind kind = {.first = true, .number = sequence->number};
	const struct fo_node *master = page_master(sequence->layout, sequence->node, 0, &kind), *flow = flow_of(sequence->node);
	if (!master || !flow)
		return false;
	struct page_geometry geometry = page_geometry(master);
	if (!geometry.region[PAGE_BODY].node)
		return false;
	sequence->layout->page_width = geometry.width;
	sequence->layout->page_height = geometry.height;
	sequence->column_width = column_width(&geometry.region[PAGE_BODY]);
	sequence->flow = flow_build(sequence->layout, flow, sequence->column_width, geometry.region[PAGE_BODY].place.height,
								sequence->tag);
	struct flow *separator = build_separator(sequence);
	sequence->separator = separator ? flow_height(separator) : 0;
	return true;
}

int page_sequence(struct layout *layout, const struct fo_node *node, const struct fo_node *next, int number,
				  struct area_structure *parent)
{
	struct sequence sequence = {.layout = layout, .node = node, .number = first_number(node, number)};
	sequence.tag = area_structure_new(layout->arena, parent, "Sect");
	if (!open_sequence(&sequence))
		return number;
	bool going = true;
	do {
		going = make_blank(&sequence) && make_page(&sequence, false);
	} while (going && !at_end(&sequence));
	if (going && lacks_page(&sequence, next))
		make_page(&sequence, true);
	return sequence.number;
}
