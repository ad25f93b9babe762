/* Loading XML: files, encodings, stylesheets and schemas; printing: src/xml/load.c, decode.c, print.c. Places are place_test.c's, what is refused
 * refused_test.c's. */
#include "unit/xml/loading.h"

#include <fcntl.h>

/* ---- files ---- */

static void test_file(void **state)
{
	struct folder *folder = *state;
	char *path = folder_text(folder, "年度.xml", "<year>\n <a/></year>\n");
	xmlDoc *doc = xml_load(path, NULL, folder->arena, folder->sink);
	assert_silent(folder->sink);
	assert_string_equal(root_of(doc)->name, "year");
	assert_place(xml_place(root_of(doc)->children->next), path, 2, 2);
	xmlFreeDoc(doc);
}

static void test_missing_file(void **state)
{
	struct folder *folder = *state;
	char *path = folder_path(folder, "missing.xml");
	assert_null(xml_load(path, NULL, folder->arena, folder->sink));
	assert_said(folder->sink, "G001", path, 0, 0);
}

static void test_standard_input(void **state)
{
	struct folder *folder = *state;
	int kept = dup(STDIN_FILENO), in = open(folder_text(folder, "in", "<year/>"), O_RDONLY);
	dup2(in, STDIN_FILENO);
	close(in);
	xmlDoc *doc = xml_load("-", NULL, folder->arena, folder->sink);
	dup2(kept, STDIN_FILENO);
	close(kept);
	assert_silent(folder->sink);
	assert_place(xml_place(root_of(doc)), "-", 1, 1);
	xmlFreeDoc(doc);
}

/* ---- encodings ---- */

/* 镕 is in GBK, not in GB2312; 㐂 and 𠮷 are in GB18030 only. */
static void test_chinese_encodings(void **state)
{
	static const struct {
		const char *declared, *bytes_of, *text;
	} cases[] = {{"GB18030", "GB18030", "目标责任书㐂𠮷"},
				 {"gb18030", "GB18030", "年"},
				 {"GBK", "GBK", "朱镕"},
				 {"GB2312", "GB2312", "行政执法"},
				 {"gb2312", "GBK", "朱镕"},
				 {"GB2312", "GB18030", "㐂"},
				 {"Big5", "BIG5", "責任"},
				 {"UTF-8", "UTF-8", "責任𠮷"},
				 {"utf-8", "UTF-8", "年"}};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *text = arena_printf(folder->arena, "<?xml version='1.0' encoding=\"%s\"?>\n<a>%s<b/></a>", cases[i].declared,
								  cases[i].text);
		gsize size;
		char *bytes = g_convert(text, -1, cases[i].bytes_of, "UTF-8", NULL, &size, NULL);
		assert_non_null(bytes);
		xmlDoc *doc = load_good(folder, bytes, size);
		assert_string_equal(content(folder, root_of(doc)), cases[i].text);
		assert_place(xml_place(root_of(doc)->last), "year.xml", 2, 4 + (int)g_utf8_strlen(cases[i].text, -1));
		xmlFreeDoc(doc);
		g_free(bytes);
	}
}

/* What stylesheets declare for their own extensions need be no URI; the prefix is declared all the same. */
static void test_namespace_names(void **state)
{
	static const char text[] = "<a xmlns:x='java {of mine} ' xmlns='no uri “'><x:b/></a>";
	xmlDoc *doc = load_good(*state, text, strlen(text));
	assert_string_equal(root_of(doc)->ns->href, "no uri “");
	assert_string_equal(root_of(doc)->children->ns->href, "java {of mine} ");
	xmlFreeDoc(doc);
}

/* More than is converted at once, of characters of one to four bytes. */
static void test_long_conversion(void **state)
{
	struct folder *folder = *state;
	GString *words = g_string_new(NULL), *text = g_string_new("<?xml version='1.0' encoding='GB18030'?><a>");
	for (int i = 0; i < 9000; i++)
		g_string_append(words, i % 7 ? "年𠮷" : "a㐂");
	g_string_append(text, words->str);
	g_string_append(text, "</a>");
	gsize size;
	char *bytes = g_convert(text->str, -1, "GB18030", "UTF-8", NULL, &size, NULL);
	xmlDoc *doc = load_good(folder, bytes, size);
	assert_string_equal(content(folder, root_of(doc)), words->str);
	xmlFreeDoc(doc);
	g_free(bytes);
	g_string_free(words, TRUE);
	g_string_free(text, TRUE);
}

static void test_utf16(void **state)
{
	static const char *const encodings[][2] = {{"UTF-16LE", "\xFF\xFE"}, {"UTF-16BE", "\xFE\xFF"}};
	struct folder *folder = *state;
	for (size_t i = 0; i < 2; i++) {
		gsize size;
		char *bytes = g_convert("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>年𠮷\n<b/></a>", -1, encodings[i][0], "UTF-8",
								NULL, &size, NULL);
		char *marked = arena_alloc(folder->arena, size + 2);
		memcpy(marked, encodings[i][1], 2);
		memcpy(marked + 2, bytes, size);
		xmlDoc *doc = load_good(folder, marked, size + 2);
		assert_string_equal(content(folder, root_of(doc)), "年𠮷\n");
		assert_place(xml_place(root_of(doc)->last), "year.xml", 2, 1);
		xmlFreeDoc(doc);
		g_free(bytes);
	}
}

static void test_utf8_mark(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, "\xEF\xBB\xBF<a>年<b/></a>", strlen("\xEF\xBB\xBF<a>年<b/></a>"));
	assert_place(xml_place(root_of(doc)), "year.xml", 1, 1);
	assert_place(xml_place(root_of(doc)->last), "year.xml", 1, 5);
	xmlFreeDoc(doc);
}

/* A stylesheet's processing instruction declares nothing. */
static void test_no_declaration(void **state)
{
	struct folder *folder = *state;
	const char *text = "<?xml-stylesheet href='a.css' encoding='UTF-16'?><a>年</a>";
	xmlDoc *doc = load_good(folder, text, strlen(text));
	assert_string_equal(content(folder, root_of(doc)), "年");
	xmlFreeDoc(doc);
}

static void test_wrong_encodings(void **state)
{
	static const struct {
		const char *text;
		size_t size;
		int line, col;
	} cases[] = {
#define CASE(text, line, col) {text, sizeof text - 1, line, col}
		CASE("<a>\n年\xC4\xEA</a>", 2, 2),                                           /* GBK, not declared */
		CASE("<?xml version='1.0' encoding='UTF-8'?>\n<a>\xC4\xEA</a>", 2, 4),       /* GBK, declared UTF-8 */
		CASE("<a>\xED\xA0\x80</a>", 1, 4),                                           /* a surrogate */
		CASE("<a>\xC0\xAF</a>", 1, 4),                                               /* longer than need be */
		CASE("<a>x\0y</a>", 1, 5),                                                   /* NUL */
		CASE("<?xml version='1.0' encoding='US-ASCII'?>\n<a>ab年</a>", 2, 6),        /* not ASCII */
		CASE("<?xml version='1.0' encoding='GB18030'?>\n<a>\xC4\xEA\xFF</a>", 2, 5), /* no GB18030 */
		CASE("<?xml version='1.0' encoding='GBK'?>\n<a>\n  \xC4\xEA\x81", 3, 4),     /* cut in a character */
#undef CASE
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct folder *folder = *state;
		diag_close(folder->sink);
		folder->sink = diag_open(DIAG_ENGLISH);
		assert_null(load_bytes(folder, cases[i].text, cases[i].size));
		assert_said(folder->sink, "G102", "year.xml", cases[i].line, cases[i].col);
	}
}

/* What a person can do about it. */
static void test_wrong_encodings_in_words(void **state)
{
	static const struct {
		const char *text, *en, *zh;
	} cases[] = {
		{"<a>\xC4\xEA</a>", "byte 0xC4 is not UTF-8; the file looks like GB18030 (GBK): save it as UTF-8",
		 "请另存为UTF-8，或者在首行声明encoding=\"GB18030\""},
		{"<a>\xC4\xEA\xFF</a>", "byte 0xC4 is not UTF-8", "字节0xC4不是UTF-8"},
		{"PK\003\004\x14\xFF", "a ZIP file (Word, WPS, Excel …), not XML", "这是ZIP格式的文件（Word、WPS、Excel等），不是XML"},
		{"\xD0\xCF\x11\xE0\xA1", "a file of Word, WPS or Excel, not XML", "这是Word、WPS或Excel文件，不是XML"},
		{"%PDF-1.7\n%\xE2\xE3", "a PDF file, not XML", "这是PDF文件，不是XML"},
		{"<?xml version='1.0' encoding='utf8-x'?><a/>", "utf8-x: no such encoding", "utf8-x：没有这种编码"},
		{"<?xml version='1.0' encoding='GBK'?><a>\xFF</a>", "GB18030, byte 39: no character of it",
		 "GB18030，第39字节：不是该编码的字符"},
		{"<?xml version='1.0' encoding='GBK'?><a>\x81", "the character is not complete", "字符不完整"},
	};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (enum diag_language language = DIAG_ENGLISH; language <= DIAG_CHINESE; language++) {
			diag_close(folder->sink);
			folder->sink = diag_open(language);
			assert_null(load(folder, cases[i].text));
			assert_string_equal(diag_get(folder->sink, 0)->code, "G102");
			if (!strstr(diag_get(folder->sink, 0)->text, language == DIAG_ENGLISH ? cases[i].en : cases[i].zh))
				fail_msg("%zu: %s", i, diag_get(folder->sink, 0)->text);
		}
}

static void test_unknown_encoding(void **state)
{
	struct folder *folder = *state;
	assert_null(load(folder, "<?xml version='1.0' encoding='x-nothing'?><a/>"));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G102");
	assert_non_null(strstr(diag_get(folder->sink, 0)->text, "x-nothing"));
}

/* Without a mark UTF-16 is not UTF-8. */
static void test_utf16_without_mark(void **state)
{
	struct folder *folder = *state;
	static const char bytes[] = "<\0a\0/\0>";
	assert_null(load_bytes(folder, bytes, sizeof bytes));
	assert_said(folder->sink, "G102", "year.xml", 1, 2);
}

/* ---- stylesheets and schemas, and printing ---- */

static void test_code_shares_names(void **state)
{
	struct folder *folder = *state;
	xmlDict *names = xmlDictCreate();
	const xmlChar *name = xmlDictLookup(names, BAD_CAST "template", -1);
	xmlDoc *doc = xml_load_code("<template/>", 11, "part.xsl", names, folder->arena, folder->sink);
	assert_silent(folder->sink);
	assert_ptr_equal(doc->dict, names);
	assert_ptr_equal(root_of(doc)->name, name);
	assert_place(xml_place(root_of(doc)), "part.xsl", 1, 1);
	xmlFreeDoc(doc);
	assert_null(xml_load_code("<a>", 3, "part.xsl", names, folder->arena, folder->sink));
	assert_among(folder->sink, "G101");
	xmlDictFree(names);
}

static void test_code_includes_nothing(void **state)
{
	struct folder *folder = *state;
	const char *text = "<a><i:include xmlns:i='http://www.w3.org/2001/XInclude' href='b.xml'/></a>";
	xmlDoc *doc = xml_load_code(text, strlen(text), "part.xml", NULL, folder->arena, folder->sink);
	assert_silent(folder->sink);
	assert_string_equal(root_of(doc)->children->name, "include");
	xmlFreeDoc(doc);
}

/* Blanks between elements go; what XSLT keeps stays: the text of xsl:text, whatever stands beside it, and blanks within text. */
static void test_code_has_no_blanks(void **state)
{
	struct folder *folder = *state;
	const char *text = "<a>\n  <text> </text>\n  <text>  <!-- -->x</text> <b> c <d/> </b>\n</a>";
	xmlDoc *doc = xml_load_code(text, strlen(text), "part.xsl", NULL, folder->arena, folder->sink);
	assert_silent(folder->sink);
	const xmlNode *first = root_of(doc)->children, *second = first->next, *last = second->next;
	assert_string_equal(first->name, "text");
	assert_string_equal(first->children->content, " ");
	assert_string_equal(second->name, "text");
	assert_string_equal(second->children->content, "  ");
	assert_string_equal(last->name, "b");
	assert_string_equal(last->children->content, " c ");
	assert_null(last->next);
	xmlFreeDoc(doc);
}

static void test_print(void **state)
{
	struct folder *folder = *state;
	const char *text = "<年度 a='&lt;'><b>文字</b><c/></年度>";
	xmlDoc *doc = load_good(folder, text, strlen(text));
	char *printed = xml_print(doc);
	assert_string_equal(printed,
						"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<年度 a=\"&lt;\">\n  <b>文字</b>\n  <c/>\n</年度>\n");
	xmlFree(printed);
	xmlFreeDoc(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_file),
		TEST(test_missing_file),
		TEST(test_standard_input),
		TEST(test_chinese_encodings),
		TEST(test_namespace_names),
		TEST(test_long_conversion),
		TEST(test_utf16),
		TEST(test_utf8_mark),
		TEST(test_no_declaration),
		TEST(test_wrong_encodings),
		TEST(test_wrong_encodings_in_words),
		TEST(test_unknown_encoding),
		TEST(test_utf16_without_mark),
		TEST(test_code_shares_names),
		TEST(test_code_includes_nothing),
		TEST(test_code_has_no_blanks),
		TEST(test_print),
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
