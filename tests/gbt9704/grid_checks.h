/* Sheet, type area, grid (G-01 … G-15, G-19). Measured on the documents of the sample year. */
#ifndef GONGWEN_TESTS_GRID_CHECKS_H
#define GONGWEN_TESTS_GRID_CHECKS_H

#include "gbt9704/geometry.h"

/* ---- sheet and type area (G-01, G-02) ---- */

static void check_region(const struct sheets *sheets, xmlNode *region, int page)
{
	assert_mm(sheets, page, "type area, left", areas_mm(region, "x"), LEFT, 0.01);
	assert_mm(sheets, page, "type area, top", areas_mm(region, "y"), TOP, 0.01);
	assert_mm(sheets, page, "type area, width", areas_mm(region, "width"), 156, 0.01);
	assert_mm(sheets, page, "type area, height", areas_mm(region, "height"), 225, 0.01);
}

static void check_type_area(const struct sheets *sheets)
{
	GPtrArray *regions = year_find(xmlDocGetRootElement(sheets->doc), "page/region[@name = 'xsl-region-body']");

	assert_int_equal(regions->len, sheets->pages);
	for (guint i = 0; i < regions->len; i++)
		check_region(sheets, regions->pdata[i], (int)i);
	g_ptr_array_unref(regions);
}

static void test_type_area(void **state)
{
	(void)state;
	sheets_each(check_type_area);
}

/* All lines but page numbers, and but what a letter has above and below, lie in the type area; frames may err by 1 mm (6.1). */
static void check_inside(const struct sheets *sheets)
{
	GPtrArray *boxes = year_find(xmlDocGetRootElement(sheets->doc),
								 "page/region[@name = 'xsl-region-body']//*[@width and name() != 'text']");

	for (guint i = 0; i < boxes->len; i++) {
		xmlNode *node = boxes->pdata[i];
		double left = areas_mm(node, "x"), top = areas_mm(node, "y"), error = areas_is(node, "line") ? 0.01 : 1;
		double right = left + areas_mm(node, "width"), bottom = top + areas_mm(node, "height");

		if (left < LEFT - error || right > RIGHT + error || top < TOP - error || bottom > BOTTOM + error)
			fail_msg("%s: %s “%.60s” takes x %.2f … %.2f, y %.2f … %.2f mm", sheets->name, (const char *)node->name,
					 year_squeeze(year_string(node)), left, right, top, bottom);
	}
	g_ptr_array_unref(boxes);
}

static void test_all_lies_in_the_type_area(void **state)
{
	(void)state;
	sheets_each(check_inside);
}

/* The same of the ink on the page. */
static void test_ink_lies_in_the_type_area(void **state)
{
	static const char *const names[] = {"circular/3.pdf", "notice/1.pdf", "brief/2.pdf", "agreement/finance-1.pdf",
										"receipt/1.pdf"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		for (int page = 0; page < year_file(names[i])->pages; page++) {
			struct sheets sheets = {.name = names[i]};
			struct reader_box box = ink_of(names[i], page, INK_BLACK, (struct reader_box){0, 0, 210, 263});

			assert_true(box.left >= LEFT - 1 && box.right <= RIGHT + 1);
			assert_true(box.top >= TOP - 1);
			if (box.bottom > BOTTOM + 0.2)
				assert_mm(&sheets, page, "lowest ink", box.bottom, BOTTOM, 0.2);
		}
}

/* ---- the grid (G-10 … G-15, G-19) ---- */

/* Body text, headings and signatures from the title on: every line stands on one of 22 lines. */
static void check_grid(const struct sheets *sheets)
{
	if (is(sheets->kind, "receipt")) /* a form */
		return;
	double pitch = pitch_of(sheets);
	for (guint i = line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		double place = (line->top - TOP) / pitch;

		if (!is_text(line) || line->size < 15.9)
			continue;
		if (fabs(place - round(place)) * pitch > 0.02)
			fail_msg("%s, page %d: “%.60s” is %.3f mm off the grid (line %.3f)", sheets->name, line->page + 1, line->words,
					 (place - round(place)) * pitch, place + 1);
		assert_mm(sheets, line->page, "character above the middle of its line", (line->em_top + line->em_bottom) / 2,
				  (line->top + line->bottom) / 2, 0.05);
		assert_true(place > -0.01 && line->bottom <= BOTTOM + 0.01);
	}
}

static void test_text_stands_on_the_grid(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;

		if (is(year.files[i].kind, "agreement") || sheets_turned(year.files[i].name))
			continue;
		sheets = sheets_open(year.files[i].name);
		check_grid(&sheets);
		sheets_close(&sheets);
	}
}

/* G-19: so does the text after a table. */
static void test_text_stands_on_the_grid_after_tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;

		if (!is(year.files[i].kind, "agreement") || !is(year.files[i].copy, "1"))
			continue;
		sheets = sheets_open(year.files[i].name);
		check_grid(&sheets);
		sheets_close(&sheets);
	}
}

static int full_pages;

/* A page from which a paragraph goes on to the next has 22 lines; one that hands lines to the signature's page (G-49) may have fewer. */
static void check_full_pages(const struct sheets *sheets)
{
	for (guint i = 1; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		int page = line->page - 1;

		if (page < 1 || line_at(sheets, i - 1)->page != page || !is_paragraph(line) || line->left > LEFT + 0.01 ||
			content(sheets, page).table || content(sheets, page + 1).body < 3)
			continue;
		if (content(sheets, page).lines != (int)floor(225 / pitch_of(sheets) + 0.01))
			fail_msg("%s, page %d has %d lines", sheets->name, page + 1, content(sheets, page).lines);
		full_pages++;
	}
}

static void test_full_pages_have_22_lines(void **state)
{
	(void)state;
	full_pages = 0;
	sheets_each(check_full_pages);
	assert_true(full_pages >= 10);
}

/* ---- 22 lines of 28 characters, with text that has no punctuation ---- */

#define HAN "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"

static void make_han_year(void)
{
	GString *xml = g_string_new(
		"<circular number='3' number-prefix='潍依法办发' date='2006-01-16'><title>关于文字的通报</title><p>");
	char *path = g_build_filename(year.scratch, "han", "circular.xml", NULL);

	for (int i = 0; i < 100; i++)
		g_string_append(xml, HAN);
	g_string_append(xml, "</p></circular>");
	year_run("cp -r samples/weifang-2005 \"$T\"/han");
	assert_true(g_file_set_contents(path, xml->str, (gssize)xml->len, NULL));
	year_run("$GONGWEN build \"$T\"/han/year.xml -o \"$T\"/han-out --kind circular -q");
	g_string_free(xml, TRUE);
	g_free(path);
}

static void check_han_line(const struct sheets *sheets, const struct line *line, int row)
{
	GPtrArray *runs = line_runs(line);
	char **at = g_strsplit(areas_get(runs->pdata[0], "at"), " ", -1);

	assert_int_equal(runs->len, 1);
	assert_int_equal(g_strv_length(at), 28);
	assert_int_equal(g_utf8_strlen(line->words, -1), 28);
	assert_mm(sheets, line->page, "line, top", line->top, TOP + row * PITCH, 0.005);
	assert_mm(sheets, line->page, "line, left", line->left, LEFT, 0.01);
	assert_mm(sheets, line->page, "line, right", line->right, RIGHT, 0.1);
	for (int i = 0; i < 28; i++)
		assert_mm(sheets, line->page, "character", g_ascii_strtod(at[i], NULL) * MM_PER_PT, i * (156 - EM) / 27, 0.005);
	g_strfreev(at);
	g_ptr_array_unref(runs);
}

static void test_a_page_is_22_lines_of_28_characters(void **state)
{
	struct sheets sheets;
	int rows[8] = {0};

	(void)state;
	make_han_year();
	sheets = sheets_parse("han/circular", "circular",
						  year_run("$GONGWEN build \"$T\"/han/year.xml --kind circular --dump=areas"));
	for (guint i = 0; i < sheets.lines->len; i++) {
		const struct line *line = line_at(&sheets, i);

		if (line->page >= 1 && line->page <= 3)
			check_han_line(&sheets, line, rows[line->page]++);
	}
	for (int page = 1; page <= 3; page++)
		assert_int_equal(rows[page], 22);
	sheets_close(&sheets);
}

/* The same in the PDF: 616 characters, each in its place. */
static void test_a_page_is_22_lines_of_28_characters_in_the_pdf(void **state)
{
	PopplerDocument *document = year_pdf("../han-out/circular/3.pdf");
	struct sheets sheets = {.name = "han/circular.pdf"};
	PopplerPage *page = poppler_document_get_page(document, 2);
	PopplerRectangle *boxes;
	char *text = poppler_page_get_text(page), *at = text;
	guint count;
	int found = 0;
	double first = 0;

	(void)state;
	assert_true(poppler_page_get_text_layout(page, &boxes, &count));
	for (guint i = 0; i < count; i++, at = g_utf8_next_char(at)) {
		if (!g_unichar_isalpha(g_utf8_get_char(at)))
			continue;
		first = found ? first : boxes[i].y1 * MM_PER_PT;
		assert_mm(&sheets, 2, "character, left", boxes[i].x1 * MM_PER_PT, LEFT + found % 28 * (156 - EM) / 27, 0.05);
		assert_mm(&sheets, 2, "line", boxes[i].y1 * MM_PER_PT - first, found / 28 * PITCH, 0.02);
		found++;
	}
	assert_int_equal(found, 616);
	g_free(boxes);
	g_free(text);
	g_object_unref(page);
	g_object_unref(document);
}

static const struct CMUnitTest grid_checks[] = {
	cmocka_unit_test(test_type_area),
	cmocka_unit_test(test_all_lies_in_the_type_area),
	cmocka_unit_test(test_ink_lies_in_the_type_area),
	cmocka_unit_test(test_text_stands_on_the_grid),
	cmocka_unit_test(test_text_stands_on_the_grid_after_tables),
	cmocka_unit_test(test_full_pages_have_22_lines),
	cmocka_unit_test(test_a_page_is_22_lines_of_28_characters),
	cmocka_unit_test(test_a_page_is_22_lines_of_28_characters_in_the_pdf),
};

#endif
