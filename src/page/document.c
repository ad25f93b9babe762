/* document: the passes over a document, and what belongs to it as a whole. */
#include "page/page_int.h"

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
	entry->to = (struct area_link){bookmark->style->external_destination, bookmark->style->internal_destination};
	entry->place = bookmark->place;
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

static const struct fo_node *next_sequence(const struct fo_node *node)
{
	while (node && node->kind != FO_PAGE_SEQUENCE)
		node = node->next;
	return node;
}

/* "zh-CN", "zh": the root's, else that of the first page sequence that says one; NULL: none does. */
static const char *main_language(struct arena *arena, const struct fo_node *root)
{
	const char *tag = layout_language(arena, root->style, NULL);
	for (const struct fo_node *node = next_sequence(root->first_child); node && !tag; node = next_sequence(node->next))
		tag = layout_language(arena, node->style, NULL);
	return tag;
}

static struct area_info info_of(const struct fo_tree *tree, const char *language)
{
	const struct fo_info *info = &tree->info;
	return (struct area_info){info->title, info->author, info->subject, info->keywords, info->date,
							  info->kind,  info->number, language,      info->duplex};
}

static struct area_tree *run_pass(struct layout *layout)
{
	struct area_tree *areas = ARENA_NEW(layout->pass_arena, struct area_tree);
	layout->areas = areas;
	areas->structure = area_structure_new(layout->pass_arena, NULL, "Document");
	areas->structure->source = layout->tree->root->style->source_document;
	areas->structure->language = layout_language(layout->pass_arena, layout->tree->root->style, NULL);
	areas->info = info_of(layout->tree, main_language(layout->pass_arena, layout->tree->root));
	int number = 1;
	const struct fo_node *next;
	for (const struct fo_node *node = next_sequence(layout->tree->root->first_child); node; node = next) {
		next = next_sequence(node->next);
		number = page_sequence(layout, node, next, number, areas->structure);
	}
	areas->outline = outline_of(layout->pass_arena, layout->tree->root);
	return areas;
}

/* A pass has arenas of its own: one that settles nothing leaves nothing. Says what the pass said, when it is the last one. */
static struct area_tree *try_pass(struct layout *layout, bool is_last, bool *settled)
{
	layout->sink = diag_open_like(layout->document_sink);
	layout->overruns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	layout->answers = flow_answers_new();
	layout->sources = line_sources_new();
	layout->pass_arena = arena_open();
	layout->markers = layout_markers_new();
	layout_keep_open(layout);
	struct area_tree *areas = run_pass(layout);
	g_hash_table_destroy(layout->sources);
	layout_keep_close(layout);
	bool whole = layout_refs_may_hold(layout->refs); /* else not all pages were given out */
	*settled = layout_refs_settled(layout->refs) && whole;
	layout_markers_free(layout->markers);
	if (*settled || is_last) {
		diag_append(layout->document_sink, layout->sink);
		arena_adopt(layout->document_arena, layout->pass_arena);
	} else {
		layout->pages->again(layout->pages->data);
		arena_close(layout->pass_arena);
	}
	g_hash_table_destroy(layout->overruns);
	g_hash_table_destroy(layout->answers);
	diag_close(layout->sink);
	return areas;
}

const struct area_tree *page_lay_out(const struct fo_tree *tree, const struct layout_copies *copies, struct text_engine *text,
									 struct image_store *images, struct arena *arena, const struct area_sink *pages,
									 struct diag_sink *sink)
{
	unsigned before = diag_count(sink, DIAG_ERROR);
	struct layout layout = {.tree = tree,
							.copies = copies,
							.text = text,
							.images = images,
							.document_arena = arena,
							.document_sink = sink,
							.pages = pages,
							.refs = layout_refs_new(),
							.make_container = flow_make_container,
							.styles = g_hash_table_new(NULL, NULL),
							.indent_bases = g_hash_table_new(g_direct_hash, g_direct_equal),
							.tables = g_hash_table_new(g_direct_hash, g_direct_equal),
							.said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
	struct area_tree *areas = NULL;
	bool settled = false;
	for (int pass = 1; pass <= MAX_PASSES && !settled; pass++)
		areas = try_pass(&layout, pass == MAX_PASSES, &settled);
	if (!settled)
		diag_say(sink, DIAG_LAYOUT_UNSETTLED, tree->root->place);
	else
		layout_refs_say_unplaced(layout.refs, tree, sink);
	layout_refs_free(layout.refs);
	arena_close(layout.scratch);
	g_hash_table_destroy(layout.styles);
	g_hash_table_destroy(layout.indent_bases);
	g_hash_table_destroy(layout.tables);
	g_hash_table_destroy(layout.said);
	return diag_count(sink, DIAG_ERROR) > before ? NULL : areas;
}

/* ---- pages collected ---- */

struct collection {
	struct arena *arena;
	struct area_tree pages;
};

static void collect(void *data, const struct area_page *page)
{
	struct collection *collection = data;
	struct bytes packed = area_pack(page);
	area_tree_append(&collection->pages, area_unpack(packed, collection->arena));
	g_free(packed.data);
}

static void collect_again(void *data)
{
	struct collection *collection = data;
	arena_close(collection->arena);
	*collection = (struct collection){.arena = arena_open()};
}

const struct area_tree *page_lay_out_tree(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
										  struct arena *arena, struct diag_sink *sink)
{
	struct collection collection = {.arena = arena_open()};
	struct area_sink pages = {&collection, collect, collect_again};
	const struct area_tree *areas = page_lay_out(tree, NULL, text, images, arena, &pages, sink);
	arena_adopt(arena, collection.arena);
	if (!areas)
		return NULL;
	struct area_tree *whole = ARENA_NEW(arena, struct area_tree);
	*whole = *areas;
	whole->first_page = collection.pages.first_page;
	whole->last_page = collection.pages.last_page;
	return whole;
}
