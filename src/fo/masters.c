/* masters: the page masters of a document by name, sorted once: long documents have thousands, and each is asked for often. */
#include <string.h>

#include "fo/fo_int.h"

static const char *name_of(const struct fo_node *master)
{
	return master->style->master_name;
}

static gint by_name(gconstpointer a, gconstpointer b, gpointer unused)
{
	const struct fo_node *const *one = a, *const *other = b;
	(void)unused;
	return strcmp(name_of(*one), name_of(*other));
}

void fo_sort_masters(struct fo_builder *builder)
{
	struct fo_tree *tree = builder->tree;
	unsigned count = 0;
	for (const struct fo_node *node = tree->layout_master_set->first_child; node; node = node->next)
		count += name_of(node) != NULL;
	const struct fo_node **masters = ARENA_ARRAY(builder->arena, const struct fo_node *, count + 1);
	for (const struct fo_node *node = tree->layout_master_set->first_child; node; node = node->next)
		if (name_of(node))
			masters[tree->master_count++] = node;
	/* of equal names the first stays the first */
	g_qsort_with_data(masters, (gint)count, sizeof(struct fo_node *), by_name, NULL);
	tree->masters = masters;
}

/* 7.27.17 */
static const char *const region_names[] = {
	[FO_REGION_BODY] = "xsl-region-body",   [FO_REGION_BEFORE] = "xsl-region-before", [FO_REGION_AFTER] = "xsl-region-after",
	[FO_REGION_START] = "xsl-region-start", [FO_REGION_END] = "xsl-region-end",
};

const char *fo_region_name(const struct fo_node *region)
{
	const char *given = region->style->region_name;
	if (given)
		return given;
	return (size_t)region->kind < G_N_ELEMENTS(region_names) ? region_names[region->kind] : NULL;
}

static GHashTable *names_of_regions(const struct fo_tree *tree)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
	for (unsigned i = 0; i < tree->master_count; i++)
		for (const struct fo_node *region = tree->masters[i]->first_child; region; region = region->next)
			if (fo_region_name(region))
				g_hash_table_add(names, (gpointer)(uintptr_t)fo_region_name(region));
	return names;
}

bool fo_is_region(struct fo_builder *builder, const char *name)
{
	if (!builder->regions)
		builder->regions = names_of_regions(builder->tree);
	return g_hash_table_contains(builder->regions, name);
}

const struct fo_node *fo_find_master(const struct fo_tree *tree, const char *master_name)
{
	unsigned low = 0, high = tree->master_count; /* the first of the name, or beyond, is in [low, high] */
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (strcmp(name_of(tree->masters[middle]), master_name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < tree->master_count && strcmp(name_of(tree->masters[low]), master_name) == 0;
	return found ? tree->masters[low] : NULL;
}
