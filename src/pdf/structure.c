/* The structure tree (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, 7.1 … 7.9): the elements of the area tree, with the marked content that
 * content.c found for each and the links' annotations. Order: where an element holds content of its own, its children stand in
 * the order of the content; else in the order of the document. Elements without content are left out, but for cells and list parts,
 * which keep their table or list in shape. */
#include <string.h>

#include "pdf/pdf_int.h"

/* ---- roles ---- */

enum role_kind { ROLE_PLAIN, ROLE_KEPT /* also when empty */, ROLE_GROUP /* holds no content of its own */ };

static const struct role {
	const char *name;
	enum role_kind kind;
} roles[] = {
	{"Document", ROLE_GROUP}, {"Part", ROLE_GROUP},       {"Art", ROLE_GROUP},       {"Sect", ROLE_GROUP},
	{"Div", ROLE_PLAIN},      {"BlockQuote", ROLE_PLAIN}, {"Caption", ROLE_PLAIN},   {"TOC", ROLE_GROUP},
	{"TOCI", ROLE_PLAIN},     {"Index", ROLE_GROUP},      {"NonStruct", ROLE_PLAIN}, {"Private", ROLE_PLAIN},
	{"P", ROLE_PLAIN},        {"H", ROLE_PLAIN},          {"H1", ROLE_PLAIN},        {"H2", ROLE_PLAIN},
	{"H3", ROLE_PLAIN},       {"H4", ROLE_PLAIN},         {"H5", ROLE_PLAIN},        {"H6", ROLE_PLAIN},
	{"L", ROLE_GROUP},        {"LI", ROLE_GROUP},         {"Lbl", ROLE_KEPT},        {"LBody", ROLE_KEPT},
	{"Table", ROLE_GROUP},    {"TR", ROLE_GROUP},         {"TH", ROLE_KEPT},         {"TD", ROLE_KEPT},
	{"THead", ROLE_GROUP},    {"TBody", ROLE_GROUP},      {"TFoot", ROLE_GROUP},     {"Span", ROLE_PLAIN},
	{"Quote", ROLE_PLAIN},    {"Note", ROLE_PLAIN},       {"Reference", ROLE_PLAIN}, {"BibEntry", ROLE_PLAIN},
	{"Code", ROLE_PLAIN},     {"Link", ROLE_PLAIN},       {"Annot", ROLE_PLAIN},     {"Ruby", ROLE_PLAIN},
	{"RB", ROLE_PLAIN},       {"RT", ROLE_PLAIN},         {"RP", ROLE_PLAIN},        {"Warichu", ROLE_PLAIN},
	{"WT", ROLE_PLAIN},       {"WP", ROLE_PLAIN},         {"Figure", ROLE_PLAIN},    {"Formula", ROLE_PLAIN},
	{"Form", ROLE_PLAIN},
};

/* Names → rows. */
static GHashTable *index_roles(void)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		g_hash_table_insert(table, (gpointer)(uintptr_t)roles[i].name, (gpointer)(uintptr_t)&roles[i]);
	return table;
}

/* ---- elements ---- */

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_LINK };

struct kid {
	enum kid_kind kind;
	struct element *element; /* KID_ELEMENT */
	unsigned page, number;   /* MCID, or which link of the page */
};

struct element {
	const struct area_structure *tag;
	const char *role; /* the tag's, but P when made by us, and headings as level_headings() says */
	struct element *parent;
	unsigned number; /* object; 0: left out */
	GArray *kids;    /* struct kid */
	bool has_content, placed;
	bool made;                       /* by us: a P for content that stands in a group */
	const struct pdf_figure *figure; /* where it lies, on which page; NULL: no picture */
	unsigned figure_page;
	enum role_kind kind;
};

struct tree {
	struct pdf_output *output;
	GHashTable *roles;    /* name → struct role */
	GHashTable *elements; /* struct area_structure → struct element */
	GPtrArray *order;     /* every element, parents first */
	GHashTable *unknown;  /* roles that the standard does not have */
	GArray **pages;       /* by page: the element of each MCID */
	GPtrArray *links;     /* the element of each annotation, in order */
	unsigned root;
};

static struct element *new_element(struct tree *tree, const struct area_structure *tag, struct element *parent)
{
	struct element *element = ARENA_NEW(tree->output->writer->arena, struct element);

	*element = (struct element){
		.tag = tag, .role = tag->role, .parent = parent, .kids = g_array_new(FALSE, FALSE, sizeof(struct kid))};
	g_ptr_array_add(tree->order, element);
	return element;
}

static void add_elements(struct tree *tree, const struct area_structure *tag, struct element *parent)
{
	for (; tag; tag = tag->next) {
		struct element *element = new_element(tree, tag, parent);

		const struct role *role = g_hash_table_lookup(tree->roles, tag->role);

		g_hash_table_insert(tree->elements, (gpointer)(uintptr_t)tag, element);
		if (role)
			element->kind = role->kind;
		else
			g_hash_table_add(tree->unknown, (gpointer)(uintptr_t)tag->role);
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

static void note_content(struct element *element)
{
	for (; element && !element->has_content; element = element->parent)
		element->has_content = true;
}

/* The element that takes a leaf's content: content straight in a group stands in a paragraph of its own. */
static struct element *content_element(struct tree *tree, const struct area_structure *tag)
{
	struct element *element = g_hash_table_lookup(tree->elements, tag), *paragraph;
	const struct kid *last;

	if (!element)
		element = tree->order->pdata[0];
	if (element->kind != ROLE_GROUP)
		return element;
	last = element->kids->len ? &g_array_index(element->kids, struct kid, element->kids->len - 1) : NULL;
	if (last && last->kind == KID_ELEMENT && last->element->made)
		return last->element;
	paragraph = new_element(tree, element->tag, element);
	paragraph->made = true;
	paragraph->role = "P";
	place(paragraph);
	return paragraph;
}

static void add_kid(struct element *element, struct kid kid)
{
	note_content(element);
	place(element);
	g_array_append_val(element->kids, kid);
}

/* ---- content ---- */

static void add_page_content(struct tree *tree, unsigned index)
{
	const struct pdf_page *page = &tree->output->copy->pages[index];
	const struct pdf_sheet *sheet = page->sheet;

	tree->pages[index] = g_array_new(FALSE, FALSE, sizeof(struct element *));
	for (unsigned mcid = 0; mcid < sheet->mcid_count; mcid++) {
		struct element *element = content_element(tree, page->leaves[sheet->leaves[mcid]].tag);

		add_kid(element, (struct kid){KID_CONTENT, NULL, index, mcid});
		g_array_append_val(tree->pages[index], element);
	}
	for (unsigned i = 0; i < page->figure_count; i++) {
		struct element *element = g_hash_table_lookup(tree->elements, page->figures[i].tag);

		if (element && !element->figure) {
			element->figure = &page->figures[i];
			element->figure_page = index;
		}
	}
	for (unsigned i = 0; i < page->link_count; i++)
		if (tree->output->links[index][i]) {
			struct element *element = content_element(tree, page->links[i].tag);

			add_kid(element, (struct kid){KID_LINK, NULL, index, i});
			g_ptr_array_add(tree->links, element);
		}
}

/* Children whose parents hold no content of their own take the document's order; those with none are kept where they give shape. */
static void settle_order(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];
		bool own = false;

		for (guint k = 0; k < element->kids->len; k++) {
			const struct kid *kid = &g_array_index(element->kids, struct kid, k);

			own = own || kid->kind != KID_ELEMENT || kid->element->made;
		}
		if (own || element->made)
			continue;
		g_array_set_size(element->kids, 0);
		for (const struct area_structure *tag = element->tag->first_child; tag; tag = tag->next) {
			struct kid kid = {KID_ELEMENT, g_hash_table_lookup(tree->elements, tag), 0, 0};

			if (kid.element->has_content || (kid.element->kind == ROLE_KEPT && element->has_content))
				g_array_append_val(element->kids, kid);
		}
	}
}

/* PDF/UA-1, 7.4.2: headings begin with H1 and skip no level. What stands below a heading is one level lower, whatever its number. */
static void level_headings(struct tree *tree)
{
	static const char *const names[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
	char open[G_N_ELEMENTS(names)]; /* the numbers given to the headings around */
	size_t depth = 0;

	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];
		const char *role = element->role;

		if (!element->has_content || role[0] != 'H' || role[1] < '1' || role[1] > '6' || role[2])
			continue;
		while (depth && open[depth - 1] >= role[1])
			depth--;
		open[depth++] = role[1];
		element->role = names[depth - 1];
	}
}

/* ---- writing ---- */

static void number_elements(struct tree *tree, struct element *element)
{
	element->number = pdf_file_reserve(&tree->output->file);
	for (guint k = 0; k < element->kids->len; k++) {
		struct kid *kid = &g_array_index(element->kids, struct kid, k);

		if (kid->kind == KID_ELEMENT)
			number_elements(tree, kid->element);
	}
}

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

/* Attributes (14.8.5): what a list, a picture, a table's cell say of themselves. */
static void put_list(GString *out, const struct area_structure *tag)
{
	pdf_put(out, "/A<</O/List/ListNumbering");
	pdf_put_name(out, tag->numbering ? tag->numbering : "None");
	pdf_put(out, ">>");
}

static void put_box(GString *out, const struct pdf_figure *figure, len height)
{
	const len sides[] = {figure->left, height - figure->bottom, figure->right, height - figure->top};

	pdf_put(out, "/A<</O/Layout/BBox[");
	for (int i = 0; i < 4; i++) {
		pdf_put(out, i ? " " : "");
		pdf_put_length(out, sides[i]);
	}
	pdf_put(out, "]>>");
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
	bool is_head = strcmp(tag->role, "TH") == 0;

	if (!is_head && tag->column_span <= 1 && tag->row_span <= 1)
		return;
	pdf_put(out, "/A<</O/Table");
	if (is_head) {
		pdf_put(out, "/Scope");
		pdf_put_name(out, tag->scope ? tag->scope : "Column");
	}
	put_span(out, "/ColSpan ", tag->column_span);
	put_span(out, "/RowSpan ", tag->row_span);
	pdf_put(out, ">>");
}

static void put_attributes(GString *out, const struct tree *tree, const struct element *element)
{
	const struct area_structure *tag = element->tag;

	if (strcmp(tag->role, "L") == 0)
		put_list(out, tag);
	else if (element->figure && strcmp(tag->role, "Figure") == 0)
		put_box(out, element->figure, tree->output->copy->pages[element->figure_page].height);
	else if (strcmp(tag->role, "TH") == 0 || strcmp(tag->role, "TD") == 0)
		put_cell(out, element);
}

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
	if (strcmp(tag->role, "Note") == 0) { /* PDF/UA-1, 7.9 */
		pdf_put(out, "/ID(note-");
		pdf_put_number(out, element->number);
		pdf_put(out, ")");
	}
	put_attributes(out, tree, element);
}

static void put_element(struct tree *tree, const struct element *element)
{
	GString *out = tree->output->file.text;

	pdf_put(out, "<</S");
	pdf_put_name(out, element->role);
	pdf_put(out, "/P ");
	pdf_put_reference(out, element->parent ? element->parent->number : tree->root);
	put_properties(out, tree, element);
	put_kids(out, tree, element);
	pdf_put(out, ">>");
	pdf_file_put(&tree->output->file, element->number);
}

/* By key: a page's content, then each annotation (14.7.4.4). */
static unsigned put_parents(struct tree *tree)
{
	struct pdf_file *file = &tree->output->file;
	unsigned count = tree->output->copy->page_count, number = pdf_file_reserve(file);

	pdf_put(file->text, "<</Nums[");
	for (unsigned page = 0; page < count; page++) {
		pdf_put_number(file->text, page);
		pdf_put(file->text, "[");
		for (guint i = 0; i < tree->pages[page]->len; i++) {
			pdf_put_reference(file->text, g_array_index(tree->pages[page], struct element *, i)->number);
			pdf_put(file->text, " ");
		}
		pdf_put(file->text, "]\n");
	}
	for (guint i = 0; i < tree->links->len; i++) {
		const struct element *element = tree->links->pdata[i];

		pdf_put_number(file->text, count + i);
		pdf_put(file->text, " ");
		pdf_put_reference(file->text, element->number);
		pdf_put(file->text, "\n");
	}
	pdf_put(file->text, "]>>");
	pdf_file_put(file, number);
	return number;
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

/* Notes are the only elements with identifiers; their names are in order of number, not of bytes. */
static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void put_identifiers(GString *out, struct tree *tree)
{
	GPtrArray *names = g_ptr_array_new();
	struct arena *arena = tree->output->writer->arena;

	for (guint i = 0; i < tree->order->len; i++) {
		const struct element *element = tree->order->pdata[i];

		if (element->number && !element->made && strcmp(element->tag->role, "Note") == 0)
			g_ptr_array_add(names, arena_printf(arena, "(note-%u) %u 0 R", element->number, element->number));
	}
	g_ptr_array_sort(names, by_name);
	if (names->len)
		pdf_put(out, "/IDTree<</Names[");
	for (guint i = 0; i < names->len; i++)
		pdf_put(out, names->pdata[i]);
	if (names->len)
		pdf_put(out, "]>>");
	g_ptr_array_free(names, TRUE);
}

static void put_tree(struct tree *tree, struct element *document)
{
	struct pdf_file *file = &tree->output->file;
	unsigned parents;

	number_elements(tree, document);
	for (guint i = 0; i < tree->order->len; i++) {
		const struct element *element = tree->order->pdata[i];

		if (element->number)
			put_element(tree, element);
	}
	parents = put_parents(tree);
	pdf_put(file->text, "<</Type/StructTreeRoot/K ");
	pdf_put_reference(file->text, document->number);
	pdf_put(file->text, "/ParentTree ");
	pdf_put_reference(file->text, parents);
	pdf_put(file->text, "/ParentTreeNextKey ");
	pdf_put_number(file->text, tree->output->copy->page_count + tree->links->len);
	put_role_map(file->text, tree);
	put_identifiers(file->text, tree);
	pdf_put(file->text, ">>");
	pdf_file_put(file, tree->root);
}

static void close_tree(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++)
		g_array_free(((struct element *)tree->order->pdata[i])->kids, TRUE);
	for (unsigned page = 0; page < tree->output->copy->page_count; page++)
		g_array_free(tree->pages[page], TRUE);
	g_ptr_array_free(tree->order, TRUE);
	g_ptr_array_free(tree->links, TRUE);
	g_hash_table_destroy(tree->roles);
	g_hash_table_destroy(tree->elements);
	g_hash_table_destroy(tree->unknown);
}

unsigned pdf_structure(struct pdf_output *output)
{
	struct tree tree = {.output = output,
						.roles = index_roles(),
						.elements = g_hash_table_new(g_direct_hash, g_direct_equal),
						.unknown = g_hash_table_new(g_str_hash, g_str_equal),
						.order = g_ptr_array_new(),
						.links = g_ptr_array_new(),
						.pages = ARENA_ARRAY(output->writer->arena, GArray *, output->copy->page_count),
						.root = pdf_file_reserve(&output->file)};
	static const struct area_structure empty = {.role = "Document"};
	const struct area_structure *root = output->copy->order->tree->structure;
	struct element *document;

	add_elements(&tree, root ? root : &empty, NULL);
	document = tree.order->pdata[0];
	for (unsigned page = 0; page < output->copy->page_count; page++)
		add_page_content(&tree, page);
	settle_order(&tree);
	level_headings(&tree);
	put_tree(&tree, document);
	close_tree(&tree);
	return tree.root;
}
