/* Inside the structure tree: structure.c gathers it, structure_shape.c, structure_parts.c and structure_cells.c settle it, structure_say.c
 * tells of roles that became others, structure_put.c writes it. */
#ifndef GONGWEN_PDF_STRUCTURE_INT_H
#define GONGWEN_PDF_STRUCTURE_INT_H

#include "pdf/pdf_int.h"

enum role_kind { ROLE_PLAIN, ROLE_KEPT, ROLE_GROUP, ROLE_FRAME };
enum role_level { ROLE_BLOCK, ROLE_TEXT, ROLE_INLINE, ROLE_ANY };

struct role { /* a row of roles.def */
	const char *name;
	enum role_kind kind;
	enum role_level level;
	const char *parents, *children, *otherwise;
};

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_LINK };

struct kid {
	enum kid_kind kind;
	struct element *element; /* KID_ELEMENT */
	unsigned page, number;   /* MCID, or which link of the page */
};

struct element {
	const struct area_structure *tag;
	const struct role *role; /* the tag's at first; Div's for a name that the standard does not have */
	const char *name;        /* as it is written */
	struct element *parent;
	unsigned number; /* object; 0: left out */
	GArray *kids;    /* struct kid */
	bool has_content, placed;
	bool listed, follows;     /* among its parent's kids; a note that goes after what refers to it */
	bool is_link;             /* of another role than Link */
	bool made;                /* by us: a P for content among blocks, a Link for a link that is none */
	bool has_id;              /* it is referred to, or a note */
	struct pdf_figure figure; /* where it lies, on which page; tag NULL: no Figure */
	unsigned figure_page;
	const struct element *const *heads; /* of a table's cell: its headers */
	unsigned head_count;
	const char *scope;           /* of TH */
	int rows;                    /* of a cell: how many it has in the file */
	struct element_notes *notes; /* structure_order.c; NULL, but for a few */
};

struct tree {
	struct pdf_output *output;
	struct arena *arena;
	GHashTable *roles;                 /* name → struct role */
	GHashTable *elements;              /* struct area_structure → struct element */
	GPtrArray *order;                  /* every element, parents first */
	GHashTable *unknown;               /* roles that the standard does not have */
	struct element ***pages, ***links; /* by page: the element of each MCID, and of each link; structure_put.c */
	unsigned root;
};

/* structure.c: an element of ours, the last of `kids`, which are or become those of `parent`. */
struct element *structure_make(struct tree *tree, struct element *parent, const char *role, GArray *kids);
void structure_set_role(const struct tree *tree, struct element *element, const char *name);
bool structure_is(const struct element *element, const char *name);

static inline struct kid *structure_kid(const struct element *element, guint index)
{
	return &g_array_index(element->kids, struct kid, index);
}

/* Cells and the like keep their table in shape. */
static inline bool structure_stays_empty(const struct element *element)
{
	return element->role->kind == ROLE_KEPT || element->role->kind == ROLE_FRAME;
}

/* structure_order.c: the order of elements, notes beside what refers to them. */
void structure_order(struct tree *tree);

/* structure_shape.c: roles that fit each other, levels of headings. */
void structure_shape(struct tree *tree);

/* structure_parts.c: what tables and ruby are made of. */
void structure_parts(struct tree *tree);

/* structure_cells.c: what each cell of a table has as its headers. */
void structure_cells(struct tree *tree);

/* structure_say.c: roles that the author gave and readers will not be told. */
void structure_say(const struct tree *tree);

/* structure_put.c */
void structure_put(struct tree *tree);

#endif
