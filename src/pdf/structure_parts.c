/* What tables, ruby and warichu are made of (ISO 32000-1, tables 337 and 338). What authors made otherwise is mended, or is not what it was
 * called. */
#include "pdf/structure_int.h"

/* ---- tables: bodies, a head before them, a foot after them, a caption at an end ---- */

static bool is_caption(const struct element *table, guint k)
{
	return structure_is(structure_kid(table, k)->element, "Caption");
}

static void add_kids(struct element *element, const GArray *kids)
{
	for (guint k = 0; k < kids->len; k++)
		if (g_array_index(kids, struct kid, k).kind == KID_ELEMENT)
			g_array_index(kids, struct kid, k).element->parent = element;
	g_array_append_vals(element->kids, kids->data, kids->len);
}

/* All captions are one, which stands first or last. */
static void join_captions(struct element *table)
{
	guint kept = 0, place = 0;
	struct kid caption = {0};

	for (guint k = 0; k < table->kids->len; k++) {
		struct kid kid = *structure_kid(table, k);

		if (caption.element && is_caption(table, k)) {
			add_kids(caption.element, kid.element->kids);
			continue;
		}
		if (is_caption(table, k)) {
			caption = kid;
			place = kept;
		}
		*structure_kid(table, kept++) = kid;
	}
	g_array_set_size(table->kids, kept);
	if (place == 0 || place == kept - 1)
		return;
	g_array_remove_index(table->kids, place);
	g_array_prepend_val(table->kids, caption);
}

static bool is_part(const struct element *part)
{
	return structure_is(part, "THead") || structure_is(part, "TBody") || structure_is(part, "TFoot");
}

/* Rows beside heads, bodies or feet are bodies, too. */
static void gather_rows(struct tree *tree, struct element *table)
{
	GArray *kids = table->kids;
	struct element *body = NULL;
	bool has_parts = false;

	for (guint k = 0; k < kids->len; k++)
		has_parts |= is_part(structure_kid(table, k)->element);
	if (!has_parts)
		return;
	table->kids = g_array_new(FALSE, FALSE, sizeof(struct kid));
	for (guint k = 0; k < kids->len; k++) {
		struct kid kid = g_array_index(kids, struct kid, k);

		if (!structure_is(kid.element, "TR")) {
			body = NULL;
			g_array_append_val(table->kids, kid);
			continue;
		}
		if (!body)
			body = structure_make(tree, table, "TBody", table->kids);
		kid.element->parent = body;
		g_array_append_val(body->kids, kid);
	}
	g_array_free(kids, TRUE);
}

/* A head is first and a foot last: any other is a body. */
static void order_parts(const struct tree *tree, const struct element *table)
{
	const struct element *first = NULL, *last = NULL;

	for (guint k = 0; k < table->kids->len; k++)
		if (!is_caption(table, k)) {
			last = structure_kid(table, k)->element;
			first = first ? first : last;
		}
	for (guint k = 0; k < table->kids->len; k++) {
		struct element *part = structure_kid(table, k)->element;

		if ((structure_is(part, "THead") && part != first) || (structure_is(part, "TFoot") && part != last))
			structure_set_role(tree, part, "TBody");
	}
}

/* A table of a head or foot alone has a body for it; one of a caption alone is no table. */
static void name_bodies(const struct tree *tree, struct element *table)
{
	bool rows = false;

	for (guint k = 0; k < table->kids->len; k++) {
		if (structure_is(structure_kid(table, k)->element, "TR") || structure_is(structure_kid(table, k)->element, "TBody"))
			return;
		rows |= !is_caption(table, k);
	}
	for (guint k = 0; k < table->kids->len; k++)
		if (!rows || !is_caption(table, k))
			structure_set_role(tree, structure_kid(table, k)->element, rows ? "TBody" : "Div");
	if (!rows && table->kids->len)
		structure_set_role(tree, table, "Div");
}

static void settle_table(struct tree *tree, struct element *table)
{
	join_captions(table);
	gather_rows(tree, table);
	order_parts(tree, table);
	name_bodies(tree, table);
}

/* ---- ruby and warichu: parts in a row ---- */

static bool has_parts(const struct element *element, const char *wanted)
{
	GString *parts = g_string_new(NULL);
	bool same;

	for (guint k = 0; k < element->kids->len; k++)
		g_string_append_printf(parts, "%s%s", k ? " " : "", structure_kid(element, k)->element->role->name);
	same = g_str_equal(parts->str, wanted);
	g_string_free(parts, TRUE);
	return same;
}

/* It and its parts are text like any other. */
static void undo(const struct tree *tree, struct element *element)
{
	structure_set_role(tree, element, "Span");
	for (guint k = 0; k < element->kids->len; k++)
		structure_set_role(tree, structure_kid(element, k)->element, "Span");
}

void structure_parts(struct tree *tree)
{
	for (guint i = 0; i < tree->order->len; i++) {
		struct element *element = tree->order->pdata[i];

		if (structure_is(element, "Table"))
			settle_table(tree, element);
		else if ((structure_is(element, "Ruby") && !has_parts(element, "RB RT") && !has_parts(element, "RB RP RT RP")) ||
				 (structure_is(element, "Warichu") && !has_parts(element, "WP WT WP")))
			undo(tree, element);
	}
}
