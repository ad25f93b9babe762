/* Flows of lines made at random, the same each time, with keeps of all strengths on blocks, tables, rows, lists and items within one another.
 * Whatever they are, each line stands on the pages once, in order, and no page ends early: where one ends against no keep, no later place on
 * it would have done as well; and where the next one ends against a keep in any case, none that goes against no stronger one (XSL 1.1, 4.8).
 * What no page could hold alone does not count. All lines stand in the body, over no other ones. Body of 18 lines. */
#include <libxml/xpath.h>

#include "support/random_flow.h"

#define SEEDS     40
#define FILE_NAME "build/tests/layout/keeps.fo"
#define LINES     18u
#define ALWAYS    1000

/* Lines from `first` to `last` stay on a page. */
struct keep {
	int strength;
	unsigned first, last;
};

static struct {
	unsigned lines;
	bool integers, tall;
	GArray *keeps;
} made;

/* ---- a flow ---- */

static int put_keep(const char *property, unsigned in)
{
	static const int strengths[] = {1, 3, 5};
	if (pick(in) != 0)
		return 0;
	int strength = made.integers && pick(3) ? strengths[pick(3)] : ALWAYS;
	g_string_append_printf(flow.text, " %s.within-page=\"", property);
	if (strength == ALWAYS)
		put("always\"");
	else
		g_string_append_printf(flow.text, "%d\"", strength);
	return strength;
}

struct strengths {
	int together, next, previous;
};

/* The keeps of an object that begins; none is inherited. */
static struct strengths put_keeps(bool together)
{
	struct strengths strengths = {0};
	if (together)
		strengths.together = put_keep("keep-together", 4);
	if (!strengths.together)
		put(" keep-together.within-page=\"auto\"");
	strengths.next = put_keep("keep-with-next", 5);
	strengths.previous = put_keep("keep-with-previous", 12);
	return strengths;
}

static void add_keep(int strength, unsigned first, unsigned last)
{
	if (strength)
		g_array_append_val(made.keeps, ((struct keep){strength, first, last}));
}

static void add_keeps(struct strengths strengths, unsigned first)
{
	unsigned last = made.lines - 1;
	if (last > first)
		add_keep(strengths.together, first, last);
	add_keep(strengths.next, last, last + 1);
	if (first)
		add_keep(strengths.previous, first - 1, first);
}

static void put_any(unsigned depth);

static void put_several(unsigned depth, unsigned most)
{
	for (unsigned n = 1 + pick(made.tall ? 2 * most : most); n > 0; n--)
		put_any(depth);
}

static void put_leaf(void)
{
	unsigned first = made.lines;
	put("<fo:block linefeed-treatment=\"preserve\" orphans=\"1\" widows=\"1\"");
	struct strengths strengths = put_keeps(false);
	put(">");
	for (unsigned n = pick(2) ? 1 : 1 + pick(4); n > 0; n--)
		g_string_append_printf(flow.text, "w%u%s", made.lines++, n > 1 ? "&#10;" : "");
	put("</fo:block>");
	add_keeps(strengths, first);
}

static void put_block(unsigned depth)
{
	unsigned first = made.lines;
	put("<fo:block");
	struct strengths strengths = put_keeps(true);
	put(">");
	put_several(depth + 1, 7);
	put("</fo:block>");
	add_keeps(strengths, first);
}

/* A table of rows, or a list of items: what is kept stands in the second cell, or the body. */
static void put_rows(unsigned depth, bool list)
{
	unsigned first = made.lines;
	put(list ? "<fo:list-block provisional-distance-between-starts=\"10pt\"" : "<fo:table table-layout=\"fixed\" width=\"100%\"");
	struct strengths strengths = put_keeps(true);
	put(list ? ">" : "><fo:table-column column-width=\"10pt\"/><fo:table-column/><fo:table-body>");
	for (unsigned n = 1 + pick(5); n > 0; n--) {
		unsigned from = made.lines;
		put(list ? "<fo:list-item" : "<fo:table-row");
		struct strengths own = put_keeps(true);
		put(list ? "><fo:list-item-label end-indent=\"label-end()\"><fo:block/></fo:list-item-label>"
				   "<fo:list-item-body start-indent=\"body-start()\">"
				 : "><fo:table-cell><fo:block/></fo:table-cell><fo:table-cell>");
		put_several(depth + 2, 3);
		put(list ? "</fo:list-item-body></fo:list-item>" : "</fo:table-cell></fo:table-row>");
		add_keeps(own, from);
	}
	put(list ? "</fo:list-block>" : "</fo:table-body></fo:table>");
	add_keeps(strengths, first);
}

static void put_any(unsigned depth)
{
	unsigned kind = pick(9);
	if (kind < 2 && depth < 4)
		put_block(depth);
	else if (kind < 4 && depth < 3)
		put_rows(depth, kind == 3);
	else
		put_leaf();
}

static void put_flow(uint32_t seed)
{
	flow.state = seed * 2654435761u;
	made.integers = seed % 3 != 0;
	made.tall = seed % 2 != 0;
	made.lines = 0;
	g_array_set_size(made.keeps, 0);
	g_string_printf(
		flow.text,
		"<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" font-family=\"仿宋\" font-size=\"10pt\" line-height=\"14pt\" "
		"line-stacking-strategy=\"font-height\" xml:lang=\"en\"><fo:layout-master-set><fo:simple-page-master master-name=\"a\" "
		"page-width=\"300pt\" page-height=\"300pt\" margin=\"20pt\"><fo:region-body/>"
		"</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference=\"a\">"
		"<fo:flow flow-name=\"xsl-region-body\">");
	for (unsigned n = 12 + pick(12); n > 0; n--)
		put_any(0);
	put("</fo:flow></fo:page-sequence></fo:root>\n");
}

/* ---- its pages ---- */

/* Each line in the body, over no other one. */
static unsigned check_places(xmlNode *page, unsigned number)
{
	static const struct flow_box body = {20, 20, 280, 280};
	unsigned failures = 0;
	GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct flow_box));
	GPtrArray *lines = flow_areas_at(page, ".//line");
	for (guint i = 0; i < lines->len; i++) {
		struct flow_box box = flow_box_of(lines->pdata[i]);
		char *content = (char *)xmlNodeGetContent(lines->pdata[i]);
		failures += flow_check_place(&body, &box, content, number, boxes);
		xmlFree(content);
	}
	g_ptr_array_unref(lines);
	g_array_free(boxes, TRUE);
	return failures;
}

/* The line that each page begins with, and the number of all. */
static GArray *starts_of(xmlDoc *areas, unsigned *lines, unsigned *failures)
{
	GArray *starts = g_array_new(FALSE, FALSE, sizeof(unsigned));
	for (xmlNode *node = xmlDocGetRootElement(areas)->children; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "page") != 0)
			continue;
		g_array_append_val(starts, *lines);
		*failures += check_places(node, starts->len);
		char *content = (char *)xmlNodeGetContent(node);
		for (const char *word = strchr(content, 'w'); word; word = strchr(word + 1, 'w'))
			if (strtoul(word + 1, NULL, 10) == *lines)
				(*lines)++;
			else
				*lines = UINT_MAX / 2;
		xmlFree(content);
	}
	return starts;
}

/* The strongest keep that a page from line `from` goes against when it ends before line `end`. */
static int strength_at(unsigned from, unsigned end)
{
	int strongest = 0;
	for (guint i = 0; i < made.keeps->len; i++) {
		const struct keep *keep = &g_array_index(made.keeps, struct keep, i);
		bool fits = keep->last - keep->first < LINES && keep->last < made.lines;
		if (fits && keep->first >= from && keep->first < end && end <= keep->last)
			strongest = MAX(strongest, keep->strength);
	}
	return strongest;
}

/* The weakest that a page from line `from` must end against. */
static int weakest_from(unsigned from)
{
	int weakest = from + LINES >= made.lines ? 0 : ALWAYS;
	for (unsigned end = from + 1; end <= from + LINES && end < made.lines; end++)
		weakest = MIN(weakest, strength_at(from, end));
	return weakest;
}

static unsigned check_page(unsigned from, unsigned end)
{
	int next = strength_at(from, end) ? -1 : weakest_from(end);
	unsigned failures = 0;
	for (unsigned later = end + 1; next >= 0 && later <= from + LINES && later < made.lines; later++) {
		if (strength_at(from, later) > next)
			continue;
		print_error("the page of line %u ends before line %u, but might before line %u\n", from, end, later);
		failures++;
	}
	return failures;
}

static unsigned check_flow(uint32_t seed)
{
	put_flow(seed);
	unsigned overruns;
	xmlDoc *areas = flow_areas(FILE_NAME, &overruns);
	unsigned lines = 0, failures = overruns;
	GArray *starts = starts_of(areas, &lines, &failures);
	assert_int_equal(lines, made.lines);
	for (guint i = 0; i + 1 < starts->len; i++)
		failures += check_page(g_array_index(starts, unsigned, i), g_array_index(starts, unsigned, i + 1));
	if (overruns)
		print_error("it is said that something has no room\n");
	if (failures)
		print_error("seed %u: %u failures\n", seed, failures);
	g_array_free(starts, TRUE);
	xmlFreeDoc(areas);
	return failures;
}

static unsigned check_seed(uint32_t seed)
{
	return check_flow(seed * 37);
}

/* KEEPS_SEEDS=A-B: others. */
static void test_flows(void **state)
{
	(void)state;
	made.keeps = g_array_new(FALSE, FALSE, sizeof(struct keep));
	unsigned failures = flow_check_seeds("KEEPS_SEEDS", 1, SEEDS, check_seed);
	g_array_free(made.keeps, TRUE);
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_flows)};
	return cmocka_run_group_tests_name("keeps at random", tests, NULL, NULL);
}
