/* How fast a paragraph is composed, step by step: characters a second for shaping (faces, glyphs, break opportunities), the model
 * (squeezing, gaps), breaking (over the whole paragraph) and placing. The figures of one size and of ten times as much show that the cost
 * is linear. */
#ifndef GONGWEN_TESTS_BENCH_LINES_H
#define GONGWEN_TESTS_BENCH_LINES_H

#include "bench/inputs.h"
#include "fo/fo.h"
#include "line/line_int.h"
#include "xml/xml.h"

enum { LINES_SHAPE, LINES_MODEL, LINES_BREAK, LINES_PLACE, LINES_STEPS };

/* The fo:block of a document that has nothing else. */
static const struct fo_node *lines_block(struct arena *arena, struct diag_sink *sink, xmlDoc **doc)
{
	static const char xml[] =
		"<fo:root xmlns:fo='" FO_NAMESPACE "' xml:lang='zh-CN' font-family='仿宋' font-size='16pt' text-align='justify'>"
		"<fo:layout-master-set><fo:simple-page-master master-name='m'><fo:region-body/></fo:simple-page-master>"
		"</fo:layout-master-set><fo:page-sequence master-reference='m'><fo:flow "
		"flow-name='xsl-region-body'><fo:block>一</fo:block>"
		"</fo:flow></fo:page-sequence></fo:root>";
	const struct fo_tree *tree;
	const struct fo_node *node;

	*doc = xml_load_memory(xml, sizeof xml - 1, "lines.fo", NULL, arena, sink);
	tree = *doc ? fo_build(*doc, arena, sink) : NULL;
	node = tree ? tree->root : NULL;
	while (node && node->kind != FO_BLOCK)
		node = node->first_child && node->kind != FO_LAYOUT_MASTER_SET ? node->first_child : node->next;
	return node;
}

/* Sets every line; gives how many there are. */
static unsigned lines_place(const struct paragraph *paragraph, const struct model *model, const GArray *ends)
{
	struct spot *spots = g_new(struct spot, model->count + 1);
	uint32_t first = 0;

	for (guint i = 0; i < ends->len; i++) {
		uint32_t end = g_array_index(ends, uint32_t, i);
		struct measure measure;

		line_measure(model, first, end, false, paragraph->measure, &measure);
		line_set(paragraph, model, &measure, paragraph->measure, end != model->count, false, spots);
		first = end;
	}
	g_free(spots);
	return ends->len;
}

static void lines_time(struct text_engine *engine, const struct fo_node *block, const char *text, size_t size,
					   struct arena *arena, struct diag_sink *sink)
{
	const char *families[] = {"仿宋"};
	struct text_style style = {.font = text_font_find(engine, families, 1, 16 * LEN_PT, 0, block->place, sink),
							   .language = "zh",
							   .letter = {.optimum = -220},
							   .autospace = true,
							   .wrap = true};
	struct text_span span = {.text = text, .size = size, .style = &style};
	struct inline_span info = {.node = block};
	struct paragraph paragraph = {.block = block, .measure = len_from_mm(156)};
	struct line_rule rule = {.measure = paragraph.measure, .first_measure = paragraph.measure, .justify = true};
	gint64 at[LINES_STEPS + 1];
	struct model *model;
	GArray *ends;
	unsigned lines;

	inline_open(&paragraph);
	g_array_append_val(paragraph.spans, span);
	g_array_append_val(paragraph.infos, info);
	at[LINES_SHAPE] = g_get_monotonic_time();
	paragraph.shaped = text_shape(engine, &span, 1, arena, sink);
	at[LINES_MODEL] = g_get_monotonic_time();
	model = line_model_of(&paragraph);
	at[LINES_BREAK] = g_get_monotonic_time();
	rule.until = model->count;
	ends = line_break(model, &rule);
	at[LINES_PLACE] = g_get_monotonic_time();
	lines = lines_place(&paragraph, model, ends);
	at[LINES_STEPS] = g_get_monotonic_time();
	printf("%12zu %9u %7u", size, model->count, lines);
	for (int step = 0; step < LINES_STEPS; step++)
		printf(" %9.1f", model->count / (double)MAX(at[step + 1] - at[step], 1));
	putchar('\n');
	line_model_free(model);
	g_array_free(ends, TRUE);
	inline_close(&paragraph);
}

/* One paragraph of 100 KB, then one of 1 MB, twice each: the first has to open fonts. */
static bool run_lines(struct text_engine *engine, struct diag_sink *sink)
{
	static const unsigned sizes[] = {100000, 100000, 1000000, 1000000};
	struct arena *arena = arena_open();
	xmlDoc *doc = NULL;
	const struct fo_node *block = lines_block(arena, sink, &doc);

	printf("\n%12s %9s %7s %9s %9s %9s %9s\n", "a paragraph", "", "", "shape", "model", "break", "place");
	printf("%12s %9s %7s %39s\n", "bytes", "clusters", "lines", "clusters a microsecond");
	for (size_t i = 0; block && i < G_N_ELEMENTS(sizes); i++) {
		char *text = NULL;
		size_t size = 0;
		FILE *memory = open_memstream(&text, &size);

		chance_state = 20050217;
		put_prose(memory, sizes[i] / 3);
		fclose(memory);
		lines_time(engine, block, text, size, arena, sink);
		free(text);
	}
	xmlFreeDoc(doc);
	arena_close(arena);
	return block != NULL;
}

#endif
