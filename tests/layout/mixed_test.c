/* Documents made at random, the same each time, of all that a page's end may meet within one another: tables up to four deep with heads, feet and spans,
 * list items, containers, keeps of all strengths, orphans, retained spaces and borders, breaks, footnotes, columns, pages of two widths and not much higher
 * than a few lines. Whatever they are, each word stands on the pages once, those of a sequence of blocks in order, each word of a head or foot at least once,
 * and, unless it is said that something has no room, all within the body and over nothing else (XSL 1.1, 4.7, 4.8, 6.7). */
#include <stdlib.h>

#include "support/random_flow.h"

#define SEEDS     100
#define FILE_NAME "build/tests/layout/mixed.fo"

/* What a document may have, each or not. */
enum { KEEPS = 1, SPACES = 2, EDGES = 4, NOTES = 8, LISTS = 16, BREAKS = 32, SPANS = 64, HEADS = 128, ORPHANS = 256 };

/* A word: the one that stands before it in its sequence of blocks, + 1; 0: none. at: its place in the order of areas, + 1; 0: it stands nowhere. */
struct word {
	unsigned before, at;
	bool fixed; /* of a head or foot, which may be repeated */
};

static struct {
	GArray *words; /* struct word */
	unsigned features, depth;
	int left; /* so many words more */
} made;

/* A place that blocks come to: so wide, so deep within tables. last: its last word, + 1; 0: there is none. */
struct place {
	unsigned width, depth, last;
	bool note, fixed;
};

static bool has(unsigned feature, unsigned in)
{
	return (made.features & feature) && pick(in) == 0;
}

/* ---- a document ---- */

static void put_word(struct place *place)
{
	struct word word = {.before = place->last, .fixed = place->fixed};
	g_array_append_val(made.words, word);
	g_string_append_printf(flow.text, " w%u", made.words->len - 1);
	place->last = made.words->len;
	made.left--;
}

static void put_keep(const char *name, const char *within)
{
	static const char *const strengths[] = {"always", "1", "5"};
	g_string_append_printf(flow.text, " %s%s=\"%s\"", name, within, strengths[pick(G_N_ELEMENTS(strengths))]);
}

static void put_keeps(void)
{
	static const char *const withins[] = {"", ".within-page", ".within-column"};
	if (has(KEEPS, 6))
		put_keep("keep-together", withins[pick(G_N_ELEMENTS(withins))]);
	if (has(KEEPS, 8))
		put_keep("keep-with-next", withins[pick(G_N_ELEMENTS(withins))]);
	if (has(KEEPS, 9))
		put_keep("keep-with-previous", withins[pick(G_N_ELEMENTS(withins))]);
}

static void put_edges(void)
{
	if (has(EDGES, 5))
		put(" border-before-style=\"solid\" border-after-style=\"solid\" border-after-width.conditionality=\"retain\"");
	if (has(EDGES, 5))
		put(" padding-before.length=\"2pt\" padding-before.conditionality=\"retain\"");
}

static void put_traits(const struct place *place)
{
	static const char *const breaks[] = {"page", "column", "even-page", "odd-page"};
	put_keeps();
	if (has(SPACES, 4))
		g_string_append_printf(flow.text, " space-before=\"%upt\"", pick(12));
	if (has(SPACES, 4))
		put(" space-after.minimum=\"1pt\" space-after.optimum=\"4pt\" space-after.maximum=\"9pt\"");
	if (has(SPACES, 12))
		put(" space-after.conditionality=\"retain\"");
	if (!place->note && has(BREAKS, 16))
		g_string_append_printf(flow.text, " break-%s=\"%s\"", pick(2) ? "before" : "after", breaks[pick(G_N_ELEMENTS(breaks))]);
}

static void put_paragraph(struct place *place, unsigned most);

static void put_note(void)
{
	struct place note = {.width = 200, .note = true};
	put(" <fo:footnote><fo:inline>r</fo:inline><fo:footnote-body start-indent=\"0pt\" end-indent=\"0pt\">");
	for (unsigned n = 1 + pick(2); n > 0; n--)
		put_paragraph(&note, 1 + pick(2) * 20);
	put("</fo:footnote-body></fo:footnote>");
}

static void put_paragraph(struct place *place, unsigned most)
{
	put("<fo:block");
	put_traits(place);
	put_edges();
	if (has(ORPHANS, 5))
		g_string_append_printf(flow.text, " orphans=\"%u\" widows=\"%u\"", 1 + pick(4), 1 + pick(4));
	put(">");
	for (unsigned n = 1 + pick(most); n > 0; n--) {
		put_word(place);
		if (!place->note && has(NOTES, 25))
			put_note();
	}
	put("</fo:block>");
}

static void put_any(struct place *place);

static void put_several(struct place *place, unsigned most)
{
	for (unsigned n = 1 + pick(most); n > 0; n--)
		put_any(place);
}

static void put_list(struct place *place)
{
	put("<fo:list-block provisional-distance-between-starts=\"34pt\" provisional-label-separation=\"3pt\"");
	put_traits(place);
	put(">");
	for (unsigned n = 1 + pick(4); n > 0; n--) {
		struct place label = {.note = true}, body = {.width = place->width - 34, .depth = place->depth, .note = place->note};
		put("<fo:list-item");
		put_traits(place);
		put("><fo:list-item-label end-indent=\"label-end()\"><fo:block>");
		put_word(&label);
		put("</fo:block></fo:list-item-label><fo:list-item-body start-indent=\"body-start()\">");
		put_several(&body, 2);
		put("</fo:list-item-body></fo:list-item>");
	}
	put("</fo:list-block>");
}

static void put_container(struct place *place)
{
	put("<fo:block-container");
	put_traits(place);
	put_edges();
	if (has(EDGES, 4))
		put(" block-progression-dimension.minimum=\"40pt\"");
	put("><fo:block start-indent=\"0pt\" end-indent=\"0pt\">");
	put_several(place, 3);
	put("</fo:block></fo:block-container>");
}

static void put_fixed_part(const char *part, unsigned columns)
{
	g_string_append_printf(flow.text, "<fo:%s start-indent=\"0pt\" end-indent=\"0pt\">", part);
	for (unsigned i = 0; i < columns; i++) {
		struct place cell = {.note = true, .fixed = true};
		put("<fo:table-cell");
		put_edges();
		put("><fo:block>");
		for (unsigned n = 1 + pick(2); n > 0; n--)
			put_word(&cell);
		put("</fo:block></fo:table-cell>");
	}
	g_string_append_printf(flow.text, "</fo:%s>", part);
}

static void put_cell(const struct place *place, unsigned width, unsigned rows)
{
	struct place cell = {.width = width, .depth = place->depth + 1, .note = place->note};
	g_string_append_printf(flow.text, "<fo:table-cell number-rows-spanned=\"%u\"", rows);
	put_edges();
	put(">");
	put_several(&cell, 2);
	put("</fo:table-cell>");
}

static void put_row(const struct place *place, unsigned columns, unsigned rows, unsigned *taken)
{
	put("<fo:table-row");
	put_keeps();
	if (has(KEEPS, 12))
		put(" height=\"40pt\"");
	put(">");
	for (unsigned i = 0; i < columns; i++) {
		if (taken[i] == 0)
			put_cell(place, place->width / columns, taken[i] = i + 1 < columns && has(SPANS, 4) ? 1 + pick(MIN(rows, 3)) : 1);
		taken[i]--;
	}
	put("</fo:table-row>");
}

static void put_table(struct place *place)
{
	unsigned columns = 1 + pick(MIN(place->width / 45, 3)), taken[3] = {0};
	g_string_append_printf(flow.text,
						   "<fo:table table-layout=\"fixed\" width=\"100%%\" border-collapse=\"%s\" "
						   "table-omit-header-at-break=\"%s\" table-omit-footer-at-break=\"%s\"",
						   pick(2) ? "separate" : "collapse", pick(3) ? "false" : "true", pick(3) ? "false" : "true");
	put_traits(place);
	put(">");
	for (unsigned i = 0; i < columns; i++)
		put("<fo:table-column/>");
	if (has(HEADS, 2))
		put_fixed_part("table-header", columns);
	if (has(HEADS, 3))
		put_fixed_part("table-footer", columns);
	put("<fo:table-body start-indent=\"0pt\" end-indent=\"0pt\">");
	for (unsigned rows = 1 + pick(4); rows > 0; rows--)
		put_row(place, columns, rows, taken);
	put("</fo:table-body></fo:table>");
}

static void put_any(struct place *place)
{
	unsigned kind = made.left > 0 && place->width >= 70 && place->depth < made.depth ? pick(10) : 9;
	if (kind < 3)
		put_table(place);
	else if (kind == 3 && (made.features & LISTS))
		put_list(place);
	else if (kind == 4)
		put_container(place);
	else
		put_paragraph(place, place->depth ? 10 : 30);
}

static void put_masters(void)
{
	unsigned columns = 1 + pick(3) / 2, width = 160 + 80 * pick(3), height = 100 + 30 * pick(5), wider = pick(2) * 50;
	put("<fo:layout-master-set>");
	for (unsigned i = 0; i < 2; i++)
		g_string_append_printf(
			flow.text,
			"<fo:simple-page-master master-name=\"m%u\" page-width=\"%upt\" page-height=\"%upt\" margin=\"10pt\">"
			"<fo:region-body column-count=\"%u\" column-gap=\"10pt\"/></fo:simple-page-master>",
			i, (width + i * wider) * columns + 20, height, columns);
	put("<fo:page-sequence-master master-name=\"pages\"><fo:repeatable-page-master-alternatives>"
		"<fo:conditional-page-master-reference master-reference=\"m0\" odd-or-even=\"odd\"/>"
		"<fo:conditional-page-master-reference master-reference=\"m1\"/></fo:repeatable-page-master-alternatives>"
		"</fo:page-sequence-master></fo:layout-master-set>");
}

static void put_document(uint32_t seed)
{
	flow.state = seed * 2654435761u;
	g_array_set_size(made.words, 0);
	made.features = pick(512);
	made.depth = 1 + pick(4);
	made.left = (int)(60 + pick(200));
	g_string_assign(flow.text, "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" font-family=\"仿宋\" font-size=\"8pt\" "
							   "line-height=\"10pt\" line-stacking-strategy=\"font-height\" xml:lang=\"en\">");
	put_masters();
	put("<fo:page-sequence master-reference=\"pages\"><fo:flow flow-name=\"xsl-region-body\">");
	struct place body = {.width = 150};
	while (made.left > 0)
		put_any(&body);
	put("</fo:flow></fo:page-sequence></fo:root>\n");
}

/* ---- its pages ---- */

static unsigned meet_words(const char *text, unsigned *met)
{
	unsigned failures = 0;
	for (const char *at = strchr(text, 'w'); at; at = strchr(at + 1, 'w')) {
		unsigned number = (unsigned)strtoul(at + 1, NULL, 10);
		struct word *word = number < made.words->len ? &g_array_index(made.words, struct word, number) : NULL;
		if (!word || (word->at && !word->fixed)) {
			print_error("w%u stands there twice\n", number);
			failures++;
		} else if (!word->at) {
			word->at = ++*met;
		}
	}
	return failures;
}

static unsigned check_page(xmlNode *region, unsigned page, bool overruns, unsigned *met)
{
	unsigned failures = 0;
	struct flow_box body = flow_box_of(region);
	GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct flow_box));
	GPtrArray *texts = flow_areas_at(region, ".//line/text");
	for (guint i = 0; i < texts->len; i++) {
		struct flow_box box = flow_box_of(texts->pdata[i]);
		char *content = (char *)xmlNodeGetContent(texts->pdata[i]);
		failures += meet_words(content, met);
		if (!overruns)
			failures += flow_check_place(&body, &box, content, page, boxes);
		xmlFree(content);
	}
	g_ptr_array_unref(texts);
	g_array_free(boxes, TRUE);
	return failures;
}

static unsigned check_words(void)
{
	unsigned failures = 0;
	for (guint i = 0; i < made.words->len; i++) {
		const struct word *word = &g_array_index(made.words, struct word, i);
		bool early = word->at && word->before && word->at < g_array_index(made.words, struct word, word->before - 1).at;
		if (!word->at || early)
			print_error(early ? "w%u stands before what comes before it\n" : "w%u is lost\n", i);
		failures += !word->at || early;
	}
	return failures;
}

static unsigned check_document(uint32_t seed)
{
	put_document(seed);
	unsigned overruns, met = 0, failures = 0;
	xmlDoc *areas = flow_areas(FILE_NAME, &overruns);
	GPtrArray *bodies = flow_bodies(areas);
	for (guint i = 0; i < bodies->len; i++)
		failures += check_page(bodies->pdata[i], i + 1, overruns > 0, &met);
	failures += check_words();
	if (failures)
		print_error("seed %u, features %u: %u failures\n", seed, made.features, failures);
	g_ptr_array_unref(bodies);
	xmlFreeDoc(areas);
	return failures;
}

/* MIXED_SEEDS=A-B: others. */
static void test_documents(void **state)
{
	(void)state;
	made.words = g_array_new(FALSE, FALSE, sizeof(struct word));
	unsigned failures = flow_check_seeds("MIXED_SEEDS", 1, SEEDS, check_document);
	failures += flow_check_seeds(NULL, 263, 263,
								 check_document); /* what the page before had of a row, when the keep of its rest is weighed */
	g_array_free(made.words, TRUE);
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_documents)};
	return cmocka_run_group_tests_name("mixed at random", tests, NULL, NULL);
}
