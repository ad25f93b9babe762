/* Finished files against the rules of PDF/A-2a and PDF/UA-1 (support/conformance.h): a real document, and hostile ones. */
#include "support/area_sample.h"
#include "support/conformance.h"

static void check_sample(struct sample *sample)
{
	struct bytes bytes;

	assert_true(pdf_write(sample->pdf, &sample->tree, &bytes, sample->sink));
	conformance_check(bytes.data, bytes.size);
	free(bytes.data);
}

/* Removes the folder; takes its name. */
static void remove_folder(char *folder)
{
	char *command = g_strdup_printf("rm -r %s", folder);

	assert_int_equal(system(command), 0);
	g_free(command);
	g_free(folder);
}

static void test_an_agreement(void **state)
{
	char *data = NULL, *command, *folder = g_dir_make_tmp("gongwen-XXXXXX", NULL), *path;
	gsize size = 0;

	(void)state;
	command = g_strdup_printf("%s build samples/weifang-2005/year.xml --kind agreement --department agriculture -q -j 1 -o %s",
							  GONGWEN_PROGRAM, folder);
	assert_int_equal(system(command), 0);
	path = g_build_filename(folder, "agreement", "agriculture-2.pdf", NULL);
	assert_true(g_file_get_contents(path, &data, &size, NULL));
	conformance_check(data, size);
	assert_true(size < 260000);
	g_free(data);
	g_free(path);
	g_free(command);
	remove_folder(folder);
}

static void test_an_empty_page(void **state)
{
	struct sample sample;

	(void)state;
	sample_open(&sample);
	area_page_new(sample.arena, &sample.tree, SAMPLE_A4_WIDTH, SAMPLE_A4_HEIGHT);
	check_sample(&sample);
	sample_close(&sample);
}

static void test_a_page_without_text(void **state)
{
	struct sample sample;
	struct area *rule;

	(void)state;
	sample_open(&sample);
	rule = area_new(sample.arena, AREA_RULE, 0, 0, 100 * 1024, 1024);
	rule->color = 0xFF0000FF;
	area_append(sample_page(&sample, "1"), rule);
	check_sample(&sample);
	sample_close(&sample);
}

/* Text of an element, text of furniture, a link, text half off the page, blanks alone, a line long enough for Cairo to break. */
static void test_leaves(void **state)
{
	struct sample sample;
	struct area *region, *link;
	struct area_structure *paragraph;

	(void)state;
	sample_open(&sample);
	sample.tree.structure = area_structure_new(sample.arena, NULL, "Document");
	paragraph = area_structure_new(sample.arena, sample.tree.structure, "P");
	region = sample_page(&sample, "1");
	region->tag = paragraph;
	sample_text(&sample, region, "依法行政", 0, 0, 16 * 1024, 1000);
	sample_text(&sample, region, "　　　　　　", 0, 20 * 1024, 16 * 1024, 1000);
	sample_text(&sample, region, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", 0, 40 * 1024, 8 * 1024, 1000);
	sample_text(&sample, region, "第一页", 0, 60 * 1024, 16 * 1024, 1000)->tag = &area_artifact;
	sample_text(&sample, region, "半在外", -len_from_mm(36), 80 * 1024, 16 * 1024, 1000);
	sample_text(&sample, region, "——完……", 0, 100 * 1024, 16 * 1024, 1000);
	link = area_new(sample.arena, AREA_LINK, 0, 0, 64 * 1024, 16 * 1024);
	link->link.uri = "https://example.org/)>>/AA<<";
	link->tag = area_structure_new(sample.arena, paragraph, "Link");
	area_append(region, link);
	sample.tree.info.title = ")>>/OpenAction<<";
	check_sample(&sample);
	sample_close(&sample);
}

static void test_ten_thousand_bookmarks(void **state)
{
	enum { COUNT = 10000 };
	struct sample sample;
	struct area_outline *items;

	(void)state;
	sample_open(&sample);
	sample_page(&sample, "1")->id = "here";
	items = ARENA_ARRAY(sample.arena, struct area_outline, COUNT);
	for (int i = 0; i < COUNT; i++)
		items[i] = (struct area_outline){.title = "目标", .id = "here", .next = i + 1 < COUNT ? &items[i + 1] : NULL};
	sample.tree.outline = items;
	check_sample(&sample);
	sample_close(&sample);
}

/* One file of each sample: FO with pictures, lists, notes and tables; official documents of each format. */
static void test_samples(void **state)
{
	static const char *const samples[] = {"fo samples/fo/chapter.fo",        "fo samples/fo/catalogue.fo",
										  "fo samples/fo/invoice.fo",        "fo samples/typesetting/mixed.fo",
										  "build samples/gbt9704/order.xml", "build samples/gbt9704/minutes.xml"};
	char *folder = g_dir_make_tmp("gongwen-XXXXXX", NULL);

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
		bool is_fo = g_str_has_prefix(samples[i], "fo");
		char *command = g_strdup_printf(
			"cd %s && rm -rf * && cd - >/dev/null && %s %s -q -o %s%s && cp $(find %s -name '*.pdf' | head -1) %s/it", folder,
			GONGWEN_PROGRAM, samples[i], folder, is_fo ? "/out.pdf" : "", folder, folder);
		char *path = g_build_filename(folder, "it", NULL), *data = NULL;
		gsize size = 0;

		if (system(command) != 0 || !g_file_get_contents(path, &data, &size, NULL))
			fail_msg("%s", samples[i]);
		conformance_check(data, size);
		g_free(data);
		g_free(path);
		g_free(command);
	}
	remove_folder(folder);
}

/* ---- the checker itself ---- */

/* An object that has all that a rule asks of it but one thing: the rule says so. */
static void test_every_rule_fires(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_rules); i++) {
		const struct conformance_rule *rule = &conformance_rules[i];
		GString *object = g_string_new("1 0 obj\n<<\n  ");
		char *fault;

		g_string_append_printf(object, "%s\n", rule->about);
		for (size_t k = 0; k < G_N_ELEMENTS(conformance_rules); k++)
			if (strcmp(conformance_rules[k].about, rule->about) == 0 && strcmp(conformance_rules[k].needs, rule->needs) != 0)
				g_string_append_printf(object, "  %s\n", conformance_rules[k].needs);
		fault = conformance_fault(object->str, object->len);
		assert_non_null(fault);
		assert_true(g_str_has_prefix(fault, rule->clause));
		assert_non_null(strstr(fault, rule->needs));
		g_free(fault);
		g_string_append_printf(object, "  %s\n", rule->needs);
		assert_null(conformance_fault(object->str, object->len));
		g_string_free(object, TRUE);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_bans); i++) {
		char *fault = conformance_fault(conformance_bans[i].about, strlen(conformance_bans[i].about));

		assert_non_null(fault);
		assert_true(g_str_has_prefix(fault, conformance_bans[i].clause));
		g_free(fault);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_agreement),
		cmocka_unit_test(test_an_empty_page),
		cmocka_unit_test(test_a_page_without_text),
		cmocka_unit_test(test_leaves),
		cmocka_unit_test(test_ten_thousand_bookmarks),
		cmocka_unit_test(test_every_rule_fires),
		cmocka_unit_test(test_samples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
