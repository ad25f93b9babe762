/* Finished files against the rules of PDF/A and PDF/UA-1 (support/conformance.h): hostile ones, and every claim. Of samples and years:
 * read_back_test. That each rule can fail is tested here too. */
#include "support/area_sample.h"
#include "support/command.h"
#include "support/conformance.h"

static void check_sample(struct sample *sample)
{
	struct bytes bytes;

	assert_true(pdf_write(sample->pdf, &sample->tree, &bytes, sample->sink));
	conformance_check(bytes.data, bytes.size);
	free(bytes.data);
}

static void test_an_empty_page(void **state)
{
	struct sample sample;

	(void)state;
	sample_open(&sample);
	sample_add_page(sample.arena, &sample.tree, SAMPLE_A4_WIDTH, SAMPLE_A4_HEIGHT);
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
		items[i] = (struct area_outline){.title = "目标", .to.id = "here", .next = i + 1 < COUNT ? &items[i + 1] : NULL};
	sample.tree.outline = items;
	check_sample(&sample);
	sample_close(&sample);
}

/* Texts longer than a string of a PDF may be (A 6.1.13). */
static void test_long_texts(void **state)
{
	enum { COUNT = 40000 };
	struct sample sample;
	struct area_outline item = {.to.id = "here"};
	GString *text = g_string_new(NULL);

	(void)state;
	for (int i = 0; i < COUNT; i++)
		g_string_append(text, "𠮷");
	sample_open(&sample);
	sample_page(&sample, "1")->id = "here";
	item.title = sample.tree.info.title = sample.tree.info.subject = text->str;
	sample.tree.outline = &item;
	check_sample(&sample);
	sample_close(&sample);
	g_string_free(text, TRUE);
}

/* ---- other files ---- */

/* The file that the program makes of these arguments and a path. */
static char *made_by(const char *arguments, size_t *size)
{
	char *path = g_build_filename(scratch, "made.pdf", NULL), *command = g_strdup_printf("$GONGWEN %s %s -q", arguments, path),
		 *data = NULL;
	struct run run = run_shell(command);
	gsize got = 0;

	if (run.status != 0 || !g_file_get_contents(path, &data, &got, NULL))
		fail_msg("%s: %s", command, run.err);
	*size = got;
	run_free(&run);
	g_free(command);
	g_free(path);
	return data;
}

/* What else than a caption first or last may not be in a table: captions at both ends, one among rows (ISO 32000-1, table 337). */
static void test_captions_anywhere(void **state)
{
	static const char row[] = "<fo:block role='TR'><fo:block role='TD'>格</fo:block></fo:block>",
					  caption[] = "<fo:block role='Caption'>题</fo:block>";
	char *path = g_build_filename(scratch, "captions.fo", NULL), *data, *arguments = g_strdup_printf("fo %s -o", path);
	char *fo = g_strdup_printf(
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='zh-CN'><fo:layout-master-set><fo:simple-page-master "
		"master-name='m'><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence "
		"master-reference='m'><fo:flow flow-name='xsl-region-body'><fo:block role='Table'>%s%s%s</fo:block><fo:block "
		"role='Table'>%s%s%s</fo:block></fo:flow></fo:page-sequence></fo:root>",
		caption, row, caption, row, caption, row);
	size_t size;

	(void)state;
	assert_true(g_file_set_contents(path, fo, -1, NULL));
	data = made_by(arguments, &size);
	conformance_check(data, size);
	g_free(data);
	g_free(fo);
	g_free(arguments);
	g_free(path);
}

static void check_claim(const char *name, const struct conformance_claim *claim)
{
	char *arguments = g_strdup_printf("fo tests/pdf/read-back/everything.fo --pdf-profile %s -o", name), *data;
	size_t size;

	data = made_by(arguments, &size);
	conformance_check_as(data, size, claim);
	g_free(data);
	g_free(arguments);
}

static void test_every_claim(void **state)
{
	(void)state;
	check_claim("a2a+ua1", &conformance_a2a_ua1);
	check_claim("a2b", &conformance_a2b);
	check_claim("a3a", &conformance_a3a);
}

/* The attached XML tells nothing of the folders that the input came from: the same bytes from wherever it is read. */
static void test_source_is_the_same_anywhere(void **state)
{
	(void)state;
	expect("$GONGWEN build samples/gbt9704/letter.xml --pdf-profile a3a -q -o \"$T\"/here && "
		   "$GONGWEN build \"$PWD\"/samples/gbt9704/letter.xml --pdf-profile a3a -q -o \"$T\"/there && "
		   "cmp \"$T\"/here/letter/letter.pdf \"$T\"/there/letter/letter.pdf && "
		   "pdfdetach -save 1 -o \"$T\"/source.xml \"$T\"/here/letter/letter.pdf && grep -c '商请贵市予以协助' \"$T\"/source.xml",
		   0, "1", NULL);
}

/* ---- the checker itself ---- */

static GString *copy_of(const GString *text)
{
	return g_string_new_len(text->str, (gssize)text->len);
}

static bool replace_first(GString *text, const char *find, const char *replace)
{
	const char *found = memmem(text->str, text->len, find, strlen(find));
	gssize at = found - text->str;

	if (!found)
		return false;
	g_string_erase(text, at, (gssize)strlen(find));
	g_string_insert(text, at, replace);
	return true;
}

/* Each rule says so when the file is changed as its row says, and nothing is wrong with it before. */
static void test_every_rule_fires(void **state)
{
	size_t size;
	char *data = made_by("fo tests/pdf/read-back/everything.fo -o", &size);
	GString *good = reader_objects(data, size), *faults = conformance_faults(copy_of(good), &conformance_a2a_ua1);

	(void)state;
	assert_string_equal(faults->str, "");
	g_string_free(faults, TRUE);
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_rules); i++) {
		const struct conformance_rule *rule = &conformance_rules[i];
		GString *bad = copy_of(good);
		char *line = g_strdup_printf("%s: %s\n", rule->clause, rule->asks);

		if (!replace_first(bad, rule->find, rule->replace))
			fail_msg("%s: the file has no %s", line, rule->find);
		faults = conformance_faults(bad, &conformance_a2a_ua1);
		if (!strstr(faults->str, line))
			fail_msg("not noticed: %s", line);
		g_string_free(faults, TRUE);
		g_free(line);
	}
	g_string_free(good, TRUE);
	g_free(data);
}

/* docs/pdf.md has a row for each. */
static void test_every_rule_is_documented(void **state)
{
	char *text = NULL;

	(void)state;
	assert_true(g_file_get_contents("docs/pdf.md", &text, NULL, NULL));
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_rules); i++) {
		const char *conditions = conformance_rules[i].matterhorn;
		char *row = g_strdup_printf("\n| %s | %s | %s%s|\n", conformance_rules[i].clause, conformance_rules[i].asks,
									conditions ? conditions : "", conditions ? " " : "");

		if (!strstr(text, row))
			fail_msg("docs/pdf.md lacks %s", row);
		g_free(row);
	}
	g_free(text);
}

/* Every failure condition of the Matterhorn Protocol 1.02 that a program can find is a rule's, but for two about what is inside fonts,
 * which preflight_test.c looks at. */
static void test_every_condition_has_a_rule(void **state)
{
	static const struct {
		const char *checkpoint, *conditions;
	} points[] = {{"01", "003 004 005 007"},
				  {"02", "001 003 004"},
				  {"06", "001 002 003"},
				  {"07", "001 002"},
				  {"09", "004 005 006 007 008"},
				  {"10", "001"},
				  {"11", "001 002 003 004 005 006"},
				  {"13", "004"},
				  {"14", "002 003 006 007"},
				  {"15", "003"},
				  {"17", "002 003"},
				  {"19", "003 004"},
				  {"20", "001 002 003"},
				  {"21", "001"},
				  {"25", "001"},
				  {"26", "001 002"},
				  {"28", "002 004 005 006 007 008 009 010 011 012 014 015 016 017 018"},
				  {"30", "001 002"},
				  {"31", "001 002 003 004 005 006 007 008 009 012 013 014 015 017 018 019 020 021 022 023 024 025 026 027 028 "
						 "029 030"}};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(points); i++) {
		char **conditions = g_strsplit(points[i].conditions, " ", -1);

		for (char **condition = conditions; *condition; condition++) {
			char *number = g_strdup_printf("%s-%s", points[i].checkpoint, *condition);
			bool found = false;

			for (size_t k = 0; k < G_N_ELEMENTS(conformance_rules); k++)
				found = found ||
						(conformance_rules[k].matterhorn && conformance_is_listed(conformance_rules[k].matterhorn, number));
			if (!found)
				fail_msg("no rule for %s", number);
			g_free(number);
		}
		g_strfreev(conditions);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_empty_page),
		cmocka_unit_test(test_a_page_without_text),
		cmocka_unit_test(test_leaves),
		cmocka_unit_test(test_ten_thousand_bookmarks),
		cmocka_unit_test(test_every_rule_fires),
		cmocka_unit_test(test_every_rule_is_documented),
		cmocka_unit_test(test_long_texts),
		cmocka_unit_test(test_captions_anywhere),
		cmocka_unit_test(test_every_claim),
		cmocka_unit_test(test_every_condition_has_a_rule),
		cmocka_unit_test(test_source_is_the_same_anywhere),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
