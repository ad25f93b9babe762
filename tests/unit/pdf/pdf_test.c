/* Area trees built by hand → PDF, read back with poppler and qpdf: src/pdf. */
#include "support/area_sample.h"
#include "support/pdf_reader.h"

#include "pdf/pdf.h"

static struct bytes write_pdf(struct sample *sample)
{
	struct bytes bytes;

	assert_true(pdf_write(sample->pdf, &sample->tree, &bytes, sample->sink));
	assert_int_equal(diag_count(sample->sink, DIAG_ERROR), 0);
	reader_check_syntax(bytes.data, bytes.size);
	return bytes;
}

static bool has(struct bytes bytes, const char *words)
{
	GString *objects = reader_objects(bytes.data, bytes.size);
	bool found = memmem(objects->str, objects->len, words, strlen(words)) != NULL;

	g_string_free(objects, TRUE);
	return found;
}

/* What a document of one page with these words says when its text is extracted. */
static void check_extracted(const char *words, int32_t stretch)
{
	struct sample sample;
	struct bytes bytes;
	PopplerDocument *document;
	char *text;

	sample_open(&sample);
	sample_text(&sample, sample_page(&sample, "1"), words, 0, 0, 16 * 1024, stretch);
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	text = reader_text(document);
	assert_string_equal(text, words);
	g_free(text);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* ---- text ---- */

static void test_text_comes_out_as_it_went_in(void **state)
{
	(void)state;
	check_extracted("潍坊市人民政府关于贯彻国务院《全面推进依法行政实施纲要》的意见", 1000);
	check_extracted("二〇〇五年·第1号～第23号——“甲”……ABCfi100%", 1000);
}

/* T-02, T-03: characters beyond the basic plane, as written. */
static void test_rare_characters(void **state)
{
	(void)state;
	check_extracted("𠮷某某", 1000);
	check_extracted("㐂𠀀", 1000);
}

/* T-01: no compatibility substitutes, although a compatibility ideograph and its character may share a glyph. */
static void test_no_compatibility_substitutes(void **state)
{
	(void)state;
	check_extracted("凉\uF979郎\uF92C", 1000);
}

static void test_condensed_text(void **state)
{
	struct sample sample;
	struct bytes bytes;
	PopplerDocument *document;
	struct reader_box box;

	(void)state;
	sample_open(&sample);
	sample_text(&sample, sample_page(&sample, "1"), "潍坊市人民政府文件", 0, 0, 40 * 1024, 700);
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	box = reader_find(document, 0, "潍坊市人民政府文件");
	assert_true(fabs(box.left - 28) < 0.05);
	assert_true(fabs(box.right - box.left - 9 * 40 * 0.7 * MM_PER_PT) < 0.1);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

static void test_missing_glyph_is_still_extracted(void **state)
{
	struct sample sample;
	struct bytes bytes;
	PopplerDocument *document;
	char *text;

	(void)state;
	sample_open(&sample);
	sample_text(&sample, sample_page(&sample, "1"), "甲\U0001F600乙", 0, 0, 16 * 1024, 1000);
	assert_true(pdf_write(sample.pdf, &sample.tree, &bytes, sample.sink));
	document = reader_open(bytes.data, bytes.size);
	text = reader_text(document);
	assert_string_equal(text, "甲\U0001F600乙");
	g_free(text);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* Cairo drops what lies off the page: that is said, once a page. */
static void test_text_off_the_page_is_reported(void **state)
{
	struct sample sample;
	struct bytes bytes;
	struct area *region;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	sample_text(&sample, region, "在", 0, 0, 16 * 1024, 1000);
	sample_text(&sample, region, "外", SAMPLE_A4_WIDTH, 0, 16 * 1024, 1000);
	sample_text(&sample, region, "下", 0, SAMPLE_A4_HEIGHT, 16 * 1024, 1000);
	assert_true(pdf_write(sample.pdf, &sample.tree, &bytes, sample.sink));
	assert_int_equal(diag_count(sample.sink, DIAG_WARNING), 1);
	assert_string_equal(diag_get(sample.sink, diag_size(sample.sink) - 1)->code, "G703");
	free(bytes.data);
	sample_close(&sample);
}

/* ---- pages ---- */

static void test_pages(void **state)
{
	static const char *const labels[] = {"i", "1", "2", "附-1"};
	struct sample sample;
	struct bytes bytes;
	PopplerDocument *document;

	(void)state;
	sample_open(&sample);
	for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
		sample_text(&sample, sample_page(&sample, labels[i]), "字", 0, 0, 16 * 1024, 1000);
	sample_add_page(sample.arena, &sample.tree, SAMPLE_A4_HEIGHT, SAMPLE_A4_WIDTH); /* empty, upright */
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	assert_int_equal(poppler_document_get_n_pages(document), 5);
	for (int i = 0; i < 4; i++) {
		PopplerPage *page = poppler_document_get_page(document, i);
		char *label = poppler_page_get_label(page);

		reader_check_a4(document, i);
		assert_string_equal(label, labels[i]);
		g_free(label);
		g_object_unref(page);
	}
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

static void test_no_page_is_an_error(void **state)
{
	struct area_tree tree = {0};
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	struct bytes bytes;

	(void)state;
	assert_false(pdf_write(NULL, &tree, &bytes, sink));
	assert_null(bytes.data);
	assert_string_equal(diag_get(sink, 0)->code, "G701");
	diag_close(sink);
}

/* A face for each: all are embedded as subsets; one face in four sizes is one font. */
static void test_fonts_are_embedded(void **state)
{
	struct sample sample;
	struct area *region;
	struct bytes bytes;
	PopplerDocument *document;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	for (len size = 10; size < 14; size++)
		sample_text(&sample, region, "依法", 0, size * 4096, size * 1024, 1000);
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	assert_int_equal(reader_check_fonts(document), 1);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* Turned by 90° anticlockwise about its origin: the line runs upwards, its top looks left. */
static void test_turned_area(void **state)
{
	struct sample sample;
	struct area *region, *turned;
	struct bytes bytes;
	PopplerDocument *document;
	struct reader_box first, last;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	turned = area_new(sample.arena, AREA_TURNED, 0, region->height, region->height, region->width);
	turned->turn = 90;
	area_append(region, turned);
	sample_text(&sample, turned, "横排", 0, 0, 16 * 1024, 1000);
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	first = reader_find(document, 0, "横");
	last = reader_find(document, 0, "排");
	assert_true(fabs(fmax(first.top, first.bottom) - 262) < 0.3);
	assert_true(fabs(fmin(first.left, first.right) - 28) < 1.5);
	assert_true(fmax(last.top, last.bottom) <= fmin(first.top, first.bottom) + 0.1);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* ---- drawing: read from pixels, at 72 per inch × 4 ---- */

enum { SCALE = 4 };

static cairo_surface_t *render(struct bytes bytes)
{
	PopplerDocument *document = reader_open(bytes.data, bytes.size);
	PopplerPage *page = poppler_document_get_page(document, 0);
	cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 596 * SCALE, 842 * SCALE);
	cairo_t *cairo = cairo_create(image);

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, SCALE, SCALE);
	poppler_page_render(page, cairo);
	cairo_destroy(cairo);
	g_object_unref(page);
	g_object_unref(document);
	return image;
}

/* The colour at a place given in pt. */
static uint32_t pixel(cairo_surface_t *image, double x, double y)
{
	const unsigned char *data = cairo_image_surface_get_data(image);
	uint32_t color;

	memcpy(&color, data + (size_t)(y * SCALE) * (size_t)cairo_image_surface_get_stride(image) + (size_t)(x * SCALE) * 4, 4);
	return color & 0xFFFFFF;
}

static void test_boxes_and_rules(void **state)
{
	struct sample sample;
	struct area_page *page;
	struct area *block, *rule;
	struct area_box box = {.border = {[AREA_BEFORE] = {AREA_LINE_SOLID, 4096, 0xFF0000FF},
									  [AREA_AFTER] = {AREA_LINE_DOUBLE, 9216, 0x0000FFFF},
									  [AREA_START] = {AREA_LINE_DASHED, 4096, 0x00FF00FF}},
						   .background = 0xFFFF00FF};
	struct bytes bytes;
	cairo_surface_t *image;
	unsigned green = 0, white = 0;

	(void)state;
	sample_open(&sample);
	page = sample_add_page(sample.arena, &sample.tree, SAMPLE_A4_WIDTH, SAMPLE_A4_HEIGHT);
	block = area_new(sample.arena, AREA_BLOCK, 100 * 1024, 100 * 1024, 200 * 1024, 100 * 1024);
	rule = area_new(sample.arena, AREA_RULE, 100 * 1024, 300 * 1024, 200 * 1024, 2048);
	block->box = &box;
	rule->color = 0xFF0000FF;
	area_page_append(page, block);
	area_page_append(page, rule);
	bytes = write_pdf(&sample);
	image = render(bytes);
	assert_int_equal(pixel(image, 200, 102), 0xFF0000); /* before: 4 pt from the edge inwards */
	assert_int_equal(pixel(image, 200, 105), 0xFFFF00);
	assert_int_equal(pixel(image, 200, 99), 0xFFFFFF);
	assert_int_equal(pixel(image, 299, 150), 0xFFFF00);   /* end: none */
	assert_int_equal(pixel(image, 200, 198.5), 0x0000FF); /* after: 3 pt, 3 pt gap, 3 pt */
	assert_int_equal(pixel(image, 200, 195.5), 0xFFFFFF); /* the background lies within the padding rectangle (4.9.4) */
	assert_int_equal(pixel(image, 200, 192.5), 0x0000FF);
	for (double y = 106; y < 190; y += 0.5) { /* start: dashes and gaps, two to one */
		green += pixel(image, 102, y) == 0x00FF00;
		white += pixel(image, 102, y) == 0xFFFFFF;
	}
	assert_in_range(green, 100, 120);
	assert_in_range(white, 45, 60);
	assert_int_equal(pixel(image, 200, 301), 0xFF0000);
	assert_int_equal(pixel(image, 200, 303), 0xFFFFFF);
	cairo_surface_destroy(image);
	free(bytes.data);
	sample_close(&sample);
}

/* Two colours at a corner: each has its half, parted by the line between the outer corner and the inner one. */
static void test_corners_of_borders(void **state)
{
	struct sample sample;
	struct area_box box = {.border = {[AREA_BEFORE] = {AREA_LINE_SOLID, 10240, 0xFF0000FF},
									  [AREA_AFTER] = {AREA_LINE_INSET, 10240, 0x0000FFFF},
									  [AREA_START] = {AREA_LINE_SOLID, 20480, 0x00FF00FF},
									  [AREA_END] = {AREA_LINE_DOTTED, 10240, 0x00FF00FF}}};
	(void)state;
	sample_open(&sample);
	struct area_page *page = sample_add_page(sample.arena, &sample.tree, SAMPLE_A4_WIDTH, SAMPLE_A4_HEIGHT);
	struct area *block = area_new(sample.arena, AREA_BLOCK, 100 * 1024, 100 * 1024, 200 * 1024, 100 * 1024);
	block->box = &box;
	area_page_append(page, block);
	struct bytes bytes = write_pdf(&sample);
	cairo_surface_t *image = render(bytes);
	assert_int_equal(pixel(image, 110, 102), 0xFF0000); /* the corner of 20 × 10 pt at the top left */
	assert_int_equal(pixel(image, 110, 108), 0x00FF00);
	assert_int_equal(pixel(image, 110, 192), 0x00FF00);
	assert_int_equal(pixel(image, 110, 198), 0x0000FF);
	assert_int_equal(pixel(image, 298, 108), 0xFF0000); /* beside dots the whole of it */
	cairo_surface_destroy(image);
	free(bytes.data);
	sample_close(&sample);
}

/* ---- description, outline, links ---- */

static void test_description(void **state)
{
	struct sample sample;
	struct bytes bytes;
	PopplerDocument *document;
	char *title, *author, *subject, *keywords, *creator;

	(void)state;
	unsetenv("SOURCE_DATE_EPOCH");
	sample_open(&sample);
	sample_page(&sample, "1");
	sample.tree.info = (struct area_info){.title = ")>>/AA<</S/JavaScript",
										  .author = "潍坊市人民政府",
										  .subject = "a\\",
										  .keywords = "(",
										  .date = "2005-03-31",
										  .language = "zh-CN"};
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	title = poppler_document_get_title(document);
	author = poppler_document_get_author(document);
	subject = poppler_document_get_subject(document);
	keywords = poppler_document_get_keywords(document);
	creator = poppler_document_get_creator(document);
	assert_string_equal(title, ")>>/AA<</S/JavaScript");
	assert_string_equal(author, "潍坊市人民政府");
	assert_string_equal(subject, "a\\");
	assert_string_equal(keywords, "(");
	assert_string_equal(creator, "gongwen " GONGWEN_VERSION);
	assert_true(has(bytes, "/CreationDate (D:20050331)"));
	assert_true(has(bytes, "/ModDate (D:20050331)"));
	assert_true(has(bytes, "/Lang (zh-CN)"));
	assert_true(has(bytes, "/ID ["));
	assert_false(has(bytes, "/AA<<"));
	assert_false(poppler_document_has_javascript(document));
	g_free(title);
	g_free(author);
	g_free(subject);
	g_free(keywords);
	g_free(creator);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* A language that is no language tag is left out: the PDF says that it has none. */
static void test_hostile_language(void **state)
{
	struct sample sample;
	struct bytes bytes;

	(void)state;
	sample_open(&sample);
	sample_page(&sample, "1");
	sample.tree.info.language = "zh)/OpenAction(";
	bytes = write_pdf(&sample);
	assert_false(has(bytes, "OpenAction"));
	assert_true(has(bytes, "/Lang (und)"));
	free(bytes.data);
	sample_close(&sample);
}

static void check_item(PopplerIndexIter *items, const char *title, int page)
{
	PopplerAction *action = poppler_index_iter_get_action(items);

	assert_string_equal(action->any.title, title);
	assert_int_equal(action->type, POPPLER_ACTION_GOTO_DEST);
	assert_true(action->goto_dest.dest->type == POPPLER_DEST_NAMED || action->goto_dest.dest->page_num == page);
	poppler_action_free(action);
}

static void test_outline(void **state)
{
	static const char *const ids[] = {"s1", "s11", "第二"};
	struct sample sample;
	struct area_outline second = {.title = "二、)>>/AA<<", .to.id = "第二"}, inner = {.title = "（一）", .to.id = "s11"},
						first = {.title = "一、目标",
								 .to.id = "s1",
								 .open = true,
								 .first_child = &inner,
								 .last_child = &inner,
								 .next = &second};
	struct bytes bytes;
	PopplerDocument *document;
	PopplerIndexIter *items, *children;
	PopplerDest *dest;

	(void)state;
	sample_open(&sample);
	for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
		struct area *region = sample_page(&sample, "1");

		region->id = ids[i];
		sample_text(&sample, region, "文", 0, 0, 16 * 1024, 1000);
	}
	sample.tree.outline = &first;
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	items = poppler_index_iter_new(document);
	assert_non_null(items);
	check_item(items, "一、目标", 1);
	assert_true(poppler_index_iter_is_open(items));
	children = poppler_index_iter_get_child(items);
	check_item(children, "（一）", 2);
	assert_false(poppler_index_iter_next(children));
	assert_true(poppler_index_iter_next(items));
	check_item(items, "二、)>>/AA<<", 3);
	assert_false(poppler_index_iter_next(items));
	dest = poppler_document_find_dest(document, "s11");
	assert_int_equal(dest->page_num, 2);
	assert_true(fabs((842 - dest->top) * MM_PER_PT - 37) < 0.5);
	poppler_dest_free(dest);
	poppler_index_iter_free(children);
	poppler_index_iter_free(items);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* The links of a page, as poppler sees them. */
static GList *links(PopplerDocument *document, int index)
{
	PopplerPage *page = poppler_document_get_page(document, index);
	GList *found = poppler_page_get_link_mapping(page);

	g_object_unref(page);
	return found;
}

static struct area *sample_link(struct sample *sample, struct area *region, const char *uri, const char *id)
{
	struct area *link = area_new(sample->arena, AREA_LINK, 0, 10 * 1024, 100 * 1024, 20 * 1024);

	link->link.uri = uri;
	link->link.id = id;
	area_append(region, link);
	return link;
}

static void test_links(void **state)
{
	struct sample sample;
	struct area *region;
	struct bytes bytes;
	PopplerDocument *document;
	GList *found;
	PopplerLinkMapping *link;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	sample_text(&sample, region, "网址", 0, 0, 16 * 1024, 1000);
	sample_link(&sample, region, "https://example.org/x)>>/AA<</D<</S/JavaScript/JS(app.alert(1))>>>>", NULL);
	region = sample_page(&sample, "2");
	sample_text(&sample, region, "见首页", 0, 0, 16 * 1024, 1000);
	sample_link(&sample, region, NULL, "首");
	sample.tree.first_page->first_area->id = "首";
	bytes = write_pdf(&sample);
	document = reader_open(bytes.data, bytes.size);
	found = links(document, 0);
	assert_int_equal(g_list_length(found), 1);
	link = found->data;
	assert_int_equal(link->action->type, POPPLER_ACTION_URI);
	assert_string_equal(link->action->uri.uri,
						"https://example.org/x%29%3E%3E/AA%3C%3C/D%3C%3C/S/JavaScript/JS%28app.alert%281%29%29%3E%3E%3E%3E");
	assert_true(fabs(link->area.x1 * MM_PER_PT - 28) < 0.5 && fabs((842 - link->area.y2) * MM_PER_PT - 40.5) < 0.5);
	poppler_page_free_link_mapping(found);
	found = links(document, 1);
	link = found->data;
	assert_int_equal(link->action->type, POPPLER_ACTION_GOTO_DEST);
	poppler_page_free_link_mapping(found);
	assert_false(poppler_document_has_javascript(document));
	assert_true(has(bytes, "/F 4"));
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* A scheme that could run something is left out and named; the document is made all the same. */
static void test_refused_links(void **state)
{
	struct sample sample;
	struct area *region;
	struct bytes bytes;
	PopplerDocument *document;
	GList *found;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	sample_link(&sample, region, "javascript:alert(1)", NULL)->place = (struct place){"year.xml", 3, 7};
	sample_link(&sample, region, NULL, "nowhere");
	bytes = write_pdf(&sample);
	assert_int_equal(diag_size(sample.sink), 1);
	assert_string_equal(diag_get(sample.sink, 0)->code, "G702");
	assert_int_equal(diag_get(sample.sink, 0)->place.line, 3);
	document = reader_open(bytes.data, bytes.size);
	found = links(document, 0);
	assert_null(found);
	g_object_unref(document);
	free(bytes.data);
	sample_close(&sample);
}

/* ---- same tree, same bytes ---- */

/* Another document of the same fonts in between, and another time zone, change nothing. */
static void test_same_bytes(void **state)
{
	struct sample sample, other;
	struct area *region;
	struct bytes first, second, between;

	(void)state;
	sample_open(&sample);
	region = sample_page(&sample, "1");
	region->id = "a";
	sample_text(&sample, region, "同样的树，同样的字节𠮷", 0, 0, 16 * 1024, 1000);
	sample_link(&sample, region, NULL, "a");
	sample.tree.info.date = "2005-03-31";
	other = sample;
	other.tree = (struct area_tree){0};
	sample_text(&other, sample_page(&other, "1"), "字字节节样样另外的字𠮷", 0, 0, 16 * 1024, 1000);
	first = write_pdf(&sample);
	between = write_pdf(&other);
	setenv("TZ", "Pacific/Auckland", 1);
	second = write_pdf(&sample);
	unsetenv("TZ");
	assert_int_equal(first.size, second.size);
	assert_memory_equal(first.data, second.data, first.size);
	free(first.data);
	free(between.data);
	free(second.data);
	sample_close(&sample);
}

/* ---- what must not happen ---- */

/* Clusters that do not cover the text would lose characters: no file, an error at the author's place. */
static void test_clusters_must_cover_the_text(void **state)
{
	struct sample sample;
	struct area *area;
	struct area_text *text;
	struct bytes bytes;

	(void)state;
	sample_open(&sample);
	area = sample_text(&sample, sample_page(&sample, "1"), "依法行政", 0, 0, 16 * 1024, 1000);
	text = (struct area_text *)(uintptr_t)area->text;
	text->cluster_count--;
	area->place = (struct place){"year.xml", 8, 1};
	assert_false(pdf_write(sample.pdf, &sample.tree, &bytes, sample.sink));
	assert_null(bytes.data);
	assert_int_equal(diag_size(sample.sink), 1);
	assert_string_equal(diag_get(sample.sink, 0)->code, "G701");
	assert_int_equal(diag_get(sample.sink, 0)->place.line, 8);
	sample_close(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_comes_out_as_it_went_in),
		cmocka_unit_test(test_rare_characters),
		cmocka_unit_test(test_no_compatibility_substitutes),
		cmocka_unit_test(test_condensed_text),
		cmocka_unit_test(test_missing_glyph_is_still_extracted),
		cmocka_unit_test(test_text_off_the_page_is_reported),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_no_page_is_an_error),
		cmocka_unit_test(test_fonts_are_embedded),
		cmocka_unit_test(test_turned_area),
		cmocka_unit_test(test_boxes_and_rules),
		cmocka_unit_test(test_corners_of_borders),
		cmocka_unit_test(test_description),
		cmocka_unit_test(test_hostile_language),
		cmocka_unit_test(test_outline),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_refused_links),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_clusters_must_cover_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
