/* Validation against a W3C XML Schema: violations at their nodes' places, in words of two languages: src/xml/schema.c. */
#include "unit/xml/loading.h"

static const char schema_text[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n"
	"<xs:element name='year'><xs:complexType><xs:sequence>\n"
	" <xs:element name='title' type='xs:string'/>\n"
	" <xs:element name='target' maxOccurs='unbounded'><xs:complexType>\n"
	"  <xs:attribute name='weight' use='required' type='xs:decimal'/>\n"
	"  <xs:attribute name='kind'><xs:simpleType><xs:restriction base='xs:string'>\n"
	"   <xs:enumeration value='common'/><xs:enumeration value='specific'/></xs:restriction></xs:simpleType></xs:attribute>\n"
	" </xs:complexType></xs:element>\n"
	" <xs:choice minOccurs='0'><xs:element name='a'/><xs:element name='b'/></xs:choice>\n"
	"</xs:sequence></xs:complexType><xs:unique name='u'><xs:selector xpath='target'/><xs:field xpath='@weight'/></xs:unique>\n"
	"</xs:element></xs:schema>\n";

static struct xml_schema *open_schema(struct folder *folder)
{
	struct xml_schema *schema = xml_schema_open(folder_text(folder, "year.xsd", schema_text), folder->sink);
	assert_silent(folder->sink);
	assert_non_null(schema);
	return schema;
}

/* What the schema says of a text, reported to the sink. */
static bool check(struct folder *folder, const struct xml_schema *schema, const char *text, struct diag_sink *sink)
{
	xmlDoc *doc = xml_load_memory(text, strlen(text), "year.xml", NULL, folder->arena, folder->sink);
	assert_silent(folder->sink);
	bool valid = xml_schema_check(schema, doc, sink);
	xmlFreeDoc(doc);
	return valid;
}

/* One violation, at the place, whose text holds every one of the words. */
static void assert_violation(struct folder *folder, enum diag_language language, const char *text, int line, int col,
							 const char *const *words)
{
	struct xml_schema *schema = open_schema(folder);
	struct diag_sink *sink = diag_open(language);
	assert_false(check(folder, schema, text, sink));
	assert_said(sink, "G201", "year.xml", line, col);
	for (; *words; words++)
		if (!strstr(diag_get(sink, 0)->text, *words))
			fail_msg("%s: no “%s”", diag_get(sink, 0)->text, *words);
	diag_close(sink);
	xml_schema_close(schema);
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define VALID      "<year>\n<title>文</title>\n<target weight='1.5' kind='common'/></year>"

static void test_valid(void **state)
{
	struct folder *folder = *state;
	struct xml_schema *schema = open_schema(folder);
	assert_true(check(folder, schema, VALID, folder->sink));
	assert_true(check(folder, schema, VALID, folder->sink)); /* a schema serves many documents */
	assert_silent(folder->sink);
	xml_schema_close(schema);
	xml_schema_close(NULL);
}

/* What was found, and what is allowed there. */
static void test_elements(void **state)
{
	assert_violation(*state, DIAG_ENGLISH, "<year>\n <titel/></year>", 2, 2,
					 WORDS("not as the schema says: ", "<titel>", "title"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/><target weight='1'/>\n年</year>", 1, 1, WORDS("<year>", "text"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/><target weight='1'/>\n\n  <c/></year>", 3, 3,
					 WORDS("<c>", "target, a, b", "expected"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/><target weight='1'/><a/>\n<b/></year>", 2, 1,
					 WORDS("<b>", "out of order"));
	assert_violation(*state, DIAG_ENGLISH, "\n<year><title/></year>", 2, 1, WORDS("<year>", "target"));
	assert_violation(*state, DIAG_ENGLISH, "<!-- -->\n <yaer/>", 2, 2, WORDS("<yaer>", "root"));
}

static void test_elements_in_chinese(void **state)
{
	assert_violation(*state, DIAG_CHINESE, "<year>\n <titel/></year>", 2, 2,
					 WORDS("不符合词汇表规定：", "<titel>不能用在<year>之内", "是否应为title", "此处应为：title"));
	assert_violation(*state, DIAG_CHINESE, "\n<year><title/></year>", 2, 1, WORDS("<year>", "内容不全", "target"));
	assert_violation(*state, DIAG_CHINESE, "<!-- -->\n <yaer/>", 2, 2, WORDS("<yaer>", "根元素"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1'/><a/>\n<b/></year>", 2, 1,
					 WORDS("<b>", "次序不对或者重复"));
}

/* At the attribute itself; when it is missing, at its element. */
static void test_attributes(void **state)
{
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target\n  kind='common' weight='ten'/></year>", 3, 17,
					 WORDS("<target>", "weight", "“ten”", "a number, as 12.5"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target weight='1'\n  kind='comon'/></year>", 3, 3,
					 WORDS("kind", "comon", "common", "specific"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target weight='1' wieght='2'/></year>", 2, 20,
					 WORDS("wieght", "did you mean weight?", "weight, kind"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target/></year>", 2, 1,
					 WORDS("<target>", "weight", "must be given", "a number"));
}

static void test_attributes_in_chinese(void **state)
{
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='ten'/></year>", 1, 23,
					 WORDS("<target>的属性weight", "写作“ten”", "应为：数"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1' kind='x'/></year>", 1, 34,
					 WORDS("写作“x”；应为：common、specific"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target/></year>", 1, 15, WORDS("<target>的属性weight必须给出"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1' x='1'/></year>", 1, 34,
					 WORDS("<target>的属性x不存在", "weight、kind"));
}

/* Text, and elements, where there may be none. */
static void test_contents(void **state)
{
	assert_violation(*state, DIAG_ENGLISH, "<year><title><b/></title><target weight='1'/></year>", 1, 7,
					 WORDS("<title> may hold text only"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/><target weight='1'>x</target></year>", 1, 15,
					 WORDS("<target> must be empty"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1'><b/></target></year>", 1, 15,
					 WORDS("<target>必须为空"));
	assert_violation(*state, DIAG_CHINESE, "<year>x<title/><target weight='1'/></year>", 1, 1, WORDS("<year>不能直接包含文字"));
}

static void test_uniqueness(void **state)
{
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target weight='1'/>\n<target weight='1.0'/></year>", 3, 1,
					 WORDS("<target>", "1.0"));
}

/* ---- the year's own schema: mistakes of every day, made in the smallest sample ---- */

static const struct mistake {
	const char *from, *to; /* in samples/minimal/year.xml, where it first stands */
	const char *en, *zh;
} mistakes[] = {
	{"year=\"2006\"", "year=\"20o6\"", "<scheme>, attribute year is “20o6”; expected: A year of four digits",
	 "<scheme>的属性year写作“20o6”；应为：四位数年份"},
	{"<scheme year=\"2006\"", "<scheme", "<scheme>, attribute year must be given", "<scheme>的属性year必须给出（年度）"},
	{"<pass-mark>80</pass-mark>", "<passmark>80</passmark>",
	 "<passmark> is unknown in <parameters>; did you mean pass-mark? allowed in it: pass-mark, ",
	 "<passmark>不能用在<parameters>之内；是否应为pass-mark？其中可有：pass-mark、"},
	{"<pass-mark>80", "<pass-mark>八十", "<pass-mark> is “八十”; expected: A decimal", "<pass-mark>写作“八十”；应为：十进制数"},
	{"<pass-mark>80", "<pass-mark>", "<pass-mark> is empty; expected: A decimal", "<pass-mark>为空；应为：十进制数"},
	{"<pass-mark>80", "<pass-mark>-80", "<pass-mark> is “-80”", "<pass-mark>写作“-80”"},
	{"<pass-mark>80</pass-mark>", "<pass-mark>80</pass-mark><pass-mark>81</pass-mark>",
	 "<pass-mark> is out of order or stands there once too often; expected here: proposal-deadline",
	 "<pass-mark>次序不对或者重复；此处应为：proposal-deadline"},
	{"<department id=", "<department code=\"1\" id=", "attribute code is unknown; allowed: id, kind, entrusted-by",
	 "属性code不存在；可用的属性：id、kind、entrusted-by"},
	{"<department id=", "<department Id=\"x\" id=", "attribute Id is unknown; did you mean id?", "属性Id不存在；是否应为id？"},
	{"<department id=\"", "<department id=\"Bad ", "expected: An identifier that becomes part of a file name: lower-case letters",
	 "应为：用作文件名的标识：小写字母、数字、连字符"},
	{"deadline=\"2006-11-30\"", "deadline=\"2006/11/30\"",
	 "attribute deadline is “2006/11/30”; expected: a date of the calendar, as 2005-03-31",
	 "属性deadline写作“2006/11/30”；应为：历法上存在的日期，如2005-03-31"},
	{"deadline=\"2006-11-30\"", "deadline=\"2006-02-29\"", "is “2006-02-29”; expected: a date",
	 "写作“2006-02-29”；应为：历法上存在的日期"},
	{"relation=\"at-least\"", "relation=\"more\"",
	 "is “more”; expected: one of at-least (not less), at-most (not more), equal (equal), by (milestone: done by a date)",
	 "写作“more”；应为：at-least（不少于）、at-most（不多于）、equal（等于）、by（在某日之前完成）"},
	{"青政发〔2007〕2号", "青政发[2007]2号",
	 "attribute document-number is “青政发[2007]2号”; expected: Document number: short name, year in 〔〕",
	 "属性document-number写作“青政发[2007]2号”；应为：发文字号：代字、六角括号内的年份"},
	{"青政发〔2007〕2号", "青政发〔2007〕02号", "is “青政发〔2007〕02号”; expected: Document number",
	 "写作“青政发〔2007〕02号”；应为：发文字号"},
	{"<register>", "<register>责任部门名录", "<register> may not hold text: “责任部门名录”; allowed in it: department",
	 "<register>不能直接包含文字：“责任部门名录”；其中可有：department"},
	{"<person>", "<post>市长</post><person>", "<post> is out of order or stands there once too often; expected here: person",
	 "<post>次序不对或者重复；此处应为：person"},
	{"<register>", "<registers/><register>", "<registers> is unknown in <scheme>; did you mean register? allowed in it: ",
	 "<registers>不能用在<scheme>之内；是否应为register？其中可有："},
	{"<scheme ", "<scheme xmlns=\"urn:x\" ", "<scheme> is of the namespace “urn:x”; the vocabulary has none",
	 "<scheme>属于名称空间“urn:x”；本词汇表不用名称空间"},
	{"<pass-mark>80", "<pass-mark><b/>80", "<pass-mark> may hold text only, no <b>", "<pass-mark>只能包含文字，不能有<b>"},
};

/* The text with the first `from` changed to `to`. */
static char *changed(const char *text, const struct mistake *mistake)
{
	const char *at = strstr(text, mistake->from);
	if (!at)
		fail_msg("the sample has no %s", mistake->from);
	return g_strdup_printf("%.*s%s%s", (int)(at - text), text, mistake->to, at + strlen(mistake->from));
}

static void check_mistake(struct folder *folder, const struct xml_schema *schema, const char *text, const struct mistake *mistake)
{
	char *wrong = changed(text, mistake);
	for (int language = DIAG_ENGLISH; language <= DIAG_CHINESE; language++) {
		struct diag_sink *sink = diag_open((enum diag_language)language);
		const char *wanted = language == DIAG_CHINESE ? mistake->zh : mistake->en;
		assert_false(check(folder, schema, wrong, sink));
		assert_int_equal(diag_size(sink), 1);
		assert_true(diag_get(sink, 0)->place.line > 1);
		if (!strstr(diag_get(sink, 0)->text, wanted))
			fail_msg("%s: no “%s”", diag_get(sink, 0)->text, wanted);
		diag_close(sink);
	}
	g_free(wrong);
}

static void test_mistakes_of_a_year(void **state)
{
	struct folder *folder = *state;
	struct xml_schema *schema = xml_schema_open("templates/scheme/year.xsd", folder->sink);
	char *text = NULL;
	assert_non_null(schema);
	assert_true(g_file_get_contents("samples/minimal/year.xml", &text, NULL, NULL));
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
		check_mistake(folder, schema, text, &mistakes[i]);
	g_free(text);
	xml_schema_close(schema);
}

static void test_every_violation(void **state)
{
	struct folder *folder = *state;
	struct xml_schema *schema = open_schema(folder);
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	assert_false(check(folder, schema,
					   "<year>\n<title><x/></title>\n<target weight='ten'/>\n<target/>\n<target kind='x' weight='3'/></year>",
					   sink));
	assert_int_equal(diag_count(sink, DIAG_ERROR), diag_size(sink));
	for (int line = 2; line <= 5; line++) {
		unsigned found = 0;
		for (unsigned i = 0; i < diag_size(sink); i++)
			found += diag_get(sink, i)->place.line == line;
		assert_int_equal(found, 1);
	}
	diag_close(sink);
	xml_schema_close(schema);
}

/* Of an included file: its own name and line. */
static void test_included(void **state)
{
	struct folder *folder = *state;
	struct xml_schema *schema = open_schema(folder);
	char *part = folder_text(folder, "part.xml", "\n\n <target/>"),
		 *path = folder_text(folder, "year.xml",
							 "<year><title/><i:include xmlns:i='http://www.w3.org/2001/XInclude' href='part.xml'/></year>");
	struct gate *gate = gate_open(path, NULL);
	xmlDoc *doc = xml_load(path, gate, folder->arena, folder->sink);
	gate_close(gate);
	assert_silent(folder->sink);
	assert_false(xml_schema_check(schema, doc, folder->sink));
	assert_said(folder->sink, "G201", part, 3, 2);
	xmlFreeDoc(doc);
	xml_schema_close(schema);
}

/* ---- schemas that cannot be used: a part of gongwen is missing ---- */

static void test_no_schema(void **state)
{
	struct folder *folder = *state;
	char *path = folder_path(folder, "none.xsd");
	assert_null(xml_schema_open(path, folder->sink));
	assert_said(folder->sink, "G001", path, 0, 0);
}

static void test_wrong_schemas(void **state)
{
	static const struct {
		const char *text, *code;
		int line;
	} cases[] = {
		{"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element name='a' type='none'/></xs:schema>", "G004", 2},
		{"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:elment name='a'/></xs:schema>", "G004", 2},
		{"<year/>", "G004", 0},
		{"\n<xs:schema", "G101", 2},
		{"", "G101", 1},
	};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		diag_close(folder->sink);
		folder->sink = diag_open(DIAG_ENGLISH);
		char *path = folder_text(folder, "bad.xsd", cases[i].text);
		assert_null(xml_schema_open(path, folder->sink));
		if (!diag_count(folder->sink, DIAG_ERROR))
			fail_msg("%s", cases[i].text);
		assert_string_equal(diag_get(folder->sink, 0)->code, cases[i].code);
		assert_string_equal(diag_get(folder->sink, 0)->place.file, path);
		assert_int_equal(diag_get(folder->sink, 0)->place.line, cases[i].line);
	}
}

/* Our own schema compiles, and refuses what is no year. */
static void test_own_schema(void **state)
{
	struct folder *folder = *state;
	struct xml_schema *schema = xml_schema_open("templates/scheme/year.xsd", folder->sink);
	assert_silent(folder->sink);
	assert_non_null(schema);
	assert_false(check(folder, schema, "<html/>", folder->sink));
	assert_said(folder->sink, "G201", "year.xml", 1, 1);
	xml_schema_close(schema);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_valid),
		TEST(test_elements),
		TEST(test_elements_in_chinese),
		TEST(test_attributes),
		TEST(test_attributes_in_chinese),
		TEST(test_contents),
		TEST(test_uniqueness),
		TEST(test_mistakes_of_a_year),
		TEST(test_every_violation),
		TEST(test_included),
		TEST(test_no_schema),
		TEST(test_wrong_schemas),
		TEST(test_own_schema),
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
