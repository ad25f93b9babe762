/* 版头, 主体, 版记 and the settings measured on the samples of single documents: what the documents of the sample year do not have. */
#include "gbt9704/official.h"

static bool has_red_words(const struct sheets *sheets)
{
	return year_number(xmlDocGetRootElement(sheets->doc), "count(//text[starts-with(@color, '#ff0000')])") > 0;
}

/* ---- 版头 ---- */

/* G-20: 份号, 密级 on line 2, 紧急程度, flush left. */
static void test_classification(void **state)
{
	struct sheets sheets = official_sheets("document", "document"), two = official_sheets("document", "upward-joint");
	const char *const words[] = {"000001", "机密★1年", "特急"};

	(void)state;
	for (int i = 0; i < 3; i++) {
		const struct line *line = line_at(&sheets, line_find(&sheets, 0, words[i]));

		assert_string_equal(line->words, words[i]);
		assert_mm(&sheets, 0, words[i], line->left, LEFT, 0.01);
		assert_mm(&sheets, 0, words[i], line->top, TOP + i * PITCH, 0.02);
		assert_true(fabs(line->size - 16) < 0.01);
		if (i > 0)
			assert_string_equal(line_han(&sheets, line, "font"), "GwHei");
	}
	assert_mm(&two, 0, "密级 on line 2", line_at(&two, line_find(&two, 0, "秘密★"))->top, TOP + PITCH, 0.02);
	sheets_close(&sheets);
	sheets_close(&two);
}

/* G-21, G-21a: the first name's ink 35 mm below the type area's edge; all names as wide as one another; 文件 at their right in the middle
 * of their height; the whole centred. */
static void check_joint_mark(const char *key, int bodies)
{
	struct sheets sheets = official_sheets("document", key);
	guint first = line_find(&sheets, 0, "某某");
	const struct line *top = line_at(&sheets, first), *last = line_at(&sheets, first + (guint)bodies - 1),
					  *suffix = line_at(&sheets, first + (guint)bodies);
	struct reader_box ink = ink_of(sheets.name, 0, INK_RED, (struct reader_box){0, TOP, 210, top->bottom});

	assert_string_equal(suffix->words, "文件");
	assert_mm(&sheets, 0, "G-21 mark, upper edge", ink.top, TOP + 35, 1);
	for (int i = 0; i < bodies; i++) {
		const struct line *name = line_at(&sheets, first + (guint)i);

		assert_string_equal(line_han(&sheets, name, "font"), "GwBiaoSong");
		assert_string_equal(line_han(&sheets, name, "color"), "#ff0000ff");
		assert_mm(&sheets, 0, "G-21a name, left", name->left, top->left, 0.1);
		assert_mm(&sheets, 0, "G-21a name, right", name->right, top->right, 0.1);
		if (i)
			assert_mm(&sheets, 0, "G-21a names evenly", name->top - line_at(&sheets, first + (guint)i - 1)->top,
					  top->bottom - top->top, 0.02);
	}
	assert_true(suffix->left > top->right);
	assert_mm(&sheets, 0, "G-21a 文件, middle", (suffix->em_top + suffix->em_bottom) / 2, (top->top + last->bottom) / 2, 0.2);
	assert_mm(&sheets, 0, "G-22 mark, middle", (top->left + suffix->right) / 2, CENTRE, 0.5);
	sheets_close(&sheets);
}

static void test_joint_marks(void **state)
{
	(void)state;
	check_joint_mark("joint-two", 2);
	check_joint_mark("upward-joint", 3);
	check_joint_mark("joint-five", 5);
	check_joint_mark("joint-nine", 9);
}

/* G-20a: 发文字号 one character from the left on the line of the last 签发人; names 楷体, two a line, one character from the right. */
static void check_upward(const char *key, const char *const *names, double rightmost)
{
	struct sheets sheets = official_sheets("document", key);
	const struct line *label = line_at(&sheets, line_find(&sheets, 0, "签发人：")), *name = NULL, *number;
	xmlNode *rule = red_rule(&sheets);
	double first = 0;

	check_face(&sheets, label, "GwFangSong", "16.000");
	for (int i = 0; names[i]; i++) {
		name = line_at(&sheets, line_find(&sheets, 0, names[i]));
		check_face(&sheets, name, "GwKai", "16.000");
		first = i ? first : name->left;
		assert_mm(&sheets, 0, "G-20a 签发人, row", name->baseline - label->baseline, i / 2 * PITCH, 0.02);
		if (i % 2 == 0)
			assert_mm(&sheets, 0, "G-20a 签发人, turn-over", name->left, first, 0.01);
		else
			assert_mm(&sheets, 0, "G-20a 签发人, right", name->right, RIGHT - CHARACTER, 0.1);
	}
	if (rightmost)
		assert_mm(&sheets, 0, "G-20a 签发人, right", name->right, rightmost, 0.1);
	assert_mm(&sheets, 0, "G-20a names after the label", first - label->left, 4 * CHARACTER, 0.1);
	number = line_at(&sheets, line_find(&sheets, 0, "某"));
	while (!strstr(number->words, "〔2026〕"))
		number++;
	assert_mm(&sheets, 0, "G-20a 发文字号, left", number->left, LEFT + CHARACTER, 0.1);
	assert_mm(&sheets, 0, "G-20a 发文字号 beside the last name", number->baseline, name->baseline, 0.02);
	assert_mm(&sheets, 0, "G-27 red rule below", areas_mm(rule, "y") - number->em_bottom, 4, 0.1);
	sheets_close(&sheets);
}

static void test_upward_heads(void **state)
{
	static const char *const one[] = {"甲某某", NULL}, *const three[] = {"甲某某", "乙某某", "丙某某", NULL};

	(void)state;
	check_upward("upward", one, RIGHT - CHARACTER);
	check_upward("upward-joint", three, 0);
}

/* Paper with a printed head: nothing red, all else in its place. */
static void test_printed_heads(void **state)
{
	struct sheets bare = official_sheets("document", "printed-head"), red = official_sheets("document", "document");
	const struct line *one = line_at(&bare, line_find(&bare, 0, "某政发〔")),
					  *other = line_at(&red, line_find(&red, 0, "某政发〔"));

	(void)state;
	assert_false(has_red_words(&bare));
	assert_int_equal(year_number(xmlDocGetRootElement(bare.doc), "count(//*[contains(@border-before, '#ff0000')])"), 0);
	assert_mm(&bare, 0, "发文字号", one->top, other->top, 0.02);
	assert_mm(&bare, 0, "title", line_at(&bare, line_tagged(&bare, "H1"))->top, line_at(&red, line_tagged(&red, "H1"))->top,
			  0.02);
	sheets_close(&bare);
	sheets_close(&red);
}

/* ---- what the files say of themselves ---- */

/* Title, author and subject: the series and the number in it; of an attachment bound apart, whose it is. */
static void test_descriptions(void **state)
{
	static const struct {
		const char *file, *title, *author, *subject;
	} files[] = {
		{"document/document.pdf", "某某市人民政府关于全面推行行政执法责任制的通知", "某某市人民政府",
		 "某某市人民政府文件 某政发〔2026〕10号"},
		{"document/joint-two.pdf", "某某市财政局、某某市人事局关于加强行政执法经费管理的通知", "某某市财政局、某某市人事局",
		 "某某市财政局、某某市人事局文件 某财字〔2026〕21号"},
		{"order/order.pdf", "某某市行政执法监督办法", "某某市人民政府", "某某市人民政府令 第3号"},
		{"brief/brief.pdf", "依法行政简报（第6期）", "某某市依法行政领导小组办公室", "依法行政简报 第6期"},
		{"form/receipt.pdf", "送达回证", "某某市人民政府法制局", "某某市人民政府法制局 某政法字〔2026〕7号"},
		{"attachment/attachments-3.pdf", "行政执法部门名录", "某某市人民政府",
		 "某某市人民政府关于行政执法检查情况的通报（某某市人民政府文件 某政发〔2026〕22号）附件3"},
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		const char *said = year_run(year_print("pdfinfo \"$T\"/out/%s", files[i].file));
		const char *wanted[][2] = {{"Title", files[i].title}, {"Author", files[i].author}, {"Subject", files[i].subject}};

		for (size_t k = 0; k < G_N_ELEMENTS(wanted); k++)
			if (!g_regex_match_simple(year_print("^%s: +\\Q%s\\E$", wanted[k][0], wanted[k][1]), said, G_REGEX_MULTILINE, 0))
				fail_msg("%s: no %s %s\n%s", files[i].file, wanted[k][0], wanted[k][1], said);
	}
}

/* ---- 主体 ---- */

/* G-31: the author's own breaks. */
static void test_broken_titles(void **state)
{
	struct sheets sheets = official_sheets("document", "recipients");
	static const char *const words[] = {"某某市人民政府关于进一步规范", "行政执法自由裁量权并做好案卷评查",
										"和群众评议工作的通知"};
	guint at = line_tagged(&sheets, "H1");

	(void)state;
	for (guint i = 0; i < 3; i++) {
		assert_string_equal(line_at(&sheets, at + i)->words, words[i]);
		assert_mm(&sheets, 0, "G-31 title, middle", line_middle(line_at(&sheets, at + i)), CENTRE, 0.1);
	}
	sheets_close(&sheets);
}

/* G-33, G-34, G-55: too many recipients stand in the 版记 as 主送, above 抄送 without a line between; page 1 shows text. */
static void test_recipients_move(void **state)
{
	struct sheets sheets = official_sheets("document", "recipients");
	guint to = line_find(&sheets, 0, "主送："), copy = line_find(&sheets, 0, "抄送：");
	int lines = 0;

	(void)state;
	assert_true(copy > to && line_at(&sheets, copy - 1)->last);
	assert_int_equal(line_at(&sheets, to)->page, sheets.pages - 1);
	assert_mm(&sheets, sheets.pages - 1, "G-55 主送, left", line_at(&sheets, to)->left, LEFT + EM_4, 0.1);
	assert_mm(&sheets, sheets.pages - 1, "G-55 no line between", line_at(&sheets, copy)->top - line_at(&sheets, copy - 1)->bottom,
			  0, 0.02);
	assert_int_equal(
		year_number(xmlDocGetRootElement(sheets.doc),
					"count(//block[@border-before and not(@border-after)]//line[starts-with(normalize-space(.), '抄')])"),
		0);
	for (guint i = line_tagged(&sheets, "H1"); i < sheets.lines->len; i++)
		lines += line_at(&sheets, i)->page == 0 && is_paragraph(line_at(&sheets, i));
	assert_true(lines >= 2);
	sheets_close(&sheets);
}

/* G-37: 一、 黑体, （一） 楷体, 1. and （1） 仿宋. */
static void test_four_levels(void **state)
{
	static const struct {
		const char *words, *font, *tag;
	} levels[] = {{"一、指导思想和工作目标", "GwHei", "H2"},
				  {"（一）梳理执法依据", "GwKai", "H3"},
				  {"1.分解执法职权", "GwFangSong", "H4"},
				  {"（1）确定执法责任", "GwFangSong", "H4"},
				  {"（2）公开执法流程", "GwFangSong", "H4"},
				  {"（二）建立评议考核机制", "GwKai", "H3"},
				  {"二、组织领导", "GwHei", "H2"}};
	struct sheets sheets = official_sheets("document", "document");
	guint at = line_tagged(&sheets, "H1");

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
		at = line_find(&sheets, at, levels[i].words);
		check_face(&sheets, line_at(&sheets, at), levels[i].font, "16.000");
		assert_string_equal(line_at(&sheets, at)->tag, levels[i].tag);
		assert_true(line_at(&sheets, at)->left <= LEFT + 2 * CHARACTER + 0.01 && line_at(&sheets, at)->left > LEFT + CHARACTER);
	}
	sheets_close(&sheets);
}

/* G-70: a new page each, 附件n in 黑体 on line 1, the title on line 3, as in the 附件说明; numbers go on. */
static void check_attachment(const struct sheets *sheets, const char *label, const char *title)
{
	guint at = line_find(sheets, line_find(sheets, 0, "附件：") + 1, label);
	const struct line *head = line_at(sheets, at), *name = line_at(sheets, at + 1);

	assert_string_equal(name->words, title);
	check_face(sheets, head, "GwHei", "16.000");
	assert_mm(sheets, head->page, "G-70 附件, left", head->left, LEFT, 0.01);
	assert_mm(sheets, head->page, "G-70 附件, line 1", head->top, TOP, 0.02);
	assert_mm(sheets, head->page, "G-70 title, line 3", name->top, TOP + 2 * PITCH, 0.02);
	assert_mm(sheets, head->page, "G-70 title, middle", line_middle(name), CENTRE, 0.1);
	line_find(sheets, line_find(sheets, 0, "附件："), title); /* in the 附件说明 too, where it comes first */
}

static void test_attachments(void **state)
{
	struct sheets sheets = official_sheets("document", "document");
	GPtrArray *numbers = year_find(xmlDocGetRootElement(sheets.doc), "page/region[@name != 'xsl-region-body']//line");

	(void)state;
	check_attachment(&sheets, "附件1", "行政执法责任制实施步骤");
	check_attachment(&sheets, "附件2", "市政府部门行政执法责任制落实情况统计表");
	assert_int_equal(numbers->len, sheets.pages);
	for (guint i = 0; i < numbers->len; i++)
		assert_string_equal(year_string(numbers->pdata[i]), year_print("— %u —", i + 1));
	g_ptr_array_unref(numbers);
	sheets_close(&sheets);
}

/* G-70: bound apart, a file of its own, the 发文字号 before 附件3 on line 1. */
static void test_attachments_apart(void **state)
{
	char *words = year_squeeze(year_run("pdftotext -enc UTF-8 \"$T\"/out/attachment/attachments-3.pdf -"));
	char *main_words = year_squeeze(year_run("pdftotext -enc UTF-8 \"$T\"/out/document/attachments.pdf -"));

	(void)state;
	assert_true(g_str_has_prefix(words, "某政发〔2026〕22号附件3行政执法部门名录"));
	assert_non_null(strstr(main_words, "3.行政执法部门名录"));
	assert_null(strstr(main_words, "附件3"));
}

/* The middle of the word's box across the page, from the left edge. */
static double word_middle(PopplerPage *page, const char *word)
{
	GList *found = poppler_page_find_text(page, word);
	PopplerRectangle *box = found ? found->data : NULL;
	double middle;

	if (!box)
		fail_msg("no %s on the page", word);
	middle = (box->x1 + box->x2) / 2 * MM_PER_PT;
	g_list_free_full(found, (GDestroyNotify)poppler_rectangle_free);
	return middle;
}

/* G-65: tables turned anticlockwise: their head at the left edge on even and odd pages, which is the cut edge and the binding edge;
 * within the type area; the page number where other pages have it. */
static void test_turned_tables(void **state)
{
	struct sheets sheets = official_sheets("document", "attachments");
	PopplerDocument *document = year_pdf(sheets.name);
	static const char *const first_rows[] = {"市公安局", "市林业局"};

	(void)state;
	for (int page = 3; page <= 4; page++) {
		PopplerPage *sheet = poppler_document_get_page(document, page);
		struct reader_box ink = ink_of(sheets.name, page, INK_BLACK, (struct reader_box){0, 0, 210, BOTTOM + 3});
		struct reader_box number = ink_of(sheets.name, page, INK_BLACK, (struct reader_box){0, BOTTOM + 4, 210, 290});

		assert_true(word_middle(sheet, "整改要求") < word_middle(sheet, first_rows[page - 3]));
		assert_true(ink.left >= LEFT - 1 && ink.right <= RIGHT + 1 && ink.top >= TOP - 1 && ink.bottom <= BOTTOM + 1);
		assert_true(ink.bottom - ink.top > 200); /* 225 mm wide, turned */
		assert_mm(&sheets, page, "G-65 number, outer edge", page == 3 ? number.left : number.right,
				  page == 3 ? LEFT + EM_4 : RIGHT - EM_4, 1);
		g_object_unref(sheet);
	}
	g_object_unref(document);
	sheets_close(&sheets);
}

/* ---- 版记 and page numbers (G-51, G-56) ---- */

static void test_blank_page_has_no_number(void **state)
{
	struct sheets sheets = official_sheets("document", "blank-page"), one_sided = official_sheets("document", "plain-joint");

	(void)state;
	assert_int_equal(sheets.pages, 4);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(page[position() < 3]/region[@tag = 'artifact']//line)"),
					 2);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(page[3]//line)"), 0);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(page[4]/region[@tag = 'artifact']//line)"), 0);
	assert_int_equal(line_at(&sheets, line_find(&sheets, 0, "抄送："))->page, 3);
	assert_int_equal(line_at(&one_sided, line_find(&one_sided, 0, "某某市水利局办公室"))->page, one_sided.pages - 1);
	sheets_close(&sheets);
	sheets_close(&one_sided);
}

/* G-51: 印发 alone has the two thick separators only. */
static void test_record_of_one_line(void **state)
{
	struct sheets sheets = official_sheets("document", "joint-five");
	xmlNode *frame = record_frame(&sheets);

	(void)state;
	assert_int_equal(year_number(frame, "count(.//block[@border-before])"), 0);
	assert_mm(&sheets, sheets.pages - 1, "G-51 first separator", border_mm(frame, "border-before"), 0.35, 0.01);
	assert_mm(&sheets, sheets.pages - 1, "G-51 last separator", border_mm(frame, "border-after"), 0.35, 0.01);
	sheets_close(&sheets);
}

/* ---- settings: reading B, 15.75 pt, mirrored margins (G-01, G-16, G-17) ---- */

static void test_reading_b(void **state)
{
	struct sheets sheets = official_sheets("document", "plain");
	const double h = 156.0 / 28, pitch = h * 15 / 8;
	const struct line *first = NULL;
	struct reader_box record;

	(void)state;
	for (guint i = 0; i < sheets.lines->len; i++) {
		const struct line *line = line_at(&sheets, i);

		if (line->page != 1 || fabs(line->size - 15.75) > 0.01)
			continue;
		first = first ? first : line;
		assert_mm(&sheets, 1, "G-16 line on the grid", remainder(line->em_top - first->em_top, pitch), 0, 0.03);
	}
	assert_non_null(first);
	assert_mm(&sheets, 1, "G-16 first character, top", first->em_top, TOP, 0.1);
	assert_mm(&sheets, 1, "G-01 mirrored: left of a verso", first->left, 26, 0.02);
	assert_mm(&sheets, 0, "G-01 mirrored: left of a recto", line_at(&sheets, line_find(&sheets, 0, "局机关"))->left, LEFT, 0.02);
	record = ink_of(sheets.name, 1, INK_BLACK, (struct reader_box){0, BOTTOM - 2, 210, BOTTOM + 3});
	assert_mm(&sheets, 1, "G-52 last separator, lower edge", record.bottom, BOTTOM, 0.15);
	assert_mm(&sheets, 1, "G-50 separators, left", record.left, 26, 0.15);
	record = ink_of(sheets.name, 0, INK_RED, (struct reader_box){0, TOP, 210, 120});
	assert_mm(&sheets, 0, "G-21 mark, upper edge", record.top, TOP + 35, 1);
	sheets_close(&sheets);
}

/* G-49: the pitch is tightened, so that seal and date stand on page 1 with their text. */
static void test_spacing(void **state)
{
	struct sheets sheets = official_sheets("document", "spacing");

	(void)state;
	assert_true(pitch_of(&sheets) < PITCH * 0.995);
	assert_int_equal(line_at(&sheets, line_find(&sheets, 0, "2026年3月10日"))->page, 0);
	sheets_close(&sheets);
}

/* ---- a year's settings ---- */

/* The seal of the year's settings lies on the date of what its body signs, in its size; who has none gets none. */
static void test_seals_of_a_year(void **state)
{
	char *dump = year_run("$GONGWEN build samples/minimal/year.xml --kind notice --dump=areas");
	struct sheets sheets = sheets_parse("notice/1.pdf", "notice", dump);
	GArray *pictures = pictures_of(&sheets);
	const struct line *date = line_at(&sheets, line_find(&sheets, line_tagged(&sheets, "H1") + 4, "2006年8月11日"));
	const struct picture *seal = picture_at(pictures, 0);

	(void)state;
	assert_int_equal(pictures->len, 1);
	assert_mm(&sheets, seal->page, "G-43 seal, width", seal->width, 45, 0.05);
	assert_mm(&sheets, seal->page, "G-44 seal centred on the date", seal->left + 22.5, line_middle(date), 0.5);
	assert_true(date->em_top > seal->top + 22.5 && date->em_bottom < seal->top + 45);
	g_array_free(pictures, TRUE);
	sheets_close(&sheets);
	dump = year_run("$GONGWEN build samples/minimal/year.xml --kind recovery --dump=areas");
	assert_null(strstr(dump, "<image"));
}

/* ---- 信函, 命令, 纪要, 简报 ---- */

/* G-82: labels one below the other at the left, 发文字号 at the right, the first 7/8 of a character below the rule. */
static void test_letter_head(void **state)
{
	struct sheets sheets = official_sheets("letter", "letter");
	struct reader_box rule = ink_of(sheets.name, 0, INK_RED, (struct reader_box){18, 40, 24, 70});
	const struct line *first = line_at(&sheets, line_find(&sheets, 0, "000003"));
	guint at = line_find(&sheets, 0, "机密★1年");

	(void)state;
	assert_true(g_str_has_suffix(first->words, "某政函〔2026〕8号"));
	assert_mm(&sheets, 0, "G-82 份号, left", first->left, LEFT, 0.01);
	assert_mm(&sheets, 0, "G-82 发文字号, right", first->right, RIGHT, 0.1);
	assert_mm(&sheets, 0, "G-82 first line below the rule", first->em_top - rule.bottom, EM * 7 / 8, 0.2);
	assert_mm(&sheets, 0, "G-82 密级 on the next line", line_at(&sheets, at)->baseline - first->baseline, pitch_of(&sheets),
			  0.02);
	assert_mm(&sheets, 0, "G-83 title two lines below",
			  line_at(&sheets, line_tagged(&sheets, "H1"))->em_top - line_at(&sheets, at + 1)->em_bottom, 2 * PITCH, PITCH / 2);
	sheets_close(&sheets);
}

/* G-80, G-81: of several bodies too, the first name's ink 30 mm from the page's edge, the rule 4 mm below the last. */
static void test_joint_letter(void **state)
{
	struct reader_box ink;
	GPtrArray *rules;
	xmlNode *rule;
	struct sheets sheets;

	(void)state;
	year_run("sed 's|<issuer-mark.*|<issuer-mark><organ>某某市财政局</organ><organ>某某市审计局</organ></issuer-mark>|' "
			 "samples/gbt9704/letter.xml > \"$T\"/joint-letter.xml && cp -r samples/gbt9704/pictures \"$T\"");
	year_run("$GONGWEN build \"$T\"/joint-letter.xml -o \"$T\"/out -q");
	sheets = sheets_parse("letter/joint-letter.pdf", "letter", year_run("$GONGWEN build \"$T\"/joint-letter.xml --dump=areas"));
	rules = year_find(xmlDocGetRootElement(sheets.doc), "page[1]//block[contains(@border-before, '#ff0000ff')]");
	rule = rules->pdata[0];
	g_ptr_array_unref(rules);
	ink = ink_of(sheets.name, 0, INK_RED, (struct reader_box){0, 0, 210, areas_mm(rule, "y") - 1});
	assert_mm(&sheets, 0, "G-80 mark, upper edge", ink.top, 30, 1);
	assert_mm(&sheets, 0, "G-81 rule below the mark", areas_mm(rule, "y") - ink.bottom, 4, 0.6);
	sheets_close(&sheets);
}

/* G-90: mark 20 mm below the type area's edge, 令号 and text two empty lines below what is above them. */
static void test_order_head(void **state)
{
	struct sheets sheets = official_sheets("order", "order");
	guint at = line_find(&sheets, 0, "第3号");
	const struct line *mark = line_at(&sheets, at - 1), *number = line_at(&sheets, at), *text = line_at(&sheets, at + 1);
	struct reader_box ink = ink_of(sheets.name, 0, INK_RED, (struct reader_box){0, 0, 210, mark->bottom + 1});

	(void)state;
	assert_string_equal(mark->words, "某某市人民政府令");
	assert_mm(&sheets, 0, "G-90 mark, upper edge", ink.top, TOP + 20, 1);
	assert_mm(&sheets, 0, "G-90 mark, middle", (ink.left + ink.right) / 2, CENTRE, 1);
	assert_mm(&sheets, 0, "G-90 令号, middle", line_middle(number), CENTRE, 0.1);
	assert_mm(&sheets, 0, "G-90 令号 two empty lines below", number->em_top - mark->em_bottom, 2 * PITCH, PITCH / 2);
	assert_mm(&sheets, 0, "G-90 text two empty lines below", text->em_top - number->em_bottom, 2 * PITCH, PITCH / 2);
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(page[1]//block[contains(@border-before, '#ff0000')])"),
					 0);
	sheets_close(&sheets);
}

/* G-95: 出席, 请假, 列席 in 黑体 two characters in, names under the first name; the mark as in 公文; no seal. */
static void test_minutes(void **state)
{
	struct sheets sheets = official_sheets("minutes", "minutes");
	static const char *const labels[] = {"出席：", "请假：", "列席："};
	struct reader_box ink = ink_of(sheets.name, 0, INK_RED, (struct reader_box){0, 0, 210, 100});

	(void)state;
	assert_mm(&sheets, 0, "G-95 mark, upper edge", ink.top, TOP + 35, 1);
	for (size_t k = 0; k < G_N_ELEMENTS(labels); k++) {
		guint i = line_find(&sheets, 0, labels[k]);
		GPtrArray *runs = line_runs(line_at(&sheets, i));

		assert_string_equal(areas_get(runs->pdata[0], "font"), "GwHei");
		assert_true(runs->len > 1);
		assert_string_equal(areas_get(runs->pdata[1], "font"), "GwFangSong");
		assert_mm(&sheets, 1, labels[k], line_at(&sheets, i)->left, LEFT + 2 * CHARACTER, 0.01);
		for (; !line_at(&sheets, i)->last; i++)
			assert_mm(&sheets, 1, "G-95 turn-over under the first name", line_at(&sheets, i + 1)->left, LEFT + 5 * CHARACTER,
					  0.1);
		g_ptr_array_unref(runs);
	}
	assert_int_equal(year_number(xmlDocGetRootElement(sheets.doc), "count(//image)"), 0);
	sheets_close(&sheets);
}

/* B-01, B-02: 密级 left and 编号 right on line 1; 目录; 按语 in 楷体, two characters in on both sides. */
static void test_brief_parts(void **state)
{
	struct sheets sheets = official_sheets("brief", "brief");
	const struct line *top = line_at(&sheets, 0);
	guint at = line_find(&sheets, 0, "按：");

	(void)state;
	assert_string_equal(top->words, "秘密编号：000025");
	assert_mm(&sheets, 0, "B-01 密级, left", top->left, LEFT, 0.01);
	assert_mm(&sheets, 0, "B-01 编号, right", top->right, RIGHT, 0.1);
	line_find(&sheets, 0, "本期目录");
	line_find(&sheets, 0, "市交通局推行说理式执法文书");
	for (; !line_at(&sheets, at)->last; at++) {
		assert_mm(&sheets, 0, "B-02 按语, right", line_at(&sheets, at)->right, RIGHT - 2 * CHARACTER, 0.1);
		assert_mm(&sheets, 0, "B-02 按语, left", line_at(&sheets, at + 1)->left, LEFT + 2 * CHARACTER, 0.01);
		check_face(&sheets, line_at(&sheets, at + 1), "GwKai", "16.000");
	}
	sheets_close(&sheets);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_classification),
		cmocka_unit_test(test_joint_marks),
		cmocka_unit_test(test_upward_heads),
		cmocka_unit_test(test_printed_heads),
		cmocka_unit_test(test_descriptions),
		cmocka_unit_test(test_broken_titles),
		cmocka_unit_test(test_recipients_move),
		cmocka_unit_test(test_four_levels),
		cmocka_unit_test(test_attachments),
		cmocka_unit_test(test_attachments_apart),
		cmocka_unit_test(test_turned_tables),
		cmocka_unit_test(test_blank_page_has_no_number),
		cmocka_unit_test(test_record_of_one_line),
		cmocka_unit_test(test_reading_b),
		cmocka_unit_test(test_spacing),
		cmocka_unit_test(test_seals_of_a_year),
		cmocka_unit_test(test_letter_head),
		cmocka_unit_test(test_joint_letter),
		cmocka_unit_test(test_order_head),
		cmocka_unit_test(test_minutes),
		cmocka_unit_test(test_brief_parts),
	};

	return cmocka_run_group_tests(tests, official_open, year_close);
}
