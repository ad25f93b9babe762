/* Roles that authors give and readers will not be told, at the author's place: what stands where the standard does not have it (roles.def), and
 * headings that skipped a level. A role that the standard does not know is kept beside what it stands for, and is no matter. */
#include <string.h>

#include "pdf/structure_int.h"

static bool is_heading(const char *role)
{
	return role[0] == 'H' && (!role[1] || (role[1] >= '1' && role[1] <= '6' && !role[2]));
}

/* NULL: the element is what its author says. H leaves its level to us; a paragraph of
 * paragraphs is a Div. */
static const struct role *role_lost(const struct tree *tree, const struct element *element)
{
	const struct role *given = g_hash_table_lookup(tree->roles, element->tag->role);
	bool divided = given && g_str_equal(given->name, "P") && structure_is(element, "Div");

	return given != element->role && !divided && !g_str_equal(element->tag->role, "H") ? given : NULL;
}

/* In words that nobody will hear: nothing of it is on any page. */
static bool is_unseen(const struct element *element)
{
	return !element->number && !element->made && element->tag->role_place && element->tag->alt;
}

void structure_say(const struct tree *tree)
{
	struct diag_sink *sink = tree->output->copy->order->sink;

	for (guint i = 0; i < tree->order->len; i++) {
		const struct element *element = tree->order->pdata[i];
		const struct place *place = element->made ? NULL : element->tag->role_place;
		const struct role *lost = element->number && place ? role_lost(tree, element) : NULL;

		if (lost)
			diag_report(sink, is_heading(lost->name) && is_heading(element->role->name) ? DIAG_PDF_HEADING : DIAG_PDF_ROLE,
						*place, "%s → %s", lost->name, element->role->name);
		if (is_unseen(element))
			diag_report(sink, DIAG_PDF_ROLE, *element->tag->role_place, "%s → —", element->tag->role);
	}
}
