/* note: footnotes at the foot of the body, over all its columns, below xsl-footnote-separator (XSL 1.1, 6.12.3). */
#include "page/page_int.h"

struct flow *page_separator(const struct sequence *sequence, const char *label, const char *name)
{
	const struct fo_node *content = page_static_content(sequence, name);
	return content ? page_build_content(sequence->layout, label, content, sequence->region_width, 0) : NULL;
}

static len separator_height(const struct sequence *sequence, const char *name)
{
	struct flow *separator = page_separator(sequence, NULL, name);
	return separator ? page_static_height(sequence->layout, separator) : 0;
}

void page_measure_separators(struct sequence *sequence)
{
	sequence->separator = separator_height(sequence, "xsl-footnote-separator");
	sequence->float_separator = separator_height(sequence, "xsl-before-float-separator");
}

/* One that waits, in the measure of the page that is being made. */
static struct page_note *note_at(const struct sequence *sequence, guint index)
{
	struct page_note *note = &g_array_index(sequence->notes, struct page_note, index);
	struct layout *layout = sequence->layout;
	note->flow = note->continued ? flow_rest_measured(layout, note->flow, &note->at, sequence->region_width)
								 : flow_measured(layout, note->flow, sequence->region_width);
	return note;
}

len page_notes_left(const struct sequence *sequence, len limit)
{
	len height = sequence->notes->len ? sequence->separator : 0;
	for (guint i = 0; i < sequence->notes->len && height < limit; i++) {
		const struct page_note *note = note_at(sequence, i);
		height = len_add(height, flow_rest_height(note->flow, note->at));
	}
	return MIN(height, limit);
}

/* As much of a note as there is room for; the first one that a page before left gets on in any case. What heads and feet of tables repeat is no way of
 * getting on: where nothing else comes, it is not divided any more. */
static struct flow_fit note_fit(const struct sequence *sequence, const struct page_note *note, len height, bool must)
{
	struct flow_room room = {.height = height, .nested = true, .may_be_none = !must};
	if (must && note->at.cut && page_stands_still(sequence))
		return flow_fit_whole(note->flow, note->at.index);
	if (note->repeat && page_stands_still(sequence))
		room.height = FLOW_ENDLESS;
	return must ? flow_fit_onward(sequence->layout, note->flow, note->at, &room) : flow_fit(note->flow, note->at, &room);
}

len page_notes_within(const struct sequence *sequence, len height)
{
	len used = sequence->notes->len ? sequence->separator : 0;
	struct flow_fit fit = {.all = true};
	for (guint i = 0; i < sequence->notes->len && fit.all; i++) {
		fit = note_fit(sequence, note_at(sequence, i), height - used, i == 0);
		used = len_add(used, fit.none ? 0 : fit.height);
	}
	return MIN(used, height);
}

/* False: something is left, in *note. */
static bool place_note(struct sequence *sequence, struct placer *placer, struct page_note *note, struct area *area, len *y,
					   bool must)
{
	struct flow_fit fit = note_fit(sequence, note, area->height - *y, must);
	if (fit.none)
		return false;
	if (note->flow->reach) {
		note->flow = flow_begin_waiting(sequence->layout, note->flow);
		fit = note_fit(sequence, note, area->height - *y, must);
	}
	placer->repeat = note->repeat;
	if (!note->continued)
		flow_put_mark(placer, note->body, area, 0, *y);
	else if (note->body->id && !note->repeat)
		layout_ref_set(placer->layout, note->body->id, placer->label);
	page_say_white(sequence->layout, note->flow, note->at, &fit, area->height);
	flow_place(placer, note->flow, note->at, &fit, area, 0, *y);
	*y = len_add(*y, fit.height);
	note->at = flow_next(sequence->layout, note->flow, note->at, &fit);
	note->flow = flow_rest_measured(sequence->layout, note->flow, &note->at, note->flow->width);
	note->at = flow_forget(note->flow, note->at);
	note->continued = true;
	if (fit.all)
		flow_end_waiting(note->flow);
	return fit.all;
}

void page_place_notes(struct sequence *sequence, struct placer *placer, struct area *area, len height)
{
	GPtrArray *fresh = placer->notes;
	bool left = sequence->notes->len > 0;
	for (guint i = 0; i < fresh->len; i++) {
		const struct line_anchor *anchor = fresh->pdata[i];
		struct page_note note = {.body = anchor->footnote, .repeat = anchor->again, .flow = flow_note_content(anchor->note)};
		g_array_append_val(sequence->notes, note);
	}
	g_ptr_array_set_size(fresh, 0);
	if (!sequence->notes->len)
		return;
	len y = area->height - page_notes_left(sequence, height);
	struct flow *separator = page_separator(sequence, placer->label, "xsl-footnote-separator");
	if (separator) {
		page_place_content(placer, separator, area, y);
		y = len_add(y, sequence->separator);
	}
	const struct area *last = area->last_child;
	len top = y;
	placer->notes = NULL; /* a footnote has none of its own */
	guint done = 0;
	while (done < sequence->notes->len && place_note(sequence, placer, note_at(sequence, done), area, &y, left && done == 0))
		done++;
	page_say_overruns(sequence->layout, area, last, (struct page_bounds){0, area->width, top, area->height});
	g_array_remove_range(sequence->notes, 0, done);
	placer->notes = fresh;
	placer->repeat = false;
}
