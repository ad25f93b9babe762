/* marker: fo:marker and fo:retrieve-marker (XSL 1.1, 6.13). While a page's flow is placed, every area of an object with markers is noted, in
 * order; the static content of that page then asks for the best of them. */
#include <string.h>

#include "layout/layout_int.h"

/* An area of the object that a marker belongs to, on the present page. */
struct mark {
	const struct fo_node *marker;
	bool starts, ends; /* it is the first, the last of the object's areas */
};

struct markers {
	GArray *page;                    /* struct mark, in order of areas */
	GHashTable *sequence, *document; /* class name → the last marker of the pages before */
	GHashTable *made;                /* "marker retrieve-marker" → the content there */
};

struct markers *markers_new(void)
{
	struct markers *markers = g_new0(struct markers, 1);
	markers->page = g_array_new(FALSE, FALSE, sizeof(struct mark));
	markers->sequence = g_hash_table_new(g_str_hash, g_str_equal);
	markers->document = g_hash_table_new(g_str_hash, g_str_equal);
	markers->made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return markers;
}

void markers_free(struct markers *markers)
{
	g_array_free(markers->page, TRUE);
	g_hash_table_destroy(markers->sequence);
	g_hash_table_destroy(markers->document);
	g_hash_table_destroy(markers->made);
	g_free(markers);
}

void markers_begin_sequence(struct markers *markers)
{
	g_hash_table_remove_all(markers->sequence);
}

/* ---- noting ---- */

void markers_note(struct markers *markers, const struct fo_node *node, bool starts)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		struct mark mark = {child, starts, false};
		if (child->kind == FO_MARKER && child->style->marker_class_name)
			g_array_append_val(markers->page, mark);
		else if (child->kind != FO_TEXT) /* markers come first (6.13.5) */
			break;
	}
}

void markers_end(struct markers *markers, const struct fo_node *node)
{
	if (!node->first_child || node->first_child->kind != FO_MARKER)
		return;
	for (guint i = markers->page->len; i > 0; i--) {
		struct mark *mark = &g_array_index(markers->page, struct mark, i - 1);
		if (mark->marker->parent == node)
			mark->ends = true;
	}
}

void markers_end_page(struct markers *markers)
{
	for (guint i = 0; i < markers->page->len; i++) {
		const struct fo_node *marker = g_array_index(markers->page, struct mark, i).marker;
		gpointer class_name = (gpointer)(uintptr_t)marker->style->marker_class_name, value = (gpointer)(uintptr_t)marker;
		g_hash_table_insert(markers->sequence, class_name, value);
		g_hash_table_insert(markers->document, class_name, value);
	}
	g_array_set_size(markers->page, 0);
}

/* ---- retrieving ---- */

static bool is_wanted(const struct mark *mark, enum fo_keyword position)
{
	switch (position) {
	case FO_KW_FIRST_STARTING_WITHIN_PAGE:
	case FO_KW_LAST_STARTING_WITHIN_PAGE:
		return mark->starts;
	case FO_KW_LAST_ENDING_WITHIN_PAGE:
		return mark->ends;
	default:
		return true;
	}
}

/* Of this page's: the first or last that is wanted; when there is none, the first or last that stands on the page (6.13.6). */
static const struct fo_node *of_page(const struct markers *markers, const struct fo_style *style)
{
	enum fo_keyword position = style->retrieve_position;
	bool first = position == FO_KW_FIRST_STARTING_WITHIN_PAGE || position == FO_KW_FIRST_INCLUDING_CARRYOVER;
	const struct fo_node *wanted = NULL, *any = NULL;
	for (guint i = 0; i < markers->page->len; i++) {
		const struct mark *mark = &g_array_index(markers->page, struct mark, i);
		if (strcmp(mark->marker->style->marker_class_name, style->retrieve_class_name) != 0)
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
	const struct fo_node *found = of_page(markers, style);
	if (!found && style->retrieve_boundary != FO_KW_PAGE)
		found = g_hash_table_lookup(markers->sequence, style->retrieve_class_name);
	if (!found && style->retrieve_boundary == FO_KW_DOCUMENT)
		found = g_hash_table_lookup(markers->document, style->retrieve_class_name);
	return found;
}

const struct fo_node *layout_retrieve(struct layout *layout, const struct fo_node *retrieve)
{
	struct markers *markers = layout->markers;
	const struct fo_node *marker = retrieve->style->retrieve_class_name ? find(markers, retrieve->style) : NULL;
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
