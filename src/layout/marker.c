/* marker: fo:marker, fo:retrieve-marker and fo:retrieve-table-marker (XSL 1.1, 6.13). While a page's flow is placed, every area of an object
 * with markers is noted, in order; the static content of that page then asks for the best of them. */
#include <string.h>

#include "layout/layout.h"

/* An area of the object that a marker belongs to, on the present page. */
struct mark {
	const struct fo_node *marker;
	bool starts, ends; /* it is the first, the last of the object's areas */
	guint before;      /* the object's mark before it on the page, counted from 1; 0: none */
};

struct markers {
	GArray *page;                    /* struct mark, in order of areas */
	GHashTable *objects;             /* object → its last mark on the page, counted from 1 */
	GHashTable *sequence, *document; /* class name → the last marker of the pages before */
	GHashTable *made;                /* "marker retrieve-marker" → the content there */
};

struct markers *layout_markers_new(void)
{
	struct markers *markers = g_new0(struct markers, 1);
	markers->page = g_array_new(FALSE, FALSE, sizeof(struct mark));
	markers->objects = g_hash_table_new(NULL, NULL);
	markers->sequence = g_hash_table_new(g_str_hash, g_str_equal);
	markers->document = g_hash_table_new(g_str_hash, g_str_equal);
	markers->made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return markers;
}

void layout_markers_free(struct markers *markers)
{
	g_array_free(markers->page, TRUE);
	g_hash_table_destroy(markers->objects);
	g_hash_table_destroy(markers->sequence);
	g_hash_table_destroy(markers->document);
	g_hash_table_destroy(markers->made);
	g_free(markers);
}

void layout_markers_begin_sequence(struct markers *markers)
{
	g_hash_table_remove_all(markers->sequence);
}

/* ---- noting ---- */

bool layout_markers_has(const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && child->kind == FO_TEXT) /* white space, where a file is indented */
		child = child->next;
	return child && child->kind == FO_MARKER;
}

void layout_markers_note(struct markers *markers, const struct fo_node *node, bool starts)
{
	gpointer object = (gpointer)(uintptr_t)node;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		struct mark mark = {.marker = child, .starts = starts};
		if (child->kind == FO_MARKER && child->style->marker_class_name) {
			mark.before = GPOINTER_TO_UINT(g_hash_table_lookup(markers->objects, object));
			g_array_append_val(markers->page, mark);
			g_hash_table_insert(markers->objects, object, GUINT_TO_POINTER(markers->page->len));
		} else if (child->kind != FO_TEXT) /* markers come first (6.13.5) */
			break;
	}
}

void layout_markers_end(struct markers *markers, const struct fo_node *node)
{
	guint i = GPOINTER_TO_UINT(g_hash_table_lookup(markers->objects, node));
	while (i) {
		struct mark *mark = &g_array_index(markers->page, struct mark, i - 1);
		mark->ends = true;
		i = mark->before;
	}
}

unsigned layout_markers_count(const struct markers *markers)
{
	return markers->page->len;
}

void layout_markers_end_page(struct markers *markers)
{
	for (guint i = 0; i < markers->page->len; i++) {
		const struct fo_node *marker = g_array_index(markers->page, struct mark, i).marker;
		gpointer class_name = (gpointer)(uintptr_t)marker->style->marker_class_name, value = (gpointer)(uintptr_t)marker;
		g_hash_table_insert(markers->sequence, class_name, value);
		g_hash_table_insert(markers->document, class_name, value);
	}
	g_array_set_size(markers->page, 0);
	g_hash_table_remove_all(markers->objects);
}

/* ---- retrieving ---- */

static bool is_wanted(const struct mark *mark, enum fo_keyword position)
{
	switch (position) {
	case FO_KW_FIRST_STARTING_WITHIN_PAGE:
	case FO_KW_LAST_STARTING_WITHIN_PAGE:
	case FO_KW_FIRST_STARTING:
	case FO_KW_LAST_STARTING:
		return mark->starts;
	case FO_KW_LAST_ENDING_WITHIN_PAGE:
	case FO_KW_LAST_ENDING:
		return mark->ends;
	default:
		return true;
	}
}

/* What is looked for, and where: the areas of the page from `from` up to `end`. */
struct search {
	const char *class_name;
	enum fo_keyword position;
	guint from, end;
	const struct fo_node *table; /* only what stands in its bodies; NULL: all */
};

static bool is_in_body(const struct fo_node *node, const struct fo_node *table)
{
	while (node->parent && node->parent != table)
		node = node->parent;
	return node->parent && node->kind == FO_TABLE_BODY;
}

static bool is_met(const struct search *search, const struct fo_node *marker)
{
	return strcmp(marker->style->marker_class_name, search->class_name) == 0 &&
		   (!search->table || is_in_body(marker, search->table));
}

/* The first or last that is wanted; when there is none, the first or last that stands there at all (6.13.6). */
static const struct fo_node *of_page(const struct markers *markers, const struct search *search)
{
	enum fo_keyword position = search->position;
	bool first = position == FO_KW_FIRST_STARTING_WITHIN_PAGE || position == FO_KW_FIRST_STARTING ||
				 position == FO_KW_FIRST_INCLUDING_CARRYOVER;
	const struct fo_node *wanted = NULL, *any = NULL;
	for (guint i = search->from; i < search->end; i++) {
		const struct mark *mark = &g_array_index(markers->page, struct mark, i);
		if (!is_met(search, mark->marker))
			continue;
		if (!any || !first)
			any = mark->marker;
		if (is_wanted(mark, position) && (!wanted || !first))
			wanted = mark->marker;
	}
	return wanted ? wanted : any;
}

static const struct fo_node *find(const struct markers *markers, const struct fo_style *style)
{
	const struct search page = {
		.class_name = style->retrieve_class_name, .position = style->retrieve_position, .end = markers->page->len};
	const struct fo_node *found = of_page(markers, &page);
	if (!found && style->retrieve_boundary != FO_KW_PAGE)
		found = g_hash_table_lookup(markers->sequence, style->retrieve_class_name);
	if (!found && style->retrieve_boundary == FO_KW_DOCUMENT)
		found = g_hash_table_lookup(markers->document, style->retrieve_class_name);
	return found;
}

/* In the fragment; then in those before it, of which the last counts: on this page, and (they stand nowhere else than in the table) on pages
 * before. */
static const struct fo_node *find_in_table(const struct layout *layout, const struct fo_style *style)
{
	const struct table_marks *marks = layout->table_marks;
	const struct markers *markers = layout->markers;
	enum fo_keyword boundary = style->retrieve_boundary_within_table;
	if (!marks)
		return NULL;
	struct search search = {.class_name = style->retrieve_class_name,
							.position = style->retrieve_position_within_table,
							.from = marks->from,
							.end = markers->page->len,
							.table = marks->table};
	if (marks->marker)
		return is_met(&search, marks->marker) ? marks->marker : NULL;
	const struct fo_node *found = of_page(markers, &search);
	if (!found && boundary != FO_KW_TABLE_FRAGMENT) {
		search.position = FO_KW_LAST_ENDING;
		search.from = 0;
		found = of_page(markers, &search);
	}
	if (!found && boundary == FO_KW_TABLE) {
		const struct fo_node *last = g_hash_table_lookup(markers->sequence, style->retrieve_class_name);
		found = last && is_met(&search, last) ? last : NULL;
	}
	return found;
}

const struct fo_node *layout_retrieve(struct layout *layout, const struct fo_node *retrieve)
{
	struct markers *markers = layout->markers;
	bool named = retrieve->style->retrieve_class_name != NULL, in_table = retrieve->kind == FO_RETRIEVE_TABLE_MARKER;
	const struct fo_node *marker = !named     ? NULL
								   : in_table ? find_in_table(layout, retrieve->style)
											  : find(markers, retrieve->style);
	if (!marker)
		return NULL;
	char *key = g_strdup_printf("%p %p", (const void *)marker, (const void *)retrieve);
	const struct fo_node *content = g_hash_table_lookup(markers->made, key);
	if (content) {
		g_free(key);
		return content;
	}
	content = fo_retrieve(layout->tree, marker, retrieve, layout->document_arena);
	g_hash_table_insert(markers->made, key, (gpointer)(uintptr_t)content);
	return content;
}
