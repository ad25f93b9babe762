/* XML that is refused: what is not well-formed, with its place and in words; what is not allowed; limits: src/xml/load.c, syntax.c, limits.c. */
#include "unit/xml/loading.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
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
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
