/* footnote: the body of a footnote, laid out when a region asks what it takes, and which footnotes stand in a flow's items. Of a page's flow far more
 * lines are built than the page has room for, and all of them anew for a page of another width: what is in their footnotes would be laid out each time. */
#include "flow/build_int.h"

/* ---- a body ---- */

struct flow_note {
	struct layout *layout;
	const struct fo_node *body;
	struct area_structure *tag;
	const struct fo_node *link; /* the fo:basic-link around its reference, or NULL */
	len width;
	bool waits;           /* it may go on on other pages: no more of it is built than any could take */
	struct flow *content; /* NULL: nobody asked */
	len height;
};

/* role="artifact" on the footnote is that of both its parts. */
static struct area_structure *tag_of(struct layout *layout, const struct fo_node *body, struct area_structure *parent)
{
	const char *role = body->parent->style->role;

	return layout_tag(layout, body, role && g_str_equal(role, "artifact") ? &area_artifact : parent, "Note");
}

/* Static content, whose footnotes are set whole, is artifact. */
struct flow_note *flow_note_new(struct builder *builder, const struct fo_node *body, struct area_structure *tag)
{
	struct layout *layout = builder->layout;
	struct flow_note *note = ARENA_NEW(layout->arena, struct flow_note);
	*note = (struct flow_note){.layout = layout,
							   .body = body,
							   .tag = tag_of(layout, body, tag),
							   .link = layout->around.link,
							   .width = layout->note_width ? layout->note_width : builder->width,
							   .waits = layout->note_width && !layout->artifact};
	layout_tie_note(layout, body->parent);
	if (!builder->postpones)
		flow_note_content(note);
	return note;
}

struct flow *flow_note_content(struct flow_note *note)
{
	struct layout *layout = note->layout;
	if (note->content)
		return note->content;
	struct layout_around around = layout->around;
	layout->around = (struct layout_around){.link = note->link};
	note->content = note->waits ? flow_build_beginning(layout, note->body, note->width, note->tag)
								: flow_build(layout, note->body, note->width, 0, note->tag);
	layout->around = around;
	note->height = flow_height(note->content);
	return note->content;
}

len flow_note_height(struct flow_note *note)
{
	flow_note_content(note);
	return note->height;
}

void flow_note_keep_alive(const struct flow_note *note)
{
	if (note->content)
		layout_keep_range(note->layout, note->content->born, note->content->born);
}

/* ---- in items ---- */

struct notes {
	struct arena *arena;
	struct line_anchor *first, *last;
	len height;
};

static void add_notes(struct notes *notes, const struct line_anchor *from)
{
	for (; from && notes->height < FLOW_ENDLESS; from = from->next) {
		if (!from->note)
			continue;
		struct line_anchor *copy = ARENA_NEW(notes->arena, struct line_anchor);
		*copy = *from;
		copy->next = NULL;
		*(notes->last ? &notes->last->next : &notes->first) = copy;
		notes->last = copy;
		notes->height = len_add(notes->height, MAX(flow_anchored_height(copy), LEN_PT));
	}
}

static void add_notes_from(struct notes *notes, const struct flow *flow, struct flow_at from);

static void add_row_notes(struct notes *notes, const struct flow_row *row)
{
	add_notes(notes, row->anchors);
	for (unsigned i = 0; i < row->count; i++) {
		const struct flow_cell *cell = &row->cells[i];
		if (cell->row_span > 1 && cell->notes)
			add_notes_from(notes, cell->content, flow_cell_at(cell));
	}
}

/* Of the heads that are repeated where a flow goes on. */
static void add_head_notes(struct notes *notes, const struct flow *flow, uint32_t around)
{
	if (!around)
		return;
	const struct flow_item *open = &flow->items[around - 1];
	add_head_notes(notes, flow, open->around);
	if (!open->group->omit_header)
		add_notes(notes, open->group->header_notes);
}

static void add_notes_from(struct notes *notes, const struct flow *flow, struct flow_at from)
{
	if (from.index < flow->count)
		add_head_notes(notes, flow, flow->items[from.index].around);
	len seen = 0; /* down there is no page that takes it with what it begins with */
	for (uint32_t i = from.index; i < flow->count && notes->height < FLOW_ENDLESS && seen < FLOW_ENDLESS; i++) {
		const struct flow_item *item = &flow->items[i];
		if (flow_takes_room(item))
			seen = len_add(seen, item->kind == FLOW_BOX ? item->box.height : item->row->height);
		if (item->kind == FLOW_BOX)
			add_notes(notes, item->box.anchors);
		else if (item->kind == FLOW_ROW)
			add_row_notes(notes, flow_row_at(flow, from, i));
		else if (item->kind == FLOW_OPEN)
			add_notes(notes, item->group->header_notes);
		else if (item->kind == FLOW_CLOSE)
			add_notes(notes, item->group->footer_notes);
	}
}

struct line_anchor *flow_notes(struct arena *arena, const struct flow *flow, struct flow_at from)
{
	struct notes notes = {.arena = arena};
	add_notes_from(&notes, flow, from);
	return notes.first;
}

void flow_note_row(struct arena *arena, struct flow_row *row)
{
	struct notes notes = {.arena = arena};
	for (unsigned i = 0; i < row->count; i++) {
		struct flow_cell *cell = &row->cells[i];
		struct notes own = {.arena = arena}, *to = cell->row_span > 1 ? &own : &notes;
		if (!cell->repeated)
			add_notes_from(to, cell->content, flow_cell_at(cell));
		cell->notes = 0;
		for (const struct line_anchor *note = own.first; note; note = note->next)
			cell->notes = len_add(cell->notes, flow_anchored_height(note));
	}
	row->anchors = notes.first;
}
