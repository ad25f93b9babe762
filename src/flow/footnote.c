/* footnote: the body of a footnote, laid out when a region asks what it takes. Of a page's flow far more lines are built than the page has room for,
 * and all of them anew for a page of another width: what is in their footnotes would be laid out each time. */
#include "flow/build_int.h"

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
							   .link = layout->link,
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
	const struct fo_node *link = layout->link;
	layout->link = note->link;
	note->content = note->waits ? flow_build_beginning(layout, note->body, note->width, note->tag)
								: flow_build(layout, note->body, note->width, 0, note->tag);
	layout->link = link;
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
