/* page: a page of a fo:page-sequence: its master, which may hang on what stands on it, and its regions with what it takes of the flow; then memory that no
 * later page needs goes. */
#include "page/page_int.h"

/* ---- its master ---- */

/* A page that is decided on. */
struct page {
	const struct fo_node *master;
	struct page_geometry geometry;
	struct page_body body;
	struct page_plan plan;
	bool has_body;
	bool idle; /* it takes nothing of the flow: blank, or its body has another name */
};

static void take_geometry(struct sequence *sequence, struct page *page)
{
	page->geometry = page_geometry(page->master);
	page_enter(sequence->layout, &page->geometry);
}

static void plan_body(struct sequence *sequence, struct page *page)
{
	take_geometry(sequence, page);
	page->has_body = page->geometry.region[PAGE_BODY].node != NULL;
	if (!page->has_body)
		return;
	page->body = page_body_of(&page->geometry.region[PAGE_BODY]);
	page_set_measure(sequence, &page->body);
	page->plan = page_plan(sequence, &page->body);
}

/* Whether the next page is the last if it takes all that is left: none but a blank one would follow. */
static bool may_be_last(const struct sequence *sequence)
{
	return !page_is_missing(sequence, sequence->index + 1, sequence->number);
}

/* The page is the last when what is left fits on it; then a master for last pages may be called for. Where that does not take all, the page is one of
 * the rest, and one without content is the last, as in FOP: what stands around the body of last pages is not lost. FOP leaves it at that where
 * measures differ, and for a first page. */
static void choose_last(struct sequence *sequence, struct page *page, struct page_kind kind)
{
	if (!may_be_last(sequence))
		return;
	kind.last = true;
	const struct fo_node *last = page_master(sequence->layout, sequence->node, &kind), *first = page->master;
	if (!last || last == first || (sequence->mapped && !page_master_takes(last, sequence->flow_node)))
		return;
	page_plan_free(&page->plan);
	page->master = last;
	plan_body(sequence, page);
	if (page->has_body && page->plan.all)
		return;
	len width = page->body.column_width;
	if (page->has_body)
		page_plan_free(&page->plan);
	page->master = first;
	plan_body(sequence, page);
	sequence->lacks_last = page->has_body && page->plan.all && page->body.column_width == width && sequence->index > 0;
}

/* A sequence that all stands on one page may have a master for that (6.4.11), which need not be as large as the one of first pages. */
static bool choose_only(struct sequence *sequence, struct page *page)
{
	page->master = sequence->index || !may_be_last(sequence)
					   ? NULL
					   : page_master_only(sequence->layout, sequence->node, sequence->number);
	if (!page->master || (sequence->mapped && !page_master_takes(page->master, sequence->flow_node)))
		return false;
	plan_body(sequence, page);
	if (page->has_body && page->plan.all)
		return true;
	if (page->has_body)
		page_plan_free(&page->plan);
	return false;
}

/* So many pages in a row may pass the flow by: then the sequence has none that takes it. */
#define PASSED_MAX 100

static bool passes_by(struct sequence *sequence, const struct fo_node *master)
{
	if (!sequence->mapped || page_master_takes(master, sequence->flow_node)) {
		sequence->passed = 0;
		return false;
	}
	if (++sequence->passed <= PASSED_MAX)
		return true;
	sequence->mapped = false;
	diag_report(sequence->layout->sink, DIAG_FLOW_UNMAPPED, sequence->flow_node->place, "flow-name=\"%s\"",
				sequence->flow_node->style->flow_name);
	return false;
}

static bool choose_page(struct sequence *sequence, struct page *page, bool blank)
{
	bool ends = sequence->lacks_last && !page_is_missing(sequence, sequence->index + 1, sequence->number);
	struct page_kind kind = {.index = sequence->index,
							 .last = sequence->forces || ends,
							 .blank = blank || (sequence->lacks_last && !ends),
							 .after_blank = sequence->after_blank,
							 .number = sequence->number};
	sequence->layout->verso = sequence->number % 2 == 0;
	if (!blank && choose_only(sequence, page))
		return true;
	page->master = page_master(sequence->layout, sequence->node, &kind);
	if (!page->master)
		return false;
	page->idle = blank || sequence->lacks_last || passes_by(sequence, page->master);
	sequence->lacks_last = false;
	if (page->idle) {
		take_geometry(sequence, page);
		return true;
	}
	plan_body(sequence, page);
	if (page->has_body && page->plan.all)
		choose_last(sequence, page, kind);
	return page->has_body;
}

/* ---- what stands on it ---- */

static struct area_page *new_page(const struct sequence *sequence, const struct page *page, bool blank)
{
	struct layout *layout = sequence->layout;
	struct area_page *made = ARENA_NEW(layout->arena, struct area_page);
	made->index = layout->areas->page_count++;
	made->width = page->geometry.width;
	made->height = page->geometry.height;
	made->number = sequence->number;
	made->label = page_label(layout->arena, sequence->node->style, sequence->number);
	made->master = page->master->style->master_name;
	made->blank = blank;
	return made;
}

/* Pages of the whole document, or of a sequence: they begin at the corner of the first. */
static void mark_page(struct placer *placer, const struct fo_node *node, bool first)
{
	if (!node->id)
		return;
	layout_ref_set(placer->layout, node->id, placer->label);
	if (first) {
		struct area *corner = area_new(placer->layout->arena, AREA_BLOCK, 0, 0, 0, 0);
		corner->id = node->id;
		corner->place = node->place;
		corner->tag = &area_artifact;
		area_page_append(placer->page, corner);
	}
}

/* All that stands on the page, turned as its master says (7.21.3). */
static void turn_page(struct arena *arena, struct area_page *page, const struct page_geometry *geometry)
{
	struct area *frame = area_new(arena, AREA_BLOCK, 0, 0, geometry->width, geometry->height);
	struct area *turned = flow_turned_area(arena, frame, geometry->within, geometry->turn);
	turned->first_child = page->first_area;
	turned->last_child = page->last_area;
	page->first_area = page->last_area = frame;
}

/* Regions are painted in order, the body last; what stands around it is set when the body is known. */
static void fill_page(struct sequence *sequence, const struct page *page, struct placer *placer)
{
	struct area *areas[PAGE_REGIONS] = {NULL};
	for (int i = PAGE_BEFORE; i < PAGE_REGIONS; i++)
		if (page->geometry.region[i].node)
			area_page_append(placer->page, areas[i] = page_region_area(sequence, &page->geometry.region[i]));
	struct area *body = NULL;
	if (page->geometry.region[PAGE_BODY].node)
		area_page_append(placer->page, body = page_region_area(sequence, &page->geometry.region[PAGE_BODY]));
	if (page->idle && body) {
		body->tag = &area_artifact; /* its background is seen all the same (6.4.14) */
	} else if (!page->idle) {
		body->tag = sequence->tag;
		layout_markers_note(sequence->layout->markers, sequence->flow_node, !sequence->begun);
		sequence->begun = true;
		page_mark_region(placer, sequence->flow_node, body);
		page_place_body(sequence, placer, &page->body, &page->plan, body);
		page_note_still(sequence, body);
	}
	for (int i = PAGE_BEFORE; i < PAGE_REGIONS; i++)
		if (areas[i])
			page_place_static(sequence, placer, &page->geometry.region[i], areas[i]);
	if (page->geometry.turn)
		turn_page(sequence->layout->arena, placer->page, &page->geometry);
	layout_markers_end_page(sequence->layout->markers);
}

/* ---- when it is done ---- */

static void give_out(const struct layout *layout, const struct area_page *page)
{
	if (layout_refs_may_hold(layout->refs))
		layout->pages->take(layout->pages->data, page);
}

/* Memory of pages that are done goes, but for what later ones take up. */
static void forget(struct sequence *sequence)
{
	struct layout *layout = sequence->layout;
	if (!layout_keep_is_due(layout))
		return;
	flow_keep_alive(layout, sequence->flow, sequence->at);
	for (guint i = 0; i < sequence->notes->len; i++) {
		const struct page_note *note = &g_array_index(sequence->notes, struct page_note, i);
		flow_keep_waiting(layout, note->flow, note->at, note->continued);
	}
	for (guint i = 0; i < sequence->floats->len; i++) {
		const struct flow_float *floated = sequence->floats->pdata[i];
		layout_keep_range(layout, floated->born, floated->born);
		flow_keep_waiting(layout, floated->content, floated->at, floated->continued);
	}
	layout_keep_sweep(layout);
}

/* The first of the footnotes and of the floats that wait may be begun. */
static void close_contents(const struct sequence *sequence)
{
	struct flow_going places[3] = {{sequence->flow, sequence->at}};
	unsigned count = 1;
	if (sequence->notes->len) {
		const struct page_note *note = &g_array_index(sequence->notes, struct page_note, 0);
		places[count++] = (struct flow_going){note->flow, note->at};
	}
	if (sequence->floats->len) {
		const struct flow_float *floated = sequence->floats->pdata[0];
		places[count++] = (struct flow_going){floated->content, floated->at};
	}
	flow_close_contents(sequence->layout, places, count);
}

/* ---- a page ---- */

bool page_make(struct sequence *sequence, bool blank)
{
	struct page page = {0};
	if (!choose_page(sequence, &page, blank))
		return false;
	struct placer placer = {.layout = sequence->layout, .notes = g_ptr_array_new()};
	placer.page = new_page(sequence, &page, blank);
	page_say_no_room(sequence, page.master, &page.geometry, page.idle ? NULL : &page.body);
	placer.label = placer.page->label;
	mark_page(&placer, sequence->layout->tree->root, placer.page->index == 0);
	mark_page(&placer, sequence->node, sequence->index == 0);
	fill_page(sequence, &page, &placer);
	g_ptr_array_free(placer.notes, TRUE);
	give_out(sequence->layout, placer.page);
	if (!page.idle) {
		page_plan_free(&page.plan);
		page_drop_flows(sequence);
		close_contents(sequence);
		sequence->at = flow_forget(sequence->flow, sequence->at);
	}
	g_hash_table_remove_all(sequence->layout->answers);
	line_sources_forget(sequence->layout, placer.page->index);
	sequence->number++;
	sequence->index++;
	sequence->after_blank = blank;
	forget(sequence);
	return true;
}
