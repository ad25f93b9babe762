/* Building area trees and dumping them as XML: src/area. */
#include "support/area_sample.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>

/* The string value of an XPath expression on a dump, in a buffer that the next call reuses. */
static const char *value(const char *dump, const char *expression)
{
	static char text[4096];
	xmlDoc *doc = xmlReadMemory(dump, (int)strlen(dump), "dump", NULL, XML_PARSE_NONET);
	xmlXPathContext *context;
	xmlXPathObject *found;
	xmlChar *string;

	assert_non_null(doc);
	context = xmlXPathNewContext(doc);
	found = xmlXPathEval((const xmlChar *)expression, context);
	assert_non_null(found);
	string = xmlXPathCastToString(found);
	strncpy(text, (const char *)string, sizeof text - 1);
	xmlFree(string);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	xmlFreeDoc(doc);
	return text;
}

#define assert_value(dump, expression, expected) assert_string_equal(value(dump, expression), expected)

static void test_children_keep_their_order(void **state)
{
	struct arena *arena = arena_open();
	struct area *parent = area_new(arena, AREA_BLOCK, 1, 2, 3, 4), *first = area_new(arena, AREA_LINE, 0, 0, 0, 0),
				*second = area_new(arena, AREA_LINE, 0, 0, 0, 0);

	(void)state;
	area_append(parent, first);
	area_append(parent, second);
	assert_ptr_equal(parent->first_child, first);
	assert_ptr_equal(first->next, second);
	assert_ptr_equal(parent->last_child, second);
	assert_null(second->next);
	arena_close(arena);
}

static void test_pages_are_counted(void **state)
{
	struct arena *arena = arena_open();
	struct area_tree tree = {0};

	(void)state;
	sample_add_page(arena, &tree, 1, 1);
	assert_int_equal(sample_add_page(arena, &tree, 1, 1)->index, 1);
	assert_int_equal(tree.page_count, 2);
	assert_ptr_equal(tree.first_page->next, tree.last_page);
	arena_close(arena);
}

static void test_structure_grows_in_order(void **state)
{
	struct arena *arena = arena_open();
	struct area_structure *root = area_structure_new(arena, NULL, "Document"), *first = area_structure_new(arena, root, "H1"),
						  *second = area_structure_new(arena, root, "P");

	(void)state;
	assert_null(root->parent);
	assert_ptr_equal(root->first_child, first);
	assert_ptr_equal(first->next, second);
	assert_ptr_equal(root->last_child, second);
	assert_ptr_equal(second->parent, root);
	arena_close(arena);
}

/* x and y are summed from the page; lengths have three decimals, rounded, and no negative zero. */
static void test_dump_lengths(void **state)
{
	struct arena *arena = arena_open();
	struct area_tree tree = {0};
	struct area_page *page = sample_add_page(arena, &tree, 1024 * 10, 1024 * 20);
	struct area *region = area_new(arena, AREA_REGION, 1024, 2048, 512, 1), *block = area_new(arena, AREA_BLOCK, -1536, 3, 0, 0);
	char *dump;

	(void)state;
	region->region.name = "body";
	area_page_append(page, region);
	area_append(region, block);
	page->number = 7;
	page->label = "vii";
	page->master = "first";
	page->blank = true;
	dump = area_dump(&tree);
	assert_value(dump, "concat(//page/@number,' ',//page/@label,' ',//page/@master,' ',//page/@blank)", "7 vii first true");
	assert_value(dump, "concat(//page/@width,' ',//page/@height)", "10.000 20.000");
	assert_value(dump, "concat(//region/@name,' ',//region/@x,' ',//region/@width,' ',//region/@height)",
				 "body 1.000 0.500 0.001");
	assert_value(dump, "concat(//block/@x,' ',//block/@y)", "-0.500 2.003");
	free(dump);
	arena_close(arena);
}

static void test_dump_attributes(void **state)
{
	struct arena *arena = arena_open();
	struct area_tree tree = {0};
	struct area_box box = {
		.border = {[AREA_BEFORE] = {AREA_LINE_SOLID, 512, 0x000000FF}, [AREA_END] = {AREA_LINE_DOUBLE, 2048, 0xFF000080}},
		.background = 0xFFFFEEFF};
	struct area *block = area_new(arena, AREA_BLOCK, 0, 0, 0, 0), *rule = area_new(arena, AREA_RULE, 0, 0, 1024, 1024),
				*link = area_new(arena, AREA_LINK, 0, 0, 0, 0), *turned = area_new(arena, AREA_TURNED, 0, 0, 0, 0);
	char *dump;

	(void)state;
	area_page_append(sample_add_page(arena, &tree, 1, 1), block);
	block->box = &box;
	block->id = "a<b>\"&'";
	block->place = (struct place){"甲 & 乙.xml", 12, 5};
	block->tag = area_structure_new(arena, NULL, "P");
	rule->color = 0xFF0000FF;
	rule->tag = &area_artifact;
	link->link.uri = "https://example.org/?a=1&b=2";
	turned->turn = 90;
	area_append(block, rule);
	area_append(block, link);
	area_append(block, turned);
	dump = area_dump(&tree);
	assert_value(dump, "//block/@border-before", "solid 0.500 #000000ff");
	assert_value(dump, "//block/@border-end", "double 2.000 #ff000080");
	assert_value(dump, "count(//block/@border-after)", "0");
	assert_value(dump, "//block/@background", "#ffffeeff");
	assert_value(dump, "//block/@id", "a<b>\"&'");
	assert_value(dump, "//block/@place", "甲 & 乙.xml:12:5");
	assert_value(dump, "//block/@tag", "P");
	assert_value(dump, "concat(//rule/@color,' ',//rule/@tag)", "#ff0000ff artifact");
	assert_value(dump, "//link/@external-destination", "https://example.org/?a=1&b=2");
	assert_value(dump, "//turned/@turn", "90");
	free(dump);
	arena_close(arena);
}

/* XML cannot hold control characters, noncharacters or broken UTF-8: each becomes U+FFFD. White space in attributes survives. */
static void test_dump_escapes(void **state)
{
	static const struct {
		const char *given, *expected;
	} cases[] = {
		{"a\001b", "a\xEF\xBF\xBD"
				   "b"},
		{"\xFF", "\xEF\xBF\xBD"},
		{"\xE4\xB8", "\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xEF\xBF\xBE", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xC0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xF0\xA0\xAE\xB7", "\xF0\xA0\xAE\xB7"}, /* 𠮷 */
		{"a\n\tb", "a\n\tb"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct area_tree tree = {.info = {.title = cases[i].given}};
		char *dump = area_dump(&tree);

		assert_value(dump, "/area-tree/info/@title", cases[i].expected);
		free(dump);
	}
}

/* The string value of a line is its text, whatever stands in it. */
static void test_dump_text(void **state)
{
	struct sample sample;
	struct area *region, *line, *inner;
	char *dump, *again;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	line = area_new(sample.arena, AREA_LINE, 0, 1024, 100 * 1024, 30 * 1024);
	inner = area_new(sample.arena, AREA_INLINE, 32 * 1024, 0, 32 * 1024, 16 * 1024);
	area_append(region, line);
	sample_text(&sample, line, "依法", 0, 0, 16 * 1024, 1000);
	area_append(line, inner);
	sample_text(&sample, inner, "行政", 0, 0, 16 * 1024, 500);
	dump = area_dump(&sample.tree);
	assert_value(dump, "//line", "依法行政");
	assert_value(dump, "concat(//text[1]/@font,' ',//text[1]/@size,' ',//text[1]/@color)", "GwFangSong 16.000 #000000ff");
	assert_value(dump, "//text[.='行政']/@stretch", "500");
	assert_value(dump, "//line/text/@at", "0.000 16.000");
	assert_value(dump, "//inline/text/@at", "0.000 8.000");
	assert_value(dump, "//inline/text/@x - //line/@x = 32", "true");
	again = area_dump(&sample.tree);
	assert_string_equal(dump, again);
	free(again);
	free(dump);
	sample_close(&sample);
}

static void test_dump_structure_and_outline(void **state)
{
	struct arena *arena = arena_open();
	struct area_outline second = {.title = "二、措施", .to.id = "s2"}, inner = {.title = "（一）", .to.id = "s11"},
						first = {.title = "一、目标",
								 .to.id = "s1",
								 .open = true,
								 .first_child = &inner,
								 .last_child = &inner,
								 .next = &second};
	struct area_tree tree = {.structure = area_structure_new(arena, NULL, "Document"), .outline = &first};
	struct area_structure *cell = area_structure_new(arena, area_structure_new(arena, tree.structure, "TR"), "TH");
	char *dump;

	(void)state;
	cell->column_span = 2;
	cell->row_span = 1;
	dump = area_dump(&tree);
	assert_value(dump, "/area-tree/structure/element/@role", "Document");
	assert_value(dump, "//element[@role='TR']/element/@role", "TH");
	assert_value(dump, "concat(//element[@role='TH']/@column-span,'/',//element[@role='TH']/@row-span)", "2/1");
	assert_value(dump, "count(/area-tree/outline/item)", "2");
	assert_value(dump, "/area-tree/outline/item[@open='true']/item/@title", "（一）");
	assert_value(dump, "//item[@title='二、措施']/@destination", "s2");
	free(dump);
	arena_close(arena);
}

/* ---- packed pages ---- */

/* One area of each kind, with all that a kind may have. */
static void add_all(struct sample *sample, struct area *region)
{
	static const struct image image = {.name = "a.png", .key = "a"};
	static const struct area_background background = {&image, 3, -4, 50000, 0, true, false};
	static const struct area_picture picture = {&image, 1, 2, 300, 400, true, true};
	static const struct area_box
		framed = {.border = {[AREA_BEFORE] = {AREA_LINE_SOLID, 512, 0x000000FF}, [AREA_END] = {AREA_LINE_WAVY, 2048, 0xFF000080}},
				  .background = 0xFFFFEEFF,
				  .picture = &background,
				  .beyond = {1, -2, 3, 400}},
		plain = {.background = 0x00FF00FF};

	for (int kind = 0; kind < AREA_KIND_COUNT; kind++) {
		struct area *area = area_new(sample->arena, (enum area_kind)kind, kind * 1000, -kind, LEN_MAX, LEN_MIN);

		if (kind == AREA_TEXT)
			continue; /* from sample_text() */
		area->box = kind % 3 == 0 ? &framed : kind % 3 == 1 ? &plain : NULL;
		area->id = kind % 2 ? "id" : NULL;
		area->tag = kind % 2 ? &area_artifact : NULL;
		area->place = (struct place){kind % 4 ? "a.fo" : NULL, kind, kind * 100};
		if (kind == AREA_REGION)
			area->region.name = "body";
		else if (kind == AREA_LINE)
			area->baseline = -5;
		else if (kind == AREA_IMAGE)
			area->picture = &picture;
		else if (kind == AREA_RULE || kind == AREA_DOT)
			area->color = 0xFF00FF80;
		else if (kind == AREA_TURNED)
			area->turn = 270;
		else if (kind == AREA_LINK)
			area->link = (struct area_link){kind % 2 ? "https://example.org/" : NULL, "there"};
		area_append(region, area);
		if (kind == AREA_LINE)
			sample_text(sample, area, "依法——行政 AV fi 100%", 0, 0, 16 * 1024, 900);
		sample_text(sample, region, "字\U00020BB7e\u0301", 7, 8, 12 * 1024, 1000);
	}
}

static char *dump_page(struct sample *sample, struct area_page *page)
{
	struct area_tree tree = sample->tree;

	tree.first_page = tree.last_page = page;
	return area_dump(&tree);
}

static void assert_comes_back(struct sample *sample, struct area_page *page)
{
	struct bytes packed = area_pack(page);
	struct arena *arena = arena_open();
	struct area_page *unpacked = area_unpack(packed, arena);
	char *before = dump_page(sample, page), *after = dump_page(sample, unpacked);

	assert_string_equal(before, after);
	assert_int_equal(unpacked->index, page->index);
	free(before);
	free(after);
	free(packed.data);
	arena_close(arena);
}

static void test_packed_pages_come_back(void **state)
{
	struct sample sample;

	(void)state;
	sample_open(&sample);
	add_all(&sample, sample_page(&sample, "iii"));
	sample.tree.first_page->master = "first";
	sample.tree.first_page->blank = true;
	assert_comes_back(&sample, sample.tree.first_page);
	sample_page(&sample, ""); /* empty */
	assert_comes_back(&sample, sample.tree.last_page);
	sample_close(&sample);
}

/* Glyphs that share nothing with their neighbours: raised, several a cluster, clusters without glyphs. */
static void test_packed_glyphs_come_back(void **state)
{
	const struct text_glyph glyphs[] = {{0, LEN_MIN, 5}, {UINT32_MAX, LEN_MAX, -5}, {7, 0, 0}};
	const struct area_cluster clusters[] = {{3, 2}, {1, 0}, {2, 1}};
	struct area_text text = {.size = 1, .color = 2, .stretch = 3, .baseline = 4, .text = "字ab!", .text_size = 6};
	struct arena *arena = arena_open();
	struct area_tree tree = {0};
	struct area_page *page = sample_add_page(arena, &tree, 1, 1);
	struct area *area = area_new(arena, AREA_TEXT, 0, 0, 0, 0);
	const struct area_text *again;
	struct bytes packed;

	(void)state;
	text.glyphs = glyphs;
	text.glyph_count = text.cluster_count = 3;
	text.clusters = clusters;
	area->text = &text;
	area_page_append(page, area);
	packed = area_pack(page);
	again = area_unpack(packed, arena)->first_area->text;
	assert_memory_equal(again->glyphs, glyphs, sizeof glyphs);
	assert_memory_equal(again->clusters, clusters, sizeof clusters);
	assert_memory_equal(again->text, text.text, text.text_size);
	assert_int_equal(again->size + (len)again->color + again->stretch + again->baseline, 10);
	free(packed.data);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_children_keep_their_order),
		cmocka_unit_test(test_pages_are_counted),
		cmocka_unit_test(test_structure_grows_in_order),
		cmocka_unit_test(test_dump_lengths),
		cmocka_unit_test(test_dump_attributes),
		cmocka_unit_test(test_dump_escapes),
		cmocka_unit_test(test_dump_text),
		cmocka_unit_test(test_dump_structure_and_outline),
		cmocka_unit_test(test_packed_pages_come_back),
		cmocka_unit_test(test_packed_glyphs_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
