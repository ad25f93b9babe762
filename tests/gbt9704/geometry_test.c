/* GB/T 9704—2012 measured on the documents of the sample year: the numbers G-nn, B-nn, Z-nn are those of docs/typesetting.md. */
#include "support/areas.h"

#define LEFT      28.0
#define TOP       37.0
#define RIGHT     184.0
#define BOTTOM    262.0
#define PITCH     (225.0 / 22)
#define CHARACTER (156.0 / 28)
#define EM        (16 * MM_PER_PT) /* 三号 */
#define EM_4      (14 * MM_PER_PT) /* 四号 */
#define CENTRE    ((LEFT + RIGHT) / 2)

static bool is(const char *one, const char *other)
{
	return g_strcmp0(one, other) == 0;
}

static bool is_text(const struct line *line)
{
	return !line->artifact && !line->table && line->top >= TOP - 0.01;
}

/* A line of a justified paragraph in the body's measure. */
static bool is_paragraph(const struct line *line)
{
	return is_text(line) && is(line->tag, "P") && fabs(line->size - 16) < 0.01 &&
		   (fabs(line->left - LEFT) < 0.01 || (line->first && fabs(line->left - LEFT - 2 * CHARACTER) < 0.01));
}

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
	for (guint i = line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		double place = (line->top - TOP) / PITCH;

		if (!is_text(line) || line->size < 15.9)
			continue;
		if (fabs(place - round(place)) * PITCH > 0.02)
			fail_msg("%s, page %d: “%.60s” is %.3f mm off the grid (line %.3f)", sheets->name, line->page + 1, line->words,
					 (place - round(place)) * PITCH, place + 1);
		assert_mm(sheets, line->page, "character above the middle of its line", (line->em_top + line->em_bottom) / 2,
				  (line->top + line->bottom) / 2, 0.05);
		assert_true(place > -0.01 && place < 21.01);
	}
}

static void test_text_stands_on_the_grid(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;

		if (is(year.files[i].kind, "agreement"))
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

/* What a page has: lines of text, of tables, and of the body's paragraphs. */
struct content {
	int lines, table, body;
};

static struct content content(const struct sheets *sheets, int page)
{
	struct content content = {0};

	for (guint i = 0; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (line->page != page)
			continue;
		content.lines += is_text(line);
		content.table += line->table;
		content.body += is_paragraph(line);
	}
	return content;
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
		if (content(sheets, page).lines != 22)
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

/* ---- lines (Z-02, Z-03, Z-50, Z-63, G-13, G-35) ---- */

static int full_lines;

static void check_edges(const struct sheets *sheets)
{
	for (guint i = is(sheets->kind, "receipt") ? sheets->lines->len : line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (!is_paragraph(line) || line->last)
			continue;
		assert_mm(sheets, line->page, line->words, line->right, RIGHT, 0.1);
		full_lines++;
	}
}

static void test_full_lines_are_flush(void **state)
{
	(void)state;
	full_lines = 0;
	sheets_each(check_edges);
	assert_true(full_lines > 1000);
}

static bool is_one_of(gunichar c, const char *set)
{
	return g_utf8_strchr(set, -1, c) != NULL;
}

static void check_line_ends(const struct sheets *sheets)
{
	for (guint i = 0; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		const char *end = line->words + strlen(line->words);

		if (is_one_of(g_utf8_get_char(line->words), "”’）》〉」』〕】〗］｝，。、；：．？！·～／%‰℃") || (*line->words == '/'))
			fail_msg("%s, page %d: a line begins with “%s”", sheets->name, line->page + 1, line->words);
		if (is_one_of(g_utf8_get_char(g_utf8_prev_char(end)), "“‘（《〈「『〔【〖［｛／/"))
			fail_msg("%s, page %d: a line ends with “%s”", sheets->name, line->page + 1, line->words);
	}
}

static void test_no_line_begins_or_ends_badly(void **state)
{
	(void)state;
	sheets_each(check_line_ends);
}

/* Z-63: no last line of a paragraph is one character, with or without marks. */
static void check_last_lines(const struct sheets *sheets)
{
	for (guint i = is(sheets->kind, "receipt") ? sheets->lines->len : line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		int letters = 0;

		for (const char *at = line->words; *at; at = g_utf8_next_char(at))
			letters += g_unichar_isalnum(g_utf8_get_char(at));
		if (is_text(line) && is(line->tag, "P") && line->last && !line->first && letters < 2)
			fail_msg("%s, page %d: the last line is “%s”", sheets->name, line->page + 1, line->words);
	}
}

static void test_no_last_line_is_one_character(void **state)
{
	(void)state;
	sheets_each(check_last_lines);
}

/* Every paragraph of the author begins two characters in, its turn-overs at the edge. */
static void check_paragraph(const struct sheets *sheets, guint *at, const char *words)
{
	char *head = year_print("%.*s", (int)(g_utf8_offset_to_pointer(words, 8) - words), words);
	guint i = line_find(sheets, *at, head);

	while (!line_at(sheets, i)->first)
		i = line_find(sheets, i + 1, head);
	assert_mm(sheets, line_at(sheets, i)->page, head, line_at(sheets, i)->left, LEFT + 2 * CHARACTER, 0.01);
	while (!line_at(sheets, i)->last) {
		i++;
		assert_mm(sheets, line_at(sheets, i)->page, line_at(sheets, i)->words, line_at(sheets, i)->left, LEFT, 0.01);
	}
	*at = i;
}

static void check_paragraphs(const char *name, const char *expression)
{
	struct sheets sheets = sheets_open(name);
	GPtrArray *paragraphs = year_find(NULL, expression);
	guint at = 0;

	for (guint i = 0; i < paragraphs->len; i++)
		check_paragraph(&sheets, &at, year_squeeze(year_string(paragraphs->pdata[i])));
	g_ptr_array_unref(paragraphs);
	sheets_close(&sheets);
}

static void test_paragraphs_are_indented(void **state)
{
	(void)state;
	check_paragraphs("circular/3.pdf", "//circular//p");
	for (int i = 1; i <= 3; i++)
		check_paragraphs(year_print("brief/%d.pdf", i),
						 year_print("//bulletin[@number = %d]/p | //bulletin[@number = %d]/section/p", i, i));
	for (int i = 1; i <= 6; i++)
		check_paragraphs(year_print("notice/%d.pdf", i), year_print("//case[@number = %d]/*[self::facts or self::finding]/p", i));
	for (int i = 1; i <= 6; i++)
		check_paragraphs(year_print("transfer/%d.pdf", i), year_print("//case[@number = %d]/finding/p", i));
}

/* 1. … of the measures in an agreement (G-37). */
static void test_numbered_paragraphs_are_indented(void **state)
{
	struct sheets sheets = sheets_open("agreement/finance-1.pdf");
	GPtrArray *titles = year_find(NULL, "//specific-targets[@department = 'finance']/target[measures]/title");
	guint at = 0;

	(void)state;
	for (guint i = 0; i < titles->len; i++)
		check_paragraph(&sheets, &at, year_print("%u.%s。", i + 1, year_string(titles->pdata[i])));
	g_ptr_array_unref(titles);
	sheets_close(&sheets);
}

/* ---- faces and sizes (G-03, G-31, G-36, G-37) ---- */

static void check_face(const struct sheets *sheets, const struct line *line, const char *font, const char *size)
{
	if (!is(line_han(sheets, line, "font"), font) || !is(line_han(sheets, line, "size"), size) ||
		!is(line_han(sheets, line, "color"), "#000000ff"))
		fail_msg("%s, page %d: “%s” is in %s %s pt", sheets->name, line->page + 1, line->words, line_han(sheets, line, "font"),
				 line_han(sheets, line, "size"));
}

static bool has_han(const struct line *line)
{
	return g_regex_match_simple(AREAS_HAN, line->words, 0, 0);
}

static void check_body_faces(const struct sheets *sheets, const struct line *line)
{
	GPtrArray *runs = line_runs(line);

	for (guint i = 0; i < runs->len; i++) {
		const char *font = areas_get(runs->pdata[i], "font"), *words = year_string(runs->pdata[i]);

		if (!g_regex_match_simple(AREAS_HAN, words, 0, 0))
			continue;
		if (!is(font, "GwFangSong") && !is(font, "GwFangExt") && !is(font, "GwKai")) /* 楷体: a run-in （一） */
			fail_msg("%s, page %d: “%s” is in %s", sheets->name, line->page + 1, words, font);
		if (!is(areas_get(runs->pdata[i], "size"), "16.000") || !is(areas_get(runs->pdata[i], "color"), "#000000ff"))
			fail_msg("%s, page %d: “%s” is not in black 16 pt", sheets->name, line->page + 1, words);
	}
	g_ptr_array_unref(runs);
}

static void check_faces(const struct sheets *sheets)
{
	for (guint i = line_tagged(sheets, "H1"); i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (!is_text(line) || !has_han(line))
			continue;
		if (is(line->tag, "H1"))
			check_face(sheets, line, "GwBiaoSong", "22.000");
		else if (is(line->tag, "H2"))
			check_face(sheets, line, "GwHei", "16.000");
		else if (is(line->tag, "H3"))
			check_face(sheets, line, "GwKai", "16.000");
		else if (is_paragraph(line) && !g_str_has_prefix(line->words, "附件"))
			check_body_faces(sheets, line);
	}
}

static void test_faces(void **state)
{
	(void)state;
	sheets_each(check_faces);
}

/* 一、 two characters in; a heading is followed by text on its page (Z-65). */
static void check_headings(const struct sheets *sheets)
{
	for (guint i = 0; i + 1 < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);
		bool first = is(line->tag, "H2");

		if (!first && !is(line->tag, "H3"))
			continue;
		if (line->first &&
			!g_regex_match_simple(first ? "^[一二三四五六七八九十]+、" : "^（[一二三四五六七八九十]+）", line->words, 0, 0))
			fail_msg("%s, page %d: heading “%s”", sheets->name, line->page + 1, line->words);
		assert_mm(sheets, line->page, line->words, line->left, LEFT + (line->first ? 2 * CHARACTER : 0), 0.01);
		if (line_at(sheets, i + 1)->page != line->page)
			fail_msg("%s, page %d ends with the heading “%s”", sheets->name, line->page + 1, line->words);
	}
}

static void test_headings(void **state)
{
	struct sheets circular = sheets_open("circular/3.pdf");

	(void)state;
	assert_true(line_tagged(&circular, "H2") > 0);
	sheets_close(&circular);
	sheets_each(check_headings);
}

/* The same faces in the PDF. */
static void test_faces_in_the_pdf(void **state)
{
	static const struct {
		const char *words, *font;
		double size;
		guint16 red;
	} wanted[] = {
		{"办公室文件", "GwBiaoSong", 36.03, 65535},
		{"年度行政执法目", "GwBiaoSong", 22, 0},
		{"是我市全面贯彻国务院", "GwFangSong", 16, 0},
	};
	PopplerDocument *document = year_pdf("circular/3.pdf");
	PopplerPage *page = poppler_document_get_page(document, 0);
	char *text = poppler_page_get_text(page);
	GList *attributes = poppler_page_get_text_attributes(page);

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
		glong at = g_utf8_pointer_to_offset(text, strstr(text, wanted[i].words));
		GList *item = attributes;

		while (item && ((PopplerTextAttributes *)item->data)->end_index < at)
			item = item->next;
		assert_non_null(item);
		assert_non_null(strstr(((PopplerTextAttributes *)item->data)->font_name, wanted[i].font));
		assert_true(fabs(((PopplerTextAttributes *)item->data)->font_size - wanted[i].size) < 0.05);
		assert_int_equal(((PopplerTextAttributes *)item->data)->color.red, wanted[i].red);
	}
	poppler_page_free_text_attributes(attributes);
	g_free(text);
	g_object_unref(page);
	g_object_unref(document);
}

/* ---- 版头 (G-21 … G-30) ---- */

static xmlNode *red_rule(const struct sheets *sheets)
{
	GPtrArray *found = year_find(xmlDocGetRootElement(sheets->doc), "page[1]/region[@name = 'xsl-region-body']"
																	"//block[contains(@border-before, '#ff0000ff')]");
	xmlNode *rule = found->pdata[0];

	assert_int_equal(found->len, 1);
	g_ptr_array_unref(found);
	return rule;
}

static double border_mm(xmlNode *node, const char *side)
{
	const char *border = areas_get(node, side);

	return border ? g_ascii_strtod(strchr(border, ' '), NULL) * MM_PER_PT : 0;
}

static void check_mark(const struct sheets *sheets, const char *words, double ink_top)
{
	guint i = line_find(sheets, 0, words);
	const struct line *mark = line_at(sheets, i);
	struct reader_box ink = ink_of(sheets->name, 0, INK_RED, (struct reader_box){0, 0, 210, mark->bottom + 1});

	assert_string_equal(mark->words, words); /* on one line */
	assert_string_equal(line_han(sheets, mark, "font"), "GwBiaoSong");
	assert_string_equal(line_han(sheets, mark, "color"), "#ff0000ff");
	assert_mm(sheets, 0, "mark, upper edge of its ink", ink.top, ink_top, 1);
	assert_mm(sheets, 0, "mark, middle", (ink.left + ink.right) / 2, CENTRE, 1);
	assert_mm(sheets, 0, "mark, middle of its line", (mark->left + mark->right) / 2, CENTRE, 0.1);
	assert_true(ink.right - ink.left <= 156.1);
}

static void check_head(const char *name, const char *mark_words, const char *number_words)
{
	struct sheets sheets = sheets_open(name);
	const struct line *mark = line_at(&sheets, line_find(&sheets, 0, mark_words));
	const struct line *number = line_at(&sheets, line_find(&sheets, 0, number_words));
	const struct line *title = line_at(&sheets, line_tagged(&sheets, "H1"));
	xmlNode *rule = red_rule(&sheets);
	double top = areas_mm(rule, "y"), thick = border_mm(rule, "border-before");
	struct reader_box ink = ink_of(name, 0, INK_RED, (struct reader_box){0, mark->bottom + 1, 210, BOTTOM});

	check_mark(&sheets, mark_words, TOP + 35);
	assert_true(g_regex_match_simple("^" AREAS_HAN "+〔[0-9]{4}〕[1-9][0-9]*号$", number->words, 0, 0));
	check_face(&sheets, number, "GwFangSong", "16.000");
	assert_mm(&sheets, 0, "number, middle", (number->left + number->right) / 2, CENTRE, 0.1);
	assert_mm(&sheets, 0, "two empty lines between mark and number", number->em_top - mark->em_bottom, 2 * PITCH, PITCH / 2);
	assert_mm(&sheets, 0, "red rule below the number", top - number->em_bottom, 4, 0.1);
	assert_mm(&sheets, 0, "red rule, left", areas_mm(rule, "x"), LEFT, 0.01);
	assert_mm(&sheets, 0, "red rule, width", areas_mm(rule, "width"), 156, 0.01);
	assert_mm(&sheets, 0, "red rule, thickness", thick, 0.425, 0.08);
	assert_mm(&sheets, 0, "two empty lines between red rule and title", title->em_top - top - thick, 2 * PITCH, PITCH / 2);
	assert_mm(&sheets, 0, "ink of the red rule, left", ink.left, LEFT, 0.15);
	assert_mm(&sheets, 0, "ink of the red rule, right", ink.right, RIGHT, 0.15);
	assert_mm(&sheets, 0, "ink of the red rule, top", ink.top, top, 0.15);
	sheets_close(&sheets);
}

static void test_red_heads(void **state)
{
	(void)state;
	check_head("circular/3.pdf", "潍坊市贯彻《纲要》领导小组办公室文件", "潍依法办发〔2006〕3号");
	for (int i = 1; i <= 6; i++)
		check_head(year_print("notice/%d.pdf", i), "潍坊市人民政府法制局", year_print("潍政法错改〔2005〕%d号", i));
}

/* ---- 标题 (G-31) ---- */

/* Centred; of several lines each is longer or shorter than the next by a character, and no word is broken. */
static void check_title(const struct sheets *sheets)
{
	static const char *const words[] = {"目标", "责任", "责任制", "行政", "执法", "考核", "情况",   "通报", "年度", "错案",
										"移送", "抽查", "检查",   "半年", "排名", "得分", "通知书", "改进", "局"};
	guint at = line_tagged(sheets, "H1");

	for (guint i = at; i < sheets->lines->len && is(line_at(sheets, i)->tag, "H1"); i++) {
		const struct line *line = line_at(sheets, i), *next = line->last ? NULL : line_at(sheets, i + 1);

		assert_mm(sheets, line->page, "title, middle", (line->left + line->right) / 2, CENTRE, 0.1);
		assert_true(line->right - line->left <= 156);
		for (size_t k = 0; next && k < G_N_ELEMENTS(words); k++)
			for (const char *cut = g_utf8_next_char(words[k]); *cut; cut = g_utf8_next_char(cut))
				if (g_str_has_suffix(line->words, year_print("%.*s", (int)(cut - words[k]), words[k])) &&
					g_str_has_prefix(next->words, cut))
					fail_msg("%s, page %d: the title breaks %s: %s/%s", sheets->name, line->page + 1, words[k], line->words,
							 next->words);
		if (next && fabs((next->right - next->left) - (line->right - line->left)) < line->size * MM_PER_PT * 0.99)
			fail_msg("%s: the title's lines %s/%s differ by less than a character", sheets->name, line->words, next->words);
	}
}

static void test_titles_are_centred(void **state)
{
	(void)state;
	sheets_each(check_title);
}

/* The title of an attachment follows the same rules (G-70). */
static void test_attachment_has_its_head(void **state)
{
	struct sheets sheets = sheets_open("circular/3.pdf");
	guint i = line_find(&sheets, line_find(&sheets, 0, "附件：") + 1, "附件");
	const struct line *label = line_at(&sheets, i), *title = line_at(&sheets, i + 1), *next = line_at(&sheets, i + 2);

	(void)state;
	assert_string_equal(label->words, "附件");
	check_face(&sheets, label, "GwHei", "16.000");
	assert_mm(&sheets, label->page, "附件, left", label->left, LEFT, 0.01);
	assert_mm(&sheets, label->page, "附件, on line 1", label->top, TOP, 0.02);
	check_face(&sheets, title, "GwBiaoSong", "22.000");
	assert_mm(&sheets, label->page, "title of 附件, on line 3", title->top, TOP + 2 * PITCH, 0.02);
	assert_mm(&sheets, label->page, "title of 附件, middle", (title->left + title->right) / 2, CENTRE, 0.1);
	if (!title->last)
		assert_string_equal(year_print("%s%s", title->words, next->words), "2005年度行政执法目标责任制考核得分排名表");
	if (g_str_has_suffix(title->words, "目") && g_str_has_prefix(next->words, "标"))
		fail_msg("%s: the title of 附件 breaks 目标", sheets.name);
	sheets_close(&sheets);
}

/* ---- 主送机关, 正文 on page 1 (G-32 … G-34) ---- */

static void check_addressee(const struct sheets *sheets)
{
	guint i = line_tagged(sheets, "H1");
	const struct line *title, *addressee, *body;

	while (is(line_at(sheets, i)->tag, "H1"))
		i++;
	title = line_at(sheets, i - 1);
	addressee = line_at(sheets, i);
	body = line_at(sheets, i + 1);
	assert_true(g_str_has_suffix(addressee->words, "："));
	check_face(sheets, addressee, "GwFangSong", "16.000");
	assert_mm(sheets, 0, "addressee, left", addressee->left, LEFT, 0.01);
	assert_mm(sheets, 0, "one empty line between title and addressee", addressee->baseline - title->baseline, 2 * PITCH, 1);
	assert_mm(sheets, 0, "body on the line below the addressee", body->baseline - addressee->baseline, PITCH, 0.02);
	assert_int_equal(body->page, 0);
}

static void test_addressees(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;

		if (!is(year.files[i].kind, "circular") && !is(year.files[i].kind, "notice") && !is(year.files[i].kind, "transfer"))
			continue;
		sheets = sheets_open(year.files[i].name);
		check_addressee(&sheets);
		sheets_close(&sheets);
	}
}

static void check_body_on_page_1(const struct sheets *sheets)
{
	static const char *const tables[] = {"receipt",     "feedback",      "proposal",         "half-year",
										 "score-sheet", "case-register", "document-register"};
	int lines = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
		if (is(sheets->kind, tables[i])) /* no official documents: tables with a title */
			return;
	for (guint i = line_tagged(sheets, "H1"); i < sheets->lines->len; i++)
		lines += line_at(sheets, i)->page == 0 && is_paragraph(line_at(sheets, i));
	if (lines < 2)
		fail_msg("%s: no body text on page 1", sheets->name);
}

static void test_page_1_shows_body_text(void **state)
{
	(void)state;
	sheets_each(check_body_on_page_1);
}

/* ---- 附件说明 (G-38) ---- */

/* The first line of the item after the label, and its turn-overs, begin at one place; gives that place. */
static double item_left(const struct sheets *sheets, guint i)
{
	const struct line *label = line_at(sheets, i), *name = line_at(sheets, i + 1);

	assert_mm(sheets, label->page, "附件说明, name beside its label", name->baseline, label->baseline, 0.01);
	for (guint k = i + 1; !line_at(sheets, k)->last; k++)
		assert_mm(sheets, label->page, "附件说明, turn-over", line_at(sheets, k + 1)->left, name->left, 0.01);
	return name->left;
}

static void check_attachment_note(const char *name)
{
	struct sheets sheets = sheets_open(name);
	guint i = line_find(&sheets, 0, "附件：");
	const struct line *first = line_at(&sheets, i), *body = line_at(&sheets, i - 1);
	double left = item_left(&sheets, i);

	assert_mm(&sheets, first->page, "附件说明, left", first->left, LEFT + 2 * CHARACTER, 0.01);
	if (first->page == body->page)
		assert_mm(&sheets, first->page, "one empty line above 附件说明", first->baseline - body->baseline, 2 * PITCH, 0.02);
	for (guint k = i + 1; k < sheets.lines->len; k++) {
		const struct line *line = line_at(&sheets, k);

		if (!g_regex_match_simple("^[2-9]\\.$", line->words, 0, 0))
			continue;
		assert_mm(&sheets, line->page, "附件说明, names below one another", item_left(&sheets, k), left, 0.01);
		assert_mm(&sheets, line->page, "附件说明, numerals below one another", line->left, first->left + 3 * CHARACTER, 0.5);
	}
	sheets_close(&sheets);
}

static void test_attachment_notes(void **state)
{
	(void)state;
	check_attachment_note("circular/3.pdf");
	for (int i = 1; i <= 6; i++)
		check_attachment_note(year_print("transfer/%d.pdf", i));
}

/* ---- 署名, 成文日期 (G-40 … G-49) ---- */

/* The date of a case's notice, without zeros in front (N-07). */
static const char *notice_date(int number)
{
	int y, m, d;

	assert_int_equal(sscanf(year_value(NULL, year_print("//case[@number = %d]/notice/@date", number)), "%d-%d-%d", &y, &m, &d),
					 3);
	return year_print("%d年%d月%d日", y, m, d);
}

static void check_signature(const char *name, const char *office, const char *date_words, bool fits)
{
	struct sheets sheets = sheets_open(name);
	guint at = sheets.lines->len - 1;
	const struct line *date, *sign, *text;
	double below;

	while (!is(line_at(&sheets, at)->words, date_words))
		at--;
	date = line_at(&sheets, at);
	sign = line_at(&sheets, at - 1);
	text = line_at(&sheets, at - 2);
	below = sign->page == text->page ? sign->baseline - text->baseline : 3 * PITCH;
	assert_string_equal(sign->words, office);
	assert_true(fabs(date->size - 16) < 0.01);
	if (fits)
		assert_mm(&sheets, date->page, "date, right", date->right, RIGHT - 4 * CHARACTER, 0.3);
	else
		assert_true(date->right <= RIGHT - 4 * CHARACTER + 0.3);
	assert_true(sign->right <= RIGHT + 0.1);
	assert_mm(&sheets, date->page, "署名 centred on the date", (sign->left + sign->right) / 2, (date->left + date->right) / 2, 1);
	assert_mm(&sheets, date->page, "署名 on the line above", date->baseline - sign->baseline, PITCH, 0.02);
	assert_mm(&sheets, date->page, "two empty lines above the 署名 for a seal of 42 or 45 mm", below, 3 * PITCH, 0.02);
	if (text->page != sign->page)
		fail_msg("%s, page %d: a signature without text on its page", name, sign->page + 1);
	sheets_close(&sheets);
}

static void test_signatures(void **state)
{
	(void)state;
	check_signature("circular/3.pdf", "潍坊市贯彻《纲要》领导小组办公室", "2006年1月16日", false);
	for (int i = 1; i <= 6; i++) {
		check_signature(year_print("notice/%d.pdf", i), "潍坊市人民政府法制局", notice_date(i), true);
		check_signature(year_print("transfer/%d.pdf", i), "潍坊市人民政府法制局", notice_date(i), true);
	}
}

/* G-49: a page on which a signature stands has two lines of text at least. */
static void test_signatures_have_two_lines_above(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++) {
		struct sheets sheets;
		int page;

		if (!is(year.files[i].kind, "notice") && !is(year.files[i].kind, "transfer"))
			continue;
		sheets = sheets_open(year.files[i].name);
		page = line_at(&sheets, line_find(&sheets, line_tagged(&sheets, "H1"), "潍坊市人民政府法制局"))->page;
		if (content(&sheets, page).body < 2)
			fail_msg("%s, page %d: %d line of text above the signature", sheets.name, page + 1, content(&sheets, page).body);
		sheets_close(&sheets);
	}
}

/* ---- 版记 (G-50 … G-56, B-03) ---- */

static xmlNode *record_frame(const struct sheets *sheets)
{
	GPtrArray *found = year_find(xmlDocGetRootElement(sheets->doc), "//block[@border-before and @border-after and @tag = 'Div']");
	xmlNode *frame = found->pdata[0];

	assert_int_equal(found->len, 1);
	g_ptr_array_unref(found);
	return frame;
}

static void check_record_rules(const struct sheets *sheets, xmlNode *frame)
{
	int page = sheets->pages - 1;

	assert_int_equal(year_number(frame, "count(ancestor::page/following-sibling::page)"), 0);
	assert_mm(sheets, page, "first separator, thickness", border_mm(frame, "border-before"), 0.35, 0.01);
	assert_mm(sheets, page, "last separator, thickness", border_mm(frame, "border-after"), 0.35, 0.01);
	assert_mm(sheets, page, "separators, left", areas_mm(frame, "x"), LEFT, 0.01);
	assert_mm(sheets, page, "separators, width", areas_mm(frame, "width"), 156, 0.01);
	assert_mm(sheets, page, "last separator, lower edge", areas_mm(frame, "y") + areas_mm(frame, "height"), BOTTOM, 0.05);
}

/* 抄送：, 报：, 发：: one character in on both sides, turn-overs under the first name, 。 at the end. */
static void check_record_list(const struct sheets *sheets, const char *label)
{
	guint i = line_find(sheets, 0, label);
	const struct line *line = line_at(sheets, i);
	double names = line->left + (double)g_utf8_strlen(label, -1) * EM_4;

	assert_mm(sheets, line->page, label, line->left, LEFT + EM_4, 0.1);
	check_face(sheets, line, "GwFangSong", "14.000");
	for (; !line_at(sheets, i)->last; i++) {
		assert_mm(sheets, line->page, "版记, right edge", line_at(sheets, i)->right, RIGHT - EM_4, EM_4);
		assert_true(line_at(sheets, i)->right <= RIGHT - EM_4 + 0.1);
		assert_mm(sheets, line->page, "版记, turn-over", line_at(sheets, i + 1)->left, names, 0.1);
	}
	assert_true(g_str_has_suffix(line_at(sheets, i)->words, "。"));
}

static void check_printed_by(const struct sheets *sheets, xmlNode *frame, const char *words)
{
	GPtrArray *inner = year_find(frame, ".//block[@border-before]");
	const struct line *line = line_at(sheets, line_find(sheets, 0, words));

	assert_string_equal(line->words, words);
	assert_int_equal(inner->len, 1);
	assert_mm(sheets, line->page, "middle separator, thickness", border_mm(inner->pdata[0], "border-before"), 0.25, 0.01);
	assert_mm(sheets, line->page, "middle separator, left", areas_mm(inner->pdata[0], "x"), LEFT, 0.01);
	assert_mm(sheets, line->page, "middle separator, width", areas_mm(inner->pdata[0], "width"), 156, 0.01);
	check_face(sheets, line, "GwFangSong", "14.000");
	assert_mm(sheets, line->page, "印发机关, left", line->left, LEFT + EM_4, 0.1);
	assert_mm(sheets, line->page, "印发日期, right", line->right, RIGHT - EM_4, 0.1);
	g_ptr_array_unref(inner);
}

/* The separators as ink: black, the last on the lower edge of the type area. */
static void check_record_ink(const struct sheets *sheets)
{
	struct reader_box ink = ink_of(sheets->name, sheets->pages - 1, INK_BLACK,
								   (struct reader_box){0, BOTTOM - 1, 210, BOTTOM + 3});

	assert_mm(sheets, sheets->pages - 1, "ink of the last separator, lower edge", ink.bottom, BOTTOM, 0.15);
	assert_mm(sheets, sheets->pages - 1, "ink of the last separator, left", ink.left, LEFT, 0.15);
	assert_mm(sheets, sheets->pages - 1, "ink of the last separator, right", ink.right, RIGHT, 0.15);
}

static void check_record(const char *name, const char *const *labels, const char *printed_by)
{
	struct sheets sheets = sheets_open(name);
	xmlNode *frame = record_frame(&sheets);

	check_record_rules(&sheets, frame);
	check_record_ink(&sheets);
	for (; *labels; labels++)
		check_record_list(&sheets, *labels);
	check_printed_by(&sheets, frame, printed_by);
	sheets_close(&sheets);
}

static void test_records(void **state)
{
	static const char *const circular[] = {"报：", "发：", NULL}, *const notice[] = {"抄送：", NULL};

	(void)state;
	check_record("circular/3.pdf", circular, "潍坊市贯彻《纲要》领导小组办公室2006年1月16日印发");
	for (int i = 1; i <= 6; i++)
		check_record(year_print("notice/%d.pdf", i), notice, year_print("潍坊市人民政府法制局%s印发", notice_date(i)));
}

/* G-56: on the last page, which is even. */
static void test_records_stand_on_even_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < year.count; i++)
		if ((is(year.files[i].kind, "notice") || is(year.files[i].kind, "circular")) && year.files[i].pages % 2 != 0)
			fail_msg("%s: the 版记 stands on page %d", year.files[i].name, year.files[i].pages);
}

/* ---- page numbers (G-60 … G-64) ---- */

static void check_page_number(const struct sheets *sheets, xmlNode *line, int page)
{
	bool odd = page % 2 == 0;
	double left = areas_mm(line, "x"), right = left + areas_mm(line, "width");
	struct reader_box area = odd ? (struct reader_box){right - EM_4, BOTTOM + 1, right, 290}
								 : (struct reader_box){left, BOTTOM + 1, left + EM_4, 290};
	struct reader_box dash = ink_of(sheets->name, page, INK_BLACK, area);

	assert_string_equal(year_string(line), year_print("— %d —", page + 1));
	assert_string_equal(areas_get(line->children, "font"), "GwSong");
	assert_string_equal(areas_get(line->children, "size"), "14.000");
	assert_mm(sheets, page, "page number, outer edge", odd ? right : left, odd ? RIGHT - EM_4 : LEFT + EM_4, 0.1);
	assert_mm(sheets, page, "dash of the page number", (dash.top + dash.bottom) / 2, BOTTOM + 7, 0.3);
}

static void test_page_numbers(void **state)
{
	static const char *const names[] = {"circular/3.pdf", "agreement/finance-1.pdf", "brief/2.pdf", "notice/1.pdf"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		struct sheets sheets = sheets_open(names[i]);
		GPtrArray *lines = year_find(xmlDocGetRootElement(sheets.doc), "page/region[@name != 'xsl-region-body']//line");

		assert_int_equal(lines->len, sheets.pages);
		for (guint page = 0; page < lines->len; page++)
			check_page_number(&sheets, lines->pdata[page], (int)page);
		g_ptr_array_unref(lines);
		sheets_close(&sheets);
	}
}

/* ---- 信函 (G-80 … G-87) ---- */

struct pair {
	double left, width, top, bottom, first, second; /* the pair of rules: place and thicknesses, the upper first */
};

static struct pair red_pair(const struct sheets *sheets, int which)
{
	GPtrArray *found = year_find(xmlDocGetRootElement(sheets->doc), "page[1]//block[contains(@border-before, '#ff0000ff')]");
	xmlNode *node;
	struct pair pair;

	assert_int_equal(found->len, 2);
	node = found->pdata[which];
	assert_non_null(strstr(areas_get(node, "border-after"), "#ff0000ff"));
	pair = (struct pair){areas_mm(node, "x"),
						 areas_mm(node, "width"),
						 areas_mm(node, "y"),
						 areas_mm(node, "y") + areas_mm(node, "height"),
						 border_mm(node, "border-before"),
						 border_mm(node, "border-after")};
	g_ptr_array_unref(found);
	return pair;
}

static void check_pair(const struct sheets *sheets, struct pair pair, bool thick_first)
{
	double thick = (thick_first ? pair.first : pair.second) / MM_PER_PT,
		   thin = (thick_first ? pair.second : pair.first) / MM_PER_PT;
	struct reader_box ink = ink_of(sheets->name, 0, INK_RED, (struct reader_box){0, pair.top - 0.5, 210, pair.top + 2});

	assert_mm(sheets, 0, "red pair, left", pair.left, 20, 0.01);
	assert_mm(sheets, 0, "red pair, width", pair.width, 170, 0.01);
	assert_true(thick >= 1.49 && thick <= 2.01 && thin >= 0.49 && thin <= 0.76);
	assert_mm(sheets, 0, "ink of the red pair, left", ink.left, 20, 0.15);
	assert_mm(sheets, 0, "ink of the red pair, right", ink.right, 190, 0.15);
}

static void check_letter(const char *name)
{
	struct sheets sheets = sheets_open(name);
	struct pair upper = red_pair(&sheets, 0), lower = red_pair(&sheets, 1);
	const struct line *mark = line_at(&sheets, line_find(&sheets, 0, "潍坊市人民政府法制局"));
	const struct line *title = line_at(&sheets, line_tagged(&sheets, "H1"));
	struct reader_box ink;

	for (guint i = 0; i < sheets.lines->len; i++)
		if (is(line_han(&sheets, line_at(&sheets, i), "color"), "#ff0000ff"))
			mark = line_at(&sheets, i);
	assert_string_equal(mark->words, "潍坊市人民政府法制局");
	ink = ink_of(name, 0, INK_RED, (struct reader_box){0, 0, 210, upper.top - 1});
	assert_mm(&sheets, 0, "mark of the letter, upper edge", ink.top, 30, 1);
	assert_mm(&sheets, 0, "mark of the letter, middle", (ink.left + ink.right) / 2, 105, 1.5); /* of the page or the type area */
	assert_mm(&sheets, 0, "upper red pair below the mark", upper.top - ink.bottom, 4, 0.5);
	assert_mm(&sheets, 0, "lower red pair, from the lower edge", 297 - lower.bottom, 20, 1);
	check_pair(&sheets, upper, true);
	check_pair(&sheets, lower, false);
	assert_mm(&sheets, 0, "title two lines below", title->em_top - upper.top, 2 * PITCH, PITCH / 2 + 0.1);
	for (guint i = 0; i < sheets.lines->len; i++)
		assert_true(line_at(&sheets, i)->page > 0 || line_at(&sheets, i)->bottom <= lower.top - 4.9);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(page[1]/region[@name != 'xsl-region-body']//line)"), 0);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(//block[@tag = 'Div' and @border-after])"), 0);
	sheets_close(&sheets);
}

static void test_letters(void **state)
{
	(void)state;
	for (int i = 1; i <= 6; i++)
		check_letter(year_print("transfer/%d.pdf", i));
}

/* ---- 简报 (B-01 … B-03) ---- */

static void check_brief_head(const struct sheets *sheets, const char *issue_words)
{
	const struct line *mark = line_at(sheets, line_find(sheets, 0, "依法行政简报"));
	guint at = line_find(sheets, 0, issue_words);
	const struct line *issue = line_at(sheets, at), *office = line_at(sheets, at + 1);
	xmlNode *rule = red_rule(sheets);
	double thick = border_mm(rule, "border-before");

	assert_string_equal(line_han(sheets, mark, "color"), "#ff0000ff");
	assert_mm(sheets, 0, "name, middle", (mark->left + mark->right) / 2, CENTRE, 0.1);
	assert_true(mark->top >= TOP && mark->bottom <= 297.0 / 3);
	assert_string_equal(issue->words, issue_words);
	assert_mm(sheets, 0, "第n期, middle", (issue->left + issue->right) / 2, CENTRE, 0.1);
	check_face(sheets, issue, "GwFangSong", "16.000");
	assert_true(g_str_has_prefix(office->words, "潍坊市贯彻《纲要》领导小组办公室2005年"));
	assert_mm(sheets, 0, "编发机关, left", office->left, LEFT + CHARACTER, 0.1);
	assert_mm(sheets, 0, "date, right", office->right, RIGHT - CHARACTER, 0.1);
	assert_mm(sheets, 0, "red rule, left", areas_mm(rule, "x"), LEFT, 0.01);
	assert_mm(sheets, 0, "red rule, width", areas_mm(rule, "width"), 156, 0.01);
	assert_true(areas_mm(rule, "y") >= office->em_bottom);
	assert_mm(sheets, 0, "red rule, thickness", thick, 0.75, 0.25);
}

static void check_brief_foot(const struct sheets *sheets, const char *copies)
{
	const struct line *line = line_at(sheets, line_find(sheets, 0, "（共印"));

	check_record_rules(sheets, record_frame(sheets));
	check_record_ink(sheets);
	check_record_list(sheets, "报：");
	check_record_list(sheets, "发：");
	assert_string_equal(line->words, copies);
	assert_mm(sheets, line->page, "（共印n份）, right", line->right, RIGHT - EM_4, EM_4 / 2); /* its ） may keep half */
}

static void test_briefs(void **state)
{
	(void)state;
	for (int i = 1; i <= 3; i++) {
		struct sheets sheets = sheets_open(year_print("brief/%d.pdf", i));

		check_brief_head(&sheets, year_print("第%d期", i));
		check_brief_foot(&sheets, year_print("（共印%s份）", year_value(NULL, year_print("//bulletin[@number = %d]/copies", i))));
		sheets_close(&sheets);
	}
}

/* ---- 送达回证 (B-04) ---- */

/* The head of a row: its characters spread over the column, the first flush left, the last flush right (Z-56). */
static void check_row_head(const struct sheets *sheets, const char *words, double *left, double *right)
{
	const struct line *line = line_at(sheets, line_find(sheets, 0, words));

	if (*right == 0) {
		*left = line->left;
		*right = line->right;
	}
	assert_true(line->table);
	assert_mm(sheets, 0, words, line->left, *left, 0.1);
	assert_mm(sheets, 0, words, line->right, *right, 0.1);
}

static void check_receipt(const char *name)
{
	static const char *const heads[] = {"案由", "案号", "名称和件数", "受送达人", "送达地点", "签名或盖章", "代收理由", "备注"};
	struct sheets sheets = sheets_open(name);
	const struct line *office = line_at(&sheets, 0), *title = line_at(&sheets, 1);
	double left = 0, right = 0;

	assert_int_equal(sheets.pages, 1);
	assert_string_equal(office->words, "潍坊市人民政府法制局");
	assert_string_equal(title->words, "送达回证");
	check_face(&sheets, title, "GwBiaoSong", "22.000");
	assert_mm(&sheets, 0, "office, middle", (office->left + office->right) / 2, CENTRE, 0.1);
	assert_mm(&sheets, 0, "title, middle", (title->left + title->right) / 2, CENTRE, 0.1);
	assert_true(title->top >= office->bottom - 0.01);
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		check_row_head(&sheets, heads[i], &left, &right);
	sheets_close(&sheets);
}

static void test_receipts(void **state)
{
	(void)state;
	for (int i = 1; i <= 6; i++)
		check_receipt(year_print("receipt/%d.pdf", i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_type_area),
		cmocka_unit_test(test_all_lies_in_the_type_area),
		cmocka_unit_test(test_ink_lies_in_the_type_area),
		cmocka_unit_test(test_text_stands_on_the_grid),
		cmocka_unit_test(test_text_stands_on_the_grid_after_tables),
		cmocka_unit_test(test_full_pages_have_22_lines),
		cmocka_unit_test(test_a_page_is_22_lines_of_28_characters),
		cmocka_unit_test(test_a_page_is_22_lines_of_28_characters_in_the_pdf),
		cmocka_unit_test(test_full_lines_are_flush),
		cmocka_unit_test(test_no_line_begins_or_ends_badly),
		cmocka_unit_test(test_no_last_line_is_one_character),
		cmocka_unit_test(test_paragraphs_are_indented),
		cmocka_unit_test(test_numbered_paragraphs_are_indented),
		cmocka_unit_test(test_signatures_have_two_lines_above),
		cmocka_unit_test(test_faces),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_faces_in_the_pdf),
		cmocka_unit_test(test_red_heads),
		cmocka_unit_test(test_titles_are_centred),
		cmocka_unit_test(test_attachment_has_its_head),
		cmocka_unit_test(test_addressees),
		cmocka_unit_test(test_page_1_shows_body_text),
		cmocka_unit_test(test_attachment_notes),
		cmocka_unit_test(test_signatures),
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_records_stand_on_even_pages),
		cmocka_unit_test(test_page_numbers),
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_briefs),
		cmocka_unit_test(test_receipts),
	};

	return cmocka_run_group_tests(tests, areas_open, areas_close);
}
