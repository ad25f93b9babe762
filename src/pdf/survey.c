/* What the tree holds, found in one walk before anything is drawn: how many glyphs (the self-check's sum), how long the longest
 * run is (the scratch memory), which ids may be linked to (Cairo accepts links to nowhere), which faces must be embedded. */
#include "pdf/pdf_int.h"

static void survey_text(struct pdf_survey *survey, const struct area_text *text)
{
	survey->glyph_count += text->glyph_count;
	survey->most_glyphs = MAX(survey->most_glyphs, text->glyph_count);
	survey->most_clusters = MAX(survey->most_clusters, text->cluster_count);
	if (text->glyph_count)
		g_hash_table_add(survey->faces, (gpointer)text->face);
}

static void survey_areas(struct pdf_survey *survey, const struct area *area)
{
	for (; area; area = area->next) {
		if (area->id)
			g_hash_table_add(survey->destinations, (gpointer)area->id);
		if (area->kind == AREA_TEXT)
			survey_text(survey, area->text);
		survey_areas(survey, area->first_child);
	}
}

void pdf_survey_open(struct pdf_survey *survey, const struct area_tree *tree)
{
	survey->destinations = g_hash_table_new(g_str_hash, g_str_equal);
	survey->faces = g_hash_table_new(g_direct_hash, g_direct_equal);
	for (const struct area_page *page = tree->first_page; page; page = page->next)
		survey_areas(survey, page->first_area);
}

void pdf_survey_close(struct pdf_survey *survey)
{
	g_hash_table_destroy(survey->destinations);
	g_hash_table_destroy(survey->faces);
}
