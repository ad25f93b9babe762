/* XSL-FO → PDF through the real program, read back with poppler and qpdf: what a user's file must come to. */
#include "run.h"
#include "support/pdf_objects.h"

#define FOLDER "build/tests/pdf-out"

/* A document of one page master, GB/T 9704's: type area 156 × 225 mm, 22 lines of 28 characters. */
#define FO_HEAD                                                                                                                  \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo' xml:lang='zh-CN' font-family='仿宋'"      \
	" font-size='16pt' line-height='28.99pt' letter-spacing='-0.215pt'>"                                                         \
	"<fo:layout-master-set><fo:simple-page-master master-name='a4' page-width='210mm' page-height='297mm'"                       \
	" margin='37mm 26mm 35mm 28mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
#define FO_FLOW "<fo:page-sequence master-reference='a4'><fo:flow flow-name='xsl-region-body'>"
#define FO_END  "</fo:flow></fo:page-sequence></fo:root>"

/* Formats the FO; `environment`: assignments before the command. Gives the PDF's bytes; g_free() them. */
static char *format_with(const char *environment, const char *fo, gsize *size)
{
	char *command = g_strdup_printf("mkdir -p " FOLDER " && %s \"$GONGWEN\" fo " FOLDER "/in.fo -o " FOLDER "/out.pdf",
									environment);
	char *data = NULL;
	struct run run;

	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	assert_true(g_file_set_contents(FOLDER "/in.fo", fo, -1, NULL));
	run = run_shell(command);
	if (run.status != 0)
		fail_msg("exit status %d: %s", run.status, run.err);
	assert_true(g_file_get_contents(FOLDER "/out.pdf", &data, size, NULL));
	reader_check_syntax(data, *size);
	run_free(&run);
	g_free(command);
	return data;
}

static PopplerDocument *format(const char *fo)
{
	gsize size;
	char *data = format_with("", fo, &size);
	PopplerDocument *document = reader_open(data, size);

	g_free(data);
	return document;
}

static void check_text(PopplerDocument *document, const char *expected)
{
	char *text = reader_text(document);

	assert_string_equal(text, expected);
	g_free(text);
	g_object_unref(document);
}

static void assert_near(double found, double expected, double tolerance)
{
	if (fabs(found - expected) > tolerance)
		fail_msg("%.3f, not %.3f ± %.3f", found, expected, tolerance);
}

/* ---- text ---- */

/* T-01: all characters, in order, as the code points given, through indent, justification, inlines and page breaks. */
static void test_text_survives(void **state)
{
	(void)state;
	check_text(
		format(FO_HEAD FO_FLOW
			   "<fo:block text-indent='2em' text-align='justify'>为贯彻落实《全面推进依法行政实施纲要》（国发〔2004〕10号），"
			   "推进依法行政，建设法治政府，根据“谁决策、谁负责”的原则——结合本市实际……制定<fo:inline font-family='黑体'>本意见"
			   "</fo:inline>。到2005年12月31日，ABC达标率98.5％以上。</fo:block><fo:block "
			   "break-before='page'>第二页</fo:block>" FO_END),
		"为贯彻落实《全面推进依法行政实施纲要》（国发〔2004〕10号），推进依法行政，建设法治政府，根据“谁决策、谁负责”的原则——"
		"结合本市实际……制定本意见。到2005年12月31日，ABC达标率98.5％以上。第二页");
}

/* What a container clips is not in the file, wherever on the page it stands, and nothing around it is lost; one of no height shows nothing. */
static void test_clipped_text(void **state)
{
	(void)state;
	check_text(
		format(FO_HEAD FO_FLOW
			   "<fo:block-container height='20pt' width='60pt' overflow='hidden'><fo:block line-height='20pt'>甲</fo:block>"
			   "<fo:block space-before='20pt'>乙</fo:block></fo:block-container>"
			   "<fo:block-container absolute-position='absolute' top='200pt' left='300pt' height='0pt' width='60pt' "
			   "overflow='hidden'><fo:block>丙</fo:block></fo:block-container>"
			   "<fo:block>丁</fo:block>" FO_END),
		"甲丁");
}

/* One as large as the page, over text that is drawn already, beside what is drawn between signs (a picture, text that is cut): nothing is lost. */
static void test_backgrounds_of_whole_pages(void **state)
{
	(void)state;
	check_text(
		format(
			"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo' "
			"xml:lang='zh-CN'><fo:layout-master-set>"
			"<fo:simple-page-master master-name='m' page-width='300.5pt' page-height='200pt'><fo:region-body "
			"background-color='red'/><fo:region-before extent='20pt'/></fo:simple-page-master></fo:layout-master-set>"
			"<fo:page-sequence master-reference='m'><fo:static-content flow-name='xsl-region-before'><fo:block>眉</fo:block>"
			"</fo:static-content><fo:flow flow-name='xsl-region-body'><fo:block>甲<fo:instream-foreign-object gw:alt='图'>"
			"<svg xmlns='http://www.w3.org/2000/svg' width='60' height='30'><rect width='20' height='9'/></svg>"
			"</fo:instream-foreign-object></fo:block><fo:block-container height='20pt' overflow='hidden'><fo:block>乙</fo:block>"
			"</fo:block-container><fo:block-container absolute-position='absolute' width='301pt' height='200pt' "
			"background-color='blue'><fo:block text-align='end'>丙</fo:block></fo:block-container></fo:flow></fo:page-sequence>"
			"</fo:root>"),
		"眉甲乙丙");
}

/* T-02, T-03, T-06 */
static void test_rare_characters_survive(void **state)
{
	(void)state;
	check_text(format(FO_HEAD FO_FLOW "<fo:block>𠮷某某、㐂某、二〇〇五年、々、甲·乙、～</fo:block>" FO_END),
			   "𠮷某某、㐂某、二〇〇五年、々、甲·乙、～");
}

/* A character that only says where lines may end is drawn by nothing, may end a run, and a line, and is not read: it would belong to the
 * glyph beside it wherever that comes. One that joins letters is. */
static void test_unseen_characters(void **state)
{
	(void)state;
	check_text(format(FO_HEAD FO_FLOW
					  "<fo:block>甲&#x2060;</fo:block><fo:block>乙&#x200B;丙&#x200B;</fo:block>"
					  "<fo:block>&#x2060;</fo:block><fo:block>丁<fo:inline color='red'>&#x2060;</fo:inline></fo:block>"
					  "<fo:block>&#x2060;&#x2060;戊</fo:block><fo:block>己&#x200D;</fo:block>" FO_END),
			   "甲乙丙丁戊己\u200D");
}

/* A hyphen that parts a word at a line's end is read as one soft hyphen, one in the text as it is, by those too who know the fonts' maps
 * alone; soft hyphens within lines are not read. */
static void test_soft_hyphens(void **state)
{
	gsize size;
	char *data = format_with("",
							 FO_HEAD FO_FLOW "<fo:block language='en' end-indent='130mm'>extra&#xAD;ordinary kinds of ra&#xAD;in"
											 "</fo:block><fo:block language='en'>MS-Windows a-b</fo:block>" FO_END,
							 &size);
	GString *objects = reader_objects(data, size);

	(void)state;
	check_text(reader_open(data, size), "extra\u00ADordinarykindsofrainMS-Windowsa-b");
	assert_null(memmem(objects->str, objects->len, "ActualText", strlen("ActualText")));
	g_string_free(objects, TRUE);
	g_free(data);
}

static void assert_found(PopplerDocument *document, const char *word)
{
	PopplerPage *page = poppler_document_get_page(document, 0);
	GList *found = poppler_page_find_text(page, word);

	if (g_list_length(found) != 1)
		fail_msg("%s: found %u times", word, g_list_length(found));
	g_list_free_full(found, (GDestroyNotify)poppler_rectangle_free);
	g_object_unref(page);
}

/* 均排 (Z-56): a word that is spread over a width is found and read as one, also beside others, in bold type, in colour, and when one glyph
 * stands for two characters of it. */
static void test_spread_words_are_found(void **state)
{
	static const char *const words[] = {"案由", "送达地址", "备注", "甲～乙〜丙", "后文"};
	PopplerDocument *document = format(FO_HEAD FO_FLOW
									   "<fo:block text-align-last='justify' end-indent='90mm'>案由</fo:block>"
									   "<fo:block text-align-last='justify' end-indent='90mm' role='H1'>送达地址</fo:block>"
									   "<fo:block text-align-last='justify' end-indent='90mm' font-weight='bold'>备注</fo:block>"
									   "<fo:block letter-spacing='1em' font-family='黑体'>甲～乙〜丙</fo:block>"
									   "<fo:block>前<fo:inline color='red'>后文</fo:inline></fo:block>" FO_END);

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		assert_found(document, words[i]);
	check_text(document, "案由送达地址备注甲～乙〜丙前后文");
}

static void test_every_font_is_embedded(void **state)
{
	PopplerDocument *document = format(FO_HEAD FO_FLOW "<fo:block>仿宋<fo:inline font-family='黑体'>黑体</fo:inline><fo:inline"
													   " font-family='楷体'>楷体</fo:inline>Latin</fo:block>" FO_END);

	(void)state;
	assert_true(reader_check_fonts(document) >= 3);
	g_object_unref(document);
}

/* ---- page and grid ---- */

/* G-01, G-10 … G-13: 28 characters fill 156 mm, 22 lines fill 225 mm; the 23rd goes to the next page. */
static void test_grid(void **state)
{
	GString *fo = g_string_new(FO_HEAD FO_FLOW "<fo:block text-align='justify' widows='1'>");
	PopplerDocument *document;
	struct reader_box first, last, bottom;

	(void)state;
	g_string_append(fo, "首");
	for (int i = 0; i < 26; i++)
		g_string_append(fo, "字");
	g_string_append(fo, "尾");
	for (int line = 1; line < 21; line++)
		for (int i = 0; i < 28; i++)
			g_string_append(fo, "行");
	for (int i = 0; i < 28; i++)
		g_string_append(fo, "底");
	g_string_append(fo, "次页</fo:block>" FO_END);
	document = format(fo->str);
	assert_int_equal(poppler_document_get_n_pages(document), 2);
	reader_check_a4(document, 0);
	first = reader_find(document, 0, "首");
	last = reader_find(document, 0, "尾");
	bottom = reader_find(document, 0, "底");
	assert_near(first.left, 28, 0.1);
	assert_near(last.right, 184, 0.2);
	assert_near((first.top + first.bottom) / 2, 37 + 225.0 / 44, 1);
	assert_near(bottom.top - first.top, 21 * 28.99 * MM_PER_PT, 0.1);
	assert_true(bottom.bottom < 262.5);
	reader_find(document, 1, "次");
	g_object_unref(document);
	g_string_free(fo, TRUE);
}

/* ---- description, outline, links ---- */

static void test_hostile_description(void **state)
{
	PopplerDocument *document = format(
		FO_HEAD "<fo:declarations><gw:info title=')>>/AA&lt;&lt;' author='a\\' subject='潍坊(' date='2005-03-31'/>"
				"</fo:declarations>" FO_FLOW "<fo:block>文</fo:block>" FO_END);
	char *title = poppler_document_get_title(document), *author = poppler_document_get_author(document),
		 *subject = poppler_document_get_subject(document);

	(void)state;
	assert_string_equal(title, ")>>/AA<<");
	assert_string_equal(author, "a\\");
	assert_string_equal(subject, "潍坊(");
	assert_false(poppler_document_has_javascript(document));
	g_free(title);
	g_free(author);
	g_free(subject);
	g_object_unref(document);
}

static void test_links(void **state)
{
	PopplerDocument *document = format(
		FO_HEAD FO_FLOW
		"<fo:block>见<fo:basic-link external-destination='https://example.org/)>>/AA&lt;&lt;'>网站</fo:basic-link>和"
		"<fo:basic-link internal-destination='附件 (一)'>附件</fo:basic-link></fo:block>"
		"<fo:block break-before='page' id='附件 (一)'>附件</fo:block>" FO_END);
	PopplerPage *page = poppler_document_get_page(document, 0);
	GList *links = poppler_page_get_link_mapping(page);
	bool outside = false, inside = false;

	(void)state;
	for (GList *at = links; at; at = at->next) {
		PopplerAction *action = ((PopplerLinkMapping *)at->data)->action;

		if (action->type == POPPLER_ACTION_URI) {
			outside = true;
			assert_string_equal(action->uri.uri, "https://example.org/%29%3E%3E/AA%3C%3C");
		} else if (action->type == POPPLER_ACTION_GOTO_DEST) {
			PopplerDest *dest = poppler_document_find_dest(document, action->goto_dest.dest->named_dest);

			inside = true;
			assert_non_null(dest);
			assert_int_equal(dest->page_num, 2);
			poppler_dest_free(dest);
		}
	}
	assert_true(outside && inside);
	poppler_page_free_link_mapping(links);
	g_object_unref(page);
	g_object_unref(document);
}

/* A link reaches as far as it is seen: a place of 30 pt shows a line of 20 pt, half of the next, and of the third nothing. */
static void test_clipped_links(void **state)
{
	PopplerDocument *document = format(
		FO_HEAD FO_FLOW "<fo:block-container height='30pt' overflow='hidden' line-height='20pt' font-size='20pt'>"
						"<fo:block><fo:basic-link external-destination='https://example.org/1'>一</fo:basic-link></fo:block>"
						"<fo:block><fo:basic-link external-destination='https://example.org/2'>二</fo:basic-link></fo:block>"
						"<fo:block><fo:basic-link external-destination='https://example.org/3'>三</fo:basic-link></fo:block>"
						"</fo:block-container>" FO_END);
	PopplerPage *page = poppler_document_get_page(document, 0);
	GList *links = poppler_page_get_link_mapping(page);
	const double bottom = (297 - 37) * 72 / 25.4 - 30;
	double lowest = bottom + 30;

	(void)state;
	assert_int_equal(g_list_length(links), 2);
	for (GList *at = links; at; at = at->next)
		lowest = fmin(lowest, ((PopplerLinkMapping *)at->data)->area.y1);
	assert_near(lowest, bottom, 0.01);
	poppler_page_free_link_mapping(links);
	g_object_unref(page);
	g_object_unref(document);
}

static void test_outline_and_labels(void **state)
{
	PopplerDocument *document = format(
		FO_HEAD
		"<fo:bookmark-tree><fo:bookmark internal-destination='b'><fo:bookmark-title>二、)>>/AA&lt;&lt;"
		"</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>"
		"<fo:page-sequence master-reference='a4' format='i' force-page-count='no-force'><fo:flow flow-name='xsl-region-body'>"
		"<fo:block>一</fo:block></fo:flow></fo:page-sequence>"
		"<fo:page-sequence master-reference='a4' initial-page-number='1'>"
		"<fo:flow flow-name='xsl-region-body'><fo:block id='b'>二</fo:block>" FO_END);
	PopplerIndexIter *items = poppler_index_iter_new(document);
	PopplerAction *action;

	(void)state;
	assert_non_null(items);
	action = poppler_index_iter_get_action(items);
	assert_string_equal(action->any.title, "二、)>>/AA<<");
	poppler_action_free(action);
	poppler_index_iter_free(items);
	for (int i = 0; i < 2; i++) {
		PopplerPage *page = poppler_document_get_page(document, i);
		char *label = poppler_page_get_label(page);

		assert_string_equal(label, i == 0 ? "i" : "1");
		g_free(label);
		g_object_unref(page);
	}
	g_object_unref(document);
}

/* ---- where content comes from ---- */

/* "role=addresses;" of each element below that has them. */
static void list_sources(const struct objects *objects, const struct value *element, GString *list)
{
	const struct value *attributes = objects_get(objects, element, "A"), *kids = objects_get(objects, element, "K");

	for (unsigned i = 0; i < (attributes->type == VALUE_ARRAY ? attributes->count : 1); i++) {
		const struct value *one = attributes->type == VALUE_ARRAY ? attributes->items[i] : attributes;
		const struct value *properties = objects_get(objects, one, "P");

		if (!value_is(objects_get(objects, one, "O"), "UserProperties"))
			continue;
		assert_int_equal(properties->count, 1);
		assert_string_equal(objects_get(objects, properties->items[0], "N")->text, "source-document");
		g_string_append_printf(list, "%s=%s;", objects_get(objects, element, "S")->text,
							   objects_get(objects, properties->items[0], "V")->text);
	}
	if (kids->type != VALUE_ARRAY && kids->type != VALUE_NULL)
		list_sources(objects, kids, list);
	for (unsigned i = 0; kids->type == VALUE_ARRAY && i < kids->count; i++)
		list_sources(objects, objects_follow(objects, kids->items[i]), list);
}

/* XSL 7.5.1; ISO 32000-1, 14.7.5.4: a user property of the element, beside a cell's own attributes; an object that has no element by itself
 * gets one. */
static void check_sources(const char *fo, const char *expected, const char *claimed)
{
	struct objects objects;
	GString *list = g_string_new(NULL);
	gsize size;
	char *data = format_with("", fo, &size);

	objects_open(&objects, data, size);
	list_sources(&objects, objects_get(&objects, objects_root(&objects), "StructTreeRoot"), list);
	assert_string_equal(list->str, expected);
	const struct value *claim = objects_get(&objects, objects_get(&objects, objects_root(&objects), "MarkInfo"),
											"UserProperties");
	assert_string_equal(claim->text ? claim->text : "", claimed);
	objects_close(&objects);
	g_string_free(list, TRUE);
	g_free(data);
}

static void test_source_documents(void **state)
{
	(void)state;
	check_sources(FO_HEAD FO_FLOW "<fo:block source-document='none'>甲</fo:block>" FO_END, "", "");
	check_sources(FO_HEAD FO_FLOW
				  "<fo:block source-document='a.xml b.xml'><fo:block>甲</fo:block></fo:block>"
				  "<fo:block source-document='url(c.xml)'>乙<fo:inline source-document='d.xml#x'>丙</fo:inline></fo:block>"
				  "<fo:wrapper source-document='w.xml'><fo:block>丁</fo:block></fo:wrapper>"
				  "<fo:table><fo:table-body><fo:table-row><fo:table-cell number-columns-spanned='2' source-document='t.xml'>"
				  "<fo:block>戊</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>" FO_END,
				  "Div=a.xml b.xml;P=c.xml;Span=d.xml#x;Div=w.xml;TD=t.xml;", "true");
}

/* ---- furniture ---- */

static unsigned count_of(const GString *text, const char *find)
{
	unsigned count = 0;

	for (const char *at = text->str; (at = strstr(at, find)); at += strlen(find))
		count++;
	return count;
}

/* PDF/UA-1, 7.8: head and foot of every page by name, a head that is repeated as belonging to pages, a rule as neither. */
static void test_furniture(void **state)
{
	static const char fo[] =
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='仿宋' line-height='30pt'><fo:layout-master-set>"
		"<fo:simple-page-master master-name='m' page-width='200pt' page-height='200pt'><fo:region-body margin='40pt'/>"
		"<fo:region-before region-name='x' extent='40pt'/><fo:region-after region-name='y' extent='40pt'/>"
		"</fo:simple-page-master></fo:layout-master-set>"
		"<fo:page-sequence master-reference='m'><fo:static-content flow-name='x'><fo:block>眉</fo:block></fo:static-content>"
		"<fo:static-content flow-name='y'><fo:block><fo:page-number/></fo:block></fo:static-content>"
		"<fo:flow flow-name='xsl-region-body'><fo:table><fo:table-header><fo:table-row><fo:table-cell><fo:block>头</fo:block>"
		"</fo:table-cell></fo:table-row></fo:table-header><fo:table-body><fo:table-row><fo:table-cell><fo:block>一</fo:block>"
		"<fo:block>二</fo:block><fo:block>三</fo:block><fo:block>四</fo:block></fo:table-cell></fo:table-row></fo:table-body>"
		"</fo:table><fo:block><fo:leader leader-pattern='rule' "
		"leader-length='20pt'/></fo:block></fo:flow></fo:page-sequence></fo:root>";
	gsize size;
	char *data = format_with("", fo, &size);
	GString *objects = reader_objects(data, size), *plain = g_string_new(NULL);

	(void)state;
	for (gsize i = 0; i < objects->len; i++) /* the file's binary mark and fonts have zeros */
		g_string_append_c(plain, objects->str[i] ? objects->str[i] : ' ');
	assert_int_equal(count_of(plain, "/Artifact <</Type/Pagination/Subtype/Header>> BDC"), 2);
	assert_int_equal(count_of(plain, "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"), 2);
	assert_int_equal(count_of(plain, "/Artifact <</Type/Pagination>> BDC"), 1);
	assert_int_equal(count_of(plain, "/Artifact <</Type/Layout>> BDC"), 1);
	assert_int_equal(count_of(plain, "/Artifact"), 6);
	g_string_free(plain, TRUE);
	g_string_free(objects, TRUE);
	g_free(data);
}

/* ---- dates and bytes ---- */

static const char dated[] = FO_HEAD "<fo:declarations><gw:info title='通知' date='2005-03-31'/></fo:declarations>" FO_FLOW
									"<fo:block id='a'>同样的输入𠮷</fo:block>" FO_END;

static void check_date(const char *environment, const char *expected)
{
	gsize size;
	char *data = format_with(environment, dated, &size);
	GString *objects = reader_objects(data, size);

	if (!memmem(objects->str, objects->len, expected, strlen(expected)))
		fail_msg("no %s", expected);
	g_string_free(objects, TRUE);
	g_free(data);
}

static void test_dates(void **state)
{
	(void)state;
	check_date("", "/CreationDate (D:20050331)");
	check_date("SOURCE_DATE_EPOCH=86400 TZ=Asia/Shanghai", "/CreationDate (D:19700102000000Z)");
	check_date("SOURCE_DATE_EPOCH=", "/ModDate (D:20050331)");
}

/* How a viewer is asked to print: as large as the page is, and on both sides when the document says so. */
static void test_printing(void **state)
{
	gsize size;
	char *data = format_with("", dated, &size), *other;
	GString *objects = reader_objects(data, size), *turned;

	(void)state;
	assert_non_null(memmem(objects->str, objects->len, "/PrintScaling /None", 19));
	assert_null(memmem(objects->str, objects->len, "/Duplex", 7));
	other = format_with("",
						FO_HEAD "<fo:declarations><gw:info duplex='short-edge'/></fo:declarations>" FO_FLOW
								"<fo:block>横排</fo:block>" FO_END,
						&size);
	turned = reader_objects(other, size);
	assert_non_null(memmem(turned->str, turned->len, "/Duplex /DuplexFlipShortEdge", 28));
	g_string_free(objects, TRUE);
	g_string_free(turned, TRUE);
	g_free(other);
	g_free(data);
}

static void test_same_bytes(void **state)
{
	gsize size, other_size;
	char *data = format_with("", dated, &size), *other = format_with("TZ=America/New_York LC_ALL=C", dated, &other_size);

	(void)state;
	assert_int_equal(size, other_size);
	assert_memory_equal(data, other, size);
	g_free(data);
	g_free(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_survives),
		cmocka_unit_test(test_clipped_text),
		cmocka_unit_test(test_backgrounds_of_whole_pages),
		cmocka_unit_test(test_rare_characters_survive),
		cmocka_unit_test(test_unseen_characters),
		cmocka_unit_test(test_soft_hyphens),
		cmocka_unit_test(test_spread_words_are_found),
		cmocka_unit_test(test_every_font_is_embedded),
		cmocka_unit_test(test_grid),
		cmocka_unit_test(test_hostile_description),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_clipped_links),
		cmocka_unit_test(test_outline_and_labels),
		cmocka_unit_test(test_source_documents),
		cmocka_unit_test(test_furniture),
		cmocka_unit_test(test_printing),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
