/* layout: the passes over a document, and what belongs to it as a whole. */
#include "layout/layout_int.h"

#define MAX_PASSES 5

/* ---- outline ---- */

static void add_outline(struct arena *arena, const struct fo_node *parent, struct area_outline **first,
						struct area_outline **last);

static const char *bookmark_title(struct arena *arena, const struct fo_node *bookmark)
{
	for (const struct fo_node *child = bookmark->first_child; child; child = child->next)
		if (child->kind == FO_BOOKMARK_TITLE)
			return child->first_child ? arena_copy(arena, child->first_child->text, child->first_child->text_size) : "";
	return "";
}

static struct area_outline *make_entry(struct arena *arena, const struct fo_node *bookmark)
{
	struct area_outline *entry = ARENA_NEW(arena, struct area_outline);
	entry->title = bookmark_title(arena, bookmark);
	entry->id = bookmark->style->internal_destination;
	entry->open = bookmark->style->starting_state != FO_KW_HIDE;
	add_outline(arena, bookmark, &entry->first_child, &entry->last_child);
	return entry;
}

static void add_outline(struct arena *arena, const struct fo_node *parent, struct area_outline **first,
						struct area_outline **last)
{
	for (const struct fo_node *child = parent->first_child; child; child = child->next) {
		if (child->kind != FO_BOOKMARK)
			continue;
		struct area_outline *entry = make_entry(arena, child);
		if (*last)
			(*last)->next = entry;
		else
			*first = entry;
		*last = entry;
	}
}

static struct area_outline *outline_of(struct arena *arena, const struct fo_node *root)
{
	struct area_outline *first = NULL, *last = NULL;
	for (const struct fo_node *child = root->first_child; child; child = child->next)
		if (child->kind == FO_BOOKMARK_TREE)
			add_outline(arena, child, &first, &last);
	return first;
}

/* ---- a pass ---- */

static struct area_info info_of(const struct fo_tree *tree)
{
	const struct fo_info *info = &tree->info;
	return (struct area_info){info->title, info->author, info->subject, info->keywords,
							  info->date,  info->kind,   info->number,  tree->root->style->language};
}

static const struct fo_node *next_sequence(const struct fo_node *node)
{
	while (node && node->kind != FO_PAGE_SEQUENCE)
		node = node->next;
	return node;
}

static struct area_tree *run_pass(struct layout *layout)
{
	struct area_tree *areas = ARENA_NEW(layout->arena, struct area_tree);
	layout->areas = areas;
	areas->structure = area_structure_new(layout->arena, NULL, "Document");
	areas->structure->language = layout->tree->root->style->language;
	areas->info = info_of(layout->tree);
	int number = 1;
	const struct fo_node *next;
	for (const struct fo_node *node = next_sequence(layout->tree->root->first_child); node; node = next) {
		next = next_sequence(node->next);
		number = page_sequence(layout, node, next, number, areas->structure);
	}
	areas->outline = outline_of(layout->arena, layout->tree->root);
	return areas;
}

/* A pass has an arena of its own: one that settles nothing leaves nothing. Says what the pass said, when it is the last one. */
static struct area_tree *try_pass(struct layout *layout, bool is_last, bool *settled)
{
	layout->sink = diag_open_like(layout->document_sink);
	layout->arena = arena_open();
	layout->markers = markers_new();
	struct area_tree *areas = run_pass(layout);
	*settled = refs_settled(layout->refs);
	markers_free(layout->markers);
	if (*settled || is_last) {
		diag_append(layout->document_sink, layout->sink);
		arena_adopt(layout->document_arena, layout->arena);
	} else {
		arena_close(layout->arena);
	}
	diag_close(layout->sink);
	return areas;
}

const struct area_tree *layout_run(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
								   struct arena *arena, struct diag_sink *sink)
{
	unsigned before = diag_count(sink, DIAG_ERROR);
	struct layout layout = {.tree = tree,
							.text = text,
							.images = images,
							.document_arena = arena,
							.document_sink = sink,
							.refs = refs_new(),
							.styles = g_hash_table_new(NULL, NULL),
							.missing = g_hash_table_new(g_str_hash, g_str_equal)};
	struct area_tree *areas = NULL;
	bool settled = false;
	for (int pass = 1; pass <= MAX_PASSES && !settled; pass++)
		areas = try_pass(&layout, pass == MAX_PASSES, &settled);
	if (!settled)
		diag_say(sink, DIAG_LAYOUT_UNSETTLED, tree->root->place);
	refs_free(layout.refs);
	arena_close(layout.scratch);
	g_hash_table_destroy(layout.styles);
	g_hash_table_destroy(layout.missing);
	return diag_count(sink, DIAG_ERROR) > before ? NULL : areas;
}
