/* anchor: what stands in a line and takes part in its page: ids, footnotes, floats, what containers hold, and the markers of inlines. */
#include "line/line_int.h"

/* The end of a list of anchors. */
struct anchors {
	struct arena *arena;
	struct line_anchor **at;
};

static void add(struct anchors *anchors, struct line_anchor anchor)
{
	*anchors->at = ARENA_NEW(anchors->arena, struct line_anchor);
	**anchors->at = anchor;
	anchors->at = &(*anchors->at)->next;
}

/* Notes within what a line holds take room as its own do. */
static void add_held(struct anchors *anchors, const struct layout_container *held)
{
	for (const struct line_anchor *anchor = held ? held->notes : NULL; anchor; anchor = anchor->next)
		add(anchors, (struct line_anchor){.note = anchor->note, .is_held = true});
}

/* The spans of which a line has a part. */
struct part {
	guint first, end;
	guint next; /* the first that the lines behind it have a part of */
};

static struct part part_of(const struct line_content *content)
{
	const struct atom *atoms = content->model->atoms;
	guint end = atoms[content->end - 1].cluster->span + 1u;
	return (struct part){.first = atoms[content->first].cluster->span,
						 .end = end,
						 .next = content->end < content->model->count ? atoms[content->end].cluster->span : end};
}

/* An inline's markers belong to all of its areas (6.13.5): to one in each line that has a part of it. */
static void add_marked(struct anchors *anchors, struct paragraph *paragraph, struct part part)
{
	GArray *open = paragraph->open_marked, *all = paragraph->marked;
	for (; paragraph->next_marked < all->len; paragraph->next_marked++) {
		if (g_array_index(all, struct inline_marked, paragraph->next_marked).first >= part.end)
			break;
		g_array_append_val(open, paragraph->next_marked);
	}
	guint kept = 0;
	for (guint i = 0; i < open->len; i++) {
		guint index = g_array_index(open, guint, i);
		const struct inline_marked *marked = &g_array_index(all, struct inline_marked, index);
		if (marked->end <= part.first)
			continue;
		add(anchors, (struct line_anchor){.marked = marked->node,
										  .begins = marked->first >= part.first && !marked->goes_on,
										  .ends = marked->end <= part.next && !marked->is_cut});
		g_array_index(open, guint, kept++) = index;
	}
	g_array_set_size(open, kept);
}

struct line_anchor *line_anchors(struct paragraph *paragraph, const struct line_content *content)
{
	struct line_anchor *first = NULL;
	struct anchors anchors = {paragraph->layout->arena, &first};
	const struct atom *atoms = content->model->atoms;
	if (content->first == content->end)
		return NULL;
	add_marked(&anchors, paragraph, part_of(content));
	for (uint32_t i = content->first; i < content->end; i++) {
		const struct text_cluster *cluster = atoms[i].cluster;
		const struct inline_span *info = &g_array_index(paragraph->infos, struct inline_span, cluster->span);
		if (cluster->cls != TEXT_ANCHOR && !info->held)
			continue;
		add(&anchors, (struct line_anchor){.id = info->id,
										   .footnote = info->footnote,
										   .floated = info->floated,
										   .held = info->held ? info->held->held : NULL});
		add_held(&anchors, info->held);
	}
	return first;
}
