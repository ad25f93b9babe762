/* The structure tree (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, 7.1 … 7.9): the elements of the area tree, with the marked content that
 * content.c found for each and the links' annotations, in the order in which the pages draw them. */
#include <string.h>

#include "pdf/structure_int.h"

/* ---- roles ---- */

static const struct role roles[] = {
#define ROLE(name, kind, level, parents, children, otherwise) {name, ROLE_##kind, ROLE_##level, parents, children, otherwise},
#include "pdf/roles.def"
#undef ROLE
};

/* Names → rows. */
static GHashTable *index_roles(void)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		g_hash_table_insert(table, (gpointer)(uintptr_t)roles[i].name, (gpointer)(uintptr_t)&roles[i]);
	return table;
}

static const char *shorten(struct arena *arena, const char *name)
{
	const char *end = limit_name_end(name);

	return *end ? arena_copy(arena, name, (size_t)(end - name)) : name;
}

void structure_set_role(const struct tree *tree, struct element *element, const char *name)
{
	element->role = g_hash_table_lookup(tree->roles, name);
	element->name = name;
	if (element->role)
		return;
	element->name = name = shorten(tree->arena, name);
	g_hash_table_add(tree->unknown, (gpointer)(uintptr_t)name);
	element->role = g_hash_table_lookup(tree->roles, "Div");
}

bool structure_is(const struct element *element, const char *name)
{
	return g_str_equal(element->role->name, name);
}

/* ---- elements ---- */

static struct element *new_element(struct tree *tree, const struct area_structure *tag, struct element *parent, const char *role)
{
	struct element *element = ARENA_NEW(tree->arena, struct element);

	*element = (struct element){.tag = tag, .parent = parent, .kids = g_array_new(FALSE, FALSE, sizeof(struct kid))};
	structure_set_role(tree, element, role);
	g_ptr_array_add(tree->order, element);
	return element;
}

struct element *structure_make(struct tree *tree, struct element *parent, const char *role, GArray *kids)
{
	struct kid kid = {KID_ELEMENT, new_element(tree, parent->tag, parent, role), 0, 0};

	kid.element->made = kid.element->placed = true;
	g_array_append_val(kids, kid);
	return kid.element;
}

static void add_elements(struct tree *tree, const struct area_structure *tag, struct element *parent)
{
	for (; tag; tag = tag->next) {
		struct element *element = new_element(tree, tag, parent, tag->role);

		g_hash_table_insert(tree->elements, (gpointer)(uintptr_t)tag, element);
		add_elements(tree, tag->first_child, element);
	}
}

/* Its parents have it among their children from now on. */
static void place(struct element *element)
{
	struct kid kid = {KID_ELEMENT, element, 0, 0};

	if (element->placed || !element->parent)
		return;
	element->placed = true;
	place(element->parent);
	g_array_append_val(element->parent->kids, kid);
}

/* The element that takes a leaf's content: content straight in a group stands in a paragraph of its own. */
static struct element *content_element(struct tree *tree, const struct area_structure *tag)
{
	struct element *element = g_hash_table_lookup(tree->elements, tag);
	const struct kid *last;

	if (!element)
		element = tree->order->pdata[0];
	if (element->role->kind != ROLE_GROUP && element->role->kind != ROLE_FRAME)
		return element;
	last = element->kids->len ? &g_array_index(element->kids, struct kid, element->kids->len - 1) : NULL;
	if (last && last->kind == KID_ELEMENT && last->element->made)
		return last->element;
	place(element);
	return structure_make(tree, element, "P", element->kids);
}

static void add_kid(struct element *element, struct kid kid)
{
	for (struct element *around = element; around && !around->has_content; around = around->parent)
		around->has_content = true;
	place(element);
	g_array_append_val(element->kids, kid);
}

/* ---- content ---- */

static void add_content(struct tree *tree, unsigned index)
{
	const struct pdf_page *page = &tree->output->copy->pages[index];
	const struct pdf_sheet *sheet = page->sheet;

	for (unsigned mcid = 0; mcid < sheet->mcid_count; mcid++)
		add_kid(content_element(tree, page->leaves[sheet->leaves[mcid]].tag), (struct kid){KID_CONTENT, NULL, index, mcid});
}

/* Where a figure lies on the first page that has of it. */
static void add_figures(struct tree *tree, unsigned index)
{
	const struct pdf_page *page = &tree->output->copy->pages[index];

	for (unsigned i = 0; i < page->figure_count; i++) {
		const struct pdf_figure *part = &page->figures[i];
		struct element *element = g_hash_table_lookup(tree->elements, part->tag);

		if (!element || (element->figure.tag && element->figure_page != index))
			continue;
		if (!element->figure.tag)
			element->figure = *part;
		element->figure_page = index;
		element->figure.left = MIN(element->figure.left, part->left);
		element->figure.top = MIN(element->figure.top, part->top);
		element->figure.right = MAX(element->figure.right, part->right);
		element->figure.bottom = MAX(element->figure.bottom, part->bottom);
	}
}

static void add_links(struct tree *tree, unsigned index)
{
	const struct pdf_page *page = &tree->output->copy->pages[index];

	for (unsigned i = 0; i < page->link_count; i++) {
		struct element *element;

		if (!tree->output->links[index][i])
			continue;
		element = content_element(tree, page->links[i].tag);
		if (!structure_is(element, "Link")) { /* of another role, or in furniture (PDF/UA-1, 7.18.5) */
			element->is_link = element->tag == page->links[i].tag && !*element->role->children;
			place(element);
			element = structure_make(tree, element, "Link", element->kids);
		}
		add_kid(element, (struct kid){KID_LINK, NULL, index, i});
	}
}

/* For the outline. */
static void note_headings(struct tree *tree)
{
	struct pdf_output *output = tree->output;

	output->headings = ARENA_ARRAY(tree->arena, struct pdf_level, tree->order->len + 1);
	for (guint i = 0; i < tree->order->len; i++) {
		const struct element *element = tree->order->pdata[i];
		const char *role = element->role->name;

		if (element->number && !element->made && role[0] == 'H' && role[1])
			output->headings[output->heading_count++] = (struct pdf_level){element->tag, (unsigned)(role[1] - '0')};
	}
}

static void close_tree(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++)
		g_array_free(((struct element *)tree->order->pdata[i])->kids, TRUE);
	g_ptr_array_free(tree->order, TRUE);
	g_hash_table_destroy(tree->roles);
	g_hash_table_destroy(tree->elements);
	g_hash_table_destroy(tree->unknown);
}

unsigned pdf_structure(struct pdf_output *output)
{
	struct tree tree = {.output = output,
						.arena = output->writer->arena,
						.roles = index_roles(),
						.elements = g_hash_table_new(g_direct_hash, g_direct_equal),
						.unknown = g_hash_table_new(g_str_hash, g_str_equal),
						.order = g_ptr_array_new(),
						.root = pdf_file_reserve(&output->file)};
	static const struct area_structure empty = {.role = "Document"};
	const struct area_structure *root = output->copy->order->tree->structure;

	add_elements(&tree, root ? root : &empty, NULL);
	for (unsigned page = 0; page < output->copy->page_count; page++) {
		add_content(&tree, page);
		add_figures(&tree, page);
		add_links(&tree, page);
	}
	structure_shape(&tree);
	structure_cells(&tree);
	structure_put(&tree);
	structure_say(&tree);
	note_headings(&tree);
	close_tree(&tree);
	return tree.root;
}
