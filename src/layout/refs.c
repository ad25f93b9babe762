/* refs: page labels of ids. Each pass cites what the pass before found. */
#include <string.h>

#include "layout/layout.h"

struct label {
	const char *first, *last;
};

struct use {
	const char *id, *given;
	bool last;
};

struct refs {
	GStringChunk *labels;
	GHashTable *known, *found; /* id → struct label, of the pass before and of this one */
	GHashTable *selves;        /* struct fo_node → id */
	GArray *uses;              /* struct use */
	bool has_known;            /* a pass came before */
	bool missed;               /* in the first pass: a label was asked for that only another will know */
};

struct refs *layout_refs_new(void)
{
	struct refs *refs = g_new0(struct refs, 1);
	refs->labels = g_string_chunk_new(4096);
	refs->known = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	refs->found = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	refs->selves = g_hash_table_new(NULL, NULL);
	refs->uses = g_array_new(FALSE, FALSE, sizeof(struct use));
	return refs;
}

void layout_refs_free(struct refs *refs)
{
	g_hash_table_destroy(refs->known);
	g_hash_table_destroy(refs->found);
	g_hash_table_destroy(refs->selves);
	g_string_chunk_free(refs->labels);
	g_array_free(refs->uses, TRUE);
	g_free(refs);
}

/* NULL: it stands on no page. */
static const char *label_in(GHashTable *labels, const char *id, bool last)
{
	const struct label *label = g_hash_table_lookup(labels, id);
	return !label ? NULL : last ? label->last : label->first;
}

const char *layout_ref_label(struct layout *layout, const char *id, bool last)
{
	struct use use = {id, label_in(layout->refs->known, id, last), last};
	g_array_append_val(layout->refs->uses, use);
	layout->refs->missed |= !layout->refs->has_known;
	return use.given ? use.given : layout->refs->has_known ? "" : "0";
}

const char *layout_ref_self(struct layout *layout, const struct fo_node *node)
{
	GHashTable *selves = layout->refs->selves;
	const char *id = g_hash_table_lookup(selves, node);
	if (!id) {
		/* a space: no author's id has one */
		id = arena_printf(layout->document_arena, "page-number %u", g_hash_table_size(selves));
		g_hash_table_insert(selves, (gpointer)(uintptr_t)node, (gpointer)(uintptr_t)id);
	}
	return id;
}

void layout_ref_set(struct layout *layout, const char *id, const char *label)
{
	if (!label)
		return; /* inside a line: the line says it when it is placed */
	struct label *entry = g_hash_table_lookup(layout->refs->found, id);
	label = g_string_chunk_insert_const(layout->refs->labels, label);
	if (entry) {
		entry->last = label;
		return;
	}
	entry = g_new(struct label, 1);
	entry->first = entry->last = label;
	g_hash_table_insert(layout->refs->found, (gpointer)(uintptr_t)id, entry);
}

bool layout_refs_may_hold(const struct refs *refs)
{
	return !refs->missed;
}

bool layout_refs_settled(struct refs *refs)
{
	bool settled = true;
	for (guint i = 0; i < refs->uses->len; i++) {
		const struct use *use = &g_array_index(refs->uses, struct use, i);
		settled &= g_strcmp0(use->given, label_in(refs->found, use->id, use->last)) == 0;
	}
	refs->has_known = true;
	refs->missed = false;
	g_array_set_size(refs->uses, 0);
	g_hash_table_destroy(refs->known);
	refs->known = refs->found;
	refs->found = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	return settled;
}

void layout_refs_say_unplaced(const struct refs *refs, const struct fo_tree *tree, struct diag_sink *sink)
{
	for (const struct fo_reference *reference = tree->references; reference; reference = reference->next)
		if (!g_hash_table_contains(refs->known, reference->id))
			diag_report(sink, DIAG_ID_UNPLACED, reference->node->place, "%s: %s=\"%s\"", fo_kind_name(reference->node->kind),
						reference->property, reference->id);
}
