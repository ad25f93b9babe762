/* Flows with floats made at random, the same each time: at sides, at the inner and the outer one, and before, in paragraphs, lists, cells that may span
 * rows, containers and turned ones, with breaks, some taller than a page, some with clear, with footnotes, in columns and above what spans these, over
 * pages of two widths. Whatever they are, each word stands on the pages once, within the body, over no other one, the words of a paragraph in order, and
 * no float on a page before that of its place (XSL 1.1, 6.12.2, 4.3.2). */
#include <libxml/xpath.h>
#include <stdlib.h>

#include "support/random_flow.h"

#define SEEDS     60
#define FILE_NAME "build/tests/layout/floats.fo"

static struct {
	unsigned words;
	GArray *paragraph; /* unsigned: of each word, the paragraph that it stands in */
	GArray *after;     /* unsigned: of each paragraph, the word before it that stands on no later page, + 1; 0: none */
	bool tall, notes, before;
	bool turned; /* what is made stands in what no page divides: it is low */
} made;

/* ---- a flow ---- */

static unsigned new_paragraph(unsigned after)
{
	g_array_append_val(made.after, after);
	return made.after->len - 1;
}

/* Numbers to the base of 32, so that no word is wider than 20 pt: the narrowest label and body have room for it. */
static void put_word(unsigned number)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuv";
	char word[8], *first = word + sizeof word - 1;
	*first = '\0';
	do
		*--first = digits[number % 32];
	while ((number /= 32) > 0);
	g_string_append_printf(flow.text, " w%s", first);
}

static void put_words(unsigned most, unsigned paragraph)
{
	unsigned count = 1 + pick(most);
	for (unsigned n = made.turned ? MIN(count, 2) : count; n > 0; n--) {
		put_word(made.words++);
		g_array_append_val(made.paragraph, paragraph);
	}
}

/* anchor: the word before it in its paragraph, + 1; 0: there is none. */
static void put_float(unsigned anchor)
{
	static const char *const sides[] = {"end", "right", "start", "left", "inside", "outside"}, *const clears[] = {"none", "none",
																												  "none", "start",
																												  "both"};
	unsigned most = made.tall && pick(4) == 0 ? 60 : 8;
	const char *side = made.before && pick(3) == 0 ? "before" : sides[pick(G_N_ELEMENTS(sides))];
	g_string_append_printf(flow.text,
						   "<fo:float float=\"%s\" clear=\"%s\" start-indent=\"0pt\" end-indent=\"0pt\"><fo:block-container%s>",
						   side, clears[pick(G_N_ELEMENTS(clears))], pick(2) ? " width=\"30pt\"" : " width=\"55pt\"");
	for (unsigned n = 1 + pick(3); n > 0; n--) {
		put("<fo:block>");
		put_words(most, new_paragraph(anchor));
		put("</fo:block>");
	}
	put("</fo:block-container></fo:float>");
}

static void put_note(unsigned paragraph)
{
	put("<fo:footnote><fo:inline>");
	put_words(1, paragraph);
	put("</fo:inline><fo:footnote-body start-indent=\"0pt\" end-indent=\"0pt\"><fo:block>");
	put_words(12, new_paragraph(made.words));
	put("</fo:block></fo:footnote-body></fo:footnote>");
}

static void put_paragraph(void)
{
	static const char *const traits[] = {"",
										 "",
										 "",
										 "",
										 " clear=\"both\"",
										 " clear=\"start\"",
										 " intrusion-displace=\"indent\"",
										 " intrusion-displace=\"block\"",
										 " space-before=\"5pt\" space-after=\"3pt\"",
										 " keep-together=\"5\"",
										 " keep-with-next=\"3\"",
										 " margin-left=\"15pt\" margin-right=\"10pt\"",
										 " border=\"1pt solid\" padding=\"2pt\"",
										 " break-before=\"page\"",
										 " break-after=\"column\""};
	unsigned paragraph = new_paragraph(0), anchor = 0;
	g_string_append_printf(flow.text, "<fo:block%s>", traits[pick(G_N_ELEMENTS(traits))]);
	for (unsigned n = 1 + pick(4); n > 0; n--)
		if (pick(4) == 0)
			put_float(anchor);
		else {
			put_words(30, paragraph);
			anchor = made.words;
			if (made.notes && pick(4) == 0)
				put_note(paragraph);
		}
	put("</fo:block>");
}

static void put_any(unsigned depth);

static void put_several(unsigned depth)
{
	for (unsigned n = 1 + pick(3); n > 0; n--)
		put_any(depth);
}

static void put_list(unsigned depth)
{
	put("<fo:list-block provisional-distance-between-starts=\"30pt\">");
	for (unsigned n = 1 + pick(3); n > 0; n--) {
		put("<fo:list-item><fo:list-item-label end-indent=\"label-end()\"><fo:block>");
		put_words(1, new_paragraph(0));
		put("</fo:block></fo:list-item-label><fo:list-item-body start-indent=\"body-start()\">");
		put_several(depth + 1);
		put("</fo:list-item-body></fo:list-item>");
	}
	put("</fo:list-block>");
}

static void put_cell(unsigned depth, unsigned rows)
{
	g_string_append_printf(flow.text, "<fo:table-cell border=\"0.5pt solid\" number-rows-spanned=\"%u\">", rows);
	put_several(depth + 1);
	put("</fo:table-cell>");
}

static void put_table(unsigned depth)
{
	put("<fo:table table-layout=\"fixed\" width=\"100%\"><fo:table-body start-indent=\"0pt\" end-indent=\"0pt\">");
	for (unsigned n = 1 + pick(3), spanned = 0; n > 0; n--) {
		put("<fo:table-row>");
		if (spanned)
			spanned--;
		else
			put_cell(depth, 1 + (spanned = pick(3) ? 0 : MIN(n - 1, 2)));
		put_cell(depth, 1);
		put("</fo:table-row>");
	}
	put("</fo:table-body></fo:table>");
}

static void put_turned(void)
{
	bool tall = made.tall;
	made.tall = false;
	made.turned = true;
	put("<fo:block-container reference-orientation=\"180\"><fo:block>");
	put_words(8, new_paragraph(0));
	put_float(0);
	put("</fo:block></fo:block-container>");
	made.tall = tall;
	made.turned = false;
}

static void put_container(unsigned depth)
{
	put("<fo:block-container>");
	put_several(depth + 1);
	put("</fo:block-container>");
}

static void put_any(unsigned depth)
{
	unsigned kind = pick(10);
	if (kind == 0 && depth < 2)
		put_list(depth);
	else if (kind == 1 && depth < 1)
		put_table(depth);
	else if (kind == 2 && depth < 2)
		put_container(depth);
	else if (kind == 3 && pick(4) == 0)
		put_turned();
	else
		put_paragraph();
}

static void put_across(void)
{
	put("<fo:block span=\"all\">");
	put_several(1);
	put("</fo:block>");
}

static void put_master(const char *name, unsigned width, unsigned height, unsigned columns)
{
	g_string_append_printf(flow.text,
						   "<fo:simple-page-master master-name=\"%s\" page-width=\"%upt\" page-height=\"%upt\" "
						   "margin=\"20pt\"><fo:region-body column-count=\"%u\" column-gap=\"10pt\"/></fo:simple-page-master>",
						   name, width, height, columns);
}

static void put_flow(uint32_t seed)
{
	flow.state = seed * 2654435761u;
	made.words = 0;
	made.tall = seed % 2 != 0;
	made.notes = pick(3) == 0;
	made.before = pick(3) == 0;
	g_array_set_size(made.paragraph, 0);
	g_array_set_size(made.after, 0);
	unsigned columns = 1 + pick(4) / 3 * (1 + pick(2)), height = 180 + 60 * pick(3), width = 50 + 320 * columns;
	unsigned other = pick(4) == 0 ? width + 40 : width;
	g_string_printf(flow.text,
					"<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" font-family=\"仿宋\" font-size=\"10pt\" "
					"line-height=\"12pt\" line-stacking-strategy=\"font-height\" xml:lang=\"en\" orphans=\"%u\" widows=\"%u\">"
					"<fo:layout-master-set>",
					1 + pick(2), 1 + pick(2));
	put_master("odd", width, height, columns);
	put_master("even", other, height, columns);
	put("<fo:page-sequence-master master-name=\"pages\"><fo:repeatable-page-master-alternatives>"
		"<fo:conditional-page-master-reference master-reference=\"odd\" odd-or-even=\"odd\"/>"
		"<fo:conditional-page-master-reference master-reference=\"even\"/></fo:repeatable-page-master-alternatives>"
		"</fo:page-sequence-master></fo:layout-master-set>"
		"<fo:page-sequence master-reference=\"pages\"><fo:flow flow-name=\"xsl-region-body\">");
	for (unsigned n = 3 + pick(8); n > 0; n--)
		if (columns > 1 && pick(6) == 0)
			put_across();
		else
			put_any(0);
	put("</fo:flow></fo:page-sequence></fo:root>\n");
}

/* ---- its pages ---- */

/* The words of a text, each with the number of its page. */
static void note_words(const char *text, unsigned page, unsigned *pages, unsigned *failures)
{
	for (const char *word = strchr(text, 'w'); word; word = strchr(word + 1, 'w')) {
		unsigned number = (unsigned)strtoul(word + 1, NULL, 32);
		if (number >= made.words || pages[number]) {
			print_error("w%u stands on page %u, too\n", number, page);
			(*failures)++;
			continue;
		}
		pages[number] = page;
	}
}

/* What is turned has coordinates of its own. */
static bool is_turned(const xmlNode *area)
{
	while (area && !xmlStrEqual(area->name, (const xmlChar *)"turned"))
		area = area->parent;
	return area != NULL;
}

static unsigned check_page(xmlNode *region, unsigned page, unsigned *pages)
{
	unsigned failures = 0;
	struct flow_box body = flow_box_of(region);
	GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct flow_box));
	xmlXPathContext *context = xmlXPathNewContext(region->doc);
	context->node = region;
	xmlXPathObject *found = xmlXPathEval((const xmlChar *)".//line/text", context);
	for (int i = 0; i < found->nodesetval->nodeNr; i++) {
		xmlNode *text = found->nodesetval->nodeTab[i];
		struct flow_box box = flow_box_of(text);
		char *content = (char *)xmlNodeGetContent(text);
		note_words(content, page, pages, &failures);
		if (!is_turned(text))
			failures += flow_check_place(&body, &box, content, page, boxes);
		xmlFree(content);
	}
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	g_array_free(boxes, TRUE);
	return failures;
}

/* Each word has its page, and no word of a paragraph stands on one before that of the word before it, nor a float before its place. */
static unsigned check_words(const unsigned *pages)
{
	unsigned failures = 0, *last = g_new0(unsigned, made.after->len);
	for (unsigned i = 0; i < made.words; i++) {
		unsigned paragraph = g_array_index(made.paragraph, unsigned, i), after = g_array_index(made.after, unsigned, paragraph);
		if (after)
			last[paragraph] = MAX(last[paragraph], pages[after - 1]);
		if (!pages[i] || pages[i] < last[paragraph]) {
			print_error(pages[i] ? "w%u stands before what comes before it\n" : "w%u is lost\n", i);
			failures++;
		}
		last[paragraph] = MAX(last[paragraph], pages[i]);
	}
	g_free(last);
	return failures;
}

static unsigned check_flow(uint32_t seed)
{
	put_flow(seed);
	unsigned failures; /* all of it has room: no word or box is wider than its place, what no page divides is low */
	xmlDoc *areas = flow_areas(FILE_NAME, &failures);
	unsigned *pages = g_new0(unsigned, made.words);
	if (failures)
		print_error("%u overruns are said\n", failures);
	GPtrArray *bodies = flow_bodies(areas);
	for (guint i = 0; i < bodies->len; i++)
		failures += check_page(bodies->pdata[i], i + 1, pages);
	failures += check_words(pages);
	if (failures)
		print_error("seed %u: %u failures\n", seed, failures);
	g_ptr_array_unref(bodies);
	g_free(pages);
	xmlFreeDoc(areas);
	return failures;
}

/* FLOATS_SEEDS=A-B: others. */
static void test_flows(void **state)
{
	(void)state;
	made.paragraph = g_array_new(FALSE, FALSE, sizeof(unsigned));
	made.after = g_array_new(FALSE, FALSE, sizeof(unsigned));
	unsigned failures = flow_check_seeds("FLOATS_SEEDS", 1, SEEDS, check_flow);
	g_array_free(made.paragraph, TRUE);
	g_array_free(made.after, TRUE);
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_flows)};
	return cmocka_run_group_tests_name("floats at random", tests, NULL, NULL);
}
