/* Validation against a W3C XML Schema: violations at their nodes' places, in words of two languages: src/xml/schema.c. */
#include "unit/base/folder.h"

#include "xml/xml.h"

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
					 WORDS("<c>", "target", "a", "b", "expected"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/><target weight='1'/><a/>\n<b/></year>", 2, 1,
					 WORDS("<b>", "not expected here"));
	assert_violation(*state, DIAG_ENGLISH, "\n<year><title/></year>", 2, 1, WORDS("<year>", "target"));
	assert_violation(*state, DIAG_ENGLISH, "<!-- -->\n <yaer/>", 2, 2, WORDS("<yaer>", "root"));
}

static void test_elements_in_chinese(void **state)
{
	assert_violation(*state, DIAG_CHINESE, "<year>\n <titel/></year>", 2, 2,
					 WORDS("不符合词汇表规定：", "<titel>", "不应出现在这里", "此处应为", "title"));
	assert_violation(*state, DIAG_CHINESE, "\n<year><title/></year>", 2, 1, WORDS("<year>", "缺少内容", "target"));
	assert_violation(*state, DIAG_CHINESE, "<!-- -->\n <yaer/>", 2, 2, WORDS("<yaer>", "根元素"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1'/><a/>\n<b/></year>", 2, 1,
					 WORDS("<b>", "不应出现在这里"));
}

/* At the attribute itself; when it is missing, at its element. */
static void test_attributes(void **state)
{
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target\n  kind='common' weight='ten'/></year>", 3, 17,
					 WORDS("<target>", "weight", "ten", "decimal"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target weight='1'\n  kind='comon'/></year>", 3, 3,
					 WORDS("kind", "comon", "common", "specific"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target weight='1' wieght='2'/></year>", 2, 20, WORDS("wieght"));
	assert_violation(*state, DIAG_ENGLISH, "<year><title/>\n<target/></year>", 2, 1, WORDS("<target>", "weight", "required"));
}

static void test_attributes_in_chinese(void **state)
{
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='ten'/></year>", 1, 23,
					 WORDS("<target> 的属性 'weight'", "'ten' 不符合类型"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1' kind='x'/></year>", 1, 34,
					 WORDS("'x' 不是下列值之一：{'common', 'specific'}"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target/></year>", 1, 15, WORDS("<target> 的属性 'weight' 必须给出"));
	assert_violation(*state, DIAG_CHINESE, "<year><title/><target weight='1' x='1'/></year>", 1, 34,
					 WORDS("<target> 的属性 'x' 不允许出现"));
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
					 WORDS("<target>"));
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

static int init(void **state)
{
	(void)state;
	xml_init();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_setup, folder_teardown)

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
		TEST(test_every_violation),
		TEST(test_included),
		TEST(test_no_schema),
		TEST(test_wrong_schemas),
		TEST(test_own_schema),
	};
	return cmocka_run_group_tests(tests, init, NULL);
}
