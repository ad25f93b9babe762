/* Loading XML that is not trusted: encodings, places of nodes and of errors, refusals and limits: src/xml/load.c, decode.c, place.c,
 * print.c. */
#include "unit/xml/loading.h"

#include <fcntl.h>

static xmlDoc *load_bytes(struct folder *folder, const char *data, size_t size)
{
	return xml_load_memory(data, size, "year.xml", NULL, folder->arena, folder->sink);
}

static xmlDoc *load(struct folder *folder, const char *text)
{
	return load_bytes(folder, text, strlen(text));
}

/* What loads without a message. */
static xmlDoc *load_good(struct folder *folder, const char *data, size_t size)
{
	xmlDoc *doc = load_bytes(folder, data, size);
	assert_silent(folder->sink);
	assert_non_null(doc);
	return doc;
}

static xmlNode *root_of(xmlDoc *doc)
{
	return xmlDocGetRootElement(doc);
}

static const char *content(struct folder *folder, const xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent(node);
	const char *copy = arena_string(folder->arena, (const char *)text);
	xmlFree(text);
	return copy;
}

static void assert_place(struct place place, const char *file, int line, int col)
{
	assert_string_equal(place.file, file);
	assert_int_equal(place.line, line);
	assert_int_equal(place.col, col);
}

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

/* ---- places of nodes ---- */

static const char places[] = "<?xml version=\"1.0\"?>\n"
							 "<!-- <x> -->\n"
							 "<year  一='a>b'\n"
							 "\tab = \"'a='\" xml:id=\"i\"\n"
							 "  a=\"1\">文字<![CDATA[<x>]]><b\n"
							 "/>\r\n"
							 "部门<p:c xmlns:p=\"urn:p\" p:a=\"2\" a=\"3\">&lt;&#x20BB7;</p:c><?pi?><d/></year>\n";

static void test_places_of_elements(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places));
	xmlNode *year = root_of(doc), *b = xmlFirstElementChild(year), *c = xmlNextElementSibling(b), *d = xmlNextElementSibling(c);
	assert_place(xml_place(year), "year.xml", 3, 1);
	assert_place(xml_place(b), "year.xml", 5, 26);
	assert_place(xml_place(c), "year.xml", 7, 3);
	assert_place(xml_place(d), "year.xml", 7, 63);
	assert_place(xml_place(year->children), "year.xml", 3, 1); /* text: that of its parent */
	assert_place(xml_place(c->children), "year.xml", 7, 3);
	xmlFreeDoc(doc);
}

static const xmlNode *attribute(xmlNode *element, const char *name, const char *uri)
{
	return (const xmlNode *)xmlHasNsProp(element, BAD_CAST name, BAD_CAST uri);
}

static void test_places_of_attributes(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places));
	xmlNode *year = root_of(doc), *c = xmlNextElementSibling(xmlFirstElementChild(year));
	assert_place(xml_place(attribute(year, "一", NULL)), "year.xml", 3, 8);
	assert_place(xml_place(attribute(year, "ab", NULL)), "year.xml", 4, 2);
	assert_place(xml_place(attribute(year, "id", (const char *)XML_XML_NAMESPACE)), "year.xml", 4, 14);
	assert_place(xml_place(attribute(year, "a", NULL)), "year.xml", 5, 3);
	assert_place(xml_place(attribute(c, "a", "urn:p")), "year.xml", 7, 24);
	assert_place(xml_place(attribute(c, "a", NULL)), "year.xml", 7, 32);
	xmlFreeDoc(doc);
}

static void test_places_of_nothing(void **state)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST "made", NULL);
	(void)state;
	xmlDocSetRootElement(doc, node);
	xmlNewProp(node, BAD_CAST "a", BAD_CAST "1");
	assert_null(xml_place(node).file);
	assert_int_equal(xml_place(node).line, 0);
	assert_null(xml_place((xmlNode *)node->properties).file);
	assert_null(xml_place((xmlNode *)doc).file);
	xmlFreeDoc(doc);
}

/* A copy knows the places of the original, and outlives it. */
static void test_places_of_copies(void **state)
{
	struct folder *folder = *state;
	xmlDoc *doc = load_good(folder, places, strlen(places)), *copy = xml_copy(doc);
	xmlFreeDoc(doc);
	xmlNode *year = root_of(copy), *c = xmlNextElementSibling(xmlFirstElementChild(year));
	assert_place(xml_place(year), "year.xml", 3, 1);
	assert_place(xml_place(c), "year.xml", 7, 3);
	assert_place(xml_place(c->children), "year.xml", 7, 3);
	assert_place(xml_place(attribute(c, "a", "urn:p")), "year.xml", 7, 24);
	xmlFreeDoc(copy);
}

/* Far into a long file: line and column are as exact. */
static void test_places_in_long_files(void **state)
{
	struct folder *folder = *state;
	GString *text = g_string_new("<year>");
	for (int i = 0; i < 70000; i++)
		g_string_append(text, i % 3 ? "\r\n" : "年\n");
	g_string_append(text, "年年<b c=''/></year>");
	xmlDoc *doc = load_good(folder, text->str, text->len);
	xmlNode *b = xmlFirstElementChild(root_of(doc));
	assert_place(xml_place(b), "year.xml", 70001, 3);
	assert_place(xml_place((xmlNode *)b->properties), "year.xml", 70001, 6);
	xmlFreeDoc(doc);
	g_string_free(text, TRUE);
}

static void test_place_strings(void **state)
{
	struct folder *folder = *state;
	static const struct place good[] = {{"year.xml", 12, 5}, {"年 度:1.xml", 1, 1}, {"C:/a.xml", 3, 99999}, {"/a/b.xml", 7, 0}};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct place place = {0};
		char *text = xml_place_string(folder->arena, good[i]);
		assert_true(xml_place_parse(folder->arena, text, &place));
		assert_place(place, good[i].file, good[i].line, good[i].col);
	}
	assert_string_equal(xml_place_string(folder->arena, good[0]), "year.xml:12:5");
	assert_string_equal(xml_place_string(folder->arena, (struct place){0}), "");
}

static void test_no_place_strings(void **state)
{
	static const char *const bad[] = {"",
									  "year.xml",
									  "year.xml:1",
									  "year.xml::1",
									  "year.xml:1:",
									  ":1:2",
									  "::",
									  "year.xml:a:1",
									  "a:1:b",
									  "a:-1:2",
									  "a:1:-2",
									  "a: 1:2",
									  "a:1:2 ",
									  "a:+1:2",
									  "a:1.5:2",
									  "1:2",
									  "a:1:99999999999999999999",
									  "a:99999999999:1"};
	struct folder *folder = *state;
	struct place place = {"kept", 1, 2};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (xml_place_parse(folder->arena, bad[i], &place))
			fail_msg("%s", bad[i]);
	assert_string_equal(place.file, "kept");
}

/* ---- errors ---- */

static void test_places_of_errors(void **state)
{
	static const struct {
		const char *text;
		int line;
	} cases[] = {
		{"<year>\n  <a>\n</year>", 3},
		{"<year>\n\n&nothing;</year>", 3},
		{"<year a='1'\n a='2'/>", 2},
		{"<year/>\n<year/>", 2},
		{"<year>\n<a b=1/></year>", 2},
		{"<year>\n", 2},
		{"text", 1},
		{"<year>\n&#0;</year>", 2},
		{"<year>\n<p:a/></year>", 2},
		{"<year>\n<a b='<'/></year>", 2},
		{"<year>\n]]></year>", 2},
		{"<year>\n<!-- -- --></year>", 2},
		{"<year>\n\001</year>", 2},
		{"\n<?xml version='1.0'?><a/>", 2},
		{"<year>\n&a</year>", 2},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct folder *folder = *state;
		diag_close(folder->sink);
		folder->sink = diag_open(DIAG_ENGLISH);
		assert_null(load(folder, cases[i].text));
		if (!diag_size(folder->sink))
			fail_msg("%s", cases[i].text);
		const struct diag_message *message = diag_get(folder->sink, 0);
		assert_string_equal(message->code, "G101");
		assert_string_equal(message->place.file, "year.xml");
		if (message->place.line != cases[i].line)
			print_error("%s\n", cases[i].text);
		assert_int_equal(message->place.line, cases[i].line);
		assert_true(message->place.col > 0);
	}
}

static void test_column_of_an_error(void **state)
{
	struct folder *folder = *state;
	assert_null(load(folder, "<年度>\n年年&无;</年度>"));
	assert_said(folder->sink, "G101", "year.xml", 2, 6);
}

/* Not only the first. */
static void test_every_error(void **state)
{
	struct folder *folder = *state;
	assert_null(load(folder, "<year>\n&one;\n&two;\n<p:a/>\n</year>"));
	assert_int_equal(diag_size(folder->sink), 3);
	for (unsigned i = 0; i < 3; i++)
		assert_int_equal(diag_get(folder->sink, i)->place.line, 2 + (int)i);
}

static void test_chinese_message(void **state)
{
	struct folder *folder = *state;
	struct diag_sink *sink = diag_open(DIAG_CHINESE);
	assert_null(xml_load_memory("<a", 2, "年度.xml", NULL, folder->arena, sink));
	assert_true(g_str_has_prefix(diag_get(sink, 0)->text, "XML 格式不正确："));
	diag_close(sink);
}

/* Each row of syntax.def, and one message a place: what libxml2 says besides only follows. */
static void test_syntax_in_words(void **state)
{
	static const struct {
		const char *text, *en, *zh;
	} cases[] = {
		{"text", "the start tag of the root element is expected", "此处应为根元素的开始标签"},
		{"<a/><b/>", "content after the end of the root element", "根元素结束之后还有内容"},
		{"<a>\001</a>", "U+0001 is no character of XML", "XML 中不能有字符 U+0001"},
		{"<a>&#xG;</a>", "the number of a character is not complete: &#x…;", "字符的编号不完整：&#x…;"},
		{"<a>&#G;</a>", "the number of a character is not complete: &#…;", "字符的编号不完整：&#…;"},
		{"<a>&nbsp;</a>", "&nbsp; is not defined; there are &amp; &lt; &gt; &quot; &apos;",
		 "“&nbsp;”没有定义；可用的是 &amp; &lt; &gt; &quot; &apos;"},
		{"<a>&b c</a>", "; is missing after a name with &; the sign & itself is written &amp;",
		 "& 之后的名称缺少分号；字符 & 应写成 &amp;"},
		{"<a>& </a>", "a name is expected; the signs & and < themselves are written &amp; and &lt;",
		 "此处应为名称；字符 & 和 < 应写成 &amp; 和 &lt;"},
		{"<a b='<'/>", "< in an attribute's value is written &lt;", "属性值中的 < 应写成 &lt;"},
		{"<a b=“1”/>", "an attribute's value stands in \" or '", "属性值应放在半角引号 \" 或 ' 之内"},
		{"<a b='1/>", "the quote at the end of an attribute's value is missing", "属性值缺少后引号"},
		{"<a b/>", "attribute b has no value", "属性“b”没有值"},
		{"<a b='1' b='2'/>", "attribute b stands twice", "属性“b”重复出现"},
		{"<a b='1'c='2'/>", "a space is missing", "此处缺少空格"},
		{"<a ", "a tag does not end with >", "标签没有以 > 结束"},
		{"<a>\n<b></a>", "</a> does not close <b> of line 2", "结束标签 </a> 与第2行的 <b> 不配对"},
		{"<a>", "<a> of line 1 is not closed", "第1行的 <a> 没有结束标签"},
		{"<a><!-- -- --></a>", "-- may not stand in a comment", "注释中不能有 --"},
		{"<a><!-- </a>", "a comment does not end with -->", "注释没有以 --> 结束"},
		{"<a><![CDATA[ </a>", "a CDATA section does not end with ]]>", "CDATA 段没有以 ]]> 结束"},
		{"<a><?b </a>", "an instruction does not end with ?>", "处理指令没有以 ?> 结束"},
		{"<a>]]></a>", "]]> in text is written ]]&gt;", "文字中的 ]]> 应写成 ]]&gt;"},
		{" <?xml version='1.0'?><a/>", "the XML declaration may stand at the very beginning only",
		 "XML 声明只能写在文件的最开头"},
		{"<x:a/>", "prefix x is not declared (xmlns:x)", "前缀“x”没有声明（xmlns:x）"},
	};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		diag_close(folder->sink);
		folder->sink = diag_open(DIAG_ENGLISH);
		assert_null(load(folder, cases[i].text));
		const struct diag_about *about = &diag_get(folder->sink, 0)->about;
		assert_string_equal(about->en, arena_printf(folder->arena, "not well-formed XML: %s", cases[i].en));
		assert_string_equal(about->zh, arena_printf(folder->arena, "XML 格式不正确：%s", cases[i].zh));
		const struct place place = diag_get(folder->sink, 0)->place;
		for (unsigned k = 1; k < diag_size(folder->sink); k++)
			assert_false(place.line == diag_get(folder->sink, k)->place.line &&
						 place.col == diag_get(folder->sink, k)->place.col);
	}
}

static void test_empty(void **state)
{
	static const char *const texts[] = {"", " \n", "\xEF\xBB\xBF", "<?xml version='1.0'?>", "<!-- -->"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct folder *folder = *state;
		diag_close(folder->sink);
		folder->sink = diag_open(DIAG_ENGLISH);
		assert_null(load(folder, texts[i]));
		assert_among(folder->sink, "G101");
	}
}

/* ---- what is not allowed ---- */

static void assert_doctype_refused(struct folder *folder, const char *text, int line)
{
	diag_close(folder->sink);
	folder->sink = diag_open(DIAG_ENGLISH);
	assert_null(load(folder, text));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G103");
	assert_int_equal(diag_get(folder->sink, 0)->place.line, line);
}

static void test_doctypes(void **state)
{
	assert_doctype_refused(*state, "<!DOCTYPE year>\n<year/>", 1);
	assert_doctype_refused(*state, "<?xml version='1.0'?>\n<!DOCTYPE year SYSTEM 'year.dtd'><year/>", 2);
	assert_doctype_refused(*state, "<!DOCTYPE year PUBLIC '-//X' 'http://127.0.0.1/x.dtd'><year/>", 1);
	assert_doctype_refused(*state, "<!DOCTYPE year [<!ATTLIST year a CDATA 'x'>]><year/>", 1);
}

static void test_billion_laughs(void **state)
{
	assert_doctype_refused(*state,
						   "<!DOCTYPE l [<!ENTITY a 'lol'>"
						   "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
						   "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
						   "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>"
						   "]><l>&g;</l>",
						   1);
}

/* Neither general nor parameter entities fetch anything. */
static void test_external_entities(void **state)
{
	struct folder *folder = *state;
	char *secret = folder_text(folder, "secret.txt", "secret"), *dtd = folder_text(folder, "x.dtd", "<!ENTITY e 'secret'>");
	assert_doctype_refused(folder, arena_printf(folder->arena, "<!DOCTYPE y [<!ENTITY e SYSTEM 'file://%s'>]><y>&e;</y>", secret),
						   1);
	assert_doctype_refused(folder, arena_printf(folder->arena, "<!DOCTYPE y [<!ENTITY %% p SYSTEM '%s'>%%p;]><y>&e;</y>", dtd),
						   1);
	assert_doctype_refused(folder, arena_printf(folder->arena, "<!DOCTYPE y SYSTEM '%s'><y>&e;</y>", dtd), 1);
}

static void test_five_entities(void **state)
{
	struct folder *folder = *state;
	const char *text = "<a b='&lt;&amp;&quot;&apos;&gt;&#24180;'>&lt;&amp;&quot;&apos;&gt;&#24180;&#x5E74;</a>";
	xmlDoc *doc = load_good(folder, text, strlen(text));
	assert_string_equal(content(folder, root_of(doc)), "<&\"'>年年");
	assert_string_equal(content(folder, (xmlNode *)root_of(doc)->properties), "<&\"'>年");
	xmlFreeDoc(doc);
}

/* `before`, `count` times `piece`, `after`. */
static char *repeated(struct folder *folder, const char *before, const char *piece, size_t count, const char *after)
{
	size_t size = strlen(piece);
	char *text = arena_alloc(folder->arena, strlen(before) + count * size + strlen(after) + 1), *to = text + strlen(before);
	strcpy(text, before);
	for (size_t i = 0; i < count; i++, to += size)
		memcpy(to, piece, size);
	strcpy(to, after);
	return text;
}

static void assert_limit(struct folder *folder, const char *text)
{
	diag_close(folder->sink);
	folder->sink = diag_open(DIAG_ENGLISH);
	assert_null(load(folder, text));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G104");
	assert_true(diag_get(folder->sink, 0)->place.line == 1);
}

static void test_depth(void **state)
{
	struct folder *folder = *state;
	char *deep = repeated(folder, "<a>", "<a>", 199, repeated(folder, "", "</a>", 200, ""));
	xmlDoc *doc = load_good(folder, deep, strlen(deep));
	xmlFreeDoc(doc);
	assert_limit(folder, repeated(folder, "<a>", "<a>", 100000, repeated(folder, "", "</a>", 100001, "")));
}

static char *attributes(struct folder *folder, int count)
{
	GString *text = g_string_new("<a");
	for (int i = 0; i < count; i++)
		g_string_append_printf(text, " a%d=''", i);
	g_string_append(text, "/>");
	char *copy = arena_string(folder->arena, text->str);
	g_string_free(text, TRUE);
	return copy;
}

static void test_attribute_count(void **state)
{
	struct folder *folder = *state;
	char *many = attributes(folder, 256);
	xmlFreeDoc(load_good(folder, many, strlen(many)));
	assert_limit(folder, attributes(folder, 257));
	assert_limit(folder, attributes(folder, 100000));
}

/* Signs of equality in texts, comments and values are no attributes. */
static void test_no_attributes(void **state)
{
	struct folder *folder = *state;
	char *text = repeated(folder, "<a><!-- ", "a=b ", 2000, "--><b c='==========='/>");
	text = repeated(folder, text, "a=b ", 2000, "</a>");
	xmlFreeDoc(load_good(folder, text, strlen(text)));
	text = repeated(folder, "<a b='", "=", 2000, "'/>");
	xmlFreeDoc(load_good(folder, text, strlen(text)));
	text = repeated(folder, "<a><![CDATA[<b ", "c=d ", 2000, "]]></a>");
	xmlFreeDoc(load_good(folder, text, strlen(text)));
}

static void test_lengths(void **state)
{
	struct folder *folder = *state;
	char *text = repeated(folder, "<a>", "年", 300000, "</a>");
	xmlFreeDoc(load_good(folder, text, strlen(text)));
	assert_limit(folder, repeated(folder, "<", "n", 60000, "/>"));
	assert_limit(folder, repeated(folder, "<a>", "0123456789abcde ", 1000000, "</a>"));
	assert_limit(folder, repeated(folder, "<a><![CDATA[", "0123456789abcde ", 1000000, "]]></a>"));
	assert_limit(folder, repeated(folder, "<a b='", "0123456789abcde ", 1000000, "'/>"));
}

static void test_size(void **state)
{
	struct folder *folder = *state;
	char *path = folder_text(folder, "large.xml", "<a/>");
	assert_int_equal(truncate(path, 64 * 1024 * 1024 + 1), 0);
	assert_null(xml_load(path, NULL, folder->arena, folder->sink));
	assert_said(folder->sink, "G003", path, 0, 0);
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
		TEST(test_utf16),
		TEST(test_utf8_mark),
		TEST(test_no_declaration),
		TEST(test_wrong_encodings),
		TEST(test_wrong_encodings_in_words),
		TEST(test_unknown_encoding),
		TEST(test_utf16_without_mark),
		TEST(test_places_of_elements),
		TEST(test_places_of_attributes),
		TEST(test_places_of_nothing),
		TEST(test_places_of_copies),
		TEST(test_places_in_long_files),
		TEST(test_place_strings),
		TEST(test_no_place_strings),
		TEST(test_places_of_errors),
		TEST(test_column_of_an_error),
		TEST(test_every_error),
		TEST(test_chinese_message),
		TEST(test_syntax_in_words),
		TEST(test_empty),
		TEST(test_doctypes),
		TEST(test_billion_laughs),
		TEST(test_external_entities),
		TEST(test_five_entities),
		TEST(test_depth),
		TEST(test_attribute_count),
		TEST(test_no_attributes),
		TEST(test_lengths),
		TEST(test_size),
		TEST(test_code_shares_names),
		TEST(test_code_includes_nothing),
		TEST(test_code_has_no_blanks),
		TEST(test_print),
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
