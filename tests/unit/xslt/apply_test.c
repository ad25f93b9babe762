/* Stylesheets of a set, and transforms: results, messages, what they may not read or write, their bounds: src/xslt/apply.c, set.c. */
#include "unit/xslt/sheet.h"

#include "xslt/set.h"

static const char year[] = "<year>\n <a b='1'>文</a>\n <a/></year>";

static struct xslt_set *open_set(struct folder *folder)
{
	folder_text(folder, "t/.keep", "");
	struct xslt_set *set = xslt_open(folder_path(folder, "t"), folder->sink);
	assert_silent(folder->sink);
	assert_non_null(set);
	return set;
}

static xmlDoc *load(struct folder *folder, const char *text)
{
	xmlDoc *doc = xml_load_memory(text, strlen(text), "year.xml", NULL, folder->arena, folder->sink);
	assert_non_null(doc);
	return doc;
}

/* Some message has the words. */
static void assert_words(const struct diag_sink *sink, const char *words)
{
	for (unsigned i = 0; i < diag_size(sink); i++)
		if (strstr(diag_get(sink, i)->text, words))
			return;
	char *all = diag_print(sink, DIAG_TEXT, DIAG_NOTE);
	print_error("“%s” expected:\n%s", words, all);
	free(all);
	fail();
}

/* ---- sets ---- */

static void test_no_folder(void **state)
{
	struct folder *folder = *state;
	assert_null(xslt_open(folder_path(folder, "none"), folder->sink));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G004");
	xslt_close(NULL);
}

static void test_names(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(folder, "t/kinds/a/a.xsl", ROOT_SHEET("<out/>"));
	folder_text(folder, "outside.xsl", ROOT_SHEET("<out/>"));
	assert_non_null(xslt_set_find(set, "kinds/a/a.xsl", folder->sink));
	assert_silent(folder->sink);
	assert_null(xslt_set_find(set, "../outside.xsl", folder->sink));
	assert_said(folder->sink, "G106", NULL, 0, 0);
	sheet_forget(folder);
	assert_null(xslt_set_find(set, "kinds/../../outside.xsl", folder->sink));
	assert_said(folder->sink, "G106", NULL, 0, 0);
	sheet_forget(folder);
	assert_null(xslt_set_find(set, "none.xsl", folder->sink));
	assert_said(folder->sink, "G001", folder_path(folder, "t/none.xsl"), 0, 0);
	xslt_close(set);
}

/* Compiled once and kept, whatever becomes of the file. */
static void test_kept(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	char *path = folder_text(folder, "t/a.xsl", ROOT_SHEET("<out>first</out>"));
	assert_non_null(xslt_set_find(set, "a.xsl", folder->sink));
	assert_int_equal(unlink(path), 0);
	for (int i = 0; i < 3; i++) {
		xmlDoc *doc = load(folder, year), *result = xslt_apply(set, "a.xsl", doc, folder->sink);
		assert_silent(folder->sink);
		assert_string_equal(xmlDocGetRootElement(result)->name, "out");
		xmlFreeDoc(result);
		xmlFreeDoc(doc);
	}
	xslt_close(set);
}

/* Compiled before there is a document, but only what is without fault: of all else nothing is said until it is needed. */
static void test_prepared(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	char *sound = folder_text(folder, "t/a.xsl", ROOT_SHEET("<out/>"));
	folder_text(folder, "t/b.xsl", ROOT_SHEET("<xsl:apply-templates mode='none'/>"));
	xslt_prepare(set, "a.xsl", folder->sink);
	xslt_prepare(set, "a.xsl", folder->sink);
	xslt_prepare(set, "b.xsl", folder->sink);
	xslt_prepare(set, "none.xsl", folder->sink);
	assert_silent(folder->sink);
	assert_int_equal(unlink(sound), 0);
	assert_non_null(xslt_set_find(set, "a.xsl", folder->sink));
	assert_silent(folder->sink);
	assert_null(xslt_set_find(set, "b.xsl", folder->sink));
	assert_words(folder->sink, "no template has the mode none");
	sheet_forget(folder);
	assert_null(xslt_set_find(set, "none.xsl", folder->sink));
	assert_said(folder->sink, "G001", folder_path(folder, "t/none.xsl"), 0, 0);
	xslt_close(set);
}

static void test_imports(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(folder, "t/kinds/a.xsl", SHEET("<xsl:import href='../lib/b.xsl'/><xsl:include href='c.xsl'/>"));
	folder_text(folder, "t/lib/b.xsl", ROOT_SHEET("<out><xsl:call-template name='c'/></out>"));
	folder_text(folder, "t/kinds/c.xsl", SHEET("<xsl:template name='c'><c/></xsl:template>"));
	xmlDoc *doc = load(folder, year), *result = xslt_apply(set, "kinds/a.xsl", doc, folder->sink);
	assert_silent(folder->sink);
	assert_string_equal(xmlDocGetRootElement(result)->children->name, "c");
	xmlFreeDoc(result);
	xmlFreeDoc(doc);
	xslt_close(set);
}

/* Folders are called as people call them: an import beside a stylesheet is found. */
static void test_folders_of_any_name(void **state)
{
	static const char *const names[] = {"有 空格", "100%20", "a#b?c", "甲:乙"};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		folder_text(folder, arena_printf(folder->arena, "%s/b.xsl", names[i]), ROOT_SHEET("<out/>"));
		folder_text(folder, arena_printf(folder->arena, "%s/kinds/a.xsl", names[i]), SHEET("<xsl:import href='../b.xsl'/>"));
		struct xslt_set *set = xslt_open(folder_path(folder, names[i]), folder->sink);
		xmlDoc *doc = load(folder, year);
		xmlDoc *result = xslt_apply(set, "kinds/a.xsl", doc, folder->sink);
		assert_silent(folder->sink);
		assert_string_equal(xmlDocGetRootElement(result)->name, "out");
		xmlFreeDoc(result);
		xmlFreeDoc(doc);
		xslt_close(set);
	}
}

static void test_imports_from_outside(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	char *outside = folder_text(folder, "outside.xsl", ROOT_SHEET("<out/>"));
	assert_int_equal(symlink("../outside.xsl", folder_path(folder, "t/link.xsl")), 0);
	const struct {
		const char *href, *code;
	} cases[] = {
		{"../outside.xsl", "G106"},         {outside, "G106"},    {arena_printf(folder->arena, "file://%s", outside), "G106"},
		{"http://127.0.0.1/a.xsl", "G202"}, {"link.xsl", "G106"}, {"none.xsl", "G107"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		sheet_forget(folder);
		folder_text(folder, "t/a.xsl", arena_printf(folder->arena, SHEET("<xsl:import href='%s'/>"), cases[i].href));
		assert_null(xslt_set_find(set, "a.xsl", folder->sink));
		assert_among(folder->sink, cases[i].code);
	}
	xslt_close(set);
}

/* What libxml2 says by a number alone has words. */
static void test_wrong_expressions_in_words(void **state)
{
	static const char *const cases[][2] = {
		{"<a b='{cuont(year)}'/>", "the expression calls a function that there is not"},
		{"<a b='{$none}'/>", "the expression names a variable that there is not"},
		{"<a b='{count()}'/>", "a function has the wrong number of arguments"},
		{"<a b='{count(\"x\")}'/>", "a value in the expression is of the wrong type"},
	};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		sheet_forget(folder);
		assert_null(sheet_apply(folder, arena_printf(folder->arena, ROOT_SHEET("%s"), cases[i][0]), year));
		assert_words(folder->sink, cases[i][1]);
	}
}

/* Declared in any part, before or after, counts; what is not declared is said where it is used. */
static void test_attribute_sets(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(folder, "t/b.xsl",
				SHEET("<xsl:attribute-set name='paragraph'><xsl:attribute name='b'>2</xsl:attribute></xsl:attribute-set>"));
	folder_text(folder, "t/a.xsl",
				SHEET("<xsl:include href='b.xsl'/><xsl:template match='/'><a xsl:use-attribute-sets='own  paragraph'/>"
					  "</xsl:template><xsl:attribute-set name='own' use-attribute-sets='paragraph'/>"));
	assert_non_null(xslt_set_find(set, "a.xsl", folder->sink));
	assert_silent(folder->sink);
	folder_text(folder, "t/c.xsl",
				SHEET("<xsl:import href='b.xsl'/>\n<xsl:template match='/'>\n<a xsl:use-attribute-sets='paragrph'/>"
					  "</xsl:template>\n<xsl:attribute-set name='own' use-attribute-sets='nothing'/>"));
	assert_null(xslt_set_find(set, "c.xsl", folder->sink));
	assert_int_equal(diag_size(folder->sink), 2);
	assert_int_equal(diag_get(folder->sink, 0)->place.line, 3);
	assert_int_equal(diag_get(folder->sink, 1)->place.line, 4);
	assert_words(folder->sink, "there is no attribute set paragrph; did you mean paragraph?");
	assert_words(folder->sink, "there is no attribute set nothing");
	xslt_close(set);
}

/* A mode that no template has, and one of the stylesheet's own templates that nothing applies; parts may have modes to spare. */
static void test_modes(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(folder, "t/b.xsl",
				SHEET("<xsl:template match='a' mode='body'/><xsl:template match='a' mode='spare'/>"
					  "<xsl:template match='/'><xsl:apply-templates mode='body'/></xsl:template>"));
	folder_text(folder, "t/a.xsl", SHEET("<xsl:import href='b.xsl'/><xsl:template match='a' mode='body'>1</xsl:template>"));
	assert_non_null(xslt_set_find(set, "a.xsl", folder->sink));
	assert_silent(folder->sink);
	folder_text(folder, "t/c.xsl",
				SHEET("<xsl:import href='b.xsl'/>\n<xsl:template match='a' mode='boddy'>\n<xsl:apply-templates mode='spear'/>"
					  "</xsl:template>"));
	assert_null(xslt_set_find(set, "c.xsl", folder->sink));
	assert_int_equal(diag_size(folder->sink), 2);
	assert_int_equal(diag_get(folder->sink, 0)->place.line, 2);
	assert_int_equal(diag_get(folder->sink, 1)->place.line, 3);
	assert_words(folder->sink, "nothing applies templates in the mode boddy; did you mean body?");
	assert_words(folder->sink, "no template has the mode spear");
	xslt_close(set);
}

/* libxslt says the place before the message: one message, at its place. */
static void test_places_of_wrong_stylesheets(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	char *path = folder_text(folder, "t/中 文/a.xsl", ROOT_SHEET("\n<xsl:value-of select='@@b'/>"));
	assert_null(xslt_set_find(set, "中 文/a.xsl", folder->sink));
	assert_said(folder->sink, "G202", path, 3, 1);
	assert_words(folder->sink, "@@b");
	xslt_close(set);
}

static void test_wrong_stylesheets(void **state)
{
	static const struct {
		const char *text, *code;
	} cases[] = {
		{ROOT_SHEET("<xsl:value-of select='1 +'/>"), "G202"},
		{ROOT_SHEET("<xsl:value-of/>"), "G202"},
		{SHEET("<xsl:template/>"), "G202"},
		{SHEET("<xsl:template name='a'/><xsl:template name='a'/>"), "G202"},
		{ROOT_SHEET("<a xsl:use-attribute-sets='none'/>"), "G202"},
		{"<html/>", "G202"},
		{"<xsl:stylesheet", "G101"},
		{"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "G103"},
		{"", "G101"},
	};
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		sheet_forget(folder);
		folder_text(folder, "t/a.xsl", cases[i].text);
		bool compiled = xslt_set_find(set, "a.xsl", folder->sink);
		if (compiled)
			print_error("%s\n", cases[i].text);
		assert_false(compiled);
		assert_among(folder->sink, cases[i].code);
	}
	xslt_close(set);
}

/* ---- results ---- */

static void test_result(void **state)
{
	struct folder *folder = *state;
	xmlDoc *result = sheet_apply(folder, ROOT_SHEET("<out><xsl:copy-of select='/year/a'/></out>"), year);
	assert_silent(folder->sink);
	char *printed = xml_print(result);
	assert_non_null(strstr(printed, "<a b=\"1\">文</a>"));
	xmlFree(printed);
	xmlFreeDoc(result);
}

/* What a transform made stands in no file: also what it copied. */
static void test_result_has_no_places(void **state)
{
	struct folder *folder = *state;
	xmlDoc *result = sheet_apply(folder, ROOT_SHEET("<out><xsl:copy-of select='/year/a'/></out>"), year);
	xmlNode *out = xmlDocGetRootElement(result), *copy = xmlFirstElementChild(out);
	assert_null(xml_place(out).file);
	assert_null(xml_place(copy).file);
	assert_null(xml_place((xmlNode *)copy->properties).file);
	xmlFreeDoc(result);
}

/* The document stays as it is: also when the stylesheet strips its white space, numbers, keys and sorts. */
static void test_document_stays(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(
		folder, "t/a.xsl",
		SHEET("<xsl:strip-space elements='*'/><xsl:key name='k' match='a' use='@b'/><xsl:template match='/'>"
			  "<out><xsl:for-each select='//a'><xsl:sort select='@b'/><xsl:number/><xsl:value-of select='generate-id()'/>"
			  "<xsl:value-of select=\"count(key('k', '1'))\"/></xsl:for-each>[<xsl:value-of select='/'/>]</out></xsl:template>"));
	xmlDoc *doc = load(folder, year);
	xmlChar *before = xmlNodeGetContent((xmlNode *)doc);
	xmlDoc *result = xslt_apply(set, "a.xsl", doc, folder->sink);
	assert_silent(folder->sink);
	xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(result));
	assert_non_null(strstr((const char *)text, "[文]")); /* stripped in the transform */
	xmlChar *after = xmlNodeGetContent((xmlNode *)doc);
	assert_string_equal(before, after);
	assert_int_equal(xml_place(xmlFirstElementChild(xmlDocGetRootElement(doc))).line, 2);
	xmlFree(text);
	xmlFree(before);
	xmlFree(after);
	xmlFreeDoc(result);
	xmlFreeDoc(doc);
	xslt_close(set);
}

/* A document that the caller gives up loses the white space itself: no copy is made of it. */
static void test_document_is_stripped(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(folder, "t/a.xsl", SHEET("<xsl:strip-space elements='*'/><xsl:template match='/'><out/></xsl:template>"));
	xmlDoc *doc = load(folder, year);
	xmlFreeDoc(xslt_apply_with(set, "a.xsl", &(struct xslt_use){.strip = true}, doc, folder->sink));
	assert_silent(folder->sink);
	xmlChar *text = xmlNodeGetContent((xmlNode *)doc);
	assert_string_equal((const char *)text, "文");
	assert_int_equal(xml_place(xmlFirstElementChild(xmlDocGetRootElement(doc))).line, 2);
	xmlFree(text);
	xmlFreeDoc(doc);
	xslt_close(set);
}

/* Places are known in a stylesheet that strips white space, too. */
static void test_places_when_stripped(void **state)
{
	assert_string_equal(sheet_text(*state,
								   SHEET("<xsl:strip-space elements='*'/><xsl:template match='/'>"
										 "<out><xsl:value-of select=\"concat(f:place(//a[2]), ' ', f:place(//@b))\"/></out>"
										 "</xsl:template>"),
								   year),
						"year.xml:3:2 year.xml:2:5");
}

static void test_no_result(void **state)
{
	struct folder *folder = *state;
	assert_null(sheet_apply(folder, ROOT_SHEET(""), year));
	assert_int_equal(diag_count(folder->sink, DIAG_ERROR), 1);
	sheet_forget(folder);
	assert_null(sheet_apply(folder, ROOT_SHEET("only text"), year));
	assert_int_equal(diag_count(folder->sink, DIAG_ERROR), 1);
}

/* ---- messages ---- */

static void test_message(void **state)
{
	struct folder *folder = *state;
	xmlDoc *result = sheet_apply(
		folder,
		SHEET("<xsl:template match='/'><out><xsl:apply-templates select='//a[2]'/></out></xsl:template>\n"
			  "<xsl:template match='a'><xsl:message>共<xsl:value-of select='count(//a)'/>项</xsl:message>"
			  "<b/></xsl:template>"),
		year);
	assert_non_null(result);
	assert_string_equal(xmlDocGetRootElement(result)->children->name, "b");
	xmlFreeDoc(result);
	assert_said(folder->sink, "G202", "year.xml", 3, 2);
	assert_words(folder->sink, "共2项");
	assert_int_equal(diag_count(folder->sink, DIAG_WARNING), 0);
}

static void test_message_that_ends(void **state)
{
	struct folder *folder = *state;
	assert_null(sheet_apply(folder,
							SHEET("<xsl:template match='/'><out><xsl:apply-templates select='//a'/></out></xsl:template>\n"
								  "<xsl:template match='a'><xsl:message terminate='yes'>不行</xsl:message></xsl:template>"),
							year));
	assert_said(folder->sink, "G202", "year.xml", 2, 2);
	assert_words(folder->sink, "不行");
	assert_words(folder->sink, "test.xsl:2");
	assert_int_equal(diag_count(folder->sink, DIAG_ERROR), 1);
}

static void test_runtime_errors(void **state)
{
	static const char *const sheets[] = {
		ROOT_SHEET("<out><xsl:value-of select='$none'/></out>"),
		ROOT_SHEET("<out><xsl:call-template name='none'/></out>"),
		ROOT_SHEET("<out><xsl:value-of select='count(1)'/></out>"),
		ROOT_SHEET("<out><xsl:copy-of select=\"document('year.xml')\"/></out>"),
	};
	struct folder *folder = *state;
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		sheet_forget(folder);
		xmlDoc *result = sheet_apply(folder, sheets[i], year);
		if (result)
			print_error("%s\n", sheets[i]);
		assert_null(result);
		assert_among(folder->sink, "G202");
	}
}

/* ---- nothing is read, nothing is written ---- */

static void test_reads_nothing(void **state)
{
	struct folder *folder = *state;
	char *secret = folder_text(folder, "secret.xml", "<secret>secret</secret>");
	folder_text(folder, "t/inside.xml", "<secret>secret</secret>");
	const char *const hrefs[] = {secret,        arena_printf(folder->arena, "file://%s", secret),
								 "inside.xml",  folder_path(folder, "t/inside.xml"),
								 "/etc/passwd", "http://127.0.0.1/a.xml"};
	for (size_t i = 0; i < sizeof hrefs / sizeof *hrefs; i++) {
		sheet_forget(folder);
		const char *sheet = arena_printf(folder->arena, ROOT_SHEET("<out><xsl:copy-of select=\"document('%s')\"/></out>"),
										 hrefs[i]);
		assert_null(sheet_apply(folder, sheet, year));
		assert_true(diag_count(folder->sink, DIAG_ERROR) > 0);
		for (unsigned j = 0; j < diag_size(folder->sink); j++)
			assert_null(strstr(diag_get(folder->sink, j)->text, ">secret"));
	}
}

static void test_writes_nothing(void **state)
{
	static const char *const instructions[] = {
		"<e:document xmlns:e='http://exslt.org/common' href='%s'><x/></e:document>",
		"<xsl:document href='%s'><x/></xsl:document>",
		"<s:output xmlns:s='http://icl.com/saxon' file='%s'><x/></s:output>",
		"<w:write xmlns:w='org.apache.xalan.xslt.extensions.Redirect' file='%s'><x/></w:write>",
	};
	struct folder *folder = *state;
	char *path = folder_path(folder, "written.xml");
	for (size_t i = 0; i < sizeof instructions / sizeof *instructions; i++) {
		sheet_forget(folder);
		const char *instruction = arena_printf(folder->arena, instructions[i], path);
		const char *sheet = arena_printf(
			folder->arena,
			"<xsl:stylesheet version='1.1' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' extension-element-prefixes='e s w'"
			" xmlns:e='http://exslt.org/common' xmlns:s='http://icl.com/saxon'"
			" xmlns:w='org.apache.xalan.xslt.extensions.Redirect'><xsl:template match='/'><out>%s</out></xsl:template>"
			"</xsl:stylesheet>",
			instruction);
		assert_null(sheet_apply(folder, sheet, year));
		assert_true(diag_count(folder->sink, DIAG_ERROR) > 0);
		assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	}
}

/* ---- bounds ---- */

static void assert_bound(struct folder *folder, const char *sheet)
{
	sheet_forget(folder);
	assert_null(sheet_apply(folder, sheet, year));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G204");
}

static void test_depth(void **state)
{
	assert_bound(*state, SHEET("<xsl:template match='/' name='r'><out><xsl:call-template name='r'/></out></xsl:template>"));
	assert_bound(*state, SHEET("<xsl:template match='/'><out><xsl:apply-templates select='/'/></out></xsl:template>"));
}

/* A loop without depth: more than 10^9 steps of a small document. */
static void test_operations(void **state)
{
	const char *sheet = ROOT_SHEET("<out><xsl:variable name='n' select='//a|//a/@*|//text()|//year'/>"
								   "<xsl:for-each select='$n'><xsl:for-each select='$n'><xsl:for-each select='$n'>"
								   "<xsl:for-each select='$n'><xsl:for-each select='$n'><xsl:for-each select='$n'>"
								   "<xsl:for-each select='$n'><xsl:for-each select='$n'><xsl:for-each select='$n'>"
								   "<xsl:for-each select='$n'><xsl:for-each select='$n'><xsl:for-each select='$n'>"
								   "<xsl:if test='count($n[count($n) = 0]) = 1'>x</xsl:if>"
								   "</xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each>"
								   "</xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each>"
								   "</out>");
	assert_bound(*state, sheet);
}

/* After a transform that was stopped the set serves as before. */
static void test_goes_on_after_errors(void **state)
{
	struct folder *folder = *state;
	struct xslt_set *set = open_set(folder);
	folder_text(folder, "t/bad.xsl", SHEET("<xsl:template match='/' name='r'><xsl:call-template name='r'/></xsl:template>"));
	folder_text(folder, "t/wrong.xsl", "<xsl:stylesheet");
	folder_text(folder, "t/good.xsl", ROOT_SHEET("<out/>"));
	xmlDoc *doc = load(folder, year);
	for (int i = 0; i < 3; i++) {
		sheet_forget(folder);
		assert_null(xslt_apply(set, "bad.xsl", doc, folder->sink));
		assert_null(xslt_apply(set, "wrong.xsl", doc, folder->sink));
		sheet_forget(folder);
		xmlDoc *result = xslt_apply(set, "good.xsl", doc, folder->sink);
		assert_silent(folder->sink);
		assert_non_null(result);
		xmlFreeDoc(result);
	}
	xmlFreeDoc(doc);
	xslt_close(set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_no_folder),
		TEST(test_names),
		TEST(test_kept),
		TEST(test_prepared),
		TEST(test_imports),
		TEST(test_folders_of_any_name),
		TEST(test_imports_from_outside),
		TEST(test_wrong_expressions_in_words),
		TEST(test_attribute_sets),
		TEST(test_modes),
		TEST(test_places_of_wrong_stylesheets),
		TEST(test_wrong_stylesheets),
		TEST(test_result),
		TEST(test_result_has_no_places),
		TEST(test_document_stays),
		TEST(test_document_is_stripped),
		TEST(test_places_when_stripped),
		TEST(test_no_result),
		TEST(test_message),
		TEST(test_message_that_ends),
		TEST(test_runtime_errors),
		TEST(test_reads_nothing),
		TEST(test_writes_nothing),
		TEST(test_depth),
		TEST(test_operations),
		TEST(test_goes_on_after_errors),
	};
	return cmocka_run_group_tests(tests, sheet_init, NULL);
}
