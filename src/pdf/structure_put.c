/* Writes the structure tree: elements with their properties and attributes (ISO 32000-1, 14.8.5), the tree of parents, identifiers, the
 * map of roles. */
#include <string.h>

#include "pdf/structure_int.h"

/* ---- numbers ---- */

static void set_parents(struct tree *tree, struct element *element)
{
	element->number = pdf_file_reserve(&tree->output->file);
	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = &g_array_index(element->kids, struct kid, k);

		if (kid->kind == KID_ELEMENT)
			set_parents(tree, kid->element);
		else if (kid->kind == KID_CONTENT)
			tree->pages[kid->page][kid->number] = element;
		else
			tree->links[kid->page][kid->number] = element;
	}
}

/* Numbers every element, and finds each content's and each link's. */
static void number_elements(struct tree *tree)
{
	const struct pdf_copy *copy = tree->output->copy;

	tree->pages = ARENA_ARRAY(tree->arena, struct element **, copy->page_count);
	tree->links = ARENA_ARRAY(tree->arena, struct element **, copy->page_count);
	for (unsigned i = 0; i < copy->page_count; i++) {
		tree->pages[i] = ARENA_ARRAY(tree->arena, struct element *, copy->pages[i].sheet->mcid_count);
		tree->links[i] = ARENA_ARRAY(tree->arena, struct element *, copy->pages[i].link_count);
	}
	set_parents(tree, tree->order->pdata[0]);
}

/* ---- kids ---- */

static void put_page(GString *out, const struct tree *tree, unsigned page)
{
	pdf_put(out, "/Pg ");
	pdf_put_reference(out, tree->output->pages[page]);
}

static void put_kid(GString *out, const struct tree *tree, const struct kid *kid, unsigned page)
{
	if (kid->kind == KID_ELEMENT) {
		pdf_put_reference(out, kid->element->number);
	} else if (kid->kind == KID_LINK) {
		pdf_put(out, "<</Type/OBJR/Obj ");
		pdf_put_reference(out, tree->output->links[kid->page][kid->number]);
		put_page(out, tree, kid->page);
		pdf_put(out, ">>");
	} else if (kid->page == page) {
		pdf_put_number(out, kid->number);
	} else {
		pdf_put(out, "<</Type/MCR/MCID ");
		pdf_put_number(out, kid->number);
		put_page(out, tree, kid->page);
		pdf_put(out, ">>");
	}
}

static void put_kids(GString *out, const struct tree *tree, const struct element *element)
{
	unsigned page = 0;
	bool found = false;

	for (guint k = 0; k < element->kids->len && !found; k++) {
		const struct kid *kid = &g_array_index(element->kids, struct kid, k);

		found = kid->kind == KID_CONTENT;
		page = kid->page;
	}
	if (found)
		put_page(out, tree, page);
	pdf_put(out, "/K[");
	for (guint k = 0; k < element->kids->len; k++) {
		if (k)
			pdf_put(out, " ");
		put_kid(out, tree, &g_array_index(element->kids, struct kid, k), found ? page : UINT32_MAX);
	}
	pdf_put(out, "]");
}

/* ---- attributes: what a list, a picture, a table's cell say of themselves, and where content comes from ---- */

static void put_list(GString *out, const struct area_structure *tag)
{
	pdf_put(out, "<</O/List/ListNumbering");
	pdf_put_name(out, tag->numbering ? tag->numbering : "None");
	pdf_put(out, ">>");
}

static void put_box(GString *out, const struct pdf_figure *figure, len height)
{
	const len sides[] = {figure->left, height - figure->bottom, figure->right, height - figure->top};

	pdf_put(out, "<</O/Layout/BBox[");
	for (int i = 0; i < 4; i++) {
		pdf_put(out, i ? " " : "");
		pdf_put_length(out, sides[i]);
	}
	pdf_put(out, "]>>");
}

static void put_identifier(GString *out, const struct element *element)
{
	pdf_put(out, "(e");
	pdf_put_number(out, element->number);
	pdf_put(out, ")");
}

static void put_span(GString *out, const char *name, int span)
{
	if (span <= 1)
		return;
	pdf_put(out, name);
	pdf_put_number(out, span);
}

static void put_cell(GString *out, const struct element *element)
{
	const struct area_structure *tag = element->tag;

	if (!element->scope && !element->head_count && tag->column_span <= 1 && element->rows <= 1)
		return;
	pdf_put(out, "<</O/Table");
	if (element->scope) {
		pdf_put(out, "/Scope");
		pdf_put_name(out, element->scope);
	}
	put_span(out, "/ColSpan ", tag->column_span);
	put_span(out, "/RowSpan ", element->rows);
	pdf_put(out, element->head_count ? "/Headers[" : "");
	for (unsigned i = 0; i < element->head_count; i++)
		put_identifier(out, element->heads[i]);
	pdf_put(out, element->head_count ? "]>>" : ">>");
}

/* XSL 7.5.1: the addresses, as they are written (14.7.5.4). */
static void put_source(GString *out, const char *source)
{
	pdf_put(out, "<</O/UserProperties/P[<</N(source-document)/V");
	pdf_put_string(out, source);
	pdf_put(out, ">>]>>");
}

/* Of its kind. */
static void put_own_attributes(GString *out, const struct tree *tree, const struct element *element)
{
	if (structure_is(element, "L"))
		put_list(out, element->tag);
	else if (element->figure.tag && structure_is(element, "Figure"))
		put_box(out, &element->figure, tree->output->copy->pages[element->figure_page].height);
	else if (structure_is(element, "TH") || structure_is(element, "TD"))
		put_cell(out, element);
}

/* One dictionary, or an array of two. */
static void put_attributes(GString *out, const struct tree *tree, const struct element *element)
{
	const char *source = element->tag->source;
	size_t start = out->len;

	put_own_attributes(out, tree, element);
	if (source) {
		if (out->len > start) {
			g_string_insert(out, (gssize)start, "[");
			put_source(out, source);
			pdf_put(out, "]");
		} else {
			put_source(out, source);
		}
		tree->output->has_user_properties = true;
	}
	if (out->len > start)
		g_string_insert(out, (gssize)start, "/A");
}

/* ---- elements ---- */

static void put_properties(GString *out, const struct tree *tree, const struct element *element)
{
	const struct area_structure *tag = element->tag;

	if (element->made)
		return;
	if (tag->language) {
		pdf_put(out, "/Lang");
		pdf_put_string(out, tag->language);
	}
	if (tag->alt) {
		pdf_put(out, "/Alt");
		pdf_put_string(out, tag->alt);
	}
	if (element->has_id) {
		pdf_put(out, "/ID");
		put_identifier(out, element);
	}
	put_attributes(out, tree, element);
}

static void put_element(struct tree *tree, const struct element *element)
{
	GString *out = tree->output->file.text;

	pdf_put(out, "<</S");
	pdf_put_name(out, element->name);
	pdf_put(out, "/P ");
	pdf_put_reference(out, element->parent ? element->parent->number : tree->root);
	put_properties(out, tree, element);
	put_kids(out, tree, element);
	pdf_put(out, ">>");
	pdf_file_put(&tree->output->file, element->number);
}

/* ---- the root ---- */

/* By key: a page's content, then each annotation (14.7.4.4). Gives the next key. */
static unsigned put_keys(GString *out, const struct tree *tree)
{
	const struct pdf_copy *copy = tree->output->copy;
	unsigned key = 0;

	for (; key < copy->page_count; key++) {
		pdf_put_number(out, key);
		pdf_put(out, "[");
		for (unsigned i = 0; i < copy->pages[key].sheet->mcid_count; i++) {
			pdf_put(out, i ? " " : "");
			pdf_put_reference(out, tree->pages[key][i]->number);
		}
		pdf_put(out, "]\n");
	}
	for (unsigned page = 0; page < copy->page_count; page++)
		for (unsigned i = 0; i < copy->pages[page].link_count; i++) {
			if (!tree->links[page][i])
				continue;
			pdf_put_number(out, key++);
			pdf_put(out, " ");
			pdf_put_reference(out, tree->links[page][i]->number);
			pdf_put(out, "\n");
		}
	return key;
}

/* Roles that are not the standard's stand for divisions. */
static void put_role_map(GString *out, struct tree *tree)
{
	GList *names = g_list_sort(g_hash_table_get_keys(tree->unknown), (GCompareFunc)strcmp);

	if (names)
		pdf_put(out, "/RoleMap<<");
	for (GList *name = names; name; name = name->next) {
		pdf_put_name(out, name->data);
		pdf_put(out, "/Div");
	}
	if (names)
		pdf_put(out, ">>");
	g_list_free(names);
}

/* As put_identifier() writes it: in the order of bytes. */
static int by_identifier(gconstpointer a, gconstpointer b)
{
	char names[2][16];

	g_snprintf(names[0], sizeof names[0], "%u", (*(const struct element *const *)a)->number);
	g_snprintf(names[1], sizeof names[1], "%u", (*(const struct element *const *)b)->number);
	return strcmp(names[0], names[1]);
}

static void put_identifiers(GString *out, struct tree *tree)
{
	GPtrArray *named = g_ptr_array_new();

	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];

		if (element->number && element->has_id)
			g_ptr_array_add(named, element);
	}
	g_ptr_array_sort(named, by_identifier);
	pdf_put(out, named->len ? "/IDTree<</Names[" : "");
	for (guint i = 0; i < named->len; i++) {
		put_identifier(out, named->pdata[i]);
		pdf_put_reference(out, ((const struct element *)named->pdata[i])->number);
	}
	pdf_put(out, named->len ? "]>>" : "");
	g_ptr_array_free(named, TRUE);
}

void structure_put(struct tree *tree)
{
	struct pdf_file *file = &tree->output->file;
	unsigned parents, next;

	number_elements(tree);
	for (guint i = 0; i < tree->order->len; i++) {
		const struct element *element = tree->order->pdata[i];

		if (element->number)
			put_element(tree, element);
	}
	parents = pdf_file_reserve(file);
	pdf_put(file->text, "<</Nums[");
	next = put_keys(file->text, tree);
	pdf_put(file->text, "]>>");
	pdf_file_put(file, parents);
	pdf_put(file->text, "<</Type/StructTreeRoot/K ");
	pdf_put_reference(file->text, ((const struct element *)tree->order->pdata[0])->number);
	pdf_put(file->text, "/ParentTree ");
	pdf_put_reference(file->text, parents);
	pdf_put(file->text, "/ParentTreeNextKey ");
	pdf_put_number(file->text, next);
	put_role_map(file->text, tree);
	put_identifiers(file->text, tree);
	pdf_put(file->text, ">>");
	pdf_file_put(file, tree->root);
}
